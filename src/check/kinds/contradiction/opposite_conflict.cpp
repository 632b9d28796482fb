// Kind `opposite-conflict`: what one sentence denies, another one tells: "not a word was said about the tourist tax",
// "the tourist tax, which took up much of the evening"; "they have never met", "at their second meeting". A discussion
// and a plan are denied and told by pairs of lists; a deed by a word that denies beside one of a family of words for
// it.
#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/limit_support.h"
#include "check/kinds/contradiction/statement_support.h"
#include "check/kinds/contradiction/told_statements_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"not-discussed", KeyType::kPhrases, "say that something was no subject: \"kam nicht zur Sprache\""},
    {"discussed", KeyType::kPhrases, "say that it was one: \"stritten\""},
    {"not-planned", KeyType::kPhrases, "say that something will not be: \"nicht vorgesehen\", \"entfällt\""},
    {"planned", KeyType::kPhrases, "say that it will be: \"fest zugesagt\", \"findet statt\""},
    {"none-left", KeyType::kPhrases, "say that nothing is to be had: \"sold out\""},
    {"to-be-had", KeyType::kPhrases, "say that something is: \"at the door\""},
    {"closed", KeyType::kPhrases, "say that something is closed, on a day of `days`"},
    {"open", KeyType::kPhrases, "say that it is open on that day"},
    {"silent", KeyType::kPhrases, "say that somebody said nothing: \"refused to testify\""},
    {"spoke", KeyType::kPhrases, "say that somebody did: \"confessed\""},
    {"never", KeyType::kPhrases, "deny whatever deed their clause names: \"nie\", \"without a single\""},
    {"deeds", KeyType::kPhrases, "a family of words for one deed each: \"(met|meeting with|conversations?)\""},
    {"negation", KeyType::kPhrases, "deny what a sentence says: \"not\"", true},
    {"unless", KeyType::kPhrases, "silence their sentence: a condition, somebody's words", true},
    {"whether", KeyType::kPhrases, "silence plans and deeds, though a discussion may be about it: \"ob\"", true},
    {"to-come", KeyType::kPhrases, "silence discussions of another time: \"will be\", \"in May\"", true},
    {"times", KeyType::kPhrases, "of another time, unless both sentences say it: \"then\", \"next year\"", true},
    {"past", KeyType::kPhrases, "of a time that \"never\" has in it: \"last year\"", true},
    {"until-now", KeyType::kPhrases, "end \"never\" with what the article tells of: \"until now\"", true},
    {"days", KeyType::kPhrases, "must be the same where both sentences name one: \"Dienstag\"", true},
    {"seasons", KeyType::kPhrases, "the same of what is closed or open: \"winter\"", true},
    {"day-parts", KeyType::kPhrases, "of what is denied, must be those of what is told: \"in the morning\"", true},
    {"first", KeyType::kPhrases, "tell of a deed with which \"never\" ends: \"erstmals\"", true},
    {"somebody", KeyType::kPhrases, "whom an article about a deed has one of: \"the defendant\"", true},
    kStatementKeys[0],
    kStatementKeys[1],
    kStatementKeys[2],
    kStatementKeys[3],
});
// What is denied has an even number, what tells of it the next one.
enum List : std::uint8_t {
  kNotDiscussed,
  kDiscussed,
  kNotPlanned,
  kPlanned,
  kNoneLeft,
  kToBeHad,
  kClosed,
  kOpen,
  kSilent,
  kSpoke,
  kNever,
  kDeeds,
  kNegation,
  kUnless,
  kWhether,
  kToCome,
  kTimes,
  kPast,
  kUntilNow,
  kDays,
  kSeasons,
  kDayParts,
  kFirst,
  kSomebody
};
constexpr bool denies(std::uint8_t key) { return key < kDeeds && key % 2 == 0; }

// Those that deny what their clause says, and not of a shop or of tickets alone.
constexpr bool denies_all(std::uint8_t key) { return key == kNotDiscussed || key == kNotPlanned || key == kNever; }

constexpr std::size_t kMostStatements = 100;  // that deny or tell one thing; an article with more is a register
constexpr std::size_t kShortQuote = 8;        // code points
constexpr std::size_t kBetween = 2;           // words between "not" and what it denies
constexpr std::size_t kGuards = 1;            // clauses before its own in which a guard silences a statement

struct Denial {
  ToldStatement statement;
  std::uint8_t key = 0;
  std::set<std::uint32_t> deeds;  // families, by the number of their phrase
  bool once = false;              // "did not sign": of one thing, where "never" is of all
};

struct Telling {
  ToldStatement statement;
  std::uint8_t key = 0;
  std::uint32_t deed = 0;
};

class OppositeConflict final : public Check {
 public:
  explicit OppositeConflict(const Definition& definition) : definition_(&definition), lists_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::span<const Hit> hits = facts.matches().of(definition_->slot);
    if (!may_conflict(hits)) return;
    Reading reading{document, facts, QuotedBlocks(document), NamedPeople(document, definition_->roles)};
    const std::vector<Denial> denials = find_denials(hits, reading);
    if (denials.empty()) return;
    const std::vector<Telling> tellings = find_tellings(hits, denials, reading);
    WordCounts counts(document);
    for (const Denial& denial : denials) {
      for (const Telling& telling : tellings) {
        if (telling.key != denial.key + 1 || (telling.key == kDeeds && !denial.deeds.contains(telling.deed))) continue;
        if (!conflict(denial, telling, reading, counts) ||
            are_of_other_numbers(reading.document, reading.facts, denial.statement, telling.statement) ||
            (denial.key == kNever && is_of_other_part(reading, denial.statement, telling.statement))) {
          continue;
        }
        report(denial.statement, telling.statement, sink);
        break;
      }
    }
  }

 private:
  struct Reading {
    const Document& document;
    const Facts& facts;
    QuotedBlocks quoted;
    NamedPeople people;
  };

  static bool may_conflict(std::span<const Hit> hits) {
    std::array<bool, kSomebody + 1> has{};
    for (const Hit& hit : hits) has[hit.key] = true;
    for (std::size_t key = kNotDiscussed; key < kNever; key += 2) {
      if (has[key] && has[key + 1]) return true;
    }
    return has[kDeeds] && (has[kNever] || has[kNegation]);
  }

  std::vector<Denial> find_denials(std::span<const Hit> hits, Reading& reading) const {
    std::vector<Denial> denials;
    for (const Hit& hit : hits) {
      const bool once = hit.key == kDeeds && is_denied(hit, reading);
      if (!(denies(hit.key) || once) || denials.size() == kMostStatements || !is_plain(hit, reading)) continue;
      Denial denial{read(hit, reading, true), once ? static_cast<std::uint8_t>(kNever) : hit.key, {}, once};
      if (once) denial.deeds.insert(hit.pattern);
      if (hit.key == kNever) denial.deeds = deeds_beside(hit, reading);
      if (denial.key == kNever ? !denial.deeds.empty() : !denial.statement.things.empty()) {
        denials.push_back(std::move(denial));
      }
    }
    return denials;
  }

  std::vector<Telling> find_tellings(std::span<const Hit> hits, const std::vector<Denial>& denials,
                                     Reading& reading) const {
    std::array<bool, kDeeds + 1> wanted{};
    std::set<std::uint32_t> deeds;
    for (const Denial& denial : denials) {
      wanted[denial.key + 1U] = true;
      deeds.insert(denial.deeds.begin(), denial.deeds.end());
    }
    std::array<std::size_t, kDeeds + 1> found{};
    std::vector<Telling> tellings;
    for (const Hit& hit : hits) {
      if (hit.key > kDeeds || !wanted[hit.key] || found[hit.key] == kMostStatements) continue;
      if (hit.key == kDeeds && !deeds.contains(hit.pattern)) continue;
      if (!is_plain(hit, reading) || is_negated(hit, reading)) continue;
      ++found[hit.key];
      tellings.push_back({read(hit, reading, false), hit.key, hit.pattern});
    }
    return tellings;
  }

  TextSpan clause_of(const Hit& hit, const Reading& reading, std::size_t before) const {
    const std::string_view text = reading.document.block(hit.block).text;
    return clause_around(text, sentence_at(text, hit.span.begin), hit.span, before);
  }

  // The article's own words, without a guard, and no question.
  bool is_plain(const Hit& hit, Reading& reading) const {
    const Block& block = reading.document.block(hit.block);
    if (!definition_->looks_at(block.role) || lists_.in(block.language) == nullptr) return false;
    const TextSpan sentence = sentence_at(block.text, hit.span.begin);
    if (block.text[sentence.end - 1] == '?') return false;
    const auto guards = reading.facts.matches().in(definition_->slot, hit.block, clause_of(hit, reading, kGuards));
    const bool guarded = std::ranges::any_of(guards, [&](const Hit& other) {
      // "Wird vielleicht erhöht": a guard amid the words of the cue.
      const bool within = other.span.begin > hit.span.begin && other.span.end < hit.span.end;
      if (hit.span.contains(other.span))
        return within && other.key == kUnless && (hit.key == kPlanned || hit.key == kNotPlanned);
      return other.key == kUnless || (other.key == kWhether && hit.key > kDiscussed && !denies(hit.key)) ||
             (other.key == kToCome && hit.key == kDiscussed);
    });
    if (guarded || reading.document.is_set_aside(hit.block, hit.span)) return false;
    if (reading.quoted.hold(hit.block, hit.span)) return false;
    return !is_quoted(quoted_passages(block.text.substr(sentence.begin, sentence.size()), kShortQuote),
                      {hit.span.begin - sentence.begin, hit.span.end - sentence.begin});
  }

  bool is_negated(const Hit& hit, const Reading& reading) const {
    const auto others = reading.facts.matches().in(definition_->slot, hit.block, clause_of(hit, reading, 0));
    return std::ranges::any_of(others, [&](const Hit& other) { return other.key == kNegation || denies(other.key); });
  }

  // What "never" denies: the deeds behind it in its clause, or those before it.
  std::set<std::uint32_t> deeds_beside(const Hit& never, const Reading& reading) const {
    std::set<std::uint32_t> before;
    std::set<std::uint32_t> behind;
    for (const Hit& deed : reading.facts.matches().in(definition_->slot, never.block, clause_of(never, reading, 0))) {
      if (deed.key == kDeeds) (deed.span.begin < never.span.begin ? before : behind).insert(deed.pattern);
    }
    return behind.empty() ? before : behind;
  }

  // "Did not sign", "unterschrieb den Vertrag nicht"; "never signed" is read with its "never".
  bool is_denied(const Hit& deed, const Reading& reading) const {
    bool denied = false;
    const TextSpan clause = clause_of(deed, reading, 0);
    const Block& block = reading.document.block(deed.block);
    const bool is_verb = !is_upper(decode_at(block.text, deed.span.begin).value);
    for (const Hit& other : reading.facts.matches().in(definition_->slot, deed.block, clause)) {
      if (denies_all(other.key)) return false;
      if (other.key != kNegation) continue;
      const bool before = other.span.begin < deed.span.end;
      const std::size_t between =
          before ? words_in(reading.document.words(block), {other.span.end, deed.span.begin}).size()
                 : words_in(reading.document.words(block), {other.span.end, clause.end}).size();
      denied = denied || (before ? between <= kBetween : between == 0 && is_verb);
    }
    return denied;
  }

  ToldStatement read(const Hit& hit, Reading& reading, bool denied) const {
    const Block& block = reading.document.block(hit.block);
    const StatementWords& words = *lists_.in(block.language);
    ToldStatement statement;
    statement.block = hit.block;
    statement.sentence = sentence_at(block.text, hit.span.begin);
    statement.cues = {hit.span};
    // "The rectory will be restored, the barn will be sold": what will be is told of the subject of its own clause.
    const TextSpan clause = clause_of(hit, reading, 0);
    for (const Hit& other : reading.facts.matches().in(definition_->slot, hit.block, statement.sentence)) {
      if (other.key == kDeeds && hit.key >= kNever) statement.cues.push_back(other.span);
      if (other.key == kPlanned || other.key == kNotPlanned) statement.planned = true;
    }
    if (denied || (hit.key == kPlanned && !begins_relative(block, words, clause))) {
      read_things(reading.document, words, {clause.begin, denied ? clause.end : hit.span.begin}, statement);
    }
    // "Of which nothing was said", "fees, meanwhile, are to rise"
    const bool whole = statement.things.empty();
    if (whole || !denied) {
      read_things(reading.document, words, {whole ? statement.sentence.begin : hit.span.end, statement.sentence.end},
                  statement);
    }
    const TextSpan part = denied ? clause_of(hit, reading, kGuards) : statement.sentence;
    read_names(reading.document, words, reading.people, part, statement);
    for (const Hit& other :
         reading.facts.matches().in(definition_->slot, hit.block, clause_of(hit, reading, kGuards))) {
      if (other.key < kUntilNow && hit.span.contains(other.span)) continue;
      if (other.key == kTimes) statement.times.insert(other.pattern);
      if (other.key == kPast) statement.past.insert(other.pattern);
      if (other.key == kUntilNow) statement.until_now = true;
      if (other.key == kDays) statement.days.insert(other.pattern);
      if (other.key == kDayParts) statement.day_parts.insert(other.pattern);
      if (other.key == kSeasons) statement.seasons.insert(other.pattern);
      if (other.key == kFirst) statement.first = true;
      if (other.key == kSomebody) statement.somebody = true;
    }
    return statement;
  }

  // "The lift, which the railway builds": and not "the town hall will be painted, the barn will be sold".
  static bool begins_relative(const Block& block, const StatementWords& words, TextSpan clause) {
    if (clause.begin == 0 || block.text[clause.begin - 1] != ',') return false;
    const auto relative = words_at(words.relatives, block.text, clause.begin);
    return relative && !is_upper(decode_at(block.text, skip_blanks(block.text, relative.position)).value);
  }

  // "For poetry the jury chose nobody", "for prose it chose"
  static bool is_of_other_part(const Reading& reading, const ToldStatement& no, const ToldStatement& yes) {
    const auto place = [](const ToldStatement& statement) {
      return ToldNumber{statement.block, statement.sentence, statement.cues.front()};
    };
    const bool in_order = std::pair(no.block, no.sentence.begin) < std::pair(yes.block, yes.sentence.begin);
    return in_order && is_limited(reading.document, reading.facts, place(no), place(yes));
  }

  static bool conflict(const Denial& denial, const Telling& telling, Reading& reading, WordCounts& counts) {
    const ToldStatement& no = denial.statement;
    const ToldStatement& yes = telling.statement;
    if (no.block == yes.block && no.sentence == yes.sentence) return false;
    if (reading.document.block(no.block).language != reading.document.block(yes.block).language) return false;
    if (no.times != yes.times || are_of_other_chapters(reading.document, no.block, yes.block)) return false;
    if (!no.days.empty() && !yes.days.empty() && no.days != yes.days) return false;
    if (denial.key != kNotDiscussed && !no.day_parts.empty() && no.day_parts != yes.day_parts) return false;
    const bool of_year = names_year(reading.facts.time(), yes.block, yes.sentence);
    if (no.until_now && !(denial.key == kNever && (of_year || !yes.past.empty()))) return false;
    if (denial.key == kNever && (yes.first || (yes.planned && !denial.once))) return false;
    if (denial.key == kNever && !denial.once) {
      return !are_of_other_places(no, yes) && is_of_same(no, yes, reading.people);
    }
    // "Does not run on Sundays", "runs every ten minutes"
    if (denial.once && no.days.empty() != yes.days.empty()) return false;
    if (no.past != yes.past || of_year || are_apart(no, yes)) return false;
    if (are_of_other_kinds(reading.document, no, yes, denial.key != kNever)) return false;
    // "In 2019 the 17th festival was called off"
    if (denial.key == kNotPlanned && names_year(reading.facts.time(), no.block, no.sentence)) return false;
    if (denial.key == kNotPlanned && are_of_other_parts(reading.document, no, yes)) return false;
    const unsigned shared = points(no, yes, counts, without_setting(denial));
    switch (denial.key) {
      case kNever:
        return shared >= kEnoughPoints && is_of_same(no, yes, reading.people) &&
               (yes.names.empty() || !no.names.empty());
      case kSilent:
        return is_of_same(no, yes, reading.people) || (no.somebody && yes.somebody);
      case kClosed:
        return shared > 0 && !no.days.empty() && no.days == yes.days && no.seasons == yes.seasons;
      case kNotPlanned:
      case kNoneLeft:
        if (is_elsewhere(reading.document, no, yes, counts) || names_new_place(reading.document, no, yes, counts))
          return false;
        return shared >= kEnoughPoints || (shared > 0 && no.things.size() == 1);
      default:
        return shared >= kEnoughPoints;
    }
  }

  // Names; and of a plan the places, as "the gym in Oakley will not be restored" is of the gym.
  static Forms without_setting(const Denial& denial) {
    if (denial.once) return denial.statement.names;
    if (denial.key != kNotPlanned) return {};
    Forms setting = denial.statement.names;
    setting.insert(denial.statement.places.begin(), denial.statement.places.end());
    const bool more =
        std::ranges::any_of(denial.statement.things, [&](const Thing& thing) { return !setting.contains(thing.form); });
    return more ? setting : Forms{};
  }

  static void report(const ToldStatement& denial, const ToldStatement& telling, Sink& sink) {
    const auto place = [](const ToldStatement& statement) {
      return TextPlace{statement.block, statement.cues.front()};
    };
    const bool denied_first =
        std::pair(denial.block, denial.cues.front().begin) < std::pair(telling.block, telling.cues.front().begin);
    Finding finding;
    finding.place = place(denied_first ? telling : denial);
    if (denied_first) finding.wording = "affirmed";
    finding.related.push_back({place(denied_first ? denial : telling), denied_first ? "denied" : "said", {}});
    sink.report(std::move(finding));
  }

  const Definition* definition_;
  StatementLists lists_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<OppositeConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind opposite_conflict;
const Kind opposite_conflict{
    "opposite-conflict", "what one sentence denies, another one tells", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

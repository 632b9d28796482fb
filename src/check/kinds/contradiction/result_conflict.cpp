// Kind `result-conflict`: one match or one vote with two results, one success that is the third here and the first
// there; an end told in two ways (outcome_support.h, retold_support.h).
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/outcome_support.h"
#include "check/kinds/contradiction/retold_support.h"
#include "check/kinds/contradiction/score_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    {"between", KeyType::kStrings, "words between the two numbers of a result: \"zu\""},
    {"votes", KeyType::kStrings, "words beside the numbers of a vote: \"Stimmen\""},
    {"of-votes", KeyType::kStrings, "words that tell of a vote, and not of what: \"rejected\", \"council\""},
    {"days", KeyType::kPhrases, "days by which two matches are told from each other"},
    {"won", KeyType::kPhrases, "tell of the end of a match: \"won\""},
    {"lost", KeyType::kPhrases, "the same, of the side that lost"},
    {"drawn", KeyType::kPhrases, "the same, of both sides"},
    {"vote", KeyType::kPhrases, "tell of a vote: \"votes\""},
    {"first-time", KeyType::kPhrases, "for the first time"},
    {"second-time", KeyType::kPhrases, "for the second time"},
    {"third-time", KeyType::kPhrases, "for the third time"},
    {"fourth-time", KeyType::kPhrases, "for the fourth time"},
    {"fifth-time", KeyType::kPhrases, "for the fifth time"},
    {"ordinals", KeyType::kStrings, "beginnings of the words for the second, third and so on: \"zweit zwei\""},
    kOutcomeKeys[0],
    kOutcomeKeys[1],
    kOutcomeKeys[2],
    kOutcomeKeys[3],
    kOutcomeKeys[4],
    kOutcomeKeys[5],
    kOutcomeKeys[6],
    kOutcomeKeys[7],
    kOutcomeKeys[8],
    kOutcomeKeys[9],
    kOutcomeKeys[10],
    kOutcomeKeys[11],
    kOutcomeKeys[12],
    kOutcomeKeys[13],
    kOutcomeKeys[14],
    kOutcomeKeys[15],
    kOutcomeKeys[16],
    kScoreKeys[0],
    kScoreKeys[1],
    kScoreKeys[2],
    kScoreKeys[3],
    kScoreKeys[4],
});
enum List : std::uint8_t { kDays = 8, kWon, kLost, kDrawn, kVote, kFirstTime, kFirstOutcome = 19 };
static_assert(kSectionKeys[kFirstOutcome].name == kOutcomeKeys[0].name);
// What contradicts each other.
enum Sort : std::uint8_t { kMatches, kVotes, kTimes };
Sort sort_of(std::uint8_t key) { return key < kVote ? kMatches : key == kVote ? kVotes : kTimes; }
constexpr std::size_t kMostMentions = 40;     // of one sort in an article: more are a table
constexpr std::uint32_t kFarthest = 70;       // bytes between a cue and its result
constexpr std::size_t kMostWordsBetween = 4;  // of the two numbers of a vote
constexpr std::int32_t kHighest = 999;
constexpr std::size_t kReach = 14;
constexpr std::size_t kLeastSharedByTimes = 3;  // words

// Two numbers, the larger one first: a win of the one is a defeat of the other.
struct Result {
  TextSpan span;
  std::int32_t high = 0;
  std::int32_t low = 0;
};

struct Mention {
  std::uint32_t block = 0;
  TextSpan sentence;
  Result result;
  std::uint8_t key = 0;  // of the cue
  Forms names;
  Forms days;
};

class ResultConflict final : public Check {
 public:
  explicit ResultConflict(const Definition& definition)
      : definition_(definition),
        small_(small_words(definition)),
        outcomes_(definition_, {.first = kFirstOutcome, .won = kWon, .days = kDays}),
        retold_(definition_),
        scores_(definition_, kWon, kDrawn) {
    for (const auto& [language, section] : definition.sections) {
      between_[language] = forms_of(definition, language, "between");
      vote_verbs_[language] = forms_of(definition, language, "of-votes");
      vote_words_[language] = forms_of(definition, language, "votes");
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (!find_results(document, facts, sink)) scores_.find(document, facts, sink);
    outcomes_.find(document, facts, sink);
    retold_.find(document, facts, definition_, small_, sink);
  }

 private:
  // Whether two results were found that differ.
  bool find_results(const Document& document, const Facts& facts, Sink& sink) const {
    const std::span<const Hit> hits = facts.matches().of(definition_.slot);
    if (std::ranges::count_if(hits, is_cue) < 2) return false;
    QuotedBlocks quoted(document);
    std::map<Sort, std::vector<Mention>> mentions;
    TextSpan sentence;
    std::uint32_t block = kNone;
    for (const Hit& hit : hits) {
      const Block& in = document.block(hit.block);
      if (!is_cue(hit) || !definition_.looks_at(in.role) || small_.count(in.language) == 0) continue;
      if (hit.block != block || hit.span.begin >= sentence.end) {
        block = hit.block;
        sentence = sentence_at(in.text, hit.span.begin);
      }
      std::vector<Mention>& known = mentions[sort_of(hit.key)];
      // Several cues of one sentence tell of one result.
      if (!known.empty() && known.back().block == block && known.back().sentence == sentence) continue;
      if (known.size() > kMostMentions) continue;
      const std::optional<Result> result = read(document, in, hit, sentence);
      if (!result || quoted.hold(block, result->span) ||
          is_guarded(document, facts, definition_.slot, block, hit.span)) {
        continue;
      }
      if (in.text.substr(sentence.begin, sentence.size()).ends_with('?') ||
          names_other_year(facts.time(), block, sentence))
        continue;
      known.push_back({block, sentence, *result, hit.key, {}, days_in(facts, in, block, sentence)});
      for (SentenceName& name : names_in(document, in, sentence, !small_.at(in.language).names_after.empty())) {
        if (!name.common && !name.span.overlaps(hit.span)) known.back().names.insert(std::move(name.form));
      }
    }
    bool found = false;
    for (const auto& [sort, known] : mentions) {
      if (known.size() <= kMostMentions && compare_all(document, facts, sort, known, sink)) found = true;
    }
    return found;
  }

  static bool is_cue(const Hit& hit) { return hit.key >= kWon && hit.key < kFirstOutcome; }

  std::optional<Result> read(const Document& document, const Block& block, const Hit& hit, TextSpan sentence) const {
    if (hit.key >= kFirstTime) return Result{hit.span, hit.key - kFirstTime + 1, 0};
    const std::span<const Word> words = document.words(block);
    std::optional<Result> found;
    auto word = std::ranges::lower_bound(words, sentence.begin, {}, &Word::begin);
    for (; word != words.end() && word->end <= sentence.end; ++word) {
      const auto first = number(block, *word);
      if (!first) continue;
      const auto second = second_number(block, words, word, hit.key == kVote);
      if (second == words.end() || second->end > sentence.end) continue;
      const TextSpan span{word->begin, second->end};
      const std::int32_t other = number(block, *second).value_or(0);
      word = second;
      // "3:1 (1:0)": at half time.
      const bool title = block.role == Role::kTitle || block.role == Role::kHeading;
      if (span.begin > 0 && block.text[span.begin - 1] == '(' && !title) continue;
      if (found) return std::nullopt;
      found = Result{span, std::max(*first, other), std::min(*first, other)};
    }
    if (!found) return std::nullopt;
    const std::uint32_t gap = found->span.end <= hit.span.begin
                                  ? hit.span.begin - found->span.end
                                  : found->span.begin - std::min(found->span.begin, hit.span.end);
    if (gap > kFarthest) return std::nullopt;
    return found;
  }

  // A year that is no part of a whole date: "2019", not "2 March 2025".
  static bool names_other_year(const TimeFacts& time, std::uint32_t block, TextSpan sentence) {
    return std::ranges::any_of(time.years, [&](const YearMention& year) {
      if (year.block != block || year.begin < sentence.begin || year.begin >= sentence.end) return false;
      return std::ranges::none_of(time.dates, [&](const DateFact& date) {
        return date.block == block && date.has_day() && date.span.begin <= year.begin && year.begin < date.span.end;
      });
    });
  }

  static std::optional<std::int32_t> number(const Block& block, const Word& word) {
    const std::string_view text = word_text(block, word);
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value > kHighest) return std::nullopt;
    const char before = word.begin > 0 ? block.text[word.begin - 1] : ' ';
    if (before == '.' || before == ',' || before == '/') return std::nullopt;
    return value;
  }

  using WordAt = std::span<const Word>::iterator;

  // The other number of "3:1", "3-1", "12 zu 5", "12 Stimmen gegen 5"; the end when there is none.
  WordAt second_number(const Block& block, std::span<const Word> words, WordAt first, bool vote) const {
    const auto& between = between_.at(block.language);
    const auto& vote_words = vote_words_.at(block.language);
    bool linked = false;
    auto word = first + 1;
    for (std::size_t count = 0; word != words.end() && count <= kMostWordsBetween; ++word, ++count) {
      const std::string_view gap = block.text.substr((word - 1)->end, word->begin - (word - 1)->end);
      if (gap.find_first_of(".,;()!?\n") != std::string_view::npos) return words.end();
      if (number(block, *word)) {
        linked = linked || (count == 0 && (gap == ":" || gap == "-" || gap == "–" || gap == " : "));
        const std::string_view rest = block.text.substr(word->end, 2);
        // A time of day, a date, a longer row.
        const bool goes_on = rest.size() == 2 && (rest[0] == ':' || rest[0] == '.' || rest[0] == ',') && rest[1] != ' ';
        return linked && !goes_on ? word : words.end();
      }
      const std::string form = context_form(word_text(block, *word));
      if (std::ranges::binary_search(between, form)) {
        linked = true;
      } else if (!vote || !std::ranges::binary_search(vote_words, form)) {
        return words.end();
      }
    }
    return words.end();
  }

  Forms days_in(const Facts& facts, const Block& block, std::uint32_t number, TextSpan sentence) const {
    Forms days;
    for (const Hit& hit : facts.matches().in(definition_.slot, number, sentence)) {
      if (hit.key == kDays) days.insert(context_form(block.text.substr(hit.span.begin, hit.span.size())));
    }
    return days;
  }

  bool compare_all(const Document& document, const Facts& facts, Sort sort, const std::vector<Mention>& mentions,
                   Sink& sink) const {
    std::set<std::size_t> reported;
    for (std::size_t j = 1; j < mentions.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (reported.count(i) != 0 || reported.count(j) != 0) continue;
        if (!contradict(document, facts, sort, mentions[i], mentions[j], mentions.size() > 2)) continue;
        reported.insert({i, j});
        report(document, sort, mentions[i], mentions[j], sink);
      }
    }
    return !reported.empty();
  }

  bool contradict(const Document& document, const Facts& facts, Sort sort, const Mention& a, const Mention& b,
                  bool others) const {
    if (a.result.high == b.result.high && a.result.low == b.result.low) return false;
    const Language language = document.block(a.block).language;
    if (document.block(b.block).language != language) return false;
    if (sort != kVotes && !intersects(a.names, b.names)) return false;
    if (has_own(a.names, b.names) && has_own(b.names, a.names) && !(sort == kMatches && is_lead(document, a, b))) {
      return false;
    }
    if (!a.days.empty() && !b.days.empty() && a.days != b.days) return false;
    if (sort == kMatches) return sides_fit(a, b, others);
    const SmallWords& small = small_.at(language);
    Context one = context_of(document, facts, a.block, a.result.span, kReach, small);
    Context other = context_of(document, facts, b.block, b.result.span, kReach, small);
    if (sort != kVotes) return is_one_success(one, other);
    // Two votes in one paragraph are of one thing after the other.
    return a.block != b.block && is_one_motion(language, one, other);
  }

  // The first paragraph tells of what the title tells, in other names.
  static bool is_lead(const Document& document, const Mention& a, const Mention& b) {
    const Role role = document.block(a.block).role;
    return a.block == 0 && (role == Role::kTitle || role == Role::kHeading) && b.block == 1;
  }

  // One team alone may have lost one match and won another; with further results in the article it surely has others.
  static bool sides_fit(const Mention& a, const Mention& b, bool others) {
    if (std::min(a.names.size(), b.names.size()) > 1) return true;
    return !others && a.key == b.key;
  }

  static bool is_one_success(const Context& a, const Context& b) {
    const Likeness likeness = compare(a, b);
    return !likeness.other_names && likeness.shared >= kLeastSharedByTimes;
  }

  // Of what was voted on, neither sentence has a word that the other lacks, and they share one; where a capital makes a
  // name, of a town perhaps, that is not enough.
  [[nodiscard]] bool is_one_motion(Language language, Context& a, Context& b) const {
    const bool noun_capitals = !small_.at(language).names_after.empty();
    const auto& of_votes = vote_verbs_.at(language);
    std::size_t shared = 0;
    bool own[] = {false, false};
    for (const auto& [of, with, mark] : {std::tuple(&a, &b, &own[0]), std::tuple(&b, &a, &own[1])}) {
      for (const ContextWord& word : of->words) {
        if (std::ranges::binary_search(of_votes, word.form)) continue;
        const bool both = with->has(word);
        const bool named = word.name && !noun_capitals && word.span.begin != of->sentence.begin;
        if (both && of == &a) shared += named ? 1 : 2;
        *mark = *mark || !both;
      }
    }
    return shared >= 2 && !(own[0] && own[1]);
  }

  static void report(const Document& document, Sort sort, const Mention& first, const Mention& second, Sink& sink) {
    Finding finding = clash_of(document, {first.block, first.result.span}, {second.block, second.result.span});
    finding.wording = sort == kMatches ? "" : sort == kVotes ? "vote" : "time";
    sink.report(std::move(finding));
  }

  Definition definition_;
  std::map<Language, SmallWords> small_;
  std::map<Language, std::vector<std::string>> between_;
  std::map<Language, std::vector<std::string>> vote_words_;
  std::map<Language, std::vector<std::string>> vote_verbs_;
  Outcomes outcomes_;
  Retold retold_;
  ScoresToldAgain scores_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<ResultConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind result_conflict;
const Kind result_conflict{.name = "result-conflict",
                           .doc = "one match or vote with two results in one article",
                           .keys = kRetoldKeys,
                           .section_keys = kSectionKeys,
                           .make = make,
                           .tables = &kRetoldTables};
}  // namespace kinds
}  // namespace stet

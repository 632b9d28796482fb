// Kind `ruled-out-conflict`: what one sentence rules out, another one tells: "they have never met", "at their second
// meeting"; "an app is not planned", "an app, promised for spring"; "prices were not discussed", "they argued over
// prices".
#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <string>
#include <vector>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"never", KeyType::kPhrases, "rule out that it ever happened: \"never\""},
    {"no-talk", KeyType::kPhrases, "rule out that it was spoken of"},
    {"talk", KeyType::kPhrases, "tell that it was"},
    {"no-plan", KeyType::kPhrases, "rule out that it is to come"},
    {"plan", KeyType::kPhrases, "tell that it is"},
    {"negation", KeyType::kPhrases, "deny what a sentence says: \"not\"", true},
    {"unless", KeyType::kPhrases, "silence their sentence: another time, another party, a condition", true},
    {"to-come", KeyType::kPhrases, "tell that something is yet to be spoken of: \"will be\"", true},
    {"days", KeyType::kPhrases, "part two sentences when each has another of them: \"Monday\"", true},
    {"families", KeyType::kStrings, "words for one act, parted by |: what \"never\" rules out"},
    {"things", KeyType::kStrings, "words for one thing, parted by |"},
    {"names-after", KeyType::kStrings, "where all nouns have a capital: the words behind which it is a name"},
    {"common", KeyType::kStrings, "words that do not tell of what is spoken or what is planned: \"meeting\""},
});
enum List : std::uint8_t { kNever, kNoTalk, kTalk, kNoPlan, kPlan, kNegation, kUnless, kToCome, kDays };

constexpr std::size_t kMostDenials = 60;  // of an article
constexpr std::size_t kMostTellings = 600;
constexpr std::size_t kShortQuote = 8;  // code points
constexpr std::size_t kLongWord = 9;    // code points of a word that tells a thing by itself

struct Thing {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::string form;
  std::uint32_t group = kNone;
};

struct Sentence {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan cue;
  std::vector<Thing> things;
  Forms names;
  std::set<std::uint32_t> families;
};

class RuledOutConflict final : public Check {
 public:
  explicit RuledOutConflict(const Definition& definition)
      : definition_(&definition), state_(std::make_unique<State>()) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto hits = facts.matches().of(definition_->slot);
    const auto denies = [](const Hit& hit) { return hit.key == kNever || hit.key == kNoTalk || hit.key == kNoPlan; };
    if (std::ranges::none_of(hits, denies)) return;
    QuotedBlocks quoted(document);
    const Forms people = people_of(document);
    std::size_t denials = 0;
    for (const Hit& hit : hits) {
      if (!denies(hit)) continue;
      const Lists* lists = lists_of(document, hit);
      if (lists == nullptr || !is_plain(document, facts, hit, quoted) || ++denials > kMostDenials) continue;
      const Sentence denial = read(document, hit, *lists, people);
      if (hit.key == kNever) {
        find_act(document, facts, people, denial, *lists, quoted, sink);
      } else {
        find_telling(document, facts, denial, hit.key == kNoTalk ? kTalk : kPlan, people, *lists, quoted, sink);
      }
    }
  }

 private:
  struct Lists {
    PhraseTrie families;
    PhraseTrie things;
    std::vector<std::string> common;
    unsigned home = 0;
    bool noun_capitals = false;
  };

  const Lists* lists_of(const Document& document, const Hit& hit) const {
    const Block& block = document.block(hit.block);
    return definition_->looks_at(block.role) ? in(block.language) : nullptr;
  }

  const Lists* in(Language language) const {
    {
      const std::shared_lock lock(state_->mutex);
      const auto it = state_->lists.find(language);
      if (it != state_->lists.end()) return it->second.get();
    }
    std::unique_ptr<Lists> fresh;
    if (const auto home = table_number(language); home && definition_->sections.contains(language)) {
      fresh = std::make_unique<Lists>();
      add_groups(*definition_, language, "families", fresh->families);
      add_groups(*definition_, language, "things", fresh->things);
      fresh->common = forms_of(*definition_, language, "common");
      fresh->home = *home;
      fresh->noun_capitals = !forms_of(*definition_, language, "names-after").empty();
    }
    const std::unique_lock lock(state_->mutex);
    return state_->lists.try_emplace(language, std::move(fresh)).first->second.get();
  }

  // A statement of the article's own, without a guard.
  bool is_plain(const Document& document, const Facts& facts, const Hit& hit, QuotedBlocks& quoted) const {
    const std::string_view text = document.block(hit.block).text;
    const TextSpan sentence = sentence_at(text, hit.span.begin);
    if (is_quoted(quoted_passages(text.substr(sentence.begin, sentence.size()), kShortQuote),
                  {hit.span.begin - sentence.begin, hit.span.end - sentence.begin})) {
      return false;
    }
    if (quoted.hold(hit.block, hit.span) || text.substr(sentence.begin, sentence.size()).ends_with('?')) return false;
    const TextSpan clauses = part_around(text, sentence, hit.span, 1);
    return std::ranges::none_of(facts.matches().in(definition_->slot, hit.block, clauses), [&](const Hit& other) {
      const bool guards = other.key == kUnless || (other.key == kToCome && hit.key == kTalk);
      return guards && !hit.span.contains(other.span);
    });
  }

  // The part of the sentence between commas that holds the cue, and so many parts before it.
  static TextSpan part_around(std::string_view text, TextSpan sentence, TextSpan cue, std::size_t before) {
    std::uint32_t begin = cue.begin;
    for (;; --begin) {
      while (begin > sentence.begin && std::string_view(",;:()").find(text[begin - 1]) == std::string_view::npos)
        --begin;
      if (begin == sentence.begin || text[begin - 1] != ',' || before-- == 0) break;
    }
    std::uint32_t end = cue.end;
    while (end < sentence.end && std::string_view(",;:()").find(text[end]) == std::string_view::npos) ++end;
    return {begin, end};
  }

  bool is_negated(const Facts& facts, const Document& document, std::uint32_t block, TextSpan sentence,
                  TextSpan cue) const {
    const TextSpan part = part_around(document.block(block).text, sentence, cue, 0);
    return std::ranges::any_of(facts.matches().in(definition_->slot, block, part), [&](const Hit& hit) {
      if (cue.contains(hit.span)) return false;
      return hit.key == kNegation || hit.key == kNever || hit.key == kNoTalk || hit.key == kNoPlan;
    });
  }

  static Sentence read(const Document& document, const Hit& hit, const Lists& lists, const Forms& people) {
    const Block& block = document.block(hit.block);
    Sentence sentence{hit.block, sentence_at(block.text, hit.span.begin), hit.span, {}, {}, {}};
    const bool denies = hit.key == kNever || hit.key == kNoTalk || hit.key == kNoPlan;
    const TextSpan part = denies ? part_around(block.text, sentence.span, hit.span, 0) : sentence.span;
    read_words(document, lists, people, part, sentence);
    return sentence;
  }

  // The names that stand beside another one somewhere: of people, mostly.
  Forms people_of(const Document& document) const {
    Forms people;
    for (const Block& block : document.blocks()) {
      if (!definition_->looks_at(block.role)) continue;
      const std::vector<SentenceName> names =
          names_in(document, block, {0, static_cast<std::uint32_t>(block.text.size())}, true);
      for (std::size_t i = 1; i < names.size(); ++i) {
        if (names[i - 1].common || names[i].common || names[i].span.begin != names[i - 1].span.end + 1) continue;
        people.insert(names[i - 1].form);
        people.insert(names[i].form);
        people.insert(names[i - 1].form + ' ' + names[i].form);
      }
    }
    return people;
  }

  // Whether a name of one stands in the other, or beside one of it elsewhere: "Onno" and "Janssen".
  static bool share_people(const Forms& people, const Forms& a, const Forms& b) {
    return std::ranges::any_of(a, [&](const std::string& one) {
      return std::ranges::any_of(b, [&](const std::string& other) {
        return one == other || people.contains(one + ' ' + other) || people.contains(other + ' ' + one);
      });
    });
  }

  static void read_words(const Document& document, const Lists& lists, const Forms& people, TextSpan part,
                         Sentence& sentence) {
    const Block& block = document.block(sentence.block);
    for (const Word& word : words_in(document.words(block), part)) {
      const std::string_view text = word_text(block, word);
      const CodePoint initial = decode_at(text, 0);
      if (!is_letter(initial.value)) continue;
      if (const auto family = lists.families.longest(block.text, word.begin)) sentence.families.insert(family.payload);
      if (word.begin >= sentence.cue.begin && word.end <= sentence.cue.end) continue;
      if ((kinship(word.hash).small >> lists.home & 1U) != 0) continue;
      Thing thing{context_form(text), Thing::kNone};
      if (const auto group = lists.things.longest(block.text, word.begin)) thing.group = group.payload;
      const bool capital = is_upper(initial.value);
      if (thing.group == Thing::kNone && (thing.form.size() < 3 || (thing.form.size() < 4 && !capital))) continue;
      if (!std::ranges::binary_search(lists.common, thing.form)) sentence.things.push_back(std::move(thing));
    }
    for (SentenceName& name : names_in(document, block, sentence.span, lists.noun_capitals)) {
      const bool name_of_somebody = !lists.noun_capitals || people.contains(name.form);
      if (!name.common && name_of_somebody) sentence.names.insert(std::move(name.form));
    }
  }

  // Who has never met is not to meet elsewhere.
  void find_act(const Document& document, const Facts& facts, const Forms& people, const Sentence& denial,
                const Lists& lists, QuotedBlocks& quoted, Sink& sink) const {
    if (denial.families.empty()) return;
    for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
      const Block& block = document.block(b);
      if (!definition_->looks_at(block.role) || in(block.language) != &lists) continue;
      for (const Word& word : document.words(block)) {
        const auto family = lists.families.longest(block.text, word.begin);
        if (!family || !denial.families.contains(family.payload)) continue;
        if (word.begin > 0 && word_char_before(block.text, word.begin)) continue;
        Hit act;
        act.block = b;
        act.span = {word.begin, static_cast<std::uint32_t>(family.position)};
        const TextSpan span = sentence_at(block.text, word.begin);
        if (b == denial.block && span == denial.span) continue;
        if (!is_plain(document, facts, act, quoted) || is_negated(facts, document, b, span, act.span)) continue;
        Sentence telling{b, span, whole_word(block.text, act.span), {}, {}, {}};
        read_words(document, lists, people, span, telling);
        if (!is_of_same(people, denial, telling) || are_parted(facts, denial, telling)) continue;
        report(denial, telling, sink);
        return;
      }
    }
  }

  // Whether each names another day, or the one that tells a year.
  bool are_parted(const Facts& facts, const Sentence& denial, const Sentence& telling) const {
    const auto days = [&](const Sentence& sentence) {
      std::set<std::uint32_t> found;
      for (const Hit& hit : facts.matches().in(definition_->slot, sentence.block, sentence.span)) {
        if (hit.key == kDays) found.insert(hit.pattern);
      }
      return found;
    };
    const std::set<std::uint32_t> mine = days(denial);
    const std::set<std::uint32_t> other = days(telling);
    if (!mine.empty() && !other.empty() && mine != other) return true;
    return std::ranges::any_of(facts.time().years, [&](const YearMention& year) {
      return year.block == telling.block && year.begin >= telling.span.begin && year.begin < telling.span.end;
    });
  }

  // "Kay Hart", "Neil Hart": the full names that a sentence has for a last name.
  static Forms full_names(const Forms& people, const Forms& names, const std::string& last) {
    Forms found;
    for (const std::string& first : names) {
      if (people.contains(first + ' ' + last)) found.insert(first);
    }
    return found;
  }

  static bool are_namesakes(const Forms& people, const Forms& a, const Forms& b) {
    return std::ranges::any_of(a, [&](const std::string& last) {
      if (!b.contains(last)) return false;
      const Forms mine = full_names(people, a, last);
      const Forms other = full_names(people, b, last);
      return !mine.empty() && !other.empty() && !intersects(mine, other);
    });
  }

  // Of one person, as far as the sentences name any.
  static bool is_of_same(const Forms& people, const Sentence& denial, const Sentence& telling) {
    const Forms& a = denial.names;
    const Forms& b = telling.names;
    if (a.empty() || b.empty()) return shared_things(denial, telling) > 0;
    if (!share_people(people, a, b) || are_namesakes(people, a, b)) return false;
    const auto others = [&](const Forms& of, const Forms& with) {
      return std::ranges::any_of(of, [&](const std::string& name) { return !share_people(people, {name}, with); });
    };
    return !others(a, b) || !others(b, a) || shared_things(denial, telling) >= 2;
  }

  // What was not spoken of, or is not to come, is not to be told elsewhere.
  void find_telling(const Document& document, const Facts& facts, const Sentence& denial, List list,
                    const Forms& people, const Lists& lists, QuotedBlocks& quoted, Sink& sink) const {
    if (denial.things.empty()) return;
    std::size_t tellings = 0;
    for (const Hit& hit : facts.matches().of(definition_->slot)) {
      if (hit.key != list || lists_of(document, hit) != &lists || ++tellings > kMostTellings) continue;
      const TextSpan span = sentence_at(document.block(hit.block).text, hit.span.begin);
      if (hit.block == denial.block && span == denial.span) continue;
      if (!is_plain(document, facts, hit, quoted) || is_negated(facts, document, hit.block, span, hit.span)) continue;
      const Sentence telling = read(document, hit, lists, people);
      const std::size_t shared = shared_things(denial, telling);
      const bool enough =
          shared >= 2 ||
          (shared == 1 && (shares_long(denial, telling) || (list == kPlan && denial.things.size() == 1)));
      if (!enough || are_parted(facts, denial, telling)) continue;
      report(denial, telling, sink);
      return;
    }
  }

  static bool is_like(const Thing& a, const Thing& b) {
    return (a.group != Thing::kNone && a.group == b.group) || are_kin(a.form, b.form);
  }

  static std::size_t shared_things(const Sentence& a, const Sentence& b) {
    std::vector<const Thing*> shared;
    for (const Thing& thing : a.things) {
      if (std::ranges::any_of(shared, [&](const Thing* known) { return is_like(*known, thing); })) continue;
      if (std::ranges::any_of(b.things, [&](const Thing& other) { return is_like(thing, other); })) {
        shared.push_back(&thing);
      }
    }
    return shared.size();
  }

  // Whether they share a word that tells a thing by itself, or two words for one thing.
  static bool shares_long(const Sentence& a, const Sentence& b) {
    return std::ranges::any_of(a.things, [&](const Thing& thing) {
      const bool tells = thing.group != Thing::kNone || count_code_points(thing.form) >= kLongWord;
      return tells && std::ranges::any_of(b.things, [&](const Thing& other) { return is_like(thing, other); });
    });
  }

  static TextSpan whole_word(std::string_view text, TextSpan span) {
    while (span.end < text.size() && word_char_at(text, span.end)) {
      span.end += static_cast<std::uint32_t>(decode_at(text, span.end).length);
    }
    return span;
  }

  static void report(const Sentence& denial, const Sentence& telling, Sink& sink) {
    const bool in_order = std::pair(denial.block, denial.cue.begin) < std::pair(telling.block, telling.cue.begin);
    Finding finding;
    finding.place = in_order ? TextPlace{telling.block, telling.cue} : TextPlace{denial.block, denial.cue};
    finding.wording = in_order ? "told" : "";
    finding.related.push_back({in_order ? TextPlace{denial.block, denial.cue} : TextPlace{telling.block, telling.cue},
                               in_order ? "denied" : "said",
                               {}});
    sink.report(std::move(finding));
  }

  struct State {
    std::shared_mutex mutex;
    std::map<Language, std::unique_ptr<const Lists>> lists;
  };
  const Definition* definition_;
  std::unique_ptr<State> state_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<RuledOutConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind ruled_out_conflict;
const Kind ruled_out_conflict{
    "ruled-out-conflict", "what one sentence rules out, another one tells", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

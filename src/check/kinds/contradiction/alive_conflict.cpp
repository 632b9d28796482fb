// Kind `alive-conflict`: somebody who died, as one sentence tells, speaks or acts in another one.
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/kinds/contradiction/bare_name_support.h"
#include "check/kinds/contradiction/cause_of_death_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/namesake_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"died", KeyType::kPhrases, "say that somebody died: \"starb\""},
    {"dead", KeyType::kPhrases, "stand before the name of somebody dead: \"the late\", \"widow of\""},
    {"bereft", KeyType::kPhrases, "stand before the name, or its comma, of somebody dead: \"lost her husband\""},
    {"dead-behind", KeyType::kPhrases, "stand behind such a name: \"†\", \"is survived by\""},
    {"unless-died", KeyType::kPhrases, "say that nobody did: \"fast\"", true},
    {"acts", KeyType::kPhrases, "stand beside the name of somebody who is alive: \"sagt\""},
    {"acted", KeyType::kPhrases, "the same of a day just past, with one of `lately`: \"said\""},
    {"acts-still", KeyType::kPhrases, "the same beside one of `still`, as a life may be told in the present: \"runs\""},
    {"acts-now", KeyType::kPhrases, "tell when somebody did something, just now: \"told this paper on Friday\""},
    {"still", KeyType::kPhrases, "say that somebody goes on doing it: \"every morning\"", true},
    {"lately", KeyType::kPhrases, "such a day: \"yesterday\"", true},
    {"long-ago", KeyType::kPhrases, "with a death of which the article is no news: \"years ago\"", true},
    {"unless", KeyType::kPhrases, "tell of another time, in the sentence that somebody acts in: \"damals\"", true},
    {"relatives", KeyType::kStrings, "stand before a name: \"Bruder\""},
    {"titles", KeyType::kStrings, "those of them that say nothing of whose relative it is: \"Dr\""},
    {"who", KeyType::kStrings, "begin a clause about somebody named before it: \"who\""},
    {"of", KeyType::kStrings, "stand before the name of somebody whose relative it is: \"von\""},
    {"future-endings", KeyType::kStrings, "end a verb that tells what somebody will do: \"rà\""},
    {"present-endings", KeyType::kStrings, "the same of what somebody does, which counts beside one of `still`"},
    {"no-present-endings", KeyType::kStrings, "end other words, longer ones of those: \"ava\""},
    {"no-acts", KeyType::kStrings, "words with such an ending that the dead may have: \"sarà\""},
    {"clitics", KeyType::kStrings, "stand between a name and its verb: \"si\""},
    kCauseKeys[0],
    kCauseKeys[1],
    kCauseKeys[2],
    kCauseKeys[3],
    kNamesakesKey,
});
enum List : std::uint8_t {
  kDied,
  kDead,
  kBereft,
  kDeadBehind,
  kUnlessDied,
  kActs,
  kActed,
  kActsStill,
  kActsNow,
  kStill,
  kLately,
  kLongAgo,
  kUnless
};
constexpr bool tells_death(std::uint8_t key) { return key <= kDeadBehind; }
enum Words : std::uint8_t { kWho = kNameMarks, kNoActs, kClitics };
constexpr WordList kLists[] = {
    {"relatives", PhraseTrie::Direction::kForward}, {"of", PhraseTrie::Direction::kBackward},
    {"titles", PhraseTrie::Direction::kForward},    {"who", PhraseTrie::Direction::kForward},
    {"no-acts", PhraseTrie::Direction::kForward},   {"clitics", PhraseTrie::Direction::kForward}};

constexpr std::size_t kMostMentions = 4;  // of a name: who is named more often is whom the article is about
constexpr std::size_t kMostDeaths = 100;  // of an article
constexpr std::int32_t kFormerTimes = 1950;
constexpr std::size_t kMostBetween = 3;  // words between a name and what tells of it

struct Death {
  BareName name;
  TextSpan cue;
  bool long_ago = false;
  bool lately = false;  // on a day of the week
};

class AliveConflict final : public Check {
 public:
  explicit AliveConflict(const Definition& definition)
      : definition_(&definition), words_(definition, kLists), causes_(definition, kCauseLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto hits = facts.matches().of(definition_->slot);
    if (std::ranges::none_of(hits, [](const Hit& hit) { return tells_death(hit.key); })) return;
    if (const auto causes = two_causes_of_death(document, *definition_, causes_)) {
      Finding finding = clash_of(document, causes->first, causes->second);
      finding.wording = "cause";
      finding.severity = Severity::kInfo;
      sink.report(std::move(finding));
    }
    NamesakeGuard guard(document, facts, *definition_, kSectionKeys.size() - 1, sink);
    find_acting(document, facts, guard);
  }

 private:
  // Who died and acts.
  void find_acting(const Document& document, const Facts& facts, Sink& sink) const {
    const auto hits = facts.matches().of(definition_->slot);
    const auto acts = [](const Hit& hit) { return hit.key >= kActs && hit.key <= kActsNow; };
    std::vector<Death> deaths;
    for (const Hit& hit : hits) {
      if (tells_death(hit.key) && deaths.size() < kMostDeaths) add_deaths(document, facts, hit, deaths);
    }
    if (deaths.empty()) return;
    const std::unordered_map<std::uint32_t, std::size_t> counts = count_words(document);
    std::vector<const Death*> reported;
    QuotedBlocks quoted(document);
    QuotedBlocks marked(document, 1);  // single words too
    std::vector<Hit> acting;
    std::ranges::copy_if(hits, std::back_inserter(acting), acts);
    add_verbs(document, deaths, acting);
    for (const Hit& hit : acting) {
      for (const BareName& name : actors(document, facts, hit, quoted, marked)) {
        for (const Death& death : deaths) {
          if (std::ranges::find(reported, &death) != reported.end() ||
              !is_same_name(document, death.name, name, *words_.in(document.block(name.block).language)))
            continue;
          if (name.block == death.name.block && sentence(document, name) == sentence(document, death.name)) continue;
          if (is_namesake(document, death.name, name)) continue;
          // Who the article is about is told of in the present; and not with a day on which it was.
          if (hit.key != kActsNow && counts.at(name.words.front()) > kMostMentions) continue;
          if (hit.key == kActed && !death.long_ago) continue;
          if (hit.key == kActsNow && death.lately) continue;
          reported.push_back(&death);
          report(document, death, name, hit, sink);
        }
      }
    }
  }

  static TextSpan sentence(const Document& document, const BareName& name) {
    return sentence_at(document.block(name.block).text, name.span.begin);
  }

  [[nodiscard]] bool is_guarded(const Facts& facts, std::uint32_t block, TextSpan sentence, List list) const {
    return std::ranges::any_of(facts.matches().in(definition_->slot, block, sentence),
                               [&](const Hit& hit) { return hit.key == list; });
  }

  // How often each word stands in the article; more than all may when it stands in a title.
  [[nodiscard]] std::unordered_map<std::uint32_t, std::size_t> count_words(const Document& document) const {
    std::unordered_map<std::uint32_t, std::size_t> counts;
    for (const Block& block : document.blocks()) {
      if (!definition_->looks_at(block.role)) continue;
      const std::size_t weight = block.role == Role::kTitle ? kMostMentions + 1 : 1;
      for (const Word& word : document.words(block)) counts[word.hash] += weight;
    }
    return counts;
  }

  // Those who died as a cue tells.
  void add_deaths(const Document& document, const Facts& facts, const Hit& hit, std::vector<Death>& deaths) const {
    const Block& block = document.block(hit.block);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr) return;
    const TextSpan sentence = sentence_at(block.text, hit.span.begin);
    const TextSpan told = hit.key == kDied ? sentence : clause_around(block.text, sentence, hit.span);
    if (hit.key != kDeadBehind && is_no_death(facts, block, hit, told)) return;
    std::vector<BareName> dead = dead_of(document, hit, sentence, *words);
    const std::optional<std::int32_t> year = year_in(facts.time(), hit.block, sentence);
    // "Kant died in 1804", "Kant insists": the dead of former times speak by their works.
    if (year && *year < kFormerTimes) {
      std::erase_if(dead, [&](const BareName& name) { return !follows_relative(document, name, *words); });
    }
    const bool long_ago = year || is_guarded(facts, hit.block, sentence, kLongAgo);
    const bool lately = is_guarded(facts, hit.block, sentence, kLately);
    for (BareName& name : dead) deaths.push_back({std::move(name), hit.span, long_ago, lately});
  }

  // Whether a guard stands with a cue. "The widow of Odile Gray does not move": what is said of her denies no death.
  bool is_no_death(const Facts& facts, const Block& block, const Hit& cue, TextSpan told) const {
    const auto home = table_number(block.language);
    return std::ranges::any_of(facts.matches().in(definition_->slot, cue.block, told), [&](const Hit& hit) {
      if (hit.key != kUnlessDied || cue.span.contains(hit.span)) return false;
      if (cue.key != kDead || hit.span.begin < cue.span.end || !home) return true;
      const std::string_view guard = block.text.substr(hit.span.begin, hit.span.size());
      return (kinship(hash_word(guard)).small >> *home & 1U) == 0;
    });
  }

  static bool is_mark(char c) { return c == ',' || c == ';' || c == ':' || c == '(' || c == ')'; }

  static TextSpan clause_around(std::string_view text, TextSpan sentence, TextSpan cue) {
    while (cue.begin > sentence.begin && !is_mark(text[cue.begin - 1])) --cue.begin;
    while (cue.end < sentence.end && !is_mark(text[cue.end])) ++cue.end;
    return cue;
  }

  static std::vector<BareName> dead_of(const Document& document, const Hit& hit, TextSpan sentence,
                                       const RuleWords::Tries& words) {
    const std::string_view text = document.block(hit.block).text;
    if (hit.key == kDied) return subjects(document, hit, sentence, words);
    if (hit.key == kDeadBehind) {
      std::vector<BareName> names = bare_names_in(document, hit.block, {sentence.begin, hit.span.begin}, words, true);
      std::erase_if(names, [&](const BareName& name) { return !is_beside(text, name.span.end, hit.span.begin); });
      return names;
    }
    std::vector<BareName> names = bare_names_in(document, hit.block, {hit.span.end, sentence.end}, words, true);
    std::erase_if(names, [&](const BareName& name) {
      std::string_view between = text.substr(hit.span.end, name.span.begin - hit.span.end);
      if (hit.key == kBereft && between.starts_with(',')) between.remove_prefix(1);
      return !may_stand_before(between, words);
    });
    if (names.size() > 1) names.resize(1);
    return names;
  }

  // "The late", "painter", "Horace Beale": and not "widow of the mayor, Horace Beale", "of his father Alan".
  static bool may_stand_before(std::string_view between, const RuleWords::Tries& words) {
    if (between.find_first_of(",;:().\"") != std::string_view::npos) return false;
    std::vector<Word> cut;
    cut_words(between, cut);
    return cut.size() <= kMostBetween && std::ranges::none_of(cut, [&](const Word& word) {
             return words_at(words[kRelatives], between, word.begin) && !words_at(words[kTitles], between, word.begin);
           });
  }

  // The names in the cue's clause; or, where it has none, before it.
  static std::vector<BareName> subjects(const Document& document, const Hit& hit, TextSpan sentence,
                                        const RuleWords::Tries& words) {
    const Block& block = document.block(hit.block);
    const TextSpan clause = clause_around(block.text, sentence, hit.span);
    std::vector<BareName> names;
    const bool follows = clause.begin > sentence.begin && block.text[clause.begin - 1] == ',';
    if (!follows || !words_at(words[kWho], block.text, skip_blanks(block.text, clause.begin)))
      names = bare_names_in(document, hit.block, clause, words);
    // "Assassiné en 1998"
    std::erase_if(names,
                  [&](const BareName& name) { return name.words.size() == 1 && name.span.begin == hit.span.begin; });
    if (!names.empty()) return names;
    if (clause.begin == sentence.begin) return subject_behind(document, hit.block, {clause.end, sentence.end}, words);
    // "Odile, killed in an accident", "Odile, who died young", "Kurt, the last of the founders, passed away"
    const std::uint32_t end = clause.begin - 1;
    std::uint32_t before = end;
    while (before > sentence.begin && !is_mark(block.text[before - 1])) --before;
    names = bare_names_in(document, hit.block, {sentence.begin, end}, words);
    // "His wife Odile left us, carried off by a fever"
    const bool one = std::ranges::count_if(names, [&](const BareName& name) { return name.span.begin >= before; }) == 1;
    std::erase_if(names, [&](const BareName& name) {
      const bool behind_apposition = before > sentence.begin && name.span.end == before - 1;
      const bool whole = name.span.end == end;
      const bool of_relative = one && name.span.begin >= before && follows_relative(document, name, words);
      return !whole && !behind_apposition && !of_relative;
    });
    if (names.size() > 1) names.erase(names.begin(), names.end() - 1);
    return names;
  }

  // "Killed in 1998, the reporter Alan Gray left".
  static std::vector<BareName> subject_behind(const Document& document, std::uint32_t number, TextSpan rest,
                                              const RuleWords::Tries& words) {
    const Block& block = document.block(number);
    const std::string_view text = block.text;
    const auto home = table_number(block.language);
    if (rest.size() < 2 || text[rest.begin] != ',' || !home) return {};
    std::vector<BareName> names = bare_names_in(document, number, {rest.begin + 1, rest.end}, words);
    if (names.empty()) return {};
    names.resize(1);
    const std::string_view between = text.substr(rest.begin + 1, names.front().span.begin - rest.begin - 1);
    std::vector<Word> cut;
    cut_words(between, cut);
    const bool article = cut.empty() || (kinship(cut.front().hash).small >> *home & 1U) != 0;
    if (!article || !may_stand_before(between, words)) return {};
    return names;
  }

  // "His wife Odile".
  static bool follows_relative(const Document& document, const BareName& name, const RuleWords::Tries& words) {
    const Block& block = document.block(name.block);
    const std::span<const Word> all = document.words(block);
    const auto own = std::ranges::lower_bound(all, name.span.begin, {}, &Word::begin);
    return own != all.begin() && static_cast<bool>(words_at(words[kRelatives], block.text, (own - 1)->begin));
  }

  // "Her daughter, Odile Gray, opens": somebody else who bears the whole name of the dead.
  bool is_namesake(const Document& document, const BareName& dead, const BareName& alive) const {
    if (dead.words.size() < 2 || alive.words.size() < 2) return false;
    const auto is_relative = [&](const BareName& name) {
      const Block& block = document.block(name.block);
      const RuleWords::Tries& words = *words_.in(block.language);
      const std::span<const Word> all = document.words(block);
      const auto own = std::ranges::lower_bound(all, name.span.begin, {}, &Word::begin);
      return own != all.begin() && !is_capitalised(word_text(block, *(own - 1))) &&
             words_at(words[kRelatives], block.text, (own - 1)->begin) &&
             !words_at(words[kTitles], block.text, (own - 1)->begin);
    };
    return is_relative(alive) && !is_relative(dead);
  }

  // The name that stands right before or behind the cue, or before it with a few words between commas.
  std::vector<BareName> actors(const Document& document, const Facts& facts, const Hit& hit, QuotedBlocks& quoted,
                               QuotedBlocks& marked) const {
    const Block& block = document.block(hit.block);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr) return {};
    const TextSpan sentence = sentence_at(block.text, hit.span.begin);
    if (is_past(facts, block, hit, sentence, marked) || year_in(facts.time(), hit.block, sentence)) return {};
    if (hit.key == kActed && !is_guarded(facts, hit.block, sentence, kLately)) return {};
    if (hit.key == kActsStill && !is_guarded(facts, hit.block, sentence, kStill)) return {};
    if (quoted.hold(hit.block, hit.span)) return {};
    std::vector<BareName> names = bare_names_in(document, hit.block, sentence, *words);
    std::erase_if(names, [&](const BareName& name) {
      const TextSpan between{std::min(name.span.end, hit.span.end), std::max(name.span.begin, hit.span.begin)};
      // "Sagte Anna Kern am Montag": the name stands in it.
      if (name.span.overlaps(hit.span)) return hit.key != kActsNow || !hit.span.contains(name.span);
      const std::string_view gap = block.text.substr(between.begin, between.size());
      // "Tells his niece, Odile Gray wove": the name begins the next clause.
      const bool behind = hit.span.end <= name.span.begin && gap.ends_with(", ");
      if (behind && goes_on(block.text, name.span.end)) return true;
      return !joins(gap);
    });
    return names;
  }

  // Verbs beside the full names of the dead, as their endings tell: "Lidia Bassani interrogherà", "jeden Freitag stimmt
  // Kuno Feddersen".
  void add_verbs(const Document& document, const std::vector<Death>& deaths, std::vector<Hit>& acting) const {
    const auto is_dead = [&](const Word& first, const Word& last) {
      return std::ranges::any_of(deaths, [&](const Death& death) {
        return death.name.words.size() > 1 && death.name.words.front() == first.hash &&
               death.name.words.back() == last.hash;
      });
    };
    for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
      const Block& block = document.block(number);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr) continue;
      const std::span<const Word> all = document.words(block);
      for (std::size_t i = 1; i < all.size(); ++i) {
        if (!is_dead(all[i - 1], all[i])) continue;
        if (i > 1 && is_adjacent(block.text, all[i - 2].end, all[i - 1].begin)) {
          // What stands behind a quotation is said: "«…», mormora Palma Ferri".
          const bool said = std::string_view(block.text).substr(0, all[i - 2].begin).ends_with("», ");
          if (verb_key(block, all, i - 2, *words) == kActsStill) {
            add_verb(number, {all[i - 2].begin, all[i - 2].end}, said ? kActs : kActsStill, acting);
          }
        }
        if (i + 1 == all.size() || !is_adjacent(block.text, all[i].end, all[i + 1].begin)) continue;
        const bool clitic = static_cast<bool>(words_at((*words)[kClitics], block.text, all[i + 1].begin));
        const std::size_t verb = clitic ? i + 2 : i + 1;
        if (verb >= all.size()) continue;
        if (const auto key = verb_key(block, all, verb, *words)) {
          add_verb(number, {all[i + 1].begin, all[verb].end}, *key, acting);
        }
      }
    }
  }

  // What a word tells if it is a verb: `kActs` what will be, `kActsStill` what is.
  std::optional<List> verb_key(const Block& block, std::span<const Word> all, std::size_t at,
                               const RuleWords::Tries& words) const {
    const auto home = table_number(block.language);
    const std::string_view text = word_text(block, all[at]);
    if (!home || !begins_lower(text) || words_at(words[kNoActs], block.text, all[at].begin)) return std::nullopt;
    const auto ends = [&](std::string_view key) {
      const auto* list = definition_->option<std::vector<std::string>>(block.language, key);
      return list != nullptr &&
             std::ranges::any_of(*list, [&](const std::string& ending) { return text.ends_with(ending); });
    };
    if (ends("future-endings")) return kActs;
    const auto is_small = [&](const Word& word) { return (kinship(word.hash).small >> *home & 1U) != 0; };
    // A noun or adjective of the language is no verb, unless an article follows: "tunes the pipes".
    const WordKinship& kin = kinship(all[at].hash);
    const bool object =
        at + 1 < all.size() && is_adjacent(block.text, all[at].end, all[at + 1].begin) && is_small(all[at + 1]);
    const bool other = is_small(all[at]) || (!object && ((kin.own() & ~kin.verbs) >> *home & 1U) != 0);
    if (other || !ends("present-endings") || ends("no-present-endings")) return std::nullopt;
    return kActsStill;
  }

  void add_verb(std::uint32_t block, TextSpan span, List key, std::vector<Hit>& acting) const {
    const auto known = [&](const Hit& hit) { return hit.block == block && hit.span.overlaps(span); };
    if (std::ranges::none_of(acting, known)) acting.push_back({definition_->slot, block, span, 0, key});
  }

  // Whether a guard stands with what somebody does; what is quoted or stands far behind it tells of something else.
  bool is_past(const Facts& facts, const Block& block, const Hit& act, TextSpan sentence, QuotedBlocks& marked) const {
    return std::ranges::any_of(facts.matches().in(definition_->slot, act.block, sentence), [&](const Hit& hit) {
      if (hit.key != kUnless || marked.hold(act.block, hit.span)) return false;
      if (act.span.contains(hit.span)) return false;
      if (hit.span.begin < act.span.end) return true;
      return std::ranges::count(block.text.substr(act.span.end, hit.span.begin - act.span.end), ',') < 2;
    });
  }

  // A word follows.
  static bool goes_on(std::string_view text, std::uint32_t pos) {
    return pos + 1 < text.size() && text[pos] == ' ' && is_word_char(decode_at(text, pos + 1).value);
  }

  // Nothing, a bracket or a comma; or an apposition: ", her brother, ", "the widower, ".
  static bool joins(std::string_view between) {
    if (between.find_first_not_of(" (,") == std::string_view::npos || between == "\u00A0") return true;
    if (!between.ends_with(", ") || std::ranges::count(between, ',') > (between.starts_with(',') ? 2 : 1)) return false;
    std::vector<Word> cut;
    cut_words(between, cut);
    return cut.size() <= kMostBetween;
  }

  static bool is_beside(std::string_view text, std::uint32_t end, std::uint32_t begin) {
    if (begin < end) return false;
    const std::string_view between = text.substr(end, begin - end);
    return between.find_first_not_of(" (") == std::string_view::npos || between == "\u00A0";
  }

  static void report(const Document& document, const Death& death, const BareName& name, const Hit& act, Sink& sink) {
    const auto written = [&](std::uint32_t block, TextSpan span) {
      return std::string(document.block(block).text.substr(span.begin, span.size()));
    };
    const TextSpan span{std::min(act.span.begin, name.span.begin), std::max(act.span.end, name.span.end)};
    const TextSpan dead{std::min(death.cue.begin, death.name.span.begin), std::max(death.cue.end, death.name.span.end)};
    Finding finding;
    finding.place = {name.block, span};
    finding.values = {{"name", written(name.block, name.span)}};
    finding.related.push_back({{death.name.block, dead}, "died", {}});
    sink.report(std::move(finding));
  }

  const Definition* definition_;
  RuleWords words_;
  RuleWords causes_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<AliveConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind alive_conflict;
const Kind alive_conflict{"alive-conflict", "somebody who died, and speaks", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

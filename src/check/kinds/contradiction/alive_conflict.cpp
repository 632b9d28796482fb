// Kind `alive-conflict`: somebody who died, as one sentence tells, speaks or acts in another one.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"died", KeyType::kPhrases, "say that somebody died: \"starb\""},
    {"unless-died", KeyType::kPhrases, "say that nobody did: \"fast\"", true},
    {"acts", KeyType::kPhrases, "stand beside the name of somebody who is alive: \"sagt\""},
    {"unless", KeyType::kPhrases, "tell of another time, in the sentence that somebody acts in: \"damals\"", true},
    {"relatives", KeyType::kStrings, "stand before a name: \"Bruder\""},
    {"of", KeyType::kStrings, "stand before the name of somebody whose relative it is: \"von\""},
});
enum List : std::uint8_t { kDied, kUnlessDied, kActs, kUnless };
enum Words : std::uint8_t { kRelatives, kOf };
constexpr WordList kLists[] = {{"relatives", PhraseTrie::Direction::kForward},
                               {"of", PhraseTrie::Direction::kBackward}};

constexpr std::size_t kMostMentions = 4;  // of a name: who is named more often is whom the article is about
constexpr std::size_t kMostDeaths = 100;  // of an article
constexpr std::size_t kLongestName = 3;   // words
constexpr std::size_t kShortest = 3;      // bytes of a first name

// Words with a capital side by side, the last of which are a name.
struct Name {
  std::uint32_t block = 0;
  TextSpan span;
  std::vector<std::uint32_t> words;  // hashes
};

struct Death {
  Name name;
  TextSpan cue;
};

class AliveConflict final : public Check {
 public:
  explicit AliveConflict(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto hits = facts.matches().of(definition_->slot);
    const auto is = [](List list) { return [list](const Hit& hit) { return hit.key == list; }; };
    if (std::ranges::none_of(hits, is(kDied)) || std::ranges::none_of(hits, is(kActs))) return;
    std::vector<Death> deaths;
    for (const Hit& hit : hits) {
      if (hit.key == kDied && deaths.size() < kMostDeaths) add_deaths(document, facts, hit, deaths);
    }
    if (deaths.empty()) return;
    const std::unordered_map<std::uint32_t, std::size_t> counts = count_words(document);
    std::vector<const Death*> reported;
    for (const Hit& hit : hits) {
      if (hit.key != kActs) continue;
      for (const Name& name : actors(document, facts, hit)) {
        for (const Death& death : deaths) {
          if (std::ranges::find(reported, &death) != reported.end() || !is_same(death.name, name)) continue;
          if (name.block == death.name.block && sentence(document, name) == sentence(document, death.name)) continue;
          if (counts.at(name.words.front()) > kMostMentions) continue;
          reported.push_back(&death);
          report(document, death, name, hit, sink);
        }
      }
    }
  }

 private:
  static TextSpan sentence(const Document& document, const Name& name) {
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

  // Those who died as a cue tells: the names in its clause, but for those whose relatives they are.
  void add_deaths(const Document& document, const Facts& facts, const Hit& hit, std::vector<Death>& deaths) const {
    const Block& block = document.block(hit.block);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr) return;
    const TextSpan sentence = sentence_at(block.text, hit.span.begin);
    if (is_guarded(facts, hit.block, sentence, kUnlessDied)) return;
    const auto is_mark = [](char c) { return c == ',' || c == ';' || c == ':' || c == '(' || c == ')'; };
    std::uint32_t begin = hit.span.begin;
    while (begin > sentence.begin && !is_mark(block.text[begin - 1])) --begin;
    std::uint32_t end = hit.span.end;
    while (end < sentence.end && !is_mark(block.text[end])) ++end;
    std::vector<Name> names = names_in(document, hit.block, {begin, end}, *words);
    if (names.empty() && begin > sentence.begin) {
      // "Odile, killed in an accident", "Odile, who died young".
      names = names_in(document, hit.block, {sentence.begin, begin - 1}, *words);
      std::erase_if(names, [&](const Name& name) { return name.span.end != begin - 1; });
    }
    for (Name& name : names) deaths.push_back({std::move(name), hit.span});
  }

  // The name that stands right before or behind the cue.
  std::vector<Name> actors(const Document& document, const Facts& facts, const Hit& hit) const {
    const Block& block = document.block(hit.block);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr) return {};
    const TextSpan sentence = sentence_at(block.text, hit.span.begin);
    if (is_guarded(facts, hit.block, sentence, kUnless)) return {};
    if (is_quoted(quoted_passages(block.text), hit.span)) return {};
    std::vector<Name> names = names_in(document, hit.block, sentence, *words);
    std::erase_if(names, [&](const Name& name) {
      const std::size_t gap = name.span.begin >= hit.span.end ? skip_blanks(block.text, hit.span.end)
                                                              : skip_blanks_back(block.text, hit.span.begin);
      return gap != (name.span.begin >= hit.span.end ? name.span.begin : name.span.end);
    });
    return names;
  }

  // The names of a stretch: runs of words with a capital, without the relatives before them.
  static std::vector<Name> names_in(const Document& document, std::uint32_t number, TextSpan stretch,
                                    const RuleWords::Tries& lists) {
    const Block& block = document.block(number);
    std::vector<Name> names;
    Name name{number, {}, {}};
    bool of = false;
    const auto home = table_number(block.language);
    const auto is_common = [&](const Name& one) {
      return home && (kinship(one.words.front()).common >> *home & 1U) != 0;
    };
    const auto close = [&] {
      if (!name.words.empty() && !of && name.words.size() <= kLongestName && !is_common(name)) names.push_back(name);
      name = {number, {}, {}};
      of = false;
    };
    for (const Word& word : words_in(document.words(block), stretch)) {
      const std::string_view text = word_text(block, word);
      if (!name.words.empty() && !is_adjacent(block.text, name.span.end, word.begin)) {
        // "Karl's widow", "l'ami".
        if (block.text.substr(name.span.end, 1) == "'" || block.text.substr(name.span.end, 3) == "\u2019") of = true;
        close();
      }
      if (!is_capitalised(text)) {
        close();
        continue;
      }
      const bool relative = static_cast<bool>(words_at(lists[kRelatives], block.text, word.begin));
      if (relative || (name.words.empty() && text.size() < kShortest)) {
        name = {number, {}, {}};
        of = false;
        continue;
      }
      if (name.words.empty()) {
        name.span.begin = word.begin;
        of = static_cast<bool>(words_before(lists[kOf], block.text, word.begin));
      }
      name.span.end = word.end;
      name.words.push_back(word.hash);
    }
    close();
    return names;
  }

  // "Odile" and "Odile Vasseur", but not "Jean Vasseur", nor "Vasseur" alone: the dead may have relatives.
  static bool is_same(const Name& dead, const Name& alive) {
    if (dead.words.front() != alive.words.front()) return false;
    return dead.words.size() == 1 || alive.words.size() == 1 || dead.words.back() == alive.words.back();
  }

  static void report(const Document& document, const Death& death, const Name& name, const Hit& act, Sink& sink) {
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

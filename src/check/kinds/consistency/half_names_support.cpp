#include "check/kinds/consistency/half_names_support.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLeastWord = 4;     // bytes of each of the two
constexpr std::size_t kMostFound = 3;     // of an article; one with more has a habit of its own
constexpr std::size_t kMostPairs = 2000;  // of an article: more are a register
constexpr std::size_t kLeastSingle = 5;   // bytes of a word by itself
constexpr std::size_t kShortArticle = 320;
constexpr std::uint32_t kSecondWord = 31;   // makes a key of two words
constexpr std::size_t kLongestArticle = 6;  // bytes of "the" and its like

// A word and the one behind it, by its place in a block.
struct Pair {
  std::uint32_t block = 0;
  std::uint32_t word = 0;
};

class HalfNames {
 public:
  HalfNames(const Document& document, const Definition& definition) : document_(document), definition_(definition) {}

  std::vector<HalfName> find() {
    for (std::uint32_t b = 0; b < document_.blocks().size(); ++b) collect(b);
    std::vector<HalfName> found;
    for (const Pair& half : half_) {
      inflections_ =
          definition_.option<std::vector<std::string>>(document_.block(half.block).language, kHalfNameKeys[1].name);
      const auto whole = whole_.find(key_of(half));
      if (whole != whole_.end() && are_alike(half, whole->second))
        found.push_back({place_of(half, 2), place_of(whole->second, 2)});
    }
    if (found.empty() && words_looked_at(document_, definition_) <= kShortArticle) compare_singles(found);
    if (found.size() > kMostFound) found.clear();
    return found;
  }

 private:
  struct Uses {
    Pair first;
    std::size_t count = 0;
  };

  void collect(std::uint32_t b) {
    const Block& block = document_.block(b);
    const auto* definite = definition_.option<std::vector<std::string>>(block.language, kHalfNameKeys[0].name);
    inflections_ = definition_.option<std::vector<std::string>>(block.language, kHalfNameKeys[1].name);
    const auto home = table_number(block.language);
    if (block.role != Role::kParagraph || (definite == nullptr && inflections_ == nullptr) || !home) return;
    const auto words = document_.words(block);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      const Word& one = words[i];
      if (one.end - one.begin < kLeastWord || is_small(one, *home)) continue;
      const bool first = is_capitalised(word_text(block, one));
      if (definite != nullptr && i > 0 && !(first && opens(block, one)) && is_behind(block, words[i - 1], *definite)) {
        if (first) {
          note(capital_, {b, i}, *home);
        } else {
          small_.push_back({b, i});
        }
      }
      if (i + 1 == words.size()) continue;
      const Word& two = words[i + 1];
      const bool second = is_capitalised(word_text(block, two));
      if ((!first && !second) || two.end - two.begin < kLeastWord || is_small(two, *home)) continue;
      // "Deutscher Brauer-Bund"
      const bool goes_on = two.end < block.text.size() && block.text[two.end] == '-';
      if (!is_adjacent(block.text, one.end, two.begin) || goes_on) continue;
      if (first && second) {
        // Where nouns have capitals, an adjective has one from the sentence's begin.
        if (inflections_ != nullptr && (opens(block, one) || !is_inflected(word_text(block, one)))) continue;
        if (whole_.size() < kMostPairs) whole_.emplace(key_of({b, i}), Pair{b, i});
      } else if (first ? begins_lower(word_text(block, two)) && !opens(block, one)
                       : begins_lower(word_text(block, one)) && follows_small(block, words, i, *home)) {
        half_.push_back({b, i});
      }
    }
  }

  // "Le Gouvernement" beside "le gouvernement": the rarer one, the later of equals.
  void compare_singles(std::vector<HalfName>& found) {
    if (capital_.empty()) return;
    std::unordered_map<std::uint32_t, Uses> small;
    for (const Pair& pair : small_) {
      const auto home = table_number(document_.block(pair.block).language);
      if (const auto key = home ? key_alone(pair, *home) : std::nullopt; key && capital_.contains(*key))
        note(small, pair, *home);
    }
    for (const auto& [hash, lower] : small) {
      const Uses& upper = capital_.at(hash);
      const bool is_later =
          std::pair(lower.first.block, lower.first.word) > std::pair(upper.first.block, upper.first.word);
      const bool lower_is_odd = lower.count != upper.count ? lower.count < upper.count : is_later;
      const Pair& odd = (lower_is_odd ? lower : upper).first;
      const Pair& usual = (lower_is_odd ? upper : lower).first;
      if (document_.block(odd.block).language != document_.block(usual.block).language) continue;
      found.push_back({place_of(odd, 1), place_of(usual, 1)});
    }
    std::ranges::sort(found, {},
                      [](const HalfName& each) { return std::pair(each.written.block, each.written.span.begin); });
  }

  void note(std::unordered_map<std::uint32_t, Uses>& uses, const Pair& pair, unsigned home) const {
    const auto key = key_alone(pair, home);
    if (!key) return;
    Uses& known = uses[*key];
    if (known.count++ == 0) known.first = pair;
  }

  // A word that stands by itself, no name beside it; or with the word that tells which one it is: "Cour des comptes",
  // "Environment Agency". Nothing where a name goes on.
  [[nodiscard]] std::optional<std::uint32_t> key_alone(const Pair& pair, unsigned home) const {
    const Block& block = document_.block(pair.block);
    const auto words = document_.words(block);
    const Word& word = words[pair.word];
    if (word.end - word.begin < kLeastSingle || ((kinship(word.hash).own() >> home) & 1U) == 0) return std::nullopt;
    if (word.end < block.text.size() && (block.text[word.end] == '-' || block.text[word.end] == '\''))
      return std::nullopt;
    std::uint32_t at = pair.word + 1;
    const auto beside = [&] {
      return at < words.size() && is_adjacent(block.text, words[at - 1].end, words[at].begin);
    };
    if (!beside()) return word.hash;
    const auto* links = definition_.option<std::vector<std::string>>(block.language, kHalfNameKeys[2].name);
    const auto is_link = [&] { return links != nullptr && is_one_of(words[at], *links); };
    const bool linked = is_link();
    const WordKinship& kin = kinship(words[at].hash);
    if (!linked && ((kin.small | kin.verbs) >> home & 1U) != 0)
      return begins_lower(word_text(block, words[at])) ? std::optional(word.hash) : std::nullopt;
    while (is_link()) {
      // "L'", "d'"
      const bool elided = words[at].end < block.text.size() && !is_space(block.text[words[at].end]);
      if (++at; !elided && !beside()) return std::nullopt;
      if (at >= words.size()) return std::nullopt;
    }
    // "The Prime Minister", "the chief of police", but not "the president of France", "the Kent Council".
    const Word& which = words[at];
    const bool upper = is_capitalised(word_text(block, word));
    if (((kinship(which.hash).own() >> home) & 1U) == 0 || is_small(which, home)) return std::nullopt;
    if (!upper && !begins_lower(word_text(block, which))) return std::nullopt;
    if (++at; beside() && is_capitalised(word_text(block, words[at]))) return std::nullopt;
    return word.hash ^ (which.hash * kSecondWord);
  }
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

  static bool is_small(const Word& word, unsigned home) { return ((kinship(word.hash).small >> home) & 1U) != 0; }
  static bool is_one_of(const Word& word, const std::vector<std::string>& list) {
    return std::ranges::any_of(list, [&](const std::string& each) { return hash_word(each) == word.hash; });
  }
  static bool is_behind(const Block& block, const Word& word, const std::vector<std::string>& articles) {
    return word.end - word.begin <= kLongestArticle && begins_lower(word_text(block, word)) &&
           is_one_of(word, articles);
  }

  // A capital in mid-sentence is one of a name; behind an elided article ("l'Union") too.
  static bool opens(const Block& block, const Word& word) {
    if (!opens_clause(block.text, word.begin)) return false;
    if (word.begin == 0) return true;
    const CodePoint before = decode_before(block.text, word.begin);
    const bool apostrophe = before.value == '\'' || before.value == 0x2019;
    return !apostrophe || word.begin <= before.length ||
           !begins_lower(block.text.substr(decode_start(block.text, word.begin - before.length)));
  }
  static std::size_t decode_start(std::string_view text, std::size_t end) {
    return end - decode_before(text, end).length;
  }

  // "The european Union", but not "former president Obama", "actor Tom Reed".
  static bool follows_small(const Block& block, std::span<const Word> words, std::uint32_t i, unsigned home) {
    return i > 0 && ((kinship(words[i - 1].hash).small >> home) & 1U) != 0 &&
           block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end).size() <= 3;
  }

  // Neither is a part of a longer name that the other is not: "the Kent county cricket", "Kent County Council".
  [[nodiscard]] bool are_alike(const Pair& half, const Pair& whole) const {
    if (document_.block(half.block).language != document_.block(whole.block).language) return false;
    return neighbour(half, -1) == neighbour(whole, -1) && neighbour(half, 2) == neighbour(whole, 2);
  }

  // The capitalised word beside the pair, 0 where there is none.
  [[nodiscard]] std::uint32_t neighbour(const Pair& pair, int offset) const {
    const Block& block = document_.block(pair.block);
    const auto words = document_.words(block);
    const std::int64_t at = std::int64_t{pair.word} + offset;
    if (at < 0 || at >= static_cast<std::int64_t>(words.size())) return 0;
    const Word& word = words[static_cast<std::size_t>(at)];
    const Word& next = words[static_cast<std::size_t>(offset < 0 ? at + 1 : at)];
    const Word& last = words[static_cast<std::size_t>(offset < 0 ? at : at - 1)];
    if (!is_capitalised(word_text(block, word)) || !is_adjacent(block.text, last.end, next.begin)) return 0;
    const auto home = table_number(block.language);
    const bool small = home && ((kinship(word.hash).small >> *home) & 1U) != 0;
    return small ? 0 : word.hash;
  }

  [[nodiscard]] std::uint64_t key_of(const Pair& pair) const {
    const Block& block = document_.block(pair.block);
    const auto words = document_.words(block);
    const std::uint32_t one =
        inflections_ == nullptr ? words[pair.word].hash : hash_word(stem_of(word_text(block, words[pair.word])));
    return std::uint64_t{one} << 32U | words[pair.word + 1].hash;
  }
  // "Europäische" of "Europäischen": without its ending.
  [[nodiscard]] std::string_view stem_of(std::string_view word) const {
    std::size_t longest = 0;
    for (const std::string& ending : *inflections_) {
      if (word.ends_with(ending)) longest = std::max(longest, ending.size());
    }
    return word.substr(0, word.size() - longest);
  }
  [[nodiscard]] bool is_inflected(std::string_view word) const { return stem_of(word).size() < word.size(); }
  [[nodiscard]] const Word& word_of(const Pair& pair) const {
    return document_.words(document_.block(pair.block))[pair.word];
  }
  [[nodiscard]] TextPlace place_of(const Pair& pair, std::uint32_t count) const {
    const auto words = document_.words(document_.block(pair.block));
    return {pair.block, {words[pair.word].begin, words[pair.word + count - 1].end}};
  }

  const Document& document_;
  const Definition& definition_;
  const std::vector<std::string>* inflections_ = nullptr;  // of the block that is read
  std::unordered_map<std::uint64_t, Pair> whole_;
  std::vector<Pair> half_;
  std::unordered_map<std::uint32_t, Uses> capital_;  // behind an article, by the word's hash
  std::vector<Pair> small_;                          // the same, of any word
};

}  // namespace

std::vector<HalfName> find_half_names(const Document& document, const Definition& definition) {
  return HalfNames(document, definition).find();
}

}  // namespace stet

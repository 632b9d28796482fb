#include "check/kinds/consistency/half_names_support.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
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
constexpr std::size_t kLongestLink = 6;     // of "des"

// A word and the one behind it, by their places in a block; small words or a hyphen may stand between ("Cour des
// comptes", "Croix-Rouge").
struct Pair {
  std::uint32_t block = 0;
  std::uint32_t word = 0;
  std::uint32_t last = 0;
};

class HalfNames {
 public:
  HalfNames(const Document& document, const Definition& definition, const HalfNameWords& words)
      : document_(document), definition_(definition), words_(words) {}

  std::vector<HalfName> find() {
    for (std::uint32_t b = 0; b < document_.blocks().size(); ++b) collect(b);
    std::vector<HalfName> found;
    for (const Pair& half : half_) {
      inflections_ = words_.in(document_.block(half.block).language).inflections;
      const auto whole = whole_.find(key_of(half));
      if (whole == whole_.end() || !are_alike(half, whole->second.first)) continue;
      const auto halves = static_cast<std::size_t>(
          std::ranges::count_if(half_, [&](const Pair& each) { return key_of(each) == whole->first; }));
      // Of two that stand equally often the later one is odd.
      const Pair& first = whole->second.first;
      const bool whole_is_odd = definition_.option<std::vector<std::string>>(document_.block(half.block).language,
                                                                             kHalfNameKeys[0].name) != nullptr &&
                                halves >= whole->second.count &&
                                std::pair(half.block, half.word) < std::pair(first.block, first.word);
      found.push_back(whole_is_odd ? HalfName{place_of(first), place_of(half)}
                                   : HalfName{place_of(half), place_of(first)});
      if (whole_is_odd && halves > 1) break;
    }
    compare_linked(found);
    if (found.empty() && words_looked_at(document_, definition_) <= kShortArticle) compare_singles(found);
    if (found.size() > kMostFound) found.clear();
    return found;
  }

 private:
  struct Uses {
    Pair first;
    std::size_t count = 0;
  };
  struct Linked {
    Pair pair;
    std::uint64_t key = 0;
    bool first = false;   // has a capital
    bool second = false;  // likewise
    bool opens = false;   // where any word has a capital
    bool hyphen = false;
    bool institution = false;
  };

  void collect(std::uint32_t b) {
    const Block& block = document_.block(b);
    if (block.role != Role::kParagraph) return;
    const HalfNameWords::Words& own = words_.in(block.language);
    inflections_ = own.inflections;
    const auto home = table_number(block.language);
    if ((!own.has_definite && inflections_ == nullptr) || !home) return;
    const auto words = document_.words(block);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      const Word& one = words[i];
      if (one.end - one.begin < kLeastWord || is_small(one, *home)) continue;
      const bool first = is_capitalised(word_text(block, one));
      if (own.has_definite && i > 0 && is_behind(block, words[i - 1], own.definite) && !(first && opens(block, one))) {
        if (first) {
          note(capital_, {b, i, i}, *home);
        } else {
          small_.push_back({b, i, i});
        }
      }
      if (i + 1 == words.size()) continue;
      if (own.has_definite) collect_linked(b, i, *home, own);
      const Word& two = words[i + 1];
      const bool second = is_capitalised(word_text(block, two));
      if ((!first && !second) || two.end - two.begin < kLeastWord || is_small(two, *home)) continue;
      // "Deutscher Brauer-Bund"
      const bool goes_on = two.end < block.text.size() && block.text[two.end] == '-';
      if (!is_adjacent(block.text, one.end, two.begin) || goes_on) continue;
      if (first && second) {
        // Where nouns have capitals, an adjective has one from the sentence's begin.
        if (inflections_ != nullptr && (opens(block, one) || !is_inflected(word_text(block, one)))) continue;
        if (whole_.size() < kMostPairs)
          ++whole_.try_emplace(key_of({b, i, i + 1}), Uses{{b, i, i + 1}}).first->second.count;
      } else if (first ? begins_lower(word_text(block, two)) &&
                             !(opens(block, one) && !is_elided(block, words, i, own.definite))
                       : begins_lower(word_text(block, one)) && follows_small(block, words, i, *home)) {
        half_.push_back({b, i, i + 1});
      }
    }
  }

  // "L'Assemblée" has a capital of its own where it begins a sentence.
  static bool is_elided(const Block& block, std::span<const Word> words, std::uint32_t i,
                        const std::vector<std::uint32_t>& definite) {
    if (i == 0) return false;
    const std::string_view gap = block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
    return (gap == "'" || gap == "’") && is_one_of(words[i - 1], definite);
  }

  // "Cour des comptes", "Cour des Comptes"; "Croix-Rouge", "croix-Rouge"; "Bank of England", "bank of England".
  void collect_linked(std::uint32_t b, std::uint32_t i, unsigned home, const HalfNameWords::Words& own) {
    const Block& block = document_.block(b);
    const auto words = document_.words(block);
    const auto gap = [&](std::uint32_t at) {
      return block.text.substr(words[at - 1].end, words[at].begin - words[at - 1].end);
    };
    // Most words end here.
    const bool capital = is_capitalised(word_text(block, words[i]));
    if (!capital && !follows_small(block, words, i, home)) return;
    std::uint32_t last = i + 1;
    const bool hyphen = gap(last) == "-";
    if (!hyphen) {
      if (words[last].end - words[last].begin > kLongestLink || !is_small(words[last], home)) return;
      while (last < words.size() && is_adjacent(block.text, words[last - 1].end, words[last].begin) &&
             begins_lower(word_text(block, words[last])) &&
             (is_one_of(words[last], own.links) || (last > i + 1 && is_one_of(words[last], own.definite)))) {
        ++last;
        if (last < words.size() && (gap(last) == "'" || gap(last) == "’")) break;
      }
      if (last == i + 1 || last == words.size()) return;
      const std::string_view before = gap(last);
      if (before != "'" && before != "’" && !is_adjacent(block.text, words[last - 1].end, words[last].begin)) return;
    }
    const Word& two = words[last];
    const bool goes_on = two.end < block.text.size() && block.text[two.end] == '-';
    if (two.end - two.begin < kLeastWord || is_small(two, home) || goes_on || linked_.size() == kMostPairs) return;
    if (hyphen && i > 0 && gap(i) == "-") return;
    Linked linked;
    linked.pair = {b, i, last};
    linked.first = capital;
    linked.second = is_capitalised(word_text(block, two));
    linked.opens = linked.first && opens(block, words[i]);
    linked.hyphen = hyphen;
    linked.key = std::uint64_t{words[i].hash} << 32U | (two.hash + (hyphen ? 1 : 0));
    if (!linked.first && !linked.second) return;
    // A word of which the name is made, or an institution of a place.
    const bool listed = ((kinship(two.hash).own() >> home) & 1U) != 0;
    linked.institution = is_one_of(words[i], own.institutions);
    if (hyphen || listed || linked.institution) linked_.push_back(linked);
  }

  // Those of one name that are written in two ways: the rarer one, the later of equals.
  void compare_linked(std::vector<HalfName>& found) {
    std::ranges::stable_sort(linked_, {}, &Linked::key);
    for (auto begin = linked_.begin(); begin != linked_.end();) {
      const auto end = std::find_if(begin, linked_.end(), [&](const Linked& each) { return each.key != begin->key; });
      compare_group({begin, end}, found);
      begin = end;
    }
  }
  void compare_group(std::span<const Linked> group, std::vector<HalfName>& found) const {
    for (std::size_t j = 1; j < group.size(); ++j) {
      const Linked& one = group[0];
      const Linked& other = group[j];
      if (!differ(one, other)) continue;
      const auto same = [](const Linked& a, const Linked& b) { return a.first == b.first && a.second == b.second; };
      const auto count = [&](const Linked& form) {
        return std::ranges::count_if(group, [&](const Linked& each) { return same(each, form); });
      };
      if (!are_alike(one.pair, other.pair)) continue;
      const bool first_is_odd = count(one) < count(other);
      const Pair& odd = (first_is_odd ? one : other).pair;
      found.push_back({place_of(odd), place_of((first_is_odd ? other : one).pair)});
      return;
    }
  }
  static bool differ(const Linked& a, const Linked& b) {
    if (a.second != b.second) return a.first || b.first;
    // "Place de la République" may be an address.
    return a.second && a.first != b.first && !a.opens && !b.opens && (a.hyphen || a.institution);
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
      found.push_back({place_of(odd), place_of(usual)});
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
    const HalfNameWords::Words& own = words_.in(block.language);
    const auto is_link = [&] { return is_one_of(words[at], own.links); };
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
  static bool is_one_of(const Word& word, const std::vector<std::uint32_t>& hashes) {
    return std::ranges::find(hashes, word.hash) != hashes.end();
  }
  static bool is_behind(const Block& block, const Word& word, const std::vector<std::uint32_t>& articles) {
    return word.end - word.begin <= kLongestArticle && is_one_of(word, articles) &&
           begins_lower(word_text(block, word));
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
    return neighbour(half, false) == neighbour(whole, false) && neighbour(half, true) == neighbour(whole, true);
  }

  // The capitalised word beside the pair, 0 where there is none.
  [[nodiscard]] std::uint32_t neighbour(const Pair& pair, bool behind) const {
    const Block& block = document_.block(pair.block);
    const auto words = document_.words(block);
    if (behind ? pair.last + 1 >= words.size() : pair.word == 0) return 0;
    const Word& word = words[behind ? pair.last + 1 : pair.word - 1];
    const Word& next = words[behind ? pair.last + 1 : pair.word];
    const Word& last = words[behind ? pair.last : pair.word - 1];
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
    return std::uint64_t{one} << 32U | words[pair.last].hash;
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
  [[nodiscard]] TextPlace place_of(const Pair& pair) const {
    const auto words = document_.words(document_.block(pair.block));
    return {pair.block, {words[pair.word].begin, words[pair.last].end}};
  }

  const Document& document_;
  const Definition& definition_;
  const HalfNameWords& words_;
  const std::vector<std::string>* inflections_ = nullptr;  // of the block that is read
  std::unordered_map<std::uint64_t, Uses> whole_;
  std::vector<Pair> half_;
  std::vector<Linked> linked_;
  std::unordered_map<std::uint32_t, Uses> capital_;  // behind an article, by the word's hash
  std::vector<Pair> small_;                          // the same, of any word
};

}  // namespace

const HalfNameWords::Words& HalfNameWords::in(Language language) const {
  return languages_.get(language, [&] {
    const auto list = [&](std::size_t key) {
      return definition_->option<std::vector<std::string>>(language, kHalfNameKeys[key].name);
    };
    const auto hashes = [&](std::size_t key) {
      std::vector<std::uint32_t> found;
      if (const auto* words = list(key)) {
        for (const std::string& word : *words) found.push_back(hash_word(word));
      }
      return found;
    };
    return Words{hashes(0), hashes(2), hashes(3), list(1), list(0) != nullptr};
  });
}

std::vector<HalfName> find_half_names(const Document& document, const Definition& definition,
                                      const HalfNameWords& words) {
  return HalfNames(document, definition, words).find();
}

}  // namespace stet

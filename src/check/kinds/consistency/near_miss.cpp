// Kind `near-miss`: a word that stands once, is no word of the language, and is one letter away from another one of the
// article.
//
// Words one edit apart have in common what is left when one letter is taken out of each (or of one). So the words are
// filed under the hashes of what is left, where two words leave the same, and each rare word asks there: linear in the
// words. Where Hunspell dictionaries are installed, two words that they know are two words, and any letter that is not
// in the ending makes a slip of a word that they do not know.
#include <algorithm>
#include <array>
#include <compare>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/consistency/spelling_habits_support.h"
#include "check/kinds/consistency/stray_spelling_support.h"
#include "check/kinds/consistency/vocabulary_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"vowels", KeyType::kString, "the letters that make a word sound, without marks"},
    {"joints", KeyType::kString, "letters that a compound may have or lack at its joint: \"sn\""},
    {"endings", KeyType::kString, "letters that inflection adds to or takes from the last four"},
    {"variants", KeyType::kStrings, "what is spelled in two ways, \"lling=ling\""},
    {"apart", KeyType::kStrings, "two right words that are one letter apart, \"contact=contract\""},
});

constexpr std::size_t kLeastCounted = 6;
constexpr std::uint32_t kFrequent = 2;
constexpr std::size_t kMostPairs = 4000;  // different words of an article
constexpr std::size_t kLeastListed = 8;
// How many words away the other word may stand that is set beside this one: of a clear slip, of any.
constexpr std::ptrdiff_t kBeside = 3;
constexpr std::ptrdiff_t kSentence = 1000;
// In a book, words one letter apart meet by chance.
constexpr std::size_t kMostWords = 20000;

class NearMiss final : public Check {
 public:
  explicit NearMiss(const Definition& definition, Errors& errors) : definition_(definition) {
    for (const auto& [language, section] : definition.sections) {
      habits_[language] = read_habits(definition, language, errors);
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const Vocabulary vocabulary = count_words(document);
    const std::vector<Entry>& entries = vocabulary.entries();
    if (entries.size() > kMostWords) return;
    std::vector<bool> reported(entries.size());
    check_pairs(document, facts, entries, reported, sink);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].count == 1 && !reported[i]) check_listed(document, facts, entries[i], sink);
    }
  }

 private:
  void check_pairs(const Document& document, const Facts& facts, const std::vector<Entry>& entries,
                   std::vector<bool>& reported, Sink& sink) const {
    const std::vector<Pair> pairs = find_pairs(document, entries);
    if (pairs.empty()) return;
    for (auto pair = pairs.begin(); pair != pairs.end();) {
      const Entry& rare = entries[pair->rare];
      const Entry* best = nullptr;
      const Entry* doubtful = nullptr;
      for (const std::uint32_t own = pair->rare; pair != pairs.end() && pair->rare == own; ++pair) {
        const Entry& near = entries[pair->near];
        if (reported[pair->near] || (best != nullptr && near.count <= best->count)) continue;
        const SlipDoubt doubt = this->doubt(document, facts, rare, near);
        if (doubt == SlipDoubt::kSure || is_unlike(document, facts, rare, near)) {
          best = &near;
        } else if (doubt == SlipDoubt::kDoubtful) {
          doubtful = &near;
        }
      }
      const bool is_doubtful = best == nullptr && doubtful != nullptr;
      if (is_doubtful) best = doubtful;
      // Two words that a dictionary knows are two words.
      if (best == nullptr || (is_known(document, facts, rare) && is_known(document, facts, *best))) continue;
      report(document, rare, *best, is_doubtful, sink);
      reported[static_cast<std::size_t>(&rare - entries.data())] = true;
    }
  }

  // "frigthened": a word of no language, of which two letters changed places or one is doubled, and else it is a common
  // one.
  void check_listed(const Document& document, const Facts& facts, const Entry& entry, Sink& sink) const {
    const Block& block = document.block(entry.block);
    const auto home = table_number(block.language);
    if (!home || !definition_.looks_at(block.role) || !(kinship(entry.hash) == kKinships[0])) return;
    const std::string_view text = text_of(document, entry);
    if (text.size() < kLeastListed || !begins_lower(text)) return;
    const std::u32string wrong = code_points(text);
    if (wrong.size() < kLeastListed || !std::ranges::all_of(wrong, is_letter)) return;
    const SpellingHabits& habits = habits_.at(block.language);
    const auto right = listed_neighbour(text, wrong, *home, habits);
    if (!right || is_known(document, facts, entry) || is_name_part(document, entry)) return;
    Finding finding;
    finding.place = place_of(document, entry);
    finding.wording = "listed";
    finding.values = {{"word", std::string(text)}, {"other", *right}};
    finding.fixes.push_back({"write", {{"other", *right}}, false, {{finding.place, *right}}});
    sink.report(std::move(finding));
  }

  static std::u32string code_points(std::string_view text) {
    std::u32string letters;
    letters.reserve(text.size());
    for (std::size_t pos = 0; pos < text.size();) {
      const CodePoint c = decode_at(text, pos);
      letters += c.value;
      pos += c.length;
    }
    return letters;
  }

  // The common word of the language that a swap of neighbours, a letter doubled or one undoubled makes of it; neither
  // at its first letter nor in its ending.
  static std::optional<std::string> listed_neighbour(std::string_view word, const std::u32string& wrong, unsigned home,
                                                     const SpellingHabits& habits) {
    std::string text;
    const auto is_listed = [&](const std::u32string& candidate) -> std::optional<std::string> {
      text.clear();
      for (const char32_t c : candidate) append_utf8(text, c);
      // Forms are made by rule, and some of them are words that nobody uses.
      const WordKinship& kin = kinship(hash_word(text));
      const std::uint32_t real = candidate.size() < wrong.size() ? kin.common : kin.common | kin.forms;
      if ((real >> home & 1U) == 0 || is_known_pair(wrong, candidate, habits)) return {};
      // Of two words the right one has the letters of the language.
      if (letter_cost(word, home).sum <= letter_cost(text, home).sum) return {};
      return text;
    };
    std::u32string other;
    for (std::size_t i = 1; i + 2 < wrong.size(); ++i) {
      other = wrong;
      if (wrong[i] == wrong[i - 1]) {
        other.erase(i, 1);
      } else if (i + 3 < wrong.size() && wrong[i] != wrong[i + 1]) {
        std::swap(other[i], other[i + 1]);
      } else {
        continue;
      }
      if (auto found = is_listed(other)) return found;
    }
    return std::nullopt;
  }

  // A word that stands once, and one that leaves the same when a letter is taken out: numbers of entries.
  struct Pair {
    std::uint32_t rare = 0;
    std::uint32_t near = 0;
    auto operator<=>(const Pair&) const = default;
  };

  static std::vector<Pair> find_pairs(const Document& document, const std::vector<Entry>& entries) {
    struct Rest {
      std::uint64_t hash = 0;
      std::uint32_t entry = 0;
    };
    std::vector<Rest> rests;
    rests.reserve(entries.size() * 12);
    // Few words leave the same as another, so two bit fields answer most questions.
    BitField once;
    BitField filed;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
      std::uint64_t last = 0;
      for_each_rest(text_of(document, entries[i]), [&](std::uint64_t hash) {
        if (hash == last) return;  // one of two equal letters side by side
        last = hash;
        if (once.has(hash)) filed.set(hash);
        once.set(hash);
        rests.push_back({hash, i});
      });
    }
    std::erase_if(rests, [&](const Rest& rest) { return !filed.has(rest.hash); });
    std::ranges::sort(rests, {}, &Rest::hash);
    const std::uint32_t least = entries.size() > kMostPairs ? kFrequent : 1;
    std::vector<Pair> pairs;
    for (auto begin = rests.begin(); begin != rests.end();) {
      const auto end = std::find_if(begin, rests.end(), [&](const Rest& rest) { return rest.hash != begin->hash; });
      for (auto rare = begin; rare != end; ++rare) {
        if (entries[rare->entry].count != 1) continue;
        for (auto near = begin; near != end; ++near) {
          if (near->entry == rare->entry || entries[near->entry].count < least) continue;
          pairs.push_back({rare->entry, near->entry});
        }
      }
      begin = end;
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  Vocabulary count_words(const Document& document) const {
    Vocabulary vocabulary;
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      if (!is_prose(block.role) || !habits_.contains(block.language)) continue;
      const auto words = document.words(block);
      for (std::uint32_t i = 0; i < words.size(); ++i) {
        if (words[i].end - words[i].begin >= kLeastCounted) vocabulary.count(words[i].hash, b, i);
      }
    }
    return vocabulary;
  }

  // Of two words one letter apart, whether dictionaries of this machine know one and not the other, where neither is a
  // name and inflection does not make the difference.
  bool is_unlike(const Document& document, const Facts& facts, const Entry& rare, const Entry& other) const {
    const Block& block = document.block(rare.block);
    const std::string_view text = text_of(document, rare);
    if (&rare == &other || !definition_.looks_at(block.role) || !begins_lower(text)) return false;
    if (document.block(other.block).language != block.language || !begins_lower(text_of(document, other))) return false;
    const std::u32string wrong = folded_letters(text);
    const std::u32string right = folded_letters(text_of(document, other));
    const auto edit = single_edit(wrong, right);
    if (!edit || edit->at == 0 || edit->at + kTail >= std::max(wrong.size(), right.size())) return false;
    if (is_known_pair(wrong, right, habits_.at(block.language)) || stands_apart(document, rare, other)) return false;
    const Dictionaries& dictionaries = facts.knowledge().dictionaries;
    return !dictionaries.know(block.language, text).value_or(true) && is_known(document, facts, other);
  }

  // Whether a dictionary of this machine knows the word.
  static bool is_known(const Document& document, const Facts& facts, const Entry& entry) {
    const Block& block = document.block(entry.block);
    return facts.knowledge().dictionaries.know(block.language, text_of(document, entry)).value_or(false);
  }

  static std::string_view text_of(const Document& document, const Entry& entry) {
    const Block& block = document.blocks()[entry.block];
    return word_text(block, document.words(block)[entry.word]);
  }

  static TextPlace place_of(const Document& document, const Entry& entry) {
    const Word& word = document.words(document.blocks()[entry.block])[entry.word];
    return {entry.block, {word.begin, word.end}};
  }

  // Of two words one letter apart, of which one is no word of any language, whether it is a slip of the other.
  SlipDoubt doubt(const Document& document, const Facts& facts, const Entry& rare, const Entry& near) const {
    const Block& block = document.block(rare.block);
    if (&rare == &near || !definition_.looks_at(block.role) || document.block(near.block).language != block.language) {
      return SlipDoubt::kNothing;
    }
    const SlipDoubt found = doubt_spelling(spelled(document, rare), spelled(document, near), block.language,
                                           facts.numbers(block).capital_nouns, habits_.at(block.language));
    if (found == SlipDoubt::kNothing || is_set_off(document, rare) || is_between_marks(document, rare)) {
      return SlipDoubt::kNothing;
    }
    return stands_beside(document, rare, near, found == SlipDoubt::kSure ? kBeside : kSentence) ? SlipDoubt::kNothing
                                                                                                : found;
  }

  static SpelledWord spelled(const Document& document, const Entry& entry) {
    const Block& block = document.block(entry.block);
    const Word& word = document.words(block)[entry.word];
    return {word_text(block, word), word.hash, entry.count, opens_clause(block.text, word.begin)};
  }

  // A part of an address, or said to be spelled so.
  static bool is_set_off(const Document& document, const Entry& rare) {
    const Block& block = document.block(rare.block);
    const Word& word = document.words(block)[rare.word];
    if (document.is_set_aside(rare.block, {word.begin, word.end})) return true;
    const auto is_joined = [](char32_t c) { return c == '@' || c == '#' || c == '/' || c == '_'; };
    if (word.begin > 0 && is_joined(decode_before(block.text, word.begin).value)) return true;
    if (word.end >= block.text.size()) return false;
    const char32_t next = decode_at(block.text, word.end).value;
    return next == '@' || next == '_' || next == '/' || (next == '.' && word_char_at(block.text, word.end + 1)) ||
           block.text.substr(word.end).starts_with(" [sic");
  }

  static bool is_mark(char32_t c) { return std::u32string_view(U"\"“„”«»‚‘").find(c) != std::u32string_view::npos; }
  static bool is_behind_mark(const Block& block, const Word& word) {
    return word.begin > 0 && is_mark(decode_before(block.text, word.begin).value);
  }

  // A word that is quoted as such.
  static bool is_between_marks(const Document& document, const Entry& rare) {
    const Block& block = document.block(rare.block);
    const Word& word = document.words(block)[rare.word];
    return is_behind_mark(block, word) && word.end < block.text.size() &&
           is_mark(decode_at(block.text, word.end).value);
  }

  // A part of a name or an address, or a word with which a quotation begins.
  static bool is_name_part(const Document& document, const Entry& rare) {
    const Block& block = document.block(rare.block);
    const auto words = document.words(block);
    const Word& word = words[rare.word];
    if (is_set_off(document, rare) || is_behind_mark(block, word)) return true;
    if (rare.word == 0) return false;
    const Word& before = words[rare.word - 1];
    return is_adjacent(block.text, before.end, word.begin) && is_capitalised(word_text(block, word)) &&
           is_capitalised(word_text(block, before)) && !opens_clause(block.text, before.begin);
  }

  // The same, or one that is set beside the right one.
  static bool stands_apart(const Document& document, const Entry& rare, const Entry& frequent) {
    return is_name_part(document, rare) || stands_beside(document, rare, frequent, kSentence);
  }

  // Whether the other word stands in the same sentence, no more than `reach` words away.
  static bool stands_beside(const Document& document, const Entry& rare, const Entry& other, std::ptrdiff_t reach) {
    const Block& block = document.block(rare.block);
    const auto words = document.words(block);
    const TextSpan sentence = sentence_at(block.text, words[rare.word].begin);
    return std::ranges::any_of(words_in(words, sentence), [&](const Word& word) {
      return word.hash == other.hash && std::abs(&word - &words[rare.word]) <= reach;
    });
  }

  static void report(const Document& document, const Entry& rare, const Entry& frequent, bool is_doubtful, Sink& sink) {
    const std::string right(text_of(document, frequent));
    Finding finding;
    finding.place = place_of(document, rare);
    if (frequent.count == 1) finding.wording = "pair";
    if (is_doubtful) finding.severity = Severity::kInfo;
    finding.values = {{"word", std::string(text_of(document, rare))},
                      {"other", right},
                      {"count", NumberValue{static_cast<double>(frequent.count)}}};
    finding.related.push_back({place_of(document, frequent), "elsewhere", {{"other", right}}});
    finding.fixes.push_back({"write", {{"other", right}}, false, {{finding.place, right}}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  std::map<Language, SpellingHabits> habits_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<NearMiss>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind near_miss;
const Kind near_miss{"near-miss", "a word one letter away from one that the article uses", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

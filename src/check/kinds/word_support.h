// Words side by side: how they are spelled, and in what they differ.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "document/plain_lines.h"

namespace stet {

inline std::string_view word_text(const Block& block, const Word& word) {
  return block.text.substr(word.begin, word.end - word.begin);
}

// Those that begin in the span.
std::span<const Word> words_in(std::span<const Word> words, TextSpan span);

// "Putin", "O", "McDonald", but not "NATO": the first letter is upper case, the second, if any, is not.
bool is_capitalised(std::string_view word);

// Whether nothing but white space stands between the end of one word and the begin of the next, and no line break.
bool is_adjacent(std::string_view text, std::uint32_t end, std::uint32_t begin);

// Whether the word begins the sentence, a quotation or a clause behind a colon: where a capital says nothing.
bool opens_clause(std::string_view text, std::uint32_t begin);

// The folded letters of a word, a letter and its marks as one: "Ä" is one, and "ß" is "ss".
std::u32string folded_letters(std::string_view word);

// One of them without its marks.
constexpr char32_t base_letter(char32_t c) { return c < 0x200000U ? c : (c - 0x200000U) / 0x400U; }

// The one change that turns a word into another: a letter more, another letter, or two neighbours swapped.
struct SingleEdit {
  enum Kind : std::uint8_t { kOneMore, kOther, kSwapped };
  Kind kind = kOther;
  std::size_t at = 0;  // how many letters the two have in common before it
};
// Nothing when the words are equal or farther apart.
std::optional<SingleEdit> single_edit(std::u32string_view a, std::u32string_view b);

// Calls `action` with the hash of the word and of the word without each of its code points, case of ASCII ignored and
// "ß" as "ss". Good enough for a first look; the letters are compared afterwards.
template <class Action>
void for_each_rest(std::string_view word, Action action) {
  constexpr std::size_t kLongest = 64;
  constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15ULL;
  if (word.size() > kLongest) return;
  std::array<unsigned char, kLongest> bytes{};
  std::array<std::uint64_t, kLongest + 1> suffix{};
  std::array<std::uint64_t, kLongest + 1> power{};
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    bytes[i] = c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c + 32) : c;
    if (c == 0xC3 && i + 1 < word.size() && static_cast<unsigned char>(word[i + 1]) == 0x9F) {
      bytes[i] = bytes[i + 1] = 's';
      ++i;
    }
  }
  power[0] = 1;
  for (std::size_t i = 0; i < word.size(); ++i) power[i + 1] = power[i] * kBase;
  for (std::size_t i = word.size(); i > 0; --i) {
    suffix[i - 1] = suffix[i] + (bytes[i - 1] + 1U) * power[word.size() - i];
  }
  action(suffix[0]);
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t end = i + 1;
    while (end < word.size() && (bytes[end] & 0xC0U) == 0x80U) ++end;
    action(prefix * power[word.size() - end] + suffix[end]);
    for (; i < end; ++i) prefix = prefix * kBase + (bytes[i] + 1U);
  }
}

// Rewrites words letter by letter, the longest match first, so that spellings of one name become equal.
class SpellingKey {
 public:
  // Entries "dsch=j"; the left side in small letters. Adds what can't be read to `bad`.
  void add(std::string_view entry, std::vector<std::string>& bad);
  // Without marks, rewritten, and every run of one letter as one. Applied until nothing changes for equal neighbours.
  [[nodiscard]] std::string of(std::string_view word) const;

 private:
  using Entries = std::vector<std::pair<std::string, std::string>>;
  std::array<Entries, 256> entries_;  // by their first byte, the longest first
};

}  // namespace stet

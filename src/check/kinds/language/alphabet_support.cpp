#include "check/kinds/language/alphabet_support.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

MixedWord letters_of(std::string_view text, TextSpan span) {
  MixedWord word;
  word.span = span;
  for (std::uint32_t pos = span.begin; pos < span.end;) {
    const CodePoint c = decode_at(text, pos);
    const Alphabet alphabet = alphabet_of(c.value);
    if (alphabet == Alphabet::kLatin) {
      ++word.latin;
    } else if (alphabet != Alphabet::kOther) {
      word.other = word.others > 0 && word.other != alphabet ? Alphabet::kOther : alphabet;
      ++word.others;
    }
    word.digits = word.digits || is_digit(c.value);
    if (alphabet != Alphabet::kOther) word.letters.push_back({pos, c.value, alphabet});
    pos += c.length;
  }
  return word;
}

// Whether Latin letters may be among these bytes.
bool may_be_latin(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'A' && byte <= 'z' && (byte <= 'Z' || byte >= 'a')) || (byte >= 0xC3 && byte <= 0xC9) ||
           byte == 0xE1;
  });
}

bool only_lookalikes(const MixedWord& word) {
  return word.others > 0 && std::all_of(word.letters.begin(), word.letters.end(), [](const WordLetter& letter) {
           return lookalike_in(Alphabet::kLatin, letter.c) != 0;
         });
}

// Greek small letters that stand for quantities, genes and units wherever Latin letters do. Omicron does not.
bool is_symbol(const WordLetter& letter) {
  return letter.alphabet == Alphabet::kGreek && is_lower(letter.c) && letter.c != U'ο';
}

// "SMSка", "iPhoneом": a foreign name or abbreviation with the ending of its sentence.
bool is_inflected(const MixedWord& word) {
  if (word.runs() != 2 || word.letters.front().alphabet != Alphabet::kLatin) return false;
  const WordLetter& last_latin = word.letters[word.latin - 1];
  return word.latin >= 3 || (word.latin == 2 && is_upper(last_latin.c));
}

}  // namespace

std::size_t MixedWord::runs() const {
  std::size_t count = letters.empty() ? 0 : 1;
  for (std::size_t i = 1; i < letters.size(); ++i) count += letters[i].alphabet != letters[i - 1].alphabet ? 1 : 0;
  return count;
}

BlockAlphabets alphabets_of(const Document& document, const Block& block) {
  BlockAlphabets result;
  if (!has_other_alphabet(block.text) || !may_be_latin(block.text)) return result;
  std::vector<TextSpan> others;
  for (const Word& word : document.words(block)) {
    const TextSpan span{word.begin, word.end};
    const std::string_view bytes = block.text.substr(span.begin, span.size());
    if (!has_other_alphabet(bytes)) {
      ++result.latin_words;
    } else if (!may_be_latin(bytes)) {
      others.push_back(span);
    } else if (MixedWord letters = letters_of(block.text, span); letters.latin > 0 && letters.others > 0) {
      result.mixed.push_back(std::move(letters));
    } else {
      others.push_back(span);
    }
  }
  result.other_words = others.size();
  if (result.other_words >= result.latin_words) return result;
  for (const TextSpan span : others) {
    MixedWord letters = letters_of(block.text, span);
    if (only_lookalikes(letters)) result.other.push_back(std::move(letters));
  }
  return result;
}

std::vector<Replacement> replacements(const MixedWord& word, Alphabet alphabet) {
  std::vector<Replacement> result;
  for (const WordLetter& letter : word.letters) {
    if (letter.alphabet == alphabet) continue;
    const char32_t by = lookalike_in(alphabet, letter.c);
    if (by == 0) return {};
    std::string bytes;
    append_utf8(bytes, letter.c);
    result.push_back({{letter.begin, letter.begin + static_cast<std::uint32_t>(bytes.size())}, by});
  }
  return result;
}

Reading read_mixed(const BlockAlphabets& block, const MixedWord& word) {
  if (word.other == Alphabet::kOther) return {};
  std::vector<Replacement> latin = replacements(word, Alphabet::kLatin);
  std::vector<Replacement> other = replacements(word, word.other);
  if (word.other == Alphabet::kGreek) {
    // A Greek letter at the edge of a Latin word is a symbol: "TNFα".
    const bool symbol = is_symbol(word.letters.front()) || is_symbol(word.letters.back());
    // "ΕU" is none, "ΔU" has no letter that looks Latin.
    const bool capitals = std::all_of(word.letters.begin(), word.letters.end(),
                                      [](const WordLetter& letter) { return is_upper(letter.c); });
    if ((word.letters.size() < 3 && !capitals) || (word.others < word.latin && symbol)) return {};
  }
  const bool native = block.other_words > block.latin_words;  // the block is not written in Latin letters
  if (native && is_inflected(word)) {
    latin.clear();
    other.clear();
  }
  if (word.letters.size() < 2 || (latin.empty() && other.empty())) return {};
  if (other.empty()) return {Alphabet::kLatin, word.latin >= word.others, std::move(latin)};
  if (latin.empty()) return {word.other, word.others >= word.latin, std::move(other)};
  // Every letter exists in both: the sentence decides.
  const bool clear = native ? word.others >= word.latin : word.latin >= word.others;
  return native ? Reading{word.other, clear, std::move(other)} : Reading{Alphabet::kLatin, clear, std::move(latin)};
}

}  // namespace stet

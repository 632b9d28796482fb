// The words of one sentence or line, weighed for each language against the one that the text is in.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {

// Languages are numbers of kTableLanguages, words are counted from the unit's first. One object serves unit after unit.
class UnitWords {
 public:
  // A run of words, and the sum of their gains.
  struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    float sum = 0;
  };

  UnitWords(std::string_view text, unsigned home)
      : text_(text), home_(home), home_bit_(1U << home), latin_home_((kAlphabets['a'] & home_bit_) != 0) {}

  // Takes other words of the text.
  void take(std::span<const Word> words);
  // Whether some language may come to enough, with all that letters could say taken for granted.
  [[nodiscard]] bool is_suspicious() const;
  // Weighs each word: by the lists that it stands in, else by its letters. Needed before gain() and best_run().
  void weigh();

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] unsigned home() const { return home_; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] const Word& at(std::size_t i) const { return words_[i]; }
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
  }
  [[nodiscard]] const WordKinship& kin(std::size_t i) const { return kinships_[i]; }
  // Where all is in capitals none of them is a sign.
  [[nodiscard]] bool is_upper(std::size_t i) const {
    if (capitals_) return false;
    const auto c = static_cast<unsigned char>(text_[words_[i].begin]);
    return c < 0x80 ? c >= 'A' && c <= 'Z' : stet::is_upper(decode_at(text_, words_[i].begin).value);
  }
  [[nodiscard]] bool is_letter(std::size_t i) const { return decode_at(word(i), 0).length == word(i).size(); }
  [[nodiscard]] bool is_number(std::size_t i) const {
    const std::string_view digits = word(i);
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  // Part of an address or a file name.
  [[nodiscard]] bool is_glued(std::size_t i) const { return joins_next(i) || (i > 0 && joins_next(i - 1)); }
  // Listed in the text's own language; in that or among what it borrows; in another language.
  [[nodiscard]] bool is_at_home(std::size_t i) const { return (kin(i).own() & home_bit_) != 0; }
  [[nodiscard]] bool is_known_here(std::size_t i) const { return ((kin(i).own() | kin(i).borrowed) & home_bit_) != 0; }
  [[nodiscard]] bool is_of(std::size_t i, std::size_t language) const { return (kin(i).own() >> language & 1U) != 0; }
  [[nodiscard]] bool is_small_of(std::size_t i, std::size_t language) const {
    return (kin(i).small >> language & 1U) != 0;
  }
  // A small word that stands inside of names too.
  [[nodiscard]] bool is_name_word(std::size_t i, std::size_t language) const {
    return (kin(i).names >> language & 1U) != 0;
  }
  [[nodiscard]] bool is_verb(std::size_t i, std::size_t language) const { return (kin(i).verbs >> language & 1U) != 0; }
  // The text's own alone, and not by a gap in the other language's list. The words must have been weighed.
  [[nodiscard]] bool is_against(std::size_t i, std::size_t language) const;
  // Capitalised, and listed in neither of the two languages.
  [[nodiscard]] bool is_name(std::size_t i, std::size_t language) const {
    return is_upper(i) && !is_of(i, language) && !is_at_home(i);
  }
  // Written with letters that the text's own language lacks; and that the other one has.
  [[nodiscard]] bool is_strange(std::size_t i) const;
  [[nodiscard]] bool has_letters_of(std::size_t i, std::size_t language) const;
  // Whether a word's first letter is Latin where the text's own language is not, or the other way round. In UTF-8
  // Latin letters begin below 0xCD, but for a few of Vietnamese and phonetics.
  [[nodiscard]] static bool is_other_script(unsigned char first, bool latin_home) {
    return latin_home ? first >= 0xCD && first != 0xE1 : first >= 'a' && first < 0xCD;
  }
  [[nodiscard]] bool latin_home() const { return latin_home_; }

  // How much more the language would like the word than the text's own does: ln of the odds, roughly.
  [[nodiscard]] float gain(std::size_t i, std::size_t language) const { return gains_[i][language]; }
  // The run with the greatest sum of gains (Kadane's maximum subarray).
  [[nodiscard]] Run best_run(std::size_t language, std::size_t from, std::size_t to) const;
  // The run, with the words between `from` and `to` at its edges that are weak by themselves taken in.
  [[nodiscard]] Run with_edges(Run run, std::size_t language, std::size_t from, std::size_t to) const;

 private:
  [[nodiscard]] bool is_capitals() const;
  [[nodiscard]] bool is_in_its_place(std::size_t i) const;
  [[nodiscard]] bool is_hyphenated(std::size_t i) const;
  [[nodiscard]] bool joins_next(std::size_t i) const;
  [[nodiscard]] bool is_between_names(std::size_t i) const;
  [[nodiscard]] float most_hope(std::uint32_t language) const;
  void by_list(const WordKinship& kin, float at_home, LanguageScores& gain) const;
  static void bar(const WordKinship& kin, LanguageScores& gain);
  void contrast(std::size_t i, LanguageScores& gain) const;
  void relate(std::size_t i, LanguageScores& gain) const;
  void by_letters(std::string_view word, LanguageScores& gain) const;
  void damp(std::size_t i, LanguageScores& gain) const;
  [[nodiscard]] bool may_belong(std::size_t from, std::size_t to, std::size_t language, float most) const;

  std::string_view text_;
  unsigned home_;
  std::uint32_t home_bit_;
  bool latin_home_;
  bool capitals_ = false;
  std::span<const Word> words_;
  std::vector<WordKinship> kinships_;  // of words_
  std::vector<LanguageScores> gains_;  // likewise
};

}  // namespace stet

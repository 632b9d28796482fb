// Which language a text is written in.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/language.h"
#include "text/language_tables.h"
#include "text/words.h"

namespace stet {

// A vote of the small words of a text ("und", "the", "de la"), by their hashes: fast, for the languages in
// rules/lexicon/common-words.toml only.
class LanguageVote {
 public:
  static constexpr std::size_t kEnough = 400;  // words; more change nothing

  // Of words in a text. Those with a capital within a sentence have no vote.
  void add(std::string_view text, std::span<const Word> words);
  [[nodiscard]] std::size_t words() const { return words_; }
  // Known when it is clear: eight small words, one word in six, a third of the words known, and half again as many
  // votes as the next language; or somewhat more, and half again as many words known in any list.
  [[nodiscard]] Language winner() const;
  // The language that lists most of the words, and a third more than `other` does; unknown when there is none.
  [[nodiscard]] Language leader_over(Language other) const;

 private:
  std::size_t words_ = 0;
  std::size_t listed_bytes_ = 0;  // of words in any list
  std::size_t other_bytes_ = 0;   // of others: most of a text in Chinese with an English sentence
  std::array<std::uint32_t, kMostLanguages> score_{};
  std::array<std::uint32_t, kMostLanguages> found_{};
  std::array<std::uint32_t, kMostLanguages> known_{};
};

// The language of a whole article, from its small words where they are clear, else of some length from CLD2 (Compact
// Language Detector 2) where that is sure, else from each of its words by lists and letters. Looks at the first
// 16 kilobytes at most. Unknown when there is too little text.
Language detect_language(std::string_view text);

// What CLD2 makes of a few words; wrong often below some six. Unknown when it has no opinion.
Language detect_short(std::string_view text);

}  // namespace stet

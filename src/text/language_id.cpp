#include "text/language_id.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/function_words.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::size_t kVoteBytes = 4096;
constexpr std::size_t kDetectBytes = 16384;
constexpr std::size_t kLeastBytes = 12;
constexpr std::size_t kLanguages = std::size(kFunctionWords);

using Votes = std::unordered_map<std::uint32_t, std::uint32_t>;  // hash of a word → a bit for each language

const Votes& votes() {
  static const Votes instance = [] {
    Votes made;
    std::vector<Word> words;
    for (std::size_t i = 0; i < kLanguages; ++i) {
      words.clear();
      cut_words(kFunctionWords[i].words, words);
      for (const Word& word : words) made[word.hash] |= 1U << i;
    }
    return made;
  }();
  return instance;
}

std::string_view head(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (!is_boundary(text, bytes)) --bytes;
  return text.substr(0, bytes);
}

// Clear when the winner has eight words and one and a half times the votes of the next. Words of many languages
// weigh less.
Language by_function_words(std::string_view text) {
  std::vector<Word> words;
  cut_words(head(text, kVoteBytes), words);
  std::array<unsigned, kLanguages> score{};
  std::array<unsigned, kLanguages> found{};
  for (const Word& word : words) {
    const auto it = votes().find(word.hash);
    if (it == votes().end()) continue;
    const auto shared = static_cast<unsigned>(__builtin_popcount(it->second));
    for (std::size_t i = 0; i < kLanguages; ++i) {
      if ((it->second >> i & 1U) == 0) continue;
      score[i] += 12 / std::min(shared, 6U);
      ++found[i];
    }
  }
  const auto best = static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin());
  unsigned second = 0;
  for (std::size_t i = 0; i < kLanguages; ++i) {
    if (i != best) second = std::max(second, score[i]);
  }
  // Fewer than one small word in six is no article in any of these languages.
  if (found[best] < 8 || found[best] * 6 < words.size() || score[best] * 2 < second * 3) return {};
  return Language(kFunctionWords[best].language);
}

Language by_cld2(std::string_view text) {
  text = head(text, kDetectBytes);
  bool reliable = false;
  const CLD2::Language found = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
  if (found == CLD2::UNKNOWN_LANGUAGE || found == CLD2::TG_UNKNOWN_LANGUAGE) return {};
  const std::string_view code = CLD2::LanguageCode(found);
  if (code == "iw") return Language("he");  // the codes of before 1989
  if (code == "no") return Language("nb");
  return Language(code);
}

}  // namespace

Language detect_language(std::string_view text) {
  if (text.size() < kLeastBytes) return {};
  const Language voted = by_function_words(text);
  return voted.known() ? voted : by_cld2(text);
}

}  // namespace stet

#include "text/language_id.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <string>
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
static_assert(kLanguages <= 32);

// A word's hash → the languages that it is a small word of, a bit each. Open addressing; 0 is an empty place.
class SmallWords {
 public:
  static const SmallWords& instance() {
    static const SmallWords made;
    return made;
  }

  [[nodiscard]] std::uint32_t languages(std::uint32_t hash) const {
    for (std::uint32_t at = hash; table_[at % kSize].languages != 0; ++at) {
      if (table_[at % kSize].hash == hash) return table_[at % kSize].languages;
    }
    return 0;
  }

 private:
  static constexpr std::size_t kSize = 4096;
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t languages = 0;
  };

  SmallWords() {
    std::vector<Word> words;
    for (std::size_t i = 0; i < kLanguages; ++i) {
      words.clear();
      cut_words(kFunctionWords[i].words, words);
      for (const Word& word : words) {
        std::uint32_t at = word.hash;
        while (table_[at % kSize].languages != 0 && table_[at % kSize].hash != word.hash) ++at;
        table_[at % kSize].hash = word.hash;
        table_[at % kSize].languages |= 1U << i;
      }
    }
  }

  std::array<Entry, kSize> table_{};
};

std::string_view head(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (!is_boundary(text, bytes)) --bytes;
  return text.substr(0, bytes);
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

void LanguageVote::add(std::span<const Word> words) {
  const SmallWords& small = SmallWords::instance();
  for (const Word& word : words) {
    if (++words_ > kEnough) return;
    std::uint32_t languages = small.languages(word.hash);
    if (languages == 0) continue;
    // Words of many languages weigh less.
    const auto weight = 12U / std::min(static_cast<unsigned>(__builtin_popcount(languages)), 6U);
    for (; languages != 0; languages &= languages - 1) {
      const auto i = static_cast<std::size_t>(__builtin_ctz(languages));
      score_[i] += weight;
      ++found_[i];
    }
  }
}

Language LanguageVote::winner() const {
  const auto best = static_cast<std::size_t>(std::max_element(score_.begin(), score_.end()) - score_.begin());
  std::uint32_t second = 0;
  for (std::size_t i = 0; i < score_.size(); ++i) {
    if (i != best) second = std::max(second, score_[i]);
  }
  const std::size_t counted = std::min(words_, kEnough);
  if (found_[best] < 8 || found_[best] * 6 < counted || score_[best] * 2 < second * 3) return {};
  return Language(kFunctionWords[best].language);
}

Language detect_language(std::string_view text) {
  if (text.size() < kLeastBytes) return {};
  std::vector<Word> words;
  cut_words(head(text, kVoteBytes), words);
  LanguageVote vote;
  vote.add(words);
  const Language voted = vote.winner();
  return voted.known() ? voted : by_cld2(text);
}

}  // namespace stet

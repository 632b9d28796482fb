#include "text/language_id.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <vector>

#include "text/language_model.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::size_t kVoteBytes = 4096;
constexpr std::size_t kDetectBytes = 16384;
constexpr std::size_t kLeastBytes = 12;

std::string_view head(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (!is_boundary(text, bytes)) --bytes;
  return text.substr(0, bytes);
}

Language language_of(CLD2::Language found) {
  if (found == CLD2::UNKNOWN_LANGUAGE || found == CLD2::TG_UNKNOWN_LANGUAGE) return {};
  const std::string_view code = CLD2::LanguageCode(found);
  if (code == "iw") return Language("he");  // the codes of before 1989
  if (code == "no") return Language("nb");
  return Language(code);
}

Language by_cld2(std::string_view text) {
  text = head(text, kDetectBytes);
  bool reliable = false;
  return language_of(CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable));
}

}  // namespace

void LanguageVote::add(std::span<const Word> words) {
  for (const Word& word : words) {
    if (++words_ > kEnough) return;
    const WordKinship& kin = kinship(word.hash);
    for (std::uint32_t known = kin.small | kin.common | kin.forms; known != 0; known &= known - 1) {
      ++known_[static_cast<std::size_t>(__builtin_ctz(known))];
    }
    std::uint32_t languages = kin.small;
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
  const std::size_t counted = std::min(words_, kEnough);
  if (found_[best] < 8 || found_[best] * 6 < counted) return {};
  for (std::size_t i = 0; i < score_.size(); ++i) {
    if (i == best || score_[best] * 2 >= score_[i] * 3) continue;
    // Dutch and Afrikaans have their small words in common, but not the others.
    if (score_[best] * 9 < score_[i] * 10 || known_[best] * 2 < known_[i] * 3) return {};
  }
  return kTableLanguages[best];
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

Language detect_short(std::string_view text) {
  text = head(text, kDetectBytes);
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found =
      CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, CLD2::kCLDFlagBestEffort,
                                     languages, percents, scores, nullptr, &bytes, &reliable);
  return language_of(found);
}

}  // namespace stet

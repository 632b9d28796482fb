#include "text/language_model.h"

#include <algorithm>

namespace stet {
namespace {

const LetterCosts* costs_of(LetterRun run) {
  const std::size_t slots = kLetterKeys.size();
  for (std::uint32_t slot = letter_slot(run, slots); kLetterKeys[slot] != 0;
       slot = (slot + 1) & static_cast<std::uint32_t>(slots - 1)) {
    if (kLetterKeys[slot] >> 24U == run) return &kLetterCosts[(kLetterKeys[slot] & 0xFFFFFFU) - 1];
  }
  return nullptr;
}

}  // namespace

std::optional<unsigned> table_number(Language language) {
  const auto found = std::find(kTableLanguages.begin(), kTableLanguages.end(), language);
  if (found == kTableLanguages.end()) return std::nullopt;
  return static_cast<unsigned>(found - kTableLanguages.begin());
}

LanguageScores letter_scores(std::string_view word) {
  std::array<std::uint32_t, kMostLanguages> sums{};
  each_letter_run(word, [&](LetterRun run) {
    const LetterCosts* costs = costs_of(run);
    if (costs == nullptr) return;
    for (std::size_t i = 0; i < kMostLanguages; ++i) sums[i] += (*costs)[i];
  });
  const std::size_t languages = kTableLanguages.size();
  double mean = 0;
  for (std::size_t i = 0; i < languages; ++i) mean += sums[i];
  mean /= static_cast<double>(languages);
  LanguageScores scores{};
  for (std::size_t i = 0; i < languages; ++i) scores[i] = static_cast<float>((mean - sums[i]) / kLetterScale);
  return scores;
}

LetterCost letter_cost(std::string_view word, unsigned home) {
  constexpr float kUnheardOf = 255;
  float worst = 0;
  float sum = 0;
  each_letter_run(word, [&](LetterRun run) {
    const LetterCosts* costs = costs_of(run);
    const float cost = costs == nullptr ? kUnheardOf : static_cast<float>((*costs)[home]);
    worst = std::max(worst, cost);
    sum += cost;
  });
  constexpr auto kScale = static_cast<float>(kLetterScale);
  return {worst / kScale, sum / kScale};
}

std::uint32_t writers(std::string_view word) {
  std::uint32_t all = 0xFFFFFFFFU;
  for (std::size_t pos = 0; pos < word.size();) {
    const CodePoint c = decode_at(word, pos);
    pos += c.length;
    // Marks are told by the letters that they stand on.
    if (c.value >= 0x300 && c.value <= 0x36F) continue;
    all &= c.value < kAlphabetEnd ? kAlphabets[c.value] : 0;
  }
  return all;
}

}  // namespace stet

#include "check/kinds/contradiction/retold_numbers_support.h"

#include <algorithm>
#include <utility>

#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kBesideCount = 5;  // words between a number and what is counted, and one
constexpr std::uint32_t kBelow = 3;      // blocks below a headline that tell the same

}  // namespace

std::optional<std::pair<TextPlace, TextPlace>> RetoldNumbers::other_count(std::uint8_t slot, bool sums) const {
  for (const Said& first : article_.said()) {
    if (first.slot != slot || !article_.is_title(first) || first.unreal) continue;
    const Quantity* const counted = count_beside(first);
    if (counted == nullptr || is_told(*counted) || (sums && is_sum(*counted))) continue;
    for (const Said& second : article_.said()) {
      if (second.slot != slot || article_.is_title(second) || second.block > article_.lead() + kBelow) continue;
      const Quantity* const other = count_beside(second);
      if (other == nullptr || other->value == counted->value || article_.is_parted(first, second, false)) continue;
      return std::pair{TextPlace{counted->block, counted->span}, TextPlace{other->block, other->span}};
    }
  }
  return std::nullopt;
}

std::optional<std::pair<TextPlace, TextPlace>> RetoldNumbers::other_score(std::uint8_t slot) const {
  std::vector<Score> all;
  for (std::uint32_t i = 0; i < article_.document().blocks().size(); ++i) {
    const Block& block = article_.document().block(i);
    if (!article_.looks_at(block)) continue;
    for (Score& score : scores_in(i, {0, static_cast<std::uint32_t>(block.text.size())}))
      all.push_back(std::move(score));
  }
  if (all.size() < 2) return std::nullopt;
  const Score& end = all.front();
  const Block& begin = article_.document().block(end.place.block);
  const TextSpan first = sentence_at(begin.text, end.place.span.begin);
  const bool opening = article_.is_title(end.place.block) || end.place.block == article_.lead();
  if (!opening || scores_in(end.place.block, first).size() != 1 || holds(article_.words().halves, begin.text, first)) {
    return std::nullopt;
  }
  const Score* other = nullptr;
  for (const Score& score : all) {
    if (score.is_of(end)) continue;
    if (other != nullptr) return std::nullopt;  // half time, another match
    other = &score;
  }
  if (other == nullptr) return std::nullopt;
  const Block& block = article_.document().block(other->place.block);
  const TextSpan span = other->place.span;
  const TextSpan sentence = sentence_at(block.text, span.begin);
  const bool named = std::ranges::any_of(article_.said(), [&](const Said& said) {
    return said.slot == slot && said.block == other->place.block && said.span.begin >= span.end &&
           words_in(article_.document().words(block), {span.end, said.span.begin}).empty();
  });
  const bool definite = article_.stands_before(block, sentence, span.begin, 1, article_.words().definite);
  if (!named && !definite) return std::nullopt;
  Said place;
  place.block = other->place.block;
  place.span = span;
  place.sentence = sentence;
  place.begin = span.begin;
  const TextSpan clause = clause_of(block.text, sentence, span);
  // "The year before they lost 3-0" is another match; "the 3-1" takes for granted that it is known.
  const TextSpan part = definite ? article_.noun_phrase(place) : clause;
  if (holds(article_.words().halves, block.text, clause) || holds(article_.words().parting, block.text, part)) {
    return std::nullopt;
  }
  return std::pair{end.place, other->place};
}

const Quantity* RetoldNumbers::count_beside(const Said& said) const {
  const Block& block = article_.document().block(said.block);
  const TextSpan clause = clause_of(block.text, said.sentence, said.span);
  const Quantity* found = nullptr;
  std::size_t nearest = kBesideCount;
  for (const Quantity& quantity : article_.facts().quantities(said.block, clause)) {
    const bool before = quantity.span.end <= said.span.begin;
    const TextSpan between = before ? TextSpan{quantity.span.end, said.span.begin}
                                    : TextSpan{said.span.end, std::max(said.span.end, quantity.span.begin)};
    const std::size_t far = words_in(article_.document().words(block), between).size();
    if (far >= nearest) continue;
    nearest = far;
    const bool plain = quantity.unit == kNoUnit && quantity.hedge == Hedge::kExact && !quantity.article &&
                       quantity.range == Quantity::Range::kSingle && !quantity.fraction && !quantity.rate &&
                       !quantity.ambiguous && quantity.decimals == 0;
    found = plain ? &quantity : nullptr;
  }
  return found;
}

bool RetoldNumbers::is_told(const Quantity& counted) const {
  return std::ranges::any_of(article_.facts().quantities(), [&](const Quantity& quantity) {
    return quantity.block > counted.block && !quantity.article && quantity.value == counted.value;
  });
}

// "Three in the car, four in the bus and one on the road".
bool RetoldNumbers::is_sum(const Quantity& counted) const {
  std::vector<double> parts;
  for (const Quantity& quantity : article_.facts().quantities()) {
    if (quantity.block > counted.block && quantity.unit == kNoUnit) parts.push_back(quantity.value);
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double two = parts[i] + parts[j];
      if (two == counted.value) return true;
      for (std::size_t k = 0; k < j; ++k) {
        if (two + parts[k] == counted.value) return true;
      }
    }
  }
  return false;
}

std::vector<RetoldNumbers::Score> RetoldNumbers::scores_in(std::uint32_t number, TextSpan span) const {
  const Block& block = article_.document().block(number);
  const std::span<const Word> words = words_in(article_.document().words(block), span);
  const auto is_number = [&](const Word& word) {
    const std::string_view text = word_text(block, word);
    return text.size() <= 3 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  };
  std::vector<Score> found;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view gap = block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
    if (gap != ":" && gap != "-" && gap != "\u2013") continue;
    if (!is_number(words[i - 1]) || !is_number(words[i])) continue;
    // A clock time, a season, a row of sets.
    const std::string_view rest = block.text.substr(words[i].end, 2);
    const bool goes_on = rest.size() == 2 && (rest[0] == ':' || rest[0] == '-') && rest[1] >= '0' && rest[1] <= '9';
    const bool clock = gap == ":" && word_text(block, words[i]).size() == 2 && rest.starts_with(" U");
    if (goes_on || clock) continue;
    found.push_back({{number, {words[i - 1].begin, words[i].end}},
                     std::string(word_text(block, words[i - 1])),
                     std::string(word_text(block, words[i]))});
  }
  return found;
}

}  // namespace stet

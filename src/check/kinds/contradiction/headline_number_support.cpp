#include "check/kinds/contradiction/headline_number_support.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <vector>

#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kMostWords = 320;   // of an article that tells of one thing
constexpr std::size_t kBehind = 3;        // words behind a number in which stands what it counts
constexpr std::size_t kShortest = 4;      // letters of such a word
constexpr std::size_t kFewestWords = 25;  // of an article
constexpr std::size_t kMostValues = 3;    // that the text gives
constexpr std::uint32_t kNear = 30;       // bytes behind a number in which what it counts silences nothing: "tips"
constexpr double kFarthestRatio = 2.5;    // numbers farther apart are of different things
constexpr double kFewestYears = 5;
constexpr double kLarge = 1000;  // numbers that a headline rounds
constexpr double kSlack = 0.05;

bool is_single(const Quantity& number) {
  return number.range == Quantity::Range::kSingle && !number.ambiguous && !number.article && !number.fraction &&
         number.value >= 2 && (number.hedge == Hedge::kExact || number.hedge == Hedge::kAbout);
}

// The forms of the words right behind it, no mark between: "four simple tips".
std::vector<std::string> counted_words(const Document& document, const Quantity& quantity) {
  const Block& block = document.block(quantity.block);
  const TextSpan sentence = sentence_at(block.text, quantity.span.begin);
  const TextSpan clause = clause_of(block.text, sentence, quantity.span);
  std::vector<std::string> forms;
  for (const Word& word : words_in(document.words(block), {quantity.span.end, clause.end})) {
    if (forms.size() == kBehind) break;
    forms.push_back(context_form(word_text(block, word)));
  }
  return forms;
}

bool count_same(const Document& document, const Quantity& a, const Quantity& b) {
  if (a.unit != kNoUnit || b.unit != kNoUnit) return a.unit == b.unit;
  const std::vector<std::string> others = counted_words(document, b);
  const std::vector<std::string> own = counted_words(document, a);
  return std::ranges::any_of(own, [&](const std::string& word) {
    return word.size() >= kShortest &&
           std::ranges::any_of(others, [&](const std::string& other) { return is_same_word(word, other); });
  });
}

// What a text may give for the number of a headline: 25,000 for 24,612, and not 3 for 2.50.
Interval near(const Quantity& number) {
  if (number.value >= kLarge) return number.interval(Rounding::kZeros, 0.2);
  return {number.value * (1 - kSlack), number.value * (1 + kSlack)};
}

bool is_guarded(const Facts& facts, const Definition& definition, const Quantity& quantity, TextSpan clause) {
  constexpr std::uint8_t kGuards = 1;  // kDateGuardKeys are the first keys
  return std::ranges::any_of(facts.matches().in(definition.slot, quantity.block, clause), [&](const Hit& hit) {
    const bool counted = hit.span.begin >= quantity.span.end && hit.span.begin < quantity.span.end + kNear;
    return hit.key <= kGuards && !counted;
  });
}

// "Five goals", of a match that ended 3-2.
bool is_sum_of_score(const Document& document, const Quantity& number) {
  constexpr std::size_t kMostDigits = 2;
  for (const Block& block : document.blocks()) {
    if (!is_prose(block.role)) continue;
    const std::span<const Word> words = document.words(block);
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string_view gap = block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
      if (gap != ":" && gap != "-" && gap != "\u2013") continue;
      double sum = 0;
      for (const Word* word : {&words[i - 1], &words[i]}) {
        const std::string_view text = word_text(block, *word);
        unsigned value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool plain = error == std::errc() && end == text.data() + text.size() && text.size() <= kMostDigits;
        sum = plain ? sum + value : -1000;
      }
      if (sum == number.value) return true;
    }
  }
  return false;
}

}  // namespace

const Quantity* number_instead(const Document& document, const Facts& facts, const Definition& definition,
                               const Quantity& number, std::uint8_t cues) {
  const bool years = number.dimension_of() == Dimension::kTime;
  if (!is_single(number) || number.hedge != Hedge::kExact || number.is_percent()) return nullptr;
  if (years && (unit_of(number.unit).key != "year" || number.value < kFewestYears)) return nullptr;
  const std::size_t words = words_looked_at(document, definition);
  if (words < kFewestWords || words > kMostWords) return nullptr;
  const Interval interval = near(number);
  std::vector<const Quantity*> others;
  std::vector<double> values;
  std::vector<double> counts;  // whatever they count
  for (const Quantity& quantity : facts.quantities()) {
    if (quantity.block <= number.block || quantity.value <= 0) continue;
    if (near(quantity).overlaps(interval)) return nullptr;
    const Block& block = document.block(quantity.block);
    if (quantity.unit == kNoUnit && number.unit == kNoUnit) counts.push_back(quantity.value);
    if (!count_same(document, number, quantity) || block.language != document.language()) continue;
    const TextSpan sentence = sentence_at(block.text, quantity.span.begin);
    if (years) {
      const auto beside =
          facts.matches().in(definition.slot, quantity.block, clause_of(block.text, sentence, quantity.span));
      if (std::ranges::none_of(beside, [&](const Hit& hit) { return hit.key == cues; })) continue;
    }
    values.push_back(quantity.value);
    const bool prose = block.role == Role::kParagraph || block.role == Role::kListItem;
    if (prose && is_single(quantity) &&
        !is_guarded(facts, definition, quantity, clause_of(block.text, sentence, quantity.span))) {
      others.push_back(&quantity);
    }
  }
  if (others.empty() || std::set<double>(values.begin(), values.end()).size() > kMostValues) return nullptr;
  for (const double a : values) {
    for (const double b : values) {
      if (a != b && (interval.contains(a + b) || interval.contains(std::abs(a - b)))) return nullptr;
    }
  }
  if (number.unit == kNoUnit && is_sum_of_score(document, number)) return nullptr;
  // "Six in hospital, two treated at home, two at the scene"
  for (const double a : counts) {
    for (const double b : counts) {
      for (const double c : counts) {
        if (a + b == number.value || a + b + c == number.value) return nullptr;
      }
    }
  }
  const auto far = [&](const Quantity* other) {
    const auto [low, high] = std::minmax(number.value, other->value);
    return high > low * kFarthestRatio;
  };
  std::erase_if(others, far);
  return others.empty() ? nullptr : others.back();
}

}  // namespace stet

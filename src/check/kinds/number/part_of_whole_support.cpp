#include "check/kinds/number/part_of_whole_support.h"

#include <algorithm>

#include "text/sentences.h"

namespace stet {
namespace {

constexpr double kFewest = 5;            // a whole of so many people, at least: "two families, seven of them children"
constexpr std::size_t kLongestGap = 60;  // bytes from a part to the next
constexpr std::size_t kMostBehindCue = 18;  // bytes from "of them" to the part: "of whom just"
constexpr std::size_t kShortGap = 25;       // with the noun that is counted
constexpr double kMostOver = 1.25;          // times the whole
constexpr double kMostVotes = 1.6;

bool is_count(const Quantity& q) { return is_usable_part(q) && q.unit == kNoUnit && q.decimals == 0; }

std::string_view gap_of(const Block& block, const Quantity& a, const Quantity& b) {
  return block.text.substr(a.span.end, b.span.begin - a.span.end);
}

bool is_collective(const Block& block, const Quantity& q, const RuleWords::Tries& words) {
  return static_cast<bool>(words_at(words[kCollectives], block.text, skip_blanks(block.text, q.span.end)));
}

// "Darunter 92", "92 of them": whether the second is told as a part of the first.
bool is_among(const Block& block, const Quantity& whole, const Quantity& part, const RuleWords::Tries& words) {
  const std::string_view gap = gap_of(block, whole, part);
  const std::size_t comma = gap.find_first_of(",(–—");
  if (gap.size() > kLongestGap || comma == std::string_view::npos ||
      gap.find_first_of(".;:)") != std::string_view::npos)
    return false;
  if (words_at(words[kAmong], block.text, skip_blanks(block.text, part.span.end))) return true;
  for (std::size_t at = whole.span.end + comma; at < part.span.begin; ++at) {
    if (at > 0 && block.text[at - 1] != ' ' && block.text[at - 1] != '(') continue;
    if (const auto cue = words_at(words[kAmong], block.text, at))
      return part.span.begin < cue.position + kMostBehindCue;
  }
  return false;
}

}  // namespace

std::optional<SaidParts> part_over_whole(const Block& block, std::span<const Quantity> q,
                                         const RuleWords::Tries& words) {
  for (std::size_t i = 0; i + 1 < q.size(); ++i) {
    const Quantity& whole = q[i];
    const Quantity& part = q[i + 1];
    if (!is_usable_part(whole) || !is_usable_part(part) || whole.unit != part.unit || part.value <= whole.value)
      continue;
    const bool money = whole.dimension_of() == Dimension::kCurrency;
    if (!money && (whole.unit != kNoUnit || whole.value < kFewest || whole.noun.empty())) continue;
    if (whole.scale > 1 && part.scale == 1 && part.noun.empty() && part.unit == kNoUnit) continue;
    if (is_collective(block, whole, words) || !is_among(block, whole, part, words)) continue;
    return SaidParts{.total = &whole, .sum = part.value, .span = whole.span.joined(part.span), .over = true};
  }
  return std::nullopt;
}

std::optional<SaidParts> two_over_whole(const Block& block, std::span<const Quantity> q,
                                        const RuleWords::Tries& words) {
  if (q.size() < 3) return std::nullopt;
  const Quantity& first = q[q.size() - 2];
  const Quantity& second = q.back();
  if (!is_count(first) || !is_count(second)) return std::nullopt;
  const std::string_view gap = gap_of(block, first, second);
  if (gap.size() > kLongestGap || gap.find_first_of(".;:()") != std::string_view::npos) return std::nullopt;
  if (!holds(words[kJoining], block.text, {first.span.end, second.span.begin})) return std::nullopt;
  // "45 firefighters, 35 of them from the town and 15 vehicles": the second counts something else.
  if (!words_at(words[kPlaced], block.text, skip_blanks(block.text, second.span.end))) return std::nullopt;
  const auto before = q.first(q.size() - 2);
  const auto whole = std::ranges::max_element(before, {}, &Quantity::value);
  Quantity total = *whole;
  if (total.hedge == Hedge::kAbout) total.hedge = Hedge::kExact;
  const bool round = whole->hedge != Hedge::kExact && whole->step > 1;
  if (!is_count(total) || round || is_collective(block, *whole, words)) return std::nullopt;
  const double sum = first.value + second.value;
  if (first.value >= whole->value || second.value >= whole->value || sum <= whole->value ||
      sum > whole->value * kMostOver)
    return std::nullopt;
  Quantity end = *whole;  // the last of them, behind which the parts follow
  end.span.end = before.back().span.end;
  // "40 witnesses, 25 of the prosecution and 15 of the defence": both told by their place only, right behind the whole.
  const bool both = before.size() == 1 && gap_of(block, *whole, first).ends_with(", ") && !whole->noun.empty() &&
                    words_at(words[kPlaced], block.text, skip_blanks(block.text, first.span.end)) &&
                    gap_of(block, *whole, first).size() <= kShortGap;
  const bool among = both || is_among(block, end, first, words) ||
                     words_at(words[kAmong], block.text, skip_blanks(block.text, first.span.end));
  if (!among) return std::nullopt;
  return SaidParts{.total = &*whole, .sum = sum, .span = whole->span.joined(second.span)};
}

const Quantity* seats_of(const Document& document, const Facts& facts, const RuleWords& rule_words) {
  const Quantity* found = nullptr;
  for (const Quantity& q : facts.quantities()) {
    if (!is_count(q) || q.value < kFewest) continue;
    const Block& block = document.block(q.block);
    const RuleWords::Tries* words = rule_words.in(block.language);
    if (words == nullptr || block.table != kNone) continue;
    const std::size_t noun = skip_blanks(block.text, q.span.end);
    const bool seats = words_at((*words)[kSeats], block.text, noun) ||
                       (!q.noun.empty() && words_at((*words)[kSeats], block.text, q.noun.begin));
    if (!seats) continue;
    const TextSpan sentence = facts.sentences().at(q.block, q.span.begin);
    if (holds((*words)[kPartOfBody], block.text, sentence)) return nullptr;
    const bool all =
        words_before((*words)[kOfAll], block.text, q.hedge_begin) || holds((*words)[kHasSeats], block.text, sentence);
    if (!all) continue;
    if (found != nullptr && found->value != q.value) return nullptr;
    found = &q;
  }
  return found;
}

std::optional<SaidParts> votes_over_seats(const Block& block, TextSpan sentence, std::span<const Quantity> q,
                                          const Quantity& seats, const RuleWords::Tries& words) {
  // "By 24 votes to 15 after a debate of four hours": the parts are the first numbers.
  std::size_t votes = 0;
  double sum = 0;
  while (votes < q.size() && is_count(q[votes]) && q[votes].value < seats.value) sum += q[votes++].value;
  if (votes < 2 || votes > 3 || std::ranges::any_of(q, [&](const Quantity& each) { return &each == &seats; }))
    return std::nullopt;
  const std::uint32_t end = votes < q.size() ? q[votes].span.begin : sentence.end;
  if (!are_answers(block, {sentence.begin, end}, q.first(votes), words)) return std::nullopt;
  if (sum <= seats.value || sum > seats.value * kMostVotes) return std::nullopt;
  return SaidParts{.total = &seats, .sum = sum, .span = q.front().span.joined(q[votes - 1].span)};
}

}  // namespace stet

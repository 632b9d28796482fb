#include "check/kinds/contradiction/namesake_support.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "check/kinds/word_support.h"
#include "text/sentences.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::size_t kShortestName = 3;

// The words in capitals of the sentence around a place.
std::vector<std::string_view> names_at(const Document& document, std::uint32_t number, TextSpan span) {
  const Block& block = document.block(number);
  std::vector<std::string_view> names;
  for (const Word& word : words_in(document.words(block), sentence_at(block.text, span.begin))) {
    const std::string_view text = word_text(block, word);
    if (text.size() >= kShortestName && is_capitalised(text)) names.push_back(text);
  }
  return names;
}

// "Bell" and "Bells"
bool is_one_name(std::string_view written, std::string_view name) {
  return written.starts_with(name) && written.size() <= name.size() + 1;
}

bool holds_name(const std::vector<std::string_view>& names, std::string_view name) {
  return std::ranges::any_of(names, [&](std::string_view each) { return is_one_name(each, name); });
}

}  // namespace

void NamesakeGuard::report(Finding finding) {
  if (!is_of_two(finding)) sink_.report(std::move(finding));
}

bool NamesakeGuard::is_of_two(const Finding& finding) const {
  if (finding.related.empty() || finding.place.block == Document::kRawBlock) return false;
  const auto hits = facts_.matches().of(slot_);
  if (std::ranges::none_of(hits, [&](const Hit& hit) { return hit.key == key_; })) return false;
  std::vector<std::string_view> names = names_at(document_, finding.place.block, finding.place.span);
  const TextPlace& other = finding.related.front().place;
  const std::vector<std::string_view> others = names_at(document_, other.block, other.span);
  std::erase_if(names, [&](std::string_view name) { return !holds_name(others, name); });
  return std::ranges::any_of(hits, [&](const Hit& hit) {
    if (hit.key != key_) return false;
    const std::vector<std::string_view> told = names_at(document_, hit.block, hit.span);
    return std::ranges::any_of(names, [&](std::string_view name) { return holds_name(told, name); });
  });
}

}  // namespace stet

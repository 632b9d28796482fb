#include "facts/facts.h"

#include <algorithm>

namespace stet {
namespace {

std::vector<Quantity> find_quantities(const Document& document, const Knowledge& knowledge) {
  std::vector<Quantity> quantities;
  const NumberLanguage* language = nullptr;
  Language of;
  const auto blocks = document.blocks();
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (!is_prose(block.role) || block.word_count == 0) continue;
    if (language == nullptr || of != block.language) {
      of = block.language;
      language = &knowledge.numbers.get(knowledge.lexicon, of);
    }
    extract_quantities(block.text, document.words(block), *language, i, quantities);
  }
  return quantities;
}

}  // namespace

Facts Facts::extract(const Document& document, const Knowledge& knowledge) {
  Facts facts(document, knowledge);
  facts.matches_ = knowledge.matcher.find(document);
  facts.quantities_ = find_quantities(document, knowledge);
  facts.time_ = extract_time_facts(document, knowledge.lexicon, knowledge.calendars);
  return facts;
}

Cues Facts::cues(std::string_view lexicon) const {
  for (const CueSource& source : knowledge_->cues) {
    if (source.name == lexicon) return {&source, matches_.of(source.slot)};
  }
  return {};
}

std::span<const Quantity> Facts::quantities(std::uint32_t block, TextSpan span) const {
  const std::span<const Quantity> all = quantities(block);
  const auto from = [&](std::uint32_t pos) {
    return std::partition_point(all.begin(), all.end(), [&](const Quantity& q) { return q.span.begin < pos; });
  };
  const auto begin = from(span.begin);
  return all.subspan(static_cast<std::size_t>(begin - all.begin()), static_cast<std::size_t>(from(span.end) - begin));
}

std::span<const Quantity> Facts::quantities(std::uint32_t block) const {
  const auto begin = std::ranges::lower_bound(quantities_, block, {}, &Quantity::block);
  const auto end = std::ranges::upper_bound(begin, quantities_.end(), block, {}, &Quantity::block);
  return {begin, end};
}

}  // namespace stet

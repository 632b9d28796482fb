#include "facts/sentence_view.h"

#include <algorithm>

#include "text/utf8.h"

namespace stet {
namespace {

bool ends_clause(char32_t c) {
  switch (c) {
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case 0x2013:  // –
    case 0x2014:  // —
      return true;
    default:
      return false;
  }
}

}  // namespace

SentenceView::SentenceView(const Document& document, const Block& block, TextSpan span, std::span<const Hit> cues,
                           const Cues& source)
    : block_(block), span_(span), cues_(cues), source_(source) {
  const std::span<const Word> all = document.words(block);
  const auto before = [](const Word& word, std::uint32_t pos) { return word.begin < pos; };
  const auto first = std::lower_bound(all.begin(), all.end(), span.begin, before);
  const auto last = std::lower_bound(first, all.end(), span.end, before);
  words_ = {first, last};
  find_bounds();
}

void SentenceView::find_bounds() {
  for (std::uint32_t pos = span_.begin; pos < span_.end;) {
    const CodePoint c = decode_at(block_.text, pos);
    if (ends_clause(c.value)) bounds_.push_back({pos, pos + c.length});
    pos += c.length;
  }
  for (const Hit& cue : cues_) {
    if (key(cue) == "clause-openers") bounds_.push_back(cue.span);
  }
  std::sort(bounds_.begin(), bounds_.end());
}

std::span<const Word> SentenceView::words(TextSpan span) const {
  std::size_t first = 0;
  while (first < words_.size() && words_[first].begin < span.begin) ++first;
  std::size_t last = first;
  while (last < words_.size() && words_[last].end <= span.end) ++last;
  return words_.subspan(first, last - first);
}

bool SentenceView::has(std::string_view name) const { return find(name, span_) != nullptr; }

const Hit* SentenceView::find(std::string_view name, TextSpan within) const {
  for (const Hit& cue : cues_) {
    if (key(cue) == name && within.contains(cue.span)) return &cue;
  }
  return nullptr;
}

std::uint32_t SentenceView::clause_begin(std::uint32_t pos) const {
  std::uint32_t begin = span_.begin;
  for (const TextSpan bound : bounds_) {
    if (bound.end <= pos) begin = std::max(begin, bound.end);
  }
  return begin;
}

std::uint32_t SentenceView::clause_end(std::uint32_t pos) const {
  for (const TextSpan bound : bounds_) {
    if (bound.begin >= pos) return bound.begin;
  }
  return span_.end;
}

}  // namespace stet

#include "text/source_map.h"

#include <algorithm>

namespace stet {

void SourceMap::append(const Run& run) {
  if (text_size_ == 0) {
    only_ = run;
    return;
  }
  if (runs_.empty()) runs_.push_back(only_);
  runs_.push_back(run);
}

void SourceMap::copy(std::uint32_t length, std::uint32_t source) {
  if (length == 0) return;
  Run& last = runs_.empty() ? only_ : runs_.back();
  if (text_size_ > 0 && last.copied && last.source.end == source) {
    last.source.end += length;
  } else {
    append({text_size_, {source, source + length}, true});
  }
  text_size_ += length;
}

void SourceMap::replace(std::uint32_t length, SourceSpan source) {
  if (length == 0) return;
  append({text_size_, source, false});
  text_size_ += length;
}

const SourceMap::Run& SourceMap::run_at(std::uint32_t pos) const {
  if (runs_.empty()) return only_;
  const auto it =
      std::upper_bound(runs_.begin(), runs_.end(), pos, [](std::uint32_t p, const Run& run) { return p < run.text; });
  return *std::prev(it);
}

std::uint32_t SourceMap::run_end(const Run& run) const {
  if (runs_.empty() || &run == &runs_.back()) return text_size_;
  return (&run + 1)->text;
}

SourceSpan SourceMap::to_source(TextSpan span) const {
  if (text_size_ == 0) return only_.source;
  const auto last_end = [this](std::uint32_t end) {
    const Run& run = run_at(end - 1);
    return run.copied ? run.source.begin + (end - run.text) : run.source.end;
  };
  if (span.begin >= text_size_) return {last_end(text_size_), last_end(text_size_)};
  const Run& first = run_at(span.begin);
  const std::uint32_t begin = first.copied ? first.source.begin + (span.begin - first.text) : first.source.begin;
  if (span.end <= span.begin) return {begin, begin};
  return {begin, last_end(std::min(span.end, text_size_))};
}

std::optional<std::uint32_t> SourceMap::to_text(std::uint32_t source) const {
  const std::span<const Run> all = runs();
  auto it = std::upper_bound(all.begin(), all.end(), source,
                             [](std::uint32_t s, const Run& run) { return s < run.source.begin; });
  if (it == all.begin()) return std::nullopt;
  const Run& run = *std::prev(it);
  if (!run.copied || source >= run.source.end) return std::nullopt;
  return run.text + (source - run.source.begin);
}

bool SourceMap::is_verbatim(TextSpan span) const {
  if (text_size_ == 0 || span.end > text_size_) return false;
  // Neighbouring copies are one run, so that what spans two runs has something hidden or replaced inside.
  const Run& run = run_at(span.begin < text_size_ ? span.begin : text_size_ - 1);
  return run.copied && span.end <= run_end(run);
}

std::optional<std::uint32_t> SourceMap::whole_copy() const {
  if (!runs_.empty() || text_size_ == 0 || !only_.copied) return std::nullopt;
  return only_.source.begin;
}

void SourceMap::trim(TextSpan kept) {
  const std::uint32_t end = std::min(kept.end, text_size_);
  SourceMap out;
  for (const Run& run : runs()) {
    const std::uint32_t from = std::max(run.text, kept.begin);
    const std::uint32_t to = std::min(run_end(run), end);
    if (from >= to) continue;
    if (run.copied) {
      out.copy(to - from, run.source.begin + (from - run.text));
    } else {
      out.replace(to - from, run.source);
    }
  }
  *this = std::move(out);
}

}  // namespace stet

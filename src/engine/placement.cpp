#include "engine/placement.h"

#include <algorithm>
#include <vector>

#include "text/usual_forms.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::size_t kExcerptCodePoints = 200;
// A snippet shows whole lines up to this many bytes; of longer ones, so much on either side of the place.
constexpr std::uint32_t kWholeLine = 240;
constexpr std::uint32_t kBeside = 100;
constexpr std::uint32_t kMostMarked = 600;
constexpr std::uint32_t kMostLines = 4;
constexpr std::uint32_t kMostShown = 1000;
constexpr std::size_t kNeighbours = 3;

std::uint32_t boundary_before(std::string_view text, std::uint32_t pos) {
  while (pos > 0 && !is_boundary(text, pos)) --pos;
  return pos;
}

// Whether the source says there what the text says, in whatever form, and nothing besides.
bool is_editable(const Document& document, const TextPlace& place) {
  const Block& block = document.block(place.block);
  if (block.map.is_verbatim(place.span)) return true;
  const auto runs = block.map.runs();
  const auto first = std::ranges::upper_bound(runs, place.span.begin, {}, &SourceMap::Run::text);
  if (first == runs.begin()) return false;
  for (auto run = std::prev(first); run != runs.end(); ++run) {
    const auto next = std::next(run);
    const std::uint32_t end = next != runs.end() ? next->text : block.map.text_size();
    const std::string_view written = document.source().utf8().substr(run->source.begin, run->source.size());
    if (!run->copied && !is_usual_form(written, block.text.substr(run->text, end - run->text))) return false;
    if (place.span.end <= end) return true;
    if (next != runs.end() && next->source.begin != run->source.end) return false;
  }
  return false;
}

// FNV-1a, 64 bits: a baseline outlives the program that wrote it, so this must never change.
class StableHash {
 public:
  void add(std::string_view bytes) {
    for (const char c : bytes) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    state_ = (state_ ^ 0xFFU) * 0x100000001B3U;  // no byte of UTF-8: the end of a word
  }
  [[nodiscard]] std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325U;
};

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

SourceSpan source_of(const Document& document, const TextPlace& place) {
  const Block& block = document.block(place.block);
  const auto size = static_cast<std::uint32_t>(block.text.size());
  const TextSpan span{std::min(place.span.begin, size), std::clamp(place.span.end, place.span.begin, size)};
  if (block.role == Role::kRaw) return {span.begin, std::max(span.begin, span.end)};
  return block.map.to_source({span.begin, std::max(span.begin, span.end)});
}

Place Placement::place(SourceSpan span) {
  if (!lines_) lines_.emplace(document_.source().utf8());
  return {document_.path(), document_.source().to_disk(span), lines_->position(span.begin), lines_->position(span.end),
          snippet(span)};
}

std::string Placement::excerpt(SourceSpan span) const {
  const std::string_view marked = document_.source().utf8().substr(span.begin, span.size());
  std::size_t end = 0;
  for (std::size_t n = 0; n < kExcerptCodePoints && end < marked.size(); ++n) end += decode_at(marked, end).length;
  return std::string(marked.substr(0, end));
}

Snippet Placement::snippet(SourceSpan span) const {
  const std::string_view text = document_.source().utf8();
  const std::uint32_t first = lines_->line_of(span.begin);
  const std::uint32_t final = span.empty() ? first : lines_->line_of(span.end - 1);
  const std::uint32_t last = std::min(final, first + kMostLines - 1);
  const auto line_end = [this](std::uint32_t line) {
    return lines_->line_begin(line) + static_cast<std::uint32_t>(lines_->line(line).size());
  };

  std::uint32_t from = lines_->line_begin(first);
  std::uint32_t to = std::max(span.begin, line_end(last));
  const bool long_first = line_end(first) - from > kWholeLine;
  if (long_first && span.begin - from > kBeside) from = boundary_before(text, span.begin - kBeside);
  const std::uint32_t marked_end = std::min({span.end, to, span.begin + kMostMarked});
  if (line_end(last) - lines_->line_begin(last) > kWholeLine) {
    to = boundary_before(text, std::min(to, marked_end + kBeside));
  }
  to = std::max(span.begin, boundary_before(text, std::min(to, from + kMostShown)));

  Snippet result;
  result.text = std::string(text.substr(from, to - from));
  result.begin = span.begin - from;
  result.end = std::min(span.end, to) - from;
  result.first_line = first;
  result.cut_left = from > lines_->line_begin(first);
  result.cut_right = to < line_end(last);
  return result;
}

std::optional<Edit> Placement::edit(const TextEdit& edit) const {
  const Block& block = document_.block(edit.place.block);
  if (edit.place.span.end > block.text.size() || edit.place.span.begin > edit.place.span.end) return std::nullopt;
  if (block.role != Role::kRaw && !is_editable(document_, edit.place)) return std::nullopt;
  const bool encode = document_.format() == Format::kHtml && is_prose(block.role);
  return Edit{document_.source().to_disk(source_of(document_, edit.place)),
              encode ? escape_html(edit.text) : edit.text};
}

std::uint64_t Placement::surroundings(const TextPlace& place) const {
  const Block& block = document_.block(place.block);
  const std::string_view text = block.text;
  std::vector<Word> cut;
  std::uint32_t offset = 0;
  std::span<const Word> words;
  if (block.role == Role::kRaw) {
    const std::uint32_t reach = 200;  // enough for three words, whatever the line's length
    const std::size_t line_begin = text.substr(0, place.span.begin).find_last_of("\r\n") + 1;
    const std::size_t line_end = std::min(text.find_first_of("\r\n", place.span.end), text.size());
    const auto near = static_cast<std::uint32_t>(
        std::max<std::size_t>(line_begin, place.span.begin > reach ? place.span.begin - reach : 0));
    offset = boundary_before(text, near);
    const std::uint32_t to = boundary_before(
        text, static_cast<std::uint32_t>(std::min<std::size_t>(line_end, std::size_t{place.span.end} + reach)));
    cut_words(text.substr(offset, to - offset), cut);
    words = cut;
  } else {
    words = document_.words(block);
  }

  const auto ends_before = [&](const Word& word) { return word.end + offset <= place.span.begin; };
  const auto begins_before_end = [&](const Word& word) { return word.begin + offset < place.span.end; };
  const auto before_end = std::partition_point(words.begin(), words.end(), ends_before);
  const auto after = std::partition_point(before_end, words.end(), begins_before_end);
  const auto before = before_end - std::min<std::ptrdiff_t>(kNeighbours, before_end - words.begin());
  const auto after_end = after + std::min<std::ptrdiff_t>(kNeighbours, words.end() - after);
  StableHash hash;
  const auto add = [&](const Word& word) { hash.add(fold(text.substr(word.begin + offset, word.end - word.begin))); };
  std::for_each(before, before_end, add);
  hash.add("");  // here the place stands
  std::for_each(after, after_end, add);
  return hash.value();
}

}  // namespace stet

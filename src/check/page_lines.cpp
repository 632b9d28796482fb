#include "check/page_lines.h"

#include <algorithm>
#include <string_view>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Words of a line that may be a sentence, and of one that by itself makes an article's body.
constexpr std::uint32_t kSentence = 7;
constexpr std::uint32_t kParagraph = 30;

enum class Ending : std::uint8_t { kNone, kCall, kStop };  // "?" and "!" end headlines too

Ending ending_of(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = decode_before(text, text.size());
    switch (c.value) {
      case '.':
      case 0x2026:
        return Ending::kStop;
      case '!':
      case '?':
        return Ending::kCall;
      case '"':
      case '\'':
      case ')':
      case ']':
      case 0xAB:
      case 0xBB:
      case 0x2018:
      case 0x2019:
      case 0x201C:
      case 0x201D:
        break;
      default:
        if (!is_space(c.value)) return Ending::kNone;
    }
    text.remove_suffix(c.length);
  }
  return Ending::kNone;
}

}  // namespace

PageLines::PageLines(const Document& document, const Facts& facts) : lines_(document.blocks().size()) {
  measure(document);
  mark_known(document, facts);
  find_gaps(document);
  find_body();
}

void PageLines::measure(const Document& document) {
  const auto blocks = document.blocks();
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    PageLine& line = lines_[i];
    line.words = block.word_count;
    const Ending ending = ending_of(block.text);
    line.stop = ending == Ending::kStop;
    line.prose = block.role != Role::kHeading && block.role != Role::kTitle &&
                 ((line.words >= kSentence && line.stop) || (line.words >= 2 * kSentence && ending != Ending::kNone) ||
                  line.words >= kParagraph);
  }
  for (const Inline& link : document.inlines()) {
    if (link.kind != InlineKind::kLink || blocks[link.block].text.empty()) continue;
    lines_[link.block].links +=
        static_cast<float>(link.span.end - link.span.begin) / static_cast<float>(blocks[link.block].text.size());
  }
}

void PageLines::mark_known(const Document& document, const Facts& facts) {
  const Knowledge& knowledge = facts.knowledge();
  for (std::uint32_t i = 0; i < lines_.size(); ++i) {
    const Role role = document.block(i).role;
    lines_[i].known = role == Role::kNavigation;
    lines_[i].touched = role == Role::kNavigation || role == Role::kAside || role == Role::kFooter;
  }
  std::vector<Hit> hits;
  for (const Hit& hit : facts.matches().all()) {
    if (hit.block >= lines_.size() || !knowledge.furniture[hit.slot].is || knowledge.matcher.is_guard(hit)) continue;
    hits.push_back(hit);
  }
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return a.block != b.block ? a.block < b.block : a.span.begin < b.span.begin;
  });
  for (std::size_t i = 0; i < hits.size();) {
    const std::uint32_t block = hits[i].block;
    std::uint32_t covered = 0;
    std::uint32_t end = 0;
    const auto size = static_cast<std::uint32_t>(document.block(block).text.size());
    for (; i < hits.size() && hits[i].block == block; ++i) {
      const bool fills = (hits[i].span.end - hits[i].span.begin) * 5 >= size * 3;
      if (fills && !lines_[block].stop && hits[i].key == knowledge.furniture[hits[i].slot].opener)
        lines_[block].opener = true;
      const std::uint32_t begin = std::max(end, hits[i].span.begin);
      if (hits[i].span.end <= begin) continue;
      covered += hits[i].span.end - begin;
      end = hits[i].span.end;
    }
    lines_[block].touched = true;
    lines_[block].known = lines_[block].known || covered * 2 >= size;
  }
}

void PageLines::find_gaps(const Document& document) {
  const auto blocks = document.blocks();
  const std::string_view source = document.raw().text;
  std::uint32_t blank = 0;
  std::uint32_t pairs = 0;  // of lines that are no prose
  std::uint32_t blank_among = 0;
  for (std::uint32_t i = 1; i < blocks.size(); ++i) {
    PageLine& line = lines_[i];
    const PageLine& before = lines_[i - 1];
    const std::uint32_t from = std::min(blocks[i - 1].source.end, blocks[i].source.begin);
    const std::string_view between = source.substr(from, blocks[i].source.begin - from);
    line.gap = std::count(between.begin(), between.end(), '\n') > 1;
    blank += line.gap ? 1U : 0U;
    if (line.prose || before.prose) continue;
    ++pairs;
    blank_among += line.gap ? 1U : 0U;
  }
  uniform_ = document.format() == Format::kHtml || blank_among * 10 >= pairs * 9 || blank * 20 <= lines_.size();
  for (std::uint32_t i = 1; i < lines_.size(); ++i) {
    lines_[i].gap = (lines_[i].gap && !uniform_) || lines_[i].prose || lines_[i - 1].prose;
  }
}

void PageLines::find_body() {
  const auto counts = [this](std::uint32_t i) { return i < size() && lines_[i].prose && !lines_[i].touched; };
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (!counts(i)) continue;
    lines_[i].body = lines_[i].words >= kParagraph || counts(i + 1) || (i > 0 && counts(i - 1));
    if (!lines_[i].body) continue;
    if (first_body_ == kNone) first_body_ = i;
    last_body_ = i;
  }
}

}  // namespace stet

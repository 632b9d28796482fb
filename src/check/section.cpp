#include "check/section.h"

#include <algorithm>

namespace stet {
namespace {

// The most lines of a section within an article, and where no blank line shows its end.
constexpr std::uint32_t kLongest = 16;
constexpr std::uint32_t kLongestUniform = 8;
// Words of a line in such a section.
constexpr std::uint32_t kWidest = 25;
constexpr std::uint32_t kBrief = 3;
// And of a subheading in an article that shows no other.
constexpr std::uint32_t kSubheading = 5;

bool opens_article_part(const Document& document, std::uint32_t heading, std::uint32_t i) {
  const Block& block = document.block(i);
  if (block.role == Role::kTableCell || block.role == Role::kQuote || block.role == Role::kCode) return true;
  // A heading that the markup makes one ends a section; in plain text a heading is a guess.
  const bool is_heading = block.role == Role::kHeading || block.role == Role::kTitle;
  if (!is_heading || document.format() == Format::kPlain) return false;
  const Block& opener = document.block(heading);
  return opener.role != Role::kHeading || block.level <= opener.level;
}

// "14:37 Harbour bridge closed"
bool begins_with_time(std::string_view text) {
  const std::size_t colon = text.find_first_of(":.h");
  const auto digits = [&](std::size_t from, std::size_t to) {
    return to <= text.size() &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(to),
                       [](char c) { return c >= '0' && c <= '9'; });
  };
  return (colon == 1 || colon == 2) && digits(0, colon) && digits(colon + 1, colon + 3);
}

// Headlines of other articles, each with a summary of a sentence or two under it: the last block of them, or the
// heading itself when there are not at least two.
std::uint32_t summaries_end(const PageLines& lines, std::uint32_t heading) {
  constexpr std::uint32_t kLongestSummary = 45;  // words
  std::uint32_t end = heading + 1;
  const auto is_headline = [&](std::uint32_t i) {
    return !lines[i].prose && !lines[i].opener && lines[i].words > kSubheading && lines[i].words <= kWidest;
  };
  while (end + 1 < lines.size() && is_headline(end) && lines[end + 1].prose && lines[end + 1].words <= kLongestSummary)
    end += 2;
  return end - heading >= 5 ? end - 1 : heading;
}

// Whether a line over prose is as short as a subheading is, or as those of this article are.
bool may_be_subheading(const Document& document, const PageLines& lines, std::uint32_t line) {
  if (begins_with_time(document.block(line).text)) return false;
  std::uint32_t widest = kSubheading;
  for (std::uint32_t i = 1; i + 1 < lines.size(); ++i) {
    const bool lone = !lines[i].prose && !lines[i].known && lines[i - 1].prose && lines[i + 1].prose;
    if (lone) widest = std::max(widest, lines[i].words);
  }
  return lines[line].words <= widest;
}

}  // namespace

std::uint32_t section_end(const Document& document, const PageLines& lines, std::uint32_t heading) {
  const bool behind_body = lines.last_body() != kNone && heading > lines.last_body();
  if (behind_body) {
    std::uint32_t last = heading;
    while (last + 1 < lines.size() && !lines[last + 1].opener) ++last;
    return last;
  }
  if (const std::uint32_t end = summaries_end(lines, heading); end != heading) return end;
  // Before the article stands its title, which is longer than a menu's entries.
  const bool before_body = lines.first_body() == kNone || heading < lines.first_body();
  const auto too_long = [&](std::uint32_t i) {
    return lines[i].words > kWidest || (before_body && lines[i].words > kBrief && !lines[i].known);
  };
  const std::uint32_t limit = std::min(lines.size(), heading + 1 + (lines.uniform() ? kLongestUniform : kLongest));
  std::uint32_t end = heading + 1;
  while (end < limit && !lines[end].prose && !lines[end].opener && !too_long(end) &&
         (end == heading + 1 || !lines[end].gap) && !opens_article_part(document, heading, end)) {
    ++end;
  }
  if (end == heading + 1) return heading;
  if (end == limit) return heading;  // too long for a box: a list of the article's own
  // What stands right over prose may be the subheading of it, and a lone line under a blank one is.
  const bool prose_follows = end < lines.size() && lines[end].prose;
  const bool apart = lines[heading + 1].gap;
  if ((lines.uniform() || apart) && prose_follows && !lines[end - 1].known &&
      may_be_subheading(document, lines, end - 1))
    --end;
  return end - 1;
}

SourceSpan whole_lines(const Document& document, SourceSpan span) {
  const std::string_view text = document.raw().text;
  std::uint32_t begin = span.begin;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  if (begin > 0 && text[begin - 1] != '\n') begin = span.begin;
  std::uint32_t end = span.end;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
  if (end < text.size() && text[end] == '\n') {
    ++end;
  } else {
    end = span.end;
  }
  return {begin, end};
}

}  // namespace stet

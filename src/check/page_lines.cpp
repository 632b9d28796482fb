#include "check/page_lines.h"

#include <algorithm>
#include <string_view>

#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Words of a line that may be a sentence, and of one that by itself makes an article's body.
constexpr std::uint32_t kSentence = 7;
constexpr std::uint32_t kParagraph = 30;
constexpr std::uint32_t kShortParagraph = 15;
constexpr std::uint32_t kPassage = 20;

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

// Signs that part the entries of a menu in one line.
std::uint32_t count_separators(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    count += c.value == '|' || c.value == '>' || c.value == 0xB7 || c.value == 0x2022 || c.value == 0x203A ||
                     c.value == 0xBB || c.value == 0x2219
                 ? 1U
                 : 0U;
  }
  return count;
}

}  // namespace

PageLines::PageLines(const Document& document, const Facts& facts) : lines_(document.blocks().size()) {
  measure(document);
  mark_known(document, facts);
  find_gaps(document);
  find_body(document);
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
    std::uint32_t entries = 0;
    const auto size = static_cast<std::uint32_t>(document.block(block).text.size());
    for (; i < hits.size() && hits[i].block == block; ++i) {
      const bool fills = (hits[i].span.end - hits[i].span.begin) * 5 >= size * 3;
      if (fills && !lines_[block].stop && hits[i].key == knowledge.furniture[hits[i].slot].opener)
        lines_[block].opener = true;
      const std::uint32_t begin = std::max(end, hits[i].span.begin);
      if (hits[i].span.end <= begin) continue;
      ++entries;
      covered += hits[i].span.end - begin;
      end = hits[i].span.end;
    }
    lines_[block].touched = true;
    const bool menu = entries >= 2 && !lines_[block].stop && count_separators(document.block(block).text) >= entries;
    lines_[block].known = lines_[block].known || covered * 2 >= size || menu;
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
    line.blank = std::count(between.begin(), between.end(), '\n') > 1;
    blank += line.blank ? 1U : 0U;
    if (line.prose || before.prose) continue;
    ++pairs;
    blank_among += line.blank ? 1U : 0U;
  }
  uniform_ = document.format() == Format::kHtml || blank_among * 10 >= pairs * 9 || blank * 20 <= lines_.size();
  for (std::uint32_t i = 1; i < lines_.size(); ++i) {
    lines_[i].gap = (lines_[i].blank && !uniform_) || lines_[i].prose || lines_[i - 1].prose;
  }
}

void PageLines::find_body(const Document& document) {
  const auto counts = [this](std::uint32_t i) { return i < size() && lines_[i].prose && !lines_[i].touched; };
  for (std::uint32_t i = 0; i < size(); ++i) {
    // A passage of several sentences is a paragraph too. One line between two paragraphs does not part them.
    const bool passage =
        lines_[i].words >= kPassage && sentence_at(document.block(i).text, 0).end < document.block(i).text.size();
    const bool beyond = lines_[i].words >= kShortParagraph && ((i > 1 && counts(i - 2)) || counts(i + 2));
    lines_[i].body =
        counts(i) && (lines_[i].words >= kParagraph || passage || counts(i + 1) || (i > 0 && counts(i - 1)) || beyond);
  }
  auto [begin, end] = richest_stretch(document);
  // What no known line parts from it belongs to it, such as the steps behind a list of ingredients.
  for (std::uint32_t i = end; i < size() && !lines_[i].touched; ++i) {
    if (lines_[i].body) end = i + 1;
  }
  for (std::uint32_t i = begin; i > 0 && !lines_[i - 1].touched; --i) {
    if (lines_[i - 1].body) begin = i - 1;
  }
  for (std::uint32_t i = 0; i < size();) {
    const bool within = i >= begin && i < end;
    const std::uint32_t stop = within ? end : passage_end(i, i < begin ? begin : size());
    for (const bool kept = within || is_article(i, stop); i < stop; ++i) {
      lines_[i].body = lines_[i].body && kept;
      if (!lines_[i].body) continue;
      if (first_body_ == kNone) first_body_ = i;
      last_body_ = i;
    }
  }
}

// The article on its page: the stretch that wins most words of paragraphs for the lines between them, after the maximum
// subsequence segmentation of Pasternack and Roth (2009). Summaries of other articles and comments stand outside.
std::pair<std::uint32_t, std::uint32_t> PageLines::richest_stretch(const Document& document) const {
  constexpr std::int64_t kMostWords = 80;  // of one paragraph
  constexpr std::int64_t kSummary = 30;    // as many as one between two headlines has
  constexpr std::uint32_t kLongestSummary = 45;
  constexpr std::uint32_t kApart = 3;  // lines from one summary to the next
  constexpr std::uint32_t kSubheading = 4;
  constexpr std::int64_t kKnown = -4;
  constexpr std::int64_t kBetween = -1;
  // A lone short line over a paragraph is its subheading, a lone known one ("Advertisement") stands between two of the
  // article's.
  const auto is_headline = [this](std::uint32_t i) {
    return !lines_[i].prose && ((lines_[i].words > kSubheading && !lines_[i].known) || (i > 0 && !lines_[i - 1].prose));
  };
  const auto is_alone = [this](std::uint32_t i) {
    return i < size() && lines_[i].prose && (i == 0 || !lines_[i - 1].prose) &&
           (i + 1 == size() || !lines_[i + 1].prose);
  };
  // Summaries come in lists.
  const auto has_likes = [&](std::uint32_t i) {
    for (std::uint32_t step = 2; step <= kApart; ++step) {
      if ((i >= step && is_alone(i - step)) || is_alone(i + step)) return true;
    }
    return false;
  };
  std::pair<std::uint32_t, std::uint32_t> best{0, 0};
  std::int64_t most = 0;
  std::int64_t sum = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const Role role = document.block(i).role;
    if (lines_[i].body) {
      const bool summary = lines_[i].words <= kLongestSummary && i > 0 && is_headline(i - 1) && i + 1 < size() &&
                           is_alone(i) && has_likes(i);
      sum += std::min<std::int64_t>(lines_[i].words, kMostWords) - (summary ? kSummary : 0);
    } else if (lines_[i].known) {
      sum += kKnown;
    } else if (role != Role::kTableCell && role != Role::kQuote && role != Role::kCode && !lines_[i].prose) {
      sum += kBetween;
    }
    if (sum <= 0) {
      sum = 0;
      begin = i + 1;
    } else if (sum > most) {
      most = sum;
      best = {begin, i + 1};
    }
  }
  return best;
}

// The end of the paragraphs that begin with line i, no more than one other line between each two of them; i + 1 when
// it begins none.
std::uint32_t PageLines::passage_end(std::uint32_t i, std::uint32_t limit) const {
  std::uint32_t end = i + 1;
  if (!lines_[i].body) return end;
  while (end < limit && (lines_[end].body || (end + 1 < limit && lines_[end + 1].body && !lines_[end].touched))) ++end;
  return end;
}

// Whether paragraphs apart from the richest stretch are an article's too.
bool PageLines::is_article(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t kFewest = 3;
  constexpr std::uint32_t kFewestWords = 120;
  std::uint32_t paragraphs = 0;
  std::uint32_t words = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (!lines_[i].body) continue;
    ++paragraphs;
    words += lines_[i].words;
  }
  return paragraphs >= kFewest && paragraphs * 3 >= (end - begin) * 2 && words >= kFewestWords;
}

}  // namespace stet

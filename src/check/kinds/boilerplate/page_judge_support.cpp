#include "check/kinds/boilerplate/page_judge_support.h"

#include <algorithm>
#include <utility>

#include "check/page_title.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// How far neighbours are seen, in lines.
constexpr std::uint32_t kReach = 3;
constexpr std::uint32_t kBrief = 3;  // words
constexpr std::uint32_t kMostWordsCounted = 30;
// A menu: lines known by their wording, words of an entry, how far off the next known one may be; and the most lines
// from an article's title to its first paragraph.
constexpr std::uint32_t kFewestInMenu = 2;
constexpr std::uint32_t kWidestEntry = 6;
constexpr std::uint32_t kWidestTeaser = 14;
constexpr std::uint32_t kMenuReach = 6;
constexpr std::uint32_t kHead = 12;
// What is furniture helps its neighbours to be.
constexpr int kRounds = 64;
// Letters that a label of a button lacks.
constexpr std::uint32_t kKnob = 3;
// Boxes: paragraphs that show how the page sets them apart, lines, words of a sentence in one.
constexpr std::uint32_t kFewestParagraphs = 3;
constexpr std::uint32_t kFewestOfPage = 6;  // known lines of a whole page
constexpr std::uint32_t kLongestBox = 12;
constexpr std::uint32_t kLongestInBox = 45;
constexpr std::uint32_t kSubheading = 6;

}  // namespace

PageJudge::PageJudge(const Document& document, const PageLines& lines, const PageWeights& weights,
                     std::vector<bool> kept)
    : document_(document),
      lines_(lines),
      weights_(weights),
      kept_(std::move(kept)),
      furniture_(lines.size()),
      boxed_(lines.size()) {
  for (std::uint32_t i = 0; i < lines_.size(); ++i) furniture_[i] = lines_[i].known && !kept_[i];
  if (is_site_name()) furniture_[0] = true;
  std::uint32_t known = 0;
  for (std::uint32_t i = 0; i < lines_.size(); ++i) known += lines_[i].known ? 1U : 0U;
  is_page_ = known >= kFewestOfPage;
  is_spaced_ = is_spaced();
  find_menu();
  find_boxes();
  for (int round = 0; round < kRounds; ++round) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      if (!furniture_[i] && may_be(i) && score(i) >= weights_.threshold) found.push_back(i);
    }
    if (found.empty()) break;
    for (const std::uint32_t i : found) {
      furniture_[i] = true;
      boxed_[i] = is_page_ && in_menu(i);
    }
  }
}

// Whether the page begins with the name of its site: a few words over known lines, and the title still to come.
bool PageJudge::is_site_name() const {
  if (lines_.size() < 3 || lines_.first_body() == kNone || kept_[0] || lines_[0].stop) return false;
  if (lines_[0].words > kBrief || !lines_[1].known || !lines_[2].known) return false;
  for (std::uint32_t i = 3; i < lines_.first_body(); ++i) {
    if (!lines_[i].known && !kept_[i] && lines_[i].words > kBrief) return true;
  }
  return false;
}

// A menu holds many lines that are known. It ends above the article's title: the line that speaks of what the body
// speaks of, else the first longer one of those near the first paragraph and what may stand over it.
void PageJudge::find_menu() {
  if (lines_.first_body() == kNone) return;
  title_ = find_title(document_, lines_);
  std::uint32_t end = title_ == kNone ? above_longer_line() : title_;
  while (end > 0 && !lines_[end - 1].known) --end;
  std::uint32_t known = 0;
  for (std::uint32_t i = 0; i < end; ++i) known += lines_[i].known ? 1U : 0U;
  if (known < (is_page_ ? 1 : kFewestInMenu) || known * (is_page_ ? 8 : 5) < end) return;
  menu_end_ = end;
  if (title_ == kNone || !is_spaced_) return;
  // What no blank line parts from the menu is part of it, if one parts it from the title.
  while (end < title_ && !lines_[end].blank) ++end;
  if (lines_[end].blank) menu_end_ = end;
}

std::uint32_t PageJudge::above_longer_line() const {
  const std::uint32_t body = lines_.first_body();
  std::uint32_t end = body;
  std::uint32_t known_above = 0;  // in a row, over what may be the title
  for (std::uint32_t i = body; i > 0 && (end == body || i + kHead > body); --i) {
    const PageLine& line = lines_[i - 1];
    const bool in_head = known_above < kBrief || line.words > kWidestEntry;
    if (!line.known && !kept_[i - 1] && line.words > kBrief && in_head) end = i - 1;
    known_above = line.known && end < body ? known_above + 1 : 0;
  }
  return end < body ? end : body - std::min(body, kHead);
}

// Over the last line of a menu that is known, and no longer than its entries. Without a title found it takes known
// lines near by on both sides.
bool PageJudge::in_menu(std::uint32_t i) const {
  if (i >= menu_end_ || lines_[i].stop) return false;
  if (title_ != kNone) return lines_[i].words <= kWidestTeaser;
  if (lines_[i].words > kWidestEntry) return false;
  const auto known = [&](std::uint32_t from, std::uint32_t to) {
    while (from < to && !lines_[from].known) ++from;
    return from < to;
  };
  // The name of the site stands over everything.
  return (i < kBrief || known(i > kMenuReach ? i - kMenuReach : 0, i)) &&
         known(i + 1, std::min(i + 1 + kMenuReach, menu_end_));
}

// Where blank lines part the paragraphs, lines without one between them are a box when a rule knows the first of them,
// or a third of all, or on a whole page any.
void PageJudge::find_boxes() {
  if (!is_spaced_) return;
  for (std::uint32_t i = 0; i < lines_.size();) {
    std::uint32_t end = i + 1;
    while (end < lines_.size() && !lines_[end].blank) ++end;
    const bool box = is_box(i, end);
    // What stands under the article's own heading ("References") is its own too.
    for (bool own = false; i < end; ++i) {
      own = kept_[i] || (own && !lines_[i].known);
      // Over the body a longer line may be its lead.
      const bool lead = region(i) == Region::kBefore && !lines_[i].known && lines_[i].words > kWidestEntry;
      if (!box || own || lead) continue;
      furniture_[i] = true;
      boxed_[i] = true;
    }
  }
}

// Whether most paragraphs of the body have a blank line above and below.
bool PageJudge::is_spaced() const {
  if (document_.format() != Format::kPlain || lines_.uniform() || lines_.first_body() == kNone) return false;
  std::uint32_t paragraphs = 0;
  std::uint32_t apart = 0;
  for (std::uint32_t i = lines_.first_body(); i <= lines_.last_body(); ++i) {
    if (!lines_[i].body) continue;
    ++paragraphs;
    const bool above = i == 0 || lines_[i].blank;
    const bool below = i + 1 == lines_.size() || lines_[i + 1].blank;
    apart += above && below ? 1U : 0U;
  }
  return paragraphs >= kFewestParagraphs && apart * 5 >= paragraphs * 4;
}

bool PageJudge::is_box(std::uint32_t begin, std::uint32_t end) const {
  if (end - begin < 2 || (region(begin) == Region::kBefore && title_ == kNone)) return false;
  std::uint32_t known = 0;
  std::uint32_t counted = 0;  // "200 g", "4 eggs"
  std::uint32_t items = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Role role = document_.block(i).role;
    if (i == title_ || role == Role::kTableCell || role == Role::kQuote || role == Role::kCode) return false;
    if (lines_[i].prose && lines_[i].words > kLongestInBox) return false;
    items += role == Role::kListItem ? 1U : 0U;
    known += lines_[i].known ? 1U : 0U;
    const std::string_view text = document_.block(i).text;
    counted += !lines_[i].known && !text.empty() && is_digit(decode_at(text, 0).value) ? 1U : 0U;
  }
  if (counted * 2 >= end - begin) return false;
  if (end - begin == 2) {
    const bool subheading = lines_[end - 1].prose || lines_[end - 1].words <= kSubheading;
    return lines_[begin].opener || known == 2 || (lines_[begin].known && !subheading);
  }
  if (known >= 2 && known * 3 >= end - begin) return true;
  if (end - begin > kLongestBox || known == 0) return false;
  return lines_[begin].known || (is_page_ && items == 0);
}

PageJudge::Region PageJudge::region(std::uint32_t i) const {
  if (lines_.first_body() == kNone || i < lines_.first_body()) return Region::kBefore;
  return i > lines_.last_body() ? Region::kBehind : Region::kWithin;
}

bool PageJudge::may_be(std::uint32_t i) const {
  const Block& block = document_.block(i);
  if (kept_[i] || lines_[i].body || block.text.empty()) return false;
  if (block.role == Role::kTableCell || block.role == Role::kQuote) return false;
  // In plain text the first line is the title for want of a better one.
  if (block.role == Role::kTitle) return document_.format() == Format::kPlain && title_ != kNone && in_menu(i);
  const bool marked_heading = block.role == Role::kHeading && document_.format() != Format::kPlain;
  if (marked_heading && i + 1 < lines_.size() && lines_[i + 1].prose) return false;
  switch (region(i)) {
    case Region::kBefore:  // title and byline stand here, and look like entries where nothing sets them apart
      return in_menu(i) ||
             (lines_[i].words <= kBrief && !lines_[i].stop && (!lines_.uniform() || is_knob(i) || between_known(i)));
    case Region::kWithin:
      return !lines_[i].prose && known_near(i, true) && known_near(i, false);
    case Region::kBehind:
      return true;
  }
  return false;
}

// Under the title, which may be short where none is found.
bool PageJudge::between_known(std::uint32_t i) const {
  return title_ != kNone && i > title_ && i + 1 < lines_.size() && lines_[i - 1].known && lines_[i + 1].known;
}

// "A+", "0", "…" beside a known line.
bool PageJudge::is_knob(std::uint32_t i) const {
  return count_letters(document_.block(i).text, kKnob) < kKnob &&
         ((i > 0 && lines_[i - 1].known) || (i + 1 < lines_.size() && lines_[i + 1].known));
}

// Whether a line known by its wording stands near, with no gap between.
bool PageJudge::known_near(std::uint32_t i, bool above) const {
  for (std::uint32_t step = 1; step <= kReach; ++step) {
    if (above ? i < step || lines_[i - step + 1].gap : i + step >= lines_.size() || lines_[i + step].gap) return false;
    if (lines_[above ? i - step : i + step].known) return true;
  }
  return false;
}

double PageJudge::beside(std::uint32_t i, bool above) const {
  double share = 1;
  for (std::uint32_t step = 1; step <= kReach; ++step) {
    if (above ? i < step : i + step >= lines_.size()) return 0;
    if (lines_[above ? i - step + 1 : i + step].gap) {
      // Behind the article a blank line parts one box from the next.
      if (region(i) != Region::kBehind || share < 1) return 0;
      share = 0.5;
    }
    if (furniture_[above ? i - step : i + step]) return weights_.beside * share / step;
  }
  return 0;
}

double PageJudge::score(std::uint32_t i) const {
  const PageLine& line = lines_[i];
  const Block& block = document_.block(i);
  const double above = beside(i, true);
  const double below = beside(i, false);
  double score = above + below;
  score += line.words <= kBrief ? weights_.brief : weights_.word * (std::min(line.words, kMostWordsCounted) - kBrief);
  if (line.stop && line.words > kBrief) score += weights_.stop;
  if (count_letters(block.text, kBrief) < kBrief) score += weights_.figures;
  score += weights_.links * std::min(line.links, 1.0F);
  switch (region(i)) {
    case Region::kBefore:
      return in_menu(i) ? score + weights_.menu : score + weights_.before;
    case Region::kWithin:
      return score + weights_.within;
    case Region::kBehind:
      return score + weights_.behind + (above > 0 && below > 0 ? weights_.enclosed : 0);
  }
  return score;
}

}  // namespace stet

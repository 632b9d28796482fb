// Kind `page-block`: lines in a row that stand around an article on its page. Some are known by their wording; the
// others are told by what they look like and by what stands beside them.
#include <algorithm>
#include <string_view>

#include "check/check.h"
#include "check/page_lines.h"
#include "check/section.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr Key kKeys[] = {
    {"threshold", KeyType::kNumber, "the score from which a line is furniture"},
    {"beside", KeyType::kNumber, "for furniture on the line above, and for that below; further off in proportion"},
    {"brief", KeyType::kNumber, "for three words or fewer"},
    {"word", KeyType::kNumber, "for each further word"},
    {"stop", KeyType::kNumber, "for ending like a sentence"},
    {"figures", KeyType::kNumber, "for a line of figures and symbols"},
    {"links", KeyType::kNumber, "for being a link from end to end"},
    {"before-body", KeyType::kNumber, "for standing before the article's first paragraph"},
    {"in-menu", KeyType::kNumber, "for standing between known lines of a menu above the title"},
    {"in-body", KeyType::kNumber, "for standing between its paragraphs"},
    {"behind-body", KeyType::kNumber, "for standing behind its last one"},
};
constexpr Key kSectionKeys[] = {
    {"keeps", KeyType::kLines, "lines that are the article's own wherever they stand"},
};

// How far neighbours are seen, in lines.
constexpr std::uint32_t kReach = 3;
constexpr std::uint32_t kBrief = 3;  // words
constexpr std::uint32_t kMostWordsCounted = 30;
// A run needs so many lines, of which so many must be known by their wording; where all are, each may as well be
// reported by its own rule until there are many.
constexpr std::uint32_t kFewestLines = 3;
constexpr std::uint32_t kFewestKnown = 2;
constexpr std::uint32_t kFewestAllKnown = 6;
// A menu: lines known by their wording, words of an entry, how far off the next known one may be; and the most lines
// from an article's title to its first paragraph.
constexpr std::uint32_t kFewestInMenu = 2;
constexpr std::uint32_t kWidestEntry = 6;
constexpr std::uint32_t kMenuReach = 6;
constexpr std::uint32_t kHead = 12;
// What is furniture helps its neighbours to be.
constexpr int kRounds = 4;

struct Weights {
  double threshold = 1;
  double beside = 0;
  double brief = 0;
  double word = 0;
  double stop = 0;
  double figures = 0;
  double links = 0;
  double before = 0;
  double menu = 0;
  double within = 0;
  double behind = 0;
};

enum class Region : std::uint8_t { kBefore, kWithin, kBehind };

class Judge {
 public:
  Judge(const Document& document, const PageLines& lines, const Weights& weights, std::vector<bool> kept)
      : document_(document), lines_(lines), weights_(weights), kept_(std::move(kept)), furniture_(lines.size()) {
    for (std::uint32_t i = 0; i < lines_.size(); ++i) furniture_[i] = lines_[i].known && !kept_[i];
    if (is_site_name()) furniture_[0] = true;
    find_menu();
    for (int round = 0; round < kRounds; ++round) {
      std::vector<std::uint32_t> found;
      for (std::uint32_t i = 0; i < lines_.size(); ++i) {
        if (!furniture_[i] && may_be(i) && score(i) >= weights_.threshold) found.push_back(i);
      }
      if (found.empty()) break;
      for (const std::uint32_t i : found) furniture_[i] = true;
    }
  }

  [[nodiscard]] bool furniture(std::uint32_t i) const { return furniture_[i]; }

 private:
  // Whether the page begins with the name of its site: a few words over known lines, and the title still to come.
  [[nodiscard]] bool is_site_name() const {
    if (lines_.size() < 3 || lines_.first_body() == kNone || kept_[0] || lines_[0].stop) return false;
    if (lines_[0].words > kBrief || !lines_[1].known || !lines_[2].known) return false;
    for (std::uint32_t i = 3; i < lines_.first_body(); ++i) {
      if (!lines_[i].known && !kept_[i] && lines_[i].words > kBrief) return true;
    }
    return false;
  }

  // A menu holds many lines that are known. It ends above the article's title: the first longer line of those near the
  // first paragraph, and what may stand over it.
  void find_menu() {
    const std::uint32_t body = lines_.first_body();
    if (body == kNone) return;
    std::uint32_t end = body;
    std::uint32_t known_above = 0;  // in a row, over what may be the title
    for (std::uint32_t i = body; i > 0 && (end == body || i + kHead > body); --i) {
      const PageLine& line = lines_[i - 1];
      const bool in_head = known_above < kBrief || line.words > kWidestEntry;
      if (!line.known && !kept_[i - 1] && line.words > kBrief && in_head) end = i - 1;
      known_above = line.known && end < body ? known_above + 1 : 0;
    }
    if (end == body) end = body > kHead ? body - kHead : 0;
    while (end > 0 && !lines_[end - 1].known && body - end < kHead) --end;
    std::uint32_t known = 0;
    for (std::uint32_t i = 0; i < end; ++i) known += lines_[i].known ? 1U : 0U;
    if (known >= kFewestInMenu && known * 5 >= end) menu_end_ = end;
  }

  // Between lines of a menu that are known, and no longer than its entries.
  [[nodiscard]] bool in_menu(std::uint32_t i) const {
    if (i >= menu_end_ || lines_[i].words > kWidestEntry || lines_[i].stop) return false;
    const auto known = [&](std::uint32_t from, std::uint32_t to) {
      while (from < to && !lines_[from].known) ++from;
      return from < to;
    };
    // The name of the site stands over everything.
    return (i < kBrief || known(i > kMenuReach ? i - kMenuReach : 0, i)) &&
           known(i + 1, std::min(i + 1 + kMenuReach, menu_end_));
  }

  [[nodiscard]] Region region(std::uint32_t i) const {
    if (lines_.first_body() == kNone || i < lines_.first_body()) return Region::kBefore;
    return i > lines_.last_body() ? Region::kBehind : Region::kWithin;
  }

  [[nodiscard]] bool may_be(std::uint32_t i) const {
    const Block& block = document_.block(i);
    if (kept_[i] || lines_[i].body || block.text.empty()) return false;
    if (block.role == Role::kTitle || block.role == Role::kTableCell || block.role == Role::kQuote) return false;
    const bool marked_heading = block.role == Role::kHeading && document_.format() != Format::kPlain;
    if (marked_heading && i + 1 < lines_.size() && lines_[i + 1].prose) return false;
    switch (region(i)) {
      case Region::kBefore:  // title and byline stand here, and look like entries where nothing sets them apart
        return in_menu(i) || (lines_[i].words <= kBrief && !lines_[i].stop && !lines_.uniform());
      case Region::kWithin:
        return !lines_[i].prose && known_near(i, true) && known_near(i, false);
      case Region::kBehind:
        return true;
    }
    return false;
  }

  // Whether a line known by its wording stands near, with no gap between.
  [[nodiscard]] bool known_near(std::uint32_t i, bool above) const {
    for (std::uint32_t step = 1; step <= kReach; ++step) {
      if (above ? i < step || lines_[i - step + 1].gap : i + step >= lines_.size() || lines_[i + step].gap)
        return false;
      if (lines_[above ? i - step : i + step].known) return true;
    }
    return false;
  }

  [[nodiscard]] double beside(std::uint32_t i, bool above) const {
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

  [[nodiscard]] double score(std::uint32_t i) const {
    const PageLine& line = lines_[i];
    const Block& block = document_.block(i);
    double score = beside(i, true) + beside(i, false);
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
        return score + weights_.behind;
    }
    return score;
  }

  const Document& document_;
  const PageLines& lines_;
  const Weights& weights_;
  std::vector<bool> kept_;
  std::vector<bool> furniture_;
  std::uint32_t menu_end_ = 0;
};

class PageBlockCheck final : public Check {
 public:
  explicit PageBlockCheck(const Definition& definition) : slot_(definition.slot) {
    const auto read = [&](std::string_view key, double& weight) {
      if (const auto* value = definition.option<double>(key)) weight = *value;
    };
    read("threshold", weights_.threshold);
    read("beside", weights_.beside);
    read("brief", weights_.brief);
    read("word", weights_.word);
    read("stop", weights_.stop);
    read("figures", weights_.figures);
    read("links", weights_.links);
    read("before-body", weights_.before);
    read("in-menu", weights_.menu);
    read("in-body", weights_.within);
    read("behind-body", weights_.behind);
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const PageLines lines(document, facts);
    std::uint32_t known = 0;
    for (std::uint32_t i = 0; i < lines.size(); ++i) known += lines[i].known ? 1U : 0U;
    if (known < kFewestKnown) return;
    std::vector<bool> kept(lines.size());
    for (const Hit& hit : facts.matches().of(slot_)) {
      if (hit.block < lines.size()) kept[hit.block] = true;
    }
    const Judge judge(document, lines, weights_, std::move(kept));
    const std::vector<bool> in_section = sections(document, lines);
    for (std::uint32_t i = 0; i < lines.size();) {
      std::uint32_t end = i;
      std::uint32_t known_here = 0;
      for (; end < lines.size() && (judge.furniture(end) || in_section[end]); ++end)
        known_here += lines[end].known ? 1U : 0U;
      if (end - i >= kFewestLines && known_here >= kFewestKnown) report_run(document, lines, in_section, i, end, sink);
      i = end + 1;
    }
  }

 private:
  // What stands in a section is reported with its heading.
  static std::vector<bool> sections(const Document& document, const PageLines& lines) {
    std::vector<bool> inside(lines.size());
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].opener) continue;
      const std::uint32_t last = section_end(document, lines, i);
      if (last == i) continue;
      std::fill(inside.begin() + i, inside.begin() + last + 1, true);
      i = last;
    }
    return inside;
  }

  // The stretches of a run that no section holds.
  static void report_run(const Document& document, const PageLines& lines, const std::vector<bool>& in_section,
                         std::uint32_t begin, std::uint32_t end, Sink& sink) {
    for (std::uint32_t i = begin; i < end;) {
      std::uint32_t stop = i;
      while (stop < end && !in_section[stop]) ++stop;
      if (stop > i) report(document, lines, i, stop, sink);
      i = stop + 1;
    }
  }

  static void report(const Document& document, const PageLines& lines, std::uint32_t begin, std::uint32_t end,
                     Sink& sink) {
    std::uint32_t known = 0;
    for (std::uint32_t i = begin; i < end; ++i) known += lines[i].known ? 1U : 0U;
    if (known == end - begin && known < kFewestAllKnown) return;
    Finding finding;
    const SourceSpan span{document.block(begin).source.begin, document.block(end - 1).source.end};
    finding.place = {Document::kRawBlock, {span.begin, span.end}};
    finding.wording = known == end - begin ? "known" : "";
    finding.values = {{"match", std::string(document.block(begin).text)},
                      {"lines", NumberValue{static_cast<double>(end - begin)}},
                      {"known", NumberValue{static_cast<double>(known)}},
                      {"others", NumberValue{static_cast<double>(end - begin - known)}}};
    const SourceSpan gone = whole_lines(document, span);
    finding.fixes.push_back({"remove", {}, false, {{{Document::kRawBlock, {gone.begin, gone.end}}, ""}}});
    finding.covers = true;
    sink.report(std::move(finding));
  }

  std::uint32_t slot_;
  Weights weights_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<PageBlockCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind page_block;
const Kind page_block{"page-block", "lines in a row that stand around an article on its page", kKeys, kSectionKeys,
                      make};
}  // namespace kinds
}  // namespace stet

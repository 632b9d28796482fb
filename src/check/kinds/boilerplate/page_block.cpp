// Kind `page-block`: lines in a row that stand around an article on its page. Some are known by their wording; the
// others are told by what they look like and by what stands beside them.
#include <algorithm>
#include <string_view>

#include "check/check.h"
#include "check/kinds/boilerplate/page_judge_support.h"
#include "check/page_lines.h"
#include "check/section.h"

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
    {"enclosed", KeyType::kNumber,
     "for standing behind the article's last paragraph between furniture above and below"},
    {"before-body", KeyType::kNumber, "for standing before the article's first paragraph"},
    {"in-menu", KeyType::kNumber, "for standing between known lines of a menu above the title"},
    {"in-body", KeyType::kNumber, "for standing between its paragraphs"},
    {"behind-body", KeyType::kNumber, "for standing behind its last one"},
};
constexpr Key kSectionKeys[] = {
    {"keeps", KeyType::kLines, "lines that are the article's own wherever they stand"},
};

// A run needs so many lines, of which so many must be known by their wording; where all are, each may as well be
// reported by its own rule until there are many.
constexpr std::uint32_t kFewestLines = 3;
constexpr std::uint32_t kFewestKnown = 2;
constexpr std::uint32_t kFewestAllKnown = 6;

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
    read("enclosed", weights_.enclosed);
    read("before-body", weights_.before);
    read("in-menu", weights_.menu);
    read("in-body", weights_.within);
    read("behind-body", weights_.behind);
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const PageLines lines(document, facts);
    std::uint32_t known = 0;
    for (std::uint32_t i = 0; i < lines.size(); ++i) known += lines[i].known ? 1U : 0U;
    if (known == 0) return;
    std::vector<bool> kept(lines.size());
    for (const Hit& hit : facts.matches().of(slot_)) {
      if (hit.block < lines.size()) kept[hit.block] = true;
    }
    const PageJudge judge(document, lines, weights_, std::move(kept));
    const std::vector<bool> in_section = sections(document, lines);
    for (std::uint32_t i = 0; i < lines.size();) {
      std::uint32_t end = i;
      std::uint32_t known_here = 0;
      bool box = false;
      for (; end < lines.size() && (judge.furniture(end) || in_section[end]); ++end) {
        known_here += lines[end].known ? 1U : 0U;
        box = box || judge.boxed(end);
      }
      if ((box && end - i > 1) || (end - i >= kFewestLines && known_here >= kFewestKnown))
        report_run(document, lines, in_section, i, end, sink);
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
    finding.wording = known == end - begin ? "known" : known == 0 ? "boxed" : "";
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
  PageWeights weights_;
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

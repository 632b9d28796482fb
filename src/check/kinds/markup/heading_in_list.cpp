// Kind `heading-in-list`: a heading and its paragraphs that became list items.
#include <algorithm>

#include "check/check.h"
#include "check/kinds/layout_support.h"

namespace stet {
namespace {

constexpr std::uint32_t kShortestHeading = 3;  // words
constexpr std::uint32_t kLongestHeading = 14;
constexpr std::uint32_t kShortestParagraph = 25;

class HeadingInListCheck final : public Check {
 public:
  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    for (const List& list : document.lists()) {
      if (list.ordered || list.parent != kNone || list.items.size() < 2) continue;
      const auto is_single = [](const ListEntry& item) { return item.blocks.size() == 1 && item.sublists.empty(); };
      if (!std::all_of(list.items.begin(), list.items.end(), is_single)) continue;
      const std::uint32_t first = list.items.front().blocks.front();
      const std::uint32_t last = list.items.back().blocks.front();
      if (is_heading(document, first) && are_paragraphs(document, std::span(list.items).subspan(1))) {
        report(document, first, sink);
      } else if (is_heading(document, last) && heads_paragraph(document, last) &&
                 are_paragraphs(document, std::span(list.items).first(list.items.size() - 1))) {
        report(document, last, sink);
      }
    }
  }

 private:
  static bool are_paragraphs(const Document& document, std::span<const ListEntry> items) {
    return std::all_of(items.begin(), items.end(), [&](const ListEntry& item) {
      return is_prose_of(document.block(item.blocks.front()), kShortestParagraph);
    });
  }

  // The list ends with it, and its paragraph stands below the list.
  static bool heads_paragraph(const Document& document, std::uint32_t number) {
    if (number + 1 >= document.blocks().size()) return false;
    const Block& next = document.block(number + 1);
    return next.role == Role::kParagraph && next.list == kNone && is_prose_of(next, kShortestParagraph);
  }

  static void report(const Document& document, std::uint32_t number, Sink& sink) {
    Finding finding;
    finding.place = {number, whole_text(document.block(number))};
    sink.report(std::move(finding));
  }

  static bool is_heading(const Document& document, std::uint32_t number) {
    const Block& block = document.block(number);
    return block.word_count >= kShortestHeading && block.word_count <= kLongestHeading && ends_open(block.text) &&
           trimmed(block.text).back() != ',';
  }
};

std::unique_ptr<Check> make(const Definition& /*definition*/, Errors& /*errors*/) {
  return std::make_unique<HeadingInListCheck>();
}

}  // namespace

namespace kinds {
extern const Kind heading_in_list;
const Kind heading_in_list{"heading-in-list", "a heading and its paragraphs that became list items", {}, {}, make};
}  // namespace kinds
}  // namespace stet

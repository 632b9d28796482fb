// Kind `duplicate-line`: a line that stands twice in a row; and what is short and stands but once in an article,
// wherever it comes again: a heading under one chapter, a row of a table, a line of a menu between paragraphs.
#include <map>
#include <string>

#include "check/check.h"
#include "text/phrase_form.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Letters of a line that says anything. Rows of dashes and of numbers repeat rightly.
constexpr std::size_t kFewest = 2;
constexpr std::size_t kLeastOfRow = 2;         // cells of a row with letters
constexpr std::size_t kLeastOfLine = 4;        // words of a line that comes again by no accident
constexpr std::size_t kLeastOfParagraph = 10;  // words of the paragraphs between which it stands

class DuplicateLineCheck final : public Check {
 public:
  explicit DuplicateLineCheck(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto blocks = document.blocks();
    for (std::uint32_t i = 1; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      const Block& before = blocks[i - 1];
      if (!definition_.looks_at(block.role) || !definition_.looks_at(before.role)) continue;
      if (!same(document, before, block) || count_letters(block.text, kFewest) < kFewest) continue;
      Finding finding;
      finding.place = whole(i, block);
      finding.related.push_back({whole(i - 1, before), "first", {}});
      sink.report(std::move(finding));
    }
    find_headings(document, sink);
    for (const Table& table : document.tables()) find_rows(document, table, sink);
    find_lines(document, sink);
  }

 private:
  static void report(TextPlace first, TextPlace again, std::string_view wording, std::string text, Sink& sink) {
    Finding finding;
    finding.place = again;
    finding.wording = wording;
    finding.values = {{"line", std::move(text)}};
    finding.related.push_back({first, "first", {}});
    sink.report(std::move(finding));
  }

  // Two walks may both have a "Length", but not one walk two.
  void find_headings(const Document& document, Sink& sink) const {
    const auto blocks = document.blocks();
    std::map<std::pair<std::uint8_t, std::string>, std::uint32_t> known;
    std::uint32_t last = kNone;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      if (block.role != Role::kHeading || !definition_.looks_at(block.role)) continue;
      known.erase(known.upper_bound({block.level, std::string(1, '\xFF')}), known.end());  // those of lower levels
      // Two in a row are found as lines.
      const bool beside = last != kNone && last + 1 == i;
      last = i;
      if (count_letters(block.text, kFewest) < kFewest) continue;
      const auto [entry, is_new] = known.try_emplace({block.level, phrase_form(block.text)}, i);
      if (!is_new && !beside)
        report(whole(entry->second, blocks[entry->second]), whole(i, block), "heading", std::string(block.text), sink);
    }
  }

  static void find_rows(const Document& document, const Table& table, Sink& sink) {
    std::map<std::string, const TableRow*> known;
    for (const TableRow& row : table.rows) {
      std::string text;
      std::size_t told = 0;
      for (const std::uint32_t cell : row.cells) {
        const std::string_view own = document.block(cell).text;
        if (count_letters(own, 1) > 0) ++told;
        if (!text.empty()) text += " | ";
        text += own;
      }
      if (row.header || told < kLeastOfRow || row.cells.empty()) continue;
      const auto [entry, is_new] = known.try_emplace(text, &row);
      if (is_new) continue;
      const auto place = [&](const TableRow& of) { return whole(of.cells.front(), document.block(of.cells.front())); };
      report(place(*entry->second), place(row), "row", text, sink);
    }
  }

  // A line between paragraphs: "Subscribe to our newsletter", "The works will end in May."
  void find_lines(const Document& document, Sink& sink) const {
    const auto blocks = document.blocks();
    const auto is_prose = [&](std::uint32_t i) {
      return i < blocks.size() && blocks[i].role == Role::kParagraph && blocks[i].word_count >= kLeastOfParagraph;
    };
    std::map<std::string, std::uint32_t> known;
    for (std::uint32_t i = 1; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      if (block.role != Role::kParagraph || block.word_count < kLeastOfLine || block.word_count >= kLeastOfParagraph)
        continue;
      if (!is_prose(i - 1) || !is_prose(i + 1) || !definition_.looks_at(block.role)) continue;
      const CodePoint last = decode_before(block.text, static_cast<std::uint32_t>(block.text.size()));
      const bool is_sentence = last.value == '.' && block.word_count > kLeastOfLine;
      if ((!is_letter(last.value) && !is_sentence) || block.text.find_first_of("0123456789\n") != std::string::npos)
        continue;
      const auto [entry, is_new] = known.try_emplace(phrase_form(block.text), i);
      if (!is_new)
        report(whole(entry->second, blocks[entry->second]), whole(i, block), "line", std::string(block.text), sink);
    }
  }

  static TextPlace whole(std::uint32_t number, const Block& block) {
    return {number, {0, static_cast<std::uint32_t>(block.text.size())}};
  }

  // By the words first: nearly all neighbours differ there.
  static bool same(const Document& document, const Block& a, const Block& b) {
    if (a.word_count != b.word_count || a.text.empty()) return false;
    const auto words_a = document.words(a);
    const auto words_b = document.words(b);
    for (std::size_t i = 0; i < words_a.size(); ++i) {
      if (words_a[i].hash != words_b[i].hash) return false;
    }
    return phrase_form(a.text) == phrase_form(b.text);
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<DuplicateLineCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind duplicate_line;
const Kind duplicate_line{"duplicate-line", "a line that stands twice in a row", {}, {}, make};
}  // namespace kinds
}  // namespace stet

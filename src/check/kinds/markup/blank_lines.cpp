// Kind `blank-lines`: more blank lines in a row than anybody means.
#include <algorithm>

#include "check/check.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::int64_t kUsual = 3;

// No-break and zero-width spaces are as blank as others.
bool is_blank(std::string_view line) {
  for (std::size_t pos = 0; pos < line.size();) {
    const CodePoint c = decode_at(line, pos);
    if (c.value > 0x20 && !is_space(c.value) && char_class(c.value) != CharClass::kInvisible) return false;
    pos += c.length;
  }
  return true;
}

// The lines of a text that a file has from `line_end` to `line_end`; a CR before an LF belongs to the line.
class Lines {
 public:
  Lines(std::string_view text, char line_end) : text_(text), line_end_(line_end) {}

  // The byte behind the line that holds `pos`.
  [[nodiscard]] std::uint32_t behind(std::uint32_t pos) const {
    const std::size_t end = text_.find(line_end_, pos);
    return static_cast<std::uint32_t>(end == std::string_view::npos ? text_.size() : end + 1);
  }
  // The first line at or behind the line begin `pos` that begins like a blank one; the text's size when none does.
  [[nodiscard]] std::uint32_t next_blank(std::uint32_t pos) const {
    while (pos < text_.size() && !begins_blank(text_[pos])) pos = behind(pos);
    return pos;
  }

 private:
  static bool begins_blank(char c) {
    return static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0xC2;
  }

  std::string_view text_;
  char line_end_;
};

class BlankLinesCheck final : public Check {
 public:
  explicit BlankLinesCheck(const Definition& definition) {
    if (const auto* most = definition.option<std::int64_t>("most")) most_ = *most;
  }

  // Blank lines at the beginning and the end of a file part nothing.
  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const std::string_view text = document.raw().text;
    const Lines lines(text, text.find('\n') == std::string_view::npos ? '\r' : '\n');
    auto code = document.blocks().begin();
    bool begun = false;
    for (std::uint32_t pos = 0; pos < text.size();) {
      const std::uint32_t first = lines.next_blank(pos);
      begun = begun || first > pos;
      std::int64_t count = 0;
      for (pos = first; pos < text.size(); ++count) {
        const std::uint32_t next = lines.behind(pos);
        if (!is_blank(text.substr(pos, next - pos))) break;
        pos = next;
      }
      if (begun && count > most_ && pos < text.size()) {
        const auto blocks = document.blocks();
        while (code != blocks.end() && (is_prose(code->role) || code->source.end <= first)) ++code;
        if (code == blocks.end() || code->source.begin > first) report(text, {first, pos}, count, sink);
      }
      if (pos < text.size()) {
        pos = lines.behind(pos);
        begun = true;
      }
    }
  }

 private:
  static void report(std::string_view text, TextSpan lines, std::int64_t count, Sink& sink) {
    Finding finding;
    finding.place = {Document::kRawBlock, lines};
    finding.values = {{"count", NumberValue{static_cast<double>(count)}}};
    const bool crlf = text.substr(lines.end - std::min(lines.end, 2U), 2) == "\r\n";
    finding.fixes.push_back({"fix", {}, true, {{finding.place, crlf ? "\r\n" : std::string(1, text[lines.end - 1])}}});
    sink.report(std::move(finding));
  }

  std::int64_t most_ = kUsual;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<BlankLinesCheck>(definition);
}

constexpr Key kKeys[] = {{"most", KeyType::kInteger, "so many blank lines in a row are left alone (3)"}};

}  // namespace

namespace kinds {
extern const Kind blank_lines;
const Kind blank_lines{"blank-lines", "more blank lines in a row than anybody means", kKeys, {}, make};
}  // namespace kinds
}  // namespace stet

// Kind `stray-figures`: a line without a word, only a number or a sign: a counter, a page, an icon of the page.
#include <algorithm>
#include <set>

#include "check/check.h"
#include "check/page_lines.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLongest = 24;  // bytes
// So many of them in one text are its own: times of a ticker, a table by lines, numbered parts.
constexpr std::size_t kMostStray = 3;
constexpr std::int64_t kFirstYear = 1000;
constexpr std::int64_t kLastYear = 2100;

struct Line {
  std::uint32_t block = 0;
  std::int64_t number = -1;  // when it is one and nothing else
};

class StrayFiguresCheck final : public Check {
 public:
  explicit StrayFiguresCheck(const Definition& definition) : definition_(definition) {
    for (const auto& [language, options] : definition.sections) {
      const auto* signs = definition.option<std::vector<std::string>>(language, "signs");
      if (signs == nullptr) continue;
      for (const std::string& sign : *signs) {
        if (!sign.empty()) signs_.insert(decode_at(sign, 0).value);
      }
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::vector<Line> found;
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      if (block.text.empty() || block.text.size() > kLongest || !is_own_line(block.role)) continue;
      Line line{i};
      if (is_stray(block.text, line.number)) found.push_back(line);
    }
    if (found.empty() || found.size() > kMostStray) return;
    if (PageLines(document, facts).first_body() == kNone) return;
    for (const Line& line : found) {
      if (!definition_.looks_at(blocks[line.block].role) || is_counted(line, found)) continue;
      const auto size = static_cast<std::uint32_t>(blocks[line.block].text.size());
      sink.report(
          {.place = {line.block, {0, size}}, .wording = {}, .values = {}, .related = {}, .fixes = {}, .severity = {}});
    }
  }

 private:
  static bool is_own_line(Role role) {
    return role == Role::kTitle || role == Role::kHeading || role == Role::kParagraph || role == Role::kListItem;
  }

  // Part 4 has a part 3 or a part 5; a first part may be alone.
  static bool is_counted(const Line& line, const std::vector<Line>& all) {
    if (line.number < 0) return false;
    if (line.number <= 1) return true;
    return std::any_of(all.begin(), all.end(), [&](const Line& other) {
      return other.number == line.number - 1 || other.number == line.number + 1;
    });
  }

  [[nodiscard]] bool is_stray(std::string_view text, std::int64_t& number) const {
    bool sign = false;
    bool plain = true;
    std::int64_t value = 0;
    int digits = 0;
    int colons = 0;
    int slashes = 0;
    for (std::size_t pos = 0; pos < text.size();) {
      const CodePoint c = decode_at(text, pos);
      pos += c.length;
      if (c.value >= '0' && c.value <= '9') {
        if (++digits > 9) return false;
        value = value * 10 + static_cast<std::int64_t>(c.value - '0');
        continue;
      }
      if (is_space(c.value) || c.value == 0xFE0F) continue;
      plain = false;
      if (c.value == ':') {
        ++colons;
      } else if (c.value == '/') {
        ++slashes;
      } else if (c.value == '+' || c.value == '(' || c.value == ')' || c.value == '|') {
        continue;
      } else if (signs_.contains(c.value)) {
        sign = true;
      } else {
        return false;
      }
    }
    if (sign) return true;
    if (digits == 0) return false;
    if (plain) {
      number = value;
      return value < kFirstYear || value > kLastYear;
    }
    // "+5", "(12)", "1 / 3", "0:00", "0:00 / 3:41"; a lone "2:1" is a score.
    return colons > 0 ? digits >= 3 * colons && slashes < 2 : slashes <= 1;
  }

  const Definition definition_;
  std::set<char32_t> signs_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<StrayFiguresCheck>(definition);
}

constexpr Key kSectionKeys[] = {
    {"signs", KeyType::kStrings, "icons: a line of them and of figures is no text"},
};

}  // namespace

namespace kinds {
extern const Kind stray_figures;
const Kind stray_figures{"stray-figures", "a line that is only a counter or an icon", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `quote-style`: quotation marks of two styles in one article, and two that do not belong together.
#include <algorithm>
#include <optional>

#include "check/check.h"
#include "check/kinds/quote_support.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr Key kSectionKeys[] = {kQuotesKey};

// One style: the quotations that open with one mark.
struct Style {
  char32_t open = 0;
  std::size_t count = 0;
  TextPlace first;
  std::string sample;  // "„…“"
};

class QuoteStyle final : public Check {
 public:
  QuoteStyle(const Definition& definition, Errors& errors)
      : definition_(definition), quotes_(read_quotes(definition, errors)) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto marks = quotes_.find(document.language());
    if (marks == quotes_.end()) return;
    std::vector<Style> styles;
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      // Another language quotes in its own way.
      if (!definition_.looks_at(block.role) || block.language != document.language()) continue;
      const auto& pairs = marks->second.pairs();
      const bool has_marks =
          block.others.has('`') || std::any_of(pairs.begin(), pairs.end(), [&](const QuoteMarks::Pair& pair) {
            return block.others.has(CharSet::bucket(pair.open));
          });
      if (has_marks) count(document, b, marks->second, styles, sink);
    }
    if (styles.size() < 2) return;
    // The rarer style is reported; of two that are equally frequent the later.
    const auto rarest = std::min_element(styles.begin(), styles.end(), [](const Style& a, const Style& b) {
      return a.count != b.count
                 ? a.count < b.count
                 : std::pair(b.first.block, b.first.span.begin) < std::pair(a.first.block, a.first.span.begin);
    });
    const auto usual = std::max_element(styles.begin(), styles.end(), [&](const Style& a, const Style& b) {
      return std::pair(&a != &*rarest, a.count) < std::pair(&b != &*rarest, b.count);
    });
    Finding finding;
    finding.place = rarest->first;
    finding.values = {{"style", rarest->sample},
                      {"count", NumberValue{static_cast<double>(rarest->count)}},
                      {"other", usual->sample},
                      {"other-count", NumberValue{static_cast<double>(usual->count)}}};
    finding.related.push_back({usual->first, "elsewhere", {{"other", usual->sample}}});
    sink.report(std::move(finding));
  }

 private:
  // Counts the outermost quotations of a block: those inside have marks of their own.
  static void count(const Document& document, std::uint32_t number, const QuoteMarks& marks, std::vector<Style>& styles,
                    Sink& sink) {
    const std::string_view text = document.block(number).text;
    count_backticks(document, number, styles);
    std::u32string never_closed;  // marks that nothing closes from here on
    for (std::size_t pos = 0; (pos = marks.next_place(text, pos)) < text.size();) {
      const CodePoint c = decode_at(text, pos);
      const TextSpan span{static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(pos + c.length)};
      pos += c.length;
      const QuoteMarks::Pair* pair = marks.find(c.value);
      if (pair == nullptr || never_closed.find(c.value) != std::u32string::npos) continue;
      if (!opens_here(text, span) || document.is_set_aside(number, span)) continue;
      const std::optional<TextSpan> close = find_close(text, pos, marks, *pair);
      if (!close) {
        if (const auto other = mismatch(text, pos, marks, c.value)) {
          report_mismatch(text, {number, {span.begin, other->end}}, span, *other, sink);
          pos = other->end;
        } else {
          never_closed.push_back(c.value);
        }
        continue;
      }
      // A letter or sign is shown, not said.
      if (count_code_points(text.substr(pos, close->begin - pos)) > 1) {
        const std::string sample = std::string(text.substr(span.begin, c.length)) + "…" +
                                   std::string(text.substr(close->begin, close->size()));
        add(styles, c.value, {number, {span.begin, close->end}}, sample);
      }
      pos = close->end;
    }
  }

  // The mark of another style that closes what no mark of its own does, before another opens: “…".
  static std::optional<TextSpan> mismatch(std::string_view text, std::size_t pos, const QuoteMarks& marks,
                                          char32_t open) {
    while ((pos = marks.next_place(text, pos)) < text.size()) {
      const CodePoint c = decode_at(text, pos);
      const TextSpan span{static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(pos + c.length)};
      pos += c.length;
      const bool is_close = c.value == open || std::ranges::any_of(marks.pairs(), [&](const QuoteMarks::Pair& pair) {
                              return pair.closes(c.value);
                            });
      if (marks.find(c.value) != nullptr && opens_here(text, span)) return std::nullopt;
      const bool is_apostrophe = c.value == '\'' || c.value == U'’' || c.value == U'‘';
      if (is_close && !is_apostrophe) return span;
    }
    return std::nullopt;
  }

  static void report_mismatch(std::string_view text, TextPlace place, TextSpan open, TextSpan close, Sink& sink) {
    Finding finding;
    finding.place = place;
    finding.wording = "mismatch";
    finding.values = {{"open", std::string(text.substr(open.begin, open.size()))},
                      {"close", std::string(text.substr(close.begin, close.size()))}};
    sink.report(std::move(finding));
  }

  // ``As TeX writes it''.
  static void count_backticks(const Document& document, std::uint32_t number, std::vector<Style>& styles) {
    const std::string_view text = document.block(number).text;
    for (std::size_t pos = text.find("``"); pos != std::string_view::npos; pos = text.find("``", pos + 1)) {
      const std::size_t close = text.find("''", pos);
      if (close == std::string_view::npos) return;
      const TextSpan span{static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(close + 2)};
      if (!document.is_set_aside(number, span)) add(styles, '`', {number, span}, "``…''");
    }
  }

  static std::optional<TextSpan> find_close(std::string_view text, std::size_t pos, const QuoteMarks& marks,
                                            const QuoteMarks::Pair& pair) {
    while ((pos = marks.next_place(text, pos)) < text.size()) {
      const CodePoint c = decode_at(text, pos);
      const TextSpan span{static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(pos + c.length)};
      if (pair.closes(c.value) && !opens_here(text, span)) return span;
      // Opened again: the first was closed by another mark.
      const bool has_sides = !pair.closes(pair.open);
      if (has_sides && c.value == pair.open && opens_here(text, span)) return std::nullopt;
      pos += c.length;
    }
    return std::nullopt;
  }

  static void add(std::vector<Style>& styles, char32_t open, TextPlace place, const std::string& sample) {
    const auto found = std::find_if(styles.begin(), styles.end(), [&](const Style& s) { return s.open == open; });
    if (found != styles.end()) {
      ++found->count;
    } else {
      styles.push_back({open, 1, place, sample});
    }
  }

  const Definition& definition_;
  std::map<Language, QuoteMarks> quotes_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<QuoteStyle>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind quote_style;
const Kind quote_style{"quote-style", "quotation marks of two styles in one article", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

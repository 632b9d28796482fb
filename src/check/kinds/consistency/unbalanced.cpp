// Kind `unbalanced`: a quotation mark or bracket that is opened and never closed, or closed and never opened.
#include <algorithm>

#include "check/check.h"
#include "check/kinds/quote_support.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr Key kSectionKeys[] = {kQuotesKey};

// So many blocks further down the closing mark of a quotation of several paragraphs may stand.
constexpr std::uint32_t kReach = 12;

// What is open at a block's end, and what closes in it that was not opened there.
struct Balance {
  std::optional<TextSpan> open;
  bool closes = false;
  // Opened again before anything closed it, while a later one was closed.
  std::optional<TextSpan> left;
};

class Unbalanced final : public Check {
 public:
  Unbalanced(const Definition& definition, Errors& errors)
      : definition_(definition), quotes_(read_quotes(definition, errors)) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      const auto marks = quotes_.find(block.language);
      if (marks == quotes_.end() || !definition_.looks_at(block.role) || is_cut(block.text)) continue;
      if (block.others.has('(') || block.others.has('[')) look_at_brackets(document, b, sink);
      if (block.others.has(')') || block.others.has(']')) look_at_closing_brackets(document, b, sink);
      if (marks->second.may_close(block.others)) look_at_closing_marks(document, b, marks->second, sink);
      for (const QuoteMarks::Pair& pair : marks->second.pairs()) {
        if (!block.others.has(CharSet::bucket(pair.open))) continue;
        const Balance balance = weigh(document, b, marks->second, pair);
        const std::optional<TextSpan> lost = balance.open ? balance.open : balance.left;
        if (lost && !goes_on(document, b, marks->second, pair)) report(b, block, *lost, balance.left.has_value(), sink);
      }
    }
  }

 private:
  // A teaser that ends in the midst of a sentence.
  static bool is_cut(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == ')' || text.back() == ']')) text.remove_suffix(1);
    return text.ends_with("…") || text.ends_with("...") || text.ends_with("..");
  }

  static Balance weigh(const Document& document, std::uint32_t number, const QuoteMarks& marks,
                       const QuoteMarks::Pair& pair) {
    const Block& block = document.block(number);
    Balance balance;
    int depth = 0;
    for (std::size_t pos = 0; (pos = marks.next_place(block.text, pos)) < block.text.size();) {
      const CodePoint c = decode_at(block.text, pos);
      const TextSpan span{static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(pos + c.length)};
      pos += c.length;
      const bool is_open_mark = c.value == pair.open && opens_here(block.text, span);
      if (!is_open_mark && pair.close.find(c.value) == std::u32string::npos) continue;
      if (document.is_set_aside(number, span)) continue;
      depth += is_open_mark ? 1 : -1;
      if (balance.open && pair.close.find(c.value) != std::u32string::npos && (c.value != pair.open || !is_open_mark)) {
        balance.open.reset();
      } else if (is_open_mark) {
        // A second opening mark is as good a sign that the first was left open; the first is reported.
        if (balance.open && !balance.left) balance.left = balance.open;
        if (!balance.open) balance.open = span;
      } else if (c.value != '"') {
        balance.closes = true;
      }
    }
    // Of as many closing as opening marks, one stands inside of the other.
    if (balance.open || depth <= 0) balance.left.reset();
    return balance;
  }

  // Whether the quotation goes on in the blocks below: the next one opens again, or one closes what it did not open.
  static bool goes_on(const Document& document, std::uint32_t number, const QuoteMarks& marks,
                      const QuoteMarks::Pair& pair) {
    const auto blocks = document.blocks();
    const std::uint32_t last = std::min<std::uint32_t>(number + kReach, static_cast<std::uint32_t>(blocks.size()) - 1);
    for (std::uint32_t b = number + 1; b <= last; ++b) {
      const std::string_view text = blocks[b].text;
      if (b == number + 1 && !text.empty()) {
        const char32_t first = decode_at(text, 0).value;
        if (first == pair.open || pair.close.find(first) != std::u32string::npos) return true;
      }
      const Balance balance = weigh(document, b, marks, pair);
      if (balance.closes) return true;
      // With the same mark on both sides, a closing one shows only by its place.
      if (pair.close.find(pair.open) != std::u32string::npos && ends_with_mark(text, pair)) return true;
    }
    return false;
  }

  static bool ends_with_mark(std::string_view text, const QuoteMarks::Pair& pair) {
    if (text.empty()) return false;
    return pair.close.find(decode_before(text, text.size()).value) != std::u32string::npos;
  }

  void look_at_brackets(const Document& document, std::uint32_t number, Sink& sink) const {
    const Block& block = document.block(number);
    std::vector<std::uint32_t> round;
    std::vector<std::uint32_t> square;
    std::size_t strays = 0;  // closing brackets without an opening one
    for (std::uint32_t i = 0; i < block.text.size(); ++i) {
      const char c = block.text[i];
      if (c != '(' && c != ')' && c != '[' && c != ']') continue;
      if (document.is_set_aside(number, {i, i + 1})) continue;
      std::vector<std::uint32_t>& open = c == '(' || c == ')' ? round : square;
      if (c == '(' || c == '[') {
        if (!is_face(block.text, i)) open.push_back(i);
      } else if (open.empty()) {
        if (!is_face(block.text, i)) ++strays;
      } else {
        open.pop_back();
      }
    }
    // "[0, 1)" closes one by the other.
    if (strays > 0) return;
    for (const auto& [open, close] : {std::pair(&round, ')'), std::pair(&square, ']')}) {
      if (open->empty() || closes_below(document, number, close)) continue;
      report(number, block, {open->front(), open->front() + 1}, true, sink);
    }
  }

  // "as of 1 January)": the only one of its block, with nothing open there or above.
  void look_at_closing_brackets(const Document& document, std::uint32_t number, Sink& sink) const {
    const Block& block = document.block(number);
    if (block.text.find_first_of("([") != std::string::npos) return;
    std::optional<std::uint32_t> stray;
    for (std::uint32_t i = 0; i < block.text.size(); ++i) {
      const char c = block.text[i];
      if (c != ')' && c != ']') continue;
      if (stray || document.is_set_aside(number, {i, i + 1}) || is_face(block.text, i) || is_label(block.text, i))
        return;
      stray = i;
    }
    if (!stray || opens_above(document, number)) return;
    report_closing(number, block, {*stray, *stray + 1}, sink);
  }

  // "a)", "12)", "iii)".
  static bool is_label(std::string_view text, std::uint32_t at) {
    constexpr std::uint32_t kLongest = 40;
    const std::uint32_t from = at - std::min(at, kLongest);
    const std::string_view before = text.substr(from, at - from);
    const std::size_t space = before.find_last_of(" \n\t/");
    const std::string_view word = space == std::string_view::npos ? before : before.substr(space + 1);
    constexpr std::size_t kMostOfLabel = 2;
    return word.size() <= kMostOfLabel || word.find_first_not_of("ivxIVX0123456789.*") == std::string_view::npos;
  }

  static bool opens_above(const Document& document, std::uint32_t number) {
    for (std::uint32_t b = number > kReach ? number - kReach : 0; b < number; ++b) {
      int depth = 0;
      for (const char c : document.block(b).text) depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (depth > 0) return true;
    }
    return false;
  }

  // "She said yes at once” and laughed": the only such mark of its block, with nothing open there or above.
  void look_at_closing_marks(const Document& document, std::uint32_t number, const QuoteMarks& marks,
                             Sink& sink) const {
    const Block& block = document.block(number);
    std::optional<TextSpan> stray;
    for (std::size_t pos = 0; (pos = marks.next_place(block.text, pos)) < block.text.size();) {
      const CodePoint c = decode_at(block.text, pos);
      const TextSpan span{static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(pos + c.length)};
      pos += c.length;
      if (!is_mark(marks, c.value)) continue;
      // A second mark of whatever kind may be what opens or closes it.
      if (stray || c.value == '"' || opens_here(block.text, span) || document.is_set_aside(number, span)) return;
      stray = span;
    }
    if (!stray || stray->begin == 0) return;
    const char32_t before = decode_before(block.text, stray->begin).value;
    const char32_t behind = stray->end < block.text.size() ? decode_at(block.text, stray->end).value : U' ';
    // Inches, and what stands between two words.
    const bool french =
        decode_at(block.text, stray->begin).value == U'»' && marks.find(U'«') != nullptr && marks.find(U'»') == nullptr;
    if (is_digit(before) || (is_space(before) && !french) || is_word_char(behind)) return;
    if (opens_quote_around(document, number, marks)) return;
    report_closing(number, block, *stray, sink);
  }

  static bool is_mark(const QuoteMarks& marks, char32_t c) {
    return std::ranges::any_of(marks.pairs(), [&](const QuoteMarks::Pair& pair) {
      return pair.open == c || pair.close.find(c) != std::u32string::npos;
    });
  }

  // Whether a quotation may go on here: one above is left open, or the block below closes one too.
  static bool opens_quote_around(const Document& document, std::uint32_t number, const QuoteMarks& marks) {
    const auto blocks = document.blocks();
    const std::uint32_t first = number > kReach ? number - kReach : 0;
    for (std::uint32_t b = first; b < number; ++b) {
      for (const QuoteMarks::Pair& pair : marks.pairs()) {
        if (blocks[b].others.has(CharSet::bucket(pair.open)) && weigh(document, b, marks, pair).open) return true;
      }
    }
    return false;
  }

  static void report_closing(std::uint32_t number, const Block& block, TextSpan span, Sink& sink) {
    Finding finding;
    finding.place = {number, span};
    finding.wording = "unopened";
    finding.values = {{"mark", std::string(block.text.substr(span.begin, span.size()))}};
    sink.report(std::move(finding));
  }

  // The mouth of ":(", ";-)" or "=(".
  static bool is_face(std::string_view text, std::uint32_t at) {
    const auto is_eye = [](char c) { return c == ':' || c == ';' || c == '='; };
    if (at > 0 && is_eye(text[at - 1])) return true;
    return at > 1 && (text[at - 1] == '-' || text[at - 1] == '\'' || text[at - 1] == 'o') && is_eye(text[at - 2]);
  }

  static bool closes_below(const Document& document, std::uint32_t number, char close) {
    const char open = close == ')' ? '(' : '[';
    const auto blocks = document.blocks();
    const std::uint32_t last = std::min<std::uint32_t>(number + kReach, static_cast<std::uint32_t>(blocks.size()) - 1);
    for (std::uint32_t b = number + 1; b <= last; ++b) {
      int depth = 0;
      for (const char c : blocks[b].text) {
        depth += c == open ? 1 : c == close ? -1 : 0;
        if (depth < 0) return true;
      }
    }
    return false;
  }

  // A mark of another kind that closes what the guillemets at `open` opened.
  static std::optional<TextSpan> other_close(std::string_view text, TextSpan open) {
    if (text.substr(open.begin, open.size()) != "«" && text.substr(open.begin, open.size()) != "»") return std::nullopt;
    for (std::size_t pos = open.end; pos < text.size();) {
      const CodePoint c = decode_at(text, pos);
      const TextSpan span{static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(pos + c.length)};
      pos += c.length;
      if ((c.value == '"' || c.value == U'“' || c.value == U'”') && !opens_here(text, span)) return span;
    }
    return std::nullopt;
  }

  static void report(std::uint32_t number, const Block& block, TextSpan span, bool is_sure, Sink& sink) {
    Finding finding;
    finding.place = {number, span};
    const std::string mark(block.text.substr(span.begin, span.size()));
    finding.values = {{"mark", mark}};
    // Its two sides look the same, so what it opens is a guess.
    if (mark == "\"" && !is_sure) finding.severity = Severity::kInfo;
    if (const auto other = other_close(block.text, span)) finding.related.push_back({{number, *other}, "other", {}});
    sink.report(std::move(finding));
  }

  Definition definition_;
  std::map<Language, QuoteMarks> quotes_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<Unbalanced>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind unbalanced;
const Kind unbalanced{"unbalanced", "a quotation mark or bracket that is never closed", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `unbalanced`: a quotation mark or bracket that is opened and never closed, or closed and never opened.
#include <algorithm>

#include "check/check.h"
#include "check/kinds/consistency/mark_balance_support.h"
#include "check/kinds/quote_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr Key kSectionKeys[] = {
    kQuotesKey,
    {"inverted", KeyType::kStrings, "marks with which questions and exclamations begin: \"¿\""},
};

// So many blocks further down the closing mark of a quotation of several paragraphs may stand.
constexpr std::uint32_t kReach = 12;

class Unbalanced final : public Check {
 public:
  Unbalanced(const Definition& definition, Errors& errors)
      : definition_(definition), quotes_(read_quotes(definition, errors)) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      const auto marks = quotes_.find(block.language);
      if (marks == quotes_.end() || !definition_.looks_at(block.role)) continue;
      if (std::ranges::any_of("()[]", [&](char c) { return block.others.has(static_cast<unsigned char>(c)); })) {
        look_at_brackets(document, b, sink);
      }
      if (marks->second.may_stand(block.others)) look_at_quotes(document, b, marks->second, sink);
      if (const auto* inverted = definition_.option<std::vector<std::string>>(block.language, kSectionKeys[1].name)) {
        look_at_questions(document, b, *inverted, sink);
      }
    }
  }

 private:
  // Whether a teaser ends in the midst of the sentence that begins before the place.
  static bool is_cut(std::string_view text, std::uint32_t at) {
    std::string_view end = text;
    while (!end.empty() && (end.back() == ' ' || end.back() == ')' || end.back() == ']')) end.remove_suffix(1);
    if (!end.ends_with("…") && !end.ends_with("..")) return false;
    return sentence_at(text, static_cast<std::uint32_t>(end.size()) - 1).begin <= at;
  }

  void look_at_quotes(const Document& document, std::uint32_t number, const QuoteMarks& marks, Sink& sink) const {
    const Block& block = document.block(number);
    const QuoteBalance balance = balance_quotes(document, number, marks);
    std::vector<const QuoteMarks::Pair*> seen;
    for (const QuoteBalance::Open& mark : balance.open) {
      // Of several of one kind the first one is reported.
      if (std::ranges::find(seen, mark.pair) != seen.end()) continue;
      seen.push_back(mark.pair);
      const bool is_plain = mark.pair->open == '"';
      if ((is_plain && balance.is_doubtful) || is_cut(block.text, mark.span.begin)) continue;
      if (goes_on(document, number, marks, *mark.pair)) continue;
      // The two sides of plain marks look the same, so what one opens is a guess, unless another opens behind it.
      report(number, block, mark.span, !is_plain || (mark.span.end != balance.last && balance.close.empty()), sink);
    }
    if (balance.close.size() != 1 || !balance.open.empty()) return;
    const TextSpan stray = balance.close.front();
    if (is_plain_closing(block.text, stray, marks) && !(balance.is_doubtful && block.text[stray.begin] == '"') &&
        !(balance.closes_above && opens_above(document, number, marks))) {
      report_closing(number, block, stray, sink);
    }
  }

  // Not inches, and not what stands between two words.
  static bool is_plain_closing(std::string_view text, TextSpan mark, const QuoteMarks& marks) {
    if (mark.begin == 0) return false;
    const char32_t before = decode_before(text, mark.begin).value;
    const char32_t behind = mark.end < text.size() ? decode_at(text, mark.end).value : U' ';
    const bool french =
        decode_at(text, mark.begin).value == U'»' && marks.find(U'«') != nullptr && marks.find(U'»') == nullptr;
    // German marks that close are none of inches.
    const bool measures = is_digit(before) && decode_at(text, mark.begin).value != U'“';
    return !measures && (!is_space(before) || french) && !is_word_char(behind);
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
        if (first == pair.open || pair.closes(first)) return true;
      }
      const QuoteBalance balance = balance_quotes(document, b, marks);
      if (balance.closes_above && pair.closes(decode_at(text, balance.close.front().begin).value)) return true;
      // With the same mark on both sides, a closing one shows only by its place.
      if (pair.closes(pair.open) && !text.empty() && pair.closes(decode_before(text, text.size()).value)) return true;
    }
    return false;
  }

  // Whether a quotation may go on here from a block above.
  static bool opens_above(const Document& document, std::uint32_t number, const QuoteMarks& marks) {
    for (std::uint32_t b = number > kReach ? number - kReach : 0; b < number; ++b) {
      if (marks.may_stand(document.block(b).others) && !balance_quotes(document, b, marks).open.empty()) return true;
    }
    return false;
  }

  // "¿Quién paga. Nadie lo sabe." A question may end with "!", and one in a list of words may end in a block below.
  void look_at_questions(const Document& document, std::uint32_t number, const std::vector<std::string>& inverted,
                         Sink& sink) const {
    const Block& block = document.block(number);
    if (block.role != Role::kParagraph) return;
    const std::vector<TextSpan> open = open_questions(document, number, inverted);
    if (open.empty() || is_cut(block.text, open.front().begin) || block.text.find_last_of(".!?") == block.text.npos) {
      return;
    }
    const auto blocks = document.blocks();
    const std::string_view below = number + 1 < blocks.size() ? blocks[number + 1].text : std::string_view();
    const std::size_t closing = below.find_first_of("?!");
    const auto opens_before_it = [&](const std::string& mark) { return below.find(mark) < closing; };
    if (closing != below.npos && std::ranges::none_of(inverted, opens_before_it)) return;
    report(number, block, open.front(), true, sink);
  }

  // The marks that no "?" or "!" behind them closes.
  static std::vector<TextSpan> open_questions(const Document& document, std::uint32_t number,
                                              const std::vector<std::string>& inverted) {
    const std::string_view text = document.block(number).text;
    std::vector<TextSpan> open;
    if (std::ranges::none_of(inverted, [&](const std::string& mark) { return text.find(mark) != text.npos; }))
      return open;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      if ((text[at] == '?' || text[at] == '!') && !open.empty()) open.pop_back();
      for (const std::string& mark : inverted) {
        const TextSpan span{at, at + static_cast<std::uint32_t>(mark.size())};
        // "(¡)": said of the word before.
        if (!text.substr(at).starts_with(mark) || (span.end < text.size() && text[span.end] == ')')) continue;
        if (!document.is_set_aside(number, span)) open.push_back(span);
      }
    }
    return open;
  }

  void look_at_brackets(const Document& document, std::uint32_t number, Sink& sink) const {
    const Block& block = document.block(number);
    const BracketBalance balance = balance_brackets(document, number);
    // "[0, 1)" closes one by the other.
    if (!balance.close.empty() && (balance.close.size() > 1 || !balance.open.empty())) return;
    for (const char open : {'(', '['}) {
      const auto left = std::ranges::find_if(balance.open, [&](std::uint32_t at) { return block.text[at] == open; });
      if (left == balance.open.end() || is_cut(block.text, *left)) continue;
      if (!closes_below(document, number, open == '(' ? ')' : ']')) {
        report(number, block, {*left, *left + 1}, true, sink);
      }
    }
    if (!balance.close.empty() && !opens_above(document, number)) {
      report_closing(number, block, {balance.close.front(), balance.close.front() + 1}, sink);
    }
  }

  static bool opens_above(const Document& document, std::uint32_t number) {
    for (std::uint32_t b = number > kReach ? number - kReach : 0; b < number; ++b) {
      if (!balance_brackets(document, b).open.empty()) return true;
    }
    return false;
  }

  static bool closes_below(const Document& document, std::uint32_t number, char close) {
    const auto blocks = document.blocks();
    const std::uint32_t last = std::min<std::uint32_t>(number + kReach, static_cast<std::uint32_t>(blocks.size()) - 1);
    for (std::uint32_t b = number + 1; b <= last; ++b) {
      const BracketBalance balance = balance_brackets(document, b);
      if (std::ranges::any_of(balance.close, [&](std::uint32_t at) { return blocks[b].text[at] == close; }))
        return true;
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
    if (!is_sure) finding.severity = Severity::kInfo;
    if (const auto other = other_close(block.text, span)) finding.related.push_back({{number, *other}, "other", {}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
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

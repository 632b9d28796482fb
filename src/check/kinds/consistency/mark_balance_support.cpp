#include "check/kinds/consistency/mark_balance_support.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/byte_set.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// The mouth of ":(", ";-)" or "=(".
bool is_face(std::string_view text, std::size_t at) {
  const auto is_eye = [](char c) { return c == ':' || c == ';' || c == '='; };
  if (at > 0 && is_eye(text[at - 1])) return true;
  return at > 1 && (text[at - 1] == '-' || text[at - 1] == '\'' || text[at - 1] == 'o') && is_eye(text[at - 2]);
}

// "a)", "12)", "iii)"; at the begin of a line also "1.2)".
bool is_label(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 40;
  const std::size_t from = at - std::min(at, kLongest);
  const std::string_view before = text.substr(from, at - from);
  const std::size_t space = before.find_last_of(" \n\t/");
  const std::string_view word = space == std::string_view::npos ? before : before.substr(space + 1);
  const bool begins_line = space == std::string_view::npos ? from == 0 : before[space] == '\n';
  constexpr std::size_t kMostOfLabel = 2;
  const auto is_plain = [](char c) {
    return c == '*' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  if (word.size() <= kMostOfLabel && std::ranges::all_of(word, is_plain)) return true;
  return word.find_first_not_of("ivxIVX") == std::string_view::npos ||
         (begins_line && word.find_first_not_of("0123456789.*") == std::string_view::npos);
}

// "a 27" screen": inches, unless a sign behind it says that speech ends.
bool is_measure(std::string_view text, TextSpan mark) {
  return mark.begin > 0 && is_digit(decode_before(text, mark.begin).value) && mark.end < text.size() &&
         is_space(decode_at(text, mark.end).value);
}

// Whether the place of a mark that does not open by it leaves open on which side of words it stands.
bool is_unclear(std::string_view text, TextSpan mark) {
  if (mark.begin == 0) return true;
  const bool is_end = mark.end == text.size();
  const char32_t before = decode_before(text, mark.begin).value;
  const char32_t behind = is_end ? U' ' : decode_at(text, mark.end).value;
  return is_digit(before) || is_word_char(behind) || (is_space(before) && is_space(behind) && !is_end);
}

class QuoteReader {
 public:
  QuoteReader(std::string_view text, const QuoteMarks& marks) : text_(text), marks_(marks) {}

  void read(TextSpan span) {
    const char32_t c = decode_at(text_, span.begin).value;
    const QuoteMarks::Pair* opened = marks_.find(c);
    const bool is_known = opened != nullptr || std::ranges::any_of(marks_.pairs(), [&](const QuoteMarks::Pair& pair) {
                            return pair.closes(c);
                          });
    if (!is_known) return;
    const bool is_first = balance_.last == 0;
    balance_.last = span.end;
    const bool opens = opened != nullptr && opens_here(text_, span);
    if (!opens && !(c == '"' && is_measure(text_, span)) && close(c)) return;
    if (opens) {
      balance_.open.push_back({span, opened});
      return;
    }
    if (c == '"' && is_unclear(text_, span)) {
      balance_.is_doubtful = true;
      return;
    }
    balance_.close.push_back(span);
    balance_.closes_above |= is_first;
  }

  [[nodiscard]] QuoteBalance take() { return std::move(balance_); }

 private:
  // Closes the innermost quotation that the mark can close.
  bool close(char32_t c) {
    constexpr std::size_t kDeepest = 4;
    const std::size_t open = balance_.open.size();
    for (std::size_t i = open; i > 0 && open - i < kDeepest; --i) {
      if (!balance_.open[i - 1].pair->closes(c)) continue;
      balance_.open.erase(balance_.open.begin() + static_cast<std::ptrdiff_t>(i - 1));
      return true;
    }
    return false;
  }

  std::string_view text_;
  const QuoteMarks& marks_;
  QuoteBalance balance_;
};

}  // namespace

QuoteBalance balance_quotes(const Document& document, std::uint32_t block, const QuoteMarks& marks) {
  const std::string_view text = document.block(block).text;
  QuoteReader reader(text, marks);
  for (std::size_t pos = 0; (pos = marks.next_place(text, pos)) < text.size();) {
    const TextSpan span{static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(pos + decode_at(text, pos).length)};
    pos = span.end;
    if (!document.is_set_aside(block, span)) reader.read(span);
  }
  return reader.take();
}

BracketBalance balance_brackets(const Document& document, std::uint32_t block) {
  const std::string_view text = document.block(block).text;
  BracketBalance balance;
  std::vector<std::uint32_t> round;
  std::vector<std::uint32_t> square;
  static constexpr ByteSet kBrackets("()[]");
  for (std::size_t i = kBrackets.find_in(text); i < text.size(); i = kBrackets.find_in(text, i + 1)) {
    const auto at = static_cast<std::uint32_t>(i);
    if (document.is_set_aside(block, {at, at + 1})) continue;
    const char c = text[i];
    if (c == '(' || c == '[') {
      if (!is_face(text, i)) (c == '(' ? round : square).push_back(at);
      continue;
    }
    std::vector<std::uint32_t>& open = c == ')' ? round : square;
    if (!open.empty()) {
      open.pop_back();
    } else if (!is_face(text, i) && !(round.empty() && square.empty() && is_label(text, i))) {
      balance.close.push_back(at);
    }
  }
  std::ranges::merge(round, square, std::back_inserter(balance.open));
  return balance;
}

}  // namespace stet

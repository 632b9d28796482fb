#include "check/kinds/number/enumeration_support.h"

#include <algorithm>

#include "check/kinds/number/number_support.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kFewestItems = 3;
constexpr std::size_t kMostWords = 5;  // of an item: what is longer may be a clause
constexpr std::size_t kLongest = 200;  // bytes of the whole

// The end of the word at `pos`, its hyphens included.
std::size_t name_end(std::string_view text, std::size_t pos) {
  while (pos < text.size() && (word_char_at(text, pos) || text[pos] == '-')) pos += decode_at(text, pos).length;
  return pos;
}

std::size_t count_of_words(std::string_view text) {
  std::size_t count = 0;
  bool in_word = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    const bool is_word = is_word_char(c.value) || c.value == '-' || c.value == '\'' || c.value == U'’';
    count += is_word && !in_word ? 1U : 0U;
    in_word = is_word;
    pos += c.length;
  }
  return count;
}

// An item without the blanks around it; nothing when it may be more than one thing, or a clause.
std::optional<TextSpan> item(std::string_view text, std::size_t begin, std::size_t end, const PhraseTable& joining) {
  begin = skip_blanks(text, begin);
  end = skip_blanks_back(text, end);
  if (begin >= end) return std::nullopt;
  if (text[end - 1] == ')') {  // "Ute Kern (38,2 %)"
    const std::size_t open = text.substr(begin, end - begin).rfind('(');
    if (open == std::string_view::npos || open == 0) return std::nullopt;
    end = skip_blanks_back(text, begin + open);
  }
  const TextSpan span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  const std::string_view written = text.substr(begin, end - begin);
  if (count_of_words(written) > kMostWords || holds(joining, text, span)) return std::nullopt;
  if (written.find_first_of("/&+;:()[]\"!?") != std::string_view::npos) return std::nullopt;
  return span;
}

// The comma at or behind `from` that parts two items: none in brackets.
std::size_t next_comma(std::string_view text, std::size_t from, std::size_t end) {
  int depth = 0;
  for (std::size_t pos = from; pos < end; ++pos) {
    if (text[pos] == '(') ++depth;
    if (text[pos] == ')') --depth;
    if (text[pos] == ',' && depth == 0) return pos;
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<Enumeration> read_enumeration(std::string_view text, std::size_t begin, std::size_t end,
                                            const PhraseTable& joining) {
  Enumeration items;
  std::size_t from = begin;
  while (true) {
    const std::size_t comma = next_comma(text, from, end);
    if (comma == std::string_view::npos) break;
    const auto span = item(text, from, comma, joining);
    if (!span) return std::nullopt;
    items.push_back(*span);
    from = comma + 1;
  }
  // The last two: "A und B", or "and B" behind a comma.
  std::size_t last = std::string_view::npos;
  std::size_t before = from;
  for (std::size_t pos = skip_blanks(text, from); pos < end;) {
    if (const auto word = words_at(joining, text, pos)) {
      before = pos;
      last = word.position;
      break;
    }
    while (pos < end && is_word_char(decode_at(text, pos).value)) pos += decode_at(text, pos).length;
    while (pos < end && !is_word_char(decode_at(text, pos).value)) pos += decode_at(text, pos).length;
  }
  if (last == std::string_view::npos) return std::nullopt;
  if (before > skip_blanks(text, from)) {
    const auto span = item(text, from, before, joining);
    if (!span) return std::nullopt;
    items.push_back(*span);
  }
  const auto span = item(text, last, end, joining);
  if (!span) return std::nullopt;
  items.push_back(*span);
  return items.size() >= kFewestItems ? std::optional(items) : std::nullopt;
}

std::size_t enumeration_end(std::string_view text, std::size_t mark) {
  const CodePoint open = decode_at(text, mark);
  int depth = 0;
  for (std::size_t pos = mark + open.length; pos < text.size() && pos < mark + kLongest;) {
    const CodePoint c = decode_at(text, pos);
    switch (c.value) {
      case '(':
        ++depth;
        break;
      case ')':
        if (depth-- > 0) break;
        return open.value == '(' ? pos : std::string_view::npos;
      case U'–':
      case U'—':
        return open.value == c.value ? pos : std::string_view::npos;
      case '.':
      case '\n':
        if (depth > 0) break;
        // A dash or a bracket that is not closed in its sentence opens no list.
        return open.value == '(' || open.value == '\n' ? std::string_view::npos : pos;
      default:
        break;
    }
    pos += c.length;
  }
  return text.size() <= mark + kLongest && open.value != '(' ? text.size() : std::string_view::npos;
}

std::optional<Enumeration> read_names(std::string_view text, std::size_t begin, const PhraseTable& joining) {
  Enumeration names;
  bool last = false;
  for (std::size_t pos = begin; !last;) {
    std::size_t end = pos;
    for (int word = 0; word < 2; ++word) {  // "Thomas", "Ute Kern"
      const std::size_t next = word == 0 ? pos : skip_blanks(text, end);
      if (next >= text.size() || (word > 0 && next == end) || !is_upper(decode_at(text, next).value)) break;
      end = name_end(text, next);
    }
    if (end == pos) return std::nullopt;
    names.push_back({static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(end)});
    pos = end;
    if (pos < text.size() && text[pos] == ',') ++pos;
    pos = skip_blanks(text, pos);
    const auto joint = words_at(joining, text, pos);
    if (joint) {
      const std::size_t next = skip_blanks(text, joint.position);
      if (next >= text.size() || !is_upper(decode_at(text, next).value)) return std::nullopt;
      end = name_end(text, next);
      names.push_back({static_cast<std::uint32_t>(next), static_cast<std::uint32_t>(end)});
      last = true;
    } else if (text[end] != ',') {
      return std::nullopt;
    }
  }
  return names.size() >= kFewestItems ? std::optional(names) : std::nullopt;
}

bool have_articles(std::string_view text, const Enumeration& items, const PhraseTable& articles) {
  const auto has_article = [&](TextSpan item) { return static_cast<bool>(words_at(articles, text, item.begin)); };
  // Each with one of its own: none of them is a part of another.
  if (items.size() > kFewestItems && std::ranges::all_of(items, has_article)) return true;
  return std::all_of(items.end() - 2, items.end(), [&](TextSpan item) {
    const auto article = words_at(articles, text, item.begin);
    return article && text.substr(0, item.end).find(' ', skip_blanks(text, article.position)) == text.npos;
  });
}

bool are_names(std::string_view text, const Enumeration& items) {
  std::size_t plain = 0;
  const bool all = std::ranges::all_of(items, [&](TextSpan item) {
    const std::string_view name = text.substr(item.begin, item.size());
    const std::size_t last = name.rfind(' ');
    if (last == std::string_view::npos || !is_upper(decode_at(name, last + 1).value)) return false;
    const std::size_t first = last == 0 ? last : name.rfind(' ', last - 1);
    plain += first == std::string_view::npos ? 1U : 0U;
    return is_upper(decode_at(name, first == std::string_view::npos ? 0 : first + 1).value);
  });
  return all && plain > 1;
}

}  // namespace stet

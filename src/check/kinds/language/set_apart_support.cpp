#include "check/kinds/language/set_apart_support.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool contains(const std::vector<TextSpan>& passages, TextSpan span) {
  return std::any_of(passages.begin(), passages.end(), [&](TextSpan passage) { return passage.contains(span); });
}
bool touches(const std::vector<TextSpan>& passages, TextSpan span) {
  return std::any_of(passages.begin(), passages.end(), [&](TextSpan passage) { return passage.overlaps(span); });
}

// Whether brackets hold little more than the span: "(englisch: office of the city)".
bool fills_brackets(std::string_view text, const std::vector<TextSpan>& brackets, TextSpan span) {
  constexpr std::ptrdiff_t kMostSpaces = 4;
  return std::any_of(brackets.begin(), brackets.end(), [&](TextSpan bracket) {
    if (!bracket.contains(span)) return false;
    const std::string_view before = text.substr(bracket.begin, span.begin - bracket.begin);
    const std::string_view behind = text.substr(span.end, bracket.end - span.end);
    return std::count(before.begin(), before.end(), ' ') + std::count(behind.begin(), behind.end(), ' ') <= kMostSpaces;
  });
}

// The marks that end a quotation; nothing for characters that begin none. Countries disagree on nearly all of them.
std::u32string_view ends_of(char32_t c) {
  switch (c) {
    case U'"':
      return U"\"";
    case U'„':
      return U"“”\"";
    case U'“':
      return U"”“\"";
    case U'”':
      return U"”";
    case U'«':
      return U"»";
    case U'»':
      return U"«»";
    case U'‹':
      return U"›";
    case U'›':
      return U"‹";
    case U'‚':
      return U"‘’";
    case U'‘':
      return U"’‘";
    case U'\'':
      return U"'";
    case U'`':
      return U"`'´";
    case U'「':
      return U"」";
    case U'『':
      return U"』";
    case U'《':
      return U"》";
    case U'〈':
      return U"〉";
    case U'（':
      return U"）";
    default:
      return {};
  }
}

bool is_apostrophe_like(char32_t c) { return c == U'\'' || c == U'’' || c == U'‘' || c == U'`' || c == U'´'; }

bool space_before(std::string_view text, std::size_t pos) { return is_space(decode_before(text, pos).value); }

// Where a quotation between typewriter's double marks at `begin` ends: ,,…'' or ``…'' or ''…''; npos when none begins
// there.
std::size_t end_of_typed(std::string_view text, std::size_t begin) {
  constexpr std::size_t kLongestTyped = 8192;
  const std::string_view open = text.substr(begin, 2);
  if (open == "''" && (word_char_before(text, begin) || !word_char_at(text, begin + 2))) return std::string_view::npos;
  if (open != ",," && open != "``" && open != "''") return std::string_view::npos;
  const std::size_t end = text.substr(0, begin + kLongestTyped).find("''", begin + 2);
  return end == std::string_view::npos ? end : end + 2;
}

// Apostrophes that begin a word: '90, ’68, and "'s avonds", "'t huis", "'n", "'k" of Dutch.
bool shortens_word(std::string_view text, std::size_t behind) {
  const CodePoint first = decode_at(text, behind);
  if (is_digit(first.value)) return true;
  return std::string_view("stnk").find(text[behind]) != std::string_view::npos && behind + 1 < text.size() &&
         text[behind + 1] == ' ';
}

// A typewriter's mark whose quotation began in a paragraph before: nothing opens here.
bool only_closes(std::string_view text, std::size_t begin, std::size_t behind) {
  if (begin == 0 || behind >= text.size()) return begin > 0;
  const char32_t before = decode_before(text, begin).value;
  return (is_letter(before) || before == '.' || before == '!' || before == '?' || before == ',') &&
         std::string_view(" .,;:!?)").find(text[behind]) != std::string_view::npos;
}

// Marks that are apostrophes too open only behind a gap and close only before one.
std::vector<TextSpan> find_quotes(std::string_view text) {
  std::vector<TextSpan> quotes;
  std::u32string never_closed;  // marks behind which no end follows any more
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint open = decode_at(text, pos);
    const std::size_t begin = pos;
    pos += open.length;
    if (text.size() > pos && text[begin] == text[pos] &&
        (open.value == U',' || open.value == U'`' || open.value == U'\'')) {
      const std::size_t end = end_of_typed(text, begin);
      pos = end == std::string_view::npos ? begin + 2 : end;
      if (end != std::string_view::npos) {
        quotes.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      }
      continue;
    }
    const std::u32string_view ends = ends_of(open.value);
    if (ends.empty()) continue;
    const bool weak = is_apostrophe_like(open.value) || open.value == U'‚';
    if (weak && (word_char_before(text, begin) || (pos < text.size() && shortens_word(text, pos)))) continue;
    // The end of a quotation that began in a paragraph before.
    if (quotes.empty() && (open.value == U'”' || open.value == U'»') && begin > 0 && !space_before(text, begin) &&
        text.find(open.value == U'»' ? "«" : "”", pos) == std::string_view::npos) {
      quotes.push_back({0, static_cast<std::uint32_t>(pos)});
      continue;
    }
    if (open.value == U'”' && word_char_before(text, begin)) continue;
    if (open.value == U'"' && only_closes(text, begin, pos)) {
      if (quotes.empty() && begin > 0) quotes.push_back({0, static_cast<std::uint32_t>(pos)});
      continue;
    }
    std::size_t end = std::string_view::npos;
    const bool in_vain = never_closed.find(open.value) != std::u32string::npos;
    for (std::size_t at = in_vain ? text.size() : pos; at < text.size();) {
      const CodePoint c = decode_at(text, at);
      const std::size_t behind = at + c.length;
      const bool inside_word = is_apostrophe_like(c.value) &&
                               (word_char_before(text, at) ? word_char_at(text, behind)
                                                           : behind < text.size() && shortens_word(text, behind));
      if (ends.find(c.value) != std::u32string_view::npos && !inside_word) {
        end = behind;
        break;
      }
      at = behind;
    }
    if (end == std::string_view::npos) {
      if (!in_vain) never_closed += open.value;
      // A quotation over several paragraphs is closed only in the last.
      if (weak || open.value == U'”' || open.value == U'»' || open.value == U'›') continue;
      end = text.size();
    }
    quotes.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    pos = end;
  }
  return quotes;
}

std::vector<TextSpan> find_brackets(std::string_view text) {
  std::vector<TextSpan> brackets;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') open.clear();
    if (c == '(' || c == '[') open.push_back(i);
    if ((c == ')' || c == ']') && !open.empty()) {
      brackets.push_back({static_cast<std::uint32_t>(open.back()), static_cast<std::uint32_t>(i + 1)});
      open.pop_back();
    }
  }
  return brackets;
}

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

bool is_year(std::string_view text) {
  return text.size() >= 4 && (text[0] == '1' || text[0] == '2') && is_digit_byte(text[1]) && is_digit_byte(text[2]) &&
         is_digit_byte(text[3]) && (text.size() == 4 || !is_digit_byte(text[4]));
}

}  // namespace

SetApart::SetApart(const Document& document, std::uint32_t block)
    : text_(document.block(block).text), quotes_(find_quotes(text_)), brackets_(find_brackets(text_)) {
  const auto marks = document.inlines();
  const auto first =
      std::partition_point(marks.begin(), marks.end(), [block](const Inline& mark) { return mark.block < block; });
  for (auto at = first; at != marks.end() && at->block == block; ++at) {
    const Inline& mark = *at;
    if (mark.kind == InlineKind::kLink) {
      links_.push_back(mark.span);
    } else if (mark.kind != InlineKind::kStrong) {
      marked_.push_back(mark.span);
    }
  }
}

bool SetApart::holds(TextSpan span, std::span<const TextSpan> evidence, ForeignStretch::Fills fills) const {
  if (touches(quotes_, span) || touches(marked_, span)) {
    // A quoted word in a long passage, or in a sentence that goes on behind it, quotes no more than itself.
    constexpr std::ptrdiff_t kLeastOutside = 4;
    constexpr std::ptrdiff_t kLeastAround = 2;
    const bool around = fills != ForeignStretch::Fills::kNothing && !touches(marked_, span) &&
                        std::none_of(quotes_.begin(), quotes_.end(), [&](TextSpan quote) {
                          return quote.overlaps(span) && (quote.begin <= span.begin || quote.end >= span.end);
                        });
    const auto outside = std::count_if(evidence.begin(), evidence.end(), [&](TextSpan word) {
      return !touches(quotes_, word) && !touches(marked_, word);
    });
    if (outside < (around ? kLeastAround : kLeastOutside)) return true;
  }
  if (contains(links_, span)) return true;
  if (fills != ForeignStretch::Fills::kLine && fills_brackets(text_, brackets_, span)) return true;
  // Plain text writes emphasis with its own signs.
  const char before = span.begin > 0 ? text_[span.begin - 1] : ' ';
  return before == '*' || before == '_' || before == '/' || before == '@' || before == '#';
}

bool SetApart::is_part_of_speech(const ForeignStretch& stretch, std::span<const ForeignStretch> found,
                                 std::span<const Word> words, Language home) const {
  constexpr std::size_t kLeastWords = 6;
  const TextSpan span = stretch.span;
  const auto number = table_number(home);
  const auto other = table_number(stretch.language);
  if (!number || touches(marked_, span)) return false;
  const auto quote = std::find_if(quotes_.begin(), quotes_.end(),
                                  [&](TextSpan q) { return q.begin < span.begin && q.end > span.end; });
  if (quote == quotes_.end()) return false;
  std::size_t others = 0;
  std::size_t listed = 0;
  std::size_t own = 0;
  for (const Word& word : words) {
    const TextSpan at{word.begin, word.end};
    if (!quote->contains(at)) continue;
    if (std::any_of(found.begin(), found.end(), [&](const ForeignStretch& s) { return s.span.overlaps(at); })) continue;
    const std::uint32_t languages = kinship(word.hash).own();
    if (other && (languages >> *other & 1U) != 0) continue;
    ++others;
    listed += languages != 0;
    own += languages >> *number & 1U;
  }
  return others >= kLeastWords && own * 4 >= listed * 3 && own * 5 >= others * 3;
}

bool joins(std::string_view between) {
  for (std::size_t pos = 0; pos < between.size();) {
    const CodePoint c = decode_at(between, pos);
    pos += c.length;
    if (is_word_char(c.value) || c.value == '.' || c.value == '!' || c.value == '?' || c.value == '\n') return false;
  }
  return true;
}

bool same_entry(std::string_view text, TextSpan a, TextSpan b) {
  constexpr std::uint32_t kLongestEntry = 240;
  if (b.begin < a.begin) std::swap(a, b);
  if (b.begin <= a.end) return true;
  return b.begin - a.end < kLongestEntry && text.substr(a.end, b.begin - a.end).find('\n') == std::string_view::npos;
}

bool same_sentence(std::string_view text, TextSpan a, TextSpan b) {
  if (b.begin < a.begin) std::swap(a, b);
  if (b.begin <= a.end) return true;
  const std::string_view between = text.substr(a.end, b.begin - a.end);
  for (std::size_t i = 0; i < between.size(); ++i) {
    if (between[i] == '\n') return false;
    const bool ends = between[i] == '.' || between[i] == '!' || between[i] == '?';
    if (ends && i + 1 < between.size() && between[i + 1] == ' ') return false;
  }
  return true;
}

bool is_beside_hit(std::span<const Hit> hits, const Document& document, TextPlace place) {
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return hit.block == place.block && same_sentence(document.block(place.block).text, hit.span, place.span);
  });
}

bool is_attributed(std::string_view text, TextSpan span) {
  constexpr std::size_t kLongestName = 60;
  const std::size_t open = text.find('(', span.begin);
  if (open == std::string_view::npos || open > span.end + 2) return false;
  const std::size_t close = text.find(')', open);
  if (close == std::string_view::npos || close - open > kLongestName) return false;
  return close + 1 == text.size() || std::string_view(".,;\n").find(text[close + 1]) != std::string_view::npos;
}

bool is_listed_work(std::string_view text, TextSpan span) {
  // A line may be as long as the file, an entry may not.
  constexpr std::size_t kLongestEntry = 512;
  constexpr std::size_t kYearBehind = 12;
  const std::size_t begin = span.begin - std::min<std::size_t>(span.begin, kLongestEntry);
  std::string_view before = text.substr(begin, span.begin - begin);
  const std::size_t feed = before.rfind('\n');
  if (feed != std::string_view::npos) {
    before.remove_prefix(feed + 1);
  } else if (begin > 0) {
    before = {};
  }
  while (!before.empty() && !is_digit_byte(before.front()) && static_cast<unsigned char>(before.front()) < 0x41) {
    before.remove_prefix(1);
  }
  if (is_year(before)) return true;
  std::string_view behind = text.substr(span.end, kYearBehind);
  behind = behind.substr(0, behind.find('\n'));
  const std::size_t open = behind.find_first_of("([,");
  return open != std::string_view::npos && open < 4 && is_year(behind.substr(open + 1));
}

}  // namespace stet

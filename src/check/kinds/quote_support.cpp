#include "check/kinds/quote_support.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {

bool QuoteMarks::add(std::string_view entry) {
  if (entry.empty()) return false;
  const CodePoint open = decode_at(entry, 0);
  std::size_t pos = open.length;
  if (pos >= entry.size() || entry[pos] != ' ' || pos + 1 == entry.size()) return false;
  Pair pair{open.value, {}};
  begins_mark_[static_cast<unsigned char>(entry[0])] = true;
  buckets_.push_back(CharSet::bucket(open.value));
  for (++pos; pos < entry.size();) {
    const CodePoint c = decode_at(entry, pos);
    pair.close.push_back(c.value);
    buckets_.push_back(CharSet::bucket(c.value));
    begins_mark_[static_cast<unsigned char>(entry[pos])] = true;
    pos += c.length;
  }
  pairs_.push_back(std::move(pair));
  return true;
}

const QuoteMarks::Pair* QuoteMarks::find(char32_t open) const {
  const auto found = std::find_if(pairs_.begin(), pairs_.end(), [&](const Pair& pair) { return pair.open == open; });
  return found == pairs_.end() ? nullptr : &*found;
}

std::map<Language, QuoteMarks> read_quotes(const Definition& definition, Errors& errors) {
  std::map<Language, QuoteMarks> quotes;
  for (const auto& [language, section] : definition.sections) {
    const auto* list = definition.option<std::vector<std::string>>(language, kQuotesKey.name);
    if (list == nullptr) continue;
    for (const std::string& entry : *list) {
      if (!quotes[language].add(entry)) {
        errors.push_back({.message = "quotes must be \"OPENING CLOSING…\", not \"" + entry + "\""});
      }
    }
  }
  return quotes;
}

bool opens_here(std::string_view text, TextSpan mark) {
  if (mark.end >= text.size()) return false;
  const char32_t next = decode_at(text, mark.end).value;
  const bool spaced = decode_at(text, mark.begin).value == U'«';  // French sets a space inside
  if (is_space(next) && !spaced) return false;
  if (!is_space(next) && !is_word_char(next) && next != U'…' && next != '(' && next != '[' && next != U'‚' &&
      next != U'‘' && next != U'\'' && next != U'¿' && next != U'¡' && next != '#' && next != '@' && next != '$' &&
      next != U'€' && next != '-' && next != U'–') {
    return false;
  }
  if (mark.begin == 0) return true;
  const char32_t before = decode_before(text, mark.begin).value;
  return is_space(before) || before == '(' || before == '[' || before == U'–' || before == U'—' || before == '/' ||
         before == U'‚' || before == U'‘' || before == '\'' || before == U'’' || before == U'>' || before == '-';
}

}  // namespace stet

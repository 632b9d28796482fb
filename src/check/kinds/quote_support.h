// Double quotation marks as languages pair them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "check/check.h"
#include "text/words.h"

namespace stet {

class QuoteMarks {
 public:
  struct Pair {
    char32_t open = 0;
    std::u32string close;
    [[nodiscard]] bool closes(char32_t c) const { return close.find(c) != std::u32string::npos; }
  };

  // "„ “”": an opening mark, a space, the marks that close it. False when it is not written so.
  bool add(std::string_view entry);
  [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }
  // The pair that begins with this mark, or nullptr.
  [[nodiscard]] const Pair* find(char32_t open) const;
  // Whether characters outside of words may be one of the marks. May be true by chance, never false.
  [[nodiscard]] bool may_stand(const CharSet& others) const {
    return std::any_of(buckets_.begin(), buckets_.end(), [&](unsigned char bucket) { return others.has(bucket); });
  }
  // The place at or behind `pos` where one of the marks may stand, or the text's end: a cheap look at the bytes.
  [[nodiscard]] std::size_t next_place(std::string_view text, std::size_t pos) const {
    while (pos < text.size() && !begins_mark_[static_cast<unsigned char>(text[pos])]) ++pos;
    return pos;
  }

 private:
  std::vector<Pair> pairs_;
  std::vector<unsigned char> buckets_;   // of CharSet
  std::array<bool, 256> begins_mark_{};  // by the first byte
};

// The section key that pairs a language's marks, and its pairs by language. Adds what can't be read to `errors`.
inline constexpr Key kQuotesKey = {"quotes", KeyType::kStrings,
                                   "an opening mark, a space, and the marks that close it"};
std::map<Language, QuoteMarks> read_quotes(const Definition& definition, Errors& errors);

// Whether a quotation mark stands where one opens: behind white space, an opening bracket, a dash or nothing, and
// before a letter, a digit or another mark; not behind a digit, where it is one of inches or seconds.
bool opens_here(std::string_view text, TextSpan mark);

}  // namespace stet

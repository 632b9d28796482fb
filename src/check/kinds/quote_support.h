// Double quotation marks as languages pair them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stet {

class QuoteMarks {
 public:
  struct Pair {
    char32_t open = 0;
    std::u32string close;
  };

  // "„ “”": an opening mark, a space, the marks that close it. False when it is not written so.
  bool add(std::string_view entry);
  [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }
  // The pair that begins with this mark, or nullptr.
  [[nodiscard]] const Pair* find(char32_t open) const;

 private:
  std::vector<Pair> pairs_;
};

// Whether a quotation mark stands where one opens: behind white space, an opening bracket, a dash or nothing, and
// before a letter, a digit or another mark; not behind a digit, where it is one of inches or seconds.
bool opens_here(std::string_view text, TextSpan mark);

}  // namespace stet

// The regular expressions of a matcher. Private to matcher*.cpp.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>

#include "facts/matcher_image.h"
#include "text/regex.h"
#include "text/scan_machine.h"

namespace stet {

// Compiled when first needed, shared by threads.
class Expressions {
 public:
  explicit Expressions(matcher_image::View view);

  // Null for a pattern without an expression.
  [[nodiscard]] const Regex* of(const matcher_image::PatternRecord& pattern) const;

  // The same, but null when nothing in `text` can match. Over the first texts that is asked of a slow automaton:
  // compiling takes longer than an article is.
  [[nodiscard]] const Regex* of(const matcher_image::PatternRecord& pattern, std::string_view text,
                                ScanMachine& machine) const;

 private:
  struct Lazy {
    std::once_flag once;
    std::optional<Regex> regex;
    std::atomic<bool> compiled = false;
    std::atomic<std::uint32_t> asked = 0;  // bytes
  };
  matcher_image::View view_;
  std::unique_ptr<Lazy[]> expressions_;
};

}  // namespace stet

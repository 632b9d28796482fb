// The regular expressions of a matcher. Private to matcher*.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "facts/matcher_image.h"
#include "text/phrase_program.h"
#include "text/regex.h"
#include "text/scan_machine.h"

namespace stet {

// Run by a machine that needs no compiling; the few that it does not know by RE2, compiled when first needed. Shared by
// threads.
class Expressions {
 public:
  explicit Expressions(matcher_image::View view);

  struct Machines {
    ScanMachine scan;
    PhraseMachine phrases;
  };

  // Machines for one thread at a time, given back at the end: what they have learned stays.
  class Machine {
   public:
    explicit Machine(const Expressions& owner);
    ~Machine();
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    // The leftmost match of a pattern's expression at or after `from` (bytes): its text, then those of the named
    // groups; an unused group is a view with a null pointer. False when there is none, or no expression. Matches that
    // begin behind `last` may be left out.
    bool find(const matcher_image::PatternRecord& pattern, std::string_view text, std::size_t from, std::size_t last,
              std::vector<std::string_view>& groups);
    [[nodiscard]] PhraseMachine& phrases() { return machines_->phrases; }

   private:
    const Expressions& owner_;
    std::unique_ptr<Machines> machines_;
    std::vector<std::string_view> all_;
  };

 private:
  struct Lazy {
    std::once_flag once;
    std::optional<Regex> regex;
  };
  const Regex* regex(const matcher_image::PatternRecord& pattern) const;

  matcher_image::View view_;
  std::unique_ptr<Lazy[]> expressions_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Machines>> idle_;
};

}  // namespace stet

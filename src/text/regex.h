// Regular expressions: a thin wrapper, the only user of RE2.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace re2 {
class RE2;
}

namespace stet {

// Compiled, immutable, shared by threads. Takes RE2 syntax over UTF-8.
class Regex {
 public:
  // Fails when the expression can't be read; the message is RE2's. `max_memory` in bytes bounds program and
  // automaton.
  static Result<Regex> compile(std::string_view expression, std::size_t max_memory = std::size_t{8} << 20U);

  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  // Finds the leftmost match at or after `from` (bytes) and gives its groups, group 0 first; an unused group
  // is a view with a null pointer. `groups` says how many are wanted. False when there is none.
  bool find(std::string_view text, std::size_t from, std::vector<std::string_view>& groups) const;

  // Named groups by number.
  [[nodiscard]] std::vector<std::pair<int, std::string>> names() const;
  [[nodiscard]] int group_count() const;

 private:
  explicit Regex(std::unique_ptr<re2::RE2> re);
  std::unique_ptr<re2::RE2> re_;
};

}  // namespace stet

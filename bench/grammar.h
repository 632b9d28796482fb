// A context-free grammar that writes sentences: the texts to measure on.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace stet::bench {

// The same numbers on every machine (S. Vigna, splitmix64); std's distributions promise no such thing.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  // From 0 to sides - 1.
  std::uint64_t roll(std::uint64_t sides);
  // Between both, inclusive.
  std::int32_t between(std::int32_t low, std::int32_t high);
  bool one_in(std::uint64_t sides) { return roll(sides) == 0; }

 private:
  std::uint64_t state_;
};

class Grammar {
 public:
  // Reads bench/vocabulary/LANGUAGE.txt; its head says how such a file is written. Ends the program on a
  // missing file or name: a benchmark has nobody to report to.
  explicit Grammar(Language language);

  [[nodiscard]] Language language() const { return language_; }
  // One text of this name, beginning with a capital letter.
  [[nodiscard]] std::string write(std::string_view name, Dice& dice) const;

 private:
  void expand(std::string_view name, Dice& dice, std::string& out) const;
  void expand_text(std::string_view text, Dice& dice, std::string& out) const;
  // Numbers and dates; false when the name is none of them.
  bool expand_builtin(std::string_view name, Dice& dice, std::string& out) const;

  Language language_;
  std::map<std::string, std::vector<std::string>, std::less<>> lists_;
};

}  // namespace stet::bench

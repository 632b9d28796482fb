// The ages that a short article tells, with whom they are of.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/lazy.h"
#include "check/check.h"
#include "check/kinds/contradiction/age_support.h"

namespace stet {

struct BriefAge {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan sentence;
  double age = 0;
  std::set<std::string> names{};   // what stands beside it with a capital
  bool definite = false;           // "the 42-year-old", "la mujer de 42 años"
  std::optional<Person> person{};  // "the driver, 42": what somebody is called
  bool begins = false;             // "At 42, she": an age that may be of an earlier time
  bool indefinite = false;
  bool several = false;   // "two 17-year-old boys"
  bool bare = false;      // "the 42-year-old", without a noun
  double most = 0;        // the oldest that it may be: "octogenarian"; 0: `age`
  bool died = false;      // at that age
  bool birthday = false;  // one that comes: whoever has it is a year younger, or was it lately
  bool current = false;   // that begins a sentence, but is that of today: "at 42, she is"
  bool phrase = false;    // "in her sixties"

  [[nodiscard]] double oldest() const { return std::max(age, most); }
  [[nodiscard]] bool is_number() const { return most == 0 && !birthday; }
};

// The hashes of the words that hold an age, of each language that was asked for: "quattordicenne".
using WordedAges = LazyMap<Language, std::unordered_set<std::uint32_t>>;

// Those in numbers and in words, and birthdays, that no word of a relative or another time silences; in no order.
// `words`: the lists of kind age-conflict, numbered by AgeList.
std::vector<BriefAge> read_brief_ages(const Document& document, const Facts& facts, const Definition& definition,
                                      const RuleWords& words, const WordedAges& worded);

}  // namespace stet

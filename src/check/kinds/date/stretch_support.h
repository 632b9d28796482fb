// Stretches of time between two dates or years, and how long they are.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "document/document.h"
#include "facts/facts.h"
#include "facts/phrase_trie.h"

namespace stet {

struct TimeStretch {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan first;   // what gives its begin
  TextSpan last;    // and its end
  CivilDate begin;  // month and day 0 where they are not said
  CivilDate end;
  bool closed = true;  // false for two years that a word joins, which are a stretch only behind a fitting preposition
};

// From one date to the other; nothing when they are not equally exact, or the second is not the later one. A year that
// neither says is the same one, or the next.
std::optional<TimeStretch> stretch_between(const DateFact& first, const DateFact& last);

// The joining words of a block's language ("bis"), looked at forwards; null where none are known.
using JoiningWords = std::function<const PhraseTable*(const Block&)>;

// The ranges of dates of a document, and pairs of years with a dash or a joining word between them, in blocks whose
// joining words are known.
std::vector<TimeStretch> find_stretches(const Document& document, const Facts& facts, const JoiningWords& joining);

// Whether only commas and words like "on" stand between a length and the moment that it leads to: `beside` are these
// words, looked at forwards.
bool joins_moment(std::string_view text, std::size_t begin, std::size_t end, const PhraseTable& beside);

// The unit in days; 0 when it is no unit of time.
double days_of(UnitId unit);

// In days.
struct Elapsed {
  double least = 0;
  double usual = 0;
  double most = 0;
};
// How long a stretch may be said to be: its last day is counted or not; counted in days, its weekends too; what is
// given by months and years begins and ends at any day of them.
Elapsed elapsed_in(const TimeStretch& stretch, double unit_days);

}  // namespace stet

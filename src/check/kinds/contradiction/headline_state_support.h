// A headline that says of something what the text below says the opposite of: approved and rejected, dead and alive.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"

namespace stet {

// What is asked of a rule: its lists of states are pairs that follow each other from `first_state` up to `states_end`,
// a state and its opposite; `negation` turns one into the other, `guard` silences both in its sentence.
struct HeadlineStates {
  explicit HeadlineStates(const Definition& definition)
      : groups(definition, "one-thing", groups_of), no_names(definition, "no-names", forms_of) {}

  std::uint8_t first_state = 0;
  std::uint8_t states_end = 0;
  std::uint8_t negation = 0;
  std::uint8_t guard = 0;
  std::uint8_t beats = 0;    // a list of verbs whose object has lost
  std::uint8_t contest = 0;  // the first list of the pair of who won and who lost: told by names
  // States that need only one word of the headline beside them, by the key of the first of the pair; or none where the
  // text denies them.
  std::vector<std::uint8_t> by_one_word;
  std::vector<std::uint8_t> by_no_word;
  FormGroups groups;   // words for one thing, each group in one entry, parted by spaces
  FormLists no_names;  // that have a capital and name nobody: "Monday"
};

// Reports a state of the first headline whose opposite the text tells, if the text never tells the state itself.
// Whether there was one.
bool find_headline_states(const Document& document, const Facts& facts, const Definition& definition,
                          const HeadlineStates& states, const BySection<SmallWords>& small, Sink& sink);

}  // namespace stet

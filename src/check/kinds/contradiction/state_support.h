// The states that a short article may tell of somebody or something, pair by pair, and when two of them clash.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/cast_support.h"
#include "check/kinds/contradiction/statement_support.h"

namespace stet {

// By what two statements of a class are known to be of the same.
enum class StateOf : std::uint8_t {
  kPerson,
  kAnybody,  // of a person; or, where none is named, of a thing that may be so too
  kThing,
  kEvent
};

struct StateClass {
  std::string_view a;
  std::string_view b;
  StateOf of = StateOf::kPerson;
};
inline constexpr auto kStateClasses = std::to_array<StateClass>({
    {"dead", "alive", StateOf::kPerson},
    {"deaths", "no-deaths", StateOf::kEvent},
    {"hurt", "unhurt", StateOf::kPerson},
    {"injuries", "no-injuries", StateOf::kEvent},
    {"held", "at-large", StateOf::kPerson},
    {"confesses", "contests", StateOf::kPerson},
    {"silent", "talks", StateOf::kPerson},
    {"present", "absent", StateOf::kPerson},
    {"sober", "drunk", StateOf::kAnybody},
    {"licensed", "unlicensed", StateOf::kAnybody},
    {"operated", "not-operated", StateOf::kAnybody},
    {"alone", "accompanied", StateOf::kAnybody},
    {"accepts", "declines", StateOf::kPerson},
    {"runs", "does-not-run", StateOf::kPerson},
    {"leaves-office", "stays-in-office", StateOf::kPerson},
    {"acquitted", "convicted", StateOf::kPerson},
    {"found", "missing", StateOf::kPerson},
    {"known", "unknown", StateOf::kPerson},
    {"protected", "unprotected", StateOf::kPerson},
    {"approved", "rejected", StateOf::kThing},
    {"open", "closed", StateOf::kThing},
    {"sold", "unsold", StateOf::kThing},
    {"intact", "destroyed", StateOf::kThing},
    {"discussed", "not-discussed", StateOf::kThing},
    {"planned", "not-planned", StateOf::kThing},
    {"takes-part", "withdraws", StateOf::kEvent},
    {"insured", "uninsured", StateOf::kEvent},
    {"agreed", "not-agreed", StateOf::kEvent},
    {"paid", "unpaid", StateOf::kEvent},
    {"seized", "nothing-found", StateOf::kEvent},
    {"stolen", "nothing-stolen", StateOf::kEvent},
    {"unanimous", "divided", StateOf::kEvent},
    {"evacuated", "not-evacuated", StateOf::kEvent},
    {"cause-known", "cause-unknown", StateOf::kEvent},
    {"peaceful", "dispersed", StateOf::kEvent},
    {"contact", "no-contact", StateOf::kEvent},
    {"posthumous", "in-person", StateOf::kEvent},
    {"all-died", "survivors", StateOf::kEvent},
});
inline constexpr std::string_view kDiscussed = "discussed";
inline constexpr std::string_view kConfesses = "confesses";
inline constexpr std::string_view kInjuries = "injuries";
inline constexpr std::string_view kEvacuated = "evacuated";

struct State {
  const Hit* hit = nullptr;
  std::uint8_t pole = 0;  // the list: of a class, the first or the second
  TextSpan sentence;
  Forms names;
  std::vector<ContextWord> things;
  std::optional<ContextWord> owner;  // of an evacuation, what was evacuated: "of the hospital"
  std::vector<std::uint32_t> people;
  std::set<std::uint32_t> days;  // numbers of the rule's phrases
  std::set<std::uint32_t> events;
  ConceptSet object;       // of what is confessed or denied: "the theft"
  ConceptSet object_wide;  // the same by the thesaurus
  bool counted = false;    // a number stands in its clause
  bool quoted = false;
  bool said = false;
  bool survived = false;  // by words that may tell of other years

  [[nodiscard]] std::size_t of_class() const { return pole / 2U; }
};

// Whether they exclude each other and are of the same. `cast`: nothing where nobody was looked for.
bool clash(const State& a, const State& b, const Document& document, NamedPeople& people, const Cast* cast);

}  // namespace stet

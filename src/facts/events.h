// The events that an article tells of: meetings, talks, sessions, as far as its sentences describe them.
#pragma once

#include <cstdint>
#include <vector>

#include "facts/sentence_view.h"
#include "facts/stems.h"

namespace stet {

// An event as a sentence describes it. Empty parts are not said.
struct Event {
  static constexpr std::uint8_t kNoKind = kAnyEvent;
  std::uint8_t kind = kNoKind;  // which list its word is from: talks are no session
  std::string name;             // its word, as it stands in the text
  Stems places;
  Stems participants;
  Stems days;
  Stems actors;             // who speaks of the topic there, where the sentence says so
  std::string special;      // what kind of talks: "Koalitionsgespräche", "EU-Gipfel"
  bool labelled = false;    // "earlier talks": some other event than the one at hand
  bool is_new = false;      // "new talks", "the second round": another one than those before
  bool is_general = false;  // "the talks" and nothing else: may point back to an event of another kind
  bool definite = false;    // "the talks", "these talks", or no word for it at all
  TextSpan span;            // its word
  TextSpan extent;          // its noun phrase, as far as it was read
};

// Whether the two are elsewhere, of others, or of another sort.
bool is_other(const Event& a, const Event& b);

// Whether what is said of the two can't be true of one event: the same, or on other days.
bool conflicts(const Event& a, const Event& b);

// Whether nothing in the two descriptions conflicts, and something says that they are of one event.
bool is_same(const Event& a, const Event& b);

// What a bare description ("the talks") takes over from the event that it points back to.
void inherit(Event& event, const Event& from);

// The events of a sentence, in order.
std::vector<Event> read_events(const SentenceView& sentence);

}  // namespace stet

// What a sentence says that events are about, by its cue phrases.
#pragma once

#include <vector>

#include "facts/events.h"
#include "facts/sentence_view.h"
#include "facts/topics.h"

namespace stet {

struct Frame {
  TextSpan span;  // the cue, its negation and the topic
  Topic topic;
  bool denied = false;
  const Event* event = nullptr;  // one of the sentence's; null when it names none
  Stems actors;                  // who speaks of it, where somebody does
  Stems days;                    // of a frame without an event, and its places
  Stems places;
  bool is_agenda = false;     // its cue tells by itself that it is of an event
  bool is_elsewhere = false;  // "the agenda of the culture committee": of an event that has no word here
};

// The frames of a sentence, in no order.
std::vector<Frame> read_frames(const SentenceView& sentence, const std::vector<Event>& events);

}  // namespace stet

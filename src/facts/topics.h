// What something is about, cut out of a sentence.
#pragma once

#include <vector>

#include "facts/sentence_view.h"
#include "facts/stems.h"

namespace stet {

// "the nuclear programme of Iran": its words as stems, light ones left out.
struct Topic {
  Stems stems;  // all
  Stems core;   // those of its first part: {nuclear, programm}
  Stems names;  // as far as capitals and the names of countries tell
  TextSpan span;
};

// Whether an event that is about `whole` is about `part` too: every word of the part is in the whole, and the whole's
// first part is in the part, unless that is a common noun. {ukrain} lies in "the war in Ukraine", but not in "grain
// exports from Ukraine"; {fish} lies in "fish quotas".
bool is_about(const Topic& whole, const Topic& part);

// How to read a stretch of a sentence.
enum class TopicSide : std::uint8_t {
  kSubject,  // the whole stretch; verbs in it are passed over
  kRight,    // from its begin to the first verb
};

// The topics that a stretch names, one, or several joined by "and". Words in `passed_over` are none of theirs.
std::vector<Topic> read_topics(const SentenceView& sentence, TextSpan span, TopicSide side,
                               const std::vector<TextSpan>& passed_over);

}  // namespace stet

// What an article says that its events are about: who says it, and whether it is affirmed or denied.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "facts/cues.h"
#include "facts/events.h"
#include "facts/facts.h"
#include "facts/topics.h"
#include "facts/voices.h"

namespace stet {

// "The talks are (not) about …".
struct Statement {
  std::uint32_t block = 0;
  TextSpan span;  // the words that say it, negation included
  Event event;
  Topic topic;
  bool denied = false;
  bool in_title = false;
  bool in_lead = false;      // the title, or the first paragraph
  bool names_event = false;  // by a word for it, or as an agenda: "not on the agenda"
  bool contrasts = false;    // "however": may answer another's claim
  Voice voice;
};

// The statements of a document in reading order, for its language's words in rules/lexicon/topic.toml and
// topic-words.toml. Leaves out what is no plain statement: questions, hypotheses, wishes, direct speech, captions and
// table cells. The method is a shallow one: cue phrases with a side on which their topic stands, clause ends as bounds.
std::vector<Statement> extract_statements(const Document& document, const Facts& facts);
// The same, made once for all checks of the document.
const std::vector<Statement>& statements_of(const Document& document, const Facts& facts);

// Whether a denial denies what the other statement affirms: one topic of one event, whoever says it.
bool denies(const Statement& denied, const Statement& affirmed);

// Whether who denies would be expected to know what was affirmed: one voice, or the article itself that denies what it
// told in its lead ("…, the office said") without a word of contrast.
bool is_one_voice(const Statement& denied, const Statement& affirmed);

// Whether some block may deny what something is about: cheap, and nearly always false.
bool may_deny_topics(const Facts& facts);

}  // namespace stet

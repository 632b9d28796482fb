// What an article says that its events are about: who says it, and whether it is affirmed or denied.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "facts/cues.h"
#include "facts/lexicon.h"
#include "facts/stems.h"

namespace stet {

// One of an article's events, as far as a sentence describes it. Empty parts are not said.
struct Event {
  Stems places;
  Stems participants;
  bool labelled = false;  // "earlier talks", "the second round": some other event than the one at hand
};

// Whether two descriptions may be of one event: nothing in them conflicts.
bool may_be_same(const Event& a, const Event& b);

// What something is about, as stems: names and nouns are firm, adjectives only hint ("ukrainische Krise").
struct Topic {
  Stems firm;
  Stems hints;
};

// Whether whatever is about `part` is about `whole` too: {ukrain} lies in {ukrain, getrei}.
bool is_part(const Topic& part, const Topic& whole);

// "The talks are (not) about …".
struct Statement {
  std::uint32_t block = 0;
  TextSpan span;      // the words that say it, negation included
  TextSpan topic_at;  // the words that name the topic
  Event event;
  std::vector<Topic> topics;  // one, or several that are affirmed or denied each
  bool denied = false;
  Stems party;  // who says so; empty: the article itself
};

// The statements of a document in reading order. `cues` are the hits of rules/lexicon/topic.toml, `lexicon` gives the
// plain words of rules/lexicon/topic-words.toml. Leaves out what is no plain statement: questions, hypotheses,
// wishes, direct speech, captions and table cells. The method is a shallow one: cue phrases with a side on which
// their topic stands, clause ends as bounds.
std::vector<Statement> extract_statements(const Document& document, const Cues& cues, const Lexicon& lexicon);

}  // namespace stet

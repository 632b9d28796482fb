// Who says what a sentence says.
#pragma once

#include "facts/sentence_view.h"
#include "facts/stems.h"

namespace stet {

struct Voice {
  bool is_article = true;  // nobody else is named: the article itself
  Stems names;             // of who says it else; empty: it is not known who
  bool announces = false;  // by a verb behind the statement: "…, the office said"
};

// Whether both are the article's, or of parties that may be one: "US officials" and "US spokeswoman Bruce".
bool is_same_voice(const Voice& a, const Voice& b);

// "nach Angaben des Ministeriums": the words of a cue that a source follows, and of the source.
TextSpan source_span(const SentenceView& sentence, const Cue& cue);

// The voice of what stands at `at`. A reported verb form there without a speaker is said by the one before.
Voice read_voice(const SentenceView& sentence, TextSpan at, const Voice& before);

}  // namespace stet

// A sentence cut into segments, with the cues and the classes of words found in it: for reading statements.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "facts/cues.h"
#include "facts/stems.h"
#include "facts/topic_words.h"

namespace stet {

// What the lists of rules/lexicon/topic.toml are.
enum class CueKind : std::uint8_t {
  kEvent,       // "event-session": a word for an event; a list a kind of event; "event-any-talks": its words may point
                // back to an event of another kind; "event-verb": of any kind
  kAgenda,      // "agenda": its subject is the topic, of whatever event ("is on the agenda")
  kAgendaOut,   // "agenda-out": the same, denying by itself ("is off the table")
  kSubject,     // "subject": its subject is the topic, if the sentence names an event ("is discussed")
  kSubjectOut,  // "subject-out": the same, denying ("is left out")
  kObject,      // "object": its object is the topic ("discuss", "concern")
  kObjectOut,   // "object-out": the same, denying ("leave out")
  kBehind,      // "behind-auf": the topic follows this preposition; "behind": it follows the cue itself
  kNegation,    // "negation"
  kPseudo,      // "pseudo-negation": negations that deny nothing ("not only")
  kSilence,     // "silence": makes no plain statement of the whole sentence ("denied", "no longer", "if")
  kContrast,    // "contrast": answers another's claim ("however")
  kPast,        // "past": silences what stands in its segment or behind it ("since")
  kDoubt,       // "doubt": the same of its clause ("could")
  kSays,        // "says": a verb of saying
  kSource,      // "source": the source follows ("according to")
  kSourceLeft,  // "source-left": the source stands before ("zufolge")
  kReported,    // "reported": a verb's form of reported speech ("sei")
  kLabel,       // "label": tells an event from the one at hand ("earlier")
  kNewLabel,    // "label-new": the same, unless the article begins with it ("new talks")
  kBetween,     // "between": the participants follow
  kOpener,      // "opener": begins a clause without a comma before it ("that")
  kNoEvent,     // "no-event": what only looks like an event's word ("she talks")
  kInstead,     // "instead": begins what is so instead ("but", "sondern")
  kUnknown,
};

// The key of an event that may be a talk, a session or whatever.
inline constexpr std::uint8_t kAnyEvent = 0xFF;

struct Cue {
  CueKind kind = CueKind::kUnknown;
  TextSpan span;
  std::uint8_t key = 0;     // of an event: which kind of event, kAnyEvent when a verb tells of it ("they met")
  bool is_general = false;  // of an event: may be said of other kinds ("the talks" of a summit)
  std::string_view preposition;
};

// The kinds of a source's lists, by their names.
class CueKinds {
 public:
  explicit CueKinds(const CueSource& source);
  [[nodiscard]] Cue read(const Hit& hit) const;

 private:
  struct Entry {
    CueKind kind = CueKind::kUnknown;
    std::string_view preposition;
    bool is_any_event = false;
    bool is_general = false;
    std::uint8_t key = 0;  // of the kind of event: one for "event-talks" and "event-any-talks"
  };
  std::vector<Entry> entries_;
};

struct SentenceWord {
  TextSpan span;
  std::uint32_t hash = 0;
  std::uint32_t classes = 0;
  bool upper = false;
  bool in_event = false;  // part of a word for an event
  bool hyphen = false;    // joined to the next by a hyphen

  [[nodiscard]] bool is(std::uint32_t wanted) const { return (classes & wanted) != 0; }
};

// What lies between two marks of punctuation, clause openers or verbs of saying.
struct Segment {
  TextSpan span;
  char32_t mark = 0;  // the punctuation mark behind it, & for an "and" before a negation; 0 for a clause opener
};

class SentenceView {
 public:
  SentenceView(const Document& document, const Block& block, TextSpan span, const std::vector<Cue>& cues,
               const TopicWords& words);

  [[nodiscard]] TextSpan span() const { return span_; }
  [[nodiscard]] const TopicWords& words() const { return words_; }
  [[nodiscard]] std::string_view text(TextSpan span) const { return block_.text.substr(span.begin, span.size()); }
  [[nodiscard]] bool is_question() const;

  [[nodiscard]] const std::vector<Cue>& cues() const { return cues_; }
  [[nodiscard]] const Cue* find(CueKind kind, TextSpan within) const;
  [[nodiscard]] bool has(CueKind kind) const { return find(kind, span_) != nullptr; }
  // Negations within that are no pseudo-negations.
  [[nodiscard]] std::vector<TextSpan> negations(TextSpan within) const;

  [[nodiscard]] const std::vector<SentenceWord>& tokens() const { return tokens_; }
  // The numbers of the tokens in a span: first, and one beyond the last.
  [[nodiscard]] std::pair<std::size_t, std::size_t> range(TextSpan span) const;

  [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }
  [[nodiscard]] std::size_t segment_at(std::uint32_t pos) const;
  // Whether a segment tells of a word before it: "which has been closed since March".
  [[nodiscard]] bool is_relative(const Segment& segment) const;

  // Whether a token may belong to a noun phrase that goes on behind it: an adjective, a small word, a noun.
  [[nodiscard]] bool is_content(const SentenceWord& token) const;
  // Whether the language lists the word: then it is no name, wherever nouns have capitals.
  [[nodiscard]] bool is_listed(const SentenceWord& token) const;
  [[nodiscard]] std::string stem(const SentenceWord& token) const { return words_.stem(text(token.span)); }

 private:
  void cut_segments();

  const Block& block_;
  TextSpan span_;
  const TopicWords& words_;
  std::vector<SentenceWord> tokens_;
  std::vector<Cue> cues_;
  std::vector<Segment> segments_;
};

}  // namespace stet

#include "facts/statements.h"

#include <algorithm>
#include <utility>

#include "facts/frames.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::string_view kCues = "topic";
constexpr std::uint32_t kLeadBlocks = 3;          // prose blocks in which an event is brought in
constexpr std::uint32_t kBlocksOfLead = 2;        // the title and the first paragraph
constexpr std::uint32_t kLongestSentence = 1500;  // bytes; what is longer is no sentence of an article
constexpr std::size_t kMostStatements = 1000;     // no article makes more; beyond, comparing them takes its time

bool is_read(Role role) {
  return role == Role::kTitle || role == Role::kHeading || role == Role::kParagraph || role == Role::kListItem;
}

bool is_predicate(CueKind kind) { return kind <= CueKind::kBehind; }

class Extraction {
 public:
  Extraction(const Document& document, const Facts& facts) : document_(document), facts_(facts) {
    const auto blocks = document.blocks();
    while (first_block_ < blocks.size() && !is_read(blocks[first_block_].role)) ++first_block_;
  }

  std::vector<Statement> run() {
    const Cues cues = facts_.cues(kCues);
    if (cues.hits.empty()) return {};
    const CueKinds kinds(*cues.source);
    for (std::size_t i = 0; i < cues.hits.size() && statements_.size() < kMostStatements;) {
      const std::uint32_t block = cues.hits[i].block;
      std::vector<Cue> in_block;
      for (; i < cues.hits.size() && cues.hits[i].block == block; ++i) in_block.push_back(kinds.read(cues.hits[i]));
      if (is_read(document_.block(block).role)) read_block(block, in_block);
    }
    return std::move(statements_);
  }

 private:
  void read_block(std::uint32_t number, const std::vector<Cue>& cues) {
    if (std::none_of(cues.begin(), cues.end(), [](const Cue& cue) { return is_predicate(cue.kind); })) return;
    const Block& block = document_.block(number);
    const TopicWords& words = facts_.knowledge().topic_words.of(block.language, facts_.knowledge().lexicon);
    const std::vector<TextSpan> quotes = quoted_passages(block.text);
    in_block_.reset();
    Voice voice;
    auto next = cues.begin();
    for (const TextSpan span : cut_sentences(block.text)) {
      const auto first = std::find_if(next, cues.end(), [&](const Cue& cue) { return cue.span.begin >= span.begin; });
      next = std::find_if(first, cues.end(), [&](const Cue& cue) { return cue.span.begin >= span.end; });
      const bool is_called = std::any_of(first, next, [](const Cue& cue) { return is_predicate(cue.kind); });
      if (!is_called || span.size() > kLongestSentence) continue;
      const SentenceView sentence(document_, block, span, {first, next}, words);
      std::vector<Event> events = read_events(sentence);
      for (Event& event : events) place_event(event, number);
      if (sentence.is_question()) continue;
      for (Frame& frame : read_frames(sentence, events)) {
        if (is_quoted(quotes, frame.span) || document_.is_set_aside(number, frame.span) || is_silenced(sentence, frame))
          continue;
        Statement statement;
        statement.block = number;
        statement.span = frame.span;
        statement.denied = frame.denied;
        statement.in_title = number == first_block_ && block.role != Role::kParagraph;
        statement.in_lead = number < first_block_ + kBlocksOfLead;
        statement.contrasts = sentence.has(CueKind::kContrast);
        statement.topic = std::move(frame.topic);
        statement.event = frame.event == nullptr ? unnamed_event() : *frame.event;
        if (!frame.days.empty()) statement.event.days = frame.days;
        if (!frame.places.empty()) statement.event.places = frame.places;
        // "In Ankara they spoke of prisoners. A truce was no topic there."
        if (frame.event == nullptr && !frame.places.empty()) in_block_ = statement.event;
        statement.names_event = frame.event != nullptr || frame.is_agenda;
        statement.event.actors = frame.actors;
        statement.event.labelled = statement.event.labelled || frame.is_elsewhere;
        statement.voice = read_voice(sentence, frame.span, voice);
        statements_.push_back(std::move(statement));
      }
      const Voice said = read_voice(sentence, {span.end, span.end}, voice);
      if (!said.is_article) voice = said;
    }
  }

  // No plain statement; but the topic may be a dispute, and a clause may tell of it when it was closed before.
  static bool is_silenced(const SentenceView& sentence, const Frame& frame) {
    return std::any_of(sentence.cues().begin(), sentence.cues().end(), [&](const Cue& cue) {
      if (cue.kind != CueKind::kSilence && cue.kind != CueKind::kPast) return false;
      if (frame.topic.span.contains(cue.span)) return false;
      const Segment& segment = sentence.segments()[sentence.segment_at(cue.span.begin)];
      if (segment.span.begin < frame.span.end) return true;
      // "…, closed since March", "…, which was closed by a letter".
      return cue.kind == CueKind::kSilence && !sentence.is_relative(segment);
    });
  }

  // A bare event is the one told of before in its block, or else the article's main one, which is the first.
  void place_event(Event& event, std::uint32_t block) {
    const bool is_bare = event.places.empty() && event.participants.empty();
    if (event.is_new && main_) event.labelled = true;
    if (!main_ && !event.labelled) {
      event.definite = true;
      main_ = event;
    }
    const bool is_definite = event.definite;
    if (block < first_block_ + kLeadBlocks) event.definite = true;
    if (is_bare && event.definite && !event.labelled) {
      if (in_block_) {
        inherit(event, *in_block_);
      } else if (is_other_told_) {
        event.definite = false;  // which one?
      } else if (main_) {
        inherit(event, *main_);
      }
    }
    if (!is_bare || !in_block_) in_block_ = event;
    // "Five meetings until Wednesday" are no other event that "the talks" may be.
    if (main_ && (is_other(event, *main_) || (is_definite && conflicts(event, *main_)))) is_other_told_ = true;
  }

  // "It is not on the agenda": of the event told of before.
  Event unnamed_event() const {
    Event event;
    if (in_block_) {
      event = *in_block_;
    } else if (main_ && !is_other_told_) {
      event = *main_;
    } else {
      event.definite = !main_;
    }
    event.kind = Event::kNoKind;
    return event;
  }

  const Document& document_;
  const Facts& facts_;
  std::uint32_t first_block_ = 0;  // of those that are read
  std::optional<Event> main_;
  std::optional<Event> in_block_;
  bool is_other_told_ = false;  // events elsewhere, so that "the talks" may be those
  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> extract_statements(const Document& document, const Facts& facts) {
  return Extraction(document, facts).run();
}

bool denies(const Statement& denied, const Statement& affirmed) {
  if (!affirmed.names_event) return false;
  // What one did not speak of may have been another's topic.
  if (!is_subset(denied.event.actors, affirmed.event.actors)) return false;
  // "The session in March" may be another one than "the session".
  const bool has_own_day = !denied.event.days.empty() && affirmed.event.days.empty() && !affirmed.in_title;
  if (has_own_day && !intersects(denied.event.places, affirmed.event.places)) return false;
  return is_same(affirmed.event, denied.event) && is_about(affirmed.topic, denied.topic);
}

bool is_one_voice(const Statement& denied, const Statement& affirmed) {
  if (is_same_voice(affirmed.voice, denied.voice)) return true;
  return affirmed.in_lead && affirmed.voice.announces && denied.voice.is_article && !denied.contrasts;
}

bool may_deny_topics(const Facts& facts) {
  const Cues cues = facts.cues(kCues);
  if (cues.hits.empty()) return false;
  const CueKinds kinds(*cues.source);
  return std::any_of(cues.hits.begin(), cues.hits.end(), [&](const Hit& hit) {
    const CueKind kind = kinds.read(hit).kind;
    return kind == CueKind::kNegation || kind == CueKind::kSubjectOut || kind == CueKind::kAgendaOut ||
           kind == CueKind::kObjectOut;
  });
}

const std::vector<Statement>& statements_of(const Document& document, const Facts& facts) {
  return facts.made_once().get<std::vector<Statement>>(nullptr, [&] { return extract_statements(document, facts); });
}

}  // namespace stet

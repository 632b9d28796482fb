#include "facts/frames.h"

#include <algorithm>
#include <optional>

#include "facts/event_words.h"
#include "facts/voices.h"

namespace stet {
namespace {

constexpr std::size_t kMostBetween = 10;         // words between an event and its "about"
constexpr std::size_t kMostEarlierSegments = 3;  // in which a subject may stand before its verb
constexpr std::size_t kFirstWords = 3;           // of a segment, in which "not" denies it

bool is_predicate(CueKind kind) { return kind > CueKind::kEvent && kind <= CueKind::kBehind; }
bool denies(CueKind kind) {
  return kind == CueKind::kAgendaOut || kind == CueKind::kSubjectOut || kind == CueKind::kObjectOut;
}
bool has_subject(CueKind kind) {
  return kind == CueKind::kAgenda || kind == CueKind::kAgendaOut || kind == CueKind::kSubject ||
         kind == CueKind::kSubjectOut;
}

class FrameReader {
 public:
  FrameReader(const SentenceView& sentence, const std::vector<Event>& events) : sentence_(sentence), events_(events) {
    for (const Event& event : events) passed_over_.push_back(event.extent);
    for (const Cue& cue : sentence.cues()) {
      if (cue.kind == CueKind::kSource) passed_over_.push_back(source_span(sentence, cue));
    }
  }

  std::vector<Frame> read() {
    for (const Cue& cue : sentence_.cues()) {
      if (cue.kind == CueKind::kEvent) {
        read_about(cue);
      } else if (is_predicate(cue.kind)) {
        read_predicate(cue);
      }
    }
    return std::move(frames_);
  }

 private:
  struct Found {
    std::vector<Topic> topics;
    TextSpan at;
    std::string_view preposition;
  };

  const SentenceWord& token(std::size_t i) const { return sentence_.tokens()[i]; }
  TextSpan segment_of(TextSpan span) const {
    return sentence_.segments()[sentence_.segment_at(span.begin)].span.joined(span);
  }

  // The event of a cue: the nearest one before it or in its segment, else any of the sentence.
  const Event* event_of(TextSpan at) const {
    const TextSpan segment = segment_of(at);
    const Event* best = nullptr;
    for (const Event& event : events_) {
      if (best == nullptr || event.span.begin <= at.begin || segment.contains(event.span)) best = &event;
      if (event.span.begin > at.begin) break;
    }
    return best;
  }

  // The part of a cue's segment that is its own: from the predicate before it to the next.
  TextSpan clause_of(const Cue& cue) const {
    TextSpan clause = segment_of(cue.span);
    for (const Cue& other : sentence_.cues()) {
      if (!is_predicate(other.kind) || other.span.overlaps(cue.span)) continue;
      if (other.span.end <= cue.span.begin) clause.begin = std::max(clause.begin, other.span.end);
      if (other.span.begin >= cue.span.end) clause.end = std::min(clause.end, other.span.begin);
    }
    return clause;
  }

  bool is_doubted(TextSpan clause) const { return sentence_.find(CueKind::kDoubt, clause) != nullptr; }

  std::vector<Topic> topics(TextSpan span, TopicSide side) const {
    return span.begin < span.end ? read_topics(sentence_, span, side, passed_over_) : std::vector<Topic>();
  }

  static TextSpan span_of(const std::vector<Topic>& topics) {
    TextSpan span = topics.front().span;
    for (const Topic& topic : topics) span = span.joined(topic.span);
    return span;
  }

  // "was not …", "ne … pas": the small words right before the cue or the negation.
  TextSpan with_small_words(TextSpan span) const {
    const TextSpan segment = segment_of({span.begin, span.begin});
    std::size_t i = sentence_.range({span.begin, span.end}).first;
    while (i > 0 && token(i - 1).is(kStopWord) && !token(i - 1).upper && segment.contains(token(i - 1).span)) --i;
    return {i < sentence_.tokens().size() ? std::min(span.begin, token(i).span.begin) : span.begin, span.end};
  }

  // "on the agenda of the culture committee".
  bool is_elsewhere(const Cue& cue, TextSpan clause) const {
    const auto [first, last] = sentence_.range({cue.span.end, clause.end});
    if (first == last || !token(first).is(kPreposition | kDeterminer) || token(first).is(kPlaceBefore)) return false;
    for (std::size_t i = first; i < last; ++i) {
      if (token(i).in_event || token(i).is(kStopWord | kDayWord)) return false;
      if (sentence_.is_content(token(i)) && !token(i).is(kPreposition)) return true;
    }
    return false;
  }

  void add(const Found& found, TextSpan cue, bool denied, const Event* event, bool elsewhere = false) {
    for (const Topic& topic : found.topics) {
      const auto is_known = [&](const Frame& frame) { return frame.topic.span.overlaps(topic.span); };
      if (std::any_of(frames_.begin(), frames_.end(), is_known)) continue;
      TextSpan span = cue.joined(topic.span);
      if (denied && span.begin < topic.span.begin) span = with_small_words(span);
      Frame& frame = frames_.emplace_back();
      frame.span = span;
      frame.topic = topic;
      frame.denied = denied;
      frame.event = event;
      frame.is_elsewhere = elsewhere;
    }
  }

  // "Gespräche zwischen A und B über T", "talks in Geneva on T".
  void read_about(const Cue& cue) {
    const TextSpan segment = segment_of(cue.span);
    const auto first = sentence_.range({cue.span.end, segment.end}).first;
    for (std::size_t i = first; i < sentence_.tokens().size() && i - first <= kMostBetween; ++i) {
      const SentenceWord& word = token(i);
      if (!segment.contains(word.span) || word.in_event) return;
      const bool has_day = i + 1 < sentence_.tokens().size() && token(i + 1).is(kDayWord);  // "talks on Thursday"
      if (word.is(kAbout) && !has_day) {
        Found found{topics({word.span.end, segment.end}, TopicSide::kRight), word.span, sentence_.text(word.span)};
        if (found.topics.empty()) continue;
        const TextSpan whole = cue.span.joined(span_of(found.topics));
        // "No talks on T" denies the talks.
        if (!sentence_.negations({segment.begin, whole.end}).empty() || is_doubted(segment)) return;
        const Event* event = event_of(cue.span);
        add(found, whole, false, event);
        read_rest(found, whole, false, event);
        return;
      }
      const bool is_verb = std::any_of(sentence_.cues().begin(), sentence_.cues().end(), [&](const Cue& other) {
        return is_predicate(other.kind) && other.span.contains(word.span);
      });
      if (is_verb || !may_stand_between(i, first)) return;
    }
  }

  // Prepositions, articles, and the nouns and adjectives behind them; days.
  bool may_stand_between(std::size_t i, std::size_t first) const {
    const SentenceWord& word = token(i);
    if (word.is(kEventLink | kDeterminer | kDayWord | kConjunction)) return true;
    if (i == first) return false;
    const SentenceWord& before = token(i - 1);
    if (before.hyphen) return true;
    return !word.is(kStopWord) &&
           (before.is(kEventLink | kDeterminer | kConjunction) || !before.is(kStopWord | kPreposition));
  }

  void read_predicate(const Cue& cue) {
    const TextSpan clause = clause_of(cue);
    if (is_doubted(segment_of(cue.span))) return;
    const Event* event = event_of(cue.span);
    const bool is_agenda = cue.kind == CueKind::kAgenda || cue.kind == CueKind::kAgendaOut;
    const bool has_agenda = sentence_.has(CueKind::kAgenda) || sentence_.has(CueKind::kAgendaOut);
    if (event == nullptr && !is_agenda && has_agenda) return;
    std::optional<Found> found;
    if (has_subject(cue.kind)) {
      found = subject(cue, clause);
    } else if (cue.kind == CueKind::kBehind) {
      found = behind(cue, clause);
    } else {
      found = object(cue, clause);
    }
    if (!found || found->topics.empty()) return;
    const TextSpan topic_at = span_of(found->topics);
    const TextSpan whole = cue.span.joined(topic_at);
    TextSpan scope{std::min(clause.begin, whole.begin), whole.end};
    // "They discussed T not": only in the same part of the segment.
    if (cue.kind == CueKind::kObject) scope.end = std::max(scope.end, std::min(clause.end, end_of_words(whole.end, 2)));
    // "Um T geht es nicht": a topic in front leaves the negation behind the verb.
    if (cue.kind == CueKind::kBehind && topic_at.end <= cue.span.begin) scope.end = clause.end;
    const std::vector<TextSpan> negations = sentence_.negations(scope);
    for (const TextSpan negation : negations) {
      if (topic_at.contains(negation)) return;
    }
    if (negations.size() + (denies(cue.kind) ? 1 : 0) > 1) return;
    const bool denied = denies(cue.kind) || !negations.empty();
    const TextSpan span = negations.empty() ? whole : whole.joined(negations.front());
    const bool elsewhere = event == nullptr ? is_elsewhere(cue, clause) : has_own_topic(*event, *found);
    const std::size_t first_frame = frames_.size();
    add(*found, span, denied, event, elsewhere);
    for (std::size_t i = first_frame; i < frames_.size(); ++i) {
      if (!has_subject(cue.kind)) frames_[i].actors = actors(cue, clause, topic_at);
      frames_[i].is_agenda = is_agenda;
      if (event == nullptr) read_circumstances(segment_of(cue.span), frames_[i]);
    }
    read_rest(*found, span, denied, event);
  }

  // "Teil der Verhandlungen über den Haushalt": talks that are about something else.
  bool has_own_topic(const Event& event, const Found& found) const {
    const auto [first, last] = sentence_.range({event.extent.end, segment_of(event.span).end});
    const bool has_day = first + 1 < last && token(first + 1).is(kDayWord);  // "the session on Tuesday"
    return first < last && token(first).is(kAbout) && !has_day && !token(first).is(kDeterminer) &&
           token(first).span != found.at && !(found.at.begin <= event.span.begin && event.span.end <= found.at.begin);
  }

  // When and where, of a frame that names no event.
  void read_circumstances(TextSpan segment, Frame& frame) const {
    const auto [first, last] = sentence_.range(segment);
    for (std::size_t i = first; i < last; ++i) {
      const SentenceWord& word = token(i);
      if (word.is(kDayWord)) {
        insert(frame.days, sentence_.stem(word));
      } else if (i > first && token(i - 1).is(kPlaceBefore) && word.upper && !word.is(kNoPlace | kDeterminer) &&
                 !frame.topic.span.contains(word.span)) {
        insert(frame.places, sentence_.stem(word));
      }
    }
  }

  // "Trump did not address T", "Über T sprachen die Minister nicht": whoever is named beside the topic and the event.
  Stems actors(const Cue& cue, TextSpan clause, TextSpan topic_at) const {
    Stems found;
    const bool capitals = sentence_.words().noun_capitals();
    const auto [first, last] = sentence_.range({clause.begin, capitals ? clause.end : cue.span.begin});
    for (std::size_t i = first; i < last; ++i) {
      const SentenceWord& word = token(i);
      const bool is_other = std::any_of(passed_over_.begin(), passed_over_.end(),
                                        [&](TextSpan other) { return other.contains(word.span); });
      if (is_other || topic_at.contains(word.span) || cue.span.contains(word.span) || !sentence_.is_content(word))
        continue;
      if (word.is(kLightWord | kDayWord | kParticipants) || (capitals && !word.upper)) continue;
      if (i > 0 && token(i - 1).is(kPlaceBefore | kOf)) continue;
      insert(found, sentence_.stem(word));
    }
    return found;
  }

  std::uint32_t end_of_words(std::uint32_t pos, std::size_t count) const {
    for (const SentenceWord& word : sentence_.tokens()) {
      if (word.span.begin < pos) continue;
      if (count-- == 0) break;
      pos = word.span.end;
    }
    return pos;
  }

  // "T is on the agenda", "On the agenda is T", "T, as planned, is on the agenda".
  std::optional<Found> subject(const Cue& cue, TextSpan clause) const {
    Found found{topics({clause.begin, cue.span.begin}, TopicSide::kSubject), cue.span, {}};
    if (!found.topics.empty()) return found;
    found.topics = topics({behind_verb({cue.span.end, clause.end}), clause.end}, TopicSide::kRight);
    if (!found.topics.empty()) return found;
    std::size_t segment = sentence_.segment_at(cue.span.begin);
    for (std::size_t back = 0; back < kMostEarlierSegments && segment > 0; ++back) {
      --segment;
      if (sentence_.segments()[segment].mark == 0) break;  // another clause
      const TextSpan span = sentence_.segments()[segment].span;
      if (sentence_.find(CueKind::kSource, span) != nullptr) continue;
      found.topics = topics(span, TopicSide::kSubject);
      if (!found.topics.empty()) return found;
    }
    return std::nullopt;
  }

  // "Auf der Tagesordnung der Gespräche steht T": the place behind the first verb, or the begin where there is none.
  std::uint32_t behind_verb(TextSpan span) const {
    const auto [first, last] = sentence_.range(span);
    for (std::size_t i = first; i < last; ++i) {
      if (token(i).is(kStopWord) && !token(i).is(kDayWord)) return token(i).span.end;
    }
    return span.begin;
  }

  // "focus on T", "auf T konzentrieren": the first place of the preposition that has a topic behind it.
  std::optional<Found> behind(const Cue& cue, TextSpan clause) const {
    if (cue.preposition.empty()) {
      return Found{topics({cue.span.end, clause.end}, TopicSide::kRight), cue.span, {}};
    }
    const std::uint32_t wanted = hash_word(cue.preposition);
    const auto search = [&](TextSpan span) -> std::optional<Found> {
      const auto [first, last] = sentence_.range(span);
      for (std::size_t i = first; i < last; ++i) {
        if (token(i).hash != wanted) continue;
        Found found{topics({token(i).span.end, span.end}, TopicSide::kRight), token(i).span, cue.preposition};
        if (!found.topics.empty()) return found;
      }
      return std::nullopt;
    };
    if (auto found = search({cue.span.end, clause.end})) return found;
    return search({clause.begin, cue.span.begin});
  }

  // "discuss T"; "um T zu erörtern".
  std::optional<Found> object(const Cue& cue, TextSpan clause) const {
    Found found{{}, cue.span, {}};
    const auto [first, last] = sentence_.range({cue.span.end, clause.end});
    // "discussed by ministers" has no object.
    const bool has_object = first < last && (sentence_.words().noun_capitals() || !token(first).is(kPreposition));
    if (has_object) found.topics = topics({cue.span.end, clause.end}, TopicSide::kRight);
    if (found.topics.empty() && sentence_.words().noun_capitals()) {
      found.topics = topics({clause.begin, cue.span.begin}, TopicSide::kSubject);
    }
    return found;
  }

  // ", not on T", ", and not T", ", sondern über T": segments behind that deny or affirm another topic.
  void read_rest(const Found& found, TextSpan whole, bool denied, const Event* event) {
    const auto& segments = sentence_.segments();
    for (std::size_t i = sentence_.segment_at(whole.end > 0 ? whole.end - 1 : 0) + 1; i < segments.size(); ++i) {
      const TextSpan span = segments[i].span;
      const auto in_span = [&](const Cue& cue) {
        return span.contains(cue.span) && (is_predicate(cue.kind) || cue.kind == CueKind::kEvent);
      };
      if (std::any_of(sentence_.cues().begin(), sentence_.cues().end(), in_span)) return;
      const std::vector<TextSpan> negations = sentence_.negations(span);
      std::uint32_t begin = span.begin;
      const bool is_instead = begins_instead(span);
      if (!negations.empty()) {
        if (denied || negations.size() > 1) return;
        if (negations.front().end > end_of_words(span.begin, kFirstWords)) continue;
        begin = negations.front().end;
      } else if (!is_instead || !denied) {
        continue;
      }
      if (!found.preposition.empty()) {
        const auto [first, last] = sentence_.range({begin, span.end});
        if (first == last || token(first).hash != hash_word(found.preposition)) continue;
        begin = token(first).span.end;
      }
      Found more{topics({begin, span.end}, TopicSide::kRight), span, found.preposition};
      if (more.topics.empty()) continue;
      TextSpan at = span_of(more.topics);
      if (!negations.empty()) at = at.joined(negations.front());
      add(more, at, !negations.empty(), event);
    }
  }

  bool begins_instead(TextSpan segment) const {
    return std::any_of(sentence_.cues().begin(), sentence_.cues().end(),
                       [&](const Cue& cue) { return cue.kind == CueKind::kInstead && cue.span.end == segment.begin; });
  }

  const SentenceView& sentence_;
  const std::vector<Event>& events_;
  std::vector<TextSpan> passed_over_;
  std::vector<Frame> frames_;
};

}  // namespace

std::vector<Frame> read_frames(const SentenceView& sentence, const std::vector<Event>& events) {
  return FrameReader(sentence, events).read();
}

}  // namespace stet

#include "facts/events.h"

#include <algorithm>

#include "facts/event_words.h"

namespace stet {
namespace {

constexpr std::size_t kMostBefore = 8;  // words between an event's article and its word

// Nothing said on one side, or something in common.
bool agree(const Stems& a, const Stems& b) { return a.empty() || b.empty() || intersects(a, b); }

// Participants are named together: one of the sets holds the other.
bool same_participants(const Stems& a, const Stems& b) {
  return a.empty() || b.empty() || is_subset(a, b) || is_subset(b, a);
}

class EventReader {
 public:
  EventReader(const SentenceView& sentence, const Cue& cue) : sentence_(sentence), cue_(cue) {
    const auto [first, last] = sentence.range(cue.span);
    first_ = first;
    last_ = last;
    segment_ = sentence.segments()[sentence.segment_at(cue.span.begin)].span;
  }

  Event read() {
    event_.kind = cue_.key;
    event_.is_general = cue_.is_general && !has_complement();
    event_.name = sentence_.text(cue_.span);
    event_.span = cue_.span;
    event_.extent = cue_.span;
    read_before();
    read_behind();
    return std::move(event_);
  }

 private:
  const SentenceWord& token(std::size_t i) const { return sentence_.tokens()[i]; }

  // "the meeting with the mayor", "the talks of the committee".
  [[nodiscard]] bool has_complement() const {
    if (last_ >= sentence_.tokens().size() || !segment_.contains(token(last_).span)) return false;
    const SentenceWord& next = token(last_);
    return next.is(kEventLink | kOf | kAbout) && !next.is(kPlaceBefore) &&
           !(last_ + 1 < sentence_.tokens().size() && token(last_ + 1).is(kDayWord));
  }

  // From the word back to its article: "den für Donnerstag in Istanbul angesetzten US-russischen Gesprächen".
  void read_before() {
    std::size_t i = first_;
    // A compound with a hyphen: "EU-Gipfel", "US-Gespräche".
    while (i > 0 && token(i - 1).hyphen && segment_.contains(token(i - 1).span)) {
      --i;
      if (sentence_.is_content(token(i))) event_.special += sentence_.stem(token(i));
    }
    for (std::size_t count = 0; i > 0 && count < kMostBefore; ++count) {
      const SentenceWord& word = token(i - 1);
      if (!segment_.contains(word.span) || word.in_event || (word.is(kStopWord) && !word.is(kDayWord))) break;
      --i;
      if (word.span.size() == 1 && !word.is(kDeterminer)) continue;  // "Thursday's"
      if (word.is(kDeterminer)) {
        event_.definite = event_.definite || word.is(kDefinite);
        event_.extent.begin = word.span.begin;
        break;
      }
      const bool is_place = read_word(i);
      // "The transport committee meeting".
      const bool is_kind = !sentence_.words().noun_capitals() && sentence_.is_content(word);
      if (is_kind && !is_place && cue_.key != kAnyEvent && !word.is(kLightWord | kDayWord))
        event_.special = sentence_.stem(word) + event_.special;
    }
    // "Another meeting": a small word, and yet a label.
    if (i > 0 && segment_.contains(token(i - 1).span) && token(i - 1).is(kStopWord)) --i;
    const TextSpan before{i < first_ ? token(i).span.begin : cue_.span.begin, cue_.span.end};
    event_.labelled = sentence_.find(CueKind::kLabel, before) != nullptr;
    event_.is_new = sentence_.find(CueKind::kNewLabel, before) != nullptr;
  }

  void read_behind() {
    read_owner();
    bool adjoins = true;
    for (std::size_t i = last_; i < sentence_.tokens().size(); ++i) {
      const SentenceWord& word = token(i);
      if (!segment_.contains(word.span) || word.is(kAbout) || word.in_event) break;
      // A verb: what stands behind it may be the topic's.
      const bool is_verb = !word.upper && (word.is(kStopWord) || sentence_.is_content(word));
      if (is_verb && !word.is(kDayWord) && word.span.size() > 1) break;
      const bool is_place = read_word(i, adjoins);
      adjoins = adjoins && (is_place || word.is(kDayWord | kPreposition | kDeterminer));
      if (adjoins && (is_place || word.is(kDayWord))) event_.extent.end = word.span.end;
    }
    read_segment();
    read_front();
    for (const Cue& cue : sentence_.cues()) {
      if (cue.kind == CueKind::kBetween && segment_.contains(cue.span)) read_participants(cue);
      // "The assembly of 2019", "la reunión anterior".
      if (cue.kind == CueKind::kLabel && cue.span.begin == cue_.span.end + 1) event_.labelled = true;
    }
    if (!event_.places.empty() || !event_.participants.empty()) event_.definite = true;
  }

  // "Die Sitzung des Bauausschusses", "the meeting of the committee".
  void read_owner() {
    std::size_t i = last_;
    const auto inside = [&] { return i < sentence_.tokens().size() && segment_.contains(token(i).span); };
    if (inside() && token(i).is(kOf)) ++i;
    if (!inside() || !token(i).is(kDefinite) || token(i).is(kPreposition)) return;
    ++i;
    if (!inside() || !sentence_.is_content(token(i)) || token(i).is(kLightWord | kDayWord)) return;
    if (sentence_.words().noun_capitals() && !token(i).upper) return;
    if (event_.special.empty()) event_.special = sentence_.stem(token(i));
  }

  // "Am Montag ging es in Rom bei der Sitzung um T": what the clause says of it.
  void read_segment() {
    const auto [first, last] = sentence_.range(segment_);
    const bool has_days = !event_.days.empty();
    const bool has_places = !event_.places.empty();
    bool in_front = !has_places;  // "In Rom", "Am Montag in Rom": behind other words it may be the topic's
    for (std::size_t i = first; i < last; ++i) {
      if (token(i).is(kDayWord) && !has_days) insert(event_.days, sentence_.stem(token(i)));
      in_front = in_front && i < first_ && (read_word(i) || token(i).is(kPreposition | kDeterminer | kDayWord));
    }
  }

  // "In Istanbul, the talks …": what stands before the first comma, if it is nothing but a place or a day.
  void read_front() {
    const auto& front = sentence_.segments().front();
    if (front.mark != U',' || front.span.end > segment_.begin) return;
    const auto [first, last] = sentence_.range(front.span);
    const auto is_place = [&, first = first](std::size_t i) {
      return token(i).upper && i > first && token(i - 1).is(kPlaceBefore) && !token(i).is(kNoPlace);
    };
    for (std::size_t i = first; i < last; ++i) {
      if (!token(i).is(kPreposition | kPlaceBefore | kDeterminer | kDayWord) && !is_place(i)) return;
    }
    const bool has_days = !event_.days.empty();
    const bool has_places = !event_.places.empty();
    for (std::size_t i = first; i < last; ++i) {
      if (token(i).is(kDayWord) && !has_days) insert(event_.days, sentence_.stem(token(i)));
      if (is_place(i) && !has_places) insert(event_.places, sentence_.stem(token(i)));
    }
  }

  // Whether it names a place.
  bool read_word(std::size_t i, bool adjoins = false) {
    const SentenceWord& word = token(i);
    if (word.is(kDayWord)) insert(event_.days, sentence_.stem(word));
    const std::uint32_t before = adjoins ? kPlaceBefore | kOf : kPlaceBefore;
    if (word.upper && i > 0 && token(i - 1).is(before) && !word.is(kNoPlace | kDeterminer | kDayWord)) {
      insert(event_.places, sentence_.stem(word));
      return true;
    }
    return false;
  }

  // "zwischen A und B": as far as the words are small or have capitals.
  void read_participants(const Cue& between) {
    Stems found;
    TextSpan extent = between.span;
    for (std::size_t i = sentence_.range({between.span.end, segment_.end}).first; i < sentence_.tokens().size(); ++i) {
      const SentenceWord& word = token(i);
      if (!segment_.contains(word.span) || word.is(kAbout | kPlaceBefore) || word.in_event) break;
      if (word.is(kDeterminer | kConjunction)) continue;
      if (!word.upper) break;
      if (word.is(kLightWord | kRoleWord | kDayWord | kStopWord)) continue;
      if (std::string stem = sentence_.stem(word); !stem.empty()) insert(found, std::move(stem));
      extent.end = word.span.end;
    }
    if (found.size() < 2) return;
    event_.participants = std::move(found);
    if (between.span.begin >= event_.span.end) event_.extent = event_.extent.joined(extent);
  }

  const SentenceView& sentence_;
  const Cue& cue_;
  Event event_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  TextSpan segment_;
};

// Talks are no session, but "the talks" may be those of a summit.
bool may_be_one_kind(const Event& a, const Event& b) {
  if (a.kind == b.kind || a.kind == Event::kNoKind || b.kind == Event::kNoKind) return true;
  const auto points_back = [](const Event& event) {
    return event.is_general && event.special.empty() && event.definite;
  };
  return points_back(a) || points_back(b);
}

}  // namespace

bool is_other(const Event& a, const Event& b) {
  if (!a.special.empty() && !b.special.empty() && a.special != b.special) return true;
  return !agree(a.places, b.places) || !same_participants(a.participants, b.participants);
}

bool conflicts(const Event& a, const Event& b) { return is_other(a, b) || !agree(a.days, b.days); }

bool is_same(const Event& a, const Event& b) {
  if (a.labelled || b.labelled || conflicts(a, b)) return false;
  if (!may_be_one_kind(a, b)) return false;
  const bool linked = intersects(a.places, b.places) || intersects(a.participants, b.participants);
  return linked || (a.definite && b.definite);
}

void inherit(Event& event, const Event& from) {
  if (event.kind == Event::kNoKind) {
    event.kind = from.kind;
    event.name = from.name;
  }
  if (!may_be_one_kind(event, from)) return;
  if (event.places.empty()) event.places = from.places;
  if (event.participants.empty()) event.participants = from.participants;
  if (event.days.empty()) event.days = from.days;
}

std::vector<Event> read_events(const SentenceView& sentence) {
  const auto is_noun = [](const Cue& cue) { return cue.kind == CueKind::kEvent && cue.key != kAnyEvent; };
  // "At the talks they negotiated": the verb tells of no other event.
  const bool has_noun = std::any_of(sentence.cues().begin(), sentence.cues().end(), is_noun);
  std::vector<Event> events;
  for (const Cue& cue : sentence.cues()) {
    if (cue.kind == CueKind::kEvent && (is_noun(cue) || !has_noun)) events.push_back(EventReader(sentence, cue).read());
  }
  return events;
}

}  // namespace stet

#include "facts/sentence_view.h"

#include <algorithm>

#include "facts/event_words.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::pair<std::string_view, CueKind> kKinds[] = {
    {"agenda", CueKind::kAgenda},      {"agenda-out", CueKind::kAgendaOut},
    {"subject", CueKind::kSubject},    {"subject-out", CueKind::kSubjectOut},
    {"object", CueKind::kObject},      {"object-out", CueKind::kObjectOut},
    {"behind", CueKind::kBehind},      {"negation", CueKind::kNegation},
    {"silence", CueKind::kSilence},    {"pseudo-negation", CueKind::kPseudo},
    {"contrast", CueKind::kContrast},  {"past", CueKind::kPast},
    {"doubt", CueKind::kDoubt},        {"says", CueKind::kSays},
    {"source", CueKind::kSource},      {"source-left", CueKind::kSourceLeft},
    {"reported", CueKind::kReported},  {"label", CueKind::kLabel},
    {"label-new", CueKind::kNewLabel}, {"between", CueKind::kBetween},
    {"opener", CueKind::kOpener},      {"instead", CueKind::kInstead},
    {"no-event", CueKind::kNoEvent},
};
constexpr std::string_view kEventPrefix = "event-";
constexpr std::string_view kEventVerb = "event-verb";
constexpr std::string_view kGeneralEvent = "event-any-";
constexpr std::string_view kBehindPrefix = "behind-";

// Marks that end a segment. A hyphen between spaces is a dash.
bool ends_segment(char32_t c) {
  switch (c) {
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case 0x2013:  // –
    case 0x2014:  // —
      return true;
    default:
      return false;
  }
}

bool opens_segment(CueKind kind) {
  return kind == CueKind::kOpener || kind == CueKind::kInstead || kind == CueKind::kSays;
}

}  // namespace

CueKinds::CueKinds(const CueSource& source) {
  for (const std::string_view key : source.keys) {
    Entry entry;
    entry.key = static_cast<std::uint8_t>(entries_.size());
    if (key.starts_with(kEventPrefix)) entry.kind = CueKind::kEvent;
    if (key.starts_with(kBehindPrefix)) {
      entry.kind = CueKind::kBehind;
      entry.preposition = key.substr(kBehindPrefix.size());
    }
    entry.is_any_event = key == kEventVerb;
    if (key.starts_with(kGeneralEvent)) {
      entry.is_general = true;
      const std::string own = std::string(kEventPrefix) + std::string(key.substr(kGeneralEvent.size()));
      if (const std::uint8_t twin = source.key(own); twin < source.keys.size()) entry.key = twin;
    }
    for (const auto& [name, kind] : kKinds) {
      if (name == key) entry.kind = kind;
    }
    entries_.push_back(entry);
  }
}

Cue CueKinds::read(const Hit& hit) const {
  const Entry& entry = entries_[hit.key];
  return {entry.kind, hit.span, entry.is_any_event ? kAnyEvent : entry.key, entry.is_general, entry.preposition};
}

SentenceView::SentenceView(const Document& document, const Block& block, TextSpan span, const std::vector<Cue>& cues,
                           const TopicWords& words)
    : block_(block), span_(span), words_(words) {
  for (const Cue& cue : cues) {
    if (!span.contains(cue.span)) continue;
    // "treffen sich" is no meeting yet.
    const bool is_verb = cue.kind == CueKind::kEvent && cue.key != kAnyEvent && words.noun_capitals() &&
                         !is_upper(decode_at(block.text, cue.span.begin).value);
    const bool is_none = cue.kind == CueKind::kEvent && std::any_of(cues.begin(), cues.end(), [&](const Cue& other) {
                           return other.kind == CueKind::kNoEvent && other.span.overlaps(cue.span);
                         });
    if (!is_verb && !is_none) cues_.push_back(cue);
  }
  const std::span<const Word> all = document.words(block);
  auto word = std::lower_bound(all.begin(), all.end(), span.begin,
                               [](const Word& w, std::uint32_t pos) { return w.begin < pos; });
  for (; word != all.end() && word->end <= span.end; ++word) {
    SentenceWord token{.span = {word->begin, word->end}, .hash = word->hash, .classes = words.classes(*word)};
    token.upper = is_upper(decode_at(block.text, word->begin).value);
    token.hyphen = word->end + 1 < block.text.size() && block.text[word->end] == '-' && word + 1 != all.end() &&
                   (word + 1)->begin == word->end + 1;
    for (const Cue& cue : cues_) {
      token.in_event = token.in_event || (cue.kind == CueKind::kEvent && cue.span.contains(token.span));
    }
    tokens_.push_back(token);
  }
  cut_segments();
}

void SentenceView::cut_segments() {
  struct Bound {
    TextSpan span;
    char32_t mark;
  };
  std::vector<Bound> bounds;
  for (std::uint32_t pos = span_.begin; pos < span_.end;) {
    const CodePoint c = decode_at(block_.text, pos);
    const bool is_digit_comma =
        c.value == ',' && pos + 1 < span_.end && is_digit(decode_at(block_.text, pos + 1).value);
    if (ends_segment(c.value) && !is_digit_comma) bounds.push_back({{pos, pos + c.length}, c.value});
    pos += c.length;
  }
  for (const Cue& cue : cues_) {
    if (opens_segment(cue.kind)) bounds.push_back({cue.span, 0});
  }
  // "… rose to 24. The talks …": the sentence went on because of the number.
  for (std::size_t i = 1; i < tokens_.size(); ++i) {
    const std::uint32_t end = tokens_[i - 1].span.end;
    const bool is_stop = block_.text[end] == '.' && end + 2 == tokens_[i].span.begin && tokens_[i].upper;
    if (is_stop && (!words_.noun_capitals() || tokens_[i].is(kDeterminer))) bounds.push_back({{end, end + 1}, 0});
  }
  // "auf A und nicht auf B".
  const std::vector<TextSpan> denials = negations(span_);
  for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
    const bool before_denial = std::any_of(denials.begin(), denials.end(),
                                           [&](TextSpan denial) { return denial.begin == tokens_[i + 1].span.begin; });
    if (before_denial && tokens_[i].is(kConjunction)) bounds.push_back({tokens_[i].span, U'&'});
  }
  std::sort(bounds.begin(), bounds.end(), [](const Bound& a, const Bound& b) { return a.span < b.span; });
  std::uint32_t begin = span_.begin;
  for (const Bound& bound : bounds) {
    if (bound.span.begin < begin) continue;
    segments_.push_back({{begin, bound.span.begin}, bound.mark});
    begin = bound.span.end;
  }
  segments_.push_back({{begin, span_.end}, 0});
}

bool SentenceView::is_question() const {
  for (std::uint32_t pos = span_.end; pos > span_.begin;) {
    const CodePoint c = decode_before(block_.text, pos);
    if (c.value == '?') return true;
    if (is_word_char(c.value)) return false;
    pos -= c.length;
  }
  return false;
}

const Cue* SentenceView::find(CueKind kind, TextSpan within) const {
  for (const Cue& cue : cues_) {
    if (cue.kind == kind && within.contains(cue.span)) return &cue;
  }
  return nullptr;
}

std::vector<TextSpan> SentenceView::negations(TextSpan within) const {
  std::vector<TextSpan> found;
  for (const Cue& cue : cues_) {
    if (cue.kind != CueKind::kNegation || !within.contains(cue.span)) continue;
    const bool is_pseudo = std::any_of(cues_.begin(), cues_.end(), [&](const Cue& other) {
      return other.kind == CueKind::kPseudo && other.span.contains(cue.span);
    });
    if (!is_pseudo) found.push_back(cue.span);
  }
  return found;
}

std::pair<std::size_t, std::size_t> SentenceView::range(TextSpan span) const {
  std::size_t first = 0;
  while (first < tokens_.size() && tokens_[first].span.begin < span.begin) ++first;
  std::size_t last = first;
  while (last < tokens_.size() && tokens_[last].span.end <= span.end) ++last;
  return {first, last};
}

std::size_t SentenceView::segment_at(std::uint32_t pos) const {
  std::size_t i = 0;
  while (i + 1 < segments_.size() && segments_[i + 1].span.begin <= pos) ++i;
  return i;
}

bool SentenceView::is_relative(const Segment& segment) const {
  const std::size_t first = range(segment.span).first;
  const auto is_relative_word = [&](std::size_t i) { return i < tokens_.size() && tokens_[i].is(kRelative); };
  // "which" itself may have cut the segment off.
  return is_relative_word(first) ||
         (first > 0 && is_relative_word(first - 1) &&
          find(CueKind::kOpener, {tokens_[first - 1].span.begin, segment.span.begin}) != nullptr);
}

bool SentenceView::is_listed(const SentenceWord& token) const {
  const auto home = table_number(block_.language);
  return home && (kinship(token.hash).own() >> *home & 1U) != 0;
}

bool SentenceView::is_content(const SentenceWord& token) const {
  if (token.in_event || token.is(kStopWord | kDeterminer | kPreposition | kConjunction)) return false;
  return token.span.size() > 1;
}

}  // namespace stet

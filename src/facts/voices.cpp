#include "facts/voices.h"

#include <algorithm>
#include <iterator>

#include "facts/event_words.h"

namespace stet {
namespace {

constexpr std::size_t kMostNames = 8;  // words of a source
constexpr std::size_t kMostLead = 3;   // words of "Kremlin:"

// Whether what speaks there is the event's own programme, or who holds it: then the article may be taken at its word.
bool is_record(const SentenceView& sentence, TextSpan span) {
  const auto [first, last] = sentence.range(span);
  for (std::size_t i = first; i < last && i - first < kMostNames; ++i) {
    if (sentence.tokens()[i].is(kRecord)) return true;
  }
  return false;
}

// Whether a name that stands before this word ends there.
bool ends_name(const SentenceWord& word) { return word.is(kPreposition | kStopWord) || word.in_event || !word.upper; }

// The words that name somebody; a speaker who stands behind his verb ends at a small word.
Stems read_names(const SentenceView& sentence, TextSpan span, bool stops) {
  Stems names;
  Stems institutions;
  const auto [first, last] = sentence.range(span);
  for (std::size_t i = first; i < last && i - first < kMostNames; ++i) {
    const SentenceWord& token = sentence.tokens()[i];
    if (token.is(kDeterminer)) continue;
    if (stops && ends_name(token) && !(names.empty() && institutions.empty())) break;
    if (token.is(kInstitution)) insert(institutions, sentence.stem(token));
    if (!sentence.is_content(token) || token.is(kRoleWord | kLightWord | kDayWord)) continue;
    if (!token.upper) continue;
    if (std::string stem = sentence.stem(token); !stem.empty()) insert(names, std::move(stem));
  }
  return names.empty() ? institutions : names;
}

Stems without(const Stems& set, const Stems& other) {
  Stems rest;
  std::set_difference(set.begin(), set.end(), other.begin(), other.end(), std::back_inserter(rest));
  return rest;
}

}  // namespace

bool is_same_voice(const Voice& a, const Voice& b) {
  if (a.is_article || b.is_article) return a.is_article && b.is_article;
  if (!intersects(a.names, b.names)) return false;
  // "US Democrats" and "US officials" share a country; what else they are called must not differ.
  return without(a.names, b.names).empty() || without(b.names, a.names).empty() ||
         intersects(without(a.names, b.names), without(b.names, a.names));
}

TextSpan source_span(const SentenceView& sentence, const Cue& cue) {
  TextSpan source = cue.span;
  const std::uint32_t end = sentence.segments()[sentence.segment_at(cue.span.begin)].span.end;
  const auto [first, last] = sentence.range({cue.span.end, end});
  bool is_named = false;
  for (std::size_t i = first; i < last && i - first < kMostNames; ++i) {
    const SentenceWord& word = sentence.tokens()[i];
    if (is_named && !word.is(kDeterminer) && ends_name(word)) break;
    is_named = is_named || (word.upper && !word.is(kDeterminer));
    source.end = word.span.end;
  }
  return source;
}

Voice read_voice(const SentenceView& sentence, TextSpan at, const Voice& before) {
  const Segment& lead = sentence.segments().front();
  if (lead.mark == U':' && lead.span.end <= at.begin && sentence.range(lead.span).second <= kMostLead) {
    return {false, read_names(sentence, lead.span, false)};
  }
  if (const Cue* cue = sentence.find(CueKind::kSource, sentence.span())) {
    const TextSpan source{cue->span.end, source_span(sentence, *cue).end};
    return is_record(sentence, source) ? Voice{} : Voice{false, read_names(sentence, source, true)};
  }
  if (const Cue* cue = sentence.find(CueKind::kSourceLeft, sentence.span())) {
    const TextSpan segment = sentence.segments()[sentence.segment_at(cue->span.begin)].span;
    return {false, read_names(sentence, {segment.begin, cue->span.begin}, false)};
  }
  if (const Cue* says = sentence.find(CueKind::kSays, sentence.span())) {
    const TextSpan before_verb{sentence.span().begin, says->span.begin};
    if (is_record(sentence, {sentence.segments()[sentence.segment_at(says->span.begin)].span.begin, says->span.begin}))
      return {};
    if (says->span.begin < at.begin) {
      Stems names = read_names(sentence, before_verb, false);
      if (!names.empty()) return {false, std::move(names)};
      // "Laut sagte der Minister, dass": the speaker stands behind the verb.
      return {false, read_names(sentence, {says->span.end, at.begin}, true)};
    }
    Stems names = read_names(sentence, {says->span.end, sentence.span().end}, true);
    if (names.empty()) names = read_names(sentence, {at.end, says->span.begin}, false);
    return {false, std::move(names), true};
  }
  const TextSpan segment = sentence.segments()[sentence.segment_at(at.begin)].span;
  if (sentence.find(CueKind::kReported, segment.joined(at)) == nullptr) return {};
  return before.is_article ? Voice{false, {}} : before;
}

}  // namespace stet

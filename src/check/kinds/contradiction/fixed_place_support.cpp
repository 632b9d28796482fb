#include "check/kinds/contradiction/fixed_place_support.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "check/kinds/contradiction/clash_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::string_view kWordings[] = {"", "died", "founded", "based", "event"};
constexpr std::size_t kMostMentions = 60;  // of one kind in an article: more are a list
constexpr std::size_t kMostWords = 320;    // of an article that tells of one company
constexpr std::size_t kContextReach = 14;  // words to each side

void report(const Document& document, const PlaceMention& first, const PlaceMention& second, bool sure, Sink& sink) {
  Finding finding = clash_of(document, {first.cue->block, first.place.span}, {second.cue->block, second.place.span});
  finding.wording = kWordings[second.cue->key - kBorn];
  if (!sure) finding.severity = Severity::kInfo;
  sink.report(std::move(finding));
}

}  // namespace

void FixedPlaces::run(const Document& document, const Facts& facts, Sink& sink) const {
  const std::span<const Hit> hits = facts.matches().of(definition_.slot);
  if (std::ranges::count_if(hits, [](const Hit& hit) { return hit.key >= kBorn && hit.key < kDays; }) < 2) return;
  QuotedBlocks quoted(document);
  std::map<std::uint8_t, std::vector<PlaceMention>> mentions;
  TextSpan sentence;
  std::uint32_t block = kNone;
  for (const Hit& hit : hits) {
    if (hit.key < kBorn || hit.key >= kDays) continue;
    const Block& in = document.block(hit.block);
    if (!reader_.looks_at(in)) continue;
    if (hit.block != block || hit.span.begin >= sentence.end) {
      block = hit.block;
      sentence = sentence_at(in.text, hit.span.begin);
    }
    std::vector<PlaceMention>& known = mentions[hit.key];
    if (known.size() > kMostMentions) continue;
    if (auto mention = reader_.read(document, facts, quoted, hit, sentence)) known.push_back(std::move(*mention));
  }
  for (auto& [key, known] : mentions) {
    if (known.size() <= kMostMentions) compare_all(document, facts, known, sink);
  }
}

void FixedPlaces::compare_all(const Document& document, const Facts& facts, std::vector<PlaceMention>& mentions,
                              Sink& sink) const {
  if (std::ranges::all_of(mentions, [&](const PlaceMention& m) { return m.place.id == mentions.front().place.id; }))
    return;
  for (PlaceMention& mention : mentions) {
    if (mention.refers && mention.cue->key != kEvents)
      mention.antecedent = reader_.antecedent_of(document, facts, mention);
  }
  std::set<std::size_t> reported;
  for (std::size_t j = 1; j < mentions.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      if (reported.count(i) != 0 || reported.count(j) != 0) continue;
      const bool sure = is_one_thing(document, facts, mentions[i], mentions[j]);
      if (!sure && !is_taken_up(document, mentions, mentions[i], mentions[j])) continue;
      reported.insert({i, j});
      report(document, mentions[i], mentions[j], sure, sink);
    }
  }
}

bool FixedPlaces::is_one_thing(const Document& document, const Facts& facts, PlaceMention& a, PlaceMention& b) const {
  if (a.place.id == b.place.id || a.place.sort != b.place.sort || a.guessed || b.guessed) return false;
  const Language language = document.block(a.cue->block).language;
  if (document.block(b.cue->block).language != language) return false;
  if (a.cue->block == b.cue->block && a.sentence == b.sentence) return false;
  const bool two_names = has_own(a.names, b.names) && has_own(b.names, a.names);
  if (a.cue->key == kEvents) {
    if (!is_same_word(a.form, b.form) || two_names || b.indefinite || has_other_owners(document, facts, a, b))
      return false;
    if (!a.label.empty() && !b.label.empty() && a.label != b.label && a.days == b.days) return false;
    if (!a.days.empty() && a.days == b.days) return true;
    return a.days == b.days && is_same_sentence(document, facts, a, b);
  }
  if (!a.subject.empty() && a.subject == b.subject) return a.first.empty() || b.first.empty() || a.first == b.first;
  // "Doe was born in Leeds", "born in York, Doe …"
  if (a.subject.empty() != b.subject.empty() && (a.names.contains(b.subject) || b.names.contains(a.subject)))
    return true;
  if (!a.subject.empty() && !b.subject.empty()) return false;
  if (intersects(a.names, b.names)) return !two_names;
  if (a.names.empty() && b.names.empty() && !intersects(a.antecedent, b.antecedent)) {
    return is_same_sentence(document, facts, a, b);
  }
  if (!a.names.empty() && !b.names.empty()) return false;
  const Forms& one = a.names.empty() ? a.antecedent : a.names;
  const Forms& other = b.names.empty() ? b.antecedent : b.names;
  return intersects(one, other);
}

// "A bakery with its seat in Bonn", "at the head office in Cologne": a short article that tells of two seats, the
// second one as known, and of nobody whose it might be.
bool FixedPlaces::is_taken_up(const Document& document, const std::vector<PlaceMention>& all, const PlaceMention& a,
                              const PlaceMention& b) const {
  if (a.cue->key != kBased || a.place.id == b.place.id || a.place.sort != b.place.sort) return false;
  if (a.guessed != b.guessed || a.cue->block == b.cue->block || !b.definite ||
      words_looked_at(document, definition_) > kMostWords)
    return false;
  if (document.block(a.cue->block).language != document.block(b.cue->block).language) return false;
  const bool known = a.names.contains(b.subject) || a.antecedent.contains(b.subject);
  const bool others = b.subject.empty() ? !b.led : !known;
  return !others && std::ranges::all_of(all, [&](const PlaceMention& each) {
    return each.place.id == a.place.id || each.place.id == b.place.id;
  });
}

// "The final of the women", "the final of the men".
bool FixedPlaces::has_other_owners(const Document& document, const Facts& facts, PlaceMention& a,
                                   PlaceMention& b) const {
  const auto has_own_attribute = [](const Context& of, const Context& other) {
    return std::ranges::any_of(of.words, [&](const ContextWord& word) { return word.attribute && !other.has(word); });
  };
  const Context& one = context(document, facts, a);
  const Context& other = context(document, facts, b);
  return has_own_attribute(one, other) && has_own_attribute(other, one);
}

const Context& FixedPlaces::context(const Document& document, const Facts& facts, PlaceMention& mention) const {
  if (!mention.context) {
    const Language language = document.block(mention.cue->block).language;
    mention.context =
        context_of(document, facts, mention.cue->block, mention.place.span, kContextReach, reader_.small(language));
  }
  return *mention.context;
}

// Word for word the same but for the place, as far as that can be no accident.
bool FixedPlaces::is_same_sentence(const Document& document, const Facts& facts, PlaceMention& a,
                                   PlaceMention& b) const {
  const Likeness likeness = compare(context(document, facts, a), context(document, facts, b));
  return is_repeated(likeness) && !likeness.other_names && a.cue->block != b.cue->block;
}

}  // namespace stet

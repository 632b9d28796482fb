#include "check/kinds/contradiction/whereabouts_support.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/attached_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"

namespace stet {
namespace {

constexpr std::size_t kMostWords = 320;     // of an article that tells of one thing
constexpr std::size_t kMostPlaces = 8;      // of a sort: more are a list
constexpr std::size_t kFarthestHead = 9;    // words between a place and what is there
constexpr std::size_t kMostHeads = 3;       // nouns among them: "the shaft of the mine near Truro"
constexpr std::size_t kMostAdjectives = 2;  // between an article and its noun
constexpr std::size_t kLeastAdjective = 3;    // bytes
constexpr std::size_t kBareReach = 1;         // words before the noun of "the meeting in Rome", with which one begins
constexpr std::uint32_t kDefinedReach = 30;   // bytes between a thing and the place that tells which one it is
constexpr std::size_t kWordsBehind = 2;     // "the Leeds paper mill"
constexpr std::size_t kLeastTail = 4;       // bytes of "Markt" in "Supermarkt"
constexpr std::uint32_t kNear = 40;         // bytes between a place and "another"
constexpr std::size_t kRelativeReach = 12;  // words of a clause behind "where"

bool parts_clauses(std::string_view gap) {
  return gap.find_first_of(";:()") != gap.npos || gap.find(" \u2013 ") != gap.npos || gap.find("\u2014") != gap.npos ||
         gap.find(" - ") != gap.npos;
}

bool is_in(const std::vector<std::string>& list, std::string_view form) {
  return std::ranges::binary_search(list, form);
}

}  // namespace

Whereabouts::Whereabouts(const Definition& definition, std::uint8_t days, std::uint8_t first_matched)
    : definition_(definition), days_(days), first_matched_(first_matched), reader_(definition, first_matched) {
  for (const auto& [language, section] : definition.sections) {
    const auto list = [&](std::string_view key) { return forms_of(definition, language, key); };
    words_.emplace(language,
                   Words{list("definite"), list("not-known"), list("glue"), list("relatives"), list("clauses"),
                         list("sites"), list("bodies"), list("takes-place"), list("plain"), list("located"),
                         definition.option<std::vector<std::string>>(language, "place-adjectives") != nullptr});
  }
}

std::vector<PlaceClash> Whereabouts::find(const Document& document, const Facts& facts) const {
  std::vector<PlaceClash> clashes;
  if (words_looked_at(document, definition_) > kMostWords) return clashes;
  const std::vector<SeenPlace> all = reader_.read(document, facts);
  if (all.size() < 2) return clashes;
  const Lead lead = read_lead(document, facts, all);
  for (const SeenSort sort : {SeenSort::kTown, SeenSort::kRegion, SeenSort::kRoad, SeenSort::kWater}) {
    look(document, facts, all, lead, sort, clashes);
  }
  return clashes;
}

Whereabouts::Thing Whereabouts::thing_at(const Facts& facts, const Block& block, const Word& word,
                                         const Words& words) const {
  Thing thing{{word.begin, word.end}, context_form(word_text(block, word)), {}, {}, false, false};
  if (is_in(words.small, thing.form) || is_in(words.definite, thing.form) || is_in(words.glue, thing.form))
    return thing;
  const ConceptLexicons& lexicons = facts.knowledge().concepts;
  const auto named = [&](ConceptFamily family) {
    return lexicons[family].of(block.language).at(block.text, word.begin, word.end).concepts;
  };
  thing.wide = named(ConceptFamily::kThesaurus);
  thing.happening = named(ConceptFamily::kOccurrences);
  return thing;
}

// The headline, the first paragraph, and the second one if that is the first to name a place.
Whereabouts::Lead Whereabouts::read_lead(const Document& document, const Facts& facts,
                                         const std::vector<SeenPlace>& all) const {
  Lead lead;
  std::size_t paragraphs = 0;
  for (; lead.end < document.blocks().size(); ++lead.end) {
    const Block& block = document.block(lead.end);
    if (!words_.contains(block.language) || !definition_.looks_at(block.role)) continue;
    const Words& words = words_.at(block.language);
    std::size_t known = kMostAdjectives + 1;  // words since "the"
    for (const Word& word : document.words(block)) {
      Thing thing = thing_at(facts, block, word, words);
      known = is_in(words.definite, thing.form) ? 0 : is_in(words.not_known, thing.form) ? kMostAdjectives + 1 : known + 1;
      // "Landgericht Köln", "Kölner Gericht"
      thing.beside = std::ranges::any_of(all, [&](const SeenPlace& place) {
        return place.block == lead.end && (is_adjacent(block.text, word.end, place.span.begin) ||
                                           is_adjacent(block.text, place.span.end, word.begin));
      });
      thing.defined = known > 0 && known <= kMostAdjectives && std::ranges::any_of(all, [&](const SeenPlace& place) {
                        return place.block == lead.end && place.located && place.span.begin >= word.end &&
                               place.span.begin <= word.end + kDefinedReach;
                      });
      if (thing.form.size() >= kLeastTail || !thing.wide.empty() || !thing.happening.empty())
        lead.things.push_back(std::move(thing));
    }
    for (const SeenPlace& place : all) {
      if (place.block == lead.end && !is_dateline(block, place)) lead.places.push_back(place);
    }
    const std::vector<std::string> days = days_in(document, facts, lead.end, {0, static_cast<std::uint32_t>(block.text.size())});
    lead.days.insert(lead.days.end(), days.begin(), days.end());
    if (block.role == Role::kParagraph && ++paragraphs >= (lead.places.empty() ? 2U : 1U)) break;
  }
  ++lead.end;
  return lead;
}

void Whereabouts::look(const Document& document, const Facts& facts, const std::vector<SeenPlace>& all,
                       const Lead& lead, SeenSort sort, std::vector<PlaceClash>& clashes) const {
  std::set<std::uint32_t> numbers;
  for (const SeenPlace& place : all) {
    if (place.sort == sort) numbers.insert(place.number);
  }
  if (numbers.size() < 2 || numbers.size() > kMostPlaces) return;
  // The one place of the lead: where something is, if others are on the way.
  const SeenPlace* home = nullptr;
  for (const bool away : {false, true}) {
    if (home != nullptr) break;
    for (const SeenPlace& place : lead.places) {
      if (place.sort != sort || place.away != away) continue;
      if (home != nullptr && home->number != place.number) return;
      if (home == nullptr) home = &place;
    }
  }
  if (home == nullptr) return;
  std::set<std::uint32_t> known;
  for (const SeenPlace& place : all) {
    const bool in_lead = place.block < lead.end;
    if (place.sort != sort || !known.insert(place.number).second || in_lead) continue;
    // With another place in its sentence it is told from that.
    const bool beside = std::ranges::any_of(all, [&](const SeenPlace& other) {
      return other.sort == sort && other.number != place.number && other.block == place.block &&
             place.sentence.contains(other.span);
    });
    if (beside || is_guarded(document, facts, place, true) || is_guarded(document, facts, *home, false)) continue;
    const Proof proof = proof_of(document, facts, lead, place);
    if (proof == Proof::kLacking) continue;
    clashes.push_back({*home, place, proof == Proof::kSame});
  }
}

bool Whereabouts::is_guarded(const Document& document, const Facts& facts, const SeenPlace& place, bool near) const {
  const std::string_view text = document.block(place.block).text;
  if (text.substr(place.sentence.begin, place.sentence.size()).ends_with('?')) return true;
  for (const Hit& hit : facts.matches().in(definition_.slot, place.block, place.sentence)) {
    if (hit.key == first_matched_ + 2) return true;
    if (near && hit.key == first_matched_ + 3 && hit.span.end + kNear >= place.span.begin &&
        hit.span.begin <= place.span.end + kNear)
      return true;
  }
  return false;
}

std::vector<std::string> Whereabouts::days_in(const Document& document, const Facts& facts, std::uint32_t block,
                                              TextSpan span) const {
  std::vector<std::string> days;
  for (const Hit& hit : facts.matches().in(definition_.slot, block, span)) {
    if (hit.key != days_) continue;
    days.push_back(context_form(document.block(block).text.substr(hit.span.begin, hit.span.size())));
  }
  return days;
}

// A year that the lead does not name, or another day.
bool Whereabouts::has_other_time(const Document& document, const Facts& facts, const Lead& lead,
                                 const SeenPlace& place) const {
  const std::vector<std::string> days = days_in(document, facts, place.block, place.sentence);
  const bool other_day = !lead.days.empty() && !days.empty() && std::ranges::none_of(days, [&](const std::string& day) {
    return std::ranges::any_of(lead.days, [&](const std::string& known) { return is_same_word(day, known); });
  });
  if (other_day) return true;
  const auto& years = facts.time().years;
  return std::ranges::any_of(years, [&](const YearMention& year) {
    const bool here =
        year.block == place.block && place.sentence.begin <= year.begin && year.begin < place.sentence.end;
    return here && std::ranges::none_of(years, [&](const YearMention& other) {
             return other.block < lead.end && other.year == year.year;
           });
  });
}

Whereabouts::Proof Whereabouts::proof_by(const Thing& thing, const Lead& lead, const Words& words, bool retold) {
  const bool body = is_in(words.bodies, thing.form);
  // "Supermarkt", "des Marktes"
  const auto is_tail = [&](const std::string& form) {
    for (const std::string_view ending : {"", "s", "es", "e", "n", "en"}) {
      if (!thing.form.ends_with(ending) || thing.form.size() < kLeastTail + ending.size()) continue;
      const std::string_view stem = std::string_view(thing.form).substr(0, thing.form.size() - ending.size());
      if (form.size() > stem.size() && form.ends_with(stem)) return true;
    }
    return false;
  };
  for (const Thing& other : lead.things) {
    if (body && !other.beside) continue;
    // "The meeting in Paris", "the meeting in Rome": by its place each is told from the other.
    if (is_same_word(thing.form, other.form) && other.defined && !retold) return Proof::kLacking;
    if (is_same_word(thing.form, other.form) || is_tail(other.form)) return Proof::kSame;
    if (!body && (thing.wide.meets(other.wide) || thing.happening.meets(other.happening))) return Proof::kSame;
  }
  if (body) return Proof::kLacking;
  const bool site = std::ranges::any_of(words.sites, [&](const std::string& word) {
    return thing.form.starts_with(word) ? thing.form.size() <= word.size() + 2
                                        : words.compounds && word.size() > kLeastTail && thing.form.ends_with(word);
  });
  return site ? Proof::kSite : Proof::kLacking;
}

Whereabouts::Proof Whereabouts::proof_of(const Document& document, const Facts& facts, const Lead& lead,
                                         const SeenPlace& place) const {
  const Block& block = document.block(place.block);
  const std::string_view text = block.text;
  const Words& own = words_.at(block.language);
  const std::span<const Word> words = words_in(document.words(block), place.sentence);
  std::vector<std::string> forms;
  for (const Word& word : words) forms.push_back(context_form(word_text(block, word)));
  const auto number_of = [&](std::uint32_t pos) {
    return static_cast<std::size_t>(std::ranges::lower_bound(words, pos, {}, &Word::begin) - words.begin());
  };
  const std::size_t first = number_of(place.span.begin);
  const std::size_t last = number_of(place.span.end);
  const auto gap = [&](std::size_t i) {  // before the i-th word
    return text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
  };
  const auto is_definite = [&](std::size_t i) {
    for (std::size_t back = 1; back <= kMostAdjectives + 1 && back <= i; ++back) {
      const std::string& form = forms[i - back];
      if (is_in(own.not_known, form)) return false;
      if (is_in(own.located, form) && !is_in(own.definite, form)) return false;
      if (is_in(own.definite, form) || form == "s") return true;
      if (form.size() < kLeastAdjective) return false;
    }
    return false;
  };
  const bool other_time = has_other_time(document, facts, lead, place);
  Proof best = Proof::kLacking;
  const auto judge = [&](std::size_t i, bool retold) {
    const Thing thing = thing_at(facts, block, words[i], own);
    const Proof proof = proof_by(thing, lead, own, retold);
    // Another year tells of another happening, but a house has stood for long.
    if (proof == Proof::kSame && !thing.happening.empty() && other_time) return;
    best = std::max(best, proof);
  };
  // "The fire in the mill near Bonn"
  if (place.located) {
    std::size_t heads = 0;
    for (std::size_t i = first; i > 0 && first - i < kFarthestHead && heads < kMostHeads; --i) {
      const std::size_t at = i - 1;
      if (parts_clauses(gap(i)) || is_in(own.clauses, forms[at])) break;
      // "Weber, who lives in Bonn": what stands before the mark is somebody, or something near it.
      if (gap(i).find(',') != std::string_view::npos && !is_in(own.located, forms[i]) && !is_in(own.glue, forms[i]))
        break;
      if (is_in(own.glue, forms[at]) || is_in(own.definite, forms[at]) || is_in(own.not_known, forms[at]) ||
          is_in(own.located, forms[at]) || is_in(own.small, forms[at]))
        continue;
      ++heads;
      if (is_definite(at)) judge(at, at > kBareReach || gap(at + 1).find(',') != std::string_view::npos);
      if (best == Proof::kLacking && is_in(own.bodies, forms[at])) break;
    }
  }
  // "The Leeds mill", "der Celler Markt"
  if (place.adjective && is_definite(first)) {
    for (std::size_t i = last; i < std::min(words.size(), last + kWordsBehind); ++i) {
      if (i > 0 && (parts_clauses(gap(i)) || gap(i).find(',') != std::string_view::npos)) break;
      judge(i, first > 1);
    }
  }
  // "The boat was taken from the Isar"
  if (place.sort == SeenSort::kWater) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (is_definite(i) && (i < first || i >= last)) judge(i, i > kBareReach);
    }
    if (best < Proof::kSame) best = Proof::kLacking;
  }
  // "Bonn, where the mill stands"
  std::size_t at = last;
  while (at < words.size() && at < last + 3 && !is_in(own.relatives, forms[at]) && is_in(own.glue, forms[at])) ++at;
  if (at < words.size() && at > 0 && is_in(own.relatives, forms[at]) && !parts_clauses(gap(at))) {
    bool plain = false;
    for (std::size_t i = at + 1; i < std::min(words.size(), at + kRelativeReach); ++i) {
      if (parts_clauses(gap(i)) || gap(i).find(',') != std::string_view::npos) break;
      if (is_in(own.takes_place, forms[i])) plain = true;
      if (is_definite(i) || forms[i].size() >= kLeastTail) judge(i, true);
    }
    if (plain) best = std::max(best, Proof::kSite);
  }
  return best;
}

}  // namespace stet

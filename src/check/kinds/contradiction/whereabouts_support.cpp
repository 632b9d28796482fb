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

constexpr std::size_t kMostSure = 200;       // of one that tells of no other
constexpr std::size_t kMostPlaces = 8;       // of a sort: more are a list
constexpr std::size_t kFarthestHead = 9;     // words between a place and what is there
constexpr std::size_t kMostHeads = 3;        // nouns among them: "the shaft of the mine near Truro"
constexpr std::size_t kMostAdjectives = 2;   // between an article and its noun
constexpr std::size_t kLeastAdjective = 3;   // bytes
constexpr std::size_t kBareReach = 1;        // words before the noun of "the meeting in Rome", with which one begins
constexpr std::size_t kSubjectReach = 4;     // words with which a sentence begins
constexpr std::uint32_t kDefinedReach = 30;  // bytes between a thing and the place that tells which one it is
constexpr std::size_t kWordsBehind = 2;      // "the Leeds paper mill"
constexpr std::size_t kLeastTail = 4;        // bytes of "Markt" in "Supermarkt"
constexpr std::uint32_t kNear = 40;          // bytes between a place and "another"
constexpr std::size_t kLeastApposition = 2;  // words between a place and "in which": "Cali, the city in which"
constexpr std::size_t kApposition = 5;
constexpr std::size_t kRelativeReach = 12;  // words of a clause behind "where"

bool parts_clauses(std::string_view gap) {
  return gap.find_first_of(";:()") != gap.npos || gap.find(" \u2013 ") != gap.npos || gap.find("\u2014") != gap.npos ||
         gap.find(" - ") != gap.npos;
}

}  // namespace

Whereabouts::Whereabouts(const Definition& definition, std::uint8_t days, std::uint8_t first_matched)
    : definition_(definition),
      days_(days),
      first_matched_(first_matched),
      routes_(definition),
      words_(definition, read) {}

Whereabouts::Words Whereabouts::read(const Definition& definition, Language language) {
  const auto list = [&](std::string_view key) { return forms_of(definition, language, key); };
  return {list("definite"), list("not-known"),
          list("glue"),     list("relatives"),
          list("clauses"),  list("sites"),
          list("bodies"),   list("takes-place"),
          list("traffic"),  list("afloat"),
          list("plain"),    list("located"),
          list("had"),      definition.option<std::vector<std::string>>(language, "place-adjectives") != nullptr};
}

std::vector<PlaceClash> Whereabouts::find(const Document& document, const Facts& facts,
                                          const std::vector<SeenPlace>& all) const {
  std::vector<PlaceClash> clashes;
  // Two places of one sort are told apart by their numbers.
  const auto has_other = [&](const SeenPlace& place) {
    return std::ranges::any_of(
        all, [&](const SeenPlace& other) { return other.sort == place.sort && other.number != place.number; });
  };
  if (std::ranges::none_of(all, has_other)) return clashes;
  const Lead lead = read_lead(document, facts, all);
  for (const SeenSort sort : {SeenSort::kTown, SeenSort::kRegion, SeenSort::kRoad, SeenSort::kWater, SeenSort::kLine}) {
    look(document, facts, all, lead, sort, clashes);
  }
  const auto route = routes_.find(document, all, lead.end);
  if (route && !is_guarded(document, facts, *route->second, true)) {
    clashes.push_back({*route->first, *route->second, true});
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
      known = is_in(words.definite, thing.form)    ? 0
              : is_in(words.not_known, thing.form) ? kMostAdjectives + 1
                                                   : known + 1;
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
    const std::vector<std::string> days =
        days_in(document, facts, lead.end, {0, static_cast<std::uint32_t>(block.text.size())});
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
    if (beside || tells_of_before(document, place) || is_guarded(document, facts, place, true) ||
        is_guarded(document, facts, *home, false))
      continue;
    const Proof proof = proof_of(document, facts, lead, place);
    if (proof == Proof::kLacking) continue;
    // Longer articles tell of several things; a name without "in" may be somebody's.
    const bool sure = proof == Proof::kSame && home->located && words_looked_at(document, definition_) <= kMostSure;
    clashes.push_back({*home, place, sure});
  }
}

bool Whereabouts::is_guarded(const Document& document, const Facts& facts, const SeenPlace& place, bool near) const {
  const std::string_view text = document.block(place.block).text;
  if (text.substr(place.sentence.begin, place.sentence.size()).ends_with('?')) return true;
  for (const Hit& hit : facts.matches().in(definition_.slot, place.block, place.sentence)) {
    if (hit.key == first_matched_ + 3) return true;
    // "On the A 9 towards Leipzig"
    const bool way = place.sort == SeenSort::kRoad || place.sort == SeenSort::kLine;
    if (way && hit.span.begin > place.span.begin) continue;
    if (near && hit.key == first_matched_ + 4 && hit.span.end + kNear >= place.span.begin &&
        hit.span.begin <= place.span.end + kNear)
      return true;
  }
  return false;
}

bool Whereabouts::tells_of_before(const Document& document, const SeenPlace& place) const {
  const Block& block = document.block(place.block);
  const std::uint32_t begin = std::max(place.sentence.begin, place.span.begin - std::min(place.span.begin, kNear));
  return std::ranges::any_of(words_in(document.words(block), {begin, place.span.begin}), [&](const Word& word) {
    return is_in(words_.at(block.language).had, context_form(word_text(block, word)));
  });
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
    // Retold in a longer sentence it may be either.
    if (is_same_word(thing.form, other.form) && other.defined) return Proof::kSite;
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
  Sentence sentence{
      block, words_.at(block.language), words_in(document.words(block), place.sentence), {}, 0, 0, place.guessed, {}};
  for (const Word& word : sentence.words) sentence.forms.push_back(context_form(word_text(block, word)));
  const auto number_of = [&](std::uint32_t pos) {
    const auto word = std::ranges::lower_bound(sentence.words, pos, {}, &Word::begin);
    return static_cast<std::size_t>(word - sentence.words.begin());
  };
  sentence.first = number_of(place.span.begin);
  sentence.last = number_of(place.span.end);
  const bool other_time = has_other_time(document, facts, lead, place);
  sentence.proof_by = [&](std::size_t at, bool retold) {
    const Thing thing = thing_at(facts, block, sentence.words[at], sentence.own);
    const Proof proof = proof_by(thing, lead, sentence.own, retold);
    // Another year tells of another happening, but a house has stood for long.
    return proof != Proof::kLacking && !thing.happening.empty() && other_time ? Proof::kLacking : proof;
  };
  Proof best = Proof::kLacking;
  if (place.located) best = std::max(best, proof_before(sentence));
  if (place.adjective && sentence.is_definite(sentence.first)) best = std::max(best, proof_behind(sentence));
  if (place.sort == SeenSort::kWater) best = proof_beside(sentence) == Proof::kSame ? Proof::kSame : Proof::kLacking;
  best = std::max(best, proof_in_relative(sentence));
  if (best > Proof::kLacking || other_time) return best;
  if (place.sort == SeenSort::kWater) return proof_by_words(sentence, sentence.own.afloat);
  const bool way = place.sort == SeenSort::kRoad || place.sort == SeenSort::kLine;
  return way ? proof_by_words(sentence, sentence.own.traffic) : best;
}

// "The M60 was reopened", "pulled out of the Severn"
Whereabouts::Proof Whereabouts::proof_by_words(const Sentence& sentence, const std::vector<std::string>& words) {
  const bool told = std::ranges::any_of(sentence.forms, [&](const std::string& form) { return is_in(words, form); });
  return told ? Proof::kSite : Proof::kLacking;
}

std::string_view Whereabouts::Sentence::gap(std::size_t at) const {
  return block.text.substr(words[at - 1].end, words[at].begin - words[at - 1].end);
}

bool Whereabouts::Sentence::has_comma(std::size_t at) const { return gap(at).find(',') != std::string_view::npos; }

bool Whereabouts::Sentence::is_definite(std::size_t at) const {
  for (std::size_t back = 1; back <= kMostAdjectives + 1 && back <= at; ++back) {
    const std::string& form = forms[at - back];
    if (is_in(own.not_known, form)) return false;
    if (is_in(own.located, form) && !is_in(own.definite, form)) return false;
    if (is_in(own.definite, form) || form == "s") return true;
    if (form.size() < kLeastAdjective) return false;
  }
  return false;
}

// "The fire in the mill near Bonn"
Whereabouts::Proof Whereabouts::proof_before(const Sentence& sentence) {
  const Words& own = sentence.own;
  Proof best = Proof::kLacking;
  std::size_t heads = 0;
  for (std::size_t i = sentence.first; i > 0 && sentence.first - i < kFarthestHead && heads < kMostHeads; --i) {
    const std::string& form = sentence.forms[i - 1];
    if (parts_clauses(sentence.gap(i)) || is_in(own.clauses, form)) break;
    // "Weber, who lives in Bonn": what stands before the mark is somebody, or something near it.
    const bool links = is_in(own.located, sentence.forms[i]) || is_in(own.glue, sentence.forms[i]);
    if (sentence.has_comma(i) && !links) break;
    if (is_in(own.glue, form) || is_in(own.definite, form) || is_in(own.not_known, form) || is_in(own.located, form) ||
        is_in(own.small, form))
      continue;
    ++heads;
    // "The travellers came from a wedding in Bonn"
    if (sentence.guessed && (heads > 1 || (i > 1 && is_in(own.not_known, sentence.forms[i - 2])))) break;
    if (sentence.is_definite(i - 1))
      best = std::max(best, sentence.proof_by(i - 1, i - 1 > kBareReach || sentence.has_comma(i)));
    if (best == Proof::kLacking && is_in(own.bodies, form)) break;
  }
  return best;
}

// "The Leeds mill", "der Celler Markt"
Whereabouts::Proof Whereabouts::proof_behind(const Sentence& sentence) {
  Proof best = Proof::kLacking;
  const std::size_t end = std::min(sentence.words.size(), sentence.last + kWordsBehind);
  for (std::size_t i = sentence.last; i < end; ++i) {
    if (i > 0 && (parts_clauses(sentence.gap(i)) || sentence.has_comma(i))) break;
    best = std::max(best, sentence.proof_by(i, sentence.first > 1));
  }
  return best;
}

// "The boat was taken from the Isar"
Whereabouts::Proof Whereabouts::proof_beside(const Sentence& sentence) {
  Proof best = Proof::kLacking;
  // "The bridge over the Lot": told from others by its river.
  if (sentence.first <= kSubjectReach) return best;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const bool own = i >= sentence.first && i < sentence.last;
    if (!own && sentence.is_definite(i)) best = std::max(best, sentence.proof_by(i, i > kBareReach));
  }
  return best;
}

// "Bonn, where the mill stands", "Cali, ciudad en la que"
Whereabouts::Proof Whereabouts::proof_in_relative(const Sentence& sentence) {
  const Words& own = sentence.own;
  const std::vector<std::string>& forms = sentence.forms;
  std::size_t at = sentence.last;
  while (at < forms.size() && at < sentence.last + kApposition && !is_in(own.relatives, forms[at]) &&
         is_in(own.glue, forms[at])) {
    ++at;
  }
  if (at == 0 || at >= forms.size() || parts_clauses(sentence.gap(at))) return Proof::kLacking;
  const bool begins =
      is_in(own.relatives, forms[at]) || (at >= sentence.last + kLeastApposition && is_in(own.clauses, forms[at]));
  if (!begins) return Proof::kLacking;
  Proof best = Proof::kLacking;
  for (std::size_t i = at + 1; i < std::min(forms.size(), at + kRelativeReach); ++i) {
    if (parts_clauses(sentence.gap(i)) || sentence.has_comma(i)) break;
    if (is_in(own.takes_place, forms[i])) best = std::max(best, Proof::kSite);
    if (sentence.is_definite(i) || forms[i].size() >= kLeastTail) best = std::max(best, sentence.proof_by(i, true));
  }
  return best;
}

}  // namespace stet

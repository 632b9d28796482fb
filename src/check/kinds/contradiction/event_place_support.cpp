#include "check/kinds/contradiction/event_place_support.h"

#include <algorithm>
#include <span>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kMostSure = 200;      // of one that tells of no other
constexpr std::size_t kMostMentions = 12;   // of an article: more are a list
constexpr std::size_t kMostAdjectives = 2;  // between an article and its noun
constexpr std::size_t kLeastTail = 4;       // bytes of "Gipfel" in "Klimagipfel"
constexpr std::size_t kLongHead = 8;        // of "Sparkasse" in "Sparkassenfiliale"
constexpr std::size_t kNearWords = 1;       // words between "also" and the noun
constexpr std::uint32_t kHadReach = 40;     // bytes between "had" and the noun
constexpr std::uint32_t kBeside = 20;       // bytes between a place and its day

bool shares(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b) {
  return std::ranges::any_of(a, [&](std::uint16_t number) { return std::ranges::find(b, number) != b.end(); });
}

// "Gipfel", "Klimagipfel", "des Gipfels"
bool is_same_noun(std::string_view a, std::string_view b, bool compounds) {
  if (is_same_word(a, b)) return true;
  if (!compounds) return false;
  if (a.size() > b.size()) std::swap(a, b);
  // "Sparkasse", "Sparkassenfiliale"
  if (a.size() >= kLongHead && b.starts_with(a)) return true;
  for (const std::string_view ending : {"", "s", "es", "e"}) {
    if (!a.ends_with(ending) || a.size() < kLeastTail + ending.size()) continue;
    const std::string_view stem = a.substr(0, a.size() - ending.size());
    for (const std::string_view other : {"", "s", "es", "e"}) {
      if (b.ends_with(other) && b.substr(0, b.size() - other.size()).ends_with(stem)) return true;
    }
  }
  return false;
}

// "Fires" of "fire", "Brände" of "Brand", "incendi" of "incendio".
bool is_plural(std::string_view form, std::string_view of,
               const std::vector<std::pair<std::string, std::string>>& plurals) {
  return std::ranges::any_of(plurals, [&](const auto& ending) {
    const auto& [taken, added] = ending;
    if (!of.ends_with(taken) || form.size() + taken.size() != of.size() + added.size()) return false;
    return form.ends_with(added) && form.starts_with(of.substr(0, of.size() - taken.size()));
  });
}

}  // namespace

std::vector<PlaceClash> EventPlaces::find(const Document& document, const Facts& facts,
                                          const std::vector<SeenPlace>& places) const {
  std::vector<PlaceClash> clashes;
  const std::size_t length = words_looked_at(document, definition_);
  const std::vector<Mention> mentions = reader_.read(document, facts, places);
  if (mentions.size() < 2 || mentions.size() > kMostMentions) return clashes;
  for (std::size_t j = 1; j < mentions.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const Mention& a = mentions[i];
      const Mention& b = mentions[j];
      if (!contradict(document, facts, mentions, a, b)) continue;
      const bool sure =
          a.known && b.known && !a.whatever && !a.near && !b.near && !a.repeated && !a.definite && length <= kMostSure;
      clashes.push_back({a.place, b.place, sure});
      return clashes;
    }
  }
  return clashes;
}

std::vector<PlaceClash> EventPlaces::find_things(const Document& document, const Facts& facts,
                                                 const std::vector<SeenPlace>& places) const {
  const std::vector<PlacedThing> things = things_.read(document, facts, places);
  if (things.size() < 2 || things.size() > kMostMentions) return {};
  for (std::size_t j = 1; j < things.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const Mention& a = things[i].mention;
      const Mention& b = things[j].mention;
      if (a.place.block == b.place.block || !differ(a, b)) continue;
      // A suburb of the town.
      if (a.known != b.known && (!things[i].indefinite || !is_same_noun(a.form, b.form, a.noun_capitals))) continue;
      if (document.block(a.place.block).language != document.block(b.place.block).language) continue;
      if (!are_one_thing(things[i], things[j])) continue;
      const bool third = std::ranges::any_of(things, [&](const PlacedThing& other) {
        return are_one_thing(other, things[j]) && differ(other.mention, a) && differ(other.mention, b);
      });
      // "The bakery in Malton", "the bakery in Pickering": each is told by its town.
      const bool known = things[i].indefinite || a.heads || (things[i].owned && things[j].owned) || things[i].seat ||
                         things[j].seat || share_happening(document, facts, a, b);
      if (third || !known || !is_of_one(document, facts, a, b)) continue;
      return {{a.place, b.place, false}};
    }
  }
  return {};
}

bool EventPlaces::are_one_thing(const PlacedThing& a, const PlacedThing& b) {
  if (!b.mention.definite && !b.seat) return false;
  // "Calder Looms, based in Leeds", "the Bradford firm"
  if (a.seat != b.seat && a.company && b.company) return true;
  if (a.seat || b.seat) return false;
  return is_same_noun(a.mention.form, b.mention.form, a.mention.noun_capitals) || a.concepts.meets(b.concepts);
}

// "The bank in Malton was raided", "the raided bank in Pickering": both sentences tell of what happened.
bool EventPlaces::share_happening(const Document& document, const Facts& facts, const Mention& a,
                                  const Mention& b) const {
  const auto happenings_of = [&](const SeenPlace& place) {
    std::vector<std::uint16_t> concepts;
    const Block& block = document.block(place.block);
    for (const Word& word : words_in(document.words(block), place.sentence)) {
      const ToldThing told = told_at(facts, block, word, reader_.happenings(facts));
      concepts.insert(concepts.end(), told.concepts.begin(), told.concepts.end());
    }
    return concepts;
  };
  return shares(happenings_of(a.place), happenings_of(b.place));
}

bool EventPlaces::may_be_one(const Mention& a, const Mention& b) {
  // "A cyclist was killed in Leeds", "the tragedy in York"
  if (b.anaphor && !a.repeated && !a.definite) return true;
  if (a.whatever) return a.known == b.known && b.definite && !b.repeated && !b.concepts.empty();
  if (b.whatever) return false;
  // "They will convene", "the convention"
  const bool same =
      (a.court && b.court) || is_same_noun(a.form, b.form, a.noun_capitals) || (!a.definite && are_kin(a.form, b.form));
  return same || (!a.repeated && !b.repeated && shares(a.concepts, b.concepts));
}

// "The final of the juniors", "the final of the seniors"
bool EventPlaces::are_told_apart(const Mention& a, const Mention& b) {
  const auto lacks = [](const Mention& one, const Mention& other) {
    return std::ranges::any_of(one.told_by, [&](const std::string& form) {
      return std::ranges::none_of(other.told_by, [&](const std::string& known) { return is_same_word(form, known); });
    });
  };
  return lacks(a, b) && lacks(b, a);
}

bool EventPlaces::contradict(const Document& document, const Facts& facts, const std::vector<Mention>& all,
                             const Mention& a, const Mention& b) const {
  const Block& block = document.block(b.place.block);
  if (document.block(a.place.block).language != block.language) return false;
  if (a.place.block == b.place.block && a.place.sentence == b.place.sentence) return false;
  if (!differ(a, b) || !may_be_one(a, b)) return false;
  if (a.court && b.court && tells_of_appeal(document, block.language)) return false;
  // A stadium in its town, a suburb of it.
  if (a.known != b.known && (a.near || b.near || (a.repeated && !a.court))) return false;
  // "At Leeds Crown Court", "at York Crown Court"
  const auto sort_of_court = [&](const Mention& court) {
    const std::string_view before = document.block(court.place.block).text.substr(court.place.span.end);
    return std::string_view(before).substr(0, court.noun.begin - std::min(court.noun.begin, court.place.span.end));
  };
  const bool one_sort = a.court && b.court && a.noun.begin > a.place.span.end && b.noun.begin > b.place.span.end &&
                        sort_of_court(a) == sort_of_court(b);
  if (!b.definite && !b.heads && !a.heads && !one_sort) return false;
  if (a.bare || b.bare) return false;
  // "The talks in Riyadh … At the talks in Istanbul": side by side they are set against each other.
  const bool courts = a.court && b.court;
  if (a.definite && (a.place.block == b.place.block || (a.opens && b.opens && !courts))) return false;
  if (a.repeated && !courts && are_told_apart(a, b)) return false;
  const bool third = std::ranges::any_of(all, [&](const Mention& other) {
    return may_be_one(other, b) && (differ(other, a) || other.place.sort != a.place.sort) &&
           (differ(other, b) || other.place.sort != b.place.sort);
  });
  return !third && is_of_one(document, facts, a, b);
}

// One name may be the short one of the other: "Upper Wick", "Lower Wick"; "Groß Lüben", "Lüben".
bool EventPlaces::differ(const Mention& a, const Mention& b) {
  if (a.known && b.known) return a.place.sort == b.place.sort && a.place.number != b.place.number;
  const bool short_name = a.name == a.last || b.name == b.last;
  const bool one_name = is_same_word(a.name, b.name) || (short_name && is_same_word(a.last, b.last));
  return !one_name && (a.known == b.known || a.place.sort == b.place.sort);
}

bool EventPlaces::is_of_one(const Document& document, const Facts& facts, const Mention& a, const Mention& b) const {
  if (b.repeated && tells_of_before(document, b)) return false;
  if (is_guarded(document, facts, a) || is_guarded(document, facts, b)) return false;
  if (has_other_time(document, facts, a, b, a.court && b.court) || tells_of_several(document, facts, a)) return false;
  // A sentence with both tells how they belong together.
  for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
    const Block& in = document.block(number);
    const std::span<const Word> words = document.words(in);
    const auto named = [&](std::span<const Word> of, const Mention& mention) {
      return std::ranges::find_if(of, [&](const Word& word) {
        return is_capitalised(word_text(in, word)) && is_same_word(context_form(word_text(in, word)), mention.name);
      });
    };
    for (auto word = named(words, a); word != words.end();) {
      const std::span<const Word> sentence = words_in(words, sentence_at(in.text, word->begin));
      if (named(sentence, b) != sentence.end()) return false;
      const auto rest = words.subspan(static_cast<std::size_t>(word - words.begin()) + 1);
      const auto next = named(rest, a);
      word = next == rest.end() ? words.end() : words.begin() + (&*next - words.data());
    }
  }
  return true;
}

bool EventPlaces::is_guarded(const Document& document, const Facts& facts, const Mention& mention) const {
  const SeenPlace& place = mention.place;
  const Block& block = document.block(place.block);
  const EventPlaceReader::Words& own = reader_.words(block.language);
  if (block.text.substr(place.sentence.begin, place.sentence.size()).ends_with('?')) return true;
  for (const Hit& hit : facts.matches().in(definition_.slot, place.block, place.sentence)) {
    if (hit.key == first_elsewhere_) return true;
    if (hit.key != first_elsewhere_ + 1) continue;
    // "The fire in Camden also cut the power" is of no other fire, nor is "the trial is expected to last".
    const std::uint32_t begin = std::min(mention.noun.begin, place.span.begin);
    const std::uint32_t end = std::max(mention.noun.end, place.span.end);
    if (hit.span.begin >= end || hit.span.overlaps(mention.noun)) continue;
    if (hit.span.begin > begin) return true;
    if (words_in(document.words(block), {hit.span.end, begin}).size() > kNearWords) continue;
    const std::string form = context_form(block.text.substr(hit.span.begin, hit.span.size()));
    if (hit.span.begin > place.sentence.begin || !is_in(own.too, form)) return true;
  }
  return false;
}

bool EventPlaces::tells_of_appeal(const Document& document, Language language) const {
  const std::vector<std::string>& appeals = reader_.words(language).appeals;
  return std::ranges::any_of(document.blocks(), [&](const Block& block) {
    return std::ranges::any_of(document.words(block),
                               [&](const Word& word) { return is_in(appeals, context_form(word_text(block, word))); });
  });
}

// "She had won at the championships in Oslo"
bool EventPlaces::tells_of_before(const Document& document, const Mention& mention) const {
  const Block& block = document.block(mention.place.block);
  const TextSpan told = mention.place.span.joined(mention.noun);
  TextSpan near{std::max(mention.place.sentence.begin, told.begin - std::min(told.begin, kHadReach)),
                std::min(mention.place.sentence.end, told.end + kHadReach)};
  // "At the court of Leeds, the baker said that he had"
  const std::size_t comma = std::string_view(block.text).substr(told.end, near.end - told.end).find(',');
  if (comma != std::string_view::npos) near.end = told.end + static_cast<std::uint32_t>(comma);
  return std::ranges::any_of(words_in(document.words(block), near), [&](const Word& word) {
    return is_in(reader_.words(block.language).had, context_form(word_text(block, word)));
  });
}

// The second names a day, a month or a year that the text before it, and its begin, do not.
bool EventPlaces::has_other_time(const Document& document, const Facts& facts, const Mention& a, const Mention& b,
                                 bool behind_alone) const {
  std::vector<std::string> before;
  std::vector<std::string> own;
  const TextSpan told = b.place.span.joined(b.noun);
  const std::string_view text = document.block(b.place.block).text;
  const std::uint32_t begin =
      behind_alone ? told.begin : std::max(b.place.sentence.begin, told.begin - std::min(told.begin, kBeside));
  const std::string_view rest = text.substr(told.end, kBeside);
  const auto end = told.end + static_cast<std::uint32_t>(std::min(rest.find(','), rest.size()));
  for (const Hit& hit : facts.matches().of(definition_.slot)) {
    if (hit.key != days_) continue;
    const std::string form = context_form(document.block(hit.block).text.substr(hit.span.begin, hit.span.size()));
    if (hit.block == b.place.block && hit.span.begin >= begin && hit.span.begin <= end) {
      own.push_back(form);
    } else if (hit.block <= a.place.block) {
      before.push_back(form);
    }
  }
  const auto known = [&](const std::string& day) {
    return std::ranges::any_of(before, [&](const std::string& other) { return is_same_word(day, other); });
  };
  if (!own.empty() && !before.empty() && std::ranges::none_of(own, known)) return true;
  const std::vector<std::string>& months = reader_.words(document.block(b.place.block).language).months;
  const auto names_month = [&](std::uint32_t number, TextSpan span, const std::string& month) {
    const Block& block = document.block(number);
    return std::ranges::any_of(words_in(document.words(block), span), [&](const Word& word) {
      return context_form(word_text(block, word)) == month && word.begin > 0;
    });
  };
  for (const std::string& month : months) {
    if (names_month(b.place.block, {begin, end}, month) && !names_month(a.place.block, a.place.sentence, month))
      return true;
  }
  const TimeFacts& time = facts.time();
  const auto in_b = [&](std::uint32_t block, std::uint32_t pos) {
    return block == b.place.block && b.place.sentence.begin <= pos && pos < b.place.sentence.end;
  };
  const bool other_date = std::ranges::any_of(time.dates, [&](const DateFact& date) {
    return in_b(date.block, date.span.begin) && date.date.month != 0 &&
           std::ranges::none_of(time.dates, [&](const DateFact& other) {
             return other.block <= a.place.block && other.date.month == date.date.month;
           });
  });
  if (other_date) return true;
  return std::ranges::any_of(time.years, [&](const YearMention& year) {
    return in_b(year.block, year.begin) && std::ranges::none_of(time.years, [&](const YearMention& other) {
             return other.block <= a.place.block && other.year == year.year;
           });
  });
}

// "Two fires", "another fire", "the second leg".
bool EventPlaces::counts_several(const Document& document, const Facts& facts, const std::vector<SeenPlace>& places,
                                 const SeenPlace& place) const {
  const std::vector<Mention> mentions = reader_.read(document, facts, places);
  return std::ranges::any_of(mentions, [&](const Mention& mention) {
    return mention.place.block == place.block && mention.place.span == place.span &&
           tells_of_several(document, facts, mention, true);
  });
}

bool EventPlaces::tells_of_several(const Document& document, const Facts& facts, const Mention& mention,
                                   bool counted) const {
  const Language language = document.block(mention.place.block).language;
  const EventPlaceReader::Words& own = reader_.words(language);
  for (const Block& block : document.blocks()) {
    if (!definition_.looks_at(block.role) || block.language != language) continue;
    const std::span<const Word> words = document.words(block);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string form = context_form(word_text(block, words[i]));
      if (form.size() + 2 < mention.form.size()) continue;
      const ToldThing thing = told_at(facts, block, words[i], reader_.happenings(facts));
      const bool same = is_same_noun(form, mention.form, own.noun_capitals) || shares(thing.concepts, mention.concepts);
      if (!same) continue;
      const bool plural = is_plural(form, mention.form, own.plurals);
      if (plural && !counted) return true;
      if (!plural && counted) continue;
      for (std::size_t back = 1; back <= kMostAdjectives && back <= i; ++back) {
        // "The two-day hearing" is one.
        const bool compound = words[i - back].end < block.text.size() && block.text[words[i - back].end] == '-';
        if (!compound && is_in(own.several, context_form(word_text(block, words[i - back])))) return true;
        if (!is_adjacent(block.text, words[i - back].end, words[i - back + 1].begin)) break;
      }
    }
  }
  return false;
}

}  // namespace stet

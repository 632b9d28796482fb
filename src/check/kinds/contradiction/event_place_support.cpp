#include "check/kinds/contradiction/event_place_support.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kMostSure = 200;      // of one that tells of no other
constexpr std::size_t kMostMentions = 12;   // of an article: more are a list
constexpr std::size_t kReach = 8;           // words between a noun and its place: "in a warehouse in"
constexpr std::size_t kLinkReach = 3;       // words between "in" and a place: "the middle of"
constexpr std::size_t kMostLinks = 9;       // words of "at the height of the junction of"
constexpr std::size_t kMostOfPhrase = 3;    // words of "an old warehouse"
constexpr std::size_t kMostAdjectives = 2;  // between an article and its noun
constexpr std::size_t kWordsBehind = 2;     // "the Leeds peace summit"
constexpr std::size_t kApposed = 6;         // words of "on the scene of the accident"
constexpr std::size_t kMostOfCaption = 14;  // words of a caption that says where it was
constexpr std::size_t kLeastName = 3;       // bytes
constexpr std::size_t kLeastTail = 4;       // bytes of "Gipfel" in "Klimagipfel"
constexpr std::size_t kBodyReach = 2;       // words between "hospital" and "in"
constexpr std::size_t kNearWords = 1;       // words between "also" and the noun
constexpr std::uint32_t kHadReach = 40;     // bytes between "had" and the noun
constexpr std::uint32_t kBeside = 20;       // bytes between a place and its day

bool is_in(const std::vector<std::string>& list, std::string_view form) {
  return std::ranges::binary_search(list, form);
}

bool shares(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b) {
  return std::ranges::any_of(a, [&](std::uint16_t number) { return std::ranges::find(b, number) != b.end(); });
}

bool parts_clauses(std::string_view gap) {
  return gap.find_first_of(";:()") != gap.npos || gap.find(" \u2013 ") != gap.npos || gap.find("\u2014") != gap.npos ||
         gap.find(" - ") != gap.npos;
}

// "Gipfel", "Klimagipfel", "des Gipfels"
bool is_same_noun(std::string_view a, std::string_view b, bool compounds) {
  if (is_same_word(a, b)) return true;
  if (!compounds) return false;
  if (a.size() > b.size()) std::swap(a, b);
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

// Whether they are one place, some datelines left out.
bool are_one(const Block& block, const std::vector<SeenPlace>& known, const std::vector<SeenPlace>& names) {
  const SeenPlace* first = nullptr;
  for (const auto* list : {&known, &names}) {
    for (const SeenPlace& place : *list) {
      if (is_dateline(block, place)) continue;
      if (first != nullptr && (list == &names || first->number != place.number)) return false;
      first = &place;
    }
  }
  return first != nullptr;
}

// What stands below a picture ends in no full stop, also where the markup does not tell it.
bool is_caption(const Block& block) {
  const std::string_view text = block.text;
  return block.role == Role::kCaption || (block.role == Role::kParagraph && !text.empty() &&
                                          std::string_view(".!?:;,\"").find(text.back()) == text.npos &&
                                          !text.ends_with("»") && !text.ends_with("”") && !text.ends_with("“"));
}

}  // namespace

// That of a place, with its words from `first` to `last`.
struct EventPlaces::Sentence {
  const Block& block;
  const Words& own;
  std::span<const Word> words;
  std::vector<std::string> forms;
  std::vector<ToldThing> things;  // one a word
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] std::string_view gap(std::size_t at) const {
    return block.text.substr(words[at - 1].end, words[at].begin - words[at - 1].end);
  }
  [[nodiscard]] bool has_comma(std::size_t at) const { return gap(at).find(',') != std::string_view::npos; }
  [[nodiscard]] bool is_event(std::size_t at) const {
    if (is_in(own.courts, forms[at])) return true;
    if (things[at].concepts.empty() && things[at].form.empty()) return false;
    if (is_in(own.not_known, forms[at]) || is_in(own.glue, forms[at])) return false;
    return !own.noun_capitals || is_capitalised(word_text(block, words[at]));
  }
  // Whether an article or the like tells that the reader knows it.
  [[nodiscard]] bool is_definite(std::size_t at) const {
    for (std::size_t back = 1; back <= kMostAdjectives + 1 && back <= at; ++back) {
      const std::string& form = forms[at - back];
      if (is_in(own.definite, form) || form == "s") return true;
      if (is_in(own.not_known, form) || is_in(own.several, form) || is_in(own.located, form)) return false;
    }
    return false;
  }
};

EventPlaces::EventPlaces(const Definition& definition, std::uint8_t days, std::uint8_t first_elsewhere)
    : definition_(definition), days_(days), first_elsewhere_(first_elsewhere) {
  for (const auto& [language, section] : definition.sections) {
    const auto list = [&, language = language](std::string_view key) { return forms_of(definition, language, key); };
    words_.emplace(language, Words{.definite = list("definite"),
                                   .not_known = list("not-known"),
                                   .glue = list("glue"),
                                   .clauses = list("clauses"),
                                   .sites = list("sites"),
                                   .bodies = list("bodies"),
                                   .takes_place = list("takes-place"),
                                   .located = list("located"),
                                   .away = list("away"),
                                   .of = list("of"),
                                   .by_name = list("by-name"),
                                   .near = list("near"),
                                   .not_places = list("not-places"),
                                   .months = list("months"),
                                   .several = list("several"),
                                   .too = list("too"),
                                   .had = list("had"),
                                   .held = list("held"),
                                   .incidents = list("incidents-of"),
                                   .localities = list("localities"),
                                   .courts = list("courts"),
                                   .plurals = {},
                                   .noun_capitals = !list("names-after").empty(),
                                   .adjectives_behind = false});
    Words& words = words_.at(language);
    const bool* first = definition.option<bool>(language, "value-first");
    words.adjectives_behind = !words.noun_capitals && (first == nullptr || !*first);
    const auto* plurals = definition.option<std::vector<std::string>>(language, "plurals");
    if (plurals == nullptr) continue;
    for (const std::string& plural : *plurals) {
      const std::size_t mark = plural.find('=');
      const bool in_place = mark != std::string::npos;
      words.plurals.emplace_back(in_place ? plural.substr(0, mark) : "", in_place ? plural.substr(mark + 1) : plural);
    }
  }
}

const Happenings& EventPlaces::happenings(const Facts& facts) const {
  return happenings_.get([&] { return Happenings(definition_, facts.knowledge().concepts); });
}

std::vector<PlaceClash> EventPlaces::find(const Document& document, const Facts& facts,
                                          const std::vector<SeenPlace>& places) const {
  std::vector<PlaceClash> clashes;
  const std::size_t length = words_looked_at(document, definition_);
  std::vector<Mention> mentions;
  for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
    const Block& block = document.block(number);
    if (!definition_.looks_at(block.role) || !words_.contains(block.language)) continue;
    std::vector<SeenPlace> known;
    std::ranges::copy_if(places, std::back_inserter(known), [&](const SeenPlace& place) {
      return place.block == number && (place.sort == SeenSort::kTown || place.sort == SeenSort::kRegion);
    });
    std::vector<SeenPlace> names;
    add_names(document, number, known, names);
    bool only = is_lead(document, number) && are_one(block, known, names);
    for (const bool in_gazetteer : {true, false}) {
      for (const SeenPlace& place : in_gazetteer ? known : names) {
        if (is_dateline(block, place)) continue;
        const std::size_t count = mentions.size();
        read(document, facts, place, in_gazetteer, only, mentions);
        if (mentions.size() > count) only = false;
      }
    }
  }
  if (mentions.size() < 2 || mentions.size() > kMostMentions) return clashes;
  std::ranges::stable_sort(mentions, {},
                           [](const Mention& each) { return std::pair(each.place.block, each.place.span.begin); });
  for (std::size_t j = 1; j < mentions.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const Mention& a = mentions[i];
      const Mention& b = mentions[j];
      if (!contradict(document, facts, mentions, a, b)) continue;
      const bool sure = a.known && b.known && !a.near && !b.near && !a.repeated && !a.definite && length <= kMostSure;
      clashes.push_back({a.place, b.place, sure});
      return clashes;
    }
  }
  return clashes;
}

// "In Lower Wick": what stands behind such a word with a capital, and is no common word.
void EventPlaces::add_names(const Document& document, std::uint32_t number, const std::vector<SeenPlace>& known,
                            std::vector<SeenPlace>& names) const {
  const Block& block = document.block(number);
  const Words& own = words_.at(block.language);
  const auto home = table_number(block.language);
  const std::span<const Word> words = document.words(block);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view text = word_text(block, words[i]);
    if (text.size() < kLeastName || !is_capitalised(text)) continue;
    if (!is_adjacent(block.text, words[i - 1].end, words[i].begin)) continue;
    const std::string before = context_form(word_text(block, words[i - 1]));
    // "Près de Vaux"
    const bool by_two = i > 1 && is_in(own.of, before) && is_in(own.near, context_form(word_text(block, words[i - 2])));
    // "L'incendie de Vaux"
    const bool of_incident =
        !by_two && i > 1 && is_in(own.of, before) && is_in(own.incidents, context_form(word_text(block, words[i - 2])));
    if (!by_two && !of_incident && !is_in(own.by_name, before)) continue;
    if (is_in(own.not_places, context_form(text)) || is_in(own.months, context_form(text))) continue;
    std::size_t last = i;
    while (last + 1 < words.size() && is_capitalised(word_text(block, words[last + 1])) &&
           block.text.substr(words[last].end, words[last + 1].begin - words[last].end).find_first_not_of(" -") ==
               std::string_view::npos) {
      ++last;
    }
    // "In Upper Slaughter", but not "in Brand".
    if (last == i && home && (kinship(words[i].hash).common >> *home & 1U) != 0) continue;
    SeenPlace place{number, {words[i].begin, words[last].end}, {}, SeenSort::kTown, words[i].hash};
    place.located = true;
    place.sentence = sentence_at(block.text, place.span.begin);
    const bool is_known = std::ranges::any_of(
        known, [&](const SeenPlace& each) { return each.span.overlaps(place.span) && each.sort != SeenSort::kRoad; });
    if (!is_known) names.push_back(place);
    i = last;
  }
}

void EventPlaces::read(const Document& document, const Facts& facts, const SeenPlace& place, bool known, bool only,
                       std::vector<Mention>& mentions) const {
  const Block& block = document.block(place.block);
  const Words& own = words_.at(block.language);
  Sentence sentence{block, own, words_in(document.words(block), place.sentence), {}, {}, 0, 0};
  for (const Word& word : sentence.words) {
    sentence.forms.push_back(context_form(word_text(block, word)));
    // Italian "è" is no "e".
    if (sentence.forms.back() == "e" && word.end - word.begin > 1) sentence.forms.back().clear();
    sentence.things.push_back(told_at(facts, block, word, happenings(facts)));
  }
  const auto number_of = [&](std::uint32_t pos) {
    return static_cast<std::size_t>(std::ranges::lower_bound(sentence.words, pos, {}, &Word::begin) -
                                    sentence.words.begin());
  };
  sentence.first = number_of(place.span.begin);
  sentence.last = number_of(place.span.end);
  const std::vector<std::string>& forms = sentence.forms;

  // The preposition: "in Leeds", "in the middle of Leeds", "vor dem Landgericht Köln".
  std::optional<std::size_t> preposition;
  for (std::size_t back = 1; back <= kLinkReach + 1 && back <= sentence.first; ++back) {
    const std::size_t at = sentence.first - back;
    if (sentence.gap(at + 1).find_first_of(",.;:()\n") != std::string_view::npos) break;
    const bool locality = is_in(own.localities, forms[at]);
    if (is_in(own.located, forms[at]) && !locality) {
      preposition = at;
      // "Près de Vaux", "vicino a Siena"
      if (at > 0 && is_in(own.near, forms[at - 1])) preposition = at - 1;
      // "Nel borgo di Vaux", "all'altezza dello svincolo di Vaux"
      while (*preposition > 0 && *preposition + kMostLinks > sentence.first && is_in(own.of, forms[*preposition]) &&
             is_in(own.localities, forms[*preposition - 1])) {
        *preposition -= 1;
        while (*preposition > 0 && sentence.gap(*preposition).find(',') == std::string_view::npos &&
               (is_in(own.definite, forms[*preposition - 1]) || is_in(own.located, forms[*preposition - 1]) ||
                forms[*preposition - 1] == "a")) {
          *preposition -= 1;
        }
      }
      break;
    }
    const bool court = is_in(own.bodies, forms[at]) && back == 1;
    const bool passed = court || locality || is_in(own.glue, forms[at]) || is_in(own.definite, forms[at]);
    if (is_in(own.away, forms[at]) || !passed) break;
  }
  const auto add = [&](std::size_t noun) {
    Mention mention;
    mention.place = place;
    mention.known = known;
    mention.near = preposition && is_in(own.near, forms[*preposition]);
    mention.name = forms[sentence.first];
    mention.last = forms[std::max(sentence.first, sentence.last - 1)];
    mention.noun = {sentence.words[noun].begin, sentence.words[noun].end};
    mention.form = forms[noun];
    mention.concepts = sentence.things[noun].concepts;
    mention.repeated = !sentence.things[noun].form.empty() || is_in(own.courts, forms[noun]);
    mention.noun_capitals = own.noun_capitals;
    mention.heads = is_caption(block) || (block.role != Role::kParagraph && block.role != Role::kListItem);
    const bool before_it = sentence.first < noun;  // "the Leeds summit", "auf der in Kairo tagenden Konferenz"
    mention.definite = sentence.is_definite(noun) ||
                       (before_it && preposition && *preposition > 0 && is_in(own.definite, forms[*preposition - 1])) ||
                       (before_it && place.adjective && sentence.is_definite(sentence.first));
    mention.opens = noun <= 1;
    const std::size_t begin = noun - std::min(noun, kMostAdjectives);
    for (std::size_t i = begin; i < std::max(noun, sentence.first); ++i) {
      const std::string& form = forms[i];
      const bool small = is_in(own.glue, form) || is_in(own.definite, form) || is_in(own.located, form) ||
                         is_in(own.of, form) || is_in(own.held, form) || is_in(own.not_known, form) ||
                         is_in(own.takes_place, form) || is_in(own.away, form);
      if (i != noun && !small && form.size() >= kLeastName) mention.told_by.push_back(form);
    }
    mentions.push_back(std::move(mention));
  };
  std::optional<std::size_t> noun = noun_behind(sentence, place, preposition);
  // "Landgericht Köln"
  const bool court = sentence.first > 0 && is_in(own.courts, forms[sentence.first - 1]) &&
                     is_adjacent(block.text, sentence.words[sentence.first - 1].end, place.span.begin);
  if (!noun && court) noun = sentence.first - 1;
  if (!noun && preposition) noun = noun_before(sentence, *preposition);
  if (!noun && is_caption(block)) noun = noun_of_caption(sentence);
  // In hospital somewhere else
  const bool in_body =
      preposition &&
      std::any_of(forms.begin() + static_cast<std::ptrdiff_t>(*preposition - std::min(*preposition, kBodyReach)),
                  forms.begin() + static_cast<std::ptrdiff_t>(sentence.first),
                  [&](const std::string& form) { return is_in(own.bodies, form); });
  if (!noun && only && preposition && !in_body) {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      if (sentence.is_event(i)) add(i);
    }
  }
  if (!noun) return;
  add(*noun);
  // "The trial at the court of Leeds" is of the trial, too.
  if (!is_in(own.courts, forms[*noun]) || *noun > sentence.first) return;
  for (std::size_t at = *noun; at > 0 && *noun - at <= kLinkReach; --at) {
    if (is_in(own.located, forms[at - 1])) {
      if (const auto trial = noun_before(sentence, at - 1)) add(*trial);
      return;
    }
    if (!is_in(own.definite, forms[at - 1])) return;
  }
}

// "A fire in a warehouse in Trenton": nothing stands between that would have another place.
std::optional<std::size_t> EventPlaces::noun_before(const Sentence& sentence, std::size_t preposition) {
  const Words& own = sentence.own;
  const bool of = is_in(own.of, sentence.forms[preposition]);
  std::size_t noun = preposition;
  bool comma = false;
  while (noun > 0 && preposition - noun < kReach) {
    if (comma || parts_clauses(sentence.gap(noun))) return std::nullopt;
    comma = sentence.has_comma(noun);
    --noun;
    // "The summit was held in": "held" is of the summit.
    if (sentence.is_event(noun) && !is_in(own.held, sentence.forms[noun])) break;
  }
  if (!sentence.is_event(noun) || is_in(own.held, sentence.forms[noun]) || noun == preposition) return std::nullopt;
  const bool hearing = sentence.own.bodies.empty() || !sentence.things[noun].form.empty();
  bool phrase = false;
  std::size_t length = 0;
  bool court = is_in(own.courts, sentence.forms[noun]);
  bool chain = true;  // "le festival de jazz de"
  for (std::size_t i = noun + 1; i < preposition; ++i) {
    const std::string& form = sentence.forms[i];
    const bool body = is_in(own.bodies, form);
    court = court || body;
    chain = chain && (is_in(own.of, form) || is_in(own.definite, form) ||
                      (i > 0 && (is_in(own.of, sentence.forms[i - 1]) || is_in(own.definite, sentence.forms[i - 1]))));
    if (is_in(own.clauses, form) || (body && !hearing)) return std::nullopt;
    if (is_in(own.located, form) || is_in(own.of, form)) {
      phrase = true;
      length = 0;
    } else if (is_in(own.glue, form) || is_in(own.definite, form) || is_in(own.takes_place, form) ||
               is_in(own.held, form) || is_in(own.not_known, form) || form.empty()) {
      continue;
    } else if (!phrase && i == noun + 1 && own.adjectives_behind &&
               !is_capitalised(word_text(sentence.block, sentence.words[i]))) {
      // "Un accident mortel à"
      continue;
    } else if (!phrase || ++length > kMostOfPhrase) {
      return std::nullopt;
    }
  }
  // "The mayor of Leeds", "un cuadro de Granada": of the noun itself, or of its court.
  if (of && !chain && !court) return std::nullopt;
  return noun;
}

std::optional<std::size_t> EventPlaces::noun_behind(const Sentence& sentence, const SeenPlace& place,
                                                    std::optional<std::size_t> preposition) {
  const Words& own = sentence.own;
  const std::size_t end = sentence.words.size();
  // "Auf der in Kairo stattfindenden Konferenz"
  const bool attribute = own.noun_capitals && preposition && *preposition > 0 && *preposition + 1 == sentence.first &&
                         is_in(own.definite, sentence.forms[*preposition - 1]) && sentence.last < end &&
                         !is_capitalised(word_text(sentence.block, sentence.words[sentence.last]));
  const bool adjective = place.adjective && (!preposition || is_in(own.definite, sentence.forms[sentence.first - 1]));
  if (adjective || attribute) {
    for (std::size_t i = sentence.last; i < std::min(end, sentence.last + kWordsBehind + 1); ++i) {
      if (sentence.has_comma(i) || parts_clauses(sentence.gap(i))) return std::nullopt;
      if (sentence.is_event(i)) return i;
      if (is_in(own.located, sentence.forms[i]) || is_in(own.definite, sentence.forms[i])) return std::nullopt;
    }
    return std::nullopt;
  }
  // "In Leeds, on the scene of the accident"
  if (!preposition || sentence.last >= end || !sentence.has_comma(sentence.last)) return std::nullopt;
  bool site = false;
  for (std::size_t i = sentence.last; i < std::min(end, sentence.last + kApposed); ++i) {
    if (i > sentence.last && (sentence.has_comma(i) || parts_clauses(sentence.gap(i)))) return std::nullopt;
    const std::string& form = sentence.forms[i];
    if (site && sentence.is_event(i)) return i;
    site = site || is_in(own.sites, form);
    if (!is_in(own.sites, form) && !is_in(own.located, form) && !is_in(own.definite, form) && !is_in(own.of, form))
      return std::nullopt;
  }
  return std::nullopt;
}

// "The stage in Taormina before the final"
std::optional<std::size_t> EventPlaces::noun_of_caption(const Sentence& sentence) {
  std::optional<std::size_t> noun;
  for (std::size_t i = 0; i < sentence.words.size() && sentence.words.size() <= kMostOfCaption; ++i) {
    if (!sentence.is_event(i)) continue;
    if (noun) return std::nullopt;
    noun = i;
  }
  return noun;
}

bool EventPlaces::may_be_one(const Mention& a, const Mention& b) {
  // "They will convene", "the convention"
  const bool same = is_same_noun(a.form, b.form, a.noun_capitals) || (!a.definite && are_kin(a.form, b.form));
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
  // "Upper Wick", "Lower Wick"; "Groß Lüben", "Lüben"
  const auto is_one_name = [](const Mention& one, const Mention& other) {
    const bool short_name = one.name == one.last || other.name == other.last;
    return is_same_word(one.name, other.name) || (short_name && is_same_word(one.last, other.last));
  };
  const auto differ = [&](const Mention& one, const Mention& other) {
    if (one.known != other.known) return one.place.sort == other.place.sort && !is_one_name(one, other);
    if (one.known) return one.place.sort == other.place.sort && one.place.number != other.place.number;
    return !is_one_name(one, other);
  };
  if (!differ(a, b) || !may_be_one(a, b)) return false;
  // A stadium in its town, a suburb of it.
  if (a.known != b.known && (a.repeated || a.near || b.near)) return false;
  if (!b.definite && !b.heads && !a.heads) return false;
  // "The talks in Riyadh … At the talks in Istanbul": side by side they are set against each other.
  if (a.definite && (a.place.block == b.place.block || (a.opens && b.opens))) return false;
  if (a.repeated && are_told_apart(a, b)) return false;
  const bool third = std::ranges::any_of(all, [&](const Mention& other) {
    return may_be_one(other, b) && (differ(other, a) || other.place.sort != a.place.sort) &&
           (differ(other, b) || other.place.sort != b.place.sort);
  });
  if (b.repeated && tells_of_before(document, b)) return false;
  if (third || is_guarded(document, facts, a) || is_guarded(document, facts, b)) return false;
  if (has_other_time(document, facts, a, b) || tells_of_several(document, facts, a)) return false;
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
  const Words& own = words_.at(block.language);
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

// "She had won at the championships in Oslo"
bool EventPlaces::tells_of_before(const Document& document, const Mention& mention) const {
  const Block& block = document.block(mention.place.block);
  const TextSpan told = mention.place.span.joined(mention.noun);
  const TextSpan near{std::max(mention.place.sentence.begin, told.begin - std::min(told.begin, kHadReach)),
                      std::min(mention.place.sentence.end, told.end + kHadReach)};
  return std::ranges::any_of(words_in(document.words(block), near), [&](const Word& word) {
    return is_in(words_.at(block.language).had, context_form(word_text(block, word)));
  });
}

// The second names a day, a month or a year that the text before it, and its begin, do not.
bool EventPlaces::has_other_time(const Document& document, const Facts& facts, const Mention& a,
                                 const Mention& b) const {
  std::vector<std::string> before;
  std::vector<std::string> own;
  const TextSpan told = b.place.span.joined(b.noun);
  const std::string_view text = document.block(b.place.block).text;
  const std::uint32_t begin = std::max(b.place.sentence.begin, told.begin - std::min(told.begin, kBeside));
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
  const std::vector<std::string>& months = words_.at(document.block(b.place.block).language).months;
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
bool EventPlaces::tells_of_several(const Document& document, const Facts& facts, const Mention& mention) const {
  const Language language = document.block(mention.place.block).language;
  const Words& own = words_.at(language);
  for (const Block& block : document.blocks()) {
    if (!definition_.looks_at(block.role) || block.language != language) continue;
    const std::span<const Word> words = document.words(block);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string form = context_form(word_text(block, words[i]));
      if (form.size() + 2 < mention.form.size()) continue;
      const ToldThing thing = told_at(facts, block, words[i], happenings(facts));
      const bool same = is_same_noun(form, mention.form, own.noun_capitals) || shares(thing.concepts, mention.concepts);
      if (!same) continue;
      if (is_plural(form, mention.form, own.plurals)) return true;
      for (std::size_t back = 1; back <= kMostAdjectives && back <= i; ++back) {
        if (is_in(own.several, context_form(word_text(block, words[i - back])))) return true;
        if (!is_adjacent(block.text, words[i - back].end, words[i - back + 1].begin)) break;
      }
    }
  }
  return false;
}

}  // namespace stet

#include "check/kinds/contradiction/event_place_reader_support.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kReach = 8;           // words between a noun and its place: "in a warehouse in"
constexpr std::size_t kLinkReach = 3;       // words between "in" and a place: "the middle of"
constexpr std::size_t kMostLinks = 9;       // words of "at the height of the junction of"
constexpr std::size_t kMostOfPhrase = 3;    // words of "an old warehouse"
constexpr std::size_t kMostAdjectives = 2;  // between an article and its noun
constexpr std::size_t kWordsBehind = 2;     // "the Leeds peace summit"
constexpr std::size_t kApposed = 6;         // words of "on the scene of the accident"
constexpr std::size_t kMostOfCaption = 14;  // words of a caption that says where it was
constexpr std::size_t kLeastName = 3;       // bytes
constexpr std::size_t kBodyReach = 2;       // words between "hospital" and "in"

bool parts_clauses(std::string_view gap) {
  return gap.find_first_of(";:()") != gap.npos || gap.find(" \u2013 ") != gap.npos || gap.find("\u2014") != gap.npos ||
         gap.find(" - ") != gap.npos;
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
struct EventPlaceReader::Sentence {
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
    if (is_in(own.courts, forms[at]) || is_anaphor(at)) return true;
    if (things[at].concepts.empty() && things[at].form.empty()) return false;
    if (is_in(own.not_known, forms[at]) || is_in(own.glue, forms[at])) return false;
    return !own.noun_capitals || is_capitalised(word_text(block, words[at]));
  }
  [[nodiscard]] bool is_anaphor(std::size_t at) const { return is_in(own.anaphors, forms[at]) && is_definite(at); }
  // Whether an article or the like tells that the reader knows it.
  [[nodiscard]] bool is_definite(std::size_t at) const {
    for (std::size_t back = 1; back <= kMostAdjectives + 1 && back <= at; ++back) {
      const std::string& form = forms[at - back];
      // "The two-day hearing"
      if (words[at - back].end < block.text.size() && block.text[words[at - back].end] == '-') continue;
      if (is_in(own.definite, form) || form == "s") return true;
      if (is_in(own.not_known, form) || is_in(own.several, form) || is_in(own.located, form)) return false;
    }
    return false;
  }
};

EventPlaceReader::EventPlaceReader(const Definition& definition) : definition_(definition), words_(definition, read) {}

EventPlaceReader::Words EventPlaceReader::read(const Definition& definition, Language language) {
  const auto list = [&](std::string_view key) { return forms_of(definition, language, key); };
  Words words{.definite = list("definite"),
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
              .appeals = list("appeals"),
              .anaphors = list("anaphors"),
              .abstract = list("abstract"),
              .plurals = {},
              .noun_capitals = !list("names-after").empty(),
              .adjectives_behind = false};
  const bool* first = definition.option<bool>(language, "value-first");
  words.adjectives_behind = !words.noun_capitals && (first == nullptr || !*first);
  const auto* plurals = definition.option<std::vector<std::string>>(language, "plurals");
  if (plurals == nullptr) return words;
  for (const std::string& plural : *plurals) {
    const std::size_t mark = plural.find('=');
    const bool in_place = mark != std::string::npos;
    words.plurals.emplace_back(in_place ? plural.substr(0, mark) : "", in_place ? plural.substr(mark + 1) : plural);
  }
  return words;
}

const Happenings& EventPlaceReader::happenings(const Facts& facts) const {
  return happenings_.get([&] { return Happenings(definition_, facts.knowledge().concepts); });
}

std::vector<EventMention> EventPlaceReader::read(const Document& document, const Facts& facts,
                                                 const std::vector<SeenPlace>& places) const {
  struct Seen {
    std::vector<SeenPlace> known;
    std::vector<SeenPlace> names;
  };
  std::vector<Seen> blocks(document.blocks().size());
  std::vector<const SeenPlace*> all;
  bool has_name = false;
  for (std::uint32_t number = 0; number < blocks.size(); ++number) {
    const Block& block = document.block(number);
    if (!definition_.looks_at(block.role) || !words_.contains(block.language)) continue;
    auto& [known, names] = blocks[number];
    std::ranges::copy_if(places, std::back_inserter(known), [&](const SeenPlace& place) {
      return place.block == number && (place.sort == SeenSort::kTown || place.sort == SeenSort::kRegion);
    });
    add_names(document, number, known, names);
    for (const std::vector<SeenPlace>* each : {&known, &names}) {
      for (const SeenPlace& place : *each) {
        if (!is_dateline(block, place)) all.push_back(&place);
      }
    }
    has_name = has_name || !names.empty();
  }
  // What is told of one place is not read: there is nothing to compare.
  std::vector<EventMention> mentions;
  const auto is_other = [&](const SeenPlace* place) {
    return has_name ? place->block != all.front()->block || place->sentence != all.front()->sentence
                    : place->number != all.front()->number;
  };
  if (std::ranges::none_of(all, is_other)) return mentions;
  for (std::uint32_t number = 0; number < blocks.size(); ++number) {
    const Block& block = document.block(number);
    const auto& [known, names] = blocks[number];
    if (known.empty() && names.empty()) continue;
    bool only = is_lead(document, number) && are_one(block, known, names);
    for (const bool in_gazetteer : {true, false}) {
      for (const SeenPlace& place : in_gazetteer ? known : names) {
        if (is_dateline(block, place)) continue;
        const std::size_t count = mentions.size();
        read_place(document, facts, place, in_gazetteer, only, mentions);
        if (mentions.size() > count) only = false;
      }
    }
  }
  std::ranges::stable_sort(mentions, {},
                           [](const EventMention& each) { return std::pair(each.place.block, each.place.span.begin); });
  return mentions;
}

std::vector<SeenPlace> EventPlaceReader::names(const Document& document, const std::vector<SeenPlace>& places) const {
  std::vector<SeenPlace> names;
  for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
    const Block& block = document.block(number);
    if (!definition_.looks_at(block.role) || !words_.contains(block.language)) continue;
    std::vector<SeenPlace> known;
    std::ranges::copy_if(places, std::back_inserter(known),
                         [&](const SeenPlace& each) { return each.block == number; });
    add_names(document, number, known, names);
  }
  // "In Greece", "in Mitleidenschaft"
  std::erase_if(names, [&](const SeenPlace& name) {
    const Block& block = document.block(name.block);
    if (!find_places(block.text, document.words(block), name.span).empty()) return true;
    const std::string form = context_form(block.text.substr(name.span.begin, name.span.size()));
    return std::ranges::any_of(words_.at(block.language).abstract,
                               [&](const std::string& ending) { return form.ends_with(ending); });
  });
  return names;
}

// "In Lower Wick": what stands behind such a word with a capital, and is no common word.
void EventPlaceReader::add_names(const Document& document, std::uint32_t number, const std::vector<SeenPlace>& known,
                                 std::vector<SeenPlace>& names) const {
  const Block& block = document.block(number);
  const Words& own = words_.at(block.language);
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
    const bool of_anaphor = !own.noun_capitals && !by_two && i > 1 && is_in(own.of, before) &&
                            is_in(own.anaphors, context_form(word_text(block, words[i - 2])));
    // "A la altura de Vaux", "au col du Vaux"
    const bool of_site = !by_two && i > 1 && is_in(own.of, before) &&
                         is_in(own.localities, context_form(word_text(block, words[i - 2])));
    if (!by_two && !of_incident && !of_anaphor && !of_site && !is_in(own.by_name, before)) continue;
    const std::optional<SeenPlace> place = name_at(document, number, i);
    if (!place) continue;
    const bool is_known = std::ranges::any_of(
        known, [&](const SeenPlace& each) { return each.span.overlaps(place->span) && each.sort != SeenSort::kRoad; });
    if (!is_known) names.push_back(*place);
    while (i + 1 < words.size() && words[i].end < place->span.end) ++i;
  }
}

// "In Upper Slaughter", but not "in Brand", "in March".
std::optional<SeenPlace> EventPlaceReader::name_at(const Document& document, std::uint32_t number,
                                                   std::size_t first) const {
  const Block& block = document.block(number);
  const Words& own = words_.at(block.language);
  const auto home = table_number(block.language);
  const std::span<const Word> words = document.words(block);
  const std::string form = context_form(word_text(block, words[first]));
  if (is_in(own.not_places, form) || is_in(own.months, form)) return std::nullopt;
  std::size_t last = first;
  while (last + 1 < words.size() && is_capitalised(word_text(block, words[last + 1])) &&
         block.text.substr(words[last].end, words[last + 1].begin - words[last].end).find_first_not_of(" -") ==
             std::string_view::npos) {
    ++last;
  }
  if (last == first && home && (kinship(words[first].hash).common >> *home & 1U) != 0) return std::nullopt;
  SeenPlace place{number, {words[first].begin, words[last].end}, {}, SeenSort::kTown, words[first].hash};
  place.located = true;
  place.guessed = true;
  place.sentence = sentence_at(block.text, place.span.begin);
  return place;
}

void EventPlaceReader::read_place(const Document& document, const Facts& facts, const SeenPlace& place, bool known,
                                  bool only, std::vector<EventMention>& mentions) const {
  const Block& block = document.block(place.block);
  const Words& own = words_.at(block.language);
  Sentence sentence{block, own, words_in(document.words(block), place.sentence), {}, {}, 0, 0};
  for (const Word& word : sentence.words) {
    sentence.forms.push_back(context_form(word_text(block, word)));
    // Italian "è" is no "e".
    if (sentence.forms.back() == "e" && word.end - word.begin > 1) sentence.forms.back().clear();
    // "The child of a ship's chandler"
    const std::string_view rest = std::string_view(block.text).substr(word.end);
    const std::string_view text = word_text(block, word);
    const bool owns =
        rest.starts_with("'s ") || rest.starts_with("’s ") || text.ends_with("'s") || text.ends_with("’s");
    sentence.things.push_back(owns ? ToldThing() : told_at(facts, block, word, happenings(facts)));
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
    EventMention mention;
    mention.place = place;
    mention.known = known;
    mention.near = preposition && is_in(own.near, forms[*preposition]);
    mention.name = forms[sentence.first];
    mention.last = forms[std::max(sentence.first, sentence.last - 1)];
    mention.noun = {sentence.words[noun].begin, sentence.words[noun].end};
    mention.form = forms[noun];
    mention.concepts = sentence.things[noun].concepts;
    mention.anaphor = sentence.is_anaphor(noun);
    mention.court = is_in(own.courts, forms[noun]);
    mention.repeated = !sentence.things[noun].form.empty() || mention.court;
    mention.noun_capitals = own.noun_capitals;
    mention.heads = is_caption(block) || (block.role != Role::kParagraph && block.role != Role::kListItem);
    const bool before_it = sentence.first < noun;  // "the Leeds summit", "auf der in Kairo tagenden Konferenz"
    mention.definite = sentence.is_definite(noun) ||
                       (before_it && preposition && *preposition > 0 && is_in(own.definite, forms[*preposition - 1])) ||
                       (before_it && place.adjective && sentence.is_definite(sentence.first));
    mention.opens = noun <= 1;
    mention.bare = noun == 0 && block.role == Role::kParagraph && !mention.heads && !mention.court;
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
  if (!noun) noun = noun_of(sentence);
  if (!noun && preposition) noun = noun_before(sentence, *preposition);
  if (!noun && is_caption(block)) noun = noun_of_caption(sentence);
  // In hospital somewhere else
  const bool in_body =
      preposition &&
      std::any_of(forms.begin() + static_cast<std::ptrdiff_t>(*preposition - std::min(*preposition, kBodyReach)),
                  forms.begin() + static_cast<std::ptrdiff_t>(sentence.first),
                  [&](const std::string& form) { return is_in(own.bodies, form); });
  if (!noun && only && preposition && !in_body) {
    const std::size_t count = mentions.size();
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      if (sentence.is_event(i)) add(i);
    }
    // "A plane came down near Siena": whatever happened there.
    if (mentions.size() == count && place.located) {
      add(sentence.first);
      mentions.back().whatever = true;
      mentions.back().repeated = false;
      mentions.back().concepts.clear();
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

// "The accident of Vaux", "le tribunal correctionnel de Vaux"
std::optional<std::size_t> EventPlaceReader::noun_of(const Sentence& sentence) {
  const Words& own = sentence.own;
  if (sentence.first < 2 || !is_in(own.of, sentence.forms[sentence.first - 1])) return std::nullopt;
  for (std::size_t back = 2; back <= kMostAdjectives + 1 && back <= sentence.first; ++back) {
    const std::size_t at = sentence.first - back;
    if (sentence.gap(at + 1).find_first_of(",.;:()\n") != std::string_view::npos) return std::nullopt;
    const std::string& form = sentence.forms[at];
    if (is_in(own.courts, form) ||
        (back == 2 && sentence.is_event(at) && (is_in(own.incidents, form) || sentence.is_anaphor(at))))
      return at;
    if (!own.adjectives_behind || is_in(own.glue, form) || is_in(own.definite, form) || is_in(own.of, form))
      return std::nullopt;
  }
  return std::nullopt;
}

// "A fire in a warehouse in Trenton": nothing stands between that would have another place.
std::optional<std::size_t> EventPlaceReader::noun_before(const Sentence& sentence, std::size_t preposition) {
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
    if (sentence.words[i].end <= sentence.things[noun].span.end) continue;
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

std::optional<std::size_t> EventPlaceReader::noun_behind(const Sentence& sentence, const SeenPlace& place,
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
  // "At Leeds Crown Court"
  for (std::size_t i = sentence.last; preposition && i < std::min(end, sentence.last + kWordsBehind); ++i) {
    if (sentence.gap(i) != " " || !is_capitalised(word_text(sentence.block, sentence.words[i]))) break;
    if (!own.noun_capitals && is_in(own.courts, sentence.forms[i])) return i;
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
std::optional<std::size_t> EventPlaceReader::noun_of_caption(const Sentence& sentence) {
  std::optional<std::size_t> noun;
  for (std::size_t i = 0; i < sentence.words.size() && sentence.words.size() <= kMostOfCaption; ++i) {
    if (!sentence.is_event(i)) continue;
    if (noun) return std::nullopt;
    noun = i;
  }
  return noun;
}

}  // namespace stet

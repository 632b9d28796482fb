#include "check/kinds/contradiction/placed_thing_reader_support.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"

namespace stet {
namespace {

constexpr std::size_t kMostLinks = 6;   // words of "in the old town of"
constexpr std::size_t kMostPhrase = 5;  // words between an article and the end of its phrase: "a family-run bakery"
constexpr std::size_t kSeatReach = 5;   // words between a company and its town: "which is based in"
constexpr std::size_t kBehindTown = 2;  // words behind a town that may be of it: "the Leeds carpet maker"
constexpr std::size_t kShortest = 4;    // bytes of a noun
constexpr std::size_t kShortestName = 3;
constexpr std::size_t kShortestDemonym = 5;
constexpr std::string_view kMarks = ".;:()\"\n";

}  // namespace

// That of a place, with its words from `first` to `last`.
struct PlacedThingReader::Sentence {
  const Facts& facts;
  const Block& block;
  const EventPlaceReader::Words& small;
  const Words& own;
  std::span<const Word> words;
  std::vector<std::string> forms;
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] std::string_view gap(std::size_t at) const {
    return block.text.substr(words[at - 1].end, words[at].begin - words[at - 1].end);
  }
  [[nodiscard]] bool is_joined(std::size_t at) const {
    const std::string_view between = gap(at);
    return between.find_first_of(kMarks) == between.npos && between.find(',') == between.npos &&
           between.find(" \u2013 ") == between.npos && between.find("\u2014") == between.npos;
  }
  [[nodiscard]] bool is_upper(std::size_t at) const { return is_capitalised(word_text(block, words[at])); }
  // A word that may be a noun.
  [[nodiscard]] bool may_name(std::size_t at) const {
    const std::string& form = forms[at];
    if (form.size() < kShortest || is_upper(at) != small.noun_capitals || is_in(own.not_things, form)) return false;
    if (is_in(small.glue, form) || is_in(small.not_known, form) || is_in(small.definite, form) ||
        is_in(small.located, form) || is_in(small.clauses, form) || is_in(small.months, form) ||
        is_in(small.localities, form) || is_in(small.several, form))
      return false;
    const auto home = table_number(block.language);
    return home && (kinship(words[at].hash).small >> *home & 1U) == 0;
  }
};

PlacedThingReader::PlacedThingReader(const Definition& definition, const EventPlaceReader& events)
    : definition_(definition), events_(events), words_(definition, read_words) {}

PlacedThingReader::Words PlacedThingReader::read_words(const Definition& definition, Language language) {
  Words words{{},
              forms_of(definition, language, "seats"),
              forms_of(definition, language, "owning"),
              forms_of(definition, language, "not-things"),
              forms_of(definition, language, "home"),
              forms_of(definition, language, "companies")};
  const auto* demonyms = definition.option<std::vector<std::string>>(language, "demonyms");
  if (demonyms == nullptr) return words;
  for (const std::string& line : *demonyms) {
    const std::size_t mark = line.find(": ");
    if (mark == std::string::npos) continue;
    for (std::size_t pos = mark + 2; pos < line.size();) {
      const std::size_t end = std::min(line.find(' ', pos), line.size());
      words.demonyms.emplace(context_form(line.substr(pos, end - pos)), line.substr(0, mark));
      pos = end + 1;
    }
  }
  return words;
}

std::vector<PlacedThing> PlacedThingReader::read(const Document& document, const Facts& facts,
                                                 const std::vector<SeenPlace>& places) const {
  std::vector<PlacedThing> things;
  std::vector<Here> blocks(document.blocks().size());
  std::size_t count = 0;
  for (std::uint32_t number = 0; number < blocks.size(); ++number) {
    const Block& block = document.block(number);
    if (!definition_.looks_at(block.role) || !words_.contains(block.language)) continue;
    for (const SeenPlace& place : places) {
      const bool land = place.sort == SeenSort::kTown || place.sort == SeenSort::kRegion;
      if (place.block == number && land && !is_dateline(block, place)) blocks[number].emplace_back(place, true);
    }
    add_names(document, number, words_.at(block.language), blocks[number]);
    count += blocks[number].size();
  }
  // One word for what is of a town does not tell of two.
  for (std::uint32_t number = 0; number < blocks.size() && count > 0; ++number) {
    const Block& block = document.block(number);
    if (!definition_.looks_at(block.role) || !words_.contains(block.language)) continue;
    const Words& own = words_.at(block.language);
    const std::span<const Word> all = document.words(block);
    Here& here = blocks[number];
    add_demonyms(document, facts, number, own, here);
    std::ranges::stable_sort(here, {}, [](const auto& each) { return each.first.span.begin; });
    for (auto& [place, known] : here) {
      if (place.sentence.empty()) place.sentence = facts.sentences().at(number, place.span.begin);
      Sentence sentence{facts, block, events_.words(block.language), own, words_in(all, place.sentence), {}, 0, 0};
      for (const Word& word : sentence.words) sentence.forms.push_back(context_form(word_text(block, word)));
      const auto number_of = [&](std::uint32_t pos) {
        return static_cast<std::size_t>(std::ranges::lower_bound(sentence.words, pos, {}, &Word::begin) -
                                        sentence.words.begin());
      };
      sentence.first = number_of(place.span.begin);
      sentence.last = number_of(place.span.end);
      const std::size_t before = things.size();
      read_behind(sentence, place, known, things);
      if (things.size() == before && place.adjective) read_adjective(sentence, place, things);
      const auto town = own.demonyms.find(sentence.forms[sentence.first]);
      if (place.adjective && town != own.demonyms.end()) {
        for (std::size_t i = before; i < things.size(); ++i) things[i].mention.name = context_form(town->second);
      }
    }
  }
  return things;
}

// "La société lyonnaise"
void PlacedThingReader::add_demonyms(const Document& document, const Facts& facts, std::uint32_t number,
                                     const Words& own, Here& here) {
  const Block& block = document.block(number);
  const std::span<const Word> all = document.words(block);
  for (std::size_t i = 1; i < all.size() && !own.demonyms.empty(); ++i) {
    const std::string_view text = word_text(block, all[i]);
    if (text.size() < kShortestDemonym || is_capitalised(text)) continue;
    const auto found = own.demonyms.find(context_form(text));
    if (found == own.demonyms.end()) continue;
    std::vector<Word> words;
    cut_words(found->second, words);
    const auto towns = find_places(found->second, words, {0, static_cast<std::uint32_t>(found->second.size())});
    if (towns.size() != 1) continue;
    SeenPlace place{number, {all[i].begin, all[i].end}, {}, SeenSort::kTown, towns[0].id};
    place.sentence = facts.sentences().at(number, all[i].begin);
    place.adjective = true;
    here.emplace_back(place, true);
  }
}

// "In Lower Wick", "de Vaux", "aus Vaux"
void PlacedThingReader::add_names(const Document& document, std::uint32_t number, const Words& own, Here& here) const {
  const Block& block = document.block(number);
  const EventPlaceReader::Words& small = events_.words(block.language);
  const std::span<const Word> words = document.words(block);
  const std::size_t known = here.size();
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view text = word_text(block, words[i]);
    if (text.size() < kShortestName || !is_capitalised(text)) continue;
    const std::string_view gap = block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
    if (gap != " " && gap != "'" && gap != "\u2019") continue;
    const std::string before = context_form(word_text(block, words[i - 1]));
    const bool in = is_in(small.by_name, before);
    // Where all nouns have a capital, "von" leads to any of them.
    const bool of = !small.noun_capitals && is_in(small.of, before);
    if (!in && !of && !is_in(own.from, before)) continue;
    const std::string form = context_form(text);
    if (std::ranges::any_of(small.abstract, [&](const std::string& ending) { return form.ends_with(ending); }))
      continue;
    std::optional<SeenPlace> place = events_.name_at(document, number, i);
    if (!place) continue;
    // "La maison de Paul Vannier": somebody's.
    const bool single = place->span.end == words[i].end || text.starts_with("Sa") || text.starts_with("St");
    place->located = in;
    const bool is_known = std::any_of(here.begin(), here.begin() + static_cast<std::ptrdiff_t>(known),
                                      [&](const auto& each) { return each.first.span.overlaps(place->span); });
    // "In Greece"
    if (is_known || !(in || single) || !find_places(block.text, words, place->span).empty()) continue;
    here.emplace_back(*place, false);
  }
}

// "A bakery in the village of Rezé", "a carpet maker based in Leeds"
void PlacedThingReader::read_behind(const Sentence& sentence, const SeenPlace& place, bool known,
                                    std::vector<PlacedThing>& things) const {
  const EventPlaceReader::Words& small = sentence.small;
  const std::vector<std::string>& forms = sentence.forms;
  // The words that lead to the place.
  std::size_t at = sentence.first;
  bool led = false;
  for (std::size_t links = 0; at > 0 && links < kMostLinks && sentence.is_joined(at); ++links) {
    const std::string& form = forms[at - 1];
    const bool link = is_in(small.by_name, form) || is_in(small.of, form) || is_in(sentence.own.from, form) ||
                      is_in(small.located, form);
    led = led || link;
    if (!link && !is_in(small.localities, form) && !is_in(small.definite, form)) break;
    --at;
  }
  if (!led || at == 0) return;
  bool seat = false;
  std::size_t words = 0;
  while (at > 0 && words < kSeatReach) {
    const bool own = is_in(sentence.own.seats, forms[at - 1]);
    seat = seat || own;
    const auto home = table_number(sentence.block.language);
    const bool passed = own || (seat && home && (kinship(sentence.words[at - 1].hash).small >> *home & 1U) != 0 &&
                                !is_in(small.definite, forms[at - 1]));
    if (!passed) break;
    --at;
    ++words;
  }
  if (at == 0) return;
  if (!seat && !sentence.is_joined(at)) return;
  if (seat && sentence.gap(at).find_first_of(kMarks) != std::string_view::npos) return;
  add(sentence, place, known, at - 1, seat, things);
}

// "The Leeds carpet maker", "der Kölner Verein", "la société lyonnaise"
void PlacedThingReader::read_adjective(const Sentence& sentence, const SeenPlace& place,
                                       std::vector<PlacedThing>& things) const {
  if (sentence.small.adjectives_behind) {
    if (sentence.first > 0 && sentence.is_joined(sentence.first))
      add(sentence, place, true, sentence.first - 1, false, things);
    return;
  }
  std::optional<std::size_t> noun;
  for (std::size_t i = sentence.last; i < sentence.words.size() && i <= sentence.last + kBehindTown; ++i) {
    if (!sentence.is_joined(i)) break;
    const bool upper = sentence.is_upper(i);
    if (!sentence.may_name(i)) {
      // "Der Kölner, neue Verein"
      if (sentence.small.noun_capitals && !upper) continue;
      break;
    }
    noun = i;
    if (sentence.small.noun_capitals) break;
    // "The Leeds firm said"
    const auto home = table_number(sentence.block.language);
    if (i + 1 < sentence.words.size() && home && (kinship(sentence.words[i + 1].hash).common >> *home & 1U) == 0) break;
    const ConceptSet named = sentence.facts.knowledge()
                                 .concepts[ConceptFamily::kThesaurus]
                                 .of(sentence.block.language)
                                 .at(sentence.block.text, sentence.words[i].begin, sentence.words[i].end)
                                 .concepts;
    if (!named.empty()) break;
  }
  if (noun) add(sentence, place, true, *noun, false, things);
}

// With the noun of the phrase that ends at `end`, or the one at it.
void PlacedThingReader::add(const Sentence& sentence, const SeenPlace& place, bool known, std::size_t end, bool seat,
                            std::vector<PlacedThing>& things) {
  const EventPlaceReader::Words& small = sentence.small;
  const std::vector<std::string>& forms = sentence.forms;
  PlacedThing thing;
  thing.seat = seat;
  // Back to the article.
  std::optional<std::size_t> article;
  const std::size_t before = place.adjective && place.span.end <= sentence.words[end].begin ? sentence.first : end + 1;
  for (std::size_t back = 1; back <= kMostPhrase && back <= before; ++back) {
    const std::size_t at = before - back;
    if (at + 1 < sentence.words.size() && back > 1 && !sentence.is_joined(at + 1)) break;
    const bool of = small.adjectives_behind && is_in(small.of, forms[at]);
    if (is_in(small.definite, forms[at]) || is_in(small.not_known, forms[at]) ||
        is_in(sentence.own.owning, forms[at])) {
      article = at;
      if (!of) break;
      continue;
    }
    if (!of && (is_in(small.located, forms[at]) || is_in(small.clauses, forms[at]))) break;
  }
  std::size_t noun = end;
  if (small.adjectives_behind && article) {
    // "Una nave de muebles", "la petite boulangerie"
    for (std::size_t i = *article + 1; i <= end; ++i) {
      if (!sentence.may_name(i)) continue;
      noun = i;
      break;
    }
  }
  if (!sentence.may_name(noun)) {
    if (!seat) return;
    // "Calder Looms, based in Leeds"
    if (small.noun_capitals ? !sentence.may_name(noun) : !sentence.is_upper(noun)) return;
    thing.nameless = true;
    thing.company = true;
  }
  const Word& word = sentence.words[noun];
  const ConceptLexicon& thesaurus = sentence.facts.knowledge().concepts[ConceptFamily::kThesaurus];
  if (!thing.nameless) {
    thing.concepts = thesaurus.of(sentence.block.language).at(sentence.block.text, word.begin, word.end).concepts;
    thing.company = thing.concepts.has(thesaurus.number("company")) || thing.concepts.has(thesaurus.number("club"));
    // "Spedition", "Möbelspedition"
    thing.company = thing.company || std::ranges::any_of(sentence.own.companies, [&](const std::string& company) {
                      return small.noun_capitals ? forms[noun].ends_with(company) : forms[noun] == company;
                    });
    thing.nameless = seat && !thing.company;
    thing.company = thing.company || seat;
  }
  if (article) {
    const std::string& form = forms[*article];
    thing.owned = is_in(sentence.own.owning, form);
    thing.indefinite = is_in(small.not_known, form);
  }
  EventMention& mention = thing.mention;
  mention.place = place;
  mention.known = known;
  mention.name = forms[sentence.first];
  mention.last = forms[std::max(sentence.first, sentence.last - 1)];
  mention.noun = {word.begin, word.end};
  mention.form = forms[noun];
  mention.repeated = true;
  mention.noun_capitals = small.noun_capitals;
  mention.definite = article && !thing.indefinite;
  mention.heads = sentence.block.role != Role::kParagraph && sentence.block.role != Role::kListItem;
  mention.opens = noun <= 1;
  things.push_back(std::move(thing));
}

}  // namespace stet

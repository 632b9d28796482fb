#include "check/kinds/contradiction/place_reader_support.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kReach = 3;           // words between "in" and a place: "in the middle of Burnley"
constexpr std::uint32_t kDatelineEnd = 40;  // bytes in which a dateline ends
constexpr std::size_t kLeastStem = 3;

std::optional<std::uint16_t> town_of(std::string_view name) {
  std::vector<Word> words;
  cut_words(name, words);
  const auto places = find_places(name, words, {0, static_cast<std::uint32_t>(name.size())});
  if (places.size() != 1 || places[0].sort != PlaceSort::kTown || places[0].span.size() != name.size())
    return std::nullopt;
  return places[0].id;
}

// "Chiemsee", "des Chiemsees", "Lake Erie", "fiume Adda": by the name alone.
std::uint32_t water_number(std::string_view text) {
  std::vector<Word> words;
  cut_words(text, words);
  std::string form;
  for (const Word& word : words) {
    const std::string_view own = text.substr(word.begin, word.end - word.begin);
    std::string other = context_form(own);
    if (!is_capitalised(own) || other == "lake" || other == "river" || other == "see" || other == "sees") continue;
    form = std::move(other);
  }
  constexpr std::size_t kShortest = 5;
  if (form.size() >= kShortest && form.ends_with('s')) form.pop_back();
  return hash_word(form);
}

// "A 7", "A7" and "Autobahn 7" are one road.
std::uint32_t form_number(std::string_view text) {
  std::string digits;
  std::string form;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
    if (c != ' ' && c != '\n' && c != '-') form += c;
  }
  return hash_word(digits.empty() ? form : digits);
}

}  // namespace

PlaceReader::PlaceReader(const Definition& definition, std::uint8_t first_matched)
    : definition_(definition), first_matched_(first_matched), words_(definition, read_words) {}

PlaceReader::Words PlaceReader::read_words(const Definition& definition, Language language) {
  Words words{forms_of(definition, language, "located"), forms_of(definition, language, "away"), {}, false};
  if (const auto* endings = definition.option<std::vector<std::string>>(language, "place-adjectives"))
    words.endings = *endings;
  const bool* first = definition.option<bool>(language, "value-first");
  words.value_first = first != nullptr && *first;
  return words;
}

std::vector<SeenPlace> PlaceReader::read(const Document& document, const Facts& facts) const {
  std::vector<SeenPlace> places;
  for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
    const Block& block = document.block(number);
    if (definition_.looks_at(block.role) && words_.contains(block.language)) add_towns(document, number, places);
  }
  for (const Hit& hit : facts.matches().of(definition_.slot)) {
    if (hit.key < first_matched_ || hit.key > first_matched_ + 2) continue;
    const Block& block = document.block(hit.block);
    if (!definition_.looks_at(block.role) || !words_.contains(block.language)) continue;
    const std::string_view text = block.text.substr(hit.span.begin, hit.span.size());
    constexpr SeenSort kSorts[] = {SeenSort::kRoad, SeenSort::kWater, SeenSort::kLine};
    const SeenSort sort = kSorts[hit.key - first_matched_];
    const std::string_view last = text.substr(text.find_last_of(" '\u2019") + 1);
    if (sort == SeenSort::kWater ? !is_capitalised(last) : sort == SeenSort::kRoad && !is_capitalised(text)) continue;
    SeenPlace place{hit.block, hit.span, {}, sort, sort == SeenSort::kWater ? water_number(text) : form_number(text)};
    link(document, words_.at(block.language), place);
    places.push_back(place);
  }
  std::ranges::stable_sort(places, {}, [](const SeenPlace& each) { return std::pair(each.block, each.span.begin); });
  for (SeenPlace& place : places) place.sentence = facts.sentences().at(place.block, place.span.begin);
  return places;
}

bool PlaceReader::is_preposition(Language language, std::string_view form) const {
  const Words& words = words_.at(language);
  return std::ranges::binary_search(words.located, form) || std::ranges::binary_search(words.away, form);
}

bool PlaceReader::is_linked(const Document& document, std::uint32_t block, TextSpan place) const {
  SeenPlace seen{block, place, {}};
  link(document, words_.at(document.block(block).language), seen);
  return seen.located || seen.away;
}

void PlaceReader::add_towns(const Document& document, std::uint32_t number, std::vector<SeenPlace>& places) const {
  const Block& block = document.block(number);
  const Words& words = words_.at(block.language);
  const std::span<const Word> all = document.words(block);
  for (const NamedPlace& named : find_places(block.text, all, {0, static_cast<std::uint32_t>(block.text.size())})) {
    if (named.sort == PlaceSort::kCountry) continue;
    SeenPlace place{
        number, named.span, {}, named.sort == PlaceSort::kTown ? SeenSort::kTown : SeenSort::kRegion, named.id};
    link(document, words, place);
    places.push_back(place);
  }
  if (words.endings.empty()) return;
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    const std::string_view word = word_text(block, all[i]);
    if (!is_capitalised(word) || !is_adjacent(block.text, all[i].end, all[i + 1].begin)) continue;
    const std::optional<std::uint16_t> town = town_of_adjective(word, words);
    if (!town) continue;
    SeenPlace place{number, {all[i].begin, all[i].end}, {}, SeenSort::kTown, *town};
    place.adjective = true;
    places.push_back(place);
  }
}

std::optional<std::uint16_t> PlaceReader::town_of_adjective(std::string_view word, const Words& words) {
  for (const std::string& ending : words.endings) {
    if (!word.ends_with(ending) || word.size() < ending.size() + kLeastStem) continue;
    const std::string stem(word.substr(0, word.size() - ending.size()));
    // "Celler", "Karlsruher", "Göttinger"
    for (const std::string_view lost : {"", "e", "en"}) {
      if (const auto town = town_of(stem + std::string(lost))) return town;
    }
    // "Dresdner", "Kassler"
    if (!stem.ends_with('n') && !stem.ends_with('l')) continue;
    if (const auto town = town_of(stem.substr(0, stem.size() - 1) + "e" + stem.back())) return town;
  }
  return std::nullopt;
}

void PlaceReader::link(const Document& document, const Words& words, SeenPlace& place) {
  const Block& block = document.block(place.block);
  const std::span<const Word> all = document.words(block);
  auto word = std::ranges::lower_bound(all, place.span.begin, {}, &Word::begin);
  std::uint32_t end = place.span.begin;
  for (std::size_t back = 0; back <= kReach && word != all.begin(); ++back) {
    --word;
    const std::string_view gap = block.text.substr(word->end, end - word->end);
    if (gap.find_first_of(",.;:()\n") != std::string_view::npos) break;
    const std::string form = context_form(word_text(block, *word));
    place.located = std::ranges::binary_search(words.located, form);
    place.away = std::ranges::binary_search(words.away, form);
    // "In Hebden Square Halifax": another name between
    if (place.located || place.away || is_capitalised(word_text(block, *word))) break;
    end = word->begin;
  }
  if (!words.value_first) return;
  const std::string_view rest = block.text.substr(place.span.end);
  place.adjective = rest.starts_with(" ") || rest.starts_with("'s ") || rest.starts_with("\u2019s ");
}

bool is_dateline(const Block& block, const SeenPlace& place) {
  if (place.span.begin > kDatelineEnd) return false;
  const std::string_view before = block.text.substr(0, place.span.begin);
  if (before.find_first_of(".!?") != std::string_view::npos) return false;
  const std::string_view rest = block.text.substr(place.span.end, kDatelineEnd);
  // "MONTERÍA. A canoe", "PUNE: Two", "Pamplona (EFE).- A lorry"
  const std::string_view name = block.text.substr(place.span.begin, place.span.size());
  const bool shouted = std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  if (place.span.begin == 0 && (rest.find(".- ") != rest.npos || rest.find(".—") != rest.npos ||
                                (shouted && (rest.starts_with(". ") || rest.starts_with(": "))))) {
    return true;
  }
  const std::size_t mark = std::min({rest.find(" \u2013 "), rest.find("\u2014"), rest.find(" - "), rest.find(") ")});
  if (mark == std::string_view::npos) return false;
  const std::string_view between = rest.substr(0, mark);
  // Up to the mark only names and what stands in brackets: "BONN/BERLIN (dpa) –", "SPOKANE, Wash. —".
  std::vector<Word> words;
  cut_words(between, words);
  const bool bracket = between.find('(') != std::string_view::npos;
  return place.span.begin == 0 && (bracket || std::ranges::all_of(words, [&](const Word& word) {
                                     return is_capitalised(between.substr(word.begin, word.end - word.begin)) ||
                                            between[word.begin] < 'a';
                                   }));
}

}  // namespace stet

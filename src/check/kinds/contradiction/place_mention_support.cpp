#include "check/kinds/contradiction/place_mention_support.h"

#include <algorithm>
#include <span>
#include <utility>

#include "check/kinds/contradiction/guard_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::uint32_t kFarthest = 60;    // bytes between a cue and its place
constexpr std::uint32_t kBeside = 12;      // bytes between two places of one list
constexpr std::uint8_t kNoMatched = 0xF0;  // reads towns only
constexpr std::size_t kSmallLabel = 4;     // bytes of a word that tells no event from another
constexpr int kSentencesBack = 3;          // in which somebody may have been named
constexpr std::size_t kNearSeat = 2;       // words between "the" and "headquarters"

// Italian "è" is no "e".
bool is_one_of(const std::vector<std::string>& forms, std::string_view word) {
  const std::string form = context_form(word);
  return (form.size() > 1 || word.size() == 1) && std::ranges::binary_search(forms, form);
}

// "One was born in Graz, the other one was born in Linz."
bool is_repeated_cue(const Facts& facts, std::uint32_t slot, const Hit& hit, TextSpan sentence) {
  const auto hits = facts.matches().in(slot, hit.block, sentence);
  return std::ranges::count(hits, hit.key, &Hit::key) > 1;
}

// "Her birthplace Leeds", "sa ville natale, Lyon"
bool is_apposed(std::string_view text, TextSpan cue, TextSpan place) {
  if (cue.end == 0 || place.begin <= cue.end) return false;
  const std::string_view gap = text.substr(cue.end, place.begin - cue.end);
  return gap == " " || gap == ", ";
}

}  // namespace

PlaceMentionReader::PlaceMentionReader(const Definition& definition)
    : definition_(definition),
      small_(small_words(definition)),
      reader_(definition, kNoMatched),
      words_(definition, read_words) {}

PlaceMentionReader::Words PlaceMentionReader::read_words(const Definition& definition, Language language) {
  const auto list = [&](std::string_view key) { return forms_of(definition, language, key); };
  return {list("refers"),  list("breaks"), list("indefinite"), list("by-somebody"),
          list("passive"), list("owners"), list("definite")};
}

std::optional<PlaceMention> PlaceMentionReader::read(const Document& document, const Facts& facts, QuotedBlocks& quoted,
                                                     const Hit& hit, TextSpan sentence) const {
  const Block& block = document.block(hit.block);
  const Words& words = words_.at(block.language);
  if (block.text.substr(sentence.begin, sentence.size()).ends_with('?')) return std::nullopt;
  if (is_repeated_cue(facts, definition_.slot, hit, sentence)) return std::nullopt;
  std::vector<NamedPlace> places = places_in(document, hit.block, sentence, hit.span);
  const bool guessed = places.empty() && hit.key == kBased;
  if (guessed) {
    if (const auto guess = guessed_place(document, block, hit.span)) places.push_back(*guess);
  }
  if (places.empty()) return std::nullopt;
  const NamedPlace* place = place_of(document, block, words, hit.span, places);
  if (place == nullptr || quoted.hold(hit.block, hit.span)) return std::nullopt;
  // "At the head office in Logroño nobody": whatever nobody does there, it is there.
  const bool known =
      hit.key == kBased && place->span.begin >= hit.span.end && is_owned(document, block, words, hit.span, kNearSeat);
  if (is_silenced(facts, definition_.slot, hit.block, block, sentence, hit.span.joined(place->span), !known))
    return std::nullopt;
  SentenceName before;
  PlaceMention mention;
  mention.cue = &hit;
  mention.sentence = sentence;
  mention.place = *place;
  mention.form = context_form(block.text.substr(hit.span.begin, hit.span.size()));
  for (const SentenceName& name : people_in(document, block, sentence, hit.span, places)) {
    if (!name.common && name.span.begin < hit.span.begin) {
      mention.first = before.form.empty() || !is_adjacent(block.text, before.span.end, name.span.begin) ? std::string()
                                                                                                        : before.form;
      mention.subject = name.form;
    }
    if (!name.common) mention.names.insert(name.form);
    before = name;
  }
  mention.refers = refers(document, block, words, sentence, hit.key == kBased) ||
                   (hit.key == kBorn && is_owned(document, block, words, hit.span, 1));
  if (hit.key == kFounded && is_by_somebody(document, block, words, sentence, hit.span)) return std::nullopt;
  mention.guessed = guessed;
  mention.definite = is_owned(document, block, words, hit.span, kNearSeat);
  mention.led = is_led(document, block, hit.span);
  mention.indefinite = hit.key == kEvents && is_indefinite(document, block, words, hit.span);
  if (hit.key == kEvents) mention.label = label_of(document, block, hit.span);
  read_days(document, facts, mention);
  return mention;
}

// "With its seat in Lower Wick": a name behind a preposition right behind the cue, which no gazetteer knows.
std::optional<NamedPlace> PlaceMentionReader::guessed_place(const Document& document, const Block& block,
                                                            TextSpan cue) const {
  const std::span<const Word> all = document.words(block);
  const auto word = std::ranges::lower_bound(all, cue.end, {}, &Word::begin);
  if (all.end() - word < 2 || !is_adjacent(block.text, word->end, (word + 1)->begin)) return std::nullopt;
  if (word->begin > cue.end + 1 || !reader_.is_preposition(block.language, context_form(word_text(block, *word))))
    return std::nullopt;
  const Word& name = *(word + 1);
  constexpr std::size_t kLeastName = 4;
  if (!is_capitalised(word_text(block, name)) || name.end - name.begin < kLeastName) return std::nullopt;
  const auto home = table_number(block.language);
  const WordKinship& kin = kinship(name.hash);
  if (home && ((kin.small | kin.common) >> *home & 1U) != 0) return std::nullopt;
  return NamedPlace{{name.begin, name.end}, static_cast<std::uint16_t>(name.hash), PlaceSort::kTown};
}

Forms PlaceMentionReader::antecedent_of(const Document& document, const Facts& facts,
                                        const PlaceMention& mention) const {
  std::uint32_t number = mention.cue->block;
  std::uint32_t begin = mention.sentence.begin;
  for (int back = 0; back < kSentencesBack; ++back) {
    while (document.block(number).text.substr(0, begin).find_first_not_of(" \n") == std::string_view::npos) {
      if (number == 0 || document.block(number - 1).role != Role::kParagraph) return {};
      --number;
      begin = static_cast<std::uint32_t>(document.block(number).text.size());
      if (begin == 0) return {};
    }
    const Block& block = document.block(number);
    const std::size_t last = block.text.substr(0, begin).find_last_not_of(" \n");
    const TextSpan sentence = sentence_at(block.text, static_cast<std::uint32_t>(last));
    if (!words_.contains(block.language) ||
        is_silenced(facts, definition_.slot, number, block, sentence, sentence, true))
      return {};
    const std::vector<NamedPlace> places = places_in(document, number, sentence, {});
    Forms forms;
    for (SentenceName& name : people_in(document, block, sentence, {}, places)) {
      if (!name.common) forms.insert(std::move(name.form));
    }
    if (!forms.empty()) return forms;
    begin = sentence.begin;
  }
  return {};
}

// "She", "the company", but not "the label of the company".
// `plain`: and no article, "die Gewerkschaft mit Sitz in".
bool PlaceMentionReader::refers(const Document& document, const Block& block, const Words& words, TextSpan sentence,
                                bool plain) {
  std::string last;
  std::string before;
  const std::span<const Word> all = words_in(document.words(block), sentence);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Word& word = all[i];
    std::string form = context_form(word_text(block, word));
    const bool article = plain && i + 1 < all.size() && std::ranges::binary_search(words.definite, form) &&
                         is_capitalised(word_text(block, all[i + 1]));
    if (article) continue;
    const bool owned =
        std::ranges::binary_search(words.owners, last) || std::ranges::binary_search(words.owners, before);
    if (!owned && std::ranges::binary_search(words.refers, form)) return true;
    before = std::move(last);
    last = std::move(form);
  }
  return false;
}

// "Her birthplace", "la propria sede"
bool PlaceMentionReader::is_owned(const Document& document, const Block& block, const Words& words, TextSpan cue,
                                  std::size_t reach) {
  const std::span<const Word> all = document.words(block);
  auto word = std::ranges::lower_bound(all, cue.begin, {}, &Word::begin);
  for (; reach > 0 && word != all.begin(); --reach) {
    --word;
    if (std::ranges::binary_search(words.definite, context_form(word_text(block, *word)))) return true;
  }
  return false;
}

// "At the headquarters", "nella sede"
bool PlaceMentionReader::is_led(const Document& document, const Block& block, TextSpan cue) const {
  const std::span<const Word> all = document.words(block);
  auto word = std::ranges::lower_bound(all, cue.begin, {}, &Word::begin);
  for (std::size_t reach = kNearSeat + 2; reach > 0 && word != all.begin(); --reach) {
    --word;
    if (reader_.is_preposition(block.language, context_form(word_text(block, *word)))) return true;
  }
  return false;
}

// "Ha fondato", but neither "è stato fondato" nor "fondato a Roma, ha".
bool PlaceMentionReader::is_by_somebody(const Document& document, const Block& block, const Words& words,
                                        TextSpan sentence, TextSpan cue) {
  const std::span<const Word> all = words_in(document.words(block), sentence);
  for (auto word = all.begin(); word != all.end(); ++word) {
    if (!is_one_of(words.by_somebody, word_text(block, *word))) continue;
    const TextSpan own{word->begin, word->end};  // minmax() gives references
    const auto [left, right] = std::minmax(own, cue);
    if (left.end < right.begin &&
        block.text.substr(left.end, right.begin - left.end).find(',') != std::string_view::npos)
      continue;
    const bool passive =
        word + 1 != all.end() && std::ranges::binary_search(words.passive, context_form(word_text(block, *(word + 1))));
    if (!passive) return true;
  }
  return false;
}

// "The final juniors", as Italian and Spanish say it: the word right behind the event.
std::string PlaceMentionReader::label_of(const Document& document, const Block& block, TextSpan cue) const {
  const std::span<const Word> all = document.words(block);
  const auto word = std::ranges::lower_bound(all, cue.end, {}, &Word::begin);
  if (word == all.end() || word->begin > cue.end + 1) return {};
  std::string form = context_form(word_text(block, *word));
  const bool small = form.size() <= kSmallLabel || std::ranges::binary_search(small_.at(block.language).plain, form) ||
                     reader_.is_preposition(block.language, form);
  return small || is_capitalised(word_text(block, *word)) ? std::string() : form;
}

std::vector<NamedPlace> PlaceMentionReader::places_in(const Document& document, std::uint32_t number, TextSpan sentence,
                                                      TextSpan cue) const {
  const Block& block = document.block(number);
  std::vector<NamedPlace> places = find_places(block.text, document.words(block), sentence);
  std::erase_if(places, [&](const NamedPlace& place) {
    const bool glued = place.span.end < block.text.size() && block.text[place.span.end] == '-';
    return !glued && !is_apposed(block.text, cue, place.span) && !reader_.is_linked(document, number, place.span);
  });
  return places;
}

// The one place that belongs to the cue: behind "in", near, and in its clause.
const NamedPlace* PlaceMentionReader::place_of(const Document& document, const Block& block, const Words& words,
                                               TextSpan cue, const std::vector<NamedPlace>& places) {
  const NamedPlace* found = nullptr;
  for (const NamedPlace& place : places) {
    if (place.span.overlaps(cue)) continue;
    const TextSpan gap = place.span.end <= cue.begin ? TextSpan{place.span.end, cue.begin}
                                                     : TextSpan{cue.end, std::max(cue.end, place.span.begin)};
    if (gap.size() > kFarthest) continue;
    const std::string_view between = block.text.substr(gap.begin, gap.size());
    if (between.find_first_of(",;:()") != std::string_view::npos && !is_apposed(block.text, cue, place.span)) continue;
    if (std::ranges::any_of(places, [&](const NamedPlace& other) { return gap.contains(other.span); })) continue;
    if (has_break(document, block, words, gap)) continue;
    if (found != nullptr) return nullptr;
    found = &place;
  }
  // "In Bonn and in Cologne": which of the two is of whom?
  const auto is_beside = [&](const NamedPlace& other) {
    if (found == nullptr || other.id == found->id || other.sort != found->sort) return false;
    const auto [left, right] = std::minmax(found->span, other.span);
    return right.begin >= left.end && right.begin - left.end <= kBeside;
  };
  return std::ranges::any_of(places, is_beside) ? nullptr : found;
}

bool PlaceMentionReader::has_break(const Document& document, const Block& block, const Words& words, TextSpan gap) {
  const std::span<const Word> all = document.words(block);
  for (auto word = std::ranges::lower_bound(all, gap.begin, {}, &Word::begin);
       word != all.end() && word->end <= gap.end; ++word) {
    if (is_one_of(words.breaks, word_text(block, *word))) return true;
  }
  return false;
}

// "A meeting", "a short meeting".
bool PlaceMentionReader::is_indefinite(const Document& document, const Block& block, const Words& words, TextSpan cue) {
  const std::span<const Word> all = document.words(block);
  auto word = std::ranges::lower_bound(all, cue.begin, {}, &Word::begin);
  for (std::size_t back = 0; back < 3 && word != all.begin(); ++back) {
    --word;
    if (std::ranges::binary_search(words.indefinite, context_form(word_text(block, *word)))) return true;
  }
  return false;
}

// The names of a sentence that are no places and not the cue.
std::vector<SentenceName> PlaceMentionReader::people_in(const Document& document, const Block& block, TextSpan sentence,
                                                        TextSpan cue, const std::vector<NamedPlace>& places) const {
  std::vector<SentenceName> names = names_in(document, block, sentence, !small_.at(block.language).names_after.empty());
  std::erase_if(names, [&](const SentenceName& name) {
    const auto holds = [&](const NamedPlace& place) { return place.span.contains(name.span); };
    return name.span.overlaps(cue) || std::ranges::any_of(places, holds);
  });
  return names;
}

void PlaceMentionReader::read_days(const Document& document, const Facts& facts, PlaceMention& mention) const {
  const std::uint32_t number = mention.cue->block;
  const std::string_view text = document.block(number).text;
  for (const Hit& hit : facts.matches().in(definition_.slot, number, mention.sentence)) {
    if (hit.key == kDays) mention.days.insert(context_form(text.substr(hit.span.begin, hit.span.size())));
  }
  const auto& dates = facts.time().dates;
  auto date = std::ranges::lower_bound(dates, std::pair(number, mention.sentence.begin), {},
                                       [](const DateFact& each) { return std::pair(each.block, each.span.begin); });
  for (; date != dates.end() && date->block == number && date->span.begin < mention.sentence.end; ++date) {
    if (date->date.day != 0)
      mention.days.insert(std::to_string(date->date.month) + "-" + std::to_string(date->date.day));
  }
}

}  // namespace stet

#include "check/kinds/contradiction/venue_support.h"

#include <algorithm>
#include <span>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::uint8_t kStreet = 0xFE;
constexpr std::uint8_t kRoad = 0xFF;
constexpr std::size_t kMostHeadWords = 3;
constexpr std::size_t kMostNameWords = 4;    // to each side of the head
constexpr std::size_t kLeastName = 3;        // bytes of a word that tells one venue from another
constexpr std::size_t kLeastModifier = 3;    // of a compound
constexpr std::size_t kLocatedReach = 5;     // words between "in" and the head: "in the old town's great hall"
constexpr std::size_t kFloorReach = 2;       // the same of a floor: "on the top floor"
constexpr std::uint32_t kPartReach = 24;     // bytes between a part and its whole: "the tent on the green"
constexpr std::size_t kLeastCommonHead = 5;  // letters by which "Schlosspark" is the "Schloss"

bool is_number(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// A number for the three letters with which a word of ASCII letters begins, whatever their case.
std::optional<std::size_t> three_letters(std::string_view word) {
  constexpr std::size_t kLetters = 3;
  if (word.size() < kLetters) return std::nullopt;
  std::size_t number = 0;
  for (const char c : word.substr(0, kLetters)) {
    const auto letter = static_cast<unsigned char>((static_cast<unsigned char>(c) | 0x20U) - 'a');
    if (letter >= 26) return std::nullopt;
    number = number * 26 + letter;
  }
  return number;
}

std::string_view between(const Block& block, const Word& a, const Word& b) {
  return block.text.substr(a.end, b.begin - a.end);
}

// "B 31", "Bundesstraße 31"
bool are_one_road(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (!is_number(a)) return a == b;
  return b.ends_with(a) && (b.size() == a.size() || !is_number(b.substr(b.size() - a.size() - 1, 1)));
}

bool are_one_name(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return is_same_word(a, b) || (a.size() >= 4 && b.starts_with(a));
}

}  // namespace

VenueWords::VenueWords(const Definition& definition, Language language)
    : roads_(forms_of(definition, language, "roads")),
      located_(forms_of(definition, language, "located")),
      beside_(forms_of(definition, language, "beside")),
      where_(forms_of(definition, language, "where")),
      joiners_(forms_of(definition, language, "joiners")),
      descriptive_(forms_of(definition, language, "descriptive")),
      indefinite_(forms_of(definition, language, "indefinite")) {
  const auto add = [&](std::string_view line, std::uint8_t venue_class) {
    while (!line.empty()) {
      const std::size_t end = std::min(line.find(' '), line.size());
      std::string_view entry = line.substr(0, end);
      line.remove_prefix(std::min(end + 1, line.size()));
      if (entry.empty() || entry.ends_with(':')) continue;
      const bool is_ending = entry.front() == '-';
      if (is_ending) entry.remove_prefix(1);
      std::string form;
      while (!entry.empty()) {
        const std::size_t cut = std::min(entry.find('_'), entry.size());
        form += (form.empty() ? "" : " ") + context_form(entry.substr(0, cut));
        entry.remove_prefix(std::min(cut + 1, entry.size()));
      }
      if (is_ending) {
        endings_.emplace_back(std::move(form), venue_class);
      } else {
        heads_.emplace(std::move(form), venue_class);
      }
    }
  };
  const bool* head_last = definition.option<bool>(language, "head-last");
  head_last_ = head_last != nullptr && *head_last;
  const bool* bare_streets = definition.option<bool>(language, "bare-streets");
  bare_streets_ = bare_streets != nullptr && *bare_streets;
  std::uint8_t number = 0;
  if (const auto* lines = definition.option<std::vector<std::string>>(language, "venues")) {
    for (std::string_view line : *lines) {
      if (line.starts_with('~')) rooms_.push_back(number);
      if (line.starts_with('^')) floors_.push_back(number);
      add(line, number++);
    }
  }
  if (const auto* words = definition.option<std::vector<std::string>>(language, "streets")) {
    for (const std::string& word : *words) add(word, kStreet);
  }
  const auto note = [&](std::string_view form) {
    const auto letters = three_letters(form);
    if (letters) begins_.set(*letters);
  };
  for (const auto& [form, venue_class] : heads_) note(form);
  for (const std::string& road : roads_) note(road);
  std::ranges::stable_sort(endings_, std::greater<>(), [](const auto& entry) { return entry.first.size(); });
  for (const auto& [ending, venue_class] : endings_) last_letters_.set(static_cast<unsigned char>(ending.back()));
}

VenueWords::Head VenueWords::road_at(const Block& block, std::span<const Word> words, std::size_t at,
                                     const std::string& form) const {
  const std::string_view text = word_text(block, words[at]);
  const bool upper = text.front() >= 'A' && text.front() <= 'Z';
  // "A7"
  if (upper && is_number(text.substr(text.size() - 1))) {
    const auto known = std::ranges::find_if(roads_, [&](const std::string& road) {
      return text.size() > road.size() && road.size() < 4 && !form.empty() &&
             fold(text.substr(0, road.size())) == road && is_number(text.substr(road.size()));
    });
    if (known != roads_.end()) return {1, kRoad, "road", fold(text)};
  }
  if (at + 1 >= words.size() || !is_in(roads_, form) || !is_number(word_text(block, words[at + 1]))) return {};
  if (form.size() < 4 && !upper) return {};
  if (words[at + 1].begin - words[at].end > 2) return {};
  return {2, kRoad, "road",
          form.size() < 4 ? form + std::string(word_text(block, words[at + 1]))
                          : std::string(word_text(block, words[at + 1]))};
}

VenueWords::May VenueWords::may_be(std::string_view word) const {
  const auto letters = three_letters(word);
  // Short words, and those with other signs among their first letters.
  if (!letters || begins_.test(*letters) || (word.back() >= '0' && word.back() <= '9')) return May::kHead;
  if (endings_.empty() || begins_lower(word)) return May::kNothing;
  constexpr std::size_t kShort = 4;  // bytes of an inflected head that is none of three letters
  if (word.size() <= kShort) return May::kHead;
  return may_end(word) ? May::kCompound : May::kNothing;
}

// Whether it has one of the last letters of the endings, where it may be inflected: "Kirche", "Gasthofs", "Gasthofes".
bool VenueWords::may_end(std::string_view word) const {
  for (const char more : {'s', 'e', '\0'}) {
    if (word.empty() || static_cast<unsigned char>((word.back() | 0x20) - 'a') >= 26) return true;
    const auto last = static_cast<unsigned char>(word.back() | 0x20);
    if (last_letters_.test(last)) return true;
    if (last == static_cast<unsigned char>(more)) word.remove_suffix(1);
  }
  return word.empty() || last_letters_.test(static_cast<unsigned char>(word.back() | 0x20));
}

VenueWords::Head VenueWords::head_at(const Block& block, std::span<const Word> words, std::size_t at) const {
  const May may = may_be(word_text(block, words[at]));
  if (may == May::kNothing) return {};
  const std::string own = context_form(word_text(block, words[at]));
  if (may == May::kCompound) return compound_of(own);
  std::string form;
  Head head;
  for (std::size_t count = 1; count <= kMostHeadWords && at + count <= words.size(); ++count) {
    if (count > 1 && between(block, words[at + count - 2], words[at + count - 1]).find_first_not_of(" '’\n-") !=
                         std::string_view::npos)
      break;
    form += count == 1 ? own : ' ' + context_form(word_text(block, words[at + count - 1]));
    const auto found = heads_.lower_bound(form);
    if (found == heads_.end() || !found->first.starts_with(form)) break;  // nor is it with more words
    if (found->first == form) head = {count, found->second, form, {}};
  }
  // "Des Gasthofs", "des Schlosses".
  if (head.words == 0 && !endings_.empty()) {
    for (const std::string_view ending : {"es", "s"}) {
      if (!own.ends_with(ending)) continue;
      const auto found = heads_.find(std::string_view(own).substr(0, own.size() - ending.size()));
      if (found != heads_.end()) return {1, found->second, found->first, {}};
    }
  }
  if (head.words > 0) return head;
  if (Head road = road_at(block, words, at, own); road.words > 0) return road;
  return compound_of(own);
}

VenueWords::Head VenueWords::compound_of(const std::string& own) const {
  // The letters in which it may end: "Kirche", "Gasthofs", "Gasthofes".
  std::string_view last = own;
  std::bitset<256> lasts;
  for (const char more : {'s', 'e', '\0'}) {
    if (last.empty()) break;
    lasts.set(static_cast<unsigned char>(last.back()));
    if (last.ends_with(more)) last.remove_suffix(1);
    if (!last.empty()) lasts.set(static_cast<unsigned char>(last.back()));
  }
  if ((lasts & last_letters_).none()) return {};
  for (const auto& [ending, venue_class] : endings_) {
    if (own.size() < ending.size() + kLeastModifier || !lasts.test(static_cast<unsigned char>(ending.back()))) continue;
    // "der Kirche", "des Gasthofs"
    std::string_view stem = own;
    if (!stem.ends_with(ending) && stem.ends_with('s')) stem.remove_suffix(1);
    if (!stem.ends_with(ending) && stem.ends_with('e')) stem.remove_suffix(1);
    if (!stem.ends_with(ending)) continue;
    stem.remove_suffix(ending.size());
    if (stem.ends_with('s') && stem.size() > 4) stem.remove_suffix(1);
    return {1, venue_class, own, std::string(stem)};
  }
  return {};
}

void VenueWords::add_name(std::string form, Venue& venue) const {
  const bool road = venue.classes.contains(kRoad);  // "statale 12"
  if ((form.size() < kLeastName && !road) || is_in(descriptive_, form)) return;
  venue.names.insert(std::move(form));
}

// The capitalised words around the head, with the small ones between them.
void VenueWords::read_names(const Block& block, std::span<const Word> words, std::size_t first, std::size_t& last,
                            Venue& venue) const {
  const auto is_near = [&](std::size_t a, std::size_t b) {
    return between(block, words[a], words[b]).find_first_not_of(" -'’‐.") == std::string_view::npos;
  };
  const auto is_upper_word = [&](std::size_t i) { return is_upper(decode_at(word_text(block, words[i]), 0).value); };
  std::size_t at = first;
  for (std::size_t count = 0; count < kMostNameWords && at > 0; ++count) {
    if (!is_near(at - 1, at)) break;
    std::string form = context_form(word_text(block, words[at - 1]));
    if (!is_upper_word(at - 1) || is_in(located_, form) || is_in(joiners_, form) || is_in(beside_, form)) break;
    --at;
    add_name(std::move(form), venue);
    venue.span.begin = words[at].begin;
  }
  std::size_t end = last;
  for (std::size_t count = 0; count < kMostNameWords + 2 && end + 1 < words.size(); ++count) {
    if (!is_near(end, end + 1)) break;
    ++end;
    std::string form = context_form(word_text(block, words[end]));
    if (is_upper_word(end) || is_number(word_text(block, words[end]))) {
      // "Rue du Port": a street is named for what stands there.
      const bool of_street = !head_last_ && venue.classes.contains(kStreet);
      if (is_in(located_, form) || (!of_street && head_at(block, words, end).words > 0)) break;
      add_name(std::move(form), venue);
      last = end;
    } else if (!is_in(joiners_, form)) {
      break;
    }
  }
  venue.span.end = words[last].end;
}

void VenueWords::read_place(const Block& block, std::span<const Word> words, std::size_t first, std::size_t last,
                            Venue& venue) const {
  std::size_t at = first;
  // "Renversée rue Foch", but not "de la rue Foch"
  if (bare_streets_ && venue.classes.contains(kStreet) && first > 0) {
    const std::string form = context_form(word_text(block, words[first - 1]));
    venue.located = !is_in(joiners_, form) && !is_in(beside_, form);
  }
  // "On the top floor", but not "on Sunday a cellar"
  const bool floor = has_floor(venue);
  for (std::size_t count = 0; count < (floor ? kFloorReach : kLocatedReach) && at > 0; ++count) {
    const std::string_view gap = between(block, words[at - 1], words[at]);
    if (gap.find_first_of(",;:.()!?\n") != std::string_view::npos && gap.find(". ") != 0) break;
    --at;
    const std::string form = context_form(word_text(block, words[at]));
    if (is_in(beside_, form)) break;
    if (is_in(located_, form)) {
      venue.located = true;
      break;
    }
  }
  if (last + 1 >= words.size()) return;
  const std::string_view gap = between(block, words[last], words[last + 1]);
  const bool comma = gap.find(',') != std::string_view::npos;
  if (gap.find_first_of(".;:()!?") != std::string_view::npos) return;
  venue.defined = comma && is_in(where_, context_form(word_text(block, words[last + 1])));
}

bool VenueWords::is_thing(const Block& block, std::span<const Word> words, std::size_t first,
                          const Venue& venue) const {
  if (!has_floor(venue)) return false;
  for (std::size_t back = 1; back <= kLocatedReach && back <= first; ++back) {
    const std::string form = context_form(word_text(block, words[first - back]));
    if (is_in(located_, form) || is_in(beside_, form)) return false;
    if (!is_in(indefinite_, form)) continue;
    return back == first || !is_in(located_, context_form(word_text(block, words[first - back - 1])));
  }
  return false;
}

std::vector<Venue> VenueWords::find(const Document& document, const Block& block, TextSpan sentence, bool apart) const {
  const std::span<const Word> words = words_in(document.words(block), sentence);
  std::vector<Venue> venues;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Head head = head_at(block, words, i);
    if (head.words == 0) continue;
    // "Garden Street" is no garden.
    const std::size_t next = i + head.words;
    if (head_last_ && next < words.size() && is_capitalised(word_text(block, words[i])) &&
        is_capitalised(word_text(block, words[next])) && between(block, words[next - 1], words[next]) == " " &&
        head_at(block, words, next).words > 0) {
      continue;
    }
    Venue venue{{words[i].begin, words[i + head.words - 1].end}, head.form, {head.venue_class}, {}, {}, false, false};
    if (!head.modifier.empty()) add_name(head.modifier, venue);
    std::size_t last = i + head.words - 1;
    if (head.venue_class != kRoad) read_names(block, words, i, last, venue);
    std::size_t first = i;
    while (first > 0 && words[first].begin > venue.span.begin) --first;
    if (head.venue_class == kStreet) venue.street = venue.names;
    read_place(block, words, first, last, venue);
    i = last;
    if (is_thing(block, words, first, venue)) continue;
    // "The tent on the green": a part and its whole are one.
    if (!apart && !venues.empty()) {
      Venue& before = venues.back();
      const std::string_view gap =
          block.text.substr(before.span.end, std::max(venue.span.begin, before.span.end) - before.span.end);
      const bool one_class = before.classes == venue.classes;
      // "The hotel burnt on the top floor"
      if (gap.size() <= kPartReach && !one_class && !is_floor(head.venue_class) &&
          gap.find_first_of(",;:()") == std::string_view::npos && !before.classes.contains(kRoad) &&
          !venue.classes.contains(kRoad)) {
        before.span.end = venue.span.end;
        before.classes.insert(venue.classes.begin(), venue.classes.end());
        before.names.insert(venue.names.begin(), venue.names.end());
        before.street.insert(venue.street.begin(), venue.street.end());
        before.defined = venue.defined;
        continue;
      }
    }
    venues.push_back(std::move(venue));
  }
  return venues;
}

bool VenueWords::differ(const Venue& a, const Venue& b) const {
  const auto shares = [](const Forms& one, const Forms& other) {
    return std::ranges::any_of(one, [&](const std::string& name) {
      return std::ranges::any_of(other, [&](const std::string& each) { return are_one_name(name, each); });
    });
  };
  // "A filling station in Elm Avenue", "Oak Avenue"
  const bool streets = !a.street.empty() && !b.street.empty();
  if (streets && !shares(a.street, b.street)) return true;
  // "On the top floor", "in the cellar": whatever the house; but "in the cellar of the school", "in the town hall".
  const auto tells_floor = [&](std::uint8_t each) { return is_floor(each); };
  const bool floor = std::ranges::any_of(a.classes, tells_floor);
  const bool other_floor = std::ranges::any_of(b.classes, tells_floor);
  if (floor && other_floor) {
    return std::ranges::none_of(a.classes,
                                [&](std::uint8_t each) { return is_floor(each) && b.classes.contains(each); });
  }
  if (streets) return false;
  if ((floor || other_floor) && std::ranges::all_of(floor ? a.classes : b.classes, tells_floor)) return false;
  const bool street = a.classes.contains(kStreet) || b.classes.contains(kStreet);
  const bool road = a.classes.contains(kRoad) || b.classes.contains(kRoad);
  const auto is_only = [](const Venue& of, std::uint8_t venue_class) {
    return of.classes.size() == 1 && of.classes.contains(venue_class);
  };
  if (street && !(is_only(a, kStreet) && is_only(b, kStreet))) return false;
  if (road && !(is_only(a, kRoad) && is_only(b, kRoad))) return false;
  if (road) {
    return std::ranges::none_of(a.names, [&](const std::string& one) {
      return std::ranges::any_of(b.names, [&](const std::string& other) { return are_one_road(one, other); });
    });
  }
  // "In the hall" of whatever: told only from another hall.
  const auto is_room = [&](std::uint8_t each) { return std::ranges::find(rooms_, each) != rooms_.end(); };
  if ((std::ranges::any_of(a.classes, is_room) || std::ranges::any_of(b.classes, is_room)) && a.classes != b.classes)
    return false;
  for (const std::string& one : a.names) {
    if (std::ranges::any_of(b.names, [&](const std::string& other) { return are_one_name(one, other); })) return false;
    if (b.head.starts_with(one)) return false;
  }
  if (std::ranges::any_of(b.names, [&](const std::string& one) { return a.head.starts_with(one); })) return false;
  const bool one_class = std::ranges::any_of(a.classes, [&](std::uint8_t each) { return b.classes.contains(each); });
  if (one_class) return !a.names.empty() && !b.names.empty();
  const auto [x, y] = std::ranges::mismatch(a.head, b.head);
  return static_cast<std::size_t>(x - a.head.begin()) < kLeastCommonHead;
}

}  // namespace stet

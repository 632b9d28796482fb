#include "check/kinds/consistency/needless_capital_support.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "check/kinds/word_list_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint32_t kYear = 4;          // digits
constexpr std::uint32_t kShortestNoun = 4;  // bytes of one before an adjective

bool is_number(const Block& block, const Word& word) { return is_digit(decode_at(word_text(block, word), 0).value); }

std::uint64_t date_key(std::uint32_t day, std::uint32_t month) { return std::uint64_t{day} << 32U | month; }

// The word right behind, no mark between.
const Word* next_of(const Block& block, std::span<const Word> words, std::uint32_t i) {
  const bool beside = i + 1 < words.size() && is_adjacent(block.text, words[i].end, words[i + 1].begin);
  return beside ? &words[i + 1] : nullptr;
}

}  // namespace

NeedlessCapitals::NeedlessCapitals(const Definition& definition) : languages_(definition, read) {}

NeedlessCapitals::Habits NeedlessCapitals::read(const Definition& definition, Language language) {
  Habits habits;
  const auto read = [&](std::string_view key, std::unordered_set<std::uint32_t>& words) {
    words = hashes_of_list(definition, language, key);
  };
  read("small-days", habits.days);
  read("small-months", habits.months);
  read("not-behind", habits.not_behind);
  read("months-after", habits.months_after);
  read("no-months", habits.no_months);
  read("small-adjectives", habits.adjectives);
  read("before-people", habits.before_people);
  read("name-adjectives", habits.name_adjectives);
  read("indefinite", habits.indefinite);
  read("day-parts", habits.day_parts);
  read("month-parts", habits.month_parts);
  read("streets", habits.streets);
  if (const auto* feasts = definition.option<std::vector<std::string>>(language, "feasts")) {
    for (const std::string& feast : *feasts) {
      const std::size_t space = std::min(feast.find(' '), feast.size() - 1);
      habits.feasts.insert(date_key(hash_word(feast.substr(0, space)), hash_word(feast.substr(space + 1))));
    }
  }
  read("small-words", habits.small_words);
  habits.participles = folded_list(definition, language, "participles");
  habits.any =
      !habits.days.empty() || !habits.adjectives.empty() || !habits.small_words.empty() || !habits.participles.empty();
  return habits;
}

bool NeedlessCapitals::is_needless(const Block& block, std::span<const Word> words, std::uint32_t i) const {
  const char initial = block.text[words[i].begin];
  if (i == 0 || block.role != Role::kParagraph || (initial >= 'a' && initial <= 'z')) return false;
  const Habits* const found = languages_.find(block.language);
  if (found == nullptr || !found->any) return false;
  const Habits& habits = *found;
  const bool month = habits.months.contains(words[i].hash);
  const bool adjective = habits.adjectives.contains(words[i].hash) || habits.name_adjectives.contains(words[i].hash);
  const bool small = habits.small_words.contains(words[i].hash);
  if (is_participle(block, words, i, habits)) return true;
  if (!month && !adjective && !small && !habits.days.contains(words[i].hash)) return false;
  const Word& before = words[i - 1];
  if (!is_capitalised(word_text(block, words[i])) || opens_clause(block.text, words[i].begin)) return false;
  if (!is_adjacent(block.text, before.end, words[i].begin)) return false;
  const Word* next = next_of(block, words, i);
  // "À Lorient Dimanche soir", but "Plácido Domingo".
  const bool part = !month && !adjective && next != nullptr && habits.day_parts.contains(next->hash) &&
                    begins_lower(word_text(block, *next));
  // "En Juin dernier, …"
  const bool begins = month && habits.months_after.contains(before.hash) && opens_clause(block.text, before.begin);
  if (is_capitalised(word_text(block, before)) && !begins) return part;
  if (small) return is_between_small(block, words, i);
  if (month) return is_month(block, words, i, habits);
  if (adjective) return is_adjective(block, words, i, habits);
  return next == nullptr || (!is_capitalised(word_text(block, *next)) && !habits.not_behind.contains(next->hash));
}

// "A meeting Of neighbours", but not "the Off label".
bool NeedlessCapitals::is_between_small(const Block& block, std::span<const Word> words, std::uint32_t i) {
  const Word* next = next_of(block, words, i);
  return next != nullptr && begins_lower(word_text(block, *next)) && begins_lower(word_text(block, words[i - 1]));
}

// "Als Vertrauensbildende Maßnahme", but not "die Bildende Kunst", "der Ausschuss Friedenserhaltende Maßnahmen".
bool NeedlessCapitals::is_participle(const Block& block, std::span<const Word> words, std::uint32_t i,
                                     const Habits& habits) {
  constexpr std::uint32_t kShortestWord = 10;  // bytes
  constexpr std::size_t kShortestFirst = 3;    // bytes of what stands before the participle
  constexpr std::size_t kShortestEnd = 2;      // "-en"
  if (habits.participles.empty() || words[i].end - words[i].begin < kShortestWord) return false;
  const std::string_view word = word_text(block, words[i]);
  const Word* next = next_of(block, words, i);
  if (next == nullptr || !is_capitalised(word) || !is_capitalised(word_text(block, *next))) return false;
  if (!begins_lower(word_text(block, words[i - 1])) || !is_adjacent(block.text, words[i - 1].end, words[i].begin))
    return false;
  const std::string form = fold(word);
  return std::ranges::any_of(habits.participles, [&](const std::string& end) {
    const std::size_t at = form.rfind(end);
    return at != std::string::npos && at >= kShortestFirst && form.size() - at - end.size() <= kShortestEnd;
  });
}

// "Le 14 Juillet" is a feast, "le 14 Juillet 1950" a day; "en Juin dernier".
bool NeedlessCapitals::is_month(const Block& block, std::span<const Word> words, std::uint32_t i,
                                const Habits& habits) {
  const Word& before = words[i - 1];
  const Word* next = next_of(block, words, i);
  const Word* beside = next;
  if (next != nullptr && !is_number(block, *next) && i + 2 < words.size()) next = &words[i + 2];
  const bool year = next != nullptr && is_number(block, *next) && next->end - next->begin == kYear;
  const bool day = is_number(block, before) || (i > 1 && is_number(block, words[i - 2]));
  const bool named = beside != nullptr && (is_capitalised(word_text(block, *beside)) || is_number(block, *beside));
  if (day) return year || (!named && is_plain_date(block, words, i, habits));
  const bool part =
      habits.month_parts.contains(before.hash) || (i > 1 && habits.month_parts.contains(words[i - 2].hash));
  if (part && (!named || year)) return true;
  if (!habits.months_after.contains(before.hash)) return false;
  if (habits.no_months.contains(words[i].hash)) return year;
  return beside == nullptr || !is_capitalised(word_text(block, *beside));
}

// "Jusqu'au 15 Février", but not "le 14 Juillet", "la rue du 4 Septembre".
bool NeedlessCapitals::is_plain_date(const Block& block, std::span<const Word> words, std::uint32_t i,
                                     const Habits& habits) {
  if (habits.feasts.empty()) return false;
  const std::uint32_t day = is_number(block, words[i - 1]) ? i - 1 : i - 2;
  if (habits.feasts.contains(date_key(words[day].hash, words[i].hash))) return false;
  if (day == 0) return false;
  const Word& before = words[day - 1];
  if (is_capitalised(word_text(block, before)) && !opens_clause(block.text, before.begin)) return false;
  const std::uint32_t first = day > 2 ? day - 3 : 0;
  for (std::uint32_t at = first; at < day; ++at) {
    if (habits.streets.contains(words[at].hash)) return false;
  }
  return is_adjacent(block.text, before.end, words[day].begin);
}

// "Les supporters Belges", but not "les jeunes Belges", "l'Institut Français", "le champion Français Dupont".
bool NeedlessCapitals::is_adjective(const Block& block, std::span<const Word> words, std::uint32_t i,
                                    const Habits& habits) {
  const auto home = table_number(block.language);
  const Word& noun = words[i - 1];
  const WordKinship& kin = kinship(noun.hash);
  if (!home || (kin.small >> *home & 1U) != 0) return false;
  if (noun.end - noun.begin < kShortestNoun || habits.before_people.contains(noun.hash) || is_number(block, noun))
    return false;
  // What stands before a noun: "la cocina Peruana", "d'inspiration Italienne", no list of names.
  if (i < 2 || (is_capitalised(word_text(block, words[i - 2])) && !opens_clause(block.text, words[i - 2].begin)))
    return false;
  const Word* next = next_of(block, words, i);
  if (habits.name_adjectives.contains(words[i].hash) && !habits.indefinite.contains(words[i - 2].hash)) return false;
  if (next == nullptr) return words[i].end >= block.text.size() || block.text[words[i].end] != '-';
  return !is_capitalised(word_text(block, *next));
}

}  // namespace stet

// Kind `age-mismatch`: an age that birth and death, or birth and the day of writing, do not give; two ages of one
// person.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/life_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/slip_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"lives", KeyType::kPatterns, "a whole life, with the groups born, died and age"},
    {"births", KeyType::kPatterns, "somebody alive, with the groups born and age"},
    {"ages", KeyType::kPatterns, "a full name and an age, with the groups name and age"},
    {"surname-ages", KeyType::kPatterns, "a last name alone and an age, with the groups name and age"},
    {"people", KeyType::kPatterns, "an age without a name, with the group age"},
    {"titles", KeyType::kStrings, "no first names, though they stand there: \"Mr\""},
    {"born", KeyType::kPhrases, "what says that a date or year beside it is that of a birth"},
    {"died", KeyType::kPhrases, "what says that a date or year beside it is that of a death"},
    {"aged", KeyType::kPatterns, "the age at a death told in the same sentence, with the group age"},
    {"goes-on", KeyType::kPhrases, "with what a sentence begins that goes on about the same person"},
});
enum List : std::uint8_t { kLives = 2, kBirths, kAges, kSurnameAges, kPeople, kTitles, kBorn, kDied, kAged, kGoesOn };
constexpr std::int32_t kOldest = 120;
// Two ages of one person that are farther apart are told of two times of a life; those of children are of siblings.
constexpr std::int32_t kFarthest = 8;
constexpr std::int32_t kYoungest = 16;

class AgeMismatch final : public Check {
 public:
  explicit AgeMismatch(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    Ages known;
    std::vector<Known> by_surname;
    const std::vector<Life> lives = find_lives(document, facts, definition_, {kBorn, kDied, kGoesOn});
    for (const Life& life : lives) check(document, facts, life, sink);
    if (lives.size() == 1) check_obituary(document, facts, lives.front(), sink);
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key < kLives || hit.key > kPeople || !definition_.looks_at(document.block(hit.block).role)) continue;
      if (is_guarded(facts, definition_.slot, hit.block, hit.span)) continue;
      const GroupValues groups(document, facts, hit);
      const auto age = groups.number("age");
      if (!age) continue;
      const TextPlace place{hit.block, *groups.span("age")};
      if (hit.key == kAges) {
        if (!has_capital_initials(groups.text("name"))) continue;
        if (const auto surname = without_title(document.block(hit.block).language, groups.text("name"))) {
          by_surname.push_back({*surname, {*age, place}});
          continue;
        }
        compare(known, groups.text("name"), {*age, place}, sink);
        check_birth(document, facts, hit, place, *age, sink);
        continue;
      }
      if (hit.key == kPeople) {
        check_birth(document, facts, hit, place, *age, sink);
        continue;
      }
      if (hit.key == kSurnameAges) {
        by_surname.push_back({groups.text("name"), {*age, place}});
        continue;
      }
      const auto born = groups.number("born");
      const CivilDate reference = facts.time().context.written().value_or(CivilDate{0, 1, 1});
      const std::int32_t end = hit.key == kLives ? groups.number("died").value_or(0) : reference.year;
      if (!born || end < *born || end - *born > kOldest) continue;
      const AgeRange range = age_between({*born, 0, 0}, {end, 0, 0});
      report(place, hit.key == kLives ? "" : "alive", {*born, 0, 0}, {end, 0, 0}, range, *age, sink);
    }
    for (const Known& person : by_surname) compare_surname(known, person, sink);
    check_births(document, facts, known, sink);
  }

 private:
  struct Age {
    std::int32_t years = 0;
    TextPlace place;
  };
  using Ages = std::map<std::string_view, Age>;  // by full name
  using Known = std::pair<std::string_view, Age>;

  // The age in the sentence that tells of the death.
  void check(const Document& document, const Facts& facts, const Life& life, Sink& sink) const {
    if (life.died.date.year < life.born.date.year || life.died.date.year - life.born.date.year > kOldest) return;
    for (const TextSpan cue : {life.born.cue, life.died.cue}) {
      if (is_guarded(facts, definition_.slot, life.block, cue)) return;
    }
    for (const Hit& hit : facts.matches().in(definition_.slot, life.block, life.end)) {
      if (hit.key != kAged || hit.span.end > life.end.end) continue;
      const GroupValues groups(document, facts, hit);
      const auto age = groups.number("age");
      if (!age) continue;
      report({hit.block, *groups.span("age")}, "", life.born.date, life.died.date,
             age_between(life.born.date, life.died.date), *age, sink);
    }
  }

  // "who has died aged 87", and at the end of the article "born 14 May 1938; died 2 March 2024".
  void check_obituary(const Document& document, const Facts& facts, const Life& life, Sink& sink) const {
    std::optional<Age> only;
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      const Block& block = document.block(hit.block);
      if (hit.key != kAged || !definition_.looks_at(block.role)) continue;
      const TextSpan sentence = sentence_at(block.text, hit.span.begin);
      if (hit.block == life.block && sentence == life.end) return;  // told of in one sentence
      const auto cues = facts.matches().in(definition_.slot, hit.block, sentence);
      if (std::ranges::none_of(cues, [](const Hit& cue) { return cue.key == kDied; })) continue;
      const GroupValues groups(document, facts, hit);
      const auto age = groups.number("age");
      if (!age || is_guarded(facts, definition_.slot, hit.block, hit.span)) continue;
      if (only) return;
      only = Age{*age, {hit.block, *groups.span("age")}};
    }
    if (!only || life.died.date.year < life.born.date.year) return;
    report(only->place, "", life.born.date, life.died.date, age_between(life.born.date, life.died.date), only->years,
           sink);
  }

  // Of somebody alive when the article was written.
  void check_birth(const Document& document, const Facts& facts, const Hit& person, TextPlace place, std::int32_t age,
                   Sink& sink) const {
    const auto reference = facts.time().context.written();
    if (!reference) return;
    const auto born = birth_beside(document, facts, definition_, kBorn, {person.block, person.span});
    if (!born || born->date.year > reference->year || reference->year - born->date.year > kOldest) return;
    report(place, "alive", born->date, *reference, age_between(born->date, *reference), age, sink);
  }

  // "Mr Doyle, who was born in the summer of 1981": the age may stand elsewhere, beside the full name.
  void check_births(const Document& document, const Facts& facts, const Ages& known, Sink& sink) const {
    const auto reference = facts.time().context.written();
    if (!reference || known.empty()) return;
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      const Block& block = document.block(hit.block);
      if (hit.key != kBorn || !definition_.looks_at(block.role)) continue;
      const TextSpan sentence = sentence_at(block.text, hit.span.begin);
      const Age* person = nullptr;
      std::size_t people = 0;
      for (const auto& [name, age] : known) {
        const std::string_view surname = name.substr(name.rfind(' ') + 1);
        const std::string_view before = block.text.substr(sentence.begin, hit.span.begin - sentence.begin);
        if (before.find(surname) == std::string_view::npos) continue;
        person = &age;
        ++people;
      }
      if (people != 1 || (person->place.block == hit.block && sentence.contains(person->place.span))) continue;
      if (is_guarded(facts, definition_.slot, hit.block, hit.span)) continue;
      const auto born = event_with_year(document, facts, {hit.block, hit.span});
      if (!born || reference->year - born->date.year > kOldest || born->date.year > reference->year) continue;
      report(person->place, "alive", born->date, *reference, age_between(born->date, *reference), person->years, sink);
    }
  }

  static void report(TextPlace place, std::string_view wording, CivilDate born, CivilDate end, AgeRange right,
                     std::int32_t age, Sink& sink) {
    if (right.least <= age && age <= right.most) return;
    // Far off, the years and the age belong to different people.
    if (std::abs(age - right.most) > 20) return;
    Finding finding;
    finding.place = place;
    finding.wording = wording;
    finding.values = {{"born", std::to_string(born.year)},
                      {"end", std::to_string(end.year)},
                      {"least", std::to_string(right.least)},
                      {"most", std::to_string(right.most)},
                      {"age", std::to_string(age)}};
    if (right.least == right.most) {
      finding.wording = wording.empty() ? "exact" : "alive-exact";
      finding.values = {
          {"born", born}, {"end", end}, {"right", std::to_string(right.most)}, {"age", std::to_string(age)}};
    }
    if (!wording.empty()) finding.severity = Severity::kWarning;
    for (std::int32_t years = right.least; years <= right.most; ++years) {
      finding.fixes.push_back({"write", {{"text", std::to_string(years)}}, false, {{place, std::to_string(years)}}});
    }
    sink.report(std::move(finding));
  }

  static void compare(Ages& known, std::string_view name, const Age& age, Sink& sink) {
    const auto [first, is_new] = known.emplace(name, age);
    if (!is_new) report_two(name, first->second, age, sink);
  }

  // "Doyle" of "Mr Doyle"; nothing for a full name.
  std::optional<std::string_view> without_title(Language language, std::string_view name) const {
    const auto* titles = definition_.option<std::vector<std::string>>(language, "titles");
    const std::size_t space = name.find(' ');
    if (titles == nullptr || space == std::string_view::npos) return std::nullopt;
    const bool has_title = std::ranges::find(*titles, name.substr(0, space)) != titles->end();
    return has_title ? std::optional(name.substr(space + 1)) : std::nullopt;
  }

  // "Mr Doyle, 45", where the article knows one Doyle.
  static void compare_surname(const Ages& known, const Known& person, Sink& sink) {
    const Ages::value_type* found = nullptr;
    for (const auto& entry : known) {
      const std::size_t space = entry.first.rfind(' ');
      if (entry.first.substr(space + 1) != person.first) continue;
      if (found != nullptr) return;
      found = &entry;
    }
    const auto is_same_place = [&] {
      const TextPlace& a = found->second.place;
      const TextPlace& b = person.second.place;
      return a.block == b.block && a.span == b.span;
    };
    if (found != nullptr && !is_same_place()) report_two(found->first, found->second, person.second, sink);
  }

  static void report_two(std::string_view name, const Age& known, const Age& age, Sink& sink) {
    const std::int32_t distance = std::abs(known.years - age.years);
    // 54 and 45: a slip of the fingers, however far apart.
    const bool may_differ = distance > kFarthest && !are_swapped(known.years, age.years);
    if (distance == 0 || may_differ || age.years < kYoungest || known.years < kYoungest) return;
    Finding finding;
    finding.place = age.place;
    finding.wording = "two-ages";
    finding.values = {
        {"name", std::string(name)}, {"age", std::to_string(age.years)}, {"other", std::to_string(known.years)}};
    finding.related.push_back({known.place, "other-age", {{"other", std::to_string(known.years)}}});
    finding.severity = Severity::kWarning;
    sink.report(std::move(finding));
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) { return std::make_unique<AgeMismatch>(definition); }

}  // namespace

namespace kinds {
extern const Kind age_mismatch;
const Kind age_mismatch{"age-mismatch", "an age that the years of a life do not give", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

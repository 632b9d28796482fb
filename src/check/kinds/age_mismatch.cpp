// Kind `age-mismatch`: an age that birth and death, or birth and the day of writing, do not give; two ages of one
// person.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "check/kinds/context_support.h"
#include "check/kinds/date_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/life_support.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"lives", KeyType::kPatterns, "a whole life, with the groups born, died and age"},
    {"births", KeyType::kPatterns, "somebody alive, with the groups born and age"},
    {"ages", KeyType::kPatterns, "a full name and an age, with the groups name and age"},
    {"born", KeyType::kPhrases, "what says that a date or year beside it is that of a birth"},
    {"died", KeyType::kPhrases, "what says that a date or year beside it is that of a death"},
    {"aged", KeyType::kPatterns, "the age at a death told in the same sentence, with the group age"},
    {"goes-on", KeyType::kPhrases, "with what a sentence begins that goes on about the same person"},
});
enum List : std::uint8_t { kLives = 2, kBirths, kAges, kBorn, kDied, kAged, kGoesOn };
constexpr std::int32_t kOldest = 120;
// Two ages of one person that are farther apart are told of two times of a life; those of children are of siblings.
constexpr std::int32_t kFarthest = 8;
constexpr std::int32_t kYoungest = 16;

class AgeMismatch final : public Check {
 public:
  explicit AgeMismatch(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::map<std::string_view, std::pair<std::int32_t, TextPlace>> known;
    for (const Life& life : find_lives(document, facts, definition_, {kBorn, kDied, kGoesOn})) {
      check(document, facts, life, sink);
    }
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key < kLives || hit.key > kAges || !definition_.looks_at(document.block(hit.block).role)) continue;
      if (is_guarded(document, facts, definition_.slot, hit.block, hit.span)) continue;
      const GroupValues groups(document, facts, hit);
      const auto age = groups.number("age");
      if (!age) continue;
      const TextPlace place{hit.block, *groups.span("age")};
      if (hit.key == kAges) {
        if (!has_capital_initials(groups.text("name"))) continue;
        compare(known, groups.text("name"), *age, place, sink);
        check_birth(document, facts, hit, place, *age, sink);
        continue;
      }
      const auto born = groups.number("born");
      const CivilDate reference = facts.time().context.reference.value_or(CivilDate{0, 1, 1});
      const std::int32_t end = hit.key == kLives ? groups.number("died").value_or(0) : reference.year;
      if (!born || end < *born || end - *born > kOldest) continue;
      const AgeRange range = age_between({*born, 0, 0}, {end, 0, 0});
      report(place, hit.key == kLives ? "" : "alive", {*born, 0, 0}, {end, 0, 0}, range, *age, sink);
    }
  }

 private:
  // The age in the sentence that tells of the death.
  void check(const Document& document, const Facts& facts, const Life& life, Sink& sink) const {
    if (life.died.date.year < life.born.date.year || life.died.date.year - life.born.date.year > kOldest) return;
    for (const TextSpan cue : {life.born.cue, life.died.cue}) {
      if (is_guarded(document, facts, definition_.slot, life.block, cue)) return;
    }
    const std::span<const Hit> hits = facts.matches().of(definition_.slot);
    auto hit = std::partition_point(hits.begin(), hits.end(), [&](const Hit& each) {
      return std::pair(each.block, each.span.begin) < std::pair(life.block, life.end.begin);
    });
    for (; hit != hits.end() && hit->block == life.block && hit->span.end <= life.end.end; ++hit) {
      if (hit->key != kAged) continue;
      const GroupValues groups(document, facts, *hit);
      const auto age = groups.number("age");
      if (!age) continue;
      report({hit->block, *groups.span("age")}, "", life.born.date, life.died.date,
             age_between(life.born.date, life.died.date), *age, sink);
    }
  }

  // Of somebody alive when the article was written.
  void check_birth(const Document& document, const Facts& facts, const Hit& person, TextPlace place, std::int32_t age,
                   Sink& sink) const {
    const auto reference = facts.time().context.reference;
    if (!reference) return;
    const auto born = birth_beside(document, facts, definition_, kBorn, {person.block, person.span});
    if (!born || born->date.year > reference->year || reference->year - born->date.year > kOldest) return;
    report(place, "alive", born->date, *reference, age_between(born->date, *reference), age, sink);
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

  static void compare(std::map<std::string_view, std::pair<std::int32_t, TextPlace>>& known, std::string_view name,
                      std::int32_t age, TextPlace place, Sink& sink) {
    const auto [first, is_new] = known.emplace(name, std::pair(age, place));
    if (is_new) return;
    const auto [other, where] = first->second;
    const std::int32_t distance = std::abs(other - age);
    if (distance == 0 || distance > kFarthest || age < kYoungest || other < kYoungest) return;
    Finding finding;
    finding.place = place;
    finding.wording = "two-ages";
    finding.values = {{"name", std::string(name)}, {"age", std::to_string(age)}, {"other", std::to_string(other)}};
    finding.related.push_back({where, "other-age", {{"other", std::to_string(other)}}});
    finding.severity = Severity::kWarning;
    sink.report(std::move(finding));
  }

  Definition definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) { return std::make_unique<AgeMismatch>(definition); }

}  // namespace

namespace kinds {
extern const Kind age_mismatch;
const Kind age_mismatch{"age-mismatch", "an age that the years of a life do not give", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

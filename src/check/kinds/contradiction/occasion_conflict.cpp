// Kind `occasion-conflict`: one happening on two weekdays, dates, in two months, years, seasons or times of day: "stole
// a hearse on Monday", "an hour after Friday's theft".
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "check/kinds/contradiction/attached_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/word_support.h"
#include "facts/concepts.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kKeys =
    std::to_array<Key>({Happenings::kKeys[0], Happenings::kKeys[1], Happenings::kKeys[2], Happenings::kKeys[3]});
constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"monday", KeyType::kPhrases, "name this day: \"Monday\", \"Easter Monday\""},
    {"tuesday", KeyType::kPhrases, "as `monday`"},
    {"wednesday", KeyType::kPhrases, "as `monday`"},
    {"thursday", KeyType::kPhrases, "as `monday`"},
    {"friday", KeyType::kPhrases, "as `monday`"},
    {"saturday", KeyType::kPhrases, "as `monday`"},
    {"sunday", KeyType::kPhrases, "as `monday`"},
    {"january", KeyType::kPhrases, "name this month"},
    {"february", KeyType::kPhrases, "as `january`"},
    {"march", KeyType::kPhrases, "as `january`"},
    {"april", KeyType::kPhrases, "as `january`"},
    {"may", KeyType::kPhrases, "as `january`"},
    {"june", KeyType::kPhrases, "as `january`"},
    {"july", KeyType::kPhrases, "as `january`"},
    {"august", KeyType::kPhrases, "as `january`"},
    {"september", KeyType::kPhrases, "as `january`"},
    {"october", KeyType::kPhrases, "as `january`"},
    {"november", KeyType::kPhrases, "as `january`"},
    {"december", KeyType::kPhrases, "as `january`"},
    {"spring", KeyType::kPhrases, "name this season"},
    {"summer", KeyType::kPhrases, "as `spring`"},
    {"autumn", KeyType::kPhrases, "as `spring`"},
    {"winter", KeyType::kPhrases, "as `spring`"},
    {"dawn", KeyType::kPhrases, "name this part of the day"},
    {"morning", KeyType::kPhrases, "as `dawn`"},
    {"noon", KeyType::kPhrases, "as `dawn`"},
    {"afternoon", KeyType::kPhrases, "as `dawn`"},
    {"evening", KeyType::kPhrases, "as `dawn`"},
    {"night", KeyType::kPhrases, "as `dawn`"},
    {"value-first", KeyType::kBool, "whether what it belongs to may follow: \"Friday's theft\""},
    AttachedWords::kKeys[0],
    AttachedWords::kKeys[1],
    AttachedWords::kKeys[2],
    AttachedWords::kKeys[3],
    AttachedWords::kKeys[4],
    AttachedWords::kKeys[5],
    AttachedWords::kKeys[6],
    AttachedWords::kKeys[7],
    AttachedWords::kKeys[8],
    AttachedWords::kKeys[9],
});
constexpr std::uint8_t kFirstDay = 2;
constexpr std::uint8_t kFirstMonth = 9;
constexpr std::uint8_t kFirstSeason = 21;
constexpr std::uint8_t kFirstPart = 25;
constexpr std::uint8_t kBehindParts = 31;
enum Sort : std::uint8_t { kWeekday, kMonth, kSeason, kPart, kDate, kYear };
constexpr std::size_t kMostValues = 60;  // of an article: more are a calendar
constexpr std::size_t kMostOfSort = 12;  // different ones

class OccasionConflict final : public Check {
 public:
  explicit OccasionConflict(const Definition& definition) : definition_(definition) {
    for (const auto& [language, section] : definition.sections) {
      words_.emplace(language, AttachedWords(definition, language));
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::vector<AttachedValue> values = find_values(document, facts);
    if (values.empty() || values.size() > kMostValues) return;
    const Happenings happenings(definition_, facts.knowledge().concepts);
    std::vector<Telling> tellings;
    for (const AttachedValue& value : values) {
      Telling telling = read(document, facts, value, happenings);
      if (telling.around.empty() && telling.whole.empty()) continue;
      const bool lead = is_lead(document, value.block);
      telling.alone = std::ranges::none_of(values, [&](const AttachedValue& other) {
        return other.sort == value.sort && other.block == value.block && other.number != value.number &&
               (telling.sentence.contains(other.span) || (lead && other.span.end <= telling.sentence.begin));
      });
      tellings.push_back(std::move(telling));
    }
    std::set<std::uint32_t> reported;
    for (std::size_t j = 1; j < tellings.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (!contradict(document, facts, happenings, tellings, tellings[i], tellings[j])) continue;
        if (!reported.insert(tellings[j].value.block).second) continue;
        sink.report(clash_of(document, {tellings[i].value.block, tellings[i].value.span},
                             {tellings[j].value.block, tellings[j].value.span}));
      }
    }
  }

 private:
  // Nothing where there are not two values of a sort.
  std::vector<AttachedValue> find_values(const Document& document, const Facts& facts) const {
    std::vector<AttachedValue> values;
    std::map<std::uint32_t, std::set<std::uint32_t>> numbers;
    const auto add = [&](std::uint32_t block, TextSpan span, Sort sort, std::uint32_t number) {
      const Block& in = document.block(block);
      if (!definition_.looks_at(in.role) || !words_.contains(in.language)) return;
      const bool* first = definition_.option<bool>(in.language, "value-first");
      values.push_back({block, span, sort, number, first != nullptr && *first, true});
      numbers[sort].insert(number);
    };
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key < kFirstDay || hit.key >= kBehindParts) continue;
      const Sort sort = hit.key < kFirstMonth    ? kWeekday
                        : hit.key < kFirstSeason ? kMonth
                        : hit.key < kFirstPart   ? kSeason
                                                 : kPart;
      add(hit.block, hit.span, sort, hit.key);
    }
    for (const DateFact& date : facts.time().dates) {
      if (date.date.day != 0 && date.date.month != 0) {
        add(date.block, date.span, kDate, static_cast<std::uint32_t>(date.date.month * 32 + date.date.day));
      }
    }
    for (const YearMention& year : facts.time().years) {
      add(year.block, {year.begin, year.begin + 4}, kYear, static_cast<std::uint32_t>(year.year));
    }
    std::erase_if(values, [&](const AttachedValue& value) {
      const std::size_t count = numbers[value.sort].size();
      return count < 2 || count > kMostOfSort;
    });
    std::ranges::stable_sort(
        values, {}, [](const AttachedValue& each) { return std::tuple(each.block, each.span.begin, each.sort); });
    return values;
  }

  // "May 8" as a whole: what stands around a part of a date stands around the date.
  Telling read(const Document& document, const Facts& facts, const AttachedValue& value,
               const Happenings& happenings) const {
    return words_.at(document.block(value.block).language).read(document, facts, value, happenings);
  }

  static bool differ(const AttachedValue& a, const AttachedValue& b) {
    if (a.sort != b.sort || a.number == b.number) return false;
    if (a.sort != kPart) return true;
    constexpr std::uint32_t kParts = kBehindParts - kFirstPart;
    const std::uint32_t apart = (a.number + kParts - b.number) % kParts;
    return apart > 1 && apart < kParts - 1;
  }

  bool contradict(const Document& document, const Facts& facts, const Happenings& happenings,
                  const std::vector<Telling>& all, const Telling& a, const Telling& b) const {
    if (!differ(a.value, b.value)) return false;
    if (a.value.block == b.value.block && a.sentence == b.sentence) return false;
    const Block& block = document.block(b.value.block);
    if (document.block(a.value.block).language != block.language) return false;
    const ToldThing* thing = shared_thing(a, b);
    if (thing == nullptr) return false;
    for (const Telling* telling : {&a, &b}) {
      if (is_guarded(document, facts, definition_.slot, telling->value.block, telling->value.span)) return false;
      const std::string_view text = document.block(telling->value.block).text;
      if (text.substr(telling->sentence.begin, telling->sentence.size()).ends_with('?')) return false;
    }
    if (a.value.sort != kYear && are_of_two_years(facts, a, b)) return false;
    // A third day: a series.
    const bool third = std::ranges::any_of(all, [&](const Telling& other) {
      return differ(other.value, a.value) && differ(other.value, b.value) && shared_thing(other, b) != nullptr;
    });
    if (third || are_of_other_chapters(document, a.value.block, b.value.block)) return false;
    return !words_.at(block.language).is_of_another(document, b, *thing, happenings);
  }

  // Each sentence names its own year.
  static bool are_of_two_years(const Facts& facts, const Telling& a, const Telling& b) {
    const auto years_of = [&](const Telling& telling) {
      std::set<std::int32_t> years;
      for (const YearMention& year : facts.time().years) {
        if (year.block == telling.value.block && telling.sentence.begin <= year.begin &&
            year.begin < telling.sentence.end)
          years.insert(year.year);
      }
      return years;
    };
    const std::set<std::int32_t> one = years_of(a);
    const std::set<std::int32_t> two = years_of(b);
    return !one.empty() && !two.empty() &&
           std::ranges::none_of(one, [&](std::int32_t year) { return two.contains(year); });
  }

  Definition definition_;
  std::map<Language, AttachedWords> words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<OccasionConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind occasion_conflict;
const Kind occasion_conflict{"occasion-conflict", "one happening at two times", kKeys, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

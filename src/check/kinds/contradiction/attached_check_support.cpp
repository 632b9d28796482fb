#include "check/kinds/contradiction/attached_check_support.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/slip_support.h"

namespace stet {
namespace {

constexpr std::size_t kMostWords = 320;  // of an article that tells of one event
constexpr std::size_t kMostValues = 60;  // of an article: more are a calendar
constexpr std::size_t kMostOfSort = 8;   // different ones

// Each sentence names its own year.
bool are_of_two_years(const Facts& facts, const Telling& a, const Telling& b) {
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

// "The flood of 2002", "the flood of 2013": each told from the other by its year, unless the one may be a slip for the
// other.
bool are_two_by_years(const Telling& a, const Telling& b, const ToldThing& thing) {
  constexpr std::uint32_t kFewYears = 3;
  const auto [low, high] = std::minmax(a.value.number, b.value.number);
  if (high - low <= kFewYears || is_slip(static_cast<double>(low), static_cast<double>(high))) return false;
  return std::ranges::any_of(a.known, [&](const ToldThing& other) {
    return std::ranges::any_of(other.concepts, [&](std::uint16_t number) {
      return std::ranges::find(thing.concepts, number) != thing.concepts.end();
    });
  });
}

// Leaves nothing of a sort of which there are not two values. In their order.
void sort_values(std::vector<AttachedValue>& values) {
  std::map<std::uint32_t, std::set<std::uint32_t>> numbers;
  for (const AttachedValue& value : values) numbers[value.sort].insert(value.number);
  std::erase_if(values, [&](const AttachedValue& value) {
    const std::size_t count = numbers[value.sort].size();
    return count < 2 || count > kMostOfSort;
  });
  std::ranges::stable_sort(
      values, {}, [](const AttachedValue& each) { return std::tuple(each.block, each.span.begin, each.sort); });
}

}  // namespace

AttachedCheck::AttachedCheck(const Definition& definition) : definition_(definition) {
  for (const auto& [language, section] : definition.sections) {
    words_.emplace(language, AttachedWords(definition, language));
  }
}

void AttachedCheck::run(const Document& document, const Facts& facts, Sink& sink) const {
  if (words_looked_at(document, definition_) > kMostWords) return;
  std::vector<AttachedValue> values = find_values(document, facts);
  sort_values(values);
  if (values.empty() || values.size() > kMostValues) return;
  const Happenings& happenings = happenings_.get([&] { return Happenings(definition_, facts.knowledge().concepts); });
  const std::vector<Telling> tellings = find_tellings(document, facts, values, happenings);
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

std::vector<Telling> AttachedCheck::find_tellings(const Document& document, const Facts& facts,
                                                  const std::vector<AttachedValue>& values,
                                                  const Happenings& happenings) const {
  std::vector<Telling> tellings;
  LastRead last_read;
  for (const AttachedValue& value : values) {
    Telling telling =
        words_.at(document.block(value.block).language).read(document, facts, value, happenings, last_read);
    if (telling.around.empty() && telling.whole.empty()) continue;
    const bool lead = is_lead(document, value.block);
    telling.alone = std::ranges::none_of(values, [&](const AttachedValue& other) {
      return other.sort == value.sort && other.block == value.block && other.number != value.number &&
             (telling.sentence.contains(other.span) || (lead && other.span.end <= telling.sentence.begin));
    });
    tellings.push_back(std::move(telling));
  }
  return tellings;
}

bool AttachedCheck::contradict(const Document& document, const Facts& facts, const Happenings& happenings,
                               const std::vector<Telling>& all, const Telling& a, const Telling& b) const {
  if (!clash(a.value, b.value)) return false;
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
  if (!a.value.year && are_of_two_years(facts, a, b)) return false;
  if (a.value.year && are_two_by_years(a, b, *thing)) return false;
  // A third day: a series.
  const bool third = std::ranges::any_of(all, [&](const Telling& other) {
    return clash(other.value, a.value) && clash(other.value, b.value) && shared_thing(other, b) != nullptr;
  });
  if (third || are_of_other_chapters(document, a.value.block, b.value.block)) return false;
  return !words_.at(block.language).is_of_another(document, b, *thing, happenings);
}

}  // namespace stet

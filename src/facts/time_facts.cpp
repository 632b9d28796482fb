#include "facts/time_facts.h"

#include <algorithm>
#include <map>
#include <memory>

namespace stet {
namespace {

// The language of an inline fragment that holds the whole block's first word, else the block's.
class CalendarSets {
 public:
  CalendarSets(const Lexicon& lexicon, const CalendarCache& cache) : lexicon_(lexicon), cache_(cache) {}
  const CalendarSet& of(Language language) {
    auto& set = sets_[language];
    if (!set) set = std::make_unique<CalendarSet>(language, cache_, lexicon_);
    return *set;
  }

 private:
  const Lexicon& lexicon_;
  const CalendarCache& cache_;
  std::map<Language, std::unique_ptr<CalendarSet>> sets_;
};

}  // namespace

TimeFacts extract_time_facts(const Document& document, const Lexicon& lexicon, const CalendarCache& calendars) {
  TimeFacts facts;
  CalendarSets sets(lexicon, calendars);
  Dates found;
  const auto blocks = document.blocks();
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (!is_prose(block.role) || block.word_count == 0) continue;
    extract_dates(block.text, document.words(block), i, sets.of(block.language), found);
  }
  facts.dates = std::move(found.dates);
  facts.years = std::move(found.years);
  if (!document.inlines().empty()) {
    const bool any = std::any_of(facts.dates.begin(), facts.dates.end(),
                                 [&](const DateFact& d) { return document.is_set_aside(d.block, d.span); });
    if (any) {
      // Numbers of range ends move; the ranges that lose an end are none any more.
      std::vector<std::uint32_t> now(facts.dates.size(), kNoDate);
      std::vector<DateFact> kept;
      for (std::size_t i = 0; i < facts.dates.size(); ++i) {
        if (document.is_set_aside(facts.dates[i].block, facts.dates[i].span)) continue;
        now[i] = static_cast<std::uint32_t>(kept.size());
        kept.push_back(facts.dates[i]);
      }
      for (DateFact& date : kept) {
        if (date.range_end != kNoDate) date.range_end = now[date.range_end];
      }
      facts.dates = std::move(kept);
    }
  }
  resolve_years(document, facts);
  return facts;
}

}  // namespace stet

#include "check/kinds/contradiction/life_support.h"

#include <algorithm>
#include <optional>
#include <span>

#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::uint32_t kFarthestCue = 80;   // bytes between a cue and its year, when there are as many of both
constexpr std::uint32_t kNearestYear = 40;   // bytes between them, when there are other years
constexpr std::uint32_t kBesidePerson = 24;  // bytes from a person to the words that tell of the birth
constexpr std::uint32_t kNextSentence = 3;   // bytes between two sentences that follow each other

struct Year {
  TextSpan at;
  CivilDate date;
};

struct Cue {
  TextSpan span;
  bool death = false;
};

std::uint32_t distance(TextSpan a, TextSpan b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

// The years that a part of a block gives, be they part of a date or alone.
std::vector<Year> years_of(const TimeFacts& time, std::uint32_t block, TextSpan part) {
  std::vector<Year> years;
  const auto place = std::pair(block, part.begin);
  const auto date_place = [](const DateFact& date) { return std::pair(date.block, date.span.begin); };
  for (auto it = std::ranges::lower_bound(time.dates, place, {}, date_place);
       it != time.dates.end() && it->block == block && it->span.begin < part.end; ++it) {
    if (it->year_source == YearSource::kText && !it->before_christ) years.push_back({it->span, it->date});
  }
  const std::size_t dates = years.size();
  const auto begin_of = [](const Year& year) { return year.at.begin; };
  const auto year_place = [](const YearMention& year) { return std::pair(year.block, year.begin); };
  for (auto it = std::ranges::lower_bound(time.years, place, {}, year_place);
       it != time.years.end() && it->block == block && it->begin < part.end; ++it) {
    const TextSpan span{it->begin, it->begin + 4};
    const auto behind = std::ranges::upper_bound(std::span(years).first(dates), span.begin, {}, begin_of);
    const auto date = static_cast<std::size_t>(behind - std::span(years).begin());
    if (date == 0 || years[date - 1].at.end < span.end) years.push_back({span, {it->year, 0, 0}});
  }
  std::ranges::sort(years, {}, begin_of);
  return years;
}

// Each cue of a sentence with its year; nothing for those that are in doubt.
std::vector<std::optional<LifeEvent>> events_of(const std::vector<Cue>& cues, const std::vector<Year>& years) {
  std::vector<std::optional<LifeEvent>> events(cues.size());
  for (std::size_t i = 0; i < cues.size(); ++i) {
    const TextSpan cue = cues[i].span;
    if (years.size() == cues.size()) {
      if (distance(cue, years[i].at) <= kFarthestCue) events[i] = {cue, years[i].at, years[i].date};
      continue;
    }
    const auto nearest = std::ranges::min_element(years, {}, [&](const Year& year) { return distance(cue, year.at); });
    if (nearest != years.end() && distance(cue, nearest->at) <= kNearestYear) {
      events[i] = {cue, nearest->at, nearest->date};
    }
  }
  for (std::size_t i = 1; i < events.size(); ++i) {
    if (events[i] && events[i - 1] && events[i]->at == events[i - 1]->at) events[i].reset();
  }
  return events;
}

class BlockLives {
 public:
  BlockLives(std::uint32_t block, std::string_view text, std::vector<Life>& out)
      : block_(block), text_(text), out_(out) {}

  void add(std::span<const Hit> hits, const TimeFacts& time, LifeKeys keys) {
    const std::vector<Year> years = years_of(time, block_, {0, static_cast<std::uint32_t>(text_.size())});
    if (years.size() < 2) return;
    for (std::size_t i = 0; i < hits.size();) {
      const TextSpan sentence = sentence_at(text_, hits[i].span.begin);
      std::vector<Cue> cues;
      bool goes_on = false;
      for (; i < hits.size() && hits[i].span.begin < sentence.end; ++i) {
        if (hits[i].key == keys.born || hits[i].key == keys.died)
          cues.push_back({hits[i].span, hits[i].key == keys.died});
        if (hits[i].key == keys.goes_on && hits[i].span.begin == sentence.begin) goes_on = true;
      }
      std::vector<Year> inside;
      auto year = std::ranges::lower_bound(years, sentence.begin, {}, [](const Year& each) { return each.at.begin; });
      for (; year != years.end() && year->at.end <= sentence.end; ++year) inside.push_back(*year);
      add_sentence(sentence, cues, events_of(cues, inside), goes_on);
    }
  }

 private:
  void add_sentence(TextSpan sentence, const std::vector<Cue>& cues,
                    const std::vector<std::optional<LifeEvent>>& events, bool goes_on) {
    const auto count = [&](bool death) { return std::ranges::count(cues, death, &Cue::death); };
    // Two births or two deaths are of two people.
    const bool clear = count(false) <= 1 && count(true) <= 1;
    std::optional<LifeEvent> born;
    std::optional<LifeEvent> died;
    for (std::size_t i = 0; i < cues.size() && clear; ++i) (cues[i].death ? died : born) = events[i];
    const bool follows = goes_on && born_ && sentence.begin <= born_end_ + kNextSentence;
    if (born && died) {
      out_.push_back({block_, *born, *died, sentence});
    } else if (died && count(false) == 0 && follows) {
      out_.push_back({block_, *born_, *died, sentence});
    }
    // "She studied in Kiel." may stand between.
    if (born && !died) {
      born_ = born;
      born_end_ = sentence.end;
    } else if (follows && cues.empty()) {
      born_end_ = sentence.end;
    } else {
      born_.reset();
    }
  }

  std::uint32_t block_;
  std::string_view text_;
  std::vector<Life>& out_;
  std::optional<LifeEvent> born_;  // of the sentence before
  std::uint32_t born_end_ = 0;
};

}  // namespace

std::vector<Life> find_lives(const Document& document, const Facts& facts, const Definition& definition,
                             LifeKeys keys) {
  std::vector<Life> lives;
  const std::span<const Hit> hits = facts.matches().of(definition.slot);
  for (std::size_t i = 0; i < hits.size();) {
    std::size_t end = i;
    while (end < hits.size() && hits[end].block == hits[i].block) ++end;
    const Block& block = document.block(hits[i].block);
    if (definition.looks_at(block.role)) {
      std::vector<Hit> sorted(hits.begin() + static_cast<std::ptrdiff_t>(i),
                              hits.begin() + static_cast<std::ptrdiff_t>(end));
      BlockLives(hits[i].block, block.text, lives).add(sorted, facts.time(), keys);
    }
    i = end;
  }
  return lives;
}

std::optional<LifeEvent> birth_beside(const Document& document, const Facts& facts, const Definition& definition,
                                      std::uint8_t born_key, TextPlace person) {
  const std::string_view text = document.block(person.block).text;
  const TextSpan sentence = sentence_at(text, person.span.begin);
  // No other name and no number stands between.
  const auto joins = [&](std::uint32_t begin, std::uint32_t end) {
    if (end < begin || end - begin > kBesidePerson) return false;
    const std::string_view between = text.substr(begin, end - begin);
    return std::ranges::none_of(between, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
  };
  const std::vector<Year> years = years_of(facts.time(), person.block, sentence);
  for (const Hit& hit : facts.matches().in(definition.slot, person.block, sentence)) {
    if (hit.key != born_key) continue;
    for (const Year& year : years) {
      if (!sentence.contains(year.at)) continue;
      const bool behind = joins(person.span.end, hit.span.begin) && year.at.begin >= hit.span.end &&
                          year.at.begin - hit.span.end <= kNearestYear;
      const bool before = std::max(hit.span.end, year.at.end) <= person.span.begin &&
                          person.span.begin - std::max(hit.span.end, year.at.end) <= kNearestYear &&
                          distance(hit.span, year.at) <= kBesidePerson;
      // "the 23-year-old, who was in June 2003 born": the order of other languages.
      const bool between = joins(person.span.end, year.at.begin) && year.at.end <= hit.span.begin &&
                           hit.span.begin - year.at.end <= kBesidePerson;
      if (behind || before || between) return LifeEvent{hit.span, year.at, year.date};
    }
  }
  return std::nullopt;
}

std::optional<LifeEvent> event_with_year(const Document& document, const Facts& facts, TextPlace cue) {
  const TextSpan sentence = sentence_at(document.block(cue.block).text, cue.span.begin);
  const std::vector<Year> years = years_of(facts.time(), cue.block, sentence);
  const auto nearest =
      std::ranges::min_element(years, {}, [&](const Year& year) { return distance(cue.span, year.at); });
  const std::uint32_t reach = years.size() == 1 ? 3 * kNearestYear : kNearestYear;
  if (nearest == years.end() || distance(cue.span, nearest->at) > reach) return std::nullopt;
  return LifeEvent{cue.span, nearest->at, nearest->date};
}

AgeRange age_between(CivilDate born, CivilDate end) {
  const std::int32_t most = end.year - born.year;
  if (born.month == 0 || end.month == 0 || (born.month == end.month && (born.day == 0 || end.day == 0))) {
    return {most - 1, most};
  }
  const bool reached = std::pair(end.month, end.day) >= std::pair(born.month, born.day);
  return reached ? AgeRange{most, most} : AgeRange{most - 1, most - 1};
}

}  // namespace stet

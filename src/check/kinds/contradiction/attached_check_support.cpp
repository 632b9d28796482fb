#include "check/kinds/contradiction/attached_check_support.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/retelling_support.h"
#include "check/kinds/slip_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kMostWords = 320;      // of an article that tells of one event
constexpr std::size_t kMostValues = 60;      // of an article: more are a calendar
constexpr std::size_t kMostOfSort = 8;       // different ones
constexpr std::size_t kMostOfHeadline = 16;  // words

std::set<std::int32_t> years_of(const Facts& facts, const Telling& telling) {
  std::set<std::int32_t> years;
  for (const YearMention& year : facts.time().years) {
    if (year.block == telling.value.block && telling.sentence.begin <= year.begin && year.begin < telling.sentence.end)
      years.insert(year.year);
  }
  return years;
}

// "He resigned on Monday. He had come in March 1999 … after resigning in June": its year tells the first of the two
// from what the lead is about.
bool has_year_of_its_own(const Facts& facts, const Telling& a, const Telling& b, const ToldThing& thing) {
  if (a.value.year || years_of(facts, a).empty() || !years_of(facts, b).empty()) return false;
  return std::ranges::none_of(a.around, [&](const ToldThing& other) {
    return std::ranges::any_of(other.concepts, [&](std::uint16_t number) {
      return std::ranges::find(thing.concepts, number) != thing.concepts.end();
    });
  });
}

// "It burnt in 1889 and in 1898. The fire of 1898": the reader knows of both.
bool is_told_before(const Facts& facts, const Telling& a, const Telling& b) {
  return std::ranges::any_of(facts.time().years, [&](const YearMention& year) {
    if (static_cast<std::uint32_t>(year.year) != b.value.number) return false;
    const bool with_a = year.block == a.value.block && a.sentence.begin <= year.begin && year.begin < a.sentence.end;
    return with_a || std::pair(year.block, year.begin) < std::pair(b.value.block, b.sentence.begin);
  });
}

// Each sentence names its own year.
bool are_of_two_years(const Facts& facts, const Telling& a, const Telling& b) {
  const std::set<std::int32_t> one = years_of(facts, a);
  const std::set<std::int32_t> two = years_of(facts, b);
  return !one.empty() && !two.empty() &&
         std::ranges::none_of(one, [&](std::int32_t year) { return two.contains(year); });
}

// "The flood of 2002", "the flood of 2013": each told from the other by its year, unless the one may be a slip for the
// other.
bool are_two_by_years(const Telling& a, const Telling& b, const ToldThing& thing) {
  constexpr std::uint32_t kFewYears = 3;
  const auto [low, high] = std::minmax(a.value.number, b.value.number);
  if (high - low <= kFewYears || is_slip(static_cast<double>(low), static_cast<double>(high))) return false;
  // "A quarry that closed in 1954"
  if (b.dependent) return true;
  return std::ranges::any_of(a.known, [&](const ToldThing& other) {
    return std::ranges::any_of(other.concepts, [&](std::uint16_t number) {
      return std::ranges::find(thing.concepts, number) != thing.concepts.end();
    });
  });
}

// Whether the sentence of `b` holds a word of the headline of `a`, or one of its family.
bool shares_word(const Document& document, const AttachedValue& a, const AttachedValue& b) {
  constexpr std::size_t kLeastWord = 4;  // bytes
  const Block& title = document.block(a.block);
  const Block& block = document.block(b.block);
  const auto home = table_number(title.language);
  const TextSpan sentence = sentence_at(block.text, b.span.begin);
  return std::ranges::any_of(document.words(title), [&](const Word& word) {
    const std::string form = context_form(word_text(title, word));
    const bool small = home && (kinship(word.hash).small >> *home & 1U) != 0;
    if (small || form.size() < kLeastWord || a.span.overlaps({word.begin, word.end})) return false;
    return std::ranges::any_of(words_in(document.words(block), sentence), [&](const Word& other) {
      return !b.span.overlaps({other.begin, other.end}) && are_kin(form, context_form(word_text(block, other)));
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

AttachedCheck::AttachedCheck(const Definition& definition)
    : definition_(definition),
      words_(definition, [](const Definition& rule, Language language) { return AttachedWords(rule, language); }) {}

void AttachedCheck::run(const Document& document, const Facts& facts, Sink& sink) const {
  if (words_looked_at(document, definition_) > kMostWords) return;
  std::vector<AttachedValue> values = find_values(document, facts);
  if (values.size() < 2 || values.size() > kMostValues) return;
  const Happenings& happenings = happenings_.get([&] { return Happenings(definition_, facts.knowledge().concepts); });
  const auto text = std::ranges::stable_partition(
      values, [&](const AttachedValue& value) { return document.block(value.block).role > Role::kHeading; });
  const std::vector<AttachedValue> heads(text.begin(), text.end());
  values.erase(text.begin(), text.end());
  if (!heads.empty()) compare_headline(document, facts, heads, values, happenings, sink);
  sort_values(values);
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
    if (telling.clause.size() == 0) continue;
    const bool lead = is_lead(document, value.block);
    telling.alone = std::ranges::none_of(values, [&](const AttachedValue& other) {
      return clash(other, value) && other.block == value.block &&
             (telling.sentence.contains(other.span) || (lead && other.span.end <= telling.sentence.begin));
    });
    tellings.push_back(std::move(telling));
  }
  return tellings;
}

// "Market moves to Friday", and the text knows no Friday, but that the market moves to Saturday.
void AttachedCheck::compare_headline(const Document& document, const Facts& facts,
                                     const std::vector<AttachedValue>& heads, const std::vector<AttachedValue>& values,
                                     const Happenings& happenings, Sink& sink) const {
  LastRead last_read;
  const auto is_told = [&](const AttachedValue& value) {
    const Language language = document.block(value.block).language;
    return words_.at(language).read(document, facts, value, happenings, last_read).clause.size() > 0;
  };
  for (const AttachedValue& head : heads) {
    const Block& title = document.block(head.block);
    // A long line is no headline, one with a year is dated itself.
    const bool dated =
        std::ranges::any_of(facts.time().years, [&](const YearMention& year) { return year.block == head.block; });
    if (dated || document.words(title).size() > kMostOfHeadline) continue;
    if (!is_lead(document, head.block) || !dates_headline(head) || title.text.ends_with('?') || !is_told(head))
      continue;
    const bool several = std::ranges::any_of(heads, [&](const AttachedValue& other) { return clash(head, other); });
    const bool known = std::ranges::any_of(values, [&](const AttachedValue& value) {
      return value.sort == head.sort && (value.number == head.number || !differ(value, head));
    });
    if (several || known) continue;
    const AttachedValue* found = nullptr;
    for (const AttachedValue& value : values) {
      if (value.sort != head.sort || !is_told(value)) continue;
      if (found != nullptr && found->number != value.number) {
        found = nullptr;
        break;
      }
      if (found == nullptr && shares_word(document, head, value)) found = &value;
      if (found == nullptr) break;
    }
    if (found == nullptr || document.block(found->block).language != title.language) continue;
    sink.report(clash_of(document, {head.block, head.span}, {found->block, found->span}));
    return;
  }
}

// "No" and "again" tell something of a value in their own clause only: "was on Friday. No one was hurt".
bool AttachedCheck::is_guarded(const Document& document, const Facts& facts, const Telling& telling,
                               const ToldThing* thing) const {
  constexpr std::uint32_t kNear = 40;    // bytes
  constexpr std::uint32_t kBehind = 28;  // the same, of a word behind it: "on Friday too"
  constexpr std::size_t kLink = 7;       // of a mark and the word behind it: ", on "
  const TextSpan value = telling.value.span;
  const std::string_view text = document.block(telling.value.block).text;
  // "The incident on Saturday was the third": what follows tells nothing of it.
  const bool known =
      thing != nullptr && thing->form.empty() && std::ranges::any_of(telling.known, [&](const ToldThing& each) {
        return each.span == thing->span && each.span.end <= value.begin;
      });
  return std::ranges::any_of(
      facts.matches().in(definition_.slot, telling.value.block, telling.sentence), [&](const Hit& hit) {
        if (hit.key == 0) return true;
        if (hit.key != 1) return false;
        const bool before = hit.span.end <= value.begin;
        if (known && !before) return false;
        const TextSpan gap =
            before ? TextSpan{hit.span.end, value.begin} : TextSpan{value.end, std::max(value.end, hit.span.begin)};
        std::string_view between = text.substr(gap.begin, gap.size());
        // "In the other crash, on Friday"
        if (const std::size_t comma = between.rfind(", "); before && comma + kLink >= between.size()) {
          between = between.substr(0, comma);
        }
        return gap.size() <= (before ? kNear : kBehind) && between.find_first_of(",;:()") == std::string_view::npos;
      });
}

bool AttachedCheck::contradict(const Document& document, const Facts& facts, const Happenings& happenings,
                               const std::vector<Telling>& all, const Telling& a, const Telling& b) const {
  if (!clash(a.value, b.value)) return false;
  if (a.value.block == b.value.block && a.sentence == b.sentence) return false;
  const Block& block = document.block(b.value.block);
  if (document.block(a.value.block).language != block.language) return false;
  const ToldThing* thing = shared_thing(a, b);
  const bool only = std::ranges::none_of(
      all, [&](const Telling& other) { return clash(other.value, a.value) && clash(other.value, b.value); });
  if (thing == nullptr && !is_told_again(document, facts, a, b, only)) return false;
  // "Sunday's crowd" where the game was on Sunday, and the replay is on Saturday.
  const bool known = thing == nullptr && std::ranges::any_of(all, [&](const Telling& other) {
                       return &other != &b && other.value.sort == b.value.sort && !clash(other.value, b.value);
                     });
  if (known || (thing != nullptr && b.value.year && is_told_before(facts, a, b))) return false;
  for (const Telling* telling : {&a, &b}) {
    // "On that night my mother had": whoever it is of, it is that night.
    if (!telling->pointing && is_guarded(document, facts, *telling, thing)) return false;
    const std::string_view text = document.block(telling->value.block).text;
    if (text.substr(telling->sentence.begin, telling->sentence.size()).ends_with('?')) return false;
  }
  if (!a.value.year && are_of_two_years(facts, a, b)) return false;
  // "The clashes in December", "when in November 2020 people fled"
  if (!a.value.year && !b.pointing && years_of(facts, a).empty() && !years_of(facts, b).empty()) return false;
  if (thing != nullptr) {
    if (a.value.year && are_two_by_years(a, b, *thing)) return false;
    if (has_year_of_its_own(facts, a, b, *thing)) return false;
  }
  // A third day: a series.
  const bool third = std::ranges::any_of(all, [&](const Telling& other) {
    return clash(other.value, a.value) && clash(other.value, b.value) && shared_thing(other, b) != nullptr;
  });
  if (third || are_of_other_chapters(document, a.value.block, b.value.block)) return false;
  return thing == nullptr || !words_.at(block.language).is_of_another(document, facts, b, *thing, happenings);
}

}  // namespace stet

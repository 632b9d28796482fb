// Kind `jubilee-conflict`: how long something or somebody is there, told in two ways: "turns 125 on Saturday", "set up
// 115 years ago". Jubilees, birthdays and what was founded so many years ago are one number.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"jubilees", KeyType::kPatterns, "how long something is there, with the group years: \"125th anniversary\""},
    {"named", KeyType::kStrings, "words for jubilees with their years: \"centenary 100\""},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
});
constexpr std::uint8_t kJubilees = 2;
constexpr std::size_t kMostTold = 12;       // of an article: more are a calendar of jubilees
constexpr std::size_t kMostWords = 60;      // of a sentence around one
constexpr std::size_t kShortArticle = 160;  // words: it tells of one jubilee
constexpr std::int32_t kLeast = 5;          // years
constexpr std::int32_t kMost = 2000;

struct Told {
  TextPlace place;
  TextSpan sentence;
  std::int32_t years = 0;
  Forms names;
  Context context;
};

class JubileeConflict final : public Check {
 public:
  explicit JubileeConflict(const Definition& definition) : definition_(definition), small_(small_words(definition)) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::span<const Hit> hits = facts.matches().of(definition_.slot);
    if (std::ranges::count_if(hits, [](const Hit& hit) { return hit.key == kJubilees; }) < 2) return;
    const std::vector<Told> told = read(document, facts, hits);
    if (told.size() > kMostTold) return;
    for (std::size_t j = 1; j < told.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (!differ(told[i].years, told[j].years) || is_told_apart(told, i, j)) continue;
        if (!are_of_one(told[i], told[j])) continue;
        Finding finding = clash_of(document, told[i].place, told[j].place);
        finding.covers = true;
        if (words_looked_at(document, definition_) > kShortArticle) finding.severity = Severity::kInfo;
        return sink.report(std::move(finding));
      }
    }
  }

 private:
  // A jubilee may be kept a year late.
  static bool differ(std::int32_t a, std::int32_t b) { return std::abs(a - b) > 1; }

  // They share a thing, and not each names somebody of its own.
  static bool are_of_one(const Told& a, const Told& b) {
    if (!intersects(a.names, b.names) && has_own(a.names, b.names) && has_own(b.names, a.names)) return false;
    return intersects(a.names, b.names) || std::ranges::any_of(a.context.words, [&](const ContextWord& word) {
             return std::ranges::any_of(b.context.words,
                                        [&](const ContextWord& other) { return is_same_thing(word, other); });
           });
  }

  // One sentence tells both; or each number is told again, of things of their own.
  static bool is_told_apart(const std::vector<Told>& told, std::size_t i, std::size_t j) {
    const auto times = [&](std::int32_t years) {
      return std::ranges::count_if(told, [&](const Told& each) { return each.years == years; });
    };
    const auto both = [&](const Told& a) {
      return std::ranges::any_of(told, [&](const Told& b) {
        return a.place.block == b.place.block && a.sentence == b.sentence && differ(a.years, b.years);
      });
    };
    return both(told[i]) || both(told[j]) || (times(told[i].years) > 1 && times(told[j].years) > 1);
  }

  std::vector<Told> read(const Document& document, const Facts& facts, std::span<const Hit> hits) const {
    std::vector<Told> told;
    for (const Hit& hit : hits) {
      const Block& block = document.block(hit.block);
      const SmallWords* small = small_.find(block.language);
      if (hit.key != kJubilees || small == nullptr || !definition_.looks_at(block.role)) continue;
      if (document.is_set_aside(hit.block, hit.span) || is_guarded(facts, definition_.slot, hit.block, hit.span))
        continue;
      Told found;
      found.place = {hit.block, place_of(document, facts, hit)};
      // "Zum 120. Geburtstag": its dot may seem to end a sentence.
      const TextSpan opening = facts.sentences().at(hit.block, hit.span.begin);
      const TextSpan rest = facts.sentences().at(hit.block, hit.span.end - 1);
      found.sentence = {opening.begin, rest.end};
      // "In 1998 the club kept its 75th anniversary."
      if (names_year(facts.time(), hit.block, found.sentence) || block.text[found.sentence.end - 1] == '?') continue;
      const auto years = years_of(document, facts, hit);
      if (!years || *years < kLeast || *years > kMost) continue;
      found.years = *years;
      found.names = proper_names(document, block, found.sentence, small->names_after);
      found.context = context_of(document, facts, hit.block, found.place.span, kMostWords, *small);
      if (rest != opening) {
        Context more = context_of(document, facts, hit.block, {hit.span.end - 1, hit.span.end}, kMostWords, *small);
        std::ranges::move(more.words, std::back_inserter(found.context.words));
      }
      told.push_back(std::move(found));
      if (told.size() > kMostTold) break;
    }
    return told;
  }

  // The number and the word behind it: "120th anniversary".
  static TextSpan place_of(const Document& document, const Facts& facts, const Hit& hit) {
    const GroupValues groups(document, facts, hit);
    const auto years = groups.span("years");
    if (!years) return hit.span;
    const Block& block = document.block(hit.block);
    const std::span<const Word> words = words_in(document.words(block), {years->end, hit.span.end});
    return {years->begin, words.empty() ? hit.span.end : words.front().end};
  }

  std::optional<std::int32_t> years_of(const Document& document, const Facts& facts, const Hit& hit) const {
    const GroupValues groups(document, facts, hit);
    if (groups.span("years")) return groups.number("years");
    const Block& block = document.block(hit.block);
    const auto* named = definition_.option<std::vector<std::string>>(block.language, "named");
    if (named == nullptr) return std::nullopt;
    const std::string said = context_form(block.text.substr(hit.span.begin, hit.span.size()));
    for (const std::string& entry : *named) {
      const std::size_t space = entry.rfind(' ');
      if (space != std::string::npos && said == context_form(entry.substr(0, space)))
        return std::atoi(entry.c_str() + space + 1);
    }
    return std::nullopt;
  }

  const Definition& definition_;
  BySection<SmallWords> small_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<JubileeConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind jubilee_conflict;
const Kind jubilee_conflict{"jubilee-conflict", "one jubilee with two numbers of years", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

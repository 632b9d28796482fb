// Kind `jubilee-conflict`: how long something or somebody is there, told in two ways: "turns 125 on Saturday", "set up
// 115 years ago". Jubilees, birthdays and what was founded so many years ago are one number.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/jubilee_subject_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"jubilees", KeyType::kPatterns,
     "how long something is there, with the groups years, birthday and, if words stand before it, from"},
    {"weddings", KeyType::kPatterns, "how long two people are married, with the group years"},
    {"named", KeyType::kStrings, "words for jubilees with their years: \"centenary 100\""},
    {"bare-of", KeyType::kStrings, "those of `of` that hold no article: \"of\", \"de\", but not \"du\""},
    {"at", KeyType::kStrings, "\"in\", \"to\": stand before what is not the thing itself"},
    {"clauses", KeyType::kStrings, "begin a clause: \"when\""},
    {"sections", KeyType::kStrings, "begin the names of parts of a thing: \"Jugend\", of a club"},
    {"own", KeyType::kStrings, "\"its\", \"their\": what has the jubilee stands before"},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
});
enum List : std::uint8_t { kJubilees = 2, kWeddings };
constexpr std::size_t kMostTold = 12;       // of an article: more are a calendar of jubilees
constexpr std::size_t kMostWords = 60;      // of a sentence around one
constexpr std::size_t kShortArticle = 160;  // words: it tells of one jubilee
constexpr std::int32_t kLeast = 5;          // years
constexpr std::int32_t kMost = 2000;

struct Told {
  TextPlace place;
  TextSpan sentence;
  std::uint8_t list = kJubilees;
  std::int32_t years = 0;
  bool birthday = false;  // "her 100th birthday"
  Forms names;
  Context context;
  JubileeSubject subject;
  const JubileeForms* forms = nullptr;
};

class JubileeConflict final : public Check {
 public:
  explicit JubileeConflict(const Definition& definition)
      : definition_(definition),
        small_(small_words(definition)),
        forms_(definition, [](const Definition& rule, Language language) {
          return JubileeForms{forms_of(rule, language, "of"),      forms_of(rule, language, "bare-of"),
                              forms_of(rule, language, "own"),     forms_of(rule, language, "at"),
                              forms_of(rule, language, "clauses"), forms_of(rule, language, "sections")};
        }) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::span<const Hit> hits = facts.matches().of(definition_.slot);
    if (std::ranges::count_if(hits, is_told) < 2) return;
    const std::vector<Told> told = read(document, facts, hits);
    if (told.size() > kMostTold) return;
    for (std::size_t j = 1; j < told.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (!differ(told[i], told[j]) || is_told_apart(told, i, j)) continue;
        if (!are_of_one(told[i], told[j])) continue;
        Finding finding = clash_of(document, told[i].place, told[j].place);
        finding.covers = true;
        if (words_looked_at(document, definition_) > kShortArticle) finding.severity = Severity::kInfo;
        return sink.report(std::move(finding));
      }
    }
  }

 private:
  static bool is_told(const Hit& hit) { return hit.key == kJubilees || hit.key == kWeddings; }

  // A jubilee may be kept a year late; a birthday has one number.
  static bool differ(const Told& a, const Told& b) {
    return std::abs(a.years - b.years) > (a.birthday && b.birthday ? 0 : 1);
  }

  // They share a thing, and not each names somebody of its own.
  static bool are_of_one(const Told& a, const Told& b) {
    if (a.list != b.list) return false;
    const bool known_a = !a.subject.core.empty();
    const bool known_b = !b.subject.core.empty();
    if (known_a && known_b && a.list == kJubilees) return may_be_same(a.subject, b.subject, *a.forms);
    // Of the one that is known, only its own name counts: "for the hall's 50th birthday Ann Lee comes from Hull".
    const bool own_a = known_a ? has_own_name(a.subject, b.context.words) : has_own(a.names, b.names);
    const bool own_b = known_b ? has_own_name(b.subject, a.context.words) : has_own(b.names, a.names);
    if (!share_name(a, b) && own_a && own_b) return false;
    if (a.list == kWeddings) return true;
    return stand_in(known_a ? a.subject.core : a.context.words, known_b ? b.subject.core : b.context.words, *a.forms);
  }

  // A name that opens its sentence may look like any word there: "Robert says".
  static bool share_name(const Told& a, const Told& b) {
    return intersects(a.names, b.names) || std::ranges::any_of(a.context.words, [&](const ContextWord& word) {
             return word.name && std::ranges::any_of(b.context.words, [&](const ContextWord& other) {
                      return other.name && other.form == word.form;
                    });
           });
  }

  // One sentence tells both; or each number is told again, of things of their own.
  static bool is_told_apart(const std::vector<Told>& told, std::size_t i, std::size_t j) {
    const auto times = [&](std::int32_t years) {
      return std::ranges::count_if(told, [&](const Told& each) { return each.years == years; });
    };
    const auto both = [&](const Told& a) {
      return std::ranges::any_of(told, [&](const Told& b) {
        return a.place.block == b.place.block && a.sentence == b.sentence && differ(a, b);
      });
    };
    return both(told[i]) || both(told[j]) || (times(told[i].years) > 1 && times(told[j].years) > 1);
  }

  std::vector<Told> read(const Document& document, const Facts& facts, std::span<const Hit> hits) const {
    std::vector<Told> told;
    for (const Hit& hit : hits) {
      const Block& block = document.block(hit.block);
      const SmallWords* small = small_.find(block.language);
      if (!is_told(hit) || small == nullptr || !definition_.looks_at(block.role)) continue;
      // "Zum 120. Geburtstag": its dot may seem to end a sentence, so both ends are asked.
      const TextSpan end = {hit.span.end - 1, hit.span.end};
      if (document.is_set_aside(hit.block, hit.span) || is_guarded(facts, definition_.slot, hit.block, hit.span) ||
          is_guarded(facts, definition_.slot, hit.block, end))
        continue;
      Told found;
      found.place = {hit.block, place_of(document, facts, hit)};
      const TextSpan opening = facts.sentences().at(hit.block, hit.span.begin);
      const TextSpan rest = facts.sentences().at(hit.block, hit.span.end - 1);
      found.sentence = {opening.begin, rest.end};
      // "In 1998 the club kept its 75th anniversary."
      if (names_year(facts.time(), hit.block, found.sentence) || block.text[found.sentence.end - 1] == '?') continue;
      const auto years = years_of(document, facts, hit);
      if (!years || *years < kLeast || *years > kMost) continue;
      found.years = *years;
      found.list = hit.key;
      found.birthday = GroupValues(document, facts, hit).span("birthday").has_value();
      found.names = proper_names(document, block, found.sentence, small->names_after);
      found.context = context_of(document, facts, hit.block, found.place.span, kMostWords, *small);
      if (rest != opening) {
        Context more = context_of(document, facts, hit.block, end, kMostWords, *small);
        std::ranges::move(more.words, std::back_inserter(found.context.words));
      }
      found.forms = forms_.find(block.language);
      found.subject = subject_of_jubilee(block.text, found.context.words, told_by(document, facts, hit),
                                         found.place.span, found.sentence.begin, *found.forms);
      found.subject.sentence_begin = found.sentence.begin;
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
    if (block.text.substr(years->begin, years->size()).find(' ') != std::string_view::npos) return *years;
    const std::span<const Word> words = words_in(document.words(block), {years->end, hit.span.end});
    return {years->begin, words.empty() ? hit.span.end : words.front().end};
  }

  // From the group "from" on, where there is one: words before it only say which match is meant.
  static TextSpan told_by(const Document& document, const Facts& facts, const Hit& hit) {
    const auto from = GroupValues(document, facts, hit).span("from");
    return from ? TextSpan{from->begin, hit.span.end} : hit.span;
  }

  // Nothing for what is no number, only nearly one ("almost 100 years"), or the end of one ("1.200").
  std::optional<std::int32_t> years_of(const Document& document, const Facts& facts, const Hit& hit) const {
    const std::string_view text = document.block(hit.block).text;
    const TextSpan at = GroupValues(document, facts, hit).span("years").value_or(hit.span);
    if (at.begin > 1 && (text[at.begin - 1] == '.' || text[at.begin - 1] == ',')) return std::nullopt;
    for (const Quantity& quantity : facts.quantities(hit.block)) {
      if (quantity.number.begin != at.begin || quantity.fraction || quantity.article) continue;
      if (quantity.hedge != Hedge::kExact || quantity.decimals != 0 || quantity.value > kMost) return std::nullopt;
      if (quantity.scale == 1) return static_cast<std::int32_t>(quantity.value);
    }
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data() + at.begin, text.data() + at.end, value);
    if (error == std::errc()) return value;
    return named_years(document.block(hit.block).language, context_form(text.substr(at.begin, at.size())));
  }

  // By the longest entry at its end: "einem halben Jahrhundert", but for a letter of its case.
  std::optional<std::int32_t> named_years(Language language, std::string_view said) const {
    const auto* named = definition_.option<std::vector<std::string>>(language, "named");
    if (named == nullptr) return std::nullopt;
    std::optional<std::int32_t> years;
    std::size_t longest = 0;
    for (const std::string& entry : *named) {
      const std::size_t space = entry.rfind(' ');
      if (space == std::string::npos) continue;
      const std::string form = context_form(entry.substr(0, space));
      if (form.size() <= longest) continue;
      if (!said.ends_with(form) && !said.substr(0, said.size() - 1).ends_with(form)) continue;
      years = std::atoi(entry.c_str() + space + 1);
      longest = form.size();
    }
    return years;
  }

  const Definition& definition_;
  BySection<SmallWords> small_;
  BySection<JubileeForms> forms_;
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

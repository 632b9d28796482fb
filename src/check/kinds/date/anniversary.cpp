// Kind `anniversary`: "the club's fiftieth anniversary" in 2026 of what "was founded in 1971"; "at sixteen, in the
// autumn of 1959" of somebody born in 1941.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <vector>

#include "check/kinds/contradiction/life_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"founded", KeyType::kPhrases, "what says that a year beside it is that of a beginning: \"gegründet\""},
    {"jubilees", KeyType::kPatterns, "how long ago that is, with the groups years and, if it is said, now"},
    {"married", KeyType::kPhrases, "what says that a year beside it is that of a wedding"},
    {"weddings", KeyType::kPatterns, "how long ago that is, with the groups years and now"},
    {"born", KeyType::kPhrases, "what says that a year beside it is that of a birth"},
    {"ages", KeyType::kPatterns, "an age in a year, with the groups years and now"},
    {"named", KeyType::kStrings, "words for jubilees with their years: \"cincuentenario 50\""},
});
enum List : std::uint8_t { kFounded = 2, kJubilees, kMarried, kWeddings, kBorn, kAges };
constexpr std::int32_t kFarthest = 10;  // years; farther off, the two are of different things

// One claim: so many years, in that year.
struct Claim {
  TextPlace place;
  std::int32_t years = 0;
  std::int32_t now = 0;
};

class Anniversary final : public Check {
 public:
  explicit Anniversary(const Definition& definition) : definition_(definition) {
    for (const auto& [language, section] : definition.sections) read_named(language);
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (facts.matches().of(definition_.slot).empty()) return;
    check(document, facts, kFounded, kJubilees, sink);
    check(document, facts, kMarried, kWeddings, sink);
    check(document, facts, kBorn, kAges, sink);
  }

 private:
  struct Named {
    Language language;
    std::string word;
    std::int32_t years = 0;
  };

  void read_named(Language language) {
    const auto* entries = definition_.option<std::vector<std::string>>(language, "named");
    if (entries == nullptr) return;
    for (const std::string& entry : *entries) {
      const std::size_t space = entry.rfind(' ');
      if (space == std::string::npos) continue;
      named_.push_back({language, entry.substr(0, space), std::atoi(entry.c_str() + space + 1)});
    }
  }

  // The article's only beginning of its kind; nothing when there are two years.
  std::optional<TextPlace> only_begin(const Document& document, const Facts& facts, std::uint8_t list,
                                      CivilDate& begin) const {
    std::optional<TextPlace> found;
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key != list || !definition_.looks_at(document.block(hit.block).role)) continue;
      const auto event = event_with_year(document, facts, {hit.block, hit.span});
      if (!event) continue;
      if (found && event->date.year != begin.year) return std::nullopt;
      if (found && begin.month != 0) continue;
      begin = event->date;
      found = TextPlace{hit.block, {std::min(event->at.begin, hit.span.begin), std::max(event->at.end, hit.span.end)}};
    }
    return found;
  }

  void check(const Document& document, const Facts& facts, std::uint8_t begins, std::uint8_t claims, Sink& sink) const {
    CivilDate begin;
    const auto begin_at = only_begin(document, facts, begins, begin);
    if (!begin_at) return;
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key != claims || !definition_.looks_at(document.block(hit.block).role)) continue;
      if (is_guarded(facts, definition_.slot, hit.block, hit.span)) continue;
      const auto claim = claim_of(document, facts, hit, *begin_at);
      if (!claim || claim->now <= begin.year) continue;
      const std::int32_t right = claim->now - begin.year;
      const std::int32_t off = std::abs(claim->years - right);
      // A jubilee may be kept a year late, and a birthday may be still to come.
      if (off <= 1 || off > kFarthest) continue;
      if (claims == kAges && names_somebody_new(document, hit)) continue;
      Finding finding;
      finding.place = claim->place;
      finding.wording = claims == kAges ? "age" : "";
      finding.values = {{"years", std::to_string(claim->years)},
                        {"right", std::to_string(right)},
                        {"begin", std::to_string(begin.year)},
                        {"now", std::to_string(claim->now)}};
      if (claims == kAges) finding.values.emplace_back("least", std::to_string(right - 1));
      finding.related.push_back({*begin_at, "begin", {}});
      sink.report(std::move(finding));
    }
  }

  // "Born in 1966, Lüders … In 2008 his deputy Karl Weber was elected at 36": a name that the text before has not.
  static bool names_somebody_new(const Document& document, const Hit& hit) {
    const Block& block = document.block(hit.block);
    const TextSpan sentence = sentence_at(block.text, hit.span.begin);
    const std::span<const Word> words = words_in(document.words(block), sentence);
    const auto is_capital = [&](const Word& word) { return is_upper(decode_at(block.text, word.begin).value); };
    const auto was_told = [&](const Word& word) {
      const std::string_view name = word_text(block, word);
      if (block.text.substr(0, sentence.begin).find(name) != std::string_view::npos) return true;
      for (std::uint32_t b = 0; b < hit.block; ++b) {
        if (document.block(b).text.find(name) != std::string_view::npos) return true;
      }
      return false;
    };
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const bool beside = words[i + 1].begin == words[i].end + 1;
      if (beside && is_capital(words[i]) && is_capital(words[i + 1]) && !was_told(words[i + 1])) return true;
    }
    return false;
  }

  std::optional<Claim> claim_of(const Document& document, const Facts& facts, const Hit& hit,
                                TextPlace begin_at) const {
    const GroupValues groups(document, facts, hit);
    const Block& block = document.block(hit.block);
    Claim claim;
    claim.place = {hit.block, hit.span};
    if (const auto years = groups.number("years")) {
      claim.years = *years;
    } else {
      const std::string_view said = block.text.substr(hit.span.begin, hit.span.size());
      for (const Named& named : named_) {
        if (named.language == block.language && said.find(named.word) != std::string_view::npos)
          claim.years = named.years;
      }
    }
    if (claim.years < 2) return std::nullopt;
    if (const auto now = groups.number("now")) {
      claim.now = *now;
      return claim;
    }
    // The only year that the sentence names, but for the beginning's own.
    const TextSpan sentence = sentence_at(block.text, hit.span.begin);
    const auto& dates = facts.time().dates;
    auto date_at = std::ranges::lower_bound(dates, std::pair(hit.block, sentence.begin), {}, [](const DateFact& each) {
      return std::pair(each.block, each.span.begin);
    });
    for (; date_at != dates.end() && date_at->block == hit.block && date_at->span.begin < sentence.end; ++date_at) {
      const DateFact& date = *date_at;
      if (!sentence.contains(date.span) || !date.has_year()) continue;
      if (begin_at.block == hit.block && begin_at.span.contains(date.span)) continue;
      if (claim.now != 0 && claim.now != date.date.year) return std::nullopt;
      claim.now = date.date.year;
    }
    const auto& years = facts.time().years;
    auto year_at = std::ranges::lower_bound(years, std::pair(hit.block, sentence.begin), {},
                                            [](const YearMention& each) { return std::pair(each.block, each.begin); });
    for (; year_at != years.end() && year_at->block == hit.block && year_at->begin + 4 <= sentence.end; ++year_at) {
      const YearMention& year = *year_at;
      const TextSpan span{year.begin, year.begin + 4};
      if (begin_at.block == hit.block && begin_at.span.contains(span)) continue;
      if (claim.now != 0 && claim.now != year.year) return std::nullopt;
      claim.now = year.year;
    }
    if (claim.now == 0) {
      const auto written = facts.time().context.written();
      if (!written) return std::nullopt;
      claim.now = written->year;
    }
    return claim;
  }

  const Definition& definition_;
  std::vector<Named> named_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<Anniversary>(definition);
}

}  // namespace

namespace kinds {
extern const Kind anniversary;
const Kind anniversary{
    "anniversary", "a jubilee or an age that the year of the beginning does not give", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `swapped-digits`: 1,870 spectators here, 1,780 there: two numbers of one thing whose digits changed places.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "check/kinds/context_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"unless", KeyType::kPhrases, "part two sentences of which only one holds them: \"Vorjahr\""},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
});
constexpr std::size_t kFewestDigits = 3;   // zeros at the end left out: 120 and 210 are two round numbers
constexpr std::size_t kReach = 12;         // words to each side that tell what the number is of
constexpr std::size_t kMostNumbers = 200;  // of an article; one with more is a table of figures

// A number with its digits alone: "14500".
struct Figure {
  const Quantity* quantity = nullptr;
  std::string digits;
};

class SwappedDigits final : public Check {
 public:
  explicit SwappedDigits(const Definition& definition) : definition_(definition), small_(small_words(definition)) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    // By their digits in order: only anagrams can be swapped.
    std::map<std::string, std::vector<Figure>> anagrams;
    std::size_t count = 0;
    for (const Quantity& quantity : facts.quantities()) {
      const Block& block = document.block(quantity.block);
      if (!is_figure(quantity) || !definition_.looks_at(block.role) || !small_.contains(block.language)) continue;
      std::string digits = digits_of(block.text.substr(quantity.number.begin, quantity.number.size()));
      if (digits.find_last_not_of('0') + 1 < kFewestDigits || ++count > kMostNumbers) continue;
      std::string sorted = digits;
      std::ranges::sort(sorted);
      anagrams[sorted].push_back({&quantity, std::move(digits)});
    }
    for (const auto& [digits, figures] : anagrams) {
      for (std::size_t j = 1; j < figures.size(); ++j) {
        for (std::size_t i = 0; i < j; ++i) {
          if (are_swapped(figures[i].digits, figures[j].digits) &&
              of_one_thing(document, facts, *figures[i].quantity, *figures[j].quantity)) {
            report(document, *figures[i].quantity, *figures[j].quantity, sink);
            break;
          }
        }
      }
    }
  }

 private:
  static bool is_figure(const Quantity& q) {
    return !q.spelled && !q.fraction && !q.rate && !q.dimension && !q.ambiguous &&
           q.range == Quantity::Range::kSingle && q.dimension_of() != Dimension::kTime;
  }

  static std::string digits_of(std::string_view number) {
    std::string digits;
    for (const char c : number) {
      if (c >= '0' && c <= '9') digits += c;
    }
    return digits;
  }

  // Two neighbours changed places, and nothing else.
  static bool are_swapped(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    std::size_t first = 0;
    while (first < a.size() && a[first] == b[first]) ++first;
    return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] &&
           a.substr(first + 2) == b.substr(first + 2);
  }

  bool of_one_thing(const Document& document, const Facts& facts, const Quantity& a, const Quantity& b) const {
    if (a.unit != b.unit || a.decimals != b.decimals || a.scale != b.scale) return false;
    const Context here = context(document, a);
    const Context there = context(document, b);
    // Two numbers of one sentence, or of two cells, are compared with each other.
    if (a.block == b.block && here.sentence == there.sentence) return false;
    if (document.block(a.block).table != kNone || document.block(b.block).table != kNone) return false;
    if (is_guarded(document, facts, a, here) != is_guarded(document, facts, b, there)) return false;
    const Likeness likeness = compare(here, there);
    const auto shares_name = [&] {
      return std::ranges::any_of(here.words,
                                 [&](const ContextWord& word) { return word.name && there.has(word.form); });
    };
    if (likeness.other_names && !shares_name()) return false;
    // The thing that both count is one word that they share; of money and shares there are many.
    const bool counted = a.unit == kNoUnit && !a.noun.empty() && counted_key(document, a) == counted_key(document, b);
    return likeness.shared + (counted ? 1U : 0U) >= 1;
  }

  Context context(const Document& document, const Quantity& quantity) const {
    return context_of(document, quantity.block, counted_span(quantity), kReach,
                      small_.at(document.block(quantity.block).language));
  }

  bool is_guarded(const Document& document, const Facts& facts, const Quantity& q, const Context& context) const {
    return !facts.matches().in(definition_.slot, q.block, context.sentence).empty() ||
           is_quoted(quoted_passages(document.block(q.block).text), q.span);
  }

  static void report(const Document& document, const Quantity& there, const Quantity& here, Sink& sink) {
    const auto text = [&](const Quantity& q) {
      const TextSpan span = counted_span(q);
      return std::string(document.block(q.block).text.substr(span.begin, span.size()));
    };
    Finding finding;
    finding.place = {here.block, counted_span(here)};
    finding.values = {{"here", text(here)}, {"there", text(there)}};
    finding.related.push_back({{there.block, counted_span(there)}, "there", {{"there", text(there)}}});
    sink.report(std::move(finding));
  }

  Definition definition_;
  std::map<Language, SmallWords> small_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<SwappedDigits>(definition);
}

}  // namespace

namespace kinds {
extern const Kind swapped_digits;
const Kind swapped_digits{
    "swapped-digits", "two numbers of one thing whose digits changed places", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

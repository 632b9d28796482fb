// Kind `ordinal-count`: "her fourth title after 2021 and 2023", "three times, in 1984, 1991, 1993 and 2002".
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "check/kinds/number/enumeration_support.h"
#include "check/kinds/number/number_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"after", KeyType::kStrings, "stand before the years of the earlier ones: \"nach\""},
    {"those", KeyType::kStrings, "stand before the places of the earlier ones: \"nach denen von\""},
    {"times", KeyType::kStrings, "stand behind a number of times: \"Mal\""},
    {"in", KeyType::kStrings, "stand before the years of these times: \"in\""},
    {"joining", KeyType::kStrings, "stand before the last of a list: \"und\""},
    {"definite", KeyType::kStrings, "stand before an ordinal that counts: \"der\""},
    {"unless", KeyType::kStrings, "silence the sentence: \"in Folge\""},
});
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"after", kForward},   {"those", kForward},     {"times", kForward}, {"in", kForward},
                               {"joining", kForward}, {"definite", kBackward}, {"unless", kForward}};
enum List : std::uint8_t { kAfter, kThose, kTimes, kIn, kJoining, kDefinite, kUnless };
constexpr std::size_t kFarthest = 70;  // bytes from an ordinal to its list
constexpr std::size_t kFewestYears = 2;

struct Listed {
  std::size_t count = 0;
  TextSpan span;
};

bool is_year_at(std::string_view text, std::size_t pos) {
  if (pos + 4 > text.size() || (text[pos] != '1' && text[pos] != '2')) return false;
  const std::string_view digits = text.substr(pos, 4);
  if (!std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) return false;
  return (pos + 4 == text.size() || !word_char_at(text, pos + 4)) && digits >= "1500" && digits < "2200";
}

// "2021, 2022 und 2023": at least two years, the last one joined.
std::optional<Listed> years_at(std::string_view text, std::size_t begin, const PhraseTable& joining) {
  Listed years;
  years.span.begin = static_cast<std::uint32_t>(begin);
  bool joined = false;
  for (std::size_t pos = begin; is_year_at(text, pos);) {
    ++years.count;
    years.span.end = static_cast<std::uint32_t>(pos + 4);
    pos += 4;
    if (joined) return years.count >= kFewestYears ? std::optional(years) : std::nullopt;
    if (pos < text.size() && text[pos] == ',') ++pos;
    pos = skip_blanks(text, pos);
    if (const auto word = words_at(joining, text, pos)) {
      joined = true;
      pos = skip_blanks(text, word.position);
    }
  }
  return std::nullopt;
}

// "Cittadella, Lugo e Alba": names up to the end of the clause, the last one joined.
std::optional<Listed> names_at(std::string_view text, std::size_t begin, std::size_t end, const PhraseTable& joining) {
  end = std::min(text.substr(0, end).find_first_of(".;:()", begin), end);
  const auto items = read_enumeration(text, begin, end, joining);
  if (!items) return std::nullopt;
  for (const TextSpan item : *items) {
    const std::string_view name = text.substr(item.begin, item.size());
    const std::size_t last = name.rfind(' ');
    if (!is_upper(decode_at(name, last == std::string_view::npos ? 0 : last + 1).value)) return std::nullopt;
  }
  return Listed{items->size(), {items->front().begin, items->back().end}};
}

class OrdinalCountCheck final : public Check {
 public:
  explicit OrdinalCountCheck(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr) continue;
      const NumberLanguage& numbers = facts.numbers(block);
      for (const Word& word : document.words(block)) {
        if (const auto ordinal = numbers.ordinals.longest(block.text, word.begin)) {
          check_ordinal(block, i, {word.begin, static_cast<std::uint32_t>(ordinal.position)},
                        static_cast<std::size_t>(numbers.values[ordinal.payload]), *words, sink);
        }
      }
      for (const Quantity& quantity : facts.quantities(i)) check_times(block, quantity, *words, sink);
    }
  }

 private:
  void check_ordinal(const Block& block, std::uint32_t index, TextSpan ordinal, std::size_t said,
                     const RuleWords::Tries& words, Sink& sink) const {
    const TextSpan sentence = sentence_at(block.text, ordinal.begin);
    if (said < 2 || holds(words[kUnless], block.text, sentence)) return;
    auto before = list_behind(block.text, ordinal.end, sentence, words);
    if (!before && words_before(words[kDefinite], block.text, ordinal.begin)) {
      before = years_before(block.text, sentence.begin, ordinal.begin, words);
    }
    if (!before || before->count + 1 == said) return;
    Finding finding;
    finding.place = {index, ordinal};
    finding.values = {{"ordinal", std::string(block.text.substr(ordinal.begin, ordinal.size()))},
                      {"items", NumberValue{static_cast<double>(before->count), 0}},
                      {"count", NumberValue{static_cast<double>(before->count + 1), 0}}};
    finding.related.push_back({{index, before->span}, "earlier", {}});
    sink.report(std::move(finding));
  }

  // "vierter Titel nach 2021 und 2023", "terzo successo, dopo quelli di Lugo, Pesaro e Alba"
  static std::optional<Listed> list_behind(std::string_view text, std::size_t pos, TextSpan sentence,
                                           const RuleWords::Tries& words) {
    const std::size_t end = std::min<std::size_t>(sentence.end, pos + kFarthest);
    for (pos = skip_blanks(text, pos); pos < end;) {
      if (const auto those = words_at(words[kThose], text, pos)) {
        return names_at(text, skip_blanks(text, those.position), sentence.end, words[kJoining]);
      }
      if (const auto after = words_at(words[kAfter], text, pos)) {
        return years_at(text, skip_blanks(text, after.position), words[kJoining]);
      }
      while (pos < end && word_char_at(text, pos)) pos += decode_at(text, pos).length;
      while (pos < end && !word_char_at(text, pos)) pos += decode_at(text, pos).length;
    }
    return std::nullopt;
  }

  // "Nach 2021 und 2023 ist es der vierte Titel"
  static std::optional<Listed> years_before(std::string_view text, std::size_t begin, std::size_t end,
                                            const RuleWords::Tries& words) {
    const auto after = words_at(words[kAfter], text, begin);
    if (!after) return std::nullopt;
    const auto years = years_at(text, skip_blanks(text, after.position), words[kJoining]);
    if (!years || years->span.end + kFarthest < end) return std::nullopt;
    const std::string_view between = text.substr(years->span.end, end - years->span.end);
    return between.find_first_of(".,;:") == std::string_view::npos ? years : std::nullopt;
  }

  // "three times, in 1984, 1991, 1993 and 2002": more years than times. There may be two times in one year.
  void check_times(const Block& block, const Quantity& quantity, const RuleWords::Tries& words, Sink& sink) const {
    if (quantity.unit != kNoUnit || quantity.hedge != Hedge::kExact || quantity.fraction || quantity.value < 2 ||
        quantity.range != Quantity::Range::kSingle) {
      return;
    }
    const std::string_view text = block.text;
    const auto times = words_at(words[kTimes], text, skip_blanks(text, quantity.span.end));
    if (!times) return;
    std::size_t pos = times.position;
    if (pos < text.size() && (text[pos] == ',' || text[pos] == ':')) ++pos;
    pos = skip_blanks(text, pos);
    if (pos < text.size() && text[pos] == '(') ++pos;
    if (const auto in = words_at(words[kIn], text, pos)) pos = skip_blanks(text, in.position);
    const auto years = years_at(text, pos, words[kJoining]);
    if (!years || static_cast<double>(years->count) <= quantity.value) return;
    Finding finding;
    finding.place = {quantity.block, {quantity.span.begin, static_cast<std::uint32_t>(times.position)}};
    finding.wording = "times";
    finding.values = {{"said", NumberValue{quantity.value, 0}},
                      {"items", NumberValue{static_cast<double>(years->count), 0}}};
    finding.related.push_back({{quantity.block, years->span}, "years", {}});
    sink.report(std::move(finding));
  }

  const Definition* definition_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<OrdinalCountCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind ordinal_count;
const Kind ordinal_count{
    "ordinal-count", "an ordinal or a number of times, and the years or places it counts", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// The words with which an ordinal begins: "third", "3rd", "XXIV".
#include <algorithm>
#include <charconv>

#include "base/byte_set.h"
#include "check/kinds/contradiction/ordinal_lists_support.h"
#include "check/kinds/contradiction/ordinal_reader_support.h"

namespace stet {
namespace {

constexpr std::uint32_t kMostDigits = 3;
constexpr std::size_t kLongestRoman = 7;  // letters

// "XXIV"; 0 where it is none.
std::uint32_t roman_number(std::string_view text) {
  if (text.empty() || text.size() > kLongestRoman) return 0;
  std::uint32_t value = 0;
  std::uint32_t before = 0;
  for (const char c : text) {
    const std::uint32_t one = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : c == 'L' ? 50 : c == 'C' ? 100 : 0;
    if (one == 0) return 0;
    value += one;
    if (before < one) value -= 2 * before;
    before = one;
  }
  return value;
}

}  // namespace

std::span<const OrdinalReader::NumberedWord> OrdinalReader::numbered(const Document& document,
                                                                     const Facts& facts) const {
  return facts.made_once().get<std::vector<NumberedWord>>(this, [&] {
    std::vector<NumberedWord> found;
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr) continue;
      const NumberLanguage& numbers = facts.numbers(block);
      for (const Word& word : document.words(block)) {
        if (const auto number = number_at(block, word, numbers, *words)) found.push_back({i, word.begin, *number});
      }
    }
    return found;
  });
}

std::optional<OrdinalReader::Number> OrdinalReader::number_at(const Block& block, const Word& word,
                                                              const NumberLanguage& numbers,
                                                              const RuleWords::Tries& words) {
  const std::string_view text = block.text;
  if (const auto first = words[kFirsts].longest(text, word.begin)) return Number{1, first.position, false};
  // "Third" of several: "sono terzi".
  if (const auto plural = words[kPlurals].longest(text, word.begin))
    return Number{plural.payload + 1, plural.position, false};
  if (const auto known = numbers.ordinals.longest(text, word.begin)) {
    return Number{static_cast<std::uint32_t>(numbers.values[known.payload]), known.position, false};
  }
  const std::string_view own = text.substr(word.begin, word.end - word.begin);
  constexpr ByteSet kNumerals("IVXLC0123456789");
  if (!kNumerals.has(own.front())) return std::nullopt;
  // "XXIV edición", "XXe édition"
  const std::size_t letters = std::min(own.find_first_not_of("IVXLC"), own.size());
  if (const std::uint32_t roman = roman_number(own.substr(0, letters)); roman != 0) {
    // "Le", "La" are no fiftieth.
    const bool article = letters == 1 && own.find_first_of("LC") == 0;
    if (letters == own.size() || (!article && words[kSuffixes].longest(own.substr(letters), 0)))
      return Number{roman, word.end, true};
  }
  std::uint32_t value = 0;
  const char* const begin = text.data() + word.begin;
  const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value);
  const auto digits = static_cast<std::uint32_t>(end - begin);
  if (error != std::errc() || digits == 0 || digits > kMostDigits || value == 0) return std::nullopt;
  const std::size_t behind = word.begin + digits;
  if (numbers.dotted_ordinals && text.substr(behind).starts_with(". ")) return Number{value, behind + 1, false};
  const std::string_view suffix = text.substr(behind, word.end - std::min<std::size_t>(behind, word.end));
  if (!suffix.empty() && words[kSuffixes].longest(suffix, 0)) return Number{value, word.end, false};
  // "68.ª edición", "19° gol"
  for (const std::string_view mark : {".º", ".ª", ".°", "°", ".er", ".o", ".a"}) {
    if (suffix.empty() && text.substr(behind).starts_with(mark)) return Number{value, behind + mark.size(), false};
  }
  return std::nullopt;
}

}  // namespace stet

#include "check/kinds/language/polyglot_support.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLongestPart = 400;      // bytes of an enumeration before and behind a stretch
constexpr std::size_t kLongestItem = 2000;     // bytes of an item or a cell that are looked at
constexpr std::uint32_t kLinesAround = 2000;   // bytes of lines before and behind a stretch
constexpr std::uint32_t kMostNeighbours = 20;  // items to each side
constexpr std::uint32_t kLeastEntries = 3;
constexpr std::size_t kLeastPairs = 2;

// The languages that list most words of a passage which the text's own lacks, less those that only the text's own has;
// none where they are fewer than two. With those that are like them.
std::uint32_t languages_of(std::span<const Word> words, TextSpan within, unsigned home) {
  constexpr int kLeastWords = 2;
  std::array<int, kMostLanguages> counts{};
  auto word = std::ranges::lower_bound(words, within.begin, {}, &Word::begin);
  for (; word != words.end() && word->end <= within.end; ++word) {
    const std::uint32_t languages = kinship(word->hash).own();
    if (languages == 0) continue;
    const bool at_home = (languages >> home & 1U) != 0;
    for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
      const bool its_own = (languages >> l & 1U) != 0;
      counts[l] += its_own && !at_home ? 1 : !its_own && at_home ? -1 : 0;
    }
  }
  const int most = *std::ranges::max_element(counts);
  if (most < kLeastWords) return 0;
  std::uint32_t found = 0;
  for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
    if (counts[l] == most) found |= 1U << l | kNearLanguages[l];
  }
  return found;
}

// Whether two of the entries have no language in common.
bool differ(const std::vector<std::uint32_t>& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (std::size_t j = i + 1; j < entries.size(); ++j) {
      if (entries[i] != 0 && entries[j] != 0 && (entries[i] & entries[j]) == 0) return true;
    }
  }
  return false;
}

// The passage between line feeds, or the ends of a sentence or a colon, around a span.
TextSpan passage_around(std::string_view text, TextSpan span, std::string_view stops) {
  const auto is_stop = [&](std::size_t i) {
    if (text[i] == '\n') return true;
    return stops.find(text[i]) != std::string_view::npos && i + 1 < text.size() && text[i + 1] == ' ';
  };
  std::size_t begin = span.begin;
  std::size_t end = span.end;
  while (begin > 0 && span.begin - begin < kLongestPart && !is_stop(begin - 1)) --begin;
  while (end < text.size() && end - span.end < kLongestPart && !is_stop(end)) ++end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Calls `found` for what stands between the marks.
template <class F>
void each_part(std::string_view text, TextSpan passage, std::string_view marks, F&& found) {
  std::uint32_t begin = passage.begin;
  for (std::uint32_t i = passage.begin; i <= passage.end; ++i) {
    if (i < passage.end && marks.find(text[i]) == std::string_view::npos) continue;
    if (i > begin) found(TextSpan{begin, i});
    begin = i + 1;
  }
}

std::vector<std::uint32_t> languages_of_parts(const Document& document, std::uint32_t number, TextSpan passage,
                                              std::string_view marks, unsigned home) {
  const Block& block = document.block(number);
  std::vector<std::uint32_t> entries;
  each_part(block.text, passage, marks,
            [&](TextSpan part) { entries.push_back(languages_of(document.words(block), part, home)); });
  return entries;
}

// Titles and dishes are short, and titles begin with a capital.
bool may_be_enumerated(const Document& document, std::uint32_t number, TextSpan sentence, TextSpan span) {
  constexpr std::ptrdiff_t kLongestTitle = 8;  // words
  constexpr std::ptrdiff_t kLongestDish = 4;
  const Block& block = document.block(number);
  bool fits = true;
  each_part(block.text, sentence, ",;/", [&](TextSpan part) {
    if (!part.overlaps(span)) return;
    const std::uint32_t begin = std::max(part.begin, span.begin);
    const std::uint32_t end = std::min(part.end, span.end);
    const std::span<const Word> all = document.words(block);
    const auto first = std::ranges::lower_bound(all, begin, {}, &Word::begin);
    const bool capital = first != all.end() && is_upper(decode_at(block.text, first->begin).value);
    const auto last = std::ranges::lower_bound(first, all.end(), end + 1, {}, &Word::end);
    fits = fits && last - first <= (capital ? kLongestTitle : kLongestDish);
  });
  return fits;
}

// "merci beaucoup – vielen Dank", "good morning (buongiorno)".
bool is_pair(std::string_view part) {
  constexpr std::string_view kBetween[] = {" – ", " — ", " - ", " = ", " → "};
  for (const std::string_view mark : kBetween) {
    const std::size_t at = part.find(mark);
    if (at != std::string_view::npos && at > 0 && part.find(mark, at + 1) == std::string_view::npos) return true;
  }
  while (!part.empty() && (part.back() == ' ' || part.back() == '.')) part.remove_suffix(1);
  return part.ends_with(")") && part.find(" (") != std::string_view::npos;
}

bool is_glossary(std::string_view text, TextSpan span) {
  std::size_t parts = 0;
  std::size_t pairs = 0;
  each_part(text, passage_around(text, span, ".!?:"), ",;", [&](TextSpan part) {
    ++parts;
    pairs += is_pair(text.substr(part.begin, part.size()));
  });
  return pairs >= kLeastPairs && pairs * 2 > parts;
}

// Whether a block and the one before it are items of a list, cells, or lines with nothing between them.
bool goes_on(const Document& document, std::uint32_t number) {
  const Block& block = document.block(number);
  const Block& before = document.block(number - 1);
  if (block.role != before.role || before.source.end > block.source.begin) return false;
  if (block.role == Role::kListItem || block.role == Role::kTableCell) return true;
  const std::string_view source = document.source().utf8();
  const std::string_view gap = source.substr(before.source.end, block.source.begin - before.source.end);
  return gap.size() <= 3 && std::ranges::count(gap, '\n') == 1;
}

// What the items of the list tell, or the cells of the table.
bool is_among_others(const Document& document, std::uint32_t number, unsigned home) {
  const auto blocks = document.blocks();
  std::uint32_t first = number;
  std::uint32_t last = number;
  while (first > 0 && number - first < kMostNeighbours && goes_on(document, first)) --first;
  while (last + 1 < blocks.size() && last - number < kMostNeighbours && goes_on(document, last + 1)) ++last;
  if (last - first + 1 < kLeastEntries) return false;
  std::vector<std::uint32_t> entries;
  std::size_t pairs = 0;
  for (std::uint32_t b = first; b <= last; ++b) {
    const auto size = static_cast<std::uint32_t>(std::min(blocks[b].text.size(), kLongestItem));
    entries.push_back(languages_of(document.words(blocks[b]), {0, size}, home));
    pairs += is_pair(blocks[b].text.substr(0, size));
  }
  return differ(entries) || (pairs > kLeastPairs && pairs * 3 > entries.size() * 2);
}

}  // namespace

bool is_in_polyglot_list(const Document& document, std::uint32_t number, TextSpan span) {
  const Block& block = document.block(number);
  const auto home = table_number(block.language);
  if (!home) return false;
  if (is_among_others(document, number, *home) || is_glossary(block.text, span)) return true;
  const TextSpan sentence = passage_around(block.text, span, ".!?:");
  const auto parts = languages_of_parts(document, number, sentence, ",;/", *home);
  if (parts.size() >= kLeastEntries && differ(parts) && may_be_enumerated(document, number, sentence, span))
    return true;
  const TextSpan whole{0, static_cast<std::uint32_t>(block.text.size())};
  // "18 Uhr: Les Amis de la Musique, 19 Uhr: The Old Town Singers".
  constexpr std::size_t kLongestProgramme = 600;
  if (whole.size() <= kLongestProgramme && std::ranges::count(block.text, ':') >= 3 &&
      differ(languages_of_parts(document, number, whole, ":", *home))) {
    return true;
  }
  const TextSpan lines{span.begin - std::min(span.begin, kLinesAround), std::min(whole.end, span.end + kLinesAround)};
  if (block.text.substr(lines.begin, lines.size()).find('\n') == std::string_view::npos) return false;
  return differ(languages_of_parts(document, number, lines, "\n", *home));
}

}  // namespace stet

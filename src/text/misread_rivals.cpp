#include <algorithm>
#include <optional>
#include <string>

#include "text/language_model.h"
#include "text/misread_sequences.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

// How well a page explains a place, if at all.
enum Grade : std::uint8_t { kNot, kPoorly, kBadly, kWell };

// A control where the page has a character. What passed through Latin-1 has them, which is a part of Windows-1252.
bool has_foreign_control(const MisreadSequence& s, CodePage page) {
  if (page == CodePage::kWindows1252) return false;
  return std::any_of(s.chars, s.chars + s.size, [&](char32_t c) {
    return c >= 0x80 && c < 0xA0 && code_page_char(page, static_cast<unsigned char>(c)) != c;
  });
}

Grade grade(std::string_view text, const MisreadSequence& s, CodePage page, std::optional<unsigned> home) {
  if ((s.kin != Kin::kLatin && s.kin != Kin::kScript) || s.read == U'¤') return kPoorly;
  unsigned grade = kWell;
  const auto is_native = [&] { return s.read < kAlphabetEnd && (kAlphabets[s.read] >> *home & 1U) != 0; };
  if (home && is_letter(s.read) && !is_native()) --grade;
  if (s.read >= 0x2190 && s.kin == Kin::kLatin) --grade;  // arrows, mathematics
  if (s.read >= 0x2000 && s.read <= 0x200A) --grade;      // typographers' spaces
  const char32_t before = s.begin > 0 ? decode_before(text, s.begin).value : 0;
  const char32_t after = s.end < text.size() ? decode_at(text, s.end).value : 0;
  const bool capital_inside = is_upper(s.read) && is_letter(before) && (is_lower(before) || is_lower(after));
  if (has_foreign_control(s, page) || capital_inside) --grade;
  return static_cast<Grade>(grade);
}

const MisreadSequence* sequence_at(const PageSequences& page, std::uint32_t begin) {
  const auto found = std::lower_bound(page.all.begin(), page.all.end(), begin,
                                      [](const MisreadSequence& s, std::uint32_t pos) { return s.begin < pos; });
  return found != page.all.end() && found->begin == begin ? &*found : nullptr;
}

// What the word becomes in which the sequence stands, and how well the language knows it.
struct Outcome {
  Grade grade = kNot;
  bool listed = false;
  float cost = 0;  // LetterCost::sum; 0 when there is no word
};

// A word with what was misread in it: letters, and all that is no ASCII.
TextSpan token_around(std::string_view text, const MisreadSequence& s) {
  constexpr std::uint32_t kLongestWord = 120;  // bytes, misread
  const auto belongs = [&](std::uint32_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  TextSpan span{s.begin, s.end};
  while (span.begin > 0 && s.begin - span.begin < kLongestWord && belongs(span.begin - 1)) --span.begin;
  while (span.end < text.size() && span.end - s.end < kLongestWord && belongs(span.end)) ++span.end;
  while (!is_boundary(text, span.begin)) ++span.begin;
  while (!is_boundary(text, span.end)) --span.end;
  return span;
}

Outcome outcome(std::string_view text, const PageSequences& page, const MisreadSequence& s,
                std::optional<unsigned> home) {
  Outcome result{grade(text, s, page.page, home)};
  if (!home || !is_letter(s.read)) return result;
  const TextSpan token = token_around(text, s);
  std::string read;
  for (std::uint32_t pos = token.begin; pos < token.end;) {
    if (const MisreadSequence* other = sequence_at(page, pos); other != nullptr && other->end <= token.end) {
      append_utf8(read, other->read);
      pos = other->end;
    } else {
      const std::uint32_t length = decode_at(text, pos).length;
      read.append(text, pos, length);
      pos += length;
    }
  }
  std::vector<Word> words;
  cut_words(read, words);
  for (const Word& word : words) {
    const std::string_view written = std::string_view(read).substr(word.begin, word.end - word.begin);
    result.listed = result.listed || (has_high_byte(written) && (kinship(word.hash).own() >> *home & 1U) != 0);
    result.cost += letter_cost(written, *home).sum;
  }
  return result;
}

// Whether the one says more than the other: better letters, a word that is known, likelier letters in a row.
bool is_better(const Outcome& a, const Outcome& b) {
  constexpr float kLikelier = 3;
  if (a.grade <= kPoorly) return false;
  if (a.grade != b.grade) return a.grade > b.grade;
  if (a.listed != b.listed) return a.listed;
  return a.cost > 0 && b.cost > 0 && a.cost + kLikelier < b.cost;
}

// Hardly anything is read as Latin-2 or Latin-9 any more.
constexpr std::uint32_t kLeastOfOldPage = 3;
bool is_old(CodePage page) { return page == CodePage::kLatin2 || page == CodePage::kLatin9; }

}  // namespace

void doubt_old_pages(std::vector<PageSequences>& pages, const MisreadRound& elsewhere) {
  for (PageSequences& page : pages) {
    const std::uint32_t known = elsewhere.certain[static_cast<std::size_t>(page.page)];
    if (!is_old(page.page) || page.certain + known >= kLeastOfOldPage) continue;
    page.certain = 0;
    for (MisreadSequence& s : page.all) {
      s.accepted = s.accepted && std::any_of(pages.begin(), pages.end(), [&](const PageSequences& other) {
                     const MisreadSequence* same = is_old(other.page) ? nullptr : sequence_at(other, s.begin);
                     return same != nullptr && same->accepted && same->kin != Kin::kControl;
                   });
      page.certain += s.accepted;
    }
  }
}

void count_better(std::string_view text, Language language, const std::vector<PageSequences>& pages,
                  PageContest& contest) {
  const auto number = table_number(language);
  std::vector<std::uint32_t> places;
  for (const PageSequences& page : pages) {
    for (const MisreadSequence& s : page.all) {
      if (s.accepted) places.push_back(s.begin);
    }
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (const std::uint32_t place : places) {
    std::array<Outcome, kMisreadPages> outcomes{};
    for (const PageSequences& page : pages) {
      const MisreadSequence* s = sequence_at(page, place);
      if (s != nullptr) outcomes[static_cast<std::size_t>(page.page)] = outcome(text, page, *s, number);
    }
    for (std::size_t a = 0; a < kMisreadPages; ++a) {
      for (std::size_t b = 0; b < kMisreadPages; ++b) contest[a][b] += is_better(outcomes[a], outcomes[b]);
    }
  }
}

bool is_beyond_doubt(const MisreadSequence& s, CodePage page, const std::vector<PageSequences>& pages,
                     const PageContest& contest) {
  // One place in so many may speak for the other page: a name, a quotation.
  constexpr std::uint32_t kMostAgainst = 8;
  return std::none_of(pages.begin(), pages.end(), [&](const PageSequences& other) {
    const MisreadSequence* rival = sequence_at(other, s.begin);
    if (rival == nullptr || rival->read == s.read || rival->kin == Kin::kControl) return false;
    const auto a = static_cast<std::size_t>(page);
    const auto b = static_cast<std::size_t>(other.page);
    return contest[a][b] == 0 || contest[b][a] * kMostAgainst > contest[a][b];
  });
}

}  // namespace stet

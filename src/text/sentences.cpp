#include "text/sentences.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::size_t kNpos = std::string_view::npos;
constexpr std::size_t kLongestOrdinal = 4;  // digits

// Folded, sorted. Abbreviations that stand before a capital letter or number in the middle of a sentence.
// Single letters and numbers of one or two digits are known without being listed, longer numbers by what is around.
constexpr auto kAbbreviations = std::to_array<std::string_view>({
    "abb",  "abs",   "abt",  "allg", "anm",  "apr",  "art",     "aug",  "av",   "avda",  "bd",   "bspw", "bzgl", "bzw",
    "ca",   "cap",   "capt", "cf",   "co",   "col",  "corp",    "dec",  "dep",  "dept",  "dez",  "dipl", "dott", "dr",
    "dra",  "ebd",   "ecc",  "ed",   "eds",  "ehem", "einschl", "engl", "etc",  "evtl",  "exkl", "feb",  "fig",  "figg",
    "fr",   "franz", "geb",  "gen",  "gest", "ggf",  "gov",     "hl",   "hon",  "hr",    "hrn",  "hrsg", "inc",  "ing",
    "inkl", "insg",  "jan",  "jh",   "jhd",  "jr",   "jul",     "jun",  "kap",  "lic",   "lt",   "ltd",  "mag",  "max",
    "me",   "mgr",   "min",  "mio",  "mlle", "mme",  "mmes",    "mr",   "mrd",  "mrs",   "ms",   "mt",   "mwst", "no",
    "nov",  "nr",    "num",  "oct",  "okt",  "op",   "pag",     "pp",   "prof", "profa", "prov", "pt",   "ref",  "rep",
    "rev",  "sec",   "sen",  "sep",  "sept", "sgt",  "sig",     "sog",  "sr",   "sra",   "srta", "st",   "std",  "ste",
    "str",  "tel",   "tsd",  "ud",   "uds",  "usf",  "usw",     "vd",   "vds",  "vgl",   "vol",  "vs",   "zit",  "zzgl",
});

// Folded, sorted. German words behind which a number with a dot counts: "zum 120. Geburtstag". Longer
// ones end sentences, too: "im Jahr 1998. Der Verein".
constexpr auto kBeforeOrdinals = std::to_array<std::string_view>(
    {"beim", "das", "dem", "den", "der", "ihrem", "ihren", "ihrer", "seinem", "seinen", "seiner", "vom", "zum", "zur"});

// Folded, sorted. What begins a sentence rather than being counted: "Wir kamen mit der 120. Die 121 fuhr nicht."
constexpr auto kOpeners = std::to_array<std::string_view>(
    {"aber",   "als",   "am",           "an",        "auch",          "auf",    "aus",    "bei",
     "beim",   "bis",   "da",           "dabei",     "dafu\u0308r",   "damit",  "danach", "dann",
     "das",    "dass",  "dem",          "den",       "denn",          "der",    "deren",  "deshalb",
     "dessen", "die",   "dies",         "diese",     "dieser",        "dieses", "doch",   "dort",
     "du",     "ein",   "eine",         "einem",     "einen",         "einer",  "eines",  "er",
     "erst",   "es",    "euer",         "fu\u0308r", "gestern",       "heute",  "hier",   "ich",
     "ihm",    "ihn",   "ihnen",        "ihr",       "ihre",          "ihrem",  "ihren",  "ihrer",
     "im",     "in",    "ist",          "ja",        "jede",          "jeder",  "jetzt",  "kein",
     "keine",  "man",   "manche",       "mein",      "mit",           "nach",   "nicht",  "niemand",
     "noch",   "nun",   "nur",          "ob",        "obwohl",        "oder",   "ohne",   "schon",
     "sehr",   "sein",  "seine",        "seinem",    "seinen",        "seiner", "seit",   "sie",
     "sind",   "so",    "spa\u0308ter", "statt",     "trotz",         "um",     "und",    "uns",
     "unser",  "unter", "u\u0308ber",   "viele",     "vom",           "von",    "vor",    "wann",
     "war",    "waren", "warum",        "was",       "wa\u0308hrend", "weil",   "wenn",   "wer",
     "werden", "wie",   "wieder",       "wir",       "wird",          "wo",     "zu",     "zum",
     "zur",    "zwar",  "zwei"});

bool is_terminator(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:  // …
    case 0x3002:  // 。
    case 0xFF01:
    case 0xFF1F:
    case 0x61F:  // ؟
    case 0x6D4:  // ۔
    case 0x964:  // ।
      return true;
    default:
      return false;
  }
}

// The first bytes of the terminators above, and the line feed.
constexpr auto kStops = [] {
  std::array<bool, 256> stops{};
  for (const unsigned byte : {0x0AU, 0x21U, 0x2EU, 0x3FU, 0xD8U, 0xDBU, 0xE0U, 0xE2U, 0xE3U, 0xEFU}) stops[byte] = true;
  return stops;
}();

bool needs_no_space(char32_t c) { return c == 0x3002 || c == 0xFF01 || c == 0xFF1F; }

bool is_closing(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x2019:  // ’
    case 0x201C:  // “, which closes in German
    case 0x201D:  // ”
    case 0x2018:  // ‘
    case 0xAB:    // «
    case 0xBB:    // »
    case 0x203A:
    case 0x2039:
    case 0x300D:  // 」
    case 0x300F:
      return true;
    default:
      return false;
  }
}

bool is_listed(std::span<const std::string_view> words, std::string_view word) {
  constexpr std::size_t kLongest = 10;
  return word.size() <= kLongest && std::ranges::binary_search(words, std::string_view(fold(word)));
}

// Whether the number that begins at `begin` and ends in the dot at `dot` counts the noun behind it.
bool is_ordinal(std::string_view text, std::size_t begin, std::size_t dot) {
  if (begin == 0 || text[begin - 1] != ' ' || dot + 2 >= text.size() || text[dot + 1] != ' ') return false;
  if (!is_upper(decode_at(text, dot + 2).value)) return false;
  const std::size_t gap = text.find_last_of(" \n(\"", begin - 2);
  const std::size_t first = begin < 2 || gap == kNpos ? 0 : gap + 1;
  if (!is_listed(kBeforeOrdinals, text.substr(first, begin - 1 - first))) return false;
  std::size_t end = dot + 2;
  while (end < text.size() && is_word_char(decode_at(text, end).value)) end += decode_at(text, end).length;
  return !is_listed(kOpeners, text.substr(dot + 2, end - dot - 2));
}

// Whether the period at `dot` belongs to the token before it.
bool is_abbreviation(std::string_view text, std::size_t dot) {
  std::size_t begin = dot;
  std::size_t letters = 0;
  bool digits = true;
  while (begin > 0) {
    const CodePoint c = decode_before(text, begin);
    if (!is_word_char(c.value)) break;
    digits = digits && is_digit(c.value);
    ++letters;
    begin -= c.length;
    if (letters > 7) return false;
  }
  if (letters == 0) return false;
  if (letters == 1 || (digits && letters <= 2)) return true;
  if (digits) return letters <= kLongestOrdinal && is_ordinal(text, begin, dot);
  const std::string folded = fold(text.substr(begin, dot - begin));
  return std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), std::string_view(folded));
}

// Where a sentence ends whose terminator stands at `pos`; kNpos when it goes on.
std::size_t end_at(std::string_view text, std::size_t pos) {
  const CodePoint terminator = decode_at(text, pos);
  std::size_t end = pos + terminator.length;
  while (end < text.size()) {
    const CodePoint c = decode_at(text, end);
    if (!is_terminator(c.value) && !is_closing(c.value)) break;
    end += c.length;
  }
  if (end == text.size()) return end;
  std::size_t next = end;
  while (next < text.size() && is_space(decode_at(text, next).value)) next += decode_at(text, next).length;
  if (next == end) return needs_no_space(terminator.value) ? end : kNpos;
  if (next == text.size()) return end;
  const CodePoint follows = decode_at(text, next);
  if (is_lower(follows.value)) return kNpos;  // „Wirklich?“ fragte sie
  if (terminator.value == '.' && end == pos + 1 && is_abbreviation(text, pos)) return kNpos;
  return end;
}

std::size_t skip_space(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    const CodePoint c = decode_at(text, pos);
    if (!is_space(c.value)) break;
    pos += c.length;
  }
  return pos;
}

// The last boundary of characters at or before `pos`.
std::size_t floor_boundary(std::string_view text, std::size_t pos) {
  while (!is_boundary(text, pos)) --pos;
  return pos;
}

// The end of the sentence that begins at `begin`.
std::size_t find_end(std::string_view text, std::size_t begin) {
  for (std::size_t pos = begin; pos < text.size();) {
    const auto byte = static_cast<unsigned char>(text[pos]);
    if (!kStops[byte]) {
      ++pos;
      continue;
    }
    if (byte == '\n') return pos;
    const CodePoint c = decode_at(text, pos);
    if (is_terminator(c.value)) {
      const std::size_t end = end_at(text, pos);
      if (end != kNpos) return end;
    }
    pos += c.length;
  }
  return text.size();
}

}  // namespace

std::vector<TextSpan> cut_sentences(std::string_view text) {
  std::vector<TextSpan> sentences;
  for (std::size_t begin = skip_space(text, 0); begin < text.size();) {
    const std::size_t end = find_end(text, begin);
    sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = skip_space(text, end);
  }
  return sentences;
}

TextSpan sentence_at(std::string_view text, std::uint32_t pos) {
  const std::size_t first = floor_boundary(text, pos - std::min(pos, kFarthestSentence));
  std::size_t begin = first;
  for (std::size_t at = pos; at > first;) {
    --at;
    if (!kStops[static_cast<unsigned char>(text[at])]) continue;
    const CodePoint c = decode_at(text, at);
    std::size_t end = kNpos;
    if (c.value == '\n') end = at;
    if (is_terminator(c.value)) end = end_at(text, at);
    if (end != kNpos && skip_space(text, end) <= pos) {
      begin = end;
      break;
    }
  }
  begin = skip_space(text, begin);
  const std::size_t last = floor_boundary(text, std::min(text.size(), std::size_t{pos} + kFarthestSentence));
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(find_end(text.substr(0, last), begin))};
}

}  // namespace stet

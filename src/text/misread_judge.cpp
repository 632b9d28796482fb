// How improbable is what stands there? Two points are enough to say that nobody wrote it.
#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "text/language_model.h"
#include "text/lookalikes.h"
#include "text/misread_sequences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint8_t kCertain = 2;
// So many certain ones leave no doubt about single letters of another alphabet.
constexpr std::uint32_t kVeryMuch = 5;

bool one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// What may rightly stand behind the last letter of a word: quotation marks, dashes, … ™ ® footnotes, ordinals, spaces
// and soft hyphens.
bool may_end_word(char32_t c) { return one_of(c, U"’‘“”«»‹›…–—™®²³¹ºª°´·•†‡\u00A0\u00AD"); }

// What closes something, or stands between words.
bool may_close(char32_t c) { return one_of(c, U"’”“»›…–—™\u00A0"); }

bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0; }

bool is_blank(char32_t c) { return c == 0 || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xA0; }

bool opens(char32_t c) { return one_of(c, U"(['\"„“‚‘«‹»›¿¡"); }

bool is_box(char32_t c) { return c >= 0x2500 && c < 0x25A0; }

enum class Sort : std::uint8_t { kNothing, kUpper, kLower, kLetter, kEnding, kOdd };

// What a character is to the eye of a reader. Of the letters of code pages some never stand behind others.
Sort sort_of(char32_t c) {
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return Sort::kLower;
    return c >= 'A' && c <= 'Z' ? Sort::kUpper : Sort::kNothing;
  }
  if (is_c1(c) || c == 0x192 || c == 0xB5 || c == 0x2C6) return Sort::kOdd;
  if (may_end_word(c)) return Sort::kEnding;
  if (is_lower(c)) return Sort::kLower;
  if (is_upper(c)) return Sort::kUpper;
  return is_letter(c) ? Sort::kLetter : Sort::kOdd;
}
bool is_letter_sort(Sort sort) { return sort == Sort::kUpper || sort == Sort::kLower || sort == Sort::kLetter; }

bool mixes(char32_t a, char32_t b) {
  const Alphabet left = alphabet_of(a);
  const Alphabet right = alphabet_of(b);
  return left != Alphabet::kOther && right != Alphabet::kOther && left != right;
}

// Where Ö is a letter and Ã is none. Where Ă is a letter, where Å is a word; an unknown language may be any of them.
// And those whose letters Mac Roman begins with a guillemet or an ellipsis.
constexpr std::string_view kUmlautLanguages[] = {"de", "sv", "fi", "et", "hu", "tr", "is", "az"};
constexpr std::string_view kBreveLanguages[] = {"", "ro", "mo", "vi"};
constexpr std::string_view kRingLanguages[] = {"", "no", "nb", "nn", "da", "sv"};
constexpr std::string_view kCyrillicLanguages[] = {"",   "ru", "uk", "be", "bg", "mk", "sr", "kk",
                                                   "ky", "mn", "tg", "tt", "ce", "os", "sah"};
constexpr std::string_view kOgonekLanguages[] = {"pl", "lt"};
constexpr std::string_view kGuillemetLanguages[] = {"ro", "mo"};
constexpr std::string_view kEllipsisLanguages[] = {"az"};

// One sequence with what stands beside it: as it would read, where that is a sequence too.
struct Place {
  const MisreadSequence& s;
  CodePage page;
  Language language;
  char32_t before = 0;
  char32_t after = 0;
  bool follows = false;   // another sequence ends right before it
  bool followed = false;  // another begins right behind it
  bool in_word = false;   // two letters stand right before it, or right behind it

  [[nodiscard]] bool speaks(std::span<const std::string_view> languages) const {
    return std::find(languages.begin(), languages.end(), language.code()) != languages.end();
  }
  [[nodiscard]] bool writes_latin() const {
    const auto number = table_number(language);
    return number && (kAlphabets['a'] >> *number & 1U) != 0;
  }
  [[nodiscard]] char32_t first() const { return s.chars[0]; }
  [[nodiscard]] char32_t second() const { return s.chars[1]; }
  [[nodiscard]] char32_t last() const { return s.chars[s.size - 1]; }
};

// Letters behind Ă, Ĺ, Ä in Windows-1250 and Latin-2 that no language puts there.
unsigned strange_pair(const Place& p) {
  if ((p.page != CodePage::kWindows1250 && p.page != CodePage::kLatin2) || !is_letter(p.second())) return 0;
  if (p.first() == U'Ĺ') return 2;
  if (p.first() == U'Ă' || p.first() == U'Â') return one_of(p.second(), U"Şş") ? 0 : 2;
  return 0;
}

// Г, Д, Е, В in Windows-1251 beside no other Cyrillic letter, in a text that is not written in them. A quoted one
// may be named.
bool strange_alphabet(const Place& p) {
  if (p.page != CodePage::kWindows1251 || p.s.kin != Kin::kLatin || p.s.size != 2) return false;
  if (p.speaks(kCyrillicLanguages) || alphabet_of(p.before) == Alphabet::kCyrillic) return false;
  if (!p.followed && alphabet_of(p.after) == Alphabet::kCyrillic) return false;
  if (sort_of(p.second()) != Sort::kEnding) return true;
  if (one_of(p.second(), U"«»")) return is_blank(p.before);
  return p.second() == 0xA0 ? is_blank(p.before) || one_of(p.before, U"('’") : alphabet_of(p.after) == Alphabet::kLatin;
}

// œ š ž Š Ž Œ Ÿ behind one of these capitals, as in Windows-1252: in no word of any language.
bool strange_letter(const Place& p) {
  const bool western =
      p.page == CodePage::kWindows1252 || p.page == CodePage::kWindows1254 || p.page == CodePage::kLatin9;
  if (!western || !one_of(p.second(), U"œšžŠŽŒŸ")) return false;
  return p.s.size == 2 ? one_of(p.first(), U"ÂÃÅÈÐÑÎÏ×ØÙ") || (p.first() == U'Ä' && one_of(p.second(), U"œŒŸ"))
                       : one_of(p.second(), U"œŒŸ");
}

// Mac Roman and DOS begin with signs. Mathematics and box drawings use some of them too.
unsigned sign_oddity(const Place& p) {
  const char32_t c1 = p.first();
  const char32_t c2 = p.second();
  const unsigned letters = (is_letter(p.before) ? 1U : 0U) + (is_letter(p.after) || p.followed ? 1U : 0U);
  if (p.page == CodePage::kMacRoman) {
    if (c1 == U'‚' && p.s.size == 3) return 2;
    if (p.s.size == 4) return 2;
    if (p.s.size == 3 && c1 == U'·') return one_of(c2, U"∫ª") ? 2 : 0;
    if (c1 == U'»') return p.speaks(kGuillemetLanguages) ? 2 : 0;
    if (c1 == U'…') return p.speaks(kEllipsisLanguages) ? 2 : 0;
    if (one_of(c1, U"√≈ƒ¬")) {
      const bool formula = one_of(c2, U"πΩ∂∑∏∫∞µ") || (c1 == U'≈' && one_of(c2, U"±≤≥≠"));
      if (formula && c1 != U'ƒ' && !p.in_word) return c1 == U'¬' && one_of(c2, U"∞µ") ? 2 : letters;
      return letters > 0 || is_letter(c2) || one_of(c2, U"†©®´ª∫§¢£¥≠≥≤±") ? 2 : 1;
    }
    if (p.s.kin == Kin::kScript || p.s.kin == Kin::kMark) return is_letter(c2) || sort_of(c2) == Sort::kOdd ? 1 : 0;
    return 0;
  }
  if (p.page != CodePage::kCp437 && p.page != CodePage::kCp850) return 0;
  if (c1 == U'Ô' && c2 == U'Ç') return 2;
  if (!is_box(c1)) return 0;
  // Double lines and shades do not join single ones.
  if (c1 == U'┼' && c2 == U'│' && p.in_word) return 2;
  if ((c2 >= 0x2550 && c2 <= 0x256C) || (c2 >= 0x2591 && c2 <= 0x2593)) return p.s.kin == Kin::kScript ? 0 : 2;
  if (p.s.kin == Kin::kScript) return is_box(c2) ? 0 : 1;
  if (c1 == U'├' || (c1 == U'┬' && !is_box(c2))) return letters > 0 || !is_box(c2) ? 2 : 0;
  return is_box(c2) ? (letters == 2 ? 2U : 0U) : 2 * std::min(letters, 1U);
}

// A capital with something that may end a word: "CAFÉ…" is right, "mÃ–", "Ã–sterreich", "20Â°C" are not.
unsigned ending_oddity(const Place& p) {
  const char32_t c1 = p.first();
  const char32_t c2 = p.second();
  const Sort before = sort_of(p.before);
  const Sort after = p.followed ? Sort::kLetter : sort_of(p.after);
  const bool digit_before = p.before >= '0' && p.before <= '9';
  const bool tilde = c1 == U'Ã';
  if (alphabet_of(c1) != Alphabet::kLatin) return 0;
  if (before == Sort::kUpper && !p.follows) {
    if (!is_letter_sort(after)) return 0;
    const bool breaks = one_of(c2, U"‘’–—…\u00A0");
    if (c1 == U'Ä' && c2 == U'…' && after == Sort::kLower && p.speaks(kOgonekLanguages)) return 2;
    if (after == Sort::kLower) return breaks ? (c2 == 0xA0 ? 1 : 0) : 2;
    if (one_of(c2, U"“”™®²³¹ºª°´†‡")) return 2;
    if (one_of(c2, U"‘’")) return tilde ? 2 : 0;
    if (one_of(c2, U"–—")) return tilde ? (p.speaks(kUmlautLanguages) ? 2 : 1) : 0;
    return 0;
  }
  if (c1 == U'Â' || (c1 == U'Ă' && p.s.read < 0xC0)) {
    if (digit_before) return 2;
    if (!may_close(c2)) return opens(p.before) && opens(c2) ? 0 : 2;
    if (c2 == U'»' && is_blank(p.before) && !is_letter(p.after)) return 2;
    return one_of(p.before, U".,;:!?)»”’") ? 2 : 0;
  }
  if (c2 == 0xA0 && (tilde || (c1 == U'Ă' && !p.speaks(kBreveLanguages)))) {
    return (is_blank(p.before) || one_of(p.before, U"'’-")) && !one_of(p.after, U"»”’“") ? 2 : 0;
  }
  if (tilde && one_of(c2, U"–—") && digit_before) return 2;
  if (tilde && c2 == U'—' && is_blank(p.before) && is_blank(p.after)) return 2;
  if (is_letter_sort(before) || p.follows) return p.follows ? 1 : 0;
  // A single accented capital, a sign, and the word goes on.
  if (!is_letter_sort(after)) return 0;
  if (c2 == 0xA0) return p.speaks(kRingLanguages) ? 1 : 2;
  return sort_of(p.after) == Sort::kLower || tilde ? 2 : 1;
}

// What the language of the text makes likely by itself: Vietnamese letters, Cyrillic ones, the month of a date.
bool is_expected(const Place& p) {
  if (p.s.size == 3 && p.s.read >= 0x1EA0 && p.s.read < 0x1EFA) return p.language == Language("vi");
  if (p.s.size == 2 && p.s.read >= 0x410 && p.s.read < 0x460) {
    return p.language.known() && p.speaks(kCyrillicLanguages) && p.page != CodePage::kWindows1251;
  }
  return p.before >= '0' && p.before <= '9' && one_of(p.s.read, U"年月日时時分년월일시분");
}

// Nobody writes them there: a capital behind a small letter, Esperanto's letters, which stand where common ones do;
// single marks; letters of another script, where another page may give Latin ones. Â, Ã, Ä and Å may be half of a
// letter that was misread twice.
bool is_doubtful(const Place& p) {
  if (p.s.kin == Kin::kMark) return true;
  if (p.s.kin == Kin::kScript && p.s.size == 2 && p.writes_latin()) return true;
  if (one_of(p.s.read, U"ÂÃ") || (p.followed && one_of(p.s.read, U"ÄÅ"))) return false;
  if (is_lower(p.before) && is_upper(p.s.read)) return true;
  return one_of(p.s.read, U"ĈĉĜĝĤĥĴĵŜŝŬŭ") && p.language != Language("eo");
}

unsigned oddity_of(const Place& p) {
  constexpr std::uint8_t kSurrogates = 6;  // nobody writes so many in a row
  if (p.s.size == kSurrogates) return 3;
  unsigned odd = sign_oddity(p) + strange_pair(p) + (is_expected(p) ? 3 : 0);
  const Sort before = sort_of(p.before);
  const Sort first = sort_of(p.first());
  if (before == Sort::kLower && first == Sort::kUpper) odd += 2;
  if (mixes(p.before, p.first()) || mixes(p.last(), p.after)) odd += 2;
  for (unsigned i = 0; i < p.s.size; ++i) {
    const char32_t c = p.s.chars[i];
    const Sort sort = sort_of(c);
    if (is_c1(c)) odd += 3;
    if (i == 0) continue;
    const char32_t left = p.s.chars[i - 1];
    const Sort left_sort = sort_of(left);
    if (is_letter_sort(left_sort) && (sort == Sort::kOdd || mixes(left, c))) odd += 2;
    if (left_sort == Sort::kLower && sort == Sort::kUpper) odd += 2;
    if (p.s.size > 2 && i == 1 && one_of(c, U"†‡")) odd += 2;
    if (i == 2 && sort == Sort::kOdd) odd += left_sort == Sort::kEnding && !one_of(c, U"¡¿©€£¥") ? 2 : 1;
  }
  if (strange_letter(p) || strange_alphabet(p)) odd += 2;
  if (p.s.size == 2) {
    const Sort second = sort_of(p.second());
    if (first == Sort::kUpper && second == Sort::kEnding) odd += ending_oddity(p);
    if (one_of(p.first(), U"ÃĂ") && one_of(p.second(), U"†‡")) odd += 2;
    // Capitals with one small letter inside, or two and then small letters.
    const bool capitals = before == Sort::kUpper && first == Sort::kUpper && !p.follows;
    if (capitals && is_letter_sort(second) && sort_of(p.after) == Sort::kLower) odd += 2;
    if (p.first() == U'Ă' && is_letter_sort(second) && !p.speaks(kBreveLanguages)) odd += 2;
    // Two capitals, then small letters: "ÄŤlovek".
    const bool starts = !is_letter(p.before) && is_letter_sort(second);
    if (starts && first == Sort::kUpper && second == Sort::kUpper && sort_of(p.after) == Sort::kLower) odd += 2;
  } else if (p.s.size == 3 && p.s.kin == Kin::kLatin) {
    if (p.first() == U'â' && one_of(p.second(), U"–—")) odd += 1;
    if (p.first() == U'á' && one_of(p.second(), U"ºş")) odd += 2;
  }
  return odd;
}

// A run of sequences of one script, each right behind the other, is a word of that script.
void judge_scripts(std::vector<MisreadSequence>& all) {
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    unsigned odd = all[begin].oddity;
    const auto same = [&](const MisreadSequence& s) {
      return s.script == all[begin].script || s.kin == Kin::kMark || (s.kin == Kin::kLatin && s.read >= 0x2000);
    };
    while (end < all.size() && all[end].begin == all[end - 1].end && same(all[end])) odd += all[end++].oddity;
    if (all[begin].kin == Kin::kScript) {
      const auto length = static_cast<unsigned>(end - begin);
      const bool wide = all[begin].size > 2;
      const bool word = length >= 2 && odd + length - (wide ? 0 : 1) >= (wide ? 3 : kCertain);
      const bool alphabet = !wide && all[begin].oddity >= kCertain && all[begin].read < 0x460 &&
                            is_letter(all[begin].read) && all[begin].chars[0] != U'×';
      const bool alone = wide && all[begin].oddity > kCertain;
      for (std::size_t i = begin; i < end; ++i) all[i].accepted = word || (i == begin && (alphabet || alone));
    }
    begin = end;
  }
}

}  // namespace

void judge(std::string_view text, Language language, PageSequences& found, std::uint32_t known, bool repaired) {
  std::vector<MisreadSequence>& all = found.all;
  unsigned perhaps = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    MisreadSequence& s = all[i];
    Place place{s, found.page, language};
    place.follows = i > 0 && all[i - 1].end == s.begin && all[i - 1].oddity >= kCertain;
    place.followed = i + 1 < all.size() && all[i + 1].begin == s.end;
    place.before = place.follows ? all[i - 1].read : s.begin == 0 ? 0 : decode_before(text, s.begin).value;
    place.after = s.end < text.size() ? decode_at(text, s.end).value : 0;
    if (s.begin > 0 && is_letter(place.before)) {
      const auto length = decode_before(text, s.begin).length;
      place.in_word = s.begin > length && is_letter(decode_before(text, s.begin - length).value);
    }
    if (is_lower(place.after)) {
      const auto next = s.end + decode_at(text, s.end).length;
      place.in_word = place.in_word || (next < text.size() && is_lower(decode_at(text, next).value));
    }
    unsigned odd = oddity_of(place);
    if (repaired && odd == 1 && (s.kin == Kin::kLatin || s.kin == Kin::kControl)) ++odd;
    s.oddity = static_cast<std::uint8_t>(std::min(odd, 9U));
    if (is_doubtful(place)) ++found.doubtful;
    switch (s.kin) {
      case Kin::kLatin:
      case Kin::kControl:
        s.accepted = odd >= kCertain;
        break;
      case Kin::kMark:
        s.accepted = odd >= kCertain && is_letter(place.before);
        break;
      case Kin::kRare:
        s.accepted = odd >= 4;
        break;
      default:
        break;
    }
    if (!s.accepted && odd > 0 && s.kin != Kin::kRare) ++perhaps;
  }
  judge_scripts(all);
  // Between two that are certain.
  for (std::size_t i = 1; i + 1 < all.size(); ++i) {
    const bool inside =
        all[i - 1].accepted && all[i + 1].accepted && all[i - 1].end == all[i].begin && all[i].end == all[i + 1].begin;
    if (inside) all[i].accepted = true;
  }
  found.certain = static_cast<std::uint32_t>(std::count_if(
      all.begin(), all.end(), [](const MisreadSequence& s) { return s.accepted && s.kin != Kin::kRare; }));
  // Where some are certain, others that could be damage are.
  const bool much = found.certain > 0 || known >= 2;
  std::set<std::pair<Kin, std::uint16_t>> seen;
  for (const MisreadSequence& s : all) {
    if (s.accepted) seen.emplace(s.kin, s.script);
  }
  for (MisreadSequence& s : all) {
    if (s.accepted) continue;
    // "[Ë\u02C6ant]": phonetic signs, where more is damaged.
    if (s.kin == Kin::kRare) {
      s.accepted =
          (s.oddity >= kCertain && found.certain + known >= 2) || (s.oddity > 0 && found.certain + known >= kVeryMuch);
      continue;
    }
    const bool alike = s.kin == Kin::kControl ? !seen.empty() : seen.count({s.kin, s.script}) != 0;
    const bool odd = s.oddity > 0;
    if (s.kin == Kin::kScript) {
      const bool very_much =
          found.certain + known >= kVeryMuch && s.size == 2 && s.read < 0x460 && found.page != CodePage::kMacRoman;
      s.accepted = alike || very_much || (s.oddity >= kCertain && (perhaps >= 2 || much));
    } else {
      s.accepted = alike || (odd && much) || (known >= 2 && s.kin == Kin::kLatin);
    }
  }
  const auto number = table_number(language);
  if (!number) return;
  found.native = static_cast<std::uint32_t>(std::count_if(all.begin(), all.end(), [&](const MisreadSequence& s) {
    return s.accepted && s.read < kAlphabetEnd && (kAlphabets[s.read] >> *number & 1U) != 0;
  }));
}

}  // namespace stet

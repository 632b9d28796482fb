#include "text/swapped_page.h"

#include <algorithm>
#include <optional>

#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::uint32_t kLeastProofs = 2;
constexpr std::uint32_t kBeyondDoubt = 4;
constexpr std::size_t kMostLooks = 500;     // words of a document
constexpr std::size_t kLongestToken = 80;   // bytes
constexpr std::size_t kLeastCyrillic = 12;  // characters

const Language kRussian("ru");

bool one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// Letters proper: "ˆ" is none, though Unicode calls it one, nor are superscripts.
bool is_plain_letter(char32_t c) { return is_letter(c) && (c < 0x2B0 || c >= 0x300) && !one_of(c, U"ªº"); }

// What stands between letters in correct text: apostrophes, hyphens, the dot of Catalan, dashes, points.
bool joins_letters(char32_t c) { return one_of(c, U"'’‘ʼ-‐‑·–—…/­\u200B\u200C\u200D\u2060"); }

bool is_home_letter(char32_t c, unsigned home) { return c < kAlphabetEnd && (kAlphabets[c] >> home & 1U) != 0; }

// Marks that words stand between, and others of ordinary text.
bool is_mark(char32_t c) { return one_of(c, U"„“”‚‘’«»–—…°•¿¡ºª\u00A0"); }
bool is_sign_of_text(char32_t c) { return is_mark(c) || c == U'€' || c == U'§'; }

struct Token {
  TextSpan span;
  bool odd = false;    // has a character that the language does not write there
  bool hard = false;   // likewise, a sign between two letters or a capital behind a small letter
  bool wrong = false;  // the latter, or a mark behind it that only begins: it is no word as it stands
};

// What stands between two spaces, has characters beyond ASCII and no marks at its edges but such.
class Tokens {
 public:
  Tokens(std::string_view text, unsigned home) : text_(text), home_(home) {}

  std::optional<Token> next() {
    while (pos_ < text_.size()) {
      if (static_cast<unsigned char>(text_[pos_]) < 0x80) {
        ++pos_;
        continue;
      }
      Token token = around(pos_);
      pos_ = std::max<std::size_t>(token.span.end, pos_ + decode_at(text_, pos_).length);
      if (token.span.size() <= kLongestToken && token.span.begin < token.span.end) return token;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] Token around(std::size_t at) const {
    const auto is_gap = [&](std::size_t i) { return static_cast<unsigned char>(text_[i]) <= ' '; };
    const auto is_sign = [&](std::size_t i) {
      const auto c = static_cast<unsigned char>(text_[i]);
      return c < 0x80 && !(c >= '0' && c <= '9') && !((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
    };
    std::size_t begin = at;
    std::size_t end = at;
    while (begin > 0 && !is_gap(begin - 1)) --begin;
    while (end < text_.size() && !is_gap(end)) ++end;
    while (begin < at && is_sign(begin)) ++begin;
    while (end > at && is_sign(end - 1)) --end;
    Token token{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
    const CodePoint only = decode_at(text_, begin);
    token.odd = only.length == token.span.size() && !is_plain_letter(only.value) && !is_mark(only.value) &&
                !joins_letters(only.value);  // "ˆ" was "à"
    char32_t before = 0;
    for (std::size_t pos = begin; pos < end;) {
      const CodePoint c = decode_at(text_, pos);
      pos += c.length;
      if (c.value >= 0x80) {
        const char32_t behind = pos < end ? decode_at(text_, pos).value : 0;
        const bool letter = is_plain_letter(c.value);
        const bool inside = is_plain_letter(before) && is_plain_letter(behind);
        const bool capital = letter && is_upper(c.value) && is_lower(before);
        token.wrong = token.wrong || (capital && is_lower(behind)) ||
                      (pos == end && is_plain_letter(before) && one_of(c.value, U"¿¡"));
        token.hard = token.hard || (inside && !letter && !joins_letters(c.value)) || token.wrong;
        token.odd = token.odd || token.hard || capital || (letter && !is_home_letter(c.value, home_)) ||
                    (!letter && (is_plain_letter(before) || is_plain_letter(behind)) && !is_mark(c.value)) ||
                    (inside && !letter) || (c.value >= 0x80 && c.value < 0xA0);
      }
      before = c.value;
    }
    return token;
  }

  std::string_view text_;
  unsigned home_;
  std::size_t pos_ = 0;
};

// The token in the page that it was written in; nothing when a character of it is not of the page that it was read as,
// or becomes one that the language does not write; without a language, one that is no letter of Western Europe.
std::optional<std::string> rewritten(std::string_view token, CodePage written, CodePage read,
                                     std::optional<unsigned> home) {
  constexpr char32_t kLatinEnd = 0x180;
  std::string out;
  for (std::size_t pos = 0; pos < token.size();) {
    const CodePoint c = decode_at(token, pos);
    pos += c.length;
    if (c.value < 0x80) {
      out += static_cast<char>(c.value);
      continue;
    }
    const unsigned char byte = code_page_byte(read, c.value);
    if (byte == 0) return std::nullopt;
    const char32_t was = code_page_char(written, byte);
    const bool letter = home ? is_home_letter(was, *home) : was < kLatinEnd && is_plain_letter(was);
    if (!letter && !is_sign_of_text(was)) return std::nullopt;
    if (is_upper(was) && !out.empty() && is_lower(decode_before(out, out.size()).value)) return std::nullopt;
    append_utf8(out, was);
  }
  return out;
}

// Whether the words that have letters beyond ASCII are all listed, and there are such. The hash of the last goes to
// `found`.
bool is_listed(std::string_view token, unsigned home, std::vector<Word>& words, std::uint32_t* found = nullptr) {
  words.clear();
  cut_words(token, words);
  bool any = false;
  for (const Word& word : words) {
    const std::string_view written = token.substr(word.begin, word.end - word.begin);
    if (!has_high_byte(written)) continue;
    const WordKinship& kin = kinship(word.hash);
    if (((kin.small | kin.common | kin.forms) >> home & 1U) == 0) return false;
    any = true;
    if (found != nullptr) *found = word.hash;
  }
  return any;
}

bool is_at_home(const Word& word, unsigned home) { return (kinship(word.hash).own() >> home & 1U) != 0; }

// Whether it has words, and all of them are the language's own.
bool is_of_home(std::string_view token, unsigned home, std::vector<Word>& words) {
  words.clear();
  cut_words(token, words);
  return !words.empty() && std::ranges::all_of(words, [&](const Word& word) { return is_at_home(word, home); });
}

// Not "‚t‚", which was "été".
bool is_word(const std::vector<Word>& words) {
  constexpr std::uint32_t kLeastBytes = 3;
  return std::ranges::any_of(words, [](const Word& word) { return word.end - word.begin >= kLeastBytes; });
}

// Marks around or between the language's own words that were read as letters: "donít" for "don’t", "ÑDas" for "„Das".
// The hash of the first word goes to `found`.
bool is_set_off(std::string_view token, unsigned home, std::vector<Word>& words, std::uint32_t& found) {
  const char32_t first = decode_at(token, 0).value;
  const char32_t last = decode_before(token, token.size()).value;
  const bool apostrophe = token.find("’") != std::string_view::npos;
  if (!apostrophe && !one_of(first, U"“„‘«") && !one_of(last, U"“”’»")) return false;
  if (!is_of_home(token, home, words)) return false;
  found = words.front().hash;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].begin == words[i - 1].end) return false;
  }
  return true;
}

struct Home {
  unsigned language = 0;
  bool cyrillic = false;  // to be, once it is read rightly
};

// Whether capitals stand where they don't belong: most letters are some ("оПХБЕР" was "Привет", KOI8-R has small
// letters where Windows-1251 has capitals), or they follow small ones ("ЏаЁўҐв").
bool has_odd_capitals(std::string_view text) {
  constexpr std::size_t kLeastInside = 4;
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t inside = 0;
  bool behind_lower = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    const bool is_capital = is_upper(c.value);
    inside += behind_lower && is_capital;
    behind_lower = is_lower(c.value);
    upper += is_capital;
    lower += behind_lower;
  }
  return upper > 2 * lower || inside >= kLeastInside;
}

// The language that a text may be in: its own, if that is written in Latin letters, or Russian where nearly all letters
// are beyond ASCII, and none of another alphabet or capitals in odd places.
std::optional<Home> home_of(std::string_view text, Language language) {
  std::size_t high = 0;
  for (const char c : text) high += static_cast<unsigned char>(c) >= 0xC2;
  std::size_t plain = 0;
  bool latin = true;
  bool cyrillic = false;
  // Nearly all letters are plain ones.
  for (std::size_t i = 0; high >= kLeastCyrillic && i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    latin = latin && (byte < 0xCD || byte == 0xE2 || byte == 0xEF);  // with signs
    cyrillic = cyrillic || byte == 0xD0;
    plain += (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z';
    if (high <= 3 * plain) break;
  }
  const bool most = high >= kLeastCyrillic && high > 3 * plain;
  if (most && (latin || (cyrillic && has_odd_capitals(text)))) return Home{*table_number(kRussian), true};
  const auto number = table_number(language);
  if (!number || !is_home_letter(U'a', *number)) return std::nullopt;
  return Home{*number, false};
}

bool is_cyrillic(CodePage page) {
  return page == CodePage::kWindows1251 || page == CodePage::kKoi8R || page == CodePage::kCp866;
}

bool is_tried(unsigned written, unsigned read, bool cyrillic) {
  if (written == read || is_cyrillic(static_cast<CodePage>(written)) != cyrillic) return false;
  return cyrillic || static_cast<std::size_t>(read) < kMisreadPages;
}

// "pu≥", "citt‡": a sign ends what is no word without it.
bool ends_oddly(std::string_view token, unsigned home, std::vector<Word>& words) {
  const CodePoint last = decode_before(token, token.size());
  if (last.value < 0x80 || is_plain_letter(last.value) || is_mark(last.value) || joins_letters(last.value))
    return false;
  words.clear();
  cut_words(token.substr(0, token.size() - last.length), words);
  return words.size() == 1 && (kinship(words.front().hash).own() >> home & 1U) == 0;
}

// "citt…", "pi—": a mark ends what is no word of any language.
bool ends_in_mark(std::string_view token, std::vector<Word>& words) {
  const CodePoint last = decode_before(token, token.size());
  if (last.value < 0x80 || is_plain_letter(last.value) || !(is_mark(last.value) || joins_letters(last.value))) {
    return false;
  }
  words.clear();
  cut_words(token.substr(0, token.size() - last.length), words);
  return words.size() == 1 && words.front().end + last.length == token.size() &&
         kinship(words.front().hash).own() == 0 && is_lower(decode_at(token, words.front().begin).value);
}

// "mańanas" in Spanish: no name, and too long to become another word by chance.
bool is_strange_word(std::string_view token) {
  constexpr std::size_t kLeastLetters = 5;
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < token.size(); ++letters) {
    const CodePoint c = decode_at(token, pos);
    pos += c.length;
    if (!is_lower(c.value)) return false;
  }
  return letters >= kLeastLetters;
}

}  // namespace

std::size_t strongest(const SwapProofs& proofs) {
  std::size_t most = 0;
  for (const auto& written : proofs.words) {
    for (const auto& words : written) most = std::max(most, words.size());
  }
  return most;
}

bool may_be_swapped(std::string_view text, Language language) {
  if (!has_high_byte(text)) return false;
  const auto home = home_of(text, language);
  if (!home) return false;
  if (home->cyrillic) return true;
  std::vector<Word> words;
  Tokens tokens(text, home->language);
  while (const auto token = tokens.next()) {
    if (token->odd || ends_in_mark(text.substr(token->span.begin, token->span.size()), words)) return true;
  }
  return false;
}

void prove_swapped(std::string_view text, Language language, SwapProofs& proofs) {
  const auto home = home_of(text, language);
  if (!home) return;
  std::vector<Word> words;
  Tokens tokens(text, home->language);
  while (const auto token = tokens.next()) {
    const std::string_view as_read = text.substr(token->span.begin, token->span.size());
    if (!token->odd && !home->cyrillic && !ends_in_mark(as_read, words)) continue;
    if (++proofs.looks > kMostLooks) return;
    if (!token->wrong && is_listed(as_read, home->language, words)) continue;
    const bool hard = token->hard || ends_oddly(as_read, home->language, words) || is_strange_word(as_read);
    for (unsigned a = 0; a < kCodePages; ++a) {
      for (unsigned b = 0; b < kCodePages; ++b) {
        if (!is_tried(a, b, home->cyrillic)) continue;
        const auto was = rewritten(as_read, static_cast<CodePage>(a), static_cast<CodePage>(b), home->language);
        std::uint32_t hash = 0;
        if (!was || *was == as_read) continue;
        if (!is_listed(*was, home->language, words, &hash) && !is_set_off(*was, home->language, words, hash)) continue;
        proofs.words[a][b].insert(hash);
        proofs.hard[a][b] = proofs.hard[a][b] || hard;
      }
    }
  }
}

SwappedWords find_swapped(std::string_view text, Language language, const SwapProofs& proofs) {
  SwappedWords best;
  const std::size_t leader = strongest(proofs);
  const auto home = home_of(text, language);
  if (!home) return best;
  std::size_t most = 0;
  std::vector<Word> words;
  for (unsigned a = 0; a < kCodePages; ++a) {
    for (unsigned b = 0; b < kCodePages; ++b) {
      const auto count = static_cast<std::uint32_t>(proofs.words[a][b].size());
      if (count < (proofs.hard[a][b] ? 1 : kLeastProofs) || 2 * count < leader) continue;
      if (!is_tried(a, b, home->cyrillic)) continue;
      SwappedWords here{static_cast<CodePage>(a), static_cast<CodePage>(b), count, {}};
      const bool proven = count >= kBeyondDoubt && 4 * count >= 3 * leader;
      std::size_t known = 0;
      std::size_t right = 0;
      std::size_t doubtful = 0;
      std::size_t others = 0;  // that no word of this page can have been
      Tokens tokens(text, home->language);
      while (const auto token = tokens.next()) {
        const std::string_view as_read = text.substr(token->span.begin, token->span.size());
        auto was = rewritten(as_read, here.written, here.read, home->language);
        if (was && *was == as_read) continue;  // alike in both pages
        const bool all = home->cyrillic && proven;
        if (!all && !token->wrong && is_listed(as_read, home->language, words)) {
          ++right;
          continue;
        }
        // Names have letters that the language does not.
        if (!was && proven && token->odd) was = rewritten(as_read, here.written, here.read, std::nullopt);
        if (!was) {
          others += token->odd;
          continue;
        }
        std::uint32_t hash = 0;
        const bool listed = is_listed(*was, home->language, words) || is_set_off(*was, home->language, words, hash);
        if (!listed && !token->odd && is_of_home(as_read, home->language, words) && is_word(words))
          continue;  // "Aber…"
        known += listed;
        doubtful += !token->odd && !listed;
        here.words.push_back({token->span, std::move(*was), listed, token->odd});
      }
      if (known == 0 && (!proven || right + others > 0 || doubtful > 0)) continue;
      if (right > known || others > known) continue;
      // "Üffnet" may be one such word, where all that is beyond ASCII was misread.
      if (right + others > 0 && doubtful > 0 && !(home->cyrillic && proven)) {
        std::erase_if(here.words, [](const SwappedWord& word) { return !word.odd && !word.known; });
      }
      const std::size_t score = 4 * known + here.words.size() - std::min(here.words.size(), others) + count;
      if (score <= most) continue;
      most = score;
      best = std::move(here);
    }
  }
  return best;
}

}  // namespace stet

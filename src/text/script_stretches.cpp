#include "text/script_stretches.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string>

#include "text/language_id.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLeastLatin = 4;    // words
constexpr std::size_t kLeastHalves = 6;   // half words of a line or sentence
constexpr std::size_t kLeastInside = 10;  // likewise, inside of one: titles and names are shorter
constexpr std::size_t kLeastKana = 4;
constexpr std::size_t kLeastHan = 10;
constexpr double kWeight = 3;  // of a word

// Hiragana and Katakana are one here.
UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode code = uscript_getScript(static_cast<UChar32>(c), &status);
  return code == USCRIPT_KATAKANA ? USCRIPT_HIRAGANA : code;
}

bool is_wide(UScriptCode script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_HANGUL;
}

// The scripts that a language is written in.
std::vector<UScriptCode> scripts_of(Language language) {
  std::array<UScriptCode, 8> codes{};
  UErrorCode status = U_ZERO_ERROR;
  const int count =
      uscript_getCode(std::string(language.code()).c_str(), codes.data(), static_cast<int>(codes.size()), &status);
  std::vector<UScriptCode> scripts;
  if (U_FAILURE(status)) return scripts;
  for (int i = 0; i < count; ++i) {
    const UScriptCode code = codes[static_cast<std::size_t>(i)];
    const bool chinese = code == USCRIPT_SIMPLIFIED_HAN || code == USCRIPT_TRADITIONAL_HAN;
    const bool several = code == USCRIPT_JAPANESE || code == USCRIPT_KOREAN;
    if (chinese || several) scripts.push_back(USCRIPT_HAN);
    if (code == USCRIPT_JAPANESE) scripts.push_back(USCRIPT_HIRAGANA);
    if (code == USCRIPT_KOREAN) scripts.push_back(USCRIPT_HANGUL);
    if (!chinese && !several) scripts.push_back(code == USCRIPT_KATAKANA ? USCRIPT_HIRAGANA : code);
  }
  return scripts;
}

// Whether a word ends its line or sentence.
bool ends_unit(std::string_view text, const Word& word, const Word& next) {
  const std::string_view gap = text.substr(word.end, next.begin - word.end);
  if (gap.find_first_of("\n|\t") != std::string_view::npos) return true;
  for (const std::string_view stop : {"。", "！", "？"}) {
    if (gap.find(stop) != std::string_view::npos) return true;
  }
  const bool wide = static_cast<unsigned char>(text[next.begin]) >= 0xE3;
  return (gap.size() > 1 || (wide && !gap.empty())) &&
         (gap[0] == '.' || gap[0] == '!' || gap[0] == '?' || gap.starts_with("؟"));
}

class Finder {
 public:
  Finder(std::string_view text, std::span<const Word> words, Language home)
      : text_(text), words_(words), home_(home), scripts_(scripts_of(home)) {}

  std::vector<ForeignStretch> run() {
    if (scripts_.empty()) return {};
    std::size_t first = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i + 1 < words_.size() && !ends_unit(text_, words_[i], words_[i + 1])) continue;
      look_at(words_.subspan(first, i + 1 - first));
      first = i + 1;
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view written(const Word& word) const {
    return text_.substr(word.begin, word.end - word.begin);
  }
  [[nodiscard]] UScriptCode script(const Word& word) const { return script_of(decode_at(text_, word.begin).value); }
  [[nodiscard]] bool writes(UScriptCode script) const {
    return std::find(scripts_.begin(), scripts_.end(), script) != scripts_.end();
  }

  void look_at(std::span<const Word> unit) {
    const auto is_latin = [&](const Word& word) { return script(word) == USCRIPT_LATIN; };
    if (std::all_of(unit.begin(), unit.end(), is_latin)) {
      if (!writes(USCRIPT_LATIN)) latin(unit);
      return;
    }
    if (writes(USCRIPT_HAN) && east_asian(unit)) return;
    const auto is_other = [&](const Word& word) {
      const UScriptCode code = script(word);
      return code > USCRIPT_INHERITED && code != USCRIPT_LATIN && !writes(code);
    };
    for (auto begin = unit.begin(); begin != unit.end();) {
      begin = std::find_if(begin, unit.end(), is_other);
      const auto end = std::find_if_not(begin, unit.end(), is_other);
      std::size_t halves = 0;
      for (auto word = begin; word != end; ++word) {
        halves += is_wide(script(*word)) ? count_letters(*word, [](UScriptCode) { return true; }) : 2;
      }
      const std::span<const Word> run(begin, end);
      const bool whole = run.size() == unit.size();
      if (halves >= (whole ? kLeastHalves : kLeastInside)) add(run, static_cast<std::uint32_t>(halves / 2), whole);
      begin = end;
    }
  }

  template <class Wanted>
  [[nodiscard]] std::size_t count_letters(const Word& word, Wanted wanted) const {
    std::size_t count = 0;
    for (std::size_t pos = word.begin; pos < word.end;) {
      const CodePoint c = decode_at(text_, pos);
      pos += c.length;
      count += wanted(script_of(c.value));
    }
    return count;
  }

  // Japanese has kana in each sentence, Chinese in none.
  bool east_asian(std::span<const Word> unit) {
    std::size_t kana = 0;
    std::size_t han = 0;
    std::size_t all = 0;
    for (const Word& word : unit) {
      kana += count_letters(word, [](UScriptCode code) { return code == USCRIPT_HIRAGANA; });
      han += count_letters(word, [](UScriptCode code) { return code == USCRIPT_HAN; });
      all += count_letters(word, [](UScriptCode) { return true; });
    }
    const bool japanese = !writes(USCRIPT_HIRAGANA) && kana >= kLeastKana && kana * 4 >= all;
    const bool sentence = text_.substr(unit.back().end).starts_with("。");
    const bool other = writes(USCRIPT_HIRAGANA) || writes(USCRIPT_HANGUL);
    const bool chinese = other && han >= kLeastHan && han == all && sentence;
    if (!japanese && !chinese) return false;
    return add(unit, static_cast<std::uint32_t>(all / 2), true);
  }

  void latin(std::span<const Word> unit) {
    const auto is_small = [&](const Word& word) { return is_lower(decode_at(text_, word.begin).value); };
    const auto lower = static_cast<std::size_t>(std::count_if(unit.begin(), unit.end(), is_small));
    if (unit.size() < kLeastLatin || lower * 2 < unit.size()) return;
    const Language language = detect_short(text_.substr(unit.front().begin, unit.back().end - unit.front().begin));
    const auto number = table_number(language);
    if (!number) return;
    std::vector<TextSpan> evidence;
    bool small = false;
    for (const Word& word : unit) {
      const WordKinship& kin = kinship(word.hash);
      if ((kin.own() >> *number & 1U) == 0) continue;
      small = small || (kin.small >> *number & 1U) != 0;
      evidence.push_back({word.begin, word.end});
    }
    if (!small || evidence.size() * 2 < unit.size()) return;
    const auto weight = static_cast<std::uint32_t>(evidence.size());
    if (add(unit, weight, true)) found_.back().evidence = std::move(evidence);
  }

  bool add(std::span<const Word> words, std::uint32_t count, bool whole) {
    ForeignStretch stretch;
    stretch.span = {words.front().begin, words.back().end};
    stretch.language = detect_short(text_.substr(stretch.span.begin, stretch.span.size()));
    if (!stretch.language.known() || stretch.language == home_) return false;
    stretch.words = count;
    stretch.weight = kWeight * count;
    using Fills = ForeignStretch::Fills;
    stretch.fills = !whole ? Fills::kNothing : words.size() == words_.size() ? Fills::kLine : Fills::kSentence;
    found_.push_back(std::move(stretch));
    return true;
  }

  std::string_view text_;
  std::span<const Word> words_;
  Language home_;
  std::vector<UScriptCode> scripts_;
  std::vector<ForeignStretch> found_;
};

}  // namespace

std::vector<ForeignStretch> script_stretches(std::string_view text, std::span<const Word> words, Language home) {
  if (!home.known() || words.empty()) return {};
  return Finder(text, words, home).run();
}

}  // namespace stet

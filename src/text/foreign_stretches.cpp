#include "text/foreign_stretches.h"

#include <algorithm>

#include "text/language_id.h"
#include "text/language_model.h"
#include "text/script_stretches.h"
#include "text/stretch_proof.h"
#include "text/unicode.h"
#include "text/unit_words.h"
#include "text/utf8.h"

namespace stet {
namespace {

// A word of another language heats a sentence, one of its own cools it.
constexpr int kHeat[] = {-1, -6, 8, -1};  // by HomeWords::Kind
constexpr int kHeatOfScript = 4;
constexpr int kHeatOfLetters = 6;
constexpr int kBoiling = 8;

constexpr std::size_t kLeastOfScript = 3;  // words
constexpr double kWeightOfScript = 3;
constexpr std::size_t kLongestUnit = 120;  // words

// Whether a word begins with a character of Chinese, Japanese or Korean, which lie between E3 and EF in UTF-8: words
// are runs there that no spaces part.
bool is_wide(std::string_view text, const Word& word) { return static_cast<unsigned char>(text[word.begin]) >= 0xE3; }

// Half words: two characters are about a word there, and a letter by itself is none elsewhere.
std::size_t count_halves(std::string_view text, const Word& word, bool letter) {
  constexpr std::size_t kBytesOfCharacter = 3;
  if (is_wide(text, word)) return (word.end - word.begin) / kBytesOfCharacter;
  return letter ? 0 : 2;  // "α + β" is none
}

// Whether no language of the tables writes any letter of the word: "Ω" is such a word, "TNFα" is not.
bool is_beyond_tables(std::string_view word) {
  for (std::size_t pos = 0; pos < word.size();) {
    const CodePoint c = decode_at(word, pos);
    pos += c.length;
    if (is_digit(c.value) || (c.value < kAlphabetEnd && kAlphabets[c.value] != 0)) return false;
  }
  return true;
}

class Finder {
 public:
  Finder(std::string_view text, std::span<const Word> words, unsigned home)
      : text_(text), words_(words), home_(home), unit_(text, home) {}

  std::vector<ForeignStretch> run() {
    const HomeWords home_words(home_);
    std::size_t first = 0;
    std::size_t own = 0;
    int heat = 0;
    int hottest = 0;
    bool line_begin = true;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const HomeWords::Kind kind = home_words.kind(words_[i].hash);
      own += kind == HomeWords::kAtHome;  // shared words tell nothing of a short line
      heat = std::max(0, heat + (kind == HomeWords::kUnlisted ? heat_of_unlisted(i) : kHeat[kind]));
      hottest = std::max(hottest, heat);
      const Gap gap = i + 1 == words_.size() ? kLineGap : gap_behind(i);
      const std::size_t count = i + 1 - first;
      if (gap == kNoGap && count < kLongestUnit) continue;
      if ((count >= 2 || is_wide(text_, words_[first])) && (hottest >= kBoiling || own * 3 <= count)) {
        look_at(words_.subspan(first, count), line_begin && gap == kLineGap);
      }
      first = i + 1;
      own = 0;
      heat = hottest = 0;
      line_begin = gap == kLineGap;
    }
    return std::move(found_);
  }

 private:
  enum Gap : std::uint8_t { kNoGap, kSentenceGap, kLineGap };

  [[nodiscard]] Gap gap_behind(std::size_t i) const {
    const std::uint32_t begin = words_[i].end;
    const std::uint32_t end = words_[i + 1].begin;
    if (end == begin + 1 && text_[begin] == ' ') return kNoGap;
    Gap gap = kNoGap;
    for (std::uint32_t at = begin; at < end; ++at) {
      const char c = text_[at];
      if (c == '\n' || c == '|' || c == '\t') return kLineGap;
      if ((c == '.' || c == '!' || c == '?' || c == ':') && at + 1 < end) gap = kSentenceGap;
    }
    return gap;
  }

  [[nodiscard]] int heat_of_unlisted(std::size_t i) const {
    const auto first = static_cast<unsigned char>(text_[words_[i].begin]);
    if (UnitWords::is_other_script(first, unit_.latin_home())) return kHeatOfScript;
    const std::string_view word = text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
    const bool capital = first >= 'A' && first <= 'Z';
    if (capital || !has_high_byte(word) || (writers(word) >> home_ & 1U) != 0) return kHeat[HomeWords::kUnlisted];
    return kHeatOfLetters;
  }

  void look_at(std::span<const Word> words, bool line) {
    unit_.take(words);
    const bool suspicious = unit_.is_suspicious();
    if (by_script(line)) return;
    const bool whole = may_be_whole(unit_);
    if (!suspicious && !whole) return;
    unit_.weigh();
    const std::size_t before = found_.size();
    if (suspicious) search(0, words.size(), line);
    if (!whole || found_.size() > before) return;
    if (auto stretch = prove_whole(unit_, line)) found_.push_back(std::move(*stretch));
  }

  // A run in a script that no language of the tables is written in: Greek, Arabic, Devanagari. CLD2 names the language.
  bool by_script(bool line) {
    const auto is_other = [&](std::size_t i) { return is_beyond_tables(unit_.word(i)); };
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t halves = 0;
    while (halves < 2 * kLeastOfScript) {
      for (begin = end; begin < unit_.size() && !is_other(begin);) ++begin;
      if (begin == unit_.size()) return false;
      halves = 0;
      for (end = begin; end < unit_.size() && is_other(end); ++end) {
        halves += count_halves(text_, unit_.at(end), unit_.is_letter(end));
      }
    }
    ForeignStretch stretch;
    stretch.span = {unit_.at(begin).begin, unit_.at(end - 1).end};
    stretch.language = detect_short(text_.substr(stretch.span.begin, stretch.span.size()));
    if (!stretch.language.known() || stretch.language == kTableLanguages[home_]) return false;
    stretch.words = static_cast<std::uint32_t>(halves / 2);
    stretch.weight = kWeightOfScript * stretch.words;
    const bool whole = begin == 0 && end == unit_.size();
    stretch.fills = !whole ? ForeignStretch::Fills::kNothing
                    : line ? ForeignStretch::Fills::kLine
                           : ForeignStretch::Fills::kSentence;
    found_.push_back(std::move(stretch));
    return true;
  }

  void search(std::size_t from, std::size_t to, bool line) {
    if (from + 2 > to) return;
    UnitWords::Run best;
    std::size_t language = home_;
    for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
      if (l == home_) continue;
      const UnitWords::Run run = unit_.best_run(l, from, to);
      if (run.sum <= best.sum) continue;
      best = run;
      language = l;
    }
    if (best.end - best.begin < 2) return;
    const UnitWords::Run whole = unit_.with_edges(best, language, from, to);
    auto stretch = prove_stretch(unit_, whole, language, line);
    const UnitWords::Run& done = stretch ? whole : best;
    search(from, std::min(done.begin, to), line);
    if (stretch) found_.push_back(std::move(*stretch));
    search(std::max(done.end, from), to, line);
  }

  std::string_view text_;
  std::span<const Word> words_;
  unsigned home_;
  UnitWords unit_;
  std::vector<ForeignStretch> found_;
};

}  // namespace

std::vector<ForeignStretch> foreign_stretches(std::string_view text, std::span<const Word> words, Language home) {
  const auto number = table_number(home);
  if (words.empty()) return {};
  return number ? Finder(text, words, *number).run() : script_stretches(text, words, home);
}

}  // namespace stet

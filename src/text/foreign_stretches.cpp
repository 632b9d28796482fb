#include "text/foreign_stretches.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/language_id.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

using Fills = ForeignStretch::Fills;

// What a word of a list is worth, against one whose letters could be of any language.
constexpr float kSmall = 3.0F;
constexpr float kCommon = 2.7F;
constexpr float kBare = 1.8F;
constexpr float kBorrowed = 1.0F;  // a small word of the language, at home here too
// What letters can say of a word that stands in no list.
constexpr float kLetterShare = 0.6F;
constexpr float kMostForLetters = 2.2F;
constexpr float kMostAgainst = -3.5F;
constexpr float kNotWritten = -2.5F;
constexpr float kMostByLetters = 2.5F;
constexpr float kMostAtEdges = 4.0F;
constexpr float kSingleLetter = 0.7F;  // "l’", "à", but "m/w/d" too
constexpr float kName = 0.15F;         // the share that counts of a capitalised word within a sentence

// A word of another language heats a sentence, one of its own cools it.
constexpr int kHot = 3;
constexpr int kWarm = 1;
constexpr int kCooling = 2;
constexpr int kBoiling = 5;

constexpr std::size_t kLongestUnit = 120;  // words

struct Unit {
  std::size_t first = 0;
  std::size_t end = 0;
  bool line = false;  // fills a line or block
};

bool starts_upper(std::string_view text, const Word& word) {
  const auto c = static_cast<unsigned char>(text[word.begin]);
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return is_upper(decode_at(text, word.begin).value);
}

bool is_one_letter(std::string_view word) { return decode_at(word, 0).length == word.size(); }

bool is_number(std::string_view text, const Word& word) {
  return std::all_of(text.begin() + word.begin, text.begin() + word.end, [](char c) { return c >= '0' && c <= '9'; });
}

class Finder {
 public:
  Finder(std::string_view text, std::span<const Word> words, unsigned home)
      : text_(text), words_(words), home_(home), home_bit_(1U << home) {}

  std::vector<ForeignStretch> run() {
    Unit unit;
    std::size_t own = 0;
    std::size_t strange = 0;
    int heat = 0;
    bool hot = false;
    bool line_begin = true;
    const auto close = [&](std::size_t end, bool line_end) {
      unit.end = end;
      unit.line = line_begin && line_end;
      const std::size_t count = unit.end - unit.first;
      if (count >= 2 && (hot || (own * 3 <= count && strange > 0))) analyse(unit);
      unit.first = end;
      own = strange = 0;
      heat = 0;
      hot = false;
      line_begin = line_end;
    };
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const WordKinship& kin = kinship(words_[i].hash);
      if ((kin.own() & home_bit_) != 0) {
        ++own;
        heat = std::max(0, heat - kCooling);
      } else {
        if (kin.own() != 0) heat += (kin.borrowed & home_bit_) != 0 ? kWarm : kHot;
        hot = hot || heat >= kBoiling;
        strange += !starts_upper(text_, words_[i]) && !is_number(text_, words_[i]);
      }
      if (i + 1 == words_.size()) {
        close(i + 1, true);
      } else if (const Gap gap = gap_behind(i); gap != kNoGap) {
        close(i + 1, gap == kLineGap);
      } else if (i + 1 - unit.first >= kLongestUnit) {
        close(i + 1, false);
      }
    }
    return std::move(found_);
  }

 private:
  enum Gap : std::uint8_t { kNoGap, kSentenceGap, kLineGap };

  Gap gap_behind(std::size_t i) const {
    const std::uint32_t begin = words_[i].end;
    const std::uint32_t end = words_[i + 1].begin;
    if (end == begin + 1 && text_[begin] == ' ') return kNoGap;
    Gap gap = kNoGap;
    for (std::uint32_t at = begin; at < end; ++at) {
      switch (text_[at]) {
        case '\n':
        case '|':
        case '\t':
          return kLineGap;
        case '.':
        case '!':
        case '?':
          if (at + 1 < end) gap = kSentenceGap;
          break;
        case ':':
          if (at + 1 < end) gap = kSentenceGap;
          break;
        default:
          break;
      }
    }
    return gap;
  }

  // "University of California", "Tour de France".
  bool is_between_names(std::size_t i) const {
    return i > 0 && i + 1 < words_.size() && starts_upper(text_, words_[i - 1]) && starts_upper(text_, words_[i + 1]);
  }

  std::string_view word(std::size_t i) const { return text_.substr(words_[i].begin, words_[i].end - words_[i].begin); }

  // Scores of the unit's words: how much more each language would like them than the text's own.
  void weigh(const Unit& unit) {
    const std::size_t languages = kTableLanguages.size();
    gains_.assign(unit.end - unit.first, LanguageScores{});
    for (std::size_t i = unit.first; i < unit.end; ++i) {
      LanguageScores& gain = gains_[i - unit.first];
      const WordKinship& kin = kinship(words_[i].hash);
      if ((kin.borrowed & home_bit_) != 0 && (kin.own() & home_bit_) == 0) {
        if (starts_upper(text_, words_[i]) || is_between_names(i)) continue;
        for (std::size_t l = 0; l < languages; ++l) gain[l] = (kin.own() >> l & 1U) != 0 ? kBorrowed : -kBorrowed;
        continue;
      }
      if (is_number(text_, words_[i])) continue;
      const std::string_view w = word(i);
      const LanguageScores letters = letter_scores(w);
      const std::uint32_t written = writers(w);
      const auto worth = [&](std::size_t l) {
        const std::uint32_t bit = 1U << l;
        if ((kin.small & bit) != 0) return kSmall;
        if ((kin.common & bit) != 0) return kCommon;
        const float bare = (kin.bare & bit) != 0 ? kBare : kMostAgainst;
        float guess = std::clamp(letters[l] * kLetterShare, kMostAgainst, kMostForLetters);
        if ((written & bit) == 0) guess = std::min(guess, 0.0F) + kNotWritten;
        return std::max(guess, bare);
      };
      const float at_home = worth(home_);
      const bool upper = starts_upper(text_, words_[i]);
      const bool first = i == unit.first;
      for (std::size_t l = 0; l < languages; ++l) {
        gain[l] = worth(l) - at_home;
        const bool listed = ((kin.own() >> l) & 1U) != 0;
        if (!listed && (kin.own() & home_bit_) == 0) gain[l] = std::clamp(gain[l], -kMostByLetters, kMostByLetters);
        if (is_one_letter(w)) gain[l] = std::clamp(gain[l], -kSingleLetter, kSingleLetter);
        if (upper && !first && !(listed && is_german(l))) gain[l] *= kName;
        if (upper && first && !listed && gain[l] > 0) gain[l] *= 0.5F;
      }
    }
  }

  static bool is_german(std::size_t l) { return kTableLanguages[l] == Language("de"); }

  struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    float sum = 0;
  };
  Run best_run(std::size_t language, std::size_t from, std::size_t to) const {
    Run best;
    Run now{from, from, 0};
    for (std::size_t i = from; i < to; ++i) {
      const float gain = gains_[i][language];
      if (now.sum <= 0) now = {i, i, 0};
      now.sum += gain;
      now.end = i + 1;
      if (now.sum > best.sum) best = now;
    }
    return best;
  }

  void analyse(const Unit& unit) {
    weigh(unit);
    search(unit, 0, unit.end - unit.first);
  }

  void search(const Unit& unit, std::size_t from, std::size_t to) {
    if (to - from < 2) return;
    Run best;
    std::size_t language = home_;
    for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
      if (l == home_) continue;
      const Run run = best_run(l, from, to);
      if (run.sum > best.sum) {
        best = run;
        language = l;
      }
    }
    if (best.end - best.begin < 2) return;
    judge(unit, best, language);
    search(unit, from, best.begin);
    search(unit, best.end, to);
  }

  // Whether the words between the run and `to` may be of its language: none that only the text's own has, and their
  // letters do not say much against it. Names and numbers say nothing.
  bool may_belong(const Unit& unit, std::size_t from, std::size_t to, std::size_t language, float most) const {
    float sum = 0;
    for (std::size_t i = from; i < to; ++i) {
      const std::uint32_t own = kinship(words_[unit.first + i].hash).own();
      if ((own & home_bit_) != 0 && (own >> language & 1U) == 0) return false;
      sum += gains_[i][language];
    }
    return sum > -most;
  }

  // Takes in words at the edges that are weak by themselves: up to the edge of the sentence, else up to another small
  // word of the language that is at home here too.
  void take_in(const Unit& unit, Run& run, std::size_t language) const {
    const std::size_t count = unit.end - unit.first;
    const float most = std::min(kMostAtEdges, run.sum * 0.4F);
    const auto is_its_own = [&](std::size_t i) {
      const std::uint32_t own = kinship(words_[unit.first + i].hash).own();
      return (own >> language & 1U) != 0 && (own & home_bit_) == 0;
    };
    std::size_t begin = 0;
    while (begin < run.begin &&
           !(may_belong(unit, begin, run.begin, language, most) && (begin == 0 || is_its_own(begin)))) {
      ++begin;
    }
    std::size_t end = count;
    while (end > run.end &&
           !(may_belong(unit, run.end, end, language, most) && (end == count || is_its_own(end - 1)))) {
      --end;
    }
    run.begin = begin;
    run.end = end;
  }

  void judge(const Unit& unit, Run run, std::size_t language) {
    take_in(unit, run, language);
    const bool fills = run.begin == 0 && run.end == unit.end - unit.first;
    ForeignStretch stretch;
    stretch.language = kTableLanguages[language];
    stretch.words = static_cast<std::uint32_t>(run.end - run.begin);
    stretch.span = {words_[unit.first + run.begin].begin, words_[unit.first + run.end - 1].end};
    stretch.weight = run.sum;
    stretch.fills = !fills ? Fills::kNothing : unit.line ? Fills::kLine : Fills::kSentence;
    std::size_t lower = 0;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      const Word& w = words_[unit.first + i];
      const WordKinship& kin = kinship(w.hash);
      const bool upper = starts_upper(text_, w);
      lower += !upper;
      if ((kin.own() >> language & 1U) == 0 || ((kin.own() | kin.borrowed) & home_bit_) != 0) continue;
      if (upper && i != 0 && !is_german(language)) continue;
      if (is_one_letter(word(unit.first + i))) continue;
      stretch.evidence.push_back({w.begin, w.end});
    }
    if (!enough(stretch, lower)) return;
    found_.push_back(std::move(stretch));
  }

  // CLD2 is asked where the words alone are no proof. Where it sees the text's own language, they must be many.
  bool enough(const ForeignStretch& stretch, std::size_t lower) const {
    if (lower == 0) return false;
    const std::size_t proofs = stretch.evidence.size();
    const double strict = stretch.language == Language("en") ? 1.0 : 0.0;  // English names and slogans are everywhere
    const double weight = stretch.weight - strict;
    const std::uint32_t words = stretch.words;
    if (weight < 2 || (words < 3 && (stretch.fills != Fills::kLine || proofs == 0))) return false;
    const Language second = detect_short(text_.substr(stretch.span.begin, stretch.span.size()));
    const bool agrees = second == stretch.language;
    if (!agrees && second == kTableLanguages[home_]) return proofs >= 3 && weight >= 12;
    switch (stretch.fills) {
      case Fills::kLine:
        if (words == 2) return weight >= (agrees ? 3.5 : 6);
        if (proofs == 0) return agrees && words >= 4 && weight >= 3;
        return agrees || weight >= (proofs == 1 ? 6 : 5);
      case Fills::kSentence:
        if (proofs == 0) return agrees && words >= 4 && weight >= 4;
        return agrees ? weight >= 3.5 : proofs >= 2 && weight >= 9;
      case Fills::kNothing:
        if (!agrees) return proofs >= 3 && weight >= 11;
        return proofs >= 3 ? weight >= 4.5 : proofs == 2 ? weight >= 6 : proofs == 1 && words >= 5 && weight >= 10;
    }
    return false;
  }

  std::string_view text_;
  std::span<const Word> words_;
  unsigned home_;
  std::uint32_t home_bit_;
  std::vector<LanguageScores> gains_;
  std::vector<ForeignStretch> found_;
};

}  // namespace

std::vector<ForeignStretch> foreign_stretches(std::string_view text, std::span<const Word> words, Language home) {
  const auto number = table_number(home);
  if (!number || words.size() < 2) return {};
  return Finder(text, words, *number).run();
}

}  // namespace stet

#include "text/foreign_stretches.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/language_id.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

using Fills = ForeignStretch::Fills;

// What a word of a list is worth, against one whose letters could be of any language.
constexpr float kAtHome = -1.5F;     // of a word that only other languages list
constexpr float kElsewhere = -1.0F;  // of a word that only third languages list
constexpr float kAgainst = -4.0F;    // of a word that only the text's own language lists
constexpr float kSmall = 3.0F;
constexpr float kCommon = 2.7F;
constexpr float kBare = 1.8F;
constexpr float kBorrowed = 1.2F;  // a small word of the language, at home here too
// What letters can say of a word that stands in no list.
constexpr float kLetterShare = 0.6F;
constexpr float kMostForLetters = 2.2F;
constexpr float kMostAgainst = -3.5F;
constexpr float kNotWritten = -2.5F;
constexpr float kMostByLetters = 2.5F;
constexpr float kForAlphabet = 4.0F;  // where the text's own language does not even write such letters
constexpr float kMayJoin = -0.7F;     // for a word in no list beside a stretch
constexpr float kMostAtEdges = 4.0F;
constexpr float kSingleLetter = 0.7F;  // "l’", "à", but "m/w/d" too
constexpr float kName = 0.15F;         // the share that counts of a capitalised word within a sentence

// A word of another language heats a sentence, one of its own cools it.
constexpr int kHeat[] = {-1, -3, 4, -1};  // by HomeWords::Kind
constexpr int kHeatOfScript = 2;
constexpr int kBoiling = 6;

// The most that a word can speak for a language, before its letters are looked at.
constexpr float kHopeForLetters = 1.3F;
constexpr float kHopeForNames = 0.3F;
constexpr float kLeastHope = 4.5F;        // of a sentence with few words of the text's own
constexpr float kLeastHopeInside = 8.0F;  // of others

constexpr std::size_t kLongestTitle = 4;   // words
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

// Said in articles of their country as they are.
bool is_dialect(Language language) { return language == Language("gsw") || language == Language("nds"); }

bool is_one_letter(std::string_view word) { return decode_at(word, 0).length == word.size(); }

bool has_high_byte(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool is_number(std::string_view text, const Word& word) {
  return std::all_of(text.begin() + word.begin, text.begin() + word.end, [](char c) { return c >= '0' && c <= '9'; });
}

class Finder {
 public:
  Finder(std::string_view text, std::span<const Word> words, unsigned home)
      : text_(text),
        words_(words),
        home_(home),
        home_bit_(1U << home),
        latin_home_((kAlphabets['a'] & home_bit_) != 0) {}

  std::vector<ForeignStretch> run() {
    const HomeWords& home_words = HomeWords::of(home_);
    Unit unit;
    std::size_t own = 0;
    int heat = 0;
    int hottest = 0;
    bool line_begin = true;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const HomeWords::Kind kind = home_words.kind(words_[i].hash);
      own += kind == HomeWords::kAtHome || kind == HomeWords::kShared;
      heat = std::max(0, heat + (is_other_script(i) ? kHeatOfScript : kHeat[kind]));
      hottest = std::max(hottest, heat);
      const Gap gap = i + 1 == words_.size() ? kLineGap : gap_behind(i);
      if (gap == kNoGap && i + 1 - unit.first < kLongestUnit) continue;
      unit.end = i + 1;
      unit.line = line_begin && gap == kLineGap;
      const std::size_t count = unit.end - unit.first;
      if (count >= 2 && (hottest >= kBoiling || own * 3 <= count) && is_suspicious(unit)) analyse(unit);
      unit.first = i + 1;
      own = 0;
      heat = hottest = 0;
      line_begin = gap == kLineGap;
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

  // Whether a word's first letter is Latin where the text's own language is not, or the other way round. In UTF-8 Latin
  // letters begin below 0xCD, but for a few of Vietnamese and phonetics.
  bool is_other_script(std::size_t i) const {
    const auto c = static_cast<unsigned char>(text_[words_[i].begin]);
    return latin_home_ ? c >= 0xCD && c != 0xE1 : c >= 'a' && c < 0xCD;
  }

  // Parts of addresses and file names.
  bool is_glued(std::size_t i) const { return joins_next(i) || (i > 0 && joins_next(i - 1)); }
  bool joins_next(std::size_t i) const {
    return i + 1 < words_.size() && words_[i + 1].begin == words_[i].end + 1 &&
           std::string_view("./@_:=&?#").find(text_[words_[i].end]) != std::string_view::npos;
  }

  std::string_view word(std::size_t i) const { return text_.substr(words_[i].begin, words_[i].end - words_[i].begin); }

  // Whether some language may come to enough, with all that letters could say taken for granted.
  bool is_suspicious(const Unit& unit) {
    kinships_.clear();
    std::uint32_t languages = 0;
    std::size_t own = 0;
    std::size_t strange = 0;
    std::size_t scripts = 0;
    for (std::size_t i = unit.first; i < unit.end; ++i) {
      const WordKinship& kin = kinship(words_[i].hash);
      kinships_.push_back(&kin);
      const bool at_home = (kin.own() & home_bit_) != 0;
      own += at_home;
      if (at_home || (kin.borrowed & home_bit_) != 0) continue;
      languages |= kin.own();
      scripts += is_other_script(i);
      strange += kin.own() == 0 && !starts_upper(text_, words_[i]) && !is_number(text_, words_[i]);
    }
    const std::size_t count = unit.end - unit.first;
    if (scripts >= 3 || (scripts >= 2 && count <= 4)) return true;
    if (own * 4 <= count && strange * 2 >= count && count >= 4) return true;
    const float least = own * 3 <= count ? kLeastHope : kLeastHopeInside;
    for (; languages != 0; languages &= languages - 1) {
      if (most_hope(unit, languages & (~languages + 1)) >= least) return true;
    }
    return false;
  }

  float most_hope(const Unit& unit, std::uint32_t language) const {
    float sum = 0;
    float most = 0;
    for (std::size_t i = unit.first; i < unit.end; ++i) {
      const WordKinship& kin = *kinships_[i - unit.first];
      const bool its_own = (kin.own() & language) != 0;
      if ((kin.own() & home_bit_) != 0) {
        sum += its_own ? 0 : kAgainst;
      } else if ((kin.borrowed & home_bit_) != 0) {
        sum += its_own ? kBorrowed : -kBorrowed;
      } else if (kin.own() != 0) {
        sum += its_own ? kSmall - kAtHome : kElsewhere;
      } else {
        sum += starts_upper(text_, words_[i]) ? kHopeForNames : kHopeForLetters;
      }
      sum = std::max(sum, 0.0F);
      most = std::max(most, sum);
    }
    return most;
  }

  // Scores of the unit's words: how much more each language would like them than the text's own. Lists say it of words
  // that stand in one, letters of the others.
  void weigh(const Unit& unit) {
    gains_.assign(unit.end - unit.first, LanguageScores{});
    for (std::size_t i = unit.first; i < unit.end; ++i) {
      if (is_number(text_, words_[i]) || is_glued(i)) continue;
      LanguageScores& gain = gains_[i - unit.first];
      const WordKinship& kin = *kinships_[i - unit.first];
      if ((kin.own() & home_bit_) != 0) {
        by_list(kin, 0, gain);
      } else if ((kin.borrowed & home_bit_) != 0) {
        if (!starts_upper(text_, words_[i]) && !is_between_names(i)) by_borrowing(kin, gain);
      } else if (kin.own() != 0) {
        by_list(kin, kAtHome, gain);
      } else {
        by_letters(word(i), gain);
      }
      damp(i, i == unit.first, kin, gain);
    }
  }

  void by_list(const WordKinship& kin, float at_home, LanguageScores& gain) const {
    for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
      const std::uint32_t bit = 1U << l;
      if (at_home == 0) {
        gain[l] = (kin.own() & bit) != 0 ? 0 : kAgainst;
      } else {
        gain[l] = (kin.small & bit) != 0    ? kSmall - at_home
                  : (kin.common & bit) != 0 ? kCommon - at_home
                  : (kin.bare & bit) != 0   ? kBare - at_home
                                            : kElsewhere;
      }
    }
  }

  static void by_borrowing(const WordKinship& kin, LanguageScores& gain) {
    for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
      gain[l] = (kin.own() >> l & 1U) != 0 ? kBorrowed : -kBorrowed;
    }
  }

  void by_letters(std::string_view word, LanguageScores& gain) const {
    const LanguageScores letters = letter_scores(word);
    const std::uint32_t written = writers(word);
    const auto worth = [&](std::size_t l) {
      const float guess = std::clamp(letters[l] * kLetterShare, kMostAgainst, kMostForLetters);
      return (written >> l & 1U) != 0 ? guess : std::min(guess, 0.0F) + kNotWritten;
    };
    const float at_home = worth(home_);
    const bool strange = (written & home_bit_) == 0;
    for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
      const float most = strange && (written >> l & 1U) != 0 ? kForAlphabet : kMostByLetters;
      gain[l] = std::clamp(worth(l) - at_home, -kMostByLetters, most);
    }
  }

  // Capitalised words are mostly names, in German nouns.
  void damp(std::size_t i, bool first, const WordKinship& kin, LanguageScores& gain) const {
    const bool letter = is_one_letter(word(i));
    const bool upper = starts_upper(text_, words_[i]);
    if (!letter && !upper) return;
    for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
      const bool listed = (kin.own() >> l & 1U) != 0;
      if (letter) gain[l] = std::clamp(gain[l], -kSingleLetter, kSingleLetter);
      if (upper && !first && !(listed && is_german(l))) gain[l] *= kName;
      if (upper && first && !listed && gain[l] > 0) gain[l] *= 0.5F;
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
  bool may_belong(std::size_t from, std::size_t to, std::size_t language, float most) const {
    float sum = 0;
    for (std::size_t i = from; i < to; ++i) {
      const std::uint32_t own = kinships_[i]->own();
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
      const std::uint32_t own = kinships_[i]->own();
      return (own >> language & 1U) != 0 && (own & home_bit_) == 0;
    };
    std::size_t begin = 0;
    while (begin < run.begin && !(may_belong(begin, run.begin, language, most) && (begin == 0 || is_its_own(begin)))) {
      ++begin;
    }
    std::size_t end = count;
    while (end > run.end && !(may_belong(run.end, end, language, most) && (end == count || is_its_own(end - 1)))) {
      --end;
    }
    const auto may_join = [&](std::size_t i) {
      return kinships_[i]->own() == 0 && gains_[i][language] > kMayJoin && !starts_upper(text_, words_[unit.first + i]);
    };
    while (begin > 0 && begin == run.begin && may_join(begin - 1)) run.begin = --begin;
    while (end < count && end == run.end && may_join(end)) run.end = ++end;
    run.begin = begin;
    run.end = end;
  }

  void judge(const Unit& unit, Run run, std::size_t language) {
    if (is_dialect(kTableLanguages[language])) return;
    take_in(unit, run, language);
    const bool fills = run.begin == 0 && run.end == unit.end - unit.first;
    ForeignStretch stretch;
    stretch.language = kTableLanguages[language];
    stretch.words = count_tokens(unit.first + run.begin, unit.first + run.end);
    stretch.span = {words_[unit.first + run.begin].begin, words_[unit.first + run.end - 1].end};
    stretch.weight = run.sum;
    stretch.fills = !fills ? Fills::kNothing : unit.line ? Fills::kLine : Fills::kSentence;
    std::size_t lower = 0;
    std::size_t strong = 0;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      const Word& w = words_[unit.first + i];
      const WordKinship& kin = kinship(w.hash);
      const bool upper = starts_upper(text_, w);
      lower += !upper && !is_one_letter(word(unit.first + i)) && !is_number(text_, w);
      if (!is_proof(unit.first + i, kin, language)) continue;
      if (upper && i != 0 && !is_german(language)) continue;
      if (is_one_letter(word(unit.first + i))) continue;
      // Letters alone may be of a dish or a name; words of names of both.
      if (kin.own() == 0) ++strong;
      if (kin.own() != 0 && (kin.names >> language & 1U) == 0) strong += 2;
      stretch.evidence.push_back({w.begin, w.end});
    }
    if (stretch.fills == Fills::kNothing && (strong < 2 || may_be_name(unit, run, language))) return;
    if (!enough(stretch, lower)) return;
    found_.push_back(std::move(stretch));
  }

  // A word that the language lists and the text's own lacks, or writes with letters that the text's own lacks.
  bool is_proof(std::size_t i, const WordKinship& kin, std::size_t language) const {
    if (((kin.own() | kin.borrowed) & home_bit_) != 0 || is_glued(i)) return false;
    if (kin.own() != 0) return (kin.own() >> language & 1U) != 0;
    const std::uint32_t written = has_high_byte(word(i)) ? writers(word(i)) : home_bit_;
    return (written & home_bit_) == 0 && (written >> language & 1U) != 0;
  }

  // What white space parts: "l’état" and "by-pass" are one.
  std::uint32_t count_tokens(std::size_t begin, std::size_t end) const {
    std::uint32_t tokens = 1;
    for (std::size_t i = begin; i + 1 < end; ++i) {
      const std::string_view gap = text_.substr(words_[i].end, words_[i + 1].begin - words_[i].end);
      tokens += gap.size() > 1 || gap == " ";
    }
    return tokens;
  }

  bool is_name_word(std::size_t i, std::size_t language) const { return (kinships_[i]->names >> language & 1U) != 0; }

  // "Centre national de la recherche scientifique", "Das Leben der Anderen": a capital within the sentence at its
  // begin or before it, and no small words but those of names; or all of it capitals but such words.
  bool may_be_name(const Unit& unit, const Run& run, std::size_t language) const {
    const auto upper = [&](std::size_t i) { return starts_upper(text_, words_[unit.first + i]); };
    bool sentence = false;
    bool capitals = upper(run.begin);
    for (std::size_t i = run.begin; i < run.end; ++i) {
      sentence = sentence || ((kinships_[i]->small >> language & 1U) != 0 && !is_name_word(i, language));
      capitals = capitals && (upper(i) || is_name_word(i, language) || is_one_letter(word(unit.first + i)));
    }
    if (capitals) return true;
    const bool is_short = run.end - run.begin <= kLongestTitle;
    if (sentence && !is_short) return false;
    if (upper(run.begin) && (run.begin > 0 || is_short)) return true;
    return !sentence && has_head(unit, run.begin, language);
  }

  // Whether a capitalised word that is not the text's own stands before, and between only words that names may hold.
  bool has_head(const Unit& unit, std::size_t begin, std::size_t language) const {
    for (std::size_t i = begin; i > 1;) {
      const Word& next = words_[unit.first + i];
      --i;
      const Word& w = words_[unit.first + i];
      if (next.begin > w.end + 3) return false;  // a letter of two bytes, such as ’, may stand between
      const bool at_home = (kinships_[i]->own() & home_bit_) != 0;
      if (starts_upper(text_, w)) return !at_home || is_one_letter(word(unit.first + i));
      if (at_home && !is_name_word(i, language) && (kinships_[i]->own() >> language & 1U) == 0) return false;
    }
    return false;
  }

  bool has_small(const ForeignStretch& stretch) const {
    const auto number = table_number(stretch.language);
    return std::any_of(stretch.evidence.begin(), stretch.evidence.end(), [&](TextSpan span) {
      return (kinship(hash_word(text_.substr(span.begin, span.size()))).small >> *number & 1U) != 0;
    });
  }

  std::size_t different(const std::vector<TextSpan>& evidence) const {
    std::vector<std::string> words;
    for (const TextSpan span : evidence) words.push_back(fold(text_.substr(span.begin, span.size())));
    std::sort(words.begin(), words.end());
    return static_cast<std::size_t>(std::unique(words.begin(), words.end()) - words.begin());
  }

  // CLD2 is asked where the words alone are no proof. Where it sees the text's own language, they must be many.
  bool enough(const ForeignStretch& stretch, std::size_t lower) const {
    if (lower == 0) return false;
    const std::size_t proofs = different(stretch.evidence);
    // Names and titles, in which German nouns are no sign: "Head of Research and Development".
    if (stretch.language != Language("de") && lower * 5 + 2 < stretch.words * 2 && proofs < 3) return false;
    const double strict = stretch.language == Language("en") ? 1.0 : 0.0;  // English names and slogans are everywhere
    const double weight = stretch.weight - strict;
    const std::uint32_t words = stretch.words;
    if (weight < 2 || words < 2 || (words < 3 && (stretch.fills != Fills::kLine || proofs == 0))) return false;
    const Language second = detect_short(text_.substr(stretch.span.begin, stretch.span.size()));
    const bool agrees = second == stretch.language;
    if (!agrees && second == kTableLanguages[home_]) return proofs >= 3 && weight >= 12;
    // English nouns in a row are a loan anywhere: "first lady", "search engine optimization".
    const bool phrase = stretch.language != Language("en") || has_small(stretch);
    if (!phrase && (words == 2 || (stretch.fills == Fills::kNothing && words < 6))) return false;
    switch (stretch.fills) {
      case Fills::kLine:
        if (words == 2) return weight >= (agrees ? 3 : 4.4);
        if (proofs == 0) return agrees && words >= 4;
        return agrees || weight >= 4.5;
      case Fills::kSentence:
        if (proofs == 0) return agrees && words >= 4 && weight >= 2.5;
        return agrees ? weight >= 3 : weight >= (proofs == 1 ? 7.5 : 6.5);
      case Fills::kNothing:
        if (!agrees) return proofs >= 3 ? weight >= 8 : proofs == 2 && words >= 4 && weight >= 8.5;
        if (proofs >= 2) return weight >= (proofs == 2 ? 5.5 : 4.5);
        return proofs == 1 && weight >= (words == 3 ? 9 : 7);
    }
    return false;
  }

  std::string_view text_;
  std::span<const Word> words_;
  unsigned home_;
  std::uint32_t home_bit_;
  bool latin_home_;
  std::vector<const WordKinship*> kinships_;  // of the unit's words
  std::vector<LanguageScores> gains_;         // likewise
  std::vector<ForeignStretch> found_;
};

}  // namespace

std::vector<ForeignStretch> foreign_stretches(std::string_view text, std::span<const Word> words, Language home) {
  const auto number = table_number(home);
  if (!number || words.size() < 2) return {};
  return Finder(text, words, *number).run();
}

}  // namespace stet

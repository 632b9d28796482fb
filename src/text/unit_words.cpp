#include "text/unit_words.h"

namespace stet {
namespace {

// What a word of a list is worth, against one whose letters could be of any language.
constexpr float kAtHome = -1.5F;      // of a word that only other languages list
constexpr float kElsewhere = -1.0F;   // of a word that only third languages list
constexpr float kAgainst = -4.0F;     // of a word that only the text's own language lists
constexpr float kBarred = -12.0F;     // of a small one
constexpr float kMayBeOf = -1.8F;     // at best, of one that may be the other language's too, by its letters
constexpr float kIsHardlyOf = -3.0F;  // by its letters it is not
constexpr float kSmall = 3.0F;
constexpr float kCommon = 2.7F;
constexpr float kForms = 2.2F;
constexpr float kBare = 1.6F;
constexpr float kBorrowed = 1.2F;    // a word of the language, borrowed here
constexpr float kInItsPlace = 2.2F;  // likewise a small one before a word in small letters: no part of a name
// How much less for letters that speak for the text's own language.
constexpr float kContrast = 0.5F;
constexpr float kMostContrast = 1.8F;
// What letters can say of a word that stands in no list.
constexpr float kLetterShare = 0.6F;
constexpr float kMostForLetters = 2.2F;
constexpr float kMostAgainst = -3.5F;
constexpr float kNotWritten = -2.5F;
constexpr float kMostByLetters = 2.5F;
constexpr float kForAlphabet = 4.0F;  // where the text's own language does not even write such letters
constexpr float kMayJoin = -0.7F;     // for a word in no list beside a stretch
constexpr float kMostAtEdges = 4.0F;
constexpr float kShareAtEdges = 0.4F;
constexpr float kSingleLetter = 0.7F;  // "l’", "à", but "m/w/d" too
constexpr float kFirstName = 0.5F;     // the share that counts of one that begins the sentence, and
constexpr float kName = 0.15F;         // the share that counts of a capitalised word within a sentence

// Words in capitals, and letters of a word, that make a line of capitals.
constexpr std::size_t kLeastCapitals = 2;
constexpr std::size_t kLeastLetters = 4;

// The most that a word can speak for a language, before its letters are looked at.
constexpr float kHopeForLetters = 1.3F;
constexpr float kHopeForNames = 0.3F;
constexpr float kLeastHope = 4.5F;        // of a sentence with few words of the text's own
constexpr float kLeastHopeWhole = 3.5F;   // in a language that has all words of the text's own
constexpr float kLeastHopeInside = 5.6F;  // of others

const Language kGerman("de");

}  // namespace

void UnitWords::take(std::span<const Word> words) {
  words_ = words;
  kinships_.clear();
  const std::uint32_t told = ~kNearLanguages[home_];
  for (const Word& word : words) {
    WordKinship& kin = kinships_.emplace_back(kinship(word.hash));
    kin.common &= told;
    kin.forms &= told;
    kin.bare &= told;
  }
  capitals_ = is_capitals();
}

// "LA CIUDAD CONFIRMA EL CIERRE"; "GmbH & Co. KG" is none, nor is "NATO USA UN".
bool UnitWords::is_capitals() const {
  std::size_t long_words = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    std::size_t letters = 0;
    for (std::size_t pos = words_[i].begin; pos < words_[i].end; ++letters) {
      const CodePoint c = decode_at(text_, pos);
      if (is_lower(c.value)) return false;
      pos += c.length;
    }
    long_words += letters >= kLeastLetters;
  }
  return long_words >= kLeastCapitals;
}

bool UnitWords::is_suspicious() const {
  std::uint32_t languages = 0;
  std::uint32_t whole = ~home_bit_;  // languages that have all words which the text's own has
  std::size_t own = 0;
  std::size_t strange = 0;
  std::size_t scripts = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    own += is_at_home(i);
    if (is_at_home(i) && !is_letter(i)) whole &= kin(i).own();
    if (is_known_here(i)) {
      if (!is_at_home(i) && is_in_its_place(i)) languages |= kin(i).small;
      continue;
    }
    languages |= kin(i).own();
    if (kin(i).own() == 0 && !is_upper(i) && is_strange(i)) languages |= writers(word(i)) & ~home_bit_;
    scripts += is_other_script(static_cast<unsigned char>(text_[words_[i].begin]), latin_home_);
    strange += kin(i).own() == 0 && !is_upper(i) && !is_number(i);
  }
  if (scripts >= 3 || (scripts >= 2 && size() <= 4)) return true;
  if (own * 4 <= size() && strange * 2 >= size() && size() >= 4) return true;
  const float least = own * 3 <= size() ? kLeastHope : kLeastHopeInside;
  for (; languages != 0; languages &= languages - 1) {
    const std::uint32_t language = languages & (~languages + 1);
    if (most_hope(language) >= ((whole & language) != 0 ? std::min(least, kLeastHopeWhole) : least)) return true;
  }
  return false;
}

float UnitWords::most_hope(std::uint32_t language) const {
  float sum = 0;
  float most = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    const bool its_own = (kin(i).own() & language) != 0;
    if (is_at_home(i)) {
      sum += its_own ? 0 : (kin(i).small & home_bit_) != 0 ? kAgainst : kMayBeOf;
    } else if (is_known_here(i)) {
      sum += !its_own ? -kBorrowed : is_in_its_place(i) ? kInItsPlace : kBorrowed;
    } else if (kin(i).own() != 0) {
      sum += its_own ? kSmall - kAtHome : kElsewhere;
    } else {
      sum += is_upper(i) ? kHopeForNames : is_strange(i) ? kForAlphabet : kHopeForLetters;
    }
    sum = std::max(sum, 0.0F);
    most = std::max(most, sum);
  }
  return most;
}

void UnitWords::weigh() {
  gains_.assign(size(), LanguageScores{});
  std::uint32_t whole = ~0U;  // languages that have all small words which the text's own has
  for (std::size_t i = 0; i < size(); ++i) {
    if (is_small_of(i, home_)) whole &= kin(i).own();
  }
  for (std::size_t i = 0; i < size(); ++i) {
    if (is_number(i) || is_glued(i)) continue;
    LanguageScores& gain = gains_[i];
    if (is_at_home(i)) {
      by_list(kin(i), 0, gain);
      if ((kin(i).small & home_bit_) != 0) {
        if (!is_upper(i) && !is_letter(i) && !is_hyphenated(i)) bar(kin(i), gain);
      } else {
        relate(i, gain);
      }
    } else if (is_known_here(i)) {
      const bool in_place = is_in_its_place(i);
      if ((is_upper(i) && !in_place) || is_between_names(i)) continue;
      for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
        const bool small = in_place && (whole >> l & 1U) != 0 && is_small_of(i, l);
        gain[l] = !is_of(i, l) ? -kBorrowed : small ? kInItsPlace : is_upper(i) ? 0 : kBorrowed;
      }
      if (is_upper(i)) continue;
    } else if (kin(i).own() != 0) {
      by_list(kin(i), kAtHome, gain);
      contrast(i, gain);
    } else {
      by_letters(word(i), gain);
    }
    damp(i, gain);
  }
}

void UnitWords::by_list(const WordKinship& kin, float at_home, LanguageScores& gain) const {
  for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
    const std::uint32_t bit = 1U << l;
    if (at_home == 0) {
      const bool listed = (kin.own() & bit) != 0 || ((kin.borrowed & bit) != 0 && (kin.small & home_bit_) == 0);
      gain[l] = listed ? 0 : kAgainst;
    } else {
      gain[l] = (kin.small & bit) != 0    ? kSmall - at_home
                : (kin.common & bit) != 0 ? kCommon - at_home
                : (kin.forms & bit) != 0  ? kForms - at_home
                : (kin.bare & bit) != 0   ? kBare - at_home
                                          : kElsewhere;
    }
  }
}

// Between two names: "Le Monde und der Figaro". No stretch holds a small word that only the text's own language has.
void UnitWords::bar(const WordKinship& kin, LanguageScores& gain) {
  for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
    if ((kin.own() >> l & 1U) == 0) gain[l] = kBarred;
  }
}

// A word that may well be the text's own by its letters is a weaker sign: "palestinos" is Portuguese, and Spanish too.
void UnitWords::contrast(std::size_t i, LanguageScores& gain) const {
  const LanguageScores letters = letter_scores(word(i));
  for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
    if (!is_of(i, l) || is_small_of(i, l)) continue;
    gain[l] -= std::clamp((letters[home_] - letters[l]) * kContrast, 0.0F, kMostContrast);
  }
}

// No list is whole: "utilizadas" is listed in Portuguese, and may well be Spanish by its letters.
void UnitWords::relate(std::size_t i, LanguageScores& gain) const {
  const std::uint32_t written = writers(word(i));
  const LanguageScores letters = letter_scores(word(i));
  for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
    if (is_of(i, l) || (kin(i).borrowed >> l & 1U) != 0 || (written >> l & 1U) == 0) continue;
    gain[l] = std::clamp(kMayBeOf + (letters[l] - letters[home_]) * kContrast, kAgainst, kMayBeOf);
  }
}

void UnitWords::by_letters(std::string_view word, LanguageScores& gain) const {
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
void UnitWords::damp(std::size_t i, LanguageScores& gain) const {
  const bool letter = is_letter(i);
  const bool upper = is_upper(i);
  if (!letter && !upper) return;
  for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
    if (letter) gain[l] = std::clamp(gain[l], -kSingleLetter, kSingleLetter);
    if (upper && i > 0 && !(is_of(i, l) && kTableLanguages[l] == kGerman)) gain[l] *= kName;
    if (upper && i == 0 && !is_of(i, l) && gain[l] > 0) gain[l] *= kFirstName;
  }
}

// "The economic capital", "of the city"; not "The Hague", "Museum of Modern Art", nor in a loan: "alla romana".
bool UnitWords::is_in_its_place(std::size_t i) const {
  if (i + 1 == size() || is_letter(i) || (is_upper(i) && i > 0)) return false;
  if (is_known_here(i + 1) && !is_at_home(i + 1) && kin(i + 1).small == 0) return false;
  return !is_upper(i + 1) && !is_number(i + 1) && words_[i + 1].begin == words_[i].end + 1;
}

// "University of California", "Tour de France".
bool UnitWords::is_between_names(std::size_t i) const {
  return i > 0 && i + 1 < size() && is_upper(i - 1) && is_upper(i + 1);
}

// "non-fiction"
bool UnitWords::is_hyphenated(std::size_t i) const {
  return (words_[i].end < text_.size() && text_[words_[i].end] == '-') ||
         (words_[i].begin > 0 && text_[words_[i].begin - 1] == '-');
}

bool UnitWords::joins_next(std::size_t i) const {
  return i + 1 < size() && words_[i + 1].begin == words_[i].end + 1 &&
         std::string_view("./@_:=&?#").find(text_[words_[i].end]) != std::string_view::npos;
}

bool UnitWords::is_strange(std::size_t i) const {
  return (has_high_byte(word(i)) || !latin_home_) && (writers(word(i)) & home_bit_) == 0;
}

bool UnitWords::has_letters_of(std::size_t i, std::size_t language) const {
  if (!has_high_byte(word(i)) && latin_home_) return false;
  const std::uint32_t written = writers(word(i));
  return (written & home_bit_) == 0 && (written >> language & 1U) != 0;
}

UnitWords::Run UnitWords::best_run(std::size_t language, std::size_t from, std::size_t to) const {
  Run best;
  Run now{from, from, 0};
  for (std::size_t i = from; i < to; ++i) {
    if (now.sum <= 0) now = {i, i, 0};
    now.sum += gain(i, language);
    now.end = i + 1;
    if (now.sum > best.sum) best = now;
  }
  return best;
}

bool UnitWords::is_against(std::size_t i, std::size_t language) const {
  if (!is_at_home(i) || is_of(i, language)) return false;
  if (is_small_of(i, home_)) return true;
  return (kin(i).borrowed >> language & 1U) == 0 && (is_upper(i) || gain(i, language) < kIsHardlyOf);
}

// Whether the words may be of the language: none that only the text's own has, and their letters do not say much
// against it. Names and numbers say nothing.
bool UnitWords::may_belong(std::size_t from, std::size_t to, std::size_t language, float most) const {
  float sum = 0;
  for (std::size_t i = from; i < to; ++i) {
    if (is_against(i, language)) return false;
    sum += gain(i, language);
  }
  return sum > -most;
}

// Up to the edge of the unit, else up to another word of the language, else by a word in no list.
UnitWords::Run UnitWords::with_edges(Run run, std::size_t language, std::size_t from, std::size_t to) const {
  const float most = std::min(kMostAtEdges, run.sum * kShareAtEdges);
  const auto is_its_own = [&](std::size_t i) { return is_of(i, language) && !is_at_home(i); };
  const auto may_join = [&](std::size_t i) {
    return kin(i).own() == 0 && gain(i, language) > kMayJoin && !is_upper(i);
  };
  std::size_t begin = from;
  while (begin < run.begin && !(may_belong(begin, run.begin, language, most) && (begin == 0 || is_its_own(begin)))) {
    ++begin;
  }
  std::size_t end = to;
  while (end > run.end && !(may_belong(run.end, end, language, most) && (end == size() || is_its_own(end - 1)))) --end;
  // A name before it is the text's own where a mark stands between: "im Werk Europe, nuevo primer ministro".
  const auto is_parted = [&](std::size_t i) { return words_[i + 1].begin > words_[i].end + 1; };
  while (begin > 0 && begin + 2 < end && is_name(begin, language) && is_parted(begin)) ++begin;
  run.begin = std::max(run.begin, begin);
  if (begin == run.begin) {
    while (begin > from && may_join(begin - 1)) --begin;
  }
  if (end == run.end) {
    while (end < to && may_join(end)) ++end;
  }
  return {begin, end, run.sum};
}

}  // namespace stet

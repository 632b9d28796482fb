#include "check/kinds/consistency/stray_spelling_support.h"

#include <algorithm>

#include "text/ending_changes.h"
#include "text/language_model.h"

namespace stet {
namespace {

constexpr std::size_t kShortest = 6;  // letters of the longer one
constexpr std::size_t kPlain = 7;     // from here on an edit inside of the word tells
constexpr std::size_t kLongName = 10;
// In these last letters lies the inflection of nearly all words: an edit there tells only when it makes letters that
// no word has.
constexpr std::size_t kEnding = 3;

// How much less likely the letters of one word are than those of another, in nats.
float strangeness(std::string_view word, std::string_view other, unsigned home) {
  const LetterCost one = letter_cost(word, home);
  const LetterCost two = letter_cost(other, home);
  return std::max(one.sum - two.sum, one.worst - two.worst);
}

// Whether words of the language differ so in their endings.
bool is_inflection(const SingleEdit& edit, std::u32string_view wrong, std::u32string_view right, unsigned home) {
  const auto behind = [&](std::u32string_view word) {
    std::u32string rest(word.substr(edit.at));
    for (char32_t& c : rest) c = base_letter(c);
    return rest;
  };
  return is_ending_change(behind(wrong), behind(right), home);
}

SlipDoubt doubtful_if(bool is_true) { return is_true ? SlipDoubt::kDoubtful : SlipDoubt::kNothing; }

// An edit in the last three letters: only what inflection does not do. `is_foreign_ending`: no listed words of the
// language differ so, and the right one is listed.
SlipDoubt doubt_ending(const SingleEdit& edit, std::u32string_view wrong, std::u32string_view right, float strange,
                       bool is_foreign_ending, const SpellingHabits& habits) {
  const std::u32string_view longer = longer_of(wrong, right);
  const std::size_t behind = longer.size() - edit.at;
  const bool is_other = edit.kind == SingleEdit::kOther;
  if (is_foreign_ending && (!is_other || (longer.size() > kPlain && strange >= 2))) {
    return longer.size() > kPlain && !is_other ? SlipDoubt::kSure : SlipDoubt::kDoubtful;
  }
  if (edit.kind == SingleEdit::kSwapped) {
    return behind == kEnding ? SlipDoubt::kSure : doubtful_if(longer.size() > kPlain && strange >= 2);
  }
  const bool has_vowel = is_vowel(wrong[std::min(edit.at, wrong.size() - 1)], habits) ||
                         is_vowel(right[std::min(edit.at, right.size() - 1)], habits);
  if (edit.kind == SingleEdit::kOther) {
    const bool are_vowels = is_vowel(wrong[edit.at], habits) && is_vowel(right[edit.at], habits);
    return doubtful_if(behind > 1 && !are_vowels && strange >= (has_vowel ? 6 : 5));
  }
  // "Programe": one of two consonants before the last letter; not Italian "faremmo", "faremo".
  const bool is_undoubled = wrong.size() < right.size() && behind == 2 && is_doubling(edit, wrong, right) &&
                            !is_vowel(longer[edit.at], habits) && !longer.ends_with(U"mmo");
  if (behind < kEnding) return doubtful_if(is_undoubled);
  if (wrong.size() > right.size()) return doubtful_if(strange >= 6);
  // A consonant out of a cluster, which no ending has: "piezómetos".
  const bool is_of_cluster = !is_vowel(longer[edit.at], habits) && !is_vowel(longer[edit.at - 1], habits) &&
                             habits.endings.find(longer[edit.at]) == std::u32string::npos;
  return doubtful_if(is_of_cluster || strange >= 4);
}

SlipDoubt doubt_edit(const SingleEdit& edit, std::u32string_view wrong, std::u32string_view right, float strange,
                     bool is_listed, bool is_foreign_ending, const SpellingHabits& habits) {
  const std::size_t letters = std::max(wrong.size(), right.size());
  if (letters - edit.at <= kEnding) {
    if (letters >= kPlain) return doubt_ending(edit, wrong, right, strange, is_foreign_ending, habits);
    // "Huegla", "huelga".
    return doubtful_if(is_listed && letters == kShortest && edit.kind == SingleEdit::kSwapped &&
                       letters - edit.at == kEnding);
  }
  if (edit.kind == SingleEdit::kSwapped) return letters >= kPlain ? SlipDoubt::kSure : SlipDoubt::kDoubtful;
  if (letters < kPlain) return doubtful_if(wrong.size() >= right.size() && strange >= 4);
  if (wrong.size() < right.size()) return SlipDoubt::kSure;
  if (wrong.size() > right.size()) return strange >= 2 ? SlipDoubt::kSure : SlipDoubt::kDoubtful;
  return strange >= 3 ? SlipDoubt::kSure : doubtful_if(strange >= 2);
}

// Of two strange words that stand once each, whether this one is the slip: the longer one where a letter is doubled or
// makes strange letters, the shorter one where any other is lost, else the one with the less likely letters.
bool is_stranger(const SingleEdit& edit, std::u32string_view wrong, std::u32string_view right, float strange) {
  if (edit.kind != SingleEdit::kOneMore) return strange > 0;
  const bool is_longer_wrong =
      is_doubling(edit, wrong, right) || (wrong.size() > right.size() ? strange : -strange) >= 4;
  return (wrong.size() > right.size()) == is_longer_wrong;
}

}  // namespace

SlipDoubt doubt_spelling(const SpelledWord& word, const SpelledWord& other, Language language, bool capital_nouns,
                         const SpellingHabits& habits) {
  const auto home = table_number(language);
  if (!home) return SlipDoubt::kNothing;
  const WordKinship& kin = kinship(word.hash);
  const bool is_listed = (kinship(other.hash).own() >> *home & 1U) != 0;
  // "parlament" in English may be another language's, but not where the article has the right word again and again.
  const bool is_foreign = !(kin == kKinships[0]);
  if ((kin.own() >> *home & 1U) != 0 || (is_foreign && !(is_listed && other.count > 1 && begins_lower(word.text)))) {
    return SlipDoubt::kNothing;
  }
  const std::u32string wrong = folded_letters(word.text);
  const std::u32string right = folded_letters(other.text);
  const auto is_digit = [](char32_t c) { return c >= '0' && c <= '9'; };
  if (std::ranges::any_of(wrong, is_digit)) return SlipDoubt::kNothing;
  const auto edit = single_edit(wrong, right);
  const std::size_t letters = std::max(wrong.size(), right.size());
  if (!edit || edit->at == 0 || letters < kShortest || is_known_pair(wrong, right, habits)) return SlipDoubt::kNothing;
  // "Töchter", "Tochter": a plural.
  if (capital_nouns && edit->kind == SingleEdit::kOther &&
      (base_letter(wrong[edit->at]) == base_letter(right[edit->at]) ||
       (letters <= kPlain && is_vowel(wrong[edit->at], habits) && is_vowel(right[edit->at], habits)))) {
    return SlipDoubt::kNothing;
  }
  const float strange = strangeness(word.text, other.text, *home);
  if (!is_listed && other.count == 1 && !is_stranger(*edit, wrong, right, strange)) return SlipDoubt::kNothing;
  const bool is_telling = edit->kind == SingleEdit::kSwapped || wrong.size() < right.size();
  const bool differ = begins_lower(word.text) != begins_lower(other.text);
  if (differ && !word.opens_clause && !other.opens_clause) {
    // A noun and a verb of one stem; a name and a word.
    if (capital_nouns || !is_listed || !is_telling || letters <= kPlain) return SlipDoubt::kNothing;
  }
  const bool is_foreign_ending = is_listed && !is_inflection(*edit, wrong, right, *home);
  const SlipDoubt doubt = doubt_edit(*edit, wrong, right, strange, is_listed, is_foreign_ending, habits);
  if (doubt != SlipDoubt::kSure) return doubt;
  // "Schadenersatz", "Schadensersatz".
  const bool at_joint = edit->kind == SingleEdit::kOneMore && !is_doubling(*edit, wrong, right) &&
                        habits.joints.find(longer_of(wrong, right)[edit->at]) != std::u32string::npos;
  if (at_joint && !is_listed && strange < 4) return letters < kLongName ? SlipDoubt::kDoubtful : SlipDoubt::kNothing;
  // Two persons may have names one letter apart, and two strange words may be two.
  const bool may_be_name = !begins_lower(word.text) && !is_listed;
  // "Le Courrier", "le Courier": names, where only names have capitals.
  if (!capital_nouns && !differ && !begins_lower(word.text) && !word.opens_clause && !other.opens_clause) {
    return SlipDoubt::kDoubtful;
  }
  if (may_be_name && letters < (is_telling && !capital_nouns ? kPlain + 2 : kLongName)) return SlipDoubt::kDoubtful;
  if (!is_listed && other.count == 1 && wrong.size() < right.size() && !capital_nouns) return SlipDoubt::kDoubtful;
  return differ ? SlipDoubt::kDoubtful : SlipDoubt::kSure;
}

}  // namespace stet

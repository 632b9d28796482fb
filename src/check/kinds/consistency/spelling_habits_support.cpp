#include "check/kinds/consistency/spelling_habits_support.h"

#include <algorithm>

#include "text/unicode.h"

namespace stet {
namespace {

// A consonant more or less makes another word too often, but in long ones.
constexpr std::size_t kLong = 10;
constexpr std::size_t kTelling = 9;

}  // namespace

SpellingHabits read_habits(const Definition& definition, Language language, Errors& errors) {
  SpellingHabits habits;
  if (const auto* letters = definition.option<std::string>(language, "vowels")) {
    habits.vowels = folded_letters(*letters);
  }
  if (const auto* letters = definition.option<std::string>(language, "endings")) {
    habits.endings = folded_letters(*letters);
  }
  if (const auto* letters = definition.option<std::string>(language, "joints")) {
    habits.joints = folded_letters(*letters);
  }
  if (const auto* doubles = definition.option<bool>(language, "doubles")) habits.doubles = *doubles;
  for (const auto& [key, pairs] : {std::pair("variants", &habits.variants), std::pair("apart", &habits.apart)}) {
    const auto* list = definition.option<std::vector<std::string>>(language, key);
    if (list == nullptr) continue;
    for (const std::string& entry : *list) {
      const std::size_t equals = entry.find('=');
      if (equals == entry.npos) {
        errors.push_back({.message = "variants and apart must be \"ONE=OTHER\", not \"" + entry + "\""});
        continue;
      }
      pairs->emplace_back(folded_letters(entry.substr(0, equals)), folded_letters(entry.substr(equals + 1)));
    }
  }
  return habits;
}

std::u32string_view longer_of(std::u32string_view a, std::u32string_view b) { return a.size() > b.size() ? a : b; }

bool is_doubling(const SingleEdit& edit, std::u32string_view a, std::u32string_view b) {
  if (edit.kind != SingleEdit::kOneMore || edit.at == 0) return false;
  const std::u32string_view longer = longer_of(a, b);
  return longer[edit.at] == longer[edit.at - 1];
}

bool is_slip(const SingleEdit& edit, std::u32string_view wrong, std::u32string_view right,
             const SpellingHabits& habits) {
  const bool has_digit = std::any_of(wrong.begin(), wrong.end(), [](char32_t c) { return c >= '0' && c <= '9'; });
  if (has_digit) return false;
  const std::u32string_view longer = longer_of(wrong, right);
  if (edit.kind == SingleEdit::kSwapped) return true;
  if (is_doubling(edit, wrong, right)) return habits.doubles && edit.at + kTail <= longer.size();
  if (edit.at + kTail >= longer.size()) return false;
  if (edit.kind == SingleEdit::kOther) return is_vowel(wrong[edit.at], habits) != is_vowel(right[edit.at], habits);
  const char32_t letter = longer[edit.at];
  if (is_vowel(letter, habits)) return true;
  return longer.size() >= kLong && habits.joints.find(letter) == std::u32string::npos;
}

bool is_known_pair(const std::u32string& a, const std::u32string& b, const SpellingHabits& habits) {
  const auto replaced = [](std::u32string word, const std::u32string& from, const std::u32string& to) {
    for (std::size_t at = 0; (at = word.find(from, at)) != std::u32string::npos; at += to.size()) {
      word.replace(at, from.size(), to);
    }
    return word;
  };
  const auto makes = [&](const std::u32string& from, const std::u32string& one, const std::u32string& other,
                         const std::u32string& to) {
    return from.find(one) != std::u32string::npos && replaced(from, one, other) == to;
  };
  for (const auto& [one, other] : habits.apart) {
    if (makes(a, one, other, b) || makes(b, one, other, a)) return true;
  }
  return std::any_of(habits.variants.begin(), habits.variants.end(), [&](const auto& pair) {
    return replaced(a, pair.first, pair.second) == replaced(b, pair.first, pair.second);
  });
}

bool is_telling(const SingleEdit& edit, std::u32string_view wrong, std::u32string_view right,
                const SpellingHabits& habits) {
  if (edit.kind == SingleEdit::kSwapped) return true;
  const std::u32string_view longer = longer_of(wrong, right);
  return longer.size() >= kTelling && (edit.kind == SingleEdit::kOther || is_vowel(longer[edit.at], habits));
}

bool is_vowel(char32_t c, const SpellingHabits& habits) {
  return habits.vowels.find(base_letter(c)) != std::u32string::npos;
}

}  // namespace stet

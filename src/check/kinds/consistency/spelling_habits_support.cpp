#include "check/kinds/consistency/spelling_habits_support.h"

#include <algorithm>

#include "text/unicode.h"

namespace stet {
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

bool is_vowel(char32_t c, const SpellingHabits& habits) {
  return habits.vowels.find(base_letter(c)) != std::u32string::npos;
}

}  // namespace stet

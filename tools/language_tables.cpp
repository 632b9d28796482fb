// Turns rules/lexicon/common-words.toml into tables: what language a word is of, and which three letters in a row each
// language likes and in which endings its words differ, learnt from these words; and from ICU's CLDR data, which
// letters each language writes.
//
// usage: language_tables WORDS.toml OUTPUT.cpp
//
// src/text/language_tables.h says what the tables hold.
#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "text/ending_changes.h"
#include "text/language_model.h"
#include "text/language_tables.h"
#include "text/utf8.h"
#include "text/words.h"

namespace {

using stet::LetterRun;
using stet::WordKinship;

struct Language {
  std::string code;
  std::vector<std::string> small;
  std::vector<std::string> common;
  std::vector<std::string> forms;
  std::vector<std::string> verbs;
  std::vector<std::string> borrowed;
  std::vector<std::string> names;
  std::vector<std::string> near;
};

std::vector<std::string> words_of(const toml::table& section, std::string_view key) {
  std::vector<std::string> out;
  if (const toml::array* list = section[key].as_array()) {
    for (const toml::node& item : *list) {
      const std::string text = item.value_or(std::string());
      std::vector<stet::Word> words;
      stet::cut_words(text, words);
      for (const stet::Word& word : words) out.push_back(text.substr(word.begin, word.end - word.begin));
    }
  }
  return out;
}

// "stem stem = ~ending ~ending!": each stem with each ending; "!" marks those of finite verbs.
struct Forms {
  std::vector<std::string> all;
  std::vector<std::string> verbs;
};

Forms forms_of(const toml::table& section) {
  Forms out;
  const toml::array* list = section["forms"].as_array();
  if (list == nullptr) return out;
  for (const toml::node& item : *list) {
    const std::string text = item.value_or(std::string());
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) std::fputs("language_tables: forms without =\n", stderr);
    std::istringstream stems(text.substr(0, equals));
    for (std::string stem; stems >> stem;) {
      std::istringstream endings(equals == std::string::npos ? "~" : text.substr(equals + 1));
      for (std::string ending; endings >> ending;) {
        const bool verb = ending.ends_with('!');
        if (verb) ending.pop_back();
        const std::size_t place = ending.find('~');
        if (place == std::string::npos) std::fputs("language_tables: an ending without ~\n", stderr);
        out.all.push_back(place == std::string::npos ? stem : ending.replace(place, 1, stem));
        if (verb) out.verbs.push_back(out.all.back());
      }
    }
  }
  return out;
}

// In the order of the file, so that the first of equally good languages is the commoner one.
std::vector<Language> read(const toml::table& file) {
  std::vector<std::pair<unsigned, Language>> found;
  for (const auto& [key, node] : file) {
    const toml::table* section = node.as_table();
    if (section == nullptr || key.str() == "any") continue;
    Forms forms = forms_of(*section);
    const std::vector<std::string> irregular = words_of(*section, "verbs");
    forms.all.insert(forms.all.end(), irregular.begin(), irregular.end());
    forms.verbs.insert(forms.verbs.end(), irregular.begin(), irregular.end());
    found.push_back({section->source().begin.line,
                     {std::string(key.str()), words_of(*section, "small"), words_of(*section, "common"),
                      std::move(forms.all), std::move(forms.verbs), words_of(*section, "borrowed"),
                      words_of(*section, "names"), words_of(*section, "near")}});
  }
  const toml::table* any = file["any"].as_table();
  const std::vector<std::string> international =
      any != nullptr ? words_of(*any, "borrowed") : std::vector<std::string>();
  for (auto& [line, language] : found) {
    language.borrowed.insert(language.borrowed.end(), international.begin(), international.end());
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Language> languages;
  for (auto& [line, language] : found) languages.push_back(std::move(language));
  return languages;
}

void write_near(std::string& out, const std::vector<Language>& languages) {
  std::array<std::uint32_t, stet::kMostLanguages> near{};
  for (std::size_t i = 0; i < languages.size(); ++i) {
    for (std::size_t k = 0; k < languages.size(); ++k) {
      const auto& names = languages[i].near;
      if (std::find(names.begin(), names.end(), languages[k].code) != names.end()) near[i] |= 1U << k;
    }
  }
  out +=
      fmt::format("const std::array<std::uint32_t, kMostLanguages> kNearLanguages = {{{}}};\n", fmt::join(near, ","));
}

// "même" as it is typed without accents.
std::string bare(const std::string& word) {
  std::string out;
  const std::string folded = stet::fold(word);
  for (std::size_t pos = 0; pos < folded.size();) {
    const stet::CodePoint c = stet::decode_at(folded, pos);
    if (c.value < 0x300 || c.value > 0x36F) out.append(folded, pos, c.length);
    pos += c.length;
  }
  return out;
}

// Two words in one place are shared too.
stet::HomeTable home_table(const std::map<std::uint32_t, WordKinship>& words, std::uint32_t language) {
  constexpr int kFew = 3;  // languages that a word of one's own may have in common
  using Kind = stet::HomeWords::Kind;
  stet::HomeTable table{};
  for (const auto& [hash, kin] : words) {
    const bool at_home = (kin.own() & language) != 0;
    if (!at_home && (kin.own() == 0 || (kin.borrowed & language) != 0)) continue;
    const bool shared = at_home && std::popcount(kin.own()) > kFew;
    const Kind kind = shared ? Kind::kShared : at_home ? Kind::kAtHome : Kind::kElsewhere;
    const std::uint32_t at = hash >> stet::kHomeShift;
    table[at / 32] |= std::uint64_t{kind} << at % 32 * 2;
  }
  return table;
}

void write_words(std::string& out, const std::vector<Language>& languages) {
  std::map<std::uint32_t, WordKinship> words;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const std::uint32_t bit = 1U << i;
    for (const std::string& word : languages[i].small) words[stet::hash_word(word)].small |= bit;
    for (const std::string& word : languages[i].common) {
      WordKinship& kin = words[stet::hash_word(word)];
      if ((kin.small & bit) == 0) kin.common |= bit;
    }
    for (const std::string& word : languages[i].forms) {
      WordKinship& kin = words[stet::hash_word(word)];
      if (((kin.small | kin.common) & bit) == 0) kin.forms |= bit;
    }
    for (const std::string& word : languages[i].verbs) words[stet::hash_word(word)].verbs |= bit;
    for (const std::string& word : languages[i].borrowed) words[stet::hash_word(word)].borrowed |= bit;
    for (const std::string& word : languages[i].names) words[stet::hash_word(word)].names |= bit;
  }
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const std::uint32_t bit = 1U << i;
    for (const auto* list : {&languages[i].small, &languages[i].common, &languages[i].forms}) {
      for (const std::string& word : *list) {
        const std::string plain = bare(word);
        if (plain == stet::fold(word)) continue;
        WordKinship& kin = words[stet::hash_word(plain)];
        if (kin.small != 0) continue;  // "the" is no "thé"
        if (((kin.small | kin.common | kin.forms) & bit) == 0) kin.bare |= bit;
      }
    }
  }
  std::vector<WordKinship> classes = {WordKinship{}};
  std::map<std::array<std::uint32_t, 7>, std::size_t> class_numbers;
  if (words.size() * 4 > stet::kWordSlots * 3) std::fprintf(stderr, "language_tables: raise kWordSlots\n");
  std::vector<std::uint32_t> hashes(stet::kWordSlots);
  std::vector<std::size_t> numbers(stet::kWordSlots);
  for (const auto& [hash, kin] : words) {
    const auto [found, is_new] = class_numbers.try_emplace(
        {kin.small, kin.common, kin.forms, kin.bare, kin.borrowed, kin.names, kin.verbs}, classes.size());
    if (is_new) classes.push_back(kin);
    std::uint32_t slot = hash % stet::kWordSlots;
    while (hashes[slot] != 0) slot = (slot + 1) % stet::kWordSlots;
    hashes[slot] = hash;
    numbers[slot] = found->second;
  }
  out += fmt::format("const std::array<std::uint32_t, kWordSlots> kWordHashes = {{{}}};\n", fmt::join(hashes, ","));
  out += fmt::format("const std::array<std::uint16_t, kWordSlots> kWordClasses = {{{}}};\n", fmt::join(numbers, ","));
  out += "namespace {\nconstexpr WordKinship kKinshipData[] = {\n";
  for (const WordKinship& k : classes)
    out += fmt::format("{{{},{},{},{},{},{},{}}},\n", k.small, k.common, k.forms, k.bare, k.borrowed, k.names, k.verbs);
  out += "};\n}  // namespace\nconst std::span<const WordKinship> kKinships = kKinshipData;\n";
  out += "namespace {\nconstexpr HomeTable kHomeTableData[] = {\n";
  for (std::size_t i = 0; i < languages.size(); ++i) {
    out += fmt::format("{{{{{:#x}}}}},\n", fmt::join(home_table(words, 1U << i), "U,"));
  }
  out += "};\n}  // namespace\nconst std::span<const HomeTable> kHomeTables = kHomeTableData;\n";
}

// Counts of letters in a row, and P(third | first two) smoothed by Witten and Bell's method, down to the even chance.
class Letters {
 public:
  void add(const std::string& word, double weight) {
    stet::each_letter_run(word, [&](LetterRun run) {
      three_[run] += weight;
      after_two_[run >> 11U].insert(run & 0x7FFU);
      two_[run >> 11U] += weight;
      pair_[run & 0x3FFFFFU] += weight;
      after_one_[(run >> 11U) & 0x7FFU].insert(run & 0x7FFU);
      one_[(run >> 11U) & 0x7FFU] += weight;
    });
  }
  [[nodiscard]] const std::map<LetterRun, double>& runs() const { return three_; }
  [[nodiscard]] double chance(LetterRun run) const {
    const double even = 1.0 / 60;
    const LetterRun middle = (run >> 11U) & 0x7FFU;
    const double kinds1 = after_one_.count(middle) ? static_cast<double>(after_one_.at(middle).size()) : 0;
    const double pair = (value(pair_, run & 0x3FFFFFU) + (kinds1 + 2) * even) / (value(one_, middle) + kinds1 + 2);
    const double kinds2 = after_two_.count(run >> 11U) ? static_cast<double>(after_two_.at(run >> 11U).size()) : 0;
    return (value(three_, run) + (kinds2 + 2) * pair) / (value(two_, run >> 11U) + kinds2 + 2);
  }

 private:
  static double value(const std::map<LetterRun, double>& map, LetterRun key) {
    const auto it = map.find(key);
    return it == map.end() ? 0 : it->second;
  }
  std::map<LetterRun, double> three_, two_, pair_, one_;
  std::map<LetterRun, std::set<LetterRun>> after_two_, after_one_;
};

void write_letters(std::string& out, const std::vector<Language>& languages) {
  std::vector<Letters> models(languages.size());
  std::set<LetterRun> runs;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    for (const std::string& word : languages[i].small) models[i].add(word, 1);
    for (const std::string& word : languages[i].common) models[i].add(word, 1);
    for (const auto& [run, count] : models[i].runs()) runs.insert(run);
  }
  std::uint32_t slots = 1;
  while (slots < runs.size() * 2) slots *= 2;
  std::vector<std::uint64_t> keys(slots);
  std::uint32_t number = 0;
  std::string rows;
  for (const LetterRun run : runs) {
    std::uint32_t slot = stet::letter_slot(run, slots);
    while (keys[slot] != 0) slot = (slot + 1) % slots;
    keys[slot] = run << 24U | ++number;
    rows += "{{";
    for (std::size_t i = 0; i < stet::kMostLanguages; ++i) {
      const double cost = i < languages.size() ? -std::log(models[i].chance(run)) * stet::kLetterScale : 255;
      rows += fmt::format("{},", std::min(255L, std::lround(cost)));
    }
    rows += "}},\n";
  }
  out += fmt::format("namespace {{\nconstexpr std::uint64_t kLetterKeyData[] = {{{}}};\n", fmt::join(keys, ","));
  out += "constexpr LetterCosts kLetterCostData[] = {\n" + rows + "};\n}  // namespace\n";
  out += "const std::span<const std::uint64_t> kLetterKeys = kLetterKeyData;\n";
  out += "const std::span<const LetterCosts> kLetterCosts = kLetterCostData;\n";
}

// The letters of a word without marks, case folded.
std::u32string letters_of(const std::string& word) {
  std::u32string out;
  const std::string plain = bare(word);
  for (std::size_t pos = 0; pos < plain.size();) {
    const stet::CodePoint c = stet::decode_at(plain, pos);
    out += c.value;
    pos += c.length;
  }
  return out;
}

// In how many ways the words go on that begin alike, pair by pair.
std::vector<std::uint64_t> ending_changes(const Language& language) {
  std::set<std::u32string> words;
  for (const auto* list : {&language.small, &language.common, &language.forms}) {
    for (const std::string& word : *list) words.insert(letters_of(word));
  }
  std::map<std::u32string, std::vector<std::u32string>> endings;  // by beginning
  for (const std::u32string& word : words) {
    constexpr std::size_t kShortestBeginning = 3;
    for (std::size_t i = 0; i <= stet::kLongestEnding && word.size() >= kShortestBeginning + i; ++i) {
      endings[word.substr(0, word.size() - i)].push_back(word.substr(word.size() - i));
    }
  }
  std::map<std::uint64_t, std::size_t> shown;
  for (const auto& [beginning, all] : endings) {
    for (std::size_t j = 1; j < all.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        const bool differ = all[i].empty() || all[j].empty() || all[i].front() != all[j].front();
        if (differ) ++shown[stet::ending_change_key(all[i], all[j])];
      }
    }
  }
  std::vector<std::uint64_t> keys;
  for (const auto& [key, count] : shown) {
    if (count >= stet::kFewestShown) keys.push_back(key);
  }
  return keys;
}

void write_endings(std::string& out, const std::vector<Language>& languages) {
  std::string rows;
  out += "namespace {\n";
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const std::vector<std::uint64_t> keys = ending_changes(languages[i]);
    if (!keys.empty()) {
      out += fmt::format("constexpr std::uint64_t kEndings{}[] = {{{:#x}U}};\n", i, fmt::join(keys, "U,"));
    }
    rows += keys.empty() ? "{},\n" : fmt::format("kEndings{},\n", i);
  }
  out += "const std::span<const std::uint64_t> kEndingData[] = {\n" + rows + "};\n}  // namespace\n";
  out += "const std::span<const std::span<const std::uint64_t>> kEndingChanges = kEndingData;\n";
}

// The letters of CLDR's main exemplar sets.
void write_alphabets(std::string& out, const std::vector<Language>& languages) {
  std::array<std::uint32_t, stet::kAlphabetEnd> users{};
  for (std::size_t i = 0; i < languages.size(); ++i) {
    UErrorCode status = U_ZERO_ERROR;
    ULocaleData* data = ulocdata_open(languages[i].code.c_str(), &status);
    icu::UnicodeSet set;
    if (U_SUCCESS(status)) {
      ulocdata_getExemplarSet(data, set.toUSet(), USET_ADD_CASE_MAPPINGS, ULOCDATA_ES_STANDARD, &status);
    }
    if (languages[i].code != "la" && U_SUCCESS(status)) {
      for (char32_t c = 0; c < stet::kAlphabetEnd; ++c) {
        if (set.contains(static_cast<UChar32>(c))) users[c] |= 1U << i;
      }
    }
    if (data != nullptr) ulocdata_close(data);
  }
  for (char32_t c = 'a'; c <= 'z'; ++c) {  // loan words are written with them everywhere
    for (const char32_t both : {c, static_cast<char32_t>(c - 32)}) {
      for (std::size_t i = 0; i < languages.size(); ++i) {
        const bool cyrillic = languages[i].code == "ru" || languages[i].code == "uk" || languages[i].code == "bg";
        if (!cyrillic) users[both] |= 1U << i;
      }
    }
  }
  out += fmt::format("const std::array<std::uint32_t, kAlphabetEnd> kAlphabets = {{{}}};\n", fmt::join(users, ","));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: language_tables WORDS.toml OUTPUT.cpp\n", stderr);
    return 2;
  }
  const toml::parse_result file = toml::parse_file(argv[1]);
  if (!file) {
    std::fprintf(stderr, "language_tables: %s: %s\n", argv[1], std::string(file.error().description()).c_str());
    return 1;
  }
  const std::vector<Language> languages = read(file.table());
  if (languages.size() > stet::kMostLanguages) {
    std::fputs("language_tables: more languages than kMostLanguages\n", stderr);
    return 1;
  }
  std::string out =
      "// Written by tools/language_tables.cpp.\n#include \"text/ending_changes.h\"\n#include "
      "\"text/language_tables.h\"\n\nnamespace stet {\n";
  out += "namespace {\nconstexpr Language kLanguageData[] = {\n";
  for (const Language& language : languages) out += fmt::format("Language(\"{}\"),\n", language.code);
  out += "};\n}  // namespace\nconst std::span<const Language> kTableLanguages = kLanguageData;\n";
  write_near(out, languages);
  write_words(out, languages);
  write_letters(out, languages);
  write_alphabets(out, languages);
  write_endings(out, languages);
  out += "}  // namespace stet\n";
  std::ofstream(argv[2], std::ios::binary) << out;
  return 0;
}

// Kind `name-across-files`: a full name that another file of the run transliterates in another way.
//
// Only spellings that a transliteration tells apart, or a mark: one letter more or less parts two people across files
// far more often than it is a slip.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "check/across_files.h"
#include "check/check.h"
#include "check/kinds/word_support.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"spellings", KeyType::kStrings, "what transliterations write in several ways, \"dsch=j\""},
    {"no-first", KeyType::kStrings, "stand before a name and are no first names or titles"},
    {"transliterated", KeyType::kStrings, "ends of surnames that come from another script"},
    {"no-names", KeyType::kStrings, "names of which two spellings are two names: \"Fisher\", \"Fischer\""},
});
constexpr std::size_t kLeastGiven = 3;  // letters
constexpr std::size_t kLeastSurname = 5;

std::uint64_t hash_of(std::string_view text, std::uint64_t hash) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return (hash ^ 0xFFU) * 0x100000001B3ULL;
}

std::uint64_t value_of(const Word& given, const Word& surname) {
  return std::uint64_t{given.hash} << 32U | surname.hash;
}

// The letters, every run of one as one, but for "Zelenskyy".
std::u32string without_doubles(std::string_view word) {
  std::u32string letters = folded_letters(word);
  const auto is_double = [](char32_t a, char32_t b) { return a == b && a != U'i' && a != U'y'; };
  letters.erase(std::unique(letters.begin(), letters.end(), is_double), letters.end());
  return letters;
}

class NameAcrossFiles final : public Check {
 public:
  NameAcrossFiles(const Definition& definition, Errors& errors) : definition_(definition) {
    std::vector<std::string> bad;
    for (const auto& [language, section] : definition.sections) {
      if (const auto* list = definition.option<std::vector<std::string>>(language, "spellings")) {
        for (const std::string& entry : *list) spelling_.add(entry, bad);
      }
      if (const auto* list = definition.option<std::vector<std::string>>(language, "transliterated")) {
        transliterated_.insert(transliterated_.end(), list->begin(), list->end());
      }
      for (const auto& [key, words] : {std::pair("no-first", &no_first_), std::pair("no-names", &no_names_)}) {
        if (const auto* list = definition.option<std::vector<std::string>>(language, key)) {
          for (const std::string& word : *list) words->insert(hash_word(word));
        }
      }
    }
    for (const std::string& entry : bad) {
      errors.push_back({.message = "spellings must be \"LETTERS=LETTERS\", not \"" + entry + "\""});
    }
  }

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    if (sink.lines_of_run() == nullptr) return;
    std::unordered_map<std::uint64_t, Trace> names;  // by key; value 0: spelled in two ways here
    std::vector<std::uint64_t> order;
    std::unordered_set<std::uint64_t> seen;
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      if (!definition_.looks_at(block.role) || !definition_.sections.contains(block.language)) continue;
      const auto words = document.words(block);
      bool was = false;
      for (std::size_t i = 0; i < words.size(); ++i) {
        const bool now = is_capitalised(word_text(block, words[i]));
        const bool pair = was && now;
        was = now;
        if (!pair || !is_adjacent(block.text, words[i - 1].end, words[i].begin)) continue;
        const std::uint64_t value = value_of(words[i - 1], words[i]);
        if (!seen.insert(value).second) continue;
        const std::uint64_t key = key_of(block, words[i - 1], words[i]);
        if (key == 0) continue;
        const auto [it, is_new] = names.emplace(key, Trace{key, value, {b, {words[i - 1].begin, words[i].end}}});
        if (is_new) {
          order.push_back(key);
        } else {
          it->second.value = 0;
        }
      }
    }
    for (const std::uint64_t key : order) {
      if (const Trace& trace = names.at(key); trace.value != 0) sink.leave(trace);
    }
  }

  [[nodiscard]] bool may_clash(std::uint64_t mine, std::uint64_t other) const override { return mine != other; }

  [[nodiscard]] std::optional<Finding> judge(const Document& document, const Facts& /*facts*/, const Trace& mine,
                                             const Elsewhere& other) const override {
    const std::string_view here =
        document.block(mine.place.block).text.substr(mine.place.span.begin, mine.place.span.size());
    const auto [given, surname] = parts_of(here);
    const auto [other_given, other_surname] = parts_of(other.written());
    if (surname.empty() || other_surname.empty()) return std::nullopt;
    const std::uint64_t known = std::uint64_t{hash_word(other_given)} << 32U | hash_word(other_surname);
    if (known != other.value || !is_variant(given, surname, other_given, other_surname)) return std::nullopt;
    Finding finding;
    finding.place = mine.place;
    const std::string written = std::string(other_given) + " " + std::string(other_surname);
    if (other.files > 1) finding.wording = "several";
    finding.values = {{"name", std::string(given) + " " + std::string(surname)},
                      {"other", written},
                      {"files", NumberValue{static_cast<double>(other.files)}},
                      {"path", other.document.path()}};
    finding.related.push_back({{}, "elsewhere", {{"other", written}}, true});
    return finding;
  }

 private:
  // 0 for what is no full name.
  [[nodiscard]] std::uint64_t key_of(const Block& block, const Word& given, const Word& surname) const {
    if (given.end - given.begin < kLeastGiven || surname.end - surname.begin < kLeastSurname) return 0;
    if (no_first_.contains(given.hash) || no_names_.contains(surname.hash)) return 0;
    const std::uint64_t language = hash_of(block.language.code(), 0xCBF29CE484222325ULL);
    return hash_of(spelling_.of(word_text(block, surname)), hash_of(spelling_.of(word_text(block, given)), language)) |
           1U;
  }

  static std::pair<std::string_view, std::string_view> parts_of(std::string_view name) {
    std::vector<Word> words;
    cut_words(name, words);
    if (words.size() < 2) return {};
    const auto text = [&](const Word& word) { return name.substr(word.begin, word.end - word.begin); };
    return {text(words.front()), text(words.back())};
  }

  // Whether the names, which have one key, differ in more than doubled letters; in the first name by more than a mark.
  [[nodiscard]] bool is_variant(std::string_view given, std::string_view surname, std::string_view other_given,
                                std::string_view other_surname) const {
    const std::u32string a = without_doubles(surname);
    const std::u32string b = without_doubles(other_surname);
    if (a != b) return !has_other_umlauts(a, b);
    // Only names that are transliterated at all: "Sonja" and "Sonya Berg" are two people.
    return without_marks(given) != without_marks(other_given) && is_transliterated(surname);
  }

  [[nodiscard]] bool is_transliterated(std::string_view surname) const {
    const std::string key = spelling_.of(surname);
    return key != without_marks(surname) ||
           std::ranges::any_of(transliterated_, [&](const std::string& end) { return key.ends_with(end); });
  }

  // "Möller" and "Moller" are two names.
  static bool has_other_umlauts(std::u32string_view a, std::u32string_view b) {
    // A letter with a mark is one number, which ends with the mark's.
    const auto has_diaeresis = [](char32_t c) { return c >= 0x200000U && (c & 0x3FFU) == 0x308U; };
    return std::ranges::count_if(a, has_diaeresis) != std::ranges::count_if(b, has_diaeresis);
  }

  static std::string without_marks(std::string_view word) { return SpellingKey().of(word); }

  const Definition& definition_;
  SpellingKey spelling_;
  std::vector<std::string> transliterated_;
  std::unordered_set<std::uint32_t> no_first_;
  std::unordered_set<std::uint32_t> no_names_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<NameAcrossFiles>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind name_across_files;
const Kind name_across_files{.name = "name-across-files",
                             .doc = "a name that another file of the run spells in another way",
                             .keys = {},
                             .section_keys = kSectionKeys,
                             .make = make,
                             .needs_bad_example = false,
                             .across_files = true};
}  // namespace kinds
}  // namespace stet

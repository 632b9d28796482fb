// Kind `organisation-name`: the name of an organisation that changes by a word or a letter, or an abbreviation whose
// letters change places.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "check/kinds/consistency/people_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"joiners", KeyType::kStrings, "small words inside of names: \"of\""},
    {"kinds", KeyType::kStrings, "words for organisations that are taken for each other: \"Institute\", \"Centre\""},
    {"houses", KeyType::kStrings, "words before one name that is half another: \"Literaturhaus\""},
    {"unless", KeyType::kPhrases, "silence names in whose sentences they stand: \"the other\"", true},
    {"house-begins", KeyType::kStrings, "with which the names of many houses begin: \"bel\" (\"Hotel Belvedere\")"},
});

constexpr std::size_t kLeastCapitals = 3;       // of a name
constexpr std::size_t kLeastCapitalsKind = 4;   // of one whose kind of organisation changes
constexpr std::size_t kLeastCapitalsShort = 2;  // the same in a short article
constexpr std::size_t kShortArticle = 250;      // words
constexpr std::size_t kLeastHouseSlip = 6;      // letters of a house's name that is misspelt
constexpr std::size_t kMostWords = 10;
constexpr std::size_t kLeastShared = 3;        // letters with which two names of houses begin
constexpr std::size_t kLeastKept = 5;          // the same where no compounds are made
constexpr std::size_t kMostOfHouse = 4;        // letters in which they then may differ
constexpr std::size_t kLeastSlip = 5;          // letters of a word that is misspelt
constexpr std::size_t kMostRuns = 2000;        // of an article: more are a register
constexpr std::size_t kLeastAbbreviation = 3;  // letters
constexpr std::size_t kMostAbbreviation = 6;

// Words with capitals in a row, with small ones between them.
struct Run {
  std::uint32_t block = 0;
  std::size_t first = 0;  // number of a word in the block
  std::size_t count = 0;
  std::size_t capitals = 0;
};

bool is_abbreviation(std::string_view word) {
  return word.size() >= kLeastAbbreviation && word.size() <= kMostAbbreviation &&
         std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

class OrganisationName final : public Check {
 public:
  explicit OrganisationName(const Definition& definition)
      : definition_(definition),
        joiners_(name_words(definition, "joiners")),
        kinds_(name_words(definition, "kinds")),
        houses_(name_words(definition, "houses")) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    compare_runs(document, facts, sink);
    compare_abbreviations(document, sink);
  }

 private:
  [[nodiscard]] std::vector<Run> read_runs(const Document& document) const {
    std::vector<Run> runs;
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      if (!definition_.looks_at(block.role) || !joiners_.contains(block.language)) continue;
      const auto& joiners = joiners_.at(block.language);
      const auto words = document.words(block);
      for (std::size_t i = 0; i < words.size();) {
        if (begins_lower(word_text(block, words[i])) || is_small(block, words[i])) {
          ++i;
          continue;
        }
        Run run{b, i, 0, 0};
        for (std::size_t k = i; k < words.size() && k - i < kMostWords; ++k) {
          if (k > i && !is_adjacent(block.text, words[k - 1].end, words[k].begin)) break;
          if (!begins_lower(word_text(block, words[k]))) {
            run.count = k + 1 - i;
            ++run.capitals;
          } else if (!joiners.contains(words[k].hash)) {
            break;
          }
        }
        i += std::max<std::size_t>(run.count, 1);
        // "Institut für Moorkunde"
        const bool of_kind =
            run.capitals == 2 && run.count > 2 && kinds_.at(block.language).contains(words[run.first].hash);
        if ((run.capitals >= kLeastCapitals || of_kind) && runs.size() < kMostRuns) runs.push_back(run);
        // "Lesung im Literaturhaus Elbufer" ends with the name of a house.
        if (run.count < 2 || runs.size() >= kMostRuns) continue;
        const std::size_t house = run.first + run.count - 2;
        if (houses_.at(block.language).contains(words[house].hash)) runs.push_back({b, house, 2, 2});
      }
    }
    return runs;
  }

  // In a long article two bodies may work on one thing.
  [[nodiscard]] bool is_short(const Document& document) const {
    return words_looked_at(document, definition_) <= kShortArticle;
  }

  // "The" at the begin of a sentence.
  static bool is_small(const Block& block, const Word& word) {
    const auto home = table_number(block.language);
    return home && (kinship(word.hash).small >> *home & 1U) != 0;
  }

  // Runs that are equal but for one word.
  void compare_runs(const Document& document, const Facts& facts, Sink& sink) const {
    std::unordered_map<std::uint64_t, const Run*> known;
    const std::vector<Run> runs = read_runs(document);
    std::set<std::uint64_t> seen;
    for (const Run& run : runs) {
      const auto words = document.words(document.block(run.block)).subspan(run.first, run.count);
      for (std::size_t gap = 0; gap < words.size(); ++gap) {
        std::uint64_t key = gap + 1;
        for (std::size_t i = 0; i < words.size(); ++i) {
          key = (key ^ (i == gap ? 0 : words[i].hash)) * 0x9E3779B97F4A7C15ULL;
          key ^= key >> 29U;
        }
        const auto [entry, is_new] = known.emplace(key, &run);
        if (is_new) continue;
        const Run& other = *entry->second;
        const Word& one = document.words(document.block(other.block))[other.first + gap];
        if (one.hash == words[gap].hash || !is_other_name(document, facts, other, run, one, words[gap])) continue;
        if (!seen.insert(key).second || are_two(document, facts, one.hash, words[gap].hash)) continue;
        report(document, {run.block, {words[gap].begin, words[gap].end}}, {other.block, {one.begin, one.end}}, "",
               sink);
      }
    }
  }

  [[nodiscard]] bool is_other_name(const Document& document, const Facts& facts, const Run& a, const Run& b,
                                   const Word& one, const Word& other) const {
    const Block& block = document.block(a.block);
    const Block& other_block = document.block(b.block);
    if (block.language != other_block.language) return false;
    if (a.block == b.block && sentence_at(block.text, one.begin).contains(TextSpan{other.begin, other.end}))
      return false;
    // "Literaturhaus Elbufer", "Literaturhaus Elbblick".
    if (a.capitals == 2 && a.count == 2) {
      const std::u32string x = folded_letters(word_text(block, one));
      const std::u32string y = folded_letters(word_text(other_block, other));
      const auto shared = static_cast<std::size_t>(std::ranges::mismatch(x, y).in1 - x.begin());
      if (shared >= kLeastShared && shared + 2 <= std::min(x.size(), y.size()) &&
          is_half_kept(facts, block, x, y, shared)) {
        return true;
      }
      // "Hotel Seeblick", "Hotel Seeblik", but not "Seeblicks".
      const bool slip = std::min(x.size(), y.size()) >= kLeastHouseSlip && single_edit(x, y).has_value();
      return slip && x.front() == y.front() && x != y + U"s" && y != x + U"s" && x != y + U"n" && y != x + U"n";
    }
    const auto& kinds = kinds_.at(block.language);
    if (kinds.contains(one.hash) && kinds.contains(other.hash)) {
      return b.capitals >= (is_short(document) ? kLeastCapitalsShort : kLeastCapitalsKind);
    }
    if (a.capitals < kLeastCapitals) return false;
    const std::u32string x = folded_letters(word_text(block, one));
    const std::u32string y = folded_letters(word_text(other_block, other));
    const auto edit = single_edit(x, y);
    if (!edit || std::min(x.size(), y.size()) < kLeastSlip) return false;
    if (edit->at < 2 || edit->at + 1 >= std::max(x.size(), y.size())) return false;
    const auto home = table_number(block.language);
    return home && ((kinship(one.hash).own() & kinship(other.hash).own()) >> *home & 1U) == 0;
  }

  // Whether the shared begin of two names tells that they are one: no begin of many names, and of most letters where
  // names are no compounds.
  [[nodiscard]] bool is_half_kept(const Facts& facts, const Block& block, const std::u32string& x,
                                  const std::u32string& y, std::size_t shared) const {
    const bool compounds = facts.numbers(block).capital_nouns;
    const std::size_t longer = std::max(x.size(), y.size());
    if (!compounds && (shared < kLeastKept || longer > shared + kMostOfHouse)) return false;
    const auto* begins = definition_.option<std::vector<std::string>>(block.language, "house-begins");
    if (begins == nullptr) return true;
    return std::ranges::none_of(*begins, [&](const std::string& entry) {
      const std::u32string begin = folded_letters(entry);
      return shared <= begin.size() + (compounds ? 0 : 1) && x.starts_with(begin) && y.starts_with(begin);
    });
  }

  // Whether some sentence has both words, or "another" beside one of them.
  [[nodiscard]] bool are_two(const Document& document, const Facts& facts, std::uint32_t a, std::uint32_t b) const {
    const auto blocks = document.blocks();
    for (std::uint32_t number = 0; number < blocks.size(); ++number) {
      const Block& block = blocks[number];
      TextSpan of_a;
      TextSpan of_b;
      for (const Word& word : document.words(block)) {
        if (word.hash != a && word.hash != b) continue;
        const TextSpan sentence = sentence_at(block.text, word.begin);
        if (!facts.matches().in(definition_.slot, number, sentence).empty()) return true;
        (word.hash == a ? of_a : of_b) = sentence;
        if (of_a == of_b) return true;
      }
    }
    return false;
  }

  // "(LDV)" once, "LVD" elsewhere.
  void compare_abbreviations(const Document& document, Sink& sink) const {
    std::map<std::string, TextPlace> defined;  // by their letters, sorted
    std::set<std::string> in_brackets;
    const auto each = [&](auto action) {
      const auto blocks = document.blocks();
      for (std::uint32_t b = 0; b < blocks.size(); ++b) {
        if (!definition_.looks_at(blocks[b].role) || !kinds_.contains(blocks[b].language)) continue;
        for (const Word& word : document.words(blocks[b])) {
          const std::string_view text = word_text(blocks[b], word);
          if (is_abbreviation(text)) action(TextPlace{b, {word.begin, word.end}}, std::string(text));
        }
      }
    };
    const auto is_in_brackets = [&](const TextPlace& place) {
      const std::string_view text = document.block(place.block).text;
      return place.span.begin > 0 && text[place.span.begin - 1] == '(' && place.span.end < text.size() &&
             text[place.span.end] == ')';
    };
    const auto sorted = [](std::string letters) {
      std::ranges::sort(letters);
      return letters;
    };
    bool any = false;
    for (std::uint32_t b = 0; b < document.blocks().size() && !any; ++b) any = document.block(b).others.has('(');
    if (!any) return;
    each([&](const TextPlace& place, const std::string& text) {
      if (is_in_brackets(place)) in_brackets.insert(text);
      if (is_in_brackets(place) && stands_for_words(document, place, text)) defined.emplace(sorted(text), place);
    });
    if (defined.empty()) return;
    std::set<std::string> seen;
    each([&](const TextPlace& place, const std::string& text) {
      const auto found = defined.find(sorted(text));
      if (found == defined.end() || in_brackets.contains(text)) return;
      if (!has_neighbours_swapped(text, text_of(document, found->second)) || is_brought_in(document, place)) return;
      if (seen.insert(text).second) report(document, place, found->second, "abbreviation", sink);
    });
  }

  // "LDV", "LVD"; of letters in any order many abbreviations are made.
  static bool has_neighbours_swapped(std::string_view a, std::string_view b) {
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
  }

  // "La SINE, società di navigazione": an apposition tells what it is.
  static bool is_brought_in(const Document& document, const TextPlace& place) {
    const Block& block = document.block(place.block);
    const auto words = document.words(block);
    const auto next = std::ranges::lower_bound(words, place.span.end, {}, &Word::begin);
    const auto home = table_number(block.language);
    if (!home || next == words.end() || block.text.substr(place.span.end, next->begin - place.span.end) != ", ")
      return false;
    const WordKinship& kin = kinship(next->hash);
    return ((kin.small | (begins_lower(word_text(block, *next)) ? 0U : ~kin.own())) >> *home & 1U) == 0;
  }

  // Whether the words before "(LDV)" have its letters as initials.
  static bool stands_for_words(const Document& document, const TextPlace& place, std::string_view letters) {
    constexpr std::size_t kReach = 8;
    constexpr std::size_t kLeastInitials = 2;
    const Block& block = document.block(place.block);
    const auto words = document.words(block);
    auto word = std::ranges::lower_bound(words, place.span.begin, {}, &Word::begin);
    std::string initials;
    for (std::size_t i = 0; i < kReach && word != words.begin(); ++i) {
      --word;
      initials.insert(initials.begin(), in_capitals(block.text[word->begin]));
    }
    std::size_t met = 0;
    for (const char letter : initials) {
      if (met < letters.size() && letter == letters[met]) ++met;
    }
    return met >= kLeastInitials && initials.find(letters.front()) != initials.npos;
  }
  static char in_capitals(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

  static std::string text_of(const Document& document, const TextPlace& place) {
    return std::string(document.block(place.block).text.substr(place.span.begin, place.span.size()));
  }

  static void report(const Document& document, TextPlace wrong, TextPlace right, std::string_view wording, Sink& sink) {
    Finding finding;
    finding.place = wrong;
    finding.wording = wording;
    finding.values = {{"name", text_of(document, wrong)}, {"other", text_of(document, right)}};
    finding.related.push_back({right, "elsewhere", {{"other", text_of(document, right)}}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  NameWords joiners_;
  NameWords kinds_;
  NameWords houses_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<OrganisationName>(definition);
}

}  // namespace

namespace kinds {
extern const Kind organisation_name;
const Kind organisation_name{
    "organisation-name", "an organisation whose name or abbreviation changes", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

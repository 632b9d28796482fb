// Kind `lost-capital`: a noun, a town, a day or a sentence that lost its capital: "die regierung", "in sevilla", "on
// tuesday", "They left. the door was open."
//
// Most small words have a capital somewhere: at the begin of a sentence, in a title, as a name. So only what can be
// nothing else is read, and mostly only where the article writes the word with its capital in the midst of a sentence.
#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/word_list_support.h"
#include "check/kinds/word_support.h"
#include "facts/places.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"always", KeyType::kStrings, "words that always have a capital: \"tuesday\""},
    {"places-after", KeyType::kStrings, "where only names have capitals: the words behind which a town stands: \"in\""},
    {"endings", KeyType::kStrings, "with what only nouns end, where nouns have capitals: \"ung\""},
    {"endings-sure", KeyType::kStrings, "those of them that no participle has: \"heit\""},
    {"determiners", KeyType::kStrings, "stand before a noun: \"die\""},
    {"abbreviations", KeyType::kStrings, "words behind which a full stop ends no sentence: \"sept\""},
    {"before-nouns", KeyType::kStrings, "stand before nouns and adjectives only: \"dem\", \"zum\""},
    {"no-nouns", KeyType::kStrings, "endings of a word, and of a form of it that no noun has: \"e=em\""},
    {"countries-sure", KeyType::kBool, "true where no country is called by a common word, but for those listed"},
    {"before-names", KeyType::kStrings, "where only names have capitals: may stand before a place: \"of\""},
    {"articles", KeyType::kStrings, "where only names have capitals: stand before common nouns: \"the\""},
});
constexpr std::size_t kShortest = 4;        // bytes
constexpr std::size_t kLongWord = 6;        // bytes of one that is no abbreviation
constexpr std::size_t kLeastName = 5;       // of a name that nothing else tells
constexpr std::size_t kLongNoun = 9;        // bytes of one that is known by its ending alone
constexpr std::size_t kLeastOfEnding = 3;   // bytes before an ending
constexpr std::size_t kLongName = 6;        // bytes of a name that is no abbreviation
constexpr std::size_t kLeastParagraph = 8;  // words of one whose first word is read
constexpr std::size_t kMostLost = 3;        // of an article; one with more is written without capitals

struct Habits {
  std::unordered_set<std::uint32_t> always;
  std::unordered_set<std::uint32_t> determiners;
  std::unordered_set<std::uint32_t> before_nouns;
  std::unordered_set<std::uint32_t> abbreviations;
  std::vector<std::string> endings;
  std::vector<std::string> sure_endings;
  std::unordered_set<std::uint32_t> places_after;
  std::unordered_set<std::uint32_t> articles;
  std::unordered_set<std::uint32_t> before_names;
  std::vector<std::pair<std::string, std::string>> no_nouns;
  bool countries_sure = false;
  std::optional<unsigned> home;  // among the languages whose words are listed
};

struct Candidate {
  std::uint32_t block = 0;
  std::uint32_t word = 0;
  bool sure = false;    // whatever stands elsewhere
  bool begins = false;  // a sentence
  bool name = false;    // of somebody or something, for all that is known
};

Habits read_habits(const Definition& definition, Language language) {
  Habits habits;
  habits.home = table_number(language);
  for (const auto& [key, words] :
       {std::pair("always", &habits.always), std::pair("determiners", &habits.determiners),
        std::pair("before-nouns", &habits.before_nouns), std::pair("places-after", &habits.places_after),
        std::pair("articles", &habits.articles), std::pair("before-names", &habits.before_names),
        std::pair("abbreviations", &habits.abbreviations)}) {
    *words = hashes_of_list(definition, language, key);
  }
  if (const auto* list = definition.option<std::vector<std::string>>(language, "endings")) habits.endings = *list;
  if (const auto* list = definition.option<std::vector<std::string>>(language, "endings-sure"))
    habits.sure_endings = *list;
  const bool* sure = definition.option<bool>(language, "countries-sure");
  habits.countries_sure = sure != nullptr && *sure;
  if (const auto* list = definition.option<std::vector<std::string>>(language, "no-nouns")) {
    for (const std::string& entry : *list) {
      const std::size_t mark = std::min(entry.find('='), entry.size() - 1);
      habits.no_nouns.emplace_back(entry.substr(0, mark), entry.substr(mark + 1));
    }
  }
  return habits;
}

class LostCapital final : public Check {
 public:
  explicit LostCapital(const Definition& definition) : definition_(definition), habits_(definition, read_habits) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    std::vector<Candidate> candidates;
    const std::unordered_set<std::uint32_t> surnames = read_surnames(document);
    QuotedBlocks quoted(document, 2);
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      const Habits* const habits = habits_.find(block.language);
      if (habits == nullptr || !habits->home || !definition_.looks_at(block.role)) continue;
      const auto words = document.words(block);
      if (begins_paragraph(document, b, *habits)) candidates.push_back({b, 0, true, true, false});
      for (std::uint32_t i = 1; i < words.size(); ++i) {
        const bool begins = begins_sentence(block, words, i, *habits);
        auto sure = begins ? std::optional(true) : may_be_lost(block, words, i, *habits);
        const bool name =
            !sure && (may_be_surname(block, words, i, *habits, surnames) || may_be_name(block, words, i, *habits));
        if (name) sure = false;
        const TextSpan span{words[i].begin, words[i].end};
        if (!sure || document.is_set_aside(b, span) || quoted.hold(b, span)) continue;
        candidates.push_back({b, i, *sure, begins, name});
        if (candidates.size() > kMostLost * kMostLost) return;
      }
    }
    std::vector<Finding> found;
    for (const Candidate& each : candidates) {
      if (auto finding = judge(document, each)) found.push_back(std::move(*finding));
    }
    if (found.size() > kMostLost) return;
    for (Finding& finding : found) sink.report(std::move(finding));
  }

 private:
  // Nothing: it is right. Else whether that is sure.
  static std::optional<bool> may_be_lost(const Block& block, std::span<const Word> words, std::uint32_t i,
                                         const Habits& habits) {
    const Word& word = words[i];
    const std::string_view text = word_text(block, word);
    if (text.size() < kShortest || !begins_lower(text) || is_part(block.text, word)) return std::nullopt;
    const Word& before = words[i - 1];
    if (habits.always.contains(word.hash)) return true;
    if (!habits.places_after.empty()) {
      const bool known = (kinship(word.hash).own() >> *habits.home & 1U) != 0;
      if (known || !habits.places_after.contains(before.hash)) return std::nullopt;
      const PlaceName* const place = place_of(words.subspan(i, 1));
      if (place == nullptr) return std::nullopt;
      // "En francia": no other word is like it in these languages, as "turkey" is.
      return habits.countries_sure && place->sort == PlaceSort::kCountry;
    }
    if (!is_adjacent(block.text, before.end, word.begin)) return std::nullopt;
    const bool ends_sentence = i + 1 == words.size() || !is_adjacent(block.text, word.end, words[i + 1].begin);
    const bool before_small = ends_sentence || ((kinship(words[i + 1].hash).small >> *habits.home & 1U) != 0 &&
                                                begins_lower(word_text(block, words[i + 1])));
    if (habits.determiners.contains(before.hash) && has_ending(text, habits.endings) && before_small) return true;
    // "Im kloster schlafen"; but "das blau ist", "das muss er".
    const bool grammar = ((kinship(word.hash).small | kinship(word.hash).verbs) >> *habits.home & 1U) != 0;
    if (grammar || is_verb_or_adjective(text, habits)) return std::nullopt;
    const bool lower_behind = ends_sentence || begins_lower(word_text(block, words[i + 1]));
    if (habits.before_nouns.contains(before.hash) && lower_behind) return false;
    // "Das landratsamt bittet"; but "die armen blieben".
    const bool sure_noun = before_small || !is_inflected_adjective(text, habits);
    if (habits.determiners.contains(before.hash) && lower_behind && sure_noun) return false;
    // "Neue finanzdirektion"
    const bool adjective = is_inflected_adjective(word_text(block, before), habits);
    if (adjective && text.size() >= kLongNoun && has_ending(text, habits.sure_endings) && before_small) return true;
    return std::nullopt;
  }

  // "Die essen", "das neue": other forms of the word are of a verb or an adjective.
  static bool is_verb_or_adjective(std::string_view word, const Habits& habits) {
    return std::ranges::any_of(habits.no_nouns, [&](const auto& endings) {
      const auto& [ending, other] = endings;
      if (!word.ends_with(ending) || word.size() < ending.size() + 2) return false;
      const std::string form = std::string(word.substr(0, word.size() - ending.size())) + other;
      return (kinship(hash_word(form)).own() >> *habits.home & 1U) != 0;
    });
  }

  // "Kantonale", "schwedischen": has one of the endings that adjectives have.
  static bool is_inflected_adjective(std::string_view word, const Habits& habits) {
    return word.size() >= kShortest && std::ranges::any_of(habits.no_nouns, [&](const auto& endings) {
             return endings.second == "em" && word.ends_with(endings.first) && !endings.first.empty();
           });
  }

  // A small word behind a full stop that ends a sentence: what stands before it is no abbreviation.
  static bool begins_sentence(const Block& block, std::span<const Word> words, std::uint32_t i, const Habits& habits) {
    const Word& before = words[i - 1];
    const Word& word = words[i];
    const std::string_view text = block.text;
    if (block.role != Role::kParagraph || before.end + 2 != word.begin || text.substr(before.end, 2) != ". ")
      return false;
    if (!begins_lower(word_text(block, word)) || (kinship(word.hash).small >> *habits.home & 1U) == 0) return false;
    const std::string_view end = word_text(block, before);
    const bool known = (kinship(before.hash).own() >> *habits.home & 1U) != 0;
    // "In Lyon. the", "with Abernathy. the"
    const bool name = is_capitalised(end) && (end.size() >= kLongName || place_of(words.subspan(i - 1, 1)) != nullptr);
    // "Over the estuary. the", "trat er auf. das": abbreviations are shorter, and no small words.
    const bool long_word = end.size() >= kLongWord && begins_lower(end);
    const bool small = (kinship(before.hash).small >> *habits.home & 1U) != 0 && end.size() > 1;
    if (!(known || name || long_word) || (end.size() < kShortest && !small)) return false;
    if (habits.abbreviations.contains(before.hash)) return false;
    // "O. k. then", "3. bis 5.": the word before it belongs to the sentence that ends.
    return i > 1 && is_adjacent(text, words[i - 2].end, before.begin);
  }

  // "the bridge was closed for days.", where the paragraph before it is one that ends.
  static bool begins_paragraph(const Document& document, std::uint32_t b, const Habits& habits) {
    const Block& block = document.block(b);
    const auto words = document.words(block);
    if (block.role != Role::kParagraph || words.size() < kLeastParagraph || words[0].begin != 0 || b == 0) return false;
    if (!begins_lower(word_text(block, words[0])) || !block.text.ends_with('.')) return false;
    const auto& articles = habits.articles.empty() ? habits.determiners : habits.articles;
    if (!articles.contains(words[0].hash)) return false;
    // "the Guardian", "die tageszeitung"
    const bool known = (kinship(words[1].hash).own() >> *habits.home & 1U) != 0;
    if (!known || (!habits.articles.empty() && !begins_lower(word_text(block, words[1])))) return false;
    const Block& before = document.block(b - 1);
    return before.role != Role::kParagraph || before.text.ends_with('.');
  }

  // Of an address, a compound or a path.
  static bool is_part(std::string_view text, const Word& word) {
    constexpr std::string_view kJoining = "-_/@#.&+=:'";
    const auto joins = [&](char before, char mark, char behind) {
      return kJoining.find(mark) != std::string_view::npos && before != ' ' && behind != ' ';
    };
    if (word.begin > 1 && joins(text[word.begin - 2], text[word.begin - 1], 'x')) return true;
    if (word.begin > 0 && (text[word.begin - 1] == '#' || text[word.begin - 1] == '@' || text[word.begin - 1] == '-'))
      return true;
    return word.end < text.size() && joins('x', text[word.end], word.end + 1 < text.size() ? text[word.end + 1] : ' ');
  }

  static const PlaceName* place_of(std::span<const Word> word) {
    const auto names = place_names();
    const std::uint64_t key = place_key(word);
    const auto found = std::ranges::lower_bound(names, key, {}, &PlaceName::key);
    return found != names.end() && found->key == key ? &*found : nullptr;
  }

  static bool has_ending(std::string_view word, const std::vector<std::string>& endings) {
    return std::ranges::any_of(endings, [&](const std::string& ending) {
      return word.size() >= ending.size() + kLeastOfEnding && word.ends_with(ending);
    });
  }

  // Where only names have capitals, the hashes of the words that is_surname() knows.
  [[nodiscard]] std::unordered_set<std::uint32_t> read_surnames(const Document& document) const {
    std::unordered_set<std::uint32_t> surnames;
    for (const Block& block : document.blocks()) {
      const Habits* const habits = habits_.find(block.language);
      if (habits == nullptr || !habits->home || habits->articles.empty() || block.role != Role::kParagraph) continue;
      for (const Word& word : document.words(block)) {
        if (word.end - word.begin < kShortest || !is_capitalised(word_text(block, word))) continue;
        const bool known = (kinship(word.hash).own() >> *habits->home & 1U) != 0;
        if (!known && is_surname(document, block, word)) surnames.insert(word.hash);
      }
    }
    return surnames;
  }

  // "Said okafor", but not "the okafor".
  static bool may_be_surname(const Block& block, std::span<const Word> words, std::uint32_t i, const Habits& habits,
                             const std::unordered_set<std::uint32_t>& surnames) {
    if (surnames.empty() || !surnames.contains(words[i].hash) || !begins_lower(word_text(block, words[i])))
      return false;
    return !habits.articles.contains(words[i - 1].hash) && !is_part(block.text, words[i]);
  }

  // "Al aneto", "of dubbo": no word of the language, behind one that stands before names.
  static bool may_be_name(const Block& block, std::span<const Word> words, std::uint32_t i, const Habits& habits) {
    const Word& word = words[i];
    const std::string_view text = word_text(block, word);
    if (!habits.before_names.contains(words[i - 1].hash) || text.size() < kLeastName || !begins_lower(text))
      return false;
    if ((kinship(word.hash).own() >> *habits.home & 1U) != 0 || is_part(block.text, word)) return false;
    return is_adjacent(block.text, words[i - 1].end, word.begin) || block.text[words[i - 1].end] != ' ';
  }

  // "Okafor" in "Jed Okafor", but not "Humanities", "Archdeacon Lisle": behind a name, and before none.
  static bool is_surname(const Document& document, const Block& block, const Word& word) {
    const auto words = document.words(block);
    const auto at = static_cast<std::size_t>(&word - words.data());
    const auto is_beside = [&](std::size_t one) {
      return is_adjacent(block.text, words[one].end, words[one + 1].begin);
    };
    if (at == 0 || !is_beside(at - 1) || !is_capitalised(word_text(block, words[at - 1]))) return false;
    const auto home = table_number(block.language);
    if (!home || (kinship(words[at - 1].hash).own() >> *home & 1U) != 0) return false;
    return at + 1 >= words.size() || !is_beside(at) || begins_lower(word_text(block, words[at + 1]));
  }

  // "A Dubbo man", "near Dubbo": behind a small word.
  static bool stands_as_place(const Document& document, const Block& block, const Word& word) {
    const auto words = document.words(block);
    const auto at = static_cast<std::size_t>(&word - words.data());
    const auto home = table_number(block.language);
    // "School of Architecture"
    if (at > 1 && is_capitalised(word_text(block, words[at - 2]))) return false;
    return home && at > 0 && (kinship(words[at - 1].hash).small >> *home & 1U) != 0 &&
           begins_lower(word_text(block, words[at - 1]));
  }

  // How the article writes the word elsewhere, in the midst of sentences.
  static std::optional<Finding> judge(const Document& document, const Candidate& candidate) {
    const Block& own = document.block(candidate.block);
    const Word& lost = document.words(own)[candidate.word];
    std::optional<TextPlace> usual;
    std::size_t capitals = 0;
    std::size_t small = 0;
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      if (!is_prose(block.role) || block.language != own.language) continue;
      for (const Word& word : document.words(block)) {
        if (word.hash != lost.hash) continue;
        const std::string_view text = word_text(block, word);
        if (begins_lower(text)) {
          ++small;
        } else if (is_capitalised(text) && block.role == Role::kParagraph && !opens_clause(block.text, word.begin)) {
          if (candidate.name && !is_surname(document, block, word) && !stands_as_place(document, block, word)) continue;
          if (++capitals == 1) usual = TextPlace{b, {word.begin, word.end}};
        }
      }
    }
    if (candidate.begins) usual.reset();
    if (!candidate.sure && (capitals == 0 || small > 1)) return std::nullopt;
    if (!candidate.begins && small > capitals + 1) return std::nullopt;
    const std::string written(word_text(own, lost));
    std::string right;
    const CodePoint first = decode_at(written, 0);
    append_utf8(right, upper_case(first.value));
    right += written.substr(first.length);
    Finding finding;
    finding.place = {candidate.block, {lost.begin, lost.end}};
    finding.values = {{"written", written}, {"right", right}};
    if (candidate.begins) finding.wording = "begins";
    if (candidate.name) finding.severity = Severity::kInfo;
    if (usual) finding.related.push_back({*usual, "here", {{"right", right}}});
    finding.fixes.push_back({"write", {{"right", right}}, false, {{finding.place, right}}});
    return finding;
  }

  const Definition& definition_;
  BySection<Habits> habits_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<LostCapital>(definition);
}

}  // namespace

namespace kinds {
extern const Kind lost_capital;
const Kind lost_capital{"lost-capital", "a noun, a town or a day without its capital", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

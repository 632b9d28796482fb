// Kind `doubled-word`: a word that stands twice in a row by mistake.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "check/by_section.h"
#include "check/check.h"
#include "check/kinds/word_list_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"words", KeyType::kStrings, "small words that never stand twice: the fix that takes one away is safe"},
    {"unsure", KeyType::kStrings, "small words that stand twice in a rare sentence: the fix is not safe"},
    {"right", KeyType::kStrings, "longer words that may stand twice: \"really really\""},
    {"letters", KeyType::kInteger, "other words of so many letters are reported too, written small"},
    {"before-small", KeyType::kStrings,
     "words that stand twice only where the second begins a measure: \"eine eine Woche lange Reise\""},
    {"adjectives", KeyType::kStrings, "how an adjective ends that may stand between such a word and its noun: \"en\""},
    {"articles", KeyType::kStrings,
     "small words that stand twice behind a comma only, where a clause begins: \"das Haus, das das Wasser mitnahm\""},
    {"attributes", KeyType::kStrings, "how a participle ends that stands between such a word and its noun: \"ende\""},
    {"effect", KeyType::kStrings, "words that are said twice for effect: an info, and nothing in speech"},
    {"units", KeyType::kStrings, "capitalised words that never stand twice: \"Euro\""},
    {"endings", KeyType::kStrings, "capitalised words with such an ending are reported too: \"ung\""},
    {"doubtful", KeyType::kInteger,
     "words of so many letters that no other list has are reported as info: small ones, and nouns with capitals"},
    {"clause-ends", KeyType::kStrings,
     "small words with which a clause may end, where the next begins with them: \"what it is is\""},
    {"clauses", KeyType::kStrings, "begin such a clause: \"what\""},
    {"right-before", KeyType::kStrings,
     "a word, and the one before which it may stand twice: \"se se ne\"; two that may: \"quel che c'è c'è\""},
});

// What a language says of words that stand twice.
struct Habits {
  std::unordered_set<std::uint32_t> words;
  std::unordered_set<std::uint32_t> unsure;
  std::unordered_set<std::uint32_t> right;
  std::unordered_set<std::uint32_t> before_small;
  std::unordered_set<std::uint32_t> articles;
  std::unordered_set<std::uint32_t> effect;
  std::unordered_set<std::uint32_t> units;
  std::unordered_set<std::uint32_t> clause_ends;
  std::unordered_set<std::uint32_t> clauses;
  std::unordered_set<std::uint64_t> right_before;  // hashes of the word and the next
  std::int64_t letters = 0;                        // 0: only the words of the list
  std::int64_t doubtful = 0;                       // likewise
  std::vector<std::string> endings;
  std::vector<std::string> adjectives;
  std::vector<std::string> attributes;
};

std::uint64_t pair_key(std::uint32_t word, std::uint32_t next) { return std::uint64_t{word} << 32U | next; }

Habits read_habits(const Definition& definition, Language language) {
  Habits habits;
  for (const auto& [key, words] :
       {std::pair("words", &habits.words), std::pair("unsure", &habits.unsure), std::pair("right", &habits.right),
        std::pair("before-small", &habits.before_small), std::pair("articles", &habits.articles),
        std::pair("effect", &habits.effect), std::pair("units", &habits.units),
        std::pair("clause-ends", &habits.clause_ends), std::pair("clauses", &habits.clauses)}) {
    *words = hashes_of_list(definition, language, key);
  }
  if (const auto* list = definition.option<std::vector<std::string>>(language, "right-before")) {
    for (const std::string& pair : *list) {
      const std::size_t space = std::min(pair.find(' '), pair.size() - 1);
      habits.right_before.insert(pair_key(hash_word(pair.substr(0, space)), hash_word(pair.substr(space + 1))));
    }
  }
  if (const auto* letters = definition.option<std::int64_t>(language, "letters")) habits.letters = *letters;
  if (const auto* doubtful = definition.option<std::int64_t>(language, "doubtful")) habits.doubtful = *doubtful;
  if (const auto* list = definition.option<std::vector<std::string>>(language, "endings")) habits.endings = *list;
  for (const auto& [key, endings] :
       {std::pair("adjectives", &habits.adjectives), std::pair("attributes", &habits.attributes)}) {
    if (const auto* list = definition.option<std::vector<std::string>>(language, key)) *endings = *list;
  }
  return habits;
}

class DoubledWord final : public Check {
 public:
  explicit DoubledWord(const Definition& definition) : definition_(definition), habits_(definition, read_habits) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto blocks = document.blocks();
    QuotedBlocks speech(document, 0);
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      if (!definition_.looks_at(block.role)) continue;
      const auto words = document.words(block);
      for (std::size_t i = 1; i < words.size(); ++i) {
        if (i > 2 && words[i].hash == words[i - 2].hash && words[i - 1].hash == words[i - 3].hash) {
          look_at_pair(document, b, words, i, speech, sink);
        }
        if (words[i].hash != words[i - 1].hash) continue;
        // Three in a row are meant: "ha ha ha", "no, no, no".
        const bool is_run = (i > 1 && words[i - 2].hash == words[i].hash) ||
                            (i + 1 < words.size() && words[i + 1].hash == words[i].hash);
        if (!is_run) look(document, b, words, i, speech, sink);
      }
    }
  }

 private:
  void look(const Document& document, std::uint32_t number, std::span<const Word> words, std::size_t at,
            QuotedBlocks& speech, Sink& sink) const {
    const Block& block = document.block(number);
    const Word& first = words[at - 1];
    const Word& second = words[at];
    const Habits* const habits = habits_.find(block.language);
    if (habits == nullptr || !is_adjacent(block.text, first.end, second.begin)) return;
    const bool goes_on = at + 1 < words.size() && is_adjacent(block.text, second.end, words[at + 1].begin);
    if (goes_on && habits->right_before.contains(pair_key(second.hash, words[at + 1].hash))) return;
    if (is_joined(block.text, first, second) || document.is_set_aside(number, {first.begin, second.end})) return;
    const bool is_small = habits->words.contains(second.hash);
    const bool is_effect = habits->effect.contains(second.hash);
    if (is_effect && speech.hold(number, {first.begin, second.end})) return;
    Finding finding;
    if (!is_wrong(block, first, second, *habits, is_small) &&
        !(habits->before_small.contains(second.hash) && is_lower(block, second) &&
          lacks_attribute(block, words, at, *habits)) &&
        !(habits->articles.contains(second.hash) && is_behind_noun(block, words, at) &&
          lacks_attribute(block, words, at, *habits)) &&
        !opens_twice(document, block, words, at, *habits)) {
      if (!is_doubtful(document, block, words, at, *habits) && !is_loose_article(block, words, at, *habits)) {
        return;
      }
      finding.severity = Severity::kInfo;
    }
    finding.place = {number, {first.begin, second.end}};
    finding.values = {{"word", std::string(word_text(block, second))}};
    finding.fixes.push_back({"remove", finding.values, is_small, {{{number, {first.end, second.end}}, std::string()}}});
    sink.report(std::move(finding));
  }

  // "N'avait n'avait", "de la de la", "in the in the": small words, or one behind an elided one. Not what is said in
  // speech, and not "chi l'ha l'ha".
  void look_at_pair(const Document& document, std::uint32_t number, std::span<const Word> words, std::size_t at,
                    QuotedBlocks& speech, Sink& sink) const {
    const Block& block = document.block(number);
    const Habits* const habits = habits_.find(block.language);
    if (habits == nullptr || words[at].hash == words[at - 1].hash) return;
    const std::span<const Word> four = words.subspan(at - 3, 4);
    if (!is_adjacent(block.text, four[1].end, four[2].begin)) return;
    const std::string_view gap = between(block, four[0], four[1]);
    if (gap != between(block, four[2], four[3])) return;
    const bool elided = gap == "'" || gap == "’";
    if (!elided && !(gap == " " && is_function_word(four[2], *habits) && is_function_word(four[3], *habits))) return;
    // A third one, or a part of a longer word: meant, or a name.
    if ((at > 4 && words[at - 4].hash == words[at].hash) ||
        (at + 1 < words.size() && words[at + 1].hash == four[2].hash))
      return;
    const TextSpan whole{four[0].begin, four[3].end};
    if (is_joined(block.text, four[0], four[3]) || document.is_set_aside(number, whole)) return;
    if (!begins_lower(word_text(block, four[2])) || is_capitalised(word_text(block, four[3])) ||
        speech.hold(number, whole)) {
      return;
    }
    if (habits->right_before.contains(pair_key(four[2].hash, four[3].hash))) return;
    Finding finding;
    finding.place = {number, whole};
    finding.values = {{"word", std::string(block.text.substr(four[2].begin, four[3].end - four[2].begin))}};
    finding.fixes.push_back({"remove", finding.values, false, {{{number, {four[1].end, four[3].end}}, std::string()}}});
    sink.report(std::move(finding));
  }

  static std::string_view between(const Block& block, const Word& one, const Word& other) {
    return block.text.substr(one.end, other.begin - one.end);
  }

  static bool is_function_word(const Word& word, const Habits& habits) {
    return habits.words.contains(word.hash) || habits.unsure.contains(word.hash) || habits.articles.contains(word.hash);
  }

  // A part of a longer one: "Baden-Baden Baden", "that that's".
  static bool is_joined(std::string_view text, const Word& first, const Word& second) {
    const auto joins = [](char32_t c) {
      return c == '-' || c == '\'' || c == U'’' || c == U'‑' || c == '_' || c == '/' || c == '@' || c == '#' ||
             c == '&';
    };
    if (first.begin > 0 && joins(decode_before(text, first.begin).value)) return true;
    return second.end < text.size() && joins(decode_at(text, second.end).value);
  }

  static bool is_wrong(const Block& block, const Word& first, const Word& second, const Habits& habits, bool is_small) {
    const std::string_view one = word_text(block, first);
    const std::string_view two = word_text(block, second);
    if (std::any_of(two.begin(), two.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    // "in In den Schluchten", "Sing Sing": a title or a name begins with the second word.
    if (!begins_lower(two)) {
      return is_capitalised(one) && is_capitalised(two) &&
             (has_ending(two, habits.endings) || habits.units.contains(second.hash));
    }
    if (!begins_lower(one) && !opens_clause(block.text, first.begin)) return false;
    if (is_small || habits.unsure.contains(second.hash)) return true;
    if (habits.letters == 0 || habits.right.contains(second.hash) || habits.effect.contains(second.hash)) return false;
    return count_code_points(two) >= static_cast<std::size_t>(habits.letters);
  }

  // A word of which nothing is known: "the new new house", "Der Wagen Wagen". Not what is doubled elsewhere in the
  // article too, nor behind or before a mark, nor names.
  static bool is_doubtful(const Document& document, const Block& block, std::span<const Word> words, std::size_t at,
                          const Habits& habits) {
    const Word& first = words[at - 1];
    const Word& second = words[at];
    const std::string_view one = word_text(block, first);
    const std::string_view two = word_text(block, second);
    constexpr std::size_t kLongestArticle = 200'000;  // bytes; each such word is sought in the whole article
    if (habits.doubtful == 0 || document.source().utf8().size() > kLongestArticle ||
        habits.right.contains(second.hash) || habits.articles.contains(second.hash) ||
        habits.before_small.contains(second.hash)) {
      return false;
    }
    if (std::any_of(two.begin(), two.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    const bool follows = at + 1 < words.size() && is_adjacent(block.text, second.end, words[at + 1].begin);
    const bool leads = at > 1 && is_adjacent(block.text, words[at - 2].end, first.begin);
    // "They won over over 100 seats".
    if (follows && is_digit(decode_at(block.text, words[at + 1].begin).value)) return false;
    if (habits.clause_ends.contains(second.hash)) return leads && follows && !is_in_clause(block, words, at, habits);
    if (count_code_points(two) < static_cast<std::size_t>(habits.doubtful)) return false;
    if (!begins_lower(two)) {
      // German nouns: what a list of the language has is no name.
      const auto home = table_number(block.language);
      const bool noun = home && one == two && is_capitalised(two) && leads && follows &&
                        block.language == Language("de") && (kinship(second.hash).own() >> *home & 1U) != 0;
      return noun && count_doubled(document, one) == 1;
    }
    return begins_lower(one) && leads && follows && count_doubled(document, two) == 1;
  }

  // "what it is is a start": a word that begins a clause stands before in the sentence.
  static bool is_in_clause(const Block& block, std::span<const Word> words, std::size_t at, const Habits& habits) {
    constexpr std::size_t kReach = 5;  // words
    for (std::size_t i = at - 1; i > 0 && at - i <= kReach; --i) {
      if (habits.clauses.contains(words[i - 1].hash)) return true;
      if (block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end).find_first_of(".!?") !=
          std::string_view::npos) {
        return false;
      }
    }
    return false;
  }

  // Two stand for all more.
  static std::size_t count_doubled(const Document& document, std::string_view word) {
    const std::string twice = std::string(word) + ' ' + std::string(word);
    std::size_t times = 0;
    for (const Block& other : document.blocks()) {
      for (std::size_t pos = other.text.find(twice); pos != std::string_view::npos;
           pos = other.text.find(twice, pos + 1)) {
        if (++times > 1) return times;
      }
    }
    return 1;
  }

  // "Die Bürgermeisterin der der Nachbargemeinde", but not "…, der der Mann half".
  static bool is_behind_noun(const Block& block, std::span<const Word> words, std::size_t at) {
    return at > 1 && is_adjacent(block.text, words[at - 2].end, words[at - 1].begin) &&
           !is_lower(block, words[at - 2]) && is_lower(block, words[at - 1]) && is_lower(block, words[at]);
  }

  // "Er wird die die volle Wucht spüren", but not "…, in der der Mann saß".
  static bool is_loose_article(const Block& block, std::span<const Word> words, std::size_t at, const Habits& habits) {
    return habits.doubtful != 0 && habits.articles.contains(words[at].hash) && at > 2 &&
           is_adjacent(block.text, words[at - 3].end, words[at - 2].begin) &&
           is_adjacent(block.text, words[at - 2].end, words[at - 1].begin) && is_lower(block, words[at - 2]) &&
           is_lower(block, words[at - 1]) && is_lower(block, words[at]) && lacks_attribute(block, words, at, habits);
  }

  // Whether a noun follows the second article, and nothing that would make the first one right before another noun: not
  // "die Leitung der der Partei nahen Stiftung", "eine eine Woche lange Reise", "die die Stadt seit Jahren prägende
  // Mauer".
  static bool lacks_attribute(const Block& block, std::span<const Word> words, std::size_t at, const Habits& habits) {
    const auto adjoins = [&](std::size_t i) {
      return i < words.size() && is_adjacent(block.text, words[i - 1].end, words[i].begin);
    };
    std::size_t next = at + 1;
    while (adjoins(next) && is_lower(block, words[next])) ++next;
    if (!adjoins(next)) return false;
    constexpr std::size_t kFarthest = 8;  // words
    bool is_alone = true;                 // no other small word stands between the nouns
    for (std::size_t i = next + 1; adjoins(i) && i - next <= kFarthest; ++i) {
      if (!is_lower(block, words[i])) continue;
      const bool is_last = adjoins(i + 1) && !is_lower(block, words[i + 1]);
      if (is_last && has_ending(word_text(block, words[i]), is_alone ? habits.adjectives : habits.attributes))
        return false;
      is_alone = false;
    }
    return true;
  }

  static bool is_lower(const Block& block, const Word& word) { return begins_lower(word_text(block, word)); }

  // "The The temperature": where a sentence begins. Not the name of a band, which stands so elsewhere too.
  static bool opens_twice(const Document& document, const Block& block, std::span<const Word> words, std::size_t at,
                          const Habits& habits) {
    const Word& first = words[at - 1];
    const Word& second = words[at];
    const std::string_view one = word_text(block, first);
    const bool small = habits.words.contains(second.hash) || habits.unsure.contains(second.hash) ||
                       habits.articles.contains(second.hash) || habits.before_small.contains(second.hash);
    if (!small || one != word_text(block, second) || !is_capitalised(one) || !opens_clause(block.text, first.begin)) {
      return false;
    }
    const bool follows = at + 1 < words.size() && is_adjacent(block.text, second.end, words[at + 1].begin);
    if (!follows) return false;
    return count_doubled(document, one) == 1;
  }

  static bool has_ending(std::string_view word, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
      return word.size() > ending.size() + 2 && word.ends_with(ending);
    });
  }

  const Definition& definition_;
  BySection<Habits> habits_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<DoubledWord>(definition);
}

}  // namespace

namespace kinds {
extern const Kind doubled_word;
const Kind doubled_word{"doubled-word", "a word that stands twice in a row by mistake", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

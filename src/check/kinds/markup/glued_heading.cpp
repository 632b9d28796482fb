// Kind `glued-heading`: a heading without a verb that became the end of the paragraph before it.
#include <algorithm>

#include "check/check.h"
#include "check/kinds/layout_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint32_t kFewestBefore = 15;  // words of the paragraph, the heading included
constexpr std::uint32_t kFewestBehind = 12;
constexpr std::size_t kShortestHeading = 3;
constexpr std::size_t kLongestHeading = 10;

using Hashes = std::vector<std::uint32_t>;  // of words, sorted

Hashes hashes_of(const Definition& definition, Language language, std::string_view key) {
  Hashes result;
  if (const auto* words = definition.option<std::vector<std::string>>(language, key)) {
    for (const std::string& word : *words) result.push_back(hash_word(word));
    std::sort(result.begin(), result.end());
  }
  return result;
}

bool has(const Hashes& hashes, const Word& word) { return std::binary_search(hashes.begin(), hashes.end(), word.hash); }

class GluedHeadingCheck final : public Check {
 public:
  explicit GluedHeadingCheck(const Definition& definition) {
    for (const auto& [language, options] : definition.sections) {
      const auto* capitals = definition.option<bool>(language, "capitals");
      grammars_[language] = {hashes_of(definition, language, "small"), hashes_of(definition, language, "articles"),
                             hashes_of(definition, language, "bylines"), capitals != nullptr && *capitals};
    }
  }

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i + 1 < blocks.size(); ++i) {
      const Block& block = blocks[i];
      if (block.role != Role::kParagraph || block.word_count < kFewestBefore || !ends_open(block.text)) continue;
      if (!heads(blocks[i + 1])) continue;
      const auto grammar = grammars_.find(block.language);
      if (grammar == grammars_.end()) continue;
      const std::string_view text = trimmed(block.text);
      const TextSpan last = sentence_at(text, static_cast<std::uint32_t>(text.size() - 1));
      if (last.begin == 0 || !ends_sentence(text.substr(0, last.begin))) continue;
      if (is_heading(document, block, last, grammar->second)) {
        sink.report({.place = {i, last}, .wording = {}, .values = {}, .related = {}, .fixes = {}, .severity = {}});
      }
    }
  }

 private:
  struct Grammar {
    Hashes small;     // articles, prepositions, conjunctions
    Hashes articles;  // what a heading without capitals begins with
    Hashes bylines;   // what a line about the author begins with
    bool capitals = false;
  };

  // What a heading stands over.
  static bool heads(const Block& block) {
    return (block.role == Role::kParagraph || block.role == Role::kListItem) && is_prose_of(block, kFewestBehind) &&
           !is_lower(decode_at(block.text, 0).value);
  }

  static bool is_heading(const Document& document, const Block& block, TextSpan last, const Grammar& grammar) {
    const auto all = document.words(block);
    const auto first = std::lower_bound(all.begin(), all.end(), last.begin,
                                        [](const Word& word, std::uint32_t pos) { return word.begin < pos; });
    const std::span<const Word> words(first, all.end());
    if (words.size() < kShortestHeading || words.size() > kLongestHeading) return false;
    if (block.text.substr(last.begin, last.size()).find_first_of(",;()/@") != std::string_view::npos) return false;
    if (!is_upper(first_char(block, words.front())) || is_digit(first_char(block, words.back()))) return false;
    if (has(grammar.small, words.back()) || has(grammar.bylines, words.front())) return false;
    return grammar.capitals ? is_titled(block, words, grammar) : is_chain(words, grammar);
  }

  static char32_t first_char(const Block& block, const Word& word) { return decode_at(block.text, word.begin).value; }

  // German nouns and English titles: what is written small is no verb, and something is.
  static bool is_titled(const Block& block, std::span<const Word> words, const Grammar& grammar) {
    std::size_t small = 0;
    for (const Word& word : words) {
      if (has(grammar.small, word)) {
        ++small;
      } else if (!is_upper(first_char(block, word)) && !is_digit(first_char(block, word))) {
        return false;
      }
    }
    return small > 0 && small < words.size();
  }

  // "La reapertura del puerto": an article, then nouns that only small words join. A verb would stand beside a noun.
  static bool is_chain(std::span<const Word> words, const Grammar& grammar) {
    if (!has(grammar.articles, words.front())) return false;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!has(grammar.small, words[i]) && !has(grammar.small, words[i - 1]) && i > 1) return false;
    }
    return std::any_of(words.begin() + 1, words.end(), [&](const Word& word) { return has(grammar.small, word); });
  }

  std::map<Language, Grammar> grammars_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<GluedHeadingCheck>(definition);
}

constexpr Key kSectionKeys[] = {
    {"small", KeyType::kStrings, "articles, prepositions, conjunctions: what a title writes small"},
    {"articles", KeyType::kStrings, "what a heading begins with, where capitals do not tell nouns from verbs"},
    {"bylines", KeyType::kStrings, "what a line about the author or the picture begins with"},
    {"capitals", KeyType::kBool, "whether all other words of a heading begin with a capital"},
};

}  // namespace

namespace kinds {
extern const Kind glued_heading;
const Kind glued_heading{
    "glued-heading", "a heading that became the end of the paragraph before it", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

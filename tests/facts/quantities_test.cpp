#include "facts/quantities.h"

#include <gtest/gtest.h>

#include <memory>
#include <string_view>
#include <vector>

#include "rule/ruleset.h"
#include "text/words.h"

namespace stet {
namespace {

// Letters of several bytes behind digits that are no number: what lies behind the text is not looked at.
TEST(Quantities, DigitsThatGoOnInLettersEndWithTheText) {
  const RuleSet rules = RuleSet::builtin();
  const Knowledge& knowledge = rules.knowledge();
  const NumberLanguage& german = knowledge.numbers.get(knowledge.lexicon, Language("de"));
  for (const std::string_view text : {"1.2.3.4é", "1,2,3,4é", "1.2.3.4€", "1/2/3/4ü", "12.5.3.1😀", "1.2.3,4,5é"}) {
    // A buffer of its own, without a byte behind it, so that a sanitizer sees more.
    const auto bytes = std::make_unique<char[]>(text.size());
    text.copy(bytes.get(), text.size());
    const std::string_view own(bytes.get(), text.size());
    std::vector<Word> words;
    cut_words(own, words);
    std::vector<Quantity> found;
    extract_quantities(own, words, german, 0, found);
    for (const Quantity& quantity : found) EXPECT_LE(quantity.span.end, own.size()) << text;
  }
}

}  // namespace
}  // namespace stet

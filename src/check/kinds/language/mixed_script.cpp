// Kind `mixed-script`: a word of two alphabets that no lookalike explains.
#include <algorithm>

#include "check/check.h"
#include "check/kinds/language/alphabet_support.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t kFewWords = 3;

// Greek letters that stand between Latin ones rightly: units, and the alphabet of the Berbers.
bool is_symbol(char32_t c) { return c == U'μ' || c == U'µ' || c == U'ε' || c == U'γ'; }

// A small letter right behind or before one of another alphabet, inside a word: "приvет". What joins capitals,
// digits and symbols is a name, a formula or a unit; but for one Cyrillic capital before small letters: "Пutin". Among
// `latin` words no stem takes a Cyrillic ending.
bool changes_inside(const MixedWord& word, bool latin) {
  if (word.other == Alphabet::kOther || word.digits || word.letters.size() < 4) return false;
  constexpr std::size_t kFewestSmall = 3;  // Latin letters behind the capital
  if (word.other == Alphabet::kCyrillic && word.others == 1 && word.letters.size() > kFewestSmall) {
    const WordLetter& first = word.letters.front();
    const auto is_small_latin = [](const WordLetter& letter) {
      return letter.alphabet == Alphabet::kLatin && is_lower(letter.c);
    };
    if (first.alphabet != Alphabet::kLatin && is_upper(first.c)) {
      return std::all_of(word.letters.begin() + 1, word.letters.end(), is_small_latin);
    }
  }
  // One Greek letter is a symbol ("TNFα"), unless it stands between small Latin ones ("Euroπa").
  if (word.other == Alphabet::kGreek && word.others == 1) {
    for (std::size_t i = 1; i + 1 < word.letters.size(); ++i) {
      if (word.letters[i].alphabet == Alphabet::kLatin) continue;
      return is_lower(word.letters[i].c) && is_lower(word.letters[i + 1].c) &&
             (is_lower(word.letters[i - 1].c) || i == 1) && !is_symbol(word.letters[i].c);
    }
    return false;
  }
  const bool ending = !latin || word.other != Alphabet::kCyrillic;
  if (ending && word.runs() == 2 && word.latin >= 2 && word.others >= 2) return false;  // a stem and an ending
  for (std::size_t i = 1; i < word.letters.size(); ++i) {
    const WordLetter& left = word.letters[i - 1];
    const WordLetter& right = word.letters[i];
    if (left.alphabet != right.alphabet && is_lower(left.c) && is_lower(right.c)) return true;
  }
  return false;
}

class MixedScriptCheck final : public Check {
 public:
  explicit MixedScriptCheck(const Definition& definition) : definition_(&definition) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (!definition_->looks_at(blocks[i].role)) continue;
      const BlockAlphabets alphabets = alphabets_of(document, blocks[i]);
      const bool latin = alphabets.latin_words > kFewWords && alphabets.other_words == 0;
      for (const MixedWord& word : alphabets.mixed) {
        if (!changes_inside(word, latin) || read_mixed(alphabets, word).alphabet != Alphabet::kOther) continue;
        if (document.is_set_aside(i, word.span)) continue;
        Finding finding;
        finding.place = {i, word.span};
        sink.report(std::move(finding));
      }
    }
  }

 private:
  const Definition* definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<MixedScriptCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind mixed_script;
const Kind mixed_script{"mixed-script", "a word of two alphabets", {}, {}, make};
}  // namespace kinds
}  // namespace stet

// Kind `dangling-dateline`: a place before the article's first paragraph whose comma or dash leads nowhere.
#include <algorithm>

#include "check/check.h"
#include "check/kinds/layout_support.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint32_t kMostWords = 5;
constexpr std::uint32_t kFewestBehind = 12;
constexpr std::size_t kLongestParticle = 3;  // letters: "am", "an der", "de la"

class DanglingDatelineCheck final : public Check {
 public:
  explicit DanglingDatelineCheck(const Definition& definition) {
    for (const auto& [language, options] : definition.sections) {
      if (const auto* words = definition.option<std::vector<std::string>>(language, "greetings")) {
        for (const std::string& word : *words) greetings_.push_back(hash_word(word));
      }
    }
    std::sort(greetings_.begin(), greetings_.end());
  }

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i + 1 < blocks.size(); ++i) {
      if (is_lead(blocks[i])) return;
      if (!is_dateline(document, blocks[i]) || !is_lead(blocks[i + 1])) continue;
      Finding finding;
      finding.place = {i, whole_text(blocks[i])};
      sink.report(std::move(finding));
      return;
    }
  }

 private:
  static bool is_lead(const Block& block) {
    return block.role == Role::kParagraph && block.list == kNone && is_prose_of(block, kFewestBehind) &&
           !is_lower(decode_at(block.text, 0).value);
  }

  bool is_dateline(const Document& document, const Block& block) const {
    // In plain text a short line may be taken for a heading.
    const bool heading = block.role == Role::kHeading && document.format() == Format::kPlain;
    if ((block.role != Role::kParagraph && !heading) || block.list != kNone) return false;
    if (block.word_count == 0 || block.word_count > kMostWords || !dangles(block.text)) return false;
    const auto words = document.words(block);
    if (words.front().begin != 0 || std::binary_search(greetings_.begin(), greetings_.end(), words.front().hash)) {
      return false;
    }
    return is_upper(decode_at(block.text, 0).value) && std::all_of(words.begin(), words.end(), [&](const Word& word) {
             const char32_t c = decode_at(block.text, word.begin).value;
             return is_upper(c) || word.end - word.begin <= kLongestParticle || in_brackets(block.text, word);
           });
  }

  // "Türkei,", "BERLIN (dpa) –".
  static bool dangles(std::string_view text) {
    text = trimmed(text);
    const char32_t last = decode_before(text, text.size()).value;
    return last == ',' || ((last == '-' || last == 0x2013 || last == 0x2014) && text.find(' ') != text.npos);
  }

  // The agency.
  static bool in_brackets(std::string_view text, const Word& word) {
    return word.begin > 0 && text[word.begin - 1] == '(' && word.end < text.size() && text[word.end] == ')';
  }

  std::vector<std::uint32_t> greetings_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<DanglingDatelineCheck>(definition);
}

constexpr Key kSectionKeys[] = {
    {"greetings", KeyType::kStrings, "words that a letter or a byline begins with"},
};

}  // namespace

namespace kinds {
extern const Kind dangling_dateline;
const Kind dangling_dateline{
    "dangling-dateline", "a dateline before the first paragraph that was cut off", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

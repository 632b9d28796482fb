// Kind `split-sentence`: a paragraph that stops in mid-sentence, and the next goes on with it.
#include <algorithm>

#include "check/check.h"
#include "check/kinds/layout_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Words of a paragraph that is running text and not a verse, an address or a caption, and of the one that goes on.
constexpr std::uint32_t kFewestBefore = 9;
constexpr std::uint32_t kFewestBehind = 4;
// A heading may end with any word. A paragraph as long as this is none.
constexpr std::uint32_t kFewestUnfinished = 25;

using Ending = std::vector<std::uint32_t>;  // the hashes of the last words

std::vector<Ending> endings(const std::vector<std::string>& phrases) {
  std::vector<Ending> result;
  for (const std::string& phrase : phrases) {
    std::vector<Word> words;
    cut_words(phrase, words);
    Ending ending;
    for (const Word& word : words) ending.push_back(word.hash);
    if (!ending.empty()) result.push_back(std::move(ending));
  }
  return result;
}

// Only what a browser's paste puts between two paragraphs: no picture, formula or table may stand there.
bool is_plain_gap(std::string_view gap) {
  for (std::size_t pos = 0; pos < gap.size(); ++pos) {
    const char c = gap[pos];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    if (c != '<') return false;
    const std::size_t end = gap.find('>', pos);
    if (end == std::string_view::npos) return false;
    std::string_view name = gap.substr(pos + 1, end - pos - 1);
    if (!name.empty() && name.front() == '/') name.remove_prefix(1);
    name = name.substr(0, name.find_first_of(" \t\n/"));
    if (name != "p" && name != "P" && name != "span" && name != "br") return false;
    pos = end;
  }
  return true;
}

class SplitSentenceCheck final : public Check {
 public:
  explicit SplitSentenceCheck(const Definition& definition) : definition_(definition) {
    for (const auto& [language, options] : definition.sections) {
      if (const auto* words = definition.option<std::vector<std::string>>(language, "unfinished")) {
        unfinished_[language] = endings(*words);
      }
      if (const auto* words = definition.option<std::vector<std::string>>(language, "openers")) {
        openers_[language] = endings(*words);
      }
    }
  }

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i + 1 < blocks.size(); ++i) {
      if (!is_running_text(blocks[i], kFewestBefore) || !ends_open(blocks[i].text)) continue;
      const Block& behind = blocks[i + 1];
      if (!is_running_text(behind, kFewestBehind) || !are_neighbours(document, blocks[i], behind)) continue;
      if (ends_unfinished(document, blocks[i]) || goes_on(document, blocks[i], behind)) report(document, i, sink);
    }
  }

 private:
  static bool is_running_text(const Block& block, std::uint32_t words) {
    return block.role == Role::kParagraph && block.word_count >= words && block.list == kNone;
  }

  static bool are_neighbours(const Document& document, const Block& before, const Block& behind) {
    if (before.language != behind.language || document.words(behind).front().begin != 0) return false;
    if (before.source.end > behind.source.begin) return false;
    return is_plain_gap(document.raw().text.substr(before.source.end, behind.source.begin - before.source.end));
  }

  // The last words are an article, a preposition, a conjunction.
  bool ends_unfinished(const Document& document, const Block& block) const {
    const auto it = unfinished_.find(block.language);
    return it != unfinished_.end() && block.word_count >= kFewestUnfinished && trimmed(block.text).back() != ',' &&
           ends_with_one(document.words(block), it->second);
  }

  static bool ends_with_one(std::span<const Word> words, const std::vector<Ending>& endings) {
    return std::any_of(endings.begin(), endings.end(), [&](const Ending& ending) {
      return ending.size() <= words.size() &&
             std::equal(ending.rbegin(), ending.rend(), words.rbegin(),
                        [](std::uint32_t hash, const Word& word) { return hash == word.hash; });
    });
  }

  // The next paragraph begins in lower case, ends like a sentence, and its first word is no name such as iPhone.
  bool goes_on(const Document& document, const Block& before, const Block& behind) const {
    const Word first = document.words(behind).front();
    const CodePoint c = decode_at(behind.text, 0);
    if (!is_lower(c.value) || !ends_sentence(behind.text)) return false;
    for (std::size_t pos = c.length; pos < first.end;) {
      const CodePoint next = decode_at(behind.text, pos);
      if (is_upper(next.value) || is_digit(next.value)) return false;
      pos += next.length;
    }
    // "a) the first", "e.on", "www.example.org", "user@example.org", "dpa: …"
    if (first.end < behind.text.size()) {
      const char next = behind.text[first.end];
      if (next == ')' || next == ':' || next == '@' || next == '/' || next == '_' || next == '=') return false;
      if (next == '.' && first.end + 1 < behind.text.size() && behind.text[first.end + 1] != ' ') return false;
    }
    for (const Language language : {Language::any(), behind.language}) {
      const auto it = openers_.find(language);
      if (it != openers_.end() && ends_with_one(document.words(behind).first(1), it->second)) return false;
    }
    // Verses and lines of dialogue begin in lower case too, one under the other.
    return is_upper_start(document, before);
  }

  static bool is_upper_start(const Document& document, const Block& block) {
    const Word first = document.words(block).front();
    const char32_t c = decode_at(block.text, first.begin).value;
    return is_upper(c) || is_digit(c);
  }

  static void report(const Document& document, std::uint32_t number, Sink& sink) {
    const Block& before = document.block(number);
    const auto words = document.words(before);
    const Block& behind = document.block(number + 1);
    Finding finding;
    constexpr std::size_t kShown = 4;
    finding.place = {number,
                     {words[words.size() - kShown].begin, static_cast<std::uint32_t>(trimmed(before.text).size())}};
    const auto next = document.words(behind).first(std::min<std::size_t>(kShown, behind.word_count));
    const TextSpan start{next.front().begin, next.back().end};
    finding.values = {{"next", std::string(behind.text.substr(start.begin, start.size()))}};
    finding.related.push_back({{number + 1, start}, "next", {}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  std::map<Language, std::vector<Ending>> unfinished_;
  std::map<Language, std::vector<Ending>> openers_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<SplitSentenceCheck>(definition);
}

constexpr Key kSectionKeys[] = {
    {"unfinished", KeyType::kStrings, "words that no sentence ends with"},
    {"openers", KeyType::kStrings, "words in lower case that a paragraph may begin with"},
};

}  // namespace

namespace kinds {
extern const Kind split_sentence;
const Kind split_sentence{
    "split-sentence", "a paragraph that stops in mid-sentence, and the next goes on with it", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

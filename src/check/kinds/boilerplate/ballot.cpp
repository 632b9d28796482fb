// Kind `ballot`: a question and the answers to choose from, one a line, as polls beside articles have them.
#include <algorithm>

#include "check/check.h"
#include "check/page_lines.h"
#include "check/section.h"
#include "text/plain_form.h"

namespace stet {
namespace {

constexpr std::uint32_t kWidest = 12;  // words of an answer
constexpr std::uint32_t kReach = 4;    // lines from the first answer to the last
constexpr std::uint32_t kAbove = 2;    // lines up to the question

class BallotCheck final : public Check {
 public:
  explicit BallotCheck(const Definition& definition) {
    const auto read = [&](std::string_view key, std::vector<std::string>& out) {
      for (const auto& [language, options] : definition.sections) {
        if (const auto* words = definition.option<std::vector<std::string>>(language, key)) {
          for (const std::string& word : *words) out.push_back(plain_form(word));
        }
      }
    };
    read("yes", yes_);
    read("no", no_);
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (std::uint32_t i = 1; i < document.blocks().size(); ++i) {
      if (!is_answer(document, i, yes_) && !is_answer(document, i, no_)) continue;
      const auto& opposite = is_answer(document, i, yes_) ? no_ : yes_;
      const std::uint32_t question = question_over(document, i);
      if (question == kNone) continue;
      std::uint32_t last = i;
      for (std::uint32_t at = i + 1; at <= i + kReach && may_be_answer(document, at); ++at) {
        if (is_answer(document, at, opposite)) last = at;
      }
      if (last == i) continue;
      const PageLines lines(document, facts);
      while (last < i + kReach && may_be_answer(document, last + 1) && !lines[last + 1].gap) ++last;
      report(document, question, last, sink);
      i = last;
    }
  }

 private:
  static bool may_be_answer(const Document& document, std::uint32_t i) {
    if (i >= document.blocks().size()) return false;
    const Block& block = document.block(i);
    return (block.role == Role::kParagraph || block.role == Role::kListItem || block.role == Role::kHeading) &&
           block.word_count > 0 && block.word_count <= kWidest && !block.text.ends_with('?');
  }

  static bool is_answer(const Document& document, std::uint32_t i, const std::vector<std::string>& words) {
    if (!may_be_answer(document, i)) return false;
    const Block& block = document.block(i);
    const Word& first = document.words(block).front();
    if (first.begin > 8) return false;  // behind a box to tick at most
    const std::string form = plain_form(block.text.substr(first.begin, first.end - first.begin));
    return std::find(words.begin(), words.end(), form) != words.end();
  }

  static std::uint32_t question_over(const Document& document, std::uint32_t i) {
    for (std::uint32_t step = 1; step <= kAbove && step <= i; ++step) {
      const Block& block = document.block(i - step);
      if (block.text.ends_with('?')) return block.role == Role::kQuote ? kNone : i - step;
      if (!may_be_answer(document, i - step)) break;
    }
    return kNone;
  }

  static void report(const Document& document, std::uint32_t first, std::uint32_t last, Sink& sink) {
    Finding finding;
    const SourceSpan span{document.block(first).source.begin, document.block(last).source.end};
    finding.place = {Document::kRawBlock, {span.begin, span.end}};
    finding.values = {{"question", std::string(document.block(first).text)}};
    const SourceSpan gone = whole_lines(document, span);
    finding.fixes.push_back({"remove", {}, false, {{{Document::kRawBlock, {gone.begin, gone.end}}, ""}}});
    finding.covers = true;
    sink.report(std::move(finding));
  }

  std::vector<std::string> yes_;  // plain forms
  std::vector<std::string> no_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<BallotCheck>(definition);
}

constexpr Key kSectionKeys[] = {
    {"yes", KeyType::kStrings, "words with which one answer begins"},
    {"no", KeyType::kStrings, "words with which its opposite begins"},
};

}  // namespace

namespace kinds {
extern const Kind ballot;
const Kind ballot{"ballot", "a question with the answers to choose from, one a line", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `phrase`: words that should not stand there, anywhere or as a line of their own.
#include <array>
#include <optional>

#include "check/guards.h"
#include "check/section.h"
#include "facts/speech.h"

namespace stet {
namespace {

constexpr Key kKeys[] = {
    kGuardScopeKey,
    {"quoted", KeyType::kBool, "false: phrases between quotation marks are talked about, not left over"},
    {"subheads", KeyType::kBool, "true: a heading of the article's own over its prose is left alone"},
    {"removes", KeyType::kBool, "whether it offers to delete a line or section; needs messages.remove"},
};
constexpr auto kSectionKeys = std::to_array<Key>({
    {"phrases", KeyType::kPhrases, "looked for anywhere in a block of that language"},
    {"lines", KeyType::kLines, "must be a whole line; looked for in articles of every language"},
    {"opens", KeyType::kLines, "lines that open a section: what follows up to the next prose is reported with them"},
    kGuardKeys[0],
    kGuardKeys[1],
    kGuardKeys[2],
    kGuardKeys[3],
});
constexpr std::uint8_t kPhrases = 0;
constexpr std::uint8_t kLines = 1;
constexpr std::uint8_t kOpens = 2;
constexpr std::uint8_t kFirstGuard = 3;
constexpr std::uint32_t kProse = 12;  // words of prose of an article, and of a paragraph
constexpr std::uint32_t kParagraph = 25;

// The quoted passages of the block that was asked about last.
class Quotes {
 public:
  bool hold(const Document& document, const Hit& hit) {
    constexpr std::size_t kLeast = 12;  // code points
    if (block_ != hit.block) passages_ = quoted_passages(document.block(hit.block).text, kLeast);
    block_ = hit.block;
    return is_quoted(passages_, hit.span);
  }

 private:
  std::uint32_t block_ = kNone;
  std::vector<TextSpan> passages_;
};

class PhraseCheck final : public Check {
 public:
  PhraseCheck(const Definition& definition, Errors& errors) : guards_(definition, kFirstGuard, errors) {
    const auto* removes = definition.option<bool>("removes");
    removes_ = removes != nullptr && *removes;
    const auto* quoted = definition.option<bool>("quoted");
    quoted_ = quoted == nullptr || *quoted;
    const auto* subheads = definition.option<bool>("subheads");
    subheads_ = subheads != nullptr && *subheads;
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::optional<PageLines> lines;
    Quotes quotes;
    for (const Hit& hit : guards_.standing(document, facts)) {
      if (!quoted_ && hit.key == kPhrases && quotes.hold(document, hit)) continue;
      if (may_be_subhead(document, hit)) {
        if (!lines) lines.emplace(document, facts);
        if (is_subhead(document, *lines, hit)) continue;
      }
      Finding finding;
      finding.place = {hit.block, hit.span};
      if (hit.key == kOpens) {
        if (!lines) lines.emplace(document, facts);
        if ((*lines)[hit.block].stop) continue;  // a sentence that begins like a heading
        if ((*lines)[hit.block].opener) widen(document, *lines, hit.block, finding);
      }
      if (removes_) offer_removal(document, finding);
      sink.report(std::move(finding));
    }
  }

 private:
  // "Kosten", "Latest on the strike". A single word that opens a section ("Kommentare") is none.
  bool may_be_subhead(const Document& document, const Hit& hit) const {
    if (!subheads_ || hit.key == kPhrases || hit.block == Document::kRawBlock) return false;
    const Block& block = document.block(hit.block);
    if (document.format() != Format::kPlain && block.role != Role::kHeading && block.role != Role::kTitle) return false;
    return hit.key == kLines || document.words(block).size() > 1;
  }

  // Whether the article goes on under it: a word that is marked as a heading stands over prose, more words over a
  // paragraph of the body. In a plain text, where a heading is but a short line, others must look like it.
  static bool is_subhead(const Document& document, const PageLines& lines, const Hit& hit) {
    std::uint32_t below = hit.block + 1;
    // "Tabelle" over a table, "Kurz notiert" over short news, each with its heading.
    const Role role = document.block(hit.block).role;
    if (role == Role::kHeading && below < lines.size() && document.block(below).role == Role::kTableCell) return true;
    while (role == Role::kTitle && below < lines.size() && document.block(below).role == Role::kHeading) ++below;
    if (below >= lines.size() || !lines[below].prose || lines[below].words < kProse) return false;
    const bool marked = document.format() != Format::kPlain;
    if (marked && (lines[hit.block].words == 1 || hit.key == kLines || role == Role::kTitle)) return true;
    if (!lines[below].body || lines.first_body() >= hit.block) return false;
    return marked ? lines[below].words >= kParagraph : lines[hit.block].words == 1 && has_likes(lines, hit.block);
  }

  // Whether two other lines stand alone between prose, as short as subheadings are and known for nothing else.
  static bool has_likes(const PageLines& lines, std::uint32_t block) {
    constexpr std::uint32_t kLikes = 2;
    constexpr std::uint32_t kShort = 6;  // words
    std::uint32_t likes = 0;
    for (std::uint32_t i = lines.first_body(); i < lines.last_body(); ++i) {
      const bool lone = i > 0 && lines[i - 1].body && !lines[i].prose && lines[i + 1].body;
      if (lone && i != block && !lines[i].touched && lines[i].words <= kShort) ++likes;
    }
    return likes >= kLikes && lines[block - 1].body;
  }

  // From the heading to the end of its section.
  static void widen(const Document& document, const PageLines& lines, std::uint32_t heading, Finding& finding) {
    const std::uint32_t last = section_end(document, lines, heading);
    if (last == heading) return;
    const Block& block = document.block(heading);
    finding.values = {{"match", std::string(block.text)}, {"lines", NumberValue{static_cast<double>(last - heading)}}};
    finding.wording = "section";
    finding.place = {Document::kRawBlock, {block.source.begin, document.block(last).source.end}};
    finding.covers = true;
  }

  // Whole lines only: what is left of a sentence has to be written anew.
  static void offer_removal(const Document& document, Finding& finding) {
    const Block& block = document.block(finding.place.block);
    SourceSpan span{finding.place.span.begin, finding.place.span.end};
    if (block.role != Role::kRaw) {
      if (finding.place.span.begin != 0 || finding.place.span.end != block.text.size()) return;
      span = block.source;
    }
    span = whole_lines(document, span);
    finding.fixes.push_back({"remove", {}, false, {{{Document::kRawBlock, {span.begin, span.end}}, ""}}});
  }

  Guards guards_;
  bool removes_ = false;
  bool quoted_ = true;
  bool subheads_ = false;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<PhraseCheck>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind phrase;
const Kind phrase{
    "phrase", "words that should not stand there, anywhere or as a line of their own", kKeys, kSectionKeys, make, true,
    true};
}  // namespace kinds
}  // namespace stet

// Kind `invisible`: characters that nobody sees, where nothing calls for them.
#include "text/invisible.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "check/check.h"
#include "text/code_pages.h"
#include "text/language_model.h"
#include "text/misread.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Words from this length on are hyphenated by layouts, those below hardly ever.
constexpr std::size_t kLongWord = 10;
constexpr std::size_t kShortWord = 8;

struct Sort {
  Invisible what;
  std::string_view wording;
  Severity severity;
};
constexpr auto kSorts = std::to_array<Sort>({
    {Invisible::kZeroWidthSpace, "zero-width-space", Severity::kWarning},
    {Invisible::kByteOrderMark, "byte-order-mark", Severity::kWarning},
    {Invisible::kWordJoiner, "word-joiner", Severity::kWarning},
    {Invisible::kJoiner, "joiner", Severity::kWarning},
    {Invisible::kSoftHyphen, "soft-hyphen", Severity::kWarning},
    {Invisible::kLooseSoftHyphen, "loose-soft-hyphen", Severity::kWarning},
    {Invisible::kDirectionMark, "direction-mark", Severity::kWarning},
    {Invisible::kDirectionOverride, "direction-override", Severity::kError},
    {Invisible::kDirectionControl, "direction-control", Severity::kWarning},
    {Invisible::kUnbalanced, "unbalanced", Severity::kWarning},
    {Invisible::kHiddenText, "hidden-text", Severity::kError},
    {Invisible::kHiddenData, "hidden-data", Severity::kError},
    {Invisible::kVariationSelector, "variation-selector", Severity::kInfo},
    {Invisible::kControl, "", Severity::kWarning},
    {Invisible::kWindowsControl, "windows-control", Severity::kWarning},
    {Invisible::kSeparator, "separator", Severity::kInfo},
    {Invisible::kFiller, "filler", Severity::kWarning},
});

// Direction controls and hidden text deceive in code as well; the rest may belong there.
bool deceives(Invisible what) {
  return what == Invisible::kDirectionOverride || what == Invisible::kDirectionControl ||
         what == Invisible::kUnbalanced || what == Invisible::kHiddenText;
}

// What an author who writes a character reference wants to have.
// &#150; is meant for a dash, and none in Markdown.
bool may_be_wanted(Invisible what) {
  return !deceives(what) && what != Invisible::kHiddenData && what != Invisible::kWindowsControl;
}

bool is_soft_hyphen(Invisible what) { return what == Invisible::kSoftHyphen; }

class InvisibleCheck final : public Check {
 public:
  explicit InvisibleCheck(const Definition& definition) : definition_(&definition) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    look_at_targets(document, sink);
    std::vector<Found> found;
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (definition_->looks_at(blocks[i].role)) gather(document, i, found);
    }
    if (found.empty()) return;
    const bool layout = is_hyphenated(document, found);
    for (std::size_t i = 0; i < found.size(); ++i) {
      // The soft hyphens of one word are one finding.
      std::size_t last = i;
      if (is_soft_hyphen(found[i].run.what)) {
        while (last + 1 < found.size() && found[last + 1].block == found[i].block &&
               is_soft_hyphen(found[last + 1].run.what) && found[last + 1].run.span.begin < found[i].word.end) {
          ++last;
        }
      }
      if (!layout || !is_soft_hyphen(found[i].run.what)) {
        report(document, std::span(found).subspan(i, last - i + 1), sink);
      }
      i = last;
    }
  }

 private:
  struct Found {
    std::uint32_t block = 0;
    InvisibleRun run;
    TextSpan word;  // that it stands in; of soft hyphens only
  };

  static void gather(const Document& document, std::uint32_t number, std::vector<Found>& found) {
    const Block& block = document.block(number);
    const std::vector<InvisibleRun> runs = find_invisible(block.text);
    if (runs.empty()) return;
    // Halves of letters that were misread are that rule's.
    std::vector<Misread> misread;
    if (may_be_misread(block.text)) misread = find_misread(block.text, block.language, {});
    for (const InvisibleRun& run : runs) {
      if (!is_prose(block.role) && block.role != Role::kFrontMatter && !deceives(run.what)) continue;
      if (may_be_wanted(run.what) && !block.map.is_verbatim(run.span)) continue;
      const auto near = std::partition_point(misread.begin(), misread.end(),
                                             [&](const Misread& m) { return m.span.end <= run.span.begin; });
      const bool half = near != misread.end() && near->span.overlaps(run.span);
      if (half || (!deceives(run.what) && document.is_set_aside(number, run.span))) continue;
      TextSpan word = run.span;
      if (is_soft_hyphen(run.what)) {
        const auto words = document.words(block);
        const auto next =
            std::partition_point(words.begin(), words.end(), [&](const Word& w) { return w.end <= run.span.begin; });
        if (next != words.end() && next->begin < run.span.begin) word = {next->begin, next->end};
      }
      found.push_back({number, run, word});
    }
  }

  static std::size_t letters_in(std::string_view text, TextSpan word) {
    return count_letters(text.substr(word.begin, word.size()), 100);
  }

  // A layout hyphenates nearly every long word. Then its soft hyphens are wanted.
  static bool is_hyphenated(const Document& document, const std::vector<Found>& found) {
    std::size_t hyphenated = 0;
    TextSpan last;
    std::uint32_t last_block = kNone;
    for (const Found& f : found) {
      if (!is_soft_hyphen(f.run.what) || (f.block == last_block && f.word == last)) continue;
      last = f.word;
      last_block = f.block;
      if (letters_in(document.block(f.block).text, f.word) >= kLongWord) ++hyphenated;
    }
    constexpr std::size_t kFewest = 3;
    if (hyphenated < kFewest) return false;
    std::size_t long_words = 0;
    for (const Block& block : document.blocks()) {
      if (!is_prose(block.role)) continue;
      for (const Word& word : document.words(block)) {
        if (word.end - word.begin < kLongWord) continue;
        if (letters_in(block.text, {word.begin, word.end}) >= kLongWord) ++long_words;
      }
    }
    return hyphenated * 2 > long_words;
  }

  static std::string code_of(char32_t c) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)); }

  // What tag characters spell.
  static std::string spelled(std::string_view tags) {
    std::string out;
    for (std::size_t pos = 0; pos < tags.size();) {
      const CodePoint c = decode_at(tags, pos);
      pos += c.length;
      if (c.value >= 0xE0020 && c.value < 0xE007F) out += static_cast<char>(c.value - 0xE0000);
    }
    return out;
  }

  // The addresses of links, which break by them.
  static void look_at_targets(const Document& document, Sink& sink) {
    for (const Inline& mark : document.inlines()) {
      if (mark.kind != InlineKind::kLink || mark.target_source.empty()) continue;
      const std::string_view target =
          document.source().utf8().substr(mark.target_source.begin, mark.target_source.size());
      if (!has_high_byte(target)) continue;
      for (const InvisibleRun& run : find_invisible(target)) {
        constexpr Invisible kBreak[] = {Invisible::kZeroWidthSpace, Invisible::kByteOrderMark, Invisible::kWordJoiner,
                                        Invisible::kDirectionMark, Invisible::kDirectionControl};
        if (std::ranges::find(kBreak, run.what) == std::end(kBreak)) continue;
        const auto sort = std::find_if(kSorts.begin(), kSorts.end(), [&](const Sort& s) { return s.what == run.what; });
        Finding finding;
        finding.place = {Document::kRawBlock,
                         {mark.target_source.begin + run.span.begin, mark.target_source.begin + run.span.end}};
        finding.wording = sort->wording;
        finding.values = {{"code", code_of(run.first)}};
        finding.fixes.push_back({"delete", {}, true, {{finding.place, ""}}});
        if (sort->severity != Severity::kError) finding.severity = sort->severity;
        sink.report(std::move(finding));
      }
    }
  }

  void report(const Document& document, std::span<const Found> run, Sink& sink) const {
    const Found& first = run.front();
    const Block& block = document.block(first.block);
    const std::string_view text = block.text;
    const auto sort =
        std::find_if(kSorts.begin(), kSorts.end(), [&](const Sort& s) { return s.what == first.run.what; });
    Finding finding;
    finding.place = {first.block, first.run.span.joined(run.back().run.span)};
    finding.wording = sort->wording;
    Severity severity = sort->severity;
    finding.values = {{"code", code_of(first.run.first)}};
    ProposedFix fix{"delete", {}, true, {}};
    for (const Found& one : run) fix.edits.push_back({{one.block, one.run.span}, ""});

    switch (first.run.what) {
      case Invisible::kSoftHyphen: {
        std::string word;
        for (std::string_view rest = text.substr(first.word.begin, first.word.size()); !rest.empty();) {
          const std::size_t hyphen = std::min(rest.find("\u00AD"), rest.size());
          word += rest.substr(0, hyphen);
          rest.remove_prefix(std::min(hyphen + 2, rest.size()));
        }
        finding.values.emplace_back("word", word);
        // On a page they may be there on purpose, for long words.
        if (document.format() == Format::kHtml && letters_in(text, first.word) >= kShortWord)
          severity = Severity::kInfo;
        break;
      }
      case Invisible::kLooseSoftHyphen:
        join_halves(text, finding, fix);
        break;
      case Invisible::kHiddenText:
        finding.values.emplace_back("text", spelled(text.substr(finding.place.span.begin, finding.place.span.size())));
        break;
      case Invisible::kWindowsControl:
        read_as_windows(text, first.run, finding, fix);
        break;
      case Invisible::kSeparator:
        fix = {"space", {}, false, {{finding.place, " "}}};
        break;
      case Invisible::kControl:
        take_sequence(text, finding, fix);
        break;
      default:
        break;
    }
    if (severity != Severity::kError) finding.severity = severity;
    finding.fixes.push_back(std::move(fix));
    sink.report(std::move(finding));
  }

  // "Bun- des" with a soft hyphen at the end of what was a line.
  static void join_halves(std::string_view text, Finding& finding, ProposedFix& fix) {
    const TextSpan span = finding.place.span;
    const bool in_word = span.begin > 0 && is_letter(decode_before(text, span.begin).value);
    if (!in_word || span.end + 1 >= text.size() || (text[span.end] != ' ' && text[span.end] != '\n')) return;
    if (!is_lower(decode_at(text, span.end + 1).value)) return;
    finding.wording = "broken-word";
    finding.place.span.end += 1;
    fix = {"join", {}, false, {{finding.place, ""}}};
  }

  // The colour of a terminal is one thing: ESC [ 3 1 m.
  static void take_sequence(std::string_view text, Finding& finding, ProposedFix& fix) {
    TextSpan& span = finding.place.span;
    const char c = text[span.end - 1];
    if (c == '\x1B' && span.end < text.size() && text[span.end] == '[') {
      std::uint32_t end = span.end + 1;
      while (end < text.size() && (text[end] == ';' || (text[end] >= '0' && text[end] <= '9'))) ++end;
      if (end < text.size() && ((text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z')) span.end = end + 1;
    } else if (c == '\v' || c == '\f') {
      fix.safe = false;  // it parts lines or pages
    }
    fix.edits = {{finding.place, c == '\v' || c == '\f' ? " " : ""}};
  }

  static void read_as_windows(std::string_view text, const InvisibleRun& run, Finding& finding, ProposedFix& fix) {
    const char32_t meant = code_page_char(CodePage::kWindows1252, static_cast<unsigned char>(run.first));
    if (meant >= 0x80 && meant < 0xA0) {
      finding.wording = "";
      fix.safe = false;
      return;
    }
    std::string shown;
    append_utf8(shown, meant);
    // Between letters it may as well be a letter of Mac Roman.
    const bool inside = word_char_before(text, run.span.begin) && word_char_at(text, run.span.end);
    fix = {"write", {{"text", shown}}, !inside && !is_letter(meant), {{finding.place, shown}}};
    finding.values.emplace_back("text", shown);
  }

  const Definition* definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<InvisibleCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind invisible;
const Kind invisible{"invisible", "characters that nobody sees", {}, {}, make};
}  // namespace kinds
}  // namespace stet

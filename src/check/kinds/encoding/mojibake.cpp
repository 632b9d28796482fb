// Kind `mojibake`: UTF-8 that was read as a code page, or one code page that was read as another.
#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "check/check.h"
#include "text/misread.h"
#include "text/swapped_page.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// A block's text, with a no-break space behind it that readers cut off: it may be half a letter ("voilÃ ").
std::string_view searched_text(const Document& document, const Block& block) {
  const auto copied = block.map.whole_copy();
  if (!copied || block.text.empty()) return block.text;
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  const std::string_view source = document.source().utf8();
  const bool longer = source.substr(*copied + block.text.size()).starts_with(kNoBreakSpace);
  return source.substr(*copied, block.text.size() + (longer ? kNoBreakSpace.size() : 0));
}

bool is_apostrophe(char32_t c) { return c == U'’' || c == '\''; }
// Beyond the alphabets words are not parted by spaces.
bool in_word(char32_t c) { return c < 0x2E80 && (is_word_char(c) || is_apostrophe(c)); }

class MojibakeCheck final : public Check {
 public:
  explicit MojibakeCheck(const Definition& definition) : definition_(&definition) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    std::vector<std::uint32_t> suspects;
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (definition_->looks_at(blocks[i].role) && may_be_misread(blocks[i].text)) suspects.push_back(i);
    }
    MisreadCounts counts;
    for (const std::uint32_t i : suspects) count_misread(blocks[i].text, blocks[i].language, counts);
    const auto certain = std::accumulate(counts.first.certain.begin(), counts.first.certain.end(), std::uint32_t{0});
    // Some letters of a swapped page look like UTF-8 by chance: "Ñ‰" for "„ä".
    const Swapped swapped = look_for_swapped(document);
    const std::size_t proofs = strongest(swapped.proofs);
    const bool is_swapped = proofs > certain || (proofs >= kBeyondDoubt && 2 * proofs > certain);
    if (!is_swapped || (certain == 0 && proofs < kBeyondDoubt)) {
      for (const std::uint32_t i : suspects) check_block(document, i, counts, sink);
    }
    if (is_swapped) report_all(document, swapped, sink);
  }

 private:
  static constexpr std::size_t kBeyondDoubt = 4;

  struct Swapped {
    std::vector<std::uint32_t> suspects;  // blocks
    SwapProofs proofs;
  };

  [[nodiscard]] Swapped look_for_swapped(const Document& document) const {
    Swapped found;
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (definition_->looks_at(blocks[i].role) && may_be_swapped(blocks[i].text, blocks[i].language)) {
        found.suspects.push_back(i);
      }
    }
    for (const std::uint32_t i : found.suspects) prove_swapped(blocks[i].text, blocks[i].language, found.proofs);
    return found;
  }

  static void report_all(const Document& document, const Swapped& swapped, Sink& sink) {
    for (const std::uint32_t i : swapped.suspects) {
      const Block& block = document.block(i);
      const SwappedWords found = find_swapped(block.text, block.language, swapped.proofs);
      for (const SwappedWord& word : found.words) {
        const TextPlace place{i, word.span};
        if (!document.is_set_aside(i, word.span)) report_swapped(place, word, found, sink);
      }
    }
  }

  static void report_swapped(TextPlace place, const SwappedWord& word, const SwappedWords& pages, Sink& sink) {
    constexpr std::uint32_t kSureProofs = 4;
    Finding finding;
    finding.place = place;
    finding.wording = "swapped";
    finding.values = {{"text", word.text},
                      {"written", std::string(code_page_name(pages.written))},
                      {"page", std::string(code_page_name(pages.read))}};
    if (pages.proofs < kSureProofs) finding.severity = Severity::kWarning;
    ProposedFix fix{"replace", {}, word.known && pages.proofs >= kSureProofs, {}};
    fix.edits.push_back({place, word.text});
    fix.values = {{"text", word.text}};
    finding.fixes.push_back(std::move(fix));
    sink.report(std::move(finding));
  }

  // The misread stretches of one word are one finding.
  static void check_block(const Document& document, std::uint32_t number, const MisreadCounts& counts, Sink& sink) {
    const Block& block = document.block(number);
    const std::string_view text = searched_text(document, block);
    std::vector<Misread> word;
    TextSpan span;
    const auto close = [&] {
      if (!word.empty() && !document.is_set_aside(number, span)) report(document, number, text, span, word, sink);
      word.clear();
    };
    for (Misread& stretch : find_misread(text, block.language, counts)) {
      const bool inside = !word.empty() && stretch.span.end <= span.end;
      const TextSpan whole = inside ? stretch.span : word_around(text, stretch);
      if (!word.empty() && whole.begin >= span.end) close();
      span = word.empty() ? whole : span.joined(whole);
      word.push_back(std::move(stretch));
    }
    close();
  }

  // The stretch, and the rest of the words that it begins and ends with.
  static TextSpan word_around(std::string_view text, const Misread& stretch) {
    TextSpan span = stretch.span;
    const std::string& read = stretch.text;
    if (read.empty() || in_word(decode_at(read, 0).value)) {
      while (span.begin > 0) {
        const CodePoint c = decode_before(text, span.begin);
        if (!in_word(c.value)) break;
        span.begin -= c.length;
      }
    }
    if (read.empty() || in_word(decode_before(read, read.size()).value)) {
      while (span.end < text.size()) {
        const CodePoint c = decode_at(text, span.end);
        if (!in_word(c.value)) break;
        span.end += c.length;
      }
    }
    // A quotation mark at the edge belongs to no word.
    while (span.begin < stretch.span.begin && is_apostrophe(decode_at(text, span.begin).value)) {
      span.begin += decode_at(text, span.begin).length;
    }
    while (span.end > stretch.span.end && is_apostrophe(decode_before(text, span.end).value)) {
      span.end -= decode_before(text, span.end).length;
    }
    return span;
  }

  static void report(const Document& document, std::uint32_t number, std::string_view text, TextSpan span,
                     const std::vector<Misread>& word, Sink& sink) {
    // What readers cut off can be reached in the raw view only.
    const Block& block = document.block(number);
    const bool beyond = span.end > block.text.size();
    const std::uint32_t shift = beyond ? block.map.whole_copy().value_or(0) : 0;
    const auto place = [&](TextSpan s) {
      return TextPlace{beyond ? Document::kRawBlock : number, {s.begin + shift, s.end + shift}};
    };
    ProposedFix fix{"replace", {}, true, {}};
    std::string read;
    std::uint32_t pos = span.begin;
    bool known = true;
    bool whole = true;
    std::uint8_t times = 1;
    for (const Misread& stretch : word) {
      read += text.substr(pos, stretch.span.begin - pos);
      read += stretch.text;
      pos = stretch.span.end;
      known = known && !stretch.text.empty() && stretch.text.find("\uFFFD") == std::string::npos;
      whole = whole && stretch.whole;
      times = std::max(times, stretch.times);
      fix.safe = fix.safe && stretch.whole && stretch.sure;
      fix.edits.push_back({place(stretch.span), stretch.text});
    }
    read += text.substr(pos, span.end - pos);

    Finding finding;
    finding.place = place(span);
    finding.wording = !known ? "lost" : times > 1 ? "repeatedly" : "";
    finding.values = {{"text", read}, {"page", std::string(code_page_name(word.front().page))}};
    if (!whole) finding.severity = Severity::kWarning;
    if (known) {
      fix.values = {{"text", read}};
      finding.fixes.push_back(std::move(fix));
    }
    sink.report(std::move(finding));
  }

  const Definition* definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<MojibakeCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind mojibake;
const Kind mojibake{"mojibake", "UTF-8 that was read as a code page, or one code page as another", {}, {}, make};
}  // namespace kinds
}  // namespace stet

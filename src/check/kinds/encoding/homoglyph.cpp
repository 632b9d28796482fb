// Kind `homoglyph`: letters of another alphabet that look like the right ones.
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/language/alphabet_support.h"
#include "check/kinds/language/set_apart_support.h"
#include "text/misread.h"
#include "text/styled_letters.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr Key kSectionKeys[] = {
    {"named", KeyType::kPhrases, "speak of letters: a single one in such a sentence is named"},
};

bool is_foreign(Language language) {
  constexpr std::string_view kOthers[] = {"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt", "el", "hy"};
  for (const std::string_view other : kOthers) {
    if (language.code() == other) return true;
  }
  return false;
}

// The marks of a document, asked for from front to back.
class Marks {
 public:
  explicit Marks(std::span<const Inline> marks) : next_(marks.begin()), end_(marks.end()) {}

  // Whether one that is no link overlaps the span.
  bool touch(std::uint32_t block, TextSpan span) {
    for (; next_ != end_ && (next_->block < block || (next_->block == block && next_->span.begin < span.end));
         ++next_) {
      if (next_->kind == InlineKind::kLink) continue;
      if (next_->block != block_) reach_ = 0;
      block_ = next_->block;
      reach_ = std::max(reach_, next_->span.end);
    }
    return block_ == block && reach_ > span.begin;
  }

 private:
  std::span<const Inline>::iterator next_;
  std::span<const Inline>::iterator end_;
  std::uint32_t block_ = kNone;  // of the last one passed by
  std::uint32_t reach_ = 0;      // where those of its block end
};

class HomoglyphCheck final : public Check {
 public:
  explicit HomoglyphCheck(const Definition& definition) : definition_(&definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto blocks = document.blocks();
    Marks marks(document.inlines());
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (!definition_->looks_at(blocks[i].role)) continue;
      BlockAlphabets alphabets = alphabets_of(document, blocks[i]);
      leave_misread(blocks[i], alphabets);
      for (const MixedWord& word : alphabets.mixed) {
        const Reading reading = read_mixed(alphabets, word);
        if (reading.alphabet != Alphabet::kOther) report(document, i, word, reading, sink);
      }
      disguised(document, facts, i, alphabets, marks, sink);
      if (may_be_styled(blocks[i].text)) styled(document, i, sink);
    }
  }

 private:
  // "maЕ‚y" is no word with a Cyrillic letter but one that was read in the wrong code page.
  static void leave_misread(const Block& block, BlockAlphabets& alphabets) {
    if ((alphabets.mixed.empty() && alphabets.other.empty()) || !may_be_misread(block.text)) return;
    const std::vector<Misread> misread = find_misread(block.text, block.language, {});
    const auto is_misread = [&](const MixedWord& word) {
      const auto first = std::partition_point(misread.begin(), misread.end(),
                                              [&](const Misread& m) { return m.span.end <= word.span.begin; });
      return first != misread.end() && first->span.overlaps(word.span);
    };
    std::erase_if(alphabets.mixed, is_misread);
    std::erase_if(alphabets.other, is_misread);
  }

  // Whole words of lookalikes among Latin words: "Аpple" is mixed, "сосоа" is not.
  void disguised(const Document& document, const Facts& facts, std::uint32_t number, const BlockAlphabets& alphabets,
                 Marks& marks, Sink& sink) const {
    const Block& block = document.block(number);
    const bool others = alphabets.other_words > alphabets.other.size();
    constexpr std::size_t kFewLatinWords = 3;
    if (others || alphabets.latin_words < kFewLatinWords || is_foreign(block.language)) return;
    for (const MixedWord& word : alphabets.other) {
      // A single letter may be named, and a symbol.
      const bool small_cyrillic = word.other == Alphabet::kCyrillic && is_lower(word.letters.front().c);
      if (word.letters.size() < 2 && !(small_cyrillic && !word.digits)) continue;
      const bool single = word.letters.size() < 2;
      if (single && is_beside_hit(facts.matches().of(definition_->slot), document, {number, word.span})) continue;
      if (word.other == Alphabet::kGreek || is_set_apart(document, marks, number, word.span)) continue;
      report(document, number, word, {Alphabet::kLatin, false, replacements(word, Alphabet::kLatin)}, sink);
    }
  }

  // "𝐁𝐮𝐲 𝐧𝐨𝐰", "pａssword".
  static void styled(const Document& document, std::uint32_t number, Sink& sink) {
    if (!is_prose(document.block(number).role)) return;
    for (const StyledWord& word : styled_words(document.block(number).text)) {
      if (document.is_set_aside(number, word.span)) continue;
      const TextPlace place{number, word.span};
      Finding finding;
      finding.place = place;
      finding.wording = "styled";
      finding.severity = Severity::kWarning;
      finding.values = {{"text", word.plain}};
      finding.fixes.push_back({"replace", {{"text", word.plain}}, true, {{place, word.plain}}});
      sink.report(std::move(finding));
    }
  }

  // In quotation marks, brackets or emphasis, as words of another language are.
  static bool is_set_apart(const Document& document, Marks& marks, std::uint32_t number, TextSpan span) {
    const std::string_view text = document.block(number).text;
    const auto plain = [](char32_t c) { return c == ' ' || c == ',' || c == '.' || c == '\n' || c == '!' || c == '?'; };
    if (span.begin > 0 && !plain(decode_before(text, span.begin).value)) return true;
    if (span.end < text.size() && !plain(decode_at(text, span.end).value)) return true;
    return marks.touch(number, span);
  }

  static std::string_view name_of(Alphabet alphabet) {
    switch (alphabet) {
      case Alphabet::kGreek:
        return "greek";
      case Alphabet::kArmenian:
        return "armenian";
      case Alphabet::kCyrillic:
        return "cyrillic";
      default:
        return "latin";
    }
  }

  static void report(const Document& document, std::uint32_t number, const MixedWord& word, const Reading& reading,
                     Sink& sink) {
    if (document.is_set_aside(number, word.span)) return;
    const std::string_view text = document.block(number).text;
    Finding finding;
    finding.place = {number, word.span};
    // What does not belong there.
    finding.wording = name_of(reading.alphabet == Alphabet::kLatin ? word.other : Alphabet::kLatin);
    ProposedFix fix{"replace", {}, reading.clear && word.letters.size() > 2, {}};
    std::string mended;
    std::string wrong;
    std::uint32_t pos = word.span.begin;
    for (const Replacement& letter : reading.letters) {
      std::string by;
      append_utf8(by, letter.by);
      mended += text.substr(pos, letter.span.begin - pos);
      mended += by;
      const std::string_view old = text.substr(letter.span.begin, letter.span.size());
      if (wrong.find(old) == std::string::npos) wrong += old;
      pos = letter.span.end;
      fix.edits.push_back({{number, letter.span}, by});
    }
    mended += text.substr(pos, word.span.end - pos);
    finding.values = {{"letters", wrong}};
    fix.values = {{"text", mended}};
    if (!fix.safe) finding.severity = Severity::kWarning;
    finding.fixes.push_back(std::move(fix));
    sink.report(std::move(finding));
  }

  const Definition* definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<HomoglyphCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind homoglyph;
const Kind homoglyph{"homoglyph", "letters of another alphabet that look like the right ones", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

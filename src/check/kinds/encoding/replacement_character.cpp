// Kind `replacement-character`: what stands for characters that were lost.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/language/set_apart_support.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr Key kSectionKeys[] = {
    {"words", KeyType::kStrings,
     "frequent words with letters beyond ASCII: a question mark in place of these is no mark"},
    {"named", KeyType::kPhrases, "speak of characters: a lone U+FFFD in such a sentence is named"},
};

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kObject = 0xFFFC;

bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }
bool is_lost(char32_t c) { return c == '?' || c == kReplacement; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// The places of U+FFFC to U+FFFD and of private characters: all begin with EE, EF or F3, F4.
bool has_special(std::string_view text) {
  return text.find("\xEF\xBF") != std::string_view::npos || text.find('\xEE') != std::string_view::npos ||
         text.find("\xEF\x80") != std::string_view::npos || text.find("\xEF\x82") != std::string_view::npos;
}

// `word` written with question marks for its letters beyond ASCII, one for each letter or for each of its bytes.
bool is_damaged(std::string_view token, std::string_view word) {
  std::size_t at = 0;
  while (at < word.size() && static_cast<unsigned char>(word[at]) < 0x80) {
    if (at >= token.size() || lower(token[at]) != lower(word[at])) return false;
    ++at;
  }
  if (at == word.size()) return at == token.size();
  const CodePoint c = decode_at(word, at);
  std::size_t pos = at;
  for (std::uint32_t lost = 0; lost < c.length && pos < token.size(); ++lost) {
    const CodePoint mark = decode_at(token, pos);
    if (!is_lost(mark.value)) return false;
    pos += mark.length;
    if (is_damaged(token.substr(pos), word.substr(at + c.length))) return true;
  }
  return false;
}

// The word with the case of the token's letters.
std::string mended(std::string_view token, std::string_view word) {
  std::string out;
  const bool capitals = std::none_of(token.begin(), token.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool capital = !token.empty() && token[0] >= 'A' && token[0] <= 'Z';
  for (std::size_t w = 0; w < word.size();) {
    const CodePoint c = decode_at(word, w);
    append_utf8(out, capitals || (w == 0 && capital) ? upper_case(c.value) : c.value);
    w += c.length;
  }
  return out;
}

class ReplacementCheck final : public Check {
 public:
  explicit ReplacementCheck(const Definition& definition) : definition_(&definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::vector<Token> marks;  // with question marks
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (!definition_->looks_at(blocks[i].role)) continue;
      if (has_special(blocks[i].text)) special(document, facts, i, sink);
      if (blocks[i].others.has('?')) gather_marks(document, i, marks);
    }
    if (!marks.empty()) report_marks(document, marks, sink);
  }

 private:
  struct Token {
    std::uint32_t block = 0;
    TextSpan span;
    std::string meant;  // the word of the list that it is
  };

  // U+FFFD with the word around it, U+FFFC, private characters.
  void special(const Document& document, const Facts& facts, std::uint32_t number, Sink& sink) const {
    const std::string_view text = document.block(number).text;
    for (std::uint32_t pos = 0; pos < text.size();) {
      const auto byte = static_cast<unsigned char>(text[pos]);
      if (byte < 0xEE) {
        ++pos;
        continue;
      }
      const CodePoint c = decode_at(text, pos);
      TextSpan span{pos, pos + c.length};
      pos = span.end;
      if (c.value == kReplacement) {
        span = token_around(text, span.begin);
        pos = span.end;
        const bool lone = span.size() == c.length;
        if (lone && is_beside_hit(facts.matches().of(definition_->slot), document, {number, span})) continue;
        if (!is_broken(document, number, span)) report_lost(document, number, span, sink);
      } else if (c.value == kObject || is_private(c.value)) {
        if (document.is_set_aside(number, span)) continue;
        Finding finding;
        finding.place = {number, span};
        finding.wording = c.value == kObject ? "object" : "private";
        finding.severity = c.value == kObject ? Severity::kWarning : Severity::kInfo;
        finding.values = {{"code", fmt::format("U+{:04X}", static_cast<std::uint32_t>(c.value))}};
        if (c.value == kObject) finding.fixes.push_back({"delete", {}, true, {{finding.place, ""}}});
        sink.report(std::move(finding));
      }
    }
  }

  // The file itself is broken there, and encoding/invalid-utf8 says so; or it holds no U+FFFD at all, but NULs.
  static bool is_broken(const Document& document, std::uint32_t number, TextSpan span) {
    if (!document.block(number).map.is_verbatim(span)) return true;
    const std::vector<SourceSpan>& broken = document.source().broken();
    if (broken.empty()) return false;
    const SourceSpan source = document.block(number).map.to_source(span);
    const auto next =
        std::partition_point(broken.begin(), broken.end(), [&](SourceSpan b) { return b.end <= source.begin; });
    return next != broken.end() && next->begin < source.end;
  }

  // The letters and lost characters around a place.
  static TextSpan token_around(std::string_view text, std::uint32_t pos) {
    TextSpan span{pos, pos};
    const auto belongs = [](char32_t c) { return c < 0x2E80 ? is_letter(c) || is_lost(c) : c == kReplacement; };
    while (span.begin > 0) {
      const CodePoint c = decode_before(text, span.begin);
      if (!belongs(c.value)) break;
      span.begin -= c.length;
    }
    while (span.end < text.size()) {
      const CodePoint c = decode_at(text, span.end);
      if (!belongs(c.value)) break;
      span.end += c.length;
    }
    // A question mark at the end asks.
    while (span.end > pos && text[span.end - 1] == '?') --span.end;
    return span;
  }

  [[nodiscard]] std::string meant_by(Language language, std::string_view token) const {
    const auto* words = definition_->option<std::vector<std::string>>(language, "words");
    if (words == nullptr) return {};
    const auto it = std::find_if(words->begin(), words->end(),
                                 [token](const std::string& word) { return is_damaged(token, word); });
    return it == words->end() ? std::string() : mended(token, *it);
  }

  void report_lost(const Document& document, std::uint32_t number, TextSpan span, Sink& sink) const {
    if (document.is_set_aside(number, span)) return;
    const Block& block = document.block(number);
    Finding finding;
    finding.place = {number, span};
    add_fix(meant_by(block.language, block.text.substr(span.begin, span.size())), finding);
    sink.report(std::move(finding));
  }

  static void add_fix(const std::string& meant, Finding& finding) {
    if (!meant.empty()) finding.fixes.push_back({"write", {{"text", meant}}, false, {{finding.place, meant}}});
  }

  // Question marks inside words and before small letters.
  void gather_marks(const Document& document, std::uint32_t number, std::vector<Token>& marks) const {
    const Block& block = document.block(number);
    const std::string_view text = block.text;
    for (std::size_t at = text.find('?'); at != std::string_view::npos;) {
      TextSpan span = token_around(text, static_cast<std::uint32_t>(at));
      // A row of marks is looked at once.
      const std::size_t row = std::min(text.find_first_not_of('?', at), text.size());
      const std::size_t next = text.find('?', std::max<std::size_t>(row, span.end));
      if (!span.empty() && span.end > at && !in_address(text, span) && !document.is_set_aside(number, span)) {
        const std::string_view token = text.substr(span.begin, span.size());
        std::string meant = meant_by(block.language, token);
        if (!meant.empty() || is_inside(token)) marks.push_back({number, span, std::move(meant)});
      }
      at = next;
    }
  }

  // "gr??e", "K?nig": letters on both sides, small but for a capital in front, one gap only.
  static bool is_inside(std::string_view token) {
    const std::size_t first = token.find('?');
    const std::size_t last = token.rfind('?');
    if (first == 0 || last + 1 >= token.size() || last - first > 1) return false;
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool capital = first == 1 && token[0] >= 'A' && token[0] <= 'Z';
    return (capital || is_small(token[first - 1])) && is_small(token[last + 1]);
  }

  // Between spaces there is more than a word: "index.php?id=4".
  static bool in_address(std::string_view text, TextSpan span) {
    constexpr std::string_view kSigns = "/=&@#%+_";
    constexpr std::size_t kFar = 200;
    const std::size_t back = std::min<std::size_t>(span.begin, kFar);
    std::string_view before = text.substr(span.begin - back, back);
    const std::size_t blank = before.find_last_of(" \n\t");
    if (blank == std::string_view::npos && back == kFar) return true;
    if (blank != std::string_view::npos) before.remove_prefix(blank + 1);
    std::string_view after = text.substr(span.begin, kFar);
    after = after.substr(0, after.find_first_of(" \n\t"));
    return before.find_first_of(kSigns) != std::string_view::npos || before.find('.') != std::string_view::npos ||
           after.find_first_of(kSigns) != std::string_view::npos;
  }

  // A word of the list is proof. Others count where two are proven, or where a whole article has not one letter
  // beyond ASCII.
  void report_marks(const Document& document, const std::vector<Token>& marks, Sink& sink) const {
    const auto proven = static_cast<std::size_t>(
        std::count_if(marks.begin(), marks.end(), [](const Token& token) { return !token.meant.empty(); }));
    constexpr std::size_t kProof = 2;
    const bool all = proven >= kProof || (proven == 1 && marks.size() >= kProof && !has_other_letters(document));
    for (const Token& token : marks) {
      if (token.meant.empty() && !all) continue;
      Finding finding;
      finding.place = {token.block, token.span};
      finding.wording = "question-mark";
      finding.severity = Severity::kWarning;
      add_fix(token.meant, finding);
      sink.report(std::move(finding));
    }
  }

  static bool has_other_letters(const Document& document) {
    const std::string_view text = document.source().utf8();
    return std::any_of(text.begin(), text.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte >= 0xC3 && byte <= 0xC9;
    });
  }

  const Definition* definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<ReplacementCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind replacement_character;
const Kind replacement_character{"replacement-character", "what stands for lost characters", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `character-reference`: a reference that readers see as text.
#include <algorithm>
#include <optional>
#include <string>

#include "check/check.h"
#include "document/html_entities.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::string_view kNoBreakSpace = "nbsp;";

bool is_name_byte(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '#'; }

// Letters, punctuation and signs; not the symbols of mathematics whose short names are anything ("&in;").
bool is_usual(std::string_view name, char32_t c) {
  if (name.starts_with('#')) return c >= 0x20 && !(c >= 0x7F && c < 0xA0) && c != 0xFFFD;
  if (name.size() < 3) return name == "lt" || name == "gt";
  return c < 0x250 || (c >= 0x2000 && c < 0x2300) || (c >= 0x391 && c < 0x3D7) || (c >= 0x2660 && c < 0x2667);
}

// A reference as readers see it, "&amp;amp;" in whole.
struct Reference {
  TextSpan span;
  std::string text;  // what it stands for
};

class CharacterReferenceCheck final : public Check {
 public:
  explicit CharacterReferenceCheck(const Definition& definition) : definition_(&definition) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      if (!definition_->looks_at(block.role)) continue;
      if (document.format() == Format::kMarkdown) find_in_source(document, i, sink);
      if (!block.others.has('&') && !block.others.has(';')) continue;
      const std::string_view text = block.text;
      for (std::size_t at = text.find_first_of("&n"); at != std::string_view::npos;) {
        const auto reference = text[at] == '&' ? reference_at(text, at) : lone_space(text, at);
        if (reference && !document.is_set_aside(i, reference->span)) report(document, i, *reference, sink);
        at = text.find_first_of("&n", reference ? reference->span.end : at + 1);
      }
    }
  }

 private:
  // "ni&ntilde;os" in Markdown: readers see the letter, but the draft was pasted from HTML. White space and marks that
  // nobody sees are written so on purpose, as are "&amp;" and "&lt;".
  static void find_in_source(const Document& document, std::uint32_t number, Sink& sink) {
    const Block& block = document.block(number);
    const auto runs = block.map.runs();
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const SourceMap::Run& run = runs[i];
      if (run.copied) continue;
      const std::string_view code = document.source().utf8().substr(run.source.begin, run.source.size());
      if (!code.starts_with('&') || !code.ends_with(';') || code == "&amp;" || code == "&lt;" || code == "&gt;")
        continue;
      if (!is_usual(code.substr(1, code.size() - 2), decode_at(block.text, run.text).value)) continue;
      const auto end = i + 1 < runs.size() ? runs[i + 1].text : block.map.text_size();
      const CodePoint c = decode_at(block.text, run.text);
      const bool seen = is_word_char(c.value) || (c.value > ' ' && !is_space(c.value) && c.value != 0xAD &&
                                                  !(c.value >= 0x2000 && c.value <= 0x200F) && c.value != 0x2060);
      const TextSpan span{run.text, end};
      if (!seen || document.is_set_aside(number, span)) continue;
      Finding finding;
      finding.place = {number, span};
      finding.wording = "source";
      finding.severity = Severity::kInfo;
      const std::string text(block.text.substr(span.begin, span.size()));
      finding.values = {{"code", std::string(code)}, {"text", text}};
      finding.fixes.push_back(
          {"write", {{"text", text}}, false, {{{Document::kRawBlock, {run.source.begin, run.source.end}}, text}}});
      sink.report(std::move(finding));
    }
  }

  static Reference made(std::size_t begin, std::size_t end, std::string_view text) {
    return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, std::string(text)};
  }

  // Behind '&' any number of "amp;", then what was meant.
  static std::optional<Reference> reference_at(std::string_view text, std::size_t begin) {
    constexpr std::string_view kAmp = "amp;";
    std::size_t at = begin + 1;
    while (text.substr(at).starts_with(kAmp)) at += kAmp.size();
    std::size_t end = at;
    constexpr std::size_t kLongestName = 32;
    while (end < text.size() && end - at < kLongestName && is_name_byte(text[end])) ++end;
    const std::string_view name = text.substr(at, end - at);
    if (end < text.size() && text[end] == ';' && !name.empty()) {
      const std::string reference = "&" + std::string(name) + ";";
      const DecodedEntity decoded = decode_entity(reference, false);
      if (decoded.length == reference.size() && decoded.size > 0 &&
          is_usual(name, decode_at(decoded.text(), 0).value)) {
        return made(begin, end + 1, decoded.text());
      }
    }
    if (at > begin + 1) return made(begin, at, "&");
    if (name == "nbsp") return made(begin, end, "\u00A0");
    return std::nullopt;
  }

  // "nbsp;" whose ampersand was lost.
  static std::optional<Reference> lone_space(std::string_view text, std::size_t begin) {
    if (!text.substr(begin).starts_with(kNoBreakSpace)) return std::nullopt;
    return made(begin, begin + kNoBreakSpace.size(), "\u00A0");
  }

  // How the character is written in this format; `after` is the byte behind it.
  static std::string written(Format format, const std::string& text, char after) {
    if (format == Format::kPlain) return text;
    if (text == "<") return "&lt;";
    if (text == ">") return format == Format::kHtml ? "&gt;" : ">";
    const bool may_join = after == '#' || is_name_byte(after);
    if (text == "&") return format == Format::kHtml || may_join ? "&amp;" : "&";
    return text;
  }

  static void report(const Document& document, std::uint32_t number, const Reference& reference, Sink& sink) {
    const Block& block = document.block(number);
    Finding finding;
    finding.place = {number, reference.span};
    // The fix is made in the source, where the ampersand may be a reference itself.
    const SourceSpan source = block.map.to_source(reference.span);
    const std::string_view code = document.source().utf8().substr(source.begin, source.size());
    const bool plain_code =
        std::all_of(code.begin(), code.end(), [](char c) { return is_name_byte(c) || c == '&' || c == ';'; });
    const char after = source.end < document.source().utf8().size() ? document.source().utf8()[source.end] : ' ';
    const bool invisible = reference.text == "\u00AD";
    const std::string text = invisible ? "" : written(document.format(), reference.text, after);
    finding.values = {{"text", reference.text}};
    if (plain_code) {
      const std::string_view title = invisible                                      ? "delete"
                                     : is_space(decode_at(reference.text, 0).value) ? "space"
                                                                                    : "write";
      finding.fixes.push_back(
          {title, {{"text", reference.text}}, true, {{{Document::kRawBlock, {source.begin, source.end}}, text}}});
    }
    sink.report(std::move(finding));
  }

  const Definition* definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<CharacterReferenceCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind character_reference;
const Kind character_reference{"character-reference", "a character reference that readers see as text", {}, {}, make};
}  // namespace kinds
}  // namespace stet

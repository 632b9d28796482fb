// Kind `pattern`: a regular expression that should match nothing.
#include <array>

#include "check/guards.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr Key kKeys[] = {
    kGuardScopeKey,
    {"case", KeyType::kBool, "whether upper and lower case make a difference; false when not said"},
    {"written", KeyType::kBool,
     "a match counts only where its punctuation is written so in the file, not escaped; white space at its ends is no "
     "part of it"},
};
constexpr auto kSectionKeys = std::to_array<Key>({
    {"patterns", KeyType::kPatterns, "regular expressions"},
    kGuardKeys[0],
    kGuardKeys[1],
    kGuardKeys[2],
    kGuardKeys[3],
});
constexpr std::uint8_t kFirstGuard = 1;

class PatternCheck final : public Check {
 public:
  PatternCheck(const Definition& definition, Errors& errors) : guards_(definition, kFirstGuard, errors) {
    if (const auto* written = definition.option<bool>("written")) written_ = *written;
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (const Hit& hit : guards_.standing(document, facts)) {
      Finding finding;
      finding.place = {hit.block, hit.span};
      if (written_) {
        const Block& block = document.block(hit.block);
        if (!is_written(document, block, hit.span)) continue;
        finding.place.span = without_spaces(block.text, hit.span);
      }
      for (const auto& [name, span] : facts.knowledge().matcher.groups(document, hit)) {
        finding.values.emplace_back(name, std::string(document.block(hit.block).text.substr(span.begin, span.size())));
      }
      sink.report(std::move(finding));
    }
  }

 private:
  static bool is_written(const Document& document, const Block& block, TextSpan span) {
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      const char c = block.text[i];
      if (c <= ' ' || c >= 0x7F || is_word_char(static_cast<unsigned char>(c))) continue;
      if (!block.map.is_verbatim({i, i + 1})) return false;
      const std::string_view before = document.raw().text.substr(0, block.map.to_source({i, i + 1}).begin);
      const std::size_t other = before.find_last_not_of('\\');
      if ((before.size() - (other == std::string_view::npos ? 0 : other + 1)) % 2 != 0) return false;
    }
    return true;
  }

  static TextSpan without_spaces(std::string_view text, TextSpan span) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
    while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
    while (span.begin < span.end && is_blank(text[span.end - 1])) --span.end;
    return span;
  }

  Guards guards_;
  bool written_ = false;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<PatternCheck>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind pattern;
const Kind pattern{"pattern", "a regular expression that should match nothing", kKeys, kSectionKeys, make, true, true};
}  // namespace kinds
}  // namespace stet

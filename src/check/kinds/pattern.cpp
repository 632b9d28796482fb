// Kind `pattern`: a regular expression that should match nothing.
#include <array>

#include "check/guards.h"

namespace stet {
namespace {

constexpr Key kKeys[] = {
    kGuardScopeKey,
    {"case", KeyType::kBool, "whether upper and lower case make a difference; false when not said"},
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
  PatternCheck(const Definition& definition, Errors& errors) : guards_(definition, kFirstGuard, errors) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (const Hit& hit : guards_.standing(document, facts)) {
      Finding finding;
      finding.place = {hit.block, hit.span};
      for (const auto& [name, span] : facts.knowledge().matcher.groups(document, hit)) {
        finding.values.emplace_back(name, std::string(document.block(hit.block).text.substr(span.begin, span.size())));
      }
      sink.report(std::move(finding));
    }
  }

 private:
  Guards guards_;
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

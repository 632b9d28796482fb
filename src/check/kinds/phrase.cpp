// Kind `phrase`: words that should not stand there, anywhere or as a line of their own.
#include <array>

#include "check/guards.h"

namespace stet {
namespace {

constexpr Key kKeys[] = {kGuardScopeKey};
constexpr auto kSectionKeys = std::to_array<Key>({
    {"phrases", KeyType::kPhrases, "looked for anywhere in a block of that language"},
    {"lines", KeyType::kLines, "must be a whole line; looked for in articles of every language"},
    kGuardKeys[0],
    kGuardKeys[1],
    kGuardKeys[2],
    kGuardKeys[3],
});
constexpr std::uint8_t kFirstGuard = 2;

class PhraseCheck final : public Check {
 public:
  PhraseCheck(const Definition& definition, Errors& errors) : guards_(definition, kFirstGuard, errors) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (const Hit& hit : guards_.standing(document, facts)) {
      Finding finding;
      finding.place = {hit.block, hit.span};
      sink.report(std::move(finding));
    }
  }

 private:
  Guards guards_;
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

// Kind `duration-mismatch`: "for N years" beside the year in which it began.
#include <array>
#include <cstdlib>

#include "check/kinds/date_support.h"
#include "check/kinds/group_values.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"since", KeyType::kPatterns, "until now, with the groups years and begin"},
    {"spans", KeyType::kPatterns, "between two years, with the groups years, begin and end"},
});
enum List : std::uint8_t { kSince = 2, kSpans };
constexpr std::int32_t kSlack = 1;  // "in the fourth year" is three or four years

class DurationMismatch final : public Check {
 public:
  explicit DurationMismatch(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key < kSince || !definition_.looks_at(document.block(hit.block).role)) continue;
      const GroupValues groups(document, facts, hit);
      const auto years = groups.number("years");
      const auto begin = groups.number("begin");
      const CivilDate reference = facts.time().context.reference.value_or(CivilDate{0, 1, 1});
      const std::int32_t end = hit.key == kSpans ? groups.number("end").value_or(0) : reference.year;
      if (!years || !begin || end <= *begin) continue;
      const std::int32_t right = end - *begin;
      // A round number may be a rounded one; far off, the two belong to different things.
      if (std::abs(right - *years) <= kSlack || (*years % 10 == 0 && std::abs(right - *years) < 5)) continue;
      if (std::abs(right - *years) > 15 || is_guarded(document, facts, definition_.slot, hit.block, hit.span)) continue;
      Finding finding;
      finding.place = {hit.block, hit.span};
      finding.values = {{"years", std::to_string(*years)},
                        {"begin", std::to_string(*begin)},
                        {"end", std::to_string(end)},
                        {"right", std::to_string(right)}};
      sink.report(std::move(finding));
    }
  }

 private:
  Definition definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<DurationMismatch>(definition);
}

}  // namespace

namespace kinds {
extern const Kind duration_mismatch;
const Kind duration_mismatch{
    "duration-mismatch", "a number of years beside the year in which they began", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `first-name-conflict`: somebody in office whose first name changes in the course of an article.
#include <array>
#include <map>
#include <string>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/date_support.h"
#include "check/kinds/group_values.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"people", KeyType::kPatterns, "somebody in office, with the groups office, first and last"},
});
constexpr std::uint8_t kPeople = 2;

class FirstNameConflict final : public Check {
 public:
  explicit FirstNameConflict(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    // By the office and the last name.
    std::map<std::pair<std::string, std::string_view>, std::pair<std::string_view, TextPlace>> known;
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key != kPeople || !definition_.looks_at(document.block(hit.block).role)) continue;
      if (is_guarded(document, facts, definition_.slot, hit.block, hit.span)) continue;
      const GroupValues groups(document, facts, hit);
      const auto place = groups.span("first");
      const std::string_view first = groups.text("first");
      if (!place || !has_capital_initials(first) || !has_capital_initials(groups.text("last"))) continue;
      const auto [entry, is_new] = known.emplace(std::pair(context_form(groups.text("office")), groups.text("last")),
                                                 std::pair(first, TextPlace{hit.block, *place}));
      if (is_new || entry->second.first == first) continue;
      Finding finding;
      finding.place = {hit.block, *place};
      finding.values = {{"first", std::string(first)},
                        {"other", std::string(entry->second.first)},
                        {"last", std::string(groups.text("last"))},
                        {"office", std::string(groups.text("office"))}};
      finding.related.push_back({entry->second.second, "other", {{"other", std::string(entry->second.first)}}});
      sink.report(std::move(finding));
    }
  }

 private:
  Definition definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<FirstNameConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind first_name_conflict;
const Kind first_name_conflict{
    "first-name-conflict", "somebody in office with two first names", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

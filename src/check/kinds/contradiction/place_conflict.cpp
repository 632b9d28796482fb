// Kind `place-conflict`: one birth, foundation, seat or event at two places, or the one thing of which a short article
// tells.
#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/event_place_support.h"
#include "check/kinds/contradiction/fixed_place_support.h"
#include "check/kinds/contradiction/guard_support.h"
#include "check/kinds/contradiction/whereabouts_support.h"

namespace stet {
namespace {

constexpr auto kKeys =
    std::to_array<Key>({Happenings::kKeys[0], Happenings::kKeys[1], Happenings::kKeys[2], Happenings::kKeys[3]});
constexpr auto kSectionKeys = std::to_array<Key>({
    kGuardKeys[0],
    kGuardKeys[1],
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    {"born", KeyType::kPhrases, "tell of a birth"},
    {"died", KeyType::kPhrases, "tell of a death"},
    {"founded", KeyType::kPhrases, "tell of a foundation"},
    {"based", KeyType::kPhrases, "tell where a seat is"},
    {"events", KeyType::kPhrases, "events that have one place: \"summit\""},
    {"days", KeyType::kPhrases, "days by which two mentions of an event are of one: \"Monday\""},
    PlaceMentionReader::kKeys[0],
    PlaceMentionReader::kKeys[1],
    PlaceMentionReader::kKeys[2],
    PlaceMentionReader::kKeys[3],
    PlaceMentionReader::kKeys[4],
    PlaceMentionReader::kKeys[5],
    PlaceReader::kMatchedKeys[0],
    PlaceReader::kMatchedKeys[1],
    PlaceReader::kMatchedKeys[2],
    Whereabouts::kMatchedKeys[0],
    Whereabouts::kMatchedKeys[1],
    PlaceReader::kKeys[0],
    PlaceReader::kKeys[1],
    PlaceReader::kKeys[2],
    PlaceReader::kKeys[3],
    Whereabouts::kKeys[0],
    Whereabouts::kKeys[1],
    Whereabouts::kKeys[2],
    Whereabouts::kKeys[3],
    Whereabouts::kKeys[4],
    Whereabouts::kKeys[5],
    Whereabouts::kKeys[6],
    Whereabouts::kKeys[7],
    Whereabouts::kKeys[8],
    Whereabouts::kKeys[9],
    Routes::kKeys[0],
    Routes::kKeys[1],
    Routes::kKeys[2],
    Routes::kKeys[3],
    Routes::kKeys[4],
    EventPlaceReader::kKeys[0],
    EventPlaceReader::kKeys[1],
    EventPlaceReader::kKeys[2],
    EventPlaceReader::kKeys[3],
    EventPlaceReader::kKeys[4],
    EventPlaceReader::kKeys[5],
    EventPlaceReader::kKeys[6],
    EventPlaceReader::kKeys[7],
    EventPlaceReader::kKeys[8],
    EventPlaceReader::kKeys[9],
    EventPlaceReader::kKeys[10],
    EventPlaceReader::kKeys[11],
    EventPlaceReader::kKeys[12],
    EventPlaceReader::kKeys[13],
    EventPlaceReader::kKeys[14],
    PlacedThingReader::kKeys[0],
    PlacedThingReader::kKeys[1],
    PlacedThingReader::kKeys[2],
    PlacedThingReader::kKeys[3],
    PlacedThingReader::kKeys[4],
    PlacedThingReader::kKeys[5],
});
constexpr std::uint8_t kFirstWhereabouts = 17;
constexpr std::uint8_t kFirstElsewhere = kFirstWhereabouts + 3;
static_assert(kSectionKeys[kFirstWhereabouts].name == PlaceReader::kMatchedKeys[0].name);
static_assert(kSectionKeys[kFirstElsewhere].name == Whereabouts::kMatchedKeys[0].name);
constexpr std::size_t kMostWords = 320;  // of an article that tells of one thing

class PlaceConflict final : public Check {
 public:
  explicit PlaceConflict(const Definition& definition)
      : definition_(definition),
        reader_(definition, kFirstWhereabouts),
        fixed_(definition),
        whereabouts_(definition, kDays, kFirstWhereabouts),
        events_(definition, kDays, kFirstElsewhere) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    fixed_.run(document, facts, sink);
    if (words_looked_at(document, definition_) > kMostWords) return;
    const std::vector<SeenPlace> places = reader_.read(document, facts);
    std::vector<PlaceClash> clashes = whereabouts_.find(document, facts, places);
    std::erase_if(clashes, [&](const PlaceClash& clash) {
      return events_.counts_several(document, facts, places, clash.second);
    });
    if (clashes.empty()) clashes = events_.find(document, facts, places);
    if (clashes.empty()) clashes = find_by_names(document, facts, places);
    if (clashes.empty()) clashes = events_.find_things(document, facts, places);
    for (const PlaceClash& clash : clashes) {
      Finding finding =
          clash_of(document, {clash.first.block, clash.first.span}, {clash.second.block, clash.second.span});
      finding.wording = "event";
      if (!clash.sure) finding.severity = Severity::kInfo;
      sink.report(std::move(finding));
    }
  }

 private:
  // The same of two small places that no gazetteer knows: nothing is sure then.
  [[nodiscard]] std::vector<PlaceClash> find_by_names(const Document& document, const Facts& facts,
                                                      const std::vector<SeenPlace>& places) const {
    const std::vector<SeenPlace> names = events_.reader().names(document, places);
    if (names.size() < 2) return {};
    std::vector<PlaceClash> clashes = whereabouts_.find(document, facts, names);
    for (PlaceClash& clash : clashes) clash.sure = false;
    return clashes;
  }

  const Definition& definition_;
  PlaceReader reader_;
  FixedPlaces fixed_;
  Whereabouts whereabouts_;
  EventPlaces events_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<PlaceConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind place_conflict;
const Kind place_conflict{"place-conflict", "one birth, foundation, seat or event at two places", kKeys, kSectionKeys,
                          make};
}  // namespace kinds
}  // namespace stet

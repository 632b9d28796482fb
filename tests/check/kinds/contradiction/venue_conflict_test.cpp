#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/venue";

TEST(VenueConflict, HousesOfTwoClasses) {
  expect_marked(
      kRule, "en",
      {
          "The council met in the town hall. Outside the parish ⟦church⟧, where the council had met, it rained.",
          "The council met in the town hall. In the council chamber, where the council had met, it was cold.",
          "The council met in the town hall. The council met again in the library.",
          "The council met in the town hall. Opposite the library, the meeting had begun late.",
      });
}

TEST(VenueConflict, HousesOfOneClass) {
  expect_marked(
      kRule, "de",
      {
          "Die Trauerfeier war in der Lutherkirche. Nach der Trauerfeier in der ⟦Michaeliskirche⟧ regnete es.",
          "Die Trauerfeier war in der Lutherkirche. Nach der Trauerfeier in der Kirche regnete es.",
          "Die Trauerfeier war in der Lutherkirche. Nach der Trauerfeier in der Pfarrkirche regnete es.",
      });
}

TEST(VenueConflict, StreetsAndRoads) {
  expect_marked(kRule, "en",
                {
                    "A fire gutted a bakery on Garden Street. The scene on ⟦Elm Avenue⟧ was cordoned off.",
                    "The crash happened on the A46.\n\nThe crash site on the ⟦B6166⟧ was cordoned off.",
                    "The crash happened on the A46.\n\nTraffic was diverted along the B6166 after the crash.",
                    "The fire was on Garden Street. The scene behind the library was cordoned off.",
                });
}

TEST(VenueConflict, Lists) {
  expect_marked(kRule, "en",
                {
                    "The concert in the church was long. The concert in the town hall was short. The concert in the "
                    "library was loud.",
                    "The concerts began. The concert in the church was long. The concert in the town hall was short.",
                    "The concert moved from the church to the town hall. The concert in the town hall was loud.",
                });
}

}  // namespace
}  // namespace stet

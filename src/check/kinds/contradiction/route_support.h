// The one way of which a short article tells: from Hamburg to Munich, "their destination Hamburg".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/by_section.h"
#include "check/check.h"
#include "check/kinds/contradiction/place_reader_support.h"

namespace stet {

class Routes {
 public:
  static constexpr Key kKeys[] = {
      {"from", KeyType::kStrings, "words before where a way begins"},
      {"towards", KeyType::kStrings, "words before where it ends"},
      {"departures", KeyType::kStrings, "words for where it begins: \"departure\""},
      {"destinations", KeyType::kStrings, "words for where it ends: \"destination\""},
      {"returns", KeyType::kStrings, "words for the way back and for other ways"},
  };

  Routes() = default;
  explicit Routes(const Definition& definition);

  struct Clash {
    const SeenPlace* first = nullptr;
    const SeenPlace* second = nullptr;
  };
  // An end of the one way that begins before the block `end`, and what a later sentence calls that end.
  [[nodiscard]] std::optional<Clash> find(const Document& document, const std::vector<SeenPlace>& all,
                                          std::uint32_t end) const;

 private:
  struct Words {
    std::vector<std::string> from;  // sorted, as the others
    std::vector<std::string> towards;
    std::vector<std::string> departures;
    std::vector<std::string> destinations;
    std::vector<std::string> returns;
  };
  enum class End : std::uint8_t { kNeither, kDeparture, kDestination };

  [[nodiscard]] End end_named(const Document& document, const SeenPlace& place) const;
  [[nodiscard]] bool tells_of_return(const Document& document, const SeenPlace& place) const;

  static Words read(const Definition& definition, Language language);
  BySection<Words> words_;
};

}  // namespace stet

// The places that an article names, and how: "in Celle", "the Leeds mill", "Celler Markt", "near Bonn, where".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/by_section.h"
#include "check/check.h"
#include "document/document.h"
#include "facts/places.h"

namespace stet {

// Two places of one sort are two places; of two sorts, one may hold the other.
enum class SeenSort : std::uint8_t { kTown, kRegion, kRoad, kWater, kLine };

struct SeenPlace {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan sentence;
  SeenSort sort = SeenSort::kTown;
  std::uint32_t number = 0;  // which one it is among those of its sort
  bool located = false;      // behind "in": something is there
  bool away = false;         // behind "from" or "to"
  bool adjective = false;    // before what is there: "the Leeds mill", "Celler Markt"
  bool guessed = false;      // no gazetteer knows it: a preposition and its capital tell
};

// Two places of one thing; `sure` where nothing else explains them.
struct PlaceClash {
  SeenPlace first;
  SeenPlace second;
  bool sure = false;
};

class PlaceReader {
 public:
  static constexpr Key kKeys[] = {
      {"located", KeyType::kStrings, "words behind which a place is where something is: \"in\""},
      {"away", KeyType::kStrings, "words behind which a place is not where something is: \"to\""},
      {"place-adjectives", KeyType::kStrings, "endings of what makes a town's name an adjective: \"er\""},
      {"value-first", KeyType::kBool, "whether a place's name may stand before what is there: \"the Leeds mill\""},
  };
  // Matched lists, which a rule has in this order.
  static constexpr Key kMatchedKeys[] = {
      {"roads", KeyType::kPhrases, "roads by number: \"A 7\""},
      {"waters", KeyType::kPhrases, "rivers and lakes"},
      {"lines", KeyType::kPhrases, "lines of trains and buses by number: \"Linie 4\""},
  };

  PlaceReader() = default;
  PlaceReader(const Definition& definition, std::uint8_t first_matched);

  // Whether "in", "from" or the like.
  [[nodiscard]] bool is_preposition(Language language, std::string_view form) const;
  // Whether one of them leads to the place.
  [[nodiscard]] bool is_linked(const Document& document, std::uint32_t block, TextSpan place) const;

  // In the article's order.
  [[nodiscard]] std::vector<SeenPlace> read(const Document& document, const Facts& facts) const;

 private:
  struct Words {
    std::vector<std::string> located;  // sorted, as `away`
    std::vector<std::string> away;
    std::vector<std::string> endings;
    bool value_first = false;
  };

  void add_towns(const Document& document, std::uint32_t number, std::vector<SeenPlace>& places) const;
  // Fills in how the place is named.
  static void link(const Document& document, const Words& words, SeenPlace& place);
  static std::optional<std::uint16_t> town_of_adjective(std::string_view word, const Words& words);

  const Definition& definition_;
  std::uint8_t first_matched_ = 0;
  static Words read_words(const Definition& definition, Language language);
  BySection<Words> words_;
};

// Whether it only tells where the report was written: "BONN (dpa) –".
bool is_dateline(const Block& block, const SeenPlace& place);

}  // namespace stet

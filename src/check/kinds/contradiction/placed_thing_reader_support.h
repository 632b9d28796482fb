// The nouns of a short article with the town that they are in or of: "a bakery in Malton", "the Bradford firm", "a
// carpet maker based in Leeds", "la société grenobloise".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/by_section.h"
#include "check/check.h"
#include "check/kinds/contradiction/event_place_reader_support.h"
#include "facts/concepts.h"

namespace stet {

// A noun that is told by its town.
struct PlacedThing {
  EventMention mention;
  ConceptSet concepts;      // what an article may call it
  bool company = false;     // or a club
  bool seat = false;        // its town is told as its seat: "based in"
  bool indefinite = false;  // was not told of before: "a bakery"
  bool owned = false;       // "her workshop in Graz"
  bool nameless = false;    // a name alone has the seat: "Calder Looms, based in Leeds"
};

class PlacedThingReader {
 public:
  static constexpr Key kKeys[] = {
      {"demonyms", KeyType::kStrings, "words for what is of a town: \"Lyon: lyonnais lyonnaise\""},
      {"seats", KeyType::kStrings, "words between a company and its town: \"based\""},
      {"owning", KeyType::kStrings, "of the definite words, those that tell whose it is: \"her\""},
      {"companies", KeyType::kStrings, "words for companies that name no other thing: \"brewer\""},
      {"home", KeyType::kStrings, "words behind which stands where something is at home: \"from\""},
      {"not-things", KeyType::kStrings, "nouns of which there are many, or with a place that is not theirs: \"road\""},
  };

  PlacedThingReader(const Definition& definition, const EventPlaceReader& events);

  // In the article's order. `places` are those of the gazetteer, `names` others behind "in" and the like.
  [[nodiscard]] std::vector<PlacedThing> read(const Document& document, const Facts& facts,
                                              const std::vector<SeenPlace>& places) const;

 private:
  struct Words {
    std::map<std::string, std::string, std::less<>> demonyms;  // and their towns
    std::vector<std::string> seats;
    std::vector<std::string> owning;
    std::vector<std::string> not_things;
    std::vector<std::string> from;
    std::vector<std::string> companies;
  };
  struct Sentence;
  static Words read_words(const Definition& definition, Language language);

  // The places of a block, each with whether it stands in the gazetteer.
  using Here = std::vector<std::pair<SeenPlace, bool>>;
  static void add_demonyms(const Document& document, const Facts& facts, std::uint32_t number, const Words& own,
                           Here& here);
  void add_names(const Document& document, std::uint32_t number, const Words& own, Here& here) const;
  void read_behind(const Sentence& sentence, const SeenPlace& place, bool known,
                   std::vector<PlacedThing>& things) const;
  void read_adjective(const Sentence& sentence, const SeenPlace& place, std::vector<PlacedThing>& things) const;
  static void add(const Sentence& sentence, const SeenPlace& place, bool known, std::size_t noun, bool seat,
                  std::vector<PlacedThing>& things);

  const Definition& definition_;
  const EventPlaceReader& events_;
  BySection<Words> words_;
};

}  // namespace stet

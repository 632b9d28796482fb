// The nouns of an article for what happens at one place, with the place beside them: "a fire in a warehouse in
// Trenton", "the Lisbon summit". A place need not stand in the gazetteer where a preposition and a capital make it one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/lazy.h"
#include "check/by_section.h"
#include "check/check.h"
#include "check/kinds/contradiction/attached_support.h"
#include "check/kinds/contradiction/place_reader_support.h"

namespace stet {

// A noun and its place.
struct EventMention {
  SeenPlace place;
  bool known = false;  // in the gazetteer
  bool near = false;
  std::string name;  // form of the place's first word
  std::string last;  // of its last one
  TextSpan noun;
  std::string form;  // of the noun
  std::vector<std::uint16_t> concepts;
  bool court = false;     // is one, or its judges
  bool anaphor = false;   // "the tragedy": whatever happened
  bool whatever = false;  // no noun: of its place the lead tells
  bool repeated = false;  // of what there may be several in an article
  bool definite = false;
  bool noun_capitals = false;
  bool opens = false;                // with its sentence
  bool bare = false;                 // begins a sentence of the text without an article: "burglaries in York rose"
  std::vector<std::string> told_by;  // words that tell which one it is: "of the juniors"
  bool heads = false;                // in a title, a heading or a caption
};
class EventPlaceReader {
 public:
  static constexpr Key kKeys[] = {
      {"by-name", KeyType::kStrings, "words behind which a capital makes the name of a place: \"in\""},
      {"near", KeyType::kStrings, "those that leave room for another place: \"near\""},
      {"not-places", KeyType::kStrings, "words with a capital that are no places behind them: \"parliament\""},
      {"months", KeyType::kStrings, "no places neither: \"March\""},
      {"several", KeyType::kStrings, "words before one of several: \"second\""},
      {"too", KeyType::kStrings, "words that make it another one where they stand before it: \"also\""},
      {"had", KeyType::kStrings, "verbs by which a sentence tells of what was before: \"had\""},
      {"held", KeyType::kStrings, "verbs that say no more than that it is held somewhere: \"took place\""},
      {"incidents-of", KeyType::kStrings, "nouns behind which \"of\" leads to a place: \"fire\", \"village\""},
      {"localities", KeyType::kStrings, "those that are places themselves: \"village\""},
      {"courts", KeyType::kStrings, "courts, by which a trial is known, too: \"tribunal\""},
      {"appeals", KeyType::kStrings, "words by which an article tells of two courts: \"appeal\""},
      AttachedWords::kKeys[8],
      {"abstract", KeyType::kStrings, "endings of words that are no places: \"schaft\""},
      {"plurals", KeyType::kStrings, "endings of several, added or in place of another: \"s\", \"o=i\""},
  };

  struct Words {
    std::vector<std::string> definite;
    std::vector<std::string> not_known;
    std::vector<std::string> glue;
    std::vector<std::string> clauses;
    std::vector<std::string> sites;
    std::vector<std::string> bodies;
    std::vector<std::string> takes_place;
    std::vector<std::string> located;
    std::vector<std::string> away;
    std::vector<std::string> of;
    std::vector<std::string> by_name;
    std::vector<std::string> near;
    std::vector<std::string> not_places;
    std::vector<std::string> months;
    std::vector<std::string> several;
    std::vector<std::string> too;
    std::vector<std::string> had;
    std::vector<std::string> held;
    std::vector<std::string> incidents;
    std::vector<std::string> localities;
    std::vector<std::string> courts;
    std::vector<std::string> appeals;
    std::vector<std::string> anaphors;
    std::vector<std::string> abstract;
    std::vector<std::pair<std::string, std::string>> plurals;  // what each takes away and adds
    bool noun_capitals = false;
    bool adjectives_behind = false;
  };

  // The rule has the keys of Happenings.
  explicit EventPlaceReader(const Definition& definition);

  // In the article's order. `places` are those of the article that stand in the gazetteer.
  [[nodiscard]] std::vector<EventMention> read(const Document& document, const Facts& facts,
                                               const std::vector<SeenPlace>& places) const;
  // Names behind "in" that do not stand in the gazetteer, in the article's order.
  [[nodiscard]] std::vector<SeenPlace> names(const Document& document, const std::vector<SeenPlace>& places) const;
  // The name that begins with the word of the block's number, as far as it may be that of a place.
  [[nodiscard]] std::optional<SeenPlace> name_at(const Document& document, std::uint32_t number,
                                                 std::size_t first) const;
  [[nodiscard]] const Words& words(Language language) const { return words_.at(language); }
  [[nodiscard]] const Happenings& happenings(const Facts& facts) const;

 private:
  struct Sentence;

  void add_names(const Document& document, std::uint32_t number, const std::vector<SeenPlace>& known,
                 std::vector<SeenPlace>& names) const;
  // `only`: of the one place of the lead is whatever its sentence tells of.
  void read_place(const Document& document, const Facts& facts, const SeenPlace& place, bool known, bool only,
                  std::vector<EventMention>& mentions) const;
  [[nodiscard]] static std::optional<std::size_t> noun_before(const Sentence& sentence, std::size_t preposition);
  [[nodiscard]] static std::optional<std::size_t> noun_of(const Sentence& sentence);
  [[nodiscard]] static std::optional<std::size_t> noun_behind(const Sentence& sentence, const SeenPlace& place,
                                                              std::optional<std::size_t> preposition);
  [[nodiscard]] static std::optional<std::size_t> noun_of_caption(const Sentence& sentence);

  const Definition& definition_;
  static Words read(const Definition& definition, Language language);
  BySection<Words> words_;
  Lazy<Happenings> happenings_;
};

}  // namespace stet

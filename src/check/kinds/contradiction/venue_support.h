// Halls, churches, streets and roads in a sentence: where something may take place.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/check.h"
#include "check/kinds/consistency/name_support.h"
#include "document/document.h"

namespace stet {

// "In der Aula des Gymnasiums", "at Holy Trinity Church", "auf der B 27".
struct Venue {
  TextSpan span;
  std::string head;                // folded: "michaeliskirche", "corn exchange"
  std::set<std::uint8_t> classes;  // what it is: a church, a school; several when it stands in another
  Forms names;                     // what tells it from others of its class: "michaelis", "trinity"
  Forms street;                    // those of its street: of "a shop in Mill Lane", too
  bool located = false;            // behind "in" or its like
  bool defined = false;            // ", where" or its like stands behind it
};

// The words of a rule's section by which they are found.
class VenueWords {
 public:
  VenueWords() = default;
  VenueWords(const Definition& definition, Language language);

  // The venues of a sentence in their order; a part and its whole are one unless `apart`: "the warehouse in Forge
  // Lane".
  [[nodiscard]] std::vector<Venue> find(const Document& document, const Block& block, TextSpan sentence,
                                        bool apart = false) const;

  // Whether it is a floor of some house.
  [[nodiscard]] bool has_floor(const Venue& venue) const {
    return std::ranges::any_of(venue.classes, [&](std::uint8_t each) { return is_floor(each); });
  }
  // Whether they can't be one place, nor one be a part of the other.
  [[nodiscard]] bool differ(const Venue& a, const Venue& b) const;

  static constexpr Key kKeys[] = {
      {"venues", KeyType::kStrings,
       "words of one class each for where things take place: \"church: Church Chapel\"; with ~ before it, of a class "
       "that is "
       "compared with itself alone: \"~room: hall\"; with ^ of a floor, which is compared with other floors"},
      {"streets", KeyType::kStrings, "words for streets, endings with a hyphen: \"Road\", \"-gasse\""},
      {"roads", KeyType::kStrings, "what stands before a road's number: \"A\", \"statale\""},
      {"located", KeyType::kStrings, "words behind which a venue is where something is: \"in\""},
      {"beside", KeyType::kStrings, "words behind which it is not: \"opposite\""},
      {"where", KeyType::kStrings, "words that begin what took place there: \"where\""},
      {"joiners", KeyType::kStrings, "small words inside of names: \"of\""},
      {"descriptive", KeyType::kStrings, "what says which it is and is no name: \"town\""},
      {"head-last", KeyType::kBool, "whether of two such words the last tells what it is: \"Garden Street\""},
      {"bare-streets", KeyType::kBool, "whether a street needs no word before it: \"un feu rue Foch\""},
  };

 private:
  struct Head {
    std::size_t words = 0;  // 0: none
    std::uint8_t venue_class = 0;
    std::string form;
    std::string modifier;  // of a compound: "luther" of "lutherkirche"
  };
  [[nodiscard]] Head head_at(const Block& block, std::span<const Word> words, std::size_t at) const;
  // A cheap look at a word: whether some head or road may begin with it, or it may at most be a compound.
  enum class May : std::uint8_t { kNothing, kCompound, kHead };
  [[nodiscard]] May may_be(std::string_view word) const;
  [[nodiscard]] bool may_end(std::string_view word) const;
  // Of a word by its ending.
  [[nodiscard]] Head compound_of(const std::string& own) const;
  [[nodiscard]] Head road_at(const Block& block, std::span<const Word> words, std::size_t at,
                             const std::string& form) const;
  void read_names(const Block& block, std::span<const Word> words, std::size_t first, std::size_t& last,
                  Venue& venue) const;
  void read_place(const Block& block, std::span<const Word> words, std::size_t first, std::size_t last,
                  Venue& venue) const;
  void add_name(std::string form, Venue& venue) const;
  [[nodiscard]] bool is_floor(std::uint8_t venue_class) const {
    return std::ranges::find(floors_, venue_class) != floors_.end();
  }
  // "A cellar burned out": of a floor, what it happened to and not where; but "in a cellar".
  [[nodiscard]] bool is_thing(const Block& block, std::span<const Word> words, std::size_t first,
                              const Venue& venue) const;

  std::map<std::string, std::uint8_t, std::less<>> heads_;
  std::bitset<26 * 26 * 26> begins_;                           // with which three letters a head or a road may
  std::vector<std::pair<std::string, std::uint8_t>> endings_;  // of compounds, the longest first
  std::vector<std::uint8_t> floors_;                           // classes that are told only from each other: "^ground"
  std::vector<std::uint8_t> rooms_;  // classes that are told only from others of their own: "~room"
  std::vector<std::string> roads_;
  std::vector<std::string> located_;
  std::vector<std::string> beside_;
  std::vector<std::string> where_;
  std::vector<std::string> joiners_;
  std::vector<std::string> descriptive_;
  std::vector<std::string> indefinite_;
  std::bitset<256> last_letters_;  // of the endings
  bool head_last_ = false;
  bool bare_streets_ = false;
};

}  // namespace stet

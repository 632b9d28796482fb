// What a sentence tells of a birth or a foundation: the year or day, the place, the founder.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/civil_date.h"
#include "check/check.h"
#include "check/kinds/word_support.h"
#include "facts/facts.h"
#include "facts/places.h"

namespace stet {

// The section keys that are read, in the order of the enumeration.
enum OriginKey : std::uint8_t {
  kOriginBorn,
  kOriginNative,
  kOriginFounded,
  kOriginStarted,
  kOriginBuilt,
  kOriginFounder,
  kOriginGeneric,
  kOriginUnless,
  kOriginUnlessFounded,
  kOriginUnlessSubject,
  kOriginMatched,  // how many of them are phrases
};
inline constexpr Key kOriginKeys[] = {
    {"born", KeyType::kPhrases, "tell of a birth"},
    {"native", KeyType::kPhrases, "stand before the place of somebody's birth: \"a native of\""},
    {"founded", KeyType::kPhrases, "tell of a foundation"},
    {"started", KeyType::kPhrases, "may tell of a foundation where another sentence does: \"started\""},
    {"built", KeyType::kPhrases, "tell when a building was built"},
    {"founder", KeyType::kPhrases, "stand beside the name of a founder"},
    {"generic", KeyType::kPhrases, "take up what was founded, whatever it is: \"company\""},
    {"unless", KeyType::kPhrases, "silence a sentence: \"legend\""},
    {"unless-founded", KeyType::kPhrases, "silence what it tells of a foundation or building: \"a branch\""},
    {"unless-subject", KeyType::kPhrases, "the same, and a birth that they stand before: \"his son\""},
    {"in", KeyType::kStrings, "stand before a place"},
    {"by", KeyType::kStrings, "stand before a founder"},
    {"clitics", KeyType::kStrings, "stand before a verb whose subject is behind it: \"la fundó Ada Stone\""},
    {"definite", KeyType::kStrings, "articles, behind which stands what was founded"},
    {"of", KeyType::kStrings, "stand between a foundation and what was founded"},
    {"its", KeyType::kStrings, "possessives: what stands behind is another thing: \"its\""},
    {"before-names", KeyType::kStrings, "titles between \"by\" and a name, in small letters: \"abbé\""},
    {"clubs", KeyType::kStrings, "what may take up whatever was founded and has a name: \"club\""},
    {"who", KeyType::kStrings, "stand between a founder and what he did: \"who\""},
    {"where", KeyType::kStrings, "stand between a place and what was there: \"where\""},
    {"openings", KeyType::kStrings, "begin words for an opening: \"inaugur\""},
};

struct OriginPlace {
  TextSpan span;
  std::string form;      // its words without marks
  std::uint16_t id = 0;  // of the gazetteer; 0: not in it
  PlaceSort sort = PlaceSort::kTown;
  bool people = false;  // "the Brazilian-born", "gebürtige Kölnerin": called by the inhabitants
};

struct Origin {
  enum Sort : std::uint8_t { kBirth, kFoundation, kBuilding };
  Sort sort = kBirth;
  bool weak = false;  // "started": a foundation only if another mention says so
  std::uint32_t block = 0;
  TextSpan cue;
  TextSpan sentence;
  std::optional<TextSpan> year_span;
  CivilDate date;  // month and day 0 where they are not said
  std::optional<OriginPlace> place;
  std::optional<TextSpan> founder;
  std::set<std::string> founder_names;  // their last words
  std::string founder_first;            // the first word of the first one's name
  std::set<std::string> names;          // proper names of the sentence, without those of the values
  std::string head;                     // what was founded: "club"; empty where the sentence does not say
  bool generic = false;                 // "company": it may be anything
  bool part = false;                    // "its women's section"
  bool noun = false;                    // "the foundation", without a verb
  bool opens = false;                   // begins its sentence: "Built in 1929, it"
  bool perhaps_birth = false;           // "Né en 1941"
  bool with_kin = false;                // ", the son of a lamplighter"
  bool founder_alone = false;           // "its founder, Ada Stone"
  bool head_before = false;             // `head` stands before the cue
  bool head_named = false;              // `head` has a capital where only names have
  bool club = false;                    // `head` is one of "clubs"
  bool opening = false;                 // the cue is one of "openings"
};

// All mentions of an article, none of those in sentences with two of a sort or with a word that silences.
std::vector<Origin> read_origins(const Document& document, const Facts& facts, const Definition& definition);

}  // namespace stet

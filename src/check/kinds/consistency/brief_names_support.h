// One surname with two first names in a short article: "farmer Colin Prowse", "Farmer Alan Prowse thanked everyone".
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/number/number_support.h"
#include "facts/facts.h"

namespace stet {

// The keys of a section that they are read by.
inline constexpr Key kBriefNameKeys[] = {
    {"relations", KeyType::kStrings, "tell that two people may share a surname: \"brother\""},
    {"relatives", KeyType::kStrings, "begin a clause about the name before it: \"who\""},
    {"founders", KeyType::kStrings, "tell that of whom only one of two names stands beside them: \"founder\""},
    {"kin-beside", KeyType::kStrings, "tell that only of the names in the sentences beside them: \"parents\""},
    {"particles", KeyType::kStrings, "begin a surname of several words: \"de la\""},
    {"fronts", KeyType::kStrings, "begin what stands before a subject without a comma: \"in\""},
};

// First names, from the lexicon of that name. A kind that reads names by them makes it its `tables`.
extern const TableMaker kFirstNames;

// A first name with a surname.
struct NamedPerson {
  std::uint32_t block = 0;
  TextSpan first;
  TextSpan last;
  std::set<std::string> given;  // "José", "Luis"; of initials each with its number
  std::string surname;
  std::vector<std::string> trades;  // the word before: "farmer"; of "minister for culture" both nouns
  bool apposed = false;
  bool joined = false;    // "Gerald and Sherri Weber"
  bool relative = false;  // ", who"
  bool listed = true;     // the first name is a known one
  bool initials = false;  // "T. J."
  bool fronted = false;   // "agli studenti Cecilia Terracini promette": the word before it may be no trade
};

struct TwoFirstNames {
  TextPlace first;  // the first name that stands first
  TextPlace other;  // and the later one
  std::string surname;
  bool sure = true;  // false where they may be two people who share a surname
};

// Reads them. The definition must outlive it.
class BriefNames {
 public:
  explicit BriefNames(const Definition& definition);

  // Nothing within a paragraph, in an article that tells of relatives, or where the later name is brought in as
  // somebody new: with an age, an apposition or a trade of its own. In a longer one, only a name that stands often and
  // another one that stands once.
  [[nodiscard]] std::optional<TwoFirstNames> find(const Document& document, const Facts& facts) const;

 private:
  [[nodiscard]] bool tells_of_kin(const Document& document, std::span<const NamedPerson> names, const NamedPerson& a,
                                  const NamedPerson& b) const;
  [[nodiscard]] bool stands_alone(const Document& document, std::span<const NamedPerson> names,
                                  const NamedPerson& of) const;
  // None where there are more than `most`.
  [[nodiscard]] std::vector<NamedPerson> read(const Document& document, const Facts& facts, std::size_t most) const;
  [[nodiscard]] bool are_relatives(const Document& document, const NamedPerson& a, const NamedPerson& b,
                                   bool is_short) const;
  const Definition* definition_;
  RuleWords words_;
};

}  // namespace stet

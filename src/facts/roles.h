// The offices and parties that an article gives its people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "facts/facts.h"

namespace stet {

// "The Polish president Jan Nowak", "Nowak (SPD)": somebody with an office or a party.
struct RoleMention {
  static constexpr std::uint8_t kNoNation = 0xFF;

  std::uint32_t block = 0;
  TextSpan span;          // the office or party with its country
  TextSpan name;          // the person's
  std::string surname;    // folded letters
  std::string first;      // folded first name or initial; empty without one
  std::uint8_t role = 0;  // the list of rules/lexicon/role.toml: "office-finance", "party-spd"
  std::uint8_t nation = kNoNation;
  bool party = false;
  bool past = false;    // "former", "designate", "deputy": does not hold it now
  bool joined = false;  // one of several: "Finanz- und Außenminister"
  bool owned = false;   // "of", or the like, stands behind it: "the fire chief of Kirkby"
};

// The mentions of a document's prose in the roles asked for (a bit each), by block and place. Nothing for an article
// with more than `most`: that is a list.
std::vector<RoleMention> read_roles(const Document& document, const Facts& facts, std::uint32_t roles,
                                    std::size_t most);

// Which list of rules/lexicon/role.toml a hit is of.
enum class RoleCue : std::uint8_t {
  kOffice,
  kParty,
  kMember,  // somebody of a party: "Republican", "Sozialdemokratin"
  kNation,
  kFormer,       // makes an office no present one: "former"
  kChange,       // a sentence that tells of a change of office: "appointed"
  kPartyChange,  // tells that somebody changed the party: "defected"
  kBesides,      // or of two at a time: "also"
  kTime,         // or of another time: "years ago"
  kTitle,        // stands where a first name may: "Mr"
  kParticle,     // part of a surname: "van"
  kPartyNoun,    // stands between a party and a name: "the Labour MP Jane Doe"
  kBetween,      // a determiner
  kOfCountry,    // between an office and its country: "of"
  kAnd,          // joins two offices
  kAs,           // before the office that somebody has, in a clause of its own: "whom the court made the only"
  kRelative,     // begins such a clause: "whom"
  kOther,
};
RoleCue role_cue(const CueSource& source, std::uint8_t key);

}  // namespace stet

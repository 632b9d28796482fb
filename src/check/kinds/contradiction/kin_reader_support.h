// Words for relatives in an article, with whose relatives they are and what they are called: "his sister Ada".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/lazy.h"
#include "check/check.h"
#include "check/kinds/number/number_support.h"
#include "facts/phrase_trie.h"

namespace stet {

// The keys of a section that they are read by.
inline constexpr Key kKinKeys[] = {
    {"kin", KeyType::kStrings,
     "words for relatives: \"sibling woman=sister|twin sister\"; one that stands in several lines is any of them"},
    {"of-him", KeyType::kStrings, "stand before what a man has: \"his\""},
    {"of-her", KeyType::kStrings, "the same of a woman"},
    {"own", KeyType::kStrings, "the same of either"},
    {"definite", KeyType::kStrings, "stand before somebody told of before: \"the\""},
    {"indefinite", KeyType::kStrings, "stand before somebody who was not: \"a\""},
    {"of", KeyType::kStrings, "stand behind a relative, before whose it is: \"of\""},
    {"he", KeyType::kStrings, "stand before the name of a man: \"Mr\""},
    {"she", KeyType::kStrings, "stand before the name of a woman"},
    {"couples", KeyType::kStrings, "tell that two people share a surname: \"couple\""},
    {"boys", KeyType::kStrings, "words for a boy"},
    {"girls", KeyType::kStrings, "words for a girl"},
    {"children", KeyType::kStrings, "tell of several children, or one of whom nothing is known: \"children\""},
    {"is", KeyType::kStrings, "stand between a name and what somebody is: \"was\""},
    {"namesakes", KeyType::kStrings, "tell that two have one name: \"named after\""},
    {"told-apart", KeyType::kStrings, "stand beside a name that two have: \"little\""},
    {"only-child", KeyType::kStrings, "tell that there is one child: \"an only child\""},
};

// What somebody is to somebody, a bit each: "nipote" is a grandchild or a nephew.
using KinSet = std::uint32_t;
constexpr unsigned kKinSexes = 2;  // of each sort the woman, then the man
enum class KinSort : std::uint8_t {
  kSpouse,
  kChild,
  kSibling,
  kParent,
  kGrandchild,
  kGrandparent,
  kNephew,
  kUncle,
  kCousin,
  kSiblingInLaw,
  kChildInLaw,
  kParentInLaw,
  kCount,
};
constexpr KinSet kin_of(KinSort sort) { return 3U << (static_cast<unsigned>(sort) * kKinSexes); }
constexpr KinSet kKinWomen = 0x555555U;
constexpr KinSet kKinMen = kKinWomen << 1U;

// "His sister Ada": a relative.
struct Kin {
  enum class Whose : std::uint8_t { kNobodys, kHis, kHers, kSomebodys, kNamed };
  std::uint32_t block = 0;
  TextSpan span;  // of the word
  TextSpan sentence;
  KinSet kin = 0;
  Whose whose = Whose::kNobodys;
  bool definite = false;           // "the brother"
  bool complement = false;         // "of the victim" stands behind it
  std::string first;               // the first word of the name, folded
  std::vector<std::string> names;  // all of them
  std::vector<std::string> owner;  // whose: "of Ann Reed", "the cellist's"; "?" when it is told but not understood
};

// The words of the key "kin", each language's made ready when first asked for. The definition must outlive them.
class KinWords {
 public:
  explicit KinWords(const Definition& definition) : definition_(&definition) {}
  [[nodiscard]] const PhraseTable& in(Language language) const;

 private:
  const Definition* definition_;
  LazyMap<Language, PhraseTrie> languages_;
};

// The lists of RuleWords, in the order of kKinKeys behind the first one.
enum KinList : std::uint8_t {
  kKinOfHim,
  kKinOfHer,
  kKinOwn,
  kKinDefinite,
  kKinIndefinite,
  kKinOf,
  kKinHe,
  kKinShe,
  kKinCouples,
  kKinBoys,
  kKinGirls,
  kKinChildren,
  kKinIs,
  kKinNamesakes,
  kKinToldApart,
  kKinOnlyChild,
};
extern const std::span<const WordList> kKinLists;

// Those of a block, by place. Quoted ones are none. `capital_nouns`: nouns of the language have one.
std::vector<Kin> read_kin(const Document& document, std::uint32_t block, const PhraseTable& kin,
                          const RuleWords::Tries& lists, bool capital_nouns);

// The names that begin with a word: "Ada Reed", with their last word.
std::size_t end_of_name(const Block& block, std::span<const Word> words, std::size_t first);

}  // namespace stet

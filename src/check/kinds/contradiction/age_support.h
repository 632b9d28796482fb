// People and their ages as a text writes them: "farmer Tom Reed, 63", "the 58-year-old driver of the lorry".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "document/document.h"

namespace stet {

// The lists of the rule, in their order.
enum AgeList : std::uint8_t {
  kPeople,
  kPeopleBack,
  kGeneric,
  kPlurals,
  kDefiniteArticles,
  kIndefiniteArticles,
  kSeveral,
  kOf,
  kAged,
  kOld,
  kIs,
  kDied,
  kDiedAt,
  kBecame,
  kRelatives,
  kUnless,
  kOneOf,
  kHas,
  kBeginsWith,
  kWith,
  kBirthday,
  kOwn,
  kOfWomen,
  kOfMen,
  kGenerations,
  kOfficials,
  kTurned,
  kHypothetical,
  kOne,
  kIsNow,
  kVictims,
  kIsAged,
  kCourtesy,
  kStated,
  kForOne,
  kTurnedLately,
  kTurning,
  kDecades,
  kDecadeParts,
  kBehindDecades,
  kArrested,
  kAccused,
  kHarmed
};

// A word for a person.
struct Person {
  std::uint32_t sort = 0;
  TextSpan span;
};

inline constexpr std::size_t kMostAdjectives = 3;  // between an article and an age or a person

// Reads what stands around a place of a block.
class PersonReader {
 public:
  PersonReader(const Document& document, std::uint32_t block, const RuleWords::Tries& lists)
      : text_(document.block(block).text), words_(document.words(document.block(block))), lists_(lists) {}

  [[nodiscard]] std::string_view text() const { return text_; }

  // The person behind an age: "58-year-old lorry driver".
  [[nodiscard]] std::optional<Person> behind(std::size_t pos) const;

  // The person before an age: "the driver, ", "farmer Tom Reed (".
  [[nodiscard]] std::optional<Person> before(std::size_t pos) const;

  // "Tom Reed, "
  [[nodiscard]] std::string name_before(std::size_t pos) const;

  struct Article {
    bool definite = false;
    bool indefinite = false;
    bool several = false;
    bool counted = false;  // a number stands between
    std::size_t begin = 0;
    [[nodiscard]] bool any() const { return definite || indefinite || several; }
  };
  // The article before an age or a person, adjectives between.
  [[nodiscard]] Article article(std::size_t pos, std::size_t most) const;

  // "The gunman was a", "the driver, a": whom the article goes on about.
  [[nodiscard]] std::optional<Person> apposed(std::size_t pos) const;

  // What tells which one it is: "of the lorry".
  [[nodiscard]] std::string_view complement(std::size_t end) const;

  [[nodiscard]] std::span<const Word> words() const { return words_; }

 private:
  [[nodiscard]] const Word* word_ending(std::size_t end) const;
  // "The lorry's driver"
  [[nodiscard]] bool is_possessive(std::size_t end) const;
  // "The 58-year-old driver's wife"
  [[nodiscard]] bool is_possessor(std::size_t end) const;

  std::string_view text_;
  std::span<const Word> words_;
  const RuleWords::Tries& lists_;
};

// Whether a quantity is the age of somebody: "38-Jährige", "47-year-old", "47 Jahre alt".
bool is_age(std::string_view text, const Quantity& quantity);

}  // namespace stet

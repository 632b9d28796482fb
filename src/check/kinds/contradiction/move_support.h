// What rose or fell, as a sentence tells it: which thing, of what, and when.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/civil_date.h"
#include "check/kinds/context_support.h"

namespace stet {

// Which of a rule's lists a move was found by; the odd ones fall.
enum class MoveList : std::uint8_t { kRises, kFalls, kRisesNow, kFallsNow, kRisesAny, kFallsAny };
constexpr bool falls(MoveList list) { return (static_cast<unsigned>(list) & 1U) != 0; }

// The words of a language that are looked for around a move.
struct MoveWords {
  SmallWords small;
  std::vector<std::pair<std::string, std::uint32_t>> times;  // forms and which time they name, sorted; 0 is the year
  std::vector<std::string> not_so;
  std::vector<std::string> nouns;
  std::vector<std::string> part;
  std::vector<std::string> now;
  std::vector<std::string> counts;
  std::vector<std::string> causes;
  bool adjectives_behind = false;  // "prix alimentaires"

  [[nodiscard]] std::optional<std::uint32_t> time(const std::string& form) const;
  // Whether a sentence may begin with what does not rise: where all nouns have a capital.
  [[nodiscard]] bool is_free_order() const { return !small.names_after.empty(); }
};

// A verb tells its time, "higher prices" and "the rise of the prices" do not.
enum class MoveTense : std::uint8_t { kPast, kNow, kAny };

struct Move {
  const Hit* hit = nullptr;
  MoveList list = MoveList::kRises;
  TextSpan clause;
  Context context;  // of the clause
  MoveTense tense = MoveTense::kPast;
  std::vector<std::uint32_t> times;  // sorted, as are those below
  std::vector<std::string> nouns;    // the short ones
  std::vector<std::int32_t> years;
  std::optional<ContextWord> subject;  // what rose, when the sentence names one of the things that may rise
  std::vector<ContextWord> narrowing;  // words that tell which: "of wheat", "in Kiel", "private"
  bool known = false;                  // a noun that takes up what was told: "the fall in rents"
  [[nodiscard]] bool falls() const { return stet::falls(list); }
};

// Reads the moves of one document.
class MoveReader {
 public:
  // `measures` are the numbers of the concepts that may rise.
  MoveReader(const Document& document, const Facts& facts, const std::vector<std::uint16_t>& measures)
      : document_(document), facts_(facts), measures_(measures) {}

  // Nothing when the sentence does not say that it is so. `list` is what the hit was found by. Moves that are told by
  // a noun or an adjective are to be read first: what they are of is not what a verb beside them is of.
  std::optional<Move> read(const Hit& hit, MoveList list, const MoveWords& words);

 private:
  [[nodiscard]] bool is_measure(const ContextWord& word) const;
  [[nodiscard]] bool is_known(const Block& block, TextSpan sentence, TextSpan noun) const;
  void find_subject(const MoveWords& words, TextSpan clause, Move& move);
  [[nodiscard]] bool is_joined(const MoveWords& words, std::uint32_t block, std::uint32_t end,
                               std::uint32_t begin) const;
  void find_narrowing(const MoveWords& words, TextSpan clause, Move& move) const;

  const Document& document_;
  const Facts& facts_;
  const std::vector<std::uint16_t>& measures_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> claimed_;  // blocks and begins of words
};

// The part of the sentence around the cue, up to the marks that end a clause; "1,8" holds none.
TextSpan clause_of(std::string_view text, TextSpan sentence, TextSpan cue);

// Whether a word that leads to a part stands within two words before this one, in the span: "for the small children".
bool is_led_by(const Document& document, std::uint32_t block, TextSpan within, TextSpan word,
               const std::vector<std::string>& leads);

// Whether both tell of one time, as far as they tell it. `written` is when the article was, if that is known.
bool share_time(const Move& a, const Move& b, std::optional<CivilDate> written);
// Whether both are of the same thing, as far as they tell which: what only one of them tells, the article is about.
bool share_subject(const Document& document, const Move& a, const Move& b);

}  // namespace stet

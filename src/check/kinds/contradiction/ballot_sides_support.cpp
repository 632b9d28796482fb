#include "check/kinds/contradiction/ballot_sides_support.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "check/kinds/word_support.h"
#include "facts/quantities.h"
#include "text/sentences.h"

namespace stet {
namespace {

using enum PhraseTable::Direction;
constexpr WordList kLists[] = {
    {"for-it"}, {"against-it"},  {"for-it-before", kBackward}, {"against-it-before", kBackward},
    {"who"},    {"side-voters"}, {"side-definite", kBackward}, {"side-some"},
    {"of-whom"}};
enum SideList : std::uint8_t {
  kFor,
  kAgainst,
  kForBefore,
  kAgainstBefore,
  kWho,
  kSideVoters,
  kSideDefinite,
  kSome,
  kOfWhom
};
constexpr std::size_t kMostDigits = 4;
constexpr std::size_t kMostVoters = 2;  // phrases between a number and how they voted: "of the councillors"
constexpr std::size_t kClause = 8;      // words of "who in the end voted against the plan"

bool ends_here(std::string_view text, std::size_t pos, std::size_t end) {
  return pos >= end || std::string_view(".,;:!?)").find(text[pos]) != std::string_view::npos;
}

// Where a phrase of the list stands in the next words, up to a comma.
bool stands_soon(const PhraseTable& list, const Document& document, const Block& block, TextSpan span) {
  const auto words = words_in(document.words(block), span);
  for (std::size_t i = 0; i < std::min(words.size(), kClause); ++i) {
    if (i > 0 && block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end).find_first_of(",;:") !=
                     std::string_view::npos)
      return false;
    if (list.longest(block.text, words[i].begin)) return true;
  }
  return false;
}

}  // namespace

std::vector<BallotNumber> ballot_numbers(const Document& document, const Facts& facts, std::uint32_t number,
                                         TextSpan sentence) {
  std::vector<BallotNumber> found;
  const Block& block = document.block(number);
  for (const Word& word : words_in(document.words(block), sentence)) {
    std::uint32_t value = 0;
    const char* const begin = block.text.data() + word.begin;
    const auto [end, error] = std::from_chars(begin, block.text.data() + word.end, value);
    const auto digits = static_cast<std::size_t>(end - begin);
    // "1,90 à 2,20": parts of decimals are no numbers.
    const auto is_digit = [&](std::size_t at) {
      return at < block.text.size() && block.text[at] >= '0' && block.text[at] <= '9';
    };
    const auto is_mark = [&](std::size_t at) {
      return at < block.text.size() && (block.text[at] == ',' || block.text[at] == '.');
    };
    const bool decimal = (word.begin > 1 && is_mark(word.begin - 1) && is_digit(word.begin - 2)) ||
                         (is_mark(word.end) && is_digit(word.end + 1));
    if (error == std::errc() && digits <= kMostDigits && word.begin + digits == word.end && !decimal) {
      found.push_back({value, {word.begin, word.end}});
    }
  }
  for (const Quantity& quantity : facts.quantities(number)) {
    if (!quantity.spelled || quantity.article || quantity.fraction || !sentence.contains(quantity.span)) continue;
    found.push_back({static_cast<std::uint32_t>(quantity.value), quantity.number});
  }
  std::ranges::sort(found, {}, [](const BallotNumber& n) { return n.span.begin; });
  return found;
}

BallotSides::BallotSides(const Definition& definition) : words_(definition, kLists) {}

std::optional<BallotSide> BallotSides::read(const Document& document, const Facts& facts, std::uint32_t number,
                                            TextSpan sentence) const {
  const Block& block = document.block(number);
  const RuleWords::Tries* words = words_.in(block.language);
  if (words == nullptr || holds((*words)[kSome], block.text, sentence)) return std::nullopt;
  for (const BallotNumber& each : ballot_numbers(document, facts, number, sentence)) {
    BallotSide side{number, each.span, sentence, each.value};
    side.given = words_before((*words)[kSideDefinite], block.text, each.span.begin).found;
    std::size_t pos = skip_blanks(block.text, each.span.end);
    std::size_t voters = 0;
    for (; voters < kMostVoters; ++voters) {
      const auto known = (*words)[kSideVoters].longest(block.text, pos);
      if (!known) break;
      pos = skip_blanks(block.text, known.position);
    }
    // "Two of the twelve votes against", but "two of them".
    const auto of_whom = (*words)[kOfWhom].longest(block.text, pos);
    if (of_whom && of_whom.position >= (*words)[kWho].longest(block.text, pos).position) continue;
    for (const auto& [list, before, against] :
         {std::tuple(kAgainst, kAgainstBefore, true), std::tuple(kFor, kForBefore, false)}) {
      side.against = against;
      // "The three who oppose the arena voted for it"
      if (holds((*words)[against ? kFor : kAgainst], block.text, sentence)) continue;
      // "Dagegen stimmten sieben Räte."
      if (words_before((*words)[before], block.text, each.span.begin) &&
          (voters > 0 || ends_here(block.text, pos, sentence.end))) {
        side.given = true;
        return side;
      }
      // "Eight votes against one" tells both sides.
      if (const auto vote = (*words)[list].longest(block.text, pos)) {
        const std::size_t next = skip_blanks(block.text, vote.position);
        const bool digit = next < sentence.end && block.text[next] >= '0' && block.text[next] <= '9';
        if (digit || facts.numbers(block).cardinals.longest(block.text, next)) return std::nullopt;
        return side;
      }
      // "The seven members who", "the six grumblers who"
      std::size_t leads = pos;
      const auto word =
          std::ranges::lower_bound(document.words(block), static_cast<std::uint32_t>(pos), {}, &Word::begin);
      const bool stranger = voters == 0 && side.given && !(*words)[kWho].longest(block.text, pos).found;
      if (stranger && word != document.words(block).end() && word->begin == pos && word->end < sentence.end) {
        leads = skip_blanks(block.text, word->end);
      }
      if (leads < sentence.end && block.text[leads] == ',') leads = skip_blanks(block.text, leads + 1);
      const auto who = (*words)[kWho].longest(block.text, leads);
      if (who && stands_soon((*words)[list], document, block, {static_cast<std::uint32_t>(who.position), sentence.end}))
        return side;
    }
  }
  return std::nullopt;
}

}  // namespace stet

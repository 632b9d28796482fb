#include "check/kinds/contradiction/ballot_reader_support.h"

#include <array>
#include <charconv>

#include "check/kinds/contradiction/ballot_sides_support.h"
#include "check/kinds/word_support.h"
#include "facts/quantities.h"
#include "text/sentences.h"

namespace stet {
namespace {

using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"ballots"}, {"units"},    {"versus"},
                               {"yes"},     {"no"},       {"abstained"},
                               {"out-of"},  {"voters"},   {"definite", kBackward},
                               {"unless"},  {"anaphors"}, {"opening"},
                               {"of-whom"}, {"passed"},   {"rejected"},
                               {"then"},    {"unopposed"}};
using enum BallotList;
constexpr std::size_t kMostBehind = 3;  // words between a number and how they voted

// "The three votes against of the Greens"
bool is_of_some(std::string_view text, std::size_t pos, std::size_t end, const BallotWords& words) {
  for (std::size_t word = 0; word <= kMostBehind && pos < end; ++word) {
    pos = skip_blanks(text, pos);
    if (words[kOfWhom].longest(text, pos)) return true;
    PhraseTrie::Match known;
    for (const BallotList list : {kVoters, kNo, kYes}) {
      if (const auto found = words[list].longest(text, pos); found && !known) known = found;
    }
    if (!known) return false;
    pos = known.position;
  }
  return false;
}

void read_share(const Facts& facts, BallotCount& count) {
  for (const Quantity& quantity : facts.quantities(count.block)) {
    if (!quantity.is_percent() || !count.sentence.contains(quantity.span)) continue;
    if (count.share) return count.share.reset();
    count.share = quantity.value;
    count.share_at = quantity.span;
  }
}

// Of whom a sentence tells that names one side: "32 per cent voted yes".
int side_of(const Document& document, const BallotCount& count, const BallotWords& words) {
  const Block& block = document.block(count.block);
  bool yes = false;
  bool no = false;
  for (const Word& word : words_in(document.words(block), {count.share_at.end, count.sentence.end})) {
    yes = yes || words[kYes].longest(block.text, word.begin).found;
    no = no || words[kNo].longest(block.text, word.begin).found;
  }
  return yes == no ? 0 : yes ? 1 : -1;
}

// "19 votes to 11", "18 gegen 11", "52-46".
bool parts_two(std::string_view text, std::size_t begin, std::size_t end, const BallotWords& words) {
  const std::string_view gap = text.substr(begin, end - begin);
  if (gap == "-" || gap == "–" || gap == ":" || gap == "‑") return true;
  bool versus = false;
  for (std::size_t pos = skip_blanks(text, begin); pos < end; pos = skip_blanks(text, pos)) {
    if (const auto unit = words[kUnits].longest(text, pos)) {
      pos = unit.position;
    } else if (const auto between = words[kVersus].longest(text, pos); between && !versus) {
      versus = true;
      pos = between.position;
    } else {
      return false;
    }
  }
  return versus;
}

// How those of a number voted: the list whose words stand behind it, kUnless where none does.
BallotList vote_behind(std::string_view text, std::size_t pos, std::size_t end, const BallotWords& words) {
  for (std::size_t word = 0; word <= kMostBehind && pos < end; ++word) {
    pos = skip_blanks(text, pos);
    // "The seven members, who"
    if (word > 0 && pos < end && text[pos] == ',') pos = skip_blanks(text, pos + 1);
    for (const BallotList list : {kAbstained, kNo, kYes}) {
      if (words[list].longest(text, pos)) return list;
    }
    if (word == 0 && words[kOutOf].longest(text, pos)) return kOutOf;
    const auto voters = words[kVoters].longest(text, pos);
    if (!voters) break;
    pos = voters.position;
  }
  return kUnless;
}

BallotList vote_in(std::string_view text, TextSpan span, const BallotWords& words) {
  for (const BallotList list : {kNo, kYes}) {
    if (holds(words[list], text, span)) return list;
  }
  return kUnless;
}

}  // namespace

const std::span<const WordList> kBallotLists = kLists;

bool has_ballot_number(const Document& document, const Facts& facts, std::uint32_t number, TextSpan sentence) {
  const Block& block = document.block(number);
  const auto begins_digit = [&](const Word& word) {
    return block.text[word.begin] >= '0' && block.text[word.begin] <= '9';
  };
  return !facts.quantities(number, sentence).empty() ||
         std::ranges::any_of(words_in(document.words(block), sentence), begins_digit);
}

std::optional<BallotCount> read_ballot(const Document& document, const Facts& facts, std::uint32_t block,
                                       TextSpan sentence, const BallotWords& words) {
  const std::string_view text = document.block(block).text;
  const std::vector<BallotNumber> numbers = ballot_numbers(document, facts, block, sentence);
  BallotCount count;
  count.block = block;
  count.sentence = sentence;
  const auto take = [&](std::optional<std::uint32_t>& part, const BallotNumber& number) {
    // Two ballots in one sentence.
    if (part && *part != number.value) return false;
    part = number.value;
    count.span = count.span.begin == count.span.end ? number.span : count.span.joined(number.span);
    return true;
  };
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const BallotNumber& number = numbers[i];
    if (i + 1 < numbers.size() && parts_two(text, number.span.end, numbers[i + 1].span.begin, words)) {
      if (!take(count.yes, number) || !take(count.no, numbers[i + 1])) return std::nullopt;
      count.pair = true;
      count.definite = static_cast<bool>(words_before(words[kKnown], text, number.span.begin));
      ++i;
      continue;
    }
    switch (vote_behind(text, number.span.end, sentence.end, words)) {
      case kYes:
        if (!take(count.yes, number)) return std::nullopt;
        break;
      case kNo:
        if (!take(count.no, number)) return std::nullopt;
        break;
      case kAbstained:
        if (!take(count.abstained, number)) return std::nullopt;
        count.abstained_at = number.span;
        break;
      case kOutOf:
        if (i + 1 == numbers.size()) break;
        {
          const BallotList vote = vote_in(text, {numbers[i + 1].span.end, sentence.end}, words);
          if (vote != kYes && vote != kNo) break;
          if (!take(vote == kYes ? count.yes : count.no, number)) return std::nullopt;
          count.all = numbers[i + 1].value;
          count.span = count.span.joined(numbers[i + 1].span);
        }
        ++i;
        break;
      default:
        break;
    }
  }
  if (count.yes.has_value() + count.no.has_value() == 1 && !count.all) {
    count.part_given =
        words_before(words[kKnown], text, count.span.begin) && !is_of_some(text, count.span.end, sentence.end, words);
  }
  read_share(facts, count);
  if (count.share) count.side = side_of(document, count, words);
  if (!count.yes && !count.no && !count.abstained && !count.share) return std::nullopt;
  return count;
}

void read_ballot_cell(const Document& document, std::uint32_t number, const BallotWords& words,
                      std::vector<BallotCount>& counts) {
  const Block& block = document.block(number);
  if (number + 1 >= document.blocks().size() || block.text.empty()) return;
  const Block& next = document.block(number + 1);
  if (next.role != Role::kTableCell) return;
  std::uint32_t value = 0;
  const char* const end_of_text = next.text.data() + next.text.size();
  const auto [end, error] = std::from_chars(next.text.data(), end_of_text, value);
  if (error != std::errc() || end != end_of_text) return;
  for (const BallotList list : {kAbstained, kNo, kYes}) {
    const auto found = words[list].longest(block.text, 0);
    if (!found || found.position != block.text.size()) continue;
    if (counts.empty() || !counts.back().in_table) {
      if (counts.size() == kMostBallots) return;
      counts.push_back({});
      BallotCount& count = counts.back();
      count.block = number + 1;
      count.sentence = count.span = {0, static_cast<std::uint32_t>(next.text.size())};
      count.in_table = count.definite = true;
    }
    BallotCount& count = counts.back();
    (list == kYes ? count.yes : list == kNo ? count.no : count.abstained) = value;
    if (list == kNo) {
      count.block = number + 1;
      count.span = {0, static_cast<std::uint32_t>(next.text.size())};
    }
    return;
  }
}

}  // namespace stet

#include "check/kinds/contradiction/rank_support.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/contradiction/score_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"rank-nouns"},
                               {"rank-labels"},
                               {"rank-verbs", kBackward},
                               {"rank-tables"},
                               {"rank-heads"},
                               {"rank-follow"},
                               {"rank-away", kBackward},
                               {"rank-scopes", kForward, true},
                               {"rank-ends"},
                               {"rank-never", kBackward},
                               {"rank-unless"}};
enum List : std::uint8_t { kNouns, kLabels, kVerbs, kTables, kHeads, kFollow, kAway, kScopes, kEnds, kNever, kUnless };
constexpr std::size_t kMostRanks = 8;  // of an article; one with more is a table
constexpr std::uint32_t kLowest = 99;
constexpr std::size_t kScopeReach = 5;  // words around a rank that say of what it is one

// "Platz 3", "Rang drei"
std::optional<std::pair<std::uint32_t, std::size_t>> cardinal_at(std::string_view text, std::size_t pos,
                                                                 const NumberLanguage& numbers) {
  if (const auto known = numbers.cardinals.longest(text, pos)) {
    return std::pair(static_cast<std::uint32_t>(numbers.atoms[known.payload].value), known.position);
  }
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data() + pos, text.data() + text.size(), value);
  if (error != std::errc() || value > kLowest) return std::nullopt;
  return std::pair(value, static_cast<std::size_t>(end - text.data()));
}

bool ends_clause(std::string_view text, std::size_t pos) {
  return pos >= text.size() || std::string_view(".,;:!?)").find(text[pos]) != std::string_view::npos;
}

}  // namespace

Ranks::Ranks(const Definition& definition, const OrdinalReader& ordinals)
    : definition_(&definition), ordinals_(&ordinals), words_(definition, kLists) {}

void Ranks::find(const Document& document, const Facts& facts, Sink& sink) const {
  std::vector<Rank> ranks;
  QuotedBlocks quoted(document);
  const std::span<const OrdinalReader::NumberedWord> numbered = ordinals_->numbered(document, facts);
  auto next = numbered.begin();
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.block(i);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr) continue;
    for (const Word& word : document.words(block)) {
      const bool is_numbered = next != numbered.end() && next->block == i && next->begin == word.begin;
      auto rank = read_at(document, facts, i, word, *words, is_numbered ? &(next++)->number : nullptr);
      if (!rank || quoted.hold(i, rank->span)) continue;
      if (!ranks.empty() && ranks.back().block == i && ranks.back().span.overlaps(rank->span)) continue;
      if (ranks.size() == kMostRanks) return;
      ranks.push_back(std::move(*rank));
    }
  }
  if (ranks.size() < 2) return;
  const Rank& first = ranks.front();
  const Rank* other = nullptr;
  for (const Rank& rank : ranks) {
    if (rank.number == first.number) continue;
    if (other != nullptr && other->number != rank.number) return;  // a table
    if (other == nullptr) other = &rank;
  }
  if (other == nullptr || (other->block == first.block && other->sentence == first.sentence)) return;
  if (document.block(first.block).language != document.block(other->block).language) return;
  // "Third in the stage, fifth overall"
  const bool of_match = tells_low_score(document, *definition_);
  const auto scopes_of = [&](const Rank& rank) {
    std::set<std::uint32_t> scopes = rank.scopes;
    if (of_match) scopes.erase(0);  // a rank beside the score of a match is one in the table
    return scopes;
  };
  if (!scopes_of(*other).empty() && scopes_of(*other) != scopes_of(first)) return;
  // "In the fight for third place Leeds lost, Hull moved up to fourth."
  const auto side = [](const Rank& rank) -> const Forms& { return rank.subject.empty() ? rank.names : rank.subject; };
  if (!other->subject.empty() && !side(first).empty() && !intersects(side(first), other->subject)) return;
  // "The Tabellendritte from Ried lost."
  if (other->head && other->subject.empty() && !other->names.empty() && !intersects(first.names, other->names)) return;
  // "Third place went to Ida Kern."
  if (other->subject.empty() && !other->people.empty() && !intersects(first.names, other->people)) return;
  // "Ella Smith came second. Ellie Smith was third."
  if (has_own(first.subject, other->subject) && has_own(other->subject, first.subject)) return;
  Finding finding = clash_of(document, {first.block, first.span}, {other->block, other->span});
  finding.severity = Severity::kInfo;
  sink.report(std::move(finding));
}

std::optional<Ranks::Rank> Ranks::read_at(const Document& document, const Facts& facts, std::uint32_t number,
                                          const Word& word, const RuleWords::Tries& words,
                                          const OrdinalReader::Number* ordinal) const {
  const Block& block = document.block(number);
  const std::string_view text = block.text;
  Rank rank;
  rank.block = number;
  const auto end_at = [&](std::uint32_t value, std::size_t end) {
    rank.number = value;
    rank.span = {word.begin, static_cast<std::uint32_t>(end)};
  };
  const NumberLanguage& numbers = facts.numbers(block);
  const auto after_mark = [&](std::size_t pos) {
    return pos < text.size() && text[pos] == '-' ? pos + 1 : skip_blanks(text, pos);
  };
  if (const auto label = words[kLabels].longest(text, word.begin)) {
    if (const auto value = cardinal_at(text, skip_blanks(text, label.position), numbers)) {
      end_at(value->first, value->second);
    }
  } else if (ordinal != nullptr) {
    const std::size_t next = after_mark(ordinal->end);
    if (const auto noun = words[kNouns].longest(text, next)) {
      end_at(ordinal->value, noun.position);
    } else if (const auto table = words[kTables].longest(text, next)) {
      end_at(ordinal->value, table.position);
    } else if ((words_before(words[kVerbs], text, word.begin) || is_behind_name(document, block, word)) &&
               (ends_clause(text, ordinal->end) || words[kFollow].longest(text, next))) {
      end_at(ordinal->value, ordinal->end);
    } else if (numbers.capital_nouns &&
               is_capital_rank(document, block, word, facts.sentences().at(number, word.begin), words)) {
      end_at(ordinal->value, ordinal->end);
    }
  } else if (const auto head = words[kHeads].longest(text, word.begin);
             head && head.position < word.end && words_before(words[kVerbs], text, word.begin)) {
    if (const auto value = numbers.ordinals.longest(text, head.position); value && value.position == word.end) {
      rank.head = true;
      end_at(static_cast<std::uint32_t>(numbers.values[value.payload]), value.position);
    }
  }
  if (rank.number == 0 || rank.number > kLowest || words_before(words[kAway], text, rank.span.begin)) {
    return std::nullopt;
  }
  rank.sentence = facts.sentences().at(number, word.begin);
  // "Sit third, two points behind Leeds"
  const TextSpan clause = clause_of(text, rank.sentence, rank.span);
  constexpr std::uint32_t kOpening = 24;  // bytes: "In the race for third place, Leeds"
  const TextSpan opening{rank.sentence.begin, std::min(clause.end, rank.sentence.begin + kOpening)};
  if (holds(words[kUnless], text, clause) || holds(words[kUnless], text, opening)) return std::nullopt;
  const auto before = words_in(document.words(block), {rank.sentence.begin, rank.span.begin});
  const auto behind = words_in(document.words(block), {rank.span.end, rank.sentence.end});
  const std::uint32_t near_begin =
      before.size() > kScopeReach ? before[before.size() - kScopeReach].begin : rank.sentence.begin;
  const std::uint32_t near_end = behind.size() > kScopeReach ? behind[kScopeReach - 1].end : rank.sentence.end;
  for (const Word& each : words_in(document.words(block), {near_begin, near_end})) {
    if (const auto scope = words[kScopes].longest(text, each.begin)) rank.scopes.insert(scope.payload);
  }
  TextSpan last;
  for (SentenceName& name : names_in(document, block, rank.sentence, numbers.capital_nouns)) {
    if (name.common || name.span.overlaps(rank.span)) continue;
    if (name.span.end <= rank.span.begin) rank.subject.insert(name.form);
    if (is_adjacent(text, last.end, name.span.begin)) rank.people.insert(name.form);
    last = name.span;
    rank.names.insert(std::move(name.form));
  }
  return rank;
}

// "Said Lind, third in her first race", where nouns have no capitals.
bool Ranks::is_behind_name(const Document& document, const Block& block, const Word& word) {
  if (!std::string_view(block.text).substr(0, word.begin).ends_with(", ")) return false;
  const auto words = document.words(block);
  const auto own = std::ranges::lower_bound(words, word.begin, {}, &Word::begin);
  return own != words.begin() && own[-1].end + 2 == word.begin && is_capitalised(word_text(block, own[-1]));
}

// "Ist Zweite über 200 Meter geworden", but not "die Zweite", "an Dritte", "Erste Hilfe".
bool Ranks::is_capital_rank(const Document& document, const Block& block, const Word& word, TextSpan sentence,
                            const RuleWords::Tries& words) {
  const std::string_view own = word_text(block, word);
  if (word.begin == sentence.begin || !is_capitalised(own) || !(own.ends_with('e') || own.ends_with("er")))
    return false;
  if (words_before(words[kNever], block.text, word.begin)) return false;
  const auto behind = words_in(document.words(block), {word.end, sentence.end});
  const bool noun = !behind.empty() && is_adjacent(block.text, word.end, behind.front().begin) &&
                    is_capitalised(word_text(block, behind.front()));
  return !noun && holds(words[kEnds], block.text, clause_of(block.text, sentence, {word.begin, word.end}));
}

}  // namespace stet

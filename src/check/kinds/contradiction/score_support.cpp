#include "check/kinds/contradiction/score_support.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"score-definite", kBackward},
                               {"score-progress"},
                               {"score-against"},
                               {"score-unless"},
                               {"score-total"},
                               {"score-again"},
                               {"score-rounds", kForward, true},
                               {"half-time"},
                               {"score-nouns"}};
enum List : std::uint8_t { kKnown, kProgress, kAgainst, kNotThis, kTotal, kAgain, kRounds, kHalfTime, kNouns };
constexpr std::size_t kShort = 320;      // words of an article that tells of one match
constexpr std::size_t kMostScores = 16;  // of an article; one with more is a report of a round
constexpr std::uint32_t kNear = 45;      // bytes before a score that tell that it is not the last
constexpr std::uint32_t kBeside = 20;    // bytes behind it that do
constexpr std::int32_t kHighest = 200;

struct Score : ReadScore {
  TextSpan sentence;
  bool final = false;     // its sentence tells that it was won, lost or drawn
  bool definite = false;  // "the 3-2"
  bool cue = false;       // a word of its sentence tells who won

  // What it may have been on the way to the other.
  [[nodiscard]] bool may_precede(const Score& other) const {
    const auto is_on_way = [](const auto& a, const auto& b) { return a.first <= b.first && a.second <= b.second; };
    return pairs.size() == 1 && other.pairs.size() == 1 &&
           (is_on_way(pairs[0], other.pairs[0]) ||
            is_on_way(std::pair(pairs[0].second, pairs[0].first), other.pairs[0]));
  }

  // The same told from the other side is the same.
  [[nodiscard]] bool is(const Score& other) const {
    const auto turned = [&](const auto& a, const auto& b) { return a.first == b.second && a.second == b.first; };
    return pairs == other.pairs ||
           std::ranges::equal(pairs, other.pairs, [&](const auto& a, const auto& b) { return turned(a, b); });
  }
};

std::optional<std::int32_t> number_of(const Block& block, const Word& word) {
  const std::string_view text = word_text(block, word);
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > kHighest) return std::nullopt;
  return value;
}

// Sets of which one number was typed wrong: as many, and one of them the same.
bool are_of_one_match(const Score& a, const Score& b) {
  if (a.pairs.size() != b.pairs.size()) return false;
  if (a.pairs.size() == 1) return true;
  std::size_t same = 0;
  std::size_t turned = 0;
  for (std::size_t i = 0; i < a.pairs.size(); ++i) {
    same += a.pairs[i] == b.pairs[i] ? 1U : 0U;
    turned += a.pairs[i].first == b.pairs[i].second && a.pairs[i].second == b.pairs[i].first ? 1U : 0U;
  }
  return std::max(same, turned) > 0;
}

}  // namespace

std::vector<ReadScore> read_scores(const Document& document, std::uint32_t number, bool bracketed) {
  const Block& block = document.block(number);
  const auto words = document.words(block);
  std::vector<ReadScore> scores;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto one = number_of(block, words[i]);
    const auto other = one ? number_of(block, words[i + 1]) : std::nullopt;
    if (!other) continue;
    const std::string_view mark = block.text.substr(words[i].end, words[i + 1].begin - words[i].end);
    const char before = words[i].begin > 0 ? block.text[words[i].begin - 1] : ' ';
    const std::string_view behind = block.text.substr(words[i + 1].end, 2);
    const bool goes_on = behind.size() == 2 && (behind[0] == ':' || behind[0] == '.' || behind[0] == ',') &&
                         behind[1] >= '0' && behind[1] <= '9';
    // "Um 19:30 Uhr"
    constexpr std::int32_t kHours = 24;
    const bool time = mark == ":" && *one <= kHours && words[i + 1].end - words[i + 1].begin == 2 && *other % 5 == 0 &&
                      words[i].end - words[i].begin == 2;
    if (time) continue;
    const bool is_mark = mark == ":" || mark == "-" || mark == "–" || mark == "‑";
    if (!is_mark || goes_on || before == '.' || before == ',' || before == '/' || before == ':' || before == '-')
      continue;
    const TextSpan span{words[i].begin, words[i + 1].end};
    if (!scores.empty()) {
      const std::string_view gap = block.text.substr(scores.back().span.end, span.begin - scores.back().span.end);
      const bool next = gap == ", " || gap == " " || gap == "; " || gap == " y " || gap == " und " || gap == " and " ||
                        gap == " et " || gap == " e ";
      if (next) {
        scores.back().pairs.emplace_back(*one, *other);
        scores.back().span.end = span.end;
        ++i;
        continue;
      }
    }
    scores.push_back({number, span, {{*one, *other}}});
    ++i;
  }
  // "(1:0)": at half time; sets stand in brackets too.
  std::erase_if(scores, [&](const ReadScore& score) {
    return !bracketed && score.pairs.size() == 1 && score.span.begin > 0 && block.text[score.span.begin - 1] == '(';
  });
  return scores;
}

bool tells_low_score(const Document& document, const Definition& definition, std::int32_t highest) {
  for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
    if (!definition.looks_at(document.block(b).role)) continue;
    for (const ReadScore& score : read_scores(document, b, true)) {
      const auto is_low = [&](const auto& pair) { return pair.first <= highest && pair.second <= highest; };
      if (std::ranges::all_of(score.pairs, is_low)) return true;
    }
  }
  return false;
}

ScoresToldAgain::ScoresToldAgain(const Definition& definition, std::uint8_t first_cue, std::uint8_t last_cue)
    : definition_(&definition), words_(definition, kLists), first_cue_(first_cue), last_cue_(last_cue) {}

// "Won the final 4-3", "the semi-final they had won 4-2", but not "the 4-2 takes her to the final".
bool ScoresToldAgain::are_of_other_rounds(const Document& document, const ReadScore& first,
                                          const ReadScore& second) const {
  const auto round_of = [&](const ReadScore& score, bool behind) -> std::optional<std::uint32_t> {
    const Block& block = document.block(score.block);
    const PhraseTable& rounds = (*words_.in(block.language))[kRounds];
    TextSpan sentence = sentence_at(block.text, score.span.begin);
    if (!behind) sentence.end = score.span.begin;
    for (const Word& word : words_in(document.words(block), sentence)) {
      if (const auto round = rounds.longest(block.text, word.begin)) return round.payload;
    }
    return std::nullopt;
  };
  const auto here = round_of(first, true);
  const auto there = round_of(second, false);
  return here && there && here != there;
}

// Whether a noun for the end of a match follows: "3-2 win", but not "3:2 gewann".
bool ScoresToldAgain::has_noun_behind(const Block& block, std::uint32_t end) const {
  const std::size_t begin = skip_blanks(block.text, end + (block.text.substr(end, 1) == "-" ? 1 : 0));
  return (*words_.in(block.language))[kNouns].longest(block.text, begin).found;
}

bool ScoresToldAgain::find_half(const Document& document, Sink& sink) const {
  constexpr std::uint32_t kBesideHalf = 30;  // bytes between the score and "at the break"
  std::vector<ReadScore> halves;
  std::vector<ReadScore> ends;
  for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
    const Block& block = document.block(b);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr) continue;
    std::uint32_t last = 0;  // where the score before ends
    for (ReadScore& read : read_scores(document, b, true)) {
      const TextSpan sentence = sentence_at(block.text, read.span.begin);
      if (read.pairs.size() != 1 || holds((*words)[kNotThis], block.text, sentence)) return false;
      const TextSpan around{std::max({sentence.begin, last, read.span.begin - std::min(read.span.begin, kBesideHalf)}),
                            std::min(sentence.end, read.span.end + kBesideHalf)};
      last = read.span.end;
      const std::string_view text = block.text.substr(around.begin, around.size());
      const bool mixed = text.find_first_of(";(") != std::string_view::npos;
      (!mixed && holds((*words)[kHalfTime], block.text, around) ? halves : ends).push_back(std::move(read));
      if (halves.size() + ends.size() > kMostScores) return false;
    }
  }
  if (halves.size() != 1 || ends.empty()) return false;
  const auto sorted = [](const ReadScore& score) { return std::minmax(score.pairs[0].first, score.pairs[0].second); };
  const std::pair<std::int32_t, std::int32_t> half = sorted(halves[0]);
  const ReadScore* end = &ends.front();
  for (const ReadScore& each : ends) {
    const std::pair<std::int32_t, std::int32_t> score = sorted(each);
    // Whichever side it is told of: possible, or of a match of which the end is not told.
    if (half.first <= score.first && half.second <= score.second) return false;
    if (score.second + score.first > end->pairs[0].first + end->pairs[0].second) end = &each;
  }
  sink.report(clash_of(document, {end->block, end->span}, {halves[0].block, halves[0].span}));
  return true;
}

void ScoresToldAgain::find(const Document& document, const Facts& facts, Sink& sink) const {
  const auto is_cue = [&](const Hit& hit) { return hit.key >= first_cue_ && hit.key <= last_cue_; };
  if (std::ranges::none_of(facts.matches().of(definition_->slot), is_cue)) return;
  if (words_looked_at(document, *definition_) > kShort || find_half(document, sink)) return;
  std::vector<Score> scores;
  std::vector<Score> totals;  // of two legs
  QuotedBlocks quoted(document);
  bool found_other = false;  // of another match
  std::string told;          // what stands before a score
  for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
    const Block& block = document.block(b);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr) continue;
    for (ReadScore& read : read_scores(document, b)) {
      Score score{std::move(read), {}};
      score.sentence = sentence_at(block.text, score.span.begin);
      if (quoted.hold(b, score.span) || scores.size() == kMostScores) return;
      // "Is a 3-2 win enough?"
      if (block.text.substr(score.sentence.begin, score.sentence.size()).ends_with('?')) continue;
      const TextSpan before{std::max(score.sentence.begin, score.span.begin - std::min(kNear, score.span.begin)),
                            score.span.begin};
      const TextSpan around{before.begin, std::min(score.sentence.end, score.span.end + kNear)};
      const TextSpan behind{score.span.end, std::min(score.sentence.end, score.span.end + kBeside)};
      if (holds((*words)[kTotal], block.text, behind)) {
        totals.push_back(std::move(score));
        continue;
      }
      if (holds((*words)[kNotThis], block.text, around)) {
        found_other = true;
        continue;
      }
      // "2-0 at half-time", "made it 2-1"; but "14-10 down at the break, they won 24-21".
      const std::size_t comma = block.text.substr(0, before.end).rfind(", ");
      const TextSpan own{
          std::max(before.begin, comma == std::string_view::npos ? 0 : static_cast<std::uint32_t>(comma)), before.end};
      const bool led = holds((*words)[kProgress], block.text, before);
      const bool won = led && own.begin > before.begin && !holds((*words)[kProgress], block.text, own) &&
                       std::ranges::any_of(facts.matches().in(definition_->slot, b, {own.begin, around.end}), is_cue);
      if ((led && !won) || holds((*words)[kProgress], block.text, behind)) continue;
      score.definite = words_before((*words)[kKnown], block.text, score.span.begin).found ||
                       (!scores.empty() && holds((*words)[kAgain], block.text, before));
      score.cue = std::ranges::any_of(facts.matches().in(definition_->slot, b, score.sentence), is_cue);
      // "A 3-2 win"
      score.definite = score.definite || has_noun_behind(block, score.span.end);
      // A headline tells the end.
      const bool heads = block.role == Role::kTitle || block.role == Role::kHeading;
      score.definite = score.definite || heads;
      score.final = score.definite || score.pairs.size() > 1 || score.cue;
      if (!score.final) continue;
      // The other side must be known: "the 3-2 against Leeds" may be another match.
      // "The 3-2 sends them to the final against Hull" names the next one.
      const TextSpan opponent{score.span.begin, std::min(score.sentence.end, score.span.end + kNear)};
      for (const Word& word : words_in(document.words(block), opponent)) {
        if (holds((*words)[kRounds], block.text, {score.span.end, word.begin})) break;
        const auto against = (*words)[kAgainst].longest(block.text, word.begin);
        const auto next = against
                              ? std::ranges::find_if(document.words(block),
                                                     [&](const Word& other) { return other.begin > against.position; })
                              : document.words(block).end();
        if (next == document.words(block).end()) continue;
        const std::string_view name = word_text(block, *next);
        if (is_capitalised(name) && !scores.empty() && told.find(name) == std::string::npos) return;
      }
      scores.push_back(std::move(score));
    }
    told += block.text;
    told += '\n';
  }
  if (totals.size() == 2 && !totals[0].is(totals[1])) {
    sink.report(clash_of(document, {totals[0].block, totals[0].span}, {totals[1].block, totals[1].span}));
  }
  if (found_other) return;
  const auto first = std::ranges::find_if(scores, [](const Score& score) { return score.final; });
  if (first == scores.end()) return;
  const Score* other = nullptr;
  for (const Score& score : scores) {
    if (score.is(*first)) continue;
    if (other != nullptr && !score.is(*other)) return;
    if (other == nullptr) other = &score;
  }
  if (other == nullptr || !are_of_one_match(*first, *other)) return;
  if (other->block == first->block && other->sentence == first->sentence) return;
  if (are_of_other_rounds(document, *first, *other)) return;
  // "El 2-1 fue de Pérez"
  const auto opens = [&](const Score& score) {
    constexpr std::size_t kArticle = 1;
    const TextSpan before{score.sentence.begin, score.span.begin};
    return words_in(document.words(document.block(score.block)), before).size() <= kArticle;
  };
  const bool on_way = !other->cue && opens(*other) && other->may_precede(*first);
  if (on_way && document.block(first->block).role > Role::kHeading) return;
  if (!other->definite && !first->definite && first->pairs.size() == 1) return;
  sink.report(clash_of(document, {first->block, first->span}, {other->block, other->span}));
}

}  // namespace stet

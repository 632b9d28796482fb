// Kind `result-conflict`: one match or one vote with two results, one success that is the third here and the first
// there; an end told in two ways (outcome_support.h, retold_support.h).
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/goal_minute_support.h"
#include "check/kinds/contradiction/outcome_support.h"
#include "check/kinds/contradiction/retold_support.h"
#include "check/kinds/contradiction/score_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    {"between", KeyType::kStrings, "words between the two numbers of a result: \"zu\""},
    {"days", KeyType::kPhrases, "days by which two matches are told from each other"},
    {"won", KeyType::kPhrases, "tell of the end of a match: \"won\""},
    {"lost", KeyType::kPhrases, "the same, of the side that lost"},
    {"drawn", KeyType::kPhrases, "the same, of both sides"},
    {"ordinals", KeyType::kStrings, "beginnings of the words for the second, third and so on: \"zweit zwei\""},
    kOutcomeKeys[0],
    kOutcomeKeys[1],
    kOutcomeKeys[2],
    kOutcomeKeys[3],
    kOutcomeKeys[4],
    kOutcomeKeys[5],
    kOutcomeKeys[6],
    kOutcomeKeys[7],
    kOutcomeKeys[8],
    kOutcomeKeys[9],
    kOutcomeKeys[10],
    kOutcomeKeys[11],
    kOutcomeKeys[12],
    kOutcomeKeys[13],
    kOutcomeKeys[14],
    kOutcomeKeys[15],
    kScoreKeys[0],
    kScoreKeys[1],
    kScoreKeys[2],
    kScoreKeys[3],
    kScoreKeys[4],
    kScoreKeys[5],
    kScoreKeys[6],
    kScoreKeys[7],
    kScoreKeys[8],
    kGoalMinuteKeys[0],
    kGoalMinuteKeys[1],
    kGoalMinuteKeys[2],
    kGoalMinuteKeys[3],
    kGoalMinuteKeys[4],
    kGoalMinuteKeys[5],
});
enum List : std::uint8_t { kDays = 6, kWon, kLost, kDrawn, kFirstOutcome = 11 };
static_assert(kSectionKeys[kFirstOutcome].name == kOutcomeKeys[0].name);
constexpr std::uint8_t kMinutes = kSectionKeys.size() - std::size(kGoalMinuteKeys);
static_assert(kSectionKeys[kMinutes].name == kGoalMinuteKeys[0].name);
constexpr std::size_t kMostMentions = 40;  // of one sort in an article: more are a table
constexpr std::uint32_t kFarthest = 70;    // bytes between a cue and its result
constexpr std::int32_t kHighest = 999;

// Two numbers, the larger one first: a win of the one is a defeat of the other.
struct Result {
  TextSpan span;
  std::int32_t high = 0;
  std::int32_t low = 0;
};

struct Mention {
  std::uint32_t block = 0;
  TextSpan sentence;
  Result result;
  std::uint8_t key = 0;  // of the cue
  Forms names;
  Forms days;
};

class ResultConflict final : public Check {
 public:
  explicit ResultConflict(const Definition& definition)
      : definition_(definition),
        small_(small_words(definition)),
        between_(definition, "between", forms_of),
        outcomes_(definition_, {.first = kFirstOutcome, .won = kWon, .days = kDays}),
        scores_(definition_, kWon, kDrawn),
        minutes_(definition_, kMinutes) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (!find_results(document, facts, sink)) scores_.find(document, facts, sink);
    minutes_.find(document, facts, sink);
    outcomes_.find(document, facts, sink);
    retold_.find(document, facts, definition_, small_, sink);
  }

 private:
  // Whether two results were found that differ.
  bool find_results(const Document& document, const Facts& facts, Sink& sink) const {
    const std::span<const Hit> hits = facts.matches().of(definition_.slot);
    if (std::ranges::count_if(hits, is_cue) < 2) return false;
    QuotedBlocks quoted(document);
    std::vector<Mention> known;
    TextSpan sentence;
    std::uint32_t block = kNone;
    for (const Hit& hit : hits) {
      const Block& in = document.block(hit.block);
      if (!is_cue(hit) || !definition_.looks_at(in.role) || !small_.contains(in.language)) continue;
      if (hit.block != block || hit.span.begin >= sentence.end) {
        block = hit.block;
        sentence = sentence_at(in.text, hit.span.begin);
      }
      // Several cues of one sentence tell of one result.
      if (!known.empty() && known.back().block == block && known.back().sentence == sentence) continue;
      if (known.size() > kMostMentions) continue;
      const std::optional<Result> result = read(document, in, hit, sentence);
      if (!result || quoted.hold(block, result->span) || is_guarded(facts, definition_.slot, block, hit.span)) {
        continue;
      }
      if (in.text.substr(sentence.begin, sentence.size()).ends_with('?') ||
          names_bare_year(facts.time(), block, sentence))
        continue;
      known.push_back({block, sentence, *result, hit.key, {}, days_in(facts, in, block, sentence)});
      for (SentenceName& name : names_in(document, in, sentence, !small_.at(in.language).names_after.empty())) {
        if (!name.common && !name.span.overlaps(hit.span)) known.back().names.insert(std::move(name.form));
      }
    }
    return known.size() <= kMostMentions && compare_all(document, known, sink);
  }

  static bool is_cue(const Hit& hit) { return hit.key >= kWon && hit.key < kFirstOutcome; }

  std::optional<Result> read(const Document& document, const Block& block, const Hit& hit, TextSpan sentence) const {
    const std::span<const Word> words = document.words(block);
    std::optional<Result> found;
    auto word = std::ranges::lower_bound(words, sentence.begin, {}, &Word::begin);
    for (; word != words.end() && word->end <= sentence.end; ++word) {
      const auto first = number(block, *word);
      if (!first) continue;
      const auto second = second_number(block, words, word);
      if (second == words.end() || second->end > sentence.end) continue;
      const TextSpan span{word->begin, second->end};
      const std::int32_t other = number(block, *second).value_or(0);
      word = second;
      // "3:1 (1:0)": at half time.
      const bool title = block.role == Role::kTitle || block.role == Role::kHeading;
      if (span.begin > 0 && block.text[span.begin - 1] == '(' && !title) continue;
      if (found) return std::nullopt;
      found = Result{span, std::max(*first, other), std::min(*first, other)};
    }
    if (!found) return std::nullopt;
    const std::uint32_t gap = found->span.end <= hit.span.begin
                                  ? hit.span.begin - found->span.end
                                  : found->span.begin - std::min(found->span.begin, hit.span.end);
    if (gap > kFarthest) return std::nullopt;
    return found;
  }

  static std::optional<std::int32_t> number(const Block& block, const Word& word) {
    const std::string_view text = word_text(block, word);
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value > kHighest) return std::nullopt;
    const char before = word.begin > 0 ? block.text[word.begin - 1] : ' ';
    if (before == '.' || before == ',' || before == '/') return std::nullopt;
    return value;
  }

  using WordAt = std::span<const Word>::iterator;

  // The other number of "3:1", "3-1", "3 zu 1"; the end when there is none.
  WordAt second_number(const Block& block, std::span<const Word> words, WordAt first) const {
    const auto gap_behind = [&](WordAt word) { return block.text.substr(word->end, (word + 1)->begin - word->end); };
    auto second = first + 1;
    if (second == words.end()) return words.end();
    const std::string_view mark = gap_behind(first);
    bool linked = mark == ":" || mark == "-" || mark == "–" || mark == " : ";
    if (!linked && std::ranges::binary_search(between_.at(block.language), context_form(word_text(block, *second)))) {
      if (second + 1 == words.end() || mark.find_first_of(".,;()!?\n") != std::string_view::npos) return words.end();
      if (gap_behind(second).find_first_of(".,;()!?\n") != std::string_view::npos) return words.end();
      linked = true;
      ++second;
    }
    if (!linked || !number(block, *second)) return words.end();
    // A time of day, a date, a longer row.
    const std::string_view rest = block.text.substr(second->end, 2);
    const bool goes_on = rest.size() == 2 && (rest[0] == ':' || rest[0] == '.' || rest[0] == ',') && rest[1] != ' ';
    return goes_on ? words.end() : second;
  }

  Forms days_in(const Facts& facts, const Block& block, std::uint32_t number, TextSpan sentence) const {
    Forms days;
    for (const Hit& hit : facts.matches().in(definition_.slot, number, sentence)) {
      if (hit.key == kDays) days.insert(context_form(block.text.substr(hit.span.begin, hit.span.size())));
    }
    return days;
  }

  bool compare_all(const Document& document, const std::vector<Mention>& mentions, Sink& sink) const {
    std::set<std::size_t> reported;
    for (std::size_t j = 1; j < mentions.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (reported.count(i) != 0 || reported.count(j) != 0) continue;
        if (!contradict(document, mentions[i], mentions[j], mentions.size() > 2)) continue;
        reported.insert({i, j});
        sink.report(clash_of(document, {mentions[i].block, mentions[i].result.span},
                             {mentions[j].block, mentions[j].result.span}));
      }
    }
    return !reported.empty();
  }

  static bool contradict(const Document& document, const Mention& a, const Mention& b, bool others) {
    if (a.result.high == b.result.high && a.result.low == b.result.low) return false;
    if (document.block(b.block).language != document.block(a.block).language) return false;
    if (!intersects(a.names, b.names)) return false;
    if (has_own(a.names, b.names) && has_own(b.names, a.names) && !is_lead(document, a, b)) return false;
    if (!a.days.empty() && !b.days.empty() && a.days != b.days) return false;
    return sides_fit(a, b, others);
  }

  // The first paragraph tells of what the title tells, in other names.
  static bool is_lead(const Document& document, const Mention& a, const Mention& b) {
    const Role role = document.block(a.block).role;
    return a.block == 0 && (role == Role::kTitle || role == Role::kHeading) && b.block == 1;
  }

  // One team alone may have lost one match and won another; with further results in the article it surely has others.
  static bool sides_fit(const Mention& a, const Mention& b, bool others) {
    if (std::min(a.names.size(), b.names.size()) > 1) return true;
    return !others && a.key == b.key;
  }

  const Definition& definition_;
  BySection<SmallWords> small_;
  FormLists between_;
  Outcomes outcomes_;
  Retold retold_;
  ScoresToldAgain scores_;
  GoalMinutes minutes_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<ResultConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind result_conflict;
const Kind result_conflict{.name = "result-conflict",
                           .doc = "one match with two results in one article",
                           .keys = kRetoldKeys,
                           .section_keys = kSectionKeys,
                           .make = make,
                           .tables = &kRetoldTables};
}  // namespace kinds
}  // namespace stet

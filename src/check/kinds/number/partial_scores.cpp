// Kind `partial-scores`: a final score that its thirds, quarters or sets in brackets do not give: "4:3 (1:0, 0:2,
// 1:1)".
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/group_values.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"scores", KeyType::kPatterns, "a score with others in brackets, with the groups score, note and parts"},
    {"sport", KeyType::kPhrases, "tell that it is of a match: \"won\""},
    {"overtime", KeyType::kStrings, "what stands behind a score after extra time, letters only: \"nv\""},
    {"shoot-out", KeyType::kStrings, "the same after a shoot-out"},
});
enum List : std::uint8_t { kScores, kSport };
constexpr std::int32_t kLastHour = 24;

using Score = std::pair<std::int32_t, std::int32_t>;

std::vector<Score> read_scores(std::string_view text) {
  std::vector<std::int32_t> numbers;
  for (const char *at = text.data(), *end = at + text.size(); at < end;) {
    std::int32_t value = 0;
    const auto [next, error] = std::from_chars(at, end, value);
    const bool is_digit = *at >= '0' && *at <= '9';
    if (error == std::errc() && is_digit) numbers.push_back(value);
    at = is_digit ? next : at + 1;
  }
  std::vector<Score> scores;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) scores.emplace_back(numbers[i], numbers[i + 1]);
  return scores;
}

// "18:30 (19:30, 20:15)"
bool is_time(const Score& score) { return score.first < kLastHour && score.second >= 10 && score.second % 5 == 0; }

class PartialScores final : public Check {
 public:
  explicit PartialScores(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      const Block& block = document.block(hit.block);
      if (hit.key != kScores || !definition_.looks_at(block.role)) continue;
      const GroupValues groups(document, facts, hit);
      const std::vector<Score> final_score = read_scores(groups.text("score"));
      const std::vector<Score> parts = read_scores(groups.text("parts"));
      const std::string note = context_form(groups.text("note"));
      if (final_score.size() != 1 || parts.size() < 2) continue;
      const bool overtime = is_listed(block.language, "overtime", note);
      if (!overtime && !is_listed(block.language, "shoot-out", note) && !is_sport(facts, hit, block)) continue;
      if (is_time(final_score[0]) && std::ranges::all_of(parts, is_time)) continue;
      if (fits(final_score[0], parts, overtime)) continue;
      Score sum;
      for (const Score& part : parts) sum = {sum.first + part.first, sum.second + part.second};
      Finding finding;
      finding.place = {hit.block, {groups.span("score")->begin, hit.span.end}};
      finding.values = {{"score", std::string(groups.text("score"))},
                        {"sum", std::to_string(sum.first) + ":" + std::to_string(sum.second)}};
      sink.report(std::move(finding));
    }
  }

 private:
  bool is_listed(Language language, std::string_view key, const std::string& note) const {
    for (const Language each : {language, Language::any()}) {
      const auto* list = definition_.option<std::vector<std::string>>(each, key);
      if (list != nullptr && std::ranges::find(*list, note) != list->end()) return true;
    }
    return false;
  }

  bool is_sport(const Facts& facts, const Hit& hit, const Block& block) const {
    const auto hits = facts.matches().in(definition_.slot, hit.block, sentence_at(block.text, hit.span.begin));
    return std::ranges::find(hits, kSport, &Hit::key) != hits.end();
  }

  // Whether the parts add up to the score, are sets, or tell how it stood in between.
  static bool fits(const Score& end, const std::vector<Score>& parts, bool overtime) {
    Score sum;
    Score sets;
    bool rises = true;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      sum = {sum.first + parts[i].first, sum.second + parts[i].second};
      ++(parts[i].first > parts[i].second ? sets.first : sets.second);
      const Score& next = i + 1 < parts.size() ? parts[i + 1] : end;
      rises = rises && parts[i].first <= next.first && parts[i].second <= next.second;
    }
    if (sum == end || sets == end || rises) return true;
    // The winner of a shoot-out gets one goal.
    if (overtime || sum.first != sum.second) return false;
    return end == Score(sum.first + 1, sum.second) || end == Score(sum.first, sum.second + 1);
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<PartialScores>(definition);
}

}  // namespace

namespace kinds {
extern const Kind partial_scores;
const Kind partial_scores{"partial-scores", "a score that its parts in brackets do not give", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `time-conflict`: one thing that happened, or will, at two times of day: "the crash at about 6.30pm", "the crash
// at around 5.30pm".
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/slip_support.h"
#include "check/kinds/word_support.h"
#include "facts/places.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"times", KeyType::kPatterns, "times of day, with the groups time, hour, minute and half (am, pm)"},
    {"events", KeyType::kStrings, "words for what happens at one time, those for one thing parted by |: \"crash\""},
    {"many", KeyType::kStrings, "words that tell of several such things: \"crashes\""},
    {"definite", KeyType::kStrings, "stand before what the reader knows: \"the\""},
    {"indefinite", KeyType::kStrings, "stand before what the reader does not know: \"a\""},
    {"several", KeyType::kStrings, "stand before one of several: \"second\""},
    {"days", KeyType::kStrings, "words that tell the day: \"Monday\""},
    {"unless", KeyType::kStrings, "silence the times of their sentence: \"later\""},
    {"after", KeyType::kStrings, "stand before what was over by then: \"after\""},
    {"past", KeyType::kStrings, "stand before a time at which something else was: \"until\""},
    {"all", KeyType::kStrings, "stand before \"the\" where several are meant: \"both\""},
    {"at", KeyType::kStrings, "stand before the place of an event: \"in\""},
    {"of", KeyType::kStrings, "stand between it and its place: \"of\""},
});
constexpr std::uint8_t kTimes = 0;
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"events", kForward, true},
                               {"many", kForward},
                               {"definite", kBackward},
                               {"indefinite", kBackward},
                               {"several", kBackward},
                               {"days", kForward, true},
                               {"unless", kForward},
                               {"after", kBackward},
                               {"past", kBackward},
                               {"several", kForward},
                               {"all", kBackward},
                               {"at", kBackward},
                               {"of", kForward}};
enum List : std::uint8_t {
  kEvents,
  kMany,
  kDefinite,
  kIndefinite,
  kSeveral,
  kDays,
  kUnless,
  kAfter,
  kPast,
  kOneOf,
  kAll,
  kAt,
  kOf
};

constexpr std::size_t kMostLooks = 8;       // through the article, for other events of a sort
constexpr std::size_t kMostTimes = 40;      // of an article; one with more is a timetable
constexpr std::size_t kMostAdjectives = 2;  // between an article and an event
constexpr std::size_t kBeside = 20;         // bytes between an event and its time: "the attack at about"
constexpr std::int32_t kHalfDay = 12;
constexpr std::int32_t kLateHour = 10;  // 6.15 and 16.15: a digit was lost

struct Mention {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan sentence;
  std::int32_t hour = 0;
  std::int32_t minute = 0;
  std::vector<std::uint32_t> events;
  bool definite = false;
  [[nodiscard]] std::int32_t at() const { return hour * 60 + minute; }
};

class TimeConflict final : public Check {
 public:
  explicit TimeConflict(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::vector<Mention> times = read_times(document, facts);
    if (times.size() < 2 || times.size() > kMostTimes) return;
    if (std::ranges::all_of(times, [&](const Mention& time) { return time.at() == times.front().at(); })) return;
    QuotedBlocks quoted(document);
    std::vector<Mention> mentions;
    for (Mention& time : times) {
      // Of two times in a sentence one is the end, or of something else.
      const auto same = [&](const Mention& other) {
        return other.block == time.block && other.sentence == time.sentence;
      };
      if (std::ranges::count_if(times, same) > 1 || quoted.hold(time.block, time.span)) continue;
      read_events(document, time);
      if (!time.events.empty()) mentions.push_back(time);
    }
    std::size_t looks = 0;
    for (std::size_t j = 1; j < mentions.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        const auto event = shared_event(mentions[i], mentions[j]);
        if (!event || !are_one(document, facts, mentions, mentions[i], mentions[j], *event, looks)) continue;
        report(document, mentions[i], mentions[j], sink);
        return;
      }
    }
  }

 private:
  std::vector<Mention> read_times(const Document& document, const Facts& facts) const {
    std::vector<Mention> times;
    for (const Hit& hit : facts.matches().of(definition_->slot)) {
      const Block& block = document.block(hit.block);
      if (hit.key != kTimes || !definition_->looks_at(block.role) || words_.in(block.language) == nullptr) continue;
      const GroupValues groups(document, facts, hit);
      const auto hour = groups.number("hour");
      const auto span = groups.span("time");
      if (!hour || !span || *hour > 24) continue;
      Mention time{hit.block, *span, sentence_at(block.text, span->begin), *hour, groups.number("minute").value_or(0),
                   {},        false};
      const std::string_view half = groups.text("half");
      if (!half.empty()) time.hour = *hour % kHalfDay + (half.front() == 'p' || half.front() == 'P' ? kHalfDay : 0);
      times.push_back(std::move(time));
      if (times.size() > kMostTimes) break;
    }
    return times;
  }

  // What happens at that time: the words of its sentence, if none of them is of several things.
  void read_events(const Document& document, Mention& time) const {
    const Block& block = document.block(time.block);
    const RuleWords::Tries& lists = *words_.in(block.language);
    if (holds(lists[kUnless], block.text, time.sentence)) return;
    if (std::string_view(block.text).substr(time.sentence.begin, time.sentence.size()).ends_with('?')) return;
    if (words_before(lists[kPast], block.text, time.span.begin)) return;
    std::size_t least = kBeside + 1;
    std::uint32_t nearest = 0;
    for (const Word& word : words_in(document.words(block), time.sentence)) {
      const auto match = lists[kEvents].longest(block.text, word.begin);
      if (!match || time.span.contains(TextSpan{word.begin, word.end})) continue;
      if (is_over(block.text, word.begin, match.position, time.span.begin, lists)) continue;
      if (std::ranges::find(time.events, match.payload) == time.events.end()) time.events.push_back(match.payload);
      time.definite = time.definite || article(block, document.words(block), word.begin, lists) == Article::kDefinite;
      if (match.position <= time.span.begin && time.span.begin - match.position < least) {
        least = time.span.begin - match.position;
        nearest = match.payload;
      }
    }
    // Of two things in one sentence the time is of the one that it stands beside.
    if (time.events.size() < 2) return;
    time.events.clear();
    if (least <= kBeside) time.events.push_back(nearest);
  }

  // "After the crash help came at", but not "after the crash at".
  static bool is_over(std::string_view text, std::size_t begin, std::size_t end, std::size_t time,
                      const RuleWords::Tries& lists) {
    const auto article = words_before(lists[kDefinite], text, begin);
    if (!words_before(lists[kAfter], text, article ? article.position : begin)) return false;
    const bool beside =
        end <= time && time - end <= kBeside && text.substr(end, time - end).find(',') == std::string_view::npos;
    return !beside;
  }

  enum class Article : std::uint8_t { kNone, kDefinite, kIndefinite, kSeveral };
  static Article article(const Block& block, std::span<const Word> words, std::size_t pos,
                         const RuleWords::Tries& lists) {
    for (std::size_t word = 0; word <= kMostAdjectives; ++word) {
      const std::size_t end = skip_blanks_back(block.text, pos);
      if (lists[kSeveral].longest(block.text, end)) return Article::kSeveral;
      if (lists[kIndefinite].longest(block.text, end)) return Article::kIndefinite;
      if (const auto match = lists[kDefinite].longest(block.text, end)) {
        return words_before(lists[kAll], block.text, match.position) ? Article::kSeveral : Article::kDefinite;
      }
      const auto before = std::ranges::lower_bound(words, end, {}, &Word::end);
      if (before == words.end() || before->end != end) return Article::kNone;
      pos = before->begin;
    }
    return Article::kNone;
  }

  static std::optional<std::uint32_t> shared_event(const Mention& a, const Mention& b) {
    for (const std::uint32_t event : b.events) {
      if (std::ranges::find(a.events, event) != a.events.end()) return event;
    }
    return std::nullopt;
  }

  bool are_one(const Document& document, const Facts& facts, const std::vector<Mention>& mentions, const Mention& a,
               const Mention& b, std::uint32_t event, std::size_t& looks) const {
    const Block& block = document.block(b.block);
    if (!b.definite || !is_slip_of_time(a, b) || document.block(a.block).language != block.language) return false;
    // A third time: a timetable, or a day with several.
    const bool third = std::ranges::any_of(mentions, [&](const Mention& other) {
      return other.at() != a.at() && other.at() != b.at() && shared_event(other, b) == event;
    });
    const RuleWords::Tries& lists = *words_.in(block.language);
    const auto is_one_of = [&](const Mention& m) {
      return holds(lists[kOneOf], document.block(m.block).text, m.sentence);
    };
    if (is_one_of(a) && is_one_of(b)) return false;
    if (third || in_other_section(document, a, b) || are_of_two_days(document, facts, a, b)) return false;
    if (are_of_two_places(document, a, b)) return false;
    return ++looks <= kMostLooks && is_only(document, block.language, event);
  }

  static bool is_slip_of_time(const Mention& a, const Mention& b) {
    if (a.minute == b.minute) {
      const std::int32_t apart = std::abs(a.hour - b.hour);
      return apart == 1 || apart == 2 || apart == kLateHour || apart == kHalfDay;
    }
    constexpr double kTwoDigits = 100;  // so that minutes have both: "04"
    return a.hour == b.hour && is_slip(kTwoDigits + a.minute, kTwoDigits + b.minute);
  }

  static bool in_other_section(const Document& document, const Mention& a, const Mention& b) {
    for (std::uint32_t i = a.block + 1; i < b.block; ++i) {
      if (document.block(i).role == Role::kHeading) return true;
    }
    return false;
  }

  // Each sentence tells its own day.
  bool are_of_two_days(const Document& document, const Facts& facts, const Mention& a, const Mention& b) const {
    const std::vector<std::uint32_t> one = days(document, facts, a);
    const std::vector<std::uint32_t> two = days(document, facts, b);
    const auto in_two = [&](std::uint32_t day) { return std::ranges::find(two, day) != two.end(); };
    return !one.empty() && !two.empty() && std::ranges::none_of(one, in_two);
  }

  // "In Soria it begins at 8.30pm", "in Ávila at 9.30pm": each sentence names a place of its own.
  [[nodiscard]] bool are_of_two_places(const Document& document, const Mention& a, const Mention& b) const {
    const std::vector<std::string> one = places(document, a);
    const std::vector<std::string> two = places(document, b);
    return !one.empty() && !two.empty() && std::ranges::none_of(one, [&](const std::string& place) {
      return std::ranges::find(two, place) != two.end();
    });
  }

  // Those that the gazetteer knows, and the names behind "in" and the like.
  [[nodiscard]] std::vector<std::string> places(const Document& document, const Mention& mention) const {
    const Block& block = document.block(mention.block);
    const RuleWords::Tries& lists = *words_.in(block.language);
    std::vector<std::string> found;
    for (const NamedPlace& place : find_places(block.text, document.words(block), mention.sentence)) {
      found.push_back(std::to_string(place.id));
    }
    for (const Word& word : words_in(document.words(block), mention.sentence)) {
      const std::string_view text = word_text(block, word);
      if (!is_capitalised(text) || lists[kDays].longest(block.text, word.begin)) continue;
      if (words_before(lists[kAt], block.text, word.begin)) found.emplace_back(text);
    }
    for (const Word& word : words_in(document.words(block), mention.sentence)) {
      const auto event = lists[kEvents].longest(block.text, word.begin);
      const auto of = event ? words_at(lists[kOf], block.text, event.position) : PhraseTrie::Match();
      if (!of) continue;
      const std::size_t begin = skip_blanks(block.text, of.position);
      if (begin < mention.sentence.end && is_capitalised(std::string_view(block.text).substr(begin)))
        found.emplace_back(
            std::string_view(block.text).substr(begin, block.text.find_first_of(" ,.;:!?", begin) - begin));
    }
    return found;
  }

  std::vector<std::uint32_t> days(const Document& document, const Facts& facts, const Mention& mention) const {
    const Block& block = document.block(mention.block);
    const RuleWords::Tries& lists = *words_.in(block.language);
    std::vector<std::uint32_t> found;
    for (const Word& word : words_in(document.words(block), mention.sentence)) {
      if (const auto match = lists[kDays].longest(block.text, word.begin)) found.push_back(match.payload);
    }
    constexpr std::uint32_t kDate = 1000;
    const auto& dates = facts.time().dates;
    for (auto it = std::ranges::lower_bound(dates, mention.block, {}, &DateFact::block);
         it != dates.end() && it->block == mention.block; ++it) {
      if (it->has_day() && mention.sentence.contains(it->span)) {
        found.push_back(kDate + static_cast<std::uint32_t>(it->date.month * 32 + it->date.day));
      }
    }
    return found;
  }

  // Whether the article tells of one such thing only.
  bool is_only(const Document& document, Language language, std::uint32_t event) const {
    const RuleWords::Tries& lists = *words_.in(language);
    std::size_t introduced = 0;
    for (const Block& block : document.blocks()) {
      if (!definition_->looks_at(block.role) || block.language != language) continue;
      const std::span<const Word> words = document.words(block);
      for (const Word& word : words) {
        if (lists[kMany].longest(block.text, word.begin)) return false;
        const auto match = lists[kEvents].longest(block.text, word.begin);
        if (!match || match.payload != event) continue;
        const Article own = article(block, words, word.begin, lists);
        if (own == Article::kSeveral || (own == Article::kIndefinite && ++introduced > 1)) return false;
      }
    }
    return true;
  }

  static void report(const Document& document, const Mention& first, const Mention& second, Sink& sink) {
    sink.report(clash_of(document, {first.block, first.span}, {second.block, second.span}));
  }

  const Definition* definition_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<TimeConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind time_conflict;
const Kind time_conflict{"time-conflict", "one thing that happened at two times of day", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

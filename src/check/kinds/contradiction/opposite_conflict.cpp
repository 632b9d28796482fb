// Kind `opposite-conflict`: two sentences that say opposite things of one subject: "not a word was said about the
// tourist tax", "the tourist tax, which took up much of the evening". What is opposite is given by pairs of lists of
// phrases.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"not-discussed", KeyType::kPhrases, "say that something was no subject: \"kam nicht zur Sprache\""},
    {"discussed", KeyType::kPhrases, "say that it was one: \"stritten\""},
    {"not-planned", KeyType::kPhrases, "say that something will not be: \"nicht vorgesehen\""},
    {"planned", KeyType::kPhrases, "say that it will be: \"fest zugesagt\""},
    {"never", KeyType::kPhrases, "say that somebody never did something: \"nie gestanden\""},
    {"did", KeyType::kPhrases, "say that it was done: \"Geständnis\""},
    {"unless", KeyType::kPhrases, "silence both sentences: a condition, somebody's words"},
    {"whether", KeyType::kPhrases, "silence plans and deeds, though a discussion may be about it: \"ob\""},
    {"times", KeyType::kPhrases, "of another time, unless both sentences say it: \"früher\", \"next year\""},
    {"days", KeyType::kPhrases, "must be the same where both sentences name one: \"Dienstag\""},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
});
enum List : std::uint8_t { kDiscussed = 1, kNotPlanned, kNever = 4, kUnless = 6, kWhether, kTimes, kDays };
constexpr std::uint8_t kPairs = 3;            // of lists: what is denied has an even number, its opposite the next one
constexpr std::size_t kReach = 14;            // words around a phrase that tell what it is of
constexpr std::size_t kMostOften = 4;         // times that a word stands in an article that is about something else
constexpr std::size_t kShortest = 4;          // bytes of a word that tells two subjects apart
constexpr std::size_t kMostStatements = 100;  // of a list; an article with more of them is a register
constexpr unsigned kEnough = 2;

struct Told {
  TextPlace place;
  Context context;
  std::vector<std::string> times;  // folded, sorted
  std::vector<std::string> days;
};

class OppositeConflict final : public Check {
 public:
  explicit OppositeConflict(const Definition& definition) : definition_(definition), small_(small_words(definition)) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::array<std::vector<Told>, kPairs * 2> told;
    const auto hits = facts.matches().of(definition_.slot);
    for (std::uint8_t pair = 0; pair < kPairs; ++pair) {
      const auto has = [&](int list) {
        return std::ranges::any_of(hits, [&](const Hit& hit) { return hit.key == list; });
      };
      if (!has(pair * 2) || !has(pair * 2 + 1)) continue;
      for (const Hit& hit : hits) {
        if (hit.key / 2 != pair || told[hit.key].size() == kMostStatements) continue;
        if (is_plain(document, facts, hit)) told[hit.key].push_back(read(document, facts, hit));
      }
      compare(document, told[pair * 2], told[pair * 2 + 1], pair * 2 == kNever, sink);
    }
  }

 private:
  // The article's own words, of its own time, and no question.
  bool is_plain(const Document& document, const Facts& facts, const Hit& hit) const {
    const Block& block = document.block(hit.block);
    if (!definition_.looks_at(block.role) || !small_.contains(block.language)) return false;
    if (is_quoted(quoted_passages(block.text, 1), hit.span) || document.is_set_aside(hit.block, hit.span)) return false;
    const TextSpan sentence = sentence_at(block.text, hit.span.begin);
    if (block.text[sentence.end - 1] == '?') return false;
    return std::ranges::none_of(facts.matches().in(definition_.slot, hit.block, sentence), [&](const Hit& other) {
      // "Discussed" is part of "not discussed".
      const bool inside = other.span.begin < hit.span.end && hit.span.begin < other.span.end;
      if (inside && (hit.key % 2 == 0 || other.key == kUnless)) return false;
      return other.key == kUnless || other.key == (hit.key ^ 1) || (other.key == kWhether && hit.key > kDiscussed);
    });
  }

  Told read(const Document& document, const Facts& facts, const Hit& hit) const {
    const Block& block = document.block(hit.block);
    Told told{
        {hit.block, hit.span}, context_of(document, hit.block, hit.span, kReach, small_.at(block.language)), {}, {}};
    // "The rectory will be restored, the barn will be sold": what will be is told of the subject of its own clause.
    if (hit.key / 2 == kNotPlanned / 2) {
      std::erase_if(told.context.words, [&](const ContextWord& word) {
        const std::uint32_t end = word.span.end;
        return end < hit.span.begin &&
               block.text.substr(end, hit.span.begin - end).find_first_of(",;") != block.text.npos;
      });
    }
    for (const Hit& other : facts.matches().in(definition_.slot, hit.block, told.context.sentence)) {
      if (other.key != kTimes && other.key != kDays) continue;
      auto& words = other.key == kTimes ? told.times : told.days;
      words.push_back(context_form(block.text.substr(other.span.begin, other.span.size())));
    }
    std::ranges::sort(told.times);
    std::ranges::sort(told.days);
    return told;
  }

  static bool of_one_time(const Told& a, const Told& b) {
    return a.times == b.times && (a.days.empty() || b.days.empty() || a.days == b.days);
  }

  // Whether a word stands seldom in the document, found once for each.
  class Rarity {
   public:
    explicit Rarity(const Document& document) : document_(document) {}
    bool of(const std::string& form) {
      const auto [entry, is_new] = known_.emplace(form, false);
      if (is_new) entry->second = form.size() >= kShortest && count(form) <= kMostOften;
      return entry->second;
    }

   private:
    [[nodiscard]] std::size_t count(std::string_view form) const {
      std::size_t count = 0;
      for (const Block& block : document_.blocks()) {
        for (const Word& word : document_.words(block)) {
          if (is_same_word(context_form(word_text(block, word)), form) && ++count > kMostOften) return count;
        }
      }
      return count;
    }
    const Document& document_;
    std::map<std::string, bool> known_;
  };

  static void compare(const Document& document, const std::vector<Told>& denied, const std::vector<Told>& affirmed,
                      bool deeds, Sink& sink) {
    Rarity rarity(document);
    for (const Told& no : denied) {
      for (const Told& yes : affirmed) {
        if (document.block(no.place.block).language != document.block(yes.place.block).language) continue;
        if (no.place.block == yes.place.block && no.context.sentence == yes.context.sentence) continue;
        if (!of_one_time(no, yes)) continue;
        if (!is_one_subject(rarity, no.context, yes.context, deeds)) continue;
        report(no, yes, sink);
        break;
      }
    }
  }

  // Whether both are of one thing: a rare word that they share is enough, or two others; of a deed, who did it and what
  // was done.
  static bool is_one_subject(Rarity& rarity, const Context& a, const Context& b, bool deeds) {
    unsigned points = 0;
    bool name = false;
    std::vector<std::string_view> counted;
    for (const ContextWord& word : a.words) {
      const auto same = std::ranges::find_if(
          b.words, [&](const ContextWord& other) { return is_same_subject(word.form, other.form); });
      if (same == b.words.end() || std::ranges::find(counted, word.form) != counted.end()) continue;
      counted.push_back(word.form);
      const bool is_name = word.name && same->name;
      name = name || is_name;
      points += (is_name || !deeds) && rarity.of(word.form) ? 2 : 1;
    }
    // "The branch in Oakley", "the branch in Derwent".
    return points >= kEnough && (name || !stet::compare(a, b).other_names);
  }

  // "Eintrittspreise" and "Preise" too.
  static bool is_same_subject(std::string_view a, std::string_view b) {
    if (is_same_word(a, b)) return true;
    if (a.size() < b.size()) std::swap(a, b);
    return b.size() >= kShortest && a.ends_with(b);
  }

  static void report(const Told& no, const Told& yes, Sink& sink) {
    const auto at = [](const Told& told) { return std::pair(told.place.block, told.place.span.begin); };
    const bool denied_first = at(no) < at(yes);
    Finding finding;
    finding.place = denied_first ? yes.place : no.place;
    if (denied_first) finding.wording = "affirmed";
    finding.related.push_back({denied_first ? no.place : yes.place, denied_first ? "denied" : "said", {}});
    sink.report(std::move(finding));
  }

  Definition definition_;
  std::map<Language, SmallWords> small_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<OppositeConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind opposite_conflict;
const Kind opposite_conflict{
    "opposite-conflict", "two sentences that say opposite things of one subject", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `relative-conflict`: one meeting at one place, once last week and once this week.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "check/kinds/date/date_support.h"
#include "facts/speech.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"last-week", KeyType::kPhrases, "\"vergangene Woche\""},
    {"this-week", KeyType::kPhrases, "\"diese Woche\""},
    {"next-week", KeyType::kPhrases, "\"nächste Woche\""},
    {"last-month", KeyType::kPhrases, "\"vergangenen Monat\""},
    {"this-month", KeyType::kPhrases, "\"diesen Monat\""},
    {"next-month", KeyType::kPhrases, "\"nächsten Monat\""},
    {"last-year", KeyType::kPhrases, "\"vergangenes Jahr\""},
    {"this-year", KeyType::kPhrases, "\"dieses Jahr\""},
    {"next-year", KeyType::kPhrases, "\"nächstes Jahr\""},
    {"meetings", KeyType::kPhrases, "words for people coming together: \"Treffen\", \"trafen sich\""},
    {"places", KeyType::kPhrases, "prepositions before a place: \"in\""},
});
enum List : std::uint8_t { kFirstTime = 2, kMeetings = 11, kPlaces = 12 };
constexpr std::uint32_t kNear = 40;            // bytes between the time and the place
constexpr std::ptrdiff_t kFewestNames = 2;     // that both paragraphs name beside the place
constexpr std::uint32_t kLongestPhrase = 256;  // bytes
constexpr std::size_t kMostMentions = 200;     // an article that tells of more meetings is none
constexpr std::size_t kStem = 5;               // bytes by which two forms of a name agree: "Russland", "Russlands"

struct Mention {
  Hit time;
  TextSpan place;
  std::string where;  // the place's name, folded
};

bool is_capital(std::string_view text, std::size_t pos) { return is_upper(decode_at(text, pos).value); }

std::string stem(std::string_view name) {
  std::string folded = fold(name);
  std::size_t length = std::min(folded.size(), std::max(kStem, folded.size() > 3 ? folded.size() - 3 : folded.size()));
  while (length < folded.size() && !is_boundary(folded, length)) ++length;
  folded.resize(length);
  return folded;
}

class RelativeConflict final : public Check {
 public:
  explicit RelativeConflict(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    QuotedBlocks quotes(document);
    std::vector<Mention> mentions;
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key < kFirstTime || hit.key >= kMeetings) continue;
      if (auto mention = read(document, facts, hit, quotes)) mentions.push_back(std::move(*mention));
      if (mentions.size() == kMostMentions) break;
    }
    std::map<std::uint32_t, std::set<std::string>> names;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      for (std::size_t k = i + 1; k < mentions.size(); ++k) {
        if (!clash(document, mentions[i], mentions[k], names)) continue;
        report(document, mentions[i], mentions[k], sink);
        return;  // one finding a meeting; an article tells of one
      }
    }
  }

 private:
  // The hits that reach into a stretch of a block.
  std::span<const Hit> within(const Facts& facts, std::uint32_t block, TextSpan span) const {
    return facts.matches().in(definition_.slot, block, {span.begin - std::min(span.begin, kLongestPhrase), span.end});
  }

  // A time in a sentence that tells of a meeting at a place.
  std::optional<Mention> read(const Document& document, const Facts& facts, const Hit& time,
                              QuotedBlocks& quotes) const {
    const Block& block = document.block(time.block);
    if (!definition_.looks_at(block.role)) return std::nullopt;
    const TextSpan sentence = sentence_at(block.text, time.span.begin).joined(time.span);
    bool meets = false;
    std::optional<TextSpan> place;
    for (const Hit& hit : within(facts, time.block, sentence)) {
      if (!sentence.overlaps(hit.span)) continue;
      if (hit.key < kFirstTime) return std::nullopt;
      meets = meets || hit.key == kMeetings;
      if (hit.key == kPlaces && !place) place = place_behind(block.text, hit, time);
    }
    if (!meets || !place || quotes.hold(time.block, time.span)) return std::nullopt;
    return Mention{time, *place, fold(block.text.substr(place->begin, place->size()))};
  }

  // The capitalised word behind a preposition near the time.
  static std::optional<TextSpan> place_behind(std::string_view text, const Hit& preposition, const Hit& time) {
    const TextSpan span = preposition.span;
    const bool behind = span.begin >= time.span.end && span.begin - time.span.end <= kNear;
    const bool before = span.end <= time.span.begin && time.span.begin - span.end <= kNear;
    if (!behind && !before) return std::nullopt;
    std::size_t begin = span.end;
    while (begin < text.size() && is_space(decode_at(text, begin).value)) begin += decode_at(text, begin).length;
    if (begin >= text.size() || !is_capital(text, begin)) return std::nullopt;
    std::size_t end = begin;
    while (end < text.size() && word_char_at(text, end)) end += decode_at(text, end).length;
    const TextSpan place{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    if (place.overlaps(time.span)) return std::nullopt;
    return place;
  }

  // Whether a sentence begins here: its first word has a capital in any case.
  static bool opens_sentence(std::string_view text, std::size_t pos) {
    while (pos > 0 && is_space(decode_before(text, pos).value)) pos -= decode_before(text, pos).length;
    if (pos == 0) return true;
    const char32_t c = decode_before(text, pos).value;
    return c == '.' || c == '!' || c == '?' || c == ':';
  }

  // The capitalised words inside of a block's sentences.
  static std::set<std::string> names_of(const Document& document, const Block& block) {
    std::set<std::string> names;
    for (const Word& word : document.words(block)) {
      if (word.end - word.begin < 3) continue;
      if (!is_capital(block.text, word.begin) || opens_sentence(block.text, word.begin)) continue;
      names.insert(stem(block.text.substr(word.begin, word.end - word.begin)));
    }
    return names;
  }

  // `names` keeps those of each block that was asked about.
  static bool clash(const Document& document, const Mention& a, const Mention& b,
                    std::map<std::uint32_t, std::set<std::string>>& names) {
    const int first = a.time.key - kFirstTime;
    const int second = b.time.key - kFirstTime;
    if (first == second || first / 3 != second / 3) return false;
    if (a.where != b.where || a.time.block == b.time.block) return false;
    for (const std::uint32_t block : {a.time.block, b.time.block}) {
      if (!names.contains(block)) names[block] = names_of(document, document.block(block));
    }
    const std::set<std::string>& there = names[b.time.block];
    const std::string place = stem(a.where);
    return std::ranges::count_if(names[a.time.block], [&](const std::string& name) {
             return name != place && there.contains(name);
           }) >= kFewestNames;
  }

  static void report(const Document& document, const Mention& a, const Mention& b, Sink& sink) {
    const auto whole = [](const Mention& m) { return TextPlace{m.time.block, m.time.span.joined(m.place)}; };
    const auto said = [&](const Mention& m) {
      return std::string(document.block(m.time.block).text.substr(m.time.span.begin, m.time.span.size()));
    };
    Finding finding;
    finding.place = whole(a);
    const std::string place(document.block(a.time.block).text.substr(a.place.begin, a.place.size()));
    finding.values = {{"place", place}, {"first", said(a)}, {"second", said(b)}};
    finding.related.push_back({whole(b), "other", {{"second", said(b)}}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<RelativeConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind relative_conflict;
const Kind relative_conflict{
    "relative-conflict", "one meeting at one place at two relative times", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `venue-conflict`: one meeting, concert, fire or the like in two halls, streets or roads: "met in the Masonic
// Hall", "the library, where the council had met".
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/guard_support.h"
#include "check/kinds/contradiction/venue_support.h"
#include "check/kinds/contradiction/venue_thing_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kGuardKeys[0],
    kGuardKeys[1],
    {"meeting", KeyType::kPhrases, "tell of a meeting: \"session\", \"met\""},
    {"show", KeyType::kPhrases, "tell of a performance: \"concert\", \"played\""},
    {"match", KeyType::kPhrases, "tell of a match: \"final\""},
    {"funeral", KeyType::kPhrases, "tell of a funeral"},
    {"wedding", KeyType::kPhrases, "tell of a wedding"},
    {"award", KeyType::kPhrases, "tell of an award that is given"},
    {"exhibition", KeyType::kPhrases, "tell of an exhibition"},
    {"trial", KeyType::kPhrases, "tell of a trial"},
    {"start", KeyType::kPhrases, "tell where something starts: \"starting point\""},
    {"party", KeyType::kPhrases, "tell of a feast or a service: \"ceremony\""},
    {"fire", KeyType::kPhrases, "tell of a fire"},
    {"crash", KeyType::kPhrases, "tell of an accident"},
    {"crime", KeyType::kPhrases, "tell of a crime"},
    {"site", KeyType::kPhrases, "tell of the place of any of these three: \"the scene\""},
    {"crowd", KeyType::kPhrases, "tell of those before: who came to it, how it ended: \"spectators\""},
    {"days", KeyType::kPhrases, "days by which two of a sort are told from each other"},
    {"several", KeyType::kPhrases,
     "tell of several things of a sort, wherever in the article they stand: \"concerts\""},
    {"tour", KeyType::kPhrases, "tell that things take place here and there: \"venues\""},
    {"hosts", KeyType::kPhrases, "tell that something takes place in what is their subject: \"hosted\""},
    {"breaks", KeyType::kStrings, "words that part two statements: \"and\""},
    VenueThings::kKeys[0],
    VenueThings::kKeys[1],
    VenueThings::kKeys[2],
    {"after", KeyType::kStrings, "words before what is over: \"after\""},
    {"purpose", KeyType::kStrings, "words that lead from a venue to what people came for: \"for\""},
    {"names-after", KeyType::kStrings, "where all nouns have a capital: the words behind which it is a name"},
    VenueWords::kKeys[0],
    VenueWords::kKeys[1],
    VenueWords::kKeys[2],
    VenueWords::kKeys[3],
    VenueWords::kKeys[4],
    VenueWords::kKeys[5],
    VenueWords::kKeys[6],
    VenueWords::kKeys[7],
    VenueWords::kKeys[8],
    VenueWords::kKeys[9],
});
enum List : std::uint8_t {
  kMeeting = 2,
  kStart = 10,
  kFire = 12,
  kSite = 15,
  kCrowd = 16,
  kDays = 17,
  kSeveral = 18,
  kTour,
  kHosts
};
constexpr std::size_t kMostMentions = 40;    // of one sort in an article: more are a calendar
constexpr std::uint32_t kFarthest = 90;      // bytes between an event and its venue
constexpr std::uint32_t kBehindCrowd = 16;   // bytes between those who left and what they left
constexpr std::size_t kIndefiniteReach = 2;  // words between "a" and the event

struct Mention {
  std::uint32_t block = 0;
  TextSpan sentence;
  Venue venue;
  Forms names;  // what else the sentence names
  Forms days;
  bool indefinite = false;
  bool crowd = false;
  bool exit = false;  // of a crowd: the venue stands right behind, "the guests left the hall"
};

struct Words {
  std::vector<std::string> breaks;
  std::vector<std::string> indefinite;
  std::vector<std::string> names_after;
  std::vector<std::string> after;
  std::vector<std::string> definite;
  std::vector<std::string> purpose;
};

class VenueConflict final : public Check {
 public:
  explicit VenueConflict(const Definition& definition)
      : definition_(definition),
        words_(definition, read_words),
        venues_(definition, [](const Definition& rule, Language language) { return VenueWords(rule, language); }),
        things_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (!find_occasions(document, facts, sink)) things_.find(document, facts, venues_, sink);
  }

 private:
  static Words read_words(const Definition& definition, Language language) {
    return {forms_of(definition, language, "breaks"),      forms_of(definition, language, "indefinite"),
            forms_of(definition, language, "names-after"), forms_of(definition, language, "after"),
            forms_of(definition, language, "definite"),    forms_of(definition, language, "purpose")};
  }

  // Whether one was found in two places, or the article tells of a tour.
  bool find_occasions(const Document& document, const Facts& facts, Sink& sink) const {
    const std::span<const Hit> hits = facts.matches().of(definition_.slot);
    std::array<std::size_t, kDays> counts{};
    std::vector<std::string> several;
    for (const Hit& hit : hits) {
      if (hit.key == kTour) return true;
      if (hit.key == kSeveral) several.push_back(form_of(document, hit));
      if (hit.key >= kMeeting && hit.key < kDays) ++counts[hit.key];
    }
    const auto is_told_twice = [&](std::uint8_t key) {
      if (key == kSite || key == kCrowd) return true;
      return counts[key] + counts[key >= kFire ? kSite : kCrowd] > 1;
    };
    std::map<std::uint8_t, std::vector<Mention>> mentions;
    QuotedBlocks quoted(document);
    for (const Hit& hit : hits) {
      if (hit.key < kMeeting || hit.key >= kDays || !is_told_twice(hit.key)) continue;
      const Block& in = document.block(hit.block);
      if (!definition_.looks_at(in.role) || !words_.contains(in.language)) continue;
      const std::string form = form_of(document, hit);
      if (std::ranges::any_of(several, [&](const std::string& many) { return is_same_word(many, form); })) continue;
      std::vector<Mention>& known = mentions[hit.key];
      if (known.size() > kMostMentions) return true;
      if (auto mention = read(document, facts, quoted, hit)) known.push_back(std::move(*mention));
    }
    // "The scene" is that of the one fire, crash or crime, the spectators are those of the one match.
    const std::vector<Mention> sites = std::move(mentions[kSite]);
    const std::vector<Mention> crowds = std::move(mentions[kCrowd]);
    mentions.erase(kSite);
    mentions.erase(kCrowd);
    // With two sorts of events it is open whose they are.
    const auto is_occasion = [](const auto& entry) { return entry.first < kFire && !entry.second.empty(); };
    const bool one_occasion = std::ranges::count_if(mentions, is_occasion) == 1;
    if (std::ranges::none_of(mentions, is_occasion)) mentions[kCrowd];
    bool found = false;
    for (auto& [key, known] : mentions) {
      if (key == kCrowd || (key < kFire && one_occasion)) known.insert(known.end(), crowds.begin(), crowds.end());
      if (key >= kFire && key < kSite) known.insert(known.end(), sites.begin(), sites.end());
      std::ranges::stable_sort(known, {},
                               [](const Mention& each) { return std::pair(each.block, each.venue.span.begin); });
      found = compare_all(document, known, sink) || found;
    }
    return found;
  }

  static std::string form_of(const Document& document, const Hit& hit) {
    return context_form(document.block(hit.block).text.substr(hit.span.begin, hit.span.size()));
  }

  [[nodiscard]] std::optional<Mention> read(const Document& document, const Facts& facts, QuotedBlocks& quoted,
                                            const Hit& hit) const {
    const Block& block = document.block(hit.block);
    const Words& words = words_.at(block.language);
    const TextSpan sentence = sentence_at(block.text, hit.span.begin);
    if (block.text.substr(sentence.begin, sentence.size()).ends_with('?')) return std::nullopt;
    std::vector<Venue> venues = venues_.at(block.language).find(document, block, sentence);
    const auto in_sentence = facts.matches().in(definition_.slot, hit.block, sentence);
    if (std::ranges::find(in_sentence, kHosts, &Hit::key) != in_sentence.end()) {
      for (Venue& venue : venues) venue.located = true;
    }
    bool exit = false;
    if (hit.key == kCrowd) {
      for (Venue& venue : venues) {
        if (venue.span.begin < hit.span.end || venue.span.begin > hit.span.end + kBehindCrowd) continue;
        venue.located = true;
        exit = true;
      }
    }
    for (Venue& venue : venues) {
      // "The starting point, the town hall"
      const bool start =
          hit.key == kStart && venue.span.begin >= hit.span.end && venue.span.begin <= hit.span.end + kBehindCrowd;
      venue.located = venue.located || start || is_of_street(block, hit.span, venue);
    }
    const Venue* venue = venue_of(document, block, words, hit.span, venues, hit.key == kCrowd);
    if (venue == nullptr || quoted.hold(hit.block, hit.span)) return std::nullopt;
    // "The meeting in the town hall was not": what it was not tells nothing of where.
    const bool known = hit.span.end <= venue->span.begin && is_definite(document, block, hit.span) &&
                       stands_beside(document, block, {hit.span.end, venue->span.begin});
    if (is_silenced(facts, definition_.slot, hit.block, block, sentence, hit.span.joined(venue->span), !known,
                    venue->span))
      return std::nullopt;
    return Mention{hit.block,
                   sentence,
                   *venue,
                   names_of(document, block, words, venues, hit.span, sentence),
                   days_in(facts, block, hit.block, sentence),
                   !venue->defined && (is_indefinite(document, block, words, hit.span) ||
                                       (!venue->street.empty() && is_indefinite(document, block, words, venue->span))),
                   hit.key == kCrowd,
                   exit};
  }

  // "L'incendie de la rue Haydn", "la rapina di via Verdi"
  [[nodiscard]] static bool is_of_street(const Block& block, TextSpan cue, const Venue& venue) {
    constexpr std::size_t kLongest = 9;      // bytes: " de las "
    constexpr std::size_t kLongestWord = 4;  // the same of a word between them
    if (venue.street.empty() || venue.span.begin <= cue.end || venue.span.begin > cue.end + kLongest) return false;
    std::size_t letters = 0;
    for (const char c : std::string_view(block.text).substr(cue.end, venue.span.begin - cue.end)) {
      if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')') return false;
      letters = c == ' ' ? 0 : letters + 1;
      if (letters > kLongestWord) return false;
    }
    return true;
  }

  // The one venue in the clause of the event, or the one that it defines: "the hall, where the concert was held".
  [[nodiscard]] const Venue* venue_of(const Document& document, const Block& block, const Words& words, TextSpan cue,
                                      const std::vector<Venue>& venues, bool crowd) const {
    const Venue* found = nullptr;
    const bool over = is_over(document, block, words, cue);
    for (const Venue& venue : venues) {
      if (venue.span.overlaps(cue) || (!venue.located && !venue.defined)) continue;
      const bool before = venue.span.end <= cue.begin;
      const TextSpan gap =
          before ? TextSpan{venue.span.end, cue.begin} : TextSpan{cue.end, std::max(cue.end, venue.span.begin)};
      std::string_view between = block.text.substr(gap.begin, gap.size());
      if (gap.size() > kFarthest || between.find_first_of(";:()") != between.npos) continue;
      if (over && !before && !stands_beside(document, block, gap)) continue;
      // "The exhibition, in the library, is open."
      if (!before && between.starts_with(", ")) between.remove_prefix(1);
      // "In the stadium, before nine hundred spectators"
      if (before && crowd && between.starts_with(", ")) between.remove_prefix(1);
      if (before && (venue.defined || leads_to_purpose(words, between)))
        between.remove_prefix(std::min(between.find(',') + 1, between.size()));
      if (between.find(',') != between.npos || has_break(document, block, words, gap)) continue;
      if (found != nullptr && venues_.at(block.language).differ(*found, venue)) {
        if (found->defined == venue.defined) return nullptr;
        if (found->defined) continue;
      }
      found = &venue;
    }
    return found;
  }

  // "Two hundred were in the gym, for the annual meeting"
  [[nodiscard]] static bool leads_to_purpose(const Words& words, std::string_view between) {
    const std::size_t comma = between.find(", ");
    if (comma == std::string_view::npos) return false;
    const std::string_view rest = between.substr(comma + 2);
    return is_in(words.purpose, context_form(rest.substr(0, rest.find(' '))));
  }

  [[nodiscard]] bool is_definite(const Document& document, const Block& block, TextSpan cue) const {
    const std::span<const Word> all = document.words(block);
    const auto word = std::ranges::lower_bound(all, cue.begin, {}, &Word::begin);
    return word != all.begin() && is_in(words_.at(block.language).definite, context_form(word_text(block, word[-1])));
  }

  // "After the concert people went over to the gym": what follows is not where it was.
  [[nodiscard]] static bool is_over(const Document& document, const Block& block, const Words& words, TextSpan cue) {
    constexpr std::size_t kMostLinks = 3;  // "après la", "después de la"
    const std::span<const Word> all = document.words(block);
    const auto home = table_number(block.language);
    auto word = std::ranges::lower_bound(all, cue.begin, {}, &Word::begin);
    for (std::size_t back = 0; home && back < kMostLinks && word != all.begin(); ++back) {
      --word;
      if (is_in(words.after, context_form(word_text(block, *word)))) return true;
      if ((kinship(word->hash).small >> *home & 1U) == 0) return false;
    }
    return false;
  }

  // Nothing but small words, and no mark, between the two: "after the concert in the gym".
  [[nodiscard]] static bool stands_beside(const Document& document, const Block& block, TextSpan gap) {
    const auto home = table_number(block.language);
    return home && std::string_view(block.text).substr(gap.begin, gap.size()).find(',') == std::string_view::npos &&
           std::ranges::all_of(words_in(document.words(block), gap),
                               [&](const Word& word) { return (kinship(word.hash).small >> *home & 1U) != 0; });
  }

  [[nodiscard]] static bool has_break(const Document& document, const Block& block, const Words& words, TextSpan gap) {
    return std::ranges::any_of(words_in(document.words(block), gap), [&](const Word& word) {
      // Italian "è" is no "e".
      const std::string form = context_form(word_text(block, word));
      return (form.size() > 1 || word.end - word.begin == 1) && std::ranges::binary_search(words.breaks, form);
    });
  }

  [[nodiscard]] static bool is_indefinite(const Document& document, const Block& block, const Words& words,
                                          TextSpan cue) {
    const std::span<const Word> all = document.words(block);
    auto word = std::ranges::lower_bound(all, cue.begin, {}, &Word::begin);
    for (std::size_t back = 0; back <= kIndefiniteReach && word != all.begin(); ++back) {
      --word;
      if (std::ranges::binary_search(words.indefinite, context_form(word_text(block, *word)))) return true;
    }
    return false;
  }

  Forms days_in(const Facts& facts, const Block& block, std::uint32_t number, TextSpan sentence) const {
    Forms days;
    for (const Hit& hit : facts.matches().in(definition_.slot, number, sentence)) {
      if (hit.key == kDays) days.insert(context_form(block.text.substr(hit.span.begin, hit.span.size())));
    }
    const auto& years = facts.time().years;
    auto year = std::ranges::lower_bound(years, std::pair(number, sentence.begin), {},
                                         [](const YearMention& each) { return std::pair(each.block, each.begin); });
    for (; year != years.end() && year->block == number && year->begin < sentence.end; ++year) {
      days.insert(std::to_string(year->year));
    }
    return days;
  }

  // What the sentence names beside the event and the venues.
  static Forms names_of(const Document& document, const Block& block, const Words& words,
                        const std::vector<Venue>& venues, TextSpan cue, TextSpan sentence) {
    Forms names = proper_names(document, block, sentence, words.names_after);
    for (const SentenceName& name : names_in(document, block, sentence, false)) {
      const auto holds = [&](const Venue& venue) { return venue.span.contains(name.span); };
      if (name.span.overlaps(cue) || std::ranges::any_of(venues, holds)) names.erase(name.form);
    }
    return names;
  }

  bool compare_all(const Document& document, const std::vector<Mention>& mentions, Sink& sink) const {
    for (std::size_t j = 1; j < mentions.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (!contradict(document, mentions[i], mentions[j])) continue;
        // A third place makes it a list of what happens where.
        const VenueWords& venues = venues_.at(document.block(mentions[i].block).language);
        const bool third = std::ranges::any_of(mentions, [&](const Mention& each) {
          return venues.differ(each.venue, mentions[i].venue) && venues.differ(each.venue, mentions[j].venue);
        });
        const bool clash = !third && !stand_together(document, mentions[i], mentions[j]);
        if (clash) report(document, mentions[i], mentions[j], sink);
        return clash;
      }
    }
    return false;
  }

  [[nodiscard]] bool contradict(const Document& document, const Mention& a, const Mention& b) const {
    const Language language = document.block(a.block).language;
    if (document.block(b.block).language != language || b.indefinite) return false;
    if (a.block == b.block && a.sentence == b.sentence) return false;
    if (!venues_.at(language).differ(a.venue, b.venue)) return false;
    // Whoever leaves two houses was in both.
    if ((a.exit && b.crowd) || (b.exit && a.crowd)) return false;
    if ((a.exit || b.exit) && a.venue.names.empty() && b.venue.names.empty()) return false;
    // A stand without a name is somewhere in the stadium.
    const auto is_vague = [](const Mention& one) { return one.crowd && !one.exit; };
    if ((is_vague(a) || is_vague(b)) && (a.venue.names.empty() || b.venue.names.empty())) return false;
    if (!a.days.empty() && !b.days.empty() && !intersects(a.days, b.days)) return false;
    // Those who were there may be named: "the audience at the theatre, among them Paul Strand".
    return a.crowd || b.crowd || !(has_own(a.names, b.names) && has_own(b.names, a.names));
  }

  // Whether some sentence names both: it tells how the one comes to the other.
  [[nodiscard]] bool stand_together(const Document& document, const Mention& a, const Mention& b) const {
    const Language language = document.block(a.block).language;
    const VenueWords& words = venues_.at(language);
    for (const Mention* one : {&a, &b}) {
      const Mention& other = one == &a ? b : a;
      const Block& block = document.block(one->block);
      for (const Venue& venue : words.find(document, block, one->sentence)) {
        const bool comparable = words.has_floor(venue) == words.has_floor(other.venue);
        if (venue.span != one->venue.span && comparable && !words.differ(venue, other.venue)) return true;
      }
    }
    return false;
  }

  static void report(const Document& document, const Mention& first, const Mention& second, Sink& sink) {
    Finding finding = clash_of(document, {first.block, first.venue.span}, {second.block, second.venue.span});
    if (first.crowd || second.crowd) finding.severity = Severity::kInfo;
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  BySection<Words> words_;
  BySection<VenueWords> venues_;
  VenueThings things_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<VenueConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind venue_conflict;
const Kind venue_conflict{"venue-conflict", "one event in two halls, streets or roads", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `year-conflict`: what happens once to a thing, told of two years: "das 1971 eröffnete Bad", "seit der Einweihung
// 1973".
//
// A verb with a year says when something happened to its subject. A noun of the same happening with another year
// contradicts it when it names the same subject, or none at all where the article knows of one such happening only.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"of", KeyType::kStrings, "stand between a happening and what it happens to: \"of\""},
    {"at", KeyType::kStrings, "other prepositions: what follows them is no subject"},
    {"own", KeyType::kStrings, "make a happening that of what the sentence is about: \"its\""},
    {"indefinite", KeyType::kStrings, "stand before a happening that was not told of before: \"a\""},
    {"relative", KeyType::kStrings, "make it that of what the clause before names: \"whose\""},
    {"to", KeyType::kStrings, "stand before what tells one such happening from another: \"the debut in Rome\""},
    {"adjectives", KeyType::kStrings, "ends of words behind a happening that do the same: \"debutto televisivo\""},
    kSmallWordKeys[2],
});

constexpr std::size_t kShort = 320;          // words of an article that tells of one thing
constexpr std::size_t kReach = 14;           // words around a verb in which its subject stands
constexpr std::uint32_t kFarthestYear = 60;  // bytes between a happening and its year
constexpr std::uint32_t kBehind = 2;         // bytes from the year to "planned" behind it
constexpr std::uint32_t kNearLabel = 24;     // bytes between "new" and the noun
constexpr std::size_t kMostMentions = 60;    // of one happening: more are a chronicle
constexpr std::uint32_t kAdjacent = 12;      // bytes between a verb and a name that is its subject
constexpr std::uint32_t kClauseStart = 24;   // bytes before a verb that leave no room for a subject

constexpr std::string_view kTenure = "tenure";  // since when somebody leads, and when they took over
constexpr std::string_view kOfMany[] = {"office", "publish", "approve", "sign"};  // an article may tell of several

// A happening with its year.
struct Happening {
  std::uint32_t block = 0;
  TextSpan cue;
  TextSpan year_span;
  std::int32_t year = 0;
  TextSpan sentence;
  bool noun = false;
  bool bare = false;                 // a noun that names no subject
  bool own = false;                  // "its opening": of what the sentence before it is about
  bool relative = false;             // "whose opening": of what stands right before it
  std::vector<std::string> subject;  // of a noun: the words behind "of"
  Context around;                    // of a verb
  Context before;                    // of the sentence before, where the verb's own leaves no room for a subject
};

class YearConflict final : public Check {
 public:
  explicit YearConflict(const Definition& definition)
      : definition_(definition),
        of_(definition, read_forms<0>),
        own_(definition, read_forms<1>),
        indefinite_(definition, read_forms<2>),
        relative_(definition, read_forms<3>),
        to_(definition, read_forms<4>),
        adjectives_(definition, read_forms<5>),
        small_(definition, read_small) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const Cues cues = facts.cues("happening");
    if (cues.source == nullptr || cues.hits.empty() || facts.time().years.size() < 2) return;
    std::map<std::string_view, std::vector<Happening>> by_kind;
    const std::size_t words = words_looked_at(document, definition_);
    QuotedBlocks quoted(document);
    for (const Hit& hit : cues.hits) {
      const std::string_view list = cues.source->keys[hit.key];
      const bool noun = list.starts_with("the-");
      if (!noun && !list.starts_with("is-")) continue;
      const Block& block = document.block(hit.block);
      if (!definition_.looks_at(block.role) || !small_.contains(block.language)) continue;
      if (quoted.hold(hit.block, hit.span)) continue;
      const std::string_view kind = list.substr(noun ? 4 : 3);
      if (auto happening = read(document, facts, cues, hit, noun)) by_kind[kind].push_back(std::move(*happening));
    }
    for (auto& [kind, happenings] : by_kind) {
      if (happenings.size() >= 2 && happenings.size() <= kMostMentions) {
        if (kind == kTenure)
          std::erase_if(happenings, [&](const Happening& each) { return is_of_other(document, each); });
        judge(document, facts, happenings, kind, words <= kShort, sink);
      }
    }
  }

 private:
  template <std::size_t kList>
  static std::vector<std::string> read_forms(const Definition& definition, Language language) {
    constexpr std::string_view kNames[] = {"of", "own", "indefinite", "relative", "to", "adjectives"};
    return forms_of(definition, language, kNames[kList]);
  }
  static SmallWords read_small(const Definition& definition, Language language) {
    SmallWords small{.plain = {}, .of = forms_of(definition, language, "at"), .names_after = {}};
    const std::vector<std::string> of = read_forms<0>(definition, language);
    small.of.insert(small.of.end(), of.begin(), of.end());
    std::ranges::sort(small.of);
    small.names_after = forms_of(definition, language, "names-after");
    return small;
  }

  std::optional<Happening> read(const Document& document, const Facts& facts, const Cues& cues, const Hit& hit,
                                bool noun) const {
    const Block& block = document.block(hit.block);
    const std::string_view text = block.text;
    Happening found;
    found.block = hit.block;
    found.cue = hit.span;
    found.sentence = sentence_at(text, hit.span.begin);
    found.noun = noun;
    if (text.substr(found.sentence.begin, found.sentence.size()).ends_with('?')) return std::nullopt;
    if (!read_year(facts, text, found)) return std::nullopt;
    if (is_silenced(cues, found)) return std::nullopt;
    const SmallWords& small = small_.at(block.language);
    if (noun && (is_indefinite(document, found) || is_filled_by(facts, found))) return std::nullopt;
    if (noun) read_subject(document, found);
    found.around = context_of(document, facts, hit.block, hit.span, kReach, small);
    if (!noun && hit.span.begin - found.sentence.begin < kClauseStart)
      add_sentence_before(document, facts, small, found);
    for (Context* context : {&found.around, &found.before}) {
      std::erase_if(context->words, [&](const ContextWord& word) { return is_small(block, word); });
    }
    return found;
  }

  // "In 2011, after 56 years of marriage": what fills a length of time is not of that year.
  static bool is_filled_by(const Facts& facts, const Happening& found) {
    constexpr std::uint32_t kOf = 6;  // bytes of " of ", " d'"
    constexpr double kFewestFilled = 10;
    const TextSpan before{found.cue.begin - std::min<std::uint32_t>(found.cue.begin, kOf), found.cue.begin};
    const auto numbers = facts.quantities(found.block, {found.sentence.begin, found.cue.begin});
    return std::ranges::any_of(numbers, [&](const Quantity& q) {
      // "Un año del descubrimiento" is one from it.
      return q.dimension_of() == Dimension::kTime && q.value >= kFewestFilled && q.span.end >= before.begin &&
             q.span.end < found.cue.begin;
    });
  }

  // The year of the happening: the nearest in its sentence, with no other one near.
  static bool read_year(const Facts& facts, std::string_view text, Happening& found) {
    const auto& years = facts.time().years;
    auto year = std::ranges::lower_bound(years, std::pair(found.block, found.sentence.begin), {},
                                         [](const YearMention& each) { return std::pair(each.block, each.begin); });
    std::size_t near = 0;
    for (; year != years.end() && year->block == found.block && year->begin < found.sentence.end; ++year) {
      const std::uint32_t end = year->begin + 4;
      const std::uint32_t distance = end <= found.cue.begin         ? found.cue.begin - end
                                     : year->begin >= found.cue.end ? year->begin - found.cue.end
                                                                    : 0;
      if (distance > kFarthestYear) continue;
      // "2014/15", "1971-1973"
      if (end < text.size() && (text[end] == '/' || text[end] == '-' || text.substr(end).starts_with("–")))
        return false;
      ++near;
      found.year = year->year;
      found.year_span = {year->begin, end};
    }
    return near == 1;
  }

  static bool is_silenced(const Cues& cues, const Happening& found) {
    auto hit = std::ranges::lower_bound(cues.hits, std::pair(found.block, found.sentence.begin), {},
                                        [](const Hit& each) { return std::pair(each.block, each.span.begin); });
    const std::uint32_t begin = std::min(found.cue.begin, found.year_span.begin);
    const std::uint32_t end = std::max(found.cue.end, found.year_span.end);
    for (; hit != cues.hits.end() && hit->block == found.block && hit->span.begin < found.sentence.end; ++hit) {
      const std::string_view list = cues.source->keys[hit->key];
      const bool near = hit->span.end + kNearLabel >= begin;
      // "The sinking of 1919, that of the Clara"
      if (list == "another" && hit->span.begin >= end && hit->span.begin <= end + kBehind) return true;
      // "Was planned for 1969", "war 1969 geplant"
      const std::uint32_t reach = list == "silence" ? end + kBehind : end;
      if ((list == "label" || (list == "silence" && near)) && hit->span.begin < reach && hit->span != found.cue)
        return true;
    }
    return false;
  }

  // "A merger in 2012", "another big opening"
  bool is_indefinite(const Document& document, const Happening& found) const {
    constexpr std::size_t kReachBack = 2;
    const Block& block = document.block(found.block);
    const auto before = words_in(document.words(block), {found.sentence.begin, found.cue.begin});
    const auto& list = indefinite_.at(block.language);
    return std::ranges::any_of(before.last(std::min(before.size(), kReachBack)), [&](const Word& word) {
      return std::ranges::binary_search(list, context_form(word_text(block, word)));
    });
  }

  static bool is_small(const Block& block, const ContextWord& word) {
    return is_small(block, hash_word(block.text.substr(word.span.begin, word.span.size())));
  }
  static bool is_small(const Block& block, const Word& word) { return is_small(block, word.hash); }
  static bool is_small(const Block& block, std::uint32_t hash) {
    const auto home = table_number(block.language);
    return home && (kinship(hash).small >> *home & 1U) != 0;
  }

  // "… of the library": the words that tell whose happening it is. "The debut in Rome", "debutto televisivo": which.
  void read_subject(const Document& document, Happening& found) const {
    constexpr std::size_t kMostWords = 5;
    const Block& block = document.block(found.block);
    const auto words = document.words(block);
    auto word = std::ranges::lower_bound(words, found.cue.end, {}, &Word::begin);
    const auto form = [&](const Word& each) { return context_form(word_text(block, each)); };
    const auto holds = [&](const BySection<std::vector<std::string>>& lists, const std::string& own) {
      return std::ranges::binary_search(lists.at(block.language), own);
    };
    found.bare = true;
    bool of = false;
    bool to = false;
    for (std::size_t i = 0; i < kMostWords && word != words.end() && word->begin < found.sentence.end; ++i, ++word) {
      const std::string_view gap = block.text.substr(word[-1].end, word->begin - word[-1].end);
      if (gap.find_first_of(",;:.()") != gap.npos) break;
      const std::string own = form(*word);
      // "The debut of 1969"
      if (own.empty()) break;
      if (holds(of_, own)) {
        of = true;
        continue;
      }
      if (!of && i == 0 && holds(to_, own)) {
        to = true;
        continue;
      }
      if (i == 0 && is_adjective(block.language, own)) {
        found.bare = false;
        found.subject.push_back(own);
        return;
      }
      if (!of && to && is_small(block, *word)) continue;
      if (!of && !to) break;
      if (!of && leads_to_year(block, words, word)) break;
      found.bare = false;
      found.subject.push_back(own);
    }
    // "the library's opening": whose it is stands before.
    word = std::ranges::lower_bound(words, found.cue.begin, {}, &Word::begin);
    if (word == words.begin() || word[-1].end <= found.sentence.begin) return;
    const std::string before = form(word[-1]);
    found.own = holds(own_, before);
    // "Dont l’ouverture"
    const bool behind = word - words.begin() > 1 && word[-2].begin >= found.sentence.begin;
    found.relative = holds(relative_, before) || (behind && holds(relative_, form(word[-2])));
    const bool opens = word[-1].begin <= found.sentence.begin;  // "Since founding": its capital says nothing
    if (before == "s" || (!opens && !begins_lower(word_text(block, word[-1])))) found.bare = false;
  }

  bool is_adjective(Language language, std::string_view form) const {
    constexpr std::size_t kLeastStem = 4;  // bytes
    return std::ranges::any_of(adjectives_.at(language), [&](const std::string& end) {
      return form.size() >= end.size() + kLeastStem && form.ends_with(end);
    });
  }

  // "In autumn 1997", "en el otoño de 1997"
  bool leads_to_year(const Block& block, std::span<const Word> words, std::span<const Word>::iterator word) const {
    for (++word; word != words.end(); ++word) {
      const std::string_view text = word_text(block, *word);
      if (text.front() >= '0' && text.front() <= '9') return true;
      if (!std::ranges::binary_search(of_.at(block.language), context_form(text))) return false;
    }
    return false;
  }

  // The subject of "Lo inauguraron en 1994" stands in the sentence before.
  static void add_sentence_before(const Document& document, const Facts& facts, const SmallWords& small,
                                  Happening& found) {
    if (found.sentence.begin < 2) return;
    found.before = context_of(document, facts, found.block, {found.sentence.begin - 2, found.sentence.begin - 1},
                              kReach * 2, small);
  }

  static bool is_of_one(const Happening& noun, const Happening& verb) {
    constexpr std::size_t kLeastForm = 3;  // bytes: "loi"
    return std::ranges::any_of(noun.subject, [&](const std::string& form) {
      const auto is_it = [&](const ContextWord& word) {
        return !word.attribute && form.size() >= kLeastForm && is_same_word(form, word.form);
      };
      return std::ranges::any_of(verb.around.words, is_it) || std::ranges::any_of(verb.before.words, is_it);
    });
  }

  // Whether a noun that names no subject may be of the verb's: "the tunnel, since its opening in 1992" is of the
  // tunnel, and offices have many holders.
  static bool may_be_of(const Happening& noun, const Happening& verb, bool many) {
    const auto& words = noun.around.words;
    constexpr std::uint32_t kSubject = 16;  // bytes from the sentence's begin to what it is about
    const bool told_before =
        noun.own && std::ranges::any_of(words, [&](const ContextWord& word) {
          return word.span.end <= noun.cue.begin && word.span.begin <= noun.sentence.begin + kSubject;
        });
    if (!told_before && !many && !noun.relative) return true;
    return std::ranges::any_of(words,
                               [&](const ContextWord& word) { return verb.around.has(word) || verb.before.has(word); });
  }

  // Two verbs of one subject.
  bool have_one_subject(const Document& document, const Happening& a, const Happening& b) const {
    const Likeness likeness = compare(a.around, b.around);
    if (likeness.other_names) return false;
    // "A thought for Furlan, who has raced since 2005", "under the statute passed in 2007": right before the verb it is
    // its subject all the same.
    const auto may_be = [&](const Happening& of, const ContextWord& word) {
      if (!word.attribute) return true;
      if (word.span.end > of.cue.begin) return false;
      const std::uint32_t gap = of.cue.begin - word.span.end;
      return (word.name && gap <= kAdjacent) || (gap <= 1 && !is_behind_of(document.block(of.block), document, word));
    };
    return std::ranges::any_of(a.around.words, [&](const ContextWord& word) {
      return may_be(a, word) && std::ranges::any_of(b.around.words, [&](const ContextWord& other) {
               return may_be(b, other) && is_same_word(word.form, other.form);
             });
    });
  }

  // "The school of the club was founded"
  bool is_behind_of(const Block& block, const Document& document, const ContextWord& word) const {
    constexpr std::size_t kReachBack = 2;  // an article may stand between
    const auto before = words_in(document.words(block), {0, word.span.begin});
    return std::ranges::any_of(before.last(std::min(before.size(), kReachBack)), [&](const Word& each) {
      return std::ranges::binary_search(of_.at(block.language), context_form(word_text(block, each)));
    });
  }

  // Whether all but the bare noun itself are of one year.
  static bool is_only_one(const std::vector<Happening>& happenings, const Happening& noun) {
    std::optional<std::int32_t> year;
    for (const Happening& each : happenings) {
      if (&each == &noun || each.year == noun.year) continue;
      if (year && *year != each.year) return false;
      year = each.year;
    }
    return year.has_value();
  }

  static bool is_same_noun(const Document& document, const Happening& a, const Happening& b) {
    const auto form = [&](const Happening& of) {
      return context_form(document.block(of.block).text.substr(of.cue.begin, of.cue.size()));
    };
    return is_same_word(form(a), form(b));
  }

  // "Closed in 1978, reopened, and closed again in 1991. The closure of 1991": the reader knows what was then.
  static bool is_known_year(const Facts& facts, const Happening& noun) {
    return std::ranges::any_of(facts.time().years, [&](const YearMention& year) {
      return year.year == noun.year && std::pair(year.block, year.begin) < std::pair(noun.block, noun.sentence.begin);
    });
  }

  // "Her aunt, who took over the shop": of somebody else's post.
  bool is_of_other(const Document& document, const Happening& taking) const {
    const Block& block = document.block(taking.block);
    const auto& own = own_.at(block.language);
    const auto before = words_in(document.words(block), {taking.sentence.begin, taking.cue.begin});
    return taking.noun && std::ranges::any_of(before, [&](const Word& word) {
             return std::ranges::binary_search(own, context_form(word_text(block, word)));
           });
  }

  void judge(const Document& document, const Facts& facts, const std::vector<Happening>& happenings,
             std::string_view kind, bool is_short, Sink& sink) const {
    const bool many = std::ranges::find(kOfMany, kind) != std::end(kOfMany);
    for (const Happening& noun : happenings) {
      for (const Happening& other : happenings) {
        if (&other == &noun || other.year == noun.year) continue;
        if (other.block == noun.block && other.sentence == noun.sentence) continue;
        if (are_of_other_chapters(document, other.block, noun.block)) continue;
        const bool clash = !noun.noun  ? !other.noun && have_one_subject(document, noun, other)
                           : noun.bare ? !other.noun && is_only_one(happenings, noun) && may_be_of(noun, other, many)
                                       : !other.noun && is_of_one(noun, other);
        // "Since the merger in 2009", "after the merger in 2011"
        const bool told_twice = is_short && !many && noun.noun && other.noun && noun.bare && other.bare && !noun.own &&
                                !other.own && happenings.size() == 2 && is_same_noun(document, noun, other);
        if (!clash && !told_twice) continue;
        if (noun.noun && noun.bare && is_known_year(facts, noun)) continue;
        // "Ben Kern took over the shop": of somebody who was not told of.
        if (kind == kTenure && std::ranges::any_of(noun.around.words, [&](const ContextWord& word) {
              return word.name && word.span.end <= noun.cue.begin && word.span.begin != noun.sentence.begin &&
                     !other.around.has(word);
            }))
          continue;
        const bool later = std::pair(noun.block, noun.cue.begin) > std::pair(other.block, other.cue.begin);
        report(document, later ? noun : other, later ? other : noun, !clash || kind == kTenure, sink);
        return;
      }
    }
  }

  static void report(const Document& document, const Happening& here, const Happening& other, bool doubtful,
                     Sink& sink) {
    const auto span = [](const Happening& of) {
      return TextSpan{std::min(of.cue.begin, of.year_span.begin), std::max(of.cue.end, of.year_span.end)};
    };
    const auto written = [&](const Happening& of, TextSpan part) {
      return std::string(document.block(of.block).text.substr(part.begin, part.size()));
    };
    Finding finding;
    finding.place = {here.block, span(here)};
    finding.covers = true;
    if (doubtful) finding.severity = Severity::kInfo;
    finding.values = {{"year", written(here, here.year_span)},
                      {"other", written(other, other.year_span)},
                      {"event", written(here, here.cue)}};
    finding.related.push_back({{other.block, span(other)}, "other", {{"other", written(other, other.year_span)}}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  BySection<std::vector<std::string>> of_;          // sorted
  BySection<std::vector<std::string>> own_;         // sorted
  BySection<std::vector<std::string>> indefinite_;  // sorted
  BySection<std::vector<std::string>> relative_;    // sorted
  BySection<std::vector<std::string>> to_;          // sorted
  BySection<std::vector<std::string>> adjectives_;  // sorted
  BySection<SmallWords> small_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<YearConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind year_conflict;
const Kind year_conflict{"year-conflict", "what happens once, told of two years", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

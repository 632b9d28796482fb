// Kind `ordinal-conflict`: the same for the third and for the fourth time: "won it for the first time", "having won it
// for the third time"; "the 15th festival", "the 14th festival".
//
// An ordinal by itself is no claim: texts count through halves, attempts and novels. "For the … time" and editions of
// an event clash where their sentences share what was done, name nobody else and tell of no other year; other nouns
// must be the same ("the second woman to captain the boat", "the first woman to captain it") and share more, unless
// there is one for each ("her third child").
#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/ordinal_occurrence_support.h"
#include "check/kinds/contradiction/ordinal_reader_support.h"
#include "check/kinds/contradiction/rank_support.h"
#include "check/kinds/slip_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = [] {
  std::array<Key, OrdinalReader::kKeyCount + Ranks::kKeyCount> keys{};
  std::ranges::copy(OrdinalReader::kKeys, keys.begin());
  std::ranges::copy(Ranks::kKeys, keys.begin() + OrdinalReader::kKeyCount);
  return keys;
}();
constexpr std::size_t kLongest = 1500;      // words of an article that is about one thing
constexpr std::size_t kShort = 320;         // of one that tells of nothing else
constexpr std::size_t kReach = 16;          // words to each side that tell what is counted
constexpr std::size_t kLeastShared = 2;     // of them in both sentences
constexpr std::size_t kShortestKin = 3;     // bytes
constexpr std::uint32_t kFewestThings = 3;  // "the first train", "the second train"

using Sort = OrdinalSort;
bool has_noun(Sort sort) { return sort != Sort::kTime && sort != Sort::kEdition; }

// What shows that two ordinals are of one thing.
enum class Proof : std::uint8_t { kNone, kLikely, kSure };

class OrdinalConflict final : public Check {
 public:
  explicit OrdinalConflict(const Definition& definition)
      : definition_(&definition), reader_(definition), ranks_(*definition_, reader_) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::size_t length = words_looked_at(document, *definition_);
    if (length > kLongest) return;
    const bool is_short = length <= kShort;
    if (is_short) ranks_.find(document, facts, sink);
    const std::vector<Ordinal> ordinals = reader_.read(document, facts, is_short);
    for (std::size_t j = 1; j < ordinals.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        const Ordinal& a = ordinals[i];
        const Ordinal& b = ordinals[j];
        const Proof proof = proof_of(document, facts, ordinals, a, b, is_short);
        if (proof == Proof::kNone) continue;
        Finding finding = clash_of(document, {a.block, a.span}, {b.block, b.span});
        if (proof == Proof::kLikely) finding.severity = Severity::kInfo;
        sink.report(std::move(finding));
        return;
      }
    }
  }

 private:
  Proof proof_of(const Document& document, const Facts& facts, const std::vector<Ordinal>& all, const Ordinal& a,
                 const Ordinal& b, bool is_short) const {
    if (may_be_one(a, b) && !is_list(all, a, b) && are_of_one(document, facts, a, b, is_short)) return Proof::kSure;
    return is_short && is_told_again(document, facts, all, a, b) ? Proof::kLikely : Proof::kNone;
  }

  // In a short article, what "the" or "her" leads to is what was counted before.
  bool is_told_again(const Document& document, const Facts& facts, const std::vector<Ordinal>& all, const Ordinal& a,
                     const Ordinal& b) const {
    if (a.number == b.number || (a.block == b.block && a.sentence == b.sentence)) return false;
    // "Twice this winter", "the third breakdown of the winter"; of three, one is the second.
    if (b.total || (a.total && (b.number < a.number || a.periods.empty() || b.sort == Sort::kTime))) return false;
    const Language language = document.block(b.block).language;
    if (document.block(a.block).language != language) return false;
    const bool heads = document.block(a.block).role <= Role::kHeading;
    const bool in_row = a.in_row() && b.in_row() && !reader_.is_planned(document, b);
    if (!b.given && b.sort != Sort::kTime && !heads && !in_row) return false;
    if (!may_be_same(document, facts, a, b)) return false;
    // "The second time this summer", "this third cut in two months"
    const bool counted_so_far = b.this_one && !a.periods.empty() && !b.periods.empty() && a.in_row() == b.in_row();
    const bool shared = a.sort == Sort::kThing && share_behind(document, a, b);
    if (a.sort != Sort::kEdition && a.periods != b.periods && !shared && !counted_so_far) return false;
    // "The first title was won by Jo Reid."
    const bool another =
        !b.this_one && (reader_.is_another(document, b, a.number) || reader_.is_another(document, a, b.number));
    // Who is named beside the fourth blaze of a year has not lit it.
    const bool incidents = !a.periods.empty() && a.periods == b.periods && name_one_thing(document, facts, a, b);
    if (another || (!incidents && names_somebody_new(document, a, b))) return false;
    return std::ranges::none_of(all, [&](const Ordinal& other) {
      // "Hull for the third time, York for the first time."
      const bool beside = (other.number == b.number && other.block == a.block && other.sentence == a.sentence) ||
                          (other.number == a.number && other.block == b.block && other.sentence == b.sentence);
      if (beside && other.sort == a.sort && other.sort == b.sort) return true;
      return other.number != a.number && other.number != b.number &&
             (may_be_same(document, facts, a, other) || may_be_same(document, facts, other, b));
    });
  }

  // Whether they may count one thing.
  bool may_be_same(const Document& document, const Facts& facts, const Ordinal& a, const Ordinal& b) const {
    if (a.sort == Sort::kEdition && b.sort == Sort::kEdition) {
      if (a.named && b.named) return false;
      // "The 22nd cheese fair", "the 21st fair"; "die 14. Glasmesse", "die 15. Messe".
      return a.generic || b.generic || is_same_word(a.noun, b.noun) || a.noun.ends_with(b.noun) ||
             b.noun.ends_with(a.noun);
    }
    // "Her first child is six, her second child is four."
    if (a.sort == Sort::kFeat && b.sort == Sort::kFeat) {
      const bool same = a.group == b.group || are_of_one_deed(document, facts, a, b);
      return same && std::min(a.number, b.number) > 1;
    }
    // "Her third book", "this fourth book"; but "her fourth book" is the next one.
    const bool later = b.number > a.number && std::min(a.number, b.number) > 1;
    if (a.sort == Sort::kWork && b.sort == Sort::kWork) {
      const bool same = a.group == b.group || is_same_word(a.noun, b.noun);
      // "Her second album is out", "her third album"; but who writes the third one has done with the second.
      const bool far = b.block > a.block + 1;  // "Her second novel was filmed. Her third novel is out."
      return same && (b.this_one || (far && b.given && std::min(a.number, b.number) > 1 &&
                                     !tells_of_next(document, a) && !tells_of_next(document, b)));
    }
    if (a.sort == Sort::kThing && b.sort == Sort::kThing) {
      const bool counted = later && b.given && share_behind(document, a, b);
      if ((b.this_one || (later && a.owned && b.owned) || counted) && is_same_word(a.noun, b.noun)) return true;
    }
    const bool things = has_noun(a.sort) && has_noun(b.sort) && a.sort != Sort::kWork && b.sort != Sort::kWork;
    if (things && a.in_row() == b.in_row()) {
      return later && (b.given || b.in_row()) && are_of_one_deed(document, facts, a, b);
    }
    if (a.sort != Sort::kTime && b.sort != Sort::kTime) return is_edition_of(document, a, b);
    const Ordinal& time = a.sort == Sort::kTime ? a : b;
    const Ordinal& other = a.sort == Sort::kTime ? b : a;
    // "For the 25th time", "the 24th edition"
    if (other.sort == Sort::kEdition && other.generic) {
      // "Won for the fourth time", "the 60th edition": who wins does not win each.
      const auto [low, high] = std::minmax(a.number, b.number);
      return low >= kFewestThings && (high - low < kFewestThings || is_slip(low, high));
    }
    // "Won the cup for the fourth time", "the fifth cup"
    const auto is_of_family = [&] {
      if ((families_of(document, time) & families_of(document, other)) != 0) return true;
      return other.sort != Sort::kTime && other.sort != Sort::kEdition && tells_of_noun(document, facts, time, other);
    };
    if (other.sort != Sort::kTime) {
      return other.sort != Sort::kWork && (tells_of(document, time, other) || is_of_family());
    }
    // "Won the league for the third time", "in the cup for the first time"
    return (!a.behind.empty() && a.behind == b.behind) ||
           (is_of_family() && (std::min(a.number, b.number) > 1 || share_noun(document, time, other)));
  }

  // "The third loss", "their fifth defeat".
  bool are_of_one_deed(const Document& document, const Facts& facts, const Ordinal& a, const Ordinal& b) const {
    return (families_of(document, a) & families_of(document, b)) != 0 || name_one_thing(document, facts, a, b);
  }

  // "The 18th edition of the sausage trail", "the 19th trail".
  static bool is_edition_of(const Document& document, const Ordinal& a, const Ordinal& b) {
    const Ordinal& edition = a.sort == Sort::kEdition ? a : b;
    const Ordinal& thing = a.sort == Sort::kEdition ? b : a;
    if (edition.sort != Sort::kEdition || !edition.generic || thing.sort != Sort::kThing || !thing.given) return false;
    const auto [low, high] = std::minmax(a.number, b.number);
    if (low < kFewestThings || (high - low >= kFewestThings && !is_slip(low, high))) return false;
    const Block& block = document.block(edition.block);
    constexpr std::size_t kBehind = 6;  // words: "of the renowned Ludlow sausage trail"
    const auto behind = words_in(document.words(block), {edition.span.end, edition.sentence.end});
    return std::ranges::any_of(behind.first(std::min(behind.size(), kBehind)), [&](const Word& word) {
      return is_same_word(context_form(word_text(block, word)), thing.noun);
    });
  }

  // "The third manager of the season", "fourth manager this season": one word behind both.
  static bool share_behind(const Document& document, const Ordinal& a, const Ordinal& b) {
    constexpr std::size_t kBehind = 3;      // words
    constexpr std::uint32_t kShortest = 4;  // bytes
    const auto behind = [&](const Ordinal& ordinal) {
      const Block& block = document.block(ordinal.block);
      const auto words = words_in(document.words(block), {ordinal.span.end, ordinal.sentence.end});
      return words.first(std::min(words.size(), kBehind));
    };
    const auto home = table_number(document.block(a.block).language);
    const auto leads = [&](std::span<const Word> words) {
      return home && !words.empty() && (kinship(words.front().hash).small >> *home & 1U) != 0;
    };
    if (!leads(behind(a)) || !leads(behind(b))) return false;  // "the third train leaves"
    return std::ranges::any_of(behind(a), [&](const Word& word) {
      return word.end - word.begin >= kShortest &&
             std::ranges::find(behind(b), word.hash, &Word::hash) != behind(b).end();
    });
  }

  // Whether one word stands in both sentences that is no verb.
  static bool share_noun(const Document& document, const Ordinal& a, const Ordinal& b) {
    constexpr std::uint32_t kShortest = 4;  // bytes
    const Block& block = document.block(a.block);
    const Block& other = document.block(b.block);
    const auto home = table_number(block.language);
    const auto known = words_in(document.words(other), b.sentence);
    return std::ranges::any_of(words_in(document.words(block), a.sentence), [&](const Word& word) {
      if (word.end - word.begin < kShortest || a.span.contains(TextSpan{word.begin, word.end})) return false;
      const bool small = home && ((kinship(word.hash).small | kinship(word.hash).verbs) >> *home & 1U) != 0;
      return !small && std::ranges::find(known, word.hash, &Word::hash) != known.end();
    });
  }

  // The deeds that the sentence tells of: of a time all, else only what is counted.
  std::uint64_t families_of(const Document& document, const Ordinal& ordinal) const {
    const TextSpan span = ordinal.sort == Sort::kTime ? ordinal.sentence : ordinal.span;
    return reader_.families_in(document, ordinal.block, span);
  }

  // "She is writing her third novel."
  bool tells_of_next(const Document& document, const Ordinal& work) const {
    return reader_.is_another(document, work, 0) || reader_.is_another(document, work, work.number);
  }

  bool tells_of(const Document& document, const Ordinal& time, const Ordinal& counted) const {
    const Block& block = document.block(time.block);
    const SmallWords* small = reader_.small_words_of(block.language);
    return std::ranges::any_of(words_in(document.words(block), time.sentence), [&](const Word& word) {
      const std::string form = context_form(word_text(block, word));
      if (form.size() < kShortestKin || time.span.contains(TextSpan{word.begin, word.end})) return false;
      if (small == nullptr || std::ranges::binary_search(small->plain, form)) return false;
      return are_kin(form, counted.noun) || (counted.group && counted.noun.starts_with(form));
    });
  }

  static bool may_be_one(const Ordinal& a, const Ordinal& b) {
    if (a.named || b.named || a.total || b.total) return false;
    const bool edition = a.sort == Sort::kEdition && b.sort == Sort::kEdition;
    if (a.number == b.number || (!edition && a.periods != b.periods)) return false;
    if (a.block == b.block && a.sentence == b.sentence) return false;
    if (has_noun(a.sort) || has_noun(b.sort)) return a.sort == b.sort && is_same_word(a.noun, b.noun);
    return a.sort != Sort::kEdition || b.sort != Sort::kEdition || is_same_word(a.noun, b.noun);
  }

  // Three numbers: something is counted through. Both in one sentence: they are of two things.
  static bool is_list(const std::vector<Ordinal>& all, const Ordinal& a, const Ordinal& b) {
    return std::ranges::any_of(all, [&](const Ordinal& other) {
      const bool of_sort = other.sort == a.sort || other.sort == b.sort;
      const bool beside_a = other.number == b.number && other.block == a.block && other.sentence == a.sentence;
      const bool beside_b = other.number == a.number && other.block == b.block && other.sentence == b.sentence;
      return of_sort && (beside_a || beside_b || (other.number != a.number && other.number != b.number));
    });
  }

  bool are_of_one(const Document& document, const Facts& facts, const Ordinal& a, const Ordinal& b,
                  bool is_short) const {
    const Language language = document.block(a.block).language;
    const SmallWords* known = reader_.small_words_of(language);
    if (document.block(b.block).language != language || known == nullptr) return false;
    const SmallWords& small = *known;
    if (a.sort == Sort::kWork) return share_title(document, a, b);
    // "The 12th festival ends today, planning for the 13th has begun."
    if (edition_ahead(document, a, b)) return false;
    const auto context = [&](const Ordinal& ordinal) {
      Context around = context_of(document, facts, ordinal.block, ordinal.span, kReach, small);
      for (ContextWord& word : around.words) {
        // The sentence's first word has its capital for that.
        if (word.span.begin == ordinal.sentence.begin) word.name = false;
      }
      return around;
    };
    const Context one = context(a);
    const Context other = context(b);
    if (compare(one, other).other_names) return false;
    // "For the third time Ada sang, for the first time Bea sang."
    const bool times = a.sort == Sort::kTime && b.sort == Sort::kTime;
    if (times && names_somebody_new(document, a, b)) return false;
    const auto is_deed = [&](const ContextWord& word) { return !word.name && other.has(word); };
    if (times && (a.behind.empty() || a.behind != b.behind) && std::ranges::none_of(one.words, is_deed)) return false;
    auto shared = static_cast<std::size_t>(
        std::ranges::count_if(one.words, [&](const ContextWord& word) { return other.has(word); }));
    // "Zum dritten Mal Vater": what was done stands right behind.
    const bool same_behind = times && !a.behind.empty() && a.behind == b.behind;
    if (same_behind) shared += std::ranges::binary_search(small.plain, a.behind) ? 0 : kLeastShared;
    // The event is one of the two words, as is that of which everybody has one.
    const bool early = std::min(a.number, b.number) < kFewestThings;  // "for the first time", "the second meeting"
    if ((a.sort == Sort::kEdition || b.sort == Sort::kEdition) && !early) ++shared;
    // "The first child is six, the second child of the neighbour is four."
    if (a.sort == Sort::kFeat && !is_of_somebody(document, b, small)) ++shared;
    // A short article is about one festival.
    if (a.sort == Sort::kEdition && b.sort == Sort::kEdition && is_short) ++shared;
    // "The first woman in office was Jo Reid."
    if (a.sort == Sort::kFeat && names_somebody_new(document, a, b)) return false;
    return shared >= kLeastShared;
  }

  static bool is_of_somebody(const Document& document, const Ordinal& ordinal, const SmallWords& small) {
    const Block& block = document.block(ordinal.block);
    const auto words = document.words(block);
    const auto next = std::ranges::lower_bound(words, ordinal.span.end, {}, &Word::begin);
    return next != words.end() && is_adjacent(block.text, ordinal.span.end, next->begin) &&
           std::ranges::binary_search(small.of, context_form(word_text(block, *next)));
  }

  bool edition_ahead(const Document& document, const Ordinal& a, const Ordinal& b) const {
    return a.sort == Sort::kEdition && b.sort == Sort::kEdition && b.number == a.number + 1 &&
           reader_.is_another(document, b, a.number);
  }

  // Two words with capitals side by side of which the other sentence has neither, one of them no word of the language.
  bool names_somebody_new(const Document& document, const Ordinal& a, const Ordinal& b) const {
    const Block& block = document.block(b.block);
    const auto home = table_number(block.language);
    const std::string_view known = document.block(a.block).text.substr(a.sentence.begin, a.sentence.size());
    const auto sentence = words_in(document.words(block), b.sentence);
    // "Okoro's 17th goal"
    const std::string_view before = block.text.substr(0, skip_blanks_back(block.text, b.span.begin));
    for (const std::string_view mark : {"'s", "’s"}) {
      if (!before.ends_with(mark)) continue;
      const std::string_view owner = before.substr(0, before.size() - mark.size());
      const std::string_view name = owner.substr(owner.find_last_of(" \n(") + 1);
      if (is_capitalised(name) && known.find(name) == std::string_view::npos) return true;
    }
    // "Wulfs 17. Tor"
    const SmallWords* small_words = reader_.small_words_of(block.language);
    const std::string_view last = before.substr(before.find_last_of(" \n(") + 1);
    if (b.owned && small_words != nullptr && !small_words->names_after.empty() && last.ends_with('s') &&
        is_capitalised(last) && known.find(last.substr(0, last.size() - 1)) == std::string_view::npos)
      return true;
    for (std::size_t i = 1; i < sentence.size(); ++i) {
      const auto is_unknown = [&](const Word& word) {
        const std::string_view text = word_text(block, word);
        const bool small = home && (kinship(word.hash).small >> *home & 1U) != 0;
        return is_capitalised(text) && !small && known.find(text) == std::string_view::npos;
      };
      const auto is_noun = [&](const Word& word) { return home && (kinship(word.hash).own() >> *home & 1U) != 0; };
      const auto is_new = [&](const Word& word) { return is_unknown(word) && !opens_clause(block.text, word.begin); };
      const bool beside = is_adjacent(block.text, sentence[i - 1].end, sentence[i].begin);
      if (beside && is_unknown(sentence[i - 1]) && is_new(sentence[i]) &&
          !(is_noun(sentence[i - 1]) && is_noun(sentence[i])))
        return true;
    }
    return false;
  }

  // "»Salzlicht«, her second novel", "»Salzlicht« is her third novel".
  static bool share_title(const Document& document, const Ordinal& a, const Ordinal& b) {
    constexpr std::size_t kShortest = 2;  // code points
    const std::string_view text = document.block(a.block).text;
    const std::string_view other = document.block(b.block).text;
    for (const TextSpan title : quoted_passages(text, kShortest)) {
      if (!a.sentence.contains(title)) continue;
      const std::string_view words = text.substr(title.begin, title.size());
      for (const TextSpan same : quoted_passages(other, kShortest)) {
        if (b.sentence.contains(same) && other.substr(same.begin, same.size()) == words) return true;
      }
    }
    return false;
  }

  const Definition* definition_;
  OrdinalReader reader_;
  Ranks ranks_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<OrdinalConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind ordinal_conflict;
const Kind ordinal_conflict{
    "ordinal-conflict", "the same for the third and for the fourth time", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

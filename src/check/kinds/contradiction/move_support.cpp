#include "check/kinds/contradiction/move_support.h"

#include <algorithm>

#include "base/byte_set.h"
#include "check/kinds/word_support.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kReach = 14;      // words to each side that tell what rose, and when
constexpr std::size_t kLead = 2;        // words between "for" and what it leads to, and itself
constexpr std::size_t kNearAny = 4;     // words between "the rise" or "higher" and what rose
constexpr std::size_t kNearBehind = 6;  // words between a verb and what it raises
constexpr std::size_t kLeastTold = 2;   // times that the article names what it is about, beside the statement
constexpr std::size_t kLeastBeginning = 4;
constexpr std::uint32_t kYear = 0;  // of `times`

constexpr ByteSet kMarks(",;:()");

bool ends_clause(std::string_view text, std::size_t pos) {
  const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  return kMarks.has(text[pos]) && !(pos > 0 && is_digit(pos - 1) && is_digit(pos + 1));
}

std::size_t words_between(const Document& document, std::uint32_t block, std::uint32_t end, std::uint32_t begin) {
  return begin <= end ? 0 : words_in(document.words(document.block(block)), {end, begin}).size();
}

// "Holz" of "Holzpreis"; empty for a word that is no compound.
std::string compound_part(const Document& document, std::uint32_t block, const ContextWord& word) {
  if (word.head <= word.span.begin) return {};
  return context_form(document.block(block).text.substr(word.span.begin, word.head - word.span.begin));
}

bool begins_like(std::string_view form, std::string_view part) {
  const std::size_t least = std::max(kLeastBeginning, part.size() - std::min<std::size_t>(part.size(), 2));
  return form.size() >= least && part.size() >= kLeastBeginning && form.starts_with(part.substr(0, least));
}

// Whether the article is about it: its headline names it, or it does so again and again.
bool is_told_of(const Document& document, const std::string& form) {
  if (form.empty()) return true;
  std::size_t told = 0;
  for (const Block& block : document.blocks()) {
    const bool headline = block.role == Role::kTitle || block.role == Role::kHeading;
    for (const Word& word : document.words(block)) {
      const std::string other = context_form(word_text(block, word));
      if (!is_same_word(other, form) && !begins_like(other, form)) continue;
      if (headline || ++told > kLeastTold) return true;
    }
  }
  return false;
}

// In the headline or the first two paragraphs.
bool is_early(const Document& document, std::uint32_t number) {
  constexpr std::size_t kMostBefore = 2;
  const auto before = document.blocks().first(number);
  return std::ranges::count(before, Role::kParagraph, &Block::role) < static_cast<std::ptrdiff_t>(kMostBefore);
}

}  // namespace

TextSpan clause_of(std::string_view text, TextSpan sentence, TextSpan cue) {
  std::uint32_t begin = cue.begin;
  while (begin > sentence.begin && !ends_clause(text, begin - 1)) --begin;
  std::uint32_t end = cue.end;
  while (end < sentence.end && !ends_clause(text, end)) ++end;
  return {begin, end};
}

std::optional<std::uint32_t> MoveWords::time(const std::string& form) const {
  const auto it = std::ranges::lower_bound(times, form, {}, &std::pair<std::string, std::uint32_t>::first);
  if (it == times.end() || it->first != form) return std::nullopt;
  return it->second;
}

bool is_led_by(const Document& document, std::uint32_t block, TextSpan within, TextSpan word,
               const std::vector<std::string>& leads) {
  const Block& home = document.block(block);
  const std::span<const Word> words = document.words(home);
  const auto own = std::ranges::lower_bound(words, word.begin, {}, &Word::begin);
  const std::span<const Word> before = words.first(static_cast<std::size_t>(own - words.begin()));
  const std::span<const Word> leading = before.last(std::min<std::size_t>(before.size(), kLead));
  for (auto lead = leading.rbegin(); lead != leading.rend(); ++lead) {
    const std::string form = context_form(word_text(home, *lead));
    if (lead->begin < within.begin || form.empty()) return false;
    if (std::ranges::binary_search(leads, form)) return true;
  }
  return false;
}

bool MoveReader::is_measure(const ContextWord& word) const {
  return std::ranges::any_of(measures_, [&](std::uint16_t number) { return word.concepts.has(number); });
}

std::optional<Move> MoveReader::read(const Hit& hit, MoveList list, const MoveWords& words) {
  const Block& block = document_.block(hit.block);
  // "Nahm die Zahl der Gäste zu": what stands between tells what rose.
  const TextSpan first{hit.span.begin, hit.span.begin + 1};
  Move move;
  move.hit = &hit;
  move.list = list;
  move.context = context_of(document_, facts_, hit.block, first, kReach, words.small);
  std::erase_if(move.context.words, [&](const ContextWord& word) {
    return hit.span.contains(word.span) && word.concepts.empty() &&
           !is_upper(decode_at(block.text, word.span.begin).value);
  });
  const TextSpan sentence = move.context.sentence;
  if (block.text.substr(sentence.begin, sentence.size()).ends_with('?')) return std::nullopt;
  const TextSpan clause = move.clause = clause_of(block.text, sentence, hit.span);
  const bool any = list >= MoveList::kRisesAny;
  bool now = list == MoveList::kRisesNow || list == MoveList::kFallsNow;
  for (const Word& word : words_in(document_.words(block), sentence)) {
    std::string form = context_form(word_text(block, word));
    // "The fall that was promised did not come"
    const bool near = word.begin >= clause.begin && word.end <= (any ? sentence.end : clause.end);
    // "Non ha fatto che crescere": its own "not" denies nothing.
    const bool own = hit.span.contains(TextSpan{word.begin, word.end});
    if (near && !own && std::ranges::binary_search(words.not_so, form)) return std::nullopt;
    if (near && std::ranges::binary_search(words.now, form)) now = true;
    if (near && std::ranges::binary_search(words.nouns, form)) move.nouns.push_back(form);
    if (const auto time = words.time(form)) move.times.push_back(*time);
  }
  move.known = any && is_known(block, sentence, hit.span);
  move.tense = now ? MoveTense::kNow : any ? MoveTense::kAny : MoveTense::kPast;
  std::ranges::sort(move.times);
  move.times.erase(std::unique(move.times.begin(), move.times.end()), move.times.end());
  std::ranges::sort(move.nouns);
  const auto& years = facts_.time().years;
  for (auto it = std::ranges::lower_bound(years, hit.block, {}, &YearMention::block);
       it != years.end() && it->block == hit.block; ++it) {
    if (it->begin >= sentence.begin && it->begin < sentence.end) move.years.push_back(it->year);
  }
  // Only the words of the clause, without what is counted there: "by 300 hectares".
  std::erase_if(move.context.words, [&](const ContextWord& word) { return !clause.contains(word.span); });
  for (const Quantity& quantity : facts_.quantities(hit.block)) {
    if (quantity.article) continue;
    const TextSpan counted = counted_span(quantity);
    std::erase_if(move.context.words, [&](const ContextWord& word) { return counted.contains(word.span); });
  }
  std::erase_if(move.context.words, [&](const ContextWord& word) {
    return words.time(word.form) || std::ranges::binary_search(words.nouns, word.form);
  });
  find_subject(words, clause, move);
  if (move.subject) find_narrowing(words, clause, move);
  return move;
}

// "The fall in rents", "this sharp fall"
bool MoveReader::is_known(const Block& block, TextSpan sentence, TextSpan noun) const {
  constexpr std::size_t kReachBack = 2;
  const Knowledge& knowledge = facts_.knowledge();
  const TopicWords& classes = knowledge.topic_words.of(block.language, knowledge.lexicon);
  const auto before = words_in(document_.words(block), {sentence.begin, noun.begin});
  return std::ranges::any_of(before.last(std::min(before.size(), kReachBack)),
                             [&](const Word& word) { return (classes.classes(word) & kDefinite) != 0; });
}

void MoveReader::find_subject(const MoveWords& words, TextSpan clause, Move& move) {
  const std::uint32_t block = move.hit->block;
  const std::vector<ContextWord>& all = move.context.words;
  const auto claim = [&](const ContextWord& word) {
    move.subject = word;
    if (move.tense == MoveTense::kAny) claimed_.emplace(block, word.span.begin);
  };
  const auto is_free = [&](const ContextWord& word) {
    return is_measure(word) && !claimed_.contains({block, word.span.begin});
  };
  if (move.list >= MoveList::kRisesAny) {
    const auto near = std::ranges::find_if(all, [&](const ContextWord& word) {
      return word.span.begin >= move.hit->span.end && is_measure(word) &&
             words_between(document_, block, move.hit->span.end, word.span.begin) < kNearAny;
    });
    if (near != all.end()) return claim(*near);
  }
  // "The number of births": what is counted is what rises; else what has an "of" or a "for" before it does not.
  const auto may_rise = [&](std::size_t i) {
    if (!is_free(all[i])) return false;
    const bool counted = i > 0 && std::ranges::binary_search(words.counts, all[i - 1].form);
    return counted || (!all[i].attribute && !is_led_by(document_, block, clause, all[i].span, words.part) &&
                       !is_led_by(document_, block, clause, all[i].span, words.causes));
  };
  std::vector<std::size_t> before;
  std::vector<std::size_t> behind;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (may_rise(i)) (all[i].span.begin < move.hit->span.begin ? before : behind).push_back(i);
  }
  if (words.is_free_order()) {
    if (before.size() + behind.size() == 1) claim(all[before.empty() ? behind.front() : before.front()]);
    return;
  }
  if (!before.empty()) {
    if (before.size() == 1) claim(all[before.front()]);
    return;
  }
  if (behind.empty()) return;
  const ContextWord& next = all[behind.front()];
  if (words_between(document_, block, move.hit->span.end, next.span.begin) < kNearBehind) claim(next);
}

// "The fall in rents | in the old | town", but not "the fall in rents | has for | tenants".
bool MoveReader::is_joined(const MoveWords& words, std::uint32_t block, std::uint32_t end, std::uint32_t begin) const {
  if (end > begin) return true;
  const Block& home = document_.block(block);
  const Knowledge& knowledge = facts_.knowledge();
  const TopicWords& classes = knowledge.topic_words.of(home.language, knowledge.lexicon);
  const auto between = words_in(document_.words(home), {end, begin});
  return between.size() <= kLead && std::ranges::all_of(between, [&](const Word& word) {
           return (classes.classes(word) & (kDeterminer | kPreposition)) != 0 ||
                  std::ranges::binary_search(words.part, context_form(word_text(home, word)));
         });
}

void MoveReader::find_narrowing(const MoveWords& words, TextSpan clause, Move& move) const {
  const std::uint32_t block = move.hit->block;
  const std::string_view text = document_.block(block).text;
  const std::vector<ContextWord>& all = move.context.words;
  const auto own = std::ranges::find(all, move.subject->span.begin, [](const ContextWord& w) { return w.span.begin; });
  const auto touch = [&](const ContextWord& left, const ContextWord& right) {
    return right.span.begin > left.span.end && text.substr(left.span.end, right.span.begin - left.span.end) == " ";
  };
  bool chained = true;  // nothing but what tells which stands between the subject and this word
  for (auto it = all.begin(); it != all.end(); ++it) {
    if (it == own) continue;
    const bool skipped = move.hit->span.contains(it->span) || claimed_.contains({block, it->span.begin}) ||
                         std::ranges::binary_search(words.counts, it->form);
    // "Private exports", and behind the noun where adjectives follow it.
    const bool beside = (it + 1 == own && touch(*it, *own)) ||
                        (it + 2 == own && !words.is_free_order() && touch(*it, *(it + 1)) && touch(*(it + 1), *own)) ||
                        (it == own + 1 && words.adjectives_behind && touch(*own, *it));
    // "Smith calls the shrinking margin": who speaks.
    const bool speaks = it < own && move.hit->span.end <= own->span.begin && move.list >= MoveList::kRisesAny;
    const bool named = it->name && !speaks && it->span.begin != move.context.sentence.begin;
    const bool behind = it > own && chained && is_joined(words, block, (it - 1)->span.end, it->span.begin);
    // "The fall in rents pleases": what led to the noun leads no farther.
    const TextSpan within = it > own ? TextSpan{own->span.end, clause.end} : clause;
    const bool led = is_led_by(document_, block, within, it->span, words.part);
    const bool narrows = beside || named || ((behind || it < own) && (led || it->attribute));
    if (it > own) chained = chained && narrows;
    if (narrows && !skipped) move.narrowing.push_back(*it);
  }
}

bool share_time(const Move& a, const Move& b, std::optional<CivilDate> written) {
  const auto says_none = [](const Move& move) { return move.times.empty() && move.years.empty(); };
  if (says_none(a) || says_none(b)) return true;
  if (a.years != b.years) {
    // "Against 2024", "than a year ago", written in 2025.
    const auto is_last_year = [&](const Move& named, const Move& told) {
      return written && named.times.empty() && named.years == std::vector{written->year - 1} && told.years.empty() &&
             told.times == std::vector{kYear};
    };
    return is_last_year(a, b) || is_last_year(b, a);
  }
  if (a.times == b.times) return true;
  return !a.years.empty() && (std::ranges::includes(a.times, b.times) || std::ranges::includes(b.times, a.times));
}

bool share_subject(const Document& document, const Move& a, const Move& b) {
  if (!a.subject || !b.subject || !a.subject->concepts.meets(b.subject->concepts)) return false;
  const auto held = [&](const ContextWord& word, const Move& other) {
    return std::ranges::any_of(other.context.words, [&](const ContextWord& own) {
      return is_same_thing(word, own) || begins_like(own.form, word.form);
    });
  };
  bool own_of_a = false;
  bool own_of_b = false;
  std::vector<std::string> untold;
  // "The fall in rents" is that of the town of which the article tells first.
  const bool taken_up = b.known && b.narrowing.empty() && is_early(document, a.hit->block);
  const auto collect = [&](const Move& one, const Move& other, bool& own) {
    for (const ContextWord& word : one.narrowing) {
      if (held(word, other)) continue;
      own = true;
      if (!taken_up) untold.push_back(word.form);
    }
    const std::string part = compound_part(document, one.hit->block, *one.subject);
    const std::string theirs = compound_part(document, other.hit->block, *other.subject);
    const bool named =
        std::ranges::any_of(other.context.words, [&](const ContextWord& word) { return begins_like(word.form, part); });
    if (part.empty() || part == theirs || named) return;
    own = true;
    untold.push_back(part);
  };
  collect(a, b, own_of_a);
  collect(b, a, own_of_b);
  if (own_of_a && own_of_b) return false;
  return std::ranges::all_of(untold, [&](const std::string& form) { return is_told_of(document, form); });
}

}  // namespace stet

#include "check/kinds/contradiction/counted_support.h"

#include <algorithm>
#include <limits>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kMostNear = 4;  // words behind a number that may be what it counts
constexpr std::size_t kMostTail = 7;  // and words that tell the group from others
constexpr std::size_t kMostAre = 3;   // words between "are" and the number
constexpr double kAboutSlack = 0.12;
constexpr double kCounted = 100;       // below it nobody rounds
constexpr std::size_t kShortWord = 3;  // letters of a word that says nothing

enum class Closeness : std::uint8_t {
  kSame,     // the same word or group
  kKin,      // or of one family: "demonstrated", "demonstrators"
  kRelated,  // the same, or an article may use both of one thing: "coins", "pieces"
  kAny,      // any of these
};

bool is_like(const CountedPart& a, const CountedPart& b, Closeness closeness) {
  if (a.group != CountedPart::kNoGroup && a.group == b.group) return true;
  if (closeness >= Closeness::kRelated && a.concepts.meets(b.concepts) && a.feminine == b.feminine) return true;
  const bool kin = closeness == Closeness::kKin || closeness == Closeness::kAny;
  return kin ? are_kin(a.form, b.form) : is_same_word(a.form, b.form);
}

bool hold(const std::vector<CountedPart>& parts, const CountedPart& wanted, Closeness closeness) {
  return std::ranges::any_of(parts, [&](const CountedPart& part) { return is_like(part, wanted, closeness); });
}

bool share(const std::vector<CountedPart>& a, const std::vector<CountedPart>& b, Closeness closeness) {
  return std::ranges::any_of(a, [&](const CountedPart& part) { return hold(b, part, closeness); });
}

// Reads words one after the other.
class Reader {
 public:
  Reader(const Document& document, std::uint32_t block, const CountedWords::Lists& lists)
      : block_(document.block(block)), words_(document.words(block_)), lists_(lists) {}

  [[nodiscard]] std::size_t first_at(std::uint32_t pos) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(words_, pos, {}, &Word::begin) - words_.begin());
  }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] const Word& word(std::size_t i) const { return words_[i]; }
  [[nodiscard]] std::string_view text(std::size_t i) const { return word_text(block_, words_[i]); }
  [[nodiscard]] std::string_view block_text() const { return block_.text; }

  // Whether only blanks, hyphens and quotation marks stand between two places.
  [[nodiscard]] bool is_joined(std::uint32_t end, std::uint32_t begin) const {
    for (std::size_t pos = end; pos < begin;) {
      const CodePoint c = decode_at(block_.text, pos);
      const bool mark = c.value == '-' || c.value == '"' || c.value == 0x2019 || c.value == '\'' || c.value == 0xAD ||
                        (c.value >= 0x2010 && c.value <= 0x2011) || (c.value >= 0x201C && c.value <= 0x201E);
      if (c.value == '\n' || !(is_space(c.value) || mark)) return false;
      pos += c.length;
    }
    return true;
  }

  [[nodiscard]] bool is(const PhraseTable& trie, std::size_t i) const {
    return static_cast<bool>(trie.longest(block_.text, words_[i].begin));
  }
  [[nodiscard]] bool is_number(std::size_t i) const {
    const char c = block_.text[words_[i].begin];
    return c >= '0' && c <= '9';
  }

  // The word with its group; `next` is the word behind it, which may be behind a phrase.
  [[nodiscard]] CountedPart part(std::size_t i, std::size_t& next) const {
    CountedPart part;
    next = i + 1;
    if (const auto match = lists_.groups.longest(block_.text, words_[i].begin)) {
      part.group = match.payload;
      while (next < words_.size() && words_[next].begin < match.position) ++next;
    }
    part.concepts = lists_.concepts->at(block_.text, words_[i].begin, words_[i].end).concepts;
    part.form = context_form(text(i));
    part.feminine =
        std::ranges::any_of(lists_.feminine_ends, [&](const std::string& end) { return part.form.ends_with(end); });
    part.capital = is_capitalised(text(i));
    part.name = lists_.order != CountedWords::Order::kCapital && part.capital &&
                text(i).find_first_of("0123456789") == std::string_view::npos;
    return part;
  }

  // Whether what the words call those who are counted was done to them: a verb in the sentence of the count, which is
  // no noun with an article or a number.
  [[nodiscard]] bool happened_to(const Counted& counted, const std::vector<CountedPart>& words) const {
    for (std::size_t i = first_at(counted.sentence.begin); i < size() && words_[i].begin < counted.sentence.end; ++i) {
      if (words_[i].begin >= counted.span.begin && words_[i].begin < counted.shown.end) continue;
      std::size_t next = i;
      const CountedPart one = part(i, next);
      if (!one.says_something() || !hold(words, one, Closeness::kAny)) continue;
      if (lists_.order == CountedWords::Order::kCapital && one.capital) continue;
      const bool noun = i > 0 && (is_number(i - 1) || words_before(lists_.whole, block_.text, words_[i].begin));
      if (!noun) return true;
    }
    return false;
  }

  // The words of a stretch that say something.
  void parts(TextSpan span, std::vector<CountedPart>& out) const {
    for (std::size_t i = first_at(span.begin); i < words_.size() && words_[i].begin < span.end;) {
      if (is_number(i) || is(lists_.stops, i) || is(lists_.tails, i)) {
        ++i;
        continue;
      }
      std::size_t next = i + 1;
      CountedPart one = part(i, next);
      if (one.says_something()) {
        if (words_[i].begin == span.begin) one.name = false;  // begins the sentence
        out.push_back(std::move(one));
      }
      i = next;
    }
  }

 private:
  const Block& block_;
  std::span<const Word> words_;
  const CountedWords::Lists& lists_;
};

bool ends_like_verb(const CountedWords::Lists& lists, std::string_view word) {
  return !lists.adjective_ends.empty() &&
         std::ranges::none_of(lists.adjective_ends, [&](const std::string& end) { return word.ends_with(end); });
}

bool looks_plural(std::string_view word) { return word.ends_with('s') && !word.ends_with("ss"); }

}  // namespace

bool CountedPart::says_something() const { return form.size() > kShortWord || group != kNoGroup || !concepts.empty(); }

Interval counted_interval(const Quantity& q) {
  constexpr double kAny = std::numeric_limits<double>::infinity();
  switch (q.hedge) {
    case Hedge::kOver:
    case Hedge::kAtLeast:
      return {q.value, kAny};
    case Hedge::kUnder:
    case Hedge::kUpTo:
      return {0, q.value};
    case Hedge::kAbout:
      return {q.value * (1 - kAboutSlack), q.value * (1 + kAboutSlack)};
    case Hedge::kExact:
      break;
  }
  return q.value < kCounted ? Interval{q.value, q.value} : q.interval(Rounding::kCareful);
}

// "The doors are seven"; "the injured are fourteen", "Spectators: 2,400" name the group by its noun.
static void read_before(const Reader& reader, const CountedWords::Lists& lists, const Quantity& quantity,
                        Counted& counted) {
  const std::string_view text = reader.block_text();
  const std::size_t own = reader.first_at(quantity.hedge_begin);
  std::size_t noun = 0;  // the word behind it
  for (std::size_t n = own; n > 0 && own - n < kMostAre && !counted.behind; --n) {
    if (n < own && !reader.is_joined(reader.word(n - 1).end, reader.word(n).begin)) break;
    const auto are = lists.are.longest(text, reader.word(n - 1).end);
    counted.behind = are && reader.word(n - 1).begin >= counted.sentence.begin;
    if (counted.behind) noun = reader.first_at(static_cast<std::uint32_t>(are.position));
  }
  const auto opens = [&](std::uint32_t pos) {
    return pos == counted.sentence.begin ||
           (pos >= 2 && text.substr(pos - 2, 2) == ". ");  // "Referee: Hall 6. Spectators"
  };
  const bool label = !counted.behind && own > 0 && opens(reader.word(own - 1).begin);
  if (label) noun = own;
  if (noun == 0 || reader.word(noun - 1).begin < counted.sentence.begin) return;
  const Word& word = reader.word(noun - 1);
  const std::string_view gap = text.substr(word.end, label ? quantity.span.begin - word.end : 1);
  if (gap != " " && !(label && gap == ": ")) return;
  std::size_t next = noun;
  CountedPart part = reader.part(noun - 1, next);
  const bool named = part.group != CountedPart::kNoGroup || !part.concepts.empty();
  const bool given = words_before(lists.whole, text, word.begin).found;
  if (!named || next != noun || (lists.order == CountedWords::Order::kCapital && !part.capital)) return;
  // "Spectators 2,400": with nothing behind.
  const std::size_t behind = quantity.span.end;
  const bool ends = behind >= text.size() || std::string_view(".,;)").find(text[behind]) != std::string_view::npos;
  if (label ? !ends || part.group == CountedPart::kNoGroup : !given) return;
  part.name = false;
  counted.head.push_back(std::move(part));
  counted.definite = true;
  counted.shown = {word.begin, quantity.span.end};
}

Counted read_counted(const Document& document, const Facts& facts, const Quantity& quantity,
                     const CountedWords::Lists& lists) {
  const Reader reader(document, quantity.block, lists);
  const std::string_view text = reader.block_text();
  Counted counted;
  counted.block = quantity.block;
  counted.span = counted.shown = quantity.span;
  counted.sentence = facts.sentences().at(quantity.block, quantity.span.begin);
  counted.value = quantity.value;
  counted.interval = counted_interval(quantity);
  counted.definite = static_cast<bool>(words_before(lists.whole, text, quantity.hedge_begin));
  counted.partial = static_cast<bool>(words_before(lists.part, text, quantity.hedge_begin));

  // What follows the number, up to a mark or a word that is no part of it.
  struct Near {
    CountedPart part;
    std::size_t word;
    std::size_t next;
  };
  std::vector<Near> nears;
  std::uint32_t end = quantity.span.end;
  std::size_t i = reader.first_at(end);
  while (i < reader.size() && nears.size() < kMostNear && reader.is_joined(end, reader.word(i).begin)) {
    if (reader.is_number(i) || reader.is(lists.stops, i) || reader.is(lists.tails, i)) break;
    std::size_t next = i + 1;
    CountedPart part = reader.part(i, next);
    const bool capital = is_capitalised(reader.text(i));
    // "Sono 120 le persone evacuate"
    if (nears.empty() && lists.order == CountedWords::Order::kFirst && part.form.size() <= kShortWord &&
        part.group == CountedPart::kNoGroup) {
      end = reader.word(i++).end;
      continue;
    }
    nears.push_back({std::move(part), i, next});
    end = reader.word(next - 1).end;
    i = next;
    if (lists.order == CountedWords::Order::kCapital && capital) {
      // "CM1-Schüler": its last part is what is counted.
      if (i < reader.size() && text.substr(end, 1) == "-" && reader.word(i).begin == end + 1) continue;
      break;
    }
  }
  std::size_t head = nears.size();
  switch (lists.order) {
    case CountedWords::Order::kCapital:
      if (!nears.empty() && is_capitalised(reader.text(nears.back().word))) head = nears.size() - 1;
      break;
    case CountedWords::Order::kFirst:
      if (!nears.empty()) head = 0;
      break;
    case CountedWords::Order::kLast:
      for (std::size_t n = 0; n < nears.size() && head == nears.size(); ++n) {
        if (reader.is(lists.people, nears[n].word)) head = n;
      }
      for (std::size_t n = 0; n < nears.size() && head == nears.size(); ++n) {
        if (looks_plural(reader.text(nears[n].word))) head = n;
      }
      for (std::size_t n = 0; n < nears.size() && head == nears.size(); ++n) {
        if (nears[n].part.group != CountedPart::kNoGroup) head = n;
      }
      break;
  }
  if (head == nears.size()) {
    nears.clear();
    i = reader.first_at(quantity.span.end);
    end = quantity.span.end;
  }
  bool idle = false;
  bool verb = false;
  for (std::size_t n = 0; n < nears.size(); ++n) {
    CountedPart& part = nears[n].part;
    if (n == head) {
      counted.shown.end = reader.word(nears[n].next - 1).end;
      counted.people = reader.is(lists.people, nears[n].word);
      if (!counted.people) counted.head.push_back(std::move(part));
    } else if (reader.is(lists.idle, nears[n].word)) {
      idle = true;
    } else {
      // "The 56 musicians travelled": a verb, but "the two firefighters injured" are some of them.
      const std::string_view word = reader.text(nears[n].word);
      const bool behind = n > head && (lists.order == CountedWords::Order::kLast || ends_like_verb(lists, word));
      if (behind && part.group == CountedPart::kNoGroup) verb = true;
      if (verb) continue;
      if (n < head && lists.order == CountedWords::Order::kCapital && part.form.size() <= kShortWord) continue;
      counted.near.push_back(std::move(part));
    }
  }
  // What tells it from others.
  std::size_t opener = end;
  // Only German parts with a comma what it needs to tell things apart.
  if (lists.order == CountedWords::Order::kCapital && text.substr(opener, 1) == ",") ++opener;
  opener = skip_blanks(text, opener);
  if (!verb && lists.tails.longest(text, opener)) {
    const std::size_t first = reader.first_at(static_cast<std::uint32_t>(opener));
    std::uint32_t last = static_cast<std::uint32_t>(opener);
    for (std::size_t n = first; n < reader.size() && n < first + kMostTail; ++n) {
      if (n > first && !reader.is_joined(reader.word(n - 1).end, reader.word(n).begin)) break;
      idle = idle || reader.is(lists.idle, n);
      last = reader.word(n).end;
    }
    if (!idle) reader.parts({static_cast<std::uint32_t>(opener), last}, counted.tail);
  }
  if (!counted.has_noun() && counted.tail.empty() && quantity.unit == kNoUnit) {
    read_before(reader, lists, quantity, counted);
  }
  return counted;
}

bool share_parts(const std::vector<CountedPart>& one, const std::vector<CountedPart>& two) {
  return share(one, two, Closeness::kSame);
}

std::optional<Alike> compare_counted(const Document& document, const CountedWords::Lists& lists, const Counted& other,
                                     const Counted& whole) {
  if (!whole.has_noun() && whole.tail.empty()) return std::nullopt;
  const Reader reader(document, other.block, lists);
  std::vector<CountedPart> around;
  reader.parts(other.sentence, around);
  std::vector<CountedPart> by_whole = whole.near;
  by_whole.insert(by_whole.end(), whole.tail.begin(), whole.tail.end());

  Alike alike;
  if (!other.head.empty() && !whole.head.empty()) {
    if (!share(other.head, whole.head, Closeness::kSame)) {
      alike.related = true;
      // "Police reported 13 boys", "all 19 of those reported".
      if (other.measure || whole.measure) return std::nullopt;
      if (!share(other.head, whole.head, Closeness::kRelated) && !reader.happened_to(other, whole.head)) {
        return std::nullopt;
      }
    }
  } else if (!whole.head.empty()) {
    // "400 people demonstrated", "the demonstrators".
    if (!other.people && !other.behind) return std::nullopt;
    const auto closeness = other.people ? Closeness::kAny : Closeness::kKin;
    alike.related = !share(around, whole.head, Closeness::kKin);
    const bool known =
        share(around, whole.head, closeness) || std::ranges::any_of(whole.near, [&](const CountedPart& part) {
          return part.group != CountedPart::kNoGroup && hold(around, part, Closeness::kSame);
        });
    if (!known) return std::nullopt;
    ++alike.matched;
  } else if (!other.head.empty()) {
    if (!share(by_whole, other.head, Closeness::kKin)) return std::nullopt;
    ++alike.matched;
  } else {
    if (!other.people) return std::nullopt;
    std::size_t shared = 0;
    for (const CountedPart& part : by_whole) shared += hold(around, part, Closeness::kKin) ? 1U : 0U;
    if (shared < 2) return std::nullopt;
  }
  for (const CountedPart& part : by_whole) {
    if (!other.head.empty() && hold(other.head, part, Closeness::kAny)) continue;
    const bool there = hold(around, part, Closeness::kAny);
    ++(there ? alike.matched : alike.unmatched);
    if (!there) alike.unknown.push_back(part);
    alike.names = alike.names || (part.name && !there);
  }
  const Reader here(document, whole.block, lists);
  std::vector<CountedPart> around_whole;
  here.parts(whole.sentence, around_whole);
  for (const CountedPart& part : other.near) {
    if (!hold(around_whole, part, Closeness::kAny) && !other.people) alike.other_restricted = true;
  }
  alike.names = alike.names || std::ranges::any_of(other.tail, [&](const CountedPart& part) {
                  return part.name && !hold(around_whole, part, Closeness::kAny);
                });
  return alike;
}

bool are_told_before(const Document& document, const CountedWords::Lists& lists, const Counted& count,
                     const std::vector<CountedPart>& parts) {
  std::vector<bool> told(parts.size(), false);
  constexpr std::size_t kLongestArticle = 30'000;  // bytes
  std::size_t looked_at = 0;
  for (std::uint32_t number = count.block + 1; number > 0 && looked_at < kLongestArticle;) {
    --number;
    const auto size = static_cast<std::uint32_t>(document.block(number).text.size());
    const std::uint32_t end = number == count.block ? count.sentence.begin : size;
    looked_at += end;
    std::vector<CountedPart> before;
    Reader(document, number, lists).parts({0, end}, before);
    for (std::size_t i = 0; i < parts.size(); ++i) told[i] = told[i] || hold(before, parts[i], Closeness::kAny);
  }
  std::size_t others = 0;
  std::size_t told_others = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].capital && !told[i]) return false;
    if (parts[i].capital) continue;
    ++others;
    told_others += told[i] ? 1U : 0U;
  }
  return lists.order == CountedWords::Order::kCapital || told_others * 2 >= others;
}

}  // namespace stet

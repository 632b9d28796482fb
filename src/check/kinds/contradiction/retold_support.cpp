#include "check/kinds/contradiction/retold_support.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <utility>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/class_support.h"
#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::size_t kFewestWords = 25;
constexpr std::size_t kMostWords = 320;  // of a short article
constexpr std::size_t kLeadWords = 8;    // of the paragraph that tells what happened, at least
constexpr std::size_t kReach = 100;      // words of a sentence
constexpr std::size_t kBeforeNoun = 4;   // words between "the" and the noun, and itself
constexpr std::size_t kBehindNoun = 6;   // words behind "the rise" that may say of what
constexpr std::size_t kNearNoun = 3;     // words behind it that may say of when
constexpr std::size_t kModal = 6;        // words between "may" and its verb
constexpr std::size_t kDenial = 3;       // words between "not" and what it denies
constexpr std::size_t kBesideCount = 5;  // words between a number and what is counted, and one
constexpr std::size_t kBeforeName = 2;   // words between a title and its name
constexpr std::size_t kBehindTitle = 6;  // words behind "the winner" in which the name stands
constexpr std::size_t kShortest = 3;     // letters of a word that tells of what
constexpr std::size_t kTail = 5;         // letters that a compound and its last part share
constexpr std::size_t kStem = 4;         // letters that words of one stem share
constexpr std::uint32_t kOpening = 14;   // bytes in which a sentence says "but"
constexpr std::uint32_t kBelow = 3;      // blocks below a headline that tell the same

// What the words of a language are made ready for.
struct Language_ {
  ClassWords classes;
  PhraseTrie parting;
  PhraseTrie unreal;
  PhraseTrie definite;
  PhraseTrie adjectives;
  PhraseTrie leading;
  PhraseTrie pointing;
  PhraseTrie generic;
  PhraseTrie postposed;  // where adjectives stand behind the noun
  PhraseTrie owning;
  PhraseTrie denying;
  PhraseTrie times;
  PhraseTrie correction;
  PhraseTrie halves;
};

struct Said {
  std::uint8_t slot = 0;
  std::uint8_t value = 0;
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan sentence;
  std::uint32_t head = 0;
  std::uint32_t begin = 0;  // of "the": of the whole noun phrase
  bool definite = false;
  bool opening = false;  // tells at the begin only: "more"
  bool unreal = false;   // a plan, a fear
  bool quoted = false;
};

std::vector<std::string> cut_at(std::string_view text, char mark) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = std::min(text.find(mark), text.size());
    std::string_view part = text.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_headline(Role role) { return role == Role::kTitle || role == Role::kHeading; }

}  // namespace

struct Retold::State {
  struct ListOf {
    std::uint8_t slot = 0;
    std::uint8_t value = 0;
    bool opening = false;
  };
  std::vector<RetoldSlot> slots;
  std::vector<std::string> names;          // of all lists
  std::vector<std::vector<ListOf>> lists;  // what a name is in which slot
  mutable std::shared_mutex mutex;
  mutable std::map<Language, std::unique_ptr<const Language_>> languages;

  const Language_& of(Language language, const Lexicon& lexicon) const {
    {
      const std::shared_lock lock(mutex);
      const auto it = languages.find(language);
      if (it != languages.end()) return *it->second;
    }
    const auto guard = [&](std::string_view name) { return ClassWords::guard(lexicon, language, name); };
    auto made = std::make_unique<Language_>(Language_{{lexicon, language, names},
                                                      guard("parting"),
                                                      guard("unreal"),
                                                      guard("definite"),
                                                      guard("adjectives"),
                                                      guard("leading"),
                                                      guard("pointing"),
                                                      guard("generic"),
                                                      guard("postposed"),
                                                      guard("owning"),
                                                      guard("denying"),
                                                      guard("times"),
                                                      guard("correction"),
                                                      guard("halves")});
    const std::unique_lock lock(mutex);
    return *languages.try_emplace(language, std::move(made)).first->second;
  }
};

Retold::Retold(const Definition& definition) : state_(std::make_unique<State>()) {
  constexpr std::pair<std::string_view, RetoldBy> kKinds[] = {
      {"exclusive", RetoldBy::kThing},      {"exclusive-once", RetoldBy::kThing},
      {"exclusive-sides", RetoldBy::kSide}, {"exclusive-ranks", RetoldBy::kRank},
      {"exclusive-names", RetoldBy::kName}, {"exclusive-headline", RetoldBy::kThing},
      {"counted", RetoldBy::kCount},        {"scored", RetoldBy::kScore}};
  for (const auto& [key, by] : kKinds) {
    const auto* slots = definition.option<std::vector<std::string>>(key);
    if (slots == nullptr) continue;
    for (const std::string& slot : *slots) {
      RetoldSlot read{by, key == "exclusive-headline", key == "exclusive-once", {}};
      for (const std::string& value : cut_at(slot, '|')) {
        read.values.push_back(cut_at(value, ' '));
        for (std::string& list : read.values.back()) {
          const bool opening = list.ends_with('*');
          if (opening) list.pop_back();
          auto name = std::ranges::find(state_->names, list);
          if (name == state_->names.end()) {
            name = state_->names.insert(state_->names.end(), list);
            state_->lists.emplace_back();
          }
          state_->lists[static_cast<std::size_t>(name - state_->names.begin())].push_back(
              {static_cast<std::uint8_t>(state_->slots.size()), static_cast<std::uint8_t>(read.values.size() - 1),
               opening});
        }
      }
      state_->slots.push_back(std::move(read));
    }
  }
}

Retold::~Retold() = default;
Retold::Retold(Retold&&) noexcept = default;
Retold& Retold::operator=(Retold&&) noexcept = default;

namespace {

class Article {
 public:
  Article(const Document& document, const Facts& facts, const Definition& definition, const Language_& words,
          const SmallWords& small)
      : document_(document),
        facts_(facts),
        definition_(definition),
        words_(words),
        small_(small),
        quoted_(document, 8) {}

  // Whether it is one of the short ones; finds its headline and its first paragraph.
  bool is_short() {
    std::size_t words = 0;
    for (std::uint32_t i = 0; i < document_.blocks().size(); ++i) {
      const Block& block = document_.block(i);
      if (!definition_.looks_at(block.role)) continue;
      words += block.word_count;
      if (words > kMostWords) return false;
      if (is_headline(block.role)) {
        if (!title_ && !lead_) title_ = i;
      } else if (!lead_ && block.word_count >= kLeadWords) {
        lead_ = i;
      }
    }
    if (!lead_ || words < kFewestWords) return false;
    const std::string_view text = document_.block(*lead_).text;
    return !holds(words_.correction, text, {0, static_cast<std::uint32_t>(text.size())});
  }

  template <class Lists>
  void read(const Lists& lists) {
    for (std::uint32_t i = 0; i < document_.blocks().size(); ++i) {
      const Block& block = document_.block(i);
      if (!definition_.looks_at(block.role) || block.language != document_.language()) continue;
      for (const TextSpan sentence : cut_sentences(block.text)) {
        for (const ClassWord& word : words_.classes.find(document_, block, sentence)) {
          if (is_denied(block, sentence, word.span)) continue;
          Said said;
          said.block = i;
          said.span = word.span;
          said.sentence = sentence;
          said.head = word.head;
          said.begin = definite_begin(block, sentence, word);
          const auto own = words_.definite.longest(block.text, word.span.begin);
          said.definite = said.begin < word.span.begin || (own && own.position < word.span.end);
          said.unreal = is_unreal(block, sentence, word.span);
          said.quoted = quoted_.hold(i, word.span);
          for (const auto& [slot, value, opening] : lists[word.list]) {
            said.slot = slot;
            said.value = value;
            said.opening = opening;
            said_.push_back(said);
          }
        }
      }
    }
  }

  // Two numbers of one slot: "14 dead" in the headline, "nine were killed" in the text; "won 3-1", "the 2-1".
  std::optional<std::pair<TextPlace, TextPlace>> clash_of_numbers(std::uint8_t number, const RetoldSlot& slot) const {
    return slot.by == RetoldBy::kScore ? other_score(number) : other_count(number);
  }

  // The two places; nothing when the article tells the slot in one way, or parts the two.
  std::optional<std::pair<Said, Said>> clash(std::uint8_t number, const RetoldSlot& slot) {
    std::vector<const Said*> told;
    for (const Said& said : said_) {
      if (said.slot == number) told.push_back(&said);
    }
    // "Won the bronze medal"
    if (slot.by == RetoldBy::kRank) {
      std::erase_if(told, [&](const Said* said) {
        return said->value == 0 && std::ranges::any_of(said_, [&](const Said& other) {
                 return other.slot == number && other.value > 0 && in_one_sentence(other, *said);
               });
      });
    }
    if (told.size() < 2) return std::nullopt;
    for (const Said* first : told) {
      if (!opens(*first, slot)) continue;
      // "Turned the match to win it": who stands before the first one.
      if (slot.by == RetoldBy::kSide && std::ranges::any_of(told, [&](const Said* other) {
            return in_one_sentence(*other, *first) && is_before(*other, *first);
          })) {
        continue;
      }
      for (const Said* second : told) {
        if (is_before(*first, *second) && excludes(*first, *second, slot, told)) return std::pair(*first, *second);
      }
    }
    return std::nullopt;
  }

 private:
  static bool is_before(const Said& a, const Said& b) {
    return std::pair(a.block, a.span.begin) < std::pair(b.block, b.span.begin);
  }
  static bool in_one_sentence(const Said& a, const Said& b) { return a.block == b.block && a.sentence == b.sentence; }

  // What parts the second place from the first: in the noun phrase, which takes for granted that it happened; else in
  // the sentence.
  bool is_parted(const Said& said, bool noun_alone) const {
    const Block& block = document_.block(said.block);
    const TextSpan sentence = said.sentence;
    if (block.text.substr(sentence.begin, sentence.size()).find('?') != std::string_view::npos) return true;
    const auto parts = [&](TextSpan span) { return holds(words_.parting, block.text, span); };
    if (noun_alone) return parts(noun_phrase(said)) || holds(words_.unreal, block.text, noun_phrase(said));
    const TextSpan clause = clause_of(block.text, sentence, said.span);
    const std::uint32_t opening = std::min(sentence.begin + kOpening, said.span.begin);
    return said.unreal || parts({sentence.begin, opening}) || parts({clause.begin, said.span.begin}) ||
           parts({said.span.end, clause.end});
  }

  // With the words right behind it.
  TextSpan noun_phrase(const Said& said) const {
    const Block& block = document_.block(said.block);
    const TextSpan clause = clause_of(block.text, said.sentence, said.span);
    const std::span<const Word> behind = words_in(document_.words(block), {said.span.end, clause.end});
    const std::uint32_t end = behind.size() > kNearNoun ? behind[kNearNoun - 1].end : clause.end;
    return {said.begin, end};
  }

  bool is_unreal(const Block& block, TextSpan sentence, TextSpan cue) const {
    const TextSpan clause = clause_of(block.text, sentence, cue);
    const std::span<const Word> behind = words_in(document_.words(block), {cue.end, clause.end});
    if (!behind.empty() && words_.unreal.longest(block.text, behind.front().begin)) return true;
    const std::span<const Word> before = words_in(document_.words(block), {clause.begin, cue.begin});
    // Where the verb stands last, "will" is far from it.
    const std::uint32_t begin =
        before.size() > kModal && !has_noun_capitals() ? before[before.size() - kModal].begin : clause.begin;
    return holds(words_.unreal, block.text, {begin, cue.begin}) ||
           block.text.substr(sentence.begin, sentence.size()).find('?') != std::string_view::npos;
  }

  bool is_denied(const Block& block, TextSpan sentence, TextSpan cue) const {
    return stands_before(block, sentence, cue.begin, kDenial, words_.denying) ||
           words_.denying.longest(block.text, skip_blanks(block.text, cue.end)).found;
  }

  // Where "the" stands before the noun, with adjectives between: its begin; else that of the word. Where all nouns have
  // a capital, a verb is none.
  std::uint32_t definite_begin(const Block& block, TextSpan sentence, const ClassWord& word) const {
    const std::span<const Word> all = document_.words(block);
    const std::span<const Word> before = words_in(all, {sentence.begin, word.span.begin});
    const bool capitals = !small_.names_after.empty();
    if (capitals && !is_upper(decode_at(block.text, word.span.begin).value)) {
      const std::span<const Word> behind = words_in(all, {word.span.end, sentence.end});
      const bool attribute = !behind.empty() && is_adjacent(block.text, word.span.end, behind.front().begin) &&
                             is_upper(decode_at(block.text, behind.front().begin).value);
      if (!attribute) return word.span.begin;
    }
    std::uint32_t next = word.span.begin;
    for (std::size_t i = before.size(), left = kBeforeNoun; i > 0 && left > 0; --i, --left) {
      const Word& own = before[i - 1];
      const std::string_view gap = block.text.substr(own.end, next - own.end);
      if (gap.find_first_of(",.;:()") != std::string_view::npos) return word.span.begin;
      const auto is_in = [&](const PhraseTrie& list) {
        const auto match = list.longest(block.text, own.begin);
        return match && match.position <= word.span.begin;
      };
      if (is_in(words_.definite)) return own.begin;
      const bool adjective = capitals ? !is_upper(decode_at(block.text, own.begin).value) : is_in(words_.adjectives);
      if (!adjective) break;
      next = own.begin;
    }
    // "A rise of that size"
    const auto of = words_.leading.longest(block.text, skip_blanks(block.text, word.span.end));
    if (of && words_.definite.longest(block.text, skip_blanks(block.text, of.position)).found && !before.empty() &&
        words_.generic.longest(block.text, last_of(block, of.position)).found) {
      return before.back().begin;
    }
    return word.span.begin;
  }

  // The word behind the one at `pos`.
  std::size_t last_of(const Block& block, std::size_t pos) const {
    const auto demonstrative = words_.definite.longest(block.text, skip_blanks(block.text, pos));
    return skip_blanks(block.text, demonstrative.position);
  }

  // Whether a word of the list is one of the last `most` words before `pos`, no mark between.
  bool stands_before(const Block& block, TextSpan sentence, std::uint32_t pos, std::size_t most,
                     const PhraseTrie& list) const {
    const std::span<const Word> words = words_in(document_.words(block), {sentence.begin, pos});
    std::uint32_t next = pos;
    for (std::size_t i = words.size(); i > 0 && most > 0; --i, --most) {
      const Word& word = words[i - 1];
      const std::string_view gap = block.text.substr(word.end, next - word.end);
      if (gap.find_first_of(",.;:()\u201E") != std::string_view::npos) return false;
      const auto match = list.longest(block.text, word.begin);
      if (match && match.position <= pos) return true;
      next = word.begin;
    }
    return false;
  }

  bool is_title(const Said& said) const { return title_ && said.block == *title_; }

  // Told at the begin, in the article's own words.
  bool opens(const Said& said, const RetoldSlot& slot) const {
    if (said.unreal || (said.quoted && !is_title(said))) return false;
    return is_title(said) || (!slot.headline && said.block == *lead_);
  }

  bool excludes(const Said& first, const Said& second, const RetoldSlot& slot, const std::vector<const Said*>& told) {
    if (second.opening || in_one_sentence(first, second)) return false;
    if (slot.headline && second.block > *lead_ + kBelow) return false;
    bool excluded = false;
    switch (slot.by) {
      case RetoldBy::kThing:
        excluded = first.value != second.value && is_told_once(first, second, told) &&
                   ((slot.headline && second.block == *lead_) || is_of_thing(first, second)) && !(slot.once && has_other_time(second, first));
        break;
      case RetoldBy::kSide:
        excluded = is_of_other_end(first, second, told);
        break;
      case RetoldBy::kRank:
        excluded = first.value != second.value && is_told_once(first, second, told) && is_of_same_side(first, second) &&
                   (second.definite || is_of_thing(first, second));
        break;
      case RetoldBy::kCount:
      case RetoldBy::kScore:
        break;  // of numbers, not of words
      case RetoldBy::kName:
        excluded = first.value == 0 && second.value == 1 && is_of_other_name(first, second, told);
        break;
    }
    if (!excluded || has_other_time(first, second)) return false;
    // "The defeat" may be an earlier one, "the drop" is that which the article tells of.
    if (slot.by != RetoldBy::kName) return !is_parted(second, slot.by == RetoldBy::kThing && second.definite);
    const TextSpan part = noun_phrase(second);
    return !holds(words_.parting, document_.block(second.block).text, part);
  }

  // A sentence that tells both parts them; told in both ways more than once, they are of two things, or of before and
  // after.
  bool is_told_once(const Said& first, const Said& second, const std::vector<const Said*>& told) const {
    return std::ranges::none_of(told, [&](const Said* other) {
      if (other == &first || other == &second || other->opening) return false;
      if (other->value != first.value && in_one_sentence(*other, first)) return true;
      if (other->value != second.value && in_one_sentence(*other, second)) return true;
      return is_title(first) ? other->value == first.value && !is_title(*other)
                             : other->value != first.value && !in_one_sentence(*other, second);
    });
  }

  struct Sides {
    Forms before;
    Forms behind;
  };

  [[nodiscard]] bool has_noun_capitals() const { return !small_.names_after.empty(); }

  Forms names_of(const Block& block, TextSpan span) const {
    Forms names;
    for (SentenceName& name : names_in(document_, block, span, has_noun_capitals())) {
      if (!name.common) names.insert(std::move(name.form));
    }
    return names;
  }

  // The names of its clause, or of its sentence.
  Sides sides_of(const Said& said, bool whole) const {
    const Block& block = document_.block(said.block);
    const TextSpan part = whole ? said.sentence : clause_of(block.text, said.sentence, said.span);
    return {names_of(block, {part.begin, said.span.begin}), names_of(block, {said.span.end, part.end})};
  }

  // "Meppen" and "Meppener"
  static bool share(const Forms& a, const Forms& b) {
    return std::ranges::any_of(a, [&](const std::string& one) {
      return std::ranges::any_of(b, [&](const std::string& other) { return one == other || are_kin(one, other); });
    });
  }

  // A defeat of who has won, a win of who has lost, a draw.
  bool is_of_other_end(const Said& first, const Said& second, const std::vector<const Said*>& told) const {
    const auto is_other = [&](const Said* other) {
      return other != &first && other != &second && !in_one_sentence(*other, second);
    };
    constexpr std::uint8_t kDraw = 2;
    if ((first.value == kDraw) != (second.value == kDraw)) {
      return second.definite && is_match(first) && is_of_thing(first, second) &&
             std::ranges::none_of(told,
                                  [&](const Said* other) { return is_other(other) && other->value == second.value; });
    }
    if (first.value == kDraw) return false;
    const Sides end = sides_of(first, false);
    if (end.before.empty()) return false;
    const Block& block = document_.block(second.block);
    const Forms names = names_of(block, second.sentence);
    const Sides here = sides_of(second, true);
    const bool same = share(here.before, end.before) || (here.before.empty() && share(here.behind, end.before));
    // "Worku, who won from Chebet"
    const bool beaten = !same && share(here.behind, end.before) && !here.before.empty() &&
                        second.value == first.value && second.value == 0 && !second.definite &&
                        is_behind_of(second, end.before);
    const bool contrary = share(names, end.behind) || beaten || (!same && owns(first, second, names));
    if (same == contrary || (second.value == first.value) == same) return false;
    return std::ranges::none_of(told, [&](const Said* other) {
      if (!is_other(other) || other->value != second.value) return false;
      return share(names_of(document_.block(other->block), other->sentence), names);
    });
  }

  // "Kukuk gives away the money of his win in the Grand Prix"
  bool owns(const Said& first, const Said& second, const Forms& names) const {
    const Block& block = document_.block(second.block);
    if (second.value != 0 || first.value != 0 || !second.definite) return false;
    if (!words_.owning.longest(block.text, second.begin).found || !says_of_known(second)) return false;
    return std::ranges::any_of(names, [&](const std::string& name) { return is_named_elsewhere(name, second); });
  }

  std::optional<std::pair<TextPlace, TextPlace>> other_count(std::uint8_t number) const {
    for (const Said& first : said_) {
      if (first.slot != number || !is_title(first) || first.unreal) continue;
      const Quantity* const counted = count_beside(first);
      if (counted == nullptr || is_told(*counted)) continue;
      for (const Said& second : said_) {
        if (second.slot != number || is_title(second) || second.block > *lead_ + kBelow) continue;
        const Quantity* const other = count_beside(second);
        if (other == nullptr || other->value == counted->value || is_parted(second, false)) continue;
        return std::pair{TextPlace{counted->block, counted->span}, TextPlace{other->block, other->span}};
      }
    }
    return std::nullopt;
  }

  // The number that counts something, nearest to it in its clause.
  const Quantity* count_beside(const Said& said) const {
    const Block& block = document_.block(said.block);
    const TextSpan clause = clause_of(block.text, said.sentence, said.span);
    const Quantity* found = nullptr;
    std::size_t nearest = kBesideCount;
    for (const Quantity& quantity : facts_.quantities(said.block, clause)) {
      const bool before = quantity.span.end <= said.span.begin;
      const TextSpan between = before ? TextSpan{quantity.span.end, said.span.begin}
                                      : TextSpan{said.span.end, std::max(said.span.end, quantity.span.begin)};
      const std::size_t far = words_in(document_.words(block), between).size();
      if (far >= nearest) continue;
      nearest = far;
      const bool plain = quantity.unit == kNoUnit && quantity.hedge == Hedge::kExact && !quantity.article &&
                         quantity.range == Quantity::Range::kSingle && !quantity.fraction && !quantity.rate &&
                         !quantity.ambiguous && quantity.decimals == 0;
      found = plain ? &quantity : nullptr;
    }
    return found;
  }

  // Whether the text has the number somewhere.
  bool is_told(const Quantity& counted) const {
    return std::ranges::any_of(facts_.quantities(), [&](const Quantity& quantity) {
      return quantity.block > counted.block && !quantity.article && quantity.value == counted.value;
    });
  }

  struct Score {
    TextPlace place;
    std::string first;
    std::string second;
    [[nodiscard]] bool is_of(const Score& other) const {
      return (first == other.first && second == other.second) || (first == other.second && second == other.first);
    }
  };

  // "3-1", "3:1", not in brackets.
  std::vector<Score> scores_in(std::uint32_t number, TextSpan span) const {
    const Block& block = document_.block(number);
    const std::span<const Word> words = words_in(document_.words(block), span);
    const auto is_number = [&](const Word& word) {
      const std::string_view text = word_text(block, word);
      return text.size() <= 3 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    };
    std::vector<Score> found;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string_view gap = block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
      if (gap != ":" && gap != "-" && gap != "\u2013") continue;
      if (!is_number(words[i - 1]) || !is_number(words[i])) continue;
      // A clock time, a season, a row of sets.
      const std::string_view rest = block.text.substr(words[i].end, 2);
      const bool goes_on = rest.size() == 2 && (rest[0] == ':' || rest[0] == '-') && rest[1] >= '0' && rest[1] <= '9';
      const bool clock = gap == ":" && word_text(block, words[i]).size() == 2 && rest.starts_with(" U");
      if (goes_on || clock) continue;
      found.push_back({{number, {words[i - 1].begin, words[i].end}},
                       std::string(word_text(block, words[i - 1])),
                       std::string(word_text(block, words[i]))});
    }
    return found;
  }

  // "The 2-1", "a 4-2 loss", where the begin has another score.
  std::optional<std::pair<TextPlace, TextPlace>> other_score(std::uint8_t number) const {
    std::vector<Score> all;
    for (std::uint32_t i = 0; i < document_.blocks().size(); ++i) {
      const Block& block = document_.block(i);
      if (!definition_.looks_at(block.role)) continue;
      for (Score& score : scores_in(i, {0, static_cast<std::uint32_t>(block.text.size())})) all.push_back(std::move(score));
    }
    if (all.size() < 2) return std::nullopt;
    const Score& end = all.front();
    const Block& begin = document_.block(end.place.block);
    const TextSpan first = sentence_at(begin.text, end.place.span.begin);
    const bool opening = (title_ && end.place.block == *title_) || end.place.block == *lead_;
    if (!opening || scores_in(end.place.block, first).size() != 1 || holds(words_.halves, begin.text, first)) {
      return std::nullopt;
    }
    const Score* other = nullptr;
    for (const Score& score : all) {
      if (score.is_of(end)) continue;
      if (other != nullptr) return std::nullopt;  // half time, another match
      other = &score;
    }
    if (other == nullptr) return std::nullopt;
    const Block& block = document_.block(other->place.block);
    const TextSpan span = other->place.span;
    const TextSpan sentence = sentence_at(block.text, span.begin);
    const bool named = std::ranges::any_of(said_, [&](const Said& said) {
      return said.slot == number && said.block == other->place.block && said.span.begin >= span.end &&
             words_in(document_.words(block), {span.end, said.span.begin}).empty();
    });
    const bool definite = stands_before(block, sentence, span.begin, 1, words_.definite);
    if (!named && !definite) return std::nullopt;
    Said place;
    place.block = other->place.block;
    place.span = span;
    place.sentence = sentence;
    place.begin = span.begin;
    const TextSpan clause = clause_of(block.text, sentence, span);
    if (holds(words_.halves, block.text, clause) || holds(words_.parting, block.text, noun_phrase(place))) {
      return std::nullopt;
    }
    return std::pair{end.place, other->place};
  }

  // Two sides are named, or it has a score.
  bool is_match(const Said& said) const {
    const Sides end = sides_of(said, false);
    if (!end.before.empty() && !end.behind.empty()) return true;
    const Block& block = document_.block(said.block);
    const std::span<const Word> words = words_in(document_.words(block), said.sentence);
    const auto is_number = [&](const Word& word) {
      return block.text[word.begin] >= '0' && block.text[word.begin] <= '9';
    };
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string_view gap = block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
      if ((gap == ":" || gap == "-" || gap == "\u2013") && is_number(words[i - 1]) && is_number(words[i])) return true;
    }
    return false;
  }

  // Whether one of the names stands behind the verb in its clause.
  bool is_behind_of(const Said& said, const Forms& names) const { return share(sides_of(said, false).behind, names); }

  // No name of another one stands in the sentence.
  bool is_of_same_side(const Said& first, const Said& second) const {
    const Sides end = sides_of(first, true);
    if (end.before.empty()) return false;
    const Block& block = document_.block(second.block);
    if (second.quoted) return true;
    const Forms names = names_of(block, second.sentence);
    return std::ranges::all_of(
        names, [&](const std::string& name) { return !is_named_elsewhere(name, second) || share({name}, end.before); });
  }

  // Whether another sentence has the name.
  bool is_named_elsewhere(const std::string& name, const Said& said) const {
    for (std::uint32_t i = 0; i < document_.blocks().size(); ++i) {
      const Block& block = document_.block(i);
      for (const Word& word : document_.words(block)) {
        if (i == said.block && word.begin >= said.sentence.begin && word.end <= said.sentence.end) continue;
        if (are_kin(context_form(word_text(block, word)), name)) return true;
      }
    }
    return false;
  }

  // "The winner, Anna Kern", where another one has won.
  bool is_of_other_name(const Said& first, const Said& second, const std::vector<const Said*>& told) const {
    const Forms named = title_names(second);
    if (named.empty()) return false;
    const Sides end = sides_of(first, true);
    if (share(named, end.before)) return false;
    const Block& block = document_.block(first.block);
    // "The prize went to", "den Preis gewann": who has won stands behind.
    const bool behind = !has_person(block, {first.sentence.begin, first.span.begin});
    if (behind && (end.behind.empty() || share(named, end.behind))) return false;
    if (!behind && end.before.empty()) return false;
    return std::ranges::none_of(told, [&](const Said* other) {
      if (other == &first || other == &second || in_one_sentence(*other, second)) return false;
      if (in_one_sentence(*other, first)) return false;
      return share(names_of(document_.block(other->block), other->sentence), named);
    });
  }

  // Two names side by side.
  bool has_person(const Block& block, TextSpan span) const {
    const std::vector<SentenceName> names = names_in(document_, block, span, has_noun_capitals());
    for (std::size_t i = 1; i < names.size(); ++i) {
      if (!names[i - 1].common && !names[i].common &&
          is_adjacent(block.text, names[i - 1].span.end, names[i].span.begin)) {
        return true;
      }
    }
    return false;
  }

  // The name behind a title: "Norris", ", el paceño Hugo Mamani".
  Forms title_names(const Said& said) const {
    const Block& block = document_.block(said.block);
    const std::span<const Word> behind = words_in(document_.words(block), {said.span.end, said.sentence.end});
    const std::uint32_t far = behind.size() > kBehindTitle ? behind[kBehindTitle - 1].end : said.sentence.end;
    Forms found;
    std::uint32_t last = said.span.end;
    for (SentenceName& name : names_in(document_, block, {said.span.end, far}, has_noun_capitals())) {
      if (name.common) continue;
      const std::string_view gap = block.text.substr(last, name.span.begin - last);
      const std::span<const Word> between = words_in(document_.words(block), {last, name.span.begin});
      const bool comma = gap.find(',') != std::string_view::npos;
      // "Of the", or behind a comma "the 30-year-old Turin man"
      const bool leads = std::ranges::all_of(between, [&](const Word& word) {
        return comma || words_.leading.longest(block.text, word.begin).found ||
               words_.definite.longest(block.text, word.begin).found;
      });
      const std::size_t most = found.empty() ? kBeforeName : 0;
      if (!leads || between.size() > most || gap.find_first_of(".;:()\"") != std::string_view::npos) break;
      if (!found.empty() && comma) break;
      last = name.span.end;
      found.insert(std::move(name.form));
    }
    return found;
  }

  // A month, a season, a year that the begin does not name.
  bool has_other_time(const Said& first, const Said& second) const {
    const Block& block = document_.block(second.block);
    const TextSpan clause = second.definite ? noun_phrase(second) : clause_of(block.text, second.sentence, second.span);
    if (is_title(first) && !names_time(first)) return false;
    const Block& begin = document_.block(first.block);
    const TextSpan whole{0, static_cast<std::uint32_t>(begin.text.size())};
    bool other = false;
    for_each_time(block, clause, [&](std::string_view time) {
      bool named = false;
      for_each_time(begin, whole, [&](std::string_view known) { named = named || is_same_word(known, time); });
      other = other || !named;
    });
    for (const YearMention& year : facts_.time().years) {
      if (year.block != second.block || year.begin < clause.begin || year.begin >= clause.end) continue;
      other = other || std::ranges::none_of(facts_.time().years, [&](const YearMention& known) {
                return known.block == first.block && known.year == year.year;
              });
    }
    return other;
  }

  bool names_time(const Said& said) const {
    const Block& block = document_.block(said.block);
    bool named = names_year(facts_.time(), said.block, said.sentence);
    for_each_time(block, said.sentence, [&](std::string_view) { named = true; });
    return named;
  }

  template <class Use>
  void for_each_time(const Block& block, TextSpan span, Use use) const {
    for (const Word& word : words_in(document_.words(block), span)) {
      const auto match = words_.times.longest(block.text, word.begin);
      if (match && match.position >= word.end) use(context_form(word_text(block, word)));
    }
  }

  [[nodiscard]] bool is_time(const Block& block, TextSpan word) const {
    const auto match = words_.times.longest(block.text, word.begin);
    return match && match.position >= word.end;
  }

  // The words that tell of what, in a span.
  std::vector<ContextWord> things_in(std::uint32_t number, TextSpan sentence, TextSpan span) const {
    const Block& block = document_.block(number);
    Context context = context_of(document_, facts_, number, {sentence.begin, sentence.begin}, kReach, small_);
    std::erase_if(context.words, [&](const ContextWord& word) {
      const auto is_said = [&](const Said& said) { return said.block == number && said.span.overlaps(word.span); };
      return !span.contains(word.span) || word.form.size() < kShortest || is_time(block, word.span) ||
             std::ranges::any_of(said_, is_said);
    });
    return context.words;
  }

  // What the begin is about: all words of the headline and of the first paragraph, but for the second place's own.
  std::vector<ContextWord> begin_words(const Said& second, bool title_only) const {
    std::vector<ContextWord> words;
    for (const std::optional<std::uint32_t> number : {title_, title_only ? std::nullopt : lead_}) {
      if (!number) continue;
      const Block& block = document_.block(*number);
      for (const TextSpan sentence : cut_sentences(block.text)) {
        if (*number == second.block && sentence == second.sentence) continue;
        for (ContextWord& word : things_in(*number, sentence, sentence)) words.push_back(std::move(word));
      }
    }
    return words;
  }

  static bool is_alike(const ContextWord& a, const ContextWord& b) {
    if (a.concepts.meets(b.concepts) || are_kin(a.form, b.form)) return true;
    const auto [shorter, longer] =
        std::minmax(a.form, b.form, [](const auto& x, const auto& y) { return x.size() < y.size(); });
    if (shorter.size() >= kTail && (longer.ends_with(shorter) || longer.starts_with(shorter))) return true;
    // "Smoking", "smokers"
    const auto common = static_cast<std::size_t>(std::ranges::mismatch(a.form, b.form).in1 - a.form.begin());
    return common >= kStem && common * 2 >= longer.size();
  }

  bool is_generic(const Block& block, const ContextWord& word) const {
    const auto match = words_.generic.longest(block.text, word.span.begin);
    return match && match.position >= word.span.end;
  }

  // The words behind a noun that may say of what it is.
  std::vector<ContextWord> words_behind(const Said& said) const {
    const Block& block = document_.block(said.block);
    const TextSpan clause = clause_of(block.text, said.sentence, said.span);
    const std::span<const Word> behind = words_in(document_.words(block), {said.span.end, clause.end});
    const std::uint32_t far = behind.size() > kBehindNoun ? behind[kBehindNoun - 1].end : clause.end;
    std::vector<ContextWord> after = things_in(said.block, said.sentence, {said.span.end, far});
    std::erase_if(after, [&](const ContextWord& word) {
      return is_generic(block, word) || words_.postposed.longest(block.text, word.span.begin).position >= word.span.end;
    });
    return after;
  }

  // "In the Grand Prix", of which the begin tells.
  bool says_of_known(const Said& said) const {
    const std::vector<ContextWord> after = words_behind(said);
    if (after.empty() || !follows(document_.block(said.block), said.span.end, after.front())) return false;
    return std::ranges::any_of(begin_words(said, false),
                               [&](const ContextWord& word) { return is_alike(word, after.front()); });
  }

  bool is_of_thing(const Said& first, const Said& second) const {
    const Block& block = document_.block(second.block);
    const std::vector<ContextWord> begin = begin_words(second, is_title(first) && second.block == *lead_);
    const auto known = [&](const ContextWord& word) {
      return std::ranges::any_of(begin, [&](const ContextWord& other) { return is_alike(word, other); });
    };
    const TextSpan clause = clause_of(block.text, second.sentence, second.span);
    if (second.head > second.span.begin) return is_part_known(block, second, begin);
    const std::vector<ContextWord> after = words_behind(second);
    if (second.definite) {
      if (std::ranges::any_of(after, known) || points(block, second)) return true;
      // "The drop is welcome"
      return (after.empty() || !follows(block, second.span.end, after.front())) && !tells_more(first);
    }
    if (first.opening) return false;
    if (points(block, second)) return true;
    std::vector<ContextWord> near = things_in(second.block, second.sentence, {clause.begin, second.span.begin});
    near.insert(near.end(), after.begin(), after.end());
    const auto tells = [&](const ContextWord& word) {
      return (is_title(first) || !word.name) && !is_generic(block, word) && known(word);
    };
    return std::ranges::any_of(near, tells);
  }

  // "In diesem Rennen"
  bool points(const Block& block, const Said& said) const {
    const auto of = words_.leading.longest(block.text, skip_blanks(block.text, said.span.end));
    return of && words_.pointing.longest(block.text, skip_blanks(block.text, of.position)).found;
  }

  // Whether its sentence contrasts two things: "sales rose, but profit did not".
  bool tells_more(const Said& said) const {
    return holds(words_.parting, document_.block(said.block).text, said.sentence);
  }

  // Whether the word says of what: it stands right behind, or behind an "of".
  bool follows(const Block& block, std::uint32_t end, const ContextWord& word) const {
    const std::span<const Word> between = words_in(document_.words(block), {end, word.span.begin});
    const std::string_view gap = block.text.substr(end, word.span.begin - end);
    if (gap.find_first_of(",;:()") != std::string_view::npos) return false;
    // Where adjectives stand behind the noun, what it is of has an "of".
    if (between.empty()) return words_.postposed.empty();
    constexpr std::size_t kArticles = 4;  // "of all the", "in the number of"
    return between.size() <= kArticles && words_.leading.longest(block.text, between.front().begin).found;
  }

  // "Besucherminus": visitors
  bool is_part_known(const Block& block, const Said& said, const std::vector<ContextWord>& begin) const {
    ContextWord part;
    part.span = {said.span.begin, said.head};
    part.form = context_form(block.text.substr(said.span.begin, said.head - said.span.begin));
    if (small_.concepts) {
      const Concepts& concepts = facts_.knowledge().concepts[ConceptFamily::kConcepts].of(block.language);
      part.concepts = concepts.at(block.text, said.span.begin, said.head).concepts;
    }
    return std::ranges::any_of(begin, [&](const ContextWord& word) {
      return is_alike(part, word) || (part.form.size() > kTail && word.form.starts_with(part.form.substr(0, kTail)));
    });
  }

  const Document& document_;
  const Facts& facts_;
  const Definition& definition_;
  const Language_& words_;
  const SmallWords& small_;
  QuotedBlocks quoted_;
  std::optional<std::uint32_t> title_;
  std::optional<std::uint32_t> lead_;
  std::vector<Said> said_;
};

}  // namespace

void Retold::find(const Document& document, const Facts& facts, const Definition& definition,
                  const std::map<Language, SmallWords>& small, Sink& sink) const {
  const auto language = small.find(document.language());
  if (state_->slots.empty() || language == small.end()) return;
  // The words are not asked for before it is known to be a short one.
  std::size_t words = 0;
  for (const Block& block : document.blocks()) {
    if (definition.looks_at(block.role)) words += block.word_count;
  }
  if (words < kFewestWords || words > kMostWords) return;
  const Language_& own = state_->of(document.language(), facts.knowledge().lexicon);
  if (own.classes.empty()) return;
  Article article(document, facts, definition, own, language->second);
  if (!article.is_short()) return;
  article.read(state_->lists);
  for (std::size_t i = 0; i < state_->slots.size(); ++i) {
    if (state_->slots[i].by >= RetoldBy::kCount) {
      if (const auto places = article.clash_of_numbers(static_cast<std::uint8_t>(i), state_->slots[i])) {
        Finding finding = clash_of(document, places->first, places->second);
        finding.wording = "retold";
        sink.report(std::move(finding));
      }
      continue;
    }
    const auto clash = article.clash(static_cast<std::uint8_t>(i), state_->slots[i]);
    if (!clash) continue;
    Finding finding =
        clash_of(document, {clash->first.block, clash->first.span}, {clash->second.block, clash->second.span});
    finding.wording = "retold";
    sink.report(std::move(finding));
  }
}

}  // namespace stet

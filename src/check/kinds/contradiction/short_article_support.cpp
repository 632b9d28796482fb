#include "check/kinds/contradiction/short_article_support.h"

#include <algorithm>
#include <utility>

#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/contradiction/retold_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/spelled_out.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLeadWords = 8;   // of the paragraph that tells what happened, at least
constexpr std::size_t kBeforeNoun = 4;  // words between "the" and the noun, and itself
constexpr std::size_t kNearNoun = 3;    // words behind it that may say of when
constexpr std::size_t kNearTime = 5;    // the same of a month
constexpr std::size_t kModal = 6;       // words between "may" and its verb
constexpr std::size_t kDenial = 3;      // words between "not" and what it denies
constexpr std::size_t kNobody = 8;      // words between "nobody" and what nobody does
constexpr std::uint32_t kOpening = 14;  // bytes in which a sentence says "but"

bool is_headline(Role role) { return role == Role::kTitle || role == Role::kHeading; }

constexpr std::string_view kLexicon = "class";

// The lists of that lexicon.
constexpr std::pair<std::string_view, PhraseTable RetoldWords::*> kAround[] = {
    {"parting", &RetoldWords::parting},
    {"agents", &RetoldWords::agents},
    {"owners", &RetoldWords::owners},
    {"targets", &RetoldWords::targets},
    {"passive", &RetoldWords::passive},
    {"earlier", &RetoldWords::earlier},
    {"counter", &RetoldWords::counter},
    {"legs", &RetoldWords::legs},
    {"contests", &RetoldWords::contests},
    {"contrast", &RetoldWords::contrast},
    {"unreal", &RetoldWords::unreal},
    {"definite", &RetoldWords::definite},
    {"indefinite", &RetoldWords::indefinite},
    {"adjectives", &RetoldWords::adjectives},
    {"leading", &RetoldWords::leading},
    {"pointing", &RetoldWords::pointing},
    {"generic", &RetoldWords::generic},
    {"postposed", &RetoldWords::postposed},
    {"owning", &RetoldWords::owning},
    {"denying", &RetoldWords::denying},
    {"times", &RetoldWords::times},
    {"correction", &RetoldWords::correction},
    {"halves", &RetoldWords::halves},
    {"nobody", &RetoldWords::nobody},
    {"everybody", &RetoldWords::everybody},
    {"yet", &RetoldWords::yet},
    {"instead", &RetoldWords::instead},
    {"weekdays", &RetoldWords::weekdays},
    {"comparing", &RetoldWords::comparing},
    {"changing", &RetoldWords::changing},
    {"none", &RetoldWords::none},
    {"emphatic", &RetoldWords::emphatic},
    {"idle", &RetoldWords::idle},
    {"some", &RetoldWords::some},
    {"stage", &RetoldWords::stage},
    {"asking", &RetoldWords::asking},
    {"being", &RetoldWords::being},
    {"lacking", &RetoldWords::lacking},
    {"partly", &RetoldWords::partly},
    {"nearly", &RetoldWords::nearly},
    {"refusing", &RetoldWords::refusing},
    {"claiming", &RetoldWords::claiming},
    {"forbidding", &RetoldWords::forbidding},
    {"prepositions", &RetoldWords::prepositions},
    {"because", &RetoldWords::because},
    {"without", &RetoldWords::without},
    {"joining", &RetoldWords::joining},
    {"reason", &RetoldWords::reason},
    {"unlike", &RetoldWords::unlike},
    {"anybody", &RetoldWords::anybody},
    {"next-event", &RetoldWords::next_event},
    {"this-time", &RetoldWords::this_time},
    {"lasting", &RetoldWords::lasting},
};

MadeTables make_tables(const Lexicon& lexicon, Language language) {
  MadeTables made;
  for (const auto& [list, table] : kAround) {
    PhraseTrie& trie = made.tables.emplace_back();
    for (const std::string_view word : lexicon.find(kLexicon, language, list)) {
      spell_out(std::string(word), [&](std::string_view form) { trie.add(form, 0); });
    }
  }
  for (const std::string_view stand_in : kStandIns) {
    PhraseTrie& trie = made.tables.emplace_back();
    for (const std::string_view word : lexicon.find(kLexicon, language, "stand-in-" + std::string(stand_in))) {
      spell_out(std::string(word), [&](std::string_view form) { trie.add(form, 0); });
    }
  }
  ClassWords::make(lexicon, language, made);
  return made;
}

bool is_class(std::string_view lexicon) { return lexicon == kLexicon || lexicon.starts_with("class-"); }

}  // namespace

const TableMaker kRetoldTables{"classes", is_class, is_class, make_tables};

RetoldWords::RetoldWords(const WordTable& made) : classes(made) {
  std::size_t table = made.tables.size() - std::size(kAround) - std::size(kStandIns);
  for (const auto& [list, around] : kAround) this->*around = made.tables[table++];
  for (PhraseTable& stand_in : stand_ins) stand_in = made.tables[table++];
}

ShortArticle::ShortArticle(const Document& document, const Facts& facts, const Definition& definition,
                           const RetoldWords& words, const SmallWords& small)
    : document_(document), facts_(facts), definition_(definition), words_(words), small_(small), quoted_(document, 8) {}

bool ShortArticle::is_short() {
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
  return lead_ && words >= kFewestWords;
}

bool ShortArticle::is_correction() const {
  const std::string_view text = document_.block(*lead_).text;
  return holds(words_.correction, text, {0, static_cast<std::uint32_t>(text.size())});
}

void ShortArticle::read(const RetoldLists& lists) {
  const auto are_related = [&](std::uint16_t a, std::uint16_t b) {
    return a == b || std::ranges::any_of(lists.lists[a], [&](const RetoldList& one) {
             return std::ranges::any_of(lists.lists[b], [&](const RetoldList& two) { return one.slot == two.slot; });
           });
  };
  for (std::uint32_t i = 0; i < document_.blocks().size(); ++i) {
    const Block& block = document_.block(i);
    if (!definition_.looks_at(block.role) || block.language != document_.language()) continue;
    for (const TextSpan sentence : facts_.sentences().of(i)) {
      for (const ClassWord& word : words_.classes.find(document_, facts_, i, sentence, lists.wanted, are_related)) {
        if (is_in_name(block, sentence, word.span)) continue;
        const Denied denied = is_denied(block, sentence, word.span);
        Said said = said_of(i, sentence, word);
        const TextSpan clause = clause_of(block.text, sentence, word.span);
        said.of_all = holds(words_.everybody, block.text, {clause.begin, word.span.begin});
        // "Aucun témoin n'a": what denies by itself is denied no more.
        const bool denies = holds(words_.denying, block.text, word.span) || holds(words_.nobody, block.text, word.span);
        if (denies && tells_when_instead(block, sentence, word.span)) continue;
        for (const auto& [slot, value, opening, polar, again] : lists.lists[word.list]) {
          // "Less than thirty kilometres": a measure tells of no change.
          if (opening && leads_number(i, word.span)) continue;
          if (again && denied != Denied::kNo && denied != Denied::kPerhaps && !denies) continue;
          if (again) {
            said.slot = slot;
            said.value = value;
            said.denied = said.opening = false;
            said_.push_back(said);
            continue;
          }
          // "Did not approve the deal" does not deny the deal.
          if (polar && denied == Denied::kYes && said.definite) continue;
          if (denied == Denied::kYet || denied == (polar ? Denied::kPerhaps : Denied::kYes)) continue;
          said.slot = slot;
          said.denied = polar && denied == Denied::kYes;
          said.value = said.denied ? 1 - value : value;
          said.opening = opening;
          said_.push_back(said);
        }
      }
    }
  }
}

bool ShortArticle::counts_something(const Said& said) const {
  const TextSpan clause = clause_of(document_.block(said.block).text, said.sentence, said.span);
  return std::ranges::any_of(facts_.quantities(said.block, clause), [](const Quantity& quantity) {
    return !quantity.article && quantity.unit == kNoUnit && quantity.value > 1;
  });
}

bool ShortArticle::leads_number(std::uint32_t number, TextSpan word) const {
  const std::size_t behind = skip_blanks(document_.block(number).text, word.end);
  return std::ranges::any_of(facts_.quantities(number), [&](const Quantity& quantity) {
    return !quantity.article && quantity.span.begin == behind;
  });
}

bool ShortArticle::is_counted(std::uint32_t block, TextSpan span) const {
  return std::ranges::any_of(facts_.quantities(block), [&](const Quantity& quantity) {
    // "The 3.8 per cent fall" is one fall.
    return !quantity.article && !quantity.is_percent() && !quantity.noun.empty() && quantity.noun.overlaps(span);
  });
}

Said ShortArticle::said_of(std::uint32_t number, TextSpan sentence, const ClassWord& word) const {
  const Block& block = document_.block(number);
  Said said;
  said.block = number;
  said.span = word.span;
  said.sentence = sentence;
  said.head = word.head;
  said.begin = definite_begin(block, sentence, word);
  const auto own = words_.definite.longest(block.text, word.span.begin);
  said.definite = said.begin < word.span.begin || (own && own.position < word.span.end);
  said.unreal = is_unreal(block, sentence, word.span);
  said.quoted = quoted_.hold(number, word.span);
  said.counted = is_counted(number, word.span);
  return said;
}

bool ShortArticle::is_in_name(const Block& block, TextSpan sentence, TextSpan word) const {
  if (has_noun_capitals() || is_headline(block.role) || !is_upper(decode_at(block.text, word.begin).value))
    return false;
  const std::span<const Word> before = words_in(document_.words(block), {sentence.begin, word.begin});
  const std::span<const Word> behind = words_in(document_.words(block), {word.end, sentence.end});
  const auto is_capital = [&](const Word& other) { return is_upper(decode_at(block.text, other.begin).value); };
  const bool follows = !before.empty() && before.back().begin != sentence.begin && is_capital(before.back()) &&
                       is_adjacent(block.text, before.back().end, word.begin);
  const bool leads =
      !behind.empty() && is_capital(behind.front()) && is_adjacent(block.text, word.end, behind.front().begin);
  return follows || (leads && !before.empty());
}

Said ShortArticle::said_at(std::uint32_t block, TextSpan sentence, TextSpan word) const {
  return said_of(block, sentence, {0, word, word.begin});
}

bool ShortArticle::is_denied_at(const Said& said) const {
  return is_denied(document_.block(said.block), said.sentence, said.span) != Denied::kNo;
}

bool ShortArticle::is_parted(const Said& first, const Said& said, bool noun_alone) const {
  const Block& block = document_.block(said.block);
  const TextSpan sentence = said.sentence;
  if (block.text.substr(sentence.begin, sentence.size()).find('?') != std::string_view::npos) return true;
  const auto parts = [&](TextSpan span) {
    return holds_other(words_.parting, first, said, span) || (!noun_alone && holds(words_.contrast, block.text, span));
  };
  if (noun_alone) {
    const TextSpan phrase = noun_phrase(said);
    // "He will appeal against his conviction": there is one.
    const bool owned = words_.owning.longest(block.text, said.begin).found;
    const TextSpan noun{phrase.begin, owned ? said.span.end : phrase.end};
    return parts(phrase) || holds(words_.unreal, block.text, noun);
  }
  const TextSpan clause = clause_of(block.text, sentence, said.span);
  const std::uint32_t opening = std::min(sentence.begin + kOpening, said.span.begin);
  return said.unreal || parts({sentence.begin, opening}) || parts({clause.begin, said.span.begin}) ||
         parts({said.span.end, clause.end});
}

bool ShortArticle::is_changed(const Said& first, const Said& second) const {
  const Block& block = document_.block(second.block);
  const std::string_view text = block.text;
  TextSpan clause = clause_of(text, second.sentence, second.span);
  // "It stands still, and nobody knows when it may run": what is joined tells something else.
  const std::span<const Word> behind = words_in(document_.words(block), {second.span.end, clause.end});
  const auto joint = std::ranges::find_if(behind, [&](const Word& word) {
    return words_.joining.longest(text, word.begin).position == word.end ||
           words_.lasting.longest(text, word.begin).found;
  });
  if (joint != behind.end()) clause.end = joint->begin;
  // "At another meeting, in Bergerac, …"
  const TextSpan leading = clause_of(text, second.sentence, {second.sentence.begin, second.sentence.begin});
  const std::uint32_t far = std::max(second.sentence.begin + kOpening, leading.end);
  const TextSpan opening{second.sentence.begin, std::min(far, second.span.begin)};
  return holds_other(words_.changing, first, second, clause) || holds_other(words_.changing, first, second, opening) ||
         holds_other(words_.contrast, first, second, opening) ||
         text.substr(second.sentence.begin, second.sentence.size()).find('?') != std::string_view::npos;
}

bool ShortArticle::is_overtaken(const Said& said) const {
  const Block& block = document_.block(said.block);
  return holds(words_.changing, block.text, {said.sentence.begin, said.span.begin}) ||
         holds(words_.contrast, block.text, {said.span.end, said.sentence.end});
}

bool ShortArticle::holds_other(const PhraseTable& list, const Said& first, const Said& second, TextSpan part) const {
  const Block& block = document_.block(second.block);
  const std::string_view begin = document_.block(first.block).text;
  const std::string_view known = begin.substr(first.sentence.begin, first.sentence.size());
  std::size_t compared = 0;  // "than last year": what is compared is of now
  for (const Word& word : words_in(document_.words(block), {second.sentence.begin, part.end})) {
    if (const auto match = words_.comparing.longest(block.text, word.begin)) compared = match.position;
    // "No longer runs": what says it by itself.
    if (word.begin < part.begin || word.begin < compared || second.span.contains({word.begin, word.end})) continue;
    const auto match = list.longest(block.text, word.begin);
    if (!match || match.position > part.end) continue;
    // "More apprentices": of this autumn, as the lead goes on to say.
    const bool headline = is_title(first) && second.block == *lead_;
    if (headline && words_.this_time.longest(block.text, word.begin).position >= match.position) continue;
    if (known.find(block.text.substr(word.begin, match.position - word.begin)) == std::string_view::npos) return true;
  }
  return false;
}

TextSpan ShortArticle::noun_phrase(const Said& said) const {
  const Block& block = document_.block(said.block);
  const TextSpan clause = clause_of(block.text, said.sentence, said.span);
  const std::span<const Word> behind = words_in(document_.words(block), {said.span.end, clause.end});
  const std::uint32_t end = behind.size() > kNearNoun ? behind[kNearNoun - 1].end : clause.end;
  return {said.begin, end};
}

bool ShortArticle::is_unreal(const Block& block, TextSpan sentence, TextSpan cue) const {
  const TextSpan clause = clause_of(block.text, sentence, cue);
  const std::span<const Word> behind = words_in(document_.words(block), {cue.end, clause.end});
  // "Closure feared", but not "rejects plans for"
  if (!behind.empty() && words_.unreal.longest(block.text, behind.front().begin)) {
    const bool object = behind.size() > 1 && words_.leading.longest(block.text, behind[1].begin);
    if (!object) return true;
  }
  const std::span<const Word> before = words_in(document_.words(block), {clause.begin, cue.begin});
  // Where the verb stands last, "will" is far from it.
  const std::uint32_t begin =
      before.size() > kModal && !has_noun_capitals() ? before[before.size() - kModal].begin : clause.begin;
  return holds(words_.unreal, block.text, {begin, cue.begin}) ||
         block.text.substr(sentence.begin, sentence.size()).find('?') != std::string_view::npos;
}

bool ShortArticle::is_name(const Said& said) const {
  const std::string_view text = document_.block(said.block).text;
  return !has_noun_capitals() && said.span.begin > said.sentence.begin &&
         is_upper(decode_at(text, said.span.begin).value) && !opens_clause(text, said.span.begin);
}

// "Will not reopen on 15 May but on 30 June"
bool ShortArticle::tells_when_instead(const Block& block, TextSpan sentence, TextSpan cue) const {
  constexpr std::size_t kNear = 3;  // words
  const std::span<const Word> words = words_in(document_.words(block), {cue.end, sentence.end});
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words_.instead.longest(block.text, words[i].begin)) continue;
    for (const Word& word : words.subspan(i, std::min(kNear + 1, words.size() - i))) {
      if (std::ranges::any_of(word_text(block, word), [](char c) { return c >= '0' && c <= '9'; })) return true;
    }
  }
  return false;
}

ShortArticle::Denied ShortArticle::is_denied(const Block& block, TextSpan sentence, TextSpan cue) const {
  const TextSpan clause = clause_of(block.text, sentence, cue);
  // "They did not survive the crash": and not "den Absturz nicht überlebt".
  const bool noun = has_noun_capitals() && is_upper(decode_at(block.text, cue.begin).value);
  const bool behind = words_.denying.longest(block.text, skip_blanks(block.text, cue.end)).found;
  if (noun && behind) return Denied::kPerhaps;
  const bool denied = stands_before(block, sentence, cue.begin, kDenial, words_.denying) || behind ||
                      // "Nobody in the three villages was warned"
                      stands_before(block, sentence, cue.begin, kNobody, words_.nobody);
  if (denied) {
    return holds(words_.yet, block.text, clause) || tells_when_instead(block, sentence, cue) ? Denied::kYet
                                                                                             : Denied::kYes;
  }
  const auto holds_denial = [&](TextSpan part) {
    return holds(words_.denying, block.text, part) || holds(words_.nobody, block.text, part);
  };
  return holds_denial({clause.begin, cue.begin}) || holds_denial({cue.end, clause.end}) ? Denied::kPerhaps
                                                                                        : Denied::kNo;
}

std::uint32_t ShortArticle::definite_begin(const Block& block, TextSpan sentence, const ClassWord& word) const {
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
    const auto is_in = [&](const PhraseTable& list) {
      const auto match = list.longest(block.text, own.begin);
      return match && match.position <= word.span.begin;
    };
    if (is_in(words_.indefinite)) break;
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

std::size_t ShortArticle::last_of(const Block& block, std::size_t pos) const {
  const auto demonstrative = words_.definite.longest(block.text, skip_blanks(block.text, pos));
  return skip_blanks(block.text, demonstrative.position);
}

bool ShortArticle::stands_before(const Block& block, TextSpan sentence, std::uint32_t pos, std::size_t most,
                                 const PhraseTable& list) const {
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

Forms ShortArticle::names_of(const Block& block, TextSpan span) const {
  Forms names;
  for (SentenceName& name : names_in(document_, block, span, has_noun_capitals())) {
    if (!name.common) names.insert(std::move(name.form));
  }
  return names;
}

Sides ShortArticle::sides_of(const Said& said, bool whole) const {
  const Block& block = document_.block(said.block);
  const TextSpan part = whole ? said.sentence : clause_of(block.text, said.sentence, said.span);
  return {names_of(block, {part.begin, said.span.begin}), names_of(block, {said.span.end, part.end})};
}

bool ShortArticle::is_named_elsewhere(const std::string& name, const Said& said) const {
  for (std::uint32_t i = 0; i < document_.blocks().size(); ++i) {
    const Block& block = document_.block(i);
    for (const Word& word : document_.words(block)) {
      if (i == said.block && word.begin >= said.sentence.begin && word.end <= said.sentence.end) continue;
      if (are_kin(context_form(word_text(block, word)), name)) return true;
    }
  }
  return false;
}

template <class Use>
void ShortArticle::for_each_time(const PhraseTable& times, const Block& block, TextSpan span, Use use) const {
  for (const Word& word : words_in(document_.words(block), span)) {
    const auto match = times.longest(block.text, word.begin);
    if (match && match.position >= word.end)
      use(context_form(block.text.substr(word.begin, match.position - word.begin)));
  }
}

bool ShortArticle::has_other_time(const Said& first, const Said& second) const {
  const Block& block = document_.block(second.block);
  TextSpan clause = clause_of(block.text, second.sentence, second.span);
  if (second.definite) {
    const std::span<const Word> behind = words_in(document_.words(block), {second.span.end, clause.end});
    clause = {second.begin, behind.size() > kNearTime ? behind[kNearTime - 1].end : clause.end};
  }
  if (is_title(first) && !names_time(first)) return false;
  // "Stands still until spring": when it ends.
  const std::span<const Word> rest = words_in(document_.words(block), {second.span.end, clause.end});
  const auto until = std::ranges::find_if(
      rest, [&](const Word& word) { return words_.lasting.longest(block.text, word.begin).found; });
  if (until != rest.end()) clause.end = until->begin;
  const Block& begin = document_.block(first.block);
  const TextSpan whole{0, static_cast<std::uint32_t>(begin.text.size())};
  bool other = false;
  const auto compare = [&](std::string_view time) {
    bool named = false;
    for_each_time(words_.times, begin, whole,
                  [&](std::string_view known) { named = named || is_same_word(known, time); });
    other = other || !named;
  };
  for_each_time(words_.times, block, clause, compare);
  // "In April, two people were hurt there"
  constexpr std::size_t kShortLead = 4;  // words
  const TextSpan leading = clause_of(block.text, second.sentence, {second.sentence.begin, second.sentence.begin});
  if (!second.definite && leading.end <= clause.begin &&
      words_in(document_.words(block), leading).size() <= kShortLead) {
    for_each_time(words_.times, block, leading, compare);
  }
  for (const YearMention& year : facts_.time().years) {
    if (year.block != second.block || year.begin < clause.begin || year.begin >= clause.end) continue;
    other = other || std::ranges::none_of(facts_.time().years, [&](const YearMention& known) {
              return known.block == first.block && known.year == year.year;
            });
  }
  return other;
}

bool ShortArticle::has_other_day(const Said& first, const Said& second, bool behind_noun) const {
  const Block& begin = document_.block(first.block);
  const TextSpan whole{0, static_cast<std::uint32_t>(begin.text.size())};
  std::vector<std::string> days;
  for_each_time(words_.weekdays, begin, whole, [&](std::string_view day) { days.emplace_back(day); });
  if (days.empty()) return false;
  bool other = false;
  const Block& block = document_.block(second.block);
  const TextSpan clause = clause_of(block.text, second.sentence, second.span);
  TextSpan part{second.begin, clause.end};
  if (behind_noun) {
    // "The concert on Saturday was called off", but not "the concert was called off on Saturday".
    const std::span<const Word> words = words_in(document_.words(block), {second.begin, second.span.begin});
    const auto verb = std::ranges::find_if(words, [&](const Word& word) {
      return words_.being.longest(block.text, word.begin).found &&
             !words_.weekdays.longest(block.text, word.begin).found;
    });
    part.end = verb == words.end() ? second.span.begin : verb->begin;
    if (part.end < part.begin) return false;
  }
  for_each_time(words_.weekdays, block, part,
                [&](std::string_view day) { other = other || std::ranges::find(days, day) == days.end(); });
  return other;
}

bool ShortArticle::share_time(const Said& first, const Said& second) const {
  const auto times_of = [&](const Said& said) {
    std::vector<std::string> found;
    const Block& block = document_.block(said.block);
    const TextSpan clause = clause_of(block.text, said.sentence, said.span);
    for (const PhraseTable* times : {&words_.times, &words_.weekdays}) {
      for_each_time(*times, block, clause, [&](std::string_view time) { found.emplace_back(time); });
    }
    for (const YearMention& year : facts_.time().years) {
      if (year.block == said.block && year.begin >= clause.begin && year.begin < clause.end) {
        found.push_back(std::to_string(year.year));
      }
    }
    return found;
  };
  const std::vector<std::string> own = times_of(second);
  return std::ranges::any_of(times_of(first),
                             [&](const std::string& time) { return std::ranges::find(own, time) != own.end(); });
}

bool ShortArticle::names_time(const Said& said) const {
  const Block& block = document_.block(said.block);
  bool named = names_year(facts_.time(), said.block, said.sentence);
  for_each_time(words_.times, block, said.sentence, [&](std::string_view) { named = true; });
  return named;
}

bool share_name(const Forms& a, const Forms& b) {
  return std::ranges::any_of(a, [&](const std::string& one) {
    return std::ranges::any_of(b, [&](const std::string& other) { return one == other || are_kin(one, other); });
  });
}

bool in_one_sentence(const Said& a, const Said& b) { return a.block == b.block && a.sentence == b.sentence; }

bool is_before(const Said& a, const Said& b) {
  return std::pair(a.block, a.span.begin) < std::pair(b.block, b.span.begin);
}

}  // namespace stet

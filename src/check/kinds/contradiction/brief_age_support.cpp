#include "check/kinds/contradiction/brief_age_support.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/slip_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kShort = 320;     // words of an article about one person
constexpr std::size_t kMostAges = 8;    // of an article; one with more tells of many people
constexpr std::size_t kMostOfName = 4;  // words of a name, what somebody is included
constexpr std::uint32_t kReach = 25;    // bytes before an age in which a word silences it
constexpr std::uint32_t kBehind = 10;   // the same behind it
constexpr std::uint32_t kBeside = 14;   // bytes between a relative and the age
constexpr double kOldest = 110;
constexpr double kNear = 3;  // years between two ages of one person that no slip of the finger explains

struct BriefAge {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan sentence;
  double age = 0;
  std::set<std::string> names;  // what stands beside it with a capital
  bool definite = false;        // "the 42-year-old", "la mujer de 42 años"
  bool indefinite = false;
};

// Reads the ages of one block.
class BriefAges {
 public:
  BriefAges(const Document& document, const Facts& facts, std::uint32_t number, const RuleWords::Tries& lists)
      : number_(number),
        block_(document.block(number)),
        words_(document.words(block_)),
        lists_(lists),
        capital_nouns_(facts.numbers(block_).capital_nouns),
        reader_(document, number, lists) {}

  std::optional<BriefAge> read(const Quantity& q) const {
    if (q.fraction || q.article || q.decimals != 0 || q.value < 1 || q.value > kOldest || q.scale != 1)
      return std::nullopt;
    if (q.range != Quantity::Range::kSingle || q.hedge != Hedge::kExact) return std::nullopt;
    const bool years = q.dimension_of() == Dimension::kTime && unit_of(q.unit).key == "year";
    if (!years && q.unit != kNoUnit) return std::nullopt;
    BriefAge age{number_, q.number, sentence_at(block_.text, q.span.begin), q.value, {}, false, false};
    const std::string_view text = block_.text;
    const std::size_t behind = end_of_age(q);
    const std::size_t front = skip_blanks_back(text, q.span.begin);
    const char before = front > 0 ? text[front - 1] : ' ';
    const auto aged = lists_[kAged].longest(text, front);
    const bool apart = (before == ',' || before == '(' || aged) && is_apart(q.span.end);
    const bool old = behind != q.span.end;
    const auto has = years ? lists_[kHas].longest(text, front) : PhraseTrie::Match{};
    if (!old && !apart && !(years && aged) && !has) return std::nullopt;
    if (has) add_names_before(skip_blanks_back(text, has.position), age.names);
    if (old) add_names_behind(behind, age.names);
    std::size_t from = q.span.begin;
    if (age.names.empty() && (apart || aged)) {
      const std::size_t at = aged ? aged.position : q.span.begin;
      from = add_names_before(at, age.names);
    }
    const PersonReader::Article article = reader_.article(from, kMostAdjectives);
    age.definite = article.definite && !article.several;
    age.indefinite = article.indefinite;
    return age;
  }

 private:
  // Behind "year-old", "Jahre alte", "jährige"; where the number ends when it tells no age by itself.
  std::size_t end_of_age(const Quantity& q) const {
    const std::string_view text = block_.text;
    std::size_t pos = skip_blanks(text, q.span.end);
    if (pos < text.size() && text[pos] == '-') ++pos;
    if (const auto old = lists_[kOld].longest(text, pos); old && q.unit != kNoUnit) return old.position;
    const std::string_view written = text.substr(q.span.begin, q.span.size());
    // "34-Jährige", "achtjährige"
    return written.find("hrig") != std::string_view::npos ? q.span.end + 1 : q.span.end;
  }

  bool is_apart(std::size_t end) const {
    const std::size_t next = skip_blanks(block_.text, end);
    return next >= block_.text.size() || std::string_view(",.;)").find(block_.text[next]) != std::string_view::npos;
  }

  // "31-year-old Jonas Wirth", "Jahre alte Bergführerin Ramona Huber"
  void add_names_behind(std::size_t pos, std::set<std::string>& names) const {
    auto word = std::ranges::lower_bound(words_, pos > 0 ? pos - 1 : 0, {}, &Word::begin);
    std::size_t end = pos;
    for (std::size_t i = 0; word != words_.end() && i < kMostOfName; ++word, ++i) {
      if (word->begin > end + 2 || !is_capitalised(word_text(block_, *word))) break;
      add_name(*word, names);
      end = word->end;
    }
  }

  // "Joan Abbott, 61", "Keller (24)"; where they begin.
  std::size_t add_names_before(std::size_t pos, std::set<std::string>& names) const {
    std::size_t begin = pos;
    auto word = std::ranges::lower_bound(words_, pos, {}, &Word::begin);
    for (std::size_t i = 0; word != words_.begin() && i < kMostOfName; ++i) {
      --word;
      const std::string_view gap = block_.text.substr(word->end, begin - word->end);
      const bool beside = i == 0 ? gap.size() <= 3 : gap == " " || gap == "-";
      if (!beside || !is_capitalised(word_text(block_, *word))) break;
      add_name(*word, names);
      begin = word->begin;
    }
    if (begin != pos) return begin;
    // "the teenager, 17,", "la mujer de 42 años"
    const auto person = reader_.before(pos);
    return person ? person->span.begin : pos;
  }

  // "Der Fahrer" has no name, and neither has a house where all nouns have capitals.
  void add_name(const Word& word, std::set<std::string>& names) const {
    const auto home = table_number(block_.language);
    const bool noun = capital_nouns_ && home && (kinship(word.hash).own() >> *home & 1U) != 0;
    if (!noun && !lists_[kPeople].longest(block_.text, word.begin)) names.insert(context_form(word_text(block_, word)));
  }

  std::uint32_t number_;
  const Block& block_;
  std::span<const Word> words_;
  const RuleWords::Tries& lists_;
  bool capital_nouns_;
  PersonReader reader_;
};

// "Then 34", "her brother, 34"; but "la femme de 34 ans" is no wife.
bool is_silent(const Block& block, const RuleWords::Tries& lists, const BriefAge& age) {
  const TextSpan near{std::max(age.sentence.begin, age.span.begin - std::min(age.span.begin, kReach)),
                      std::min(age.sentence.end, age.span.end + kBehind)};
  if (holds(lists[kUnless], block.text, near)) return true;
  const std::uint32_t begin = std::max(near.begin, age.span.begin - std::min(age.span.begin, kBeside));
  for (std::size_t pos = begin; pos < age.span.begin; ++pos) {
    if (pos > 0 && is_word_char(decode_before(block.text, pos).value)) continue;
    if (lists[kRelatives].longest(block.text, pos) && !lists[kGeneric].longest(block.text, pos)) return true;
  }
  return false;
}

// Whether the article brings in somebody who is not known: "a cyclist", besides whoever has an age.
bool brings_in_others(const Document& document, const Definition& definition, const RuleWords& words, const BriefAge& a,
                      const BriefAge& b) {
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.block(i);
    const RuleWords::Tries* lists = definition.looks_at(block.role) ? words.in(block.language) : nullptr;
    if (lists == nullptr) continue;
    const PersonReader reader(document, i, *lists);
    for (const Word& word : reader.words()) {
      const bool own = i == b.block && b.sentence.contains(TextSpan{word.begin, word.end});
      // Before the first one, "a climber" is who is named there.
      const bool before = std::pair(i, word.begin) < std::pair(a.block, a.span.begin);
      if (own || before || !(*lists)[kPeople].longest(block.text, word.begin)) continue;
      const PersonReader::Article article = reader.article(word.begin, kMostAdjectives);
      // "Elena Marsh, 47, a nurse"
      constexpr std::size_t kApposed = 3;  // bytes
      if (i == a.block && article.begin >= a.span.end && article.begin - a.span.end <= kApposed) continue;
      if (article.indefinite || article.counted) return true;
    }
  }
  return false;
}

// "Maria Weber", "Weber": of one; "Maria Weber", "Anna Weber": of two.
bool are_of_one_name(const std::set<std::string>& a, const std::set<std::string>& b) {
  const bool share = std::ranges::any_of(a, [&](const std::string& name) { return b.contains(name); });
  const bool subset = std::ranges::includes(a, b) || std::ranges::includes(b, a);
  return share && (subset || std::min(a.size(), b.size()) < 2);
}

}  // namespace

std::optional<std::pair<TextPlace, TextPlace>> ages_told_again(const Document& document, const Facts& facts,
                                                               const Definition& definition, const RuleWords& words) {
  if (words_looked_at(document, definition) > kShort) return std::nullopt;
  std::vector<BriefAge> ages;
  QuotedBlocks quoted(document);
  for (const Quantity& q : facts.quantities()) {
    const Block& block = document.block(q.block);
    const RuleWords::Tries* lists = definition.looks_at(block.role) ? words.in(block.language) : nullptr;
    if (lists == nullptr) continue;
    auto age = BriefAges(document, facts, q.block, *lists).read(q);
    if (!age || quoted.hold(q.block, q.span)) continue;
    if (is_silent(block, *lists, *age) || ages.size() == kMostAges) return std::nullopt;
    ages.push_back(std::move(*age));
  }
  if (ages.size() < 2) return std::nullopt;
  // "Karl Meier (48), Jan Meier (21)": who is "Meier"?
  for (const BriefAge& a : ages) {
    for (const BriefAge& b : ages) {
      const bool share = std::ranges::any_of(a.names, [&](const std::string& name) { return b.names.contains(name); });
      if (share && !are_of_one_name(a.names, b.names)) return std::nullopt;
    }
  }
  for (std::size_t j = 1; j < ages.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      if (ages[i].age == ages[j].age || (ages[i].block == ages[j].block && ages[i].sentence == ages[j].sentence))
        continue;
      if (are_of_one_name(ages[i].names, ages[j].names)) {
        return std::pair(TextPlace{ages[i].block, ages[i].span}, TextPlace{ages[j].block, ages[j].span});
      }
    }
  }
  const BriefAge& first = ages.front();
  const auto other = std::ranges::find_if(ages, [&](const BriefAge& age) { return age.age != first.age; });
  if (other == ages.end() || other->sentence == first.sentence) return std::nullopt;
  const bool third =
      std::ranges::any_of(ages, [&](const BriefAge& age) { return age.age != first.age && age.age != other->age; });
  // The other age told twice is that of a second person.
  const bool known = std::ranges::count(ages, other->age, &BriefAge::age) > 1;
  if (third || document.block(first.block).language != document.block(other->block).language) return std::nullopt;
  const auto places = std::pair(TextPlace{first.block, first.span}, TextPlace{other->block, other->span});
  const bool slip = is_slip(first.age, other->age);
  const bool near = slip || std::abs(first.age - other->age) <= kNear;
  // Of two who have no names, the other kind of age-conflict knows more.
  if (known || !near || first.names.empty() || !other->definite) return std::nullopt;
  // "The 42-year-old" with a name of its own is somebody else.
  if (!other->names.empty()) {
    const bool new_name =
        std::ranges::count_if(other->names, [&](const std::string& name) { return !first.names.contains(name); }) > 1;
    if (new_name) return std::nullopt;
  }
  if (brings_in_others(document, definition, words, first, *other)) return std::nullopt;
  return places;
}

}  // namespace stet

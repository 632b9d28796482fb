#include <algorithm>
#include <string>
#include <utility>

#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/contradiction/short_article_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

// Of what a word of a short article is said.
namespace stet {
namespace {

constexpr std::size_t kReach = 100;     // words of a sentence
constexpr std::size_t kBehindNoun = 6;  // words behind "the rise" that may say of what
constexpr std::size_t kShortest = 3;    // letters of a word that tells of what
constexpr double kFewest = 9;           // smaller numbers are shared by accident
constexpr std::size_t kTail = 5;        // letters that a compound and its last part share
constexpr std::size_t kStem = 4;        // letters that words of one stem share

}  // namespace

bool is_alike(const WideWord& a, const WideWord& b) {
  if (a.concepts.meets(b.concepts) || a.wide.meets(b.wide) || are_kin(a.form, b.form)) return true;
  const auto [shorter, longer] =
      std::minmax(a.form, b.form, [](const auto& x, const auto& y) { return x.size() < y.size(); });
  if (shorter.size() >= kTail && (longer.ends_with(shorter) || longer.starts_with(shorter))) return true;
  // "Smoking", "smokers"
  const auto common = static_cast<std::size_t>(std::ranges::mismatch(a.form, b.form).in1 - a.form.begin());
  return common >= kStem && common * 2 >= longer.size();
}

bool ShortArticle::is_time(const Block& block, TextSpan word) const {
  const auto match = words_.times.longest(block.text, word.begin);
  return match && match.position >= word.end;
}

std::vector<WideWord> ShortArticle::things_in(std::uint32_t number, TextSpan sentence, TextSpan span,
                                              const Said* own) const {
  const Block& block = document_.block(number);
  SentenceWords& read = words_of(number, sentence);
  if (!std::exchange(read.is_wide, true)) {
    const Concepts& thesaurus = facts_.knowledge().concepts[ConceptFamily::kThesaurus].of(block.language);
    for (WideWord& word : read.words) word.wide = thesaurus.at(block.text, word.span.begin, word.span.end).concepts;
  }
  std::vector<WideWord> words;
  for (const WideWord& word : read.words) {
    const auto is_said = [&](const Said& said) { return said.block == number && said.span.overlaps(word.span); };
    if (!span.contains(word.span) || word.form.size() < kShortest || is_time(block, word.span)) continue;
    if (own != nullptr ? is_said(*own) : std::ranges::any_of(said_, is_said)) continue;
    words.push_back(word);
  }
  return words;
}

ShortArticle::SentenceWords& ShortArticle::words_of(std::uint32_t block, TextSpan sentence) const {
  const auto known = std::ranges::find_if(
      read_, [&](const SentenceWords& read) { return read.block == block && read.sentence == sentence; });
  if (known != read_.end()) return *known;
  SentenceWords& read = read_.emplace_back(SentenceWords{block, sentence, {}, false});
  Context context = context_of(document_, facts_, block, {sentence.begin, sentence.begin}, kReach, small_);
  for (ContextWord& word : context.words) read.words.push_back({std::move(word), {}});
  return read;
}

std::vector<WideWord> ShortArticle::all_words_in(std::uint32_t block, TextSpan sentence) const {
  const Said nothing;
  return things_in(block, sentence, sentence, &nothing);
}

std::optional<WideWord> ShortArticle::word_at(std::uint32_t number, TextSpan sentence, const Word& word) const {
  const std::vector<WideWord>& words = words_of(number, sentence).words;
  const auto own = std::ranges::find_if(
      words, [&](const WideWord& other) { return other.span.begin <= word.begin && word.end <= other.span.end; });
  if (own == words.end() || own->form.size() < kShortest) return std::nullopt;
  return WideWord{*own, {}};
}

std::vector<WideWord> ShortArticle::begin_words(const Said& second, bool title_only) const {
  std::vector<WideWord> words;
  for (const std::optional<std::uint32_t> number : {title_, title_only ? std::nullopt : lead_}) {
    if (!number) continue;
    for (const TextSpan sentence : facts_.sentences().of(*number)) {
      if (*number == second.block && sentence == second.sentence) continue;
      for (WideWord& word : things_in(*number, sentence, sentence)) words.push_back(std::move(word));
    }
  }
  return words;
}

std::vector<WideWord> ShortArticle::known_words(const Said& first, const Said& second) const {
  std::vector<WideWord> words = begin_words(second, is_title(first) && second.block == *lead_);
  if (first.block != *lead_ && !is_title(first)) {
    for (WideWord& word : things_in(first.block, first.sentence, first.sentence)) words.push_back(std::move(word));
  }
  return words;
}

ShortArticle::Shared ShortArticle::shares_thing(const Said& first, const Said& second) const {
  const Block& block = document_.block(second.block);
  const Block& begin = document_.block(first.block);
  const TextSpan clause = clause_of(block.text, second.sentence, second.span);
  std::vector<WideWord> near = words_behind(second);
  if (!second.definite) {
    const std::vector<WideWord> before = things_in(second.block, second.sentence, {clause.begin, second.span.begin});
    near.insert(near.end(), before.begin(), before.end());
  }
  std::erase_if(near, [&](const WideWord& word) { return is_generic(block, word); });
  if (near.empty()) return Shared::kUnsaid;
  const std::vector<WideWord> told =
      things_in(first.block, first.sentence, clause_of(begin.text, first.sentence, first.span));
  const bool same = std::ranges::any_of(near, [&](const WideWord& word) {
    return std::ranges::any_of(told, [&](const WideWord& other) { return is_alike(word, other); });
  });
  return same ? Shared::kSame : Shared::kOther;
}

bool ShortArticle::share_topic(const Said& first, const Said& second) const {
  const auto topics_of = [&](const Said& said) {
    const Block& block = document_.block(said.block);
    std::vector<WideWord> words = things_in(said.block, said.sentence, said.sentence, &said);
    std::erase_if(words, [&](const WideWord& word) {
      const bool stage = words_.stage.longest(block.text, word.span.begin).position >= word.span.end;
      const bool noun = !has_noun_capitals() || is_upper(decode_at(block.text, word.span.begin).value);
      return stage || !noun || (word.name && !has_noun_capitals()) || is_generic(block, word);
    });
    return words;
  };
  const std::vector<WideWord> told = topics_of(first);
  return std::ranges::any_of(topics_of(second), [&](const WideWord& word) {
    return std::ranges::any_of(told, [&](const WideWord& other) { return is_alike(word, other); });
  });
}

bool ShortArticle::share_group(const Said& first, const Said& second) const {
  const auto group_of = [&](const Said& said) -> std::optional<WideWord> {
    const Block& block = document_.block(said.block);
    const TextSpan clause = clause_of(block.text, said.sentence, said.span);
    for (const WideWord& word : things_in(said.block, said.sentence, clause, &said)) {
      if (said.span.overlaps(word.span)) continue;
      const bool noun = !has_noun_capitals() || is_upper(decode_at(block.text, word.span.begin).value);
      if (noun && !stands_before(block, clause, word.span.begin, 2, words_.prepositions)) return word;
    }
    return std::nullopt;
  };
  const std::optional<WideWord> group = group_of(second);
  if (!group) return false;
  const std::vector<WideWord> told = all_words_in(first.block, first.sentence);
  const auto is_told = [&](const WideWord& word) {
    return std::ranges::any_of(told, [&](const WideWord& other) { return is_alike(other, word); });
  };
  if (!is_told(*group)) return false;
  // "Students from abroad", "foreign students" are a part of them.
  const Block& block = document_.block(second.block);
  const std::span<const Word> words = words_in(document_.words(block), second.sentence);
  const auto own = std::ranges::find(words, group->span.begin, &Word::begin);
  const auto is_part = [&](std::span<const Word>::iterator word) {
    const TextSpan span{word->begin, word->end};
    if (second.span.overlaps(span)) return false;
    if (word > own && words_.prepositions.longest(block.text, word->begin).position >= word->end) return true;
    if (word > own && has_noun_capitals()) return false;  // a verb
    return std::ranges::any_of(things_in(second.block, second.sentence, span),
                               [&](const WideWord& thing) { return !is_told(thing); });
  };
  const bool behind = own != words.end() && own + 1 != words.end() && is_adjacent(block.text, own->end, own[1].begin);
  const bool before = own != words.end() && own != words.begin() && is_adjacent(block.text, own[-1].end, own->begin);
  return !(behind && is_part(own + 1)) && !(before && is_part(own - 1));
}

bool ShortArticle::is_generic(const Block& block, const WideWord& word) const {
  const auto match = words_.generic.longest(block.text, word.span.begin);
  return match && match.position >= word.span.end;
}

std::vector<WideWord> ShortArticle::words_behind(const Said& said) const {
  const Block& block = document_.block(said.block);
  const TextSpan clause = clause_of(block.text, said.sentence, said.span);
  const std::span<const Word> behind = words_in(document_.words(block), {said.span.end, clause.end});
  const std::uint32_t far = behind.size() > kBehindNoun ? behind[kBehindNoun - 1].end : clause.end;
  std::vector<WideWord> after = things_in(said.block, said.sentence, {said.span.end, far});
  std::erase_if(after, [&](const WideWord& word) {
    return is_generic(block, word) || words_.postposed.longest(block.text, word.span.begin).position >= word.span.end;
  });
  return after;
}

bool ShortArticle::is_attribute(const Said& said) const {
  const Block& block = document_.block(said.block);
  const std::vector<WideWord> after = things_in(said.block, said.sentence, {said.span.end, said.sentence.end}, &said);
  // Where all nouns have a capital, what has none is a verb.
  return words_.postposed.empty() && !after.empty() &&
         skip_blanks(block.text, said.span.end) == after.front().span.begin &&
         (!has_noun_capitals() || is_upper(decode_at(block.text, after.front().span.begin).value));
}

bool ShortArticle::says_of_what(const Said& said) const {
  const std::vector<WideWord> after = words_behind(said);
  return !after.empty() && follows(document_.block(said.block), said.span.end, after.front());
}

bool ShortArticle::says_of_known(const Said& said) const {
  if (!says_of_what(said)) return false;
  const std::vector<WideWord> after = words_behind(said);
  return std::ranges::any_of(begin_words(said, false),
                             [&](const WideWord& word) { return is_alike(word, after.front()); });
}

bool ShortArticle::is_of_thing(const Said& first, const Said& second) const {
  const Block& block = document_.block(second.block);
  const std::vector<WideWord> begin = known_words(first, second);
  const auto known = [&](const WideWord& word) {
    return std::ranges::any_of(begin, [&](const WideWord& other) { return is_alike(word, other); });
  };
  const TextSpan clause = clause_of(block.text, second.sentence, second.span);
  if (second.head > second.span.begin) return is_part_known(block, second, begin);
  const std::vector<WideWord> after = words_behind(second);
  if (shares_number(first, second)) return true;
  if (second.definite) {
    if (std::ranges::any_of(after, known) || points(block, second)) return true;
    // "The drop is welcome"
    return (after.empty() || !follows(block, second.span.end, after.front())) && !tells_more(first);
  }
  if (first.opening) return false;
  if (points(block, second)) return true;
  std::vector<WideWord> near = things_in(second.block, second.sentence, {clause.begin, second.span.begin});
  near.insert(near.end(), after.begin(), after.end());
  const auto tells = [&](const WideWord& word) {
    return (is_title(first) || !word.name) && !is_generic(block, word) && known(word);
  };
  return std::ranges::any_of(near, tells);
}

bool ShortArticle::points(const Block& block, const Said& said) const {
  const auto of = words_.leading.longest(block.text, skip_blanks(block.text, said.span.end));
  return of && words_.pointing.longest(block.text, skip_blanks(block.text, of.position)).found;
}

bool ShortArticle::shares_number(const Said& first, const Said& second) const {
  const auto numbers_of = [&](const Said& said) {
    const TextSpan clause = clause_of(document_.block(said.block).text, said.sentence, said.span);
    return facts_.quantities(said.block, clause);
  };
  return std::ranges::any_of(numbers_of(second), [&](const Quantity& own) {
    return own.value > kFewest && std::ranges::any_of(numbers_of(first), [&](const Quantity& other) {
             return own.value == other.value && own.unit == other.unit;
           });
  });
}

bool ShortArticle::tells_more(const Said& said) const {
  // "Rose last year" tells the time of all that the article tells.
  const std::string_view text = document_.block(said.block).text;
  const TextSpan clause = clause_of(text, said.sentence, said.span);
  return holds(words_.parting, text, {said.sentence.begin, clause.begin}) ||
         holds(words_.parting, text, {clause.end, said.sentence.end}) || holds(words_.contrast, text, said.sentence);
}

bool ShortArticle::follows(const Block& block, std::uint32_t end, const WideWord& word) const {
  const std::span<const Word> between = words_in(document_.words(block), {end, word.span.begin});
  const std::string_view gap = block.text.substr(end, word.span.begin - end);
  if (gap.find_first_of(",;:()") != std::string_view::npos) return false;
  // Where adjectives stand behind the noun, what it is of has an "of".
  if (between.empty()) return words_.postposed.empty();
  constexpr std::size_t kArticles = 4;  // "of all the", "in the number of"
  return between.size() <= kArticles && words_.leading.longest(block.text, between.front().begin).found;
}

bool ShortArticle::is_part_known(const Block& block, const Said& said, const std::vector<WideWord>& begin) const {
  WideWord part;
  part.span = {said.span.begin, said.head};
  part.form = context_form(block.text.substr(said.span.begin, said.head - said.span.begin));
  const auto named = [&](ConceptFamily family) {
    return facts_.knowledge().concepts[family].of(block.language).at(block.text, said.span.begin, said.head).concepts;
  };
  part.concepts = named(ConceptFamily::kConcepts);
  part.wide = named(ConceptFamily::kThesaurus);
  return std::ranges::any_of(begin, [&](const WideWord& word) {
    return is_alike(part, word) || (part.form.size() > kTail && word.form.starts_with(part.form.substr(0, kTail)));
  });
}

}  // namespace stet

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/contradiction/short_article_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

// Whether two statements of a short article in plain words are of one thing, and of one event.
namespace stet {
namespace {

constexpr std::size_t kShortNoun = 3;  // letters of a noun that contexts leave out

}  // namespace

bool ShortArticle::are_of_one_noun(const Said& first, const Said& second) const {
  const Block& block = document_.block(second.block);
  // "They walked out", "the strike": the words that say it may name it too.
  const Said nothing;
  TextSpan clause = clause_of(document_.block(first.block).text, first.sentence, first.span);
  // "At the harbour site, work has begun again"
  if (words_.prepositions.longest(document_.block(first.block).text, first.sentence.begin).found) {
    clause.begin = first.sentence.begin;
  }
  const std::vector<WideWord> told = things_in(first.block, first.sentence, clause, &nothing);
  const std::vector<WideWord> own =
      things_in(second.block, second.sentence, clause_of(block.text, second.sentence, second.span), &second);
  const std::vector<WideWord> begin = known_words(first, second);
  const auto is_in = [](const std::vector<WideWord>& words, const WideWord& word) {
    return std::ranges::any_of(words, [&](const WideWord& other) { return is_alike(word, other); });
  };
  // What the lead tells is what the headline tells.
  if (is_title(first) && second.block == *lead_) {
    return std::ranges::any_of(own,
                               [&](const WideWord& word) { return !is_generic(block, word) && is_in(told, word); });
  }
  if (names_unknown(second, begin)) return false;
  const std::vector<WideWord> short_told = short_nouns(first, true);
  if (!short_told.empty() && std::ranges::any_of(short_nouns(second, false), [&](const WideWord& word) {
        return std::ranges::find(short_told, word.form, &WideWord::form) != short_told.end();
      })) {
    return true;
  }
  return std::ranges::any_of(own, [&](const WideWord& word) {
    if (is_generic(block, word) || !is_in(told, word) || is_counted(second.block, word.span)) return false;
    if (is_of_other_kind(first, told, second, own, word)) return false;
    // "Cheaper milk"
    if (skip_blanks(block.text, second.span.end) == word.span.begin) return true;
    return word.name || definite_begin(block, second.sentence, {0, word.span, word.span.begin}) < word.span.begin;
  });
}

bool ShortArticle::is_of_other_kind(const Said& first, const std::vector<WideWord>& told, const Said& second,
                                    const std::vector<WideWord>& own, const WideWord& word) const {
  constexpr std::size_t kNear = 4;  // words
  // "The trams to the docks": what stands behind the noun and one preposition.
  const auto kind_of = [&](const Said& said, const std::vector<WideWord>& words,
                           const WideWord& noun) -> const WideWord* {
    const Block& block = document_.block(said.block);
    const auto behind = words_in(document_.words(block), {noun.span.end, said.sentence.end});
    if (behind.empty() || !is_adjacent(block.text, noun.span.end, behind.front().begin)) return nullptr;
    if (words_.prepositions.longest(block.text, behind.front().begin).position != behind.front().end) return nullptr;
    const auto kind = std::ranges::find_if(words, [&](const WideWord& w) { return w.span.begin > noun.span.end; });
    if (kind == words.end() || said.span.overlaps(kind->span)) return nullptr;
    const bool near = words_in(document_.words(block), {noun.span.end, kind->span.begin}).size() < kNear;
    return near ? &*kind : nullptr;
  };
  const WideWord* const kind = kind_of(second, own, word);
  if (kind == nullptr || std::ranges::any_of(told, [&](const WideWord& w) { return is_alike(w, *kind); })) return false;
  // The same preposition: "del museo" does not part from "por un viaje".
  const auto joiner = [&](const Said& said, const WideWord& noun) {
    const std::string_view text = document_.block(said.block).text;
    return text[skip_blanks(text, noun.span.end)];
  };
  return std::ranges::any_of(told, [&](const WideWord& other) {
    return is_alike(other, word) && kind_of(first, told, other) != nullptr &&
           joiner(first, other) == joiner(second, word);
  });
}

bool ShortArticle::tells_elsewhere(const Said& first, const Said& second) const {
  constexpr std::size_t kNear = 2;  // words
  const Block& block = document_.block(second.block);
  if (holds(words_.contrast, block.text, second.sentence)) return true;
  const std::vector<WideWord> begin = known_words(first, second);
  return std::ranges::any_of(
      things_in(second.block, second.sentence, second.sentence, &second), [&](const WideWord& w) {
        return stands_before(block, second.sentence, w.span.begin, kNear, words_.prepositions) &&
               std::ranges::none_of(begin, [&](const WideWord& known) { return is_alike(known, w); });
      });
}

std::vector<WideWord> ShortArticle::short_nouns(const Said& said, bool of_some_kind) const {
  const Block& block = document_.block(said.block);
  const TextSpan clause = clause_of(block.text, said.sentence, said.span);
  const std::span<const Word> words = words_in(document_.words(block), {clause.begin, clause.end});
  std::vector<WideWord> nouns;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view text = word_text(block, words[i]);
    const TextSpan span{words[i].begin, words[i].end};
    if (count_code_points(text) != kShortNoun || said.span.contains(span) || is_time(block, span)) continue;
    const auto the = words_.definite.longest(block.text, words[i - 1].begin);
    if (!the || the.position < words[i - 1].end || the.position > words[i].begin) continue;
    if (!is_adjacent(block.text, words[i - 1].end, words[i].begin)) continue;
    if (has_noun_capitals() && !is_capitalised(text)) continue;
    // "The old mill", "the law on noise": not the thing itself, or not this one.
    const bool more = i + 1 < words.size() && is_adjacent(block.text, words[i].end, words[i + 1].begin);
    if (more && !said.span.contains({words[i + 1].begin, words[i + 1].end})) {
      const bool of = words_.prepositions.longest(block.text, words[i + 1].begin).found ||
                      words_.leading.longest(block.text, words[i + 1].begin).found;
      if ((of && !of_some_kind) || (!has_noun_capitals() && word_at(said.block, said.sentence, words[i + 1]))) continue;
    }
    WideWord noun;
    noun.form = context_form(text);
    noun.span = span;
    if (!is_in(small_.plain, noun.form)) nouns.push_back(std::move(noun));
  }
  return nouns;
}

bool ShortArticle::stands_for_subject(const Said& first, const Said& second, std::uint8_t stand_in) const {
  if (!is_title(first) && first.block != *lead_) return false;
  const Block& block = document_.block(second.block);
  const PhraseTable& names = words_.stand_ins[stand_in];
  const auto is_name = [&](const Word& word) {
    const auto match = names.longest(block.text, word.begin);
    return match && match.position >= word.end;
  };
  const TextSpan clause = clause_of(block.text, second.sentence, second.span);
  const std::span<const Word> words = words_in(document_.words(block), {clause.begin, second.span.begin});
  const auto word = std::ranges::find_if(words, is_name);
  if (word == words.end()) return false;
  const TextSpan span{word->begin, word->end};
  if (definite_begin(block, second.sentence, {0, span, span.begin}) == span.begin) return false;
  if (is_counted(second.block, span)) return false;
  // It is what the clause begins with, and nothing tells which one: "the firm from Kiel".
  const std::vector<WideWord> begin = known_words(first, second);
  const std::vector<WideWord> own = things_in(second.block, second.sentence, clause, &second);
  if (std::ranges::any_of(own, [&](const WideWord& other) { return other.span.end <= span.begin; })) return false;
  if (word + 1 != words.end() && words_.leading.longest(block.text, word[1].begin).found) {
    const auto which = std::ranges::find_if(own, [&](const WideWord& other) { return other.span.begin >= span.end; });
    const auto is_which = [&](const WideWord& known) { return is_alike(known, *which); };
    if (which == own.end() || std::ranges::none_of(begin, is_which)) return false;
  }
  return !names_unknown(second, begin);
}

bool ShortArticle::names_unknown(const Said& said, const std::vector<WideWord>& begin) const {
  constexpr std::size_t kShortLead = 7;  // words
  const Block& block = document_.block(said.block);
  const TextSpan clause = clause_of(block.text, said.sentence, said.span);
  const auto is_unknown = [&](const WideWord& word) {
    return word.name && std::ranges::none_of(begin, [&](const WideWord& known) { return is_alike(known, word); });
  };
  if (std::ranges::any_of(things_in(said.block, said.sentence, clause, &said), is_unknown)) return true;
  // "On the branch line to Bas, no trains run"
  const TextSpan leading = clause_of(block.text, said.sentence, {said.sentence.begin, said.sentence.begin});
  if (leading.end > clause.begin || words_in(document_.words(block), leading).size() > kShortLead) return false;
  if (!words_.prepositions.longest(block.text, said.sentence.begin).found) return false;
  const auto is_told = [&](const std::string& name) {
    const auto has = [&](std::optional<std::uint32_t> number) {
      return number && std::ranges::any_of(document_.words(document_.block(*number)), [&](const Word& word) {
               return are_kin(context_form(word_text(document_.block(*number), word)), name);
             });
    };
    return has(title_) || has(lead_) ||
           std::ranges::any_of(begin, [&](const WideWord& word) { return are_kin(word.form, name); });
  };
  const TextSpan rest{words_in(document_.words(block), leading).front().end, leading.end};
  return !std::ranges::all_of(names_of(block, rest), is_told);
}

bool ShortArticle::is_of_next_event(const Said& said) const {
  return holds(words_.next_event, document_.block(said.block).text, {0, said.sentence.end});
}

bool ShortArticle::begins_with_joined_owner(const Said& said) const {
  const Block& block = document_.block(said.block);
  const std::span<const Word> before = words_in(document_.words(block), {said.sentence.begin, said.span.begin});
  const std::span<const Word> own = words_in(document_.words(block), said.span);
  const bool owned = std::ranges::any_of(own.first(std::min<std::size_t>(own.size(), 2)), [&](const Word& word) {
    return words_.owning.longest(block.text, word.begin).found;  // "i suoi"
  });
  return owned && !before.empty() &&
         words_.joining.longest(block.text, before.back().begin).position == before.back().end;
}

}  // namespace stet

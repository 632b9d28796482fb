#include "check/kinds/contradiction/retold_sides_support.h"

#include <algorithm>
#include <utility>

#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kBeforeName = 2;   // words between a title and its name
constexpr std::size_t kBeforeComma = 4;  // the same where a comma stands: "the founder of the school, Ada Stone"
constexpr std::size_t kBehindTitle = 6;  // words behind "the winner" in which the name stands

}  // namespace

bool RetoldSides::is_of_other_end(const Said& first, const Said& second, const std::vector<const Said*>& told) const {
  const auto is_other = [&](const Said* other) {
    return other != &first && other != &second && !in_one_sentence(*other, second);
  };
  constexpr std::uint8_t kDraw = 2;
  if ((first.value == kDraw) != (second.value == kDraw)) {
    return second.definite && is_match(first) && article_.is_of_thing(first, second) &&
           std::ranges::none_of(told,
                                [&](const Said* other) { return is_other(other) && other->value == second.value; });
  }
  if (first.value == kDraw) return false;
  const Sides end = article_.sides_of(first, false);
  if (end.before.empty() || has_own_subject(first)) return false;
  const Block& block = article_.document().block(second.block);
  const Forms names = article_.names_of(block, second.sentence);
  const Sides here = article_.sides_of(second, true);
  const bool same = share_name(here.before, end.before) || (here.before.empty() && share_name(here.behind, end.before));
  // "Worku, who won from Chebet"
  const bool beaten = !same && share_name(here.behind, end.before) && !here.before.empty() &&
                      second.value == first.value && second.value == 0 && !second.definite &&
                      is_behind_of(second, end.before);
  const bool contrary =
      share_name(ends_with(second, here), end.behind) || beaten || (!same && owns(first, second, names));
  if (same == contrary || (second.value == first.value) == same) return false;
  return std::ranges::none_of(told, [&](const Said* other) {
    if (!is_other(other) || other->value != second.value) return false;
    return share_name(article_.names_of(article_.document().block(other->block), other->sentence), names);
  });
}

// "Racing win and the juniors lose": who stands behind "and" has no name.
bool RetoldSides::has_own_subject(const Said& said) const {
  const Block& block = article_.document().block(said.block);
  const std::span<const Word> words =
      words_in(article_.document().words(block), {said.sentence.begin, said.span.begin});
  const auto joint = std::find_if(words.rbegin(), words.rend(), [&](const Word& word) {
    return article_.words().joining.longest(block.text, word.begin).position == word.end;
  });
  if (joint == words.rend()) return false;
  // "Town and county win": only behind a clause.
  constexpr std::size_t kClause = 2;  // words
  if (article_.words_in_part(said.block, said.sentence, {said.sentence.begin, joint->begin}).size() < kClause)
    return false;
  const TextSpan part{joint->end, said.span.begin};
  const std::vector<WideWord> things = article_.words_in_part(said.block, said.sentence, part);
  return !things.empty() && article_.names_of(block, part).empty();
}

Forms RetoldSides::ends_with(const Said& said, const Sides& sides) const {
  Forms names = sides.before;
  // "The win of Aurich"; behind a verb and another preposition stand the cup, the place and the loser.
  const Block& block = article_.document().block(said.block);
  const std::span<const Word> behind = words_in(article_.document().words(block), {said.span.end, said.sentence.end});
  if (!said.definite || behind.empty()) return names;
  if (is_in(article_.small().of, context_form(word_text(block, behind.front())))) names.merge(title_names(said));
  return names;
}

bool RetoldSides::is_of_same_side(const Said& first, const Said& second) const {
  const Sides end = article_.sides_of(first, true);
  if (end.before.empty()) return false;
  const Block& block = article_.document().block(second.block);
  if (second.quoted) return true;
  const Forms names = article_.names_of(block, second.sentence);
  return std::ranges::all_of(names, [&](const std::string& name) {
    return !article_.is_named_elsewhere(name, second) || share_name({name}, end.before);
  });
}

bool RetoldSides::is_of_other_name(const Said& first, const Said& second, const std::vector<const Said*>& told) const {
  const Forms named = title_names(second);
  if (named.empty()) return false;
  const Sides end = article_.sides_of(first, true);
  if (share_name(named, end.before)) return false;
  // "Congratulated the winner, Jan Roth (SPD)": of the SPD.
  const Block& own = article_.document().block(second.block);
  constexpr std::uint32_t kReach = 60;  // bytes
  const std::size_t open = own.text.find('(', second.span.end);
  const std::size_t close = std::min(own.text.find(')', open), static_cast<std::size_t>(second.sentence.end));
  if (open < std::min(second.span.end + kReach, second.sentence.end) && open < close) {
    const TextSpan added{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close)};
    const Forms party = article_.names_of(own, added);
    if (share_name(party, end.before) || share_name(party, end.behind)) return false;
  }
  const Block& block = article_.document().block(first.block);
  // "The prize went to", "den Preis gewann": who has won stands behind.
  const bool behind = !has_person(block, {first.sentence.begin, first.span.begin});
  if (behind && (end.behind.empty() || share_name(named, end.behind))) return false;
  if (!behind && end.before.empty()) return false;
  if (is_told_apart(named, second)) return false;
  return std::ranges::none_of(told, [&](const Said* other) {
    if (other == &first || other == &second || in_one_sentence(*other, second)) return false;
    if (in_one_sentence(*other, first)) return false;
    return share_name(article_.names_of(article_.document().block(other->block), other->sentence), named);
  });
}

// "Among the women Ina Moss came first": elsewhere, as the winner of something else.
bool RetoldSides::is_told_apart(const Forms& named, const Said& second) const {
  const Document& document = article_.document();
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.block(i);
    if (!article_.looks_at(block)) continue;
    for (std::uint32_t at = 0; at < block.text.size();) {
      const TextSpan sentence = sentence_at(block.text, at);
      at = std::max(sentence.end, at + 1);
      if (i == second.block && sentence == second.sentence) continue;
      const bool apart =
          holds(article_.words().contests, block.text, sentence) || holds(article_.words().legs, block.text, sentence);
      if (apart && share_name(article_.names_of(block, sentence), named)) return true;
    }
  }
  return false;
}

bool RetoldSides::owns(const Said& first, const Said& second, const Forms& names) const {
  const Block& block = article_.document().block(second.block);
  if (second.value != 0 || first.value != 0 || !second.definite) return false;
  if (!article_.words().owning.longest(block.text, second.begin).found || !article_.says_of_known(second)) return false;
  return std::ranges::any_of(names, [&](const std::string& name) { return article_.is_named_elsewhere(name, second); });
}

bool RetoldSides::is_match(const Said& said) const {
  const Sides end = article_.sides_of(said, false);
  if (!end.before.empty() && !end.behind.empty()) return true;
  const Block& block = article_.document().block(said.block);
  const std::span<const Word> words = words_in(article_.document().words(block), said.sentence);
  const auto is_number = [&](const Word& word) {
    return block.text[word.begin] >= '0' && block.text[word.begin] <= '9';
  };
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view gap = block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
    if ((gap == ":" || gap == "-" || gap == "\u2013") && is_number(words[i - 1]) && is_number(words[i])) return true;
  }
  return false;
}

bool RetoldSides::is_behind_of(const Said& said, const Forms& names) const {
  return share_name(article_.sides_of(said, false).behind, names);
}

bool RetoldSides::has_person(const Block& block, TextSpan span) const {
  const std::vector<SentenceName> names = names_in(article_.document(), block, span, article_.has_noun_capitals());
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (!names[i - 1].common && !names[i].common &&
        is_adjacent(block.text, names[i - 1].span.end, names[i].span.begin)) {
      return true;
    }
  }
  return false;
}

Forms RetoldSides::title_names(const Said& said) const {
  const Block& block = article_.document().block(said.block);
  const std::span<const Word> behind = words_in(article_.document().words(block), {said.span.end, said.sentence.end});
  const std::uint32_t far = behind.size() > kBehindTitle ? behind[kBehindTitle - 1].end : said.sentence.end;
  Forms found;
  std::uint32_t last = said.span.end;
  for (SentenceName& name : names_in(article_.document(), block, {said.span.end, far}, article_.has_noun_capitals())) {
    if (name.common) continue;
    const std::string_view gap = block.text.substr(last, name.span.begin - last);
    const std::span<const Word> between = words_in(article_.document().words(block), {last, name.span.begin});
    const bool comma = gap.find(',') != std::string_view::npos;
    // "Of the", or behind a comma "the 30-year-old Turin man"
    const bool leads = std::ranges::all_of(between, [&](const Word& word) {
      return comma || article_.words().leading.longest(block.text, word.begin).found ||
             // "Auf den Sieger das Pokalspiel"
             (!article_.has_noun_capitals() && article_.words().definite.longest(block.text, word.begin).found);
    });
    const std::size_t most = !found.empty() ? 0 : comma ? kBeforeComma : kBeforeName;
    // "Le plaignant, M. Andrieu"
    constexpr std::uint32_t kTitle = 3;  // bytes
    const bool titled =
        between.size() == 1 && between.front().end - between.front().begin <= kTitle && gap.ends_with(". ");
    // "The winner threw his headband"
    const bool owned = std::ranges::any_of(
        between, [&](const Word& word) { return article_.words().owning.longest(block.text, word.begin).found; });
    if (owned || !leads || between.size() > most ||
        gap.find_first_of(titled ? ";:()\"" : ".;:()\"") != std::string_view::npos)
      break;
    if (!found.empty() && comma) break;
    last = name.span.end;
    found.insert(std::move(name.form));
  }
  if (!found.empty()) return found;
  // "Moss, winner in her native town a year ago"
  const std::size_t behind_title = skip_blanks(block.text, said.span.end);
  const bool ends = behind_title >= block.text.size() ||
                    std::string_view(",.;:!").find(block.text[behind_title]) != std::string_view::npos;
  if (!said.definite && !ends) return found;
  // "Moss, the new champion, said", "laughed Ina Moss, the winner"
  const std::string_view before = block.text.substr(0, said.begin);
  if (!before.ends_with(", ")) return found;
  std::uint32_t end = said.begin - 2;
  const TextSpan opening{said.sentence.begin, end};
  const std::vector<SentenceName> names = names_in(article_.document(), block, opening, article_.has_noun_capitals());
  for (auto name = names.rbegin(); name != names.rend() && !name->common; ++name) {
    if (name->span.end != end && !is_adjacent(block.text, name->span.end, end)) break;
    end = name->span.begin;
    found.insert(name->form);
  }
  // "The Orchard, the winner"
  const std::span<const Word> lead = words_in(article_.document().words(block), {said.sentence.begin, end});
  if (!lead.empty() && article_.words().definite.longest(block.text, lead.back().begin)) found.clear();
  return found;
}

}  // namespace stet

#include "check/kinds/contradiction/kin_owner_support.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"

namespace stet {
namespace {

bool is_name_word(const Block& block, const Word& word, std::optional<unsigned> home) {
  return is_capitalised(word_text(block, word)) && !(home && (kinship(word.hash).small >> *home & 1U) != 0);
}

// The names from `first` on with the word before them: "cellist Ann Reed". Empty: they are none.
std::vector<std::string> named_at(const Block& block, std::span<const Word> words, std::size_t first, std::size_t last,
                                  bool capital_nouns) {
  const auto home = table_number(block.language);
  bool name = false;
  std::vector<std::string> forms;
  for (std::size_t i = first; i <= last; ++i) {
    const bool known = home && (kinship(words[i].hash).own() >> *home & 1U) != 0;
    if (!known || (!capital_nouns && !opens_clause(block.text, words[i].begin))) name = true;
    forms.push_back(context_form(word_text(block, words[i])));
  }
  if (!name) return {};
  if (first > 0 && is_adjacent(block.text, words[first - 1].end, words[first].begin)) {
    forms.push_back(context_form(word_text(block, words[first - 1])));
  }
  return forms;
}

// "Ann Reed is a cellist", "Ann Reed, a cellist,": what somebody is, behind the name.
void add_trade(const Block& block, std::span<const Word> words, std::size_t from, std::size_t to,
               const RuleWords::Tries& lists, std::vector<std::string>& forms) {
  constexpr std::size_t kMostOfTrade = 3;  // words
  if (from == 0 || from >= to) return;
  const auto gap = [&](std::size_t i) {
    return block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
  };
  const bool is = gap(from) == " " && lists[kKinIs].longest(block.text, words[from].begin);
  if (!is && gap(from) != ", ") return;
  std::size_t at = is ? from + 1 : from;
  for (const std::size_t end = std::min(to, at + kMostOfTrade); at < end; ++at) {
    if (at > from && gap(at).find_first_of(",.;:") != std::string_view::npos) return;
    forms.push_back(context_form(word_text(block, words[at])));
  }
}

}  // namespace

std::vector<std::string> owner_of(const Document& document, const Kin& kin, const RuleWords::Tries& lists,
                                  bool capital_nouns) {
  if (!kin.owner.empty()) return kin.owner;
  const Block& block = document.block(kin.block);
  const auto words = document.words(block);
  const auto home = table_number(block.language);
  const auto is_name = [&](std::size_t i) { return is_name_word(block, words[i], home); };
  const auto here =
      static_cast<std::size_t>(std::ranges::lower_bound(words, kin.span.begin, {}, &Word::begin) - words.begin());
  for (std::size_t end = here; end > 0; --end) {
    if (!is_name(end - 1)) continue;
    std::size_t first = end - 1;
    while (first > 0 && is_name(first - 1) && is_adjacent(block.text, words[first - 1].end, words[first].begin))
      --first;
    // "Auf der Tribüne": a noun, however rare.
    const bool noun = capital_nouns && first + 1 == end && first > 0 &&
                      is_adjacent(block.text, words[first - 1].end, words[first].begin) &&
                      lists[kKinDefinite].longest(block.text, words[first - 1].begin);
    std::vector<std::string> forms =
        noun ? std::vector<std::string>() : named_at(block, words, first, end - 1, capital_nouns);
    if (!forms.empty() && std::ranges::find(forms, kin.first) == forms.end()) {
      add_trade(block, words, end, here, lists, forms);
      return forms;
    }
    end = first + 1;
  }
  if (kin.block > 1) return {};
  for (std::size_t i = here + 1; i < words.size() && words[i].begin < kin.sentence.end; ++i) {
    if (!is_name(i)) continue;
    const std::size_t last = end_of_name(block, words, i);
    std::vector<std::string> forms = named_at(block, words, i, last, capital_nouns);
    if (!forms.empty() && std::ranges::find(forms, kin.first) == forms.end()) return forms;
    i = last;
  }
  return {};
}

bool names_another(const Document& document, const Kin& a, const Kin& b, bool capital_nouns) {
  const auto is_told_before = [&](std::string_view form) {
    for (std::uint32_t number = 0; number <= a.block; ++number) {
      const Block& block = document.block(number);
      for (const Word& word : document.words(block)) {
        if (number == a.block && word.begin >= a.sentence.end) break;
        if (context_form(word_text(block, word)) == form) return true;
      }
    }
    return false;
  };
  // Where the sentence opens a paragraph, who is meant may stand in the one before.
  const std::uint32_t from = b.block > 0 && b.sentence.begin == 0 ? b.block - 1 : b.block;
  for (std::uint32_t number = std::max(from, a.block); number <= b.block; ++number) {
    const Block& block = document.block(number);
    const auto words = document.words(block);
    const auto home = table_number(block.language);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (number == a.block && words[i].begin < a.sentence.end) continue;
      if (number == b.block && words[i].begin >= b.span.begin) break;
      if (!is_name_word(block, words[i], home)) continue;
      const std::size_t last = end_of_name(block, words, i);
      bool other = last > i && !named_at(block, words, i, last, capital_nouns).empty();
      for (std::size_t at = i; at <= last; ++at) {
        const std::string form = context_form(word_text(block, words[at]));
        if (form == a.first || form == b.first || (at == last && is_told_before(form))) other = false;
      }
      if (other) return true;
      i = last;
    }
  }
  return false;
}

bool is_one_owner(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  // "Sammlers" of "Sammler", "Brandts" of "Brandt"
  const auto is_one = [](std::string_view x, std::string_view y) {
    if (x.size() > y.size()) std::swap(x, y);
    if (!y.starts_with(x)) return false;
    const std::string_view rest = y.substr(x.size());
    return rest.empty() || rest == "s" || rest == "es" || rest == "n" || rest == "en";
  };
  const auto holds_all = [&](const std::vector<std::string>& all, const std::vector<std::string>& some) {
    return !some.empty() && std::ranges::all_of(some, [&](const std::string& each) {
      return std::ranges::any_of(all, [&](const std::string& other) { return is_one(each, other); });
    });
  };
  return holds_all(a, b) || holds_all(b, a);
}

}  // namespace stet

#include "check/kinds/contradiction/post_body_support.h"

#include <algorithm>
#include <span>

#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"

namespace stet {
namespace {

using Around = PostWords::Around;

constexpr std::size_t kMostBehind = 6;  // words of a body behind "of"
constexpr std::size_t kMostBefore = 3;  // and before the post: "the parents' association chair"
constexpr std::size_t kLeastWord = 3;   // bytes
constexpr std::size_t kFirstSubject = 1000;

bool has_mark(std::string_view gap) { return gap.find_first_of(",.;:()?!\n\"") != std::string_view::npos; }

void add_entries(const Definition& definition, Language language, std::string_view key,
                 std::vector<std::pair<std::string, std::size_t>>& entries) {
  const auto* lines = definition.option<std::vector<std::string>>(language, key);
  if (lines == nullptr) return;
  for (std::size_t number = 0; number < lines->size(); ++number) {
    std::string_view line = (*lines)[number];
    while (!line.empty()) {
      const std::size_t end = std::min(line.find('|'), line.size());
      entries.emplace_back(context_form(line.substr(0, end)), number);
      line.remove_prefix(std::min(end + 1, line.size()));
    }
  }
}

}  // namespace

PostBodies::PostBodies(const Definition& definition)
    : words_(definition, [](const Definition& rule, Language language) {
        Words words;
        add_entries(rule, language, "bodies", words.bodies);
        add_entries(rule, language, "subjects", words.subjects);
        return words;
      }) {}

TextSpan PostBodies::span_of(const Document& document, const PostWords& words, const Holding& holding) {
  TextSpan span = holding.word.span;
  words_of(document, words, holding, false, false, &span);
  return span;
}

std::vector<std::string> PostBodies::words_of(const Document& document, const PostWords& words, const Holding& holding,
                                              bool names, bool compounds, TextSpan* span) {
  const Block& block = document.block(holding.block);
  const auto home = table_number(block.language);
  const std::span<const Word> all = words_in(document.words(block), holding.sentence);
  const TextSpan post = holding.word.span;
  std::vector<std::string> found;
  const auto is_name = [&](const Word& word) { return holding.name.contains({word.begin, word.end}); };
  const auto take = [&](const Word& word) {
    const bool small = home && (kinship(word.hash).small >> *home & 1U) != 0;
    const bool common = home && (kinship(word.hash).common >> *home & 1U) != 0;
    const bool capital = is_capitalised(word_text(block, word));
    std::string form = context_form(word_text(block, word));
    if (small || form.size() < kLeastWord || (names && (!capital || common))) return;
    found.push_back(std::move(form));
    if (span != nullptr) *span = span->joined({word.begin, word.end});
  };
  // "Museumsleiterin"
  if (compounds && !names) take(*std::ranges::lower_bound(all, post.begin, {}, &Word::begin));
  const auto first_behind = std::ranges::lower_bound(all, post.end, {}, &Word::begin);
  const auto of = words_at(words.around(Around::kOf), block.text, post.end);
  if (of.found || holding.word.behind) {
    std::uint32_t end = post.end;
    std::size_t count = 0;
    for (auto word = first_behind; word != all.end() && count < kMostBehind; ++word, ++count) {
      if (is_name(*word) || has_mark(block.text.substr(end, word->begin - end))) break;
      take(*word);
      end = word->end;
    }
  }
  std::uint32_t begin = post.begin;
  std::size_t count = 0;
  for (auto word = std::ranges::lower_bound(all, post.begin, {}, &Word::begin);
       word != all.begin() && count < kMostBefore; ++count) {
    --word;
    if (is_name(*word) || has_mark(block.text.substr(word->end, begin - word->end))) break;
    if (words.around(Around::kDefinite).longest(block.text, word->begin).position == word->end) break;
    take(*word);
    begin = word->begin;
  }
  return found;
}

std::set<std::size_t> PostBodies::bodies_in(Language language, const std::vector<std::string>& forms,
                                            bool compounds) const {
  std::set<std::size_t> found;
  const Words& words = words_.at(language);
  for (const std::string& form : forms) {
    for (const auto* entries : {&words.bodies, &words.subjects}) {
      const std::size_t first = entries == &words.bodies ? 0 : kFirstSubject;
      for (const auto& [entry, number] : *entries) {
        const bool part = compounds && form.size() > entry.size() && form.find(entry) != std::string::npos;
        if (is_same_word(entry, form) || part) found.insert(number + first);
      }
    }
  }
  return found;
}

bool PostBodies::differ(const Document& document, const Facts& facts, const PostWords& words, const Holding& a,
                        const Holding& b, bool named) const {
  const Language language = document.block(a.block).language;
  if (document.block(b.block).language != language || !words_.contains(language)) return false;
  const auto share = [](const auto& one, const auto& other, auto equal) {
    return std::ranges::any_of(
        one, [&](const auto& x) { return std::ranges::any_of(other, [&](const auto& y) { return equal(x, y); }); });
  };
  if (named) {
    const std::vector<std::string> one = words_of(document, words, a, true, false);
    const std::vector<std::string> other = words_of(document, words, b, true, false);
    return !one.empty() && !other.empty() &&
           !share(one, other, [](const std::string& x, const std::string& y) { return are_kin(x, y); });
  }
  const bool compounds = facts.numbers(document.block(a.block)).capital_nouns;
  const std::set<std::size_t> one = bodies_in(language, words_of(document, words, a, false, compounds), compounds);
  const std::set<std::size_t> other = bodies_in(language, words_of(document, words, b, false, compounds), compounds);
  // "Professor of physics at the university"
  const auto subjects = [](const std::set<std::size_t>& of) { return of.lower_bound(kFirstSubject); };
  if (subjects(one) != one.end() && subjects(other) != other.end()) {
    return std::none_of(subjects(one), one.end(), [&](std::size_t number) { return other.contains(number); });
  }
  return !one.empty() && !other.empty() && !share(one, other, std::equal_to<>());
}

}  // namespace stet

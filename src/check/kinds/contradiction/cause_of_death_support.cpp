#include "check/kinds/contradiction/cause_of_death_support.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kLists =
    std::to_array<WordList>({{"causes", PhraseTrie::Direction::kForward, true}, {"dying"}, {"kin"}, {"spared"}});
enum List : std::uint8_t { kCauses, kDying, kKin, kSpared };
constexpr std::size_t kShort = 320;    // words of an article about one death
constexpr std::uint32_t kBeside = 60;  // bytes between the word for the death and the cause
constexpr std::uint32_t kBefore = 80;  // bytes before the cause in which somebody else is told to have died

struct Cause {
  TextPlace place;
  TextSpan sentence;
  std::uint32_t sort = 0;
};

// "Died on Monday of a heart attack", "einem Herzinfarkt erlegen": in one clause; the words for the death.
std::optional<TextSpan> told_death(const Block& block, std::span<const Word> words, const PhraseTable& dying,
                                   TextSpan sentence, TextSpan cause) {
  for (const Word& word : words_in(words, sentence)) {
    const auto match = dying.longest(block.text, word.begin);
    if (!match) continue;
    const auto end = static_cast<std::uint32_t>(match.position);
    const std::uint32_t from = std::min(end, cause.end);
    const std::uint32_t to = std::max(word.begin, cause.begin);
    if (to < from ||
        (to - from <= kBeside && block.text.substr(from, to - from).find_first_of(",;:") == std::string_view::npos))
      return TextSpan{word.begin, end};
  }
  return std::nullopt;
}

// Where somebody else may be told of whose death it is: before it, and, "a crash that killed his wife", behind it.
// But not "died of a stroke, his wife said".
TextSpan whose_death(const Block& block, TextSpan sentence, TextSpan cause, TextSpan death) {
  std::uint32_t end = cause.end;
  if (death.begin >= cause.end) {
    const std::string_view rest = std::string_view(block.text).substr(death.end, sentence.end - death.end);
    end = death.end + static_cast<std::uint32_t>(std::min(rest.find_first_of(",;:"), rest.size()));
  }
  return {std::max(sentence.begin, cause.begin - std::min(cause.begin, kBefore)), end};
}

// Words with a capital inside of a sentence, in no dictionary.
std::set<std::string> names_in(const Document& document, const Cause& cause) {
  const Block& block = document.block(cause.place.block);
  const auto home = table_number(block.language);
  std::set<std::string> names;
  for (const Word& word : words_in(document.words(block), cause.sentence)) {
    const std::string_view text = word_text(block, word);
    if (cause.place.span.contains(TextSpan{word.begin, word.end})) continue;
    if (text.size() > 2 && is_capitalised(text) && home && (kinship(word.hash).own() >> *home & 1U) == 0)
      names.insert(context_form(text));
  }
  return names;
}

}  // namespace

const std::span<const WordList> kCauseLists = kLists;

std::optional<std::pair<TextPlace, TextPlace>> two_causes_of_death(const Document& document,
                                                                   const Definition& definition,
                                                                   const RuleWords& words) {
  if (words_looked_at(document, definition) > kShort) return std::nullopt;
  std::vector<Cause> causes;
  QuotedBlocks quoted(document);
  for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
    const Block& block = document.block(number);
    const RuleWords::Tries* lists = definition.looks_at(block.role) ? words.in(block.language) : nullptr;
    if (lists == nullptr) continue;
    const auto all = document.words(block);
    std::uint32_t end = 0;
    for (const Word& word : all) {
      if (word.begin < end) continue;
      const auto match = (*lists)[kCauses].longest(block.text, word.begin);
      if (!match) continue;
      end = static_cast<std::uint32_t>(match.position);
      const Cause cause{{number, {word.begin, end}}, sentence_at(block.text, word.begin), match.payload};
      const auto death = told_death(block, all, (*lists)[kDying], cause.sentence, cause.place.span);
      if (!death || quoted.hold(number, cause.place.span)) continue;
      const TextSpan around = whose_death(block, cause.sentence, cause.place.span, *death);
      if (holds((*lists)[kKin], block.text, around)) return std::nullopt;
      if (holds((*lists)[kSpared], block.text, around)) continue;
      causes.push_back(cause);
    }
  }
  const Cause* first = nullptr;
  const Cause* other = nullptr;
  for (const Cause& cause : causes) {
    if (first == nullptr) {
      first = &cause;
    } else if (cause.sort != first->sort) {
      if (other != nullptr && other->sort != cause.sort) return std::nullopt;
      if (other == nullptr) other = &cause;
    }
  }
  if (other == nullptr) return std::nullopt;
  if (first->place.block == other->place.block && first->sentence.begin == other->sentence.begin) return std::nullopt;
  const std::set<std::string> a = names_in(document, *first);
  const std::set<std::string> b = names_in(document, *other);
  const bool share = std::ranges::any_of(a, [&](const std::string& name) { return b.contains(name); });
  if (!a.empty() && !b.empty() && !share) return std::nullopt;
  return std::pair(first->place, other->place);
}

}  // namespace stet

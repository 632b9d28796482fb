#include "check/kinds/date/event_distance_support.h"

#include <algorithm>

#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kShortestEvent = 4;  // bytes of a word for an event
constexpr std::size_t kMostWords = 3;      // from "after" to the word for the event
constexpr std::size_t kMostDates = 60;     // of an article: more are a chronicle

bool is_day(const DateFact& date) { return date.has_day() && date.range_end == kNoDate; }

class Reader {
 public:
  Reader(const Document& document, const Facts& facts) : document_(document), facts_(facts) {}

  std::optional<EventDistance> read(const Quantity& q, const DistanceWords& words) const {
    const Block& block = document_.block(q.block);
    const std::size_t behind = skip_blanks(block.text, q.span.end);
    const auto after = words_at(words.after, block.text, behind);
    const auto prior = after ? PhraseTrie::Match{} : words_at(words.prior, block.text, behind);
    if (!after && !prior) return std::nullopt;
    const TextSpan sentence = sentence_at(block.text, q.span.begin);
    const std::size_t from = after ? after.position : prior.position;
    const DateFact* own = own_day(q, block, sentence, from, words);
    if (own == nullptr) return std::nullopt;
    const Word* word = event_word(block, sentence, from, *own);
    const DateFact* event = word == nullptr ? nullptr : day_of(block, *word, q.block, sentence, *own);
    if (event == nullptr) return std::nullopt;
    const auto stretch = after ? stretch_between(*event, *own) : stretch_between(*own, *event);
    if (!stretch) return std::nullopt;
    return EventDistance{*stretch, &q, own, event};
  }

 private:
  // The only day of the sentence, right before the length or behind the event.
  const DateFact* own_day(const Quantity& q, const Block& block, TextSpan sentence, std::size_t from,
                          const DistanceWords& words) const {
    const DateFact* found = nullptr;
    for (const DateFact& date : facts_.time().dates) {
      if (date.block != q.block || date.span.begin < sentence.begin || date.span.end > sentence.end) continue;
      if (found != nullptr) return nullptr;
      found = &date;
    }
    if (found == nullptr || !is_day(*found)) return nullptr;
    if (found->span.end <= q.hedge_begin)
      return joins_moment(block.text, found->span.end, q.hedge_begin, words.beside) ? found : nullptr;
    const std::string_view gap =
        found->span.begin < from ? std::string_view("-") : block.text.substr(from, found->span.begin - from);
    const bool behind =
        gap.find(',') != std::string_view::npos && gap.find_first_of(";:()-\"") == std::string_view::npos;
    return behind ? found : nullptr;
  }

  // The noun behind "after the".
  const Word* event_word(const Block& block, TextSpan sentence, std::size_t from, const DateFact& own) const {
    const auto home = table_number(block.language);
    const bool capitals = facts_.numbers(block).capital_nouns;
    std::size_t count = 0;
    for (const Word& word : words_in(document_.words(block), sentence)) {
      if (word.begin < from) continue;
      if (++count > kMostWords || own.span.contains(TextSpan{word.begin, word.end})) return nullptr;
      const bool small = home && (kinship(word.hash).small >> *home & 1U) != 0;
      if (small || word.end - word.begin < kShortestEvent) continue;
      if (capitals && begins_lower(word_text(block, word))) continue;
      return &word;
    }
    return nullptr;
  }

  // The day of the other sentences that tell of the event; null where they give it several or none.
  const DateFact* day_of(const Block& block, const Word& event, std::uint32_t number, TextSpan own_sentence,
                         const DateFact& own) const {
    const std::string form = context_form(word_text(block, event));
    const Concepts& concepts = facts_.knowledge().concepts[ConceptFamily::kThesaurus].of(block.language);
    const ConceptSet named = concepts.at(block.text, event.begin, event.end).concepts;
    const DateFact* found = nullptr;
    for (const DateFact& date : facts_.time().dates) {
      const Block& other = document_.block(date.block);
      const TextSpan sentence = sentence_at(other.text, date.span.begin);
      if (other.language != block.language || !is_prose(other.role) || other.table != kNone) continue;
      if (date.block == number && sentence == own_sentence) continue;
      const auto tells = [&](const Word& word) {
        const std::string_view text = word_text(other, word);
        return are_kin(context_form(text), form) || concepts.at(other.text, word.begin, word.end).concepts.meets(named);
      };
      if (std::ranges::none_of(words_in(document_.words(other), sentence), tells)) continue;
      if (!is_day(date)) return nullptr;
      if (found != nullptr && found->date != date.date) return nullptr;
      found = &date;
    }
    return found != nullptr && found->date != own.date ? found : nullptr;
  }

  const Document& document_;
  const Facts& facts_;
};

}  // namespace

std::vector<EventDistance> find_event_distances(const Document& document, const Facts& facts,
                                                const DistanceWordsOf& words_of) {
  std::vector<EventDistance> found;
  const std::size_t dates = facts.time().dates.size();
  if (dates < 2 || dates > kMostDates) return found;
  const Reader reader(document, facts);
  for (const Quantity& q : facts.quantities()) {
    if (q.dimension_of() != Dimension::kTime) continue;
    const auto words = words_of(document.block(q.block));
    if (!words) continue;
    if (const auto distance = reader.read(q, *words)) found.push_back(*distance);
  }
  return found;
}

}  // namespace stet

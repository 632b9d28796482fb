#include "check/kinds/contradiction/route_support.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"

namespace stet {
namespace {

constexpr std::uint32_t kWayReach = 30;  // bytes between the names of both ends: "from Hull by ferry to Bruges"
constexpr std::size_t kEndReach = 3;     // words between "destination" and its name

// The forms of the words before a place, the nearest first, up to a mark.
std::vector<std::string> forms_before(const Document& document, const SeenPlace& place, std::size_t most) {
  const Block& block = document.block(place.block);
  const std::span<const Word> all = document.words(block);
  std::vector<std::string> forms;
  std::uint32_t end = place.span.begin;
  auto word = std::ranges::lower_bound(all, place.span.begin, {}, &Word::begin);
  while (forms.size() < most && word != all.begin()) {
    --word;
    const std::string_view gap = block.text.substr(word->end, end - word->end);
    if (gap.find_first_of(".;:()!?") != gap.npos) break;
    forms.push_back(context_form(word_text(block, *word)));
    end = word->begin;
  }
  return forms;
}

}  // namespace

Routes::Routes(const Definition& definition) : words_(definition, read) {}

Routes::Words Routes::read(const Definition& definition, Language language) {
  const auto list = [&](std::string_view key) { return forms_of(definition, language, key); };
  return {list("from"), list("towards"), list("departures"), list("destinations"), list("returns")};
}

std::optional<Routes::Clash> Routes::find(const Document& document, const std::vector<SeenPlace>& all,
                                          std::uint32_t end) const {
  const SeenPlace* from = nullptr;
  const SeenPlace* towards = nullptr;
  for (std::size_t i = 0; i + 1 < all.size() && all[i].block < end; ++i) {
    const SeenPlace& a = all[i];
    const SeenPlace& b = all[i + 1];
    if (a.sort != SeenSort::kTown || b.sort != SeenSort::kTown || a.block != b.block || a.number == b.number) continue;
    if (b.span.begin < a.span.end || b.span.begin - a.span.end > kWayReach) continue;
    const Words& words = words_.at(document.block(a.block).language);
    const std::vector<std::string> before = forms_before(document, a, 1);
    const std::vector<std::string> between = forms_before(document, b, 1);
    if (before.empty() || between.empty() || !is_in(words.from, before[0]) || !is_in(words.towards, between[0]))
      continue;
    // Two ways: which of them is meant below?
    if (from != nullptr && (from->number != a.number || towards->number != b.number)) return std::nullopt;
    if (tells_of_return(document, a)) return std::nullopt;
    from = &a;
    towards = &b;
  }
  if (from == nullptr) return std::nullopt;
  for (const SeenPlace& place : all) {
    if (place.sort != SeenSort::kTown || (place.block == towards->block && place.sentence == towards->sentence))
      continue;
    const End named = end_named(document, place);
    if (named == End::kNeither || tells_of_return(document, place)) continue;
    const SeenPlace* known = named == End::kDeparture ? from : towards;
    if (place.number != known->number && place.block >= known->block) return Clash{known, &place};
  }
  return std::nullopt;
}

Routes::End Routes::end_named(const Document& document, const SeenPlace& place) const {
  const Block& block = document.block(place.block);
  const Words& words = words_.at(block.language);
  if (block.text.substr(place.span.end).starts_with("-bound")) return End::kDestination;
  for (const std::string& form : forms_before(document, place, kEndReach + 1)) {
    if (is_in(words.departures, form)) return End::kDeparture;
    if (is_in(words.destinations, form)) return End::kDestination;
  }
  return End::kNeither;
}

bool Routes::tells_of_return(const Document& document, const SeenPlace& place) const {
  const Block& block = document.block(place.block);
  const Words& words = words_.at(block.language);
  return std::ranges::any_of(words_in(document.words(block), place.sentence), [&](const Word& word) {
    return is_in(words.returns, context_form(word_text(block, word)));
  });
}

}  // namespace stet

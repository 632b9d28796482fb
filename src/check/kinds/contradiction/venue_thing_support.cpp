#include "check/kinds/contradiction/venue_thing_support.h"

#include <algorithm>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/guard_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kMostWords = 320;     // of an article that tells of one thing
constexpr std::size_t kMostThings = 8;      // of an article; one with more is a guide
constexpr std::size_t kMostLinks = 4;       // small words between a thing and its venue: "in der Nähe der"
constexpr std::size_t kMostAdjectives = 2;  // between an article and its noun
constexpr std::size_t kLeastNoun = 3;       // bytes

}  // namespace

VenueThings::VenueThings(const Definition& definition)
    : definition_(definition), words_(definition, [](const Definition& rule, Language language) {
        return Words{forms_of(rule, language, "definite"), forms_of(rule, language, "indefinite"),
                     forms_of(rule, language, "generic")};
      }) {}

void VenueThings::find(const Document& document, const Facts& facts, const BySection<VenueWords>& venues,
                       Sink& sink) const {
  if (words_looked_at(document, definition_) > kMostWords) return;
  std::vector<Thing> things;
  for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
    const Block& block = document.block(number);
    if (!definition_.looks_at(block.role) || !venues.contains(block.language)) continue;
    for (std::uint32_t pos = 0; pos < block.text.size();) {
      const TextSpan sentence = facts.sentences().at(number, pos);
      read(document, facts, number, sentence, venues.at(block.language), things);
      if (things.size() > kMostThings) return;
      pos = std::max(sentence.end, pos + 1);
    }
  }
  QuotedBlocks quoted(document);
  for (std::size_t j = 1; j < things.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const Thing& a = things[i];
      const Thing& b = things[j];
      // "The branch in Mill Road, the branch in High Street": each is told by its street.
      if (!a.indefinite || !b.definite || a.block == b.block) continue;
      const Language language = document.block(a.block).language;
      if (document.block(b.block).language != language || !venues.at(language).differ(a.venue, b.venue)) continue;
      // "A jeweller's in Mill Lane", "the shop in High Street"
      if (!b.generic && !is_same_word(a.form, b.form) && !a.concepts.meets(b.concepts)) continue;
      const bool third = std::ranges::any_of(things, [&](const Thing& other) {
        return venues.at(language).differ(other.venue, a.venue) && venues.at(language).differ(other.venue, b.venue);
      });
      const auto is_silenced = [&](const Thing& thing) {
        return quoted.hold(thing.block, thing.venue.span) ||
               stet::is_silenced(facts, definition_.slot, thing.block, document.block(thing.block), thing.sentence,
                                 thing.venue.span, false);
      };
      if (third || is_silenced(a) || is_silenced(b)) continue;
      Finding finding = clash_of(document, {a.block, a.venue.span}, {b.block, b.venue.span});
      finding.severity = Severity::kInfo;
      sink.report(std::move(finding));
      return;
    }
  }
}

void VenueThings::read(const Document& document, const Facts& facts, std::uint32_t number, TextSpan sentence,
                       const VenueWords& venues, std::vector<Thing>& things) const {
  const Block& block = document.block(number);
  const Words& own = words_.at(block.language);
  const auto home = table_number(block.language);
  const std::span<const Word> words = words_in(document.words(block), sentence);
  if (!home) return;
  for (Venue& venue : venues.find(document, block, sentence, true)) {
    if (venue.names.empty()) continue;
    auto at =
        static_cast<std::size_t>(std::ranges::lower_bound(words, venue.span.begin, {}, &Word::begin) - words.begin());
    std::size_t links = 0;
    const auto is_joined = [&](std::size_t i) {
      return block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end).find_first_of(",;:.()\"") ==
             std::string_view::npos;
    };
    while (at > 0 && links < kMostLinks && is_joined(at) &&
           ((kinship(words[at - 1].hash).small >> *home & 1U) != 0 ||
            is_in(own.definite, context_form(word_text(block, words[at - 1]))))) {
      --at;
      ++links;
    }
    // "Un atelier rue du Port"
    const bool adjoins = links == 0 && at < words.size() && begins_lower(word_text(block, words[at]));
    if (at == 0 || (links == 0 && !adjoins) || !is_joined(at)) continue;
    const Word& noun = words[at - 1];
    const bool nouns = facts.numbers(block).capital_nouns;
    if (noun.end - noun.begin < kLeastNoun || is_capitalised(word_text(block, noun)) != nouns) continue;
    Thing thing{number, sentence, std::move(venue), context_form(word_text(block, noun)), {}, false, false, false};
    thing.generic = is_in(own.generic, thing.form);
    thing.concepts = facts.knowledge()
                         .concepts[ConceptFamily::kThesaurus]
                         .of(block.language)
                         .at(block.text, noun.begin, noun.end)
                         .concepts;
    for (std::size_t back = 2; back <= kMostAdjectives + 2 && back <= at; ++back) {
      const std::string form = context_form(word_text(block, words[at - back]));
      thing.indefinite = is_in(own.indefinite, form);
      thing.definite = is_in(own.definite, form);
      if (thing.indefinite || thing.definite) break;
    }
    things.push_back(std::move(thing));
  }
}

}  // namespace stet

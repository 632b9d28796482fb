#include "check/kinds/contradiction/parted_moves_support.h"

#include <algorithm>
#include <string_view>

#include "check/kinds/word_support.h"
#include "facts/places.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLeastTelling = 4;    // letters of a word that narrows
constexpr std::size_t kLongestOpening = 5;  // words up to the noun of "on the narrow ring roads"
constexpr std::size_t kNearSubset = 4;      // words between "fell" and "among women"
constexpr std::size_t kNearOwned = 3;       // words between "its" and what its price does

TextSpan whole(const Block& block) { return {0, static_cast<std::uint32_t>(block.text.size())}; }

// The sentence of the second place up to it, and what the paragraph of the first one tells.
class Opening {
 public:
  Opening(const Document& document, const Facts& facts, const MoveWords& words, TextPlace there, TextPlace here)
      : document_(document),
        words_(words),
        block_(document.block(here.block)),
        other_(document.block(there.block)),
        sentence_(facts.sentences().at(here.block, here.span.begin)),
        all_(words_in(document.words(block_), {sentence_.begin, here.span.begin})),
        concepts_(facts.knowledge().concepts[ConceptFamily::kConcepts].of(block_.language)) {
    forms_.reserve(all_.size());
    for (const Word& word : all_) forms_.push_back(form_of(word));
  }

  // "At the rival's shop the price fell": the sentence opens with a place or a group of which nothing was told.
  [[nodiscard]] bool is_elsewhere(const std::vector<std::string>& leads, const std::vector<std::string>& idle) const {
    if (forms_.size() < 2 || !is_in(leads, forms_.front())) return false;
    // "Among hoteliers there is concern: the fall …"
    if (text_between(all_.front().begin, all_.back().end).find(':') != std::string_view::npos) return false;
    for (std::size_t i = 1; i < std::min(all_.size(), kLongestOpening); ++i) {
      if (words_.time(forms_[i]) || is_in(idle, forms_[i])) return false;
      if (text_between(all_[i - 1].end, all_[i].begin).find_first_of(",:;") != std::string_view::npos) return false;
      if (is_noun(all_[i]) && tells(forms_[i])) return !is_told(all_[i]);
    }
    return false;
  }

  // "Cabbage will not shift. Its price fell": whose, the sentence before says.
  [[nodiscard]] bool is_of_another(const Facts& facts, std::uint32_t number,
                                   const std::vector<std::string>& owning) const {
    const auto near = static_cast<std::ptrdiff_t>(std::min(forms_.size(), kNearOwned));
    const auto owns = [&](const std::string& form) { return is_in(owning, form); };
    if (sentence_.begin == 0 || std::none_of(forms_.end() - near, forms_.end(), owns)) return false;
    for (const Word& word : words_in(document_.words(block_), facts.sentences().at(number, sentence_.begin - 1))) {
      if (is_noun(word) && tells(form_of(word))) return !is_told(word);
    }
    return false;
  }

  // "Wolfsburg was less lucky. Unemployment rose": a sentence of the paragraph opens with a town of which the other
  // paragraph and the headline know nothing.
  [[nodiscard]] bool names_other_place(std::uint32_t until) const {
    const auto knows = [&](const Block& known, std::uint16_t id) {
      const auto places = find_places(known.text, document_.words(known), whole(known));
      return std::ranges::find(places, id, &NamedPlace::id) != places.end();
    };
    const auto home = table_number(block_.language);
    for (const NamedPlace& place : find_places(block_.text, document_.words(block_), {0, until})) {
      // "Como" is "as" in Spanish, whatever lies at its lake.
      const Word& first = words_in(document_.words(block_), place.span).front();
      const bool small = !home || (kinship(first.hash).small >> *home & 1U) != 0;
      const bool opens = place.span.begin == 0 || text_between(0, place.span.begin).ends_with(". ");
      if (!small && opens && !knows(other_, place.id) && !knows(document_.blocks().front(), place.id)) return true;
    }
    return false;
  }

  // "The staff of branches grew", "the price of cabbage": of a thing that was told, a part that was not.
  [[nodiscard]] bool is_of_part() const {
    for (std::size_t i = 2; i < all_.size(); ++i) {
      // Where all nouns have a capital, "of Kiel" and "of flats" look alike, and "der Wohnungen" does not.
      const bool name = is_upper(decode_at(block_.text, all_[i].begin).value) &&
                        (!words_.is_free_order() || is_in(words_.part, forms_[i - 1]));
      const bool thing = tells(forms_[i - 2]) || is_in(words_.counts, forms_[i - 2]);
      if (!name && thing && is_in(words_.small.of, forms_[i - 1]) && tells(forms_[i]) && !words_.time(forms_[i]) &&
          is_told(all_[i - 2]) && !is_told(all_[i])) {
        return true;
      }
    }
    return false;
  }

 private:
  std::string form_of(const Word& word) const { return context_form(word_text(block_, word)); }
  std::string_view text_between(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(block_.text).substr(begin, end - begin);
  }
  bool is_noun(const Word& word) const {
    return !words_.is_free_order() || is_upper(decode_at(block_.text, word.begin).value);
  }
  bool tells(const std::string& form) const {
    return form.size() >= kLeastTelling && !is_in(words_.small.plain, form) && !is_in(words_.part, form) &&
           !is_in(words_.counts, form);
  }
  // Whether the other paragraph has the word, or one for the same thing.
  bool is_told(const Word& own) const {
    const std::string form = form_of(own);
    const ConceptSet named = concepts_.at(block_.text, own.begin, own.end).concepts;
    return std::ranges::any_of(document_.words(other_), [&](const Word& word) {
      return is_same_word(context_form(word_text(other_, word)), form) ||
             (!named.empty() && named.meets(concepts_.at(other_.text, word.begin, word.end).concepts));
    });
  }

  const Document& document_;
  const MoveWords& words_;
  const Block& block_;
  const Block& other_;
  TextSpan sentence_;
  std::span<const Word> all_;
  std::vector<std::string> forms_;
  const Concepts& concepts_;
};

}  // namespace

PartedMoves::PartedMoves(const Definition& definition, const BySection<MoveWords>& words, PartingKeys keys)
    : definition_(definition), words_(words), own_(definition, read_words), keys_(keys) {}

PartedMoves::Words PartedMoves::read_words(const Definition& definition, Language language) {
  return {forms_of(definition, language, "local"), forms_of(definition, language, "idle-openings"),
          forms_of(definition, language, "owning")};
}

bool PartedMoves::are_parted(const Document& document, const Facts& facts, TextPlace there, TextPlace here) const {
  if (says_so(document, facts, here, there, true) || says_so(document, facts, there, here, false)) return true;
  const Language language = document.block(here.block).language;
  const Words& own = own_.at(language);
  const Opening opening(document, facts, words_.at(language), there, here);
  return opening.is_elsewhere(own.leads, own.idle) || opening.is_of_another(facts, here.block, own.owning) ||
         opening.names_other_place(here.span.begin) || opening.is_of_part();
}

bool PartedMoves::says_so(const Document& document, const Facts& facts, TextPlace own, TextPlace other,
                          bool paragraph) const {
  const Block& block = document.block(own.block);
  const std::string_view text = block.text;
  const std::string_view known = document.block(other.block).text;
  const TextSpan sentence = facts.sentences().at(own.block, own.span.begin);
  const TextSpan clause = clause_of(text, sentence, own.span);
  const TextSpan before{paragraph && own.block != other.block ? 0 : sentence.begin, sentence.end};
  return std::ranges::any_of(facts.matches().in(definition_.slot, own.block, before), [&](const Hit& hit) {
    const bool subset = hit.key == keys_.subset;
    if (!subset && hit.key != keys_.elsewhere) return false;
    if (subset && hit.span.begin < sentence.begin) return false;
    if (hit.span.begin > own.span.end) {
      // "The bus that stops there", "the fall concerns above all women"
      const auto between = words_in(document.words(block), {own.span.end, hit.span.begin});
      if (!clause.contains(hit.span) || (subset && between.size() > kNearSubset)) return false;
    }
    return known.find(text.substr(hit.span.begin, hit.span.size())) == std::string_view::npos;
  });
}

}  // namespace stet

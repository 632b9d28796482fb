// What a text sets apart from its own voice: quotations, terms in italics, code, links, brackets, titles in lists.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "check/check.h"
#include "document/document.h"
#include "text/foreign_stretches.h"

namespace stet {

// The set-apart passages of one block.
class SetApart {
 public:
  SetApart(const Document& document, std::uint32_t block);

  // Whether the span, of which some words are the evidence, lies in such a passage or is marked as one. Links and
  // brackets do not set a whole line apart.
  [[nodiscard]] bool holds(TextSpan span, std::span<const TextSpan> evidence, ForeignStretch::Fills fills) const;

  // Whether the stretch lies in somebody's speech in the text's own language, which is no quotation in another: by the
  // words of the speech outside of all that was `found`, but for those that both languages have.
  [[nodiscard]] bool is_part_of_speech(const ForeignStretch& stretch, std::span<const ForeignStretch> found,
                                       std::span<const Word> words, Language home) const;

 private:
  std::string_view text_;
  std::vector<TextSpan> quotes_;    // of any kind of marks; one without its end goes to the end of the text
  std::vector<TextSpan> brackets_;  // round and square, within a line
  std::vector<TextSpan> marked_;    // emphasis, code, <q>, lang=, struck through
  std::vector<TextSpan> links_;
};

// Whether a phrase and what follows behind `between` belong together: only spaces, commas, colons and marks.
bool joins(std::string_view between);

// Whether two spans may be of one entry of references: in one line, and not far from each other.
bool same_entry(std::string_view text, TextSpan a, TextSpan b);

// Whether two spans stand in one line, and no sentence ends between them.
bool same_sentence(std::string_view text, TextSpan a, TextSpan b);

// Whether one of the hits stands in the sentence of a span of the block.
bool is_beside_hit(std::span<const Hit> hits, const Document& document, TextPlace place);

// Whether the sentence ends behind the span with a name in brackets: whose words they are.
bool is_attributed(std::string_view text, TextSpan span);

// Whether the line of the span is an entry of a list of works: a year before or behind it, a dash and a name.
bool is_listed_work(std::string_view text, TextSpan span);

}  // namespace stet

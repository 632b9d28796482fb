// The names in a sentence, as far as capitals and the lists of common words tell, by which two sentences are known to
// be of the same people and things.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "document/document.h"

namespace stet {

using Forms = std::set<std::string>;

struct SentenceName {
  std::string form;  // context_form(), without a final s
  TextSpan span;
  bool common = false;  // a common word that has its capital from where it stands
};

// Words with a capital that are no small words. Where `noun_capitals`, common nouns have theirs from the language.
std::vector<SentenceName> names_in(const Document& document, const Block& block, TextSpan sentence, bool noun_capitals);

// The same without what may be a common noun: where nouns have capitals, only what stands behind one of `names_after`
// (sorted forms) or beside another such word.
Forms proper_names(const Document& document, const Block& block, TextSpan sentence,
                   const std::vector<std::string>& names_after);

bool intersects(const Forms& a, const Forms& b);
// Whether `a` holds one that `b` lacks.
bool has_own(const Forms& a, const Forms& b);

}  // namespace stet

// What an article says, extracted once and shared by all checks.
#pragma once

#include "document/document.h"
#include "facts/lexicon.h"
#include "facts/matcher.h"

namespace stet {

// What extraction needs to know of the world. Immutable, shared by threads.
struct Knowledge {
  Lexicon lexicon;
  Matcher matcher;
};

class Facts {
 public:
  // Everything that the checks may ask of the document. Both must outlive the facts.
  static Facts extract(const Document& document, const Knowledge& knowledge);

  [[nodiscard]] const Knowledge& knowledge() const { return *knowledge_; }
  [[nodiscard]] const Matches& matches() const { return matches_; }

 private:
  const Knowledge* knowledge_ = nullptr;
  Matches matches_;
};

}  // namespace stet

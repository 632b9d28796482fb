#include "facts/facts.h"

namespace stet {

Facts Facts::extract(const Document& document, const Knowledge& knowledge) {
  Facts facts;
  facts.knowledge_ = &knowledge;
  facts.matches_ = knowledge.matcher.find(document);
  return facts;
}

}  // namespace stet

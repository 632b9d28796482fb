#include "check/kinds/contradiction/clash_support.h"

#include <string>

namespace stet {

Finding clash_of(const Document& document, TextPlace there, TextPlace here) {
  const auto written = [&](TextPlace place) {
    return std::string(document.block(place.block).text.substr(place.span.begin, place.span.size()));
  };
  Finding finding;
  finding.place = here;
  finding.values = {{"here", written(here)}, {"there", written(there)}};
  finding.related.push_back({there, "there", {{"there", written(there)}}});
  return finding;
}

}  // namespace stet

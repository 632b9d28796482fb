#include "document/html_dates.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "document/date_text.h"
#include "document/html_elements.h"
#include "document/json_ld.h"

namespace stet {
namespace {

std::optional<ReferenceDate> of_origin(std::optional<CivilDate> day, DateOrigin origin) {
  if (!day) return std::nullopt;
  return ReferenceDate{*day, origin};
}

std::optional<ReferenceDate> of_meta(const GumboElement& element) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"article:published_time", "og:published_time", "datepublished", "date",
                                       "dc.date", "dc.date.issued", "dcterms.date", "publish-date", "pubdate"});
  for (const char* key : {"property", "name", "itemprop"}) {
    std::string name(attribute(element, key));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) continue;
    if (const auto day = parse_machine_date(attribute(element, "content"))) return of_origin(day, DateOrigin::kMeta);
  }
  return std::nullopt;
}

std::optional<ReferenceDate> of_script(const GumboElement& element) {
  if (attribute(element, "type") != "application/ld+json" || element.children.length == 0) return std::nullopt;
  const auto* child = static_cast<const GumboNode*>(element.children.data[0]);
  if (child->type != GUMBO_NODE_TEXT) return std::nullopt;
  return of_origin(json_ld_date(child->v.text.text), DateOrigin::kJsonLd);
}

}  // namespace

std::optional<ReferenceDate> stated_date(const GumboElement& element) {
  switch (element.tag) {
    case GUMBO_TAG_SCRIPT:
      return of_script(element);
    case GUMBO_TAG_META:
      return of_meta(element);
    case GUMBO_TAG_TIME:
      return of_origin(parse_machine_date(attribute(element, "datetime")), DateOrigin::kTimeElement);
    default:
      return std::nullopt;
  }
}

}  // namespace stet

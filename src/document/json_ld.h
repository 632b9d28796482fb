// Dates in the structured data of a page.
#pragma once

#include <optional>
#include <string_view>

#include "base/civil_date.h"

namespace stet {

// The first datePublished of a JSON-LD text (schema.org), at whatever depth. Nothing when it can't be read.
std::optional<CivilDate> json_ld_date(std::string_view json);

}  // namespace stet

// Dates as machines write them, in front matter and meta elements.
#pragma once

#include <optional>
#include <string_view>

#include "base/civil_date.h"

namespace stet {

// "2025-04-08", "20250408", "2025/04/08", each also with a time behind; "8.4.2025"; "28/4/2025" and "4/28/2025" where
// only one order can be; "Tue, 08 Apr 2025 10:00:00 +0000" (RFC 5322). Nothing for all else, and for days that never
// were. A time zone changes nothing: the day is the one that is written.
std::optional<CivilDate> parse_machine_date(std::string_view text);

}  // namespace stet

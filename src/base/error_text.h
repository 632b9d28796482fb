// Errors as a person reads them.
#pragma once

#include <string>

#include "base/result.h"

namespace stet {

// Several lines, each with a line feed:
//
//   rules/ad/promo.toml:3:1: unknown key "mesage"
//     3 | mesage = "…"
//       | ^
//     did you mean "message"?
//
// A long line is cut to a window around the column.
std::string to_text(const Error& error);
std::string to_text(const Errors& errors);

}  // namespace stet

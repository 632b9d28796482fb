// The stet.toml that `stet init` writes.
#pragma once

#include <string_view>

namespace stet {

// Comments and examples behind `#`; switched on, every example is valid.
std::string_view starter_config();

}  // namespace stet

// What marks set apart in a sentence: ", nine hours long,", "(two thirds)".
#pragma once

#include <cstddef>
#include <string_view>

namespace stet {

// Whether what is set apart ends at `pos`, in bytes: behind blanks the text ends, or a mark or dash stands.
bool is_closed_at(std::string_view text, std::size_t pos);

}  // namespace stet

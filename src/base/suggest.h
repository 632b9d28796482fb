// The name that was probably meant.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace stet {

// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, in bytes and without
// regard to ASCII case (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to `name`, at most a third of the letters away (one in short names); among equals
// the first. Empty when there is none.
std::string_view closest_name(std::string_view name, std::span<const std::string_view> candidates);

// `did you mean "…"?`, or, where no candidate is near and there are few, which ones there are. Empty else.
std::string suggestion(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace stet

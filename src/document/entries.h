// The entries of a live blog, of short news, of a programme: each is of its own hour, town or evening.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"

namespace stet {

// For each block the number of its entry, from 1, and 0 for what stands in none. Empty where the text is not for the
// most part such entries: "14.05 Uhr: Zweiter Toter", "OXFORD – Two men …", "**Dole.** Un motard …". A headline belongs
// to none, a subheading to the entry under it.
std::vector<std::uint32_t> entries_of(const Document& document);

}  // namespace stet

// Addresses in the running text of Markdown: what md4c cannot bear, told before it is asked.
#pragma once

#include <string_view>

namespace stet {

// Whether a paragraph holds so many bare addresses that md4c would take seconds to make links of them: for each it
// looks at all marks behind it. No page has as many, tens of thousands in a row.
bool has_crowded_addresses(std::string_view markdown);

}  // namespace stet

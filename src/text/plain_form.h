// Words without what spellings differ in.
#pragma once

#include <string>
#include <string_view>

namespace stet {

// The letters and digits of a word, folded and without marks: "Brücke" is "brucke".
std::string plain_form(std::string_view word);

}  // namespace stet

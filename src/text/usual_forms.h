// What a text writes in another form than most: letters in parts, and no-break spaces between words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

// A stretch of a text (bytes) and what most would write there.
struct UsualForm {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;
};

// In order, none overlapping another; of nearly every text, none. A letter with marks for which Unicode has one sign
// (NFC), and a no-break space between two words, around a parenthesis or a dash; numbers keep theirs ("10 000", "5 %"),
// and so do halves of misread letters ("Ã ") and texts with signs inside of words ("acci¢n"), where it may be a letter.
std::vector<UsualForm> usual_forms(std::string_view text);

// Whether `written`, the stretch of a form, says the same as `usual`.
bool is_usual_form(std::string_view written, std::string_view usual);

}  // namespace stet

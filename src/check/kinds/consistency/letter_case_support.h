// How a word is written: which of its letters are capitals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stet {

// kSmallInLine: wrong where all other words of the line are capitals.
// kCapitalWithin: wrong where the word stands elsewhere without: "NordKorea", "jAPAN", "GRIEchenland".
enum class LetterCase : std::uint8_t { kRight, kSmallWithin, kSmallInLine, kTwoCapitals, kCapitalWithin };

// How a word is written, when it may be wrong.
LetterCase letter_case(std::string_view word);

std::string in_capitals(std::string_view word);
// First and last letter.
bool is_all_capitals(std::string_view word);
// A capital, small letters, and two capitals side by side behind them: not "BahnCard", "USAmerika".
bool has_run_within(std::string_view word);
// "FRAnce", not "DVDs", "NATOs".
bool begins_with_run(std::string_view word);
// Of ASCII, with the letters of Western Europe.
bool is_latin(std::string_view word);

}  // namespace stet

// Sets of characters as RE2 is given them. Private to pattern*.cpp.
//
// RE2 needs milliseconds for each exact Unicode property in an expression. So the sets here are exact where languages
// with case are written (below U+0590) and whole ranges of code points beyond.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stet::pattern_detail {

// Items of a class: the characters of words, what is none, spaces, and decimal digits. An emoji counts as a word's
// and as none.
inline constexpr std::string_view kWordSet =
    R"(0-9A-Z_a-z\x{AA}\x{B5}\x{BA}\x{C0}-\x{1FFF}\x{2C00}-\x{D7FF}\x{F900}-\x{10FFFF})";
inline constexpr std::string_view kNoWordSet =
    R"(\x00-/:-@\[-`{-\x{A9}\x{AB}-\x{B4}\x{B6}-\x{B9}\x{BB}-\x{BF}\x{D7}\x{2000}-\x{2BFF}\x{3000}-\x{3004}\x{1F000}-\x{1FAFF})";
inline constexpr std::string_view kSpaceSet =
    R"(\s\x{85}\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000})";
inline constexpr std::string_view kDigitSet =  // also Arabic, Persian, Hindi, Bengali, Thai and wide ones
    R"(0-9\x{660}-\x{669}\x{6F0}-\x{6F9}\x{966}-\x{96F}\x{9E6}-\x{9EF}\x{E50}-\x{E59}\x{FF10}-\x{FF19})";

// The class of such items. Folding the case of a set this large would cost milliseconds and change nothing.
inline std::string class_regex(std::string_view items, bool negated = false) {
  return (negated ? "(?-i:[^" : "(?-i:[") + std::string(items) + "])";
}

// The items of \p{L}, \p{Lu}, \p{Ll}, \p{Nd} and \p{N}, by the name between the braces. Nothing for other properties,
// which are left to RE2.
std::optional<std::string> property_items(std::string_view name);

}  // namespace stet::pattern_detail

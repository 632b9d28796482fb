// Single-byte code pages: which characters their upper halves hold.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stet {

enum class CodePage : std::uint8_t {
  kWindows1252,  // Western Europe; Latin-1 is a part of it, but for controls
  kMacRoman,
  kWindows1250,  // Central Europe
  kWindows1251,  // Cyrillic
  kCp437,        // DOS
  kCp850,        // DOS, Western Europe
  kWindows1254,  // Turkish
  kLatin2,       // Central Europe before Windows-1250
  kLatin9,       // Western Europe with the euro sign
  kKoi8R,        // Cyrillic, on Unix
  kCp866,        // Cyrillic, DOS
};
inline constexpr std::size_t kCodePages = 11;
// As which UTF-8 is read: the first ones.
inline constexpr std::size_t kMisreadPages = 9;

// By page and byte less 0x80. A byte that stands for nothing is the control of the same number.
// Written by tools/code_pages.cpp from ICU when stet is built.
extern const std::array<std::array<char16_t, 128>, kCodePages> kCodePageTables;

inline char32_t code_page_char(CodePage page, unsigned char byte) {
  return byte < 0x80 ? byte : kCodePageTables[static_cast<std::size_t>(page)][byte - 0x80U];
}

// The byte, from 0x80 on, that the page has for a character; 0 when there is none. For bytes 0x80 to 0x9F the
// control of the same number counts as well: what passed through Latin-1 has those.
unsigned char code_page_byte(CodePage page, char32_t c);

// "Windows-1252"
std::string_view code_page_name(CodePage page);

}  // namespace stet

#include "text/code_pages.h"

#include <algorithm>
#include <vector>

namespace stet {
namespace {

// The bytes that all pages have for one character.
struct Entry {
  char16_t character = 0;
  std::array<std::uint8_t, kCodePages> bytes{};
};

std::vector<Entry> invert() {
  std::vector<Entry> entries;
  const auto add = [&](std::size_t page, std::size_t byte, char16_t character) {
    const auto same = [character](const Entry& e) { return e.character == character; };
    auto it = std::find_if(entries.begin(), entries.end(), same);
    if (it == entries.end()) it = entries.insert(entries.end(), Entry{character, {}});
    if (it->bytes[page] == 0) it->bytes[page] = static_cast<std::uint8_t>(byte);
  };
  for (std::size_t page = 0; page < kCodePages; ++page) {
    for (std::size_t i = 0; i < 128; ++i) add(page, 0x80 + i, kCodePageTables[page][i]);
    for (std::size_t byte = 0x80; byte < 0xA0; ++byte) add(page, byte, static_cast<char16_t>(byte));
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.character < b.character; });
  return entries;
}

}  // namespace

unsigned char code_page_byte(CodePage page, char32_t c) {
  static const std::vector<Entry> entries = invert();
  const auto it = std::lower_bound(entries.begin(), entries.end(), c,
                                   [](const Entry& e, char32_t wanted) { return e.character < wanted; });
  return it == entries.end() || it->character != c ? 0 : it->bytes[static_cast<std::size_t>(page)];
}

std::string_view code_page_name(CodePage page) {
  static constexpr std::array<std::string_view, kCodePages> kNames = {"Windows-1252", "Mac Roman",  "Windows-1250",
                                                                      "Windows-1251", "CP437",      "CP850",
                                                                      "Windows-1254", "ISO-8859-2", "ISO-8859-15"};
  return kNames[static_cast<std::size_t>(page)];
}

}  // namespace stet

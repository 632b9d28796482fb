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
  struct Place {
    char16_t character = 0;
    std::size_t page = 0;
    std::size_t byte = 0;
  };
  std::vector<Place> places;
  for (std::size_t page = 0; page < kCodePages; ++page) {
    for (std::size_t i = 0; i < 128; ++i) places.push_back({kCodePageTables[page][i], page, 0x80 + i});
    for (std::size_t byte = 0x80; byte < 0xA0; ++byte) places.push_back({static_cast<char16_t>(byte), page, byte});
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.character < b.character; });
  std::vector<Entry> entries;
  for (const Place& place : places) {
    if (entries.empty() || entries.back().character != place.character) entries.push_back({place.character, {}});
    std::uint8_t& byte = entries.back().bytes[place.page];
    if (byte == 0) byte = static_cast<std::uint8_t>(place.byte);
  }
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
  static constexpr std::array<std::string_view, kCodePages> kNames = {
      "Windows-1252", "Mac Roman",  "Windows-1250", "Windows-1251", "CP437", "CP850",
      "Windows-1254", "ISO-8859-2", "ISO-8859-15",  "KOI8-R",       "CP866"};
  return kNames[static_cast<std::size_t>(page)];
}

}  // namespace stet

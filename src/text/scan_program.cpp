#include "text/scan_program.h"

#include <algorithm>

namespace stet {

std::uint32_t ScanProgram::class_of(char32_t c) const {
  if (c < 128) return ascii_class(static_cast<unsigned char>(c));
  const auto firsts = words_.subspan(kFirstRange, header().ranges);
  const auto after = std::upper_bound(firsts.begin(), firsts.end(), c);
  return words_[kFirstRange + header().ranges + static_cast<std::size_t>(after - firsts.begin()) - 1];
}

}  // namespace stet

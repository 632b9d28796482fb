// Cuts the characters of the world into classes that a program's sets can't tell apart. Private to pattern*.cpp.
#pragma once

#include <unicode/uniset.h>

#include <vector>

#include "text/scan_program.h"

namespace stet::pattern_detail {

// The words of a program around its instructions.
struct ScanClasses {
  ScanProgram::Header header;        // without instructions and saves
  std::vector<ScanWord> characters;  // the classes of ASCII and of the ranges
  std::vector<ScanWord> sets;        // one behind the other
  std::uint32_t set_size = 0;        // words
};

ScanClasses scan_classes(const std::vector<icu::UnicodeSet>& sets);

}  // namespace stet::pattern_detail

// Checking drafts from bytes with the built-in rules, for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostic.h"
#include "engine/fix.h"

namespace stet {

// The findings of one rule in a file of this name.
std::vector<Diagnostic> findings_of(std::string_view rule, std::string bytes, const std::string& path = "draft.txt");

// What is marked: the bytes on disk.
std::vector<std::string> marked_by(std::string_view rule, const std::string& bytes,
                                   const std::string& path = "draft.txt");

// The file after this rule's fixes; the safe ones only, or all.
std::string fixed_by(std::string_view rule, std::string bytes, const std::string& path = "draft.txt",
                     bool unsafe = false);

// The text as UTF-16 with a byte-order mark, little endian.
std::string utf16(std::string_view text);

}  // namespace stet

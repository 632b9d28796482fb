// Reading and writing files.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace stet {

// All bytes of a file (or pipe). Fails with the system's words: "can't read it: No such file or directory".
Result<std::string> read_file(const std::string& path);

// All bytes of standard input.
Result<std::string> read_standard_input();

// Replaces a file's content as a whole: after a crash there is the old one or the new one. Writes a temporary
// file beside it, flushes it to the disk and renames it. Keeps the mode (and owner, where allowed); a link
// goes on pointing to the file that it points to. A file that is no regular one is written in place.
Result<bool> write_atomically(const std::string& path, std::string_view bytes);

}  // namespace stet

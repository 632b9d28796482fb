#include "cli/check_output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "engine/file_io.h"

namespace stet {

void Output::write(std::string_view text) {
  if (text.empty()) return;  // without a place to read from, perhaps
  if (is_file()) {
    held_ += text;
  } else if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    failed_ = true;
  }
}

Result<bool> Output::close() {
  if (is_file()) return write_atomically(file_, held_);
  if (std::fflush(stdout) != 0) failed_ = true;
  if (!failed_) return true;
  Error error;
  error.message = "can't write to standard output: " + std::generic_category().message(errno);
  return error;
}

bool use_color(std::string_view when, int descriptor) {
  if (when != "auto") return when == "always";
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  return (no_color == nullptr || *no_color == '\0') && !dumb && ::isatty(descriptor) != 0;
}

unsigned terminal_columns(int descriptor) {
  constexpr unsigned kDefault = 120;
  winsize size{};
  if (::isatty(descriptor) == 0 || ::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kDefault;
  return size.ws_col;
}

}  // namespace stet

// Where results go: standard output or --output-file.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace stet {

class Output {
 public:
  // Standard output when `file` is empty. A file is written as a whole when it is closed, so that a run that
  // fails half-way leaves no half report.
  explicit Output(std::string file) : file_(std::move(file)) {}

  void write(std::string_view text);
  // Fails when not everything could be written.
  Result<bool> close();

  [[nodiscard]] bool is_file() const { return !file_.empty(); }

 private:
  std::string file_;
  std::string held_;
  bool failed_ = false;
};

// Whether to colour what goes to a stream: `when` is auto, always or never. Auto means on a terminal, unless
// NO_COLOR is set and not empty or TERM is "dumb".
bool use_color(std::string_view when, int descriptor);

// The columns of the terminal, or 120.
unsigned terminal_columns(int descriptor);

}  // namespace stet

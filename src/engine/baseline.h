// Findings that are known and let stand until someone mends them, in a JSON file.
//
// An entry is a path (relative to the file, so that the project can be moved), a rule, the text found (case and
// white space folded) and a hash of the three words on either side. There are no line numbers in it: moving a
// passage is free, moving it to another file is not. Two equal findings need two entries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "engine/diagnostic.h"

namespace stet {

class Baseline {
 public:
  Baseline() = default;

  // Fails when the file can't be read or is no baseline.
  static Result<Baseline> read(const std::string& file);

  // Takes the findings of one file (by its absolute path) that the baseline knows out of the list; the number
  // of those taken. Safe for several threads.
  std::size_t filter(const std::string& path, std::vector<Diagnostic>& diagnostics) const;

  // Adds the findings of a file. They need Diagnostic::surroundings.
  void add(const std::string& path, const std::vector<Diagnostic>& diagnostics);

  // Where the file will lie (absolute), so that paths are relative to it.
  void set_directory(std::string directory) { directory_ = std::move(directory); }

  // The file's text: sorted, an entry on a line, so that a version control shows what was mended.
  [[nodiscard]] std::string to_json() const;

  [[nodiscard]] std::size_t size() const;

 private:
  using Key = std::tuple<std::string, std::string, std::string>;  // rule, text, surroundings
  static Key key_of(const Diagnostic& diagnostic);
  [[nodiscard]] std::string name_of(const std::string& path) const;

  std::string directory_;
  std::map<std::string, std::map<Key, std::size_t>, std::less<>> entries_;  // by relative path; how many
};

}  // namespace stet

// Path patterns as .gitignore files write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

// Whether a path (with / between its parts) is what the pattern describes, byte for byte as git's wildmatch
// with WM_PATHNAME does: ? and * stay within one part, ** as a whole part spans several, [a-z], [!x] and
// [[:alpha:]] are classes, \ takes a special meaning away.
bool matches_path(std::string_view pattern, std::string_view path);

// The patterns of one .gitignore file, or of an `exclude` list.
class IgnoreList {
 public:
  enum class Verdict : std::uint8_t { kUnsaid, kIgnored, kKept };

  IgnoreList() = default;
  // The lines of a .gitignore file.
  static IgnoreList from_file(std::string_view content);
  // One pattern, as on a line of such a file.
  void add(std::string_view line);

  // What the last pattern that fits says of this path (relative to the list's directory, without a leading
  // slash). Parents are not looked at: whoever walks does not go into an ignored folder.
  [[nodiscard]] Verdict verdict(std::string_view path, bool is_directory) const;

  // Whether the path of a file or one of the folders above it is ignored.
  [[nodiscard]] bool ignores_file(std::string_view path) const;

  [[nodiscard]] bool empty() const { return patterns_.empty(); }

 private:
  struct Pattern {
    std::string text;
    bool keep = false;            // with a ! before it
    bool directory_only = false;  // with a / behind it
    bool base_name = false;       // without any other /: fits at every depth
  };
  std::vector<Pattern> patterns_;
};

}  // namespace stet

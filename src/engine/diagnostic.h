// A finding as the user sees it. Owns everything.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "check/finding.h"
#include "text/line_index.h"

namespace stet {

// The source around a place, ready to print: whole lines, or a window of a very long line. A place of many
// lines shows its first ones; `end` is cut to what is shown.
struct Snippet {
  std::string text;         // valid UTF-8 without the last line end
  std::uint32_t begin = 0;  // the place in `text`, bytes
  std::uint32_t end = 0;
  std::uint32_t first_line = 1;  // the line number of text's first line
  bool cut_left = false;         // the first line goes on to the left
  bool cut_right = false;        // the last line goes on to the right
};

struct Place {
  std::string path;
  DiskSpan span;  // bytes of the file as it lies on disk
  Position start;
  Position end;
  Snippet snippet;
};

struct Related {
  Place place;
  std::string message;
};

struct Edit {
  DiskSpan span;
  std::string text;  // UTF-8; the file's encoding is applied when it is written
};

struct Fix {
  std::string title;
  bool safe = false;
  std::vector<Edit> edits;
};

struct Diagnostic {
  std::string rule;
  Severity severity = Severity::kWarning;
  std::string message;
  Place place;
  std::string excerpt;             // the marked source text, at most 200 code points
  std::uint64_t surroundings = 0;  // a hash of the words beside it, when CheckOptions::fingerprints asks for it
  std::vector<Related> related;
  std::vector<Fix> fixes;
};

}  // namespace stet

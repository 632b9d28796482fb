// What the files of one run leave for each other.
//
// Before any file is checked, a first look at all of them counts their short lines (LineCounts). Then the check of a
// file leaves traces: what the file says, as numbers. The files meet in path order, each with those before it. Where
// one of its traces may clash with another file's, the file is checked once more, and the check that left the trace
// looks at both files and decides (Check::judge). So the output depends neither on threads nor on the order in which
// files were named, and a few numbers are all that is kept of a file.
#pragma once

#include <cstdint>

#include "check/finding.h"
#include "check/line_counts.h"
#include "document/document.h"

namespace stet {

// Something that a file says. Traces of one rule and one key are compared.
struct Trace {
  std::uint64_t key = 0;    // of what it speaks
  std::uint64_t value = 0;  // what it says of that, in the check's own form
  TextPlace place;
};

// Where another file left a trace of the same key.
struct Elsewhere {
  const Document& document;
  SourceSpan span;          // in its source
  const LineCounts& lines;  // of the run
  std::uint64_t value = 0;
  std::uint32_t files = 1;  // how many files before this one left the same

  [[nodiscard]] std::string_view written() const { return document.source().utf8().substr(span.begin, span.size()); }
};

}  // namespace stet

// Any bytes, read as one format and checked by all built-in rules: positions keep their laws, and what is printed is
// valid UTF-8.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/check_file.h"
#include "report/reporter.h"
#include "support/reading.h"
#include "text/utf8.h"

namespace {

using namespace stet;

void require(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void require_inside(const Place& place, std::size_t size) {
  require(place.span.begin <= place.span.end && place.span.end <= size, "a place lies outside of the file");
  require(place.start.line <= place.end.line, "a place ends before it begins");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const RuleSet rules = RuleSet::builtin();
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  CheckOptions options;
  options.read.format = Format::STET_FUZZ_FORMAT;

  const Document document = read_document("draft", SourceText::from_bytes(bytes).value(), options.read);
  const std::string broken = broken_law(document);
  require(broken.empty(), broken.c_str());

  const FileReport report = check_source("draft", SourceText::from_bytes(bytes).value(), rules, options);
  for (const Diagnostic& diagnostic : report.diagnostics) {
    require_inside(diagnostic.place, size);
    for (const Related& related : diagnostic.related) require_inside(related.place, size);
    for (const Fix& fix : diagnostic.fixes) {
      for (const Edit& edit : fix.edits) require(edit.span.end <= size, "an edit lies outside of the file");
    }
  }
  for (const ReportFormat& format : report_formats()) {
    std::string out;
    format.make({})->render(report, Locale::kGerman, out);
    require(find_invalid_utf8(out).begin == out.size(), "broken UTF-8 is printed");
  }
  return 0;
}

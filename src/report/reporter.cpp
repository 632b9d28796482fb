#include "report/reporter.h"

#include <algorithm>

namespace stet {

void Summary::add(const FileReport& report) {
  ++files;
  if (!report.diagnostics.empty()) ++files_reported;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    const auto safe = [](const Fix& fix) { return fix.safe; };
    if (std::any_of(diagnostic.fixes.begin(), diagnostic.fixes.end(), safe)) ++fixable;
    switch (diagnostic.severity) {
      case Severity::kInfo:
        ++infos;
        break;
      case Severity::kWarning:
        ++warnings;
        break;
      case Severity::kError:
        ++errors;
        break;
    }
  }
}

Summary& Summary::operator+=(const Summary& other) {
  files += other.files;
  files_reported += other.files_reported;
  errors += other.errors;
  warnings += other.warnings;
  infos += other.infos;
  fixed += other.fixed;
  fixable += other.fixable;
  baseline += other.baseline;
  return *this;
}

std::string Reporter::end(const Summary& /*summary*/) const { return {}; }

std::span<const ReportFormat> report_formats() {
  static constexpr ReportFormat kFormats[] = {
      {"full", "frames with the source, for people", &make_full_reporter},
      {"concise", "a line for each finding", &make_concise_reporter},
      {"json", "one JSON object", &make_json_reporter},
      {"jsonl", "a JSON object on a line for each finding", &make_jsonl_reporter},
  };
  return kFormats;
}

}  // namespace stet

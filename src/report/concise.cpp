#include <fmt/format.h>

#include <iterator>

#include "report/reporter.h"
#include "report/terminal.h"

namespace stet {
namespace {

// path:line:column: severity[rule] message
class ConciseReporter : public Reporter {
 public:
  explicit ConciseReporter(const ReportStyle& style) : paint_(style.color) {}

  void render(const FileReport& report, Locale /*locale*/, std::string& out) const override {
    for (const Diagnostic& diagnostic : report.diagnostics) {
      append_headline(out, diagnostic, paint_);
      out += '\n';
    }
  }
  [[nodiscard]] bool for_people() const override { return true; }

 private:
  Paint paint_;
};

}  // namespace

std::unique_ptr<Reporter> make_concise_reporter(const ReportStyle& style) {
  return std::make_unique<ConciseReporter>(style);
}

}  // namespace stet

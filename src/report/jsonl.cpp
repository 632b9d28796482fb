#include "report/json_text.h"
#include "report/reporter.h"

namespace stet {
namespace {

class JsonLinesReporter : public Reporter {
 public:
  void render(const FileReport& report, Locale /*locale*/, std::string& out) const override {
    for (const Diagnostic& diagnostic : report.diagnostics) {
      append_json(out, diagnostic);
      out += '\n';
    }
  }
};

}  // namespace

std::unique_ptr<Reporter> make_jsonl_reporter(const ReportStyle& /*style*/) {
  return std::make_unique<JsonLinesReporter>();
}

}  // namespace stet

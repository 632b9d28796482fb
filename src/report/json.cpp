#include "report/json_text.h"
#include "report/reporter.h"

namespace stet {
namespace {

// {"version": 1, "diagnostics": […]}, one finding a line.
class JsonReporter : public Reporter {
 public:
  [[nodiscard]] std::string begin() const override { return R"({"version": 1, "diagnostics": [)"; }
  [[nodiscard]] std::string_view separator() const override { return ","; }
  void render(const FileReport& report, Locale /*locale*/, std::string& out) const override {
    const char* separator = "\n";
    for (const Diagnostic& diagnostic : report.diagnostics) {
      out += separator;
      append_json(out, diagnostic);
      separator = ",\n";
    }
  }
  [[nodiscard]] std::string end(const Summary& /*summary*/) const override { return "\n]}\n"; }
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter(const ReportStyle& /*style*/) { return std::make_unique<JsonReporter>(); }

}  // namespace stet

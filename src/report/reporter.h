// How findings are printed. A format is one file that makes a Reporter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/check_file.h"

namespace stet {

// What a whole run found.
struct Summary {
  std::size_t files = 0;           // checked
  std::size_t files_reported = 0;  // with at least one finding
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t fixed = 0;     // findings mended by --fix
  std::size_t fixable = 0;   // findings left that --fix could mend
  std::size_t baseline = 0;  // findings that the baseline lets stand

  void add(const FileReport& report);
  Summary& operator+=(const Summary& other);
  [[nodiscard]] std::size_t findings() const { return errors + warnings + infos; }
};

struct ReportStyle {
  Locale locale = Locale::kEnglish;
  bool color = false;
  bool quiet = false;           // findings only, no summary
  std::uint32_t columns = 120;  // that a source line may take
};

// Immutable: files are rendered on several threads and printed in path order. The output is
// begin() piece (separator() piece)* end(), without the pieces that are empty.
class Reporter {
 public:
  virtual ~Reporter() = default;
  [[nodiscard]] virtual std::string begin() const { return {}; }
  [[nodiscard]] virtual std::string_view separator() const { return {}; }
  // Appends the findings of one file. `locale` is that of its messages.
  virtual void render(const FileReport& report, Locale locale, std::string& out) const = 0;
  [[nodiscard]] virtual std::string end(const Summary& summary) const;
  // Whether a person reads it, so that a table of statistics may follow.
  [[nodiscard]] virtual bool for_people() const { return false; }
};

struct ReportFormat {
  std::string_view name;
  std::string_view doc;
  std::unique_ptr<Reporter> (*make)(const ReportStyle& style) = nullptr;
};

// All formats, the default first.
std::span<const ReportFormat> report_formats();

std::unique_ptr<Reporter> make_full_reporter(const ReportStyle& style);
std::unique_ptr<Reporter> make_concise_reporter(const ReportStyle& style);
std::unique_ptr<Reporter> make_json_reporter(const ReportStyle& style);
std::unique_ptr<Reporter> make_jsonl_reporter(const ReportStyle& style);

}  // namespace stet

#include "support/run_of_files.h"

#include <fmt/format.h>

#include "support/temporary_folder.h"

namespace stet {
namespace {

const RuleSet& all_rules() {
  static const RuleSet rules = RuleSet::builtin();
  return rules;
}

CheckOptions only(std::string_view rule, std::string_view language) {
  CheckOptions options;
  options.read.language = Language(language);
  for (const Rule& each : all_rules().rules()) options.enabled.push_back(each.name == rule);
  return options;
}

// Paths are shown as they are named: so the files are named from their folder.
class WorkingFolder {
 public:
  explicit WorkingFolder(const std::string& path) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(path);
  }
  ~WorkingFolder() {
    std::error_code ignored;
    std::filesystem::current_path(before_, ignored);
  }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

 private:
  std::filesystem::path before_;
};

}  // namespace

std::vector<FileReport> check_run_of(std::string_view rule, const NamedTexts& files, std::string_view language) {
  const TemporaryFolder folder;
  const WorkingFolder inside(folder.path());
  CheckOptions options = only(rule, language);
  AcrossFiles across;
  options.across = &across;
  for (const auto& [name, text] : files) {
    folder.write(name, text);
    across.add_lines(file_lines(text));
  }
  std::vector<FileReport> reports;
  for (const auto& file : files) {
    const auto check = [&] {
      return check_source(file.first, SourceText::from_bytes(file.second).value(), all_rules(), options);
    };
    FileReport report = check();
    const std::vector<Clash> clashes = across.meet(file.first, report.traces, all_rules());
    if (!clashes.empty()) {
      options.clashes = &clashes;
      report = check();
      options.clashes = nullptr;
    }
    reports.push_back(std::move(report));
  }
  return reports;
}

std::string findings_across(std::string_view rule, const NamedTexts& files, std::string_view language) {
  std::string out;
  for (const FileReport& report : check_run_of(rule, files, language)) {
    for (const Diagnostic& d : report.diagnostics) {
      out +=
          fmt::format("{}:{}:{} “{}” {}", report.path, d.place.start.line, d.place.start.column, d.excerpt, d.message);
      for (const Related& related : d.related) {
        out += fmt::format(" → {}:{}:{}", related.place.path, related.place.start.line, related.place.start.column);
      }
      out += "\n";
    }
  }
  return out;
}

std::string marked_across(std::string_view rule, std::string_view first, std::string_view second,
                          std::string_view language) {
  const NamedTexts files = {{"a.md", std::string(first)}, {"b.md", std::string(second)}};
  std::string out;
  const std::vector<FileReport> reports = check_run_of(rule, files, language);
  for (const Diagnostic& d : reports[1].diagnostics) {
    out += (out.empty() ? "" : " | ") + d.excerpt;
  }
  return out;
}

}  // namespace stet

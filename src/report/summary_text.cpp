#include "report/summary_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace stet {
namespace {

struct Words {
  std::string_view error, errors, warning, warnings, info, infos, file, files;
  std::string_view nothing, in, fixed, fixable, baseline;
};

constexpr Words kEnglish{"error",          "errors", "warning",       "warnings", "info",  "infos",
                         "file",           "files",  "nothing found", "in",       "fixed", "can be fixed with --fix",
                         "in the baseline"};
constexpr Words kGerman{"Fehler",         "Fehler",  "Warnung",         "Warnungen", "Hinweis", "Hinweise",
                        "Datei",          "Dateien", "nichts gefunden", "in",        "behoben", "mit --fix zu beheben",
                        "in der Baseline"};

}  // namespace

std::string summary_text(const Summary& summary, Locale locale) {
  const Words& words = locale == Locale::kGerman ? kGerman : kEnglish;
  std::string out;
  const auto add = [&out](std::size_t count, std::string_view one, std::string_view many) {
    if (count > 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, count == 1 ? one : many);
  };
  add(summary.errors, words.error, words.errors);
  add(summary.warnings, words.warning, words.warnings);
  add(summary.infos, words.info, words.infos);
  const std::size_t files = summary.findings() == 0 ? summary.files : summary.files_reported;
  if (out.empty()) out = words.nothing;
  out += fmt::format(" {} {} {}", words.in, files, files == 1 ? words.file : words.files);
  std::string more;
  const auto note = [&more](std::size_t count, std::string_view what) {
    if (count > 0) more += fmt::format("{}{} {}", more.empty() ? "" : ", ", count, what);
  };
  note(summary.fixed, words.fixed);
  note(summary.fixable, words.fixable);
  note(summary.baseline, words.baseline);
  return more.empty() ? out : fmt::format("{} ({})", out, more);
}

std::string statistics_text(const RuleCounts& counts) {
  std::vector<std::pair<RuleCounts::key_type, std::size_t>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  const std::size_t width = rows.empty() ? 0 : std::to_string(rows.front().second).size();
  for (const auto& [key, count] : rows) {
    out += fmt::format("{:>{}}  {:7}  {}\n", count, width, severity_name(key.second), key.first);
  }
  return out;
}

}  // namespace stet

#include "cli/check_run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <new>
#include <system_error>
#include <thread>

#include "base/error_text.h"
#include "cli/check_output.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "engine/across_files.h"
#include "engine/diff.h"
#include "engine/file_io.h"
#include "engine/fix.h"
#include "engine/ordered.h"
#include "engine/paths.h"
#include "engine/settings.h"
#include "engine/walk.h"
#include "report/reporter.h"
#include "report/summary_text.h"

namespace stet {
namespace {

constexpr std::string_view kStandardInput = "-";

struct Job {
  std::string path;      // as it is shown
  std::string absolute;  // for configuration and baselines
  const FileSettings* settings = nullptr;
  bool standard_input = false;
};

// What became of a file.
struct Outcome {
  std::string rendered;
  std::string aside;  // for standard error: what is left of a text that was fixed on its way through
  std::optional<Error> error;
  Summary summary;
  bool failing = false;                                 // something at or above the fail level
  std::vector<std::pair<std::string, Severity>> rules;  // of the findings, for --statistics
  std::vector<Diagnostic> diagnostics;                  // only for --write-baseline
  std::vector<LeftTrace> traces;                        // for the files behind it
};

class CheckRun {
 public:
  explicit CheckRun(const CheckArguments& arguments) : arguments_(arguments), output_(arguments.output_file) {}

  int run() {
    Result<Overrides, Errors> overrides = make_overrides(arguments_);
    if (!overrides) return refuse(overrides.error());
    directory_ = overrides->working_directory;
    const std::optional<Locale> locale = overrides->locale;
    // The program ends with the run: to free what the rules hold would take as long as to read them.
    Settings& settings = *new Settings(std::move(*overrides), builtin_with);
    [[maybe_unused]] static const Settings* const kept = &settings;  // still reachable, as leak checkers ask
    if (!collect(settings)) return kExitError;

    ReportStyle style;
    style.locale = locale.value_or(jobs_.empty() ? Locale::kEnglish : jobs_.front().settings->check.locale);
    style.quiet = arguments_.quiet;
    const bool to_terminal_text = arguments_.output_file.empty();
    style.color = use_color(to_terminal_text               ? arguments_.color
                            : arguments_.color == "always" ? "always"
                                                           : "never",
                            STDOUT_FILENO);
    style.columns = to_terminal_text ? terminal_columns(STDOUT_FILENO) : style.columns;
    for (const ReportFormat& format : report_formats()) {
      if (format.name == arguments_.output_format) reporter_ = format.make(style);
    }
    const bool results_to_stderr = arguments_.diff || (arguments_.fixes() && standard_input_);
    locale_ = style.locale;
    print_ = !results_to_stderr;

    if (print_) output_.write(reporter_->begin());
    take_first_look();
    run_ordered(
        jobs_.size(), threads(), [this](std::size_t i) { return check(jobs_[i]); },
        [this](std::size_t i, Outcome outcome) { deliver(jobs_[i], std::move(outcome)); });
    return finish();
  }

 private:
  static int refuse(const Errors& errors) {
    complain(errors);
    return kExitError;
  }

  // Fills jobs_. False when nothing can be checked, because of the configuration.
  bool collect(Settings& settings) {
    std::vector<std::string> paths = arguments_.paths;
    standard_input_ = std::erase(paths, kStandardInput) > 0;
    if (paths.empty() && !standard_input_) paths.emplace_back(".");
    IgnoreList exclude;
    for (const std::string& pattern : arguments_.exclude) exclude.add(pattern);
    WalkOptions walk;
    walk.working_directory = directory_;
    walk.wanted = [&](const std::string& path) {
      return settings.wanted(path) && !is_result(path) && !exclude.ignores_file(path_below(path, directory_));
    };
    WalkResult found = collect_files(paths, walk);
    read_error_ = !found.errors.empty();

    if (standard_input_) {
      const std::string name =
          arguments_.stdin_filename.empty() ? std::string(kStandardInput) : tidy_path(arguments_.stdin_filename);
      jobs_.push_back({name, absolute_path(name, directory_), nullptr, true});
    }
    for (std::string& path : found.files) {
      std::string absolute = absolute_path(path, directory_);
      jobs_.push_back({std::move(path), std::move(absolute), nullptr, false});
    }
    std::vector<const RuleSet*> rule_sets;
    for (Job& job : jobs_) {
      job.settings = settings.of(job.absolute);
      const RuleSet* rules = job.settings == nullptr ? nullptr : job.settings->rules;
      if (rules != nullptr && std::find(rule_sets.begin(), rule_sets.end(), rules) == rule_sets.end()) {
        rule_sets.push_back(rules);
      }
    }
    if (jobs_.empty()) {  // a wrong configuration is wrong without any file, too
      const FileSettings* here = settings.of(join_path(directory_, kStandardInput));
      if (here != nullptr) rule_sets.push_back(here->rules);
    }
    Errors errors = settings.errors();
    for (const Job& job : jobs_) {
      if (job.standard_input || !is_result(job.absolute)) continue;
      errors.push_back({.message = "this file can't be both checked and written", .path = job.path});
    }
    if (!rule_sets.empty()) {
      const Errors unknown = unknown_rule_arguments(arguments_, rule_sets);
      errors.insert(errors.end(), unknown.begin(), unknown.end());
    }
    complain(errors);
    complain(found.errors);
    return errors.empty();
  }

  // Whether this run writes its results there: a draft must not be lost to them.
  [[nodiscard]] bool is_result(const std::string& absolute) const {
    const auto is = [&](const std::string& file) {
      return !file.empty() && absolute == absolute_path(tidy_path(file), directory_);
    };
    return is(arguments_.output_file) || is(arguments_.write_baseline);
  }

  [[nodiscard]] std::size_t threads() const {
    return arguments_.threads != 0 ? arguments_.threads : std::max(1U, std::thread::hardware_concurrency());
  }

  // A pipe can be read only once.
  static bool is_readable_again(const Job& job) {
    std::error_code error;
    return !job.standard_input && std::filesystem::is_regular_file(job.path, error);
  }

  // A first look at all files. What can't be read is told of when it is checked.
  void take_first_look() {
    if (jobs_.size() < 2) return;
    run_ordered(
        jobs_.size(), threads(),
        [this](std::size_t i) {
          Result<std::string> bytes = is_readable_again(jobs_[i]) ? read_file(jobs_[i].path) : std::string();
          if (!bytes) return FileLines();
          const Result<SourceText> source = SourceText::from_bytes(std::move(*bytes));
          return source ? file_lines(source->utf8()) : FileLines();
        },
        [this](std::size_t /*i*/, const FileLines& lines) { across_.add_lines(lines); });
  }

  // On any thread.
  [[nodiscard]] Outcome check(const Job& job) const {
    try {
      return read_and_check(job);
    } catch (const std::bad_alloc&) {
      Outcome outcome;
      outcome.error = Error{.message = "there is not enough memory to check it", .path = job.path};
      return outcome;
    }
  }

  [[nodiscard]] Outcome read_and_check(const Job& job) const {
    Outcome outcome;
    Result<std::string> bytes = job.standard_input ? read_standard_input() : read_file(job.path);
    if (!bytes) {
      outcome.error = bytes.error();
      return outcome;
    }
    FileReport report;
    if (arguments_.fixes()) {
      fix(job, std::move(*bytes), report, outcome);
    } else {
      Result<SourceText> source = SourceText::from_bytes(std::move(*bytes));
      if (!source) {
        outcome.error = source.error();
        outcome.error->path = job.path;
        return outcome;
      }
      report = check_source(job.path, std::move(*source), *job.settings->rules, options(job));
      let_stand(job, report, outcome);
    }
    digest(job, std::move(report), outcome);
    return outcome;
  }

  // From a file's findings to what is printed and counted.
  void digest(const Job& job, FileReport report, Outcome& outcome) const {
    outcome.summary.add(report);
    const auto fails = [&job](const Diagnostic& d) { return d.severity >= job.settings->fail_on; };
    outcome.failing = std::any_of(report.diagnostics.begin(), report.diagnostics.end(), fails);
    if (arguments_.statistics) {
      for (const Diagnostic& diagnostic : report.diagnostics) {
        outcome.rules.emplace_back(diagnostic.rule, diagnostic.severity);
      }
    }
    if (print_) reporter_->render(report, job.settings->check.locale, outcome.rendered);
    if (!arguments_.write_baseline.empty()) outcome.diagnostics = std::move(report.diagnostics);
    if (!report.traces.empty() && is_readable_again(job)) outcome.traces = std::move(report.traces);
  }

  // Checks a file once more that clashes with others. What can't be read any more stays as it was found.
  void look_again(const Job& job, const std::vector<Clash>& clashes, Outcome& outcome) const {
    Result<std::string> bytes = read_file(job.path);
    if (!bytes) return;
    Result<SourceText> source = SourceText::from_bytes(std::move(*bytes));
    if (!source) return;
    CheckOptions check = options(job);
    check.clashes = &clashes;
    FileReport report = check_source(job.path, std::move(*source), *job.settings->rules, check);
    Outcome again;
    again.aside = std::move(outcome.aside);
    if (!print_) again.rendered = std::move(outcome.rendered);  // the diff
    let_stand(job, report, again);
    again.summary.fixed = outcome.summary.fixed;
    digest(job, std::move(report), again);
    outcome = std::move(again);
  }

  [[nodiscard]] CheckOptions options(const Job& job) const {
    CheckOptions options = job.settings->check;
    if (jobs_.size() > 1) options.across = &across_;
    if (job.standard_input && job.path == kStandardInput && !options.read.format) {
      options.read.format = Format::kMarkdown;
    }
    return options;
  }

  void let_stand(const Job& job, FileReport& report, Outcome& outcome) const {
    if (job.settings->baseline == nullptr) return;
    outcome.summary.baseline = job.settings->baseline->filter(job.absolute, report.diagnostics);
  }

  // --fix and --diff. What --diff shows is not done, and what can't be written neither: the findings are those of the
  // file as it is.
  void fix(const Job& job, std::string bytes, FileReport& report, Outcome& outcome) const {
    const CheckOptions check = options(job);
    std::optional<FileReport> first;
    FixedFile fixed =
        fix_file(job.path, bytes, *job.settings->rules, check, arguments_.unsafe_fixes, [&](FileReport& round) {
          let_stand(job, round, outcome);
          if (!first) first = round;
        });
    report = std::move(fixed.report);
    if (arguments_.diff) {
      if (first) report = std::move(*first);
      outcome.rendered = unified_diff(job.path, bytes, fixed.bytes);
      return;
    }
    outcome.summary.fixed = fixed.applied;
    if (job.standard_input) {
      outcome.rendered = std::move(fixed.bytes);
      reporter_->render(report, check.locale, outcome.aside);
    } else if (fixed.bytes != bytes) {
      const Result<bool> written = write_atomically(job.path, fixed.bytes);
      if (written) return;
      outcome.error = written.error();
      outcome.summary.fixed = 0;
      if (first) report = std::move(*first);
    }
  }

  // In path order, on the main thread.
  void deliver(const Job& job, Outcome outcome) {
    if (outcome.error) {
      read_error_ = true;
      std::fflush(stdout);
      complain(to_text(*outcome.error));
    }
    if (!outcome.traces.empty()) {
      const std::vector<Clash> clashes = across_.meet(job.path, outcome.traces, *job.settings->rules);
      if (!clashes.empty()) look_again(job, clashes, outcome);
    }
    print_aside(outcome.aside);
    if (!outcome.rendered.empty()) {
      if (any_rendered_ && print_) output_.write(reporter_->separator());
      any_rendered_ = true;
      output_.write(outcome.rendered);
    }
    summary_ += outcome.summary;
    failing_ = failing_ || outcome.failing;
    for (const auto& rule : outcome.rules) ++by_rule_[rule];
    if (!arguments_.write_baseline.empty()) new_baseline_.emplace_back(job.absolute, std::move(outcome.diagnostics));
  }

  int finish() {
    if (print_) output_.write(reporter_->end(summary_));
    if (arguments_.statistics) {
      const std::string table = statistics_text(by_rule_);
      if (print_ && reporter_->for_people()) {
        output_.write(table);
      } else {
        print_aside(table);
      }
    }
    if (!print_ && !arguments_.quiet && summary_.findings() + summary_.fixed > 0) {
      complain(summary_text(summary_, locale_) + "\n");
    }
    Result<bool> closed = output_.close();
    if (!closed) {
      read_error_ = true;
      complain(to_text(closed.error()));
    }
    if (!arguments_.write_baseline.empty()) return write_baseline();
    if (read_error_) return kExitError;
    return failing_ && !arguments_.exit_zero ? kExitFindings : kExitClean;
  }

  int write_baseline() {
    Baseline baseline;
    baseline.set_directory(parent_path(absolute_path(arguments_.write_baseline, directory_)));
    for (const auto& [path, diagnostics] : new_baseline_) baseline.add(path, diagnostics);
    const Result<bool> written = write_atomically(arguments_.write_baseline, baseline.to_json());
    if (!written) {
      complain(to_text(written.error()));
      return kExitError;
    }
    if (!arguments_.quiet) {
      complain(fmt::format("{} findings written to {}\n", baseline.size(), arguments_.write_baseline));
    }
    return read_error_ ? kExitError : kExitClean;
  }

  const CheckArguments& arguments_;
  Output output_;
  std::string directory_;
  std::vector<Job> jobs_;
  AcrossFiles across_;
  std::unique_ptr<Reporter> reporter_;
  Locale locale_ = Locale::kEnglish;
  bool standard_input_ = false;
  bool print_ = true;  // findings to the output; else it is a diff or a fixed text
  bool any_rendered_ = false;
  bool read_error_ = false;
  bool failing_ = false;
  Summary summary_;
  RuleCounts by_rule_;
  std::vector<std::pair<std::string, std::vector<Diagnostic>>> new_baseline_;
};

}  // namespace

int run_check(const CheckArguments& arguments) { return CheckRun(arguments).run(); }

}  // namespace stet

// The command line of `stet check`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/settings.h"
#include "report/reporter.h"

namespace CLI {
class App;
}

namespace stet {

// As given; texts are read by make_overrides().
struct CheckArguments {
  std::vector<std::string> paths;
  std::string output_format = "full";
  std::string output_file;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::string> exclude;
  std::string language;
  std::string locale;
  std::string as_of;
  std::string stdin_filename;
  std::string format;
  bool fix = false;
  bool unsafe_fixes = false;
  bool diff = false;
  std::string baseline;
  std::string write_baseline;
  bool statistics = false;
  std::string fail_on;
  bool exit_zero = false;
  std::vector<std::string> rules;
  std::string config;
  bool isolated = false;
  std::size_t threads = 0;  // 0: one for each core
  bool no_cache = false;
  std::string color = "auto";
  bool quiet = false;

  [[nodiscard]] bool fixes() const { return fix || unsafe_fixes || diff; }
};

// Declares the options. `arguments` must outlive the app.
void declare_check_options(CLI::App& command, CheckArguments& arguments);

// What the arguments say about settings; everything wrong with them.
Result<Overrides, Errors> make_overrides(const CheckArguments& arguments);

// The --select and --ignore names that no rule of any of the sets has.
Errors unknown_rule_arguments(const CheckArguments& arguments, const std::vector<const RuleSet*>& rule_sets);

}  // namespace stet

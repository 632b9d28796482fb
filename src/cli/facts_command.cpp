#include "cli/facts_command.h"

#include <CLI/CLI.hpp>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "cli/check_arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "engine/file_io.h"
#include "engine/paths.h"
#include "engine/settings.h"
#include "engine/walk.h"
#include "report/facts_list.h"

namespace stet {
namespace {

constexpr const char* kStandardInput = "-";

int run(const CheckArguments& arguments) {
  CheckArguments known = arguments;  // as of `check`, whose formats are others
  known.output_format = "full";
  Result<Overrides, Errors> overrides = make_overrides(known);
  if (!overrides) return fail(overrides.error());
  const std::string directory = overrides->working_directory;
  Settings settings(std::move(*overrides), builtin_with);
  std::vector<std::string> paths = arguments.paths;
  const bool standard_input = std::erase(paths, kStandardInput) > 0;
  if (paths.empty() && !standard_input) paths.emplace_back(".");
  WalkOptions walk;
  walk.working_directory = directory;
  walk.wanted = [&](const std::string& path) { return settings.wanted(path); };
  WalkResult found = collect_files(paths, walk);
  Errors errors = std::move(found.errors);

  std::vector<FactRow> rows;
  const auto read = [&](const std::string& path, Result<std::string> bytes) {
    const FileSettings* file = settings.of(absolute_path(path, directory));
    if (file == nullptr) return;
    if (!bytes) return errors.push_back(bytes.error());
    Result<SourceText> source = SourceText::from_bytes(std::move(*bytes));
    if (!source) {
      Error error = source.error();
      error.path = path;
      return errors.push_back(std::move(error));
    }
    const Document document = read_document(path, std::move(*source), file->check.read);
    const Facts facts = Facts::extract(document, file->rules->knowledge());
    std::vector<FactRow> more = list_facts(document, facts);
    rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  if (standard_input) {
    read(arguments.stdin_filename.empty() ? kStandardInput : arguments.stdin_filename, read_standard_input());
  }
  for (const std::string& path : found.files) read(path, read_file(path));

  print(arguments.output_format == "json" ? facts_as_json(rows) : facts_as_table(rows));
  errors.insert(errors.end(), settings.errors().begin(), settings.errors().end());
  return errors.empty() ? kExitClean : fail(errors);
}

}  // namespace

void add_facts_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CheckArguments>();
  options->output_format = "table";
  CLI::App* command = app.add_subcommand("facts", "the checkable facts of articles");
  command->add_option("path", options->paths, "files and folders (default: here); - reads standard input")
      ->type_name("PATH");
  command->add_option("--output-format", options->output_format, "table or json")
      ->type_name("NAME")
      ->check(CLI::IsMember({"table", "json"}));
  command->add_option("--lang", options->language, "the language of the articles, whatever they say")
      ->type_name("CODE");
  command->add_option("--as-of", options->as_of, "the day the articles were written, for dates without a year")
      ->type_name("YYYY-MM-DD");
  command->add_option("--format", options->format, "read all files as markdown, html or plain")->type_name("NAME");
  command->add_option("--stdin-filename", options->stdin_filename, "the name of what comes through standard input")
      ->type_name("PATH");
  command->add_option("--config", options->config, "this file instead of the nearest stet.toml")->type_name("FILE");
  command->add_flag("--isolated", options->isolated, "heed no stet.toml");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace stet

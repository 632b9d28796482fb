#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "rule/ruleset.h"
#include "rule/source_files.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

// The folder from which rules are named: the nearest one upwards that is called "rules" or has a lexicon. Empty
// when there is none.
fs::path root_above(const fs::path& path) {
  std::error_code ignored;
  for (fs::path folder = fs::absolute(path).lexically_normal();; folder = folder.parent_path()) {
    if (folder.filename() == "rules" || fs::is_directory(folder / "lexicon", ignored)) return folder;
    if (folder == folder.parent_path()) return {};
  }
}

std::string name_below(const fs::path& root, const fs::path& file) {
  std::string name;
  if (!root.empty()) {
    name = fs::absolute(file).lexically_normal().lexically_relative(root).replace_extension().generic_string();
  }
  return is_rule_name(name) ? name : file.stem().string();
}

class FileLoader {
 public:
  explicit FileLoader(const Lexicon& lexicon) : words_(lexicon) {}

  void add(const std::string& path) {
    std::error_code ignored;
    const bool is_folder = fs::is_directory(path, ignored);
    const fs::path above = root_above(is_folder ? fs::path(path) : fs::absolute(path).parent_path());
    const fs::path root = above.empty() && is_folder ? fs::absolute(path).lexically_normal() : above;
    add_lexicons(root);
    if (!is_folder) {
      files_.push_back({name_below(root, path), path});
      return;
    }
    std::vector<SourceFile> found;
    append(errors_, list_files(path, found));
    for (const SourceFile& file : found) files_.push_back({name_below(root, file.path), file.path});
  }

  Result<RuleSource, Errors> finish() && {
    std::set<std::string> names;
    for (const SourceFile& file : files_) {
      if (file.name.starts_with(kLexiconFolder) || !names.insert(file.name).second) continue;
      read_rule(file);
    }
    if (!errors_.empty()) return std::move(errors_);
    return std::move(result_);
  }

 private:
  // All of the root's, once; they take the place of the built-in ones.
  void add_lexicons(const fs::path& root) {
    std::error_code ignored;
    const fs::path folder = root / "lexicon";
    if (root.empty() || !fs::is_directory(folder, ignored) || !roots_.insert(root.string()).second) return;
    std::vector<SourceFile> found;
    append(errors_, list_files(folder.string(), found));
    for (const SourceFile& file : found) {
      const auto text = read_rule_file(file.path);
      if (!text.ok()) {
        errors_.push_back(text.error());
        continue;
      }
      append(errors_, parse_lexicon(file.name, file.path, *text, result_.lexicon));
      (void)parse_lexicon(file.name, file.path, *text, words_);
    }
  }

  void read_rule(const SourceFile& file) {
    if (!is_rule_name(file.name)) {
      errors_.push_back({.message = fmt::format("\"{}\" is no name for a rule", file.name),
                         .path = file.path,
                         .hint = "names are of small letters a to z, digits and hyphens"});
      return;
    }
    const auto text = read_rule_file(file.path);
    if (!text.ok()) return errors_.push_back(text.error());
    auto rule = parse_rule(file.name, file.path, *text, words_);
    if (!rule.ok()) return append(errors_, rule.error());
    result_.rules.push_back(std::move(*rule));
  }

  Lexicon words_;
  std::vector<SourceFile> files_;
  std::set<std::string> roots_;
  RuleSource result_;
  Errors errors_;
};

}  // namespace

Result<RuleSource, Errors> load_rule_files(const std::vector<std::string>& paths, const Lexicon& lexicon) {
  FileLoader loader(lexicon);
  for (const std::string& path : paths) loader.add(path);
  return std::move(loader).finish();
}

}  // namespace stet

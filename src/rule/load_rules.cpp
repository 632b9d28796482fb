#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "rule/ruleset.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

// A rule or lexicon file, by its name.
struct SourceFile {
  std::string name;
  std::string path;
};

constexpr std::string_view kLexiconFolder = "lexicon/";

bool is_good_name(std::string_view name) {
  const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/'; };
  return !name.empty() && std::all_of(name.begin(), name.end(), good);
}

// Every .toml file, by name; hidden files and folders are left out.
Errors list_files(const std::string& directory, std::vector<SourceFile>& files) {
  std::error_code failure;
  fs::recursive_directory_iterator it(directory, failure);
  if (failure) return {{.message = fmt::format("can't read the rules: {}", failure.message()), .path = directory}};
  for (; it != fs::recursive_directory_iterator(); it.increment(failure)) {
    const fs::path& path = it->path();
    if (path.filename().native().starts_with('.')) {
      if (it->is_directory(failure)) it.disable_recursion_pending();
    } else if (path.extension() == ".toml" && it->is_regular_file(failure)) {
      std::string name = path.lexically_relative(directory).replace_extension().generic_string();
      files.push_back({std::move(name), path.generic_string()});
    }
    failure.clear();
  }
  if (failure) return {{.message = fmt::format("can't read the rules: {}", failure.message()), .path = directory}};
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return {};
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.is_open() || stream.bad()) return Error{.message = "can't read the file", .path = path};
  return text;
}

void append(Errors& errors, const Errors& more) { errors.insert(errors.end(), more.begin(), more.end()); }

const Rule* rule_named(const RuleSource& source, std::string_view name) {
  const auto it =
      std::find_if(source.rules.begin(), source.rules.end(), [&](const Rule& rule) { return rule.name == name; });
  return it == source.rules.end() ? nullptr : &*it;
}

class Loader {
 public:
  explicit Loader(const RuleSource* base) : base_(base) {
    if (base_ != nullptr) known_words_ = base_->lexicon;
  }

  void lexicon(const SourceFile& file) {
    const std::string name = file.name.substr(kLexiconFolder.size());
    if (!check_name(file, name)) return;
    if (base_ != nullptr && base_->lexicon.has(name)) {
      errors_.push_back({.message = fmt::format("there is a lexicon \"{}\" already", name), .path = file.path});
      return;
    }
    const auto text = read_file(file.path);
    if (!text.ok()) return errors_.push_back(text.error());
    append(errors_, parse_lexicon(name, file.path, *text, result_.lexicon));
    (void)parse_lexicon(name, file.path, *text, known_words_);
  }

  void rule(const SourceFile& file) {
    if (!check_name(file, file.name)) return;
    const Rule* taken = base_ == nullptr ? nullptr : rule_named(*base_, file.name);
    if (taken != nullptr) {
      errors_.push_back(
          {.message = fmt::format("there is a rule \"{}\" already, in {}", file.name, taken->file), .path = file.path});
      return;
    }
    const auto text = read_file(file.path);
    if (!text.ok()) return errors_.push_back(text.error());
    auto rule = parse_rule(file.name, file.path, *text, known_words_);
    if (!rule.ok()) return append(errors_, rule.error());
    result_.rules.push_back(std::move(rule).value());
  }

  Result<RuleSource, Errors> finish() && {
    if (!errors_.empty()) return std::move(errors_);
    return std::move(result_);
  }

 private:
  bool check_name(const SourceFile& file, std::string_view name) {
    if (is_good_name(name)) return true;
    errors_.push_back({.message = fmt::format("\"{}\" is no name for a rule or lexicon", name),
                       .path = file.path,
                       .hint = "names are of small letters a to z, digits and hyphens"});
    return false;
  }

  const RuleSource* base_;
  Lexicon known_words_;
  RuleSource result_;
  Errors errors_;
};

}  // namespace

void RuleSource::add(RuleSource other) {
  rules.insert(rules.end(), std::make_move_iterator(other.rules.begin()), std::make_move_iterator(other.rules.end()));
  for (const auto& [where, words] : other.lexicon.lists()) {
    lexicon.add(std::get<0>(where), std::get<1>(where), std::get<2>(where), words);
  }
}

Result<RuleSource, Errors> load_rules(const std::string& directory, const RuleSource* base) {
  std::vector<SourceFile> files;
  Errors errors = list_files(directory, files);
  if (!errors.empty()) return errors;
  Loader loader(base);
  // Rules may use any lexicon of the folder.
  const auto is_lexicon = [](const SourceFile& file) { return file.name.starts_with(kLexiconFolder); };
  for (const SourceFile& file : files) {
    if (is_lexicon(file)) loader.lexicon(file);
  }
  for (const SourceFile& file : files) {
    if (!is_lexicon(file)) loader.rule(file);
  }
  return std::move(loader).finish();
}

}  // namespace stet

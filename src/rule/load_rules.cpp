#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "rule/ruleset.h"
#include "rule/source_files.h"

namespace stet {
namespace {

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
    const auto text = read_rule_file(file.path);
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
    const auto text = read_rule_file(file.path);
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
    if (is_rule_name(name)) return true;
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
  lexicon.add(other.lexicon);
}

Result<RuleSource, Errors> load_rules(const std::string& directory, const RuleSource* base) {
  std::vector<SourceFile> files;
  Errors errors = list_files(directory, files);
  if (errors.empty() && files.empty())
    errors.push_back({.message = "no rules (*.toml) in this folder", .path = directory});
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

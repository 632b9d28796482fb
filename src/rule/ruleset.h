// All rules of a run, compiled: what the engine works with.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "facts/facts.h"
#include "rule/rule.h"

namespace stet {

// Rules and lexicon as read from TOML files, before they are compiled.
struct RuleSource {
  std::vector<Rule> rules;
  Lexicon lexicon;
  // Takes in what another has; the names must differ.
  void add(RuleSource other);
};

// Reads one rule file's text. `name` is the rule's name, `file` the path for errors. Gives all errors of the
// file at once: TOML syntax, unknown keys (with the probable name), wrong types, bad phrases and patterns,
// missing examples.
Result<Rule, Errors> parse_rule(std::string name, std::string file, std::string_view toml, const Lexicon& lexicon);

// Adds a lexicon file's lists to `lexicon`, and gives what is wrong with it.
Errors parse_lexicon(const std::string& name, std::string file, std::string_view toml, Lexicon& lexicon);

// Reads every .toml below `directory`; those below directory/lexicon are lexicon files. A rule's name is its
// path from `directory` without the suffix. Two files with the same name, or a name taken in `base`, are an
// error. `base` may be null; its lexicon may be used, but is not in the result.
Result<RuleSource, Errors> load_rules(const std::string& directory, const RuleSource* base);

// Reads rule files, and all below folders, for trying them out. A rule's name counts from the nearest folder
// upwards that is called "rules" or has a lexicon in it, whose lexicons take the place of those of the same name in
// `lexicon`; or else it is the file's.
Result<RuleSource, Errors> load_rule_files(const std::vector<std::string>& paths, const Lexicon& lexicon);

// Immutable; shared by threads.
class RuleSet {
 public:
  // Compiles the rules: the matcher over all phrases, a check for each rule.
  static Result<RuleSet, Errors> compile(RuleSource source);
  // The rules of an image (rule/image.h), which must outlive the set. Their `why`, examples, file and the
  // phrases in their definitions are not there; read_image() gives them.
  static RuleSet view(std::string_view image);
  // The rules of an image and more; one with the same name takes the place of the image's.
  static Result<RuleSet, Errors> extend(std::string_view image, RuleSource more);
  // The rules embedded in this binary: a view.
  static RuleSet builtin();
  static Result<RuleSet, Errors> extend_builtin(RuleSource more);

  // By name. checks()[i] belongs to rules()[i], whose definition's slot is i.
  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  [[nodiscard]] const Check& check(std::size_t i) const { return *checks_[i]; }
  [[nodiscard]] const Knowledge& knowledge() const { return *knowledge_; }
  // By its name or one of its former names; null when there is none.
  [[nodiscard]] const Rule* find(std::string_view name) const;

 private:
  // Of numbered rules. Adds to `errors` what their kinds find wrong.
  static RuleSet assemble(std::vector<Rule> rules, Lexicon lexicon, Matcher matcher, ConceptLexicons concepts,
                          WordTables tables, Errors& errors);

  std::vector<Rule> rules_;
  std::vector<std::unique_ptr<Check>> checks_;
  std::unique_ptr<Knowledge> knowledge_;
};

// The embedded rules, complete: for `explain`, `test`, and to be compiled together with others.
RuleSource builtin_source();

// The built-in rules, and those in the directories: builtin() when there are none.
Result<RuleSet, Errors> builtin_with(const std::vector<std::string>& directories);

}  // namespace stet

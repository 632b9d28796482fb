#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "base/suggest.h"
#include "rule/pattern_specs.h"
#include "rule/rule_parser.h"
#include "rule/ruleset.h"
#include "text/language_names.h"

namespace stet {
namespace {

constexpr std::array<std::string_view, 3> kSeverities = {"info", "warning", "error"};
constexpr std::array<std::string_view, 3> kFormats = {"markdown", "html", "plain"};

class RuleParser {
 public:
  RuleParser(TomlFile& file, const Lexicon& lexicon, Rule& rule)
      : file_(file), lexicon_(lexicon), rule_(rule), root_(*file.root()), top_(file, root_) {
    builder_.set_lexicon(lexicon_words, &lexicon_);
  }

  void parse() {
    read_kind();
    if (const auto severity = top_.one_of("severity", kSeverities, "severity")) {
      rule_.severity = static_cast<Severity>(*severity);
    }
    (void)top_.require("severity");
    read_messages();
    read_was();
    read_covers();
    read_scope();
    read_fix();
    rule_.examples = read_examples(top_);
    if (rule_.kind != nullptr) rule_.definition.options = read_options(top_, rule_.kind->keys);
    read_sections();
    check_names();
    check_examples(file_, root_, rule_);
    if (rule_.kind != nullptr && !file_.failed()) try_to_make();
    if (!file_.failed()) rule_.patterns = builder_.serialize();
  }

 private:
  void read_kind() {
    const TomlEntry* entry = top_.require("kind");
    std::vector<std::string_view> names;
    for (const Kind* kind : all_kinds()) names.push_back(kind->name);
    if (const auto number = top_.one_of("kind", names, "kind")) {
      rule_.kind = all_kinds()[*number];
      kind_place_ = entry->place;
    }
  }

  void read_messages() {
    if (const TomlEntry* message = top_.require("message")) {
      rule_.messages[""] = read_template(file_, *message, names_);
    }
    if (const TomlValue* messages = top_.table("messages")) {
      for (const TomlEntry& entry : messages->entries) {
        rule_.messages[entry.key] = read_template(file_, entry, names_);
      }
    }
    if (const TomlEntry* why = top_.require("why")) rule_.why = read_wording(file_, *why);
  }

  void read_was() {
    const TomlValue* was = top_.strings("was");
    if (was == nullptr) return;
    for (const TomlValue& item : was->items) {
      if (item.string == rule_.name) file_.error(item.place, "\"was\" holds the rule's own name");
      rule_.was.push_back(item.string);
    }
  }

  void read_covers() {
    const TomlValue* covers = top_.strings("covers");
    if (covers == nullptr) return;
    for (const TomlValue& item : covers->items) rule_.covers.push_back(item.string);
  }

  // Where the rule looks.
  void read_scope() {
    std::vector<std::string_view> roles;
    std::uint32_t prose = 0;
    for (std::size_t i = 0; i < kRoleCount; ++i) {
      roles.push_back(role_name(static_cast<Role>(i)));
      if (is_prose(static_cast<Role>(i))) prose |= 1U << i;
    }
    const auto bits = [&](std::string_view key) {
      std::uint32_t mask = 0;
      for (const std::size_t i : top_.some_of(key, roles, "role")) mask |= 1U << i;
      return mask;
    };
    const TomlEntry* within = top_.find("within");
    const TomlEntry* not_within = top_.find("not-within");
    if (within != nullptr && not_within != nullptr) {
      file_.error(not_within->place, "\"within\" and \"not-within\" in one rule", "\"within\" alone says all");
    }
    rule_.definition.roles = within != nullptr ? bits("within") : prose;
    if (not_within != nullptr) rule_.definition.roles &= ~bits("not-within");

    if (top_.find("formats") != nullptr) {
      rule_.formats = 0;
      for (const std::size_t i : top_.some_of("formats", kFormats, "format")) rule_.formats |= 1U << i;
    }
    if (const auto limit = top_.integer("limit", 1, std::numeric_limits<std::int32_t>::max())) {
      rule_.limit = static_cast<std::uint32_t>(*limit);
    }
    rule_.same_entry = top_.boolean("same-entry").value_or(false);
  }

  void read_fix() {
    const TomlValue* table = top_.table("fix");
    if (table == nullptr) return;
    TableReader reader(file_, *table);
    FixTemplate fix;
    if (const TomlEntry* title = reader.require("title")) fix.title = read_template(file_, *title, names_);
    (void)reader.require("text");
    if (const TomlValue* text = reader.string("text")) {
      fix.text = text->string;
      read_names(file_, *text, names_);
    }
    fix.safe = reader.boolean("safe").value_or(false);
    reader.finish();
    rule_.fix = std::move(fix);
  }

  // Every table that is left is a language section, or a mistake.
  void read_sections() {
    for (const TomlEntry* entry : top_.unread()) {
      const bool is_language = entry->key == "any" || is_language_code(entry->key);
      if (entry->value.type == TomlValue::Type::kTable && is_language) {
        read_section(*entry);
      } else {
        complain_of(*entry);
      }
    }
  }

  void read_section(const TomlEntry& entry) {
    const Language language(entry.key);
    if (rule_.kind == nullptr) {
      rule_.definition.sections[language];
      return;
    }
    TableReader reader(file_, entry.value);
    rule_.definition.sections[language] = read_options(reader, rule_.kind->section_keys);
    for (const TomlEntry* unread : reader.unread()) {
      if (std::find(top_.known().begin(), top_.known().end(), unread->key) == top_.known().end()) continue;
      reader.know(unread->key);
      file_.error(unread->place, fmt::format("\"{}\" in the section [{}]", unread->key, entry.key),
                  "it belongs at the top of the file, before the first section");
    }
    reader.finish();
    add_section(file_, rule_, language, entry.value, lexicon_, builder_);
  }

  void complain_of(const TomlEntry& entry) {
    if (rule_.kind == nullptr && entry.value.type != TomlValue::Type::kTable) return;  // it may be the kind's
    std::string hint = suggestion(entry.key, top_.known());
    const auto keys = rule_.kind == nullptr ? std::span<const Key>() : rule_.kind->section_keys;
    if (std::any_of(keys.begin(), keys.end(), [&](const Key& key) { return key.name == entry.key; })) {
      hint = "it belongs in a language section such as [de] or [any]";
    } else if (entry.value.type == TomlValue::Type::kTable && !hint.starts_with("did")) {
      hint = "a section is named by its language, as in [de], or [any]";
    }
    file_.error(entry.place, fmt::format("unknown key \"{}\"", entry.key), std::move(hint));
  }

  // The kinds phrase and pattern know no values but the match and the groups of their patterns. What others
  // compute is theirs to say.
  void check_names() {
    if (rule_.kind == nullptr || (rule_.kind->name != "phrase" && rule_.kind->name != "pattern")) return;
    std::vector<std::string> groups = {"match"};
    if (rule_.kind->name == "phrase") groups.emplace_back("lines");  // of a section
    for (const auto& [language, options] : rule_.definition.sections) {
      const auto* patterns = rule_.definition.option<std::vector<std::string>>(language, "patterns");
      if (patterns == nullptr) continue;
      for (const std::string& pattern : *patterns) add_groups(pattern, groups);
    }
    const std::vector<std::string_view> known(groups.begin(), groups.end());
    for (const NamePlace& used : names_) {
      if (std::find(known.begin(), known.end(), used.name) != known.end()) continue;
      file_.error(used.place, fmt::format("no group named \"{}\" in any pattern", used.name),
                  suggestion(used.name, known));
    }
  }

  static void add_groups(const std::string& pattern, std::vector<std::string>& groups) {
    constexpr std::string_view kGroup = "(?P<";
    for (std::size_t at = pattern.find(kGroup); at != std::string::npos; at = pattern.find(kGroup, at + 1)) {
      const std::size_t begin = at + kGroup.size();
      std::string name = pattern.substr(begin, pattern.find('>', begin) - begin);
      if (std::find(groups.begin(), groups.end(), name) == groups.end()) groups.push_back(std::move(name));
    }
  }

  // The kind may have more to say of its options than their types.
  void try_to_make() {
    Errors errors;
    (void)rule_.kind->make(rule_.definition, errors);
    for (Error& error : errors) {
      const TomlPlace place = error.line != 0 ? TomlPlace{error.line, error.column} : kind_place_;
      file_.error(place, std::move(error.message), std::move(error.hint));
    }
  }

  TomlFile& file_;
  const Lexicon& lexicon_;
  Rule& rule_;
  const TomlValue& root_;
  TableReader top_;
  TomlPlace kind_place_;
  MatcherBuilder builder_;
  std::vector<NamePlace> names_;  // of all templates
};

}  // namespace

Result<Rule, Errors> parse_rule(std::string name, std::string file, std::string_view toml, const Lexicon& lexicon) {
  TomlFile source(file, toml);
  if (source.root() == nullptr) return source.errors();
  Rule rule;
  rule.name = std::move(name);
  rule.file = std::move(file);
  rule.definition.rule = rule.name;
  RuleParser(source, lexicon, rule).parse();
  if (source.failed()) return source.errors();
  return rule;
}

}  // namespace stet

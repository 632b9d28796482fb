#include "rule/ruleset.h"

#include <fmt/format.h>

#include <algorithm>

#include "rule/compile.h"
#include "rule/pattern_specs.h"

namespace stet {

// Names and former names must be one rule's only.
Errors check_names(const std::vector<Rule>& rules) {
  Errors errors;
  std::map<std::string_view, const Rule*> owners;
  for (const Rule& rule : rules) {
    const auto [it, is_new] = owners.emplace(rule.name, &rule);
    if (!is_new) {
      errors.push_back({.message = fmt::format("there is a rule \"{}\" already, in {}", rule.name, it->second->file),
                        .path = rule.file});
    }
  }
  for (const Rule& rule : rules) {
    for (const std::string& former : rule.was) {
      const auto [it, is_new] = owners.emplace(former, &rule);
      if (is_new) continue;
      errors.push_back({.message = fmt::format("\"{}\" is a former name of {} and a name of {}", former, rule.name,
                                               it->second->name),
                        .path = rule.file.empty() ? it->second->file : rule.file});
    }
  }
  return errors;
}

void number_rules(std::vector<Rule>& rules) {
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.name < b.name; });
  for (std::uint32_t i = 0; i < rules.size(); ++i) rules[i].definition.slot = i;
}

void add_patterns(const Rule& rule, MatcherBuilder& builder, Errors& errors) {
  if (!rule.patterns.empty()) {
    builder.take(rule.patterns, std::span(&rule.definition.slot, 1));
    return;
  }
  for (PatternSpec& spec : pattern_specs(rule)) {
    const std::string text = spec.text;
    const auto added = builder.add(std::move(spec));
    if (added.ok()) continue;
    errors.push_back({.message = fmt::format("{}, in \"{}\"", added.error().message, text), .path = rule.file});
  }
}

void add_cues(const Lexicon& lexicon, const CueSource& source, MatcherBuilder& builder, Errors& errors) {
  for (PatternSpec& spec : cue_patterns(lexicon, source)) {
    const std::string text = spec.text;
    const auto added = builder.add(std::move(spec));
    if (added.ok()) continue;
    errors.push_back(
        {.message = fmt::format("{}, in \"{}\" of the lexicon \"{}\"", added.error().message, text, source.name)});
  }
}

Result<std::string, Errors> matcher_image(const RuleSource& source) {
  MatcherBuilder builder;
  builder.set_lexicon(lexicon_words, &source.lexicon);
  Errors errors;
  for (const Rule& rule : source.rules) add_patterns(rule, builder, errors);
  for (const CueSource& cues : cue_sources(source.lexicon, static_cast<std::uint32_t>(source.rules.size()))) {
    add_cues(source.lexicon, cues, builder, errors);
  }
  if (!errors.empty()) return errors;
  return builder.serialize();
}

Knowledge::Furniture furniture_of(const Rule& rule) {
  Knowledge::Furniture furniture;
  furniture.is = rule.kind->reports_hits && (rule.group() == "boilerplate" || rule.group() == "ad");
  const auto& keys = rule.kind->section_keys;
  const auto opener = std::find_if(keys.begin(), keys.end(), [](const Key& key) { return key.name == "opens"; });
  if (opener != keys.end()) furniture.opener = static_cast<std::uint8_t>(opener - keys.begin());
  return furniture;
}

RuleSet RuleSet::assemble(std::vector<Rule> rules, Lexicon lexicon, Matcher matcher, ConceptLexicons concepts,
                          WordTables tables, Errors& errors) {
  RuleSet set;
  set.rules_ = std::move(rules);
  set.knowledge_ = std::make_unique<Knowledge>();
  set.knowledge_->cues = cue_sources(lexicon, static_cast<std::uint32_t>(set.rules_.size()));
  set.knowledge_->lexicon = std::move(lexicon);
  set.knowledge_->matcher = std::move(matcher);
  set.knowledge_->concepts = std::move(concepts);
  set.knowledge_->tables = std::move(tables);
  for (const Rule& rule : set.rules_) {
    Errors own;
    set.checks_.push_back(rule.kind->make(rule.definition, own));
    set.knowledge_->furniture.push_back(furniture_of(rule));
    for (Error& error : own) {
      error.path = rule.file;
      errors.push_back(std::move(error));
    }
  }
  // The slots behind the rules' are those of cues, which are no furniture.
  set.knowledge_->furniture.resize(set.rules_.size() + set.knowledge_->cues.size());
  return set;
}

Result<RuleSet, Errors> RuleSet::compile(RuleSource source) {
  number_rules(source.rules);
  Errors errors = check_names(source.rules);
  if (!errors.empty()) return errors;
  auto image = matcher_image(source);
  if (!image.ok()) return image.error();
  ConceptLexicons concepts(source.lexicon);
  WordTables tables(table_makers(), source.lexicon);
  RuleSet set = assemble(std::move(source.rules), std::move(source.lexicon), MatcherBuilder::own(std::move(*image)),
                         std::move(concepts), std::move(tables), errors);
  if (!errors.empty()) return errors;
  return set;
}

const Rule* RuleSet::find(std::string_view name) const {
  const auto it = std::lower_bound(rules_.begin(), rules_.end(), name,
                                   [](const Rule& rule, std::string_view wanted) { return rule.name < wanted; });
  if (it != rules_.end() && it->name == name) return &*it;
  for (const Rule& rule : rules_) {
    if (std::find(rule.was.begin(), rule.was.end(), name) != rule.was.end()) return &rule;
  }
  return nullptr;
}

}  // namespace stet

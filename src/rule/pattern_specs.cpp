#include "rule/pattern_specs.h"

namespace stet {
namespace {

constexpr std::uint32_t prose_roles() {
  std::uint32_t roles = 0;
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    if (is_prose(static_cast<Role>(i))) roles |= 1U << i;
  }
  return roles;
}

PatternType pattern_type(KeyType type) {
  if (type == KeyType::kLines) return PatternType::kLine;
  return type == KeyType::kPatterns ? PatternType::kPattern : PatternType::kPhrase;
}

}  // namespace

std::vector<PatternSpec> pattern_specs(const Rule& rule, Language language, std::size_t key,
                                       const std::vector<std::string>& texts) {
  const Key& declared = rule.kind->section_keys[key];
  const bool* respects_case = rule.definition.option<bool>("case");
  PatternSpec spec;
  spec.type = pattern_type(declared.type);
  spec.language = language;
  spec.slot = rule.definition.slot;
  spec.key = static_cast<std::uint8_t>(key);
  // A guard may stand in a block that the rule itself does not look at.
  spec.roles = rule.definition.roles | (declared.guard ? prose_roles() : 0);
  spec.guard = declared.guard && rule.kind->reports_hits;
  spec.case_sensitive = respects_case != nullptr && *respects_case && !declared.guard;
  std::vector<PatternSpec> specs;
  specs.reserve(texts.size());
  for (const std::string& text : texts) {
    spec.text = text;
    specs.push_back(spec);
  }
  return specs;
}

std::vector<PatternSpec> pattern_specs(const Rule& rule) {
  std::vector<PatternSpec> all;
  for (const auto& [language, options] : rule.definition.sections) {
    for (std::size_t key = 0; key < rule.kind->section_keys.size(); ++key) {
      const Key& declared = rule.kind->section_keys[key];
      if (!is_matched(declared.type)) continue;
      const auto* texts = rule.definition.option<std::vector<std::string>>(language, declared.name);
      if (texts == nullptr) continue;
      std::vector<PatternSpec> specs = pattern_specs(rule, language, key, *texts);
      all.insert(all.end(), std::make_move_iterator(specs.begin()), std::make_move_iterator(specs.end()));
    }
  }
  return all;
}

std::vector<std::string> lexicon_words(const void* lexicon, std::string_view name, Language language) {
  std::vector<std::string> words;
  static_cast<const Lexicon*>(lexicon)->for_each_list(
      name, [&](Language of, const std::string& key, const Lexicon::Words& list) {
        const bool wanted = language == Language::any() || of == language || of == Language::any();
        if (key == "phrases" && wanted) words.insert(words.end(), list.begin(), list.end());
      });
  return words;
}

}  // namespace stet

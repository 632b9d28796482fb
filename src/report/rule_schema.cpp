#include "report/rule_schema.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "rule/rule.h"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

// A language section: "any" or a code of ISO 639, but none of the keys that look like one.
constexpr const char* kLanguage = "^(?!(?:bad|fix|was|why)$)[a-z]{2,3}$";

Json strings(std::string_view description) {
  return {{"description", description},
          {"type", "array"},
          {"minItems", 1},
          {"uniqueItems", true},
          {"items", {{"type", "string"}, {"minLength", 1}}}};
}

Json some_of(std::string_view description, const Json& names) {
  return {{"description", description}, {"type", "array"}, {"minItems", 1}, {"items", {{"enum", names}}}};
}

Json value_of(const Key& key) {
  switch (key.type) {
    case KeyType::kBool:
      return {{"description", key.doc}, {"type", "boolean"}};
    case KeyType::kInteger:
      return {{"description", key.doc}, {"type", "integer"}, {"minimum", 0}};
    case KeyType::kNumber:
      return {{"description", key.doc}, {"type", "number"}};
    case KeyType::kString:
      return {{"description", key.doc}, {"type", "string"}};
    case KeyType::kStrings:
    case KeyType::kPhrases:
    case KeyType::kLines:
    case KeyType::kPatterns:
      break;
  }
  return strings(key.doc);
}

Json table(const Json& properties, const Json& required) {
  Json object = {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  if (!required.empty()) object["required"] = required;
  return object;
}

Json wording(std::string_view description) {
  Json object =
      table({{"en", {{"description", "English"}, {"type", "string"}, {"minLength", 1}}},
             {"de", {{"description", "German; English stands in for it"}, {"type", "string"}, {"minLength", 1}}}},
            Json::array({"en"}));
  object["description"] = description;
  return object;
}

Json example(bool bad) {
  Json properties = {
      {"language",
       {{"description", "the article's language, as in \"de\""}, {"type", "string"}, {"pattern", "^[a-z]{2,3}$"}}},
      {"text",
       {{"description",
         bad ? "the text, with ⟦…⟧ exactly around what must be reported" : "the text; nothing in it may be reported"},
        {"type", "string"}}},
      {"format",
       {{"description", "how the text is read; markdown when not said"}, {"enum", {"markdown", "html", "plain"}}}},
      {"as-of", {{"description", "the day the text was written, as in 2025-04-08"}, {"type", "string"}}}};
  if (bad) {
    properties["text"]["pattern"] = "⟦[^⟧]";
    properties["message"] = {{"description", "the whole English message of the first finding"}, {"type", "string"}};
    properties["fixed"] = {{"description", "the text after the fix"}, {"type", "string"}};
  }
  return {{"description", bad ? "texts in which the rule must report exactly what is marked"
                              : "texts in which no rule may report anything"},
          {"type", "array"},
          {"minItems", 1},
          {"items", table(properties, Json::array({"language", "text"}))}};
}

// What every rule may have at the top.
Json common_properties() {
  Json kinds = Json::array();
  for (const Kind* kind : all_kinds()) {
    kinds.push_back({{"const", kind->name}, {"description", kind->doc}});
  }
  Json roles = Json::array();
  for (std::size_t i = 0; i < kRoleCount; ++i) roles.push_back(role_name(static_cast<Role>(i)));
  Json properties;
  properties["kind"] = {{"description", "which check runs the rule"}, {"type", "string"}, {"oneOf", kinds}};
  properties["severity"] = {{"description", "error: provably wrong; warning; info: doubtful or a matter of taste"},
                            {"enum", {"error", "warning", "info"}}};
  properties["message"] = wording("the finding in one line; {match} is the text found, {name} what the check names");
  properties["messages"] = {{"description", "further wordings that the check asks for by name"},
                            {"type", "object"},
                            {"additionalProperties", wording("a wording")}};
  properties["why"] = wording("two sentences that teach; `stet explain` shows them");
  properties["was"] = strings("former names of the rule");
  properties["covers"] = strings("rules whose findings inside a section or run that this rule reports are part of it");
  properties["within"] = some_of("the only block roles that it looks at", roles);
  properties["not-within"] = some_of("block roles of text that it leaves alone", roles);
  properties["formats"] = some_of("only in files of these formats", {"markdown", "html", "plain"});
  properties["limit"] = {{"description", "at most so many findings in one file"}, {"type", "integer"}, {"minimum", 1}};
  properties["same-entry"] = {
      {"description", "its findings name no two entries of a live blog, of short news or of a programme"},
      {"type", "boolean"}};
  properties["fix"] =
      table({{"title", wording("what the fix does, as an imperative")},
             {"text", {{"description", "what replaces the match; may hold {name}"}, {"type", "string"}}},
             {"safe", {{"description", "whether --fix may apply it unseen"}, {"type", "boolean"}}}},
            Json::array({"title", "text"}));
  properties["bad"] = example(true);
  properties["good"] = example(false);
  return properties;
}

// What a rule of this kind may hold, beyond what every rule may.
Json kind_rules(const Kind& kind, const std::vector<std::string>& common) {
  Json names = common;
  Json properties = Json::object();
  for (const Key& key : kind.keys) {
    names.push_back(key.name);
    properties[std::string(key.name)] = value_of(key);
  }
  Json section = Json::object();
  for (const Key& key : kind.section_keys) section[std::string(key.name)] = value_of(key);
  Json then = {{"propertyNames", {{"anyOf", {{{"enum", names}}, {{"pattern", kLanguage}}}}}},
               {"patternProperties", {{kLanguage, table(section, Json::array())}}}};
  if (!properties.empty()) then["properties"] = properties;
  if (kind.needs_bad_example) then["required"] = Json::array({"bad"});
  return {{"if", {{"properties", {{"kind", {{"const", kind.name}}}}}, {"required", Json::array({"kind"})}}},
          {"then", then}};
}

}  // namespace

std::string rule_schema() {
  Json properties = common_properties();
  std::vector<std::string> common;
  for (const auto& [name, value] : properties.items()) common.push_back(name);
  Json kinds = Json::array();
  for (const Kind* kind : all_kinds()) kinds.push_back(kind_rules(*kind, common));
  // Editors complete from here, whatever the kind.
  for (const Kind* kind : all_kinds()) {
    for (const Key& key : kind->keys) properties.emplace(std::string(key.name), value_of(key));
  }
  const Json schema = {
      {"$schema", "http://json-schema.org/draft-07/schema#"},
      {"title", "A rule of stet"},
      {"description", "docs/rules.md explains every key."},
      {"type", "object"},
      {"required", Json::array({"kind", "severity", "message", "why", "good"})},
      {"properties", properties},
      {"patternProperties", {{kLanguage, {{"description", "words of a language; [any] for all"}, {"type", "object"}}}}},
      {"additionalProperties", false},
      {"allOf", kinds}};
  return schema.dump(2) + "\n";
}

}  // namespace stet

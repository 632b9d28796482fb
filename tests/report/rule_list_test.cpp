#include "report/rule_list.h"

#include <gtest/gtest.h>

#include "rule/ruleset.h"

namespace stet {
namespace {

Rule rule(std::string name, std::string_view head, std::string_view section) {
  const std::string toml = "kind = \"phrase\"\n" + std::string(head) + "\nwhy = { en = \"w\" }\n" +
                           std::string(section) +
                           "\n[[bad]]\nlanguage = \"de\"\ntext = \"⟦x⟧\"\n[[good]]\nlanguage = \"de\"\ntext = \"y\"\n";
  return parse_rule(std::move(name), "r.toml", toml, Lexicon()).value();
}

std::vector<Rule> two_rules() {
  return {rule("ad/promo", "severity = \"warning\"\nmessage = { en = \"ä {match}\", de = \"ö\" }\nwas = [\"ad/old\"]",
               "[de]\nphrases = [\"x\"]\n[any]\nlines = [\"x\"]"),
          rule("tone/long-name", "severity = \"info\"\nmessage = { en = \"m\" }", "[de]\nphrases = [\"x\"]")};
}

TEST(RuleList, TableIsAlignedWithABlankLineBetweenGroups) {
  EXPECT_EQ(rules_as_table(two_rules(), Locale::kEnglish),
            "ad/promo        warning  any de  ä {match}\n"
            "\n"
            "tone/long-name  info     de      m\n");
  EXPECT_EQ(rules_as_table(two_rules(), Locale::kGerman),
            "ad/promo        warning  any de  ö\n"
            "\n"
            "tone/long-name  info     de      m\n");
  EXPECT_EQ(rules_as_table({}, Locale::kGerman), "");
}

TEST(RuleList, Json) {
  EXPECT_EQ(rules_as_json(std::vector<Rule>{two_rules()[0]}, Locale::kEnglish), R"({
  "version": 1,
  "rules": [
    {
      "name": "ad/promo",
      "group": "ad",
      "kind": "phrase",
      "severity": "warning",
      "languages": [
        "any",
        "de"
      ],
      "message": "ä {match}",
      "was": [
        "ad/old"
      ]
    }
  ]
}
)");
}

}  // namespace
}  // namespace stet

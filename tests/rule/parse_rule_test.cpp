#include <gtest/gtest.h>

#include "base/error_text.h"
#include "rule/ruleset.h"

namespace stet {
namespace {

constexpr std::string_view kHead =
    "kind = \"phrase\"\n"
    "severity = \"warning\"\n"
    "message = { en = \"m\" }\n"
    "why = { en = \"w\" }\n";
constexpr std::string_view kExamples =
    "[[bad]]\nlanguage = \"en\"\ntext = \"⟦x⟧\"\n"
    "[[good]]\nlanguage = \"en\"\ntext = \"y\"\n";

Lexicon words() {
  Lexicon lexicon;
  lexicon.add("experts", Language("en"), "phrases", {"experts?", "observers?"});
  return lexicon;
}

Result<Rule, Errors> parse(std::string_view toml) { return parse_rule("group/name", "r.toml", toml, words()); }

// What is said of a whole file.
std::string errors_of(std::string_view toml) {
  const auto rule = parse(toml);
  return rule.ok() ? "" : to_text(rule.error());
}

// Of a file with these lines behind the four of the head and before two examples in English.
std::string errors_in(std::string_view body) {
  return errors_of(std::string(kHead) + std::string(body) + "\n" + std::string(kExamples));
}

// A rule of kind doubled-word, whose "right" holds plain words.
std::string errors_in_words(std::string_view list) {
  return errors_of(
      "kind = \"doubled-word\"\nseverity = \"info\"\nmessage = { en = \"m\" }\nwhy = { en = \"w\" }\n[en]\nright = " +
      std::string(list) + "\n" + std::string(kExamples));
}

TEST(ParseRule, PlainWordsHoldNoExpression) {
  for (const std::string_view word :
       {R"("under-\\d+s?")", R"("(the )?big")", R"("boat[s]")", R"("boats?")", R"("(a|the) boat")"}) {
    const std::string errors = errors_in_words("[\"very\", " + std::string(word) + "]");
    EXPECT_NE(errors.find("r.toml:6:"), std::string::npos) << errors;
    EXPECT_NE(errors.find("an expression in \"right\", which holds plain words"), std::string::npos) << errors;
  }
  const std::string marks = errors_in_words(R"x(["film|films", "rent*", "(sic)", "?", "^floor-1: first", "=a", "¿"])x");
  EXPECT_EQ(marks.find("expression"), std::string::npos) << marks;
}

TEST(ParseRule, EveryKey) {
  const auto rule = parse(R"toml(
kind = "pattern"
severity = "error"
message = { en = "“{match}” at {where}", de = "„{match}“ bei {where}" }
why = { en = "Because.", de = "Darum." }
was = ["old/name", "older/name"]
within = ["heading", "list-item"]
formats = ["html", "plain"]
limit = 3
case = true
guard = "block"

[messages]
other = { en = "other {match}" }
[messages.title]
en = "title"
de = "Titel"

[fix]
title = { en = "remove", de = "entfernen" }
text = "<{where}>"
safe = true

[any]
patterns = ["at (?P<where>[a-z]+)"]
unless = ["unless this"]

[[bad]]
language = "en"
text = "⟦at home⟧ and ⟦at work⟧"
message = "“at home” at home"
fixed = "<home> and <work>"
format = "html"
as-of = 2025-04-08

[[good]]
language = "de"
text = "nichts"
as-of = "2024-02-29"
)toml");
  ASSERT_TRUE(rule.ok()) << to_text(rule.error());
  EXPECT_EQ(rule->name, "group/name");
  EXPECT_EQ(rule->group(), "group");
  EXPECT_EQ(rule->file, "r.toml");
  EXPECT_EQ(rule->kind, find_kind("pattern"));
  EXPECT_EQ(rule->severity, Severity::kError);
  ASSERT_EQ(rule->messages.size(), 3U);
  EXPECT_EQ(rule->messages.at("").in(Locale::kGerman), "„{match}“ bei {where}");
  EXPECT_EQ(rule->messages.at("other").in(Locale::kGerman), "other {match}");
  EXPECT_EQ(rule->messages.at("title").in(Locale::kGerman), "Titel");
  EXPECT_EQ(rule->why.in(Locale::kEnglish), "Because.");
  EXPECT_EQ(rule->was, (std::vector<std::string>{"old/name", "older/name"}));
  EXPECT_EQ(rule->formats, 1U << int(Format::kHtml) | 1U << int(Format::kPlain));
  EXPECT_EQ(rule->limit, 3U);
  ASSERT_TRUE(rule->fix.has_value());
  EXPECT_EQ(rule->fix->title.in(Locale::kGerman), "entfernen");
  EXPECT_EQ(rule->fix->text, "<{where}>");
  EXPECT_TRUE(rule->fix->safe);

  const Definition& definition = rule->definition;
  EXPECT_EQ(definition.rule, "group/name");
  EXPECT_EQ(definition.roles, 1U << int(Role::kHeading) | 1U << int(Role::kListItem));
  ASSERT_NE(definition.option<bool>("case"), nullptr);
  EXPECT_TRUE(*definition.option<bool>("case"));
  const auto* patterns = definition.option<std::vector<std::string>>(Language::any(), "patterns");
  ASSERT_NE(patterns, nullptr);
  EXPECT_EQ(*patterns, std::vector<std::string>{"at (?P<where>[a-z]+)"});

  ASSERT_EQ(rule->examples.size(), 2U);
  const Example& bad = rule->examples[0];
  EXPECT_TRUE(bad.bad);
  EXPECT_EQ(bad.language, Language("en"));
  EXPECT_EQ(bad.text, "⟦at home⟧ and ⟦at work⟧");
  EXPECT_EQ(bad.message, "“at home” at home");
  EXPECT_EQ(bad.fixed, "<home> and <work>");
  EXPECT_EQ(bad.format, Format::kHtml);
  EXPECT_EQ(bad.as_of, (CivilDate{2025, 4, 8}));
  EXPECT_EQ(bad.line, 28U);
  const Example& good = rule->examples[1];
  EXPECT_FALSE(good.bad);
  EXPECT_EQ(good.format, Format::kMarkdown);
  EXPECT_EQ(good.as_of, (CivilDate{2024, 2, 29}));
  EXPECT_EQ(good.fixed, std::nullopt);
}

TEST(ParseRule, Defaults) {
  const auto rule = parse(std::string(kHead) + "[en]\nphrases = [\"x\"]\n" + std::string(kExamples));
  ASSERT_TRUE(rule.ok()) << to_text(rule.error());
  EXPECT_EQ(rule->formats, 7U);
  EXPECT_EQ(rule->limit, 0U);
  EXPECT_FALSE(rule->fix.has_value());
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    EXPECT_EQ(rule->definition.looks_at(static_cast<Role>(i)), is_prose(static_cast<Role>(i))) << i;
  }
}

TEST(ParseRule, NotWithinLeavesTheOtherProse) {
  const auto rule = parse(std::string(kHead) + "not-within = [\"quote\", \"code\"]\n[en]\nphrases = [\"x\"]\n" +
                          std::string(kExamples));
  ASSERT_TRUE(rule.ok()) << to_text(rule.error());
  EXPECT_FALSE(rule->definition.looks_at(Role::kQuote));
  EXPECT_TRUE(rule->definition.looks_at(Role::kParagraph));
  EXPECT_FALSE(rule->definition.looks_at(Role::kCode));
}

TEST(ParseRule, ASyntaxErrorIsTheOnlyError) {
  EXPECT_EQ(errors_of("kind = \"phrase\"\nseverity = warning\n"),
            "r.toml:2:12: could not determine value type (while reading a value)\n"
            "  2 | severity = warning\n"
            "    |            ^\n");
}

TEST(ParseRule, MissingKeys) {
  EXPECT_EQ(errors_of("# nothing\n"),
            "r.toml: no [[bad]] example\n"
            "r.toml: no [[good]] example\n"
            "r.toml:1:1: missing key \"kind\"\n  1 | # nothing\n    | ^\n"
            "r.toml:1:1: missing key \"severity\"\n  1 | # nothing\n    | ^\n"
            "r.toml:1:1: missing key \"message\"\n  1 | # nothing\n    | ^\n"
            "r.toml:1:1: missing key \"why\"\n  1 | # nothing\n    | ^\n");
}

TEST(ParseRule, UnknownKeysAtTheTop) {
  EXPECT_EQ(errors_in("limits = 3\ncolour = 1\nphrases = [\"x\"]\n[en]\nphrases = [\"x\"]"),
            "r.toml:5:1: unknown key \"limits\"\n  5 | limits = 3\n    | ^\n  did you mean \"limit\"?\n"
            "r.toml:6:1: unknown key \"colour\"\n  6 | colour = 1\n    | ^\n"
            "  known here: kind, severity, message, messages, why, was, covers, within, not-within, formats, limit, "
            "same-entry, fix, "
            "bad, good, guard, quoted, subheads, removes\n"
            "r.toml:7:1: unknown key \"phrases\"\n  7 | phrases = [\"x\"]\n    | ^\n"
            "  it belongs in a language section such as [de] or [any]\n");
}

TEST(ParseRule, UnknownSections) {
  EXPECT_EQ(errors_in("[fxi]\nsafe = true\n[german]\nphrases = [\"x\"]\n[en]\nphrases = [\"x\"]"),
            "r.toml:5:2: unknown key \"fxi\"\n  5 | [fxi]\n    |  ^\n  did you mean \"fix\"?\n"
            "r.toml:7:2: unknown key \"german\"\n  7 | [german]\n    |  ^\n"
            "  a section is named by its language, as in [de], or [any]\n");
}

TEST(ParseRule, UnknownKeysInASection) {
  EXPECT_EQ(errors_in("[en]\nphrase = [\"x\"]\nlimit = 3"),
            "r.toml:6:1: unknown key \"phrase\"\n  6 | phrase = [\"x\"]\n    | ^\n  did you mean \"phrases\"?\n"
            "r.toml:7:1: \"limit\" in the section [en]\n  7 | limit = 3\n    | ^\n"
            "  it belongs at the top of the file, before the first section\n");
}

TEST(ParseRule, UnknownKindSeverityRoleAndFormat) {
  EXPECT_EQ(errors_of("kind = \"phrases\"\nseverity = \"warn\"\nmessage = { en = \"m\" }\nwhy = { en = \"w\" }\n"
                      "within = [\"list_item\"]\nformats = [\"md\", \"htm\"]\n[en]\nphrases = [\"x\"]\n" +
                      std::string(kExamples)),
            "r.toml:1:8: unknown kind \"phrases\"\n  1 | kind = \"phrases\"\n    |        ^\n"
            "  did you mean \"phrase\"?\n"
            "r.toml:2:12: unknown severity \"warn\"\n  2 | severity = \"warn\"\n    |            ^\n"
            "  known here: info, warning, error\n"
            "r.toml:5:11: unknown role \"list_item\"\n  5 | within = [\"list_item\"]\n    |           ^\n"
            "  did you mean \"list-item\"?\n"
            "r.toml:6:12: unknown format \"md\"\n  6 | formats = [\"md\", \"htm\"]\n    |            ^\n"
            "  known here: markdown, html, plain\n"
            "r.toml:6:18: unknown format \"htm\"\n  6 | formats = [\"md\", \"htm\"]\n    |                  ^\n"
            "  did you mean \"html\"?\n");
}

TEST(ParseRule, WrongTypes) {
  EXPECT_EQ(errors_of("kind = \"pattern\"\nseverity = 1\nmessage = \"m\"\nwhy = { en = \"w\", fr = \"p\" }\nlimit = 0\n"
                      "case = \"yes\"\nwas = \"a/b\"\nfix = true\n[any]\npatterns = \"x\"\nunless = [1]\n" +
                      std::string(kExamples)),
            "r.toml:2:12: \"severity\" must be a string, not a whole number\n  2 | severity = 1\n    |            ^\n"
            "r.toml:3:11: \"message\" must be a table of languages, not a string\n  3 | message = \"m\"\n"
            "    |           ^\n  write message = { en = \"…\", de = \"…\" }\n"
            "r.toml:4:19: unknown key \"fr\"\n  4 | why = { en = \"w\", fr = \"p\" }\n    |                   ^\n"
            "  known here: en, de\n"
            "r.toml:5:9: \"limit\" must lie between 1 and 2147483647\n  5 | limit = 0\n    |         ^\n"
            "r.toml:6:8: \"case\" must be true or false, not a string\n  6 | case = \"yes\"\n    |        ^\n"
            "r.toml:7:7: \"was\" must be a list of strings, not a string\n  7 | was = \"a/b\"\n    |       ^\n"
            "r.toml:8:7: \"fix\" must be a table, not true or false\n  8 | fix = true\n    |       ^\n"
            "r.toml:10:12: \"patterns\" must be a list of strings, not a string\n  10 | patterns = \"x\"\n"
            "     |            ^\n"
            "r.toml:11:11: \"unless\" must hold strings, not a whole number\n  11 | unless = [1]\n"
            "     |           ^\n");
}

TEST(ParseRule, WithinAndNotWithin) {
  EXPECT_EQ(errors_in("within = [\"title\"]\nnot-within = [\"quote\"]\n[en]\nphrases = [\"x\"]"),
            "r.toml:6:1: \"within\" and \"not-within\" in one rule\n  6 | not-within = [\"quote\"]\n    | ^\n"
            "  \"within\" alone says all\n");
}

TEST(ParseRule, EnglishWordingIsNeeded) {
  EXPECT_EQ(errors_of("kind = \"phrase\"\nseverity = \"info\"\nmessage = { de = \"m\" }\nwhy = { en = \"\" }\n[en]\n"
                      "phrases = [\"x\"]\n" +
                      std::string(kExamples)),
            "r.toml:3:1: \"message\" has no English text (en)\n  3 | message = { de = \"m\" }\n    | ^\n"
            "r.toml:4:14: \"why\" is empty in \"en\"\n  4 | why = { en = \"\" }\n    |              ^\n");
}

TEST(ParseRule, BracesOfMessages) {
  EXPECT_EQ(errors_of("kind = \"phrase\"\nseverity = \"info\"\nmessage = { en = \"a {match\", de = \"„x} {match}\" }\n"
                      "why = { en = \"{free}\" }\n[en]\nphrases = [\"x\"]\n" +
                      std::string(kExamples)),
            "r.toml:3:21: \"{\" begins or ends no {name}\n"
            "  3 | message = { en = \"a {match\", de = \"„x} {match}\" }\n"
            "    |                     ^\n  write {{ or }} for a brace\n"
            "r.toml:3:38: \"}\" begins or ends no {name}\n"
            "  3 | message = { en = \"a {match\", de = \"„x} {match}\" }\n"
            "    |                                      ^\n  write {{ or }} for a brace\n");
}

TEST(ParseRule, NamesWithoutAGroup) {
  EXPECT_EQ(errors_of("kind = \"pattern\"\nseverity = \"info\"\nmessage = { en = \"{match} {hots}\" }\n"
                      "why = { en = \"w\" }\n[any]\npatterns = [\"(?P<host>x)\"]\n[fix]\ntitle = { en = \"t {q}\" }\n"
                      "text = \"{host}{path}\"\n" +
                      std::string(kExamples)),
            "r.toml:3:18: no group named \"hots\" in any pattern\n  3 | message = { en = \"{match} {hots}\" }\n"
            "    |                  ^\n  did you mean \"host\"?\n"
            "r.toml:8:16: no group named \"q\" in any pattern\n  8 | title = { en = \"t {q}\" }\n"
            "    |                ^\n  known here: match, host\n"
            "r.toml:9:8: no group named \"path\" in any pattern\n  9 | text = \"{host}{path}\"\n    |        ^\n"
            "  known here: match, host\n");
}

TEST(ParseRule, FixNeedsTitleAndText) {
  EXPECT_EQ(errors_in("[fix]\nsave = true\n[en]\nphrases = [\"x\"]"),
            "r.toml:5:1: missing key \"title\"\n  5 | [fix]\n    | ^\n"
            "r.toml:5:1: missing key \"text\"\n  5 | [fix]\n    | ^\n"
            "r.toml:6:1: unknown key \"save\"\n  6 | save = true\n    | ^\n  did you mean \"safe\"?\n");
}

TEST(ParseRule, EmptyAndDoubledLists) {
  EXPECT_EQ(errors_in("[en]\nlines = []\nphrases = [\"Straße\", \"\",\n  \"STRASSE\"]"),
            "r.toml:6:9: \"lines\" is empty\n  6 | lines = []\n    |         ^\n"
            "r.toml:7:22: \"phrases\" holds an empty string\n  7 | phrases = [\"Straße\", \"\",\n"
            "    |                      ^\n"
            "r.toml:8:3: \"STRASSE\" stands twice in \"phrases\"\n  8 |   \"STRASSE\"]\n    |   ^\n"
            "  first in line 7\n");
}

TEST(ParseRule, Lexicons) {
  EXPECT_EQ(errors_in("[en]\nphrases = [\"some ä {expert}\", \"\\\\{x} {experts}\"]\n[de]\nunless = [\"{experts}\"]\n"
                      "[[bad]]\nlanguage = \"de\"\ntext = \"⟦x⟧\"\n[[good]]\nlanguage = \"de\"\ntext = \"x\""),
            "r.toml:6:20: no lexicon \"expert\"\n"
            "  6 | phrases = [\"some ä {expert}\", \"\\\\{x} {experts}\"]\n"
            "    |                    ^\n  did you mean \"experts\"?\n"
            "r.toml:8:12: lexicon \"experts\" has no phrases in \"de\"\n  8 | unless = [\"{experts}\"]\n"
            "    |            ^\n");
}

TEST(ParseRule, ExamplesForEverySection) {
  EXPECT_EQ(errors_in("[en]\nphrases = [\"x\"]\n[de]\nphrases = [\"y\"]\n[any]\nlines = [\"z\"]"),
            "r.toml:7:2: no [[bad]] example with language = \"de\"\n  7 | [de]\n    |  ^\n"
            "r.toml:7:2: no [[good]] example with language = \"de\"\n  7 | [de]\n    |  ^\n");
}

TEST(ParseRule, MarksOfExamples) {
  EXPECT_EQ(errors_of(std::string(kHead) + "[en]\nphrases = [\"x\"]\n"
                                           "[[bad]]\nlanguage = \"en\"\ntext = \"no marks\"\n"
                                           "[[bad]]\nlanguage = \"en\"\ntext = \"ä ⟦x\"\n"
                                           "[[bad]]\nlanguage = \"en\"\ntext = \"ä ⟦x ⟦y⟧⟧\"\n"
                                           "[[bad]]\nlanguage = \"en\"\ntext = \"x⟧\"\n"
                                           "[[bad]]\nlanguage = \"en\"\ntext = \"ab⟦⟧\"\n"
                                           "[[good]]\nlanguage = \"en\"\ntext = '''\na ⟦x⟧'''\n"),
            "r.toml:9:8: a bad example without ⟦…⟧ around what must be reported\n  9 | text = \"no marks\"\n"
            "    |        ^\n"
            "r.toml:12:11: ⟦ without ⟧\n  12 | text = \"ä ⟦x\"\n     |           ^\n"
            "r.toml:15:14: ⟦ inside ⟦…⟧\n  15 | text = \"ä ⟦x ⟦y⟧⟧\"\n     |              ^\n"
            "r.toml:18:10: ⟧ without ⟦\n  18 | text = \"x⟧\"\n     |          ^\n"
            "r.toml:21:11: nothing between ⟦ and ⟧\n  21 | text = \"ab⟦⟧\"\n     |           ^\n"
            "r.toml:25:3: ⟦…⟧ in a good example, in which nothing may be reported\n  25 | a ⟦x⟧'''\n     |   ^\n");
}

TEST(ParseRule, KeysOfExamples) {
  EXPECT_EQ(errors_of(std::string(kHead) +
                      "[en]\nphrases = [\"x\"]\n"
                      "[[bad]]\nlang = \"en\"\ntext = \"⟦x⟧\"\n"
                      "[[bad]]\nlanguage = \"english\"\nas-of = \"2025-02-29\"\nformat = \"txt\"\n"
                      "[[good]]\nlanguage = \"en\"\ntext = \"x\"\nmessage = \"m\"\nfixed = \"f\"\n" +
                      std::string(kExamples)),
            "r.toml:7:1: missing key \"language\"\n  7 | [[bad]]\n    | ^\n"
            "r.toml:8:1: unknown key \"lang\"\n  8 | lang = \"en\"\n    | ^\n"
            "  known here: language, text, format, as-of, message, fixed\n"
            "r.toml:10:1: missing key \"text\"\n  10 | [[bad]]\n     | ^\n"
            "r.toml:11:12: \"english\" is no language code of ISO 639\n  11 | language = \"english\"\n"
            "     |            ^\n"
            "r.toml:12:9: \"as-of\" must be a date such as 2025-04-08\n  12 | as-of = \"2025-02-29\"\n"
            "     |         ^\n"
            "r.toml:13:10: unknown format \"txt\"\n  13 | format = \"txt\"\n     |          ^\n"
            "  known here: markdown, html, plain\n"
            "r.toml:17:1: \"message\" in a good example, in which nothing may be reported\n  17 | message = \"m\"\n"
            "     | ^\n"
            "r.toml:18:1: \"fixed\" in a good example, in which nothing may be reported\n  18 | fixed = \"f\"\n"
            "     | ^\n");
}

TEST(ParseRule, ExamplesAreTablesOfAnArray) {
  EXPECT_EQ(errors_of(std::string(kHead) + "[en]\nphrases = [\"x\"]\n[bad]\nlanguage = \"en\"\ntext = \"⟦x⟧\"\n"
                                           "[[good]]\nlanguage = \"en\"\ntext = \"x\"\n"),
            "r.toml: no [[bad]] example\n"
            "r.toml:7:2: \"bad\" must be written as [[bad]]\n  7 | [bad]\n    |  ^\n");
}

TEST(ParseRule, FormerNames) {
  EXPECT_EQ(errors_in("was = [\"group/name\"]\n[en]\nphrases = [\"x\"]"),
            "r.toml:5:8: \"was\" holds the rule's own name\n  5 | was = [\"group/name\"]\n    |        ^\n");
}

}  // namespace
}  // namespace stet

#include "rule/ruleset.h"

#include <gtest/gtest.h>

#include "base/error_text.h"
#include "rule/image.h"

namespace stet {
namespace {

std::map<Language, Options> options_of(const Definition& definition) {
  std::map<Language, Options> options;
  for (const auto& [language, section] : definition.sections) options[language] = section.options();
  return options;
}

Rule rule(std::string name, std::string_view body) {
  const std::string toml =
      std::string(body) +
      "\n[[bad]]\nlanguage = \"de\"\ntext = \"⟦x⟧\"\nmessage = \"m\"\nfixed = \"y\"\nas-of = 2025-04-08\n"
      "[[good]]\nlanguage = \"de\"\nformat = \"html\"\ntext = \"y\"\n";
  auto parsed = parse_rule(name, name + ".toml", toml, Lexicon());
  if (!parsed.ok()) ADD_FAILURE() << to_text(parsed.error());
  return std::move(*parsed);
}

constexpr std::string_view kPhrase =
    "kind = \"phrase\"\nseverity = \"warning\"\nmessage = { en = \"m\", de = \"d\" }\nwhy = { en = \"w\" }\n";
constexpr std::string_view kPattern =
    "kind = \"pattern\"\nseverity = \"error\"\nmessage = { en = \"{host}\" }\nwhy = { en = \"w\", de = \"v\" }\n";

RuleSource three_rules() {
  RuleSource source;
  source.rules.push_back(
      rule("tone/filler", std::string(kPhrase) +
                              "was = [\"tone/old\", \"tone/older\"]\n[de]\nphrases = [\"eigentlich (ja|nein)\"]\n"
                              "unless = [\"sagte\"]\n"));
  source.rules.push_back(
      rule("ad/promo", std::string(kPhrase) + "limit = 2\nguard = \"block\"\n[de]\nlines = [\"Anzeige\"]"));
  source.rules.push_back(rule("ad/link", std::string(kPattern) +
                                             "formats = [\"html\"]\ncase = true\n[messages]\nother = { en = \"o\" }\n"
                                             "[any]\npatterns = [\"https?://(?P<host>[a-z.]+)\"]\n"
                                             "[fix]\ntitle = { en = \"t\" }\ntext = \"{host}\"\nsafe = true\n"));
  source.lexicon.add("people", Language("de"), "phrases", {"Leute", "Menschen"});
  source.lexicon.add("numbers", Language::any(), "about", {});
  return source;
}

RuleSet compiled(RuleSource source) {
  auto set = RuleSet::compile(std::move(source));
  if (!set.ok()) ADD_FAILURE() << to_text(set.error());
  return std::move(*set);
}

// What a set finds in a text: "slot key [begin,end)" for each hit.
std::string hits(const RuleSet& set, std::string text) {
  ReadOptions options;
  options.language = Language("de");
  const Document document = read_document("a.md", std::move(SourceText::from_bytes(std::move(text)).value()), options);
  const Matches matches = set.knowledge().matcher.find(document);
  std::string all;
  for (std::uint32_t slot = 0; slot < set.rules().size(); ++slot) {
    for (const Hit& hit : matches.of(slot)) {
      all += set.rules()[slot].name + " " + std::to_string(hit.key) + " " +
             std::string(document.block(hit.block).text.substr(hit.span.begin, hit.span.size())) + "\n";
    }
  }
  return all;
}

constexpr std::string_view kText =
    "Anzeige\n\nDas ist eigentlich ja so, sagte er.\n\nSiehe https://example.org/x dazu, eigentlich nein.\n";
constexpr std::string_view kHits =
    "ad/link 0 https://example.org\n"
    "ad/promo 1 Anzeige\n"
    "tone/filler 0 eigentlich ja\n"
    "tone/filler 3 sagte\n"
    "tone/filler 0 eigentlich nein\n";

TEST(RuleSet, RulesAreByNameAndNumbered) {
  const RuleSet set = compiled(three_rules());
  ASSERT_EQ(set.rules().size(), 3U);
  EXPECT_EQ(set.rules()[0].name, "ad/link");
  EXPECT_EQ(set.rules()[1].name, "ad/promo");
  EXPECT_EQ(set.rules()[2].name, "tone/filler");
  for (std::uint32_t i = 0; i < 3; ++i) EXPECT_EQ(set.rules()[i].definition.slot, i);
}

TEST(RuleSet, FindsByNameAndFormerName) {
  const RuleSet set = compiled(three_rules());
  EXPECT_EQ(set.find("ad/promo"), &set.rules()[1]);
  EXPECT_EQ(set.find("tone/older"), &set.rules()[2]);
  EXPECT_EQ(set.find("ad"), nullptr);
  EXPECT_EQ(set.find(""), nullptr);
  EXPECT_EQ(set.find("zz/last"), nullptr);
}

TEST(RuleSet, TheMatcherKnowsEveryList) { EXPECT_EQ(hits(compiled(three_rules()), std::string(kText)), kHits); }

TEST(RuleSet, AGuardIsSearchedWhereThereIsSomethingToGuard) {
  RuleSource source;
  source.rules.push_back(
      rule("a/b", std::string(kPhrase) + "within = [\"heading\"]\n[de]\nphrases = [\"x\"]\nunless = [\"y\"]"));
  EXPECT_EQ(hits(compiled(std::move(source)), "Text x z\n\n## x y\n\nx y\n"), "a/b 0 x\na/b 3 y\n");
}

TEST(RuleSet, OnlyPatternsRespectCase) {
  RuleSource source;
  source.rules.push_back(
      rule("a/b",
           "kind = \"pattern\"\nseverity = \"info\"\nmessage = { en = \"m\" }\nwhy = { en = \"w\" }\n"
           "case = true\n[de]\npatterns = [\"Wort\"]\nunless = [\"Guard\"]"));
  EXPECT_EQ(hits(compiled(std::move(source)), "Wort wort WORT guard GUARD\n"),
            "a/b 0 Wort\na/b 1 guard\na/b 1 GUARD\n");
}

TEST(RuleSet, NamesMustDiffer) {
  RuleSource source = three_rules();
  source.rules.push_back(source.rules[0]);
  source.rules.back().file = "second.toml";
  source.rules.back().was = {"ad/link"};
  const auto set = RuleSet::compile(std::move(source));
  ASSERT_FALSE(set.ok());
  const std::string errors = to_text(set.error());
  EXPECT_NE(errors.find(": there is a rule \"tone/filler\" already, in "), std::string::npos) << errors;
  EXPECT_NE(errors.find("second.toml: \"ad/link\" is a former name of tone/filler and a name of ad/link\n"),
            std::string::npos)
      << errors;
}

TEST(RuleSet, FormerNamesMustDiffer) {
  RuleSource source = three_rules();
  source.rules[1].was = {"tone/old"};  // ad/promo, which comes first by name
  const auto set = RuleSet::compile(std::move(source));
  ASSERT_FALSE(set.ok());
  EXPECT_EQ(to_text(set.error()),
            "tone/filler.toml: \"tone/old\" is a former name of tone/filler and a name of ad/promo\n");
}

TEST(RuleSet, NoRulesAtAll) {
  const RuleSet set = compiled({});
  EXPECT_TRUE(set.rules().empty());
  EXPECT_EQ(hits(set, std::string(kText)), "");
}

// Every field that a check or a message needs.
void expect_same(const Rule& a, const Rule& b) {
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.severity, b.severity);
  ASSERT_EQ(a.messages.size(), b.messages.size());
  for (const auto& [name, wording] : a.messages) {
    ASSERT_EQ(b.messages.count(name), 1U) << name;
    EXPECT_EQ(wording.text[0], b.messages.at(name).text[0]);
    EXPECT_EQ(wording.text[1], b.messages.at(name).text[1]);
  }
  EXPECT_EQ(a.was, b.was);
  EXPECT_EQ(a.formats, b.formats);
  EXPECT_EQ(a.limit, b.limit);
  ASSERT_EQ(a.fix.has_value(), b.fix.has_value());
  if (a.fix) {
    EXPECT_EQ(a.fix->title.text[0], b.fix->title.text[0]);
    EXPECT_EQ(a.fix->text, b.fix->text);
    EXPECT_EQ(a.fix->safe, b.fix->safe);
  }
  EXPECT_EQ(a.definition.rule, b.definition.rule);
  EXPECT_EQ(a.definition.roles, b.definition.roles);
  EXPECT_EQ(a.definition.options, b.definition.options);
}

std::string image_of(RuleSource source) {
  auto image = write_image(std::move(source));
  if (!image.ok()) ADD_FAILURE() << to_text(image.error());
  return std::move(*image);
}

TEST(RuleImage, AViewFindsTheSame) {
  const RuleSet original = compiled(three_rules());
  const std::string image = image_of(three_rules());
  const RuleSet set = RuleSet::view(image);
  ASSERT_EQ(set.rules().size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    expect_same(set.rules()[i], original.rules()[i]);
    EXPECT_EQ(set.rules()[i].definition.slot, i);
    EXPECT_EQ(set.rules()[i].definition.sections.size(), original.rules()[i].definition.sections.size());
  }
  EXPECT_EQ(hits(set, std::string(kText)), kHits);
  EXPECT_EQ(set.knowledge().lexicon.lists(), original.knowledge().lexicon.lists());
}

TEST(RuleImage, EverythingComesBack) {
  const std::string image = image_of(three_rules());
  const RuleSource back = read_image(image);
  RuleSource source = three_rules();
  std::sort(source.rules.begin(), source.rules.end(), [](const Rule& a, const Rule& b) { return a.name < b.name; });
  ASSERT_EQ(back.rules.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    const Rule& a = back.rules[i];
    const Rule& b = source.rules[i];
    expect_same(a, b);
    EXPECT_EQ(a.why.text[0], b.why.text[0]);
    EXPECT_EQ(a.why.text[1], b.why.text[1]);
    EXPECT_EQ(a.file, b.file);
    EXPECT_EQ(options_of(a.definition), options_of(b.definition));
    ASSERT_EQ(a.examples.size(), 2U);
    for (std::size_t j = 0; j < 2; ++j) {
      EXPECT_EQ(a.examples[j].bad, b.examples[j].bad);
      EXPECT_EQ(a.examples[j].language, b.examples[j].language);
      EXPECT_EQ(a.examples[j].format, b.examples[j].format);
      EXPECT_EQ(a.examples[j].as_of, b.examples[j].as_of);
      EXPECT_EQ(a.examples[j].text, b.examples[j].text);
      EXPECT_EQ(a.examples[j].message, b.examples[j].message);
      EXPECT_EQ(a.examples[j].fixed, b.examples[j].fixed);
      EXPECT_EQ(a.examples[j].line, b.examples[j].line);
    }
  }
  EXPECT_EQ(back.lexicon.lists(), source.lexicon.lists());
  EXPECT_EQ(hits(compiled(back), std::string(kText)), kHits);
}

TEST(RuleImage, MoreRulesAreAddedAndReplaceTheirNamesakes) {
  const std::string image = image_of(three_rules());
  RuleSource more;
  more.rules.push_back(rule("ad/promo", std::string(kPhrase) + "[de]\nphrases = [\"Siehe\"]"));
  more.rules.push_back(rule("ad/another",
                            "kind = \"pattern\"\nseverity = \"info\"\nmessage = { en = \"m\" }\n"
                            "why = { en = \"w\" }\n[any]\npatterns = [\"d[a-z]zu\"]"));
  more.lexicon.add("more", Language("de"), "phrases", {"x"});
  const auto set = RuleSet::extend(image, std::move(more));
  ASSERT_TRUE(set.ok()) << to_text(set.error());
  ASSERT_EQ(set->rules().size(), 4U);
  EXPECT_EQ(set->rules()[0].name, "ad/another");
  EXPECT_EQ(hits(*set, "Anzeige\n\nDas ist eigentlich ja so, sagte er.\n\nSiehe https://example.org/x dazu.\n"),
            "ad/another 0 dazu\n"
            "ad/link 0 https://example.org\n"
            "ad/promo 0 Siehe\n"
            "tone/filler 0 eigentlich ja\n"
            "tone/filler 3 sagte\n");
  EXPECT_TRUE(set->knowledge().lexicon.has("people"));
  EXPECT_TRUE(set->knowledge().lexicon.has("more"));
}

TEST(RuleImage, MoreRulesMustNotTakeAFormerName) {
  RuleSource more;
  more.rules.push_back(rule("tone/old", std::string(kPhrase) + "[de]\nphrases = [\"Siehe\"]"));
  const auto set = RuleSet::extend(image_of(three_rules()), std::move(more));
  ASSERT_FALSE(set.ok());
  EXPECT_EQ(to_text(set.error()),
            "tone/old.toml: \"tone/old\" is a former name of tone/filler and a name of tone/old\n");
}

TEST(RuleImage, AnEmptyOrForeignImageIsAnEmptySet) {
  EXPECT_TRUE(RuleSet::view("").rules().empty());
  EXPECT_TRUE(RuleSet::view(std::string(200, 'x')).rules().empty());
  EXPECT_TRUE(read_image("").rules.empty());
  EXPECT_TRUE(read_image(image_of({})).rules.empty());
}

// docs/rules.md: an expression needs a word or a character that calls for it.
TEST(Builtin, NoExpressionRunsOverEveryBlock) {
  const RuleSet set = RuleSet::builtin();
  for (const std::uint32_t slot : set.knowledge().matcher.uncalled()) ADD_FAILURE() << set.rules()[slot].name;
}

// Hits of cues come with slots behind those of the rules.
TEST(Builtin, EverySlotSaysWhetherItIsFurniture) {
  const RuleSet set = RuleSet::builtin();
  const Knowledge& knowledge = set.knowledge();
  ASSERT_FALSE(knowledge.cues.empty());
  for (const CueSource& cues : knowledge.cues) {
    ASSERT_LT(cues.slot, knowledge.furniture.size());
    EXPECT_FALSE(knowledge.furniture[cues.slot].is);
  }
}

TEST(Builtin, EqualsTheRulesOnDisk) {
  const auto disk = load_rules(std::string(STET_SOURCE_DIR) + "/rules", nullptr);
  ASSERT_TRUE(disk.ok()) << to_text(disk.error());
  const RuleSet set = RuleSet::builtin();
  ASSERT_EQ(set.rules().size(), disk->rules.size());
  RuleSource embedded = builtin_source();
  for (std::size_t i = 0; i < disk->rules.size(); ++i) {
    expect_same(set.rules()[i], disk->rules[i]);
    EXPECT_EQ(options_of(embedded.rules[i].definition), options_of(disk->rules[i].definition));
    EXPECT_EQ(embedded.rules[i].file, "rules/" + disk->rules[i].name + ".toml");
    EXPECT_EQ(embedded.rules[i].examples.size(), disk->rules[i].examples.size());
  }
  EXPECT_EQ(embedded.lexicon.lists(), disk->lexicon.lists());
  Lexicon::Lists others = disk->lexicon.lists();
  std::erase_if(others, [](const auto& list) { return is_tabled(std::get<0>(list.first)); });
  EXPECT_EQ(set.knowledge().lexicon.lists(), others);
}

}  // namespace
}  // namespace stet

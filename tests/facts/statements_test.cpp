#include "facts/statements.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "rule/ruleset.h"
#include "text/source_text.h"

namespace stet {
namespace {

std::string joined(const Stems& stems) {
  std::string text;
  for (const std::string& stem : stems) text += (text.empty() ? "" : " ") + stem;
  return text;
}

// A line for each statement: "+ topic | words | places / participants | voice".
std::string statements(std::string_view text, std::string_view language = "de") {
  static const RuleSet rules = RuleSet::builtin();
  ReadOptions options;
  options.language = Language(language);
  const Document document = read_document("a.md", SourceText::from_bytes(std::string(text)).value(), options);
  const Facts facts = Facts::extract(document, rules.knowledge());
  std::string lines;
  for (const Statement& s : extract_statements(document, facts)) {
    lines += s.denied ? "- " : "+ ";
    lines += joined(s.topic.stems) + " | ";
    lines += document.block(s.block).text.substr(s.span.begin, s.span.size());
    lines += " | " + joined(s.event.places) + "/" + joined(s.event.participants);
    lines += s.event.labelled ? " other" : "";
    lines += " | " + (s.voice.is_article ? "article" : joined(s.voice.names)) + "\n";
  }
  return lines;
}

TEST(Statements, TellTopicEventPolarityAndVoice) {
  EXPECT_EQ(statements("Laut der Reederei beginnen in Kiel Gespräche zwischen Dänemark und Schweden über die Fähren."),
            "+ fahr | Gespräche zwischen Dänemark und Schweden über die Fähren | kiel/danemark schwed | reederei\n");
  EXPECT_EQ(statements("Die Fähren stehen nicht auf der Tagesordnung."),
            "- fahr | Die Fähren stehen nicht auf der Tagesordnung | / | article\n");
}

TEST(Statements, OneThingHasManyNames) {
  for (const char* name : {"den Ukraine-Konflikt", "die Lage in der Ukraine", "die aktuelle Krise in der Ukraine",
                           "den Ukrainekrieg", "den Krieg in der Ukraine", "die Zukunft der Ukraine"}) {
    const std::string found = statements("In Wien beginnen Gespräche über " + std::string(name) + ".");
    EXPECT_EQ(found.substr(0, found.find('|')), "+ ukraine ") << name;
  }
}

TEST(Statements, BothSidesOfAContrast) {
  EXPECT_EQ(statements("Bei den Gesprächen geht es um Gas, nicht um Stahl."),
            "+ gas | geht es um Gas | / | article\n- stahl | nicht um Stahl | / | article\n");
}

TEST(Statements, WhatIsNoPlainStatement) {
  for (const char* text : {
           "Geht es bei den Gesprächen um Gas?",
           "Bei den Gesprächen könnte es um Gas gehen.",
           "Falls es bei den Gesprächen um Gas geht, reist er ab.",
           "Ursprünglich ging es bei den Gesprächen um Gas.",
           "Er dementierte, dass es bei den Gesprächen um Gas geht.",
           "„Bei den Gesprächen geht es um Gas, und um nichts anderes“, rief er.",
           "Es gibt keine Gespräche über Gas.",
           "~~Bei den Gesprächen geht es um Gas.~~",
       }) {
    EXPECT_EQ(statements(text), "") << text;
  }
}

TEST(Statements, OtherEventsAreLabelled) {
  EXPECT_EQ(statements("Frühere Gespräche über Gas scheiterten."), "+ gas | Gespräche über Gas | / other | article\n");
}

TEST(Statements, AreReadInEveryForm) {
  // Decomposed umlauts, no-break spaces, soft hyphens, capitals.
  EXPECT_EQ(statements("Die Gespra\u0308che\u00A0u\u0308ber die Fa\u0308\u00ADhren beginnen.").substr(0, 7), "+ fahr ");
  EXPECT_EQ(statements("DIE GESPRÄCHE ÜBER DIE FÄHREN.").substr(0, 7), "+ fahr ");
}

TEST(Statements, OtherLanguages) {
  EXPECT_EQ(statements("The talks in Oslo are not about fishing quotas.", "en"),
            "- fish quota | are not about fishing quotas | oslo/ | article\n");
  EXPECT_EQ(statements("Les négociations portent sur la pêche.", "fr").substr(0, 8), "+ pech |");
  EXPECT_EQ(statements("Las negociaciones no se centran en la pesca.", "es").substr(0, 8), "- pesc |");
  EXPECT_EQ(statements("I negoziati vertono sulla pesca.", "it").substr(0, 8), "+ pesc |");
}

// Time must grow with the length, whatever stands in one line.
TEST(Statements, OneLongLineTakesNoTime) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "„Gespräche über T nicht auf der Tagesordnung ";
  for (int i = 0; i < 20000; ++i) text += "Die Gespräche drehen sich nicht um Gas. ";
  const auto begin = std::chrono::steady_clock::now();
  statements(text);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace stet

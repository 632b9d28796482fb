#include <gtest/gtest.h>

#include <utility>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "consistency/near-miss-spelling";

// The right word twice, then the wrong one, in sentences of their own.
std::string german(std::string_view right, std::string_view wrong) {
  return "Hier steht " + std::string(right) + ". Dort steht " + std::string(right) + ".\n\nAm Ende steht " +
         std::string(wrong) + " auch.";
}

std::string english(std::string_view right, std::string_view wrong) {
  return "Here we have " + std::string(right) + ". There we have " + std::string(right) + ".\n\nIn the end we have " +
         std::string(wrong) + " too.";
}

void expect_slip(std::string_view right, std::string_view wrong, std::string_view language,
                 std::string (*sentences)(std::string_view, std::string_view)) {
  const std::string draft = sentences(right, "⟦" + std::string(wrong) + "⟧");
  EXPECT_EQ(remarked(kRule, draft, language), draft);
}

void expect_innocent(std::string_view right, std::string_view other, std::string_view language,
                     std::string (*sentences)(std::string_view, std::string_view)) {
  const std::string draft = sentences(right, other);
  EXPECT_EQ(remarked(kRule, draft, language), draft);
}

TEST(NearMiss, GermanSlips) {
  const std::pair<const char*, const char*> slips[] = {
      {"Außenminister", "Aussenmnister"},
      {"Außenminister", "Außenmiinster"},
      {"Regierung", "Regirung"},

      {"Kommission", "Komission"},
      {"Kommission", "Kommmission"},
      {"Verhandlungen", "Verhadnlungen"},
      {"Parlament", "Palrament"},
      {"Gesellschaft", "Geselschaft"},
      {"Bürgermeister", "Bürgremeister"},
      {"Bürgermeister", "Bürgermmeister"},
      {"Wirtschaft", "Wirtshcaft"},
      {"Krankenhaus", "Krnakenhaus"},
      {"Präsident", "Prsäident"},
      {"Feuerwehr", "Feurewehr"},
      {"Landesregierung", "Landesrgierung"},
      {"Universität", "Universtiät"},
      {"Demonstration", "Demonsrtation"},
      {"Abgeordneten", "Abgoerdneten"},

      {"Bundeskanzler", "Bundesknzler"},
      {"veröffentlicht", "veröfentlicht"},
      {"veröffentlicht", "veröffetnlicht"},
      {"Mitarbeiter", "Mitrabeiter"},
      {"Unternehmen", "Untrenehmen"},
      {"Entscheidung", "Entscheidnug"},
      {"Staatsanwaltschaft", "Staatsanwaltshcaft"},
      {"Ermittlungen", "Ermitlungen"},
      {"Spielplatz", "Spilplatz"},
      {"Telefongespräch", "Telefongsepräch"},
      {"Kraftwerk", "Krfatwerk"},
      {"Schifffahrt", "Schiffahrt"},
  };
  for (const auto& [right, wrong] : slips) {
    expect_slip(right, wrong, "de", german);
  }
}

TEST(NearMiss, GermanWordsThatAreBothRight) {
  const std::pair<const char*, const char*> words[] = {
      {"Minister", "Ministers"},
      {"Regierung", "Regierungen"},
      {"kritisiert", "kritisierte"},
      {"vergangene", "vergangenen"},
      {"Händler", "Handler"},
      {"Forderung", "Förderung"},
      {"gefunden", "gefunden"},
      {"schreiben", "schrieben"},
      {"entscheiden", "entschieden"},
      {"bekommen", "gekommen"},
      {"Verkauf", "Verlauf"},
      {"Entlassung", "Entlastung"},
      {"Leistung", "Leitung"},
      {"Anlagen", "Anklagen"},
      {"Kontakte", "Kontrakte"},
      {"Schreiben", "Scheiben"},
      {"Schlacht", "Schacht"},
      {"aufgenommen", "ausgenommen"},
      {"Schadenersatz", "Schadensersatz"},
      {"Beteiligten", "Beteiligen"},
      {"Demokratie", "Demokraten"},
      {"Aussicht", "Aufsicht"},
      {"Organisation", "Organization"},
      {"Fotografie", "Photografie"},
      {"Parteien", "Partien"},
      {"Verbindung", "Verbündung"},
      {"gesprochen", "besprochen"},
      {"Russland", "Russlands"},
      {"Menschen", "Menschens"},
      {"Straßen", "Strassen"},
      {"erhalten", "erhielten"},
      {"Ministerin", "Ministern"},
      {"Bericht", "Berichte"},
  };
  for (const auto& [right, other] : words) expect_innocent(right, other, "de", german);
}

TEST(NearMiss, EnglishSlips) {
  const std::pair<const char*, const char*> slips[] = {
      {"parliament", "parlaiment"},   {"parliament", "parlament"},      {"government", "govrenment"},
      {"commission", "comission"},    {"commission", "commision"},      {"committee", "comittee"},
      {"committee", "commmittee"},    {"minister", "minsiter"},         {"president", "presidnet"},
      {"ambassador", "ambasador"},    {"negotiations", "negotaitions"}, {"university", "univeristy"},
      {"environment", "enviroment"},  {"hospital", "hopsital"},         {"industry", "indutsry"},
      {"candidate", "cnadidate"},     {"election", "elcetion"},         {"agreement", "agreemnet"},
      {"statement", "statemnet"},     {"announced", "anounced"},        {"announced", "annuonced"},
      {"residents", "resdients"},     {"political", "poltiical"},       {"technology", "tecnhology"},
      {"development", "develpoment"}, {"secretary", "secreatry"},       {"department", "deparmtent"},
      {"according", "acording"},      {"referendum", "refernedum"},     {"firefighters", "fierfighters"},
      {"satellite", "satelllite"},
  };
  for (const auto& [right, wrong] : slips) {
    expect_slip(right, wrong, "en", english);
  }
}

TEST(NearMiss, EnglishWordsThatAreBothRight) {
  const std::pair<const char*, const char*> words[] = {
      {"ministers", "minister"},        {"contract", "contact"},     {"contracts", "contacts"},
      {"countries", "counties"},        {"through", "thorough"},     {"infection", "injection"},
      {"revolution", "resolution"},     {"present", "prevent"},      {"contest", "context"},
      {"travelled", "traveled"},        {"travelling", "traveling"}, {"planning", "planing"},
      {"organisation", "organization"}, {"organised", "organized"},  {"neighbour", "neighbor"},
      {"theatre", "theater"},           {"dialogue", "dialog"},      {"personal", "personnel"},
      {"discreet", "discrete"},         {"marital", "martial"},      {"complement", "compliment"},
      {"principal", "principle"},       {"election", "erection"},    {"affected", "effected"},
      {"immigrant", "emigrant"},        {"invasion", "evasion"},     {"adoption", "adaption"},
      {"judgement", "judgment"},        {"skilful", "skillful"},     {"jewellery", "jewelry"},
      {"announce", "announced"},        {"parties", "parities"},     {"stationary", "stationery"},
  };
  for (const auto& [right, other] : words) expect_innocent(right, other, "en", english);
}

TEST(NearMiss, Romance) {
  const auto french = [](std::string_view right, std::string_view wrong) {
    return "Voici " + std::string(right) + ". Voilà " + std::string(right) + ".\n\nPuis " + std::string(wrong) +
           " encore.";
  };
  for (const auto& [right, wrong] : {std::pair("gouvernement", "gouvrenement"),
                                     {"parlement", "palrement"},
                                     {"commission", "comission"},
                                     {"université", "unviersité"},
                                     {"élection", "élcetion"},
                                     {"développement", "dévelopement"},
                                     {"entreprise", "entrperise"},
                                     {"manifestation", "manifetsation"},
                                     {"habitants", "hbaitants"},
                                     {"chômage", "chmôage"}}) {
    expect_slip(right, wrong, "fr", french);
  }
  for (const auto& [right, other] : {std::pair("ministère", "ministères"),
                                     {"premier", "première"},
                                     {"annoncer", "annoncée"},
                                     {"justice", "justices"},
                                     {"parlement", "parlent"},
                                     {"gouverner", "gouverneur"},
                                     {"habitant", "habitat"},
                                     {"affecter", "effecter"},
                                     {"collision", "collusion"}}) {
    expect_innocent(right, other, "fr", french);
  }
  for (const auto& [right, wrong] : {std::pair("gobierno", "gobireno"),
                                     {"presidente", "preisdente"},
                                     {"elecciones", "eleccoines"},
                                     {"ministerio", "minsiterio"},
                                     {"ayuntamiento", "ayuntmaiento"},
                                     {"universidad", "unviersidad"},
                                     {"trabajadores", "trbaajadores"},
                                     {"hospital", "hopsital"},
                                     {"ciudadanos", "ciudadnaos"},
                                     {"seguridad", "segruidad"}}) {
    expect_slip(right, wrong, "es", french);
  }
  for (const auto& [right, other] : {std::pair("gobierno", "gobiernos"),
                                     {"presidente", "presidenta"},
                                     {"perdido", "perdida"},
                                     {"transporte", "trasporte"},
                                     {"carretera", "carreteras"},
                                     {"empezar", "empezara"},
                                     {"historia", "historias"},
                                     {"anuncio", "anunció"},
                                     {"partido", "partidos"},
                                     {"contrato", "contacto"}}) {
    expect_innocent(right, other, "es", french);
  }
  for (const auto& [right, wrong] : {std::pair("governo", "govreno"),
                                     {"presidente", "preisdente"},
                                     {"elezioni", "elzeioni"},
                                     {"ministero", "minsitero"},
                                     {"regionale", "regoinale"},
                                     {"consiglio", "conisglio"},
                                     {"università", "unviersità"},
                                     {"lavoratori", "lavroatori"},
                                     {"ospedale", "osepdale"},
                                     {"sicurezza", "sciurezza"},
                                     {"cittadini", "citatdini"}}) {
    expect_slip(right, wrong, "it", french);
  }
  for (const auto& [right, other] : {std::pair("cappello", "capello"),
                                     {"governo", "governi"},
                                     {"regione", "regioni"},
                                     {"ministro", "ministra"},
                                     {"perduto", "perduta"},
                                     {"sentire", "sentite"},
                                     {"elezione", "elezioni"},
                                     {"nazionale", "razionale"},
                                     {"camminare", "caminare"},
                                     {"contatto", "contratto"}}) {
    expect_innocent(right, other, "it", french);
  }
}

TEST(NearMiss, NamesAddressesAndWordsSetBeside) {
  expect_marked(kRule, "de",
                {
                    "Das Parlament tagt. Das Parlament ruht. Das heißt beim European Parliament so.",
                    "Die Kommission tagt. Die Kommission ruht. Mail an komission@example.com.",
                    "Die Kommission tagt. Die Kommission ruht. Auf www.komission.example steht es.",
                    "Die Kommission tagt. Die Kommission ruht. Sie schrieb „Komission“ ins Heft.",
                    "Die Kommission tagt. Nicht Komission, sondern Kommission heißt es.",
                    "Die Kommission tagt. Die Kommission ruht. Die Komission [sic!] tagt.",
                    "Die Kommission tagt. Die Kommission ruht. Der `Komission` Code.",
                    "Das Land ist da. Das Land ist gut. Das Lnad auch.",
                });
}

// Letters that no language has in a row, and letters lost; of names an info.
TEST(NearMiss, StrangeSpellings) {
  expect_marked(kRule, "de",
                {
                    "Die Demonstranten sangen, während die ⟦Demmonstranten⟧ auf dem Platz warteten, bis es hell war.",
                    "Er lobte das Verfahren.\n\nDas ⟦Vefrahren⟧ ruht.",
                    "Das steht gegenüber.\n\nSie wohnt ⟦gegenüüber⟧ der Kirche.",
                    "Die Verwaltung prüft.\n\nBei der ⟦Verwaltudg⟧ lag der Antrag.",
                    "Er sah Töchter.\n\nEine Tochter lachte. Vögel sangen, der Vogel schwieg.",
                    "Der Schadenersatz stieg.\n\nUm Schadensersatz ging es nicht.",
                    "Sie reisten an und die Gäste anreisten.\n\nDass sie abreisten, war klar.",
                });
  expect_marked(kRule, "en",
                {
                    "They took the boundaries.\n\nAll ⟦boundasies⟧ are new.",
                    "Enrique Salvatierra came. Later Salvatierra spoke.\n\nThen ⟦Savatierra⟧ left.",
                    "The macroscopic view.\n\nThe microscopic one.",
                });
  expect_marked(kRule, "fr",
                {
                    "Les obligations montent.\n\nCes ⟦obligatons⟧ rapportent peu.",
                    "Un accès préférentiel.\n\nL'accès ⟦préférenteil⟧ cesse.",
                });
}

TEST(NearMiss, SaysWhatStandsElsewhere) {
  EXPECT_EQ(findings(kRule, german("Regierung", "Regiernug"), Format::kMarkdown, "de"),
            "3:15 “Regiernug” “Regiernug” stands once; elsewhere “Regierung” (2×)\n"
            "  1:12 “Regierung” “Regierung” here\n");
}

// Two words that stand once each: one is no word of the language.
TEST(NearMiss, PairsOfSingleWords) {
  const std::pair<const char*, const char*> slips[] = {
      {"Gymnasium", "Gymasium"},          {"Pluviometer", "Pluviomteer"}, {"Emissionshandel", "Emissonshandel"},
      {"Partnerschaft", "Partnreschaft"}, {"Marketerie", "Marketterie"},
  };
  for (const auto& [right, wrong] : slips) {
    const std::string draft = "Hier steht " + std::string(right) + ".\n\nAm Ende steht ⟦" + wrong + "⟧ auch.";
    EXPECT_EQ(remarked(kRule, draft, "de"), draft);
  }
  const std::pair<const char*, const char*> innocent[] = {
      {"Verkauf", "Verlauf"},        {"Gebiete", "Gebete"},           {"Stadtrates", "Stadtrats"},
      {"leistete", "leitete"},       {"Beschwerden", "beschweren"},   {"bestimmen", "bestimmten"},
      {"Slowenen", "Slowenien"},     {"vertreiben", "vertrieben"},    {"Christian", "Christina"},
      {"Schlamm", "Schwamm"},        {"Raumschiffes", "Raumschiffs"}, {"Bauarbeiten", "Bauarbeiter"},
      {"Erziehung", "Beziehung"},    {"Verwandte", "verwendete"},     {"Wanderungen", "Wandlungen"},
      {"Splattungen", "Plattungen"},  // a letter more before the first
  };
  for (const auto& [one, other] : innocent) {
    const std::string draft = "Hier steht " + std::string(one) + ".\n\nAm Ende steht " + other + " auch.";
    EXPECT_EQ(remarked(kRule, draft, "de"), draft);
  }
}

}  // namespace
}  // namespace stet

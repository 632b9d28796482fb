#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/opposite";

TEST(OppositeConflict, German) {
  expect_marked(
      kRule, "de",
      {"Ein Tempolimit ist auf der Ringstraße nicht vorgesehen.\n\nDie Stadt teilt mit, das für Mai ⟦beschlossene⟧ "
       "Tempolimit auf der Ringstraße gelte auch nachts.",
       "Über den Neubau der Feuerwache wurde nicht beraten.\n\nZwei Stunden lang ⟦diskutierte⟧ der Rat über die "
       "Feuerwache und ihren Neubau.",
       "Die Schauspielerin Eva Lund hat niemals geheiratet.\n\nZur ⟦Hochzeit⟧ von Eva Lund kamen 200 Gäste.",
       "Bauer Karl Möller ist noch nie geflogen.\n\nAuf dem ⟦Flug⟧ nach Lima saß Möller am Fenster.",
       "Keine Pläne hat die Bahn für einen zweiten Bahnsteig.\n\nDer zweite Bahnsteig ⟦ist fest vorgesehen⟧.",
       "In dem Werk ist kein einziges Mal gestreikt worden.\n\nDer ⟦Streik⟧ im Werk dauerte vier Tage.",
       "Der Rentner Otto Falk hat nie geraucht.\n\nFalk dreht sich auf der Bank eine ⟦Zigarette⟧.",
       "Der Angeklagte Nils Adam hat zu keinem Zeitpunkt gestanden.\n\nDas ⟦Geständnis⟧ von Nils Adam wertete das "
       "Gericht als mildernd.",
       "Ein Tempolimit ist bisher nicht vorgesehen.\n\nDas Tempolimit wurde im Mai beschlossen.",
       "Über den Neubau der Feuerwache wurde am Montag nicht beraten.\n\nSpäter soll über die Feuerwache diskutiert "
       "werden.",
       "Die Schauspielerin Eva Lund hat nie geheiratet.\n\nIhre Schwester Rita Lund feierte Hochzeit.",
       "Bauer Karl Möller ist noch nie geflogen.\n\nJan Petersen verpasste seinen Flug.",
       "Ein Anbau ist nicht geplant.\n\nGeplant ist dagegen ein Spielplatz.",
       "Bisher war die Sauna kein Thema.\n\nNun wurde über die Sauna gestritten.",
       "In dem Werk ist nie gestreikt worden.\n\nStreik gab es in der Nachbarstadt.",
       "Der Rentner Otto Falk hat nie geraucht.\n\nSein Bruder raucht Pfeife.",
       "Der Angeklagte Nils Adam hat nie gestanden.\n\nLaut Anklage hat Nils Adam ein Geständnis versprochen.",
       "„Wir haben nie gestritten, das kann ich Ihnen versichern“, sagt sie.\n\nGestritten wurde über die Miete.",
       "Nie wieder wurde so gefeiert.\n\nDie Hochzeit von Ina Kern war die letzte im Saal.",
       "Eine Rampe ist nicht geplant. Wer eine Rampe will, muss zahlen.\n\nGeplant ist ein Aufzug."});
}

TEST(OppositeConflict, English) {
  expect_marked(
      kRule, "en",
      {"The library's roof was not discussed on Tuesday.\n\nMembers ⟦argued for an hour about⟧ the library roof.",
       "There are no plans to extend the tram to Moor Lane.\n\nThe tram ⟦is to reach⟧ Moor Lane in two years.",
       "The driver, Neil Hart, has never been convicted.\n\nHart's third ⟦conviction⟧ came in May.",
       "The site has never had an outage.\n\nThe ⟦outage⟧ in March took the site down for a day.",
       "Farmer Jo Reed has never flown.\n\nOn her ⟦flight⟧ home Jo Reed sat by the window.",
       "Cuts to the youth club were not on the agenda.\n\nThe board ⟦debated⟧ the youth club cuts for hours.",
       "The trust decided against a second turbine.\n\nWork on the second turbine ⟦is to begin⟧ in June.",
       "The witness Carl Boone at no point signed the contract.\n\nThe court was shown the ⟦signature⟧ of Boone on the "
       "contract.",
       "Pub landlord Al Hume has never smoked.\n\nHume lit another ⟦cigarette⟧ at the bar.",
       "She has never been married, says the file on Ann Dale. Ann Dale never married.\n\nThe ⟦wedding⟧ of Ann Dale "
       "drew a crowd.",
       "The library's roof was not discussed on Tuesday.\n\nThe library roof will be discussed in May.",
       "There are no plans to extend the tram.\n\nThe bus is to run every ten minutes.",
       "The driver, Neil Hart, has never been convicted.\n\nPaul Dean's conviction came in May.",
       "The site has never had an outage.\n\nThe outage at the bank lasted a day.",
       "Farmer Jo Reed has never flown.\n\nHer sister Kay flew in from Perth.",
       "Cuts to the youth club were not on the agenda.\n\nThe board debated the budget until ten.",
       "The trust at first decided against a second turbine.\n\nWork on the second turbine is to begin in June.",
       "The witness Carl Boone never signed the contract.\n\nCarl Boone denied that it was his signature.",
       "Al Hume has never smoked.\n\nOther guests smoke outside.",
       "“I never met Ann Dale in all those years,” he says.\n\nHe had a meeting with Ann Dale in 2010.",
       "Never before had so many come.\n\nThe wedding of Ann Dale drew a crowd.",
       "Until then Reed had never flown.\n\nThe flight took Reed to Perth."});
}

TEST(OppositeConflict, WhoeverIsNamed) {
  expect_marked(
      kRule, "en",
      {"Mr Hart never smoked.\n\nNeil Hart lit a ⟦cigarette⟧.", "Mr Hart never smoked.\n\nKay Dean lit a cigarette.",
       "Kay Hart never smoked.\n\nNeil Dean and Neil Hart lit a cigarette."});
}

}  // namespace
}  // namespace stet

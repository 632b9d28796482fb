#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

TEST(Retold, TheNounOfAnotherMove) {
  expect_marked(
      "contradiction/direction", "en",
      {
          "Rents in Altham have climbed by four per cent since the spring, the council's housing office said on "
          "Monday.\n\nThe office asked 400 landlords. The ⟦drop in⟧ rents surprised nobody in the town hall.",
          "Rents in Altham have climbed by four per cent since the spring, the council's housing office said on "
          "Monday.\n\nThe office asked 400 landlords. The drop in demand surprised nobody in the town hall.",
          "Rents in Altham have climbed by four per cent since the spring, the council's housing office said on "
          "Monday.\n\nThe office asked 400 landlords. The previous drop in rents had surprised the town hall.",
          "Rents in Altham have climbed by four per cent since the spring, the council's housing office said on "
          "Monday.\n\nA year ago they had dropped. The drop in rents surprised nobody in the town hall.",
          "Correction: rents in Altham have climbed by four per cent since the spring, the housing office said "
          "on Monday.\n\nThe office asked 400 landlords. The drop in rents that we reported was wrong.",
      });
}

TEST(Retold, TheFirstPartOfACompound) {
  expect_marked("contradiction/direction", "de",
                {
                    "Im Freibad Altdorf ist die Zahl der Badegäste in diesem Sommer deutlich gestiegen. Das sagte der "
                    "Leiter am Freitag im Rathaus.\n\nDas ⟦Besucherminus⟧ erklärt er sich mit dem Wetter im Land.",
                    "Im Freibad Altdorf ist die Zahl der Badegäste in diesem Sommer deutlich gestiegen. Das sagte der "
                    "Leiter am Freitag im Rathaus.\n\nDas Energieminus erklärt er sich mit dem Wetter im Land.",
                });
}

TEST(Retold, ADefeatOfWhoHasWon) {
  expect_marked(
      "contradiction/result", "en",
      {
          "Northgate beat Kirkby 3-1 in front of 900 people at Mill Lane on Saturday afternoon, with two goals "
          "in the last minutes.\n\nNorthgate will try to get over the ⟦defeat⟧ on Tuesday at home.",
          "Northgate beat Kirkby 3-1 in front of 900 people at Mill Lane on Saturday afternoon, with two goals "
          "in the last minutes.\n\nKirkby will try to get over the defeat on Tuesday at home.",
          "Northgate beat Kirkby 3-1 in front of 900 people at Mill Lane on Saturday afternoon, with two goals "
          "in the last minutes.\n\nThe manager was pleased to get over the defeat at Hexton.",
      });
}

TEST(Retold, TheNameBesideATitle) {
  expect_marked("contradiction/result", "de",
                {
                    "Anna Kern hat am Sonntag den Altdorfer Stadtlauf vor 2000 Menschen gewonnen. Sie brauchte für die "
                    "zehn Kilometer 35 Minuten.\n\nAm Ziel verteilte ⟦Siegerin⟧ Lund Äpfel an alle Kinder im Park.",
                    "Anna Kern hat am Sonntag den Altdorfer Stadtlauf vor 2000 Menschen gewonnen. Sie brauchte für die "
                    "zehn Kilometer 35 Minuten.\n\nAm Ziel verteilte Siegerin Kern Äpfel an alle Kinder im Park.",
                    "Anna Kern hat am Sonntag den Altdorfer Stadtlauf vor 2000 Menschen gewonnen. Sie brauchte für die "
                    "zehn Kilometer 35 Minuten.\n\nBei den Schülern gewann Eva Lund. Siegerin Lund bekam einen Apfel.",
                });
}

TEST(Retold, TheRankOfOneWhoHasWon) {
  expect_marked("contradiction/result", "fr",
                {
                    "Luc Marin a remporté dimanche la course de côte de Valbourg devant quarante concurrents venus de "
                    "toute la région.\n\nIl dédie sa ⟦troisième place⟧ dans cette course à son père.",
                    "Luc Marin a remporté dimanche la course de côte de Valbourg devant quarante concurrents venus de "
                    "toute la région.\n\nL'an dernier, il avait pris la troisième place dans cette course.",
                });
}

TEST(Retold, WhatAHeadlineSays) {
  expect_marked("contradiction/headline", "it",
                {
                    "# La funivia riparte\n\nNiente sci a Valbruna: ⟦resterà chiusa⟧ fino a marzo, dopo il guasto, la "
                    "funivia che porta gli sciatori sul monte, ha detto ieri il sindaco del paese.",
                    "# La funivia riparte\n\nDa domani riparte la funivia di Valbruna. Dopo il guasto di gennaio si "
                    "temeva che sarebbe rimasta ferma: resta chiusa solo la pista nera, ha detto ieri il sindaco.",
                });
}

TEST(Retold, AScoreWithItsArticle) {
  expect_marked(
      "contradiction/result", "en",
      {
          "Northgate beat Kirkby 3-1 in front of 900 people at Mill Lane on Saturday afternoon, with two goals by "
          "Simms.\n\nThe ⟦2-1⟧ was built on defending, said the manager.",
          "Northgate beat Kirkby 3-1 in front of 900 people at Mill Lane on Saturday afternoon, with two goals by "
          "Simms.\n\nThe 2-1 at the break was built on defending, said the manager.",
          "Northgate beat Kirkby 3-1 in front of 900 people at Mill Lane on Saturday afternoon, with two goals by "
          "Simms.\n\nThe women won 4-0. The 2-1 in Hexton was built on defending, said the manager.",
          "Northgate beat Kirkby 3-1 in front of 900 people at Mill Lane on Saturday afternoon, with two goals by "
          "Simms.\n\nThe 1-3 was hard to take, said the manager of Kirkby.",
      });
}

TEST(Retold, WhatAHeadlineCounts) {
  expect_marked(
      "contradiction/headline", "en",
      {
          "# Bus crash near Altham leaves 14 dead\n\n⟦Nine⟧ passengers were killed and more than 20 injured when a bus "
          "fell into the gorge at Hexton on Sunday, said the police of the district.",
          "# Bus crash near Altham leaves 14 dead\n\nNine passengers were killed when a bus fell into the gorge at "
          "Hexton on Sunday. Five people on the road brought the toll to 14, said the police.",
          "# Bus crash near Altham leaves 14 dead\n\nAt least nine passengers were killed when a bus fell into the "
          "gorge "
          "at Hexton on Sunday, and several people on the road, said the police of the district.",
      });
}

TEST(Retold, DefeatsOfASeasonAreNone) {
  expect_marked(
      "contradiction/result", "en",
      {
          "Northgate beat Kirkby 3-1 in front of 900 people at Mill Lane on Saturday afternoon, with two goals in the "
          "last minutes.\n\nNorthgate have 48 points from 13 wins and eight defeats.",
      });
}

}  // namespace
}  // namespace stet

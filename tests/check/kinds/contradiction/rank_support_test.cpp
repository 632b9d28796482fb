// Ranks of a short article: of one side in one table. A game, a class or a year of its own parts them.
#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/ordinal";

TEST(Ranks, German) {
  expect_marked(kRule, "de",
                {
                    "Nellingen liegt nach dem Sieg in Göppingen auf Platz vier der Tabelle.\n\nZwei Spielerinnen "
                    "kehren nach Verletzungen zurück. Nellingen bleibt auf ⟦Platz fünf⟧, meldet der Verband am Abend.",
                    "Die Handballerinnen aus Nellingen liegen auf Platz vier der Tabelle. Am Samstag empfangen sie den "
                    "Tabellenfünften aus Metzingen, der zuletzt dreimal gewonnen hat.",
                    "Der SC Buchbach steht auf Rang sieben. Vor einem Jahr war er zur selben Zeit Tabellenzwölfter und "
                    "hatte den Trainer gewechselt.",
                    "Lea Brunner wurde beim Berglauf Dritte. In ihrer Altersklasse belegte sie Platz eins, und in der "
                    "Mannschaftswertung reichte es zu Rang zwei.",
                    "Die Schule kam im Wettbewerb auf Platz drei. Von Platz zwei trennte sie am Ende nur ein Punkt, "
                    "von Platz eins waren es elf.",
                    "Sie startete von Platz neun, kam aber als Vierte ins Ziel, weil im Regen viele stürzten und zwei "
                    "Favoritinnen aufgaben.",
                });
}

TEST(Ranks, English) {
  expect_marked(kRule, "en",
                {
                    "Thornaby sit fourth in the league after winning at Redcar.\n\nTwo players are back from injury. "
                    "Thornaby are ⟦fifth in the table⟧, the association said in the evening.",
                    "Thornaby Ladies sit fourth in the league. On Saturday they host Yarm, who are fifth and have won "
                    "three in a row.",
                    "Marske United are seventh. A year ago they were twelfth at the same stage and had just sacked "
                    "their manager.",
                    "Isla Munro finished third in the hill race. She was first in her age group and second among the "
                    "club runners.",
                    "The school came third in the contest. It was one point off second place and eleven off first.",
                    "She started ninth on the grid and finished fourth, because many spun off in the rain and two "
                    "favourites retired.",
                });
}

TEST(Ranks, French) {
  expect_marked(
      kRule, "fr",
      {
          "Plan-de-Cuques occupe la quatrième place du championnat après son succès à Nice.\n\nDeux joueuses "
          "reviennent de blessure. Plan-de-Cuques garde la ⟦cinquième place⟧, selon la ligue.",
          "Léa Brunet a pris la troisième place de la course de montagne.\n\nElle signe son record. Pour la ⟦deuxième "
          "place⟧, Brunet a reçu un fromage et un bon d'achat.",
          "Sète est septième du championnat.\n\nTrois victoires de suite ont rendu le sourire au vestiaire. Sète est "
          "⟦huitième du championnat⟧, à égalité avec Bourges.",
          "Les handballeuses de Plan-de-Cuques sont quatrièmes du championnat. Samedi, elles reçoivent Toulon, "
          "cinquième, qui vient de gagner trois fois.",
          "Le FC Sète pointe à la septième place. Il y a un an, il était douzième à la même époque et venait de "
          "changer d'entraîneur.",
          "Léa Brunet a fini troisième de la course. Elle est première de sa catégorie et deuxième du classement par "
          "équipes.",
          "Le lycée a fini troisième du concours. Il est à un point de la deuxième place et à onze de la première.",
          "Partie neuvième sur la grille, elle a terminé quatrième, car la pluie a fait sortir deux favorites.",
      });
}

TEST(Ranks, Spanish) {
  expect_marked(
      kRule, "es",
      {
          "Elda ocupa el cuarto puesto de la liga tras ganar en Alcobendas.\n\nDos jugadoras vuelven de lesión. Elda "
          "mantiene el ⟦quinto puesto⟧, según la federación.",
          "Lea Brualla logró el tercer puesto en la carrera de montaña.\n\nFirmó su mejor marca. Por el ⟦segundo "
          "puesto⟧, Brualla recibió un queso y un vale.",
          "El Arenteiro es séptimo en la tabla.\n\nTres victorias seguidas han devuelto la sonrisa al vestuario. El "
          "Arenteiro es ⟦octavo en la tabla⟧, con los mismos puntos que el Lugo.",
          "Las balonmanistas de Elda son cuartas de la liga. El sábado reciben al Porriño, quinto, que ha ganado tres "
          "seguidos.",
          "El Arenteiro ocupa el séptimo puesto. Hace un año era duodécimo por estas fechas y acababa de cambiar de "
          "entrenador.",
          "Lea Brualla acabó tercera en la carrera. Es primera de su categoría y segunda en la clasificación por "
          "equipos.",
          "El instituto quedó tercero en el concurso. Se quedó a un punto del segundo puesto y a once del primero.",
          "Salió novena y acabó cuarta, porque la lluvia sacó de la pista a dos favoritas.",
      });
}

TEST(Ranks, Italian) {
  expect_marked(
      kRule, "it",
      {
          "Cassano occupa il quarto posto in campionato dopo la vittoria a Erice.\n\nDue giocatrici tornano "
          "dall'infortunio. Cassano mantiene il ⟦quinto posto⟧, secondo la federazione.",
          "Lea Bruni ha conquistato il terzo posto nella corsa in montagna.\n\nHa firmato il suo primato. Per il "
          "⟦secondo posto⟧ Bruni ha ricevuto un formaggio e un buono.",
          "La Vis Pesaro è settima in classifica.\n\nTre vittorie di fila hanno ridato il sorriso allo spogliatoio. La "
          "Vis Pesaro è ⟦ottava in classifica⟧, alla pari con il Rimini.",
          "La Vis Pesaro occupa il settimo posto.\n\nTre vittorie di fila hanno ridato il sorriso allo spogliatoio. "
          "All'⟦ottavo posto⟧ la squadra ha undici punti di vantaggio sulla zona playout e una gara da recuperare.",
          "Le pallamaniste di Cassano sono quarte in campionato. Sabato ospitano Pontinia, quinta, che ne ha vinte tre "
          "di fila.",
          "La Vis Pesaro occupa il settimo posto. Un anno fa era dodicesima nello stesso periodo e aveva appena "
          "cambiato allenatore.",
          "Lea Bruni è arrivata terza nella corsa. È prima nella sua categoria e seconda nella classifica a squadre.",
          "Il liceo è arrivato terzo nel concorso. È a un punto dal secondo posto e a undici dal primo.",
          "Partita nona, ha chiuso quarta, perché la pioggia ha tradito due favorite.",
      });
}

}  // namespace
}  // namespace stet

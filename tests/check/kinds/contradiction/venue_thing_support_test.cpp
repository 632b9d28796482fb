// One house of a short article in two streets. A new house, a second one or another thing parts them.
#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/venue";

TEST(VenueThings, German) {
  expect_marked(
      kRule, "de",
      {
          "Die Bäckerei Loos hat eine Filiale in der Lindengasse. Sie öffnet um sechs.\n\nDie Filiale in der "
          "⟦Rosengasse⟧ läuft gut, deshalb sucht der Chef eine Verkäuferin für die Nachmittage und die Samstage.",
          "Der Fahrradhändler Wenk eröffnet im Mai eine Werkstatt in der Hafenstraße. Zwei Mechaniker sind "
          "eingestellt.\n\nZur Eröffnung der Werkstatt in der ⟦Gerberstraße⟧ gibt es Kaffee, und die ersten zwanzig "
          "Räder werden umsonst geprüft.",
          "Der Fahrradhändler Wenk eröffnet im Mai eine Werkstatt in der Hafenstraße. Die alte Werkstatt in der "
          "Gerberstraße schließt, weil das Haus abgerissen wird.",
          "Die Bäckerei Loos hat eine Filiale in der Mühlgasse und eine in der Torgasse. Die Filiale in der Torgasse "
          "öffnet erst um sieben.",
          "Die Galerie zeigt Aquarelle in der Marktstraße. Ihr Lager in der Ringstraße ist nicht öffentlich, wird aber "
          "am Tag des Denkmals gezeigt.",
      });
}

TEST(VenueThings, English) {
  expect_marked(kRule, "en",
                {
                    "Bike dealer Pemberton will open a workshop in Harbour Street in May. Two mechanics have been "
                    "hired.\n\nThere will be coffee when the workshop in ⟦Tanner Street⟧ opens, and the first twenty "
                    "bikes will be checked for free.",
                    "Bike dealer Pemberton will open a workshop in Harbour Street in May. The old workshop in Tanner "
                    "Street will close, because the house is to be pulled down.",
                    "Lowe's bakery has a branch in Mill Lane and another in Gate Lane. The branch in Gate Lane opens "
                    "an hour later.",
                    "The gallery shows watercolours in Market Street. Its store in Ring Road is closed to the public "
                    "except on heritage day.",
                });
}

TEST(VenueThings, French) {
  expect_marked(
      kRule, "fr",
      {
          "Perrot ouvre en mai un atelier dans la rue Voltaire. Deux mécaniciens sont embauchés.\n\nL'atelier de la "
          "⟦rue Balzac⟧ ouvrira avec un café, et les vélos seront révisés sans frais.",
          "Perrot ouvre en mai une boutique rue Voltaire. Deux mécaniciens sont embauchés.\n\nLa boutique de la ⟦rue "
          "Balzac⟧ ouvrira avec un café, et les vélos seront révisés sans frais.",
          "Le marchand de cycles Perrot ouvre en mai un atelier rue du Port. Deux mécaniciens sont embauchés.\n\nUn "
          "café sera offert à l'ouverture de l'atelier de la ⟦rue des Tanneurs⟧, et les vingt premiers vélos seront "
          "révisés sans frais.",
          "Le marchand de cycles Perrot ouvre en mai un atelier rue du Port. L'ancien atelier de la rue des Tanneurs "
          "fermera, car la maison doit être démolie.",
          "La boulangerie Lous a une boutique rue du Moulin et une autre rue de la Porte. La boutique de la rue de la "
          "Porte ouvre une heure plus tard.",
          "La galerie montre des aquarelles rue du Marché. Sa réserve de la rue du Rempart est fermée au public, sauf "
          "aux journées du patrimoine.",
      });
}

TEST(VenueThings, Spanish) {
  expect_marked(
      kRule, "es",
      {
          "Perona abrirá en mayo un taller en la calle Cervantes. Ha contratado a dos mecánicos.\n\nEl taller de la "
          "⟦calle Quevedo⟧ abrirá con café, y las veinte primeras bicicletas se revisarán gratis.",
          "Perona abrirá en mayo un taller en la calle Cervantes. Ha contratado a dos mecánicos.\n\nEl taller de la "
          "⟦calle Quevedo⟧ abrirá con café y con música.",
          "El ciclista Perona abrirá en mayo un taller en la calle del Puerto. Ha contratado a dos mecánicos.\n\nHabrá "
          "café en la apertura del taller de la ⟦calle Curtidores⟧, y las veinte primeras bicicletas se revisarán "
          "gratis.",
          "El ciclista Perona abrirá en mayo un taller en la calle del Puerto. El antiguo taller de la calle "
          "Curtidores cerrará, porque la casa va a ser derribada.",
          "La panadería Losa tiene una tienda en la calle del Molino y otra en la calle de la Puerta. La tienda de la "
          "calle de la Puerta abre una hora después.",
          "La galería expone acuarelas en la calle Mercado. Su almacén de la calle Ronda no se visita, salvo el día "
          "del patrimonio.",
      });
}

TEST(VenueThings, Italian) {
  expect_marked(kRule, "it",
                {
                    "Perotti aprirà a maggio un negozio in via Manzoni. Ha assunto due meccanici.\n\nIl negozio di "
                    "⟦via Leopardi⟧ aprirà con un caffè, e le biciclette saranno controllate gratis.",
                    "Perotti aprirà a maggio un'officina in via Manzoni. Ha assunto due meccanici.\n\nL'officina di "
                    "⟦via Leopardi⟧ aprirà con un caffè, e le biciclette saranno controllate gratis.",
                    "Il negoziante di biciclette Perotti aprirà a maggio un'officina in via del Porto. Ha assunto due "
                    "meccanici.\n\nCi sarà il caffè all'apertura dell'officina di ⟦via dei Conciatori⟧, e le prime "
                    "venti bici saranno controllate gratis.",
                    "Il negoziante di biciclette Perotti aprirà a maggio un'officina in via del Porto. La vecchia "
                    "officina di via dei Conciatori chiuderà, perché la casa sarà demolita.",
                    "Il panificio Losi ha un negozio in via del Mulino e un altro in via della Porta. Il negozio di "
                    "via della Porta apre un'ora dopo.",
                    "La galleria espone acquerelli in via Mercato. Il suo deposito di via Ronda è chiuso al pubblico, "
                    "tranne nella giornata del patrimonio.",
                });
}

}  // namespace
}  // namespace stet

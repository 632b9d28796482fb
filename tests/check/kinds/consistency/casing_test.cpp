#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "consistency/casing";

void expect(std::string_view language, std::initializer_list<std::string_view> drafts) {
  expect_marked(kRule, language, drafts);
}

TEST(Casing, SmallLettersAmongCapitals) {
  expect("de", {
                   "MEHR AUS DER ⟦TüRKEI⟧",
                   "# ⟦GRüNE⟧ WELLE",
                   "⟦öSTERREICH⟧ HEUTE",
                   "⟦GüTERZüGE⟧ STEHEN STILL",
                   "DIE ⟦BäCKER⟧ STREIKEN",
                   "⟦KöLN⟧ UND ⟦DüSSELDORF⟧",
                   "- ⟦MüNCHEN⟧",
                   "**⟦ÜBERFäLLE⟧**",
                   "DIE ⟦REGIErUNG⟧ TAGT",
                   "⟦FRÜHlING⟧ IM TAL",
                   "⟦GRÖßEnWAHN⟧",
                   "IM ⟦CAFé⟧ AM RING",
                   "⟦JäGER⟧-LATEIN",
                   "⟦ZüRICH⟧",
               });
  expect("en", {
                   "NEWS FROM ⟦TüRKIYE⟧",
                   "⟦CAFé⟧ SOCIETY",
                   "⟦FIANCéE⟧ TELLS ALL",
                   "⟦GOVERnMENT⟧ FALLS",
                   "⟦PARLIaMENT⟧ MEETS",
                   "## ⟦SãOS⟧ PAULO",
                   "⟦MáLAGA⟧ WINS",
                   "THE ⟦BRONTëS⟧ AT HOME",
                   "⟦CURAçAO⟧",
                   "⟦RéSUMé⟧",
               });
  expect("fr", {"⟦FRANçAIS⟧ ET ⟦ÉLèVES⟧", "⟦éTATS⟧-UNIS", "L'⟦éCOLE⟧", "⟦MéTéO⟧", "⟦LYCéE⟧", "⟦CRèME⟧", "⟦HôTEL⟧",
                "⟦FêTES⟧", "⟦DéPUTéS⟧", "⟦SOCIéTé⟧"});
  expect("es", {"⟦ESPAñA⟧", "⟦MéXICO⟧", "⟦AÑOñAL⟧", "⟦MáLAGA⟧", "⟦CóRDOBA⟧", "⟦ÁVIlAS⟧", "⟦NIñOS⟧", "⟦PERúS⟧",
                "⟦POLíTICA⟧", "⟦ECONOMíA⟧"});
  expect("it", {"⟦CITTà⟧", "⟦UNIVERSITà⟧", "⟦GOVErNO⟧", "⟦MILaNO⟧", "⟦ECONOmIA⟧", "⟦CULTuRA⟧", "⟦POLITiCA⟧",
                "⟦METEoRE⟧", "⟦CALCiATO⟧", "⟦SPETTaCOLI⟧"});
}

TEST(Casing, TwoCapitalsOfAWordThatHasOneElsewhere) {
  expect("de", {
                   "⟦DEutschland⟧ siegt. In Deutschland jubelt man.",
                   "Die ⟦REgierung⟧ tagt. Die Regierung ruht.",
                   "Wir ⟦HAben⟧ es. Wir haben es.",
                   "⟦EUropa⟧ wählt. Europa zählt.",
                   "⟦ÖSterreich⟧ siegt. In Österreich jubelt man.",
                   "⟦DIese⟧ Stadt. Und diese auch.",
               });
  expect("en", {
                   "⟦UNited⟧ we stand. A united front.",
                   "⟦LOndon⟧ calls. London waits.",
                   "⟦THere⟧ it is. It is there.",
                   "⟦THese⟧ left. These won.",
                   "⟦PArliament⟧ met. Parliament voted.",
               });
}

TEST(Casing, AdjectivesOfAPhraseThatIsSmallElsewhere) {
  expect("de", {
                   "Eine vertrauensbildende Maßnahme hilft. Das gilt als ⟦Vertrauensbildende Maßnahme⟧.",
                   "Der eine ⟦Außergewöhnliche Umstand⟧ zählt. Ein außergewöhnliche Umstand eben.",
                   "Mit ⟦Öffentlichen Mitteln⟧ bauen. Mit öffentlichen Mitteln leben.",
                   "Die ⟦Gemeinnützige Arbeit⟧ hilft. Viel gemeinnützige Arbeit.",
                   "Das ist ⟦Ehrenamtliche Arbeit⟧. Wer ehrenamtliche Arbeit tut.",
                   "Die ⟦Dringende Bitte⟧. Eine dringende Bitte. Noch eine dringende Bitte.",
               });
  expect("de", {
                   "Der Regierende Bürgermeister kam.",
                   "Das Auswärtige Amt und das Auswärtige Amt. Kein auswärtige Amt.",
                   "Die Vereinigten Staaten. Die Vereinigten Staaten.",
                   "# Eine Vertrauensbildende Maßnahme\n\nEine vertrauensbildende Maßnahme.",
                   "Vertrauensbildende Maßnahme fehlt. Eine vertrauensbildende Maßnahme.",
                   "Er sagte: „Vertrauensbildende Maßnahme.“ Eine vertrauensbildende Maßnahme.",
                   "Das Öffentliche ist öffentlich. Die öffentliche Hand.",
                   "Die öffentlichen Mittel und die öffentlichen Mittel.",
               });
}

TEST(Casing, AbbreviationsBrandsAndNames) {
  expect("de", {
                   "Die GmbH und die GbR, der MdB und die AfD.",
                   "Die NATOs und UNHCRs dieser Welt, die SPDler und CDUler.",
                   "GROßE STRAßE, FUßBALL",
                   "TNFα, IFNγ und PPARγ. µTORRENT.",
                   "Das BAföG, das BfArM, der TüV.",
                   "PKWs, LKWs, WLANs, FFP2-Masken.",
                   "macOS, iPHONE, LaTeX, NoSQL, GHz, kWh.",
                   "Die DDRler, ABBAs, CDs.",
                   "Die KITas. Die KITa.",
                   "`TüRKEI`",
                   "Die EU-Türkei. EUs Türen.",
                   "Türkei TÜRKEI türkei",
                   "IJssel. Ijs.",
                   "McDONALD und MacDONALD.",
                   "Der DAX. Das ÄÖÜ. ä Ä.",
                   "WÄHLERiNNEN, LeserInnen, BürgerInnen.",
                   "E-MAIL, T-Shirt, X-Beine, U-Bahn.",
                   "DM, Dm, dM.",
                   "Die USA. In den USa.",
               });
  expect("en", {
                   "McDONALD and MacDONALD.",
                   "iPhone, eBay, YouTube, LinkedIn.",
                   "PhDs, MPs, CEOs, NGOs, DVDs.",
                   "NASAs and NATOs.",
                   "IPods. An iPod.",
                   "MoMA and LaTEX, NoSQL.",
                   "UNESCOs. COVIDs.",
                   "TNFα and IFNγ.",
                   "O'NEILL, D'ARCY, DE LA CRUZ.",
                   "LGBTQs, LGBTQIa.",
                   "The Foreign Minister and the foreign minister.",
                   "PCs and Pcs and pcs.",
                   "BBC1, MP3s, H2O, COVID19s.",
                   "Café, café, CAFÉ.",
                   "MSc, BSc, LLB, LLM.",
                   "USSRs, GDRs.",
                   "DeVITO, VanDYKE.",
                   "AFLs. NFLers.",
               });
  expect("fr", {"La SNCF et les PME.", "L'ÉTAT et les ÉLÈVES.", "Les RERs.", "Le Café.", "Mme, Mlle, Dr.", "CGTistes.",
                "L'OTANs.", "Les ONGs.", "N°5.", "AMANHû."});
  expect("es", {"La ONU y las ONGs.", "EE.UU.", "PPistas.", "ESPAÑA.", "España.", "MÉXICO.", "La RAE.", "El IVAs.",
                "Los DVDs.", "UGTs."});
  expect("it", {"La RAI e i DVD.", "CITTÀ.", "Città.", "L'UE.", "PERCHÉ.", "CGILs.", "Le ONGs.", "I PCs.", "SpA e Srl.",
                "COOPs."});
}

TEST(Casing, TheFixWritesCapitals) {
  EXPECT_EQ(fixed(kRule, "MEHR AUS DER TüRKEI", Format::kMarkdown, "de"), "MEHR AUS DER TÜRKEI");
  EXPECT_EQ(findings(kRule, "AUS DER TüRKEI", Format::kMarkdown, "de"),
            "1:9 “TüRKEI” small letter in a word of capitals: “TüRKEI”\n");
  EXPECT_EQ(findings(kRule, "Rote LIste, rote Liste.", Format::kMarkdown, "de"),
            "1:6 “LIste” “LIste” here, “Liste” elsewhere\n  1:18 “Liste” “Liste” here\n");
}

// A name that begins with a small letter has a capital where a sentence begins.
TEST(Casing, ASentenceMayBeginWithEBay) {
  expect("en", {"EBay sells old lamps. Most users of eBay know. She asked eBay.",
                "She sold it to ⟦EBay⟧ users. Most users of eBay know. She asked eBay."});
}

TEST(Casing, HalfOfANameIsSmall) {
  expect("en", {"It was the Home Office that asked. Later the ⟦Home office⟧ had no reply.",
                "They joined the Arctic Council. Later the ⟦arctic Council⟧ met.",
                "The Kent County Council met, and the Kent county show was wet.",
                "# The Home Office\n\nThe home office of a writer is small."});
  expect("de",
         {"Die Technische Hochschule rief. Dann trat die ⟦Technische hochschule⟧ zurück. Die Technische Hochschule.",
          "Kleine Betriebe leiden, und kleine Betriebe sterben."});
}

TEST(Casing, AWordVariesBehindItsArticle) {
  expect("fr", {"Vendredi, le Parlement a dit non. Samedi, le ⟦parlement⟧ a dit oui.",
                "Le Parlement de Paris et le parlement ont dit non."});
  expect("it", {"Venerdì il Consiglio ha detto no. Sabato il ⟦consiglio⟧ ha detto sì."});
}

TEST(Casing, DaysAndMonthsOfRomanceLanguagesAreSmall) {
  expect("es", {"La obra empieza el ⟦Jueves⟧ y acaba el 3 de ⟦Marzo⟧ de 2031.",
                "El Jueves Santo y la plaza del 2 de Mayo.", "Jueves, 3 de marzo."});
  expect("fr", {"⟦LEs⟧ voisins dorment. ⟦LE⟧ maire veille.", "LE MANS a gagné, LES VERTS aussi."});
}

}  // namespace
}  // namespace stet

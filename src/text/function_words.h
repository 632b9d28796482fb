// The commonest small words of some languages. Own list; a word may stand in several languages.
#pragma once

#include <string_view>

namespace stet {

struct FunctionWords {
  std::string_view language;
  std::string_view words;  // separated by spaces
};

// The languages that articles are checked in, and those that could be taken for one of them.
inline constexpr FunctionWords kFunctionWords[] = {
    {"de",
     "der die das und ist nicht den dem des ein eine einen einem einer mit auf für von sich auch im zu werden wird "
     "wurde sind hat haben nach bei aus um über sie er es an als wie noch nur dass oder aber sein seine zum zur war"},
    {"en",
     "the of and to in is that for it was on are as with his they at be this from have or by one had not but what "
     "all were when your can said there an each which she do how their if will has been would who its"},
    {"fr",
     "le la les des du de et est un une en que qui dans pour pas sur au aux avec ce cette son sa ses par plus ne se "
     "il elle nous vous ont été sont mais ou leur comme être fait deux d l qu n s c"},
    {"es",
     "el la los las de del y en que un una es por con para su al lo como más pero sus se no fue ha sobre este entre "
     "cuando muy sin también hasta hay donde desde todo nos ya son está años"},
    {"it",
     "il lo la i gli le di del della dei delle e è un una che in per con non su al alla ai nel nella da dal dalla si "
     "sono ha come più anche ma o se suo sua questo questa stato essere l d dell nell dopo anni"},
    {"nl",
     "de het een en van in is dat op te zijn voor met niet aan er om ook als dan maar bij uit nog naar heeft door "
     "worden werd hij zij wordt deze dit over tot zich wel geen meer"},
    {"pt",
     "o a os as de do da dos das e em no na nos nas que um uma é para por com não se mais ao como mas foi ele sua seu "
     "são também pelo pela até isso entre depois sem ou já está anos"},
    {"pl",
     "i w z na do nie się jest to że o jak za od po przez dla są ale ich oraz jego był była było być tym tego który "
     "która które przy ze czy także już tylko roku"},
    {"sv",
     "och att det i en på är som för av med den till inte han om ett var men sig från vi så kan har de hon nu efter "
     "över också skulle eller"},
    {"da",
     "og at det i en på er som for af med den til ikke han om et var men sig fra vi så kan har de hun nu efter over "
     "også skulle eller blev"},
    {"nb",
     "og at det i en på er som for av med den til ikke han om et var men seg fra vi så kan har de hun nå etter over "
     "også skulle eller ble"},
    {"cs",
     "a v se na je že s z do to o i jako za by ale po který které která jsou pro podle byl byla bylo také už jen při "
     "od nebo ve když"},
    {"sk",
     "a v sa na je že s z do to o i ako za by ale po ktorý ktoré ktorá sú pre podľa bol bola bolo tiež už len pri od "
     "alebo vo keď"},
    {"ro",
     "și în de la a cu pe nu o care este din să un mai ce fi pentru că au sunt fost sau al ale după prin lui dar"},
    {"ca",
     "el la els les de del i en que un una és per amb no als seva seu com més però han aquest aquesta també ha al "
     "dels entre fins anys són d l"},
    {"gl",
     "o a os as de do da dos das e en no na que un unha é para por con non se máis ao como pero foi súa seu son "
     "tamén ata entre"},
    {"af",
     "die en van in is het nie dat op te vir met sy hy aan om ook as maar by uit nog na was word deur hulle kan wat"},
    {"lb", "d de den dat an am a vun ass mat net op eng en fir sech och zu ginn gouf hunn huet si et wéi ma"},
    {"tr", "ve bir bu da de için ile olarak çok daha gibi olan kadar sonra ise ancak değil ya ne en her tarafından"},
    {"hu", "a az és hogy nem is egy van ez volt meg csak de mint már ki el még vagy után azt"},
    {"fi", "ja on ei se että oli hän mutta kun myös joka ovat sen mukaan olla kuin tai niin jo vain"},
};

}  // namespace stet

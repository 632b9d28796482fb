#include "text/dictionary.h"

#include <gtest/gtest.h>

#include "support/run_stet.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

void write_dictionary(const TemporaryFolder& folder, const std::string& name, const std::string& encoding,
                      const std::string& words) {
  folder.write("words/" + name + ".aff", "SET " + encoding + "\n");
  folder.write("words/" + name + ".dic", "9\n" + words);
}

TEST(Dictionaries, AnyOfTheLanguageMayKnowAWord) {
  const TemporaryFolder folder;
  write_dictionary(folder, "de_DE", "UTF-8", "Straße\n");
  write_dictionary(folder, "de_CH", "UTF-8", "Strasse\n");
  write_dictionary(folder, "den_XX", "UTF-8", "Rue\n");
  const Dictionaries dictionaries({folder.path("words")});
  EXPECT_EQ(dictionaries.know(Language("de"), "Straße"), true);
  EXPECT_EQ(dictionaries.know(Language("de"), "Strasse"), true);
  EXPECT_EQ(dictionaries.know(Language("de"), "Rue"), false);
}

TEST(Dictionaries, NothingWhereThereIsNone) {
  const TemporaryFolder folder;
  write_dictionary(folder, "it_IT", "ISO8859-1", "strada\n");
  EXPECT_EQ(Dictionaries({folder.path("words")}).know(Language("it"), "strada"), std::nullopt);
  EXPECT_EQ(Dictionaries({folder.path("missing")}).know(Language("it"), "strada"), std::nullopt);
}

TEST(Dictionaries, TellAMisspeltWordFromAnotherWord) {
  const TemporaryFolder folder;
  write_dictionary(folder, "en_GB", "UTF-8", "marmalades\ncontained\ncontacted\nfriendlier\nfriendliest\n");
  folder.write("a.md",
               "They contained the marmelades and the friendliest rooms.\n\n"
               "Then they contacted marmalades and friendlier ones.\n");
  const RunResult without = run_shell("DICPATH= stet check a.md", folder.path());
  EXPECT_EQ(without.out, "nothing found in 1 file\n");
  const RunResult with = run_shell("DICPATH=words stet check -q --output-format concise a.md", folder.path());
  EXPECT_EQ(with.out,
            "a.md:1:20: warning[consistency/near-miss-spelling] “marmelades” here, “marmalades” elsewhere: one of them "
            "is misspelt\n");
}

}  // namespace
}  // namespace stet

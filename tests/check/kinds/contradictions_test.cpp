// The short texts of fixtures/contradictions: RULE.LANGUAGE.txt holds one a line, + with ⟦…⟧ around what
// contradiction/RULE must report, - for what must stay silent; ¶ parts paragraphs. In a folder below, GROUP/RULE.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "support/marked.h"

namespace stet {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(STET_SOURCE_DIR) / "fixtures/contradictions";

// Those with as many examples in every main language as in German and English (scripts/examples lists the others).
constexpr std::string_view kFull[] = {"consistency/casing",
                                      "consistency/name-variant",
                                      "consistency/near-miss-spelling",
                                      "consistency/organisation-name",
                                      "consistency/quote-style",
                                      "consistency/unbalanced",
                                      "contradiction/age",
                                      "contradiction/alive",
                                      "contradiction/denial",
                                      "contradiction/direction",
                                      "contradiction/figure",
                                      "contradiction/headline",
                                      "contradiction/name",
                                      "contradiction/occasion",
                                      "contradiction/opposite",
                                      "contradiction/origin",
                                      "contradiction/place",
                                      "contradiction/price",
                                      "contradiction/quantity",
                                      "contradiction/recount",
                                      "contradiction/role",
                                      "contradiction/state",
                                      "contradiction/swapped-digits",
                                      "contradiction/time",
                                      "contradiction/toll",
                                      "contradiction/topic",
                                      "contradiction/venue",
                                      "contradiction/vote",
                                      "contradiction/year",
                                      "repetition/doubled-word",
                                      "repetition/duplicate-line",
                                      "repetition/near-duplicate",
                                      "repetition/reworded-sentence"};

std::vector<std::filesystem::path> files() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kFolder)) {
    if (entry.path().extension() == ".txt") found.push_back(entry.path());
  }
  return found;
}

std::string with_paragraphs(std::string text) {
  constexpr std::string_view kMark = " ¶ ";
  for (std::size_t pos = text.find(kMark); pos != std::string::npos; pos = text.find(kMark, pos)) {
    text.replace(pos, kMark.size(), "\n\n");
  }
  return text;
}

TEST(Contradictions, ShortTexts) {
  ASSERT_FALSE(files().empty());
  for (const std::filesystem::path& path : files()) {
    const std::string name = path.stem().string();
    const std::size_t dot = name.find('.');
    ASSERT_NE(dot, std::string::npos) << path;
    const std::string language = name.substr(dot + 1);
    const std::string group = path.parent_path() == kFolder ? "contradiction" : path.parent_path().filename().string();
    const std::string rule = group + "/" + name.substr(0, dot);
    std::ifstream in(path);
    std::size_t guilty = 0;
    std::size_t innocent = 0;
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.starts_with("# ")) continue;
      ASSERT_TRUE(line.starts_with("+ ") || line.starts_with("- ")) << line;
      const bool marked = line.find("⟦") != std::string::npos;
      EXPECT_EQ(marked, line.front() == '+') << line;
      ++(marked ? guilty : innocent);
      const std::string text = with_paragraphs(line.substr(2));
      EXPECT_EQ(remarked(rule, text, language), text) << path;
    }
    const bool is_full = language == "de" || language == "en" || std::ranges::find(kFull, rule) != std::end(kFull);
    const std::size_t least = is_full ? 30 : 12;
    EXPECT_GE(guilty, least) << path;
    EXPECT_GE(innocent, least) << path;
  }
}

}  // namespace
}  // namespace stet

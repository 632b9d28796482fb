// The short texts of fixtures/contradictions: RULE.LANGUAGE.txt holds one a line, + with ⟦…⟧ around what
// contradiction/RULE must report, - for what must stay silent; ¶ parts paragraphs.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/marked.h"

namespace stet {
namespace {

std::vector<std::filesystem::path> files() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(STET_SOURCE_DIR) + "/fixtures/contradictions")) {
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
      EXPECT_EQ(remarked("contradiction/" + name.substr(0, dot), text, name.substr(dot + 1)), text) << path;
    }
    EXPECT_GE(guilty, 30U) << path;
    EXPECT_GE(innocent, 30U) << path;
  }
}

}  // namespace
}  // namespace stet

// The short texts of fixtures/contradictions: RULE.LANGUAGE.txt holds one a line, + with ⟦…⟧ around what
// contradiction/RULE must report, - for what must stay silent; ¶ parts paragraphs. In a folder below, GROUP/RULE.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "support/marked.h"

namespace stet {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(STET_SOURCE_DIR) / "fixtures/contradictions";

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
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.starts_with("# ")) continue;
      ASSERT_TRUE(line.starts_with("+ ") || line.starts_with("- ")) << line;
      const bool marked = line.find("⟦") != std::string::npos;
      EXPECT_EQ(marked, line.front() == '+') << line;
      const std::string text = with_paragraphs(line.substr(2));
      EXPECT_EQ(remarked(rule, text, language), text) << path;
    }
  }
}

}  // namespace
}  // namespace stet

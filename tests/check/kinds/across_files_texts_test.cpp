// The pairs of short texts of fixtures/across-files: GROUP/RULE.LANGUAGE.txt holds one a line, two files parted by ‖,
// + with ⟦…⟧ around what GROUP/RULE must report in the second of them, - for what must stay silent. ¶ parts paragraphs;
// [2025-03-03] before a text is the date of its front matter. {a} is the text of the line "= a …" before it, {a:x;y}
// the same with x for $1 and y for $2.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include "support/run_of_files.h"

namespace stet {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(STET_SOURCE_DIR) / "fixtures/across-files";
constexpr std::string_view kPart = " ‖ ";
constexpr std::string_view kOpen = "⟦";
constexpr std::string_view kClose = "⟧";

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t pos = text.find(what); pos != std::string::npos; pos = text.find(what, pos + with.size())) {
    text.replace(pos, what.size(), with);
  }
}

using Parts = std::map<char, std::string>;

std::string filled(std::string part, std::string_view with) {
  for (int number = 1; !with.empty(); ++number) {
    const std::size_t end = std::min(with.find(';'), with.size());
    replace_all(part, "$" + std::to_string(number), with.substr(0, end));
    with.remove_prefix(std::min(end + 1, with.size()));
  }
  return part;
}

std::string file_of(std::string text, const Parts& parts) {
  constexpr std::size_t kDate = 13;  // bytes of "[2025-03-03] "
  for (std::size_t pos = text.find('{'); pos != std::string::npos; pos = text.find('{', pos)) {
    const std::size_t end = text.find('}', pos);
    const std::string_view inside = std::string_view(text).substr(pos + 1, end - pos - 1);
    text.replace(pos, end + 1 - pos,
                 filled(parts.at(inside.front()), inside.substr(std::min<std::size_t>(2, inside.size()))));
  }
  if (text.starts_with('[')) text = "---\ndate: " + text.substr(1, 10) + "\n---\n\n" + text.substr(kDate);
  replace_all(text, " ¶ ", "\n\n");
  replace_all(text, kOpen, "");
  replace_all(text, kClose, "");
  return text + "\n";
}

TEST(AcrossFiles, ShortTexts) {
  std::size_t read = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kFolder)) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() != ".txt") continue;
    ++read;
    const std::string name = path.stem().string();
    const std::size_t dot = name.find('.');
    ASSERT_NE(dot, std::string::npos) << path;
    const std::string rule = path.parent_path().filename().string() + "/" + name.substr(0, dot);
    const std::string language = name.substr(dot + 1);
    std::ifstream in(path);
    Parts parts;
    std::size_t guilty = 0;
    std::size_t innocent = 0;
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.starts_with("# ")) continue;
      if (line.starts_with("= ")) {
        parts[line[2]] = line.substr(4);
        continue;
      }
      const std::size_t part = line.find(kPart);
      ASSERT_TRUE((line.starts_with("+ ") || line.starts_with("- ")) && part != std::string::npos) << line;
      const std::string second = line.substr(part + kPart.size());
      const std::size_t open = second.find(kOpen);
      EXPECT_EQ(open != std::string::npos, line.front() == '+') << line;
      std::string marked;
      if (open != std::string::npos) {
        const std::size_t begin = open + kOpen.size();
        marked = second.substr(begin, second.find(kClose) - begin);
      }
      ++(marked.empty() ? innocent : guilty);
      EXPECT_EQ(marked_across(rule, file_of(line.substr(2, part - 2), parts), file_of(second, parts), language), marked)
          << path << "\n"
          << line;
    }
    EXPECT_GE(guilty, 30U) << path;
    EXPECT_GE(innocent, 30U) << path;
  }
  EXPECT_GE(read, 25U);
}

}  // namespace
}  // namespace stet

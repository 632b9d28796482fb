// Includes in src/ point one way, from the front doors down to base/, and a library is used only where it
// belongs (docs/architecture.md).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace stet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// From the bottom up: a layer may include itself and those before it.
constexpr std::array<std::string_view, 10> kLayers = {"base", "text",   "document", "facts", "check",
                                                      "rule", "engine", "report",   "lsp",   "cli"};

// Where a library may be used: path prefixes below src/.
struct Library {
  std::string_view header;  // a prefix of the included name
  std::vector<std::string_view> users;
};
const std::vector<Library>& libraries() {
  static const std::vector<Library> table = {
      {"re2/", {"text/"}},
      {"cld2/", {"text/"}},
      {"hunspell/", {"text/"}},
      {"unicode/", {"text/", "facts/", "rule/message"}},
      {"md4c", {"document/"}},
      {"gumbo", {"document/"}},
      {"yaml-cpp/", {"document/"}},
      {"toml++/", {"rule/", "document/front_matter", "document/toml_library"}},
      {"nlohmann/", {"report/", "document/json_ld", "engine/baseline", "lsp/"}},
      {"CLI/", {"cli/"}},
  };
  return table;
}

std::optional<std::size_t> layer_of(std::string_view path) {
  const std::string_view folder = path.substr(0, path.find('/'));
  const auto it = std::find(kLayers.begin(), kLayers.end(), folder);
  if (it == kLayers.end()) return std::nullopt;
  return static_cast<std::size_t>(it - kLayers.begin());
}

// What is wrong with the includes of one file; `path` is relative to src/.
std::vector<std::string> violations(const std::string& path, const std::string& content) {
  const auto own_layer = layer_of(path);
  if (!own_layer) return {path + ": belongs to no layer"};
  std::vector<std::string> found;
  std::istringstream lines(content);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    static const std::regex include(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
    std::smatch match;
    if (!std::regex_search(line, match, include)) continue;
    const std::string name = match[2];
    const std::string place = path + ":" + std::to_string(number) + ": ";
    const auto library = std::find_if(libraries().begin(), libraries().end(),
                                      [&](const Library& l) { return name.starts_with(l.header); });
    if (library != libraries().end()) {
      if (std::none_of(library->users.begin(), library->users.end(), [&](auto user) { return path.starts_with(user); }))
        found.push_back(place + "<" + name + "> is not used in this layer");
    } else if (match[1] == "\"") {
      const auto layer = layer_of(name);
      if (!layer) {
        found.push_back(place + "\"" + name + "\" is not written from src/");
      } else if (*layer > *own_layer) {
        found.push_back(place + "\"" + name + "\" points upwards");
      }
    }
  }
  return found;
}

TEST(Layers, NoIncludePointsUpwards) {
  const std::filesystem::path root = std::filesystem::path(STET_SOURCE_DIR) / "src";
  std::vector<std::string> found;
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
    ++files;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(in), {});
    for (auto& violation : violations(entry.path().lexically_relative(root).generic_string(), content))
      found.push_back(std::move(violation));
  }
  EXPECT_THAT(found, IsEmpty());
  EXPECT_GT(files, 20) << "the test looks in the wrong place";
}

// The linker takes one of two inline functions of one name, constructors and destructors included, for both types.
TEST(Layers, NoTwoHeadersDefineTypesOfOneName) {
  const std::regex definition("^(?:class|struct) ([A-Z]\\w*)(?: final)?(?: : [^;]*)? \\{");
  std::map<std::string, std::string> homes;
  std::vector<std::string> twice;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(STET_SOURCE_DIR) / "src")) {
    if (entry.path().extension() != ".h") continue;
    std::ifstream stream(entry.path());
    for (std::string line; std::getline(stream, line);) {
      std::smatch match;
      if (!std::regex_search(line, match, definition)) continue;
      const auto [home, is_new] = homes.emplace(match[1], entry.path().filename().string());
      if (!is_new) twice.push_back(match[1].str() + " in " + home->second + " and " + entry.path().filename().string());
    }
  }
  EXPECT_GT(homes.size(), 100U);
  EXPECT_THAT(twice, IsEmpty());
}

TEST(Layers, AnIncludeOfAHigherLayerIsFound) {
  EXPECT_THAT(
      violations("text/words.cpp", "#include \"text/words.h\"\n#include <vector>\n#include \"document/document.h\"\n"),
      ElementsAre("text/words.cpp:3: \"document/document.h\" points upwards"));
  EXPECT_THAT(violations("check/kinds/phrase.cpp", "  #  include \"rule/rule.h\"  // why not\n"),
              ElementsAre("check/kinds/phrase.cpp:1: \"rule/rule.h\" points upwards"));
}

TEST(Layers, AnIncludeOfALowerLayerIsNot) {
  EXPECT_THAT(violations("cli/main.cpp", "#include \"base/span.h\"\n#include \"report/json.h\"\n#include <string>\n"),
              IsEmpty());
}

TEST(Layers, ALibraryOutsideItsLayerIsFound) {
  EXPECT_THAT(violations("facts/matcher.cpp", "#include <re2/re2.h>\n"),
              ElementsAre("facts/matcher.cpp:1: <re2/re2.h> is not used in this layer"));
  EXPECT_THAT(violations("text/regex.cpp", "#include <re2/re2.h>\n"), IsEmpty());
  EXPECT_THAT(violations("engine/run.cpp", "#include \"CLI/CLI.hpp\"\n"),
              ElementsAre("engine/run.cpp:1: <CLI/CLI.hpp> is not used in this layer"));
}

TEST(Layers, ARelativeIncludeIsFound) {
  EXPECT_THAT(violations("text/words.cpp", "#include \"../engine/run.h\"\n#include \"utf8.h\"\n"),
              ElementsAre("text/words.cpp:1: \"../engine/run.h\" is not written from src/",
                          "text/words.cpp:2: \"utf8.h\" is not written from src/"));
}

TEST(Layers, AFileInAnUnknownFolderIsFound) {
  EXPECT_THAT(violations("util/helpers.h", ""), ElementsAre("util/helpers.h: belongs to no layer"));
}

}  // namespace
}  // namespace stet

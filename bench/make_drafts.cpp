// Writes the drafts to measure on: make_drafts FOLDER gives FOLDER/long.md, FOLDER/many/ and FOLDER/line.md.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "drafts.h"

namespace {

bool write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  return file.good();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: make_drafts FOLDER\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder / "many");
  const stet::bench::Draft big = stet::bench::long_draft();
  bool written = write_file(folder / big.path, big.text);
  for (const auto& draft : stet::bench::many_drafts())
    written = write_file(folder / "many" / draft.path, draft.text) && written;
  written = write_file(folder / "line.md", "Jetzt Newsletter abonnieren!\n") && written;
  return written ? 0 : 1;
}

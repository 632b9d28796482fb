// Writes the image of the built-in rules: embed_rules RULES_DIRECTORY IMAGE.
#include <cstdio>
#include <fstream>
#include <string>

#include "base/error_text.h"
#include "rule/image.h"
#include "rule/ruleset.h"

namespace {

int fail(const stet::Errors& errors) {
  std::fputs(stet::to_text(errors).c_str(), stderr);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: embed_rules RULES_DIRECTORY IMAGE\n", stderr);
    return 2;
  }
  auto source = stet::load_rules(argv[1], nullptr);
  if (!source.ok()) return fail(source.error());
  // The binary must not know where it was built.
  for (stet::Rule& rule : source->rules) rule.file = "rules/" + rule.name + ".toml";
  const auto checked = stet::RuleSet::compile(*source);
  if (!checked.ok()) return fail(checked.error());
  const auto image = stet::write_image(std::move(*source));
  if (!image.ok()) return fail(image.error());
  std::ofstream stream(argv[2], std::ios::binary);
  stream << *image;
  stream.close();
  if (stream.good()) return 0;
  std::fprintf(stderr, "%s: can't write the image\n", argv[2]);
  return 1;
}

// The rules embedded in the binary.
#include <string_view>

#include "rule/image.h"
#include "rule/ruleset.h"

extern "C" const char stet_rules_image_begin[];
extern "C" const char stet_rules_image_end[];

namespace stet {
namespace {

std::string_view image() {
  return {stet_rules_image_begin, static_cast<std::size_t>(stet_rules_image_end - stet_rules_image_begin)};
}

}  // namespace

RuleSet RuleSet::builtin() { return view(image()); }

RuleSource builtin_source() { return read_image(image()); }

Result<RuleSet, Errors> RuleSet::extend_builtin(RuleSource more) { return extend(image(), std::move(more)); }

Result<RuleSet, Errors> builtin_with(const std::vector<std::string>& directories) {
  if (directories.empty()) return RuleSet::builtin();
  RuleSource all = builtin_source();
  RuleSource own;
  for (const std::string& directory : directories) {
    auto more = load_rules(directory, &all);
    if (!more.ok()) return more.error();
    all.add(*more);
    own.add(std::move(*more));
  }
  return RuleSet::extend_builtin(std::move(own));
}

}  // namespace stet

// Any bytes as a rule file: it is read or refused, and what is refused has a place in the file.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/error_text.h"
#include "rule/ruleset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto rule = stet::parse_rule("own/rule", "rule.toml", text, stet::Lexicon());
  if (!rule.ok()) {
    if (rule.error().empty() || stet::to_text(rule.error()).empty()) std::abort();
  }
  return 0;
}

// Any bytes as stet.toml.
#include "engine/config.h"

#include <cstdint>
#include <string>

#include "base/error_text.h"
#include "rule/ruleset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const stet::RuleSet rules = stet::RuleSet::builtin();
  stet::Errors errors;
  const stet::Config config =
      stet::parse_config("stet.toml", "/", std::string(reinterpret_cast<const char*>(data), size), errors);
  for (const stet::Error& error : stet::unknown_rules(config, rules)) errors.push_back(error);
  (void)stet::to_text(errors);
  return 0;
}

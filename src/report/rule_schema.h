// The JSON Schema of rule files, made from what the kinds of check declare.
#pragma once

#include <string>

namespace stet {

// JSON Schema draft-07, indented, with a line feed at the end. schema/rule.schema.json holds it for editors.
std::string rule_schema();

}  // namespace stet

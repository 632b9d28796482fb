// JSON, written directly: a report of a hundred thousand findings takes no tree of values first.
#pragma once

#include <string>
#include <string_view>

#include "engine/diagnostic.h"

namespace stet {

// A JSON string with its quotes. Broken UTF-8 (a path may hold any bytes) becomes U+FFFD.
void append_json(std::string& out, std::string_view text);

// "span": {…}, "start": {…}, "end": {…}: the members of a place, without braces.
void append_place(std::string& out, const Place& place);

// A finding as the object that schema/diagnostics.schema.json describes, on one line.
void append_json(std::string& out, const Diagnostic& diagnostic);

}  // namespace stet

#include "report/json_text.h"

#include <fmt/format.h>

#include <iterator>

#include "text/utf8.h"

namespace stet {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) continue;
    out.append(text.substr(done, i - done));
    done = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
    }
  }
  out.append(text.substr(done));
}

void append_span(std::string& out, DiskSpan span) {
  fmt::format_to(std::back_inserter(out), R"("span": {{"start": {}, "end": {}}})", span.begin, span.end);
}

void append_position(std::string& out, std::string_view key, const Position& position) {
  fmt::format_to(std::back_inserter(out), R"("{}": {{"line": {}, "column": {}, "utf16": {}}})", key, position.line,
                 position.column, position.utf16);
}

void append_fix(std::string& out, const Fix& fix) {
  out += R"({"title": )";
  append_json(out, fix.title);
  out += fix.safe ? R"(, "safe": true, "edits": [)" : R"(, "safe": false, "edits": [)";
  const char* separator = "{";
  for (const Edit& edit : fix.edits) {
    out += separator;
    append_span(out, edit.span);
    out += R"(, "text": )";
    append_json(out, edit.text);
    out += '}';
    separator = ", {";
  }
  out += "]}";
}

}  // namespace

void append_place(std::string& out, const Place& place) {
  append_span(out, place.span);
  out += ", ";
  append_position(out, "start", place.start);
  out += ", ";
  append_position(out, "end", place.end);
}

void append_json(std::string& out, std::string_view text) {
  out += '"';
  append_escaped(out, valid_utf8(text));
  out += '"';
}

void append_json(std::string& out, const Diagnostic& diagnostic) {
  out += R"({"path": )";
  append_json(out, diagnostic.place.path);
  out += R"(, "rule": )";
  append_json(out, diagnostic.rule);
  out += R"(, "severity": ")";
  out += severity_name(diagnostic.severity);
  out += R"(", "message": )";
  append_json(out, diagnostic.message);
  out += ", ";
  append_place(out, diagnostic.place);
  out += R"(, "excerpt": )";
  append_json(out, diagnostic.excerpt);
  out += R"(, "related": [)";
  const char* separator = R"({"path": )";
  for (const Related& related : diagnostic.related) {
    out += separator;
    append_json(out, related.place.path);
    out += ", ";
    append_place(out, related.place);
    out += R"(, "message": )";
    append_json(out, related.message);
    out += '}';
    separator = R"(, {"path": )";
  }
  out += R"(], "fixes": [)";
  separator = "";
  for (const Fix& fix : diagnostic.fixes) {
    out += separator;
    append_fix(out, fix);
    separator = ", ";
  }
  out += "]}";
}

}  // namespace stet

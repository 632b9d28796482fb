#include "support/checking.h"

#include <gtest/gtest.h>

#include "engine/check_file.h"
#include "rule/ruleset.h"
#include "text/utf8.h"

namespace stet {
namespace {

const RuleSet& rules() {
  static const RuleSet set = RuleSet::builtin();
  return set;
}

CheckOptions only(std::string_view rule) {
  CheckOptions options;
  bool found = false;
  for (const Rule& one : rules().rules()) {
    options.enabled.push_back(one.name == rule);
    found = found || one.name == rule;
  }
  EXPECT_TRUE(found) << rule;
  return options;
}

}  // namespace

std::vector<Diagnostic> findings_of(std::string_view rule, std::string bytes, const std::string& path) {
  auto source = SourceText::from_bytes(std::move(bytes));
  if (!source.ok()) {
    ADD_FAILURE() << source.error().message;
    return {};
  }
  return check_source(path, std::move(source).value(), rules(), only(rule)).diagnostics;
}

std::vector<std::string> marked_by(std::string_view rule, const std::string& bytes, const std::string& path) {
  std::vector<std::string> marked;
  for (const Diagnostic& found : findings_of(rule, bytes, path)) {
    const DiskSpan span = found.place.span;
    EXPECT_LE(span.end, bytes.size());
    marked.push_back(bytes.substr(span.begin, span.size()));
  }
  return marked;
}

std::string fixed_by(std::string_view rule, std::string bytes, const std::string& path, bool unsafe) {
  return fix_file(path, std::move(bytes), rules(), only(rule), unsafe, [](FileReport&) { /* all may be fixed */ })
      .bytes;
}

std::string utf16(std::string_view text) {
  std::string out = "\xFF\xFE";
  const auto add = [&out](char32_t unit) {
    out += static_cast<char>(unit & 0xFFU);
    out += static_cast<char>(unit >> 8U);
  };
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    if (c.value < 0x10000) {
      add(c.value);
    } else {
      add(0xD800 + ((c.value - 0x10000) >> 10U));
      add(0xDC00 + ((c.value - 0x10000) & 0x3FFU));
    }
  }
  return out;
}

}  // namespace stet

#include "text/pattern_node.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

std::string no_word() { return pattern_detail::class_regex(pattern_detail::kNoWordSet); }

void append_literal(std::string& out, std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    if (c.value < 128 && char_class(c.value) == CharClass::kOther) out += '\\';
    append_utf8(out, c.value);
  }
}

std::string text_regex(const std::string& text, PatternSyntax syntax) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const pattern_detail::Letter letter = pattern_detail::letter_at(text, pos, syntax);
    pos += letter.length;
    if (!letter.set.empty()) {
      out += letter.set;
      if (letter.is_run) out += '+';
    } else if (letter.texts.size() == 1) {
      append_literal(out, letter.texts[0]);
    } else {
      for (const std::string_view& one : letter.texts) {
        out += &one == letter.texts.data() ? "(?:" : "|";
        append_literal(out, one);
      }
      out += ')';
    }
  }
  return out;
}

}  // namespace

namespace pattern_detail {

Letter letter_at(std::string_view text, std::size_t pos, PatternSyntax syntax) {
  const CodePoint c = decode_at(text, pos);
  if (c.value == ' ' || c.value == 0xA0) return {c.length, '[' + std::string(kSpaceSet) + ']', true, {}};
  const std::string_view itself = text.substr(pos, c.length);
  if (syntax != PatternSyntax::kPhrase) return {c.length, "", false, {itself}};
  if (text.substr(pos).starts_with("ss")) return {2, "", false, {"ss", "ß", "ẞ"}};
  switch (c.value) {
    case '\'':
    case 0x2019:
      return {c.length, R"(['\x{2019}\x{2018}\x{2BC}\x{B4}`])", false, {}};
    case '-':
    case 0x2013:
    case 0x2014:
      return {c.length, R"([\-\x{2010}-\x{2015}\x{2212}])", false, {}};
    case '"':
      return {c.length, R"(["\x{201C}-\x{201F}\x{AB}\x{BB}])", false, {}};
    case 0x2026:
      return {c.length, "", false, {"…", "..."}};
    case 0xDF:
      return {c.length, "", false, {"ß", "ẞ", "ss"}};
    default:
      return {c.length, "", false, {itself}};
  }
}

std::string node_regex(const Pattern::Node& node, PatternSyntax syntax) {
  using Type = Pattern::Node::Type;
  std::string out;
  switch (node.type) {
    case Type::kText:
      return text_regex(node.text, syntax);
    case Type::kClass:
    case Type::kAnchor:
      return node.text;
    case Type::kConcat:
      for (const Pattern::Node& child : node.children) {
        const bool bracket = child.type == Type::kAlternatives;
        if (bracket) out += "(?:";
        out += node_regex(child, syntax);
        if (bracket) out += ')';
      }
      return out;
    case Type::kAlternatives:
      for (const Pattern::Node& child : node.children) {
        if (&child != node.children.data()) out += '|';
        out += node_regex(child, syntax);
      }
      return out;
    case Type::kGroup:
      if (node.text[0] == '?') return '(' + node.text + ':' + node_regex(node.children[0], syntax) + ')';
      return "(?P<" + node.text + ">" + node_regex(node.children[0], syntax) + ")";
    case Type::kRepeat: {
      out = "(?:" + node_regex(node.children[0], syntax) + ")";
      if (node.min == 0 && node.max == 1) {
        out += '?';
      } else if (node.max < 0 && node.min <= 1) {
        out += node.min == 0 ? '*' : '+';
      } else {
        out += '{' + std::to_string(node.min) + ',' + (node.max < 0 ? "" : std::to_string(node.max)) + '}';
      }
      if (node.lazy) out += '?';
      return out;
    }
  }
  return out;
}

}  // namespace pattern_detail

std::string Pattern::to_regex(bool case_sensitive) const {
  std::string out = case_sensitive ? "(?m)" : "(?im)";
  if (edge_before_) out += R"((?:\A|)" + no_word() + ")";
  out += '(' + pattern_detail::node_regex(*root_, syntax_) + ')';
  if (edge_after_) out += "(?:" + no_word() + R"(|\z))";
  return out;
}

}  // namespace stet

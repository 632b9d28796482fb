#include "text/pattern_node.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

std::string spaces() { return "[" + std::string(pattern_detail::kSpaceSet) + "]+"; }
std::string no_word() { return "(?-i:[" + std::string(pattern_detail::kNoWordSet) + "])"; }

void append_char(std::string& out, char32_t c, PatternSyntax syntax) {
  if (c == ' ' || c == 0xA0) {
    out += spaces();
    return;
  }
  if (syntax == PatternSyntax::kPhrase) {
    switch (c) {
      case '\'':
      case 0x2019:
        out += R"(['\x{2019}\x{2018}\x{2BC}\x{B4}`])";
        return;
      case '-':
      case 0x2013:
      case 0x2014:
        out += R"([\-\x{2010}-\x{2015}\x{2212}])";
        return;
      case '"':
        out += R"(["\x{201C}-\x{201F}\x{AB}\x{BB}])";
        return;
      case 0x2026:
        out += R"((?:\x{2026}|\.\.\.))";
        return;
      case 0xDF:
        out += "(?:ß|ẞ|ss)";
        return;
      default:
        break;
    }
  }
  if (c < 128 && char_class(c) == CharClass::kOther) out += '\\';
  append_utf8(out, c);
}

std::string text_regex(const std::string& text, PatternSyntax syntax) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    if (syntax == PatternSyntax::kPhrase && text.compare(pos, 2, "ss") == 0) {
      out += "(?:ss|ß|ẞ)";
      pos += 2;
      continue;
    }
    append_char(out, c.value, syntax);
    pos += c.length;
  }
  return out;
}

}  // namespace

namespace pattern_detail {

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

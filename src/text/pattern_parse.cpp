#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>

#include "text/pattern_class.h"
#include "text/pattern_node.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

using Node = Pattern::Node;
using Type = Node::Type;
using pattern_detail::kDigitSet;
using pattern_detail::kSpaceSet;
using pattern_detail::kWordSet;

std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString from = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::string out;
  (U_SUCCESS(status) != 0 ? nfc->normalize(from, status) : from).toUTF8String(out);
  return out;
}

class Parser {
 public:
  Parser(std::string_view text, PatternSyntax syntax, const LexiconWords& lexicon)
      : text_(text), syntax_(syntax), lexicon_(lexicon) {}

  bool parse(Node& root) {
    if (text_.empty()) return fail("empty");
    if (!alternatives(root)) return false;
    return at_end() || fail("')' without '('");
  }

  bool edge_before = false;
  bool edge_after = false;
  Error error;

 private:
  [[nodiscard]] bool phrase() const { return syntax_ == PatternSyntax::kPhrase; }
  [[nodiscard]] bool at_end() const { return pos_ >= text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return pos_ + ahead < text_.size() ? text_[pos_ + ahead] : '\0';
  }
  bool eat(std::string_view s) {
    if (text_.substr(pos_).substr(0, s.size()) != s) return false;
    pos_ += s.size();
    return true;
  }

  bool fail(std::string message) {
    error.message = std::move(message);
    error.column = static_cast<std::uint32_t>(count_code_points(text_.substr(0, std::min(pos_, text_.size())))) + 1;
    return false;
  }

  bool alternatives(Node& out) {
    std::vector<Node> branches(1);
    if (!row(branches.back())) return false;
    while (eat("|")) {
      branches.emplace_back();
      if (!row(branches.back())) return false;
    }
    if (branches.size() == 1) {
      out = std::move(branches[0]);
    } else {
      out.type = Type::kAlternatives;
      out.children = std::move(branches);
    }
    return true;
  }

  bool row(Node& out) {
    out.type = Type::kConcat;
    while (!at_end() && peek() != '|' && peek() != ')') {
      Node node;
      bool skip = false;
      bool quantifiable = true;
      if (!atom(node, skip, quantifiable)) return false;
      if (skip) continue;
      if (!quantifier(node, quantifiable)) return false;
      // Neighbouring characters make one text.
      if (node.type == Type::kText && !out.children.empty() && out.children.back().type == Type::kText) {
        out.children.back().text += node.text;
      } else {
        out.children.push_back(std::move(node));
      }
    }
    return true;
  }

  bool atom(Node& node, bool& skip, bool& quantifiable) {
    const char c = peek();
    if (c == '(') return group(node);
    if (c == '[') return char_class(node);
    if (c == '\\') return escape(node, skip);
    if (c == '{' && (phrase() || is_letter(decode_at(text_, pos_ + 1).value))) return lexicon(node);
    if (phrase() && c == '?')
      return fail("'?' has nothing before it that it could make optional; write \\? for a question mark");
    if (!phrase()) {
      if (c == '*' || c == '+' || c == '?') return fail(std::string("'") + c + "' has nothing to repeat");
      if (c == '^' || c == '$') {
        ++pos_;
        node.type = Type::kAnchor;
        node.text = c;
        return true;
      }
      if (c == '.') {
        ++pos_;
        set_class(node, ".", End::kMaybeWord, "");
        return true;
      }
    }
    // In a phrase, + and * behind a plain character are characters.
    quantifiable = true;
    const CodePoint code = decode_at(text_, pos_);
    node.type = Type::kText;
    node.text = text_.substr(pos_, code.length);
    pos_ += code.length;
    return true;
  }

  static void set_class(Node& node, std::string regex, End end, std::string characters) {
    node.type = Type::kClass;
    node.text = std::move(regex);
    node.end = end;
    node.characters = std::move(characters);
  }

  bool group(Node& node) {
    const std::size_t open = pos_;
    ++pos_;
    std::string name;
    if (eat("?:")) {
    } else if (!phrase() && (eat("?i:") || eat("?-i:"))) {
      name = text_.substr(open + 1, pos_ - open - 2);
    } else if (eat("?P<") || eat("?<")) {
      const std::size_t end = text_.find('>', pos_);
      if (end == std::string_view::npos || end == pos_) return fail("a group's name must stand between < and >");
      name = text_.substr(pos_, end - pos_);
      pos_ = end + 1;
    } else if (!phrase() && peek() == '?') {
      return fail("only (?:…), (?i:…) and (?P<name>…) are known groups");
    }
    if (++depth_ > 60) return fail("too many nested groups");
    Node inner;
    if (!alternatives(inner)) return false;
    --depth_;
    if (!eat(")")) {
      pos_ = open;
      return fail("'(' without ')'");
    }
    if (name.empty()) {
      node = std::move(inner);
      if (node.type == Type::kText) wrap(node);
    } else {
      node.type = Type::kGroup;
      node.text = std::move(name);
      node.children.push_back(std::move(inner));
    }
    return true;
  }

  static void wrap(Node& node) {
    Node outer;
    outer.type = Type::kConcat;
    outer.children.push_back(std::move(node));
    node = std::move(outer);
  }

  bool lexicon(Node& node) {
    const std::size_t close = text_.find('}', pos_);
    if (close == std::string_view::npos) return fail("'{' without '}'; write \\{ for the character");
    const std::string_view name = text_.substr(pos_ + 1, close - pos_ - 1);
    const auto words = lexicon_ ? lexicon_(name) : std::nullopt;
    if (!words) return fail("no lexicon \"" + std::string(name) + "\" for this language");
    node.type = Type::kAlternatives;
    for (const std::string& word : *words) {
      Parser parser(word, PatternSyntax::kPhrase, {});
      node.children.emplace_back();
      if (!parser.parse(node.children.back()))
        return fail("in the lexicon's \"" + word + "\": " + parser.error.message);
    }
    pos_ = close + 1;
    return true;
  }

  bool escape(Node& node, bool& skip) {
    const char c = peek(1);
    if (c == '\0') return fail("a backslash at the end escapes nothing");
    pos_ += 2;
    const auto set = [&](std::string_view items, bool negated, End end, std::string characters) {
      set_class(node, pattern_detail::class_regex(items, negated), end, std::move(characters));
      return true;
    };
    switch (c) {
      case 'w':
        return set(kWordSet, false, End::kMaybeWord, "");
      case 'W':
        return set(kWordSet, true, End::kOnlyOther, "");
      case 's':
        return set(kSpaceSet, false, End::kOnlyOther, "");
      case 'S':
        return set(kSpaceSet, true, End::kMaybeWord, "");
      case 'd':
        return set(kDigitSet, false, End::kOnlyWord, std::string(1, static_cast<char>(CharSet::kDigit)));
      case 'D':
        return set(kDigitSet, true, End::kMaybeWord, "");
      case 'b':
        return edge(skip);
      case 'n':
      case 't':
        node.type = Type::kText;
        node.text = c == 'n' ? "\n" : "\t";
        return true;
      case 'p':
      case 'P':
      case 'x': {
        std::size_t end = pos_ + 1;
        if (peek() == '{') end = text_.find('}', pos_) + 1;
        if (end == 0 || end > text_.size()) return fail("a character class or code without its end");
        const std::string_view braced = text_.substr(pos_, end - pos_);
        pos_ = end;
        if (c != 'x') {
          if (const auto items = pattern_detail::property_items(pattern_detail::property_name(braced))) {
            return set(*items, c == 'P', End::kMaybeWord, "");
          }
        }
        set_class(node, std::string("\\") + c + std::string(braced), End::kMaybeWord, "");
        return true;
      }
      default:
        break;
    }
    if (static_cast<unsigned char>(c) < 128 && kBackslashLetters.find(c) != std::string_view::npos) {
      pos_ -= 2;
      return fail(std::string("unknown escape \\") + c);
    }
    pos_ -= 1;
    const CodePoint code = decode_at(text_, pos_);
    node.type = Type::kText;
    node.text = text_.substr(pos_, code.length);
    pos_ += code.length;
    return true;
  }
  static constexpr std::string_view kBackslashLetters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  bool edge(bool& skip) {
    skip = true;
    if (depth_ == 0 && pos_ == 2) {
      edge_before = true;
      return true;
    }
    if (depth_ == 0 && at_end()) {
      edge_after = true;
      return true;
    }
    pos_ -= 2;
    return fail("\\b may stand only at the very beginning or end: inside, RE2 knows ASCII words only");
  }

  bool char_class(Node& node) {
    pattern_detail::ClassParser parser(text_, pos_);
    const bool read = parser.parse(node);
    pos_ = parser.pos();
    return read || fail(parser.message());
  }

  bool quantifier(Node& node, bool quantifiable) {
    while (!at_end() && quantifiable) {
      const char c = peek();
      const bool plain = node.type == Type::kText;
      int min = 0;
      int max = 0;
      if (c == '?') {
        min = 0, max = 1;
        ++pos_;
      } else if ((c == '*' || c == '+') && !(phrase() && plain)) {
        min = c == '+' ? 1 : 0, max = -1;
        ++pos_;
      } else if (c == '{' && peek(1) >= '0' && peek(1) <= '9') {
        if (!counts(min, max)) return false;
      } else {
        return true;
      }
      Node repeat;
      repeat.type = Type::kRepeat;
      repeat.min = min;
      repeat.max = max;
      repeat.lazy = !phrase() && eat("?");
      repeat.children.push_back(std::move(node));
      node = std::move(repeat);
      if (phrase()) return true;
    }
    return true;
  }

  bool counts(int& min, int& max) {
    const std::size_t close = text_.find('}', pos_);
    if (close == std::string_view::npos) return fail("'{' without '}'");
    const char* p = text_.data() + pos_ + 1;
    const char* end = text_.data() + close;
    auto [after, ec] = std::from_chars(p, end, min);
    max = min;
    if (ec == std::errc() && after != end && *after == ',') {
      ++after;
      if (after == end) {
        max = -1;
      } else {
        const auto second = std::from_chars(after, end, max);
        after = second.ptr;
        ec = second.ec;
      }
    }
    if (ec != std::errc() || after != end || min > 1000 || max > 1000 || (max >= 0 && max < min)) {
      return fail("a repetition is written {2}, {2,} or {2,5}, up to 1000");
    }
    pos_ = close + 1;
    return true;
  }

  std::string_view text_;
  PatternSyntax syntax_;
  const LexiconWords& lexicon_;
  std::size_t pos_ = 0;
  int depth_ = 0;
};

}  // namespace

Result<Pattern> Pattern::parse(std::string_view text, PatternSyntax syntax, const LexiconWords& lexicon) {
  const std::string normal = to_nfc(text);
  Parser parser(normal, syntax, lexicon);
  auto root = std::make_shared<Node>();
  if (!parser.parse(*root)) return parser.error;
  if (pattern_detail::can_be_empty(*root)) return Error{.message = "matches the empty text", .column = 1};
  Pattern pattern;
  pattern.syntax_ = syntax;
  // What begins with punctuation or at a line's end needs no word edge there.
  using namespace pattern_detail;
  pattern.edge_before_ = parser.edge_before || (!has_anchor(*root, true) && first_of(*root) != End::kOnlyOther);
  pattern.edge_after_ = parser.edge_after || (!has_anchor(*root, false) && last_of(*root) != End::kOnlyOther);
  pattern.root_ = std::move(root);
  return pattern;
}

}  // namespace stet

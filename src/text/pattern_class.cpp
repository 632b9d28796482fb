#include "text/pattern_class.h"

#include <charconv>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet::pattern_detail {
namespace {

// Whether \x{…} is a symbol's or emoji's code.
bool is_symbol(std::string_view escape) {
  std::uint32_t code = 0;
  const char* begin = escape.data() + (escape.size() > 3 && escape[2] == '{' ? 3 : 2);
  std::from_chars(begin, escape.data() + escape.size(), code, 16);
  return CharSet::is_symbol(code) && char_class(code) == CharClass::kOther;
}

constexpr std::size_t kMostMembers = 12;

}  // namespace

std::string_view property_name(std::string_view braced) {
  return braced.starts_with('{') ? braced.substr(1, braced.size() - 2) : braced;
}

bool ClassParser::parse(Pattern::Node& node) {
  ++pos_;
  if (peek() == '^') {
    negated_ = true;
    ++pos_;
  }
  listed_ = triggers_ = !negated_;
  holds_word_ = holds_other_ = negated_;
  for (bool first = true; !at_end() && (peek() != ']' || first); first = false) {
    is_set_ = false;
    if (!item()) return false;
    after_set_ = is_set_;
    holds_set_ = holds_set_ || is_set_;
  }
  if (at_end()) {
    pos_ = open_;
    return fail("'[' without ']'");
  }
  ++pos_;
  if (items_.empty()) return fail("an empty character class");
  // "Anything but a letter or a digit" is no part of a word.
  if (negated_ && holds_letters_ && holds_numbers_) holds_word_ = false;
  node.type = Pattern::Node::Type::kClass;
  node.text = holds_set_ && !lists_letters_ ? class_regex(items_, negated_) : (negated_ ? "[^" : "[") + items_ + "]";
  node.end = holds_word_ && holds_other_ ? End::kMaybeWord : holds_word_ ? End::kOnlyWord : End::kOnlyOther;
  if (triggers_) node.characters = characters_;
  if (listed_ && members_.size() <= kMostMembers) node.members = members_;
  return true;
}

bool ClassParser::item() {
  if (peek() == '[' && peek(1) == ':') return posix();
  if (peek() == '\\') {
    bool done = false;
    if (!escaped(done)) return false;
    if (done) return true;
    ++pos_;
    if (at_end()) return true;
  } else if (is_range(peek())) {
    range();
    return true;
  }
  const CodePoint code = decode_at(text_, pos_);
  character(code);
  pos_ += code.length;
  return true;
}

bool ClassParser::posix() {
  const std::size_t end = text_.find(":]", pos_);
  if (end == std::string_view::npos) return fail("'[:' without ':]'");
  items_ += text_.substr(pos_, end + 2 - pos_);
  pos_ = end + 2;
  listed_ = triggers_ = false;
  holds_word_ = holds_other_ = true;
  lists_letters_ = true;
  return true;
}

// At a backslash; `done` when it is more than the character behind it.
bool ClassParser::escaped(bool& done) {
  const char c = peek(1);
  done = true;
  switch (c) {
    case 'w':
      triggers_ = false;
      add_set(kWordSet, true);
      return true;
    case 's':
      triggers_ = false;
      add_set(kSpaceSet, false);
      return true;
    case 'd':
      characters_ += static_cast<char>(CharSet::kDigit);
      holds_numbers_ = true;
      add_set(kDigitSet, true);
      return true;
    case 'p':
    case 'P':
    case 'x':
    case 'W':
    case 'S':
    case 'D':
      return code_or_property(c);
    case 'n':
    case 't':
      items_ += std::string("\\") + c;
      pos_ += 2;
      holds_other_ = true;
      listed_ = triggers_ = false;
      return true;
    default:
      done = false;
      return true;
  }
}

void ClassParser::add_set(std::string_view items, bool is_word) {
  items_ += items;
  pos_ += 2;
  listed_ = false;
  is_set_ = true;
  (is_word ? holds_word_ : holds_other_) = true;
}

bool ClassParser::code_or_property(char letter) {
  const bool named = letter == 'p' || letter == 'P' || letter == 'x';
  const std::size_t end = peek(2) == '{' ? text_.find('}', pos_) + 1 : pos_ + (named ? 3 : 2);
  if (end == 0 || end > text_.size()) return fail("a character class or code without its end");
  const std::string_view item = text_.substr(pos_, end - pos_);
  pos_ = end;
  listed_ = false;
  holds_other_ = true;
  symbol_ = letter == 'x' && is_symbol(item);
  if (symbol_) {
    items_ += item;
    characters_ += static_cast<char>(CharSet::kSymbol);
    return true;
  }
  holds_word_ = true;
  triggers_ = false;
  if (letter != 'p') {
    items_ += item;
    lists_letters_ = true;
    return true;
  }
  const std::string_view name = property_name(item.substr(2));
  holds_letters_ = holds_letters_ || name == "L";
  holds_numbers_ = holds_numbers_ || name.starts_with('N');
  const auto items = property_items(name);
  items_ += items ? *items : item;
  (items ? is_set_ : lists_letters_) = true;
  return true;
}

// A '-' between two items.
bool ClassParser::is_range(char c) const {
  return c == '-' && pos_ + 1 < text_.size() && text_[pos_ + 1] != ']' && !items_.empty() && !after_set_;
}

void ClassParser::range() {
  items_ += '-';
  ++pos_;
  listed_ = false;
  if (symbol_) return;
  triggers_ = false;
  holds_word_ = holds_other_ = true;
  lists_letters_ = true;
}

void ClassParser::character(CodePoint code) {
  switch (code.value) {
    case '\\':
    case ']':
    case '[':
    case '^':
    case '-':
      items_ += '\\';
      break;
    default:
      break;
  }
  items_ += text_.substr(pos_, code.length);
  members_.push_back(code.value);
  symbol_ = CharSet::is_symbol(code.value) && !is_word_char(code.value);
  if (is_word_char(code.value)) {
    holds_word_ = true;
    lists_letters_ = lists_letters_ || is_letter(code.value);
    triggers_ = triggers_ && is_digit(code.value);
    if (triggers_) characters_ += static_cast<char>(CharSet::kDigit);
  } else {
    holds_other_ = true;
    if (is_space(code.value)) triggers_ = false;
    characters_ += static_cast<char>(CharSet::bucket(code.value));
  }
}

}  // namespace stet::pattern_detail

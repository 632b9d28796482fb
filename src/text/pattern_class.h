// The part of the pattern parser that reads [abc], [^a-z] and [\w.-]. Private to pattern*.cpp.
#pragma once

#include <string>
#include <string_view>

#include "text/pattern_node.h"
#include "text/utf8.h"

namespace stet::pattern_detail {

// What stands between the braces of \p{Lu}, or the letter of \pL.
std::string_view property_name(std::string_view braced);

class ClassParser {
 public:
  // `pos` (bytes) is the place of the '['.
  ClassParser(std::string_view text, std::size_t pos) : text_(text), open_(pos), pos_(pos) {}

  // Makes `node` a class: \w, \s, \d and letters become Unicode sets; few listed characters are remembered. False when
  // it can't be read; then message() says why, and pos() where.
  bool parse(Pattern::Node& node);

  // Behind the class, or at what can't be read.
  [[nodiscard]] std::size_t pos() const { return pos_; }
  [[nodiscard]] const std::string& message() const { return message_; }

 private:
  [[nodiscard]] bool at_end() const { return pos_ >= text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return pos_ + ahead < text_.size() ? text_[pos_ + ahead] : '\0';
  }
  bool fail(const char* message) {
    message_ = message;
    return false;
  }

  bool item();
  bool posix();
  bool escaped(bool& done);
  bool code_or_property(char letter);
  void add_set(std::string_view items, bool is_word);
  [[nodiscard]] bool is_range(char c) const;
  void range();
  void character(CodePoint code);

  std::string_view text_;
  std::size_t open_;
  std::size_t pos_;
  std::string message_;

  bool negated_ = false;
  std::string items_;
  std::vector<char32_t> members_;
  bool listed_ = true;          // whether members_ are all of it
  bool holds_word_ = false;     // whether a character of a word may be in it
  bool holds_other_ = false;    // whether another one may be
  bool holds_letters_ = false;  // the property
  bool holds_numbers_ = false;  // the property
  bool holds_set_ = false;      // a set whose case must not be folded
  bool lists_letters_ = false;  // letters of its own, whose case may matter
  bool triggers_ = true;        // whether each member brings one of characters_
  std::string characters_;      // see Requirement
  bool symbol_ = false;         // whether the last item is one, so that a range from it is
  bool is_set_ = false;         // whether the item being read is a set
  bool after_set_ = false;      // whether the last item was one: no range goes from it
};

}  // namespace stet::pattern_detail

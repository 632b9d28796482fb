#include <unicode/uniset.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>

#include "text/pattern_node.h"
#include "text/phrase_form.h"
#include "text/program_writer.h"
#include "text/scan_machine.h"
#include "text/utf8.h"

namespace stet {
namespace {

using Node = Pattern::Node;
using Type = Node::Type;

const icu::UnicodeSet& everything() {
  static const icu::UnicodeSet set(0, 0x10FFFF);
  return set;
}

// Reads the items of a class as they are given to RE2. Whatever it does not know may be any character.
class SetReader {
 public:
  explicit SetReader(std::string_view items) : items_(items) {}

  icu::UnicodeSet read() {
    while (known_ && pos_ < items_.size()) item();
    return known_ ? set_ : everything();
  }

 private:
  void item() {
    UChar32 first = 0;
    if (!character(first)) return;
    if (pos_ + 1 < items_.size() && items_[pos_] == '-') {
      ++pos_;
      UChar32 last = 0;
      if (character(last)) set_.add(first, last);
      return;
    }
    set_.add(first);
  }

  // False when it was a set, which is taken in, or is not known.
  bool character(UChar32& value) {
    if (items_[pos_] != '\\') {
      const CodePoint c = decode_at(items_, pos_);
      value = static_cast<UChar32>(c.value);
      pos_ += c.length;
      known_ = known_ && !(c.value == '[' && items_.substr(pos_).starts_with(':'));
      return known_;
    }
    const char letter = pos_ + 1 < items_.size() ? items_[pos_ + 1] : '\0';
    pos_ += 2;
    switch (letter) {
      case 'x':
        return code(value);
      case 'n':
      case 't':
        value = letter == 'n' ? '\n' : '\t';
        return true;
      case 's':  // RE2's: \t\n\f\r and the space
        set_.add('\t').add('\n').add('\f').add('\r').add(' ');
        return false;
      default:
        break;
    }
    known_ = known_ && !std::isalnum(static_cast<unsigned char>(letter));
    value = static_cast<unsigned char>(letter);
    return known_;
  }

  bool code(UChar32& value) {
    const bool braces = pos_ < items_.size() && items_[pos_] == '{';
    const std::size_t begin = braces ? pos_ + 1 : pos_;
    const std::size_t end = braces ? items_.find('}', pos_) : pos_ + 2;
    if (end > items_.size()) return known_ = false;
    const auto read = std::from_chars(items_.data() + begin, items_.data() + end, value, 16);
    known_ = known_ && read.ec == std::errc();
    pos_ = braces ? end + 1 : end;
    return known_;
  }

  std::string_view items_;
  std::size_t pos_ = 0;
  bool known_ = true;
  icu::UnicodeSet set_;
};

// What a class's expression may match, whatever the case.
icu::UnicodeSet set_of(std::string_view regex) {
  if (regex == ".") return icu::UnicodeSet(everything()).remove('\n');
  if (regex.starts_with("\\x")) return SetReader(regex).read().closeOver(USET_CASE_INSENSITIVE);
  constexpr std::string_view kExact = "(?-i:";
  const bool exact = regex.starts_with(kExact);
  if (exact) regex = regex.substr(kExact.size(), regex.size() - kExact.size() - 1);
  if (regex.size() < 2 || regex.front() != '[') return everything();
  const bool negated = regex[1] == '^';
  const std::string_view items = regex.substr(negated ? 2 : 1, regex.size() - (negated ? 3 : 2));
  icu::UnicodeSet set = SetReader(items).read();
  if (negated && set != everything()) set.complement();
  return exact ? set : set.closeOver(USET_CASE_INSENSITIVE);
}

class Compiler : public pattern_detail::ProgramWriter {
 public:
  void begin(bool edge_before) {
    if (edge_before) put_set(PhraseOp::kAfterSet, pattern_detail::class_regex(pattern_detail::kNoWordSet));
  }

  bool node(const Node& node) {
    switch (node.type) {
      case Type::kText:
        text(node.text);
        return true;
      case Type::kClass:
        put_set(PhraseOp::kSet, node.text);
        return true;
      case Type::kAnchor:
        put(node.text == "^" ? PhraseOp::kLineBegin : PhraseOp::kLineEnd);
        return true;
      case Type::kConcat:
      case Type::kGroup:
        return std::all_of(node.children.begin(), node.children.end(), [&](const Node& n) { return this->node(n); });
      case Type::kAlternatives:
        return alternatives(node.children.size(), [&](std::size_t i) { return this->node(node.children[i]); });
      case Type::kRepeat:
        // Counting far would cost much and tell little.
        return repeat(std::min(node.min, kFewest), node.max > kMost ? -1 : node.max,
                      [&] { return this->node(node.children[0]); });
    }
    return true;
  }

  // The sets lie behind the instructions.
  std::vector<PhraseInstruction> finish() {
    put(PhraseOp::kMatch);
    for (const auto& [regex, uses] : sets_) {
      const icu::UnicodeSet set = set_of(regex);
      std::vector<std::pair<char32_t, char32_t>> ranges;
      for (int i = 0; i < set.getRangeCount(); ++i) {
        ranges.emplace_back(static_cast<char32_t>(set.getRangeStart(i)), static_cast<char32_t>(set.getRangeEnd(i)));
      }
      for (const std::uint32_t use : uses) program[use] = phrase_instruction(phrase_op(program[use]), here());
      const auto words = scan_set(ranges);
      program.insert(program.end(), words.begin(), words.end());
    }
    return std::move(program);
  }

 private:
  static constexpr int kFewest = 3;
  static constexpr int kMost = 8;

  void put_set(PhraseOp op, const std::string& regex) {
    sets_[regex].push_back(here());
    put(op);
  }

  void text(const std::string& text) {
    for (std::size_t pos = 0; pos < text.size();) {
      const CodePoint c = decode_at(text, pos);
      pos += c.length;
      if (c.value == ' ' || c.value == 0xA0) {
        repeat(1, -1, [&] {
          put_set(PhraseOp::kSet, pattern_detail::class_regex(pattern_detail::kSpaceSet));
          return true;
        });
        continue;
      }
      const Folding folded = phrase_form(c.value);
      for (unsigned i = 0; i < folded.size; ++i) put(PhraseOp::kChar, folded.to[i]);
    }
  }

  std::map<std::string, std::vector<std::uint32_t>> sets_;  // where each is asked for
};

}  // namespace

std::vector<PhraseInstruction> Pattern::to_scan_program() const {
  Compiler compiler;
  compiler.begin(edge_before_);
  compiler.node(*root_);
  return compiler.finish();
}

}  // namespace stet

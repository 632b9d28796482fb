#include <unicode/uniset.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "text/pattern_node.h"
#include "text/program_writer.h"
#include "text/scan_classes.h"
#include "text/utf8.h"

namespace stet {
namespace {

using Node = Pattern::Node;
using Type = Node::Type;

const icu::UnicodeSet& everything() {
  static const icu::UnicodeSet set(0, 0x10FFFF);
  return set;
}

// Reads the items of a class as they are given to RE2. Properties are left to RE2.
class SetReader {
 public:
  explicit SetReader(std::string_view items) : items_(items) {}

  std::optional<icu::UnicodeSet> read() {
    while (known_ && pos_ < items_.size()) item();
    return known_ ? std::optional(set_) : std::nullopt;
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

icu::UnicodeSet folded(icu::UnicodeSet set, bool fold) { return fold ? set.closeOver(USET_CASE_INSENSITIVE) : set; }

// What a class's expression matches.
std::optional<icu::UnicodeSet> set_of(std::string_view regex, bool fold) {
  if (regex == ".") return icu::UnicodeSet(everything()).remove('\n');
  const bool is_class = regex.starts_with('[');
  constexpr std::string_view kExact = "(?-i:[";
  if (!is_class && !regex.starts_with(kExact)) {
    const auto set = SetReader(regex).read();
    return set ? std::optional(folded(*set, fold)) : std::nullopt;
  }
  if (!is_class) regex = regex.substr(kExact.size() - 1, regex.size() - kExact.size());
  const bool negated = regex.size() > 1 && regex[1] == '^';
  const auto read = SetReader(regex.substr(negated ? 2 : 1, regex.size() - (negated ? 3 : 2))).read();
  if (!read) return std::nullopt;
  icu::UnicodeSet set = folded(*read, fold && is_class);
  if (negated) set.complement();
  return set;
}

class Compiler : public pattern_detail::ProgramWriter<ScanOp> {
 public:
  Compiler(PatternSyntax syntax, bool fold) : syntax_(syntax), fold_(fold) {}

  // False for what only RE2 knows.
  bool whole(const Node& root, bool edge_before, bool edge_after) {
    const std::string edge = pattern_detail::class_regex(pattern_detail::kNoWordSet);
    const auto either = [&](ScanOp end, bool end_first) {
      return alternatives(2, [&](std::size_t i) {
        if ((i == 0) != end_first) return put_set(edge);
        put(end);
        return true;
      });
    };
    if (edge_before && !either(ScanOp::kTextBegin, true)) return false;
    if (!saved(root)) return false;
    if (edge_after && !either(ScanOp::kTextEnd, false)) return false;
    put(ScanOp::kMatch);
    return program.size() <= kLongest;
  }

  std::vector<ScanWord> finish() {
    pattern_detail::ScanClasses classes = pattern_detail::scan_classes(sets_);
    for (ScanWord& word : program) {
      if (scan_op(word) == ScanOp::kSet) word = scan_instruction(ScanOp::kSet, scan_argument(word) * classes.set_size);
    }
    classes.header.saves = saves_;
    classes.header.instructions = here();
    const auto* header = reinterpret_cast<const ScanWord*>(&classes.header);
    std::vector<ScanWord> words(header, header + ScanProgram::kHeaderWords);
    for (const auto* part : {&classes.characters, &program, &classes.sets}) {
      words.insert(words.end(), part->begin(), part->end());
    }
    return words;
  }

 private:
  static constexpr std::size_t kLongest = 20000;

  bool node(const Node& node) {
    if (program.size() > kLongest) return false;
    switch (node.type) {
      case Type::kText:
        return text(node.text);
      case Type::kClass:
        return put_set(node.text);
      case Type::kAnchor:
        put(node.text == "^" ? ScanOp::kLineBegin : ScanOp::kLineEnd);
        return true;
      case Type::kConcat:
        return std::all_of(node.children.begin(), node.children.end(), [&](const Node& n) { return this->node(n); });
      case Type::kGroup:
        return group(node);
      case Type::kAlternatives:
        return alternatives(node.children.size(), [&](std::size_t i) { return this->node(node.children[i]); });
      case Type::kRepeat:
        if (node.max == 0 || (node.max < 0 && pattern_detail::can_be_empty(node.children[0]))) return false;
        return repeat(
            node.min, node.max, [&] { return this->node(node.children[0]); },
            node.lazy ? ScanOp::kSplitLate : ScanOp::kSplit);
    }
    return true;
  }

  bool group(const Node& node) {
    if (node.text[0] != '?') return saved(node.children[0]);
    const bool outside = std::exchange(fold_, node.text == "?i");
    const bool known = this->node(node.children[0]);
    fold_ = outside;
    return known;
  }

  // In a repetition the same group is written several times.
  bool saved(const Node& node) {
    const auto [group, is_new] = groups_.emplace(&node, saves_);
    if (is_new) saves_ += 2;
    const std::uint32_t first = group->second;
    put(ScanOp::kSave, first);
    if (!this->node(node)) return false;
    put(ScanOp::kSave, first + 1);
    return true;
  }

  bool put_set(const std::string& regex) {
    const auto set = set_of(regex, fold_);
    if (set) put_set(*set);
    return set.has_value();
  }

  void put_set(const icu::UnicodeSet& set) {
    const auto at = std::find(sets_.begin(), sets_.end(), set);
    put(ScanOp::kSet, static_cast<std::uint32_t>(at - sets_.begin()));
    if (at == sets_.end()) sets_.push_back(set);
  }

  bool text(const std::string& text) {
    bool known = true;
    for (std::size_t pos = 0; known && pos < text.size();) {
      const pattern_detail::Letter letter = pattern_detail::letter_at(text, pos, syntax_);
      pos += letter.length;
      if (!letter.set.empty()) {
        const auto once = [&] { return put_set(letter.set); };
        known = letter.is_run ? repeat(1, -1, once) : once();
        continue;
      }
      known = alternatives(letter.texts.size(), [&](std::size_t i) {
        for (std::size_t at = 0; at < letter.texts[i].size();) {
          const CodePoint c = decode_at(letter.texts[i], at);
          at += c.length;
          const auto code = static_cast<UChar32>(c.value);
          put_set(folded(icu::UnicodeSet(code, code), fold_));
        }
        return true;
      });
    }
    return known;
  }

  PatternSyntax syntax_;
  bool fold_;
  std::uint32_t saves_ = 0;
  std::map<const Node*, std::uint32_t> groups_;  // the number of each one's first place
  std::vector<icu::UnicodeSet> sets_;
};

}  // namespace

std::vector<ScanWord> Pattern::to_scan_program(bool case_sensitive) const {
  Compiler compiler(syntax_, !case_sensitive);
  if (!compiler.whole(*root_, edge_before_, edge_after_)) return {};
  return compiler.finish();
}

}  // namespace stet

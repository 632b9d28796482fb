#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "text/pattern_node.h"
#include "text/phrase_form.h"
#include "text/phrase_program.h"
#include "text/program_writer.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace pattern_detail {
namespace {

using Node = Pattern::Node;
using Type = Node::Type;

constexpr std::size_t kLongestProgram = 6000;
constexpr std::size_t kMostLeading = 8;

class Compiler : public ProgramWriter<PhraseOp> {
 public:
  // False for what only a regular expression can say.
  bool node(const Node& node) {
    if (program.size() > kLongestProgram) return false;
    switch (node.type) {
      case Type::kText:
        for (const std::uint32_t op : text(node.text)) program.push_back(op);
        return true;
      case Type::kClass:
        return one_of(node);
      case Type::kConcat:
        return std::all_of(node.children.begin(), node.children.end(), [&](const Node& n) { return this->node(n); });
      case Type::kAlternatives: {
        std::vector<Branch> branches(node.children.size());
        for (std::size_t i = 0; i < branches.size(); ++i) add_steps(node.children[i], branches[i]);
        return one_of_branches(std::vector<std::span<const Step>>(branches.begin(), branches.end()));
      }
      case Type::kRepeat:
        return repeat(node);
      case Type::kAnchor:
      case Type::kGroup:
        return false;
    }
    return false;
  }

 private:
  // Of an alternative: an instruction, or what has to be compiled.
  struct Step {
    std::uint32_t instruction = 0;
    const Node* node = nullptr;
  };
  using Branch = std::vector<Step>;

  static std::vector<std::uint32_t> text(const std::string& text) {
    std::vector<std::uint32_t> ops;
    const std::string form = phrase_form(text);
    for (std::size_t pos = 0; pos < form.size();) {
      const CodePoint c = decode_at(form, pos);
      pos += c.length;
      ops.push_back(c.value == ' ' ? phrase_instruction(PhraseOp::kSpace)
                                   : phrase_instruction(PhraseOp::kChar, c.value));
    }
    return ops;
  }

  static void add_steps(const Node& node, Branch& branch) {
    if (node.type == Type::kText) {
      for (const std::uint32_t op : text(node.text)) branch.push_back({op, nullptr});
    } else if (node.type == Type::kConcat) {
      for (const Node& child : node.children) add_steps(child, branch);
    } else {
      branch.push_back({0, &node});
    }
  }

  // Branches that begin alike share their beginning: a machine follows one thread for all of them.
  bool one_of_branches(const std::vector<std::span<const Step>>& branches) {
    std::vector<std::vector<std::span<const Step>>> groups;
    for (const std::span<const Step> branch : branches) {
      const auto begins_alike = [&](const std::vector<std::span<const Step>>& group) {
        const std::span<const Step> other = group.front();
        if (branch.empty() || other.empty()) return branch.empty() && other.empty();
        return branch[0].node == nullptr && other[0].node == nullptr && branch[0].instruction == other[0].instruction;
      };
      const auto known = std::ranges::find_if(groups, begins_alike);
      (known == groups.end() ? groups.emplace_back() : *known).push_back(branch);
    }
    return alternatives(groups.size(), [&](std::size_t i) {
      std::vector<std::span<const Step>>& group = groups[i];
      if (group.front().empty()) return true;
      if (group.size() == 1) {
        return std::ranges::all_of(group.front(), [&](const Step& step) { return this->step(step); });
      }
      program.push_back(group.front()[0].instruction);
      for (std::span<const Step>& branch : group) branch = branch.subspan(1);
      return one_of_branches(group);
    });
  }

  bool step(const Step& step) {
    if (step.node != nullptr) return node(*step.node);
    program.push_back(step.instruction);
    return program.size() <= kLongestProgram;
  }

  bool one_of(const Node& node) {
    if (!node.members.empty()) {
      std::vector<Branch> branches;
      for (const char32_t member : node.members) {
        std::string letter;
        append_utf8(letter, member);
        Branch& branch = branches.emplace_back();
        for (const std::uint32_t op : text(letter)) branch.push_back({op, nullptr});
      }
      return one_of_branches(std::vector<std::span<const Step>>(branches.begin(), branches.end()));
    }
    if (node.text == class_regex(kWordSet)) {
      put(PhraseOp::kWord);
    } else if (node.text == class_regex(kDigitSet)) {
      put(PhraseOp::kDigit);
    } else if (node.text == class_regex(kWordSet, true)) {
      put(PhraseOp::kNoWord);
    } else if (node.text == class_regex(kSpaceSet, true)) {
      put(PhraseOp::kNoSpace);
    } else if (node.text == class_regex(kSpaceSet)) {
      put(PhraseOp::kSpace);
    } else {
      return false;
    }
    return true;
  }

  bool repeat(const Node& node) {
    return !node.lazy && ProgramWriter::repeat(node.min, node.max, [&] { return this->node(node.children[0]); });
  }
};

}  // namespace

std::size_t most_words(const Node& node) {
  const auto capped = [](std::size_t n) { return std::min(n, Pattern::kAnyWords); };
  switch (node.type) {
    case Type::kText: {
      std::vector<Word> words;
      cut_words(node.text, words);
      return capped(words.size());
    }
    case Type::kClass:
      return node.end == End::kOnlyOther ? 0 : 1;
    case Type::kAnchor:
      return 0;
    case Type::kConcat:
    case Type::kGroup: {
      std::size_t sum = 0;
      for (const Node& child : node.children) sum = capped(sum + most_words(child));
      return sum;
    }
    case Type::kAlternatives: {
      std::size_t most = 0;
      for (const Node& child : node.children) most = std::max(most, most_words(child));
      return most;
    }
    case Type::kRepeat: {
      const Node& child = node.children[0];
      const std::size_t one = most_words(child);
      if (child.type == Type::kClass && (child.text == class_regex(kWordSet) || child.end == End::kOnlyWord))
        return one;
      if (one == 0) return 0;
      return node.max < 0 ? Pattern::kAnyWords : capped(one * static_cast<std::size_t>(node.max));
    }
  }
  return Pattern::kAnyWords;
}

std::size_t most_leading(const Node& node) {
  switch (node.type) {
    case Type::kText: {
      std::size_t count = 0;
      for (std::size_t pos = 0; pos < node.text.size() && count < kMostLeading; ++count) {
        const CodePoint c = decode_at(node.text, pos);
        if (is_word_char(c.value)) break;
        pos += c.length;
      }
      return count;
    }
    case Type::kClass:
      return node.end == End::kOnlyWord ? 0 : 1;
    case Type::kAnchor:
      return 0;
    case Type::kConcat:
    case Type::kGroup: {
      std::size_t sum = 0;
      for (const Node& child : node.children) {
        sum += most_leading(child);
        if (first_of(child) == End::kOnlyWord && !can_be_empty(child)) break;
        if (last_of(child) == End::kOnlyWord && !can_be_empty(child)) break;
      }
      return std::min(sum, kMostLeading);
    }
    case Type::kAlternatives: {
      std::size_t most = 0;
      for (const Node& child : node.children) most = std::max(most, most_leading(child));
      return most;
    }
    case Type::kRepeat: {
      const std::size_t one = most_leading(node.children[0]);
      return node.max < 0 && one > 0 ? kMostLeading
                                     : std::min(kMostLeading, one * static_cast<std::size_t>(std::max(node.max, 1)));
    }
  }
  return kMostLeading;
}

}  // namespace pattern_detail

std::size_t Pattern::most_words() const { return pattern_detail::most_words(*root_); }

std::optional<PhraseProgram> Pattern::to_program() const {
  pattern_detail::Compiler compiler;
  if (!compiler.node(*root_)) return std::nullopt;
  compiler.put(PhraseOp::kMatch);
  return PhraseProgram{std::move(compiler.program), pattern_detail::most_leading(*root_)};
}

}  // namespace stet

// The tree that Pattern::parse() makes. Private to pattern*.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/pattern.h"
#include "text/pattern_sets.h"

namespace stet {

// What a node may match at one of its ends.
enum class End : std::uint8_t { kOnlyOther, kMaybeWord, kOnlyWord };

struct Pattern::Node {
  enum class Type : std::uint8_t {
    kText,    // literal characters, NFC
    kClass,   // one character of a set
    kAnchor,  // ^ $
    kConcat,
    kAlternatives,
    kRepeat,
    kGroup,  // a capturing group with a name, or (?i:…) with "?i"
  };
  Type type = Type::kConcat;
  std::string text;               // kText; kClass, kAnchor: for RE2; kGroup: its name or flag
  std::vector<char32_t> members;  // kClass: all of its characters, when they are few and listed
  End end = End::kMaybeWord;      // kClass
  std::string characters;         // kClass: the trigger that each member brings (see Requirement), or empty
  int min = 1;                    // kRepeat
  int max = 1;                    // kRepeat; -1: no limit
  bool lazy = false;              // kRepeat
  std::vector<Node> children;
};

namespace pattern_detail {

// How many words a match of the node may begin (rather too many), up to kAnyWords; how many characters that are none
// of a word may stand before its first word.
std::size_t most_words(const Pattern::Node& node);
std::size_t most_leading(const Pattern::Node& node);

// All texts of a node, when there are at most `limit`.
std::optional<std::vector<std::string>> expand(const Pattern::Node& node, std::size_t limit);
// The same for a row of nodes.
std::optional<std::vector<std::string>> expand(const Pattern::Node* nodes, std::size_t count, std::size_t limit);

// `outside` is what stands before (after) the whole.
Requirement require(const Pattern::Node& node, bool edge_before, bool edge_after);

// What the node's first (last) character may be. Nothing when it can be empty. And whether it is a line's end.
std::optional<End> first_of(const Pattern::Node& node);
std::optional<End> last_of(const Pattern::Node& node);
bool has_anchor(const Pattern::Node& node, bool front);
bool can_be_empty(const Pattern::Node& node);

std::string node_regex(const Pattern::Node& node, PatternSyntax syntax);

// What a character of a literal text stands for.
struct Letter {
  std::size_t length = 0;               // bytes of the text
  std::string set;                      // one of these characters, a class for RE2; or else
  bool is_run = false;                  // one or more of them
  std::vector<std::string_view> texts;  // one of these, the first rather than the last
};
Letter letter_at(std::string_view text, std::size_t pos, PatternSyntax syntax);

}  // namespace pattern_detail
}  // namespace stet

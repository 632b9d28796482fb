// How deep a page's elements lie within each other, told from its tags.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stet {

// Follows the tags of a page nearly as an HTML5 parser does; where it can't know, the nesting is the deeper one.
class HtmlNesting {
 public:
  // A tag's name in small letters.
  void open(std::string_view name, bool self_closing);
  void close(std::string_view name);

  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  // Whether a mark such as <b> is open: the parser then looks at all open elements for each character.
  [[nodiscard]] bool in_mark() const { return marks_ > 0; }
  // Within SVG or MathML, where the words of HTML mean nothing.
  [[nodiscard]] bool in_foreign() const { return !open_.empty() && open_.back().foreign; }

 private:
  using Name = std::uint64_t;  // a hash
  enum Kind : std::uint8_t { kOther, kMark, kSpecial, kBarrier, kTable };
  struct Element {
    Name name = 0;
    Kind kind = kOther;
    bool foreign = false;
  };

  static Name hash(std::string_view name);
  static Kind kind_of(std::string_view name);
  void push(Name name, Kind kind, bool foreign);
  void pop_to(std::size_t depth);
  void leave_foreign();

  std::vector<Element> open_;
  std::unordered_map<Name, std::size_t> counts_;
  std::size_t marks_ = 0;
};

}  // namespace stet

// Which of many permissions touch a finding, in logarithmic time: a draft may hold as many comments as findings.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/span.h"

namespace stet {

class PermissionIndex {
 public:
  // To be added by where they begin. `number` is what taken() is told.
  void add(std::size_t number, SourceSpan reach);

  // Whether any of them touches the finding: overlaps it, or holds the place of an empty one. `taken` is called once
  // for each that was never told before. Nothing is added after the first call.
  bool touches(SourceSpan finding, const std::function<void(std::size_t)>& taken);

 private:
  struct Entry {
    std::size_t number = 0;
    std::uint32_t begin = 0;
    std::uint32_t farthest = 0;  // end of those up to it
  };
  struct Query {
    std::size_t limit = 0;   // only entries before it
    std::uint64_t need = 0;  // and with such a value in tree_
    const std::function<void(std::size_t)>* taken = nullptr;
  };

  void grow_tree();
  void take(std::size_t node, std::size_t first, std::size_t count, const Query& query);

  std::vector<Entry> entries_;
  std::vector<std::uint64_t> tree_;  // the greatest 1 + end below a node, 0 for those that are told; a full binary tree
  std::vector<std::uint32_t> ends_;  // until the tree is there
};

}  // namespace stet

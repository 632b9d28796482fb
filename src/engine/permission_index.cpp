#include "engine/permission_index.h"

#include <algorithm>
#include <bit>

namespace stet {

void PermissionIndex::add(std::size_t number, SourceSpan reach) {
  const std::uint32_t before = entries_.empty() ? 0 : entries_.back().farthest;
  entries_.push_back({number, reach.begin, std::max(before, reach.end)});
  ends_.push_back(reach.end);
}

bool PermissionIndex::touches(SourceSpan finding, const std::function<void(std::size_t)>& taken) {
  // An empty finding touches what begins or ends where it is, another one does not.
  const std::uint64_t above = finding.empty() ? 0 : 1;
  const auto after =
      std::ranges::partition_point(entries_, [&](const Entry& entry) { return entry.begin + above <= finding.end; });
  if (after == entries_.begin() || std::prev(after)->farthest < finding.begin + above) return false;
  grow_tree();
  const Query query{static_cast<std::size_t>(after - entries_.begin()), finding.begin + above + 1, &taken};
  take(1, 0, tree_.size() / 2, query);
  return true;
}

void PermissionIndex::grow_tree() {
  if (!tree_.empty()) return;
  const std::size_t leaves = std::bit_ceil(ends_.size());
  tree_.resize(2 * leaves);
  for (std::size_t i = 0; i < ends_.size(); ++i) tree_[leaves + i] = std::uint64_t{ends_[i]} + 1;
  for (std::size_t i = leaves; i-- > 1;) tree_[i] = std::max(tree_[2 * i], tree_[2 * i + 1]);
  ends_ = {};
}

void PermissionIndex::take(std::size_t node, std::size_t first, std::size_t count, const Query& query) {
  if (first >= query.limit || tree_[node] < query.need) return;
  if (count == 1) {
    (*query.taken)(entries_[first].number);
    tree_[node] = 0;
    return;
  }
  take(2 * node, first, count / 2, query);
  take(2 * node + 1, first + count / 2, count / 2, query);
  tree_[node] = std::max(tree_[2 * node], tree_[2 * node + 1]);
}

}  // namespace stet

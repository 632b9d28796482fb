#include "engine/one_fault.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include "engine/rule_glob.h"

namespace stet {
namespace {

// How many neighbours are looked at before a place: a longer finding that begins farther off is another matter.
constexpr std::size_t kMostBefore = 8;

constexpr std::size_t kMostRelated = 64;  // of a finding that are compared: a cluster may have thousands

bool overlap(const Place& a, const Place& b) { return a.span.overlaps(b.span) && a.path == b.path; }

std::span<const Related> related_of(const Diagnostic& diagnostic) {
  return std::span(diagnostic.related).first(std::min(diagnostic.related.size(), kMostRelated));
}

bool names(const Diagnostic& diagnostic, const Place& place) {
  return std::ranges::any_of(related_of(diagnostic), [&](const Related& r) { return overlap(r.place, place); });
}

bool share_related(const Diagnostic& a, const Diagnostic& b) {
  return std::ranges::any_of(related_of(a), [&](const Related& r) { return names(b, r.place); });
}

class Faults {
 public:
  Faults(std::vector<Diagnostic>& diagnostics, const RuleSet& rules) : all_(diagnostics), rules_(rules) {
    dropped_.assign(all_.size(), false);
  }

  // The most severe first, so that none is dropped by one that is dropped itself.
  void run() {
    for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
      for (std::size_t i = 0; i < all_.size(); ++i) {
        if (all_[i].severity == severity && !all_[i].related.empty() && !dropped_[i]) judge(i);
      }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (dropped_[i]) continue;
      if (kept != i) all_[kept] = std::move(all_[i]);
      ++kept;
    }
    all_.resize(kept);
  }

 private:
  void judge(std::size_t i) {
    same_.clear();
    collect(
        all_[i].place, [&](std::size_t other) { return share_related(all_[i], all_[other]); }, i);
    for (const Related& related : related_of(all_[i])) {
      collect(
          related.place, [&](std::size_t other) { return names(all_[other], all_[i].place); }, i);
    }
    dropped_[i] = std::ranges::any_of(same_, [&](std::size_t other) {
      return all_[other].severity == all_[i].severity && covers(all_[other], all_[i]) && !covers(all_[i], all_[other]);
    });
    if (dropped_[i]) return;
    for (const std::size_t other : same_) dropped_[other] = true;
  }

  // Those still there that lie at a place and are of the same fault as number i.
  template <class IsSame>
  void collect(const Place& place, const IsSame& is_same, std::size_t i) {
    const auto behind = std::ranges::lower_bound(
        all_, place.span.end, {}, [](const Diagnostic& diagnostic) { return diagnostic.place.span.begin; });
    auto other = static_cast<std::size_t>(behind - all_.begin());
    for (std::size_t seen = 0; other > 0 && seen < kMostBefore; ++seen) {
      --other;
      if (other == i || dropped_[other] || all_[other].severity > all_[i].severity) continue;
      if (overlap(all_[other].place, place) && is_same(other)) same_.push_back(other);
    }
  }

  [[nodiscard]] bool covers(const Diagnostic& a, const Diagnostic& b) const {
    const Rule* by = rules_.find(a.rule);
    const Rule* covered = rules_.find(b.rule);
    if (by == nullptr || covered == nullptr) return false;
    return std::ranges::any_of(by->covers, [&](const std::string& glob) { return names_rule(glob, *covered); });
  }

  std::vector<Diagnostic>& all_;
  const RuleSet& rules_;
  std::vector<bool> dropped_;
  std::vector<std::size_t> same_;
};

}  // namespace

void keep_one_of_each_fault(std::vector<Diagnostic>& diagnostics, const RuleSet& rules) {
  Faults(diagnostics, rules).run();
}

}  // namespace stet

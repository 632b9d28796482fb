#include "engine/fix.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace stet {
namespace {

constexpr int kMostRounds = 10;

// Accepted edits, none of which touches another.
class EditList {
 public:
  // All edits of a fix, or none.
  bool accept(const Fix& fix) {
    std::vector<std::uint32_t> added;
    for (const Edit& edit : fix.edits) {
      if (collides(edit.span)) {
        for (const std::uint32_t begin : added) edits_.erase(begin);
        return false;
      }
      edits_.emplace(edit.span.begin, &edit);
      added.push_back(edit.span.begin);
    }
    return true;
  }
  [[nodiscard]] const std::map<std::uint32_t, const Edit*>& edits() const { return edits_; }

 private:
  // Neighbours that only touch are fine, unless one of them inserts: then their order would be a guess.
  [[nodiscard]] bool collides(DiskSpan span) const {
    const auto after = edits_.lower_bound(span.begin);
    if (after != edits_.end()) {
      const DiskSpan next = after->second->span;
      if (next.begin < span.end || next.begin == span.begin || (next.empty() && next.begin == span.end)) return true;
    }
    if (after == edits_.begin()) return false;
    const DiskSpan before = std::prev(after)->second->span;
    return before.end > span.begin || (span.empty() && before.end == span.begin);
  }

  std::map<std::uint32_t, const Edit*> edits_;
};

}  // namespace

const Fix* applicable_fix(const Diagnostic& diagnostic, bool unsafe) {
  for (const Fix& fix : diagnostic.fixes) {
    if (fix.safe) return &fix;
  }
  return unsafe && diagnostic.fixes.size() == 1 ? &diagnostic.fixes.front() : nullptr;
}

Applied apply_fixes(const SourceText& source, const std::vector<Diagnostic>& diagnostics, bool unsafe) {
  EditList list;
  Applied result;
  for (const Diagnostic& diagnostic : diagnostics) {
    const Fix* fix = applicable_fix(diagnostic, unsafe);
    if (fix != nullptr && list.accept(*fix)) ++result.count;
  }
  const std::string_view bytes = source.bytes();
  std::size_t done = 0;
  for (const auto& [begin, edit] : list.edits()) {
    result.bytes += bytes.substr(done, begin - done);
    result.bytes += source.encode(edit->text);
    done = edit->span.end;
  }
  result.bytes += bytes.substr(done);
  return result;
}

FixedFile fix_file(const std::string& path, std::string bytes, const RuleSet& rules, const CheckOptions& options,
                   bool unsafe, const std::function<void(FileReport&)>& let_stand) {
  FixedFile result;
  std::set<std::string> seen;  // two rules that undo each other would go round in circles
  for (int round = 0;; ++round) {
    Result<SourceText> source = SourceText::from_bytes(bytes);
    result.bytes = std::move(bytes);
    if (!source) return result;
    // Reading takes the text away; the bytes are needed once more to edit them.
    Result<SourceText> copy = SourceText::from_bytes(result.bytes);
    result.report = check_source(path, std::move(*source), rules, options);
    let_stand(result.report);
    if (round == kMostRounds || !copy) return result;
    Applied applied = apply_fixes(*copy, result.report.diagnostics, unsafe);
    if (applied.bytes == result.bytes || !seen.insert(result.bytes).second || seen.contains(applied.bytes)) {
      return result;
    }
    result.applied += applied.count;
    bytes = std::move(applied.bytes);
  }
}

}  // namespace stet

#include "check/guards.h"

#include <algorithm>

#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

enum Guard : std::uint8_t { kUnless, kUnlessBefore, kUnlessAfter, kRequireNear };

// The widest gap, in bytes, across which a guard is right before or behind a match.
constexpr std::uint32_t kWidestGap = 256;

// Whether only white space and commas stand between two places.
bool adjacent(std::string_view text, std::uint32_t from, std::uint32_t to) {
  if (from > to || to - from > kWidestGap) return false;
  for (std::size_t pos = from; pos < to;) {
    const CodePoint c = decode_at(text, pos);
    if (!is_space(c.value) && c.value != ',') return false;
    pos += c.length;
  }
  return true;
}

}  // namespace

Guards::Guards(const Definition& definition, std::uint8_t first_guard, Errors& errors)
    : definition_(&definition), slot_(definition.slot), first_guard_(first_guard) {
  if (const auto* scope = definition.option<std::string>("guard")) {
    if (*scope != "sentence" && *scope != "block") {
      errors.push_back({.message = "guard must be \"sentence\" or \"block\", not \"" + *scope + "\""});
    }
    whole_block_ = *scope == "block";
  }
}

struct Guards::InBlock {
  std::string_view text;
  std::vector<Hit> guards;  // in order of their begins
  std::uint32_t longest = 0;
  bool must_find = false;
  TextSpan sentence;
};

Guards::InBlock Guards::gather(const Document& document, std::span<const Hit> hits) const {
  const Block& block = document.block(hits.front().block);
  InBlock result{.text = block.text, .guards = {}, .sentence = {}};
  for (const Hit& hit : hits) {
    if (hit.key < first_guard_) continue;
    result.guards.push_back(hit);
    result.longest = std::max(result.longest, hit.span.end - hit.span.begin);
  }
  const auto requires_near = [&](Language language) {
    const auto section = definition_->sections.find(language);
    return section != definition_->sections.end() && section->second.find("require-near") != section->second.end();
  };
  result.must_find = requires_near(block.language) || requires_near(Language::any());
  return result;
}

std::vector<Hit> Guards::standing(const Document& document, const Facts& facts) const {
  std::vector<Hit> result;
  const std::span<const Hit> hits = facts.matches().of(slot_);
  for (std::size_t begin = 0; begin < hits.size();) {
    std::size_t end = begin;
    while (end < hits.size() && hits[end].block == hits[begin].block) ++end;
    const auto in_block = hits.subspan(begin, end - begin);
    InBlock block = gather(document, in_block);
    for (const Hit& hit : in_block) {
      if (hit.key >= first_guard_ || document.is_set_aside(hit.block, hit.span)) continue;
      if (stands(hit, block)) result.push_back(hit);
    }
    begin = end;
  }
  return result;
}

bool Guards::stands(const Hit& hit, InBlock& block) const {
  if (block.guards.empty()) return !block.must_find;
  TextSpan scope{0, static_cast<std::uint32_t>(block.text.size())};
  if (!whole_block_) {
    // Looked up once for all the matches in it: a sentence may be as long as the file.
    const TextSpan& last = block.sentence;
    if (hit.span.begin < last.begin || hit.span.begin >= last.end) {
      block.sentence = sentence_at(block.text, hit.span.begin);
    }
    scope = block.sentence.joined(hit.span);
  }
  // Only guards that can reach the scope, or the match across a gap that is no page.
  const std::uint32_t reach = block.longest + kWidestGap;
  const auto first =
      std::lower_bound(block.guards.begin(), block.guards.end(), scope.begin - std::min(scope.begin, reach),
                       [](const Hit& guard, std::uint32_t begin) { return guard.span.begin < begin; });
  bool found = false;
  for (auto guard = first; guard != block.guards.end() && guard->span.begin < scope.end + kWidestGap; ++guard) {
    switch (static_cast<Guard>(guard->key - first_guard_)) {
      case kUnless:
        if (scope.overlaps(guard->span)) return false;
        break;
      case kUnlessBefore:
        if (adjacent(block.text, guard->span.end, hit.span.begin)) return false;
        break;
      case kUnlessAfter:
        if (adjacent(block.text, hit.span.end, guard->span.begin)) return false;
        break;
      case kRequireNear:
        found = found || scope.overlaps(guard->span);
        break;
    }
  }
  return found || !block.must_find;
}

}  // namespace stet

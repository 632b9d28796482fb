#include "check/guards.h"

#include <algorithm>

#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

enum Guard : std::uint8_t { kUnless, kUnlessBefore, kUnlessAfter, kRequireNear };

// Whether only white space and commas stand between two places.
bool adjacent(std::string_view text, std::uint32_t from, std::uint32_t to) {
  if (from > to) return false;
  for (std::size_t pos = from; pos < to;) {
    const CodePoint c = decode_at(text, pos);
    if (!is_space(c.value) && c.value != ',') return false;
    pos += c.length;
  }
  return true;
}

}  // namespace

Guards::Guards(const Definition& definition, std::uint8_t first_guard, Errors& errors)
    : slot_(definition.slot), first_guard_(first_guard) {
  if (const auto* scope = definition.option<std::string>("guard")) {
    if (*scope != "sentence" && *scope != "block") {
      errors.push_back({.message = "guard must be \"sentence\" or \"block\", not \"" + *scope + "\""});
    }
    whole_block_ = *scope == "block";
  }
  for (const auto& [language, options] : definition.sections) {
    if (options.find("require-near") != options.end()) required_.push_back(language);
  }
}

std::vector<Hit> Guards::standing(const Document& document, const Facts& facts) const {
  std::vector<Hit> result;
  const std::span<const Hit> hits = facts.matches().of(slot_);
  for (std::size_t begin = 0; begin < hits.size();) {
    std::size_t end = begin;
    while (end < hits.size() && hits[end].block == hits[begin].block) ++end;
    const auto in_block = hits.subspan(begin, end - begin);
    for (const Hit& hit : in_block) {
      if (hit.key < first_guard_ && stands(document, hit, in_block)) result.push_back(hit);
    }
    begin = end;
  }
  return result;
}

bool Guards::stands(const Document& document, const Hit& hit, std::span<const Hit> in_block) const {
  if (document.is_set_aside(hit.block, hit.span)) return false;
  const Block& block = document.block(hit.block);
  const bool must_find = std::any_of(required_.begin(), required_.end(), [&](Language language) {
    return language == block.language || language == Language::any();
  });
  const bool guarded =
      std::any_of(in_block.begin(), in_block.end(), [&](const Hit& h) { return h.key >= first_guard_; });
  if (!guarded) return !must_find;
  TextSpan scope{0, static_cast<std::uint32_t>(block.text.size())};
  if (!whole_block_) scope = sentence_at(block.text, hit.span.begin).joined(hit.span);
  bool found = false;
  for (const Hit& guard : in_block) {
    if (guard.key < first_guard_) continue;
    switch (static_cast<Guard>(guard.key - first_guard_)) {
      case kUnless:
        if (scope.overlaps(guard.span)) return false;
        break;
      case kUnlessBefore:
        if (adjacent(block.text, guard.span.end, hit.span.begin)) return false;
        break;
      case kUnlessAfter:
        if (adjacent(block.text, hit.span.end, guard.span.begin)) return false;
        break;
      case kRequireNear:
        found = found || scope.overlaps(guard.span);
        break;
    }
  }
  return found || !must_find;
}

}  // namespace stet

#include "facts/matcher.h"

#include <algorithm>
#include <cstring>
#include <tuple>

#include "facts/expressions.h"
#include "facts/finder.h"
#include "facts/matcher_image.h"
#include "facts/search_text.h"
#include "text/utf8.h"

namespace stet {

namespace mi = matcher_image;

struct Matcher::State {
  std::unique_ptr<std::uint64_t[]> owned;
  mi::View view;
  Expressions expressions;

  explicit State(const char* data) : view(data), expressions(view) {}
  explicit State(const std::string& image)
      : owned(new std::uint64_t[(image.size() + 7) / 8]), view(copy(image)), expressions(view) {}

 private:
  const char* copy(const std::string& image) {
    std::memcpy(owned.get(), image.data(), image.size());
    return reinterpret_cast<const char*>(owned.get());
  }
};

namespace {

constexpr std::size_t kBehindHit = 64;  // bytes that tell how a hit ends

// Sorts, and drops hits that overlap an earlier or longer one of the same list. Hits come block by block.
void tidy(std::vector<Hit>& hits, std::uint32_t slots) {
  std::vector<std::uint32_t> starts(std::size_t{slots} + 1);
  for (const Hit& hit : hits) ++starts[hit.slot + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<Hit> sorted(hits.size());
  for (const Hit& hit : hits) sorted[starts[hit.slot]++] = hit;
  const auto same_block = [](const Hit& a, const Hit& b) { return a.slot == b.slot && a.block == b.block; };
  auto kept = sorted.begin();
  for (auto begin = sorted.begin(); begin != sorted.end();) {
    auto end = begin + 1;
    while (end != sorted.end() && same_block(*begin, *end)) ++end;
    if (end - begin == 1) {
      *kept++ = *begin;
    } else {
      std::sort(begin, end, [](const Hit& a, const Hit& b) {
        return std::tuple(a.key, a.span.begin, b.span.end, a.pattern) <
               std::tuple(b.key, b.span.begin, a.span.end, b.pattern);
      });
      const auto first = kept;
      for (auto hit = begin; hit != end; ++hit) {
        if (kept != first && kept[-1].key == hit->key && hit->span.overlaps(kept[-1].span)) continue;
        *kept++ = *hit;
      }
      std::sort(first, kept, [](const Hit& a, const Hit& b) {
        return std::tuple(a.span, a.key, a.pattern) < std::tuple(b.span, b.key, b.pattern);
      });
    }
    begin = end;
  }
  sorted.erase(kept, sorted.end());
  hits = std::move(sorted);
}

}  // namespace

std::span<const Hit> Matches::of(std::uint32_t slot) const {
  const auto range =
      std::equal_range(hits_.begin(), hits_.end(), Hit{.slot = slot, .block = 0, .span = {}, .pattern = 0, .key = 0},
                       [](const Hit& a, const Hit& b) { return a.slot < b.slot; });
  return {range.first, range.second};
}

std::span<const Hit> Matches::in(std::uint32_t slot, std::uint32_t block, TextSpan span) const {
  const std::span<const Hit> hits = of(slot);
  const auto begin = std::partition_point(hits.begin(), hits.end(), [&](const Hit& hit) {
    return hit.block < block || (hit.block == block && hit.span.begin < span.begin);
  });
  auto end = begin;
  while (end != hits.end() && end->block == block && end->span.begin < span.end) ++end;
  return {begin, end};
}

Matcher::Matcher() = default;
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

Matcher MatcherBuilder::view(std::string_view image) {
  Matcher matcher;
  matcher.state_ = std::make_unique<Matcher::State>(image.data());
  return matcher;
}

Matcher MatcherBuilder::own(std::string image) {
  Matcher matcher;
  matcher.state_ = std::make_unique<Matcher::State>(image);
  return matcher;
}

Matches Matcher::find(const Document& document) const {
  Matches matches;
  if (!state_) return matches;
  matches.hits_ = find_hits(state_->view, state_->expressions, document);
  tidy(matches.hits_, state_->view.header().slots);
  return matches;
}

std::vector<std::uint32_t> Matcher::uncalled() const {
  std::vector<std::uint32_t> slots;
  if (!state_) return slots;
  for (const std::uint32_t number : state_->view.always()) {
    const mi::PatternRecord& pattern = state_->view.patterns()[number];
    if (pattern.guard == 0) slots.push_back(pattern.slot);
  }
  return slots;
}

Language Matcher::language(const Hit& hit) const {
  const mi::PatternRecord& pattern = state_->view.patterns()[hit.pattern];
  return Language(std::string_view(pattern.language.data(), pattern.language[2] != 0 ? 3 : 2));
}

bool Matcher::is_guard(const Hit& hit) const { return state_->view.patterns()[hit.pattern].guard != 0; }

std::vector<std::pair<std::string, TextSpan>> Matcher::groups(const Document& document, const Hit& hit) const {
  std::vector<std::pair<std::string, TextSpan>> result;
  const mi::PatternRecord& pattern = state_->view.patterns()[hit.pattern];
  if (pattern.names.size == 0) return result;
  const std::string_view text = document.block(hit.block).text;
  // From one character before the hit, which may be its word edge.
  const std::size_t before = hit.span.begin == 0 ? 0 : hit.span.begin - decode_before(text, hit.span.begin).length;
  // And only a little farther than it goes: a block may be the whole file.
  std::size_t end = std::min<std::size_t>(hit.span.end + kBehindHit, text.size());
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  const SearchText search(text.substr(before, end - before));
  std::vector<std::string_view> groups;
  if (!Expressions::Machine(state_->expressions).find(pattern, search.view(), 0, search.view().size(), groups))
    return result;
  std::string_view names = state_->view.string(pattern.names);
  for (const std::string_view group : std::span(groups).subspan(1)) {
    const std::string_view name = names.substr(0, names.find('\n'));
    names.remove_prefix(name.size() + 1);
    if (group.data() == nullptr) continue;
    const auto begin = static_cast<std::size_t>(group.data() - search.view().data());
    TextSpan span = search.to_text(begin, begin + group.size());
    span.begin += static_cast<std::uint32_t>(before);
    span.end += static_cast<std::uint32_t>(before);
    result.emplace_back(name, span);
  }
  return result;
}

}  // namespace stet

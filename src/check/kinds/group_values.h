// What the named groups of a rule's expression caught, as numbers.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "check/check.h"
#include "facts/facts.h"

namespace stet {

// The groups of one hit, matched once.
class GroupValues {
 public:
  GroupValues(const Document& document, const Facts& facts, const Hit& hit)
      : text_(document.block(hit.block).text),
        quantities_(facts.quantities(hit.block)),
        groups_(facts.knowledge().matcher.groups(document, hit)) {}

  // Nothing when the group is not there or caught nothing.
  [[nodiscard]] std::optional<TextSpan> span(std::string_view name) const {
    for (const auto& [group, span] : groups_) {
      if (group == name && !span.empty()) return span;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::string_view text(std::string_view name) const {
    const auto found = span(name);
    return found ? text_.substr(found->begin, found->size()) : std::string_view();
  }
  // Nothing also for what is no whole number, in ASCII digits or spelled out.
  [[nodiscard]] std::optional<std::int32_t> number(std::string_view name) const {
    const std::string_view digits = text(name);
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc() && end == digits.data() + digits.size()) return value;
    return digits.empty() ? std::nullopt : spelled(*span(name));
  }

 private:
  [[nodiscard]] std::optional<std::int32_t> spelled(TextSpan place) const {
    for (const Quantity& q : quantities_) {
      if (q.spelled && q.number == place && q.hedge == Hedge::kExact && q.decimals == 0) {
        return static_cast<std::int32_t>(q.value);
      }
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::span<const Quantity> quantities_;
  std::vector<std::pair<std::string, TextSpan>> groups_;
};

}  // namespace stet

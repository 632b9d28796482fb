#include "facts/expressions.h"

namespace stet {
namespace {

// The automaton takes about as long for so many bytes as RE2 takes to compile.
constexpr std::uint32_t kPatience = 4096;

}  // namespace

namespace mi = matcher_image;

Expressions::Expressions(mi::View view)
    : view_(view), expressions_(std::make_unique<Lazy[]>(view.header().regexes + 1)) {}

const Regex* Expressions::of(const mi::PatternRecord& pattern) const {
  if (pattern.regex.size == 0) return nullptr;
  Lazy& lazy = expressions_[pattern.regex_number];
  std::call_once(lazy.once, [&] {
    // The builder has compiled it once, so that it can't fail.
    auto compiled = Regex::compile(view_.string(pattern.regex));
    if (compiled.ok()) lazy.regex = std::move(compiled).value();
    lazy.compiled = true;
  });
  return lazy.regex ? &*lazy.regex : nullptr;
}

const Regex* Expressions::of(const mi::PatternRecord& pattern, std::string_view text, ScanMachine& machine) const {
  if (pattern.regex.size == 0) return nullptr;
  Lazy& lazy = expressions_[pattern.regex_number];
  if (!lazy.compiled && text.size() < kPatience) {
    const std::uint32_t asked = lazy.asked.fetch_add(static_cast<std::uint32_t>(text.size()));
    if (asked < kPatience && !machine.may_match(view_.scan(pattern), text)) return nullptr;
  }
  return of(pattern);
}

}  // namespace stet

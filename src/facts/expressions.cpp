#include "facts/expressions.h"

#include <utility>

namespace stet {

namespace mi = matcher_image;

Expressions::Expressions(mi::View view)
    : view_(view), expressions_(std::make_unique<Lazy[]>(view.header().regexes + 1)) {}

const Regex* Expressions::regex(const mi::PatternRecord& pattern) const {
  Lazy& lazy = expressions_[pattern.regex_number];
  std::call_once(lazy.once, [&] {
    // The builder has compiled it once, so that it can't fail.
    auto compiled = Regex::compile(view_.string(pattern.regex));
    if (compiled.ok()) lazy.regex = std::move(compiled).value();
  });
  return lazy.regex ? &*lazy.regex : nullptr;
}

Expressions::Machine::Machine(const Expressions& owner) : owner_(owner) {
  const std::lock_guard lock(owner.mutex_);
  if (owner.idle_.empty()) {
    machines_ = std::make_unique<Machines>();
  } else {
    machines_ = std::move(owner.idle_.back());
    owner.idle_.pop_back();
  }
}

Expressions::Machine::~Machine() {
  const std::lock_guard lock(owner_.mutex_);
  owner_.idle_.push_back(std::move(machines_));
}

bool Expressions::Machine::find(const mi::PatternRecord& pattern, std::string_view text, std::size_t from,
                                std::size_t last, std::vector<std::string_view>& groups) {
  if (pattern.regex.size == 0) return false;
  groups.clear();
  if (pattern.scan.count != 0) {
    if (!machines_->scan.find(owner_.view_.scan(pattern), pattern.regex_number, text, from, last)) return false;
    const auto places = machines_->scan.places();
    for (std::size_t i = 0; i < places.size(); i += 2) {
      groups.push_back(places[i + 1] == ScanMachine::kNone ? std::string_view()
                                                           : text.substr(places[i], places[i + 1] - places[i]));
    }
    return true;
  }
  const Regex* regex = owner_.regex(pattern);
  if (regex == nullptr) return false;
  all_.resize(static_cast<std::size_t>(regex->group_count()) + 1);
  if (!regex->find(text, from, all_)) return false;
  groups.assign(all_.begin() + 1, all_.end());
  return true;
}

}  // namespace stet

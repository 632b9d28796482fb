#include "check/check.h"

#include <algorithm>
#include <utility>

#include "base/lazy.h"

namespace stet {

struct Section::State {
  std::string_view bytes;
  Read read = nullptr;
  Lazy<Options> options;
};

Section::Section(Options options) : state_(std::make_shared<State>()) {
  state_->options.get([&] { return std::move(options); });
}

Section::Section(std::string_view bytes, Read read) : state_(std::make_shared<State>()) {
  state_->bytes = bytes;
  state_->read = read;
}

const Options& Section::options() const {
  return state_->options.get([&] { return state_->read(state_->bytes); });
}

const Kind* find_kind(std::string_view name) {
  for (const Kind* kind : all_kinds()) {
    if (kind->name == name) return kind;
  }
  return nullptr;
}

std::vector<const TableMaker*> table_makers() {
  std::vector<const TableMaker*> makers;
  for (const Kind* kind : all_kinds()) {
    if (kind->tables != nullptr && std::ranges::find(makers, kind->tables) == makers.end()) {
      makers.push_back(kind->tables);
    }
  }
  return makers;
}

}  // namespace stet

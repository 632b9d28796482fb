#include "check/check.h"

#include <algorithm>
#include <utility>

#include "base/lazy.h"

namespace stet {

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

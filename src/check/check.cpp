#include "check/check.h"

namespace stet {

const Kind* find_kind(std::string_view name) {
  for (const Kind* kind : all_kinds()) {
    if (kind->name == name) return kind;
  }
  return nullptr;
}

}  // namespace stet

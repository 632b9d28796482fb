#include "document/json_ld.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "document/date_text.h"

namespace stet {

std::optional<CivilDate> json_ld_date(std::string_view json) {
  const auto root = nlohmann::json::parse(json, nullptr, false);
  std::vector<const nlohmann::json*> open = {&root};
  while (!open.empty()) {
    const nlohmann::json& value = *open.back();
    open.pop_back();
    if (value.is_object()) {
      const auto date = value.find("datePublished");
      if (date != value.end() && date->is_string()) {
        if (const auto day = parse_machine_date(date->get_ref<const std::string&>())) return day;
      }
    }
    if (!value.is_structured()) continue;
    // Backwards, so that the first child is looked at first.
    for (auto child = value.rbegin(); child != value.rend(); ++child) open.push_back(&*child);
  }
  return std::nullopt;
}

}  // namespace stet

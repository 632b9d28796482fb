#include "facts/lexicon.h"

namespace stet {

void Lexicon::add(std::string name, Language language, std::string key, std::vector<std::string> words) {
  const auto& kept = owned_.emplace_back(std::make_shared<const std::vector<std::string>>(std::move(words)));
  add_views(std::move(name), language, std::move(key), {kept->begin(), kept->end()});
}

void Lexicon::add_views(std::string name, Language language, std::string key, std::vector<std::string_view> words) {
  lists_.insert_or_assign(lists_.end(), std::tuple(std::move(name), language, std::move(key)), std::move(words));
}

void Lexicon::add(const Lexicon& other) {
  for (const auto& [where, words] : other.lists_) lists_.insert_or_assign(where, words);
  owned_.insert(owned_.end(), other.owned_.begin(), other.owned_.end());
  for (const auto& [name, calls] : other.cues_) set_cues(name, calls);
}

std::span<const std::string_view> Lexicon::find(std::string_view name, Language language, std::string_view key) const {
  const auto it = lists_.find(std::tuple(std::string(name), language, std::string(key)));
  return it == lists_.end() ? std::span<const std::string_view>() : std::span<const std::string_view>(it->second);
}

bool Lexicon::has(std::string_view name) const {
  const auto it = lists_.lower_bound(std::tuple(std::string(name), Language(), std::string()));
  return it != lists_.end() && std::get<0>(it->first) == name;
}

}  // namespace stet

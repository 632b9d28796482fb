#include "facts/lexicon.h"

namespace stet {

void Lexicon::add(std::string_view name, Language language, std::string key, std::vector<std::string> words) {
  const auto& kept = owned_.emplace_back(std::make_shared<const std::vector<std::string>>(std::move(words)));
  if (const auto cue = cues_.find(name); cue != cues_.end()) cue->second.keys.insert(key);
  const auto part = parts_.emplace(std::pair(std::string(name), language), Part()).first;
  part->second.edit().insert_or_assign(std::move(key), Words(kept->begin(), kept->end()));
}

void Lexicon::add(std::string_view name, Language language, Unread<Part> part) {
  parts_.insert_or_assign(std::pair(std::string(name), language), std::move(part));
}

void Lexicon::add(const Lexicon& other) {
  for (const auto& [where, part] : other.parts_) {
    const auto [known, is_new] = parts_.emplace(where, part);
    if (is_new) continue;
    for (const auto& [key, words] : part.get()) known->second.edit().insert_or_assign(key, words);
  }
  owned_.insert(owned_.end(), other.owned_.begin(), other.owned_.end());
  for (const auto& [name, cues] : other.cues_) {
    CueLists& own = cues_[name];
    own.calls = cues.calls;
    own.keys.insert(cues.keys.begin(), cues.keys.end());
  }
}

std::span<const std::string_view> Lexicon::find(std::string_view name, Language language, std::string_view key) const {
  const auto part = parts_.find(std::pair(name, language));
  if (part == parts_.end()) return {};
  const auto list = part->second.get().find(key);
  return list == part->second.get().end() ? std::span<const std::string_view>() : std::span(list->second);
}

bool Lexicon::has(std::string_view name) const {
  const auto it = parts_.lower_bound(std::pair(name, Language()));
  return it != parts_.end() && it->first.first == name;
}

Lexicon::Lists Lexicon::lists() const {
  Lists lists;
  for (const auto& [where, part] : parts_) {
    for (const auto& [key, words] : part.get()) lists.emplace(std::tuple(where.first, where.second, key), words);
  }
  return lists;
}

}  // namespace stet

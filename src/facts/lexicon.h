// Words that several rules and facts share, as data: rules/lexicon/*.toml.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"

namespace stet {

// Lists of words by lexicon name ("experts"), language and key ("phrases" in most).
class Lexicon {
 public:
  void add(std::string name, Language language, std::string key, std::vector<std::string> words) {
    lists_[{std::move(name), language, std::move(key)}] = std::move(words);
  }
  // Empty when there is no such list.
  [[nodiscard]] std::span<const std::string> find(std::string_view name, Language language,
                                                  std::string_view key = "phrases") const {
    const auto it = lists_.find(std::tuple(std::string(name), language, std::string(key)));
    return it == lists_.end() ? std::span<const std::string>() : std::span<const std::string>(it->second);
  }
  [[nodiscard]] bool has(std::string_view name) const {
    const auto it = lists_.lower_bound(std::tuple(std::string(name), Language(), std::string()));
    return it != lists_.end() && std::get<0>(it->first) == name;
  }
  // Makes the lexicon's lists cues (facts/cues.h): `calls` are looked for in every block, its other lists only in
  // blocks where one of those is found.
  void set_cues(const std::string& name, std::vector<std::string> calls) { cues_[name] = std::move(calls); }
  // Lexicons whose lists are cues, and which of them call.
  [[nodiscard]] const std::map<std::string, std::vector<std::string>>& cues() const { return cues_; }

  using Lists = std::map<std::tuple<std::string, Language, std::string>, std::vector<std::string>>;
  [[nodiscard]] const Lists& lists() const { return lists_; }

 private:
  Lists lists_;
  std::map<std::string, std::vector<std::string>> cues_;
};

}  // namespace stet

// Words that several rules and facts share, as data: rules/lexicon/*.toml.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/language.h"

namespace stet {

// Lists of words by lexicon name ("experts"), language and key ("phrases" in most).
class Lexicon {
 public:
  void add(std::string name, Language language, std::string key, std::vector<std::string> words);
  // The same without a copy: the words must outlive the lexicon, and its copies.
  void add_views(std::string name, Language language, std::string key, std::vector<std::string_view> words);
  // All lists and cues of another one.
  void add(const Lexicon& other);

  // Empty when there is no such list.
  [[nodiscard]] std::span<const std::string_view> find(std::string_view name, Language language,
                                                       std::string_view key = "phrases") const;
  [[nodiscard]] bool has(std::string_view name) const;

  // Makes the lexicon's lists cues (facts/cues.h): `calls` are looked for in every block, its other lists only in
  // blocks where one of those is found.
  void set_cues(const std::string& name, std::vector<std::string> calls) { cues_[name] = std::move(calls); }
  // Lexicons whose lists are cues, and which of them call.
  [[nodiscard]] const std::map<std::string, std::vector<std::string>>& cues() const { return cues_; }

  using Lists = std::map<std::tuple<std::string, Language, std::string>, std::vector<std::string_view>>;
  [[nodiscard]] const Lists& lists() const { return lists_; }

 private:
  Lists lists_;
  std::map<std::string, std::vector<std::string>> cues_;
  std::vector<std::shared_ptr<const std::vector<std::string>>> owned_;  // what views of added words look at
};

}  // namespace stet

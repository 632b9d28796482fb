// Words that several rules and facts share, as data: rules/lexicon/*.toml.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/lazy.h"

namespace stet {

// Lists of words by lexicon name ("experts"), language and key ("phrases" in most).
class Lexicon {
 public:
  using Words = std::vector<std::string_view>;
  // The lists of one language, by key.
  using Part = std::map<std::string, Words, std::less<>>;

  void add(std::string_view name, Language language, std::string key, std::vector<std::string> words);
  // All of a language at once, read when one of them is asked for. The words must outlive the lexicon and its copies.
  void add(std::string_view name, Language language, Unread<Part> part);
  // All lists and cues of another one.
  void add(const Lexicon& other);

  // Empty when there is no such list.
  [[nodiscard]] std::span<const std::string_view> find(std::string_view name, Language language,
                                                       std::string_view key = "phrases") const;
  [[nodiscard]] bool has(std::string_view name) const;

  // A lexicon whose lists are cues (facts/cues.h): those that call are looked for in every block, its others only in
  // blocks where one of those is found.
  struct CueLists {
    std::vector<std::string> calls;
    std::set<std::string> keys;  // of all its lists; add() sees to them
  };
  void set_cues(const std::string& name, CueLists cues) { cues_[name] = std::move(cues); }
  [[nodiscard]] const std::map<std::string, CueLists, std::less<>>& cues() const { return cues_; }

  // The parts of all lexicons, in order of their names.
  struct Before {
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
      const int names = std::string_view(a.first).compare(b.first);
      return names != 0 ? names < 0 : a.second < b.second;
    }
  };
  using Parts = std::map<std::pair<std::string, Language>, Unread<Part>, Before>;
  [[nodiscard]] const Parts& parts() const { return parts_; }
  // Calls `use` with the language, the key and the words of each list of a lexicon.
  template <class Use>
  void for_each_list(std::string_view name, Use use) const {
    for (auto it = parts_.lower_bound(std::pair(name, Language())); it != parts_.end() && it->first.first == name;
         ++it) {
      for (const auto& [key, words] : it->second.get()) use(it->first.second, key, words);
    }
  }

  // All lists, one by one.
  using Lists = std::map<std::tuple<std::string, Language, std::string>, Words>;
  [[nodiscard]] Lists lists() const;

 private:
  Parts parts_;
  std::map<std::string, CueLists, std::less<>> cues_;
  std::vector<std::shared_ptr<const std::vector<std::string>>> owned_;  // what views of added words look at
};

}  // namespace stet

// What a check makes of the language sections of its rule, each when a text of the language is first met: a run over
// one draft needs one or two of them.
#pragma once

#include <string_view>

#include "base/lazy.h"
#include "check/check.h"

namespace stet {

// Shared by threads.
template <class T>
class BySection {
 public:
  using Make = T (*)(const Definition& definition, Language language);
  // The definition must outlive it.
  BySection(const Definition& definition, Make make) : definition_(&definition), make_(make) {}

  [[nodiscard]] bool contains(Language language) const { return definition_->sections.contains(language); }
  // Of a language with a section.
  [[nodiscard]] const T& at(Language language) const {
    return made_.get(language, [&] { return make_(*definition_, language); });
  }
  // Null where the rule has no section for the language.
  [[nodiscard]] const T* find(Language language) const { return contains(language) ? &at(language) : nullptr; }

 private:
  const Definition* definition_;
  Make make_;
  LazyMap<Language, T> made_;
};

// The same of one list of the sections. Of a language without a section it is what `make` gives for no list.
template <class T>
class ByList {
 public:
  using Make = T (*)(const Definition& definition, Language language, std::string_view key);
  // The definition and the key must outlive it.
  ByList(const Definition& definition, std::string_view key, Make make)
      : definition_(&definition), key_(key), make_(make) {}

  [[nodiscard]] bool contains(Language language) const { return definition_->sections.contains(language); }
  [[nodiscard]] const T& at(Language language) const {
    return made_.get(language, [&] { return make_(*definition_, language, key_); });
  }

 private:
  const Definition* definition_;
  std::string_view key_;
  Make make_;
  LazyMap<Language, T> made_;
};

}  // namespace stet

// Asks the Hunspell dictionaries of this machine whether a word is one of its language. stet brings none of its own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace stet {

// Where dictionaries lie: the folders of the environment variable DICPATH, parted by colons, as Hunspell has it;
// without the variable those of the system. An empty variable names none.
std::vector<std::string> dictionary_folders();

// The dictionaries of all languages, each read when it is first asked. Shared by threads.
class Dictionaries {
 public:
  explicit Dictionaries(std::vector<std::string> folders = dictionary_folders());
  ~Dictionaries();
  Dictionaries(Dictionaries&&) noexcept;
  Dictionaries& operator=(Dictionaries&&) noexcept;

  // Whether one of the language's dictionaries (de_DE, de_AT, de_CH) knows the word, in UTF-8; nothing where there is
  // none. Dictionaries in another encoding than UTF-8 are passed over. Reading one takes up to a tenth of a second, so
  // ask last.
  [[nodiscard]] std::optional<bool> know(Language language, std::string_view word) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stet

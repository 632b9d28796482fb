#include "text/dictionary.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <hunspell/hunspell.hxx>
#include <map>
#include <mutex>
#include <set>
#include <system_error>

namespace stet {
namespace {

namespace fs = std::filesystem;

// "de.aff" and "de_AT.aff", each file once: most countries' dictionaries are links to another's.
std::set<fs::path> affix_files(const std::vector<std::string>& folders, Language language) {
  std::set<fs::path> found;
  for (const std::string& folder : folders) {
    std::error_code failure;
    for (fs::directory_iterator it(folder, failure); !failure && it != fs::directory_iterator();
         it.increment(failure)) {
      if (it->path().extension() != ".aff" || Language(it->path().stem().string()) != language) continue;
      std::error_code unresolved;
      const fs::path file = fs::canonical(it->path(), unresolved);
      if (!unresolved) found.insert(file);
    }
  }
  return found;
}

}  // namespace

std::vector<std::string> dictionary_folders() {
  const char* path = std::getenv("DICPATH");
  if (path == nullptr) return {"/usr/share/hunspell", "/usr/share/myspell/dicts"};
  std::vector<std::string> folders;
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    if (end > 0) folders.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return folders;
}

struct Dictionaries::State {
  using OfLanguage = std::vector<std::unique_ptr<Hunspell>>;
  std::vector<std::string> folders;
  std::mutex mutex;  // Hunspell changes itself while it is asked
  std::map<Language, OfLanguage> languages;
};

Dictionaries::Dictionaries(std::vector<std::string> folders) : state_(std::make_unique<State>()) {
  state_->folders = std::move(folders);
}
Dictionaries::~Dictionaries() = default;
Dictionaries::Dictionaries(Dictionaries&&) noexcept = default;
Dictionaries& Dictionaries::operator=(Dictionaries&&) noexcept = default;

std::optional<bool> Dictionaries::know(Language language, std::string_view word) const {
  const std::lock_guard lock(state_->mutex);
  const auto [entry, is_new] = state_->languages.try_emplace(language);
  if (is_new) {
    for (const fs::path& affixes : affix_files(state_->folders, language)) {
      const fs::path words = fs::path(affixes).replace_extension(".dic");
      auto dictionary = std::make_unique<Hunspell>(affixes.c_str(), words.c_str());
      if (dictionary->get_dict_encoding() == "UTF-8") entry->second.push_back(std::move(dictionary));
    }
  }
  if (entry->second.empty()) return std::nullopt;
  return std::ranges::any_of(entry->second,
                             [&](const auto& dictionary) { return dictionary->spell(std::string(word)); });
}

}  // namespace stet

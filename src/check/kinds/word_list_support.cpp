#include "check/kinds/word_list_support.h"

#include "text/words.h"

namespace stet {

std::unordered_set<std::uint32_t> hashes_of_list(const Definition& definition, Language language,
                                                 std::string_view key) {
  std::unordered_set<std::uint32_t> hashes;
  const auto* list = definition.option<std::vector<std::string>>(language, key);
  if (list == nullptr) return hashes;
  for (const std::string& word : *list) hashes.insert(hash_word(word));
  return hashes;
}

std::vector<std::string> folded_list(const Definition& definition, Language language, std::string_view key) {
  std::vector<std::string> folded;
  const auto* list = definition.option<std::vector<std::string>>(language, key);
  if (list == nullptr) return folded;
  for (const std::string& word : *list) folded.push_back(fold(word));
  return folded;
}

}  // namespace stet

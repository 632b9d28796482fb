// The words by which counts are read, made when a language comes.
#include <mutex>

#include "check/kinds/contradiction/counted_support.h"

namespace stet {
namespace {

void add_words(const Definition& definition, Language language, std::string_view key, PhraseTrie& trie) {
  if (const auto* words = definition.option<std::vector<std::string>>(language, key)) {
    for (const std::string& word : *words) trie.add(word, 0);
  }
}

}  // namespace

const CountedWords::Lists* CountedWords::in(Language language, const ConceptLexicon& concepts) const {
  {
    const std::shared_lock lock(state_->mutex);
    const auto it = state_->lists.find(language);
    if (it != state_->lists.end()) return it->second.get();
  }
  std::unique_ptr<Lists> fresh;
  if (definition_->sections.contains(language)) {
    fresh = std::make_unique<Lists>();
    fresh->concepts = &concepts.of(language);
    add_groups(*definition_, language, "groups", fresh->groups);
    const std::pair<std::string_view, PhraseTrie*> lists[] = {
        {"people", &fresh->people}, {"whole", &fresh->whole}, {"part", &fresh->part},  {"tails", &fresh->tails},
        {"idle", &fresh->idle},     {"are", &fresh->are},     {"stops", &fresh->stops}};
    for (const auto& [key, trie] : lists) add_words(*definition_, language, key, *trie);
    if (const auto* ends = definition_->option<std::vector<std::string>>(language, "adjective-ends")) {
      fresh->adjective_ends = *ends;
    }
    if (const auto* ends = definition_->option<std::vector<std::string>>(language, "feminine-ends")) {
      fresh->feminine_ends = *ends;
    }
    if (const auto* order = definition_->option<std::string>(language, "order")) {
      fresh->order = *order == "capital" ? Order::kCapital : *order == "last" ? Order::kLast : Order::kFirst;
    }
  }
  const std::unique_lock lock(state_->mutex);
  return state_->lists.try_emplace(language, std::move(fresh)).first->second.get();
}

}  // namespace stet

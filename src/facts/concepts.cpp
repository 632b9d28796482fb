#include "facts/concepts.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <string>
#include <tuple>

#include "facts/spelled_out.h"

namespace stet {
namespace {

// Calls `use` with the language, the name and the words of each list of "concept" and of its parts, "concept-people".
template <class Use>
void for_each_list(const Lexicon& lexicon, std::string_view family, Use use) {
  for (auto it = lexicon.lists().lower_bound({std::string(family), Language(), ""}); it != lexicon.lists().end();
       ++it) {
    const auto& [lexicon_name, language, list] = it->first;
    if (!lexicon_name.starts_with(family)) return;
    const std::string_view part = std::string_view(lexicon_name).substr(family.size());
    if (part.empty() || part.starts_with('-')) use(language, std::string_view(list), it->second);
  }
}

// The names of all lists, in whatever language, sorted.
std::vector<std::string_view> names_of(const Lexicon& lexicon, std::string_view family) {
  std::set<std::string_view> names;
  for_each_list(lexicon, family, [&](Language, std::string_view name, const auto&) { names.insert(name); });
  return {names.begin(), names.end()};
}

}  // namespace

void ConceptSet::add(std::uint16_t number) {
  if (size_ < numbers_.size() && !has(number)) numbers_[size_++] = number;
}

bool ConceptSet::has(std::uint16_t number) const {
  return std::find(numbers_.begin(), numbers_.begin() + size_, number) != numbers_.begin() + size_;
}

bool ConceptSet::meets(const ConceptSet& other) const {
  return std::any_of(numbers_.begin(), numbers_.begin() + size_, [&](std::uint16_t n) { return other.has(n); });
}

Concepts::Concepts(const Lexicon& lexicon, Language language, std::string_view family) {
  const std::vector<std::string_view> names = names_of(lexicon, family);
  for_each_list(lexicon, family, [&](Language of, std::string_view name, const auto& words) {
    if (of != language) return;
    const auto number = static_cast<std::uint16_t>(std::ranges::lower_bound(names, name) - names.begin());
    for (const std::string_view word : words) {
      spell_out(std::string(word), [&](std::string_view form) { add(form, number); });
    }
  });
}

void Concepts::add(std::string_view word, std::uint16_t number) {
  if (!word.starts_with('*')) return whole_.add(word, number);
  word.remove_prefix(1);
  heads_.add(word, number, false);
}

Concepts::Found Concepts::at(std::string_view text, std::size_t begin, std::size_t end) const {
  Found found{{}, begin, begin};
  const auto keep_longest = [&](std::size_t position, std::uint32_t number) {
    if (position > found.end) found = {{}, begin, position};
    found.concepts.add(static_cast<std::uint16_t>(number));
  };
  whole_.walk(text, begin, keep_longest);
  if (!found.concepts.empty()) {
    found.end = std::max(found.end, end);
    return found;
  }
  std::size_t longest = 0;
  heads_.walk(text, end, [&](std::size_t position, std::uint32_t number) {
    if (position < begin || end - position < longest) return;
    if (end - position > longest) found.concepts = {};
    longest = end - position;
    found.head = position;
    found.concepts.add(static_cast<std::uint16_t>(number));
  });
  found.end = end;
  return found;
}

std::uint16_t concept_number(const Lexicon& lexicon, std::string_view name, std::string_view family) {
  const std::vector<std::string_view> names = names_of(lexicon, family);
  const auto it = std::ranges::lower_bound(names, name);
  return it != names.end() && *it == name ? static_cast<std::uint16_t>(it - names.begin()) : Concepts::kUnknown;
}

struct ConceptsCache::State {
  std::string family;
  std::shared_mutex mutex;
  std::map<Language, std::unique_ptr<Concepts>> concepts;
};

ConceptsCache::ConceptsCache(std::string_view family) : state_(std::make_unique<State>()) { state_->family = family; }
ConceptsCache::~ConceptsCache() = default;
ConceptsCache::ConceptsCache(ConceptsCache&&) noexcept = default;
ConceptsCache& ConceptsCache::operator=(ConceptsCache&&) noexcept = default;

const Concepts& ConceptsCache::of(Language language, const Lexicon& lexicon) const {
  {
    const std::shared_lock lock(state_->mutex);
    const auto it = state_->concepts.find(language);
    if (it != state_->concepts.end()) return *it->second;
  }
  auto made = std::make_unique<Concepts>(lexicon, language, state_->family);
  const std::unique_lock lock(state_->mutex);
  return *state_->concepts.try_emplace(language, std::move(made)).first->second;
}

}  // namespace stet

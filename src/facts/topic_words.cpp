#include "facts/topic_words.h"

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <utility>

#include "facts/event_words.h"
#include "text/plain_form.h"

namespace stet {
namespace {

constexpr std::string_view kName = "topic-words";
constexpr std::size_t kFewestLetters = 4;  // that an ending leaves of a word

constexpr std::pair<std::string_view, std::uint32_t> kLists[] = {
    {"stop", kStopWord},
    {"light", kLightWord},
    {"determiners", kDeterminer},
    {"definite", kDeterminer | kDefinite},
    {"prepositions", kPreposition},
    {"conjunctions", kConjunction},
    {"place-prepositions", kPreposition | kPlaceBefore},
    {"days", kDayWord | kStopWord},
    {"no-places", kNoPlace},
    {"event-links", kEventLink},
    {"event-of", kOf | kPreposition},
    {"relatives", kRelative},
    {"records", kRecord},
    {"participants", kParticipants},
    {"about", kAbout | kPreposition},
    {"role-words", kRoleWord},
    {"institutions", kRoleWord | kInstitution},
};

std::vector<std::string> by_length(std::span<const std::string_view> words) {
  std::vector<std::string> sorted;
  for (const std::string_view word : words) sorted.push_back(plain_form(word));
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return sorted;
}

// The words of an entry, which stand between spaces.
std::vector<std::string_view> split(std::string_view entry) {
  std::vector<std::string_view> parts;
  while (!entry.empty()) {
    const std::size_t end = std::min(entry.find(' '), entry.size());
    if (end > 0) parts.push_back(entry.substr(0, end));
    entry.remove_prefix(std::min(end + 1, entry.size()));
  }
  return parts;
}

}  // namespace

TopicWords::TopicWords(const Lexicon& lexicon, Language language) {
  for (const auto& [list, classes] : kLists) {
    for (const std::string_view word : lexicon.find(kName, language, list)) classes_[hash_word(word)] |= classes;
  }
  endings_ = by_length(lexicon.find(kName, language, "endings"));
  tails_ = by_length(lexicon.find(kName, language, "light-tails"));
  noun_capitals_ = !lexicon.find(kName, language, "noun-capitals").empty();
  for (const std::string_view entry : lexicon.find(kName, language, "same")) {
    const std::vector<std::string_view> words = split(entry);
    for (const std::string_view word : words) same_.emplace(stem(word), plain_form(words.front()));
  }
}

std::uint32_t TopicWords::classes(const Word& word) const {
  const auto it = classes_.find(word.hash);
  return it == classes_.end() ? 0 : it->second;
}

bool TopicWords::is_country(std::string_view stem) const {
  return std::any_of(same_.begin(), same_.end(), [&](const auto& entry) { return entry.second == stem; });
}

std::string TopicWords::stem(std::string_view word) const {
  std::string plain = plain_form(word);
  for (const std::string& tail : tails_) {
    if (plain == tail) return {};
    if (plain.size() < tail.size() + kFewestLetters || !plain.ends_with(tail)) continue;
    plain.resize(plain.size() - tail.size());
    break;
  }
  for (const std::string& ending : endings_) {
    if (plain.size() < ending.size() + kFewestLetters || !plain.ends_with(ending)) continue;
    plain.resize(plain.size() - ending.size());
    break;
  }
  const auto same = same_.find(plain);
  return same == same_.end() ? plain : same->second;
}

struct TopicWordsCache::State {
  std::shared_mutex mutex;
  std::map<Language, std::unique_ptr<TopicWords>> words;
};

TopicWordsCache::TopicWordsCache() : state_(std::make_unique<State>()) {}
TopicWordsCache::~TopicWordsCache() = default;
TopicWordsCache::TopicWordsCache(TopicWordsCache&&) noexcept = default;
TopicWordsCache& TopicWordsCache::operator=(TopicWordsCache&&) noexcept = default;

const TopicWords& TopicWordsCache::of(Language language, const Lexicon& lexicon) const {
  {
    const std::shared_lock lock(state_->mutex);
    const auto it = state_->words.find(language);
    if (it != state_->words.end()) return *it->second;
  }
  auto made = std::make_unique<TopicWords>(lexicon, language);
  const std::unique_lock lock(state_->mutex);
  return *state_->words.try_emplace(language, std::move(made)).first->second;
}

}  // namespace stet

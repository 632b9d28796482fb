// The plain words of a language by which topics are cut out of a sentence: rules/lexicon/topic-words.toml.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/language.h"
#include "facts/lexicon.h"
#include "text/words.h"

namespace stet {

// What a word may be; a bit each.
enum WordClass : std::uint32_t {
  kStopWord = 1,        // says nothing of a topic: auxiliaries, pronouns, adverbs
  kLightWord = 2,       // a noun or adjective that adds nothing: "situation", "current"
  kDeterminer = 4,      // articles and their like
  kDefinite = 8,        // those that point at what is known: "the", "these"
  kPreposition = 16,    // ends the first part of a topic
  kConjunction = 32,    // stands between two topics
  kPlaceBefore = 64,    // a preposition before a place: "in"
  kDayWord = 128,       // "Thursday", "yesterday"
  kNoPlace = 256,       // with a capital behind "in", and yet no place
  kEventLink = 512,     // may stand between an event and its "about"
  kAbout = 1024,        // leads from an event to its topic
  kRoleWord = 2048,     // says what somebody is, not who: "spokeswoman"
  kInstitution = 4096,  // a role that names somebody where nothing else does: "the ministry"
};

class TopicWords {
 public:
  TopicWords(const Lexicon& lexicon, Language language);

  [[nodiscard]] std::uint32_t classes(const Word& word) const;
  // A crude stem that needs no dictionary: folded without marks, endings cut, a light tail ("-krieg") cut off,
  // names of one country made one. Empty when nothing but a light word is left.
  [[nodiscard]] std::string stem(std::string_view word) const;
  // Whether a stem stands for a country.
  [[nodiscard]] bool is_country(std::string_view stem) const;
  // Whether nouns have capitals in this language.
  [[nodiscard]] bool noun_capitals() const { return noun_capitals_; }

 private:
  std::unordered_map<std::uint32_t, std::uint32_t> classes_;  // by Word::hash
  std::vector<std::string> endings_;                          // longest first
  std::vector<std::string> tails_;
  std::unordered_map<std::string, std::string> same_;  // stem to the stem that stands for it
  bool noun_capitals_ = false;
};

// The words of each language, made when first asked for. Thread-safe.
class TopicWordsCache {
 public:
  TopicWordsCache();
  ~TopicWordsCache();
  TopicWordsCache(TopicWordsCache&&) noexcept;
  TopicWordsCache& operator=(TopicWordsCache&&) noexcept;

  // Lives as long as the cache. `lexicon` must be the same in every call.
  const TopicWords& of(Language language, const Lexicon& lexicon) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stet

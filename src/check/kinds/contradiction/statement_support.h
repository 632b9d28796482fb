// What a statement is of: the words and names around its cue, by which two statements are known to be of one thing.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/check.h"
#include "check/kinds/consistency/name_support.h"
#include "facts/phrase_trie.h"

namespace stet {

// A word of a statement; `group` tells which of the rule's `things` it is.
struct Thing {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::string form;  // context_form()
  TextSpan span;
  std::uint32_t group = kNone;

  // Two words of one family, or for one thing.
  [[nodiscard]] bool is_like(const Thing& other) const;
};

struct ToldStatement {
  std::uint32_t block = 0;
  TextSpan sentence;
  std::vector<TextSpan> cues;  // what it says of its things, its own cue first
  std::vector<Thing> things;
  Forms names;                    // of people
  Forms places;                   // where all nouns have a capital: names behind "in", "aus"
  std::set<std::uint32_t> times;  // numbers of the rule's phrases
  std::set<std::uint32_t> past;
  std::set<std::uint32_t> days;
  std::set<std::uint32_t> seasons;
  std::set<std::uint32_t> day_parts;
  bool until_now = false;
  bool first = false;
  bool planned = false;   // a plan stands in its sentence
  bool somebody = false;  // is of one who has a role in the article: "the defendant"
};

// A language's lists that need no matcher.
struct StatementWords {
  PhraseTrie things;
  PhraseTrie relatives;
  std::vector<std::string> common;
  std::vector<std::string> names_after;
  unsigned home = 0;

  [[nodiscard]] bool noun_capitals() const { return !names_after.empty(); }
};

// The keys of a section that it is read from.
inline constexpr Key kStatementKeys[] = {
    {"things", KeyType::kStrings, "words for one thing, parted by |"},
    {"names-after", KeyType::kStrings, "where all nouns have a capital: the words behind which it is a name"},
    {"common", KeyType::kStrings, "words that do not tell of what a statement is: \"meeting\""},
    {"relatives", KeyType::kStrings, "begin a clause that tells of a word before it: \"which\""},
};

// Those of a rule, each language's made ready when first asked for. The definition must outlive it.
class StatementLists {
 public:
  explicit StatementLists(const Definition& definition) : definition_(&definition), state_(std::make_unique<State>()) {}
  // Null when the rule has no section for the language.
  [[nodiscard]] const StatementWords* in(Language language) const;

 private:
  struct State {
    std::shared_mutex mutex;
    std::map<Language, std::unique_ptr<const StatementWords>> words;
  };
  const Definition* definition_;
  std::unique_ptr<State> state_;
};

// The names that stand beside another one somewhere in a document: of people, mostly. Read when first asked.
class NamedPeople {
 public:
  NamedPeople(const Document& document, std::uint32_t roles) : document_(document), roles_(roles) {}

  [[nodiscard]] bool knows(const std::string& name);
  // Whether a name of one stands in the other, or beside one of it elsewhere: "Onno" and "Janssen".
  [[nodiscard]] bool share(const Forms& a, const Forms& b);
  // Of one person, as far as both name any: and not "Kay Hart", "Neil Hart".
  [[nodiscard]] bool are_of_same(const Forms& a, const Forms& b);

 private:
  void read();
  [[nodiscard]] bool are_namesakes(const Forms& a, const Forms& b);
  [[nodiscard]] Forms first_names(const Forms& names, const std::string& last);
  const Document& document_;
  std::uint32_t roles_;
  bool is_read_ = false;
  Forms pairs_;  // "onno", "janssen", "onno janssen"
};

// How often words stand in a document, counted when first asked.
class WordCounts {
 public:
  explicit WordCounts(const Document& document) : document_(document) {}
  // Whether a word is one that the article uses seldom, in any of its endings.
  [[nodiscard]] bool is_rare(const std::string& form);
  // Whether it stands but once.
  [[nodiscard]] bool is_only(const std::string& form);

 private:
  void count();
  const Document& document_;
  std::unordered_map<std::string, std::size_t> counts_;  // of forms
  std::map<std::string, std::vector<std::string>> by_beginning_;
  std::unordered_map<std::string, bool> known_;
};

// Adds the things of a part of the statement's sentence, without its cues.
void read_things(const Document& document, const StatementWords& words, TextSpan part, ToldStatement& statement);
// Adds the names of a part of its sentence.
void read_names(const Document& document, const StatementWords& words, NamedPeople& people, TextSpan part,
                ToldStatement& statement);

// The part of the sentence between commas that holds the cue, and so many parts before it.
TextSpan clause_around(std::string_view text, TextSpan sentence, TextSpan cue, std::size_t before);

}  // namespace stet

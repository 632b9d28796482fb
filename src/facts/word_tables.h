// Tables of words that kinds of checks make of the lexicon. They are made with the rules, lie in their image and are
// looked at in place: a run that checks one draft builds none.
#pragma once

#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/lazy.h"
#include "facts/lexicon.h"
#include "facts/phrase_trie.h"

namespace stet {

// What is made for a language: tables by the maker's own numbers, and the texts that their payloads count.
struct MadeTables {
  std::deque<PhraseTrie> tables;
  std::vector<std::string> texts;
};

// The same to be looked in.
struct WordTable {
  std::vector<PhraseTable> tables;
  std::vector<std::string_view> texts;
};

// Makes tables of the lists of a language. A maker is known by its name.
struct TableMaker {
  std::string_view name;
  bool (*owns)(std::string_view lexicon);   // whether nothing else reads the lexicon's lists
  bool (*reads)(std::string_view lexicon);  // or: reads them too
  MadeTables (*make)(const Lexicon& lexicon, Language language);
};

// Those of all makers and languages. Immutable, shared by threads.
class WordTables {
 public:
  WordTables() = default;
  WordTables(WordTables&&) = default;
  WordTables& operator=(WordTables&&) = default;
  WordTables(std::span<const TableMaker* const> makers, const Lexicon& lexicon);
  // Those of an image(), in place, each looked at when it is asked for: it must outlive them, and be aligned to 8
  // bytes.
  static WordTables view(std::string_view image);
  // As it lies in memory: not portable between machines of different byte order.
  [[nodiscard]] std::string image() const;

  // Null where the maker has nothing for the language.
  [[nodiscard]] const WordTable* find(const TableMaker& maker, Language language) const;

 private:
  using Key = std::pair<std::string, Language>;
  std::map<Key, MadeTables> made_;  // where they are our own
  std::map<Key, Unread<WordTable>, Lexicon::Before> tables_;
};

}  // namespace stet

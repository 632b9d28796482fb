// Of what a jubilee is told: "the club's 60th anniversary", "the hall opened 60 years ago".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/kinds/context_support.h"
#include "document/document.h"

namespace stet {

struct JubileeSubject {
  std::vector<ContextWord> core;       // the words that name it; empty when the sentence does not tell
  std::vector<ContextWord> modifiers;  // "of the town", "the town's"
  std::uint32_t sentence_begin = 0;
  bool only_things = false;  // "60 years of teaching": people keep a birthday, too
};

struct JubileeForms {
  std::vector<std::string> of;        // make an attribute of the next noun
  std::vector<std::string> bare_of;   // those of them that hold no article
  std::vector<std::string> own;       // "its", "ihren": what it belongs to stands before
  std::vector<std::string> at;        // "in": before a place or time
  std::vector<std::string> clauses;   // "when": begin a clause
  std::vector<std::string> sections;  // begin the names of parts of a thing: "Jugend", "Tochter"
};

// Of the words of its sentence, in their order. `told` is the whole of what tells the jubilee, `number` the number in
// it and the word behind; `sentence` is where that begins.
JubileeSubject subject_of_jubilee(std::string_view text, std::span<const ContextWord> words, TextSpan told,
                                  TextSpan number, std::uint32_t sentence, const JubileeForms& forms);

// Whether two can be one, `a` before `b`: a word of the one names the other, and not each is marked as another.
bool may_be_same(const JubileeSubject& a, const JubileeSubject& b, const JubileeForms& forms);

// Whether its name is none of these words.
bool has_own_name(const JubileeSubject& subject, std::span<const ContextWord> words);

// Whether a word of the first names what one of the second does.
bool stand_in(std::span<const ContextWord> a, std::span<const ContextWord> b, const JubileeForms& forms);

}  // namespace stet

// Who is called what in an article: a name with a word for a post beside it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/contradiction/post_words_support.h"

namespace stet {

// When somebody has a post.
enum class Tense : std::uint8_t { kNow, kWas, kNext };

// "Judith Ames, mayor of Penworth": somebody and a post.
struct Holding {
  std::uint32_t block = 0;
  TextSpan sentence;
  TextSpan name;
  PostWord word;
  std::string surname;         // folded letters
  std::string first;           // the same of the first name or an initial; empty without one
  std::set<std::string> body;  // forms of the names beside the post: of what it is one
  Tense tense = Tense::kNow;
  bool under = false;   // "deputy", or one of two posts
  bool deputy = false;  // "deputy" stands before the post
  bool loose = false;   // without a name: "the goalkeeper", who begins a sentence
  bool inside = false;  // the same inside of one, behind a word that begins a clause
  bool change = false;  // the sentence tells of a change, of another one, of a part in a play
};

// Those of a block, by place. Quoted ones are none.
std::vector<Holding> read_holdings(const Document& document, std::uint32_t block, const PostWords& words);

}  // namespace stet

// Steps of find_misread(). Internal to text/.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "text/code_pages.h"
#include "text/misread.h"

namespace stet {

// What a character that was perhaps misread belongs to. Letters of one alphabet stand together.
enum class Kin : std::uint8_t {
  kNone,     // nothing that texts hold
  kLatin,    // letters and signs of European languages
  kRare,     // other Latin letters
  kControl,  // C1 controls: they can only be half of something misread twice
  kMark,     // combining
  kScript,   // another script
};

// Some characters that would be one character, were they bytes of the page.
struct MisreadSequence {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  char32_t read = 0;  // the character that they would be
  std::uint16_t script = 0;
  Kin kin = Kin::kNone;
  std::uint8_t size = 0;    // characters
  std::uint8_t oddity = 0;  // how improbable what stands there is: 2 is enough
  bool accepted = false;
  bool whole = true;
  char32_t chars[6] = {};  // six are the two halves of a surrogate pair
};

// Those of one page, in order.
struct PageSequences {
  CodePage page = CodePage::kWindows1252;
  std::vector<MisreadSequence> all;
  std::uint32_t certain = 0;   // how many of them leave no doubt
  std::uint32_t doubtful = 0;  // and how many nobody would have written
  std::uint32_t native = 0;    // how many of the accepted are letters of the text's language
};

// Every sequence of every page that has any.
std::vector<PageSequences> misread_sequences(std::string_view text);

// Judges the sequences of one page: sets oddity, and accepted for those that are damage. `known` is the number of
// certain ones elsewhere in the document, `repaired` tells that the text is itself the outcome of a repair.
void judge(std::string_view text, Language language, PageSequences& found, std::uint32_t known, bool repaired);

// Of Latin-2 and Latin-9, takes back what no other page accepts, unless there is much of it.
void doubt_old_pages(std::vector<PageSequences>& pages, const MisreadRound& elsewhere);

// Counts, for the places where damage was accepted, which page explains it better than which other: by a letter that
// the language has, not by one that it lacks, a capital within a word or nothing; by a word that the language lists; by
// letters in a row that are likelier there.
void count_better(std::string_view text, Language language, const std::vector<PageSequences>& pages,
                  PageContest& contest);

// Whether no page that reads the sequence differently may be the right one for the text.
bool is_beyond_doubt(const MisreadSequence& s, CodePage page, const std::vector<PageSequences>& pages,
                     const PageContest& contest);

}  // namespace stet

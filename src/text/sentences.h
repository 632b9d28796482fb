// Where sentences begin and end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stet {

// The sentences of a block's text, in order, covering it but for the white space between them. A sentence ends
// with . ! ? … or their kin of other scripts, closing quotation marks and brackets included, or at a line feed.
// Abbreviations ("z. B.", "Dr.", "Mr."), initials and ordinals ("8. April") end none. In doubt a sentence goes on:
// a guard that looks too far costs a finding, one that looks too short makes a false one.
std::vector<TextSpan> cut_sentences(std::string_view text);

// How far sentence_at looks, in bytes. What has no end within it is no sentence that a reader could follow.
inline constexpr std::uint32_t kFarthestSentence = 4096;

// The sentence that holds the byte at `pos`, without cutting the rest of the text; no more of it than
// kFarthestSentence bytes before `pos` and behind it, so that asking for every word takes no square of time.
TextSpan sentence_at(std::string_view text, std::uint32_t pos);

}  // namespace stet

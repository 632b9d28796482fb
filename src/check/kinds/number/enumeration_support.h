// Things listed in running text: "Bern, Basel und Genf".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "facts/phrase_trie.h"

namespace stet {

// The items of a list whose last one a joining word ("und") announces; at least three.
using Enumeration = std::vector<TextSpan>;

// Reads the list that fills [begin, end): short items between commas, none of which holds a joining word, a slash or a
// bracket of its own. Nothing for what may be counted in another way.
std::optional<Enumeration> read_enumeration(std::string_view text, std::size_t begin, std::size_t end,
                                            const PhraseTable& joining);

// Where the list that a colon, a dash or a bracket at `mark` opens ends: at the sentence's end, the next dash, the
// closing bracket. npos when it does not.
std::size_t enumeration_end(std::string_view text, std::size_t mark);

// The names of a list that begins at `begin`: "Thomas, Clare, Judith and Simon", one or two words with capitals each.
// At least three; nothing when the last is not joined.
std::optional<Enumeration> read_names(std::string_view text, std::size_t begin, const PhraseTable& joining);

// Whether the last two surely are not one thing: each has an article and one word.
bool have_articles(std::string_view text, const Enumeration& items, const PhraseTable& articles);

// Whether each ends with a full name: "Ute Kern", "the painter Ute Kern"; two of them at least with nothing before.
bool are_names(std::string_view text, const Enumeration& items);

}  // namespace stet

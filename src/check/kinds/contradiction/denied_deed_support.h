// What one sentence of a short article tells and another one denies: "the mayor gave a speech", "no speech was made".
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "check/kinds/contradiction/short_article_support.h"

namespace stet {

// The place that tells of it and the one that denies it, in the order of the text; nothing when all denials stand.
// wanted[i]: whether the words of the class list i are words for one deed.
std::optional<std::pair<TextPlace, TextPlace>> find_denied_deed(const ShortArticle& article,
                                                                const std::vector<bool>& wanted);

}  // namespace stet

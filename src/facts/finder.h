// One pass of a matcher over a document. Private to matcher*.cpp.
#pragma once

#include <vector>

#include "document/document.h"
#include "facts/expressions.h"
#include "facts/matcher.h"
#include "facts/matcher_image.h"

namespace stet {

// The hits of all patterns, as they come: overlapping, and in no order.
std::vector<Hit> find_hits(const matcher_image::View& view, const Expressions& expressions, const Document& document);

}  // namespace stet

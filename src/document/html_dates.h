// The day of publication that a page's head and elements tell.
#pragma once

#include <gumbo.h>

#include <optional>

#include "document/document.h"

namespace stet {

// The day that one element gives: <time datetime>, <meta> of a known name, a script with JSON-LD.
std::optional<ReferenceDate> stated_date(const GumboElement& element);

}  // namespace stet

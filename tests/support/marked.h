// Drafts in which ⟦…⟧ marks what a rule must report.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "document/document.h"

namespace stet {

// The draft without its marks, with marks around what this rule reports in it: the draft itself when all is right.
std::string remarked(std::string_view rule, std::string_view marked, std::string_view language,
                     Format format = Format::kMarkdown);

// Expects of every draft that exactly what is marked is reported; nothing in one without marks.
void expect_marked(std::string_view rule, std::string_view language, std::initializer_list<std::string_view> drafts,
                   Format format = Format::kMarkdown);

}  // namespace stet

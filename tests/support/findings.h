// What a built-in rule finds in a draft, for tests of its kind.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "engine/check_file.h"

namespace stet {

// What a check of the draft gives when only this rule runs.
FileReport check_only(std::string_view rule, std::string_view text, Format format = Format::kMarkdown,
                      std::string_view language = "en");

// One line a finding: "line:column “excerpt” message", line feeds of the excerpt written as ⏎; related places
// behind it as "  line:column “…” message". Only this rule runs.
std::string findings(std::string_view rule, std::string_view text, Format format = Format::kMarkdown,
                     std::string_view language = "en");

// Two paragraphs of an article.
extern const std::string kParagraphBefore;
extern const std::string kParagraphBehind;

// The same of lines that stand between the two, in a plain text.
std::string findings_between_paragraphs(std::string_view rule, const std::string& lines);

// The draft after this rule's safe fixes.
std::string fixed(std::string_view rule, std::string_view text, Format format = Format::kMarkdown,
                  std::string_view language = "en");

}  // namespace stet

// Several files checked as one run, for tests of what compares them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/check_file.h"

namespace stet {

using NamedTexts = std::vector<std::pair<std::string, std::string>>;  // file names, in path order, and texts

// The reports of the files, in this order, when only this rule runs.
std::vector<FileReport> check_run_of(std::string_view rule, const NamedTexts& files, std::string_view language);

// One line a finding: "b.md:line:column “excerpt” message → a.md:line:column".
std::string findings_across(std::string_view rule, const NamedTexts& files, std::string_view language);

// The excerpts of what is reported in the second of two files, joined with " | ".
std::string marked_across(std::string_view rule, std::string_view first, std::string_view second,
                          std::string_view language);

}  // namespace stet

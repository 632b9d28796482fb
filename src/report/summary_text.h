// What a run found, in words.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "report/reporter.h"

namespace stet {

// "3 errors, 2 warnings in 2 files", "3 Fehler, 2 Warnungen in 2 Dateien".
std::string summary_text(const Summary& summary, Locale locale);

// How often each rule reported something at a severity.
using RuleCounts = std::map<std::pair<std::string, Severity>, std::size_t>;

// A line for each rule, the most frequent first: count, severity, name.
std::string statistics_text(const RuleCounts& counts);

}  // namespace stet

#include "support/marked.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "rule/example_marks.h"
#include "support/findings.h"

namespace stet {

std::string remarked(std::string_view rule, std::string_view marked, std::string_view language, Format format) {
  const MarkedText draft = take_marks(marked);
  if (!draft.error.empty()) return draft.error;
  std::vector<std::pair<std::size_t, std::string_view>> marks;
  const FileReport report = check_only(rule, draft.text, format, language);
  for (const Diagnostic& d : report.diagnostics) {
    marks.emplace_back(d.place.span.begin, "⟦");
    marks.emplace_back(d.place.span.end, "⟧");
  }
  std::sort(marks.begin(), marks.end());
  std::string text = draft.text;
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) text.insert(mark->first, mark->second);
  return text;
}

void expect_marked(std::string_view rule, std::string_view language, std::initializer_list<std::string_view> drafts,
                   Format format) {
  for (const std::string_view draft : drafts) EXPECT_EQ(remarked(rule, draft, language, format), draft);
}

}  // namespace stet

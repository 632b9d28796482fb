// Drafts to measure on: varied German and English articles, the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/language.h"
#include "document/document.h"
#include "grammar.h"

namespace stet::bench {

// An article of about `bytes` bytes: title, paragraphs with quotes, links, emphasis and entities, headings,
// lists, a table, now and then a line of page furniture.
std::string write_draft(const Grammar& grammar, Format format, std::size_t bytes, std::uint64_t seed);

struct Draft {
  std::string path;
  std::string text;
};

// 2,000 articles of about 5 kB: three of five German, the others English; seven of ten Markdown, two HTML, one plain.
std::vector<Draft> many_drafts();
// One German Markdown draft of 10 MB.
Draft long_draft(Format format = Format::kMarkdown);

}  // namespace stet::bench

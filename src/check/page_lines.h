// The blocks of a document as lines of a page: which are known for furniture, which are prose, where the article
// begins and ends. After the shallow text features of boilerpipe (Kohlschütter et al. 2010) and the neighbourhood
// of jusText (Pomikálek 2011), with the wording of the rules in the place of their stop words.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "facts/facts.h"

namespace stet {

struct PageLine {
  std::uint32_t words = 0;
  bool known = false;    // a rule of page furniture knows at least half of it, or the markup makes it navigation
  bool opener = false;   // a heading over a section of it
  bool touched = false;  // such a rule knows something in it, or the markup sets it beside the article
  bool stop = false;     // ends like a sentence
  bool prose = false;    // a sentence, or more
  bool body = false;     // prose as articles have it: long, or next to other prose, and not touched
  bool gap = false;      // stands apart from the line before: behind a blank line or prose
  float links = 0;       // the share of its text that is linked
};

// By block. `matches` must be the document's.
class PageLines {
 public:
  PageLines(const Document& document, const Facts& facts);

  [[nodiscard]] const PageLine& operator[](std::uint32_t block) const { return lines_[block]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(lines_.size()); }
  // The first and the last block of the article's body; kNone when it has none.
  [[nodiscard]] std::uint32_t first_body() const { return first_body_; }
  [[nodiscard]] std::uint32_t last_body() const { return last_body_; }
  // Whether blank lines tell nothing, because they stand between all lines or between none.
  [[nodiscard]] bool uniform() const { return uniform_; }

 private:
  void measure(const Document& document);
  void mark_known(const Document& document, const Facts& facts);
  void find_gaps(const Document& document);
  void find_body();

  std::vector<PageLine> lines_;
  std::uint32_t first_body_ = kNone;
  std::uint32_t last_body_ = kNone;
  bool uniform_ = false;
};

}  // namespace stet

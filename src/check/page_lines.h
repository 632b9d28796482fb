// The blocks of a document as lines of a page: which are known for furniture, which are prose, where the article
// begins and ends. After the shallow text features of boilerpipe (Kohlschütter et al. 2010) and the neighbourhood
// of jusText (Pomikálek 2011), with the wording of the rules in the place of their stop words.
#pragma once

#include <cstdint>
#include <utility>
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
  bool body = false;     // prose of the article: long or next to other prose, not touched, where most of it stands
  bool blank = false;    // a blank line stands above
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
  void find_body(const Document& document);
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> richest_stretch(const Document& document) const;
  [[nodiscard]] std::uint32_t passage_end(std::uint32_t i, std::uint32_t limit) const;
  [[nodiscard]] bool is_article(std::uint32_t begin, std::uint32_t end) const;

  std::vector<PageLine> lines_;
  std::uint32_t first_body_ = kNone;
  std::uint32_t last_body_ = kNone;
  bool uniform_ = false;
};

}  // namespace stet

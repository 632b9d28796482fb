// Markdown through md4c. Its callbacks give texts that point into the buffer, so that offsets are exact; what does not
// (soft breaks, replaced NULs, white space of code) lies between two texts that do. Blocks and containers are opened
// when their first text is known, since md4c says no positions of them.
#pragma once

#include <md4c.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/builder.h"
#include "document/markdown_source.h"

namespace stet {

class MarkdownReader {
  // What inline markup begins with.
  static constexpr std::string_view kOpening = "*_~[!<`\\(";

 public:
  MarkdownReader(DocumentBuilder& builder, std::uint32_t begin)
      : builder_(builder), text_(builder.source()), begin_(begin), source_(text_, begin), last_end_(begin) {}

  // Whether the text could be read; if not, the builder holds a part of it.
  bool read();

 private:
  enum class Leaf : std::uint8_t { kClosed, kParagraph, kImplied, kHeading, kCode, kHtml, kCell };
  struct Container {
    enum Kind : std::uint8_t { kQuote, kList, kItem } kind = kQuote;
    bool ordered = false;
    bool task = false;
    bool number_is_text = false;  // the first item of a list that begins with 2 or more is rather "8. April"
    std::uint32_t begin = 0;
  };
  // What waits for the next text, since its place is known only then.
  struct Waiting {
    enum Kind : std::uint8_t { kSoftBreak, kHardBreak, kSpace, kInline } kind = kSoftBreak;
    InlineKind inline_kind = InlineKind::kEmphasis;
    std::string text;  // a link's target, or white space of code
    SourceSpan source;
  };
  struct Piece {
    SourceSpan source;
    std::string text;
    bool copied = true;
  };
  // What stands within a block's markup and becomes a block of its own behind it.
  struct Extra {
    Role role = Role::kRawHtml;
    std::vector<Piece> pieces;
  };

  int enter_block(MD_BLOCKTYPE type, void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type, void* detail);
  void leave_span(MD_SPANTYPE type);
  void on_text(MD_TEXTTYPE type, const char* text, MD_SIZE size);

  void begin_leaf(Leaf leaf, std::uint8_t level = 0);
  void end_leaf();
  void open_leaf(std::uint32_t first_text);
  void put_extras();
  void copy(SourceSpan span);
  void copy_prose(SourceSpan span);
  void replace(std::string_view text, SourceSpan span);
  void release_waiting(std::uint32_t next);
  void line_break(std::string_view text, std::uint32_t next);
  void outside_text(MD_TEXTTYPE type, std::string_view text);
  bool ends_line_block();
  void inline_html(SourceSpan span);
  void image_text(MD_TEXTTYPE type, const char* text, MD_SIZE size);

  void open_containers(std::uint32_t first);
  void end_container();
  [[nodiscard]] std::uint32_t leaf_begin(std::uint32_t first_text) const;
  [[nodiscard]] std::uint32_t leaf_end() const;
  [[nodiscard]] std::uint32_t fence_begin(std::uint32_t first_text) const;
  [[nodiscard]] SourceSpan written_target() const;
  [[nodiscard]] Role role_of_text() const;

  void begin_row();
  void end_cell();
  [[nodiscard]] std::uint32_t next_pipe(std::uint32_t pos) const;
  void set_row(std::uint32_t line);

  std::string attribute_text(const MD_ATTRIBUTE& attribute) const;
  [[nodiscard]] SourceSpan attribute_source(const MD_ATTRIBUTE& attribute) const;

  DocumentBuilder& builder_;
  std::string_view text_;
  std::uint32_t begin_;
  MarkdownSource source_;
  std::vector<Container> containers_;
  std::size_t opened_containers_ = 0;

  Leaf leaf_ = Leaf::kClosed;
  std::uint8_t level_ = 0;
  bool fenced_ = false;
  bool opened_ = false;
  std::uint32_t first_mark_ = kNone;  // where markup without text begins the leaf
  std::uint32_t last_end_;            // behind the last text
  std::vector<Waiting> waiting_;
  std::vector<Extra> extras_;
  bool html_goes_on_ = false;
  bool gap_ = false;  // something hidden stands behind the last text
  unsigned image_depth_ = 0;
  unsigned span_depth_ = 0;                                                                 // of other inline markup
  enum class ByLines : std::uint8_t { kUnknown, kNo, kYes } by_lines_ = ByLines::kUnknown;  // of this paragraph

  std::size_t rows_ = 0;  // of the open table
  bool header_ = false;
  SourceSpan row_;
  std::uint32_t cell_begin_ = 0;
  std::size_t cells_ = 0;
};

}  // namespace stet

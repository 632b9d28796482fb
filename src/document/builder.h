// What the readers of the three formats write into.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace stet {

class UsualText;

// Collects blocks in reading order. One text block is open at a time; containers (lists, tables, a default
// role) nest. All positions are in the source; within a block they must not decrease.
class DocumentBuilder {
 public:
  DocumentBuilder(std::string path, SourceText source, Format format);

  [[nodiscard]] std::string_view source() const { return source_; }

  // Opens a block; one that is open is closed first. `source_begin` is where its markup begins. The first
  // heading of level 1 becomes the title.
  void open_block(Role role, std::uint8_t level, std::uint32_t source_begin);
  // Closes the open block, if there is one. A block without any visible character is dropped, unless it is a
  // table cell. White space at both ends is cut off the text, and the rest written as most do (text/usual_forms.h).
  void close_block(std::uint32_t source_end);
  [[nodiscard]] bool block_open() const { return open_; }

  // Text of the open block: a copy of the source, in which a NUL becomes U+FFFD, or a replacement for a stretch of it.
  void copy(SourceSpan source);
  void replace(std::string_view text, SourceSpan source);
  // A soft break (one space) and a hard break (a line feed).
  void soft_break(SourceSpan source) { replace(" ", source); }
  void hard_break(SourceSpan source) { replace("\n", source); }
  // Bytes of text in the open block so far.
  [[nodiscard]] std::uint32_t text_size() const { return block_.map.text_size(); }
  // The last byte of the open block's text, or 0: readers that collapse white space ask for it.
  [[nodiscard]] char last_char() const;

  // Inline markup over the text between begin and end; may nest.
  void begin_inline(InlineKind kind, Language language = {}, std::string target = {}, SourceSpan target_source = {});
  // `target_source`, when not empty, says late where a link's target stands.
  void end_inline(InlineKind kind, SourceSpan target_source = {});

  // A language for the blocks opened from here on (lang attributes); nests.
  void push_language(Language language) { languages_.push_back(language); }
  void pop_language() { languages_.pop_back(); }

  void begin_list(bool ordered, std::uint32_t source_begin);
  void begin_item(std::uint32_t source_begin);
  void end_item(std::uint32_t source_end);
  void end_list(std::uint32_t source_end);
  [[nodiscard]] std::uint8_t list_depth() const {
    return static_cast<std::uint8_t>(std::min<std::size_t>(open_lists_.size(), 255));
  }

  void begin_table(std::uint32_t source_begin);
  void begin_row(bool header, std::uint32_t source_begin);
  // A cell is a block: open_block(Role::kTableCell, …) between begin_row and end_row.
  void end_row(std::uint32_t source_end);
  void end_table(std::uint32_t source_end);

  void add_front_matter(FrontMatterEntry entry) { document_.front_matter_.push_back(std::move(entry)); }
  void set_language(Language language) { document_.language_ = language; }
  // Keeps the first date of the best origin (the order of DateOrigin). A day that never was is no date.
  void set_reference_date(ReferenceDate date);

  // Blocks so far, and forgetting all but the first `kept` of them, with every list, table and inline: a reader
  // that gives up leaves no trace of what it had read.
  [[nodiscard]] std::size_t block_count() const { return document_.blocks_.size(); }
  void discard_blocks(std::size_t kept);

  // Detects the language where none is known, cuts words, gives the document away.
  Document finish(const ReadOptions& options) &&;

 private:
  struct OpenInline {
    Inline mark;
    std::uint32_t begin;
  };
  struct OpenList {
    std::uint32_t number;
    bool in_item;
  };

  void copy_bytes(SourceSpan source);
  std::string_view block_text();
  TextSpan visible_part(std::string_view text) const;
  void close_inlines(TextSpan kept, const UsualText& usual);
  std::string_view keep(std::string_view text);
  [[nodiscard]] std::string language_sample() const;

  Document document_;
  std::string_view source_;
  bool has_nul_ = false;
  bool open_ = false;
  bool has_title_ = false;
  Block block_;
  std::string text_;  // of the open block; empty as long as it is one plain copy of the source
  std::vector<OpenInline> open_inlines_;
  std::vector<Inline> block_inlines_;
  std::vector<Language> languages_;
  std::vector<OpenList> open_lists_;
  bool in_row_ = false;
  bool in_table_ = false;
  std::size_t text_total_ = 0;
  std::size_t store_used_ = 0;
  std::size_t store_size_ = 0;
};

// The readers. Each reads builder.source() from `begin` (behind the front matter).
void read_markdown(DocumentBuilder& builder, std::uint32_t begin);
void read_html(DocumentBuilder& builder, std::uint32_t begin);
void read_plain(DocumentBuilder& builder, std::uint32_t begin);

// Reads a YAML (---) or TOML (+++) header; gives the offset behind it, 0 when there is none or it is broken.
std::uint32_t read_front_matter(DocumentBuilder& builder);

}  // namespace stet

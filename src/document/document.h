// A draft that was read: blocks of plain text with exact ways back to the source, tables, lists, links.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/civil_date.h"
#include "base/language.h"
#include "base/span.h"
#include "text/source_map.h"
#include "text/source_text.h"
#include "text/words.h"

namespace stet {

enum class Format : std::uint8_t { kMarkdown, kHtml, kPlain };

// What a block is. Code, raw HTML, front matter and the raw view are no prose.
enum class Role : std::uint8_t {
  kTitle,
  kHeading,
  kParagraph,
  kListItem,
  kTableCell,
  kQuote,
  kCaption,
  kNavigation,
  kAside,
  kFooter,
  kCode,
  kRawHtml,
  kFrontMatter,
  kRaw,
};
inline constexpr std::size_t kRoleCount = 14;
constexpr bool is_prose(Role role) { return role < Role::kCode; }

std::string_view role_name(Role role);  // as rules write it: "list-item"
std::optional<Role> role_from_name(std::string_view name);
std::string_view format_name(Format format);  // "markdown", "html", "plain"
std::optional<Format> format_from_name(std::string_view name);

// A stretch of a block's text that the markup sets apart.
enum class InlineKind : std::uint8_t { kEmphasis, kStrong, kStrikethrough, kCode, kQuote, kLink, kLanguage };
struct Inline {
  InlineKind kind = InlineKind::kEmphasis;
  std::uint32_t block = 0;
  TextSpan span;
  Language language;         // kLanguage: what its lang attribute says
  std::string target;        // kLink: where it leads, decoded
  SourceSpan target_source;  // kLink: where the target stands; empty for an autolink's own text
};

inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;

struct Block {
  Role role = Role::kParagraph;
  std::uint8_t level = 0;  // heading level (1 to 6) or depth of a list item (from 1)
  Language language;       // the document's, or what a lang attribute says
  std::string_view text;   // plain text; soft breaks are one space, hard breaks a line feed
  SourceMap map;
  SourceSpan source;            // from its first to its last byte, markup included, line end excluded
  std::uint32_t list = kNone;   // the innermost list that it stands in
  std::uint32_t table = kNone;  // the table that it is a cell of
  std::uint32_t first_word = 0;
  std::uint32_t word_count = 0;
  CharSet others;  // the characters outside of words: cheap to ask before a costly search
};

struct TableRow {
  bool header = false;
  SourceSpan source;
  std::vector<std::uint32_t> cells;  // block numbers; an empty cell is a block with empty text
};
struct Table {
  SourceSpan source;
  std::vector<TableRow> rows;
};

struct ListEntry {
  SourceSpan source;
  std::vector<std::uint32_t> blocks;    // the blocks directly inside
  std::vector<std::uint32_t> sublists;  // list numbers
};
struct List {
  bool ordered = false;
  std::uint32_t parent = kNone;  // list number
  SourceSpan source;
  std::vector<ListEntry> items;
};

// One entry of the front matter; nested keys are joined with dots ("author.name").
struct FrontMatterEntry {
  std::string key;
  std::string value;
  SourceSpan source;  // of the value
};

// When the article was written, and how that is known.
enum class DateOrigin : std::uint8_t { kOption, kFrontMatter, kJsonLd, kMeta, kTimeElement };
struct ReferenceDate {
  CivilDate date;
  DateOrigin origin = DateOrigin::kOption;
};

// What the caller knows before reading.
struct ReadOptions {
  std::optional<Format> format;    // else from the path's suffix, else plain
  Language language;               // overrides what the document says (--lang)
  Language default_language;       // when the document does not say and detection finds none (stet.toml)
  std::optional<CivilDate> as_of;  // --as-of
};

// Immutable. Owns the file's bytes; every view points into them or into its own store.
class Document {
 public:
  Document(Document&&) noexcept = default;
  Document& operator=(Document&&) noexcept = default;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Format format() const { return format_; }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] const SourceText& source() const { return *source_; }

  // In reading order.
  [[nodiscard]] std::span<const Block> blocks() const { return blocks_; }
  // blocks()[i], or the raw view for kRawBlock.
  [[nodiscard]] const Block& block(std::uint32_t i) const { return i == kRawBlock ? raw_ : blocks_[i]; }
  // The whole source as one block with role kRaw and the identity as its map.
  [[nodiscard]] const Block& raw() const { return raw_; }
  static constexpr std::uint32_t kRawBlock = 0xFFFFFFFEU;

  // The words of a block (not of the raw view, which has none).
  [[nodiscard]] std::span<const Word> words(const Block& block) const {
    return std::span(words_).subspan(block.first_word, block.word_count);
  }

  [[nodiscard]] std::span<const Table> tables() const { return tables_; }
  [[nodiscard]] std::span<const List> lists() const { return lists_; }
  [[nodiscard]] std::span<const Inline> inlines() const { return inlines_; }  // by block, then begin
  // Whether the span touches inline code or text that is struck through: it is shown, not said.
  [[nodiscard]] bool is_set_aside(std::uint32_t block, TextSpan span) const;
  [[nodiscard]] std::span<const FrontMatterEntry> front_matter() const { return front_matter_; }
  [[nodiscard]] std::optional<ReferenceDate> reference_date() const { return reference_date_; }

 private:
  friend class DocumentBuilder;
  Document() = default;

  std::string path_;
  Format format_ = Format::kMarkdown;
  Language language_;
  std::unique_ptr<SourceText> source_;
  std::vector<Block> blocks_;
  Block raw_;
  std::vector<std::unique_ptr<char[]>> store_;  // texts that are no plain copy of the source
  std::vector<Word> words_;
  std::vector<Table> tables_;
  std::vector<List> lists_;
  std::vector<Inline> inlines_;
  std::vector<std::pair<std::uint32_t, TextSpan>> set_aside_;  // block and span, in order, apart from each other
  std::vector<FrontMatterEntry> front_matter_;
  std::optional<ReferenceDate> reference_date_;
};

// Reads a draft in the format that options or the path's suffix say (.md .markdown .mdx; .html .htm .xhtml;
// .txt .text and everything else plain). Never fails on content: whatever the bytes, there is a document.
Document read_document(std::string path, SourceText source, const ReadOptions& options);

// The format that a path's suffix says.
std::optional<Format> format_of_path(std::string_view path);

}  // namespace stet

#include <algorithm>
#include <string>
#include <utility>

#include "document/html_entities.h"
#include "document/markdown_addresses.h"
#include "document/markdown_reader.h"
#include "document/plain_lines.h"

namespace stet {
namespace {

constexpr unsigned kDialect = MD_DIALECT_GITHUB;
constexpr int kGiveUp = 1;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool MarkdownReader::read() {
  if (source_.too_deep()) return false;
  MD_PARSER parser{};
  parser.flags = kDialect;
  if (has_crowded_addresses(source_.text())) parser.flags &= ~unsigned{MD_FLAG_PERMISSIVEAUTOLINKS};
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    return static_cast<MarkdownReader*>(self)->enter_block(type, detail);
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    static_cast<MarkdownReader*>(self)->leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
    static_cast<MarkdownReader*>(self)->enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
    static_cast<MarkdownReader*>(self)->leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
    static_cast<MarkdownReader*>(self)->on_text(type, text, size);
    return 0;
  };
  return md_parse(source_.text().data(), static_cast<MD_SIZE>(source_.text().size()), &parser, this) == 0;
}

int MarkdownReader::enter_block(MD_BLOCKTYPE type, void* detail) {
  if (leaf_ == Leaf::kImplied) end_leaf();
  switch (type) {
    case MD_BLOCK_QUOTE:
      containers_.push_back({Container::kQuote});
      break;
    case MD_BLOCK_UL:
      containers_.push_back({Container::kList});
      break;
    case MD_BLOCK_OL: {
      const unsigned start = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
      containers_.push_back({Container::kList, true, false, start > 1});
      break;
    }
    case MD_BLOCK_LI: {
      const bool ordered = !containers_.empty() && containers_.back().ordered;
      const bool number_is_text = ordered && std::exchange(containers_.back().number_is_text, false);
      containers_.push_back(
          {Container::kItem, ordered, static_cast<MD_BLOCK_LI_DETAIL*>(detail)->is_task != 0, number_is_text});
      break;
    }
    case MD_BLOCK_P:
      by_lines_ = ByLines::kUnknown;
      begin_leaf(Leaf::kParagraph);
      break;
    case MD_BLOCK_H:
      begin_leaf(Leaf::kHeading, static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
      break;
    case MD_BLOCK_CODE:
      begin_leaf(Leaf::kCode);
      fenced_ = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->fence_char != 0;
      break;
    case MD_BLOCK_HTML:
      begin_leaf(Leaf::kHtml);
      break;
    case MD_BLOCK_TABLE:
      rows_ = 0;
      break;
    case MD_BLOCK_THEAD:
      header_ = true;
      break;
    case MD_BLOCK_TBODY:
      header_ = false;
      break;
    case MD_BLOCK_TR:
      // md4c fills short rows up to the header's width: a thousand columns and rows would be a million cells. It
      // listens to a refusal here, not at the cells.
      if (cells_ > text_.size() + 1000) return kGiveUp;
      begin_row();
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      ++cells_;
      begin_leaf(Leaf::kCell);
      break;
    default:
      break;
  }
  return containers_.size() > kDeepestNesting ? kGiveUp : 0;
}

void MarkdownReader::leave_block(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
      if (leaf_ == Leaf::kImplied) end_leaf();
      end_container();
      break;
    case MD_BLOCK_P:
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
      end_leaf();
      break;
    case MD_BLOCK_TABLE:
      builder_.end_table(row_.end);
      last_end_ = std::max(last_end_, row_.end);
      break;
    case MD_BLOCK_TR:
      builder_.end_row(row_.end);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      end_cell();
      break;
    default:
      break;
  }
}

void MarkdownReader::begin_leaf(Leaf leaf, std::uint8_t level) {
  leaf_ = leaf;
  level_ = level;
  opened_ = false;
  gap_ = false;
  first_mark_ = kNone;
  waiting_.clear();
}

Role MarkdownReader::role_of_text() const {
  if (leaf_ == Leaf::kHeading) return Role::kHeading;
  if (leaf_ == Leaf::kCode) return Role::kCode;
  if (leaf_ == Leaf::kHtml) return Role::kRawHtml;
  if (leaf_ == Leaf::kCell) return Role::kTableCell;
  if (containers_.empty()) return Role::kParagraph;
  return containers_.back().kind == Container::kQuote ? Role::kQuote : Role::kListItem;
}

void MarkdownReader::open_leaf(std::uint32_t first_text) {
  const std::uint32_t begin = leaf_begin(std::min(first_text, first_mark_));
  const bool first_in_item = opened_containers_ < containers_.size();
  open_containers(begin);
  const Role role = role_of_text();
  const std::uint8_t level = role == Role::kListItem ? builder_.list_depth() : level_;
  opened_ = true;
  const Container* item = first_in_item && role == Role::kListItem ? &containers_.back() : nullptr;
  if (item != nullptr && item->ordered && item->begin < begin) {
    std::uint32_t number = 0;
    std::uint32_t pos = item->begin;
    while (pos < begin && is_digit(text_[pos])) number = number * 10 + static_cast<std::uint32_t>(text_[pos++] - '0');
    if (item->number_is_text || is_day_of_month(number, text_.substr(begin, line_end(text_, begin) - begin))) {
      builder_.open_block(role, level, item->begin);
      builder_.copy({item->begin, begin});
      return;
    }
  }
  builder_.open_block(role, level, begin);
}

void MarkdownReader::end_leaf() {
  if (opened_) {
    builder_.close_block(leaf_end());
  } else if (!extras_.empty()) {
    open_containers(leaf_begin(first_mark_));
  }
  leaf_ = Leaf::kClosed;
  opened_ = false;
  waiting_.clear();
  put_extras();
}

void MarkdownReader::put_extras() {
  for (const Extra& extra : extras_) {
    if (extra.pieces.empty()) continue;
    std::uint32_t begin = extra.pieces.front().source.begin;
    while (extra.role == Role::kCaption && begin > begin_ &&
           kOpening.find(text_[begin - 1]) != std::string_view::npos) {
      --begin;
    }
    builder_.open_block(extra.role, 0, begin);
    for (const Piece& piece : extra.pieces) {
      if (piece.copied) {
        builder_.copy(piece.source);
      } else {
        builder_.replace(piece.text, piece.source);
      }
    }
    builder_.close_block(extra.pieces.back().source.end);
  }
  extras_.clear();
}

// --- Text ---

void MarkdownReader::on_text(MD_TEXTTYPE type, const char* text, MD_SIZE size) {
  if (leaf_ == Leaf::kClosed) begin_leaf(Leaf::kImplied);
  // In a table cell the text of an image stands for it: a cell with an image is not empty.
  if (image_depth_ > 0 && leaf_ != Leaf::kCell) {
    image_text(type, text, size);
    return;
  }
  const bool inside = source_.holds(text) && type != MD_TEXT_BR && type != MD_TEXT_SOFTBR;
  const bool html = type == MD_TEXT_HTML && leaf_ != Leaf::kHtml;
  if (!html) html_goes_on_ = false;
  if (!inside) {
    if (!html) outside_text(type, {text, size});
    return;
  }
  const SourceSpan span{source_.offset(text), source_.offset(text + size)};
  if (html) {
    inline_html(span);
  } else if (type == MD_TEXT_ENTITY) {
    const DecodedEntity entity = decode_entity({text, size}, false);
    if (entity.length == 0) {
      copy(span);
    } else {
      replace(entity.text(), span);
    }
  } else if (type == MD_TEXT_NORMAL && !source_.footnotes().empty()) {
    copy_prose(span);
  } else {
    copy(span);
  }
}

void MarkdownReader::copy(SourceSpan span) {
  if (span.empty()) return;
  if (!opened_) open_leaf(span.begin);
  release_waiting(span.begin);
  last_end_ = span.end;
  // "a <!-- hidden --> b": one space is enough.
  if (gap_ && text_[span.begin] == ' ' && builder_.last_char() == ' ') ++span.begin;
  gap_ = false;
  builder_.copy(span);
}

// A copy without the footnote marks in it. A definition begins a block of its own.
void MarkdownReader::copy_prose(SourceSpan span) {
  const auto& notes = source_.footnotes();
  auto note = std::partition_point(notes.begin(), notes.end(), [&](const auto& n) { return n.span.end <= span.begin; });
  for (; note != notes.end() && note->span.begin < span.end; ++note) {
    copy({span.begin, std::max(span.begin, note->span.begin)});
    if (note->definition) {
      const Leaf leaf = leaf_;
      end_leaf();
      begin_leaf(leaf);
      first_mark_ = note->span.begin;
    }
    span.begin = std::min(note->span.end, span.end);
    last_end_ = span.begin;
    gap_ = true;
  }
  copy(span);
}

void MarkdownReader::replace(std::string_view text, SourceSpan span) {
  if (!opened_) open_leaf(span.begin);
  release_waiting(span.begin);
  builder_.replace(text, span);
  last_end_ = span.end;
}

void MarkdownReader::outside_text(MD_TEXTTYPE type, std::string_view text) {
  if ((type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) && ends_line_block()) return;
  Waiting waiting;
  if (type == MD_TEXT_BR) waiting.kind = Waiting::kHardBreak;
  if (type != MD_TEXT_BR && type != MD_TEXT_SOFTBR) {
    waiting.kind = Waiting::kSpace;
    waiting.text = text;
  }
  waiting_.push_back(std::move(waiting));
}

// A line break ends the block in a paragraph whose lines stand for themselves.
bool MarkdownReader::ends_line_block() {
  if (leaf_ != Leaf::kParagraph || !containers_.empty() || !opened_ || span_depth_ > 0) return false;
  if (by_lines_ == ByLines::kUnknown) by_lines_ = stands_by_lines(text_, last_end_) ? ByLines::kYes : ByLines::kNo;
  if (by_lines_ == ByLines::kNo) return false;
  end_leaf();
  begin_leaf(Leaf::kParagraph);
  return true;
}

// The line break behind the last text becomes `text`; code and raw HTML keep theirs.
void MarkdownReader::line_break(std::string_view text, std::uint32_t next) {
  const std::uint32_t begin = std::min(line_end(text_.substr(0, next), last_end_), next);
  std::uint32_t end = begin;
  if (end < next && text_[end] == '\r') ++end;
  if (end < next && text_[end] == '\n') ++end;
  if (begin == end) return;
  if (leaf_ == Leaf::kCode || leaf_ == Leaf::kHtml) {
    builder_.copy({begin, end});
  } else {
    builder_.replace(text, {begin, end});
  }
  last_end_ = end;
}

void MarkdownReader::release_waiting(std::uint32_t next) {
  for (Waiting& waiting : waiting_) {
    switch (waiting.kind) {
      case Waiting::kSoftBreak:
        line_break(" ", next);
        break;
      case Waiting::kHardBreak:
        if (waiting.source.empty()) {
          line_break("\n", next);
        } else {
          builder_.hard_break(waiting.source);
        }
        break;
      case Waiting::kSpace:
        if (waiting.text == "\n" || line_end(text_, last_end_) < next) {
          line_break(waiting.text, next);
        } else {
          builder_.replace(waiting.text, {last_end_, next});
        }
        break;
      case Waiting::kInline:
        // An autolink is its own target.
        if (waiting.source.begin == next) waiting.source = {};
        builder_.begin_inline(waiting.inline_kind, {}, std::move(waiting.text), waiting.source);
        break;
    }
  }
  waiting_.clear();
}

void MarkdownReader::inline_html(SourceSpan span) {
  gap_ = true;
  first_mark_ = std::min(first_mark_, span.begin);
  last_end_ = span.end;
  if (html_goes_on_) {
    extras_.back().pieces.back().source.end = span.end;
  } else {
    extras_.push_back({Role::kRawHtml, {{span, {}, true}}});
  }
  const SourceSpan tag = extras_.back().pieces.back().source;
  const std::string_view html = text_.substr(tag.begin, tag.size());
  html_goes_on_ = !html.ends_with('>');
  if (html.size() >= 4 && (html[1] | 0x20) == 'b' && (html[2] | 0x20) == 'r' &&
      (html[3] == '>' || html[3] == ' ' || html[3] == '/')) {
    waiting_.push_back({Waiting::kHardBreak, {}, {}, tag});
  }
}

void MarkdownReader::image_text(MD_TEXTTYPE type, const char* text, MD_SIZE size) {
  std::vector<Piece>& pieces = extras_.back().pieces;
  if (!source_.holds(text) || type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
    if (!pieces.empty()) pieces.push_back({{last_end_, last_end_}, " ", false});
    return;
  }
  const SourceSpan span{source_.offset(text), source_.offset(text + size)};
  first_mark_ = std::min(first_mark_, span.begin);
  last_end_ = span.end;
  if (type == MD_TEXT_HTML) return;
  const DecodedEntity entity = type == MD_TEXT_ENTITY ? decode_entity({text, size}, false) : DecodedEntity{};
  pieces.push_back({span, std::string(entity.text()), entity.length == 0});
}

void read_markdown(DocumentBuilder& builder, std::uint32_t begin) {
  const std::size_t kept = builder.block_count();
  if (MarkdownReader(builder, begin).read()) return;
  builder.discard_blocks(kept);
  read_plain(builder, begin);
}

}  // namespace stet

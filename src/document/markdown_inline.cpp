// Inline markup of Markdown: emphasis, code, links and their targets, images.
#include <algorithm>
#include <string>
#include <utility>

#include "document/html_entities.h"
#include "document/markdown_reader.h"

namespace stet {

void MarkdownReader::enter_span(MD_SPANTYPE type, void* detail) {
  if (leaf_ == Leaf::kClosed) begin_leaf(Leaf::kImplied);
  if (type == MD_SPAN_IMG) {
    if (image_depth_++ == 0 && leaf_ != Leaf::kCell) extras_.push_back({Role::kCaption, {}});
    return;
  }
  if (image_depth_ > 0) return;
  ++span_depth_;
  Waiting waiting;
  waiting.kind = Waiting::kInline;
  switch (type) {
    case MD_SPAN_STRONG:
      waiting.inline_kind = InlineKind::kStrong;
      break;
    case MD_SPAN_DEL:
      waiting.inline_kind = InlineKind::kStrikethrough;
      break;
    case MD_SPAN_CODE:
      waiting.inline_kind = InlineKind::kCode;
      break;
    case MD_SPAN_A: {
      const MD_ATTRIBUTE& target = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
      waiting.inline_kind = InlineKind::kLink;
      waiting.text = attribute_text(target);
      waiting.source = attribute_source(target);
      break;
    }
    default:
      break;
  }
  waiting_.push_back(std::move(waiting));
}

void MarkdownReader::leave_span(MD_SPANTYPE type) {
  if (type == MD_SPAN_IMG) {
    --image_depth_;
    gap_ = true;
    return;
  }
  if (image_depth_ > 0) return;
  --span_depth_;
  const InlineKind kind = type == MD_SPAN_STRONG ? InlineKind::kStrong
                          : type == MD_SPAN_DEL  ? InlineKind::kStrikethrough
                          : type == MD_SPAN_CODE ? InlineKind::kCode
                          : type == MD_SPAN_A    ? InlineKind::kLink
                                                 : InlineKind::kEmphasis;
  // Nothing but markup inside: an image, say.
  const auto it = std::find_if(waiting_.rbegin(), waiting_.rend(), [kind](const Waiting& w) {
    return w.kind == Waiting::kInline && w.inline_kind == kind;
  });
  if (it != waiting_.rend()) {
    if (kind == InlineKind::kLink && opened_) {
      builder_.begin_inline(kind, {}, std::move(it->text), it->source);
      builder_.end_inline(kind);
    }
    waiting_.erase(std::next(it).base());
    return;
  }
  builder_.end_inline(kind, kind == InlineKind::kLink ? written_target() : SourceSpan{});
}

std::string MarkdownReader::attribute_text(const MD_ATTRIBUTE& attribute) const {
  std::string out;
  for (unsigned i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
    const std::string_view part(attribute.text + attribute.substr_offsets[i],
                                attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
    const DecodedEntity entity =
        attribute.substr_types[i] == MD_TEXT_ENTITY ? decode_entity(part, false) : DecodedEntity{};
    if (entity.length > 0) {
      out += entity.text();
    } else {
      out += part;
    }
  }
  return out;
}

SourceSpan MarkdownReader::attribute_source(const MD_ATTRIBUTE& attribute) const {
  if (attribute.size == 0 || !source_.holds(attribute.text)) return {};
  return {source_.offset(attribute.text), source_.offset(attribute.text + attribute.size)};
}

// Where the target of the link stands whose text has just ended: md4c gives a copy when it holds escapes.
SourceSpan MarkdownReader::written_target() const {
  std::uint32_t pos = last_end_;
  while (pos < text_.size() && (text_[pos] == '*' || text_[pos] == '_' || text_[pos] == '`' || text_[pos] == '~'))
    ++pos;
  if (text_.substr(pos, 2) != "](") return {};
  pos += 2;
  const auto is_space = [&](std::uint32_t at) {
    return std::string_view(" \t\n\r").find(text_[at]) != std::string_view::npos;
  };
  while (pos < text_.size() && is_space(pos)) ++pos;
  const bool angle = pos < text_.size() && text_[pos] == '<';
  if (angle) ++pos;
  const std::uint32_t begin = pos;
  for (unsigned depth = 0; pos < text_.size() && text_[pos] != '\n' && text_[pos] != '\r'; ++pos) {
    if (text_[pos] == '\\' && pos + 1 < text_.size()) {
      ++pos;
    } else if (angle ? text_[pos] == '>' : is_space(pos)) {
      break;
    } else if (!angle && text_[pos] == '(') {
      ++depth;
    } else if (!angle && text_[pos] == ')' && depth-- == 0) {
      break;
    }
  }
  return {begin, std::min(pos, static_cast<std::uint32_t>(text_.size()))};
}

}  // namespace stet

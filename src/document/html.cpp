// Reads HTML through gumbo, which parses as HTML5 says and tells where in the source each node comes from.
#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/builder.h"
#include "document/html_dates.h"
#include "document/html_elements.h"
#include "document/html_limits.h"
#include "document/html_text.h"
#include "document/html_tree.h"

namespace stet {
namespace {

class HtmlReader {
 public:
  explicit HtmlReader(DocumentBuilder& builder) : builder_(builder) {}

  void read(const GumboOutput& output) {
    frames_.push_back({.node = output.root});
    enter(frames_.back());
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const GumboVector* children = children_of(frame);
      if (children == nullptr || frame.next >= children->length) {
        leave(frame);
        frames_.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(children->data[frame.next++]);
      if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
        frames_.push_back(inside(frame, child));
        enter(frames_.back());
      } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE ||
                 child->type == GUMBO_NODE_CDATA) {
        text(child->v.text.original_text, child->v.text.text);
      }
    }
    close();
  }

 private:
  enum Closing : std::uint8_t { kNothing, kBlock, kList, kItem, kTable, kRow, kCell, kPre, kMark };
  struct Frame {
    const GumboNode* node = nullptr;
    unsigned next = 0;
    Closing closing = kNothing;
    bool skipped = false;
    bool language = false;
    bool mark_language = false;
    std::optional<InlineKind> mark = {};
    std::size_t mark_block = 0;  // the block that the mark was begun in
    std::optional<Role> role = {};
    std::uint8_t level = 0;
    std::optional<Role> outer_role = {};  // that the innermost element around it gives
    std::uint8_t outer_level = 0;
  };

  static Frame inside(const Frame& around, const GumboNode* node) {
    Frame frame{.node = node};
    frame.outer_role = around.role ? around.role : around.outer_role;
    frame.outer_level = around.role ? around.level : around.outer_level;
    return frame;
  }

  static const GumboVector* children_of(const Frame& frame) {
    return frame.skipped || frame.node->type != GUMBO_NODE_ELEMENT ? nullptr : &frame.node->v.element.children;
  }

  [[nodiscard]] std::uint32_t offset(const char* p) const {
    return static_cast<std::uint32_t>(p - builder_.source().data());
  }
  // Where an element's start tag begins; elements that HTML implies have none.
  [[nodiscard]] std::uint32_t begin_of(const GumboElement& element) const {
    return element.original_tag.length > 0 ? std::max(offset(element.original_tag.data), last_) : last_;
  }
  [[nodiscard]] std::uint32_t end_of(const GumboElement& element) const {
    const GumboStringPiece& tag = element.original_end_tag;
    return tag.length > 0 ? std::max(offset(tag.data) + static_cast<std::uint32_t>(tag.length), last_) : last_;
  }

  void enter(Frame& frame) {
    if (frame.node->type != GUMBO_NODE_ELEMENT) {
      frame.skipped = true;
      return;
    }
    const GumboElement& element = frame.node->v.element;
    const GumboTag tag = element.tag;
    if (const auto date = stated_date(element)) builder_.set_reference_date(*date);
    if (is_skipped(tag) || is_hidden(element)) {
      frame.skipped = true;
      return;
    }
    const Language language = language_of(element);
    if (tag == GUMBO_TAG_HTML) {
      if (language.known()) builder_.set_language(language);
      return;
    }
    if (is_inline(tag)) {
      enter_inline(frame, element, language);
      return;
    }
    if (language.known()) {
      builder_.push_language(language);
      frame.language = true;
    }
    enter_block(frame, element);
  }

  void enter_inline(Frame& frame, const GumboElement& element, Language language) {
    if (element.tag == GUMBO_TAG_BR) {
      if (builder_.block_open()) {
        const std::uint32_t at = begin_of(element);
        builder_.hard_break({at, at + static_cast<std::uint32_t>(element.original_tag.length)});
        last_ = at + static_cast<std::uint32_t>(element.original_tag.length);
      }
      return;
    }
    if (element.tag == GUMBO_TAG_IMG) {
      if (const GumboAttribute* alt = gumbo_get_attribute(&element.attributes, "alt")) alts_.push_back(alt);
      if (!builder_.block_open()) flush_alts();
      return;
    }
    if (element.tag == GUMBO_TAG_INPUT) {
      const std::string_view type = attribute(element, "type");
      if (type == "submit" || type == "button") {
        if (const GumboAttribute* value = gumbo_get_attribute(&element.attributes, "value")) alts_.push_back(value);
        if (!builder_.block_open()) flush_alts();
      }
      return;
    }
    if (language.known()) {
      open_block(begin_of(element));
      frame.mark_block = builder_.block_count();
      builder_.begin_inline(InlineKind::kLanguage, language);
      frame.mark_language = true;
    }
    if (element.tag == GUMBO_TAG_A) {
      const GumboAttribute* href = gumbo_get_attribute(&element.attributes, "href");
      if (href == nullptr || !builder_may_open(frame)) return;
      open_block(begin_of(element));
      SourceSpan target{offset(href->original_value.data), 0};
      target.end = target.begin + static_cast<std::uint32_t>(href->original_value.length);
      if (target.size() >= 2 && (builder_.source()[target.begin] == '"' || builder_.source()[target.begin] == '\'')) {
        ++target.begin;
        --target.end;
      }
      frame.mark_block = builder_.block_count();
      builder_.begin_inline(InlineKind::kLink, {}, href->value, target);
      frame.mark = InlineKind::kLink;
      return;
    }
    if (const auto kind = inline_kind(element.tag); kind && builder_may_open(frame)) {
      open_block(begin_of(element));
      frame.mark_block = builder_.block_count();
      builder_.begin_inline(*kind);
      frame.mark = kind;
    }
  }

  // An inline element that holds blocks (a link around a teaser) is no mark of one block.
  static bool builder_may_open(const Frame& frame) {
    const GumboVector& children = frame.node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      if (child->type == GUMBO_NODE_ELEMENT && !is_inline(child->v.element.tag)) return false;
    }
    return children.length > 0;
  }

  void enter_block(Frame& frame, const GumboElement& element) {
    const std::uint32_t begin = begin_of(element);
    if (in_cell_ > 0 && element.tag != GUMBO_TAG_TABLE && table_ > 0) {
      // Blocks in a cell of a table are lines of that cell.
      if (builder_.block_open() && builder_.text_size() > 0 && builder_.last_char() != '\n')
        builder_.hard_break({last_, last_});
      return;
    }
    close();
    frame.closing = kBlock;
    switch (element.tag) {
      case GUMBO_TAG_TITLE:
        frame.role = Role::kFrontMatter;
        break;
      case GUMBO_TAG_H1:
        frame.role = titled_ ? Role::kHeading : Role::kTitle;
        frame.level = 1;
        titled_ = true;
        break;
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_H4:
      case GUMBO_TAG_H5:
      case GUMBO_TAG_H6:
        frame.role = Role::kHeading;
        frame.level = static_cast<std::uint8_t>(element.tag - GUMBO_TAG_H1 + 1);
        break;
      case GUMBO_TAG_BLOCKQUOTE:
        frame.role = Role::kQuote;
        break;
      case GUMBO_TAG_FIGCAPTION:
      case GUMBO_TAG_CAPTION:
        frame.role = Role::kCaption;
        break;
      case GUMBO_TAG_NAV:
        frame.role = Role::kNavigation;
        break;
      case GUMBO_TAG_ASIDE:
        frame.role = Role::kAside;
        break;
      case GUMBO_TAG_FOOTER:
        frame.role = Role::kFooter;
        break;
      case GUMBO_TAG_PRE:
        frame.role = Role::kCode;
        frame.closing = kPre;
        ++pre_;
        break;
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
        builder_.begin_list(element.tag == GUMBO_TAG_OL, begin);
        frame.closing = kList;
        break;
      case GUMBO_TAG_LI:
        frame.role = Role::kListItem;
        if (builder_.list_depth() > 0 && parent_is_list()) {
          builder_.begin_item(begin);
          frame.closing = kItem;
        }
        break;
      case GUMBO_TAG_TABLE:
        if (table_ == 0 && !is_layout(frame.node)) {
          builder_.begin_table(begin);
          frame.closing = kTable;
          ++table_;
        }
        break;
      case GUMBO_TAG_TR:
        if (table_ > 0) {
          builder_.begin_row(has_header_cells(element), begin);
          frame.closing = kRow;
          ++row_;
        }
        break;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        if (row_ > 0) {
          builder_.open_block(Role::kTableCell, 0, begin);
          frame.closing = kCell;
          ++in_cell_;
        }
        break;
      default:
        break;
    }
    // Menus, asides and footers stay what they are inside.
    const std::optional<Role> around = frame.outer_role;
    if (around &&
        (*around == Role::kNavigation || *around == Role::kAside || *around == Role::kFooter ||
         *around == Role::kCaption) &&
        frame.role != Role::kCode) {
      frame.role = around;
    }
    last_ = std::max(last_, begin);
  }

  [[nodiscard]] bool parent_is_list() const {
    return frames_.size() > 1 && frames_[frames_.size() - 2].closing == kList;
  }

  void leave(Frame& frame) {
    const bool same_block = builder_.block_open() && builder_.block_count() == frame.mark_block;
    if (frame.mark && same_block) builder_.end_inline(*frame.mark);
    if (frame.mark_language && same_block) builder_.end_inline(InlineKind::kLanguage);
    if (frame.closing != kNothing && frame.node->type == GUMBO_NODE_ELEMENT) {
      const std::uint32_t end = end_of(frame.node->v.element);
      last_ = std::max(last_, end);
      if (frame.closing != kCell || in_cell_ == 1) close();
      switch (frame.closing) {
        case kList:
          builder_.end_list(end);
          break;
        case kItem:
          builder_.end_item(end);
          break;
        case kTable:
          builder_.end_table(end);
          --table_;
          break;
        case kRow:
          builder_.end_row(end);
          --row_;
          break;
        case kCell:
          --in_cell_;
          break;
        case kPre:
          --pre_;
          break;
        default:
          break;
      }
    }
    if (frame.language) builder_.pop_language();
  }

  void open_block(std::uint32_t at) {
    if (builder_.block_open()) return;
    const Frame& frame = frames_.back();
    const Role role = frame.role ? *frame.role : frame.outer_role.value_or(Role::kParagraph);
    std::uint8_t level = frame.role ? frame.level : frame.outer_level;
    if (role == Role::kListItem) level = builder_.list_depth();
    builder_.open_block(role, level, at);
  }

  void close() {
    if (builder_.block_open()) builder_.close_block(last_);
    flush_alts();
  }

  // Alternative texts and the words on buttons become blocks of their own, behind the block that they stand in.
  void flush_alts() {
    if (alts_.empty() || in_cell_ > 0) return;
    const std::uint32_t kept = last_;
    std::vector<const GumboAttribute*> alts;
    alts.swap(alts_);
    for (const GumboAttribute* alt : alts) {
      std::string_view raw(alt->original_value.data, alt->original_value.length);
      std::uint32_t begin = offset(alt->original_value.data);
      if (raw.size() >= 2 && (raw[0] == '"' || raw[0] == '\'')) {
        raw = raw.substr(1, raw.size() - 2);
        ++begin;
      }
      builder_.open_block(std::string_view(alt->name) == "alt" ? Role::kCaption : Role::kParagraph, 0, begin);
      HtmlText text(raw, begin, alt->value);
      while (const auto piece = text.next()) put(*piece);
      builder_.close_block(begin + static_cast<std::uint32_t>(raw.size()));
    }
    last_ = kept;
  }

  void put(const HtmlPiece& piece) {
    if (piece.copied) {
      builder_.copy(piece.source);
    } else {
      builder_.replace(piece.text, piece.source);
    }
    last_ = std::max(last_, piece.source.end);
  }

  void text(const GumboStringPiece& original, std::string_view decoded) {
    if (original.length == 0 || original.data == nullptr) return;
    const std::uint32_t begin = offset(original.data);
    // A cell takes text; between the parts of a table and in the head nothing is shown.
    if (table_ > 0 && in_cell_ == 0 && !builder_.block_open() && frames_.back().role != Role::kCaption) return;
    if (frames_.back().node->v.element.tag == GUMBO_TAG_HEAD) return;
    // Where the parser moved text (out of a table), its place goes back: a block of its own.
    if (begin < last_ && builder_.block_open()) close();
    HtmlText walk({original.data, original.length}, begin, decoded);
    while (const auto piece = walk.next()) {
      const bool space =
          piece->text.size() == 1 && (piece->text[0] == ' ' || piece->text[0] == '\n' || piece->text[0] == '\t' ||
                                      piece->text[0] == '\f' || piece->text[0] == '\r');
      if (!space || pre_ > 0) {
        if (pre_ > 0 && space && !builder_.block_open()) continue;
        open_block(piece->source.begin);
        put(*piece);
      } else if (builder_.block_open() && builder_.text_size() > 0 && builder_.last_char() != ' ' &&
                 builder_.last_char() != '\n') {
        if (piece->text[0] == ' ' && piece->copied) {
          put(*piece);
        } else {
          builder_.soft_break(piece->source);
          last_ = std::max(last_, piece->source.end);
        }
      }
    }
  }

  DocumentBuilder& builder_;
  std::vector<Frame> frames_;
  std::vector<const GumboAttribute*> alts_;
  std::uint32_t last_ = 0;  // the end of what was read last
  bool titled_ = false;
  int pre_ = 0;
  int table_ = 0;
  int row_ = 0;
  int in_cell_ = 0;
};

}  // namespace

void read_html(DocumentBuilder& builder, std::uint32_t begin) {
  const std::string_view html = builder.source().substr(begin);
  const std::unique_ptr<HtmlTree> tree = is_bearable_html(html) ? HtmlTree::parse(html) : nullptr;
  if (!tree) {
    read_plain(builder, begin);
    return;
  }
  HtmlReader(builder).read(tree->output());
}

}  // namespace stet

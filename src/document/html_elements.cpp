#include "document/html_elements.h"

#include <algorithm>
#include <string>
#include <vector>

namespace stet {
namespace {

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

}  // namespace

bool is_skipped(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_SVG,
                         GUMBO_TAG_MATH, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA,
                         GUMBO_TAG_CANVAS, GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_DATALIST});
}

bool is_inline(GumboTag tag) {
  return is_one_of(
      tag, {GUMBO_TAG_A,      GUMBO_TAG_ABBR,  GUMBO_TAG_ACRONYM, GUMBO_TAG_B,     GUMBO_TAG_BDI,  GUMBO_TAG_BDO,
            GUMBO_TAG_BIG,    GUMBO_TAG_BR,    GUMBO_TAG_CITE,    GUMBO_TAG_CODE,  GUMBO_TAG_DATA, GUMBO_TAG_DEL,
            GUMBO_TAG_DFN,    GUMBO_TAG_EM,    GUMBO_TAG_FONT,    GUMBO_TAG_I,     GUMBO_TAG_IMG,  GUMBO_TAG_INS,
            GUMBO_TAG_KBD,    GUMBO_TAG_LABEL, GUMBO_TAG_MARK,    GUMBO_TAG_Q,     GUMBO_TAG_RUBY, GUMBO_TAG_RB,
            GUMBO_TAG_RT,     GUMBO_TAG_S,     GUMBO_TAG_SAMP,    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRIKE,
            GUMBO_TAG_STRONG, GUMBO_TAG_SUB,   GUMBO_TAG_SUP,     GUMBO_TAG_TIME,  GUMBO_TAG_TT,   GUMBO_TAG_U,
            GUMBO_TAG_VAR,    GUMBO_TAG_WBR,   GUMBO_TAG_NOBR,    GUMBO_TAG_INPUT});
}

std::optional<InlineKind> inline_kind(GumboTag tag) {
  if (is_one_of(tag, {GUMBO_TAG_EM, GUMBO_TAG_I, GUMBO_TAG_CITE})) return InlineKind::kEmphasis;
  if (is_one_of(tag, {GUMBO_TAG_STRONG, GUMBO_TAG_B})) return InlineKind::kStrong;
  if (is_one_of(tag, {GUMBO_TAG_S, GUMBO_TAG_DEL, GUMBO_TAG_STRIKE})) return InlineKind::kStrikethrough;
  if (is_one_of(tag, {GUMBO_TAG_CODE, GUMBO_TAG_KBD, GUMBO_TAG_SAMP, GUMBO_TAG_TT})) return InlineKind::kCode;
  if (tag == GUMBO_TAG_Q) return InlineKind::kQuote;
  return std::nullopt;
}

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_hidden(const GumboElement& element) {
  if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return true;
  if (attribute(element, "aria-hidden") == "true") return true;
  std::string style;
  for (const char c : attribute(element, "style")) {
    if (c != ' ') style += c;
  }
  return style.find("display:none") != std::string::npos;
}

Language language_of(const GumboElement& element) {
  const Language language(attribute(element, "lang"));
  return language.known() ? language : Language(attribute(element, "xml:lang"));
}

bool is_layout(const GumboNode* table) {
  std::vector<const GumboNode*> open = {table};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    int paragraphs = 0;
    for (unsigned i = 0; i < node->v.element.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(node->v.element.children.data[i]);
      if (child->type != GUMBO_NODE_ELEMENT) continue;
      const GumboTag tag = child->v.element.tag;
      if (is_one_of(
              tag, {GUMBO_TAG_TABLE, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION})) {
        return true;
      }
      if (tag == GUMBO_TAG_P && ++paragraphs > 1) return true;
      open.push_back(child);
    }
  }
  return false;
}

bool has_header_cells(const GumboElement& row) {
  bool any = false;
  for (unsigned i = 0; i < row.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(row.children.data[i]);
    if (child->type != GUMBO_NODE_ELEMENT) continue;
    if (child->v.element.tag == GUMBO_TAG_TD) return false;
    any = any || child->v.element.tag == GUMBO_TAG_TH;
  }
  return any;
}

}  // namespace stet

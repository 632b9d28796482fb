#include "document/html_nesting.h"

#include <algorithm>
#include <array>

namespace stet {
namespace {

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& sorted, std::string_view name) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

// Void, or closed by the next of their kind.
constexpr auto kFlat =
    std::to_array<std::string_view>({"area", "base",  "body",   "br",    "col",   "dd",    "dt",   "embed",    "head",
                                     "hr",   "html",  "img",    "input", "li",    "link",  "meta", "optgroup", "option",
                                     "p",    "param", "source", "tbody", "tfoot", "thead", "tr",   "track",    "wbr"});
// Opened again behind a block that closes over them.
constexpr auto kMarks = std::to_array<std::string_view>(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
// Closing tags do not reach through these, those of other names than the special ones not even through the latter.
constexpr auto kBarriers =
    std::to_array<std::string_view>({"annotation-xml", "applet", "caption", "desc", "foreignobject", "marquee", "mi",
                                     "mn", "mo", "ms", "mtext", "object", "td", "template", "th", "title"});
constexpr auto kSpecials = std::to_array<std::string_view>(
    {"address", "article",  "aside",      "blockquote", "button",  "center", "details",  "dir",  "div",
     "dl",      "fieldset", "figcaption", "figure",     "footer",  "form",   "frameset", "h1",   "h2",
     "h3",      "h4",       "h5",         "h6",         "header",  "hgroup", "listing",  "main", "menu",
     "nav",     "noscript", "ol",         "pre",        "section", "select", "summary",  "ul"});
// What stands in SVG only by mistake, and ends it.
constexpr auto kBreakouts = std::to_array<std::string_view>(
    {"b",     "big",   "blockquote", "body",   "br",   "center", "code",  "dd", "div",  "dl",   "dt",
     "em",    "embed", "h1",         "h2",     "h3",   "h4",     "h5",    "h6", "head", "hr",   "i",
     "img",   "li",    "listing",    "menu",   "meta", "nobr",   "ol",    "p",  "pre",  "ruby", "s",
     "small", "span",  "strike",     "strong", "sub",  "sup",    "table", "tt", "u",    "ul",   "var"});

}  // namespace

HtmlNesting::Name HtmlNesting::hash(std::string_view name) {
  Name value = 0xCBF29CE484222325U;
  for (const char c : name) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return value;
}

HtmlNesting::Kind HtmlNesting::kind_of(std::string_view name) {
  if (name == "table") return kTable;
  if (is_one_of(kMarks, name)) return kMark;
  if (is_one_of(kBarriers, name)) return kBarrier;
  return is_one_of(kSpecials, name) ? kSpecial : kOther;
}

void HtmlNesting::open(std::string_view name, bool self_closing) {
  if (in_foreign() && is_one_of(kBreakouts, name)) leave_foreign();
  const bool foreign = in_foreign();
  if (foreign ? self_closing : is_one_of(kFlat, name)) return;
  const Kind kind = kind_of(name);
  const Name hashed = hash(name);
  if (name == "td" || name == "th" || name == "caption") {
    std::size_t table = open_.size();
    while (table > 0 && open_[table - 1].kind != kTable && open_[table - 1].name != hash("template")) --table;
    if (table == 0) return;  // there is none: the tag is ignored
    pop_to(table);
  } else if (name == "a" || name == "nobr" || name == "button") {
    close(name);
  }
  const bool integration = kind == kBarrier && foreign;
  push(hashed, kind, name == "svg" || name == "math" || (foreign && !integration));
}

void HtmlNesting::close(std::string_view name) {
  const Name hashed = hash(name);
  const auto count = counts_.find(hashed);
  if (count == counts_.end() || count->second == 0) return;
  const Kind kind = kind_of(name);
  bool special = false;
  for (std::size_t at = open_.size(); at-- > 0;) {
    const Element& element = open_[at];
    if (element.name == hashed) {
      if (kind == kMark && special) {
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(at));
        --count->second;
        --marks_;
      } else {
        pop_to(at);
      }
      return;
    }
    if (element.kind == kTable || (element.kind == kBarrier && kind != kTable)) return;
    special = special || element.kind == kSpecial;
    if (special && kind == kOther && !element.foreign) return;
  }
}

void HtmlNesting::push(Name name, Kind kind, bool foreign) {
  open_.push_back({name, kind, foreign});
  ++counts_[name];
  if (kind == kMark) ++marks_;
}

void HtmlNesting::pop_to(std::size_t depth) {
  while (open_.size() > depth) {
    --counts_[open_.back().name];
    if (open_.back().kind == kMark) --marks_;
    open_.pop_back();
  }
}

void HtmlNesting::leave_foreign() {
  while (in_foreign()) pop_to(open_.size() - 1);
}

}  // namespace stet

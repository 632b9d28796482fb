#include "document/html_limits.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace stet {
namespace {

constexpr std::size_t kDeepest = 20000;
constexpr std::size_t kMostAttributes = 2000;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// The tag's name that begins at `at`, in small letters; enough of it to know those that matter.
std::string name_at(std::string_view html, std::size_t at) {
  std::string name;
  for (std::size_t i = at; i < html.size() && name.size() < 8; ++i) {
    const char c = static_cast<char>(html[i] | 0x20);
    if (c < 'a' || c > 'z') break;
    name += c;
  }
  return name;
}

// The deepest nesting that the tags can make; elements that are void or that HTML closes by itself do not count.
std::size_t nesting(std::string_view html) {
  static constexpr auto kFlat = std::to_array<std::string_view>(
      {"area",   "br", "col",    "dd",    "dt", "hr",    "img", "input", "li", "link", "meta",
       "option", "p",  "source", "tbody", "td", "tfoot", "th",  "thead", "tr", "wbr"});
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool closing = html.substr(at + 1, 1) == "/";
    const std::string name = name_at(html, at + (closing ? 2 : 1));
    if (name.empty() || std::binary_search(kFlat.begin(), kFlat.end(), std::string_view(name))) continue;
    if (closing) {
      depth -= depth > 0 ? 1 : 0;
    } else {
      deepest = std::max(deepest, ++depth);
    }
  }
  return deepest;
}

// Walks over a tag's attributes from behind its name, as HTML5 reads them.
class Attributes {
 public:
  Attributes(std::string_view html, std::size_t at) : html_(html), at_(std::min(at, html.size())) {}

  // Where the tag ends.
  [[nodiscard]] std::size_t end() const { return at_; }

  // Whether there was one more.
  bool next() {
    skip([](char c) { return is_space(c) || c == '/'; });
    if (at_ == html_.size() || html_[at_] == '>') return false;
    ++at_;  // a name may begin with anything, "=" too
    skip([](char c) { return !is_space(c) && c != '/' && c != '>' && c != '='; });
    skip(is_space);
    if (at_ == html_.size() || html_[at_] != '=') return true;
    ++at_;
    skip(is_space);
    if (at_ == html_.size()) return true;
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
      at_ = std::min(html_.find(quote, at_ + 1), html_.size() - 1) + 1;
    } else {
      skip([](char c) { return !is_space(c) && c != '>'; });
    }
    return true;
  }

 private:
  template <class Predicate>
  void skip(Predicate predicate) {
    while (at_ < html_.size() && predicate(html_[at_])) ++at_;
  }

  std::string_view html_;
  std::size_t at_;
};

// Whether a tag has more attributes than pages have. Scripts and comments are passed over.
bool is_crowded(std::string_view html) {
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    if (html.substr(at, 4) == "<!--") {
      at = html.find("-->", at);
      if (at == std::string_view::npos) return false;
      continue;
    }
    const std::string name = name_at(html, ++at);
    if (name.empty()) continue;
    Attributes attributes(html, html.find_first_of(" \t\n\r\f/>", at));
    for (std::size_t count = 0; attributes.next();) {
      if (++count > kMostAttributes) return true;
    }
    at = attributes.end();
    if (name == "script" || name == "style") {
      at = html.find("</", at);
      while (at != std::string_view::npos && name_at(html, at + 2) != name) at = html.find("</", at + 2);
      if (at == std::string_view::npos) return false;
    }
  }
  return false;
}

}  // namespace

bool is_bearable_html(std::string_view html) { return nesting(html) <= kDeepest && !is_crowded(html); }

}  // namespace stet

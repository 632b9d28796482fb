#include "document/html_limits.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "document/html_nesting.h"

namespace stet {
namespace {

constexpr std::size_t kDeepest = 5000;
constexpr std::size_t kMostAttributes = 2000;
// Bytes of text in marks, each times the elements around it.
constexpr std::uint64_t kMostLooks = 4'000'000'000;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// The tag's name that begins at `at`, in small letters.
std::string name_at(std::string_view html, std::size_t at) {
  std::string name;
  for (std::size_t i = at; i < html.size(); ++i) {
    const char c = html[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && (name.empty() || is_space(c) || c == '/' || c == '>')) break;
    name += letter ? static_cast<char>(c | 0x20) : c;
  }
  return name;
}

// Whether what stands in the element up to its end is text, whatever it looks like.
bool holds_raw_text(std::string_view name) {
  return name == "script" || name == "style" || name == "textarea" || name == "title" || name == "xmp" ||
         name == "iframe" || name == "noembed" || name == "noframes";
}

// Walks over a tag's attributes from behind its name, as HTML5 reads them.
class Attributes {
 public:
  Attributes(std::string_view html, std::size_t at) : html_(html), at_(std::min(at, html.size())), read_(at_) {}

  // Where the tag ends.
  [[nodiscard]] std::size_t end() const { return at_; }
  // Whether it ends with a slash that is no part of a value.
  [[nodiscard]] bool self_closing() const { return at_ > read_ && html_[at_ - 1] == '/'; }

  // Whether there was one more.
  bool next() {
    const bool more = read();
    if (more) read_ = at_;
    return more;
  }

 private:
  bool read() {
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

  template <class Predicate>
  void skip(Predicate predicate) {
    while (at_ < html_.size() && predicate(html_[at_])) ++at_;
  }

  std::string_view html_;
  std::size_t at_;
  std::size_t read_;  // where the last one ends
};

// Goes from tag to tag; scripts and comments are passed over.
class Pass {
 public:
  explicit Pass(std::string_view html) : html_(html) {}

  // Whether the parser can bear it.
  bool run() {
    for (std::size_t at = html_.find('<'); at != std::string_view::npos; at = html_.find('<', at)) {
      if (nesting_.in_mark()) looks_ += std::uint64_t{at - behind_} * nesting_.depth();
      behind_ = at;
      at = html_.substr(at, 4) == "<!--" ? std::min(html_.find("-->", at), html_.size()) : behind_tag(at + 1);
      if (crowded_ || nesting_.depth() > kDeepest || looks_ > kMostLooks) return false;
    }
    if (nesting_.in_mark()) looks_ += std::uint64_t{html_.size() - behind_} * nesting_.depth();
    return looks_ <= kMostLooks;
  }

 private:
  // Where to go on behind a `<`.
  std::size_t behind_tag(std::size_t at) {
    const bool closing = at < html_.size() && html_[at] == '/';
    if (closing) ++at;
    const std::string name = name_at(html_, at);
    if (name.empty()) return at;
    Attributes attributes(html_, at + name.size());
    // A second body or html has its attributes added to those of the first.
    std::size_t own = 0;
    std::size_t& count = name == "body" || name == "html" ? of_the_page_ : own;
    while (attributes.next()) crowded_ = crowded_ || ++count > kMostAttributes;
    const std::size_t end = attributes.end();
    if (closing) {
      nesting_.close(name);
      return end;
    }
    if (holds_raw_text(name) && !nesting_.in_foreign()) return end_of_raw_text(name, end);
    if (name == "plaintext" && !nesting_.in_foreign()) return html_.size();
    nesting_.open(name, attributes.self_closing());
    return end;
  }

  [[nodiscard]] std::size_t end_of_raw_text(std::string_view name, std::size_t at) const {
    for (at = html_.find("</", at); at != std::string_view::npos; at = html_.find("</", at + 2)) {
      if (name_at(html_, at + 2) == name) return at;
    }
    return html_.size();
  }

  std::string_view html_;
  HtmlNesting nesting_;
  std::size_t behind_ = 0;  // the tag before, or where it begins
  std::uint64_t looks_ = 0;
  std::size_t of_the_page_ = 0;  // attributes of its body and html
  bool crowded_ = false;
};

}  // namespace

bool is_bearable_html(std::string_view html) { return Pass(html).run(); }

}  // namespace stet

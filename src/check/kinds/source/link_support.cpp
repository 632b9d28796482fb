#include "check/kinds/source/link_support.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool ends_address(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '<' || c == '>' || c == '"' || c == '|' || c == '[' || c == ']' ||
         c == '{' || c == '}';
}

bool begins_with(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

// Where the address ends that begins at `pos`: before the stop, the quote or the bullet behind it, and before a
// closing bracket that it did not open.
std::uint32_t address_end(std::string_view text, std::uint32_t pos) {
  std::uint32_t end = pos;
  int depth = 0;
  while (end < text.size() && !ends_address(text[end])) {
    if (text.substr(end, 2) == "\xE2\x80" || text.substr(end, 2) == "\xC2\xA0" || text.substr(end, 2) == "\xC2\xBB")
      break;
    if (text[end] == '(') ++depth;
    if (text[end] == ')' && depth-- == 0) break;
    ++end;
  }
  while (end > pos && std::string_view(".,;:!?'*_").find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

// Where addresses begin in a text: "http://", "https://" or "www." at the edge of a word.
class AddressBegins {
 public:
  explicit AddressBegins(std::string_view text) : text_(text), scheme_(find_scheme(0)), www_(find_www(0)) {}

  // The first one at or behind `pos`, which never decreases; the text's size when there is none.
  std::uint32_t next(std::uint32_t pos) {
    while (true) {
      if (scheme_ < pos) scheme_ = find_scheme(pos);
      if (www_ < pos) www_ = find_www(pos);
      const std::size_t found = std::min(scheme_, www_);
      if (found == text_.size() || found == 0 || !is_word_char(decode_before(text_, found).value)) {
        return static_cast<std::uint32_t>(found);
      }
      pos = static_cast<std::uint32_t>(found + 1);
    }
  }

 private:
  [[nodiscard]] std::size_t find_scheme(std::size_t pos) const {
    for (std::size_t colon = pos; (colon = text_.find("://", colon)) != std::string_view::npos; ++colon) {
      for (const std::string_view scheme : {"https", "http"}) {
        if (colon >= pos + scheme.size() && begins_with(text_.substr(colon - scheme.size()), scheme)) {
          return colon - scheme.size();
        }
      }
    }
    return text_.size();
  }

  [[nodiscard]] std::size_t find_www(std::size_t pos) const {
    return std::min({text_.find("www.", pos), text_.find("WWW.", pos), text_.size()});
  }

  std::string_view text_;
  // The next ones, found ahead.
  std::size_t scheme_;
  std::size_t www_;
};

class LinkFinder {
 public:
  LinkFinder(const Document& document, bool labelled) : document_(document), labelled_(labelled) {}

  std::vector<LinkPlace> find() {
    const auto inlines = document_.inlines();
    auto mark = inlines.begin();
    const auto blocks = document_.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      while (mark != inlines.end() && mark->block < i) ++mark;
      marked_ = links_.size();
      for (; mark != inlines.end() && mark->block == i; ++mark) {
        if (mark->kind == InlineKind::kLink) add_marked(*mark);
      }
      const bool may_hold = blocks[i].others.has(labelled_ ? ']' : '.');
      if (may_hold && is_prose(blocks[i].role)) find_in_text(i, blocks[i].text);
    }
    return std::move(links_);
  }

 private:
  void add_marked(const Inline& mark) {
    const SourceSpan target = mark.target_source;
    const TextPlace address =
        target.empty() ? TextPlace{mark.block, mark.span} : TextPlace{Document::kRawBlock, {target.begin, target.end}};
    links_.push_back({mark.block, mark.span, mark.span, address, mark.target});
  }

  void find_in_text(std::uint32_t block, std::string_view text) {
    AddressBegins begins(text);
    std::size_t marked = marked_;
    const std::size_t marked_end = links_.size();
    for (std::uint32_t pos = 0; (pos = begins.next(pos)) < text.size();) {
      const TextSpan address{pos, address_end(text, pos)};
      pos = std::max(address.end, pos + 1);
      while (marked < marked_end && links_[marked].whole.end <= address.begin) ++marked;
      if (marked < marked_end && links_[marked].whole.overlaps(address)) continue;
      if (document_.is_set_aside(block, address)) continue;
      LinkPlace link{
          block, address, address, {block, address}, std::string(text.substr(address.begin, address.size()))};
      if (add_brackets(text, link) || !labelled_) links_.push_back(std::move(link));
    }
  }

  // "[text](address)" as plain text shows it.
  static bool add_brackets(std::string_view text, LinkPlace& link) {
    constexpr std::uint32_t kLongestLabel = 300;  // bytes
    const std::uint32_t begin = link.whole.begin;
    if (begin < 3 || text.substr(begin - 2, 2) != "](") return false;
    const std::uint32_t from = begin - std::min(begin, kLongestLabel);
    const auto open = text.substr(from, begin - 2 - from).rfind('[');
    if (open == std::string_view::npos) return false;
    link.label = {static_cast<std::uint32_t>(from + open + 1), begin - 2};
    const bool closed = link.whole.end < text.size() && text[link.whole.end] == ')';
    link.whole = {link.label.begin - 1, link.whole.end + (closed ? 1U : 0U)};
    return true;
  }

  const Document& document_;
  bool labelled_;
  std::vector<LinkPlace> links_;
  std::size_t marked_ = 0;  // the first link of the block that is looked at
};

}  // namespace

std::vector<LinkPlace> find_links(const Document& document) { return LinkFinder(document, false).find(); }
std::vector<LinkPlace> find_labelled_links(const Document& document) { return LinkFinder(document, true).find(); }

Address parse_address(std::string_view text) {
  Address address;
  if (begins_with(text, "http://") || begins_with(text, "https://")) {
    address.has_scheme = true;
    text.remove_prefix(text.find("//") + 2);
  }
  const std::size_t end = std::min(text.find_first_of("/?#"), text.size());
  std::string_view host = text.substr(0, end);
  address.path = text.substr(end);
  if (const auto user = host.find('@'); user != std::string_view::npos) return {};
  host = host.substr(0, host.find(':'));
  if (begins_with(host, "www.")) {
    address.has_www = true;
    host.remove_prefix(4);
  }
  const auto is_host = [](char c) { return is_alnum(c) || c == '.' || c == '-'; };
  const auto dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 2 >= host.size() || host.front() == '-') return {};
  if (!std::all_of(host.begin(), host.end(), is_host) || host.find("..") != std::string_view::npos) return {};
  for (const char c : host) address.host += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return address;
}

bool is_homepage(const Address& address) {
  if (address.host.empty()) return false;
  std::string_view path = address.path;
  if (!path.empty() && path.front() == '/') path.remove_prefix(1);
  if (!path.empty() && path.back() == '/') path.remove_suffix(1);
  if (path.find_first_of("?#/") != std::string_view::npos) return false;
  return path.empty() || path.size() == 2 || begins_with(path, "index.") || begins_with(path, "home.");
}

}  // namespace stet

#include "document/html_text.h"

#include <algorithm>

#include "document/html_entities.h"
#include "text/utf8.h"

namespace stet {

std::optional<HtmlPiece> HtmlText::next() {
  while (at_ < raw_.size()) {
    const auto from = static_cast<std::uint32_t>(begin_ + at_);
    const std::string_view wanted = decoded_.substr(std::min(seen_, decoded_.size()));
    if (wanted.empty()) return std::nullopt;
    if (raw_[at_] == '&') {
      const DecodedEntity entity = decode_entity(raw_.substr(at_), true);
      if (entity.length > 0 && wanted.starts_with(entity.text())) {
        std::copy(entity.bytes, entity.bytes + entity.size, buffer_);
        at_ += entity.length;
        seen_ += entity.size;
        return HtmlPiece{{buffer_, entity.size}, {from, from + entity.length}, false};
      }
    }
    const CodePoint c = decode_at(raw_, at_);
    const std::string_view bytes = raw_.substr(at_, c.length);
    if (wanted.starts_with(bytes)) {
      at_ += c.length;
      seen_ += c.length;
      return HtmlPiece{bytes, {from, from + c.length}, true};
    }
    if (c.value == '\r' && wanted[0] == '\n') {
      const bool crlf = at_ + 1 < raw_.size() && raw_[at_ + 1] == '\n';
      at_ += crlf ? 2 : 1;
      ++seen_;
      return HtmlPiece{wanted.substr(0, 1), {from, from + (crlf ? 2U : 1U)}, false};
    }
    if (c.value == '<') {  // a tag that the parser ignored
      const std::size_t close = raw_.find('>', at_);
      at_ = close == std::string_view::npos ? raw_.size() : close + 1;
    } else {
      at_ += c.length;
    }
  }
  return std::nullopt;
}

}  // namespace stet

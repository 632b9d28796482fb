#include "text/phrase_form.h"

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool is_apostrophe(char32_t c) { return c == 0x2019 || c == 0x2BC || c == 0x2018 || c == 0xB4 || c == '`'; }
bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_quote(char32_t c) { return (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB; }

}  // namespace

Folding phrase_form(char32_t c) {
  if (c < 0x80 && c != '`') return c >= 'A' && c <= 'Z' ? Folding{{c | 0x20U}, 1} : Folding{{c}, 1};
  if (is_apostrophe(c)) return {{'\''}, 1};
  if (is_dash(c)) return {{'-'}, 1};
  if (is_quote(c)) return {{'"'}, 1};
  if (c == 0x2026) return {{'.', '.', '.'}, 3};
  return fold_char(c);
}

std::size_t skip_spaces(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    const CodePoint c = decode_at(text, pos);
    if (!is_space(c.value)) break;
    pos += c.length;
  }
  return pos;
}

std::string phrase_form(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    if (is_space(c.value)) {
      pos = skip_spaces(text, pos);
      out.push_back(' ');
      continue;
    }
    const Folding form = phrase_form(c.value);
    for (unsigned i = 0; i < form.size; ++i) append_utf8(out, form.to[i]);
  }
  return out;
}

std::size_t match_phrase(std::string_view text, std::size_t pos, std::string_view form) {
  std::size_t at = 0;
  while (at < form.size()) {
    if (pos >= text.size()) return std::string_view::npos;
    const auto byte = static_cast<unsigned char>(text[pos]);
    if (byte > ' ' && byte < 0x80 && byte != '`') {
      if (form[at] != static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20U : byte))
        return std::string_view::npos;
      ++at;
      ++pos;
      continue;
    }
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    if (is_space(c.value)) {
      if (form[at] != ' ') return std::string_view::npos;
      ++at;
      pos = skip_spaces(text, pos);
      continue;
    }
    const Folding folded = phrase_form(c.value);
    for (unsigned i = 0; i < folded.size; ++i) {
      if (at >= form.size()) return std::string_view::npos;
      const CodePoint want = decode_at(form, at);
      if (want.value != folded.to[i]) return std::string_view::npos;
      at += want.length;
    }
  }
  return pos;
}

}  // namespace stet

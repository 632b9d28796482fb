#include "check/kinds/word_support.h"

#include <algorithm>

#include "text/plain_form.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool is_mark(char32_t c) { return !is_letter(c) && !is_digit(c); }

}  // namespace

std::span<const Word> words_in(std::span<const Word> words, TextSpan span) {
  const auto begin = std::ranges::lower_bound(words, span.begin, {}, &Word::begin);
  const auto end = std::ranges::lower_bound(begin, words.end(), span.end, {}, &Word::begin);
  return {begin, end};
}

bool is_capitalised(std::string_view word) {
  if (word.empty()) return false;
  const auto byte = static_cast<unsigned char>(word[0]);
  if (byte < 128) {
    if (byte < 'A' || byte > 'Z') return false;
    if (word.size() == 1) return true;
    const auto next = static_cast<unsigned char>(word[1]);
    if (next < 128) return next < 'A' || next > 'Z';
  }
  const CodePoint first = decode_at(word, 0);
  if (!is_upper(first.value)) return false;
  return first.length >= word.size() || !is_upper(decode_at(word, first.length).value);
}

bool is_adjacent(std::string_view text, std::uint32_t end, std::uint32_t begin) {
  if (begin <= end) return false;
  if (begin == end + 1 && text[end] == ' ') return true;
  for (std::size_t pos = end; pos < begin;) {
    const CodePoint c = decode_at(text, pos);
    if (c.value == '\n' || c.value == '\t' || !is_space(c.value)) return false;
    pos += c.length;
  }
  return true;
}

bool opens_clause(std::string_view text, std::uint32_t begin) {
  std::size_t pos = begin;
  while (pos > 0) {
    const CodePoint c = decode_before(text, pos);
    if (!is_space(c.value)) return !is_word_char(c.value) && c.value != ',' && c.value != ';' && c.value != '-';
    if (c.value == '\n') return true;
    pos -= c.length;
  }
  return true;
}

std::u32string folded_letters(std::string_view word) {
  const std::string folded = fold(word);
  std::u32string out;
  out.reserve(folded.size());
  for (std::size_t pos = 0; pos < folded.size();) {
    const auto byte = static_cast<unsigned char>(folded[pos]);
    if (byte >= 'a' && byte <= 'z') {
      out.push_back(byte);
      ++pos;
      continue;
    }
    const CodePoint c = decode_at(folded, pos);
    pos += c.length;
    if (is_mark(c.value) && !out.empty()) {
      // Letter and mark in one: beyond Unicode, so that it equals no other letter.
      out.back() = 0x200000U + (out.back() & 0x1FFFU) * 0x400U + (c.value & 0x3FFU);
    } else {
      out.push_back(c.value);
    }
  }
  return out;
}

std::optional<SingleEdit> single_edit(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return std::nullopt;
  const std::size_t at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  if (b.size() > a.size()) {
    if (a.substr(at) == b.substr(at + 1)) return SingleEdit{SingleEdit::kOneMore, at};
    return std::nullopt;
  }
  if (at == a.size()) return std::nullopt;
  if (a.substr(at + 1) == b.substr(at + 1)) return SingleEdit{SingleEdit::kOther, at};
  if (at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2)) {
    return SingleEdit{SingleEdit::kSwapped, at};
  }
  return std::nullopt;
}

void SpellingKey::add(std::string_view entry, std::vector<std::string>& bad) {
  const std::size_t equals = entry.find('=');
  if (equals == std::string_view::npos || equals == 0) {
    bad.emplace_back(entry);
    return;
  }
  std::string from = plain_form(entry.substr(0, equals));
  if (from.empty()) {
    bad.emplace_back(entry);
    return;
  }
  Entries& entries = entries_[static_cast<unsigned char>(from.front())];
  entries.emplace_back(std::move(from), plain_form(entry.substr(equals + 1)));
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

std::string SpellingKey::of(std::string_view word) const {
  const std::string letters = plain_form(word);
  std::string key;
  for (std::size_t pos = 0; pos < letters.size();) {
    std::string_view piece(letters.data() + pos, 1);
    std::size_t length = 1;
    for (const auto& [from, to] : entries_[static_cast<unsigned char>(letters[pos])]) {
      if (std::string_view(letters).substr(pos).starts_with(from)) {
        piece = to;
        length = from.size();
        break;
      }
    }
    pos += length;
    for (const char c : piece) {
      if (key.empty() || key.back() != c) key.push_back(c);
    }
  }
  return key;
}

}  // namespace stet

#include "facts/role_names.h"

#include <algorithm>
#include <utility>

#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kMostTokens = 5;  // of a name

bool is_blank(std::string_view text, std::size_t pos) {
  return pos < text.size() && text[pos] != '\n' && is_space(decode_at(text, pos).value);
}

}  // namespace

std::uint32_t behind_blanks(std::string_view text, std::size_t pos) {
  while (is_blank(text, pos)) pos += decode_at(text, pos).length;
  return static_cast<std::uint32_t>(pos);
}

std::uint32_t before_blanks(std::string_view text, std::size_t pos) {
  while (pos > 0) {
    const CodePoint c = decode_before(text, pos);
    if (c.value == '\n' || !is_space(c.value)) break;
    pos -= c.length;
  }
  return static_cast<std::uint32_t>(pos);
}

bool is_upper_at(std::string_view text, std::size_t pos) {
  return pos < text.size() && is_upper(decode_at(text, pos).value);
}

std::uint32_t joint(std::string_view text, std::size_t pos) {
  if (pos >= text.size()) return 0;
  const CodePoint c = decode_at(text, pos);
  const bool joins =
      c.value == '-' || c.value == U'\u2010' || c.value == U'\u2011' || c.value == '\'' || c.value == U'’';
  return joins ? static_cast<std::uint32_t>(c.length) : 0;
}

RoleNames::RoleNames(const Document& document, const Block& block, std::vector<RoleMark> marks)
    : text_(block.text), words_(document.words(block)), marks_(std::move(marks)) {
  if (const auto home = table_number(block.language)) home_ = 1U << *home;
}

RoleNames::MarkAt RoleNames::from(std::uint32_t pos) const {
  return std::ranges::lower_bound(marks_, pos, {}, [](const RoleMark& mark) { return mark.span.begin; });
}
const RoleMark* RoleNames::begins_at(std::uint32_t pos, RoleCue cue) const {
  const RoleMark* found = nullptr;
  for (auto it = from(pos); it != marks_.end() && it->span.begin == pos; ++it) {
    if (it->cue == cue) found = &*it;
  }
  return found;
}
const RoleMark* RoleNames::ends_at(std::uint32_t pos, RoleCue cue) const {
  const std::uint32_t reach = pos > 60 ? pos - 60 : 0;
  for (auto it = from(reach); it != marks_.end() && it->span.begin < pos; ++it) {
    if (it->span.end == pos && it->cue == cue) return &*it;
  }
  return nullptr;
}
// Marks of words that are no part of a name.
bool RoleNames::is_no_name(std::uint32_t begin, std::uint32_t end) const {
  for (auto it = from(begin); it != marks_.end() && it->span.begin == begin; ++it) {
    if (it->span.end < end) continue;
    if (it->cue == RoleCue::kOffice || it->cue == RoleCue::kTitle || it->cue == RoleCue::kNation ||
        it->cue == RoleCue::kParty || it->cue == RoleCue::kPartyNoun || it->cue == RoleCue::kFormer) {
      return true;
    }
  }
  return false;
}

const Word* RoleNames::word_from(std::uint32_t pos) const {
  const auto it = std::ranges::lower_bound(words_, pos, {}, &Word::begin);
  return it != words_.end() && it->begin == pos ? &*it : nullptr;
}
const Word* RoleNames::word_to(std::uint32_t pos) const {
  const auto it = std::ranges::lower_bound(words_, pos, {}, &Word::end);
  return it != words_.end() && it->end == pos ? &*it : nullptr;
}

NameTokens RoleNames::name_from(std::uint32_t pos, std::uint32_t& end) const {
  NameTokens tokens;
  std::uint32_t at = pos;
  while (tokens.size() < kMostTokens) {
    const Word* word = word_from(at);
    if (word == nullptr) break;
    std::uint32_t stop = word->end;
    if (is_upper_at(text_, at)) {
      NameToken token{{at, stop}, false};
      while (const std::uint32_t length = joint(text_, stop)) {
        const Word* next = word_from(stop + length);
        if (next == nullptr || !is_upper_at(text_, stop + length)) break;
        token.span.end = stop = next->end;
      }
      const CodePoint letter = decode_at(text_, at);
      if (letter.length == token.span.size() && stop < text_.size() && text_[stop] == '.') {
        token.initial = true;
        ++stop;
      }
      const bool title = is_no_name(at, token.span.end);
      if (title && (!tokens.empty() || begins_at(at, RoleCue::kTitle) == nullptr)) break;
      if (title && stop < text_.size() && text_[stop] == '.') ++stop;
      if (!title) {
        tokens.push_back(token);
        end = stop;
      }
    } else if (tokens.empty() || begins_at(at, RoleCue::kParticle) == nullptr) {
      break;
    }
    const std::uint32_t next = behind_blanks(text_, stop);
    if (next == stop) break;
    at = next;
  }
  return tokens;
}

NameTokens RoleNames::name_to(std::uint32_t pos) const {
  NameTokens tokens;
  std::uint32_t at = pos;
  while (tokens.size() < kMostTokens) {
    std::uint32_t stop = at;
    if (!tokens.empty() && stop > 1 && text_[stop - 1] == '.') --stop;  // an initial
    const Word* word = word_to(stop);
    if (word == nullptr) break;
    std::uint32_t begin = word->begin;
    if (is_upper_at(text_, begin)) {
      while (begin > 1) {
        const CodePoint c = decode_before(text_, begin);
        if (joint(text_, begin - c.length) == 0) break;
        const Word* before = word_to(begin - static_cast<std::uint32_t>(c.length));
        if (before == nullptr || !is_upper_at(text_, before->begin)) break;
        begin = before->begin;
      }
      const bool initial = stop < at;
      if (initial && decode_at(text_, begin).length != stop - begin) break;
      if (is_no_name(begin, stop)) break;
      if (!tokens.empty() && is_small(begin)) break;
      tokens.insert(tokens.begin(), {{begin, stop}, initial});
    } else if (tokens.empty() || begins_at(begin, RoleCue::kParticle) == nullptr) {
      break;
    }
    const std::uint32_t before = before_blanks(text_, begin);
    if (before == begin) break;
    at = before;
  }
  return tokens;
}

// "Doch Meier": a small word has a capital where a sentence begins.
bool RoleNames::is_small(std::uint32_t begin) const {
  const Word* word = word_from(begin);
  return word != nullptr && (kinship(word->hash).small & home_) != 0;
}

}  // namespace stet

#include "check/kinds/contradiction/age_support.h"

#include <algorithm>

#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kMostWords = 3;  // between an age and the person: "58-year-old retired bus driver"
constexpr std::size_t kMostNames = 3;  // between a person and an age: "farmer Tom Reed, 63"

}  // namespace

std::optional<Person> PersonReader::behind(std::size_t pos) const {
  for (std::size_t word = 0; word < kMostWords; ++word) {
    pos = skip_blanks(text_, pos);
    if (const auto match = lists_[kPeople].longest(text_, pos)) {
      const TextSpan span{static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(match.position)};
      return is_possessor(span.end) ? std::nullopt : std::optional(Person{match.payload, span});
    }
    const auto it = std::ranges::lower_bound(words_, pos, {}, &Word::begin);
    if (it == words_.end() || it->begin != pos) return std::nullopt;
    pos = it->end;
  }
  return std::nullopt;
}

std::optional<Person> PersonReader::before(std::size_t pos) const {
  pos = skip_blanks_back(text_, pos);
  if (pos > 0 && (text_[pos - 1] == '(' || text_[pos - 1] == ',')) --pos;
  for (std::size_t name = 0; name <= kMostNames; ++name) {
    pos = skip_blanks_back(text_, pos);
    if (const auto match = lists_[kPeopleBack].longest(text_, pos)) {
      return Person{match.payload, {static_cast<std::uint32_t>(match.position), static_cast<std::uint32_t>(pos)}};
    }
    const Word* word = word_ending(pos);
    if (word == nullptr || !is_capitalised(text_.substr(word->begin, word->end - word->begin))) return std::nullopt;
    pos = word->begin;
  }
  return std::nullopt;
}

std::string PersonReader::name_before(std::size_t pos) const {
  pos = skip_blanks_back(text_, pos);
  if (pos == 0 || (text_[pos - 1] != '(' && text_[pos - 1] != ',')) return {};
  const std::size_t end = skip_blanks_back(text_, pos - 1);
  const Word* const last = word_ending(end);
  const Word* const first = last == nullptr ? nullptr : word_ending(skip_blanks_back(text_, last->begin));
  for (const Word* word : {first, last}) {
    if (word == nullptr || !is_capitalised(text_.substr(word->begin, word->end - word->begin))) return {};
    if (lists_[kPeople].longest(text_, word->begin)) return {};
  }
  return std::string(text_.substr(first->begin, last->end - first->begin));
}

PersonReader::Article PersonReader::article(std::size_t pos, std::size_t most) const {
  Article found;
  found.begin = pos;
  for (std::size_t word = 0; word <= most; ++word) {
    std::size_t end = skip_blanks_back(text_, pos);
    if (end == pos && end > 0 && text_[end - 1] == '-') --end;  // "19-jährige"
    if (is_possessive(end)) {
      found.several = true;
      return found;
    }
    if (const auto match = lists_[kSeveral].longest(text_, end)) {
      found.several = true;
      found.begin = match.position;
      return found;
    }
    if (const auto match = lists_[kIndefiniteArticles].longest(text_, end)) {
      found.indefinite = true;
      found.begin = match.position;
      return found;
    }
    if (const auto match = lists_[kDefiniteArticles].longest(text_, end)) {
      found.definite = true;
      found.begin = match.position;
      // "The second", "les deux"
      found.several = static_cast<bool>(words_before(lists_[kSeveral], text_, match.position));
      return found;
    }
    const Word* before = word_ending(end);
    if (before == nullptr || lists_[kPeople].longest(text_, before->begin)) return found;
    pos = before->begin;
    const bool digits = text_[pos] >= '0' && text_[pos] <= '9';
    found.counted = found.counted || (digits && word == 0);
  }
  return found;
}

std::optional<Person> PersonReader::apposed(std::size_t pos) const {
  pos = skip_blanks_back(text_, pos);
  if (const auto match = lists_[kIs].longest(text_, pos)) return before(match.position);
  return pos > 0 && text_[pos - 1] == ',' ? before(pos) : std::nullopt;
}

std::string_view PersonReader::complement(std::size_t end) const {
  const std::size_t pos = skip_blanks(text_, end);
  const auto match = lists_[kOf].longest(text_, pos);
  if (!match) return {};
  const std::size_t first = skip_blanks(text_, match.position);
  auto it = std::ranges::lower_bound(words_, first, {}, &Word::begin);
  if (it == words_.end()) return {};
  return text_.substr(pos, it->end - pos);
}

const Word* PersonReader::word_ending(std::size_t end) const {
  const auto it = std::ranges::lower_bound(words_, end, {}, &Word::end);
  return it != words_.end() && it->end == end ? &*it : nullptr;
}

bool PersonReader::is_possessive(std::size_t end) const {
  if (end < 3 || text_[end - 1] != 's') return false;
  const char32_t c = decode_before(text_, end - 1).value;
  return c == '\'' || c == 0x2019;
}

bool PersonReader::is_possessor(std::size_t end) const {
  if (end >= text_.size()) return false;
  const char32_t c = decode_at(text_, end).value;
  return c == '\'' || c == 0x2019 || c == '-';
}

bool is_age(std::string_view text, const Quantity& q) {
  if (q.dimension_of() != Dimension::kTime) return false;
  constexpr double kGrown = 12;  // nothing that lasts longer is put so: "the 16-year-old"
  const std::size_t end = std::min(text.find(' ', q.span.end), text.size());
  const std::string_view own = text.substr(q.span.begin, end - q.span.begin);
  const std::string_view rest = text.substr(q.span.end);
  return own.find("Jährig") != own.npos || (own.find("jährig") != own.npos && q.value >= kGrown) ||
         rest.starts_with("-old") || rest.starts_with(" old") || rest.starts_with(" alt");
}

}  // namespace stet

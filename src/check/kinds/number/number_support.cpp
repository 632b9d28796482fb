#include "check/kinds/number/number_support.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

}  // namespace

RuleWords::Tries::~Tries() {
  for (const auto& made : made_) delete made.load();
}

const PhraseTable& RuleWords::Tries::make(std::size_t list) const {
  const WordList& read = lists_[list];
  auto trie = std::make_unique<PhraseTrie>(read.direction);
  for (const Language section : {Language::any(), language_}) {
    if (read.groups) add_groups(*definition_, section, read.key, *trie);
    const auto* words = read.groups ? nullptr : definition_->option<std::vector<std::string>>(section, read.key);
    if (words == nullptr) continue;
    for (const std::string& word : *words) trie->add(word, 0);
  }
  // Another thread may have been faster.
  const PhraseTrie* known = nullptr;
  if (!made_[list].compare_exchange_strong(known, trie.get(), std::memory_order_acq_rel)) return known->table();
  return trie.release()->table();
}

const RuleWords::Tries* RuleWords::in(Language language) const {
  const auto& made = languages_.get(language, [&]() -> std::unique_ptr<const Tries> {
    if (!definition_->sections.contains(language)) return nullptr;
    return std::make_unique<const Tries>(*definition_, language, lists_);
  });
  return made.get();
}

void add_groups(const Definition& definition, Language language, std::string_view key, PhraseTrie& trie) {
  const auto* groups = definition.option<std::vector<std::string>>(language, key);
  if (groups == nullptr) return;
  for (std::uint32_t i = 0; i < groups->size(); ++i) {
    std::string_view rest = (*groups)[i];
    while (!rest.empty()) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      trie.add(rest.substr(0, bar), i);
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
}

std::size_t skip_blanks(std::string_view text, std::size_t pos) {
  while (pos < text.size() && text[pos] != '\n') {
    const CodePoint c = decode_at(text, pos);
    if (!is_space(c.value)) break;
    pos += c.length;
  }
  return pos;
}

std::size_t skip_blanks_back(std::string_view text, std::size_t pos) {
  while (pos > 0 && text[pos - 1] != '\n') {
    const CodePoint c = decode_before(text, pos);
    if (!is_space(c.value)) break;
    pos -= c.length;
  }
  return pos;
}

PhraseTrie::Match words_before(const PhraseTable& backward, std::string_view text, std::size_t pos) {
  return backward.longest(text, skip_blanks_back(text, pos));
}

PhraseTrie::Match words_at(const PhraseTable& forward, std::string_view text, std::size_t pos) {
  return forward.longest(text, skip_blanks(text, pos));
}

bool holds(const PhraseTable& forward, std::string_view text, TextSpan span) {
  const auto is_letter_byte = [](char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; };
  bool inside = span.begin > 0 && span.begin < span.end && is_letter_byte(text[span.begin - 1]);
  for (std::size_t pos = span.begin; pos < span.end; ++pos) {
    // Most places lie inside of words or of characters.
    const bool letter = is_letter_byte(text[pos]);
    if (letter && inside) continue;
    inside = letter;
    if ((static_cast<unsigned char>(text[pos]) & 0xC0U) == 0x80 || !forward.may_match(text, pos)) continue;
    if (word_char_before(text, pos) && word_char_at(text, pos)) continue;
    const auto match = forward.longest(text, pos);
    if (match && match.position <= span.end) return true;
  }
  return false;
}

bool SentenceGuard::silences(const Block& block, const RuleWords::Tries& words, std::uint32_t pos) {
  if (block_ != &block || pos < sentence_.begin || pos >= sentence_.end) {
    block_ = &block;
    sentence_ = sentence_at(block.text, pos);
    silent_ = holds(words[list_], block.text, sentence_);
  }
  return silent_;
}

bool breaks_clause(std::string_view stretch) {
  for (std::size_t i = 0; i < stretch.size(); ++i) {
    const char c = stretch[i];
    if (c == '\n' || c == ';' || c == '!' || c == '?') return true;
    if (c == '.' && (i + 1 == stretch.size() || stretch[i + 1] == ' ' || stretch[i + 1] == '\n')) {
      // "ggü. Vj." and "Mio." end no sentence, but they are rare between numbers.
      return true;
    }
    if (!is_digit_byte(c)) continue;
    std::size_t end = i;
    while (end < stretch.size() && is_digit_byte(stretch[end])) ++end;
    const bool year = end - i == 4 && (stretch[i] == '1' || stretch[i] == '2');
    if (!year) return true;
    i = end;
  }
  return false;
}

NumberValue number_value(double value, int decimals) {
  const double unit = std::pow(10.0, decimals);
  const double rounded = std::round(value * unit) / unit;
  return {rounded, decimals};
}

bool is_usable_part(const Quantity& q) {
  return q.hedge == Hedge::kExact && !q.ambiguous && !q.dimension && !q.fraction && !q.rate && !q.article &&
         q.range == Quantity::Range::kSingle;
}

double mantissa(const Quantity& quantity) { return quantity.value / quantity.scale; }

NumberValue printed(const Quantity& quantity) { return {mantissa(quantity), quantity.decimals}; }

std::string write_number(double value, int decimals, const Quantity& like, const NumberLanguage& language) {
  const std::string plain = fmt::format("{:.{}f}", std::abs(value), decimals);
  const std::size_t point = plain.find('.');
  const std::string_view whole = std::string_view(plain).substr(0, point);
  std::string out = value < 0 ? "-" : "";
  char32_t group = like.style.group;
  const bool large = whole.size() > 4;
  if (group == 0 && large) group = language.group_dot ? U'.' : language.group_comma ? U',' : U'\u00A0';
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0 && group != 0) append_utf8(out, group);
    out += whole[i];
  }
  if (point != std::string::npos) {
    append_utf8(out, like.style.decimal != 0 ? like.style.decimal : static_cast<char32_t>(language.decimal));
    out += plain.substr(point + 1);
  }
  return out;
}

}  // namespace stet

#include "check/kinds/context_support.h"

#include <algorithm>
#include <tuple>

#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::size_t kLeastBeginning = 4;  // letters that two forms of a word share at least
constexpr std::size_t kLongestEnding = 3;
constexpr std::size_t kLeastInflected = 5;  // bytes of a noun that may end in an "n" of its case
constexpr std::size_t kSmallWord = 3;       // code points up to which a word is small, unless it is an abbreviation

bool is_abbreviation(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < word.size(); ++letters) {
    const CodePoint c = decode_at(word, pos);
    if (!is_upper(c.value)) return false;
    pos += c.length;
  }
  return letters >= 2;
}

// "the club's"
bool is_possessive(std::string_view text, std::size_t pos) {
  const std::string_view rest = text.substr(pos, 5);
  return rest.starts_with("'s ") || rest.starts_with("\u2019s ");
}

}  // namespace

std::string context_form(std::string_view word) {
  std::string form(word);
  std::size_t kept = 0;
  unsigned all = 0;
  for (const char c : word) {
    const auto lower = static_cast<char>(c | 0x20);
    all |= static_cast<unsigned char>(c);
    form[kept] = lower;
    kept += lower >= 'a' && lower <= 'z' ? 1 : 0;
  }
  if (all < 128) {
    form.resize(kept);
    return form;
  }
  form = fold(word);
  kept = 0;
  for (std::size_t pos = 0; pos < form.size();) {
    const auto byte = static_cast<unsigned char>(form[pos]);
    if (byte < 128) {
      if (byte >= 'a' && byte <= 'z') form[kept++] = form[pos];
      ++pos;
      continue;
    }
    const CodePoint c = decode_at(form, pos);
    const std::size_t end = pos + c.length;
    if (is_letter(c.value)) {
      while (pos < end) form[kept++] = form[pos++];
    }
    pos = end;
  }
  form.resize(kept);
  return form;
}

bool is_same_word(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto [end_a, end_b] = std::ranges::mismatch(a, b);
  const auto common = static_cast<std::size_t>(end_a - a.begin());
  const std::size_t longest = std::max(a.size(), b.size());
  return common >= kLeastBeginning && longest - common <= kLongestEnding && common * 3 >= longest * 2;
}

bool are_kin(std::string_view a, std::string_view b) {
  constexpr std::size_t kLeastOfKin = 5;
  if (is_same_word(a, b)) return true;
  const auto common = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return common >= kLeastOfKin && common * 3 >= std::min(a.size(), b.size()) * 2;
}

bool is_same_thing(const ContextWord& a, const ContextWord& b) {
  // A "Tochterfirma" is not the company.
  const bool compound = a.head > a.span.begin || b.head > b.span.begin;
  return (!compound && a.concepts.meets(b.concepts)) || is_same_word(a.form, b.form);
}

std::vector<std::string> forms_of(const Definition& definition, Language language, std::string_view key) {
  std::vector<std::string> forms;
  if (const auto* words = definition.option<std::vector<std::string>>(language, key)) {
    for (const std::string& word : *words) forms.push_back(context_form(word));
  }
  std::ranges::sort(forms);
  return forms;
}

std::vector<std::vector<std::string>> groups_of(const Definition& definition, Language language, std::string_view key) {
  std::vector<std::vector<std::string>> found;
  const auto* groups = definition.option<std::vector<std::string>>(language, key);
  if (groups == nullptr) return found;
  for (const std::string& group : *groups) {
    std::vector<Word> words;
    cut_words(group, words);
    auto& forms = found.emplace_back();
    for (const Word& word : words) {
      forms.push_back(context_form(std::string_view(group).substr(word.begin, word.end - word.begin)));
    }
  }
  return found;
}

BySection<SmallWords> small_words(const Definition& definition) {
  return {definition, [](const Definition& rule, Language language) {
            return SmallWords{forms_of(rule, language, "plain"), forms_of(rule, language, "of"),
                              forms_of(rule, language, "names-after")};
          }};
}

bool has_capital_initials(std::string_view name) {
  std::vector<Word> words;
  cut_words(name, words);
  return !words.empty() &&
         std::ranges::all_of(words, [&](const Word& word) { return is_upper(decode_at(name, word.begin).value); });
}

std::string counted_key(const Document& document, const Quantity& quantity) {
  if (quantity.unit != kNoUnit) return "unit " + std::string(unit_of(quantity.unit).key);
  if (quantity.noun.empty()) return "";
  const std::string_view text = document.block(quantity.block).text;
  std::string form = context_form(text.substr(quantity.noun.begin, quantity.noun.size()));
  // "Beschäftigte", "die Beschäftigten".
  if (form.size() > kLeastInflected && form.back() == 'n') form.pop_back();
  return "noun " + form;
}

TextSpan counted_span(const Quantity& quantity) {
  const bool bare = quantity.unit == kNoUnit && !quantity.noun.empty();
  return {quantity.span.begin, bare ? quantity.noun.end : quantity.span.end};
}

bool is_label(const Block& block, const Quantity& quantity) {
  constexpr double kHighest = 10'000;
  const std::string_view text = block.text;
  const TextSpan number = quantity.number;
  if (quantity.spelled || quantity.unit != kNoUnit || quantity.scale != 1) return false;
  if (number.end < text.size() && text[number.end] == '@') return true;
  if (number.begin == 0) return quantity.decimals > 0 && quantity.noun.empty();
  const char before = text[number.begin - 1];
  if (std::string_view("#@<_=[\\").find(before) != std::string_view::npos) return true;
  // "Meyer 3.521": votes
  const std::string_view digits = text.substr(number.begin, number.size());
  const bool grouped = quantity.decimals == 0 && digits.find_first_not_of("0123456789") != std::string_view::npos;
  const std::uint32_t gap = before == ' ' ? 1 : text.substr(0, number.begin).ends_with("\u00A0") ? 2 : 0;
  if (quantity.value >= kHighest || grouped || gap == 0 || number.begin <= gap) return false;
  // "Debian 9", but not "In Lyon 450 guests"
  std::uint32_t begin = number.begin - gap;
  while (begin > 0 && word_char_before(text, begin)) --begin;
  const auto has_capital = [&](std::uint32_t at) { return is_upper(decode_at(text, at).value); };
  if (!has_capital(begin)) return false;
  const bool decimals = quantity.decimals > 0;
  const bool sentence = begin == sentence_at(text, begin).begin;
  return decimals || (quantity.noun.empty() && !sentence);
}

bool are_of_other_chapters(const Document& document, std::uint32_t a, std::uint32_t b) {
  constexpr std::size_t kLongestArticle = 30'000;  // bytes
  std::size_t between = 0;
  for (std::uint32_t i = std::min(a, b) + 1; i < std::max(a, b); ++i) {
    between += document.block(i).text.size();
    if (between > kLongestArticle) return true;
  }
  return false;
}

std::size_t words_looked_at(const Document& document, const Definition& definition) {
  std::size_t words = 0;
  for (const Block& block : document.blocks()) {
    if (definition.looks_at(block.role)) words += block.word_count;
  }
  return words;
}

bool Context::has(std::string_view form) const {
  return std::ranges::any_of(words, [form](const ContextWord& word) { return is_same_word(word.form, form); });
}

bool Context::has(const ContextWord& word) const {
  return std::ranges::any_of(words, [&](const ContextWord& other) { return is_same_thing(word, other); });
}

Context context_of(const Document& document, const Facts& facts, std::uint32_t block, TextSpan span, std::size_t reach,
                   const SmallWords& small) {
  const std::string_view text = document.block(block).text;
  const Concepts* const concepts =
      small.concepts ? &facts.knowledge().concepts[ConceptFamily::kConcepts].of(document.block(block).language)
                     : nullptr;
  Context context{block, facts.sentences().at(block, span.begin), {}};
  const std::span<const Word> words = document.words(document.block(block));
  const auto first = std::ranges::lower_bound(words, context.sentence.begin, {}, &Word::begin);
  const auto last = std::ranges::lower_bound(words, context.sentence.end, {}, &Word::begin);
  const auto own_begin = std::ranges::lower_bound(first, last, span.begin, {}, &Word::begin);
  const auto own_end = std::ranges::lower_bound(first, last, span.end, {}, &Word::begin);
  const auto far = static_cast<std::ptrdiff_t>(reach);
  const auto begin = own_begin - first > far ? own_begin - far : first;
  const auto end = last - own_end > far ? own_end + far : last;
  bool behind_noun = false;  // the last word that is not small stands right before
  bool of = false;           // and an "of" behind it
  bool marked = false;       // the last word marks a name
  bool attribute = false;    // the last word is one
  std::uint32_t last_end = 0;
  for (auto it = first; it != end; ++it) {
    const std::string_view word = text.substr(it->begin, it->end - it->begin);
    const CodePoint initial = decode_at(word, 0);
    const bool own = it >= own_begin && it < own_end;
    if (own || !is_letter(initial.value)) {
      behind_noun = of = marked = false;
      continue;
    }
    std::string form = context_form(word);
    const bool name = is_upper(initial.value) && (marked || small.names_after.empty());
    marked = std::ranges::binary_search(small.names_after, form);
    if (std::ranges::binary_search(small.of, form)) {
      of = behind_noun;
      continue;
    }
    Concepts::Found named;
    if (concepts != nullptr && it >= begin) named = concepts->at(text, it->begin, it->end);
    if (named.end > it->end && named.end > span.begin && it->begin < span.end) named = {};  // holds the statement
    if (named.concepts.empty() && ((!is_abbreviation(word) && count_code_points(word) <= kSmallWord) ||
                                   std::ranges::binary_search(small.plain, form))) {
      behind_noun = false;
      continue;
    }
    const std::uint32_t own_start = it->begin;
    const bool owner = is_possessive(text, it->end);
    // "Of Warwick Pumps"
    const bool goes_on = name && attribute && text.substr(last_end, it->begin - last_end) == " ";
    attribute = of || owner || goes_on;
    while (it + 1 != end && (it + 1)->begin < named.end) {
      ++it;
      form += context_form(text.substr(it->begin, it->end - it->begin));
    }
    last_end = it->end;
    if (it >= begin) {
      context.words.push_back({std::move(form),
                               {own_start, it->end},
                               name,
                               attribute,
                               named.concepts,
                               static_cast<std::uint32_t>(named.head)});
    }
    of = owner;
    behind_noun = true;
  }
  return context;
}

bool is_repeated(const Likeness& likeness) {
  constexpr std::size_t kLeastSame = 3;
  constexpr std::size_t kLeastSimilar = 4;
  constexpr std::size_t kLeastHeld = 5;  // one sentence holds the other
  if (likeness.shared == likeness.larger) return likeness.shared >= kLeastSame;
  if (likeness.shared == likeness.smaller && likeness.shared >= kLeastHeld) return true;
  return likeness.shared >= kLeastSimilar && likeness.shared * 5 >= likeness.larger * 4;
}

Likeness compare(const Context& a, const Context& b) {
  const auto stands_in = [](const ContextWord& word, const Context& context) {
    return std::ranges::any_of(context.words, [&](const ContextWord& other) {
      return word.attribute == other.attribute && is_same_thing(word, other);
    });
  };
  const auto has_own_name = [&](const Context& of, const Context& other) {
    return std::ranges::any_of(of.words, [&](const ContextWord& word) { return word.name && !other.has(word); });
  };
  Likeness result;
  std::tie(result.smaller, result.larger) = std::minmax(a.words.size(), b.words.size());
  for (const ContextWord& word : a.words) result.shared += stands_in(word, b) ? 1 : 0;
  result.other_names = has_own_name(a, b) && has_own_name(b, a);
  return result;
}

}  // namespace stet

#include "check/kinds/contradiction/jubilee_subject_support.h"

#include <algorithm>
#include <cstddef>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kNear = 28;    // bytes between a subject and what is told: "has been", "wurde"
constexpr std::size_t kBehind = 18;  // of it
constexpr std::size_t kOwned = 10;   // between the words of one phrase: " of the ", "'s "

std::string_view between(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

bool parts(std::string_view gap) { return gap.find_first_of(",.;:!?()") != std::string_view::npos; }

bool is_possessive_gap(std::string_view gap) {
  return gap == "'s " || gap == "\u2019s " || gap == "' " || gap == "\u2019 ";
}

bool is_side_by_side(std::string_view text, const ContextWord& a, const ContextWord& b) {
  const std::string_view gap = between(text, a.span.end, b.span.begin);
  return gap == " " || gap == "-" || gap == " & ";
}

// The first word behind `pos` that makes an attribute: "of", "des", "d'".
bool begins_with_of(std::string_view text, std::uint32_t pos, const std::vector<std::string>& of) {
  std::string_view rest = text.substr(pos);
  if (!rest.starts_with(' ')) return false;
  rest.remove_prefix(1);
  const std::size_t end = rest.find_first_of(" '\xE2");
  return end != std::string_view::npos && is_in(of, context_form(rest.substr(0, end)));
}

bool holds_one_of(std::string_view gap, const std::vector<std::string>& forms) {
  while (!gap.empty()) {
    const std::size_t end = std::min(gap.find(' '), gap.size() - 1);
    if (is_in(forms, context_form(gap.substr(0, end + 1)))) return true;
    gap.remove_prefix(end + 1);
  }
  return false;
}

// "50 Jahre Musikschule": a noun with its capital follows at once.
bool names_next(std::string_view text, std::uint32_t pos) {
  return text.substr(0, pos).ends_with(" Jahre") && text.substr(pos).starts_with(' ') &&
         is_upper(decode_at(text, pos + 1).value);
}

class Phrases {
 public:
  Phrases(std::string_view text, std::span<const ContextWord> words, const std::vector<std::string>& of)
      : text_(text), words_(words), of_(of) {}

  // From this word on: "the rowing club of the town".
  [[nodiscard]] JubileeSubject forward(std::size_t first) const {
    JubileeSubject subject;
    std::size_t i = run_end(first);
    subject.core.assign(words_.begin() + static_cast<std::ptrdiff_t>(first),
                        words_.begin() + static_cast<std::ptrdiff_t>(i));
    while (i < words_.size() && is_owned(i - 1, i)) {
      // "The painter's birth": its head is behind.
      const bool head = is_possessive_gap(between(text_, words_[i - 1].span.end, words_[i].span.begin));
      const std::size_t end = run_end(i);
      if (head) {
        subject.modifiers.insert(subject.modifiers.end(), subject.core.begin(), subject.core.end());
        subject.core.clear();
      }
      auto& into = head ? subject.core : subject.modifiers;
      for (; i < end; ++i) into.push_back(words_[i]);
    }
    return subject;
  }

  // Up to this word: what it belongs to is before it.
  [[nodiscard]] JubileeSubject backward(std::size_t last) const {
    JubileeSubject subject;
    std::size_t end = last + 1;
    for (;;) {
      const std::size_t begin = run_begin(end - 1);
      subject.core.assign(words_.begin() + static_cast<std::ptrdiff_t>(begin),
                          words_.begin() + static_cast<std::ptrdiff_t>(end));
      if (begin == 0 || !is_owned(begin - 1, begin)) return subject;
      const std::string_view gap = between(text_, words_[begin - 1].span.end, words_[begin].span.begin);
      if (is_possessive_gap(gap)) {
        for (std::size_t i = run_begin(begin - 1); i < begin; ++i) subject.modifiers.push_back(words_[i]);
        return subject;
      }
      subject.modifiers.insert(subject.modifiers.end(), subject.core.begin(), subject.core.end());
      end = begin;
    }
  }

 private:
  [[nodiscard]] bool is_owned(std::size_t a, std::size_t b) const {
    const std::string_view gap = between(text_, words_[a].span.end, words_[b].span.begin);
    return gap.size() <= kOwned && !parts(gap) &&
           (is_possessive_gap(gap) || begins_with_of(text_, words_[a].span.end, of_));
  }
  [[nodiscard]] std::size_t run_end(std::size_t i) const {
    do ++i;
    while (i < words_.size() && is_side_by_side(text_, words_[i - 1], words_[i]));
    return i;
  }
  [[nodiscard]] std::size_t run_begin(std::size_t i) const {
    while (i > 0 && is_side_by_side(text_, words_[i - 1], words_[i])) --i;
    return i;
  }

  std::string_view text_;
  std::span<const ContextWord> words_;
  const std::vector<std::string>& of_;
};

// "will mark its ": the last word before the number.
bool ends_with_one_of(std::string_view gap, const std::vector<std::string>& forms) {
  while (gap.ends_with(' ')) gap.remove_suffix(1);
  const std::size_t begin = gap.rfind(' ');
  return is_in(forms, context_form(begin == std::string_view::npos ? gap : gap.substr(begin)));
}

bool has_thing(std::span<const ContextWord> words, const ContextWord& word) {
  return std::ranges::any_of(words, [&](const ContextWord& other) { return is_same_thing(word, other); });
}

// Whether the one is marked by what the other lacks: "the women's choir".
bool has_own_mark(const JubileeSubject& a, const JubileeSubject& b) {
  return std::ranges::any_of(
      a.modifiers, [&](const ContextWord& word) { return !has_thing(b.core, word) && !has_thing(b.modifiers, word); });
}

// The same word but for its case or number, or one for the same thing; not "librera" and "librería".
bool is_same_noun(const ContextWord& a, const ContextWord& b) {
  if (!is_same_thing(a, b)) return false;
  if (a.form == b.form || !is_same_word(a.form, b.form)) return true;
  const auto common = static_cast<std::size_t>(std::ranges::mismatch(a.form, b.form).in1 - a.form.begin());
  const std::size_t more = std::max(a.form.size(), b.form.size()) - common;
  const std::size_t less = std::min(a.form.size(), b.form.size()) - common;
  return more <= 1 || (less == 0 && more <= 2);
}

// "The zoo" behind "the town's zoo": also "the Verein" behind "the Turnverein", unless that is its youth.
bool may_name(const ContextWord& before, const ContextWord& after, const JubileeForms& forms) {
  constexpr std::size_t kLeastHead = 5;
  if (is_same_noun(before, after)) return true;
  std::string_view head = after.form;
  if (head.size() > kLeastHead && head.ends_with('s') && !before.form.ends_with('s')) head.remove_suffix(1);
  if (head.size() < kLeastHead || before.form.size() < head.size() + 3 || !before.form.ends_with(head)) return false;
  return std::ranges::none_of(forms.sections,
                              [&](const std::string& section) { return before.form.starts_with(section); });
}

// Words that begin their sentence have a capital anyhow.
bool has_own_name(const JubileeSubject& a, const JubileeSubject& b) {
  return std::ranges::any_of(a.core, [&](const ContextWord& word) {
    return word.name && word.span.begin > a.sentence_begin && !has_thing(b.core, word) && !has_thing(b.modifiers, word);
  });
}

}  // namespace

JubileeSubject subject_of_jubilee(std::string_view text, std::span<const ContextWord> words, TextSpan told,
                                  TextSpan number, std::uint32_t sentence, const JubileeForms& forms) {
  const Phrases phrases(text, words, forms.of);
  bool deed = false;
  for (const std::uint32_t end : {number.end, std::max(told.end, number.end)}) {
    if (!begins_with_of(text, end, forms.of) && !names_next(text, end)) continue;
    const auto first = std::ranges::find_if(words, [&](const ContextWord& w) { return w.span.begin >= end; });
    if (first == words.end() || between(text, end, first->span.begin).size() > kBehind) continue;
    // "Is marking 75 years of digging": the digging is no thing.
    const std::string_view gap = between(text, end, first->span.begin);
    deed = told.begin < number.begin && !first->name && ends_with_one_of(gap, forms.bare_of);
    if (!deed) return phrases.forward(static_cast<std::size_t>(first - words.begin()));
  }
  const std::uint32_t told_begin = std::min(told.begin, number.begin);
  const auto behind = std::ranges::find_if(words, [&](const ContextWord& w) { return w.span.begin >= told_begin; });
  if (behind == words.begin()) return {};
  const auto last = static_cast<std::size_t>(behind - words.begin()) - 1;
  const std::string_view gap = between(text, words[last].span.end, told_begin);
  if (is_possessive_gap(gap)) return phrases.backward(last);
  // "With a party for the 90th birthday": of whom, it does not say.
  if (told_begin == number.begin && !ends_with_one_of(gap, forms.own)) return {};
  JubileeSubject opening = phrases.forward(0);
  opening.only_things = deed;
  const auto is_opened_by = [&](const std::vector<std::string>& list) {
    const std::uint32_t begin = opening.core.empty() ? 0 : opening.core.front().span.begin;
    return holds_one_of(text.substr(sentence, begin - sentence), list);
  };
  // "When the hall opened 60 years ago" behind another clause; "In May the hall turns 60"
  const JubileeSubject nearest = phrases.backward(last);
  if (gap.size() <= kNear && !parts(gap) && !nearest.core.empty()) {
    const std::size_t first = static_cast<std::size_t>(
        std::ranges::find_if(words,
                             [&](const ContextWord& w) { return w.span.begin == nearest.core.front().span.begin; }) -
        words.begin());
    const std::string_view before =
        first == 0 ? std::string_view() : between(text, words[first - 1].span.end, words[first].span.begin);
    if (first == 0 || before.find(',') != std::string_view::npos || holds_one_of(before, forms.clauses) ||
        is_opened_by(forms.at)) {
      JubileeSubject found = nearest;
      found.only_things = deed;
      return found;
    }
  }
  // "The market in Newtown": what stands between marks it.
  for (const ContextWord& word : words) {
    const bool own = has_thing(opening.core, word) || has_thing(opening.modifiers, word);
    if (word.span.begin < told_begin && !own) opening.modifiers.push_back(word);
  }
  return opening;
}

bool may_be_same(const JubileeSubject& a, const JubileeSubject& b, const JubileeForms& forms) {
  const bool shared = std::ranges::any_of(a.core, [&](const ContextWord& word) {
    if (word.name && (a.only_things || b.only_things)) return false;
    return std::ranges::any_of(b.core, [&](const ContextWord& other) { return may_name(word, other, forms); });
  });
  if (!shared || (has_own_name(a, b) && has_own_name(b, a))) return false;
  // "The club's youth", beside the club.
  if (stand_in(a.core, b.modifiers, forms) || stand_in(a.modifiers, b.core, forms)) return false;
  return !has_own_mark(a, b) || !has_own_mark(b, a);
}

bool has_own_name(const JubileeSubject& subject, std::span<const ContextWord> words) {
  JubileeSubject other;
  other.core.assign(words.begin(), words.end());
  return has_own_name(subject, other);
}

bool stand_in(std::span<const ContextWord> a, std::span<const ContextWord> b, const JubileeForms& forms) {
  return std::ranges::any_of(a, [&](const ContextWord& word) {
    return std::ranges::any_of(b, [&](const ContextWord& other) { return may_name(word, other, forms); });
  });
}

}  // namespace stet

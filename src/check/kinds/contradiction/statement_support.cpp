#include "check/kinds/contradiction/statement_support.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "base/byte_set.h"
#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kMostOften = 4;  // times that a word stands in an article that is about something else
constexpr std::size_t kShortest = 3;   // bytes of a word that tells anything
constexpr std::size_t kBeginning = 4;  // bytes that two endings of a word share: is_same_word()

}  // namespace

bool Thing::is_like(const Thing& other) const {
  if ((group != kNone && group == other.group) || are_kin(form, other.form)) return true;
  // "Eintrittspreise" and "Preise"
  const auto [shorter, longer] =
      std::minmax(form, other.form, [](const auto& a, const auto& b) { return a.size() < b.size(); });
  return shorter.size() > kBeginning && longer.ends_with(shorter);
}

const StatementWords* StatementLists::in(Language language) const {
  {
    const std::shared_lock lock(state_->mutex);
    const auto it = state_->words.find(language);
    if (it != state_->words.end()) return it->second.get();
  }
  std::unique_ptr<StatementWords> fresh;
  if (const auto home = table_number(language); home && definition_->sections.contains(language)) {
    fresh = std::make_unique<StatementWords>();
    add_groups(*definition_, language, "things", fresh->things);
    add_groups(*definition_, language, "relatives", fresh->relatives);
    fresh->common = forms_of(*definition_, language, "common");
    fresh->names_after = forms_of(*definition_, language, "names-after");
    fresh->home = *home;
  }
  const std::unique_lock lock(state_->mutex);
  return state_->words.try_emplace(language, std::move(fresh)).first->second.get();
}

bool NamedPeople::knows(const std::string& name) {
  if (!is_read_) read();
  return pairs_.contains(name);
}

void NamedPeople::read() {
  is_read_ = true;
  for (const Block& block : document_.blocks()) {
    if ((roles_ >> static_cast<unsigned>(block.role) & 1U) == 0) continue;
    const Word* before = nullptr;
    std::string first;  // the form of the word before, once it is known
    for_each_name(document_, block, {0, static_cast<std::uint32_t>(block.text.size())}, true,
                  [&](const Word& word, bool common) {
                    const bool beside = !common && before != nullptr && word.begin == before->end + 1;
                    std::string form;
                    if (beside) {
                      if (first.empty()) first = name_form(word_text(block, *before));
                      form = name_form(word_text(block, word));
                      pairs_.insert(first);
                      pairs_.insert(form);
                      pairs_.insert(first + ' ' + form);
                    }
                    before = common ? nullptr : &word;
                    first = std::move(form);
                  });
  }
}

bool NamedPeople::share(const Forms& a, const Forms& b) {
  return std::ranges::any_of(a, [&](const std::string& one) {
    return std::ranges::any_of(b, [&](const std::string& other) {
      return one == other || knows(one + ' ' + other) || knows(other + ' ' + one);
    });
  });
}

Forms NamedPeople::first_names(const Forms& names, const std::string& last) {
  Forms found;
  for (const std::string& first : names) {
    if (knows(first + ' ' + last)) found.insert(first);
  }
  return found;
}

bool NamedPeople::are_namesakes(const Forms& a, const Forms& b) {
  return std::ranges::any_of(a, [&](const std::string& last) {
    if (!b.contains(last)) return false;
    const Forms mine = first_names(a, last);
    const Forms other = first_names(b, last);
    return !mine.empty() && !other.empty() && !intersects(mine, other);
  });
}

bool NamedPeople::are_of_same(const Forms& a, const Forms& b) {
  if (a.empty() || b.empty()) return true;
  return share(a, b) && !are_namesakes(a, b);
}

void WordCounts::count() {
  // Words by their hashes first: a form is made once for each.
  struct Entry {
    std::size_t times = 0;
    std::string_view text;
  };
  std::unordered_map<std::uint32_t, Entry> words;
  for (const Block& block : document_.blocks()) {
    for (const Word& word : document_.words(block)) {
      Entry& entry = words[word.hash];
      if (++entry.times == 1) entry.text = word_text(block, word);
    }
  }
  for (const auto& [hash, entry] : words) counts_[context_form(entry.text)] += entry.times;
  for (const auto& [form, times] : counts_) {
    if (form.size() >= kBeginning) by_beginning_[form.substr(0, kBeginning)].push_back(form);
  }
}

bool WordCounts::is_only(const std::string& form) {
  if (counts_.empty()) count();
  const auto known = counts_.find(form);
  return known == counts_.end() || known->second == 1;
}

bool WordCounts::is_rare(const std::string& form) {
  if (form.size() < kBeginning) return false;
  const auto [known, is_new] = known_.emplace(form, false);
  if (!is_new) return known->second;
  if (counts_.empty()) count();
  std::size_t times = 0;
  const auto alike = by_beginning_.find(form.substr(0, kBeginning));
  if (alike != by_beginning_.end()) {
    for (const std::string& other : alike->second) times += is_same_word(form, other) ? counts_[other] : 0;
  }
  return known->second = times <= kMostOften;
}

void read_things(const Document& document, const StatementWords& words, TextSpan part, ToldStatement& statement) {
  const Block& block = document.block(statement.block);
  for (const Word& word : words_in(document.words(block), part)) {
    const std::string_view text = word_text(block, word);
    const CodePoint initial = decode_at(text, 0);
    const auto says = [&](TextSpan cue) { return cue.contains(TextSpan{word.begin, word.end}); };
    if (!is_letter(initial.value) || std::ranges::any_of(statement.cues, says)) continue;
    if ((kinship(word.hash).small >> words.home & 1U) != 0) continue;
    if (words.noun_capitals() && !is_upper(initial.value)) continue;
    Thing thing{context_form(text), {word.begin, word.end}, Thing::kNone};
    if (const auto group = words.things.longest(block.text, word.begin)) thing.group = group.payload;
    if (thing.form.size() < kShortest) continue;
    if (!std::ranges::binary_search(words.common, thing.form)) statement.things.push_back(std::move(thing));
  }
}

void read_names(const Document& document, const StatementWords& words, NamedPeople& people, TextSpan part,
                ToldStatement& statement) {
  const Block& block = document.block(statement.block);
  const std::span<const Word> sentence = words_in(document.words(block), statement.sentence);
  for (SentenceName& name : names_in(document, block, part, words.noun_capitals())) {
    if (name.common) continue;
    if (!words.noun_capitals() || people.knows(name.form)) {
      statement.names.insert(std::move(name.form));
      continue;
    }
    const auto own = std::ranges::lower_bound(sentence, name.span.begin, {}, &Word::begin);
    if (own == sentence.begin()) continue;
    const std::string before = context_form(word_text(block, *(own - 1)));
    if (std::ranges::binary_search(words.names_after, before)) statement.places.insert(std::move(name.form));
  }
}

TextSpan clause_around(std::string_view text, TextSpan sentence, TextSpan cue, std::size_t before) {
  constexpr ByteSet kMarks(",;:()");
  const auto is_mark = [&](std::uint32_t at) { return kMarks.has(text[at]); };
  std::uint32_t begin = cue.begin;
  for (;; --begin) {
    while (begin > sentence.begin && !is_mark(begin - 1)) --begin;
    if (begin == sentence.begin || text[begin - 1] != ',' || before-- == 0) break;
  }
  std::uint32_t end = cue.end;
  while (end < sentence.end && !is_mark(end)) ++end;
  return {begin, end};
}

}  // namespace stet

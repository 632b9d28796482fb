#include "check/kinds/contradiction/told_statements_support.h"

#include <algorithm>
#include <span>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLongWord = 9;  // code points of a word that tells a thing by itself

// A long word, or one of several for a thing, tells it by itself.
bool is_telling(const Thing& thing) {
  return thing.group != Thing::kNone || count_code_points(thing.form) >= kLongWord;
}

std::vector<const Thing*> shared_things(const ToldStatement& a, const ToldStatement& b) {
  std::vector<const Thing*> shared;
  for (const Thing& thing : a.things) {
    if (std::ranges::any_of(shared, [&](const Thing* known) { return known->is_like(thing); })) continue;
    if (std::ranges::any_of(b.things, [&](const Thing& other) { return thing.is_like(other); })) {
      shared.push_back(&thing);
    }
  }
  return shared;
}

}  // namespace

bool are_apart(const ToldStatement& a, const ToldStatement& b) {
  if (intersects(a.names, b.names)) return false;
  const auto own = [](const Forms& names, const ToldStatement& other) {
    return std::ranges::any_of(names, [&](const std::string& name) {
      return std::ranges::none_of(other.things, [&](const Thing& thing) { return are_kin(thing.form, name); });
    });
  };
  return (own(a.names, b) && own(b.names, a)) || (own(a.places, b) && own(b.places, a));
}

bool is_elsewhere(const Document& document, const ToldStatement& no, const ToldStatement& yes, WordCounts& counts) {
  const Block& block = document.block(yes.block);
  const std::span<const Word> words = words_in(document.words(block), yes.sentence);
  return std::ranges::any_of(yes.things, [&](const Thing& thing) {
    if (std::ranges::none_of(no.things, [&](const Thing& other) { return other.is_like(thing); })) return false;
    const auto behind = std::ranges::lower_bound(words, thing.span.end, {}, &Word::begin);
    if (words.end() - behind < 2) return false;
    std::string name = context_form(word_text(block, behind[1]));
    if (!counts.is_only(name)) return false;
    if (name.size() > 4 && name.back() == 's') name.pop_back();  // as names_in() has it
    return (yes.names.contains(name) || yes.places.contains(name)) && !no.names.contains(name) &&
           !no.places.contains(name);
  });
}

bool is_of_same(const ToldStatement& no, const ToldStatement& yes, NamedPeople& people) {
  const std::vector<const Thing*> shared = shared_things(no, yes);
  if (no.names.empty() || yes.names.empty()) {
    if (yes.names.empty() && yes.somebody) return true;
    // "The minister never gives": the subject stands before the word that denies.
    if (!no.things.empty() && no.things.front().span.end <= no.cues.front().begin) {
      return std::ranges::any_of(yes.things, [&](const Thing& thing) { return thing.is_like(no.things.front()); });
    }
    return shared.size() >= 2;
  }
  if (!people.are_of_same(no.names, yes.names)) return false;
  const auto others = [&](const Forms& of, const Forms& with) {
    return std::ranges::any_of(of, [&](const std::string& name) { return !people.share({name}, with); });
  };
  return !others(no.names, yes.names) || !others(yes.names, no.names) || shared.size() >= 2;
}

unsigned points(const ToldStatement& a, const ToldStatement& b, WordCounts& counts, const Forms& without) {
  unsigned sum = 0;
  for (const Thing* thing : shared_things(a, b)) {
    if (without.contains(thing->form)) continue;
    sum += is_telling(*thing) || counts.is_rare(thing->form) ? kEnoughPoints : 1;
  }
  return sum;
}

}  // namespace stet

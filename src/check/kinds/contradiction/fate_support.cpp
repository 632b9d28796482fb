#include "check/kinds/contradiction/fate_support.h"

#include <algorithm>
#include <string>

#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

class Fates {
 public:
  Fates(const Document& document, const Facts& facts, const Cast& cast)
      : document_(document), facts_(facts), cast_(cast) {}

  bool are_of_one(const Fate& dead, const Fate& alive) const {
    return share_count(dead, alive) || share_person(dead, alive) || share_subject(dead, alive);
  }

 private:
  using Mentions = std::vector<const CastMention*>;

  // Those who are no pronouns.
  Mentions mentions_in(std::uint32_t block, TextSpan span) const {
    Mentions found;
    for (const CastMention& mention : cast_.mentions()) {
      if (mention.block == block && span.contains(mention.core) && !mention.pronoun && !mention.nobody)
        found.push_back(&mention);
    }
    return found;
  }

  std::string form_of(const CastMention& mention) const {
    return context_form(document_.block(mention.block).text.substr(mention.core.begin, mention.core.size()));
  }

  bool is_same(const CastMention& a, const CastMention& b) const {
    if (a.several != b.several || a.another || b.another) return false;
    if (a.sex != Sex::kUnknown && b.sex != Sex::kUnknown && a.sex != b.sex) return false;
    if (!a.surname.empty() && !b.surname.empty()) {
      return a.surname == b.surname && (a.first == b.first || a.first.empty() || b.first.empty());
    }
    if (!a.surname.empty() || !b.surname.empty()) return a.person == b.person && a.person != CastMention::kNone;
    if (!a.whose.empty() && !b.whose.empty() && a.whose != b.whose) return false;
    if (a.generic && b.generic) return true;
    return (a.trade != CastMention::kNone && a.trade == b.trade) || is_same_word(form_of(a), form_of(b));
  }

  // What its clause tells of; or, where that tells of nobody, the sentence up to it: "the sheep, safe and sound".
  TextSpan told_in(const Fate& fate) const {
    const bool tells =
        !mentions_in(fate.block, fate.clause).empty() || !facts_.quantities(fate.block, fate.clause).empty();
    return tells ? fate.clause : TextSpan{fate.sentence.begin, fate.span.end};
  }

  // Whether the article tells of more than one such person.
  bool has_others(const CastMention& one) const {
    std::size_t introduced = 0;
    for (const CastMention& mention : cast_.mentions()) {
      const bool alike = (mention.trade != CastMention::kNone && mention.trade == one.trade) ||
                         (!mention.pronoun && is_same_word(form_of(mention), form_of(one)));
      if (!alike || (!one.surname.empty() && mention.surname == one.surname)) continue;
      if (mention.another || mention.several != one.several) return true;
      const Role role = document_.block(mention.block).role;
      if (role == Role::kTitle || role == Role::kHeading) continue;
      if (mention.indefinite && ++introduced > 1) return true;
    }
    return false;
  }

  static bool is_told_of(const CastMention& mention) {
    return !mention.indefinite && !mention.another && !mention.owned && !mention.joined;
  }

  bool share_person(const Fate& dead, const Fate& alive) const {
    Mentions after = mentions_in(alive.block, told_in(alive));
    const bool brought_in = std::pair(alive.block, alive.span.begin) < std::pair(dead.block, dead.span.begin);
    std::erase_if(after, [&](const CastMention* mention) {
      return (!brought_in && !is_told_of(*mention)) || mention->another || mention->owned || mention->of;
    });
    if (brought_in) return false;
    if (after.size() != 1 || has_others(*after.front())) return false;
    const CastMention& one = *after.front();
    const Mentions before = mentions_in(dead.block, dead.clause);
    const bool told = std::ranges::any_of(
        before, [&](const CastMention* mention) { return !mention->of && !mention->joined && is_same(*mention, one); });
    if (told) return true;
    // "Rescuers could not revive him"
    const bool pronoun = std::ranges::any_of(cast_.mentions(), [&](const CastMention& mention) {
      return mention.pronoun && mention.block == dead.block && dead.clause.contains(mention.core);
    });
    if (!before.empty() && !pronoun) return false;
    // "Two people died"
    if (!facts_.quantities(dead.block, dead.clause).empty()) return false;
    // "He was pronounced dead": whom the article brought in first.
    const CastMention* first = nullptr;
    for (const CastMention& mention : cast_.mentions()) {
      if (mention.pronoun || mention.nobody) continue;
      if (std::pair(mention.block, mention.span.begin) >= std::pair(dead.block, dead.sentence.begin)) break;
      const Role role = document_.block(mention.block).role;
      if (role == Role::kTitle || role == Role::kHeading || mention.owned) continue;
      if (!mention.indefinite && mention.first.empty()) continue;
      first = &mention;
      break;
    }
    if (first == nullptr || first->several) return false;
    const bool of_any = one.generic && !one.several &&
                        (one.sex == first->sex || one.sex == Sex::kUnknown || first->sex == Sex::kUnknown);
    return of_any || is_same(*first, one);
  }

  // "A window cleaner fell to his death", "the window cleaner has regained consciousness": the word before both.
  bool share_subject(const Fate& dead, const Fate& alive) const {
    constexpr std::uint32_t kShortest = 4;  // bytes
    if (std::pair(alive.block, alive.span.begin) < std::pair(dead.block, dead.span.begin)) return false;
    const Block& block = document_.block(alive.block);
    const auto home = table_number(block.language);
    const auto before = words_in(document_.words(block), {alive.clause.begin, alive.span.begin});
    if (before.empty() || !home || before.back().end - before.back().begin < kShortest) return false;
    const Word& subject = before.back();
    if (!is_adjacent(block.text, subject.end, alive.span.begin) || (kinship(subject.hash).small >> *home & 1U) != 0)
      return false;
    const bool other = std::ranges::any_of(cast_.mentions(), [&](const CastMention& mention) {
      return mention.block == alive.block && mention.core.overlaps({subject.begin, subject.end}) &&
             (mention.another || mention.indefinite || mention.owned || mention.several);
    });
    if (other) return false;
    const auto of_dead = words_in(document_.words(document_.block(dead.block)), {dead.clause.begin, dead.span.begin});
    const auto found = std::ranges::find(of_dead, subject.hash, &Word::hash);
    if (found == of_dead.end()) return false;
    // "A cleaner fell", "the cleaner"; but not "the cousin" twice.
    const auto is_small = [&](const Word& word) { return (kinship(word.hash).small >> *home & 1U) != 0; };
    auto one = before.rbegin() + 1;
    auto two = std::make_reverse_iterator(found);
    while (one != before.rend() && two != of_dead.rend() && one->hash == two->hash && !is_small(*one)) ++one, ++two;
    return one != before.rend() && two != of_dead.rend() && one->hash != two->hash && is_small(*one) && is_small(*two);
  }

  // What stands before the sentence in its block: "Three divers have been found. They are safe."
  std::span<const Quantity> counts_before(const Fate& fate) const {
    const std::string_view text = document_.block(fate.block).text;
    const std::size_t end = skip_blanks_back(text, fate.sentence.begin);
    if (end == 0) return {};
    return facts_.quantities(fate.block, sentence_at(text, static_cast<std::uint32_t>(end - 1)));
  }

  // "Died all thirty sheep", "the thirty sheep, safe and sound".
  bool share_count(const Fate& dead, const Fate& alive) const {
    const auto counts = [&](const Fate& fate) {
      const auto own = facts_.quantities(fate.block, told_in(fate));
      return own.empty() && fate.safe ? counts_before(fate) : own;
    };
    for (const Quantity& a : counts(dead)) {
      if (a.noun.empty() || a.unit != kNoUnit || a.article || a.hedge != Hedge::kExact) continue;
      for (const Quantity& b : counts(alive)) {
        if (b.noun.empty() || b.unit != kNoUnit || b.article || a.value != b.value || b.hedge != Hedge::kExact)
          continue;
        if (a.value > 1 && is_same_word(noun_of(a), noun_of(b))) return true;
      }
    }
    return false;
  }

  std::string noun_of(const Quantity& quantity) const {
    return context_form(document_.block(quantity.block).text.substr(quantity.noun.begin, quantity.noun.size()));
  }

  const Document& document_;
  const Facts& facts_;
  const Cast& cast_;
};

}  // namespace

std::optional<std::pair<std::size_t, std::size_t>> clashing_fates(const Document& document, const Facts& facts,
                                                                  const Cast& cast, std::span<const Fate> fates) {
  const Fates reader(document, facts, cast);
  for (std::size_t i = 0; i < fates.size(); ++i) {
    for (std::size_t j = 0; j < fates.size(); ++j) {
      const Fate& dead = fates[i];
      const Fate& alive = fates[j];
      if (!dead.dead || alive.dead || (dead.block == alive.block && dead.sentence == alive.sentence)) continue;
      // Who is in hospital may die there.
      const bool first = std::pair(alive.block, alive.span.begin) < std::pair(dead.block, dead.span.begin);
      if (first && (!alive.safe || dead.block == alive.block)) continue;
      if (document.block(dead.block).language != document.block(alive.block).language) continue;
      if (reader.are_of_one(dead, alive)) return std::pair(i, j);
    }
  }
  return std::nullopt;
}

}  // namespace stet

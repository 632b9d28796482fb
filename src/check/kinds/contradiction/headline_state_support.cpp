#include "check/kinds/contradiction/headline_state_support.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kReach = 40;              // words of a headline, and of the sentence that tells the opposite
constexpr std::uint32_t kNearNegation = 30;     // bytes between "not" and what it denies
constexpr std::uint32_t kLongestState = 120;    // bytes
constexpr std::uint32_t kLongestNegation = 60;  // bytes
constexpr std::array<std::string_view, 5> kQuotes = {"“", "”", "„", "«", "»"};  // part a negation from a state
constexpr std::size_t kMostStates = 200;                                        // of one pair in an article
constexpr std::uint32_t kLead = 3;  // prose blocks below the headline that tell what it is about

// A state as a sentence tells it: which pair, and which side of it, negation applied.
struct State {
  const Hit* hit = nullptr;
  std::uint8_t pair = 0;
  bool opposite = false;
  bool denied = false;  // "no deaths"
  bool beats = false;   // what stands behind has lost
};

// The names of who has won, or lost, and of the other side.
struct Sides {
  Forms own;
  Forms other;
};

class Headline {
 public:
  Headline(const Document& document, const Facts& facts, const Definition& definition, const HeadlineStates& states,
           const BySection<SmallWords>& small)
      : document_(document), facts_(facts), definition_(definition), states_(states), small_(small) {}

  bool find(Sink& sink) {
    const std::optional<std::uint32_t> number = first_headline();
    if (!number) return false;
    const Block& block = document_.block(*number);
    if (!small_.contains(block.language) || block.text.find('?') != std::string_view::npos) return false;
    const std::vector<State> said = states_in(*number, *number + 1);
    if (said.empty()) return false;
    const std::vector<State> below = states_in(*number + 1, static_cast<std::uint32_t>(document_.blocks().size()));
    for (const State& state : said) {
      const auto contrary = [&](const State& other) {
        return other.pair == state.pair && other.opposite != state.opposite;
      };
      if (std::ranges::any_of(said, contrary) || is_set_apart(state)) continue;
      if (const State* against = opposed(state, below)) {
        report(state, *against, sink);
        return true;
      }
    }
    return false;
  }

 private:
  // The title, or the first heading when no prose stands above it.
  [[nodiscard]] std::optional<std::uint32_t> first_headline() const {
    const auto blocks = document_.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].role == Role::kTitle || blocks[i].role == Role::kHeading) return i;
      if (blocks[i].role == Role::kParagraph && blocks[i].word_count > 12) return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::vector<State> states_in(std::uint32_t begin, std::uint32_t end) const {
    std::vector<State> found;
    const std::span<const Hit> hits = facts_.matches().of(definition_.slot);
    auto hit = std::ranges::lower_bound(hits, begin, {}, &Hit::block);
    for (; hit != hits.end() && hit->block < end && found.size() <= kMostStates; ++hit) {
      const bool beats = hit->key == states_.beats;
      const std::uint8_t key = beats ? states_.contest : hit->key;
      if (key < states_.first_state || key >= states_.states_end || is_inside_other(*hit)) continue;
      const auto index = static_cast<std::uint8_t>(key - states_.first_state);
      const bool denied = is_negated(*hit);
      found.push_back({&*hit, static_cast<std::uint8_t>(index / 2), (index % 2 != 0) != denied, denied, beats});
    }
    return found;
  }

  // "Rules out to resign" holds "resign".
  [[nodiscard]] bool is_inside_other(const Hit& hit) const {
    const TextSpan reach{hit.span.begin - std::min(hit.span.begin, kLongestState), hit.span.begin + 1};
    return std::ranges::any_of(facts_.matches().in(definition_.slot, hit.block, reach), [&](const Hit& other) {
      return other.span != hit.span && other.span.contains(hit.span);
    });
  }

  [[nodiscard]] bool is_negated(const Hit& hit) const {
    const std::string_view text = document_.block(hit.block).text;
    const bool* const behind = definition_.option<bool>(document_.block(hit.block).language, "negation-behind");
    const TextSpan reach{hit.span.begin - std::min(hit.span.begin, kLongestNegation), hit.span.end + kNearNegation + 1};
    for (const Hit& other : facts_.matches().in(definition_.slot, hit.block, reach)) {
      if (other.key != states_.negation || hit.span.contains(other.span)) continue;
      const bool before = other.span.end <= hit.span.begin;
      // "Acquitted because no evidence was found"
      if (!before && (behind == nullptr || !*behind)) continue;
      const TextSpan gap = before ? TextSpan{other.span.end, hit.span.begin}
                                  : TextSpan{hit.span.end, std::max(hit.span.end, other.span.begin)};
      if (gap.size() > kNearNegation) continue;
      const std::string_view between = text.substr(gap.begin, gap.size());
      if (between.find_first_of(",.;:!?()\"") != std::string_view::npos) continue;
      if (std::ranges::none_of(kQuotes, [&](std::string_view mark) { return between.find(mark) != between.npos; }))
        return true;
    }
    return false;
  }

  // Quoted, a question, or with a guard in its sentence.
  [[nodiscard]] bool is_set_apart(const State& state) const {
    const Hit& hit = *state.hit;
    const std::string_view text = document_.block(hit.block).text;
    if (is_quoted(quoted_passages(text, 8), hit.span)) return true;
    const TextSpan sentence = sentence_at(text, hit.span.begin);
    for (const Hit& other : facts_.matches().in(definition_.slot, hit.block, sentence)) {
      if (other.key == states_.guard && !hit.span.contains(other.span)) return true;
    }
    return text.substr(sentence.begin, sentence.size()).ends_with('?');
  }

  // The sentence that tells the opposite of what the headline says; nothing when another one bears the headline out.
  const State* opposed(const State& state, const std::vector<State>& below) const {
    // "Tenants win case": who has won is told by no name.
    const bool contest = states_.first_state + state.pair * 2 == states_.contest;
    const Context headline = context(state);
    if (contest && !sides(state).own.empty()) {
      return has_own_subject(state, headline, nullptr) ? nullptr : opposed_by_name(state, below);
    }
    if (headline.words.empty()) return nullptr;
    const State* against = nullptr;
    for (const State& other : below) {
      if (other.pair != state.pair) continue;
      const Block& block = document_.block(other.hit->block);
      if (block.language != document_.block(state.hit->block).language) continue;
      const bool lead = other.hit->block <= state.hit->block + kLead;
      const Context told = context(other);
      std::size_t shared = shared_words(headline, told, block.language);
      // "There were no deaths": of what, goes without saying.
      const bool goes_without = other.denied && other.opposite && holds(states_.by_no_word, state);
      if (other.opposite == state.opposite) {
        if (shared > 0 || lead) return nullptr;
        continue;
      }
      // What the lead tells of is what the headline is about.
      const std::size_t least = goes_without ? 0 : contest ? 2 : lead ? 1 : needed(state, headline);
      // "Selectmen were asked for a new plow truck. They voted against the purchase."
      if (shared > 0 && shared < least) shared = shared_words(headline, with_sentence_before(told), block.language);
      if (against != nullptr || shared < least) continue;
      if (block.role != Role::kParagraph && block.role != Role::kListItem) continue;
      // What one approves, another one rejects, in the lead too.
      if ((!lead || state.pair == 0) && needed(state, headline) > 1 && !has_one_subject(state, headline, other, told) &&
          names_others(other, headline, told)) {
        continue;
      }
      if (has_own_subject(state, headline, &told)) continue;
      if ((!lead && has_other_names(headline, told, block.language)) || has_year(*other.hit, told.sentence) ||
          is_set_apart(other))
        continue;
      against = &other;
    }
    return against;
  }

  // "Racing win and the juniors lose": who stands behind "and", of whom the sentence tells nothing. Without a sentence,
  // whether that is somebody without a name.
  [[nodiscard]] bool has_own_subject(const State& state, const Context& headline, const Context* told) const {
    const Block& block = document_.block(state.hit->block);
    const auto* joints = definition_.option<std::vector<std::string>>(block.language, "joins");
    if (joints == nullptr) return false;
    const std::span<const Word> words =
        words_in(document_.words(block), {headline.sentence.begin, state.hit->span.begin});
    const auto joint = std::find_if(words.rbegin(), words.rend(), [&](const Word& word) {
      return std::ranges::find(*joints, word_text(block, word)) != joints->end();
    });
    if (joint == words.rend()) return false;
    // "Town and county agree": only behind a clause, of two words at least, and one of them no name.
    constexpr std::ptrdiff_t kClause = 2;
    const auto is_before = [&](const ContextWord& word) { return word.span.end <= joint->begin; };
    const bool clause = std::ranges::count_if(headline.words, is_before) >= kClause &&
                        std::ranges::any_of(headline.words, [&](const ContextWord& word) {
                          return is_before(word) && begins_lower(block.text.substr(word.span.begin, word.span.size()));
                        });
    if (!clause) return false;
    bool own = false;
    for (const ContextWord& word : headline.words) {
      if (word.span.begin < joint->end || word.span.end > state.hit->span.begin) continue;
      if (told != nullptr ? told->has(word) : word.name) return false;
      own = true;
    }
    return own;
  }

  // "Mayor backs tunnel", "Mayor Ann Reed has come out against": who stands before the words in both.
  [[nodiscard]] static bool has_one_subject(const State& state, const Context& headline, const State& other,
                                            const Context& told) {
    return std::ranges::any_of(headline.words, [&](const ContextWord& word) {
      return word.span.end <= state.hit->span.begin && !word.attribute &&
             std::ranges::any_of(told.words, [&](const ContextWord& subject) {
               return subject.span.end <= other.hit->span.begin && !subject.attribute &&
                      (is_same_thing(word, subject) || are_kin(word.form, subject.form));  // "council", "councillors"
             });
    });
  }

  [[nodiscard]] std::size_t needed(const State& state, const Context& headline) const {
    return holds(states_.by_one_word, state) || headline.words.size() < 2 ? 1 : 2;
  }

  [[nodiscard]] bool holds(const std::vector<std::uint8_t>& pairs, const State& state) const {
    return std::ranges::find(pairs, static_cast<std::uint8_t>(states_.first_state + state.pair * 2)) != pairs.end();
  }

  // With the words of the sentence before it in its block.
  [[nodiscard]] Context with_sentence_before(Context told) const {
    if (told.sentence.begin < 2) return told;
    const TextSpan place{told.sentence.begin - 2, told.sentence.begin - 1};
    const Language language = document_.block(told.block).language;
    Context before = context_of(document_, facts_, told.block, place, kReach, small_.at(language));
    std::ranges::move(before.words, std::back_inserter(told.words));
    return told;
  }

  // The sentence that tells that another one has won, or that who has won by the headline has lost.
  const State* opposed_by_name(const State& state, const std::vector<State>& below) const {
    const Sides headline = sides(state);
    if (headline.own.empty()) return nullptr;
    const State* against = nullptr;
    for (const State& other : below) {
      if (other.pair != state.pair) continue;
      const Block& block = document_.block(other.hit->block);
      if (block.language != document_.block(state.hit->block).language) continue;
      const Sides told = sides(other);
      bool same = intersects(told.own, headline.own);
      bool contrary = state.beats && intersects(told.own, headline.other);
      if (same == contrary && other.beats) {
        contrary = intersects(told.other, headline.own);
        same = state.beats && intersects(told.other, headline.other);
      }
      if (same == contrary) continue;
      if (other.opposite != state.opposite) std::swap(same, contrary);
      if (same) return nullptr;
      if (against != nullptr || (block.role != Role::kParagraph && block.role != Role::kListItem)) continue;
      const TextSpan sentence = sentence_at(block.text, other.hit->span.begin);
      if (has_year(*other.hit, sentence) || is_set_apart(other)) continue;
      against = &other;
    }
    return against;
  }

  // By the names in the clause: who stands before the verb, or behind it where nobody does.
  [[nodiscard]] Sides sides(const State& state) const {
    const Block& block = document_.block(state.hit->block);
    const TextSpan cue = state.hit->span;
    const TextSpan sentence = sentence_at(block.text, cue.begin);
    constexpr std::string_view kMarks = ",;:()";
    std::uint32_t begin = cue.begin;
    while (begin > sentence.begin && kMarks.find(block.text[begin - 1]) == std::string_view::npos) --begin;
    std::uint32_t end = cue.end;
    while (end < sentence.end && kMarks.find(block.text[end]) == std::string_view::npos) ++end;
    const bool noun_capitals = !small_.at(block.language).names_after.empty();
    Sides sides;
    const bool title = block.role != Role::kParagraph && block.role != Role::kListItem;
    const auto add = [&](TextSpan span) {
      for (SentenceName& name : names_in(document_, block, span, noun_capitals)) {
        if (name.common || is_no_name(block.language, name.form)) continue;
        // "Heavy defeat for": what opens a sentence has a capital anyway.
        if (!title && !noun_capitals && name.span.begin == sentence.begin && !stands_elsewhere(name, *state.hit))
          continue;
        (name.span.begin < cue.begin ? sides.own : sides.other).insert(std::move(name.form));
      }
    };
    add({begin, end});
    // "Virtus, a win at Fano"
    if (title && sides.own.empty() && begin > sentence.begin) add({sentence.begin, begin});
    if (sides.own.empty() && !state.beats) std::swap(sides.own, sides.other);
    return sides;
  }

  // Whether the article has the name with its capital where that tells something.
  [[nodiscard]] bool stands_elsewhere(const SentenceName& name, const Hit& hit) const {
    for (std::uint32_t number = 0; number < document_.blocks().size(); ++number) {
      const Block& block = document_.block(number);
      for (const Word& word : document_.words(block)) {
        const std::string_view text = word_text(block, word);
        if (!is_capitalised(text) || (number == hit.block && word.begin == name.span.begin)) continue;
        if (context_form(text) == name.form) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_no_name(Language language, const std::string& form) const {
    return is_in(states_.no_names.at(language), form);
  }

  [[nodiscard]] Context context(const State& state) const {
    const Block& block = document_.block(state.hit->block);
    const TextSpan span = state.hit->span;
    Context context = context_of(document_, facts_, state.hit->block, span, kReach, small_.at(block.language));
    // "Acquits the doctor of": what stands inside of the words that tell the state.
    const std::span<const Word> words = document_.words(block);
    auto word = std::ranges::upper_bound(words, span.begin, {}, &Word::begin);
    for (; word != words.end() && word->end < span.end; ++word) {
      const std::string_view text = word_text(block, *word);
      if (text.size() > 3 && is_capitalised(text)) {
        context.words.push_back({context_form(text), {word->begin, word->end}, false, false});
      }
    }
    return context;
  }

  // Whether the sentence names somebody that the headline does not: what one approves, another rejects.
  [[nodiscard]] bool names_others(const State& other, const Context& headline, const Context& told) const {
    const Block& block = document_.block(told.block);
    const bool noun_capitals = !small_.at(block.language).names_after.empty();
    const std::vector<SentenceName> names = names_in(document_, block, told.sentence, noun_capitals);
    // Who stands before the verb decides: "the voters of Kiel have …".
    const auto decides = [&](const SentenceName& name) {
      return !name.common && name.span.begin < other.hit->span.begin && headline.has(name.form);
    };
    if (std::ranges::any_of(names, decides)) return false;
    return std::ranges::any_of(names, [&](const SentenceName& name) {
      if (name.common || is_no_name(block.language, name.form)) return false;
      return std::ranges::any_of(told.words, [&](const ContextWord& word) { return word.span == name.span; });
    });
  }

  // Whether each names somebody or something that the other does not. What opens a sentence has a capital anyway.
  [[nodiscard]] bool has_other_names(const Context& a, const Context& b, Language language) const {
    const auto has_own = [&](const Context& of, const Context& other) {
      return std::ranges::any_of(of.words, [&](const ContextWord& word) {
        const bool named = word.name && word.span.begin != of.sentence.begin && !other.has(word);
        return named && !is_no_name(language, word.form);
      });
    };
    return has_own(a, b) && has_own(b, a);
  }

  [[nodiscard]] std::size_t shared_words(const Context& headline, const Context& told, Language language) const {
    const std::vector<FormList>& groups = states_.groups.at(language);
    return static_cast<std::size_t>(std::ranges::count_if(headline.words, [&](const ContextWord& word) {
      if (told.has(word)) return true;
      return std::ranges::any_of(groups, [&](const auto& group) {
        return is_of(word.form, group) &&
               std::ranges::any_of(told.words, [&](const ContextWord& other) { return is_of(other.form, group); });
      });
    }));
  }

  // "tarifstreit" is of the group of "streit".
  static bool is_of(std::string_view form, const std::vector<std::string>& group) {
    return std::ranges::any_of(group, [&](const std::string& word) { return form.ends_with(word); });
  }

  [[nodiscard]] bool has_year(const Hit& hit, TextSpan sentence) const {
    const auto& years = facts_.time().years;
    const auto year =
        std::ranges::lower_bound(years, std::pair(hit.block, sentence.begin), {},
                                 [](const YearMention& each) { return std::pair(each.block, each.begin); });
    return year != years.end() && year->block == hit.block && year->begin < sentence.end;
  }

  void report(const State& state, const State& against, Sink& sink) const {
    const auto written = [&](const Hit& hit) {
      return std::string(document_.block(hit.block).text.substr(hit.span.begin, hit.span.size()));
    };
    Finding finding;
    finding.place = {state.hit->block, state.hit->span};
    finding.wording = "state";
    finding.values = {{"headline", written(*state.hit)}, {"text", written(*against.hit)}};
    finding.related.push_back({{against.hit->block, against.hit->span}, "text", {{"text", written(*against.hit)}}});
    sink.report(std::move(finding));
  }

  const Document& document_;
  const Facts& facts_;
  const Definition& definition_;
  const HeadlineStates& states_;
  const BySection<SmallWords>& small_;
};

}  // namespace

bool find_headline_states(const Document& document, const Facts& facts, const Definition& definition,
                          const HeadlineStates& states, const BySection<SmallWords>& small, Sink& sink) {
  if (facts.matches().of(definition.slot).empty()) return false;
  return Headline(document, facts, definition, states, small).find(sink);
}

}  // namespace stet

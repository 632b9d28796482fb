// Kind `state-conflict`: a short article says of somebody or something what excludes what it says elsewhere: dead and
// alive, in custody and on the run, insured and not. Its classes are pairs of lists; of one class the same is told of
// one person, of one thing, or of the only event of its kind.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/cast_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/fate_support.h"
#include "check/kinds/contradiction/retold_support.h"
#include "check/kinds/contradiction/state_support.h"
#include "check/kinds/contradiction/statement_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kPoles = 2 * kStateClasses.size();

constexpr auto kOtherKeys = std::to_array<Key>({
    {"acts", KeyType::kPhrases, "of `alive`, when they stand right beside whom they tell of: \"hopes to\""},
    {"survived", KeyType::kPhrases, "of `alive`, unless the article gives the name: they may tell of other years"},
    {"negation", KeyType::kPhrases, "deny what their clause says: \"not\"", true},
    {"unless", KeyType::kPhrases, "silence their sentence: an update, a contrast, a condition, a claim", true},
    {"unless-beside", KeyType::kPhrases, "silence their clause: \"another\", \"had\"", true},
    {"to-come", KeyType::kPhrases, "of discussions that are yet to be held: \"will\"", true},
    {"events", KeyType::kPhrases, "must be the same where both sentences name one: \"(fire|blaze)\"", true},
    {"days", KeyType::kPhrases, "must be the same where both sentences name one: \"Monday\"", true},
    {"times", KeyType::kPhrases, "of another time; whoever is dead remains so: \"last year\"", true},
    {"says", KeyType::kPhrases, "tell who says it: \"according to\"", true},
    {"safe", KeyType::kPhrases, "of `alive`, those after which nobody dies of it: \"unhurt\""},
    {"unless-alive", KeyType::kPhrases, "silence `alive` and `acts` behind them in their sentence: \"on the poster\"",
     true},
    {"grave", KeyType::kPhrases, "leave open, beside `no-injuries`, that somebody is hurt: \"seriously\"", true},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
});
enum List : std::uint8_t {
  kDead,
  kAlive,
  kActs = kPoles,
  kSurvived,
  kNegation,
  kUnless,
  kUnlessBeside,
  kToCome,
  kEvents,
  kDays,
  kTimes,
  kSays,
  kSafe,
  kUnlessAlive,
  kGrave
};

constexpr auto kSectionKeys = [] {
  std::array<Key, kPoles + kOtherKeys.size() + std::size(kCastKeys)> keys{};
  std::size_t i = 0;
  for (const StateClass& each : kStateClasses) {
    keys[i++] = {each.a, KeyType::kPhrases, "say what excludes the list after it"};
    keys[i++] = {each.b, KeyType::kPhrases, "say what excludes the list before it"};
  }
  for (const Key& key : kOtherKeys) keys[i++] = key;
  for (const Key& key : kCastKeys) keys[i++] = key;
  return keys;
}();

constexpr std::size_t kMostWords = 260;     // of an article that tells of one event
constexpr std::size_t kMostStates = 60;     // of such an article
constexpr std::size_t kNegationBehind = 3;  // words between what is denied and "not" behind it
constexpr std::size_t kShortQuote = 8;      // code points
constexpr std::size_t kShortCue = 3;        // words

class StateConflict final : public Check {
 public:
  explicit StateConflict(const Definition& definition)
      : definition_(&definition),
        prose_(definition),
        small_(small_words(definition)),
        cast_words_(definition, kCastLists) {
    for (const Role role : {Role::kTitle, Role::kHeading}) prose_.roles &= ~(1U << static_cast<unsigned>(role));
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (find_states(document, facts, sink) || find_fates(document, facts, sink)) return;
    retold_.find(document, facts, *definition_, small_, sink);
  }

 private:
  // Whether two of them clash; then they are reported.
  bool find_states(const Document& document, const Facts& facts, Sink& sink) const {
    const std::span<const Hit> hits = facts.matches().of(definition_->slot);
    std::array<bool, kPoles> has{};
    for (const Hit& hit : hits) {
      if (hit.key <= kSurvived) has[pole_of(hit)] = true;
    }
    bool any = false;
    for (std::size_t i = 0; i < kPoles; i += 2) {
      if (!has[i] || !has[i + 1]) has[i] = has[i + 1] = false;
      any = any || has[i];
    }
    if (!any || words_looked_at(document, prose_) > kMostWords) return false;
    Reading reading{document, facts, QuotedBlocks(document, kShortQuote), NamedPeople(document, prose_.roles), {}};
    std::vector<State> states;
    for (const Hit& hit : hits) {
      if (hit.key > kSurvived || !has[pole_of(hit)] || !is_plain(hit, reading)) continue;
      states.push_back(read(hit, reading));
      if (states.size() > kMostStates) return false;
    }
    std::set<std::size_t> reported;
    const bool survived = tells_survivor(hits);
    for (std::size_t j = 1; j < states.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        // Of two one was saved: who is dead is the other one, unless both sentences name him.
        if (survived && states[j].of_class() == 0 && !reading.people.share(states[i].names, states[j].names)) continue;
        if (reported.contains(states[j].of_class()) ||
            !clash(states[i], states[j], document, reading.people, reading.cast ? &*reading.cast : nullptr))
          continue;
        reported.insert(states[j].of_class());
        Finding finding = clash_of(document, place_of(states[i]), place_of(states[j]));
        // What somebody says of a plan may be another opinion.
        const bool of_thing = kStateClasses[states[j].of_class()].of == StateOf::kThing;
        if (of_thing && states[i].said != states[j].said) finding.severity = Severity::kInfo;
        sink.report(std::move(finding));
      }
    }
    return !reported.empty();
  }

  // "The survivor": another one is dead.
  static bool tells_survivor(std::span<const Hit> hits) {
    static constexpr auto kClass = std::ranges::find(kStateClasses, "survivors", &StateClass::b);
    constexpr auto kKey = 2 * (kClass - kStateClasses.begin()) + 1;
    return std::ranges::any_of(hits, [](const Hit& hit) { return hit.key == kKey; });
  }

  // Dead in one clause, alive in a later one, of whom is likely the same one.
  bool find_fates(const Document& document, const Facts& facts, Sink& sink) const {
    const std::span<const Hit> hits = facts.matches().of(definition_->slot);
    const auto has = [&](List list) {
      return std::ranges::any_of(hits, [&](const Hit& hit) { return hit.key == list; });
    };
    if (!has(kDead) || (!has(kAlive) && !has(kSafe)) || words_looked_at(document, prose_) > kMostWords) return false;
    if (tells_survivor(hits)) return false;
    std::vector<Fate> fates;
    QuotedBlocks quoted(document, kShortQuote);
    for (const Hit& hit : hits) {
      if ((hit.key > kAlive && hit.key != kSafe) || !prose_.looks_at(document.block(hit.block).role)) continue;
      if (quoted.hold(hit.block, hit.span) || !is_told_in_clause(document, facts, hit)) continue;
      const std::string_view text = document.block(hit.block).text;
      const TextSpan sentence = sentence_at(text, hit.span.begin);
      fates.push_back({hit.block, hit.span, clause_around(text, sentence, hit.span, 0), sentence, hit.key == kDead,
                       hit.key == kSafe});
    }
    const auto tells = [&](bool dead) {
      return std::ranges::any_of(fates, [&](const Fate& fate) { return fate.dead == dead; });
    };
    if (!tells(true) || !tells(false)) return false;
    const Cast cast(document, prose_, cast_words_);
    const auto clash = clashing_fates(document, facts, cast, fates);
    if (!clash) return false;
    const Fate& dead = fates[clash->first];
    const Fate& alive = fates[clash->second];
    Finding finding = clash_of(document, {dead.block, dead.span}, {alive.block, alive.span});
    finding.severity = Severity::kInfo;
    sink.report(std::move(finding));
    return true;
  }

  // What is no update, condition or denial, as far as its own clause tells.
  bool is_told_in_clause(const Document& document, const Facts& facts, const Hit& hit) const {
    const Block& block = document.block(hit.block);
    const TextSpan sentence = sentence_at(block.text, hit.span.begin);
    if (!small_.contains(block.language) || block.text[sentence.end - 1] == '?' ||
        document.is_set_aside(hit.block, hit.span))
      return false;
    const TextSpan clause = clause_around(block.text, sentence, hit.span, 0);
    return std::ranges::none_of(facts.matches().in(definition_->slot, hit.block, clause), [&](const Hit& other) {
      if (other.key != kUnless && other.key != kTimes && other.key != kUnlessBeside && other.key != kNegation)
        return false;
      if (hit.span.contains(other.span)) return other.key == kUnless;
      const bool before = other.span.begin < hit.span.begin;
      // "He is in hospital and could not be questioned so far."
      constexpr std::uint32_t kBeside = 12;  // bytes
      if (other.key == kTimes) return hit.key != kDead && other.span.begin < hit.span.end + kBeside;
      // "A girl who had been missing was found dead."
      constexpr std::size_t kNear = 3;  // words
      if (other.key == kUnlessBeside) {
        return before && words_in(document.words(block), {other.span.end, hit.span.begin}).size() <= kNear;
      }
      if (other.key == kUnless) return true;
      return before || words_in(document.words(block), {hit.span.end, other.span.begin}).size() < kNegationBehind;
    });
  }

  struct Reading {
    const Document& document;
    const Facts& facts;
    QuotedBlocks quoted;
    NamedPeople people;
    std::optional<Cast> cast;
  };

  static std::uint8_t pole_of(const Hit& hit) { return hit.key >= kActs ? static_cast<std::uint8_t>(kAlive) : hit.key; }
  static TextPlace place_of(const State& state) { return {state.hit->block, state.hit->span}; }

  TextSpan clause_of(const Hit& hit, const Reading& reading, std::size_t before) const {
    const std::string_view text = reading.document.block(hit.block).text;
    return clause_around(text, sentence_at(text, hit.span.begin), hit.span, before);
  }

  bool is_plain(const Hit& hit, Reading& reading) const {
    const Block& block = reading.document.block(hit.block);
    if (!prose_.looks_at(block.role) || !small_.contains(block.language)) return false;
    const TextSpan sentence = sentence_at(block.text, hit.span.begin);
    if (block.text[sentence.end - 1] == '?' || reading.document.is_set_aside(hit.block, hit.span)) return false;
    const bool is_dead = hit.key == kDead;
    if (!is_dead && names_year(reading.facts.time(), hit.block, sentence)) return false;
    // "In 2011 a bull did escape. Two people were hurt."
    const std::size_t end = skip_blanks_back(block.text, sentence.begin);
    if (kStateClasses[pole_of(hit) / 2U].of == StateOf::kEvent && end > 0) {
      const TextSpan before = sentence_at(block.text, static_cast<std::uint32_t>(end - 1));
      if (names_year(reading.facts.time(), hit.block, before)) return false;
    }
    const TextSpan clause = clause_of(hit, reading, 0);
    const std::span<const Word> words = reading.document.words(block);
    return std::ranges::none_of(
        reading.facts.matches().in(definition_->slot, hit.block, sentence), [&](const Hit& other) {
          // "No one was seriously hurt"
          if (other.key == kGrave) return kStateClasses[pole_of(hit) / 2U].a == kInjuries && pole_of(hit) % 2 == 1;
          const bool within = other.span.begin > hit.span.begin && other.span.end < hit.span.end;
          if (hit.span.contains(other.span)) return within && other.key == kUnless;
          if (other.key == kUnless) return true;
          // "On the poster Lane smiles", but "Lane will publish a book"
          if (other.key == kUnlessAlive && pole_of(hit) == kAlive && other.span.end <= hit.span.begin) return true;
          // "Ten days before a raid had failed: they fled with nothing"
          const bool event = kStateClasses[pole_of(hit) / 2U].of == StateOf::kEvent;
          if (other.key == kTimes && event) return true;
          if (!clause.contains(other.span)) return false;
          if (other.key == kTimes) return !is_dead;
          const bool before = other.span.begin < hit.span.begin;
          if (other.key == kToCome)
            return before && kStateClasses[pole_of(hit) / 2U].a == kDiscussed && pole_of(hit) % 2 == 0;
          if (other.key == kUnlessBeside) return before;
          if (other.key != kNegation) return false;
          return before || words_in(words, {hit.span.end, other.span.begin}).size() < kNegationBehind;
        });
  }

  State read(const Hit& hit, Reading& reading) const {
    const Block& block = reading.document.block(hit.block);
    State state;
    state.hit = &hit;
    state.pole = pole_of(hit);
    state.sentence = sentence_at(block.text, hit.span.begin);
    state.survived = hit.key == kSurvived;
    state.quoted = reading.quoted.hold(hit.block, hit.span);
    for (const Hit& other : reading.facts.matches().in(definition_->slot, hit.block, state.sentence)) {
      state.said = state.said || other.key == kSays;
      if (other.key == kDays) state.days.insert(other.pattern);
      if (other.key == kEvents) state.events.insert(other.pattern);
    }
    const SmallWords& small = small_.at(block.language);
    state.names = proper_names(reading.document, block, state.sentence, small.names_after);
    const StateOf of = kStateClasses[state.of_class()].of;
    if (of == StateOf::kThing || kStateClasses[state.of_class()].a == kEvacuated) {
      state.things = things_of(hit, reading, small);
      const auto behind = words_in(reading.document.words(block), {hit.span.end, state.sentence.end});
      const bool leads = !behind.empty() && is_adjacent(block.text, hit.span.end, behind.front().begin) &&
                         is_in(small.of, context_form(word_text(block, behind.front())));
      const auto owner =
          std::ranges::find_if(state.things, [&](const ContextWord& word) { return word.span.begin >= hit.span.end; });
      if (leads && owner != state.things.end()) state.owner = *owner;
      state.counted = !reading.facts.quantities(hit.block, clause_of(hit, reading, 0)).empty();
    }
    if (of == StateOf::kPerson || of == StateOf::kAnybody) {
      if (kStateClasses[state.of_class()].a == kConfesses) read_object(hit, reading, small, state);
      if (!reading.cast) reading.cast.emplace(reading.document, prose_, cast_words_);
      state.people = reading.cast->told_of(hit.block, hit.span, hit.key == kActs);
    }
    return state;
  }

  // The first word behind it, of what it may tell.
  void read_object(const Hit& hit, const Reading& reading, const SmallWords& small, State& state) const {
    const Block& block = reading.document.block(hit.block);
    const TextSpan clause = clause_of(hit, reading, 0);
    const Context context = context_of(reading.document, reading.facts, hit.block, hit.span, kMostWords, small);
    const ContextWord* first = nullptr;
    for (const ContextWord& word : context.words) {
      if (word.span.begin < hit.span.end || !clause.contains(word.span)) continue;
      if (first == nullptr || word.span.begin < first->span.begin) first = &word;
    }
    if (first == nullptr) return;
    state.object = first->concepts;
    state.object_wide = reading.facts.knowledge()
                            .concepts[ConceptFamily::kThesaurus]
                            .of(block.language)
                            .at(block.text, first->span.begin, first->span.end)
                            .concepts;
  }

  // Those of its clause; or, where it has none, of its sentence.
  std::vector<ContextWord> things_of(const Hit& hit, Reading& reading, const SmallWords& small) const {
    const Block& block = reading.document.block(hit.block);
    const bool noun_capitals = !small.names_after.empty();
    // "Stand die Brücke nicht auf der Tagesordnung": what a long cue holds is told of too.
    const std::span<const Word> cue = words_in(reading.document.words(block), hit.span);
    const bool holds = cue.size() > kShortCue;
    const TextSpan around = holds ? TextSpan{hit.span.begin, hit.span.begin} : hit.span;
    Context context = context_of(reading.document, reading.facts, hit.block, around, kMostWords, small);
    if (holds) {
      std::erase_if(context.words, [&](const ContextWord& word) {
        return hit.span.contains(word.span) &&
               (word.span.begin == cue.front().begin || word.span.begin >= cue[cue.size() - 2].begin);
      });
    }
    std::erase_if(context.words, [&](const ContextWord& word) {
      const bool noun = !noun_capitals || is_upper(decode_at(block.text, word.span.begin).value);
      return !noun || (reading.people.knows(word.form) && word.name);
    });
    const TextSpan clause = clause_of(hit, reading, 0);
    std::vector<ContextWord> own = context.words;
    std::erase_if(own, [&](const ContextWord& word) { return !clause.contains(word.span); });
    return own.empty() ? context.words : own;
  }

  const Definition* definition_;
  Definition prose_;  // headlines are only for what is told again
  BySection<SmallWords> small_;
  RuleWords cast_words_;
  Retold retold_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<StateConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind state_conflict;
const Kind state_conflict{.name = "state-conflict",
                          .doc = "two states of one person or thing that exclude each other",
                          .keys = kRetoldKeys,
                          .section_keys = kSectionKeys,
                          .make = make,
                          .tables = &kRetoldTables};
}  // namespace kinds
}  // namespace stet

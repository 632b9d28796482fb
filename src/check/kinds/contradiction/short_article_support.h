// A short article: its headline, its first paragraph, and the words of exclusive classes that it says.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/class_support.h"
#include "facts/speech.h"

namespace stet {

// What an article tells of, that it may call so further down: lists "stand-in-company" of rules/lexicon/class.toml.
inline constexpr std::string_view kStandIns[] = {"company", "court", "event", "measure", "site"};

// The classes of a language, and what is looked for around their words: the lists of rules/lexicon/class.toml.
struct RetoldWords {
  explicit RetoldWords(const WordTable& made);
  ClassWords classes;
  PhraseTable parting;
  PhraseTable agents;    // lead to who did it: "by"
  PhraseTable owners;    // lead to whose it is: "of"
  PhraseTable targets;   // lead to whom it was done to: "against"
  PhraseTable passive;   // verbs beside which a participle tells what was done to the subject: "was"
  PhraseTable earlier;   // verbs beside which a participle tells what was before: "had"
  PhraseTable counter;   // tell that the other one did it too: "in turn"
  PhraseTable legs;      // another match of the same two: "first leg", "revenge"
  PhraseTable contests;  // another contest of the event: "among the women"
  PhraseTable contrast;
  PhraseTable changing;
  PhraseTable unreal;
  PhraseTable definite;
  PhraseTable indefinite;
  PhraseTable adjectives;
  PhraseTable leading;
  PhraseTable pointing;
  PhraseTable generic;
  PhraseTable postposed;  // where adjectives stand behind the noun
  PhraseTable owning;
  PhraseTable denying;
  PhraseTable times;
  PhraseTable correction;
  PhraseTable halves;
  PhraseTable nobody;
  PhraseTable everybody;
  PhraseTable yet;
  PhraseTable instead;  // leads to when it is, behind when it is not: "but"
  PhraseTable weekdays;
  PhraseTable comparing;
  PhraseTable none;      // "no", "without": of a noun behind
  PhraseTable emphatic;  // "single"
  PhraseTable idle;      // what is denied in phrases: "doubt"
  PhraseTable some;
  PhraseTable stage;
  PhraseTable asking;
  PhraseTable being;         // verbs that say no more than that something is: "there was"
  PhraseTable lacking;       // deny what they are said of: "did not materialise"
  PhraseTable partly;        // with a denial, deny a part: "all", "always"
  PhraseTable nearly;        // what was not quite so
  PhraseTable refusing;      // deny the deed behind them: "declined to"
  PhraseTable claiming;      // somebody's words
  PhraseTable forbidding;    // what is not to be: "must", "so that"
  PhraseTable prepositions;  // lead to where, when and with whom
  PhraseTable because;       // lead to why
  PhraseTable reason;        // lead to a sentence that tells why, and holds by itself
  PhraseTable without;       // deny what stands behind them
  PhraseTable joining;       // join two clauses
  PhraseTable unlike;        // tell what is otherwise elsewhere
  PhraseTable lasting;       // lead to when it ends: "until"
  PhraseTable this_time;     // of when the article was written: "this year"
  PhraseTable next_event;    // lead to another one: "a second accident"
  PhraseTable anybody;       // whoever the article tells of: "the man"
  std::array<PhraseTable, std::size(kStandIns)> stand_ins;  // what one of them may be called: "the firm"
};

// What a name in the lexicon is to a rule: a value of a slot.
struct RetoldList {
  std::uint8_t slot = 0;
  std::uint8_t value = 0;
  bool opening = false;  // tells at the begin only: "more"
  bool polar = false;    // what is denied tells the opposite: "not one was vaccinated"
  bool again = false;    // told in plain words: what is denied tells nothing, unless it denies by itself
};

// What lists are to a rule, by their numbers.
struct RetoldLists {
  std::vector<std::vector<RetoldList>> lists;
  std::vector<bool> wanted;  // whether they are anything
  std::vector<bool> deeds;   // whether they are words for one deed
};

// A word of a class in the article.
struct Said {
  std::uint8_t slot = 0;
  std::uint8_t value = 0;
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan sentence;
  std::uint32_t head = 0;
  std::uint32_t begin = 0;  // of "the": of the whole noun phrase
  bool definite = false;
  bool opening = false;
  bool unreal = false;  // a plan, a fear
  bool quoted = false;
  bool counted = false;  // "two wins"
  bool denied = false;   // tells the opposite of what its word says
  bool of_all = false;   // "all four were caught", "nobody was warned"
};

// A word of a context with what an article may use for it.
struct WideWord : ContextWord {
  ConceptSet wide;  // of the thesaurus
};

// The names on both sides of a word.
struct Sides {
  Forms before;
  Forms behind;
};

class ShortArticle {
 public:
  // Fewer words tell no event in two ways, more tell of several.
  static constexpr std::size_t kFewestWords = 25;
  static constexpr std::size_t kMostWords = 320;

  ShortArticle(const Document& document, const Facts& facts, const Definition& definition, const RetoldWords& words,
               const SmallWords& small);

  // Whether it is one of the short ones; finds its headline and its first paragraph.
  [[nodiscard]] bool is_short();
  // Whether a short one corrects another article: then it tells both.
  [[nodiscard]] bool is_correction() const;
  // Finds the words of the lists that are something to the rule: lists[i] tells what the list i is.
  void read(const RetoldLists& lists);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const Facts& facts() const { return facts_; }
  [[nodiscard]] const RetoldWords& words() const { return words_; }
  [[nodiscard]] const SmallWords& small() const { return small_; }
  [[nodiscard]] bool looks_at(const Block& block) const { return definition_.looks_at(block.role); }
  [[nodiscard]] const std::vector<Said>& said() const { return said_; }
  [[nodiscard]] std::uint32_t lead() const { return *lead_; }  // of a short one
  // What parts the second place from the first: in the noun phrase, which takes for granted that it happened; else in
  // the sentence.
  // What the first place's sentence has too parts nothing: "last year".
  [[nodiscard]] bool is_parted(const Said& first, const Said& said, bool noun_alone) const;
  // The same of a second place in plain words: a question, an update in its clause, a "but" that opens the sentence.
  [[nodiscard]] bool is_changed(const Said& first, const Said& second) const;
  // "Was out of danger at first, but took a turn for the worse": its own sentence says that it did not stay so.
  [[nodiscard]] bool is_overtaken(const Said& said) const;
  // Whether the list stands in a part of the second place's block, in words that the first place's sentence lacks.
  [[nodiscard]] bool holds_other(const PhraseTable& list, const Said& first, const Said& second, TextSpan part) const;
  // With the words right behind it.
  [[nodiscard]] TextSpan noun_phrase(const Said& said) const;
  // A day of the week, where the begin names another one. The day beside "called off" is not the day of what was: then
  // only one right behind a noun counts.
  [[nodiscard]] bool has_other_day(const Said& first, const Said& second, bool behind_noun = false) const;
  // A month, a season, a year that the begin does not name.
  [[nodiscard]] bool has_other_time(const Said& first, const Said& second) const;
  // Whether both name one month, day, year.
  [[nodiscard]] bool share_time(const Said& first, const Said& second) const;
  [[nodiscard]] bool is_of_thing(const Said& first, const Said& second) const;
  // Whether the second one says of what, and the clause of the first one tells of that: "rents rose", "the fall in
  // rents".
  enum class Shared : std::uint8_t { kUnsaid, kSame, kOther };
  [[nodiscard]] Shared shares_thing(const Said& first, const Said& second) const;
  // Whether the clauses of both name one thing, the second one as known: "the castle", and nobody else by name.
  [[nodiscard]] bool are_of_one_noun(const Said& first, const Said& second) const;
  // Whether the second clause tells of what the first one tells of by such a word: "the firm", and of nothing else.
  [[nodiscard]] bool stands_for_subject(const Said& first, const Said& second, std::uint8_t stand_in) const;
  // Whether something stands behind a preposition in the second sentence of which neither the begin nor the first
  // sentence tells, or it is a contrast: "there was no strike, however, in the nurseries".
  [[nodiscard]] bool tells_elsewhere(const Said& first, const Said& second) const;
  // Whether its paragraph, up to its end, leads to another event: "a second accident".
  [[nodiscard]] bool is_of_next_event(const Said& said) const;
  // "A fisher and his two passengers": whose they are stands right before.
  [[nodiscard]] bool begins_with_joined_owner(const Said& said) const;
  // Whether something is counted in its clause: then it may be told of a part.
  [[nodiscard]] bool counts_something(const Said& said) const;
  // Whether it says of what: "the fall of the dollar", and not "the fall on Monday".
  [[nodiscard]] bool says_of_what(const Said& said) const;
  // Whether it says of the noun behind it how it is: "the rejected offer".
  [[nodiscard]] bool is_attribute(const Said& said) const;
  // Whether both sentences name one topic: what is no part of the event, and nobody.
  [[nodiscard]] bool share_topic(const Said& first, const Said& second) const;
  // Whether those of whom the second clause tells are among those of the first sentence: its first noun behind no
  // preposition.
  [[nodiscard]] bool share_group(const Said& first, const Said& second) const;
  // "In the Grand Prix", of which the begin tells.
  [[nodiscard]] bool says_of_known(const Said& said) const;
  [[nodiscard]] Forms names_of(const Block& block, TextSpan span) const;
  // The names of its clause, or of its sentence.
  [[nodiscard]] Sides sides_of(const Said& said, bool whole) const;
  // Whether another sentence has the name.
  [[nodiscard]] bool is_named_elsewhere(const std::string& name, const Said& said) const;
  // Whether a word of the list is one of the last `most` words before `pos`, no mark between.
  [[nodiscard]] bool stands_before(const Block& block, TextSpan sentence, std::uint32_t pos, std::size_t most,
                                   const PhraseTable& list) const;
  [[nodiscard]] bool is_title(const Said& said) const { return is_title(said.block); }
  [[nodiscard]] bool is_title(std::uint32_t block) const { return title_ && block == *title_; }
  // Whether it has a capital amid a sentence, where not all nouns have one.
  [[nodiscard]] bool is_name(const Said& said) const;
  // Any word, read as those of classes are.
  [[nodiscard]] Said said_at(std::uint32_t block, TextSpan sentence, TextSpan word) const;
  [[nodiscard]] bool is_denied_at(const Said& said) const;
  // The word with what it names; nothing for a small one, or a name.
  [[nodiscard]] std::optional<WideWord> word_at(std::uint32_t block, TextSpan sentence, const Word& word) const;
  // The words that tell of what, in a part of a sentence.
  [[nodiscard]] std::vector<WideWord> words_in_part(std::uint32_t block, TextSpan sentence, TextSpan part) const {
    return things_in(block, sentence, part);
  }
  // All of a sentence.
  [[nodiscard]] std::vector<WideWord> all_words_in(std::uint32_t block, TextSpan sentence) const;
  [[nodiscard]] bool has_postposed() const { return !words_.postposed.empty(); }
  [[nodiscard]] bool has_noun_capitals() const { return !small_.names_after.empty(); }

 private:
  [[nodiscard]] bool is_unreal(const Block& block, TextSpan sentence, TextSpan cue) const;
  // Whether a number stands right behind the word: "less than thirty".
  [[nodiscard]] bool leads_number(std::uint32_t block, TextSpan word) const;
  // Whether a number counts it: "two wins".
  [[nodiscard]] bool is_counted(std::uint32_t block, TextSpan span) const;
  [[nodiscard]] Said said_of(std::uint32_t block, TextSpan sentence, const ClassWord& word) const;
  // Whether the word is part of a name: "Silver" of the "Cwmdulas Silver Band". Never where all nouns have a capital.
  [[nodiscard]] bool is_in_name(const Block& block, TextSpan sentence, TextSpan word) const;
  enum class Denied : std::uint8_t { kNo, kPerhaps, kYes, kYet };
  [[nodiscard]] Denied is_denied(const Block& block, TextSpan sentence, TextSpan cue) const;
  [[nodiscard]] bool tells_when_instead(const Block& block, TextSpan sentence, TextSpan cue) const;
  // Where "the" stands before the noun, with adjectives between: its begin; else that of the word. Where all nouns have
  // a capital, a verb is none.
  [[nodiscard]] std::uint32_t definite_begin(const Block& block, TextSpan sentence, const ClassWord& word) const;
  // The word behind the one at `pos`.
  std::size_t last_of(const Block& block, std::size_t pos) const;
  [[nodiscard]] bool names_time(const Said& said) const;
  [[nodiscard]] bool is_time(const Block& block, TextSpan word) const;
  // Somebody or some place in its clause, or in a short one that leads to it, that is not among the words.
  [[nodiscard]] bool names_unknown(const Said& said, const std::vector<WideWord>& begin) const;
  // "The trams to the docks", "the trams to the station": whether a word that both clauses have is of another kind.
  [[nodiscard]] bool is_of_other_kind(const Said& first, const std::vector<WideWord>& told, const Said& second,
                                      const std::vector<WideWord>& own, const WideWord& word) const;
  // The nouns of three letters behind "the" in its clause: "the bus", of which contexts know nothing;
  // of some kind, too: "the bus to Bath".
  [[nodiscard]] std::vector<WideWord> short_nouns(const Said& said, bool of_some_kind) const;
  // The words of a sentence, read once.
  struct SentenceWords;
  [[nodiscard]] SentenceWords& words_of(std::uint32_t block, TextSpan sentence) const;
  // The words that tell of what, in a span.
  // Without those of classes; or, where `own` is given, without that one alone.
  [[nodiscard]] std::vector<WideWord> things_in(std::uint32_t number, TextSpan sentence, TextSpan span,
                                                const Said* own = nullptr) const;
  // What the begin is about: all words of the headline and of the first paragraph, but for the second place's own.
  [[nodiscard]] std::vector<WideWord> begin_words(const Said& second, bool title_only) const;
  // With those of the first place's sentence.
  [[nodiscard]] std::vector<WideWord> known_words(const Said& first, const Said& second) const;
  [[nodiscard]] bool is_generic(const Block& block, const WideWord& word) const;
  // The words behind a noun that may say of what it is.
  [[nodiscard]] std::vector<WideWord> words_behind(const Said& said) const;
  // "In diesem Rennen"
  [[nodiscard]] bool points(const Block& block, const Said& said) const;
  // Whether its sentence contrasts two things: "sales rose, but profit did not".
  // Whether both clauses have the same number: "shed 400,000 users", "a gain of 400,000".
  [[nodiscard]] bool shares_number(const Said& first, const Said& second) const;
  [[nodiscard]] bool tells_more(const Said& said) const;
  // Whether the word says of what: it stands right behind, or behind an "of".
  [[nodiscard]] bool follows(const Block& block, std::uint32_t end, const WideWord& word) const;
  // "Besucherminus": visitors
  [[nodiscard]] bool is_part_known(const Block& block, const Said& said, const std::vector<WideWord>& begin) const;
  template <class Use>
  void for_each_time(const PhraseTable& times, const Block& block, TextSpan span, Use use) const;

  const Document& document_;
  const Facts& facts_;
  const Definition& definition_;
  const RetoldWords& words_;
  const SmallWords& small_;
  mutable QuotedBlocks quoted_;  // reads each block once, when first asked
  std::optional<std::uint32_t> title_;
  std::optional<std::uint32_t> lead_;
  std::vector<Said> said_;
  struct SentenceWords {
    std::uint32_t block = 0;
    TextSpan sentence;
    std::vector<WideWord> words;
    bool is_wide = false;  // whether the thesaurus was asked
  };
  mutable std::deque<SentenceWords> read_;
};

// Whether two words are of one family, for one thing, or one the part of the other.
bool is_alike(const WideWord& a, const WideWord& b);
// Whether one name of both is of one: "Meppen" and "Meppener".
bool share_name(const Forms& a, const Forms& b);
bool in_one_sentence(const Said& a, const Said& b);
bool is_before(const Said& a, const Said& b);

}  // namespace stet

#include "check/kinds/contradiction/denied_deed_support.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kNounReach = 4;     // words behind "no" in which what there is none of stands
constexpr std::size_t kLedBy = 3;         // words behind a preposition that are its own
constexpr std::size_t kMostDenials = 20;  // of a short article
constexpr std::size_t kMostWords = 6;     // that a denial may have: longer ones deny something particular
constexpr std::size_t kMostExtra = 1;     // words behind a preposition that nothing else tells of
constexpr std::size_t kTail = 5;          // letters that a compound and its last part share

// How a clause denies.
enum class Denies : std::uint8_t { kNone, kNobody, kLacking, kNot, kRefusing };

// A sentence of the article with what it tells of, once that is asked for.
struct Sentence {
  std::uint32_t block = 0;
  TextSpan span;
  std::vector<WideWord> words;
  std::vector<ClassWord> deeds;
  bool is_read = false;
};

// A word of a denial.
struct DeniedWord {
  const WideWord* word = nullptr;  // null: a deed alone
  std::vector<std::uint16_t> deeds;
  bool head = false;  // what is denied, and not of whom
  bool led = false;   // behind a preposition
};

struct Denial {
  const Sentence* sentence = nullptr;
  std::size_t number = 0;  // of the sentence
  Denies how = Denies::kNot;
  TextSpan clause;
  TextSpan span;  // what denies
  Said said;
  std::vector<DeniedWord> words;
};

// What a German verb has in all tenses: "räumte ... auf", "aufgeräumt", "räumen". Itself when it is too short.
std::string_view verb_stem(std::string_view form) {
  constexpr std::size_t kShortest = 4;
  for (const std::string_view prefix : {"ab", "an", "auf", "aus", "bei", "ein", "fest", "her", "hin", "los", "mit",
                                        "nach", "um", "vor", "weg", "zu", "zuruck", "zusammen"}) {
    if (form.size() >= prefix.size() + 2 && form[prefix.size()] == 'g' && form[prefix.size() + 1] == 'e' &&
        form.starts_with(prefix)) {
      form.remove_prefix(prefix.size());
      break;
    }
  }
  if (form.starts_with("ge") && form.size() > kShortest + 3) form.remove_prefix(2);
  if (form.empty()) return form;
  for (const std::string_view end : {"ten", "te", "en", "et", "st", "t", "n", "e"}) {
    if (form.back() == end.back() && form.size() >= kShortest + end.size() && form.ends_with(end)) {
      form.remove_suffix(end.size());
      break;
    }
  }
  return form;
}

class DeniedDeeds {
 public:
  DeniedDeeds(const ShortArticle& article, const std::vector<bool>& wanted)
      : article_(article), words_(article.words()), wanted_(wanted) {}

  [[nodiscard]] std::optional<std::pair<TextPlace, TextPlace>> find() {
    if (!may_deny()) return std::nullopt;
    cut_blocks();
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      for (const Denial& denial : denials_of(i)) {
        for (Sentence& sentence : sentences_) read(sentence);
        for (std::size_t j = 0; j < sentences_.size(); ++j) {
          if (sentences_[j].block == denial.sentence->block) continue;
          const std::optional<TextSpan> told = told_at(denial, j);
          if (!told) continue;
          const TextPlace here{denial.sentence->block, report_span(denial)};
          const TextPlace there{sentences_[j].block, *told};
          return std::pair(here.block, here.span.begin) < std::pair(there.block, there.span.begin)
                     ? std::pair(here, there)
                     : std::pair(there, here);
        }
      }
    }
    return std::nullopt;
  }

 private:
  // A cheap look, before anything is read.
  [[nodiscard]] bool may_deny() const {
    const Document& document = article_.document();
    return std::ranges::any_of(document.blocks(), [&](const Block& block) {
      return article_.looks_at(block) && block.language == document.language() &&
             std::ranges::any_of(document.words(block),
                                 [&](const Word& word) { return denial_at(block, word.begin).has_value(); });
    });
  }

  struct Found {
    Denies how;
    std::uint32_t end;
  };
  [[nodiscard]] std::optional<Found> denial_at(const Block& block, std::uint32_t pos) const {
    const std::pair<Denies, const PhraseTable*> lists[] = {{Denies::kLacking, &words_.lacking},
                                                           {Denies::kNone, &words_.none},
                                                           {Denies::kNobody, &words_.nobody},
                                                           {Denies::kNot, &words_.denying},
                                                           {Denies::kRefusing, &words_.refusing}};
    std::optional<Found> found;
    for (const auto& [how, list] : lists) {
      const auto match = list->longest(block.text, pos);
      if (!match) continue;
      const auto end = static_cast<std::uint32_t>(match.position);
      if (!found || end > found->end) found = Found{how, end};
    }
    return found;
  }

  void cut_blocks() {
    const Document& document = article_.document();
    for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
      const Block& block = document.block(number);
      if (!article_.looks_at(block) || block.language != document.language()) continue;
      for (const TextSpan span : article_.facts().sentences().of(number))
        sentences_.push_back({number, span, {}, {}, false});
    }
  }

  void read(Sentence& sentence) const {
    if (std::exchange(sentence.is_read, true)) return;
    const auto all_related = [](std::uint16_t, std::uint16_t) { return false; };
    const Document& document = article_.document();
    sentence.words = article_.all_words_in(sentence.block, sentence.span);
    sentence.deeds =
        words_.classes.find(document, article_.facts(), sentence.block, sentence.span, wanted_, all_related);
  }

  static bool is_in_brackets(std::string_view text, TextSpan sentence, TextSpan span) {
    const std::string_view before = text.substr(sentence.begin, span.begin - sentence.begin);
    const std::size_t open = before.rfind('(');
    return open != std::string_view::npos && before.find(')', open) == std::string_view::npos;
  }

  [[nodiscard]] bool holds_word(const PhraseTable& list, const Block& block, TextSpan word) const {
    return list.longest(block.text, word.begin).position >= word.end;
  }

  [[nodiscard]] std::vector<Denial> denials_of(std::size_t number) {
    const Sentence& sentence = sentences_[number];
    const Block& block = article_.document().block(sentence.block);
    std::vector<Denial> found;
    std::uint32_t done = 0;
    for (const Word& word : words_in(article_.document().words(block), sentence.span)) {
      if (word.begin < done || denials_ >= kMostDenials) continue;
      const auto denial = denial_at(block, word.begin);
      if (!denial) continue;
      ++denials_;
      const TextSpan span{word.begin, denial->end};
      Denial read{&sentence, number, denial->how, clause_of(block.text, sentence.span, span), span, {}, {}};
      // "Refused, he said, to meet them"
      const bool opens = words_in(article_.document().words(block), {span.end, read.clause.end}).empty();
      if (read.how == Denies::kRefusing && opens) read.clause.end = sentence.span.end;
      // "Left without having found anything"
      if (holds_word(words_.without, block, span)) read.clause.begin = span.begin;
      // "Soon reopened because it carried no chemicals"
      for (const Word& other : words_in(article_.document().words(block), {read.clause.begin, span.begin})) {
        const auto reason = words_.reason.longest(block.text, other.begin);
        if (reason) read.clause.begin = static_cast<std::uint32_t>(reason.position);
      }
      // "Stays calm and hired nobody"
      for (const Word& other : words_in(article_.document().words(block), {read.clause.begin, span.begin})) {
        if (holds_word(words_.joining, block, {other.begin, other.end}) && other.begin > read.clause.begin + 1) {
          read.clause.begin = other.end;
        }
      }
      done = read.clause.end;  // "n'a fait aucun blessé" denies once
      // The strongest word of the clause tells how.
      for (const Word& other : words_in(article_.document().words(block), {span.end, read.clause.end})) {
        const auto stronger = denial_at(block, other.begin);
        if (stronger && stronger->how < read.how) {
          read.how = stronger->how;
          read.span = {other.begin, stronger->end};
        }
      }
      // "Gets no grant and lives off its concerts"
      if (read.how != Denies::kLacking) {
        for (const Word& other : words_in(article_.document().words(block), {read.span.end, read.clause.end})) {
          const bool joins = holds_word(words_.joining, block, {other.begin, other.end});
          if (!joins || words_in(article_.document().words(block), {read.span.end, other.begin}).empty()) continue;
          read.clause.end = other.begin;
          break;
        }
      }
      read.said = article_.said_at(sentence.block, sentence.span, read.span);
      // "(Three goals, no assists)": of the one who is named before it.
      if (read.how == Denies::kNone && is_in_brackets(block.text, sentence.span, read.span)) continue;
      if (!is_plain(read)) continue;
      this->read(sentences_[number]);
      if (!read_words(read) && read.how == Denies::kNobody && read.clause.end < sentence.span.end) {
        // "Nobody of the council, on Monday, wanted to see them"
        read.words.clear();
        read.clause.end = sentence.span.end;
        if (!is_plain(read) || !read_words(read)) continue;
      }
      if (std::ranges::any_of(read.words, &DeniedWord::head)) found.push_back(std::move(read));
    }
    return found;
  }

  // No plan, no question, nobody's words, nothing that is denied in part or for a time.
  [[nodiscard]] bool is_plain(const Denial& denial) const {
    const std::string_view text = article_.document().block(denial.sentence->block).text;
    if (denial.said.unreal || denial.said.quoted) return false;
    // "Nobody was hurt, police said": what authorities say the article takes over.
    if (holds(words_.claiming, text, {denial.sentence->span.begin, denial.span.begin})) return false;
    for (const PhraseTable* list : {&words_.asking, &words_.unlike}) {
      if (holds(*list, text, denial.sentence->span)) return false;
    }
    for (const PhraseTable* list : {&words_.partly, &words_.forbidding, &words_.halves, &words_.comparing}) {
      if (holds(*list, text, denial.clause)) return false;
    }
    return true;
  }

  // Whether a preposition leads the word.
  [[nodiscard]] bool is_led(const Denial& denial, TextSpan word) const {
    const Block& block = article_.document().block(denial.sentence->block);
    return article_.stands_before(block, denial.clause, word.begin, kLedBy, words_.prepositions);
  }

  [[nodiscard]] bool read_words(Denial& denial) const {
    const Block& block = article_.document().block(denial.sentence->block);
    const Document& document = article_.document();
    std::vector<const ClassWord*> deeds;
    for (const ClassWord& deed : denial.sentence->deeds) {
      if (denial.clause.contains(deed.span)) deeds.push_back(&deed);
    }
    const auto behind = words_in(document.words(block), {denial.span.end, denial.clause.end});
    const std::uint32_t reach = behind.empty() ? denial.span.end : behind[std::min(behind.size(), kNounReach) - 1].end;
    const bool capitals = article_.has_noun_capitals();
    // "No statement", "no doubt"
    const bool idle =
        denial.how == Denies::kNone && !behind.empty() && words_.idle.longest(block.text, behind.front().begin).found;
    if (idle) return false;
    const bool elliptic =
        !capitals && words_in(document.words(block), {denial.clause.begin, denial.span.begin}).empty();
    const WideWord* first_behind = nullptr;
    for (const WideWord& word : denial.sentence->words) {
      if (!denial.clause.contains(word.span) || denial.span.contains(word.span)) continue;
      if (holds_word(words_.being, block, word.span) || holds_word(words_.emphatic, block, word.span)) continue;
      // "Dans le premier cas, pas dans le second"
      if (elliptic && holds_word(words_.prepositions, block, word.span)) continue;
      // "Non ha ricevuto nessun invito" denies once.
      if (holds_word(words_.none, block, word.span) || holds_word(words_.denying, block, word.span)) continue;
      if (article_.stands_before(block, denial.clause, word.span.begin, kLedBy, words_.because)) continue;
      if (denial.how != Denies::kNone && holds_word(words_.anybody, block, word.span)) continue;
      const bool is_behind = word.span.begin >= denial.span.end;
      if (is_behind && first_behind == nullptr) {
        first_behind = &word;
        if (denial.how == Denies::kNone && words_.idle.longest(block.text, word.span.begin).found) return false;
      }
      DeniedWord own;
      own.word = &word;
      bool tail = false;
      for (const ClassWord* deed : deeds) {
        if (deed->span.overlaps(word.span)) own.deeds.push_back(deed->list);
        tail = tail || (deed->end > deed->span.end && deed->end == word.span.end);
      }
      if (tail) continue;  // "nahm ... teil": told by its first word
      own.led = is_led(denial, word.span);
      const bool noun = !capitals || is_capitalised(word_text(block, {word.span.begin, word.span.end, 0}));
      switch (denial.how) {
        case Denies::kNone:
          own.head = is_behind && word.span.end <= reach && noun && !own.led;
          break;
        case Denies::kNobody:
          own.head = is_behind && first_behind == &word && !own.led;
          break;
        case Denies::kLacking:
          own.head = !own.led;
          break;
        case Denies::kRefusing:
        case Denies::kNot:
          own.head = !own.deeds.empty() ||
                     (capitals ? !noun || word.span.begin == denial.sentence->span.begin : first_behind == &word);
          own.head = own.head && !own.led;
          break;
      }
      denial.words.push_back(std::move(own));
    }
    // A deed in small words alone: "gab ... nach".
    for (const ClassWord* deed : deeds) {
      const bool known = std::ranges::any_of(denial.words, [&](const DeniedWord& word) {
        return std::ranges::find(word.deeds, deed->list) != word.deeds.end();
      });
      if (!known && !denial.span.contains(deed->span)) denial.words.push_back({nullptr, {deed->list}, true, false});
    }
    // "Arrests there were none"
    const bool headless = std::ranges::none_of(denial.words, &DeniedWord::head);
    if (denial.how != Denies::kNot && headless) {
      // "Nobody": "il n'a recruté personne"
      DeniedWord* last = nullptr;
      for (DeniedWord& word : denial.words) {
        if (word.led || word.word->span.begin > denial.span.begin) continue;
        if (denial.how != Denies::kNobody || capitals) word.head = true;
        last = &word;
      }
      if (last != nullptr) last->head = true;
    }
    if (denial.words.size() > kMostWords) return false;
    return std::ranges::any_of(denial.words, &DeniedWord::head);
  }

  // A noun that has no more than the begin in common with a word: "Verdi" and "verdient", "Verbraucherzentrale" and
  // "verbraucht".
  static bool is_other_noun(std::string_view denied, std::string_view told, bool verb) {
    constexpr std::size_t kShort = 5;
    constexpr std::size_t kLonger = 6;
    if (verb) return false;
    const bool is_begin = told.size() <= kShort && denied.size() > told.size() && denied.starts_with(told);
    return is_begin || told.size() > denied.size() + kLonger;
  }

  static bool is_one(const WideWord& denied, const WideWord& told, bool participles, bool verb) {
    // "Is not Bolognese" and "in Bologna"
    const bool name = (told.name && !denied.name) || is_other_noun(denied.form, told.form, verb);
    const bool kin = !name && (is_same_word(denied.form, told.form) || are_kin(denied.form, told.form));
    if (kin || denied.form == told.form) return true;
    if (participles && verb_stem(denied.form) == verb_stem(told.form)) return true;
    if (denied.concepts.meets(told.concepts) || denied.wide.meets(told.wide)) return true;
    // Of nouns: "Kirchenorgel", and not "feststellen".
    return !verb && denied.form.size() >= kTail && told.form.ends_with(denied.form);
  }

  // Where the sentence says the word, or one for the same.
  [[nodiscard]] std::optional<TextSpan> find_in(const Sentence& sentence, const DeniedWord& word) const {
    for (const ClassWord& deed : sentence.deeds) {
      if (std::ranges::find(word.deeds, deed.list) != word.deeds.end()) return deed.span;
    }
    if (word.word == nullptr) return std::nullopt;
    const Block& block = article_.document().block(sentence.block);
    const bool capitals = article_.has_noun_capitals();
    for (const WideWord& other : sentence.words) {
      const bool verb = capitals && !is_capitalised(word_text(block, {other.span.begin, other.span.end, 0}));
      // "300 g potatoes" in a list of what is needed is no word for tomatoes.
      if (block.role == Role::kListItem && !is_same_word(word.word->form, other.form)) continue;
      if (is_one(*word.word, other, verb, verb)) return other.span;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_known(const DeniedWord& word) const {
    return std::ranges::any_of(sentences_, [&](const Sentence& sentence) {
      return (sentence.block == article_.lead() || article_.is_title(sentence.block)) && find_in(sentence, word);
    });
  }

  // Whether another sentence of its block tells of the word: a pronoun may stand for it.
  [[nodiscard]] bool is_told_beside(std::size_t number, const DeniedWord& word) const {
    return std::ranges::any_of(sentences_, [&](const Sentence& sentence) {
      return sentence.block == sentences_[number].block && find_in(sentence, word);
    });
  }

  // The sentence before it in its block, that a pronoun may look back to.
  [[nodiscard]] const Sentence* before(std::size_t number) const {
    if (number == 0 || sentences_[number - 1].block != sentences_[number].block) return nullptr;
    return &sentences_[number - 1];
  }

  // "A speech there was not": where all nouns have a capital.
  [[nodiscard]] bool is_thing(const Denial& denial) const {
    const Block& block = article_.document().block(denial.sentence->block);
    return article_.has_noun_capitals() && std::ranges::all_of(denial.words, [&](const DeniedWord& word) {
             return word.led || (word.word != nullptr && word.word->span.begin > denial.sentence->span.begin
                                     ? is_capitalised(word_text(block, {word.word->span.begin, word.word->span.end, 0}))
                                     : word.word != nullptr && !holds(words_.denying, block.text,
                                                                      {word.word->span.end, word.word->span.end + 1}));
           });
  }

  // Where the sentence tells what is denied, of the same.
  [[nodiscard]] std::optional<TextSpan> told_at(const Denial& denial, std::size_t number) const {
    const Sentence& sentence = sentences_[number];
    std::optional<TextSpan> place;
    std::size_t extra = 0;
    std::size_t shared = 0;
    const bool by_subject = denial.how == Denies::kNot || denial.how == Denies::kRefusing;
    bool subject = !by_subject || is_thing(denial);
    for (const DeniedWord& word : denial.words) {
      const auto found = find_in(sentence, word);
      if (word.head) {
        if (!found || !is_told(denial, sentence, *found)) return std::nullopt;
        if (!place) place = found;
        continue;
      }
      if (found || is_told_beside(number, word)) {
        ++shared;
        subject = subject || !word.led;
        continue;
      }
      const bool known = !word.word->name && is_known(word);
      if (known && (word.led || !by_subject)) continue;
      // "Nobody was hurt in the blast": one word may tell more of where and when.
      if (word.word->name || !word.led || ++extra > kMostExtra) return std::nullopt;
    }
    if (!place) return std::nullopt;
    // "Nobody pays" is of this and that, unless the article's event is one of paying.
    const bool begins = article_.is_title(sentence.block) || sentence.block == article_.lead();
    const bool by_deed =
        denial.how != Denies::kNobody &&
        std::ranges::any_of(sentence.deeds, [&](const ClassWord& deed) { return deed.span == *place; });
    if (!by_subject && shared == 0 && !begins && !by_deed && !is_noun_told(sentence, *place)) return std::nullopt;
    if (!subject && !share_subject(denial, number)) return std::nullopt;
    return place;
  }

  // "The witnesses", "two witnesses", "a witness"
  [[nodiscard]] bool is_noun_told(const Sentence& sentence, TextSpan place) const {
    const Block& block = article_.document().block(sentence.block);
    const Said told = article_.said_at(sentence.block, sentence.span, place);
    return told.definite || told.counted || article_.stands_before(block, sentence.span, place.begin, 2, words_.some) ||
           article_.stands_before(block, sentence.span, place.begin, 2, words_.indefinite);
  }

  // "Who did not come", "she did not come": of whom the words before it tell.
  [[nodiscard]] bool share_subject(const Denial& denial, std::size_t number) const {
    const Sentence* own = denial.sentence;
    const auto tells = [&](const WideWord& word) {
      const DeniedWord plain{&word, {}, false, false};
      return is_told_beside(number, plain) || is_known(plain);
    };
    const auto is_before = [&](const WideWord& word) { return word.span.end <= denial.clause.begin; };
    if (std::ranges::any_of(own->words, is_before)) {
      return std::ranges::any_of(own->words, [&](const WideWord& word) { return is_before(word) && tells(word); });
    }
    // A pronoun: of somebody else only when the sentence before it names one.
    const Sentence* earlier = before(denial.number);
    if (earlier == nullptr || std::ranges::any_of(earlier->words, tells)) return true;
    const auto is_other = [&](const WideWord& word) {
      return word.name && word.span.begin != earlier->span.begin && word.concepts.empty();
    };
    return std::ranges::none_of(earlier->words, is_other);
  }

  [[nodiscard]] bool is_told(const Denial& denial, const Sentence& sentence, TextSpan place) const {
    const Block& block = article_.document().block(sentence.block);
    const Said told = article_.said_at(sentence.block, sentence.span, place);
    if (told.unreal || told.quoted || article_.is_denied_at(told)) return false;
    const TextSpan clause = clause_of(block.text, sentence.span, place);
    for (const PhraseTable* list : {&words_.nearly, &words_.forbidding, &words_.lacking}) {
      if (holds(*list, block.text, clause)) return false;
    }
    if (holds(words_.unlike, block.text, sentence.span)) return false;
    if (article_.is_changed(told, denial.said) || article_.is_changed(denial.said, told)) return false;
    // What the begin tells is what the article is about, whenever it was.
    const bool begins = article_.is_title(sentence.block) || sentence.block == article_.lead();
    if (!begins && (article_.is_parted(denial.said, told, false) || article_.has_other_time(denial.said, told))) {
      return false;
    }
    if (article_.has_other_time(told, denial.said)) return false;
    if (article_.has_other_day(told, denial.said)) return false;
    return true;
  }

  [[nodiscard]] static TextSpan report_span(const Denial& denial) {
    TextSpan span = denial.span;
    for (const DeniedWord& word : denial.words) {
      if (!word.head || word.word == nullptr) continue;
      span = {std::min(span.begin, word.word->span.begin), std::max(span.end, word.word->span.end)};
    }
    return span;
  }

  const ShortArticle& article_;
  const RetoldWords& words_;
  const std::vector<bool>& wanted_;
  std::vector<Sentence> sentences_;
  std::size_t denials_ = 0;
};

}  // namespace

std::optional<std::pair<TextPlace, TextPlace>> find_denied_deed(const ShortArticle& article,
                                                                const std::vector<bool>& wanted) {
  return DeniedDeeds(article, wanted).find();
}

}  // namespace stet

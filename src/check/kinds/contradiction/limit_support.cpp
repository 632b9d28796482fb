#include "check/kinds/contradiction/limit_support.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"

namespace stet {
namespace {

constexpr std::string_view kLexicon = "limit";
constexpr std::size_t kLongestTold = 30'000;  // bytes
constexpr std::size_t kShortWord = 3;         // bytes: such a word tells nothing
constexpr std::size_t kMostOpening = 6;       // words of an opening without a comma
constexpr std::size_t kMostLimiting = 2;      // words before the comma behind an opening: more are a clause
constexpr std::size_t kMostDenied = 2;        // words from "not" to the number
constexpr std::size_t kLongestLabel = 3;      // digits

// Its lists, in the order of their tables.
enum List : std::uint8_t {
  kA,
  kContrast,
  kDays,
  kNamed,
  kNext,
  kNot,
  kNumbering,
  kOf,
  kOfBare,
  kOfThe,
  kOnly,
  kOpeners,
  kSame,
  kSides,
  kSmall,
  kThe,
};
constexpr std::string_view kLists[] = {"a",       "contrast", "days", "named",   "next", "not",   "numbering", "of",
                                       "of-bare", "of-the",   "only", "openers", "same", "sides", "small",     "the"};
// Of the others a word is looked for by its form.
constexpr bool has_phrases(List list) {
  return list == kContrast || list == kDays || list == kNext || list == kOf || list == kSides;
}

bool is_limits(std::string_view lexicon) { return lexicon == kLexicon; }

// The payload is the number of the entry; the texts are styles.
MadeTables make_tables(const Lexicon& lexicon, Language language) {
  MadeTables made;
  for (std::size_t list = 0; list < std::size(kLists); ++list) {
    PhraseTrie& trie = made.tables.emplace_back();
    std::uint32_t entry = 0;
    for (std::string_view names : lexicon.find(kLexicon, language, kLists[list])) {
      for (; !names.empty(); names.remove_prefix(std::min(names.find('|'), names.size() - 1) + 1)) {
        const std::string_view name = names.substr(0, names.find('|'));
        trie.add(has_phrases(static_cast<List>(list)) ? std::string(name) : context_form(name), entry);
      }
      ++entry;
    }
  }
  for (const std::string_view style : lexicon.find(kLexicon, language, "style")) made.texts.emplace_back(style);
  return made;
}

struct Told {
  std::string form;
  TextSpan span;
};

class Sentence {
 public:
  Sentence(const Document& document, const Facts& facts, const ToldNumber& place)
      : document_(&document), facts_(&facts), place_(&place) {
    const Block& block = document.block(place.block);
    language_ = block.language;
    lists_ = facts.knowledge().tables.find(kLimitTables, language_);
    text_ = block.text;
    for (const Word& word : words_in(document.words(block), place.sentence)) {
      words_.push_back({context_form(word_text(block, word)), {word.begin, word.end}});
    }
  }

  [[nodiscard]] const ToldNumber& place() const { return *place_; }

  [[nodiscard]] bool is_contrast() const { return has_phrase(kContrast); }
  [[nodiscard]] bool has_phrase(List list) const {
    return lists_ != nullptr && holds(lists_->tables[list], text_, place_->sentence);
  }

  // "Does not cost 12 euros", where the other says what it costs.
  [[nodiscard]] bool is_denied(const Sentence& other) const {
    const auto number = number_word();
    const auto before = static_cast<std::size_t>(number - words_.begin());
    for (std::size_t back = 1; back <= std::min(before, kMostDenied); ++back) {
      const std::size_t i = before - back;
      if (!is_of(kNot, words_[i].form)) continue;
      // "Not only"
      if (i + 1 < before && is_of(kOnly, words_[i + 1].form)) return false;
      return back == 1 || other.has(words_[i + 1].form);
    }
    return false;
  }

  // "The 75 chisels", "their 12 vans": a count that the reader knows. A measure often has an article, "ai 118 km/h".
  [[nodiscard]] bool is_definite() const {
    if (is_measure()) return false;
    const auto number = number_word();
    if (number == words_.begin()) return false;
    const Told& last = *std::prev(number);
    return last.span.end + 1 == place_->number.begin && is_of(kThe, last.form);
  }

  // Which days of the week, or which sides, it names, by their place in the list.
  [[nodiscard]] std::vector<std::uint32_t> named(List list) const {
    std::vector<std::uint32_t> found;
    if (lists_ == nullptr) return found;
    for (const Told& word : words_) {
      if (const auto match = lists_->tables[list].longest(text_, word.span.begin)) found.push_back(match.payload);
    }
    return found;
  }

  // "The damage in the school", "the strike of the drivers": a thing that both sentences name is here that of something
  // which the article has not told of.
  [[nodiscard]] bool is_of_news(const Sentence& first) const {
    for (std::size_t i = 0; i + 2 < words_.size() && words_[i].span.end <= place_->number.begin; ++i) {
      if (!says_something(words_[i]) || !is_joint(words_[i + 1]) ||
          !first.names(concepts_of(words_[i]), words_[i].form)) {
        continue;
      }
      std::size_t other = i + 2;
      while (other < words_.size() && !says_something(words_[other])) ++other;
      if (other == words_.size() || words_[other].span.end > place_->number.begin) return false;
      const TextSpan joint{words_[i].span.end, words_[other].span.begin};
      const bool marked = text_.substr(joint.begin, joint.size()).find_first_of(",;:()") != std::string_view::npos;
      if (!marked && !is_known(words_[other])) return true;
    }
    return false;
  }

  // "A motorbike was caught at 176": it begins with somebody or something new, and goes on without what is known.
  [[nodiscard]] bool brings_in(const Sentence& first) const {
    if (words_.empty() || !is_of(kA, words_.front().form)) return false;
    const auto before = before_number();
    if (before.empty() || is_known(*before.front())) return false;
    return !is_definite() && std::ranges::none_of(before, [&](const Told* word) { return first.has(word->form); });
  }

  // "The 15,000 euros of the foundation", of which the article has not told.
  [[nodiscard]] bool is_of_new_owner() const {
    const auto behind =
        std::ranges::find_if(words_, [&](const Told& word) { return word.span.begin >= place_->number.end; });
    const auto own = number_word();
    if (own == words_.begin() || !is_of(kThe, std::prev(own)->form)) return false;
    auto word = behind;
    const std::ptrdiff_t most = is_measure() ? 0 : 1;  // words of what is counted: "children"
    while (word != words_.end() && word - behind < most && !leads_to_owner(word)) ++word;
    if (word == words_.end() || !leads_to_owner(word)) return false;
    const std::uint32_t begin = word->span.begin;
    ++word;
    while (word != words_.end() && !says_something(*word)) ++word;
    if (word == words_.end()) return false;
    const bool marked = text_.substr(begin, word->span.begin - begin).find_first_of(",;:()") != std::string_view::npos;
    return !marked && !is_known(*word);
  }

  // "House number twelve": it counts nothing. A long number is that of one thing, "file number 8451".
  [[nodiscard]] bool is_numbered() const {
    const auto number = number_word();
    const bool file = place_->number.size() > kLongestLabel &&
                      text_.substr(place_->number.begin, place_->number.size()).find_first_not_of("0123456789") ==
                          std::string_view::npos;
    return !file && number != words_.begin() && is_of(kNumbering, std::prev(number)->form);
  }

  // "Line 12", "line 14", "building A", "Familie Wirz": whether a word of both has another number or letter behind it.
  [[nodiscard]] bool has_other_label(const Sentence& other) const {
    const auto label = [](const Sentence& sentence, std::size_t i) {
      const TextSpan span = sentence.words_[i].span;
      const std::string_view text = sentence.text_.substr(span.begin, span.size());
      const bool number =
          text.find_first_not_of("0123456789") == std::string_view::npos && text.size() <= kLongestLabel;
      const bool letter = text.size() == 1 && text.front() >= 'A' && text.front() <= 'Z';
      const bool own = sentence.place_->number.begin <= span.begin && span.begin < sentence.place_->number.end;
      const bool joined = text.data() > sentence.text_.data() && text.data()[-1] == ' ';
      const bool name = sentence.is_of(kNamed, sentence.words_[sentence.named_before(i)].form) && is_capitalised(text);
      return (number || letter || name) && !own && joined ? text : std::string_view();
    };
    for (std::size_t i = 1; i < words_.size(); ++i) {
      const std::string_view mine = label(*this, i);
      const std::size_t named = named_before(i);
      if (mine.empty() || (named == i - 1 && !says_something(words_[named]))) continue;
      for (std::size_t j = 1; j < other.words_.size(); ++j) {
        const std::string_view others = label(other, j);
        if (!others.empty() && others != mine && other.words_[other.named_before(j)].form == words_[named].form) {
          return true;
        }
      }
    }
    return false;
  }

  // "On the coast it killed 90 people": the word behind the opener, if that is no news of the number itself.
  [[nodiscard]] const Told* limit() const {
    if (words_.empty() || !is_of(kOpeners, words_.front().form)) return nullptr;
    const std::size_t mark = text_.find_first_of(",;:", place_->sentence.begin);
    if (mark < place_->number.begin && opens_clause(mark)) return nullptr;
    for (std::size_t i = 1; i < std::min(words_.size(), kMostOpening); ++i) {
      if (words_[i].span.begin > mark || words_[i].span.end > place_->number.begin) return nullptr;
      if (is_of(kSame, words_[i].form)) return nullptr;
      // "With the sentence of eight years"; "en el sur" is short, and yet a place.
      if (words_[i].form.size() >= kShortWord && !is_of(kSmall, words_[i].form)) {
        return is_of_number(i) ? nullptr : &words_[i];
      }
    }
    return nullptr;
  }

  // The words before the number that tell something.
  [[nodiscard]] std::vector<const Told*> before_number() const {
    std::vector<const Told*> found;
    for (const Told& word : words_) {
      if (word.span.end > place_->number.begin) break;
      if (says_something(word)) found.push_back(&word);
    }
    return found;
  }

  [[nodiscard]] ConceptSet concepts_of(const Told& word) const {
    return facts_->knowledge()
        .concepts[ConceptFamily::kThesaurus]
        .of(language_)
        .at(text_, word.span.begin, word.span.end)
        .concepts;
  }
  // By this word, or by one for the same thing.
  [[nodiscard]] bool names(const ConceptSet& concepts, std::string_view form) const {
    return std::ranges::any_of(words_, [&](const Told& word) {
      return is_same_word(word.form, form) || (!concepts.empty() && concepts.meets(concepts_of(word)));
    });
  }

  [[nodiscard]] bool has(std::string_view form) const {
    return std::ranges::any_of(words_, [&](const Told& word) { return is_same_word(word.form, form); });
  }

  // Where nouns have a capital.
  [[nodiscard]] bool is_noun(const Told& word) const {
    return has_style("capital-nouns") && is_capitalised(text_.substr(word.span.begin, word.span.size()));
  }

  // "After this operation": behind a determiner, a word for what the other sentence names; but "in paperback" is a book
  // of another sort.
  [[nodiscard]] bool is_said_again(const Sentence& first, const Told& word) const {
    return &word != &words_[1] && first.names(concepts_of(word), word.form);
  }

  // Whether it, or the text before it, speaks of that, or the word may stand for anything.
  [[nodiscard]] bool is_known(const Told& word) const {
    return is_of(kSame, word.form) || is_told(*document_, place_->block, place_->sentence, word.form);
  }

 private:
  // The first word of the number, or the one behind it where its digits are no word.
  [[nodiscard]] std::vector<Told>::const_iterator number_word() const {
    return std::ranges::find_if(words_, [&](const Told& word) { return word.span.end > place_->number.begin; });
  }
  // Whether the number has a unit.
  [[nodiscard]] bool is_measure() const {
    return std::ranges::any_of(facts_->quantities(place_->block), [&](const Quantity& q) {
      return q.number.begin == place_->number.begin && q.unit != kNoUnit;
    });
  }
  [[nodiscard]] bool is_of(List list, std::string_view form) const {
    return lists_ != nullptr && !form.empty() && lists_->tables[list].longest(form, 0).position == form.size();
  }
  [[nodiscard]] bool has_style(std::string_view style) const {
    return lists_ != nullptr && std::ranges::find(lists_->texts, style) != lists_->texts.end();
  }
  // "Im Saal gab es Beifall, als": what stands before the comma is more than what an opening has.
  [[nodiscard]] bool opens_clause(std::size_t mark) const {
    if (has_style("verb-second")) return true;
    const auto count =
        std::ranges::count_if(words_, [&](const Told& word) { return word.span.end <= mark && says_something(word); });
    return static_cast<std::size_t>(count) > kMostLimiting;
  }
  // The word that the one behind it may name: "Familie Wirz", "the club of Wirz".
  [[nodiscard]] std::size_t named_before(std::size_t i) const {
    const bool joined = i > 1 && is_joint(words_[i - 1]) && is_of(kNamed, words_[i - 2].form);
    return joined ? i - 2 : i - 1;
  }
  // "Of the", "della"
  [[nodiscard]] bool leads_to_owner(std::vector<Told>::const_iterator word) const {
    if (is_of(kOfThe, word->form)) return true;
    const auto next = std::next(word);
    return is_of(kOfBare, word->form) && next != words_.end() && !says_something(*next);
  }
  // As it is written: "à" joins, "a" is "has".
  [[nodiscard]] bool is_joint(const Told& word) const {
    return lists_ != nullptr && lists_->tables[kOf].longest(text_, word.span.begin).position == word.span.end;
  }
  // Whether only small words stand between it and the number.
  [[nodiscard]] bool is_of_number(std::size_t i) const {
    while (++i < words_.size() && words_[i].span.end <= place_->number.begin) {
      if (says_something(words_[i])) return false;
    }
    return true;
  }
  [[nodiscard]] bool says_something(const Told& word) const {
    return word.form.size() > kShortWord && !is_of(kSmall, word.form);
  }

  const Document* document_;
  const Facts* facts_;
  const ToldNumber* place_;
  const WordTable* lists_ = nullptr;
  Language language_;
  std::string_view text_;
  std::vector<Told> words_;
};

// "The lottery raised 3,570", "the raffle raised 3,750": both have a word before what they share.
bool have_other_subjects(const Sentence& first, const Sentence& second) {
  const auto mine = first.before_number();
  const auto others = second.before_number();
  if (mine.size() < 2 || others.size() < 2 || !is_same_word(mine[1]->form, others[1]->form)) return false;
  return !second.is_known(*others[0]) && !second.has(mine[0]->form) && !first.is_noun(*mine[1]);
}

// Whether each names entries of the list, none of them the same.
bool name_others(const Sentence& first, const Sentence& second, List list) {
  const auto mine = first.named(list);
  if (mine.empty()) return false;
  const auto others = second.named(list);
  return !others.empty() && std::ranges::none_of(mine, [&](std::uint32_t entry) {
    return std::ranges::find(others, entry) != others.end();
  });
}

bool are_set_apart(const Sentence& first, const Sentence& second) {
  if (first.is_numbered() && second.is_numbered()) return true;
  if (first.is_contrast() != second.is_contrast() || first.is_denied(second) != second.is_denied(first)) return true;
  // "Eleven families were moved on Monday", "the thirteen families return on Wednesday"
  if (!second.is_definite() && name_others(first, second, kDays)) return true;
  return name_others(first, second, kSides) || (second.has_phrase(kNext) && !first.has_phrase(kNext)) ||
         first.has_other_label(second);
}

// "In paperback it costs", where nothing before tells of paperbacks.
bool is_limited(const Sentence& first, const Sentence& second) {
  const Told* const limit = second.is_definite() ? nullptr : second.limit();
  return limit != nullptr && !second.is_known(*limit) && !second.is_said_again(first, *limit);
}

}  // namespace

const TableMaker kLimitTables{"limits", is_limits, is_limits, make_tables};

bool are_set_apart(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other) {
  return are_set_apart(Sentence(document, facts, one), Sentence(document, facts, other));
}

bool is_of_other_subject(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other) {
  const Sentence first(document, facts, one);
  const Sentence second(document, facts, other);
  const auto words = second.before_number();
  return !words.empty() && std::ranges::none_of(words, [&](const Told* word) { return first.has(word->form); });
}

bool brings_in_another(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other) {
  return Sentence(document, facts, other).brings_in(Sentence(document, facts, one));
}

bool speak_of_others(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other) {
  const bool in_order = std::pair(one.block, one.number.begin) < std::pair(other.block, other.number.begin);
  const Sentence first(document, facts, in_order ? one : other);
  const Sentence second(document, facts, in_order ? other : one);
  if (in_order ? are_set_apart(first, second) : are_set_apart(second, first)) return true;
  return is_limited(first, second) || have_other_subjects(first, second) || second.is_of_news(first);
}

bool is_limited(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other) {
  return is_limited(Sentence(document, facts, one), Sentence(document, facts, other));
}

bool are_of_two_sides(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other) {
  const Sentence first(document, facts, one);
  const Sentence second(document, facts, other);
  return name_others(first, second, kSides) || first.has_other_label(second);
}

bool is_of_new_owner(const Document& document, const Facts& facts, const ToldNumber& told) {
  return Sentence(document, facts, told).is_of_new_owner();
}

bool is_told(const Document& document, std::uint32_t block, TextSpan sentence, std::string_view form, bool anywhere) {
  std::size_t looked_at = 0;
  for (std::uint32_t number = 0; number < document.blocks().size() && looked_at < kLongestTold; ++number) {
    if (number > block && !anywhere) return false;
    const Block& told = document.block(number);
    looked_at += told.text.size();
    for (const Word& word : document.words(told)) {
      if (number == block && word.begin >= sentence.begin && (!anywhere || word.begin < sentence.end)) continue;
      if (word.end - word.begin >= kShortWord && is_same_word(context_form(word_text(told, word)), form)) return true;
    }
  }
  return false;
}

}  // namespace stet

#include "check/kinds/contradiction/kin_reader_support.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kMostAdjectives = 2;     // between "his" and the relative
constexpr std::size_t kMostOfName = 4;         // words
constexpr std::size_t kShortestQuotation = 8;  // code points
constexpr auto kSorts =
    std::to_array<std::string_view>({"spouse", "child", "sibling", "parent", "grandchild", "grandparent", "nephew",
                                     "uncle", "cousin", "sibling-in-law", "child-in-law", "parent-in-law"});
constexpr auto kLists = std::to_array<WordList>({{"of-him"},
                                                 {"of-her"},
                                                 {"own"},
                                                 {"definite"},
                                                 {"indefinite"},
                                                 {"of"},
                                                 {"he"},
                                                 {"she"},
                                                 {"couples"},
                                                 {"boys"},
                                                 {"girls"},
                                                 {"children"},
                                                 {"is"},
                                                 {"namesakes"},
                                                 {"told-apart"},
                                                 {"only-child"}});

// What an entry is a word for: "sibling woman", "cousin".
KinSet kin_named(std::string_view name) {
  const std::size_t space = name.find(' ');
  const auto sort = std::ranges::find(kSorts, name.substr(0, space));
  if (sort == kSorts.end()) return 0;
  const KinSet both = kin_of(static_cast<KinSort>(sort - kSorts.begin()));
  if (space == std::string_view::npos) return both;
  return both & (name.substr(space + 1) == "woman" ? kKinWomen : kKinMen);
}

class Reader {
 public:
  Reader(const Document& document, std::uint32_t number, const PhraseTable& kin, const RuleWords::Tries& lists,
         bool capital_nouns)
      : number_(number),
        block_(document.block(number)),
        text_(block_.text),
        words_(document.words(block_)),
        kin_(kin),
        lists_(lists),
        home_(table_number(block_.language)),
        capital_nouns_(capital_nouns) {}

  std::vector<Kin> read() const {
    std::vector<Kin> found;
    std::vector<TextSpan> quoted;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const auto match = kin_.longest(text_, words_[i].begin);
      if (!match) continue;
      if (found.empty()) quoted = quoted_passages(text_, kShortestQuotation);
      const TextSpan span{words_[i].begin, static_cast<std::uint32_t>(match.position)};
      if (is_quoted(quoted, span)) continue;
      Kin kin{number_, span, sentence_at(text_, span.begin), match.payload, Kin::Whose::kNobodys, false, false, {},
              {},      {}};
      read_owner(i, kin);
      const std::uint32_t end = read_complement(kin);
      if (kin.whose == Kin::Whose::kNobodys && !kin.definite && !is_apposed(i, kin) && !is_brought_in(i, kin)) continue;
      read_name(i, kin);
      if (kin.first.empty() && kin.complement) read_name_behind(end, kin);
      if (!found.empty() && found.back().span.end > span.begin) continue;
      found.push_back(std::move(kin));
    }
    return found;
  }

 private:
  [[nodiscard]] bool is_at(KinList list, std::size_t i) const {
    const auto match = lists_[list].longest(text_, words_[i].begin);
    return match && match.position >= words_[i].end;
  }
  [[nodiscard]] std::string_view gap(std::size_t i) const {
    return text_.substr(words_[i - 1].end, words_[i].begin - words_[i - 1].end);
  }
  [[nodiscard]] bool is_small(std::size_t i) const {
    return home_ && (kinship(words_[i].hash).small >> *home_ & 1U) != 0;
  }

  // "His only brother", "Reed's brother", "the brother"
  void read_owner(std::size_t i, Kin& kin) const {
    for (std::size_t back = 0; i > back && back <= kMostAdjectives; ++back) {
      const std::size_t at = i - back - 1;
      const std::string_view between = gap(at + 1);
      const bool elided = between == "'" || between == "’";
      if (between != " " && between != "\xC2\xA0" && !elided) return;
      if (is_at(kKinOfHim, at)) kin.whose = Kin::Whose::kHis;
      if (is_at(kKinOfHer, at)) kin.whose = Kin::Whose::kHers;
      if (is_at(kKinOwn, at)) kin.whose = Kin::Whose::kSomebodys;
      if (kin.whose != Kin::Whose::kNobodys) return;
      const std::string_view word = word_text(block_, words_[at]);
      if (word == "s" && at > 0 && (gap(at) == "'" || gap(at) == "’")) {
        kin.whose = Kin::Whose::kNamed;
        add_owner(at - 1, kin);
        return;
      }
      // "Webers Bruder"
      if (back == 0 && word.size() > 3 && word.ends_with('s') && is_capitalised(word) && home_ &&
          (kinship(words_[at].hash).own() >> *home_ & 1U) == 0) {
        kin.whose = Kin::Whose::kNamed;
        add_owner(at, kin);
        return;
      }
      if (lists_[kKinDefinite].longest(text_, words_[at].begin)) {
        kin.definite = true;
        return;
      }
      if (is_capitalised(word)) return;
    }
  }

  // "Ann Reed's", the last word of which this is
  void add_owner(std::size_t last, Kin& kin) const {
    std::size_t first = last;
    while (first > 0 && last - first < kMostOfName && gap(first) == " " && may_be_name(first - 1) &&
           !is_known_noun(first - 1)) {
      --first;
    }
    for (std::size_t i = first; i <= last; ++i) kin.owner.push_back(context_form(word_text(block_, words_[i])));
  }
  // "of Ann Reed", "of the young cellist": where it ends.
  std::uint32_t read_complement(Kin& kin) const {
    const auto of = words_at(lists_[kKinOf], text_, kin.span.end);
    kin.complement = of.found;
    if (!of || kin.whose != Kin::Whose::kNobodys) return kin.span.end;
    std::size_t at = word_from(static_cast<std::uint32_t>(of.position));
    const auto is_inside = [&] { return at < words_.size() && words_[at].begin < kin.sentence.end; };
    for (std::size_t skipped = 0; is_inside() && skipped <= kMostAdjectives; ++skipped, ++at) {
      const bool adjective = capital_nouns_ && !is_capitalised(word_text(block_, words_[at]));
      if (!adjective && !is_at(kKinDefinite, at)) break;
    }
    if (!is_inside() || is_at(kKinOfHim, at) || is_at(kKinOfHer, at) || is_at(kKinOwn, at)) {
      kin.owner.emplace_back("?");
      return kin.span.end;
    }
    const std::size_t last = is_capitalised(word_text(block_, words_[at])) ? end_of_name(block_, words_, at) : at;
    for (std::size_t i = at; i <= last; ++i) kin.owner.push_back(context_form(word_text(block_, words_[i])));
    // "of Ann's children"
    const std::string_view rest = text_.substr(words_[last].end);
    if (rest.starts_with("'") || rest.starts_with("’")) kin.owner.assign(1, "?");
    return words_[last].end;
  }

  // "Tochter Ada", ", mother of two"
  [[nodiscard]] bool is_apposed(std::size_t i, const Kin& kin) const {
    if (i > 0 && kin.complement && gap(i) == ", ") return true;
    const std::size_t next = word_from(kin.span.end);
    return next < words_.size() && words_[next].begin == kin.span.end + 1 &&
           is_capitalised(word_text(block_, words_[next])) && !is_known(next);
  }
  // ", a cousin of Ann Reed", "is a cousin of Ann Reed"
  [[nodiscard]] bool is_brought_in(std::size_t i, const Kin& kin) const {
    return kin.complement && i > 0 && is_at(kKinIndefinite, i - 1) && first_of_phrase(i) < i;
  }
  // Where "the only sister" begins behind a comma or "is"; the relative itself when it stands behind neither.
  [[nodiscard]] std::size_t first_of_phrase(std::size_t i) const {
    for (std::size_t at = i; at > 0 && i - at <= kMostAdjectives + 1; --at) {
      if (gap(at) == ", " || is_at(kKinIs, at - 1)) return at;
      if (gap(at) != " " && gap(at) != "'" && gap(at) != "’") break;
    }
    return i;
  }
  [[nodiscard]] bool is_known_noun(std::size_t i) const { return capital_nouns_ && is_known(i); }
  [[nodiscard]] bool is_known(std::size_t i) const {
    return home_ && (kinship(words_[i].hash).own() >> *home_ & 1U) != 0;
  }

  [[nodiscard]] std::size_t word_from(std::uint32_t pos) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(words_, pos, {}, &Word::begin) - words_.begin());
  }
  [[nodiscard]] bool may_be_name(std::size_t i) const {
    const std::string_view word = word_text(block_, words_[i]);
    return word.size() > 1 && is_capitalised(word) && !is_small(i) && !is_at(kKinHe, i) && !is_at(kKinShe, i);
  }

  void set_name(std::size_t first, std::size_t last, Kin& kin) const {
    kin.first = context_form(word_text(block_, words_[first]));
    for (std::size_t i = first; i <= last; ++i) kin.names.push_back(context_form(word_text(block_, words_[i])));
  }

  // "His sister Ada", "his sister, Ada,"; "Ada, his only sister,"
  void read_name(std::size_t i, Kin& kin) const {
    const std::size_t next = word_from(kin.span.end);
    const auto ends = [&](std::uint32_t pos) {
      return pos >= kin.sentence.end || std::string_view(",.;:)!?").find(text_[pos]) != std::string_view::npos;
    };
    if (next < words_.size() && words_[next].begin < kin.sentence.end && may_be_name(next)) {
      const std::string_view between = text_.substr(kin.span.end, words_[next].begin - kin.span.end);
      const std::size_t last = end_of_name(block_, words_, next);
      if (between == " " || between == "\xC2\xA0") return set_name(next, last, kin);
      if (between == ", " && ends(words_[last].end)) return set_name(next, last, kin);
    }
    if (!kin.complement && (kin.whose == Kin::Whose::kNobodys || !ends(kin.span.end))) {
      if (kin.whose != Kin::Whose::kNamed) return;
    }
    std::size_t at = i;
    while (at > 0 && gap(at) != ", " && i - at <= kMostOfName && !is_at(kKinIs, at - 1)) --at;
    if (at == 0 || words_[at].begin <= kin.sentence.begin) return;
    // "Carol is his sister"
    if (gap(at) == " " && is_at(kKinIs, at - 1))
      --at;
    else if (gap(at) != ", ")
      return;
    if (at == 0) return;
    std::size_t first = at;
    while (first > 0 && at - first < kMostOfName && words_[first - 1].begin >= kin.sentence.begin &&
           is_of_name(first - 1, first < at) && (first == at || gap(first) == " ")) {
      --first;
    }
    // "Later Carol, his only sister,"
    const bool doubtful = first + 1 < at && words_[first].begin <= kin.sentence.begin && is_known(first);
    if (first >= at) return;
    set_name(first, at - 1, kin);
    if (doubtful) kin.first = kin.names[1];
  }
  // "Le" of "Maëlle Le Goff"
  [[nodiscard]] bool is_of_name(std::size_t i, bool inside) const {
    return may_be_name(i) ||
           (inside && i > 0 && gap(i) == " " && is_capitalised(word_text(block_, words_[i])) && may_be_name(i - 1));
  }
  // "The son of Ann Reed, Tom, "
  void read_name_behind(std::uint32_t end, Kin& kin) const {
    const std::size_t next = word_from(end);
    if (next == 0 || next >= words_.size() || words_[next].begin >= kin.sentence.end || !may_be_name(next)) return;
    if (text_.substr(end, words_[next].begin - end) != ", ") return;
    const std::size_t last = end_of_name(block_, words_, next);
    if (words_[last].end < text_.size() && text_[words_[last].end] == ',') set_name(next, last, kin);
  }

  std::uint32_t number_;
  const Block& block_;
  std::string_view text_;
  std::span<const Word> words_;
  const PhraseTable& kin_;
  const RuleWords::Tries& lists_;
  std::optional<unsigned> home_;
  bool capital_nouns_;
};

}  // namespace

const std::span<const WordList> kKinLists = kLists;

const PhraseTable& KinWords::in(Language language) const {
  return languages_
      .get(language,
           [&] {
             PhraseTrie trie;
             const auto* entries = definition_->option<std::vector<std::string>>(language, "kin");
             if (entries == nullptr) return trie;
             std::map<std::string, KinSet> words;
             for (const std::string& entry : *entries) {
               const std::size_t mark = std::min(entry.find('='), entry.size() - 1);
               const KinSet kin = kin_named(std::string_view(entry).substr(0, mark));
               std::string_view rest = std::string_view(entry).substr(mark + 1);
               while (!rest.empty()) {
                 const std::size_t end = std::min(rest.find('|'), rest.size());
                 words[std::string(rest.substr(0, end))] |= kin;
                 rest.remove_prefix(std::min(end + 1, rest.size()));
               }
             }
             for (const auto& [word, kin] : words) trie.add(word, kin);
             return trie;
           })
      .table();
}

std::size_t end_of_name(const Block& block, std::span<const Word> words, std::size_t first) {
  std::size_t last = first;
  while (last + 1 < words.size() && last - first + 1 < kMostOfName &&
         is_capitalised(word_text(block, words[last + 1])) &&
         is_adjacent(block.text, words[last].end, words[last + 1].begin)) {
    ++last;
  }
  return last;
}

std::vector<Kin> read_kin(const Document& document, std::uint32_t block, const PhraseTable& kin,
                          const RuleWords::Tries& lists, bool capital_nouns) {
  return Reader(document, block, kin, lists, capital_nouns).read();
}

}  // namespace stet

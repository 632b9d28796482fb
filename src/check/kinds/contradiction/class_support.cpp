#include "check/kinds/contradiction/class_support.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/word_support.h"
#include "facts/spelled_out.h"

namespace stet {
namespace {

constexpr std::string_view kLexicons = "class-";
constexpr std::string_view kGap = " ... ";
constexpr std::string_view kGapMark = "…";
constexpr std::string_view kNoList = "no-";

// The payload of a word: its list, whether it is of a "no-" list, and one more than the number of its second word's
// text.
struct Entry {
  static constexpr unsigned kListBits = 12;
  static constexpr std::uint32_t kLists = 1U << kListBits;
  std::uint16_t list = 0;
  bool held = false;
  std::uint32_t tail = 0;

  [[nodiscard]] std::uint32_t payload() const { return tail << (kListBits + 1) | (held ? kLists : 0) | list; }
  static Entry of(std::uint32_t payload) {
    return {static_cast<std::uint16_t>(payload & (kLists - 1)), (payload & kLists) != 0, payload >> (kListBits + 1)};
  }
};

// Calls `use` with the language, the name and the words of each list.
template <class Use>
void for_each_list(const Lexicon& lexicon, Use use) {
  for (const auto& [where, words] : lexicon.lists()) {
    const auto& [name, language, list] = where;
    if (name.starts_with(kLexicons)) use(language, std::string_view(list), words);
  }
}

std::string_view name_of(std::string_view list) {
  return list.starts_with(kNoList) ? list.substr(kNoList.size()) : list;
}

// The forms of the words behind a gap, parted by blanks; kGapMark is another gap.
std::string tail_forms(std::string_view tail) {
  std::string forms;
  while (!tail.empty()) {
    const std::size_t end = std::min(tail.find(' '), tail.size());
    if (!forms.empty()) forms += ' ';
    forms += tail.starts_with("...") ? std::string(kGapMark) : context_form(tail.substr(0, end));
    tail.remove_prefix(std::min(end + 1, tail.size()));
  }
  return forms;
}

// Where the words of the tail end in the clause, 0 when it hasn't them in their order; between those that no gap parts
// stands nothing.
std::uint32_t tail_end(const Document& document, const Block& block, TextSpan rest, std::string_view tail) {
  const TextSpan clause = clause_of(block.text, rest, {rest.begin, rest.begin});
  const std::span<const Word> words = words_in(document.words(block), clause);
  const auto form = [&](std::size_t i) { return context_form(word_text(block, words[i])); };
  // How many words from `at` on are those of the part, 0 when one is not.
  const auto length_at = [&](std::size_t at, std::string_view part) -> std::size_t {
    std::size_t length = 0;
    while (!part.empty()) {
      const std::size_t end = std::min(part.find(' '), part.size());
      if (at + length >= words.size() || form(at + length) != part.substr(0, end)) return 0;
      ++length;
      part.remove_prefix(std::min(end + 1, part.size()));
    }
    return length;
  };
  std::size_t next = 0;
  while (!tail.empty()) {
    const std::size_t gap = tail.find(kGapMark);
    std::string_view part = tail.substr(0, gap);
    while (part.ends_with(' ')) part.remove_suffix(1);
    std::size_t length = 0;
    while (next < words.size() && (length = length_at(next, part)) == 0) ++next;
    if (length == 0) return 0;
    next += length;
    tail.remove_prefix(gap == std::string_view::npos ? tail.size() : std::min(gap + kGapMark.size() + 1, tail.size()));
  }
  return next == 0 ? 0 : words[next - 1].end;
}

}  // namespace

void ClassWords::make(const Lexicon& lexicon, Language language, MadeTables& made) {
  std::set<std::string_view> names;
  for_each_list(lexicon, [&](Language, std::string_view list, const auto&) { names.insert(name_of(list)); });
  made.texts.assign(names.begin(), names.end());
  made.tables.emplace_front(PhraseTrie::Direction::kBackward);
  made.tables.emplace_front();
  std::map<std::string, std::uint32_t> tails;
  for_each_list(lexicon, [&](Language of, std::string_view list, const auto& words) {
    if (of != language) return;
    Entry entry;
    entry.list = static_cast<std::uint16_t>(std::distance(names.begin(), names.find(name_of(list))));
    entry.held = list.starts_with(kNoList);
    for (const std::string_view word : words) {
      spell_out(std::string(word), [&](std::string_view form) {
        entry.tail = 0;
        if (const std::size_t gap = form.find(kGap); gap != std::string_view::npos) {
          const auto [tail, fresh] = tails.emplace(tail_forms(form.substr(gap + kGap.size())),
                                                   static_cast<std::uint32_t>(made.texts.size() + 1));
          if (fresh) made.texts.push_back(tail->first);
          entry.tail = tail->second;
          form = form.substr(0, gap);
        }
        if (!form.starts_with('*')) return made.tables[0].add(form, entry.payload());
        made.tables[1].add(form.substr(1), entry.payload(), false);
      });
    }
  });
}

std::vector<ClassWord> ClassWords::find(const Document& document, const Block& block, TextSpan sentence,
                                        const std::vector<bool>& wanted, const Related& are_related) const {
  struct Match {
    ClassWord word;
    std::uint32_t end = 0;  // with the second word of a phrase with a gap
    bool held = false;
  };
  std::vector<ClassWord> found;
  std::vector<ClassWord> held;
  for (const Word& word : words_in(document.words(block), sentence)) {
    std::vector<Match> here;
    const auto take = [&](std::uint32_t position, std::uint32_t payload, std::uint32_t head) {
      const Entry entry = Entry::of(payload);
      if (!wanted[entry.list]) return;
      const std::uint32_t end = entry.tail == 0
                                    ? position
                                    : tail_end(document, block, {position, sentence.end}, made_->texts[entry.tail - 1]);
      if (end == 0) return;
      const Match match{{entry.list, {word.begin, position}, head, end}, end, entry.held};
      const auto known = std::ranges::find_if(here, [&](const Match& m) { return m.word.list == entry.list; });
      if (known == here.end()) {
        here.push_back(match);
      } else if (known->end < end || (known->end == end && match.held)) {
        *known = match;  // the longest one
      }
    };
    // "Gesamtweltcup-Siegerin" is another one.
    const bool tail = word.begin > 0 && block.text[word.begin - 1] == '-';
    made_->tables[0].walk(block.text, word.begin, [&](std::size_t position, std::uint32_t payload) {
      if (!tail) take(static_cast<std::uint32_t>(position), payload, word.begin);
    });
    const std::size_t whole = here.size();
    made_->tables[1].walk(block.text, word.end, [&](std::size_t position, std::uint32_t payload) {
      const std::uint16_t list = Entry::of(payload).list;
      const auto known = std::ranges::find_if(here, [&](const Match& m) { return m.word.list == list; });
      const bool is_whole = known != here.end() && static_cast<std::size_t>(known - here.begin()) < whole;
      if (position < word.begin || is_whole) return;
      if (known != here.end()) here.erase(known);  // the longer one
      take(word.end, payload, static_cast<std::uint32_t>(position));
    });
    for (const Match& match : here) {
      // "Not resign" holds "resign".
      const auto holds_it = [&](const ClassWord& other) {
        return other.span.contains(match.word.span) && other.span.size() > match.word.span.size() &&
               are_related(other.list, match.word.list);
      };
      const auto is_inside = [&](const ClassWord& other) {
        return holds_it(other) || (other.list == match.word.list && other.span.end > match.word.span.begin);
      };
      const bool shorter = std::ranges::any_of(here, [&](const Match& m) { return !m.held && holds_it(m.word); });
      if (match.held) held.push_back(match.word);
      // "Nobody was arrested" holds "was arrested".
      const auto is_held = [&](const ClassWord& other) {
        return other.list == match.word.list && other.span.contains(match.word.span);
      };
      if (match.held || shorter || std::ranges::any_of(held, is_held)) continue;
      if (std::ranges::none_of(found, is_inside)) found.push_back(match.word);
    }
  }
  return found;
}

}  // namespace stet

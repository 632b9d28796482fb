#include "check/kinds/contradiction/class_support.h"

#include <algorithm>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/word_support.h"
#include "facts/spelled_out.h"

namespace stet {
namespace {

constexpr std::string_view kLexicon = "class";
constexpr std::string_view kGap = " ... ";

// Calls `use` with the name and the words of each list of the language.
template <class Use>
void for_each_list(const Lexicon& lexicon, Language language, Use use) {
  for (auto it = lexicon.lists().lower_bound({std::string(kLexicon), Language(), ""}); it != lexicon.lists().end();
       ++it) {
    const auto& [name, of, list] = it->first;
    if (!name.starts_with(kLexicon)) return;
    const std::string_view part = std::string_view(name).substr(kLexicon.size());
    if (of == language && (part.empty() || part.starts_with('-'))) use(std::string_view(list), it->second);
  }
}

}  // namespace

ClassWords::ClassWords(const Lexicon& lexicon, Language language, const std::vector<std::string>& names) {
  for_each_list(lexicon, language, [&](std::string_view list, const auto& words) {
    const bool held = list.starts_with("no-");
    const auto name = std::ranges::find(names, held ? list.substr(3) : list);
    if (name == names.end()) return;
    const auto number = static_cast<std::uint8_t>(name - names.begin());
    for (const std::string_view word : words) {
      spell_out(std::string(word), [&](std::string_view form) { add(form, number, held); });
    }
  });
}

PhraseTrie ClassWords::guard(const Lexicon& lexicon, Language language, std::string_view name) {
  PhraseTrie trie;
  for_each_list(lexicon, language, [&](std::string_view list, const auto& words) {
    if (list != name) return;
    for (const std::string_view word : words) {
      spell_out(std::string(word), [&](std::string_view form) { trie.add(form, 0); });
    }
  });
  return trie;
}

void ClassWords::add(std::string_view word, std::uint8_t list, bool held) {
  Entry entry{list, held, {}};
  if (const std::size_t gap = word.find(kGap); gap != std::string_view::npos) {
    entry.tail = context_form(word.substr(gap + kGap.size()));
    word = word.substr(0, gap);
  }
  if (entries_.empty() || !entry.tail.empty() || entries_.back() != entry) entries_.push_back(std::move(entry));
  const auto payload = static_cast<std::uint32_t>(entries_.size() - 1);
  if (!word.starts_with('*')) return whole_.add(word, payload);
  word.remove_prefix(1);
  heads_.add(word, payload, false);
}

// Where the clause ends in the word, 0 when it doesn't.
std::uint32_t ClassWords::tail_end(const Document& document, const Block& block, TextSpan rest,
                                   const std::string& tail) const {
  const TextSpan clause = clause_of(block.text, rest, {rest.begin, rest.begin});
  for (const Word& word : words_in(document.words(block), clause)) {
    if (context_form(word_text(block, word)) == tail) return word.end;
  }
  return 0;
}

std::vector<ClassWord> ClassWords::find(const Document& document, const Block& block, TextSpan sentence) const {
  struct Match {
    ClassWord word;
    std::uint32_t end = 0;  // with the second word of a phrase with a gap
    bool held = false;
  };
  std::vector<ClassWord> found;
  for (const Word& word : words_in(document.words(block), sentence)) {
    std::vector<Match> here;
    const auto take = [&](std::uint32_t position, std::uint32_t payload, std::uint32_t head) {
      const Entry& entry = entries_[payload];
      const std::uint32_t end =
          entry.tail.empty() ? position : tail_end(document, block, {position, sentence.end}, entry.tail);
      if (end == 0) return;
      const Match match{{entry.list, {word.begin, position}, head}, end, entry.held};
      const auto known = std::ranges::find_if(here, [&](const Match& m) { return m.word.list == entry.list; });
      if (known == here.end()) {
        here.push_back(match);
      } else if (known->end < end || (known->end == end && match.held)) {
        *known = match;  // the longest one
      }
    };
    // "Gesamtweltcup-Siegerin" is another one.
    const bool tail = word.begin > 0 && block.text[word.begin - 1] == '-';
    whole_.walk(block.text, word.begin, [&](std::size_t position, std::uint32_t payload) {
      if (!tail) take(static_cast<std::uint32_t>(position), payload, word.begin);
    });
    const std::size_t whole = here.size();
    heads_.walk(block.text, word.end, [&](std::size_t position, std::uint32_t payload) {
      const auto known =
          std::ranges::find_if(here, [&](const Match& m) { return m.word.list == entries_[payload].list; });
      const bool is_whole = known != here.end() && static_cast<std::size_t>(known - here.begin()) < whole;
      if (position < word.begin || is_whole) return;
      if (known != here.end()) here.erase(known);  // the longer one
      take(word.end, payload, static_cast<std::uint32_t>(position));
    });
    for (const Match& match : here) {
      // "Not resign" holds "resign".
      const auto holds_it = [&](const ClassWord& other) {
        return other.span.contains(match.word.span) && other.span.size() > match.word.span.size();
      };
      const auto is_inside = [&](const ClassWord& other) {
        return holds_it(other) || (other.list == match.word.list && other.span.end > match.word.span.begin);
      };
      const bool shorter = std::ranges::any_of(here, [&](const Match& m) { return !m.held && holds_it(m.word); });
      if (!match.held && !shorter && std::ranges::none_of(found, is_inside)) found.push_back(match.word);
    }
  }
  return found;
}

}  // namespace stet

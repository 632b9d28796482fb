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
constexpr std::uint8_t kHeldBack = 0xFF;  // the list of what "no-" lists keep away

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
  for (std::size_t i = 0; i < names.size(); ++i) entries_.push_back({static_cast<std::uint8_t>(i), {}});
  held_back_ = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({kHeldBack, {}});
  for_each_list(lexicon, language, [&](std::string_view list, const auto& words) {
    const auto name = std::ranges::find(names, list);
    const bool held = list.starts_with("no-") && std::ranges::find(names, list.substr(3)) != names.end();
    if (name == names.end() && !held) return;
    const std::uint8_t number = held ? kHeldBack : static_cast<std::uint8_t>(name - names.begin());
    for (const std::string_view word : words) {
      spell_out(std::string(word), [&](std::string_view form) { add(form, number); });
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

void ClassWords::add(std::string_view word, std::uint8_t list) {
  std::uint32_t payload = list == kHeldBack ? held_back_ : list;
  if (const std::size_t gap = word.find(kGap); gap != std::string_view::npos) {
    payload = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({list, context_form(word.substr(gap + kGap.size()))});
    word = word.substr(0, gap);
  }
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
  std::vector<ClassWord> found;
  std::uint32_t behind = sentence.begin;
  for (const Word& word : words_in(document.words(block), sentence)) {
    if (word.begin < behind) continue;
    std::vector<ClassWord> here;
    std::uint32_t end = word.begin;
    bool held = false;
    const auto take = [&](std::uint32_t position, std::uint32_t payload, std::uint32_t head) {
      const Entry& entry = entries_[payload];
      std::uint32_t last = position;
      if (!entry.tail.empty()) {
        last = tail_end(document, block, {position, sentence.end}, entry.tail);
        if (last == 0) return;
      }
      // The longest one; of a phrase with a gap its first part.
      if (position < end) return;
      if (position > end) {
        here.clear();
        held = false;
      }
      end = position;
      held = held || entry.list == kHeldBack;
      if (entry.list != kHeldBack) here.push_back({entry.list, {word.begin, position}, head});
    };
    whole_.walk(block.text, word.begin, [&](std::size_t position, std::uint32_t payload) {
      take(static_cast<std::uint32_t>(position), payload, word.begin);
    });
    if (end == word.begin) {
      std::uint32_t longest = word.end;
      std::vector<std::pair<std::uint32_t, std::uint32_t>> heads;
      heads_.walk(block.text, word.end, [&](std::size_t position, std::uint32_t payload) {
        if (position < word.begin || position > longest) return;
        longest = static_cast<std::uint32_t>(position);
        heads.emplace_back(longest, payload);
      });
      for (const auto& [head, payload] : heads) {
        if (head == longest) take(word.end, payload, head);
      }
    }
    if (end == word.begin) continue;
    behind = end;
    if (!held) found.insert(found.end(), here.begin(), here.end());
  }
  return found;
}

}  // namespace stet

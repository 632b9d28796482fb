#include "check/kinds/contradiction/class_support.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>

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
  for (const auto& [where, part] : lexicon.parts()) {
    if (!where.first.starts_with(kLexicons)) continue;
    for (const auto& [list, words] : part.get()) use(where.second, std::string_view(list), words);
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
  const auto is_form = [&](std::size_t i, std::string_view form) {
    const std::string_view word = word_text(block, words[i]);
    // Most words begin with another letter.
    const auto first = static_cast<unsigned char>(word.front() | 0x20);
    if (first >= 'a' && first <= 'z' && first != static_cast<unsigned char>(form.front())) return false;
    return context_form(word) == form;
  };
  // How many words from `at` on are those of the part, 0 when one is not.
  const auto length_at = [&](std::size_t at, std::string_view part) -> std::size_t {
    std::size_t length = 0;
    while (!part.empty()) {
      const std::size_t end = std::min(part.find(' '), part.size());
      if (at + length >= words.size() || !is_form(at + length, part.substr(0, end))) return 0;
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

namespace {

// What a table has at a word.
struct TableHit {
  Word word;
  std::uint32_t position = 0;  // its end; of the head of a compound its begin
  std::uint32_t payload = 0;
  bool head = false;
};

// What the tables have in a document, block by block.
class TableHits {
 public:
  TableHits(const Document& document, const WordTable& made)
      : document_(document), made_(made), blocks_(document.blocks().size()) {}

  [[nodiscard]] std::span<const TableHit> in(std::uint32_t block) const {
    auto& hits = blocks_[block];
    if (!hits) hits.emplace(read(document_.block(block)));
    return *hits;
  }
  [[nodiscard]] std::span<const TableHit> in(std::uint32_t block, TextSpan sentence) const {
    const std::span<const TableHit> hits = in(block);
    const auto begin_of = [](const TableHit& hit) { return hit.word.begin; };
    const auto begin = std::ranges::lower_bound(hits, sentence.begin, {}, begin_of);
    return {begin, std::ranges::lower_bound(begin, hits.end(), sentence.end, {}, begin_of)};
  }

 private:
  [[nodiscard]] std::vector<TableHit> read(const Block& block) const {
    std::vector<TableHit> hits;
    for (const Word& word : document_.words(block)) {
      // "Gesamtweltcup-Siegerin" is another one.
      const bool tail = word.begin > 0 && block.text[word.begin - 1] == '-';
      if (!tail) {
        made_.tables[0].walk(block.text, word.begin, [&](std::size_t position, std::uint32_t payload) {
          hits.push_back({word, static_cast<std::uint32_t>(position), payload, false});
        });
      }
      made_.tables[1].walk(block.text, word.end, [&](std::size_t position, std::uint32_t payload) {
        if (position >= word.begin) hits.push_back({word, static_cast<std::uint32_t>(position), payload, true});
      });
    }
    return hits;
  }

  const Document& document_;
  const WordTable& made_;
  mutable std::vector<std::optional<std::vector<TableHit>>> blocks_;
};

const TableHits& hits_of(const Document& document, const Facts& facts, const WordTable& made) {
  return facts.made_once().get<TableHits>(&made, [&] { return TableHits(document, made); });
}

}  // namespace

std::vector<std::uint16_t> ClassWords::lists_in(const Document& document, const Facts& facts,
                                                std::uint32_t block) const {
  std::vector<std::uint16_t> lists;
  for (const TableHit& hit : hits_of(document, facts, *made_).in(block)) lists.push_back(Entry::of(hit.payload).list);
  return lists;
}

std::vector<ClassWord> ClassWords::find(const Document& document, const Facts& facts, std::uint32_t number,
                                        TextSpan sentence, const std::vector<bool>& wanted,
                                        const Related& are_related) const {
  const Block& block = document.block(number);
  const TableHits& all = hits_of(document, facts, *made_);
  struct Match {
    ClassWord word;
    std::uint32_t end = 0;  // with the second word of a phrase with a gap
    bool held = false;
  };
  std::vector<ClassWord> found;
  std::vector<ClassWord> held;
  std::vector<Match> here;
  const std::span<const TableHit> hits = all.in(number, sentence);
  for (auto hit = hits.begin(); hit != hits.end();) {
    const Word word = hit->word;
    here.clear();
    const auto take = [&](std::uint32_t position, std::uint32_t payload, std::uint32_t head) {
      const Entry entry = Entry::of(payload);
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
    std::size_t whole = 0;
    for (; hit != hits.end() && hit->word.begin == word.begin; ++hit) {
      const std::uint16_t list = Entry::of(hit->payload).list;
      if (!wanted[list]) continue;
      if (!hit->head) {
        take(hit->position, hit->payload, word.begin);
        whole = here.size();
        continue;
      }
      const auto known = std::ranges::find_if(here, [&](const Match& m) { return m.word.list == list; });
      if (known != here.end() && static_cast<std::size_t>(known - here.begin()) < whole) continue;
      if (known != here.end()) here.erase(known);  // the longer one
      take(word.end, hit->payload, hit->position);
    }
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

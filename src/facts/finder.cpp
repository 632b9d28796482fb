#include "facts/finder.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "facts/line_shape.h"
#include "facts/search_text.h"
#include "text/pattern.h"
#include "text/phrase_form.h"
#include "text/phrase_program.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {

namespace mi = matcher_image;

namespace {

constexpr std::size_t kRawChunk = std::size_t{1} << 20U;

// An expression to be run over a block: its matches begin, with their word edges, in [first, last] (bytes).
struct Call {
  std::uint32_t pattern = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

// Which words a block has. A block may be a paragraph, or the whole file: the table grows with it.
class WordSet {
 public:
  void fill(std::span<const Word> words) {
    std::size_t size = 64;
    while (size < words.size() * 2) size *= 2;
    slots_.assign(size, 0);
    for (const Word& word : words) {
      std::uint32_t& slot = find(std::max(word.hash, mi::kFirstHash));
      slot = std::max(word.hash, mi::kFirstHash);
    }
  }
  [[nodiscard]] bool has(std::uint32_t hash) { return find(hash) == hash; }

 private:
  std::uint32_t& find(std::uint32_t hash) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  std::vector<std::uint32_t> slots_;  // 0 is free
};

// One pass over a document.
class Finder {
 public:
  Finder(const mi::View& view, const Expressions& expressions, const Document& document)
      : view_(view), expressions_(expressions), document_(document), roles_(view.header().roles) {
    for (auto rest = view.characters(); !rest.empty();) {
      const auto behind = std::ranges::upper_bound(rest, rest.front().character, {}, &mi::CharacterRecord::character);
      const auto count = static_cast<std::size_t>(behind - rest.begin());
      characters_.push_back(rest.first(count));
      rest = rest.subspan(count);
    }
  }

  std::vector<Hit> run() {
    const auto blocks = document_.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      if ((roles_ >> static_cast<unsigned>(block.role) & 1U) == 0 || block.text.empty()) continue;
      begin_block(i, block.text, block.role, block.language);
      lines_ = has_short_line(block.text, block.others);
      line_words_ = is_one_line(block.others) ? document_.words(block).size() : 0;
      words(document_.words(block), view_.filter(lines_ ? view_.header().lines : view_.header().running));
      characters(block.others);
      regexes();
      guards(document_.words(block), block.others);
    }
    if (view_.header().raw_roles != 0) raw();
    return std::move(hits_);
  }

 private:
  void begin_block(std::uint32_t number, std::string_view text, Role role, Language language) {
    block_ = number;
    text_ = text;
    role_bit_ = 1U << static_cast<unsigned>(role);
    char code[3] = {0, 0, 0};
    std::ranges::copy(language.code(), code);
    language_ = mi::language_number(code);
    calls_.clear();
    guards_.clear();
    first_hit_ = hits_.size();
    menu_row_.reset();
  }

  void words(std::span<const Word> words, const mi::Filter filter) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint32_t single = mi::word_key(words[i].hash);
      if (filter.passes(single)) look_up(single, words, i);
      if (i + 1 == words.size()) break;
      const std::uint32_t pair = mi::pair_key(words[i].hash, words[i + 1].hash);
      if (filter.passes(pair)) look_up(pair, words, i);
    }
  }

  void look_up(std::uint32_t key, std::span<const Word> words, std::size_t i) {
    const auto table = view_.table();
    const auto entries = view_.entries();
    std::uint32_t slot = mi::slot_of(key, view_.header().key_bits);
    while (table[slot] != 0) {
      std::uint32_t at = table[slot] - 1;
      if (entries[at].key == key) {
        for (; at < entries.size() && entries[at].key == key; ++at) {
          // Those of lines stand behind the others.
          if (!lines_ && static_cast<PatternType>(entries[at].type) == PatternType::kLine) return;
          candidate(entries[at], words, i);
        }
        return;
      }
      slot = (slot + 1) & (static_cast<std::uint32_t>(table.size()) - 1);
    }
  }

  [[nodiscard]] bool fills_line(std::size_t begin, std::size_t end) {
    if (stands_alone(text_, begin, end, false)) return true;
    return menu_row() && stands_alone(text_, begin, end, true);
  }

  bool menu_row() {
    if (!menu_row_) menu_row_ = is_menu_row(text_);
    return *menu_row_;
  }

  // Of a pattern or an entry: whether its like is looked for in the block at all.
  template <class Record>
  [[nodiscard]] bool is_of_block(const Record& record) const {
    if (static_cast<PatternType>(record.type) == PatternType::kLine) return lines_;
    static const std::uint32_t any = mi::language_number("any");
    static const std::uint32_t bokmal = mi::language_number("nb");
    static const std::uint32_t norwegian = mi::language_number("no");
    const std::uint32_t language = mi::language_number(record.language.data());
    // Pages in Bokmål often name the code of both Norwegian languages.
    return language == language_ || language == any || (language == bokmal && language_ == norwegian);
  }

  [[nodiscard]] bool wanted(const mi::PatternRecord& pattern) {
    if ((pattern.roles & role_bit_) == 0 || !is_of_block(pattern)) return false;
    if (static_cast<PatternType>(pattern.type) != PatternType::kLine) return true;
    return line_words_ <= pattern.most_words || pattern.most_words == Pattern::kAnyWords || menu_row();
  }

  void candidate(const mi::EntryRecord& entry, std::span<const Word> words, std::size_t i) {
    if (!is_of_block(entry)) return;
    const mi::PatternRecord& pattern = view_.patterns()[entry.pattern];
    if (!wanted(pattern)) return;
    if (pattern.guard != 0 && block_ != Document::kRawBlock) {
      guards_.push_back({&entry, static_cast<std::uint32_t>(i)});
      return;
    }
    matched(entry, pattern, words, i);
  }

  // An entry's word or words stand at words[i]: the rest is compared.
  void matched(const mi::EntryRecord& entry, const mi::PatternRecord& pattern, std::span<const Word> words,
               std::size_t i) {
    if (pattern.program.count != 0) {
      run_program(entry, pattern, words, i);
      return;
    }
    if (entry.form.size == 0) {
      call({entry.pattern, first_place(words, i, entry.anchor), words[i].begin});
      return;
    }
    if (i < entry.anchor) return;
    std::size_t begin = words[i - entry.anchor].begin;
    for (unsigned n = 0; n < entry.lead; ++n) {
      if (begin == 0) return;
      begin -= decode_before(text_, begin).length;
    }
    const std::string_view form = view_.string(entry.form);
    const std::size_t end = match_phrase(text_, begin, form);
    if (end == std::string_view::npos) return;
    if (is_word_char(decode_before(form, form.size()).value) && word_char_at(text_, end)) return;
    accept(entry.pattern, pattern, begin, end);
  }

  // The word i may stand behind several others of the phrase, and punctuation before these.
  void run_program(const mi::EntryRecord& entry, const mi::PatternRecord& pattern, std::span<const Word> words,
                   std::size_t i) {
    const auto program = view_.program(pattern);
    const std::uint64_t first_characters = pattern.first[0] | std::uint64_t{pattern.first[1]} << 32U;
    for (std::size_t first = i - std::min<std::size_t>(i, entry.anchor); first <= i; ++first) {
      TextSpan found;
      std::size_t begin = words[first].begin;
      for (unsigned lead = 0;; ++lead) {
        const std::size_t end = may_begin(first_characters, text_, begin)
                                    ? expressions_.phrases().match(program, text_, begin)
                                    : std::string_view::npos;
        if (end != std::string_view::npos && end >= words[i].end) {
          found = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        }
        if (lead == pattern.leading || begin == 0) break;
        const CodePoint before = decode_before(text_, begin);
        if (is_word_char(before.value)) break;
        begin -= before.length;
      }
      if (found.empty()) continue;
      accept(entry.pattern, pattern, found.begin, found.end);
      return;
    }
  }

  void accept(std::uint32_t number, const mi::PatternRecord& pattern, std::size_t begin, std::size_t end) {
    if (static_cast<PatternType>(pattern.type) == PatternType::kLine && !fills_line(begin, end)) return;
    hits_.push_back({pattern.slot,
                     block_,
                     {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                     number,
                     pattern.key});
  }

  void characters(const CharSet& others, bool of_guards = false) {
    const auto call_for = [&](std::uint32_t number) {
      const mi::PatternRecord& pattern = view_.patterns()[number];
      const bool guard = pattern.guard != 0 && block_ != Document::kRawBlock;
      if (guard == of_guards && (!guard || has_hit(pattern.slot)) && wanted(pattern)) call({number, 0, text_.size()});
    };
    for (const std::span<const mi::CharacterRecord> group : characters_) {
      if (!others.has(group.front().character)) continue;
      for (const mi::CharacterRecord& record : group) {
        if (is_of_block(record)) call_for(record.pattern);
      }
    }
    for (const std::uint32_t number : view_.always()) call_for(number);
  }

  // Guards are many and their words frequent; they matter only beside a hit of their rule.
  void guards(std::span<const Word> words, const CharSet& others) {
    if (hits_.size() == first_hit_) return;
    // Each rule once: a block may be a file of one line, with a hit in every sentence.
    guarded_.clear();
    for (std::size_t i = first_hit_; i < hits_.size(); ++i) {
      if (!has_hit(hits_[i].slot)) guarded_.push_back(hits_[i].slot);
    }
    calls_.clear();
    for (const auto& [entry, i] : guards_) {
      const mi::PatternRecord& pattern = view_.patterns()[entry->pattern];
      if (has_hit(pattern.slot)) matched(*entry, pattern, words, i);
    }
    characters(others, true);
    regexes();
  }

  [[nodiscard]] bool has_hit(std::uint32_t slot) const {
    return std::find(guarded_.begin(), guarded_.end(), slot) != guarded_.end();
  }

  // Where a match may begin at the earliest that holds words[i] behind at most `before` others. Words of which it is
  // not certain that an expression counts them as such are not counted either.
  [[nodiscard]] std::size_t first_place(std::span<const Word> words, std::size_t i, std::size_t before) {
    if (before >= Pattern::kAnyWords) return 0;
    if (uncounted_.words != words.data()) uncounted_ = {words.data(), 0, 0};
    for (std::size_t counted = 0; i > 0;) {
      const std::uint32_t begin = words[--i].begin;
      const char behind = begin == 0 ? ' ' : text_[begin - 1];
      if (!parts_words(behind)) {
        i = skip_uncounted(words, i);
        continue;
      }
      if (counted++ < before) continue;
      return begin;
    }
    return 0;
  }

  // The first of the words up to `i` that are not counted. What was walked over is remembered: they may be all words of
  // a file, with no-break spaces between them.
  std::size_t skip_uncounted(std::span<const Word> words, std::size_t i) {
    std::size_t first = i;
    const auto is_known = [&] { return first >= uncounted_.begin && first < uncounted_.end; };
    while (!is_known() && first > 0 && words[first - 1].begin > 0 && !parts_words(text_[words[first - 1].begin - 1])) {
      --first;
    }
    if (is_known()) first = uncounted_.begin;
    uncounted_.begin = first;
    uncounted_.end = i + 1;
    return first;
  }

  static bool parts_words(char c) {
    return static_cast<unsigned char>(c) < 128 && c != '_' &&
           char_class(static_cast<unsigned char>(c)) != CharClass::kWord;
  }

  // Calls in one block are few: a look at them all is cheaper than a mark for each pattern of the rules.
  void call(const Call& asked) {
    const auto known = std::ranges::find(calls_, asked.pattern, &Call::pattern);
    if (known == calls_.end()) {
      calls_.push_back(asked);
      return;
    }
    known->first = std::min(known->first, asked.first);
    known->last = std::max(known->last, asked.last);
  }

  void regexes() {
    if (calls_.empty()) return;
    drop_unmet_calls();
    if (calls_.empty()) return;
    const SearchText search(text_);
    std::optional<std::vector<TextSpan>> lines;
    const TextSpan whole{0, static_cast<std::uint32_t>(search.view().size())};
    for (Call& asked : calls_) {
      if (!search.is_text()) asked = {asked.pattern, 0, search.view().size()};
      const mi::PatternRecord& pattern = view_.patterns()[asked.pattern];
      if (static_cast<PatternType>(pattern.type) == PatternType::kLine) {
        if (!lines) lines = short_lines(search.view());
        for (const TextSpan line : *lines) search_in(search, line, asked);
      } else {
        search_in(search, whole, asked);
      }
    }
  }

  // A word that calls for an expression may be all of it that the block holds: the others are asked for before
  // the expression is compiled and run.
  void drop_unmet_calls() {
    if (block_ == Document::kRawBlock) return;
    const Block& block = document_.block(block_);
    const auto unmet = [&](bool words, std::uint32_t number) {
      return !is_met(view_.needs(view_.patterns()[number]), block.others, words);
    };
    std::erase_if(calls_, [&](const Call& call) { return unmet(false, call.pattern); });
    if (calls_.empty()) return;
    hashes_.fill(document_.words(block));
    std::erase_if(calls_, [&](const Call& call) { return unmet(true, call.pattern); });
  }

  [[nodiscard]] bool is_met(std::span<const std::uint32_t> needs, const CharSet& others, bool words) {
    bool met = false;
    for (const std::uint32_t need : needs) {
      if (need != 0) {
        if (need < mi::kFirstHash) {
          met = met || others.has(static_cast<unsigned char>(need));
        } else {
          met = met || !words || hashes_.has(need);
        }
        continue;
      }
      if (!met) return false;
      met = false;
    }
    return true;
  }

  void search_in(const SearchText& search, TextSpan part, const Call& asked) {
    if (asked.last < part.begin || asked.first > part.end) return;
    const mi::PatternRecord& pattern = view_.patterns()[asked.pattern];
    const std::string_view text = search.view().substr(part.begin, part.size());
    const std::size_t last = asked.last - part.begin;
    std::size_t from = asked.first - std::min<std::size_t>(asked.first, part.begin);
    while (from <= text.size() && expressions_.find(pattern, text, from, last, groups_)) {
      const auto begin = static_cast<std::size_t>(groups_[0].data() - text.data());
      const std::size_t end = begin + groups_[0].size();
      if (end == begin) {
        from = next_boundary(text, std::max(begin, from));
        continue;
      }
      const TextSpan span = search.to_text(part.begin + begin, part.begin + end);
      accept(asked.pattern, pattern, span.begin, span.end);
      from = end;
    }
  }

  static std::size_t next_boundary(std::string_view text, std::size_t pos) {
    ++pos;
    while (pos < text.size() && !is_boundary(text, pos)) ++pos;
    return pos;
  }

  // The raw view has no words of its own; they are cut by the megabyte, at line ends where there are any.
  void raw() {
    const std::string_view text = document_.raw().text;
    begin_block(Document::kRawBlock, text, Role::kRaw, document_.language());
    lines_ = true;
    line_words_ = 0;
    std::vector<Word> chunk_words;
    CharSet others;
    const auto add_words = [&](std::span<const Word> added, std::size_t begin) {
      for (const Word& word : added) {
        chunk_words.push_back(
            {word.begin + static_cast<std::uint32_t>(begin), word.end + static_cast<std::uint32_t>(begin), word.hash});
      }
    };
    std::vector<Word> cut;
    const auto add_text = [&](std::size_t begin, std::size_t end) {
      cut.clear();
      others.join(cut_words(text.substr(begin, end - begin), cut));
      add_words(cut, begin);
    };
    // Up to `end`, by the words of the blocks that lie there as they are.
    std::uint32_t next_block = 0;
    const auto add_all = [&](std::size_t begin, std::size_t end) {
      const auto blocks = document_.blocks();
      for (; next_block < blocks.size(); ++next_block) {
        const Block& block = blocks[next_block];
        const std::less<const char*> before;
        if (block.text.empty() || before(block.text.data(), text.data() + begin)) continue;
        if (!before(block.text.data(), text.data() + end)) {
          if (before(block.text.data(), text.data() + text.size())) break;
          continue;
        }
        const auto at = static_cast<std::size_t>(block.text.data() - text.data());
        const std::size_t behind = at + block.text.size();
        if (behind > end || word_char_before(text, at) || word_char_at(text, behind)) continue;
        add_text(begin, at);
        others.join(block.others);
        add_words(document_.words(block), at);
        begin = behind;
      }
      add_text(begin, end);
    };
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t end = std::min(text.size(), begin + kRawChunk);
      if (end < text.size()) {
        const std::size_t line = text.rfind('\n', end);
        if (line != std::string_view::npos && line > begin) end = line + 1;
        while (!is_boundary(text, end)) --end;
      }
      chunk_words.clear();
      add_all(begin, end);
      words(chunk_words, view_.filter(view_.header().raw));
      begin = end;
    }
    characters(others);
    regexes();
  }

  const mi::View& view_;
  Expressions::Machine expressions_;
  const Document& document_;
  std::vector<std::span<const mi::CharacterRecord>> characters_;  // a group for each character
  std::vector<Hit> hits_;
  std::uint32_t roles_ = 0;  // of all patterns
  std::uint32_t block_ = 0;
  std::string_view text_;
  std::uint32_t role_bit_ = 0;
  bool lines_ = true;             // whether the block may hold a short line
  std::size_t line_words_ = 0;    // how many words the block has if it is but one line; otherwise 0
  std::optional<bool> menu_row_;  // whether it is a row of menu entries, once that was asked
  std::uint32_t language_ = 0;    // language_number() of the block's
  std::vector<Call> calls_;
  struct Uncounted {
    const Word* words = nullptr;  // of the block
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  Uncounted uncounted_;
  struct GuardCandidate {
    const mi::EntryRecord* entry;
    std::uint32_t word;
  };
  std::vector<GuardCandidate> guards_;  // of the block, in the order of its words
  std::vector<std::uint32_t> guarded_;  // slots that have a hit in the block
  std::size_t first_hit_ = 0;           // of the block
  WordSet hashes_;                      // of the block's words
  std::vector<std::string_view> groups_;
};

}  // namespace

std::vector<Hit> find_hits(const mi::View& view, const Expressions& expressions, const Document& document) {
  return Finder(view, expressions, document).run();
}

}  // namespace stet

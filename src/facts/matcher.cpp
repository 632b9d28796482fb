#include "facts/matcher.h"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <optional>

#include "facts/matcher_image.h"
#include "facts/search_text.h"
#include "text/phrase_form.h"
#include "text/regex.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {

namespace mi = matcher_image;

struct Matcher::State {
  struct LazyRegex {
    std::once_flag once;
    std::optional<Regex> regex;
  };

  std::unique_ptr<std::uint64_t[]> owned;
  mi::View view;
  std::unique_ptr<LazyRegex[]> regexes;

  explicit State(const char* data) { open(data); }
  explicit State(const std::string& image) : owned(new std::uint64_t[(image.size() + 7) / 8]) {
    std::memcpy(owned.get(), image.data(), image.size());
    open(reinterpret_cast<const char*>(owned.get()));
  }
  void open(const char* data) {
    view = mi::View(data);
    regexes = std::make_unique<LazyRegex[]>(view.header().regexes + 1);
  }

  // Compiled when first needed. The builder has compiled it once, so that it can't fail.
  const Regex* regex(const mi::PatternRecord& pattern) const {
    LazyRegex& lazy = regexes[pattern.regex_number];
    std::call_once(lazy.once, [&] {
      auto compiled = Regex::compile(view.string(pattern.regex));
      if (compiled.ok()) lazy.regex = std::move(compiled).value();
    });
    return lazy.regex ? &*lazy.regex : nullptr;
  }
};

namespace {

constexpr std::size_t kRawChunk = std::size_t{1} << 20U;
constexpr std::size_t kBehindHit = 64;     // bytes that tell how a hit ends
constexpr std::size_t kLongestLine = 300;  // bytes, of what fills a line

bool ends_line(char32_t c) {
  switch (c) {
    case '\n':
    case '\t':
    case '|':
    case '>':
    case 0xB7:    // ·
    case 0x2022:  // •
    case 0xBB:    // »
    case 0x203A:  // ›
      return true;
    default:
      return false;
  }
}

// Whether a text may hold a line that is short enough to be a menu entry or a button.
bool has_short_line(std::string_view text, const CharSet& others) {
  if (text.size() <= kLongestLine) return true;
  for (const char32_t c : {U'\n', U'\t', U'|', U'>', U'·', U'•', U'»', U'›'}) {
    if (others.has(CharSet::bucket(c))) return true;
  }
  return false;
}

// The length of a number in brackets at the begin of `text`: "(12)", "[1.204]"; 0 when there is none.
std::size_t bracketed_number(std::string_view text) {
  if (text.empty() || (text[0] != '(' && text[0] != '[')) return 0;
  std::size_t i = 1;
  while (i < text.size() && ((text[i] >= '0' && text[i] <= '9') || text[i] == '.' || text[i] == ',')) ++i;
  return i > 1 && i < text.size() && (text[i] == ')' || text[i] == ']') ? i + 1 : 0;
}

// In a row of menu entries these part the entries too; in prose they do not: dashes and strokes between spaces, two
// spaces, symbols and emoji. Gives the length of the separator that begins at `pos`, or 0.
std::size_t row_separator(std::string_view text, std::size_t pos) {
  const CodePoint c = decode_at(text, pos);
  const bool after_space = pos > 0 && text[pos - 1] == ' ';
  const bool before_space = pos + c.length < text.size() && text[pos + c.length] == ' ';
  switch (c.value) {
    case ' ':
      return before_space ? 2 : 0;
    case '-':
    case '/':
    case 0x2013:
    case 0x2014:
      return after_space && before_space ? c.length : 0;
    default:
      return CharSet::is_symbol(c.value) && char_class(c.value) != CharClass::kWord ? c.length : 0;
  }
}

// Whether a text is nothing but three or more entries of a few words each, parted by such separators.
bool is_menu_row(std::string_view text) {
  constexpr std::size_t kFewestEntries = 3;
  constexpr std::size_t kMostWords = 4;
  if (text.size() > kLongestLine || text.ends_with('.')) return false;
  std::size_t entries = 0;
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t pos = 0; pos <= text.size();) {
    const std::size_t separator = pos < text.size() ? row_separator(text, pos) : 1;
    if (separator != 0) {
      entries += words > 0 ? 1U : 0U;
      words = 0;
      in_word = false;
      pos += separator;
      continue;
    }
    const CodePoint c = decode_at(text, pos);
    const bool is_word = char_class(c.value) == CharClass::kWord;
    if (is_word && !in_word && ++words > kMostWords) return false;
    in_word = is_word;
    pos += c.length;
  }
  return entries >= kFewestEntries;
}

// Whether nothing but punctuation, symbols and a number in brackets shares the line with [begin, end).
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end, bool menu_row) {
  while (begin > 0) {
    const CodePoint c = decode_before(text, begin);
    if (ends_line(c.value) || (menu_row && row_separator(text, begin - c.length) != 0)) break;
    if (char_class(c.value) == CharClass::kWord) return false;
    begin -= c.length;
  }
  while (end < text.size()) {
    if (const std::size_t number = bracketed_number(text.substr(end))) {
      end += number;
      continue;
    }
    const CodePoint c = decode_at(text, end);
    if (ends_line(c.value) || (menu_row && row_separator(text, end) != 0)) break;
    if (char_class(c.value) == CharClass::kWord) return false;
    end += c.length;
  }
  return true;
}

// One pass over a document.
class Finder {
 public:
  Finder(const mi::View& view, const Document& document)
      : view_(view), document_(document), roles_(view.header().roles) {}

  template <class RegexOf>
  std::vector<Hit> run(const RegexOf& regex_of) {
    const auto blocks = document_.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      if ((roles_ >> static_cast<unsigned>(block.role) & 1U) == 0 || block.text.empty()) continue;
      begin_block(i, block.text, block.role, block.language);
      lines_ = has_short_line(block.text, block.others);
      words(document_.words(block));
      characters(block.others);
      regexes(regex_of);
      guards(document_.words(block), block.others, regex_of);
    }
    if (view_.header().raw_roles != 0) raw(regex_of);
    return std::move(hits_);
  }

 private:
  void begin_block(std::uint32_t number, std::string_view text, Role role, Language language) {
    block_ = number;
    text_ = text;
    role_bit_ = 1U << static_cast<unsigned>(role);
    language_ = language;
    calls_.clear();
    guards_.clear();
    first_hit_ = hits_.size();
    menu_row_.reset();
  }

  void words(std::span<const Word> words) {
    const auto filter = view_.filter();
    const std::uint32_t shift = 32U - view_.header().filter_bits;
    const auto passes = [&](std::uint32_t key) {
      const std::uint32_t bit = key >> shift;
      return (filter[bit / 64] >> bit % 64 & 1U) != 0;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint32_t single = mi::word_key(words[i].hash);
      if (passes(single)) look_up(single, words, i);
      if (i + 1 == words.size()) break;
      const std::uint32_t pair = mi::pair_key(words[i].hash, words[i + 1].hash);
      if (passes(pair)) look_up(pair, words, i);
    }
  }

  void look_up(std::uint32_t key, std::span<const Word> words, std::size_t i) {
    const auto table = view_.table();
    const auto entries = view_.entries();
    std::uint32_t slot = mi::slot_of(key, view_.header().key_bits);
    while (table[slot] != 0) {
      std::uint32_t at = table[slot] - 1;
      if (entries[at].key == key) {
        for (; at < entries.size() && entries[at].key == key; ++at) candidate(entries[at], words, i);
        return;
      }
      slot = (slot + 1) & (static_cast<std::uint32_t>(table.size()) - 1);
    }
  }

  [[nodiscard]] bool fills_line(std::size_t begin, std::size_t end) {
    if (stands_alone(text_, begin, end, false)) return true;
    if (!menu_row_) menu_row_ = is_menu_row(text_);
    return *menu_row_ && stands_alone(text_, begin, end, true);
  }

  [[nodiscard]] bool wanted(const mi::PatternRecord& pattern) const {
    if ((pattern.roles & role_bit_) == 0) return false;
    if (static_cast<PatternType>(pattern.type) == PatternType::kLine) return lines_;
    const std::string_view code(pattern.language.data(), pattern.language[2] != 0   ? 3
                                                         : pattern.language[0] != 0 ? 2
                                                                                    : 0);
    return code == "any" || code == language_.code();
  }

  void candidate(const mi::EntryRecord& entry, std::span<const Word> words, std::size_t i) {
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
      call(entry.pattern);
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
        const std::size_t end =
            may_begin(first_characters, text_, begin) ? machine_.match(program, text_, begin) : std::string_view::npos;
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
      if (guard == of_guards && (!guard || has_hit(pattern.slot)) && wanted(pattern)) call(number);
    };
    for (const mi::CharacterRecord& record : view_.characters()) {
      if (others.has(static_cast<unsigned char>(record.character))) call_for(record.pattern);
    }
    for (const std::uint32_t number : view_.always()) call_for(number);
  }

  // Guards are many and their words frequent; they matter only beside a hit of their rule.
  template <class RegexOf>
  void guards(std::span<const Word> words, const CharSet& others, const RegexOf& regex_of) {
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
    regexes(regex_of);
  }

  [[nodiscard]] bool has_hit(std::uint32_t slot) const {
    return std::find(guarded_.begin(), guarded_.end(), slot) != guarded_.end();
  }

  // Calls in one block are few: a look at them all is cheaper than a mark for each pattern of the rules.
  void call(std::uint32_t pattern) {
    if (std::find(calls_.begin(), calls_.end(), pattern) == calls_.end()) calls_.push_back(pattern);
  }

  template <class RegexOf>
  void regexes(const RegexOf& regex_of) {
    if (calls_.empty()) return;
    drop_unmet_calls();
    if (calls_.empty()) return;
    const SearchText search(text_);
    std::optional<std::vector<TextSpan>> lines;
    const TextSpan whole{0, static_cast<std::uint32_t>(search.view().size())};
    for (const std::uint32_t number : calls_) {
      const mi::PatternRecord& pattern = view_.patterns()[number];
      const Regex* regex = regex_of(pattern);
      if (regex == nullptr) continue;
      if (static_cast<PatternType>(pattern.type) == PatternType::kLine) {
        if (!lines) lines = short_lines(search.view());
        for (const TextSpan line : *lines) search_in(search, line, *regex, number);
      } else {
        search_in(search, whole, *regex, number);
      }
    }
  }

  // A word that calls for an expression may be all of it that the block holds: the others are asked for before
  // the expression is compiled and run.
  void drop_unmet_calls() {
    if (block_ == Document::kRawBlock) return;
    hashes_.clear();
    const Block& block = document_.block(block_);
    const auto unmet = [&](bool words, std::uint32_t number) {
      return !is_met(view_.needs(view_.patterns()[number]), block.others, words);
    };
    std::erase_if(calls_, [&](std::uint32_t number) { return unmet(false, number); });
    if (calls_.empty()) return;
    for (const Word& word : document_.words(block)) hashes_.push_back(std::max(word.hash, mi::kFirstHash));
    std::sort(hashes_.begin(), hashes_.end());
    std::erase_if(calls_, [&](std::uint32_t number) { return unmet(true, number); });
  }

  [[nodiscard]] bool is_met(std::span<const std::uint32_t> needs, const CharSet& others, bool words) const {
    bool met = false;
    for (const std::uint32_t need : needs) {
      if (need != 0) {
        if (need < mi::kFirstHash) {
          met = met || others.has(static_cast<unsigned char>(need));
        } else {
          met = met || !words || std::binary_search(hashes_.begin(), hashes_.end(), need);
        }
        continue;
      }
      if (!met) return false;
      met = false;
    }
    return true;
  }

  void search_in(const SearchText& search, TextSpan part, const Regex& regex, std::uint32_t number) {
    const std::string_view text = search.view().substr(part.begin, part.size());
    std::size_t from = 0;
    while (from <= text.size() && regex.find(text, from, groups_)) {
      const auto begin = static_cast<std::size_t>(groups_[1].data() - text.data());
      const std::size_t end = begin + groups_[1].size();
      if (end == begin) {
        from = next_boundary(text, std::max(begin, from));
        continue;
      }
      const TextSpan span = search.to_text(part.begin + begin, part.begin + end);
      accept(number, view_.patterns()[number], span.begin, span.end);
      from = end;
    }
  }

  // The lines of a text that are short enough to be a menu entry or a button.
  static std::vector<TextSpan> short_lines(std::string_view text) {
    std::vector<TextSpan> lines;
    std::size_t begin = 0;
    for (std::size_t pos = 0; pos <= text.size();) {
      const CodePoint c = pos < text.size() ? decode_at(text, pos) : CodePoint{'\n', 1};
      if (ends_line(c.value)) {
        if (pos - begin <= kLongestLine && pos > begin) {
          lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(pos)});
        }
        begin = pos + c.length;
      }
      pos += c.length;
    }
    return lines;
  }

  static std::size_t next_boundary(std::string_view text, std::size_t pos) {
    ++pos;
    while (pos < text.size() && !is_boundary(text, pos)) ++pos;
    return pos;
  }

  // The raw view has no words of its own; they are cut by the megabyte, at line ends where there are any.
  template <class RegexOf>
  void raw(const RegexOf& regex_of) {
    const std::string_view text = document_.raw().text;
    begin_block(Document::kRawBlock, text, Role::kRaw, document_.language());
    lines_ = true;
    std::vector<Word> chunk_words;
    CharSet others;
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t end = std::min(text.size(), begin + kRawChunk);
      if (end < text.size()) {
        const std::size_t line = text.rfind('\n', end);
        if (line != std::string_view::npos && line > begin) end = line + 1;
        while (!is_boundary(text, end)) --end;
      }
      chunk_words.clear();
      others.join(cut_words(text.substr(begin, end - begin), chunk_words));
      for (Word& word : chunk_words) {
        word.begin += static_cast<std::uint32_t>(begin);
        word.end += static_cast<std::uint32_t>(begin);
      }
      words(chunk_words);
      begin = end;
    }
    characters(others);
    regexes(regex_of);
  }

  const mi::View& view_;
  const Document& document_;
  std::vector<Hit> hits_;
  std::uint32_t roles_ = 0;  // of all patterns
  std::uint32_t block_ = 0;
  std::string_view text_;
  std::uint32_t role_bit_ = 0;
  bool lines_ = true;             // whether the block may hold a short line
  std::optional<bool> menu_row_;  // whether it is a row of menu entries, once that was asked
  Language language_;
  std::vector<std::uint32_t> calls_;
  struct GuardCandidate {
    const mi::EntryRecord* entry;
    std::uint32_t word;
  };
  std::vector<GuardCandidate> guards_;  // of the block, in the order of its words
  std::vector<std::uint32_t> guarded_;  // slots that have a hit in the block
  std::size_t first_hit_ = 0;           // of the block
  std::vector<std::uint32_t> hashes_;   // of the block's words, sorted
  PhraseMachine machine_;
  std::vector<std::string_view> groups_ = std::vector<std::string_view>(2);
};

// Sorts, and drops hits that overlap an earlier or longer one of the same list.
void tidy(std::vector<Hit>& hits) {
  const auto list_of = [](const Hit& h) { return std::tuple(h.slot, h.block, h.key); };
  std::sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) {
    return std::tuple(list_of(a), a.span.begin, b.span.end, a.pattern) <
           std::tuple(list_of(b), b.span.begin, a.span.end, b.pattern);
  });
  std::size_t kept = 0;
  for (const Hit& hit : hits) {
    if (kept > 0 && list_of(hits[kept - 1]) == list_of(hit) && hit.span.overlaps(hits[kept - 1].span)) continue;
    hits[kept++] = hit;
  }
  hits.resize(kept);
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tuple(a.slot, a.block, a.span, a.key) < std::tuple(b.slot, b.block, b.span, b.key);
  });
}

}  // namespace

std::span<const Hit> Matches::of(std::uint32_t slot) const {
  const auto range =
      std::equal_range(hits_.begin(), hits_.end(), Hit{.slot = slot, .block = 0, .span = {}, .pattern = 0, .key = 0},
                       [](const Hit& a, const Hit& b) { return a.slot < b.slot; });
  return {range.first, range.second};
}

Matcher::Matcher() = default;
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

Matcher MatcherBuilder::view(std::string_view image) {
  Matcher matcher;
  matcher.state_ = std::make_unique<Matcher::State>(image.data());
  return matcher;
}

Matcher MatcherBuilder::own(std::string image) {
  Matcher matcher;
  matcher.state_ = std::make_unique<Matcher::State>(image);
  return matcher;
}

Matches Matcher::find(const Document& document) const {
  Matches matches;
  if (!state_) return matches;
  matches.hits_ = Finder(state_->view, document).run([&](const mi::PatternRecord& pattern) {
    return pattern.regex.size == 0 ? nullptr : state_->regex(pattern);
  });
  tidy(matches.hits_);
  return matches;
}

std::vector<std::uint32_t> Matcher::uncalled() const {
  std::vector<std::uint32_t> slots;
  if (!state_) return slots;
  for (const std::uint32_t number : state_->view.always()) {
    const mi::PatternRecord& pattern = state_->view.patterns()[number];
    if (pattern.guard == 0) slots.push_back(pattern.slot);
  }
  return slots;
}

Language Matcher::language(const Hit& hit) const {
  const mi::PatternRecord& pattern = state_->view.patterns()[hit.pattern];
  return Language(std::string_view(pattern.language.data(), pattern.language[2] != 0 ? 3 : 2));
}

bool Matcher::is_guard(const Hit& hit) const { return state_->view.patterns()[hit.pattern].guard != 0; }

std::vector<std::pair<std::string, TextSpan>> Matcher::groups(const Document& document, const Hit& hit) const {
  std::vector<std::pair<std::string, TextSpan>> result;
  const mi::PatternRecord& pattern = state_->view.patterns()[hit.pattern];
  if (pattern.groups == 0) return result;
  const Regex* regex = state_->regex(pattern);
  if (regex == nullptr) return result;
  const std::string_view text = document.block(hit.block).text;
  // From one character before the hit, which may be its word edge.
  const std::size_t before = hit.span.begin == 0 ? 0 : hit.span.begin - decode_before(text, hit.span.begin).length;
  // And only a little farther than it goes: a block may be the whole file.
  std::size_t end = std::min<std::size_t>(hit.span.end + kBehindHit, text.size());
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  const SearchText search(text.substr(before, end - before));
  std::vector<std::string_view> groups(static_cast<std::size_t>(regex->group_count()) + 1);
  if (!regex->find(search.view(), 0, groups)) return result;
  for (const auto& [number, name] : regex->names()) {
    const std::string_view group = groups[static_cast<std::size_t>(number)];
    if (group.data() == nullptr) continue;
    const auto begin = static_cast<std::size_t>(group.data() - search.view().data());
    TextSpan span = search.to_text(begin, begin + group.size());
    span.begin += static_cast<std::uint32_t>(before);
    span.end += static_cast<std::uint32_t>(before);
    result.emplace_back(name, span);
  }
  return result;
}

}  // namespace stet

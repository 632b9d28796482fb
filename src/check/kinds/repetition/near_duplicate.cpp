// Kind `near-duplicate`: a sentence or paragraph that stands in the article twice, word for word or nearly so.
//
// Two texts are compared by their word trigrams: the share of those that both have is the Jaccard coefficient. A bit
// field over all trigrams tells in one pass where trigrams come back in a row; only blocks that take part in that are
// compared, each with the first text that had most of its trigrams. So the time is linear.
#include <algorithm>
#include <array>
#include <bit>
#include <unordered_set>

#include "check/check.h"
#include "check/kinds/contradiction/limit_support.h"
#include "check/kinds/layout_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kLeastWords = 7;
constexpr std::size_t kLeastNear = 9;  // of a sentence that is not quite the same, and of a paragraph of short ones
// Of so many trigrams in a row, so many have been seen before, where a sentence comes back: see is_repeating().
constexpr unsigned kWindow = 7;
constexpr int kLeastSeen = 4;
constexpr std::size_t kBitsPerWord = 16;
// A sentence that stands so often is a refrain, or a formula of the article's form.
constexpr std::size_t kRefrain = 4;

using Trigrams = std::vector<std::uint64_t>;  // sorted, without duplicates

std::uint64_t trigram(const Word* word) {
  std::uint64_t hash = word[0].hash * 0x9E3779B97F4A7C15ULL;
  hash = (hash ^ hash >> 29U ^ word[1].hash) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ hash >> 32U ^ word[2].hash) * 0x94D049BB133111EBULL;
  return hash ^ hash >> 31U;
}

// Calls `seen` with every trigram of the words; gives whether a sentence's worth of them was seen before.
template <class Fetch, class Seen>
bool is_repeating(std::span<const Word> words, Fetch fetch, Seen seen) {
  // The tables are far larger than the caches: what is looked up is asked for a few words before.
  constexpr std::size_t kAhead = 8;
  std::array<std::uint64_t, kAhead> coming{};
  unsigned history = 0;
  bool repeating = false;
  for (std::size_t i = 0; i + 2 < words.size() + kAhead; ++i) {
    std::uint64_t& place = coming[i % kAhead];
    if (i >= kAhead) {
      history = (history << 1U | (seen(place) ? 1U : 0U)) & ((1U << kWindow) - 1);
      repeating = repeating || std::popcount(history) >= kLeastSeen;
    }
    if (i + 2 >= words.size()) continue;
    place = trigram(&words[i]);
    fetch(place);
  }
  return repeating;
}

// A passage that is compared: a sentence, or a whole block.
struct Passage {
  std::uint32_t block = 0;
  TextSpan span;
  std::span<const Word> words;
  std::size_t trigrams = 0;
  std::size_t copies = 0;
};

// From a trigram to a number, with open addressing: the checks' only table that grows with a book.
class TrigramTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  // The number that the trigram has, which is now `value` if it had none.
  std::uint32_t emplace(std::uint64_t trigram, std::uint32_t value) {
    if (size_ * 2 >= slots_.size()) grow();
    Slot& slot = find(trigram);
    if (slot.value == kNone) {
      slot = {trigram, value};
      ++size_;
    }
    return slot.value;
  }
  [[nodiscard]] bool contains(std::uint64_t trigram) { return size_ > 0 && find(trigram).value != kNone; }
  // Says that a trigram will be looked up soon.
  void fetch(std::uint64_t trigram) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[trigram & (slots_.size() - 1)]);
  }

 private:
  struct Slot {
    std::uint64_t trigram = 0;
    std::uint32_t value = kNone;
  };

  Slot& find(std::uint64_t trigram) {
    std::size_t at = trigram & (slots_.size() - 1);
    while (slots_[at].value != kNone && slots_[at].trigram != trigram) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  void grow() {
    std::vector<Slot> old(std::max<std::size_t>(1024, slots_.size() * 2));
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.value != kNone) find(slot.trigram) = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

// The passages so far, by their trigrams.
class Passages {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  // The passage that shares most trigrams with this one, if it shares half of both; then adds it.
  std::size_t find_and_add(Passage passage) {
    Trigrams& trigrams = trigrams_;
    trigrams.clear();
    for (std::size_t i = 0; i + 2 < passage.words.size(); ++i) {
      trigrams.push_back(trigram(&passage.words[i]));
      first_.fetch(trigrams.back());
    }
    std::sort(trigrams.begin(), trigrams.end());
    trigrams.erase(std::unique(trigrams.begin(), trigrams.end()), trigrams.end());
    passage.trigrams = trigrams.size();
    std::size_t best = kNone;
    std::size_t most = 0;
    const std::size_t number = passages_.size();
    votes_.push_back(0);
    for (const std::uint64_t each : trigrams) {
      const std::uint32_t holder = first_.emplace(each, static_cast<std::uint32_t>(number));
      holders_.push_back(holder);
      if (holder == number) continue;
      const std::size_t votes = ++votes_[holder];
      if (votes > most) {
        most = votes;
        best = holder;
      }
    }
    for (const std::uint32_t holder : holders_) votes_[holder] = 0;
    holders_.clear();
    passages_.push_back(passage);
    if (best == kNone) return kNone;
    const std::size_t all = trigrams.size() + passages_[best].trigrams - most;
    return most * 2 >= all ? best : kNone;
  }
  Passage& operator[](std::size_t i) { return passages_[i]; }
  [[nodiscard]] const Passage& last() const { return passages_.back(); }

 private:
  std::vector<Passage> passages_;
  Trigrams trigrams_;  // of the one that is looked at
  TrigramTable first_;
  std::vector<std::uint32_t> votes_;    // for each passage, of the one that is looked at
  std::vector<std::uint32_t> holders_;  // whose votes are not zero
};

struct Match {
  TextPlace original;
  TextPlace copy;
  bool equal = false;
  bool whole_block = false;
  std::size_t number = 0;    // of the passage that is copied
  std::size_t sentence = 0;  // of the copy, in its block
};

class NearDuplicate final : public Check {
 public:
  explicit NearDuplicate(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::vector<std::uint32_t> blocks = find_candidates(document);
    if (blocks.empty()) return;
    Passages wholes;
    Passages sentences;
    QuotedBlocks quotations(document);
    std::vector<Match> matches;
    for (const std::uint32_t number : blocks) {
      const Block& block = document.block(number);
      const auto words = document.words(block);
      const std::size_t original = wholes.find_and_add({number, whole_text(block), words, 0, 0});
      const Passage whole = wholes.last();
      std::vector<Match> in_block;
      std::size_t longs = 0;
      for (const TextSpan span : cut_sentences(block.text)) {
        const Passage sentence{number, span, words_in(words, span), 0, 0};
        if (sentence.words.size() < kLeastWords) continue;
        ++longs;
        if (is_formal(block.text.substr(span.begin, span.size()))) continue;
        const std::size_t first = sentences.find_and_add(sentence);
        if (first == Passages::kNone || !is_same(document, facts, quotations, sentences[first], sentence)) continue;
        ++sentences[first].copies;
        in_block.push_back(match(sentences[first], sentence, first, longs));
      }
      // One sentence that comes back is reported by itself; several, or many short ones, as their paragraph.
      const bool of_short = longs == 0 && words.size() >= kLeastNear;
      if (original != Passages::kNone && (in_block.size() > 1 || of_short) &&
          is_same(document, facts, quotations, wholes[original], whole)) {
        ++wholes[original].copies;
        in_block = {match(wholes[original], whole, original, 0)};
        in_block.front().whole_block = true;
      }
      for (const Match& each : in_block) {
        if (!extends(matches, each)) matches.push_back(each);
      }
    }
    for (const Match& each : matches) {
      const Passage& original = each.whole_block ? wholes[each.number] : sentences[each.number];
      if (original.copies + 1 < kRefrain) report(each, sink);
    }
  }

 private:
  // The blocks some of whose trigrams stand in a row elsewhere too.
  std::vector<std::uint32_t> find_candidates(const Document& document) const {
    const auto blocks = document.blocks();
    std::size_t words = 0;
    for (const Block& block : blocks) words += block.word_count;
    const unsigned bits = static_cast<unsigned>(std::bit_width(words * kBitsPerWord | 1023U));
    std::vector<std::uint64_t> field((std::size_t{1} << bits) / 64);
    std::vector<std::uint32_t> repeating;
    for_each_block(document, [&](std::uint32_t i) {
      const auto see = [&](std::uint64_t hash) {
        const std::uint64_t bit = hash >> (64 - bits);
        const std::uint64_t mask = std::uint64_t{1} << (bit & 63U);
        const bool seen = (field[bit / 64] & mask) != 0;
        field[bit / 64] |= mask;
        return seen;
      };
      const auto fetch = [&](std::uint64_t hash) { __builtin_prefetch(&field[(hash >> (64 - bits)) / 64]); };
      if (is_repeating(document.words(blocks[i]), fetch, see)) repeating.push_back(i);
    });
    if (repeating.empty()) return {};
    // What they repeat: the blocks before them that hold the same trigrams.
    TrigramTable trigrams;
    for (const std::uint32_t i : repeating) {
      const auto block_words = document.words(blocks[i]);
      for (std::size_t k = 0; k + 2 < block_words.size(); ++k) trigrams.emplace(trigram(&block_words[k]), 0);
    }
    std::vector<std::uint32_t> candidates;
    for_each_block(document, [&](std::uint32_t i) {
      const auto see = [&](std::uint64_t hash) { return trigrams.contains(hash); };
      const auto fetch = [&](std::uint64_t hash) { trigrams.fetch(hash); };
      if (is_repeating(document.words(blocks[i]), fetch, see)) candidates.push_back(i);
    });
    return candidates;
  }

  template <class Action>
  void for_each_block(const Document& document, Action action) const {
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].word_count >= kLeastWords && definition_.looks_at(blocks[i].role)) action(i);
    }
  }

  // Contact lines, references and rows of numbers come back rightly.
  static bool is_formal(std::string_view text) {
    if (text.find('@') != text.npos || text.find("://") != text.npos || text.find("www.") != text.npos) return true;
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return static_cast<std::size_t>(digits) * 6 > text.size();
  }

  // Whether the one says what the other says: not the same of another number, and neither is a quotation set off.
  static bool is_same(const Document& document, const Facts& facts, QuotedBlocks& quotations, const Passage& a,
                      const Passage& b) {
    // The same line twice in a row has a rule of its own.
    const bool is_next = b.block == a.block + 1 && a.span == whole_text(document.block(a.block)) &&
                         b.span == whole_text(document.block(b.block));
    const bool equal = is_equal(a.words, b.words);
    if (equal && is_next) return false;
    if (is_set_off(document, quotations, a) || is_set_off(document, quotations, b)) return false;
    if (equal) return true;
    if (b.words.size() < kLeastNear) return false;
    if (values_in(facts, a) != values_in(facts, b) || differs(document, a, b) || differs(document, b, a)) return false;
    // "Against last year prices fell", "against last month prices rose"
    const auto end_of = [](const Passage& passage) {
      return ToldNumber{passage.block, passage.span, {passage.span.end, passage.span.end}};
    };
    return !are_of_two_sides(document, facts, end_of(a), end_of(b));
  }

  // What somebody says is repeated in large type; live tickers repeat themselves under other times.
  static bool is_set_off(const Document& document, QuotedBlocks& quotations, const Passage& passage) {
    const std::string_view text = document.block(passage.block).text;
    if (is_strong(document, passage.block) || quotations.hold(passage.block, passage.span)) return true;
    const bool is_timed = text.size() > 5 && is_digit(text[0]) && is_digit(text[1]) &&
                          (text[2] == ':' || text[2] == '.' || text[2] == 'h') && is_digit(text[3]);
    // A quotation of several paragraphs closes in the last one.
    const bool is_opened = opens_with_quote(text) && !quotations.any(passage.block);
    return is_timed || is_opened || is_attributed(document, passage);
  }

  // Whether a name follows the passage, in a line of its own or at the end of the same one.
  static bool is_attributed(const Document& document, const Passage& passage) {
    constexpr std::int32_t kLongestName = 8;
    const auto blocks = document.blocks();
    const Block& block = blocks[passage.block];
    if (passage.span != whole_text(block)) {
      const Word* end = document.words(block).data() + block.word_count;
      const std::ptrdiff_t rest = end - (passage.words.data() + passage.words.size());
      return passage.span.begin == 0 && rest > 0 && rest <= kLongestName && !ends_sentence(block.text);
    }
    if (passage.block + 1 >= blocks.size()) return false;
    const Block& next = blocks[passage.block + 1];
    return next.role == Role::kParagraph && next.word_count > 0 &&
           next.word_count <= static_cast<std::uint32_t>(kLongestName) && !ends_sentence(next.text);
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  static bool opens_with_quote(std::string_view text) {
    const std::string_view marks[] = {"\"", "“", "„", "«", "»"};
    return std::any_of(std::begin(marks), std::end(marks),
                       [&](std::string_view mark) { return text.starts_with(mark) && quoted_passages(text).empty(); });
  }

  static bool is_equal(std::span<const Word> a, std::span<const Word> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Word& x, const Word& y) { return x.hash == y.hash; });
  }

  static std::vector<double> values_in(const Facts& facts, const Passage& passage) {
    std::vector<double> values;
    for (const Quantity& quantity : facts.quantities(passage.block)) {
      if (!quantity.article && passage.span.contains(quantity.span)) values.push_back(quantity.value);
    }
    std::sort(values.begin(), values.end());
    return values;
  }

  // Whether a word with a digit stands in `a` that does not stand in `b`: a year, a version.
  static bool differs(const Document& document, const Passage& a, const Passage& b) {
    std::unordered_set<std::uint32_t> others;
    for (const Word& word : b.words) others.insert(word.hash);
    const Block& block = document.block(a.block);
    return std::any_of(a.words.begin(), a.words.end(), [&](const Word& word) {
      return is_digit(block.text[word.begin]) && !others.contains(word.hash);
    });
  }

  static Match match(const Passage& original, const Passage& copy, std::size_t number, std::size_t sentence) {
    return {.original = {original.block, original.span},
            .copy = {copy.block, copy.span},
            .equal = is_equal(original.words, copy.words),
            .number = number,
            .sentence = sentence};
  }

  // Whether the copy goes on with the sentence behind the one before, which is then made longer.
  static bool extends(std::vector<Match>& matches, const Match& next) {
    if (matches.empty() || next.whole_block) return false;
    Match& last = matches.back();
    const bool goes_on = !last.whole_block && last.copy.block == next.copy.block &&
                         last.sentence + 1 == next.sentence && last.original.block == next.original.block &&
                         last.original.span.end <= next.original.span.begin;
    if (!goes_on) return false;
    last.copy.span.end = next.copy.span.end;
    last.original.span.end = next.original.span.end;
    last.equal = last.equal && next.equal;
    last.sentence = next.sentence;
    return true;
  }

  static void report(const Match& match, Sink& sink) {
    Finding finding;
    finding.place = match.copy;
    if (match.equal) finding.wording = "equal";
    finding.related.push_back({match.original, "first", {}});
    finding.covers = true;
    sink.report(std::move(finding));
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<NearDuplicate>(definition);
}

}  // namespace

namespace kinds {
extern const Kind near_duplicate;
const Kind near_duplicate{"near-duplicate", "a sentence or paragraph that stands in the article twice", {}, {}, make};
}  // namespace kinds
}  // namespace stet

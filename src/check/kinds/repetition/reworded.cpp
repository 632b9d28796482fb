// Kind `reworded`: a sentence that comes back in another order or with a few other words.
//
// Sentences are compared by their words that are no small ones, whatever their order: most of them stand in both, and
// no name or number in only one. Fewer will do when they stand nowhere else in the article and in another order, since
// two sentences of one build ("The left voted against …, the liberals voted against …") share words as well. A table
// from word to sentences finds the candidates, so the time is linear.
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/layout_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLeastWords = 7;  // that are no small ones, of the shorter sentence
constexpr std::size_t kLeastShared = 6;
constexpr std::size_t kLeastRare = 5;  // shared words that stand nowhere else: fewer shared ones will do
constexpr std::size_t kLeastLetters = 3;
constexpr std::size_t kMostSentences = 8;  // that hold a word: more are what the article is about
constexpr std::size_t kMostSaid = 4000;    // sentences of an article
constexpr std::size_t kTitleLetters = 25;  // of a quotation that is a name rather than speech

constexpr auto kSectionKeys = std::to_array<Key>({
    {"contrast", KeyType::kStrings, "begin a sentence that is set against another one: \"today\""},
    {"denying", KeyType::kStrings, "a sentence with one does not say what another one without any says: \"no\""},
});

struct Said {
  std::uint32_t block = 0;
  TextSpan span;
  std::uint32_t contrast = 0;              // the hash of the word that sets it against another sentence; 0: none
  std::span<const std::uint32_t> order{};  // hashes, as they stand in the sentence
  std::span<const std::uint32_t> words{};  // hashes, sorted
  std::span<const std::uint32_t> sure{};   // those of names and numbers, sorted
};

// What an article says, nothing of one that says too much; the hashes of all sentences lie in one row.
struct Article {
  std::vector<Said> said;
  std::vector<std::uint32_t> hashes;
};

// The sentences that hold a word, in reading order, the first few of them.
class Holders {
 public:
  struct Entry {
    std::uint32_t word = 0;
    std::uint32_t count = 0;
    std::array<std::uint32_t, kMostSentences> sentences{};
    [[nodiscard]] std::span<const std::uint32_t> held() const { return std::span(sentences).first(count); }
  };

  explicit Holders(const Article& article) {
    std::size_t size = 64;
    while (size < article.hashes.size()) size *= 2;
    slots_.resize(size);
    for (std::uint32_t i = 0; i < article.said.size(); ++i) {
      for (const std::uint32_t word : article.said[i].words) {
        Entry& own = of(word);
        if (own.count < kMostSentences) own.sentences[own.count++] = i;
      }
    }
  }

  Entry& of(std::uint32_t word) {
    std::size_t at = word & (slots_.size() - 1);
    while (slots_[at] != 0 && entries_[slots_[at] - 1].word != word) at = (at + 1) & (slots_.size() - 1);
    if (slots_[at] == 0) {
      entries_.push_back({word, 0, {}});
      slots_[at] = static_cast<std::uint32_t>(entries_.size());
    }
    return entries_[slots_[at] - 1];
  }

 private:
  std::vector<std::uint32_t> slots_;  // 1 + number of the entry; 0 is free; twice as many as words, since the row of
  std::vector<Entry> entries_;        // hashes has each word in two orders
};

// The first letters, which inflection leaves alone.
std::uint32_t stem_of(std::string_view text, const Word& word) {
  constexpr std::size_t kLetters = 6;
  std::size_t end = 0;
  for (std::size_t i = 0; i < kLetters && end < text.size(); ++i) end += decode_at(text, end).length;
  return end == text.size() ? word.hash : hash_word(text.substr(0, end));
}

// Sorts what stands behind `from`, each once.
void make_set(std::vector<std::uint32_t>& hashes, std::size_t from) {
  const auto begin = hashes.begin() + static_cast<std::ptrdiff_t>(from);
  std::sort(begin, hashes.end());
  hashes.erase(std::unique(begin, hashes.end()), hashes.end());
}

class Reworded final : public Check {
 public:
  explicit Reworded(const Definition& definition)
      : definition_(definition),
        contrast_(definition, "contrast", forms_of),
        denying_(definition, "denying", forms_of) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const Article article = read(document, facts);
    const std::vector<Said>& said = article.said;
    if (said.size() < 2) return;
    Holders holders(article);
    std::vector<Votes> votes(said.size());
    std::vector<std::uint32_t> near;
    for (std::uint32_t i = 0; i < said.size(); ++i) {
      near.clear();
      for (const std::uint32_t word : said[i].words) {
        const std::span<const std::uint32_t> own = holders.of(word).held();
        for (const std::uint32_t other : own) {
          if (other >= i) break;
          if (votes[other].shared++ == 0) near.push_back(other);
          votes[other].rare += own.size() == 2 ? 1U : 0U;
        }
      }
      for (const std::uint32_t other : near) {
        if (is_same(document, facts, said[other], said[i], votes[other])) {
          report(said[i], said[other], sink);
          break;
        }
      }
      for (const std::uint32_t other : near) votes[other] = {};
    }
  }

 private:
  // How many words two sentences share, and how many of these stand in no other.
  struct Votes {
    std::uint32_t shared = 0;
    std::uint32_t rare = 0;
  };

  Article read(const Document& document, const Facts& facts) const {
    Article article;
    std::vector<std::uint32_t>& hashes = article.hashes;
    struct Sizes {
      std::size_t order = 0;
      std::size_t words = 0;
      std::size_t sure = 0;
    };
    std::vector<Sizes> sizes;
    std::vector<std::uint32_t> sure;
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      const auto home = table_number(block.language);
      if (!definition_.looks_at(block.role) || !home || block.word_count < kLeastWords) continue;
      if (is_strong(document, b)) continue;
      const auto quoted = quoted_passages(block.text, kTitleLetters);
      for (const TextSpan span : facts.sentences().of(b)) {
        // The parts of an address are no words that say something again.
        if (block.text.substr(span.begin, span.size()).find("://") != std::string_view::npos) continue;
        Said one{b, span};
        const std::size_t from = hashes.size();
        sure.clear();
        bool first = true;
        for (const Word& word : words_in(document.words(block), span)) {
          const std::string_view text = word_text(block, word);
          if (first && is_contrast(block.language, text)) one.contrast = word.hash;
          const bool digit = text[0] >= '0' && text[0] <= '9';
          const bool small = (kinship(word.hash).small >> *home & 1U) != 0;
          if (!digit && (small || count_code_points(text) < kLeastLetters)) {
            first = false;
            continue;
          }
          const std::uint32_t stem = stem_of(text, word);
          hashes.push_back(stem);
          if (digit || (!first && !begins_lower(text))) sure.push_back(stem);
          first = false;
        }
        const std::size_t end = hashes.size();
        // What people say, they say again.
        const auto passage = std::ranges::upper_bound(quoted, span.begin, {}, &TextSpan::end);
        const bool is_said = passage != quoted.end() && passage->begin < span.end;
        if (!is_said) {
          hashes.resize(end + (end - from));
          std::copy_n(hashes.begin() + static_cast<std::ptrdiff_t>(from), end - from,
                      hashes.begin() + static_cast<std::ptrdiff_t>(end));
          make_set(hashes, end);
        }
        const std::size_t words = hashes.size() - end;
        if (words < kLeastShared) {
          hashes.resize(from);
          continue;
        }
        make_set(sure, 0);
        hashes.insert(hashes.end(), sure.begin(), sure.end());
        article.said.push_back(one);
        sizes.push_back({end - from, words, sure.size()});
        if (sizes.size() > kMostSaid) return {};
      }
    }
    std::span<const std::uint32_t> rest(hashes);
    const auto take = [&](std::size_t count) {
      const auto taken = rest.first(count);
      rest = rest.subspan(count);
      return taken;
    };
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      article.said[i].order = take(sizes[i].order);
      article.said[i].words = take(sizes[i].words);
      article.said[i].sure = take(sizes[i].sure);
    }
    return article;
  }

  bool is_contrast(Language language, std::string_view word) const {
    return is_in(contrast_.at(language), context_form(word));
  }

  // Whether two words or more that both have stand in another order: not in the longest run that keeps it.
  static bool is_reordered(const Said& a, const Said& b) {
    std::vector<std::ptrdiff_t> ends;  // of the runs by their length, the lowest end of each
    std::ptrdiff_t both = 0;
    for (const std::uint32_t word : b.order) {
      const auto here = std::ranges::find(a.order, word);
      if (here == a.order.end()) continue;
      ++both;
      const std::ptrdiff_t place = here - a.order.begin();
      const auto longer = std::ranges::lower_bound(ends, place);
      if (longer == ends.end()) {
        ends.push_back(place);
      } else {
        *longer = place;
      }
    }
    return both - std::ssize(ends) >= 2;
  }

  // Whether one begins with "today" or the like, and the other does not hold that word.
  static bool is_contrasted(const Document& document, const Said& a, const Said& b) {
    const auto lacks = [&](const Said& said, std::uint32_t hash) {
      return hash != 0 &&
             std::ranges::find(words_of(document, said), hash, &Word::hash) == words_of(document, said).end();
    };
    return lacks(b, a.contrast) || lacks(a, b.contrast);
  }

  bool denies(const Document& document, const Said& said) const {
    const Block& block = document.block(said.block);
    return std::ranges::any_of(words_of(document, said), [&](const Word& word) {
      return is_in(denying_.at(block.language), context_form(word_text(block, word)));
    });
  }

  static std::size_t shared(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    std::size_t both = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
      const auto one = *i;
      const auto other = *j;
      both += one == other ? 1U : 0U;
      if (one <= other) ++i;
      if (other <= one) ++j;
    }
    return both;
  }

  bool is_same(const Document& document, const Facts& facts, const Said& a, const Said& b, Votes votes) const {
    static_assert(kLeastRare <= kLeastShared);
    if (votes.shared < kLeastRare) return false;
    const std::size_t least = std::min(a.words.size(), b.words.size());
    const std::size_t most = std::max(a.words.size(), b.words.size());
    const std::size_t same = shared(a.words, b.words);
    if (same * 2 < most) return false;
    const bool reordered = is_reordered(a, b);
    const bool telling = votes.rare >= kLeastRare && reordered;
    if (votes.shared < (telling ? kLeastRare : kLeastShared)) return false;
    if (is_contrasted(document, a, b) || denies(document, a) != denies(document, b)) return false;
    // "The defence … the prosecution": one build with another subject.
    const auto lacks = [](const Said& said, std::uint32_t word) {
      return !std::ranges::binary_search(said.words, word);
    };
    if (lacks(a, b.order.front()) && lacks(b, a.order.front())) return false;
    // Side by side, two sentences of one build are a comparison.
    if (b.block <= a.block + 1) return false;
    // Word for word it is a matter of `near-duplicate`.
    if (std::ranges::equal(words_of(document, a), words_of(document, b), {}, &Word::hash, &Word::hash)) return false;
    const bool all = same == most;
    const bool enough = all ? true : telling ? same * 5 >= least * 3 : least >= kLeastWords && same * 4 >= least * 3;
    if (!enough) return false;
    // Neither has a number that the other lacks, or a name; where nouns have capitals, most of them must be the same.
    if (numbers(document, facts, a) != numbers(document, facts, b)) return false;
    return shared(a.sure, b.words) * 4 >= a.sure.size() * 3 && shared(b.sure, a.words) * 4 >= b.sure.size() * 3;
  }

  static std::span<const Word> words_of(const Document& document, const Said& of) {
    return words_in(document.words(document.block(of.block)), of.span);
  }

  // In digits or spelled out.
  static std::vector<double> numbers(const Document& document, const Facts& facts, const Said& of) {
    std::vector<double> values;
    for (const Quantity& quantity : facts.quantities(of.block, of.span)) {
      if (!quantity.article) values.push_back(quantity.value);
    }
    const Block& block = document.block(of.block);
    for (const Word& word : words_of(document, of)) {
      if (block.text[word.begin] >= '0' && block.text[word.begin] <= '9') values.push_back(word.hash);
    }
    std::ranges::sort(values);
    return values;
  }

  static void report(const Said& copy, const Said& original, Sink& sink) {
    Finding finding;
    finding.place = {copy.block, copy.span};
    finding.related.push_back({{original.block, original.span}, "first", {}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  FormLists contrast_;
  FormLists denying_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<Reworded>(definition);
}

}  // namespace

namespace kinds {
extern const Kind reworded;
const Kind reworded{"reworded", "a sentence that comes back in another order", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

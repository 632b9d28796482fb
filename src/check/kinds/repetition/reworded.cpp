// Kind `reworded`: a sentence that comes back in another order or with a few other words.
//
// Sentences are compared by their words that are no small ones, whatever their order: most of them stand in both, and
// no name or number in only one. A table from word to sentences finds the candidates, so the time is linear.
#include <algorithm>
#include <unordered_map>
#include <vector>

#include "check/check.h"
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
constexpr std::size_t kLeastLetters = 3;
constexpr std::size_t kMostSentences = 8;  // that hold a word: more are what the article is about
constexpr std::size_t kMostSaid = 4000;    // sentences of an article

struct Said {
  std::uint32_t block = 0;
  TextSpan span;
  std::vector<std::uint32_t> words;  // hashes, sorted
  std::vector<std::uint32_t> sure;   // those of names and numbers, sorted
};

// The first letters, which inflection leaves alone.
std::uint32_t stem_of(std::string_view word) {
  constexpr std::size_t kLetters = 6;
  std::size_t end = 0;
  for (std::size_t i = 0; i < kLetters && end < word.size(); ++i) end += decode_at(word, end).length;
  return hash_word(word.substr(0, end));
}

void make_set(std::vector<std::uint32_t>& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

class Reworded final : public Check {
 public:
  explicit Reworded(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::vector<Said> said = read(document);
    if (said.size() > kMostSaid) return;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> holders;
    std::vector<std::size_t> votes(said.size());
    for (std::uint32_t i = 0; i < said.size(); ++i) {
      std::vector<std::uint32_t> near;
      for (const std::uint32_t word : said[i].words) {
        std::vector<std::uint32_t>& own = holders[word];
        for (const std::uint32_t other : own) {
          if (votes[other]++ == 0) near.push_back(other);
        }
        if (own.size() < kMostSentences) own.push_back(i);
      }
      for (const std::uint32_t other : near) {
        if (votes[other] >= kLeastShared && is_same(document, facts, said[other], said[i])) {
          report(said[i], said[other], sink);
          break;
        }
      }
      for (const std::uint32_t other : near) votes[other] = 0;
    }
  }

 private:
  std::vector<Said> read(const Document& document) const {
    std::vector<Said> said;
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      const auto home = table_number(block.language);
      if (!definition_.looks_at(block.role) || !home || block.word_count < kLeastWords) continue;
      if (is_strong(document, b)) continue;
      const auto quoted = quoted_passages(block.text, 0);
      for (const TextSpan span : cut_sentences(block.text)) {
        Said one{b, span, {}, {}};
        bool first = true;
        for (const Word& word : words_in(document.words(block), span)) {
          const std::string_view text = word_text(block, word);
          const bool digit = text[0] >= '0' && text[0] <= '9';
          const bool small = (kinship(word.hash).small >> *home & 1U) != 0;
          if (!digit && (small || count_code_points(text) < kLeastLetters)) {
            first = false;
            continue;
          }
          const std::uint32_t stem = stem_of(text);
          one.words.push_back(stem);
          if (digit || (!first && !begins_lower(text))) one.sure.push_back(stem);
          first = false;
        }
        make_set(one.words);
        make_set(one.sure);
        // What people say, they say again.
        const bool is_said = std::ranges::any_of(
            quoted, [&](TextSpan passage) { return passage.begin < span.end && span.begin < passage.end; });
        if (one.words.size() >= kLeastShared && !is_said) said.push_back(std::move(one));
      }
    }
    return said;
  }

  static std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::uint32_t> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both.size();
  }

  static bool is_same(const Document& document, const Facts& facts, const Said& a, const Said& b) {
    // Side by side, two sentences of one build are a comparison.
    if (b.block <= a.block + 1) return false;
    // Word for word it is a matter of `near-duplicate`.
    if (std::ranges::equal(words_of(document, a), words_of(document, b), {}, &Word::hash, &Word::hash)) return false;
    const std::size_t least = std::min(a.words.size(), b.words.size());
    const std::size_t most = std::max(a.words.size(), b.words.size());
    const std::size_t same = shared(a.words, b.words);
    if (least < kLeastWords || same * 4 < least * 3 || same * 2 < most || same < kLeastShared) return false;
    // Neither has a number that the other lacks, or a name; where nouns have capitals, half of them must be the same.
    const std::size_t sure = shared(a.sure, b.sure);
    if (numbers(document, facts, a) != numbers(document, facts, b)) return false;
    return sure * 4 >= std::max(a.sure.size(), b.sure.size()) * 3;
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

  Definition definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<Reworded>(definition);
}

}  // namespace

namespace kinds {
extern const Kind reworded;
const Kind reworded{"reworded", "a sentence that comes back in another order", {}, {}, make};
}  // namespace kinds
}  // namespace stet

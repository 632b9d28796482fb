// Kind `duplicate-article`: an article that stands in another file of the run too, or nearly so.
//
// An article is the set of its word trigrams. Its traces are twelve keys of three minima each over those trigrams
// (minwise hashing: Broder 1997, "On the resemblance and containment of documents"; all minima from one permutation:
// Li, Owen, Zhang 2012; banding: Indyk, Motwani 1998). Two articles that share half of their trigrams have a key in
// common four times of five, with seven tenths nearly always, unrelated ones never. What meets is then compared in
// full.
#include <algorithm>
#include <array>
#include <limits>

#include "check/across_files.h"
#include "check/check.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kRows = 3;
constexpr std::size_t kBands = 12;
constexpr std::size_t kLeastWords = 80;     // of an article: notes are often alike
constexpr std::uint32_t kFurniture = 6;     // files in which a line stands that is part of their pages
constexpr double kLeastResemblance = 0.5;   // of the trigrams of both
constexpr double kLeastContainment = 0.85;  // or of those of the shorter one
constexpr std::size_t kLeastMarks = 3;      // numbers or names that tell a template from a copy
constexpr double kLeastSharedMarks = 0.6;

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t hash = (a ^ b * 0x9E3779B97F4A7C15ULL) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ hash >> 31U) * 0x94D049BB133111EBULL;
  return hash ^ hash >> 29U;
}

using Hashes = std::vector<std::uint64_t>;

void make_set(Hashes& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

std::size_t count_shared(const Hashes& a, const Hashes& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++count;
    const bool next = *i <= *j;
    j += *j <= *i ? 1 : 0;
    i += next ? 1 : 0;
  }
  return count;
}

// What is compared of an article.
struct Text {
  std::size_t words = 0;
  std::uint32_t first_block = Document::kRawBlock;
  Hashes trigrams;
  Hashes numbers;  // words with digits
  Hashes names;    // two capitalised words side by side
};

class DuplicateArticle final : public Check {
 public:
  explicit DuplicateArticle(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const LineCounts* lines = sink.lines_of_run();
    if (lines == nullptr) return;
    const Text text = read(document, *lines, false);
    if (text.words < kLeastWords) return;
    const TextSpan span = sentence_at(document.block(text.first_block).text, 0);
    const std::array<std::uint64_t, kRows* kBands> minima = minima_of(text.trigrams);
    for (std::size_t band = 0; band < kBands; ++band) {
      std::uint64_t key = band;
      for (std::size_t row = 0; row < kRows; ++row) key = mixed(key, minima[band * kRows + row]);
      sink.leave({key, 0, {text.first_block, span}});
    }
  }

  [[nodiscard]] bool may_clash(std::uint64_t /*mine*/, std::uint64_t /*other*/) const override { return true; }

  [[nodiscard]] std::optional<Finding> judge(const Document& document, const Facts& /*facts*/, const Trace& mine,
                                             const Elsewhere& other) const override {
    if (without_suffix(document.path()) == without_suffix(other.document.path())) return std::nullopt;
    const Text a = read(document, other.lines, true);
    const Text b = read(other.document, other.lines, true);
    const std::size_t shared = count_shared(a.trigrams, b.trigrams);
    const std::size_t smaller = std::min(a.trigrams.size(), b.trigrams.size());
    const std::size_t both = a.trigrams.size() + b.trigrams.size() - shared;
    if (std::min(a.words, b.words) < kLeastWords) return std::nullopt;
    if (part(shared, both) < kLeastResemblance && part(shared, smaller) < kLeastContainment) return std::nullopt;
    // Of two texts that fill in one form, the numbers and names differ.
    if (!share_marks(a.numbers, b.numbers) || !share_marks(a.names, b.names) || share_no_mark(a, b))
      return std::nullopt;
    Finding finding;
    finding.place = mine.place;
    const double share = std::max(1.0, 100.0 * part(shared, a.trigrams.size()));
    if (shared == both) finding.wording = "equal";
    finding.values = {{"share", NumberValue{share, 0}}, {"path", other.document.path()}};
    finding.related.push_back({{}, "other", {{"path", other.document.path()}}, true});
    return finding;
  }

 private:
  [[nodiscard]] Text read(const Document& document, const LineCounts& lines, bool with_marks) const {
    Text text;
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      const auto words = document.words(block);
      if (!definition_.looks_at(block.role) || words.empty()) continue;
      const std::uint64_t key = line_key(block.text, words);
      if (key != 0 && lines.files(key) >= kFurniture) continue;
      if (text.first_block == Document::kRawBlock) text.first_block = i;
      text.words += words.size();
      for (std::size_t k = 0; k + 2 < words.size(); ++k) {
        text.trigrams.push_back(mixed(mixed(words[k].hash, words[k + 1].hash), words[k + 2].hash));
      }
      if (with_marks) read_marks(block, words, text);
    }
    make_set(text.trigrams);
    make_set(text.numbers);
    make_set(text.names);
    return text;
  }

  static void read_marks(const Block& block, std::span<const Word> words, Text& text) {
    bool was_capitalised = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string_view word = word_text(block, words[i]);
      if (std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; })) {
        text.numbers.push_back(words[i].hash);
      }
      const bool capitalised = is_capitalised(word);
      if (capitalised && was_capitalised && is_adjacent(block.text, words[i - 1].end, words[i].begin)) {
        text.names.push_back(mixed(words[i - 1].hash, words[i].hash));
      }
      was_capitalised = capitalised;
    }
  }

  // The least hash in each bin; an empty bin borrows from the next that is not.
  static std::array<std::uint64_t, kRows * kBands> minima_of(const Hashes& trigrams) {
    constexpr std::uint64_t kEmpty = std::numeric_limits<std::uint64_t>::max();
    std::array<std::uint64_t, kRows * kBands> minima{};
    minima.fill(kEmpty);
    for (const std::uint64_t hash : trigrams) {
      std::uint64_t& least = minima[(hash >> 32U) * minima.size() >> 32U];
      least = std::min(least, hash);
    }
    std::array<std::uint64_t, kRows* kBands> dense = minima;
    for (std::size_t i = 0; i < minima.size(); ++i) {
      std::size_t far = 0;
      while (far < minima.size() && minima[(i + far) % minima.size()] == kEmpty) ++far;
      if (far > 0) dense[i] = mixed(minima[(i + far) % minima.size()], far);
    }
    return dense;
  }

  static double part(std::size_t of, std::size_t all) {
    return all == 0 ? 0 : static_cast<double>(of) / static_cast<double>(all);
  }

  static bool share_marks(const Hashes& a, const Hashes& b) {
    const std::size_t smaller = std::min(a.size(), b.size());
    return smaller < kLeastMarks || part(count_shared(a, b), smaller) >= kLeastSharedMarks;
  }

  // A note has few of either: the thing stolen, its owner.
  static bool share_no_mark(const Text& a, const Text& b) {
    constexpr std::size_t kLeast = 2;
    if (std::min(a.numbers.size() + a.names.size(), b.numbers.size() + b.names.size()) < kLeast) return false;
    return count_shared(a.numbers, b.numbers) + count_shared(a.names, b.names) == 0;
  }

  // "news.md" and "news.html" are one article in two formats.
  static std::string_view without_suffix(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    const std::size_t dot = path.rfind('.');
    const bool has = dot != path.npos && (slash == path.npos || dot > slash + 1);
    return has ? path.substr(0, dot) : path;
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<DuplicateArticle>(definition);
}

}  // namespace

namespace kinds {
extern const Kind duplicate_article;
const Kind duplicate_article{.name = "duplicate-article",
                             .doc = "an article that another file of the run holds too, or nearly so",
                             .keys = {},
                             .section_keys = {},
                             .make = make,
                             .needs_bad_example = false,
                             .across_files = true};
}  // namespace kinds
}  // namespace stet

// Kind `denial-conflict`: a short sentence that denies, word for word, what another one of the article says.
#include <algorithm>
#include <array>
#include <bitset>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/byte_set.h"
#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/word_list_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"negation", KeyType::kPhrases, "deny what the sentence says: \"nicht\""},
    {"unless", KeyType::kPhrases, "silence both sentences: another time, a condition, somebody's words", true},
    {"concord", KeyType::kStrings, "of `negation`: words that deny no more where another one denies: \"nunca\""},
    {"plain", KeyType::kStrings, "words that one sentence may have and the other not: articles, particles"},
});
enum List : std::uint8_t { kNegation, kUnless };

constexpr std::size_t kFewestWords = 3;   // that say something, of the sentence that denies
constexpr std::size_t kMostWords = 14;    // of a sentence: longer ones say more than one thing
constexpr std::size_t kMostExtra = 1;     // words that the other sentence may have besides
constexpr std::size_t kLongWord = 5;      // bytes of a word that is looked for
constexpr std::size_t kMostPlaces = 200;  // where such a word is looked at
constexpr std::size_t kMostDenials = 2000;

struct Sentence {
  std::uint32_t block = 0;
  TextSpan span;
  std::vector<std::uint32_t> words;  // hashes, sorted
  Language language;
};

class DenialConflict final : public Check {
 public:
  explicit DenialConflict(const Definition& definition)
      : definition_(definition),
        plain_(definition, "plain", hashes_of_list),
        concord_(definition, "concord", forms_of) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::vector<Sentence> denials = find_denials(document, facts);
    if (denials.empty()) return;
    // Each is looked for by its longest word.
    std::unordered_multimap<std::uint32_t, std::size_t> by_word;
    std::bitset<1024> may_be_word;  // by ten bits of the hash
    for (std::size_t i = 0; i < denials.size(); ++i) {
      const std::uint32_t word = longest_word(document, denials[i]);
      by_word.emplace(word, i);
      may_be_word.set(word % may_be_word.size());
    }
    std::unordered_map<std::uint32_t, std::size_t> places;
    std::set<std::size_t> reported;
    for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
      const Block& block = document.block(b);
      if (!definition_.looks_at(block.role) || !plain_.contains(block.language) || plain_.at(block.language).empty())
        continue;
      for (const Word& word : document.words(block)) {
        if (!may_be_word[word.hash % may_be_word.size()]) continue;
        const auto [begin, end] = by_word.equal_range(word.hash);
        if (begin == end || ++places[word.hash] > kMostPlaces) continue;
        const TextSpan span = facts.sentences().at(b, word.begin);
        for (auto it = begin; it != end; ++it) {
          const Sentence& denial = denials[it->second];
          if (reported.contains(it->second) || (denial.block == b && denial.span == span)) continue;
          if (!affirms(document, facts, {b, span, {}, block.language}, denial)) continue;
          reported.insert(it->second);
          report(denial, {b, span}, sink);
        }
      }
    }
  }

 private:
  std::vector<Sentence> find_denials(const Document& document, const Facts& facts) const {
    std::vector<Sentence> denials;
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      const Block& block = document.block(hit.block);
      if (hit.key != kNegation || !definition_.looks_at(block.role) || denials.size() == kMostDenials) continue;
      Sentence sentence{hit.block, facts.sentences().at(hit.block, hit.span.begin), {}, block.language};
      const auto hits = facts.matches().in(definition_.slot, hit.block, sentence.span);
      if (!is_one_negation(block, hits, hit) || !is_plain_statement(block.text, sentence.span)) continue;
      const auto words = words_in(document.words(block), sentence.span);
      if (words.size() > kMostWords) continue;
      for (const Word& word : words) {
        const auto negates = [&](const Hit& negation) {
          return word.begin >= negation.span.begin && word.end <= negation.span.end;
        };
        if (std::ranges::none_of(hits, negates) && counts(block, word)) sentence.words.push_back(word.hash);
      }
      std::ranges::sort(sentence.words);
      if (sentence.words.size() >= kFewestWords) denials.push_back(std::move(sentence));
    }
    return denials;
  }

  // "No llevaba ningún arma" denies once.
  bool is_one_negation(const Block& block, std::span<const Hit> hits, const Hit& own) const {
    if (hits.size() == 1) return true;
    const FormList& concord = concord_.at(block.language);
    return std::ranges::all_of(hits, [&](const Hit& hit) {
      if (hit.key != kNegation) return false;
      const std::string form = context_form(block.text.substr(hit.span.begin, hit.span.size()));
      return hit.span == own.span || is_in(concord, form);
    });
  }

  bool counts(const Block& block, const Word& word) const { return !plain_.at(block.language).contains(word.hash); }

  // No question, no quotation, no clause of its own behind a mark.
  static bool is_plain_statement(std::string_view text, TextSpan span) {
    const std::string_view sentence = text.substr(span.begin, span.size());
    if (!sentence.ends_with('.') && !sentence.ends_with('!')) return false;
    constexpr ByteSet kMarks(",;:?\"()");
    constexpr ByteSet kBeyondAscii("\xC2\xE2");
    if (kMarks.find_in(sentence) < sentence.size()) return false;
    if (kBeyondAscii.find_in(sentence) == sentence.size()) return true;
    for (const std::string_view mark : {"“", "„", "”", "«", "»", "‘", "‚", "–", "—", "…"}) {
      if (sentence.find(mark) != std::string_view::npos) return false;
    }
    return true;
  }

  static std::uint32_t longest_word(const Document& document, const Sentence& sentence) {
    const Block& block = document.block(sentence.block);
    const Word* longest = nullptr;
    for (const Word& word : words_in(document.words(block), sentence.span)) {
      if (!std::ranges::binary_search(sentence.words, word.hash) || word.end - word.begin < kLongWord) continue;
      if (longest == nullptr || word.end - word.begin > longest->end - longest->begin) longest = &word;
    }
    return longest == nullptr ? 0 : longest->hash;
  }

  // Whether the sentence says all that the denial denies, and little more.
  bool affirms(const Document& document, const Facts& facts, const Sentence& sentence, const Sentence& denial) const {
    if (sentence.language != denial.language) return false;
    const Block& block = document.block(sentence.block);
    if (!facts.matches().in(definition_.slot, sentence.block, sentence.span).empty()) return false;
    if (!is_plain_statement(block.text, sentence.span)) return false;
    const auto words = words_in(document.words(block), sentence.span);
    if (words.size() > kMostWords + kMostExtra) return false;
    const auto numbers = facts.quantities(sentence.block, sentence.span);
    std::vector<std::uint32_t> own;
    std::size_t extra = 0;
    for (const Word& word : words) {
      if (!counts(block, word)) continue;
      own.push_back(word.hash);
      if (std::ranges::binary_search(denial.words, word.hash)) continue;
      const bool number = std::ranges::any_of(numbers, [&](const Quantity& q) {
        return word.begin >= q.hedge_begin && word.end <= std::max(q.span.end, q.noun.end);
      });
      if (number) continue;
      // Another name is another thing.
      if (is_capitalised(word_text(block, word)) && word.begin != sentence.span.begin) return false;
      if (++extra > kMostExtra) return false;
    }
    std::ranges::sort(own);
    return std::ranges::includes(own, denial.words);
  }

  static void report(const Sentence& denial, TextPlace affirmed, Sink& sink) {
    const TextPlace denied{denial.block, denial.span};
    const bool denied_first =
        std::pair(denied.block, denied.span.begin) < std::pair(affirmed.block, affirmed.span.begin);
    Finding finding;
    finding.place = denied_first ? affirmed : denied;
    if (denied_first) finding.wording = "affirmed";
    finding.related.push_back({denied_first ? denied : affirmed, denied_first ? "denied" : "said", {}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  ByList<std::unordered_set<std::uint32_t>> plain_;
  FormLists concord_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<DenialConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind denial_conflict;
const Kind denial_conflict{
    "denial-conflict", "a sentence that denies what another one says in the same words", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

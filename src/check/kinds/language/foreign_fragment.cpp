// Kind `foreign-fragment`: a stretch of another language that was left in an article.
#include <algorithm>
#include <array>
#include <string>

#include "check/check.h"
#include "check/kinds/language/polyglot_support.h"
#include "check/kinds/language/set_apart_support.h"
#include "text/foreign_stretches.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"menu", KeyType::kLines, "what stands on web pages as a line of its own, in this language"},
    {"introduces", KeyType::kPhrases, "stands before words that are foreign on purpose: \"in English:\", \"the song\""},
    {"works", KeyType::kPhrases, "speaks of songs, films, books: a title may stand in the sentence"},
    {"unless", KeyType::kPhrases, "silences a finding in whose line or sentence it stands: marks of a reference"},
    {"references", KeyType::kLines, "a heading under which titles in any language may stand"},
    {"loans", KeyType::kPhrases, "phrases that are at home in many languages"},
    {"houses", KeyType::kPhrases,
     "houses that have names: a heading before a paragraph that begins with one may be its name"},
});
enum List : std::uint8_t { kMenu, kIntroduces, kWorks, kUnless, kReferences, kLoans, kHouses };

constexpr std::size_t kMostEvidence = 5;
constexpr std::ptrdiff_t kLeastBesideLoans = 3;
constexpr std::uint32_t kLongestTitle = 7;     // words
constexpr std::uint32_t kLongestName = 5;      // of a house
constexpr std::uint32_t kLeastOfSentence = 8;  // words of a sentence that is more than the loan in it
constexpr double kSure = 9;                    // ln of the odds

std::string lower(std::string_view word) {
  std::string out;
  for (std::size_t pos = 0; pos < word.size();) {
    const CodePoint c = decode_at(word, pos);
    pos += c.length;
    append_utf8(out, lower_case(c.value));
  }
  return out;
}

std::string listed(std::string_view text, const std::vector<TextSpan>& evidence) {
  std::vector<std::string> words;
  for (const TextSpan span : evidence) {
    std::string word = lower(text.substr(span.begin, span.size()));
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
    if (words.size() == kMostEvidence) break;
  }
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

class ForeignFragment final : public Check {
 public:
  explicit ForeignFragment(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto hits = facts.matches().of(definition_.slot);
    auto hit = hits.begin();
    unsigned references = 0;  // level of the heading over references, plus one
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      const auto first = hit;
      while (hit != hits.end() && hit->block == i) ++hit;
      const std::span<const Hit> here(first, hit);
      const bool heading = block.role == Role::kHeading || block.role == Role::kTitle;
      if (heading && references > block.level) references = 0;
      if (std::any_of(here.begin(), here.end(), [](const Hit& h) { return h.key == kReferences; })) {
        references = (heading ? block.level : 6U) + 1U;
      }
      if (!definition_.looks_at(block.role) || block.word_count == 0) continue;
      const std::vector<TextSpan> reported = menu(document, facts, i, here, sink);
      if (references > 0) continue;
      const bool named = heading && is_before_house(i, {hit, hits.end()});
      stretches(document, i, here, reported, named, sink);
    }
  }

 private:
  // "Chez Marcel" above "The pub next door …": the hits are those behind the heading.
  static bool is_before_house(std::uint32_t heading, std::span<const Hit> hits) {
    constexpr std::uint32_t kBegin = 60;  // bytes
    for (const Hit& hit : hits) {
      if (hit.block > heading + 1) return false;
      if (hit.key == kHouses && hit.span.begin < kBegin) return true;
    }
    return false;
  }

  static std::vector<TextSpan> menu(const Document& document, const Facts& facts, std::uint32_t number,
                                    std::span<const Hit> hits, Sink& sink) {
    std::vector<TextSpan> reported;
    const Language home = document.block(number).language;
    for (const Hit& hit : hits) {
      if (hit.key != kMenu || document.is_set_aside(number, hit.span)) continue;
      const Language language = facts.knowledge().matcher.language(hit);
      const bool at_home = std::any_of(hits.begin(), hits.end(), [&](const Hit& other) {
        return other.key == kMenu && other.span.overlaps(hit.span) && facts.knowledge().matcher.language(other) == home;
      });
      const bool seen =
          std::any_of(reported.begin(), reported.end(), [&](TextSpan span) { return span.overlaps(hit.span); });
      if (!home.known() || at_home || seen) continue;
      reported.push_back(hit.span);
      const std::string_view text = document.block(number).text;
      report({number, hit.span}, language, home, lower(text.substr(hit.span.begin, hit.span.size())), true, sink);
    }
    return reported;
  }

  void stretches(const Document& document, std::uint32_t number, std::span<const Hit> hits,
                 const std::vector<TextSpan>& reported, bool named, Sink& sink) const {
    const Block& block = document.block(number);
    const auto found = foreign_stretches(block.text, document.words(block), block.language);
    if (found.empty()) return;
    const SetApart apart(document, number);
    for (const ForeignStretch& stretch : found) {
      const bool seen =
          std::any_of(reported.begin(), reported.end(), [&](TextSpan span) { return span.overlaps(stretch.span); });
      if (seen || (named && stretch.words <= kLongestName) || excused(block.text, stretch, hits)) continue;
      if (apart.holds(stretch.span, stretch.evidence, stretch.fills) &&
          !(is_left_in_speech(stretch) &&
            apart.is_part_of_speech(stretch, found, document.words(block), block.language))) {
        continue;
      }
      if (is_in_polyglot_list(document, number, stretch.span)) continue;
      report({number, stretch.span}, stretch.language, block.language, listed(block.text, stretch.evidence),
             stretch.weight >= kSure && stretch.words > 2, sink);
    }
  }

  // Who speaks may well say a sentence in English, and a few words of anything.
  static bool is_left_in_speech(const ForeignStretch& stretch) {
    constexpr std::uint32_t kLeastInside = 12;  // words
    const std::uint32_t least = stretch.language == Language("en") ? 7 : 4;
    if (stretch.fills == ForeignStretch::Fills::kNothing) return stretch.words >= kLeastInside;
    return stretch.fills == ForeignStretch::Fills::kSentence && stretch.words >= least;
  }

  // Right before it, or as its first words, which are of both languages: "slogan Just do it".
  static bool introduces(std::string_view text, TextSpan hit, TextSpan stretch) {
    if (hit.begin == stretch.begin) return hit.end < stretch.end;
    return hit.end <= stretch.begin && joins(text.substr(hit.end, stretch.begin - hit.end));
  }

  static bool may_be_title(std::string_view text, const ForeignStretch& stretch) {
    return stretch.words <= kLongestTitle && stretch.fills == ForeignStretch::Fills::kNothing &&
           is_upper(decode_at(text, stretch.span.begin).value);
  }

  static bool excused(std::string_view text, const ForeignStretch& stretch, std::span<const Hit> hits) {
    for (const Hit& hit : hits) {
      if (hit.key == kIntroduces && introduces(text, hit.span, stretch.span)) return true;
      if (hit.key == kWorks && is_attributed(text, stretch.span) && same_sentence(text, hit.span, stretch.span)) {
        return true;
      }
      if (hit.key == kWorks && may_be_title(text, stretch) && same_sentence(text, hit.span, stretch.span)) return true;
      if (hit.key == kLoans && hit.span.overlaps(stretch.span) && 2 * hit.span.size() >= stretch.span.size())
        return true;
      if (hit.key == kUnless && same_entry(text, hit.span, stretch.span)) return true;
    }
    // What is left when the phrases at home everywhere are taken out.
    const auto is_loan = [&](TextSpan word) {
      return std::any_of(hits.begin(), hits.end(),
                         [&](const Hit& hit) { return hit.key == kLoans && hit.span.contains(word); });
    };
    const auto loans = std::count_if(stretch.evidence.begin(), stretch.evidence.end(), is_loan);
    const auto others = static_cast<std::ptrdiff_t>(stretch.evidence.size()) - loans;
    const bool sentence = stretch.fills == ForeignStretch::Fills::kSentence && stretch.words >= kLeastOfSentence;
    if (loans > 0 && others < (sentence ? 1 : kLeastBesideLoans)) return true;
    return is_listed_work(text, stretch.span);
  }

  static void report(TextPlace place, Language language, Language home, std::string words, bool sure, Sink& sink) {
    Finding finding;
    finding.place = place;
    if (words.empty()) finding.wording = "letters";
    finding.values = {{"found", language}, {"language", home}, {"words", std::move(words)}};
    if (!sure) finding.severity = Severity::kInfo;
    sink.report(std::move(finding));
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<ForeignFragment>(definition);
}

}  // namespace

namespace kinds {
extern const Kind foreign_fragment;
const Kind foreign_fragment{
    "foreign-fragment", "a stretch of another language that was left in an article", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

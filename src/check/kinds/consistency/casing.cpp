// Kind `casing`: capitals where none belong, and none where they do.
#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "check/check.h"
#include "check/kinds/consistency/half_names_support.h"
#include "check/kinds/consistency/letter_case_support.h"
#include "check/kinds/consistency/needless_capital_support.h"
#include "check/kinds/word_support.h"
#include "facts/places.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"adjectives", KeyType::kStrings, "with what adjectives end that are written small before a noun"},
    {"right", KeyType::kStrings, "with what words of capitals may end: \"iNNEN\""},
    kHalfNameKeys[0],
    kHalfNameKeys[1],
    kHalfNameKeys[2],
    kHalfNameKeys[3],
    kNeedlessCapitalKeys[0],
    kNeedlessCapitalKeys[1],
    kNeedlessCapitalKeys[2],
    kNeedlessCapitalKeys[3],
    kNeedlessCapitalKeys[4],
    kNeedlessCapitalKeys[5],
    kNeedlessCapitalKeys[6],
    kNeedlessCapitalKeys[7],
    kNeedlessCapitalKeys[8],
    kNeedlessCapitalKeys[9],
    kNeedlessCapitalKeys[10],
    kNeedlessCapitalKeys[11],
    kNeedlessCapitalKeys[12],
    kNeedlessCapitalKeys[13],
    kNeedlessCapitalKeys[14],
});

constexpr std::size_t kLeastWord = 3;  // bytes of a word that shows that a line is written in capitals; one so short
                                       // is compared with how it is written elsewhere
// Of an adjective whose capital is told from the small letter elsewhere.
constexpr std::size_t kLeastAdjective = 6;
constexpr std::size_t kMostCandidates = 200;
constexpr std::size_t kLongName = 6;  // bytes of a name that is no abbreviation with an ending

// A word that is right if it is so elsewhere too.
struct Candidate {
  std::uint32_t block = 0;
  std::uint32_t word = 0;
  std::uint32_t next = 0;  // hash of the noun behind an adjective; 0: the word by itself
};

class Casing final : public Check {
 public:
  explicit Casing(const Definition& definition)
      : definition_(definition), half_names_(definition_), needless_(definition) {
    for (const auto& [language, section] : definition.sections) {
      if (const auto* list = definition.option<std::vector<std::string>>(language, "adjectives")) {
        adjectives_[language] = *list;
      }
      if (const auto* list = definition.option<std::vector<std::string>>(language, "right")) {
        right_[language] = *list;
      }
    }
  }

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    std::vector<Candidate> candidates;
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      if (!definition_.looks_at(block.role)) continue;
      const auto words = document.words(block);
      const auto adjectives = adjectives_.find(block.language);
      for (std::uint32_t i = 0; i < words.size(); ++i) {
        const std::string_view text = word_text(block, words[i]);
        if (needless_.is_needless(block, words, i)) report_needless(document, {b, i}, sink);
        if (text.size() >= 2 && text.size() <= kLeastWord && is_article_in_capitals(block, words, i)) {
          report_two(document, {b, i}, sink);
          continue;
        }
        if (text.size() < kLeastWord || !may_be_wrong(text) || is_tag(block.text, words[i].begin)) continue;
        const LetterCase shape = letter_case(text);
        if (shape == LetterCase::kSmallWithin ||
            (shape == LetterCase::kSmallInLine && is_line_of_capitals(block, words, i)))
          report_small(document, {b, i}, sink);
        if (shape == LetterCase::kTwoCapitals || shape == LetterCase::kCapitalWithin) candidates.push_back({b, i});
        if (shape != LetterCase::kRight || adjectives == adjectives_.end()) continue;
        if (is_adjective(block, words, i, adjectives->second)) candidates.push_back({b, i, words[i + 1].hash});
      }
    }
    if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
    std::vector<TextPlace> reported;
    if (!candidates.empty()) {
      report_broken(document, candidates, sink);
      look_elsewhere(document, candidates, reported, sink);
    }
    for (const HalfName& half : find_half_names(document, definition_, half_names_)) {
      const auto is_known = [&](const TextPlace& place) {
        return place.block == half.other.block && place.span.begin == half.other.span.begin;
      };
      if (std::ranges::none_of(reported, is_known)) report_half(document, half, sink);
    }
  }

 private:
  static void report_needless(const Document& document, const Candidate& candidate, Sink& sink) {
    const Block& block = document.block(candidate.block);
    const Word& word = document.words(block)[candidate.word];
    if (document.is_set_aside(candidate.block, {word.begin, word.end})) return;
    const std::string written(word_text(block, word));
    std::string right;
    append_utf8(right, lower_case(decode_at(written, 0).value));
    right += written.substr(decode_at(written, 0).length);
    Finding finding;
    finding.place = {candidate.block, {word.begin, word.end}};
    finding.wording = "needless";
    finding.severity = Severity::kInfo;
    finding.values = {{"written", written}, {"right", right}};
    finding.fixes.push_back({"write", {{"right", right}}, false, {{finding.place, right}}});
    sink.report(std::move(finding));
  }

  // "LE conseil a voté", "LEs élus": an article that begins a sentence, and what follows is small.
  bool is_article_in_capitals(const Block& block, std::span<const Word> words, std::uint32_t i) const {
    const std::string_view text = word_text(block, words[i]);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!is_capital(text[0]) || !is_capital(text[1]) || i + 1 == words.size()) return false;
    if (std::any_of(text.begin() + 2, text.end(), is_capital)) return false;
    if (block.role != Role::kParagraph || !opens_clause(block.text, words[i].begin)) return false;
    if (!is_adjacent(block.text, words[i].end, words[i + 1].begin) || !begins_lower(word_text(block, words[i + 1])))
      return false;
    const auto* articles = definition_.option<std::vector<std::string>>(block.language, kHalfNameKeys[0].name);
    return articles != nullptr && std::ranges::any_of(*articles, [&](const std::string& article) {
             return hash_word(article) == words[i].hash;
           });
  }

  static bool is_tag(std::string_view text, std::uint32_t begin) {
    return begin > 0 && (text[begin - 1] == '#' || text[begin - 1] == '@');
  }

  // All words but this one.
  static bool is_line_of_capitals(const Block& block, std::span<const Word> words, std::uint32_t but) {
    bool shown = false;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      const std::string_view text = word_text(block, words[i]);
      const LetterCase shape = letter_case(text);
      shown = shown || (i != but && shape == LetterCase::kSmallWithin);
      if (i == but || shape == LetterCase::kSmallInLine || shape == LetterCase::kSmallWithin) continue;
      if (std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; })) return false;
      shown = shown || (text.size() >= kLeastWord && is_upper(decode_at(text, 0).value));
    }
    return shown;
  }

  // A capital behind the first letter, a capital first that may be an adjective's, or a letter with a mark: most words
  // end here.
  static bool may_be_wrong(std::string_view word) {
    const auto first = static_cast<unsigned char>(word[0]);
    if ((first >= 'A' && first <= 'Z') || first >= 0xC3) return true;
    return std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // A capitalised adjective in mid-sentence, before a noun.
  static bool is_adjective(const Block& block, std::span<const Word> words, std::uint32_t i,
                           const std::vector<std::string>& endings) {
    if (i == 0 || i + 1 >= words.size() || words[i].end - words[i].begin < kLeastAdjective) return false;
    if (block.role == Role::kTitle || block.role == Role::kHeading) return false;
    const std::string_view text = word_text(block, words[i]);
    if (!is_capitalised(text)) return false;
    const auto is_ending = [&](const std::string& end) { return end.back() == text.back() && text.ends_with(end); };
    if (std::none_of(endings.begin(), endings.end(), is_ending)) {
      return false;
    }
    // Behind a capital in mid-sentence, it is a part of a name.
    const Word& before = words[i - 1];
    if (!begins_lower(word_text(block, before)) && !opens_clause(block.text, before.begin)) return false;
    return is_adjacent(block.text, before.end, words[i].begin) &&
           is_adjacent(block.text, words[i].end, words[i + 1].begin) && is_capitalised(word_text(block, words[i + 1]));
  }

  // Looks for the same word, or the same adjective and noun, in its usual writing.
  void look_elsewhere(const Document& document, const std::vector<Candidate>& candidates,
                      std::vector<TextPlace>& reported, Sink& sink) const {
    struct Usual {
      TextPlace place;
      std::uint32_t usual = 0;
      std::uint32_t unusual = 0;
    };
    const auto key = [](std::uint32_t word, std::uint32_t next) { return std::uint64_t{word} << 32U | next; };
    std::unordered_map<std::uint64_t, Usual> known;
    std::uint64_t filter = 0;
    const auto blocks = document.blocks();
    for (const Candidate& each : candidates) {
      const std::uint32_t hash = document.words(blocks[each.block])[each.word].hash;
      ++known[key(hash, each.next)].unusual;
      filter |= std::uint64_t{1} << (hash & 63U);
    }
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      if (!is_prose(blocks[b].role)) continue;
      const auto words = document.words(blocks[b]);
      for (std::uint32_t i = 0; i < words.size(); ++i) {
        if ((filter >> (words[i].hash & 63U) & 1U) == 0) continue;
        const std::string_view text = word_text(blocks[b], words[i]);
        const auto note = [&](std::uint32_t next, std::uint32_t end) {
          const auto found = known.find(key(words[i].hash, next));
          if (found == known.end()) return;
          if (found->second.usual++ == 0) found->second.place = {b, {words[i].begin, end}};
        };
        const bool is_small = begins_lower(text);
        if (is_small && i + 1 < words.size()) note(words[i + 1].hash, words[i + 1].end);
        if (!is_all_capitals(text) && letter_case(text) == LetterCase::kRight) note(0, words[i].end);
      }
    }
    for (const Candidate& each : candidates) {
      const Block& block = blocks[each.block];
      const auto words = document.words(block);
      const auto& [place, usual, unusual] = known.at(key(words[each.word].hash, each.next));
      if (usual == 0 && unusual == 1 && each.next == 0) {
        const Word& alone = words[each.word];
        const bool is_two = letter_case(word_text(block, alone)) == LetterCase::kTwoCapitals;
        if (is_two && (alone.end - alone.begin > kLeastWord || is_small_word(block, alone)))
          report_two(document, each, sink);
        if (!is_two) report_run(document, each, sink);
        continue;
      }
      // A name is written with its capital more often than not.
      if (usual == 0 || unusual > usual) continue;
      const Word& word = words[each.word];
      const std::string written(
          block.text.substr(word.begin, (each.next == 0 ? word : words[each.word + 1]).end - word.begin));
      const std::string other(document.block(place.block).text.substr(place.span.begin, place.span.size()));
      // "eBay" with the capital of a sentence's begin.
      const bool sentence_case = each.next == 0 && written.substr(1) == other.substr(1) && begins_lower(other);
      if (sentence_case && opens_clause(block.text, word.begin)) continue;
      Finding finding;
      finding.place = {each.block, {word.begin, each.next == 0 ? word.end : words[each.word + 1].end}};
      finding.wording = "elsewhere";
      finding.values = {{"written", written}, {"other", other}};
      finding.related.push_back({place, "here", {{"other", other}}});
      if (each.next != 0) finding.severity = Severity::kInfo;
      reported.push_back(finding.place);
      sink.report(std::move(finding));
    }
  }

  // "SchwEIz", "BelGIQUE", "FRAnce", which stand nowhere without: words of the language, or countries and towns.
  void report_broken(const Document& document, std::vector<Candidate>& candidates, Sink& sink) const {
    std::erase_if(candidates, [&](const Candidate& each) {
      const Block& block = document.block(each.block);
      const Word& word = document.words(block)[each.word];
      const std::string_view text = word_text(block, word);
      if (each.next != 0 || !(has_run_within(text) || begins_with_run(text)) || is_right(block, text)) return false;
      if (!is_known_word(document, block, word)) return false;
      if (document.is_set_aside(each.block, {word.begin, word.end})) return true;
      Finding finding;
      finding.place = {each.block, {word.begin, word.end}};
      finding.wording = "within";
      finding.values = {{"written", std::string(text)}};
      sink.report(std::move(finding));
      return true;
    });
  }

  // A word of the block's language, or a country or town.
  static bool is_known_word(const Document& document, const Block& block, const Word& word) {
    const auto home = table_number(block.language);
    return (home && (kinship(word.hash).own() >> *home & 1U) != 0) ||
           !find_places(block.text, document.words(block), {word.begin, word.end}).empty();
  }

  [[nodiscard]] bool is_right(const Block& block, std::string_view text) const {
    const auto endings = right_.find(block.language);
    return endings != right_.end() &&
           std::ranges::any_of(endings->second, [&](const auto& end) { return text.ends_with(end); });
  }

  // "ICh": so short a word may be an abbreviation, unless it is one that every text has.
  static bool is_small_word(const Block& block, const Word& word) {
    const auto home = table_number(block.language);
    return home && (kinship(word.hash).small >> *home & 1U) != 0;
  }

  // Two capitals at the begin of a word that the language knows, or that sounds like one: "EUropa", "BÜhne". Other
  // words begin with an abbreviation: "DJane", "MDax", "EBike".
  void report_two(const Document& document, const Candidate& candidate, Sink& sink) const {
    const Block& block = document.block(candidate.block);
    const Word& word = document.words(block)[candidate.word];
    const std::string_view text = word_text(block, word);
    const bool known = is_known_word(document, block, word) || begins_with_syllable(text);
    // A name, or a word of another language: "ALvarez", but not "IPhone", "EScooter".
    const bool strange = kinship(word.hash).own() != 0 ||
                         (text.size() >= kLongName && is_latin(text) && text[0] != 'E' && text[0] != 'I');
    if (!known && (!strange || is_right(block, text))) return;
    if (document.is_set_aside(candidate.block, {word.begin, word.end})) return;
    const std::uint32_t first = decode_at(text, 0).length;
    const CodePoint second = decode_at(text, first);
    std::string right(text.substr(0, first));
    append_utf8(right, lower_case(second.value));
    right += text.substr(first + second.length);
    Finding finding;
    finding.place = {candidate.block, {word.begin, word.end}};
    finding.wording = "two";
    if (!known) finding.severity = Severity::kInfo;
    finding.values = {{"written", std::string(text)}, {"right", right}};
    finding.fixes.push_back({"write", {{"right", right}}, false, {{finding.place, right}}});
    sink.report(std::move(finding));
  }

  // "KOEman", "HUNan", of which the article has no other writing; not "NGOen", "USAmerika".
  void report_run(const Document& document, const Candidate& candidate, Sink& sink) const {
    const Block& block = document.block(candidate.block);
    const Word& word = document.words(block)[candidate.word];
    const std::string_view text = word_text(block, word);
    constexpr std::size_t kMostCapitals = 3;
    std::size_t upper = 0;
    std::size_t pos = 0;
    for (; pos < text.size() && is_upper(decode_at(text, pos).value); ++upper) pos += decode_at(text, pos).length;
    const std::string_view rest = text.substr(pos);
    constexpr auto kEndings = std::to_array<std::string_view>({"ed", "en", "er", "es", "in", "is"});
    if (upper != kMostCapitals || rest.size() < 2 || std::ranges::find(kEndings, rest) != kEndings.end()) return;
    // Where nouns have capitals, abbreviations are joined with them: "CDUler", "USAmerikaner".
    if (!is_latin(text) || adjectives_.contains(block.language) || is_right(block, text)) return;
    if (!std::ranges::all_of(rest, [](char c) { return c < 'A' || c > 'Z'; })) return;
    if (document.is_set_aside(candidate.block, {word.begin, word.end})) return;
    Finding finding;
    finding.place = {candidate.block, {word.begin, word.end}};
    finding.wording = "within";
    finding.severity = Severity::kInfo;
    finding.values = {{"written", std::string(text)}};
    sink.report(std::move(finding));
  }

  static void report_half(const Document& document, const HalfName& half, Sink& sink) {
    const auto text_of = [&](const TextPlace& place) {
      return std::string(document.block(place.block).text.substr(place.span.begin, place.span.size()));
    };
    if (document.is_set_aside(half.written.block, half.written.span)) return;
    Finding finding;
    finding.place = half.written;
    finding.wording = "elsewhere";
    finding.values = {{"written", text_of(half.written)}, {"other", text_of(half.other)}};
    finding.related.push_back({half.other, "here", {{"other", text_of(half.other)}}});
    finding.severity = Severity::kInfo;
    sink.report(std::move(finding));
  }

  static bool begins_with_syllable(std::string_view word) {
    constexpr std::u32string_view kVowels = U"aeiou";
    const std::u32string letters = folded_letters(word.substr(0, 4));
    if (letters.size() < 2 || kVowels.find(letters[0]) != kVowels.npos) return false;
    const char32_t second = base_letter(letters[1]);
    // "CHambord"; other pairs of consonants are abbreviations, or names that begin with one.
    const bool digraph = letters[0] == 'c' && second == 'h' && letters.size() > 2 &&
                         kVowels.find(base_letter(letters[2])) != kVowels.npos;
    return kVowels.find(second) != kVowels.npos || second == 'r' || second == 'l' || digraph;
  }

  void report_small(const Document& document, const Candidate& candidate, Sink& sink) const {
    const Block& block = document.block(candidate.block);
    const Word& word = document.words(block)[candidate.word];
    if (document.is_set_aside(candidate.block, {word.begin, word.end})) return;
    const std::string_view text = word_text(block, word);
    if (is_right(block, text)) return;
    Finding finding;
    finding.place = {candidate.block, {word.begin, word.end}};
    const std::string right = in_capitals(text);
    finding.values = {{"written", std::string(text)}, {"right", right}};
    finding.fixes.push_back({"write", {{"right", right}}, true, {{finding.place, right}}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  HalfNameWords half_names_;
  std::map<Language, std::vector<std::string>> adjectives_;
  std::map<Language, std::vector<std::string>> right_;
  NeedlessCapitals needless_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<Casing>(definition);
}

}  // namespace

namespace kinds {
extern const Kind casing;
const Kind casing{"casing", "capitals and small letters mixed in a word or between two places", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

#include "text/language_id.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::size_t kVoteBytes = 4096;
constexpr std::size_t kDetectBytes = 16384;
constexpr std::size_t kLeastBytes = 12;
constexpr std::size_t kFewWords = 80;

std::string_view head(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (!is_boundary(text, bytes)) --bytes;
  return text.substr(0, bytes);
}

Language language_of(CLD2::Language found) {
  if (found == CLD2::UNKNOWN_LANGUAGE || found == CLD2::TG_UNKNOWN_LANGUAGE) return {};
  const std::string_view code = CLD2::LanguageCode(found);
  if (code == "iw") return Language("he");  // the codes of before 1989
  if (code == "no") return Language("nb");
  return Language(code);
}

// CLD2 says English where it does not know.
Language by_cld2(std::string_view text) {
  text = head(text, kDetectBytes);
  bool reliable = false;
  const auto found = CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
  return reliable ? language_of(found) : Language();
}

// What a word is worth to a language that lists it, and by its letters to others.
constexpr float kSmallWord = 4.0F;
constexpr float kCommonWord = 3.5F;
constexpr float kFormedWord = 2.5F;
constexpr float kBareWord = 1.0F;
constexpr float kByLetters = 0.6F;
constexpr float kMostByLetters = 2.0F;
constexpr float kNotWritten = -4.0F;
constexpr float kNameShare = 0.25F;  // of a capitalised word within a sentence
constexpr float kSecondOpinion = 2.5F;
constexpr float kRare = 2.0F;       // less for languages that few articles are written in
constexpr float kMostLost = -4.0F;  // by one word
constexpr float kMuchLostBySentence = -8.0F;
constexpr float kShareBeyond = 0.3F;

const Language kGerman("de");

bool is_rare(Language language) {
  static constexpr std::string_view kRareOnes[] = {"af", "lb", "gsw", "nds", "la", "gl", "ca"};
  return std::find(std::begin(kRareOnes), std::end(kRareOnes), language.code()) != std::end(kRareOnes);
}

float listed_worth(const WordKinship& kin, std::uint32_t bit) {
  if ((kin.small & bit) != 0) return kSmallWord;
  if ((kin.common & bit) != 0) return kCommonWord;
  if ((kin.forms & bit) != 0) return kFormedWord;
  return (kin.bare & bit) != 0 ? kBareWord : 0;
}

// The language of the words in letters that no language of the tables has, where they are most of the text. A character
// of Chinese is about half a word, and has three bytes.
Language by_script(std::string_view text, std::span<const Word> words) {
  std::string others;
  std::size_t bytes = 0;
  for (const Word& word : words) {
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    const char32_t first = decode_at(written, 0).value;
    const bool other = is_letter(first) && (first >= kAlphabetEnd || kAlphabets[first] == 0);
    if (other) {
      others.append(written).append(" ");
    } else {
      bytes += written.size();
    }
  }
  if (others.size() <= bytes) return {};
  const Language found = detect_short(others);
  const bool japanese = found == Language("ja");
  if (!japanese && found != Language("ko")) return found;
  // A name in brackets makes Chinese no Japanese, in which half of all is kana, and no Korean, which is all Hangul.
  std::size_t own = 0;
  for (std::size_t pos = 0; pos < others.size();) {
    const CodePoint c = decode_at(others, pos);
    pos += c.length;
    const bool of_it = japanese ? c.value >= 0x3040 && c.value < 0x3100 : c.value >= 0xAC00 && c.value < 0xD7B0;
    if (of_it) own += c.length;
  }
  return own * (japanese ? 5 : 2) < others.size() ? Language("zh") : found;
}

// "hÃ¶sten" has been misread, "iPhone" is a brand: a capital behind a small letter is of no language's words.
bool has_capital_inside(std::string_view word) {
  bool lower = false;
  for (std::size_t pos = 0; pos < word.size();) {
    const CodePoint c = decode_at(word, pos);
    pos += c.length;
    if (lower && is_upper(c.value)) return true;
    lower = is_lower(c.value);
  }
  return false;
}

// Whether a sentence or line ends between two places of a text.
bool has_end(std::string_view between) {
  return between.find_first_of(".!?\n") != std::string_view::npos && between.size() > 1;
}

// The language of a few words, each weighed for every language by the lists that it stands in, else by its letters;
// CLD2 gives a second opinion. A sentence hardly outweighs two others: it may have been left in another language.
Language by_words(std::string_view text, std::span<const Word> words) {
  LanguageScores sums{};
  LanguageScores sentence{};
  unsigned sentences = 0;
  const auto end_sentence = [&] {
    ++sentences;
    const float best = *std::max_element(sentence.begin(), sentence.begin() + kTableLanguages.size());
    for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
      const float lost = sentence[l] - best;
      sums[l] += std::max(lost, kMuchLostBySentence) + kShareBeyond * std::min(lost - kMuchLostBySentence, 0.0F);
    }
    sentence.fill(0);
  };
  std::array<std::size_t, kMostLanguages> listed{};
  std::uint32_t last = 0;
  for (const Word& word : words) {
    const bool begins = last == 0 || has_end(text.substr(last, word.begin - last));
    if (begins && last > 0) end_sentence();
    last = word.end;
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    if (has_capital_inside(written)) continue;
    const WordKinship& kin = kinship(word.hash);
    const LanguageScores letters = letter_scores(written);
    const std::uint32_t able = writers(written);
    const bool capital = !begins && is_upper(decode_at(written, 0).value);
    LanguageScores worth{};
    for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
      const std::uint32_t bit = 1U << l;
      const float guess =
          (able & bit) == 0 ? kNotWritten : std::clamp(letters[l] * kByLetters, -kMostByLetters, kMostByLetters);
      listed[l] += (kin.own() & bit) != 0;
      worth[l] = listed_worth(kin, bit) + ((kin.own() & bit) != 0 ? std::max(guess, 0.0F) : guess);
      // Names and titles; a German noun stays one.
      if (capital && !(kin.own() == bit && kTableLanguages[l] == kGerman)) worth[l] *= kNameShare;
    }
    // No single word may outweigh many: a sentence of the text may be in another language.
    const float best = *std::max_element(worth.begin(), worth.begin() + kTableLanguages.size());
    for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
      sentence[l] += std::max(worth[l] - best, kMostLost);
    }
  }
  end_sentence();
  const Language second = detect_short(text);
  for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
    if (kTableLanguages[l] == second) {
      if (sentences == 1) sums[l] += kSecondOpinion;  // a long sentence among others carries it along
    } else if (is_rare(kTableLanguages[l])) {
      sums[l] -= kRare;
    }
  }
  const auto end = sums.begin() + static_cast<std::ptrdiff_t>(kTableLanguages.size());
  const auto best = static_cast<std::size_t>(std::max_element(sums.begin(), end) - sums.begin());
  // A language that the tables lack has a word in common with some of them, hardly every other one.
  const bool known = listed[best] * 2 >= words.size();
  if (listed[best] == 0) return by_cld2(text);
  return known || !second.known() || table_number(second) ? kTableLanguages[best] : second;
}

// A capital within a sentence: of a title, "Let There Be Rock".
bool is_capital_within(std::string_view text, std::uint32_t begin) {
  if (begin < 2 || text[begin] < 'A' || text[begin] > 'Z' || text[begin - 1] != ' ') return false;
  const char before = text[begin - 2];
  return (before >= 'a' && before <= 'z') || before == ',';
}

}  // namespace

void LanguageVote::add(std::string_view text, std::span<const Word> words) {
  for (const Word& word : words) {
    if (++words_ > kEnough) return;
    const WordKinship& kin = kinship(word.hash);
    (kin.own() != 0 ? listed_bytes_ : other_bytes_) += word.end - word.begin;
    for (std::uint32_t known = kin.small | kin.common | kin.forms; known != 0; known &= known - 1) {
      ++known_[static_cast<std::size_t>(__builtin_ctz(known))];
    }
    std::uint32_t languages = kin.small;
    if (languages == 0 || is_capital_within(text, word.begin)) continue;
    // Words of many languages weigh less.
    const auto weight = 12U / std::min(static_cast<unsigned>(__builtin_popcount(languages)), 6U);
    for (; languages != 0; languages &= languages - 1) {
      const auto i = static_cast<std::size_t>(__builtin_ctz(languages));
      score_[i] += weight;
      ++found_[i];
    }
  }
}

Language LanguageVote::winner() const {
  const auto best = static_cast<std::size_t>(std::max_element(score_.begin(), score_.end()) - score_.begin());
  const std::size_t counted = std::min(words_, kEnough);
  if (found_[best] < 8 || found_[best] * 6 < counted || known_[best] * 3 < counted) return {};
  if (listed_bytes_ * 2 < other_bytes_) return {};
  for (std::size_t i = 0; i < score_.size(); ++i) {
    if (i == best || score_[best] * 2 >= score_[i] * 3) continue;
    // Dutch and Afrikaans have their small words in common, but not the others.
    if (score_[best] * 9 < score_[i] * 10 || known_[best] * 2 < known_[i] * 3) return {};
  }
  return kTableLanguages[best];
}

Language LanguageVote::leader_over(Language other) const {
  const auto best = static_cast<std::size_t>(std::max_element(known_.begin(), known_.end()) - known_.begin());
  const auto number = table_number(other);
  return number && known_[best] * 3 > known_[*number] * 4 ? kTableLanguages[best] : Language();
}

Language detect_language(std::string_view text) {
  if (text.size() < kLeastBytes) return {};
  std::vector<Word> words;
  cut_words(head(text, kVoteBytes), words);
  LanguageVote vote;
  vote.add(text, words);
  const Language voted = vote.winner();
  if (voted.known()) return voted;
  Language second = words.size() > kFewWords ? by_cld2(text) : by_script(text, words);
  // Spanish with an English sentence is no Galician.
  if (is_rare(second) && table_number(second)) {
    const Language leader = vote.leader_over(second);
    if (leader.known()) second = leader;
  }
  return second.known() ? second : by_words(text, std::span(words).first(std::min(words.size(), kFewWords)));
}

Language detect_short(std::string_view text) {
  text = head(text, kDetectBytes);
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found =
      CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, CLD2::kCLDFlagBestEffort,
                                     languages, percents, scores, nullptr, &bytes, &reliable);
  return language_of(found);
}

}  // namespace stet

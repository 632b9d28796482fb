#include "check/kinds/contradiction/brief_age_words_support.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/brief_age_people_support.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr double kOldest = 110;
constexpr double kLeastBirthday = 10;

}  // namespace

// "Thirty-four-year-old" words that hold their number: "la trentaquattrenne", "il 76enne".
// `hashes` has those of the listed words.
void add_worded_ages(const Document& document, std::uint32_t number, const RuleWords::Tries& lists,
                     std::span<const std::string> listed, const std::unordered_set<std::uint32_t>& hashes,
                     std::vector<BriefAge>& ages) {
  const Block& block = document.block(number);
  const PersonReader reader(document, number, lists);
  for (const Word& word : document.words(block)) {
    const std::string_view text = word_text(block, word);
    if (!hashes.contains(word.hash) && !(text.front() >= '0' && text.front() <= '9')) continue;
    for (const std::string& entry : listed) {
      const std::size_t mark = entry.find('=');
      const std::string_view age_word = std::string_view(entry).substr(0, mark);
      if (mark == std::string::npos || text.size() < age_word.size() || !text.ends_with(age_word.substr(1))) continue;
      double value = std::strtod(entry.c_str() + mark + 1, nullptr);
      // "76enne": the digits before the ending.
      if (value == 0) {
        const std::string_view digits = text.substr(0, text.size() - age_word.size());
        const bool plain = !digits.empty() && digits.size() <= 2 &&
                           std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
        if (!plain || !text.ends_with(age_word)) continue;
        value = std::strtod(std::string(digits).c_str(), nullptr);
      } else if (hash_word(age_word) != word.hash) {
        continue;
      }
      BriefAge age{number, {word.begin, word.end}, sentence_at(block.text, word.begin), value};
      // "80-89"
      if (const std::size_t to = entry.find('-', mark); to != std::string::npos)
        age.most = std::strtod(entry.c_str() + to + 1, nullptr);
      // "The driver, forty-one"; "l'autista quarantunenne"
      const auto person = reader.before(word.begin);
      const bool beside = person && is_adjacent(block.text, person->span.end, word.begin);
      const PersonReader::Article article = reader.article(beside ? person->span.begin : word.begin, kMostAdjectives);
      // "Für eine Siebzigerin ist sie schnell"
      const bool compared =
          static_cast<bool>(lists[kForOne].longest(block.text, skip_blanks_back(block.text, word.begin)));
      age.definite = (article.definite && !article.several) || compared;
      age.indefinite = article.indefinite && !compared;
      // "Die Mittfünfziger", where a woman is a "Mittfünfzigerin": several.
      const std::string feminine = std::string(age_word) + "in=";
      const auto is_feminine = [&](const std::string& each) { return each.starts_with(feminine); };
      if (brief_ages::sex_at(block.text, article.begin, lists) == brief_ages::Sex::kWoman &&
          std::ranges::any_of(listed, is_feminine)) {
        age.several = true;
        age.definite = age.indefinite = false;
      }
      age.bare = !beside;
      if (beside) age.person = person;
      // "La quattordicenne Pia Renzi"
      const auto words = document.words(block);
      for (const Word* next = &word + 1; next != words.data() + words.size(); ++next) {
        if (!is_adjacent(block.text, (next - 1)->end, next->begin) || !is_capitalised(word_text(block, *next))) break;
        age.names.insert(context_form(word_text(block, *next)));
        age.bare = false;
      }
      ages.push_back(std::move(age));
      break;
    }
  }
}

// "Her 60th birthday", "seinen 70. Geburtstag".
void add_birthdays(const Document& document, std::uint32_t number, const RuleWords::Tries& lists,
                   std::vector<BriefAge>& ages) {
  constexpr std::uint32_t kMostOfOrdinal = 4;  // bytes of ". "
  const Block& block = document.block(number);
  const auto words = document.words(block);
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const std::string_view text = word_text(block, words[i]);
    if (!is_digit(decode_at(text, 0).value) || words[i + 1].begin > words[i].end + kMostOfOrdinal) continue;
    const double value = std::strtod(std::string(text).c_str(), nullptr);
    if (value < kLeastBirthday || value > kOldest || !lists[kBirthday].longest(block.text, words[i + 1].begin))
      continue;
    if (!lists[kOwn].longest(block.text, skip_blanks_back(block.text, words[i].begin))) continue;
    // "Her husband celebrates his 70th birthday."
    const TextSpan sentence = sentence_at(block.text, words[i].begin);
    if (holds(lists[kRelatives], block.text, {sentence.begin, words[i].begin})) continue;
    BriefAge age{number, {words[i].begin, words[i + 1].end}, sentence, value};
    age.birthday = age.definite = age.bare = true;
    ages.push_back(std::move(age));
  }
}

// Decades are told by words for them ("sixties=60") and the part of it that stands before ("mid").
void add_phrased_ages(const Document& document, std::uint32_t number, const RuleWords::Tries& lists,
                      std::vector<BriefAge>& ages) {
  const Block& block = document.block(number);
  const PersonReader reader(document, number, lists);
  for (const Word& word : document.words(block)) {
    const auto decade = lists[kDecades].longest(block.text, word.begin);
    if (!decade) continue;
    const std::size_t front = skip_blanks_back(block.text, word.begin);
    const auto part = lists[kDecadeParts].longest(block.text, front);
    // "Dans la trentaine de communes"
    if (!part || words_at(lists[kBehindDecades], block.text, decade.position).found) continue;
    const TextSpan span{static_cast<std::uint32_t>(part.position), static_cast<std::uint32_t>(decade.position)};
    BriefAge age{number, span, sentence_at(block.text, span.begin), 20.0 + 10.0 * decade.payload};
    constexpr double kWhole = 9;  // years of a decade behind the first one
    age.most = age.age + kWhole;
    age.phrase = true;
    // "A pensioner in her seventies": nobody told of before.
    const auto person = reader.before(span.begin);
    const PersonReader::Article article = reader.article(person ? person->span.begin : span.begin, kMostAdjectives);
    age.indefinite = person && article.indefinite;
    const bool compared =
        person && lists[kForOne].longest(block.text, skip_blanks_back(block.text, person->span.begin)).found;
    age.definite = age.bare = !age.indefinite || compared;
    if (!age.definite) age.person = person;
    ages.push_back(std::move(age));
  }
}

}  // namespace stet

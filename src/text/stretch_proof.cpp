#include "text/stretch_proof.h"

#include <algorithm>
#include <set>
#include <string>

#include "text/language_id.h"
#include "text/stretch_shape.h"

namespace stet {
namespace {

using Fills = ForeignStretch::Fills;
using Run = UnitWords::Run;

constexpr std::size_t kLongestTitle = 4;  // words
constexpr std::size_t kLongTitle = 6;
constexpr std::size_t kLongestName = 8;
constexpr std::size_t kLeastBehindCapital = 5;  // words of a stretch whose first word may have a capital by that
// What a mark of the language inside a sentence is worth, and how much is needed there: letters alone may be of a dish
// or a name; small words of names of both.
constexpr std::size_t kByWord = 2;
constexpr std::size_t kByLetters = 1;
constexpr std::size_t kLeastInside = 2;
constexpr std::size_t kLeastOfNames = 3;
constexpr double kLeastOfLetters = 8.5;  // weight of a stretch with fewer
constexpr std::size_t kLeastLoose = 2;
// What a stretch with a capital at its begin must weigh, one of four words and a longer one; more right behind a name,
// where it may be a work's title. Beyond kMostOfName one small word will do, or so many others.
constexpr double kLeastOfTitle = 9.8;
constexpr double kFewSigns = 1.2;
constexpr double kLeastOfCapital = 9;
constexpr double kLeastOfClause = 8.2;
constexpr double kLeastOfLongClause = 6;
constexpr double kLeastOfLongName = 12;
constexpr double kMostOfName = 13;
constexpr double kMostBehindHead = 16;
constexpr std::size_t kLeastOfNouns = 5;
constexpr double kNameBefore = 4;
constexpr double kLeastOfPair = 8;
constexpr double kLeastOfClauses = 4;  // likewise, with a word of clauses
constexpr double kLeastOfWhole = 5;    // of a sentence that CLD2 takes for a third language
constexpr double kLeastOfList = 12;    // with commas, as dishes and firms are listed
constexpr double kLeastOfNamed = 7.0;  // of a line or sentence that is mostly names
constexpr double kLeastOfTold = 5.5;   // likewise, with a word of clauses
constexpr double kLeastOfToldSentence = 4.5;
constexpr double kSentenceOfNames = 1.5;  // how much less will do for a sentence, which names seldom are
constexpr double kLeastOfSpoken = 7.0;    // of English words in a row with a verb
constexpr double kLeastOfEnglish = 9.0;   // of English nouns in a row with a small word that is borrowed too

const Language kGerman("de");
const Language kEnglish("en");

// Whose names and titles have capitals but for their small words; others write "Centre national de la recherche".
bool writes_names_with_capitals(Language language) {
  return language == kGerman || language == kEnglish || language == Language("nl") || language == Language("pl") ||
         language == Language("tr");
}

// Dialects are said in articles of their country as they are, and Latin in those of law and science.
bool is_at_home_everywhere(Language language) {
  return language == Language("gsw") || language == Language("nds") || language == Language("la");
}

// A word of the text's own language that stands here as a name: "Cuba" of a Spanish list.
bool stands_for_name(const UnitWords& unit, std::size_t i) {
  return i > 0 && unit.is_upper(i) && kTableLanguages[unit.home()] != kGerman;
}

class Proof {
 public:
  Proof(const UnitWords& unit, Run run, std::size_t language, bool line)
      : unit_(unit), run_(run), language_(language), code_(kTableLanguages[language]) {
    const bool whole = run.begin == 0 && run.end == unit.size();
    stretch_.fills = !whole ? Fills::kNothing : line ? Fills::kLine : Fills::kSentence;
    stretch_.language = code_;
    stretch_.words = count_tokens();
    stretch_.span = {unit.at(run.begin).begin, unit.at(last_word()).end};
    stretch_.weight = run.sum;
    gather();
  }

  std::optional<ForeignStretch> result() && {
    if (is_at_home_everywhere(code_) || lower_ == 0 || is_no_prose()) return std::nullopt;
    if (stretch_.fills == Fills::kNothing && (!is_marked() || may_be_name())) return std::nullopt;
    if (!is_enough()) return std::nullopt;
    return std::move(stretch_);
  }

  std::optional<ForeignStretch> whole() && {
    if (is_at_home_everywhere(code_) || is_code(written()) || is_address(unit_, run_, language_)) return std::nullopt;
    for (std::size_t i = run_.begin; i < run_.end; ++i) {
      if (unit_.is_against(i, language_) && !unit_.is_letter(i) && !stands_for_name(unit_, i)) return std::nullopt;
    }
    const Language second = detect_short(written());
    // Words that are all at home in several languages are proof enough for a sentence that CLD2 knows too.
    if (proofs_ == 0) {
      const bool sentence = stretch_.fills == Fills::kSentence && second == code_ && lower_ > name_words_ + 1 &&
                            stretch_.weight >= kLeastOfWhole;
      return sentence ? std::optional(std::move(stretch_)) : std::nullopt;
    }
    if (agrees_with(second)) return std::move(stretch_);
    const bool enough =
        stretch_.fills == Fills::kSentence && stretch_.weight >= (clause_marks_ > 0 ? kLeastOfClauses : kLeastOfWhole);
    return enough && second != kTableLanguages[unit_.home()] ? std::optional(std::move(stretch_)) : std::nullopt;
  }

 private:
  // A year in brackets behind the last words stands for itself.
  [[nodiscard]] std::size_t last_word() const {
    const std::size_t last = run_.end - 1;
    const std::uint32_t before = unit_.at(last).begin;
    const bool bracketed = last > run_.begin && unit_.is_number(last) && unit_.text()[before - 1] == '(';
    return bracketed ? last - 1 : last;
  }

  // What white space parts: "l’état" and "by-pass" are one.
  [[nodiscard]] std::uint32_t count_tokens() const {
    std::uint32_t tokens = 1;
    for (std::size_t i = run_.begin; i + 1 < run_.end; ++i) {
      const std::uint32_t behind = unit_.at(i).end;
      const std::uint32_t gap = unit_.at(i + 1).begin - behind;
      tokens += gap > 1 || unit_.text()[behind] == ' ';
    }
    return tokens;
  }

  void gather() {
    std::set<std::uint32_t> different;
    std::set<std::uint32_t> of_names;  // small words of names
    for (std::size_t i = run_.begin; i < run_.end; ++i) {
      const bool upper = unit_.is_upper(i);
      lower_ += !upper && !unit_.is_letter(i) && !unit_.is_number(i);
      uppers_ += upper;
      numbers_ += unit_.is_number(i);
      name_words_ += !upper && !unit_.is_letter(i) && unit_.is_name_word(i, language_);
      const bool listed = unit_.kin(i).own() != 0;
      if (!upper && !unit_.is_at_home(i) && !unit_.is_letter(i)) {
        const bool borrowed = unit_.is_known_here(i) && unit_.is_small_of(i, language_);
        loose_ += borrowed;
        loose_spoken_ += borrowed && !unit_.is_name_word(i, language_);
        if (unit_.is_name_word(i, language_)) of_names.insert(unit_.at(i).hash);
      }
      if (unit_.is_at_home(i) || unit_.is_glued(i)) continue;
      clause_marks_ += (!upper || (i == run_.begin && stretch_.words >= kLeastBehindCapital)) && is_of_clauses(i);
      if (unit_.is_known_here(i) || unit_.is_letter(i)) continue;
      if (listed ? !unit_.is_of(i, language_) : !unit_.has_letters_of(i, language_)) continue;
      if (upper && i != 0 && code_ != kGerman) continue;
      lower_marks_ += !upper;
      if (!listed) marks_ += kByLetters;
      if (listed && !unit_.is_name_word(i, language_)) marks_ += kByWord;
      small_ = small_ || unit_.is_small_of(i, language_);
      if (!upper && listed && !unit_.is_name_word(i, language_)) {
        ++(unit_.is_small_of(i, language_) ? small_marks_ : content_marks_);
      }

      different.insert(unit_.at(i).hash);
      stretch_.evidence.push_back({unit_.at(i).begin, unit_.at(i).end});
    }
    proofs_ = different.size();
    const std::string_view all = written();
    commas_ = static_cast<std::size_t>(std::count(all.begin(), all.end(), ','));
    // One "alla" is of a dish; "im", "für" and "der" together are of a sentence.
    if (of_names.size() >= kLeastOfNames && (code_ == kGerman || clause_marks_ > 0 || content_marks_ > 0)) {
      marks_ += kByWord;
    }
    small_ = small_ || loose_ >= kLeastLoose;
  }

  // A finite verb, or a small word that names do not hold: those of clauses, which names, titles and dishes hardly
  // have.
  [[nodiscard]] bool is_of_clauses(std::size_t i) const {
    if (unit_.is_letter(i)) return unit_.is_verb(i, language_) && unit_.word(i).size() > 1;  // "è", not "a"
    return unit_.is_verb(i, language_) ||
           (unit_.is_small_of(i, language_) && !unit_.is_name_word(i, language_) && !unit_.is_known_here(i));
  }

  // What stands there and tells nothing: code, an address, a list of words, a title.
  [[nodiscard]] bool is_no_prose() const {
    if (is_code(written()) || is_address(unit_, run_, language_)) return true;
    if (stretch_.fills == Fills::kLine) return false;
    const bool list =
        commas_ >= 2 && (stretch_.words <= commas_ + 1 || (stretch_.words <= 2 * commas_ && small_marks_ + loose_ < 2));
    return list || is_there_and_back(unit_, run_) || is_listed_title(unit_, run_, language_, stretch_);
  }

  [[nodiscard]] std::string_view written() const {
    return unit_.text().substr(stretch_.span.begin, stretch_.span.size());
  }

  // Whether enough of it is of the language beyond doubt to stand inside a sentence of the text's own.
  [[nodiscard]] bool is_marked() const {
    if (code_ != kGerman && lower_marks_ == 0) return false;
    // Dishes, wines, firms: "bouillabaisse, coq au vin, crème de la crème".
    const bool told =
        small_marks_ >= 2 || (proofs_ >= 3 && small_marks_ + content_marks_ >= 2 && stretch_.weight >= kLeastOfList);
    if (commas_ >= 2 && stretch_.words < 4 * commas_ && !told) return false;
    if (marks_ >= kLeastInside) return true;
    if (stretch_.weight < kLeastOfLetters) return false;
    return marks_ > 0 ? lower_ >= 3 : small_ && (lower_ >= 4 || (lower_ == 3 && proofs_ >= 2));
  }

  // "Centre national de la recherche scientifique", "Das Leben der Anderen": a capital within the sentence at its
  // begin or before it, and too few words that names do not hold; or all of it capitals but such words.
  [[nodiscard]] bool may_be_name() const {
    bool capitals = unit_.is_upper(run_.begin);
    for (std::size_t i = run_.begin; i < run_.end; ++i) {
      capitals = capitals && (unit_.is_upper(i) || unit_.is_name_word(i, language_) || unit_.is_letter(i));
    }
    if (capitals) return true;
    if (clause_marks_ == 0 && has_slash(unit_, run_)) return true;
    const std::size_t signs = clause_marks_ + (writes_names_with_capitals(code_) ? content_marks_ : 0);
    if (!unit_.is_upper(run_.begin)) return signs == 0 && stretch_.weight < kMostBehindHead && has_head();
    const std::uint32_t words = stretch_.words;
    if (run_.begin == 0) {
      const bool most_of_sentence = (run_.end - run_.begin) * 4 >= unit_.size() * 3;
      if (most_of_sentence && words > 2 && clause_marks_ > 0 && stretch_.weight >= kLeastOfClause) return false;
      const std::size_t most = has_second_capital() ? kLongestTitle + 2 : kLongestTitle;
      return words <= most && !(words >= 3 && clause_marks_ >= 2);
    }
    const double weight = stretch_.weight - (stands_behind_name() ? kNameBefore : 0);
    // Titles have no clauses: "El sábado pasado, sobre", and hardly a mark at every word.
    if (commas_ == 1 && uppers_ == 1 && clause_marks_ > 0 && words >= 3 && weight >= kLeastOfClause) return false;
    if (clause_marks_ > 0 && words >= kLongestTitle &&
        weight >= (words >= kLongTitle ? kLeastOfLongClause : kLeastOfClause)) {
      return false;
    }
    const std::size_t marks = small_marks_ + content_marks_;
    if (words > kLongTitle && marks >= 3 && small_marks_ + loose_spoken_ > 0 && weight > kMostOfName) return false;
    if (words > kLongestName && commas_ < 2 && uppers_ * 4 <= words && weight >= kLeastOfLongName) return false;
    // German nouns begin with a capital anyway; its names hold no small words but those of names.
    if (code_ == kGerman && small_marks_ > 0 && weight >= (words < 5 ? kLeastOfList : kLeastOfTitle)) return false;
    if (words < kLongestTitle) return true;
    if (signs > 0 && marks + 1 >= words && weight >= kLeastOfClause) return false;
    if (words == kLongestTitle) return weight < (signs < 2 ? kLeastOfTitle + kFewSigns : kLeastOfTitle) || signs == 0;
    if (weight >= kMostOfName) return signs == 0 && content_marks_ < kLeastOfNouns;
    return signs < 2 || weight < kLeastOfCapital;
  }

  // "Almodóvar’s Todo sobre mi madre": a title may begin behind the sentence's first word.
  [[nodiscard]] bool has_second_capital() const {
    if (code_ == kGerman) return false;
    for (std::size_t i = run_.begin + 1; i < run_.end && i < run_.begin + 3; ++i) {
      if (unit_.is_upper(i)) return true;
    }
    return false;
  }

  // A capitalised word that no list of the text's own language has, and nothing but a space between.
  [[nodiscard]] bool stands_behind_name() const {
    if (run_.begin == 0) return false;
    const std::size_t before = run_.begin - 1;
    return is_head(before) && unit_.at(run_.begin).begin == unit_.at(before).end + 1;
  }

  // A capitalised word of the language, or one that is not the text's own, nor more like one of those by its letters.
  [[nodiscard]] bool is_head(std::size_t i) const {
    if (!unit_.is_upper(i)) return false;
    if (unit_.is_of(i, language_)) return code_ != kGerman;
    return !unit_.is_at_home(i) && (unit_.is_letter(i) || unit_.gain(i, language_) >= 0);
  }

  // Whether a capitalised word that is not the text's own stands before, and between only words that names may hold.
  [[nodiscard]] bool has_head() const {
    for (std::size_t i = run_.begin; i > 1;) {
      const std::uint32_t next = unit_.at(i).begin;
      --i;
      if (next > unit_.at(i).end + 3) return false;  // a letter of two bytes, such as ’, may stand between
      if (unit_.is_upper(i)) return is_head(i) || unit_.is_letter(i);
      if (unit_.is_at_home(i) && !unit_.is_name_word(i, language_) && !unit_.is_of(i, language_)) return false;
    }
    return false;
  }

  // Two words within a sentence, each of the language alone and one that carries its grammar.
  [[nodiscard]] bool is_pair() const {
    return lower_ == 2 && proofs_ == 2 && marks_ >= 2 * kByWord && clause_marks_ > 0 && code_ != kEnglish &&
           stretch_.weight >= kLeastOfPair;
  }

  // "Читайте также:" in letters that the text's own language does not have.
  [[nodiscard]] bool is_sentence_of_script() const {
    if (stretch_.fills != Fills::kSentence || lower_ == 0) return false;
    for (std::size_t i = run_.begin; i < run_.end; ++i) {
      const auto first = static_cast<unsigned char>(unit_.word(i).front());
      if (!unit_.is_of(i, language_) || !UnitWords::is_other_script(first, unit_.latin_home())) return false;
    }
    return true;
  }

  // A line or sentence that is mostly names: "Empresa disse à BBC".
  [[nodiscard]] bool is_sentence_of_names(double weight, bool agrees) const {
    const bool sentence = stretch_.fills == Fills::kSentence;
    if (clause_marks_ > 0 && stretch_.words > 3 && (agrees || sentence)) {
      return weight >= (agrees && sentence ? kLeastOfToldSentence : kLeastOfTold);
    }
    return proofs_ >= 2 && weight >= (agrees ? kLeastOfNamed : kLeastOfCapital) - (sentence ? kSentenceOfNames : 0);
  }

  // CLD2 takes a few words of Spanish for Galician, and Dutch for Afrikaans: that is near enough where the text's own
  // language is farther away.
  [[nodiscard]] bool agrees_with(Language second) const {
    if (second == code_) return true;
    const auto number = table_number(second);
    return number && *number != unit_.home() && (kNearLanguages[*number] >> language_ & 1U) != 0 &&
           (kNearLanguages[*number] >> unit_.home() & 1U) == 0;
  }

  // CLD2 is asked where the words alone are no proof. Where it sees the text's own language, they must be many.
  [[nodiscard]] bool is_enough() const {
    const std::uint32_t words = stretch_.words;
    const bool inside = stretch_.fills == Fills::kNothing;
    // Names and titles, in which German nouns are no sign: "Head of Research and Development".
    const bool first = !inside && unit_.is_upper(0) && unit_.is_of(0, language_) && !unit_.is_known_here(0);
    const bool few = code_ != kGerman && (lower_ + first) * 5 + 2 < (words - numbers_) * 2 && proofs_ < 3;
    if (few && (inside || lower_marks_ == 0)) return false;
    const double weight = stretch_.weight - (code_ == kEnglish ? 1 : 0);  // English names and slogans are everywhere
    if (weight < 2 || words < 2) return false;
    if (words == 2 && stretch_.fills != Fills::kLine && !is_pair()) return is_sentence_of_script();
    if (words == 2 && proofs_ == 0) return false;
    // English nouns in a row are a loan anywhere: "first lady", "search engine optimization".
    const bool spoken =
        (loose_ > 0 && (words >= 6 || (words >= 4 && content_marks_ >= 2 && weight >= kLeastOfEnglish))) ||
        (clause_marks_ > 0 && words >= 4 && weight >= kLeastOfSpoken);
    if (code_ == kEnglish && !small_ && (words == 2 || (inside && !spoken))) return false;
    const Language second = detect_short(written());
    const bool agrees = agrees_with(second);
    if (few && !is_sentence_of_names(weight, agrees)) return false;
    if (!agrees && second == kTableLanguages[unit_.home()]) {
      // English is what CLD2 says where it does not know.
      if (second == kEnglish && stretch_.fills == Fills::kLine) return proofs_ >= 2 && weight >= kLeastOfPair;
      return stretch_.fills == Fills::kSentence ? proofs_ >= 2 && weight >= 7 : proofs_ >= 3 && weight >= 10;
    }
    // Where few of the text's own words are known, others may look foreign by chance.
    if (kNearLanguages[unit_.home()] != 0 && stretch_.fills == Fills::kNothing && proofs_ < 3) return false;
    // Beside a word of its own a small one that is borrowed too speaks for the language.
    const std::size_t proofs = proofs_ + (proofs_ > 0 && loose_ > 0 && words >= 4);
    if (words == 2 && stretch_.fills != Fills::kLine) return agrees;
    switch (stretch_.fills) {
      case Fills::kLine:
        if (words == 2) return weight >= (agrees ? 3 : 4.4);
        if (proofs == 0) return agrees && words >= 4;
        return agrees || weight >= 4.5;
      case Fills::kSentence:
        if (proofs == 0) return words >= 4 && weight >= (agrees ? 2.5 : kLeastOfTitle);
        return agrees ? weight >= 3 : weight >= (words == 3 ? 7 : proofs == 1 ? 4.6 : 4.2);
      case Fills::kNothing:
        if (proofs == 0) return agrees && words >= 4 && weight >= kLeastOfLetters;
        if (proofs == 1) {
          if (words == 3) return agrees && weight >= (clause_marks_ > 0 ? 7 : 8);
          return weight >= (agrees ? clause_marks_ > 0 ? 4.8 : 5.2 : clause_marks_ > 0 ? 7 : 8.5);
        }
        if (agrees) return weight >= 4.5;
        if (words == 3 && lower_ < 3) return false;
        return weight >= (words == 3 && proofs == 2 ? clause_marks_ > 0 ? 7.8 : 8.5 : clause_marks_ > 0 ? 5.8 : 6.5);
    }
    return false;
  }

  const UnitWords& unit_;
  Run run_;
  std::size_t language_;
  Language code_;
  ForeignStretch stretch_;
  std::size_t lower_ = 0;       // words without a capital, letters and numbers apart
  std::size_t name_words_ = 0;  // of those, small words that names hold
  std::size_t uppers_ = 0;
  std::uint32_t numbers_ = 0;
  std::size_t loose_spoken_ = 0;  // small words that names do not hold, borrowed by the text's own language
  std::size_t proofs_ = 0;        // different words of evidence
  std::size_t marks_ = 0;
  bool small_ = false;           // whether a small word is among them
  std::size_t lower_marks_ = 0;  // words of evidence in lower case
  std::size_t commas_ = 0;
  std::size_t small_marks_ = 0;    // such words in lower case that names do not hold
  std::size_t clause_marks_ = 0;   // those and finite verbs
  std::size_t content_marks_ = 0;  // the others of the lists
  std::size_t loose_ = 0;          // small words of the language that the text's own borrows
};

}  // namespace

std::optional<ForeignStretch> prove_stretch(const UnitWords& unit, Run run, std::size_t language, bool line) {
  return Proof(unit, run, language, line).result();
}

bool may_be_whole(const UnitWords& unit) {
  constexpr std::size_t kLeastWords = 4;
  if (unit.size() < kLeastWords) return false;
  std::size_t lower = 0;
  bool others = false;
  std::uint32_t languages = ~(1U << unit.home());  // that have all words which the text's own has
  for (std::size_t i = 0; i < unit.size(); ++i) {
    if (unit.is_letter(i) || unit.is_number(i)) continue;
    if (unit.is_small_of(i, unit.home()) && !stands_for_name(unit, i)) languages &= unit.kin(i).own();
    if (languages == 0) return false;
    if (unit.is_upper(i)) continue;
    ++lower;
    others = others || !unit.is_known_here(i);
  }
  return others && lower >= 2 && lower * 5 >= unit.size() * 2;
}

std::optional<ForeignStretch> prove_whole(const UnitWords& unit, bool line) {
  constexpr float kLeastOfLine = 2.5F;
  constexpr float kLeastOfSentence = 4.0F;
  Run best{0, unit.size(), 0};
  std::size_t language = unit.home();
  for (std::size_t l = 0; l < kTableLanguages.size(); ++l) {
    float sum = 0;
    for (std::size_t i = 0; i < unit.size(); ++i) sum += unit.gain(i, l);
    if (sum <= best.sum || l == unit.home()) continue;
    best.sum = sum;
    language = l;
  }
  if (best.sum < (line ? kLeastOfLine : kLeastOfSentence)) return std::nullopt;
  return Proof(unit, best, language, line).whole();
}

}  // namespace stet

#include "check/kinds/consistency/brief_spellings_support.h"

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/kinds/consistency/people_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "facts/places.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t kShort = 320;       // words of an article in which a name has one spelling
constexpr std::size_t kMostNames = 150;   // different ones; an article with more is a list
constexpr std::size_t kLeast = 4;         // letters of a name
constexpr std::size_t kLeastSlip = 6;     // of one that is a letter apart and stands beside no known name
constexpr std::size_t kLeastTakenUp = 5;  // of a surname that is taken up with a letter changed
constexpr std::size_t kLeastAlike = 7;    // of one in which a letter stands for another that sounds or looks alike
constexpr std::size_t kSharedBegin = 4;   // letters with which two surnames behind one first name begin
constexpr std::size_t kMostApart = 4;     // letters in which those may differ

struct Name {
  std::uint32_t hash = 0;
  std::u32string letters;    // folded, with their marks
  std::u32string plain;      // without
  std::uint32_t before = 0;  // hash of the capitalised word right before it
  std::uint32_t behind = 0;
  bool listed = false;              // a word of the language
  std::uint32_t second_before = 0;  // of the word before that
  bool behind_first = false;        // a first name stands right before it
  bool lone = false;                // stands somewhere without a word before it
  bool apposed = false;             // "Corrado Bianchini, 36": brought in
  bool is_free = false;             // may be spelled in two ways
  Language language{};
  std::vector<TextPlace> places;
};

std::u32string without_marks(const std::u32string& letters) {
  std::u32string plain;
  for (const char32_t c : letters) {
    switch (base_letter(c)) {
      case U'ł':
        plain += U'l';
        break;
      case U'ø':
        plain += U'o';
        break;
      case U'đ':
        plain += U'd';
        break;
      case U'ı':
        plain += U'i';
        break;
      default:
        plain += base_letter(c);
    }
  }
  return plain;
}

// Letters that fingers and ears take for each other.
bool are_alike(char32_t a, char32_t b) {
  for (const std::u32string_view pair : {U"bv", U"iy", U"ij", U"jy", U"ck", U"sz", U"mn", U"dt", U"gj", U"vw", U"cs"}) {
    if ((a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0])) return true;
  }
  return false;
}

// "Stollberger", "Stolberger": the letter that one has more stands beside its like.
bool is_doubled(const std::u32string& a, const std::u32string& b, const SingleEdit& edit) {
  const std::u32string& longer = a.size() > b.size() ? a : b;
  return edit.kind == SingleEdit::kOneMore && edit.at > 0 && longer[edit.at] == longer[edit.at - 1];
}

// The letters that sound, less those that transliterations take for each other.
std::u32string consonants_of(std::u32string_view plain) {
  std::u32string out;
  for (char32_t c : plain) {
    if (std::u32string_view(U"aeiouyhjw").find(c) != std::u32string_view::npos) continue;
    if (c == U'c' || c == U'q') c = U'k';
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

class Spellings {
 public:
  Spellings(const Document& document, const Definition& definition,
            const std::function<SpellingGuards(Language)>& guards)
      : document_(document), definition_(definition), guards_(guards) {}

  std::optional<TwoSpellings> find() {
    if (words_looked_at(document_, definition_) > kShort || !collect()) return std::nullopt;
    if (sharp_) return sharp_;
    for (Name& name : names_) name.is_free = guards_of(name.language).is_free(name.hash);
    for (std::size_t j = 1; j < names_.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (!are_one(names_[i], names_[j]) || stand_together(names_[i], names_[j])) continue;
        const bool first_is_rare = names_[i].places.size() < names_[j].places.size();
        const Name& rare = first_is_rare ? names_[i] : names_[j];
        const Name& usual = first_is_rare ? names_[j] : names_[i];
        return TwoSpellings{rare.places.front(), usual.places.front()};
      }
    }
    return std::nullopt;
  }

 private:
  // Whether there are few enough of them.
  bool collect() {
    for (std::uint32_t b = 0; b < document_.blocks().size(); ++b) {
      const Block& block = document_.block(b);
      const auto home = table_number(block.language);
      if (!is_prose(block.role) || !definition_.sections.contains(block.language) || !home) continue;
      const auto words = document_.words(block);
      for (std::size_t i = 0; i < words.size(); ++i) {
        const Word& word = words[i];
        const std::string_view text = word_text(block, word);
        if (text.size() < kLeast || !is_capitalised(text)) continue;
        const WordKinship& kin = kinship(word.hash);
        if (((kin.small | kin.common) >> *home & 1U) != 0) continue;
        if (document_.is_set_aside(b, {word.begin, word.end})) continue;
        const TextPlace place{b, {word.begin, word.end}};
        const auto known = std::ranges::find_if(
            names_, [&](const Name& name) { return name.hash == word.hash && name.language == block.language; });
        if (known != names_.end()) {
          // "Weißmann", "Weissmann": one word for those who search, and two spellings.
          const TextPlace first = known->places.front();
          const std::string_view other = document_.block(first.block).text.substr(first.span.begin, first.span.size());
          const bool sharp = text.find("ß") != text.npos;
          const bool person = (known->behind_first || is_behind_first(block, words, i)) && !known->listed;
          if (!sharp_ && person && sharp != (other.find("ß") != other.npos)) sharp_ = TwoSpellings{place, first};
          known->places.push_back(place);
          known->lone = known->lone || beside(block, words, i, -1) == 0;
          continue;
        }
        if (names_.size() == kMostNames) return false;
        Name name;
        name.hash = word.hash;
        name.letters = folded_letters(text);
        if (!std::ranges::all_of(name.letters, [](char32_t c) { return is_letter(base_letter(c)); })) continue;
        name.plain = without_marks(name.letters);
        name.before = beside(block, words, i, -1);
        name.behind = beside(block, words, i, 1);
        name.lone = name.before == 0;
        name.behind_first = is_behind_first(block, words, i);
        if (i > 1) name.second_before = words[i - 2].hash;
        name.listed = (kin.own() >> *home & 1U) != 0;
        const std::string_view rest = block.text.substr(word.end, 2);
        name.apposed = rest.starts_with(',') || rest == " (";
        name.language = block.language;
        name.places.push_back(place);
        names_.push_back(std::move(name));
      }
    }
    return true;
  }

  // The capitalised word beside another; particles ("al-", "de", "O'") are stepped over.
  static std::uint32_t beside(const Block& block, std::span<const Word> words, std::size_t i, int step) {
    const auto joined = [&](std::size_t a, std::size_t b) {
      const std::string_view gap = block.text.substr(words[a].end, words[b].begin - words[a].end);
      return gap == " " || gap == "-" || gap == "'" || gap == "’" || gap == ". ";
    };
    std::size_t at = i;
    for (int steps = 0; steps < 2; ++steps) {
      if (step < 0 ? at == 0 : at + 1 >= words.size()) return 0;
      const std::size_t next = step < 0 ? at - 1 : at + 1;
      if (!joined(std::min(at, next), std::max(at, next))) return 0;
      const auto home = table_number(block.language);
      const bool small = home && (kinship(words[next].hash).small >> *home & 1U) != 0;
      if (is_capitalised(word_text(block, words[next])) && !small) {
        // Of "Jean-Luc" the name is both.
        const bool part = step < 0 && next > 0 && block.text[words[next].begin - 1] == '-';
        return part ? 0 : words[next].hash;
      }
      if (words[next].end - words[next].begin > 3) return 0;
      at = next;
    }
    return 0;
  }

  [[nodiscard]] bool is_behind_first(const Block& block, std::span<const Word> words, std::size_t i) const {
    return i > 0 && is_capitalised(word_text(block, words[i - 1])) &&
           is_adjacent(block.text, words[i - 1].end, words[i].begin) &&
           is_first(words[i - 1].hash, block.language, guards_of(block.language));
  }

  // An article has names of few languages.
  [[nodiscard]] const SpellingGuards& guards_of(Language language) const {
    const auto known = std::ranges::find(guards_known_, language, &std::pair<Language, SpellingGuards>::first);
    if (known != guards_known_.end()) return known->second;
    return guards_known_.emplace_back(language, guards_(language)).second;
  }

  [[nodiscard]] bool are_one(const Name& a, const Name& b) const {
    if (a.language != b.language || (a.listed && b.listed)) return false;
    if (a.is_free || b.is_free) return false;
    // Most begin with different letters.
    if (a.plain != b.plain && (std::min(a.plain.size(), b.plain.size()) < kLeast || a.plain[0] != b.plain[0])) {
      return false;
    }
    const SpellingGuards& guards = guards_of(a.language);
    const bool behind_one = a.before != 0 && a.before == b.before && !guards.is_free(a.before);
    const bool beside = behind_one || (a.behind != 0 && a.behind == b.behind);
    // "Farmer Jansen", "landlord Janssen"; but "Dr Lomeyer" may be "Ana Lohmeyer".
    const bool titles = is_first(a.before, a.language, guards) == is_first(b.before, b.language, guards);
    if (a.before != 0 && b.before != 0 && !beside && titles) return false;
    // Two people are both told of again.
    if (a.plain != b.plain && a.places.size() > 1 && b.places.size() > 1) return false;
    // "Hafen", "Häfen" are one noun.
    if (a.plain == b.plain) return beside || !guards.noun_capitals || without_diaereses(a) != without_diaereses(b);
    if (are_two_places(a, b) || is_inflected(a.letters, b.letters, guards.endings)) return false;
    const auto edit = single_edit(a.plain, b.plain);
    const std::size_t longest = std::max(a.plain.size(), b.plain.size());
    const bool replaced = edit && edit->kind == SingleEdit::kOther;
    if (edit && edit->at > 0 && edit->at + 1 < longest && beside && (!replaced || longest >= kLeastSlip)) return true;
    const bool listed = a.listed || b.listed;
    if (edit && !a.listed && !b.listed && is_taken_up(a, b, *edit, guards)) return true;
    const bool whole = edit && edit->at > 1 && edit->at + 2 < longest && !replaced;
    if (whole && !listed && std::min(a.plain.size(), b.plain.size()) >= kLeastSlip) return true;
    if (!beside || listed) return false;
    const bool one_family =
        a.behind != 0 && a.behind == b.behind && std::min(a.plain.size(), b.plain.size()) >= kLeastSlip;
    if (one_family && consonants_of(a.plain) == consonants_of(b.plain) && !(edit && edit->at + 1 == longest))
      return true;
    const auto shared = static_cast<std::size_t>(std::ranges::mismatch(a.plain, b.plain).in1 - a.plain.begin());
    // "Pflegeheim Sonnenhof", "Pflegeheim Sonnenberg".
    if (!is_first(a.before, a.language, guards) || guards.is_free(b.second_before)) return false;
    return behind_one && !b.apposed && shared >= kSharedBegin && longest - shared <= kMostApart &&
           shared < std::min(a.plain.size(), b.plain.size());
  }

  // A surname that stands behind its first name once, and by itself with another letter; a letter doubled, or one that
  // is like the other, in a longer name.
  static bool is_taken_up(const Name& a, const Name& b, const SingleEdit& edit, const SpellingGuards& guards) {
    const std::size_t shortest = std::min(a.plain.size(), b.plain.size());
    const auto is_full = [&](const Name& name) { return !name.lone && is_first(name.before, name.language, guards); };
    const auto is_lone = [](const Name& name) { return name.before == 0 && name.lone; };
    const bool again = (is_full(a) && is_lone(b)) || (is_full(b) && is_lone(a));
    // Where all nouns have capitals, a word behind a name may be one; and at the end a letter more may be a plural's.
    const bool ending = edit.kind == SingleEdit::kOneMore && edit.at == shortest;
    if (again && !guards.noun_capitals && !ending && shortest >= kLeastTakenUp && edit.at > 0) return true;
    if (shortest >= kLeastSlip && is_doubled(a.plain, b.plain, edit)) return true;
    return edit.kind == SingleEdit::kOther && edit.at > 1 && shortest >= kLeastAlike &&
           are_alike(a.plain[edit.at], b.plain[edit.at]);
  }

  // A first name, for all that is known.
  static bool is_first(std::uint32_t hash, Language language, const SpellingGuards& guards) {
    const auto home = table_number(language);
    const WordKinship& kin = kinship(hash);
    const std::uint32_t words = guards.noun_capitals ? kin.own() : kin.small | kin.common;
    return hash != 0 && home && (words >> *home & 1U) == 0 && !guards.is_free(hash);
  }

  static std::u32string without_diaereses(const Name& name) {
    std::u32string out;
    for (const char32_t c : name.letters) out += c >= 0x200000U && (c & 0x3FFU) == 0x308U ? base_letter(c) : c;
    return out;
  }

  static bool are_two_places(const Name& a, const Name& b) {
    const auto id_of = [](const Name& name) -> std::uint16_t {
      const Word word{0, 0, name.hash};
      const std::uint64_t key = place_key(std::span(&word, 1));
      const auto found = std::ranges::lower_bound(place_names(), key, {}, &PlaceName::key);
      return found != place_names().end() && found->key == key ? found->id : 0;
    };
    const std::uint16_t one = id_of(a);
    return one != 0 && id_of(b) != 0;
  }

  [[nodiscard]] bool stand_together(const Name& a, const Name& b) const {
    return std::ranges::any_of(a.places, [&](const TextPlace& one) {
      const TextSpan sentence = sentence_at(document_.block(one.block).text, one.span.begin);
      return std::ranges::any_of(
          b.places, [&](const TextPlace& other) { return other.block == one.block && sentence.contains(other.span); });
    });
  }

  const Document& document_;
  const Definition& definition_;
  const std::function<SpellingGuards(Language)>& guards_;
  mutable std::deque<std::pair<Language, SpellingGuards>> guards_known_;
  std::vector<Name> names_;
  std::optional<TwoSpellings> sharp_;  // of one name, with "ß" and "ss"
};

}  // namespace

std::optional<TwoSpellings> find_two_spellings(const Document& document, const Definition& definition,
                                               const std::function<SpellingGuards(Language)>& guards) {
  return Spellings(document, definition, guards).find();
}

}  // namespace stet

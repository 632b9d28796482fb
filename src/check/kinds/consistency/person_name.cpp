// Kind `person-name`: somebody introduced by a full name who later is called by another one that is much alike.
//
// Unlike `name-variant` it asks for no majority: "Wiebke Harmsen" and "Frau Harms" stand once each.
#include <algorithm>
#include <array>
#include <bitset>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "check/kinds/consistency/people_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"titles", KeyType::kStrings, "stand before a surname: \"Mrs\""},
    {"title-endings", KeyType::kStrings, "end such words: \"sprecher\""},
    {"no-first", KeyType::kStrings, "stand before a name and are no first names"},
    {"acts", KeyType::kStrings, "tell what a person does, beside a surname: \"said\""},
    {"common", KeyType::kStrings, "surnames that many people have"},
    {"endings", KeyType::kStrings, "what inflection adds to a name"},
    {"genders", KeyType::kStrings, "endings that tell the first names of men and women: \"o=a\", \"=a\""},
    {"unless", KeyType::kPhrases, "silence names in whose sentences they stand: \"not related\"", true},
    {"called", KeyType::kPhrases, "stand between a surname and the first name: \"first name\""},
    {"introduces", KeyType::kStrings, "stand behind a full name and a comma where it is somebody new: \"a\""},
});

enum List : std::uint8_t { kUnless = 7, kCalled };
constexpr std::size_t kCalledReach = 2;   // words between a surname and "first name"
constexpr std::size_t kMostNames = 300;   // of an article: more are a list
constexpr std::size_t kLeastActing = 5;   // of one that does something
constexpr std::size_t kLeastTitled = 4;   // letters of a surname behind a title
constexpr std::size_t kMostLost = 2;      // letters that a titled surname may lack at its end
constexpr std::size_t kLeastSurname = 5;  // of two that share a first name
constexpr std::size_t kLeastAlike = 4;    // first letters that two surnames have in common
constexpr std::size_t kLeastLone = 6;     // of one that stands alone
constexpr std::size_t kLeastLong = 7;     // of one that may differ in two letters
constexpr std::size_t kLeastFirst = 4;
constexpr std::size_t kMostFirst = 10;       // more are a noun's
constexpr std::size_t kMostPlainFirst = 8;   // of one whose surname has another end
constexpr std::size_t kMostLongerFirst = 2;  // "Joan", "Joanne"

// Where a word with a capital stands, and whether it is also written small.
struct Uses {
  std::span<const TextPlace> places;
  std::size_t lower = 0;
};

// Those of some words of a document.
class WordUses {
 public:
  // `hashes` are of the words, in any order.
  WordUses(const Document& document, std::vector<std::uint32_t> hashes) : hashes_(std::move(hashes)) {
    std::ranges::sort(hashes_);
    hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
    uses_.resize(hashes_.size());
    // Few words are among them: a bit answers for most.
    std::bitset<4096> may_be;
    for (const std::uint32_t hash : hashes_) may_be.set(hash % may_be.size());
    std::vector<std::pair<std::size_t, TextPlace>> found;
    std::vector<std::size_t> ends(hashes_.size() + 1);
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      if (!is_prose(blocks[b].role)) continue;
      for (const Word& word : document.words(blocks[b])) {
        if (!may_be.test(word.hash % may_be.size())) continue;
        const auto known = std::ranges::lower_bound(hashes_, word.hash);
        if (known == hashes_.end() || *known != word.hash) continue;
        const auto number = static_cast<std::size_t>(known - hashes_.begin());
        if (begins_lower(word_text(blocks[b], word))) {
          ++uses_[number].lower;
        } else {
          found.emplace_back(number, TextPlace{b, {word.begin, word.end}});
          ++ends[number + 1];
        }
      }
    }
    for (std::size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
    places_.resize(found.size());
    for (std::size_t i = 0; i < uses_.size(); ++i) {
      uses_[i].places = std::span(places_).subspan(ends[i], ends[i + 1] - ends[i]);
    }
    for (const auto& [number, place] : found) places_[ends[number]++] = place;
  }
  WordUses(const WordUses&) = delete;
  WordUses& operator=(const WordUses&) = delete;

  // Of one of the words.
  [[nodiscard]] const Uses& at(std::uint32_t hash) const {
    return uses_[static_cast<std::size_t>(std::ranges::lower_bound(hashes_, hash) - hashes_.begin())];
  }

 private:
  std::vector<std::uint32_t> hashes_;  // sorted
  std::vector<Uses> uses_;
  std::vector<TextPlace> places_;
};

class PersonName final : public Check {
 public:
  explicit PersonName(const Definition& definition)
      : definition_(definition), words_(definition), common_(name_words(definition, "common")) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const People people = read_people(document, definition_, words_);
    if (people.full.empty() || people.full.size() > kMostNames) return;
    const Reading reading(*this, document, facts, people);
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    const auto report_once = [&](TextPlace wrong, TextPlace right, std::uint32_t a, std::uint32_t b, bool sure = true) {
      if (seen.insert(std::minmax(a, b)).second) report(document, wrong, right, sure, sink);
    };
    for (const LoneName& lone : people.lone) {
      if (reading.is_surname(lone.hash)) continue;
      if (const FullName* full = reading.find_owner(lone)) {
        report_once({lone.block, lone.span}, {full->block, full->last}, lone.hash, full->last_hash);
      }
    }
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key != kCalled) continue;
      if (const auto called = reading.find_called(hit)) report_once(called->first, called->second, hit.block, kCalled);
    }
    for (std::size_t j = 1; j < people.full.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        const FullName& a = people.full[i];
        const FullName& b = people.full[j];
        const bool one_first = a.first_hash == b.first_hash;
        if (one_first == (a.last_hash == b.last_hash)) continue;
        if (one_first && reading.is_other_surname(a, b)) {
          report_once({b.block, b.last}, {a.block, a.last}, a.last_hash, b.last_hash);
        } else if (one_first && reading.is_near_surname(a, b)) {
          report_once({b.block, b.last}, {a.block, a.last}, a.last_hash, b.last_hash, false);
        } else if (!one_first && reading.is_other_first(a, b)) {
          report_once({b.block, b.first}, {a.block, a.first}, a.first_hash, b.first_hash);
        } else if (!one_first && reading.is_far_first(a, b)) {
          report_once({b.block, b.first}, {a.block, a.first}, a.first_hash, b.first_hash, reading.is_one_person(a, b));
        }
      }
    }
  }

 private:
  class Reading {
   public:
    Reading(const PersonName& kind, const Document& document, const Facts& facts, const People& people)
        : kind_(kind), document_(document), facts_(facts), people_(people), uses_(document, hashes_of(people)) {
      for (const FullName& name : people.full) {
        const auto [surname, is_new] = surnames_.try_emplace(name.last_hash);
        if (is_new) surname->second = {&name, letters({name.block, name.last})};
      }
    }

    [[nodiscard]] bool is_surname(std::uint32_t hash) const { return surnames_.contains(hash); }

    // The one full name whose surname this is a slip of.
    [[nodiscard]] const FullName* find_owner(const LoneName& lone) const {
      if (surnames_.empty()) return nullptr;
      const bool is_person = lone.titled || lone.acting;
      if (!lone.titled && (is_listed(lone.block, lone.hash) || uses_.at(lone.hash).lower > 0 ||
                           (!lone.acting && uses_.at(lone.hash).places.size() > 1))) {
        return nullptr;
      }
      const std::u32string written = letters({lone.block, lone.span});
      if (written.size() < (lone.titled ? kLeastTitled : lone.acting ? kLeastActing : kLeastLone)) return nullptr;
      const FullName* owner = nullptr;
      for (const auto& [hash, surname] : surnames_) {
        const auto& [full, known] = surname;
        // No slip is in the first letter.
        if (known.empty() || known.front() != written.front()) continue;
        if (document_.block(full->block).language != document_.block(lone.block).language) continue;
        // What acts is the subject: no genitive, unless in "said Reeds coach".
        const bool is_subject =
            lone.acting && !lone.titled && written.size() > known.size() && !is_before_noun({lone.block, lone.span});
        if (!is_subject && is_inflected(lone.block, written, known)) return nullptr;
        const bool alike = is_person ? is_alike(written, known) : is_slip(written, known);
        if (!alike || (!lone.titled && is_listed(full->block, hash))) continue;
        if (owner != nullptr) return nullptr;
        owner = full;
      }
      if (owner == nullptr || is_listed(owner->block, owner->first_hash) ||
          are_told_apart(lone.hash, owner->last_hash)) {
        return nullptr;
      }
      return owner;
    }

    // "Anselmo Iriarte", "Anselmo Uriarte".
    [[nodiscard]] bool is_other_surname(const FullName& a, const FullName& b) const {
      const std::u32string one = letters({a.block, a.last});
      const std::u32string other = letters({b.block, b.last});
      if (std::min(one.size(), other.size()) < kLeastSurname || is_inflected(a.block, one, other)) return false;
      const auto edit = single_edit(one, other);
      const bool same_title = have_one_title(a, b);
      const bool is_far = !edit && std::min(one.size(), other.size()) >= kLeastLong && are_two_edits(one, other);
      if (!edit && !is_far) return false;
      if (edit && (edit->at + 1 >= std::max(one.size(), other.size()) && !same_title)) return false;
      if (edit && edit->at == 0 && one.size() != other.size()) return false;
      if (is_listed(a.block, a.first_hash) || is_listed(a.block, a.last_hash) || is_listed(b.block, b.last_hash)) {
        return false;
      }
      return !is_small(a.first_hash) && !are_told_apart(a.last_hash, b.last_hash);
    }

    // "Amparo Soriano", "Amparo Soriana"; "Aino Kalliomäki", "Aino Kallionen": two people of one first name have such
    // surnames by chance only.
    [[nodiscard]] bool is_near_surname(const FullName& a, const FullName& b) const {
      const std::u32string one = letters({a.block, a.last});
      const std::u32string other = letters({b.block, b.last});
      const std::size_t longer = std::max(one.size(), other.size());
      const auto edit = single_edit(one, other);
      const bool is_last = edit && edit->kind == SingleEdit::kOther && edit->at + 1 == longer;
      const auto same = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
      // "Haus Sonnenhof", "Pflegeheim Sonnenberg"
      const bool is_short = letters({a.block, a.first}).size() <= kMostPlainFirst;
      const bool begin_alike =
          is_short && same >= kLeastAlike && same * 2 > longer && same + 1 < std::min(one.size(), other.size());
      if (longer < kLeastSurname || !(is_last || begin_alike) || is_inflected(a.block, one, other)) return false;
      for (const auto& [block, hash] :
           {std::pair(a.block, a.first_hash), std::pair(a.block, a.last_hash), std::pair(b.block, b.last_hash)}) {
        if (is_listed(block, hash)) return false;
      }
      return !is_small(a.first_hash) && !are_told_apart(a.last_hash, b.last_hash);
    }

    // "Íñigo Larrea" and "Larrea, first name Íñaki": where the two first names stand.
    [[nodiscard]] std::optional<std::pair<TextPlace, TextPlace>> find_called(const Hit& hit) const {
      const Block& block = document_.block(hit.block);
      const auto words = document_.words(block);
      const auto next = std::ranges::lower_bound(words, hit.span.end, {}, &Word::begin);
      if (next == words.end() || !is_adjacent(block.text, hit.span.end, next->begin) ||
          !is_capitalised(word_text(block, *next))) {
        return std::nullopt;
      }
      auto before = std::ranges::lower_bound(words, hit.span.begin, {}, &Word::begin);
      for (std::size_t back = 0; back < kCalledReach && before != words.begin(); ++back) {
        --before;
        const auto known = surnames_.find(before->hash);
        if (known == surnames_.end()) continue;
        const FullName& full = *known->second.first;
        const auto same = [&](const FullName& name) {
          return name.last_hash == before->hash && (name.first_hash == next->hash || name.block == hit.block);
        };
        if (std::ranges::any_of(people_.full, same) ||
            are_nicknames(facts_, block.language, text_of({full.block, full.first}),
                          text_of({hit.block, {next->begin, next->end}})))
          return std::nullopt;
        return std::pair(TextPlace{hit.block, {next->begin, next->end}}, TextPlace{full.block, full.first});
      }
      return std::nullopt;
    }

    // "Joan Tully", "Joanne Tully".
    [[nodiscard]] bool is_other_first(const FullName& a, const FullName& b) const {
      std::u32string one = letters({a.block, a.first});
      std::u32string other = letters({b.block, b.first});
      if (one.size() > other.size()) std::swap(one, other);
      const auto edit = single_edit(one, other);
      const bool is_longer = other.starts_with(one) && other.size() - one.size() <= kMostLongerFirst;
      if (one.size() < kLeastFirst || other.size() > kMostFirst || (!edit && !is_longer)) return false;
      if (is_inflected(a.block, one, other)) return false;
      if (edit && edit->at == 0) return false;
      for (const auto& [block, hash] :
           {std::pair(a.block, a.first_hash), std::pair(b.block, b.first_hash), std::pair(a.block, a.last_hash)}) {
        if (is_listed(block, hash) || is_small(hash)) return false;
      }
      const bool same_title = have_one_title(a, b);
      if (!same_title && kind_.are_genders(document_.block(a.block).language, one, other)) return false;
      if (are_nicknames(facts_, document_.block(a.block).language, text_of({a.block, a.first}),
                        text_of({b.block, b.first})))
        return false;
      // One office has one holder, whatever relatives there are.
      if (same_title) return !stand_together(a.first_hash, b.first_hash);
      return !are_told_apart(a.first_hash, b.first_hash) && !is_guarded(a.last_hash) && !is_somebody_new(a, b);
    }

    // "Milena Dražak", "Mirela Dražak": more than a letter apart, so it takes one initial, no sign of two people.
    [[nodiscard]] bool is_far_first(const FullName& a, const FullName& b) const {
      const Language language = document_.block(a.block).language;
      const std::u32string one = letters({a.block, a.first});
      const std::u32string other = letters({b.block, b.first});
      if (std::min(one.size(), other.size()) < kLeastFirst || std::max(one.size(), other.size()) > kMostFirst) {
        return false;
      }
      if (one[0] != other[0] || letters({a.block, a.last}).size() < kLeastFirst) return false;
      if (edit_distance(one, other) * 20 > std::max(one.size(), other.size()) * 9) return false;
      if (one.starts_with(other) || other.starts_with(one) || is_inflected(a.block, one, other)) return false;
      for (const auto& [block, hash] :
           {std::pair(a.block, a.first_hash), std::pair(b.block, b.first_hash), std::pair(a.block, a.last_hash)}) {
        if (is_listed(block, hash) || is_small(hash)) return false;
      }
      if (kind_.are_genders(language, one, other) ||
          are_nicknames(facts_, language, text_of({a.block, a.first}), text_of({b.block, b.first})))
        return false;
      if (!have_one_title(a, b) && (kind_.common_.at(language).contains(a.last_hash) || is_somebody_new(a, b)))
        return false;
      return !are_told_apart(a.first_hash, b.first_hash) && !is_guarded(a.last_hash);
    }

    // Whether the article speaks of the surname as of one person: alone, or behind one office.
    [[nodiscard]] bool is_one_person(const FullName& a, const FullName& b) const {
      const auto is_lone = [&](const LoneName& lone) { return lone.hash == a.last_hash; };
      return std::ranges::any_of(people_.lone, is_lone) || have_one_title(a, b);
    }
    static bool have_one_title(const FullName& a, const FullName& b) { return a.before != 0 && a.before == b.before; }

   private:
    // "Anja Weber, a baker", behind Anna Weber
    [[nodiscard]] bool is_somebody_new(const FullName& a, const FullName& b) const {
      const bool in_order = std::pair(a.block, a.first.begin) < std::pair(b.block, b.first.begin);
      const FullName& later = in_order ? b : a;
      const Language language = document_.block(later.block).language;
      return is_brought_in(document_, later.block, later.last.end,
                           kind_.definition_.option<std::vector<std::string>>(language, "introduces"));
    }
    static std::vector<std::uint32_t> hashes_of(const People& people) {
      std::vector<std::uint32_t> hashes;
      for (const FullName& name : people.full) hashes.insert(hashes.end(), {name.last_hash, name.first_hash});
      for (const LoneName& name : people.lone) hashes.push_back(name.hash);
      return hashes;
    }
    [[nodiscard]] std::string_view text_of(TextPlace place) const {
      return document_.block(place.block).text.substr(place.span.begin, place.span.size());
    }
    [[nodiscard]] std::u32string letters(TextPlace place) const {
      return folded_letters(document_.block(place.block).text.substr(place.span.begin, place.span.size()));
    }
    [[nodiscard]] bool is_small(std::uint32_t hash) const { return uses_.at(hash).lower > 0; }
    // Whether a word with a capital follows it.
    [[nodiscard]] bool is_before_noun(TextPlace name) const {
      const Block& block = document_.block(name.block);
      const auto words = document_.words(block);
      const auto next = std::ranges::lower_bound(words, name.span.end, {}, &Word::begin);
      return next != words.end() && is_adjacent(block.text, name.span.end, next->begin) &&
             is_capitalised(word_text(block, *next));
    }

    // A word that the block's language knows is no name, or one by chance.
    [[nodiscard]] bool is_listed(std::uint32_t block, std::uint32_t hash) const {
      const auto home = table_number(document_.block(block).language);
      return home && (kinship(hash).own() >> *home & 1U) != 0;
    }

    // Much alike where a title says that it is a surname.
    static bool is_alike(std::u32string_view a, std::u32string_view b) {
      if (a.size() > b.size()) std::swap(a, b);
      if (a.size() < kLeastTitled) return false;
      const auto edit = single_edit(a, b);
      if (edit) return edit->at > 0 && (edit->kind != SingleEdit::kOther || a.size() > kLeastTitled);
      if (a.size() > kLeastTitled && b.starts_with(a) && b.size() - a.size() <= kMostLost) return true;
      return a.size() >= kLeastLong && are_two_edits(a, b);
    }

    // Two letters apart, with the same first three.
    static bool are_two_edits(std::u32string_view a, std::u32string_view b) {
      return a.substr(0, 3) == b.substr(0, 3) && edit_distance(a, b) <= 2;
    }

    // By V. Levenshtein.
    static std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
      std::vector<std::size_t> row(b.size() + 1);
      for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
      for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j) {
          const std::size_t above = row[j];
          row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
          diagonal = above;
        }
      }
      return row.back();
    }

    // Two letters swapped or one more in the midst of the name.
    static bool is_slip(std::u32string_view a, std::u32string_view b) {
      if (std::min(a.size(), b.size()) < kLeastLone) return false;
      const auto edit = single_edit(a, b);
      return edit && edit->kind != SingleEdit::kOther && edit->at > 1 && edit->at + 2 < std::max(a.size(), b.size());
    }

    [[nodiscard]] bool is_inflected(std::uint32_t block, std::u32string_view a, std::u32string_view b) const {
      const auto* endings =
          kind_.definition_.option<std::vector<std::string>>(document_.block(block).language, "endings");
      return stet::is_inflected(a, b, endings == nullptr ? std::span<const std::string>() : *endings);
    }

    // Whether both stand in one sentence, or a guard in a sentence of either.
    [[nodiscard]] bool are_told_apart(std::uint32_t a, std::uint32_t b) const {
      return stand_together(a, b) || is_guarded(a) || is_guarded(b);
    }
    [[nodiscard]] bool stand_together(std::uint32_t a, std::uint32_t b) const {
      std::set<std::pair<std::uint32_t, std::uint32_t>> sentences;
      for (const TextPlace& place : uses_.at(a).places) {
        const TextSpan sentence = sentence_at(document_.block(place.block).text, place.span.begin);
        sentences.emplace(place.block, sentence.begin);
      }
      for (const TextPlace& place : uses_.at(b).places) {
        const TextSpan sentence = sentence_at(document_.block(place.block).text, place.span.begin);
        if (sentences.contains({place.block, sentence.begin})) return true;
      }
      return false;
    }
    [[nodiscard]] bool is_guarded(std::uint32_t hash) const {
      return std::ranges::any_of(uses_.at(hash).places, [&](const TextPlace& place) {
        const TextSpan sentence = sentence_at(document_.block(place.block).text, place.span.begin);
        const auto hits = facts_.matches().in(kind_.definition_.slot, place.block, sentence);
        return std::ranges::find(hits, kUnless, &Hit::key) != hits.end();
      });
    }

    const PersonName& kind_;
    const Document& document_;
    const Facts& facts_;
    const People& people_;
    // The first with it, and its letters.
    std::map<std::uint32_t, std::pair<const FullName*, std::u32string>> surnames_;
    WordUses uses_;
  };

  static std::pair<std::string, std::string> cut_pair(std::string_view entry) {
    const std::size_t equals = std::min(entry.find('='), entry.size());
    return {std::string(entry.substr(0, equals)), std::string(entry.substr(std::min(equals + 1, entry.size())))};
  }

  static std::string utf8(std::u32string_view letters) {
    std::string out;
    for (const char32_t c : letters) append_utf8(out, base_letter(c));
    return out;
  }

  // "Mario" and "Maria" are two people.
  [[nodiscard]] bool are_genders(Language language, std::u32string_view a, std::u32string_view b) const {
    const auto* list = definition_.option<std::vector<std::string>>(language, "genders");
    if (list == nullptr) return false;
    const std::size_t same = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    const std::string one = utf8(a.substr(same));
    const std::string other = utf8(b.substr(same));
    return std::ranges::any_of(*list, [&](const std::string& entry) {
      const auto [man, woman] = cut_pair(entry);
      return (one == man && other == woman) || (one == woman && other == man);
    });
  }

  static void report(const Document& document, TextPlace wrong, TextPlace right, bool sure, Sink& sink) {
    const auto text = [&](const TextPlace& place) {
      return std::string(document.block(place.block).text.substr(place.span.begin, place.span.size()));
    };
    Finding finding;
    finding.place = wrong;
    if (!sure) finding.severity = Severity::kInfo;
    finding.values = {{"name", text(wrong)}, {"other", text(right)}};
    finding.related.push_back({right, "elsewhere", {{"other", text(right)}}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  PeopleWords words_;
  NameWords common_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<PersonName>(definition);
}

}  // namespace

namespace kinds {
extern const Kind person_name;
const Kind person_name{
    "person-name", "somebody who is called by two names that are much alike", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

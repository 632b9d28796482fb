#include "check/kinds/contradiction/origin_reader_support.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "check/kinds/context_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/plain_form.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint32_t kFarthestYear = 60;   // bytes between a cue and its year
constexpr std::uint32_t kFarthestPlace = 40;  // bytes between a cue and the word before its place
constexpr std::uint32_t kBeforeCue = 3;       // bytes between a place and the cue behind it: "in Köln geboren"
constexpr std::uint32_t kFarthestWhere = 30;  // bytes between "where" and "born"
constexpr std::size_t kMostPlaceParts = 5;    // words of a place's name
constexpr std::size_t kMostFounderWords = 6;
constexpr std::uint32_t kOpening = 12;    // bytes before a cue that opens its sentence: "Since ", "Se "
constexpr std::uint32_t kGap = 4;         // bytes between two words of a name and its title: "l’abbé"
constexpr std::uint32_t kHeadReach = 60;  // bytes between a cue and what was founded
constexpr std::int32_t kFirstYear = 1000;

std::uint32_t distance(TextSpan a, TextSpan b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

class SentenceReader {
 public:
  SentenceReader(const Document& document, const Facts& facts, const Definition& definition, std::uint32_t number,
                 TextSpan sentence, const std::set<std::uint32_t>& named)
      : facts_(facts),
        definition_(definition),
        number_(number),
        block_(document.block(number)),
        words_(document.words(block_)),
        sentence_(sentence),
        named_(named),
        home_(table_number(block_.language)),
        capital_nouns_(facts.numbers(block_).capital_nouns) {}

  // "Her first gallery was born in 1950", "the journal of Cerri": the subject is not who else the article tells of.
  [[nodiscard]] bool is_of_other(TextSpan cue) const {
    const std::span<const Word> before = words_in(words_, {sentence_.begin, cue.begin});
    if (before.size() < 3 ||
        block_.text.substr(sentence_.begin, cue.begin - sentence_.begin).find(',') != std::string_view::npos)
      return false;
    std::size_t at = is_one_of("definite", before[0]) && is_one_of("its", before[1]) ? 1 : 0;
    if (is_one_of("its", before[at])) return !is_capitalised(word_text(block_, before[at + 1])) || capital_nouns_;
    // "The journal of Cerri", but "the child of the lake"
    const bool noun =
        is_one_of("definite", before[0]) && before.size() > 3 && !is_capitalised(word_text(block_, before[1]));
    const bool of = noun && is_one_of("of", before[2]);
    // "The ground of the club", "le stade du club"
    const auto is_club = [&](const std::string& club) { return club == context_form(word_text(block_, before[3])); };
    const bool of_club =
        (of || (noun && is_one_of("definite", before[2]))) && std::ranges::any_of(strings("clubs"), is_club);
    if (of_club) return true;
    return of && is_name(before[3]) && find_places(block_.text, words_, {before[3].begin, before[3].end}).empty();
  }

  // "La Unión de Lorca nació": a name behind an article begins the sentence.
  [[nodiscard]] bool names_with_article(TextSpan cue) const {
    const std::span<const Word> before = words_in(words_, {sentence_.begin, cue.begin});
    return !capital_nouns_ && before.size() > 1 && is_one_of("definite", before[0]) &&
           is_capitalised(word_text(block_, before[1])) &&
           block_.text.substr(sentence_.begin, cue.begin - sentence_.begin).find(',') == std::string_view::npos;
  }

  Origin read(const Hit& cue) const {
    Origin origin;
    origin.block = number_;
    origin.cue = cue.span;
    origin.sentence = sentence_;
    origin.weak = cue.key == kOriginStarted;
    origin.opens = opens_sentence(cue.span.begin);
    origin.sort = cue.key == kOriginBorn || cue.key == kOriginNative ? Origin::kBirth
                  : cue.key == kOriginBuilt                          ? Origin::kBuilding
                                                                     : Origin::kFoundation;
    if (cue.key == kOriginFounder) {
      read_founder(cue.span.end, origin);
      origin.founder_alone = origin.founder.has_value();
    } else {
      read_year(origin);
      read_place(cue, origin);
      if (origin.sort == Origin::kFoundation) read_makers(cue.span, origin);
    }
    read_names(origin, sentence_.end);
    // "A plaque to its founder, Ada Stone"
    if (origin.sort != Origin::kBirth && !origin.founder_alone) read_head(cue.span, origin);
    origin.club = std::ranges::any_of(strings("clubs"), [&](const std::string& each) { return each == origin.head; });
    const std::string form = context_form(block_.text.substr(cue.span.begin, cue.span.size()));
    origin.opening =
        std::ranges::any_of(strings("openings"), [&](const std::string& stem) { return form.starts_with(stem); });
    return origin;
  }

  // The proper names up to a place: those behind it are of somebody else.
  void read_names(Origin& origin, std::uint32_t until) const {
    origin.names.clear();
    const auto places = find_places(block_.text, words_, sentence_);
    for (const Word& word : words_in(words_, sentence_)) {
      if (word.end > std::min(until, sentence_.end) || word.end - word.begin < 3 || !is_name(word)) continue;
      const TextSpan span{word.begin, word.end};
      const bool value = (origin.place && origin.place->span.contains(span)) ||
                         (origin.founder && origin.founder->contains(span)) || origin.cue.contains(span) ||
                         (origin.year_span && origin.year_span->contains(span));
      const bool common = home_ && (kinship(word.hash).own() >> *home_ & 1U) != 0;
      const bool placed = &word != words_.data() && is_one_of("in", *(&word - 1));
      const bool known =
          std::ranges::any_of(places, [&](const NamedPlace& place) { return place.span.contains(span); });
      if (capital_nouns_ && !stands_in_name(word)) continue;
      if (!value && !common && !placed && !known) origin.names.insert(plain_form(word_text(block_, word)));
    }
  }

 private:
  // Only small words stand before it: "Se construyó", "Since opening its doors".
  [[nodiscard]] bool opens_sentence(std::uint32_t pos) const {
    if (pos > sentence_.begin + kOpening) return false;
    return std::ranges::all_of(words_in(words_, {sentence_.begin, pos}), [&](const Word& word) {
      return word.begin >= pos || is_digit(decode_at(block_.text, word.begin).value) ||
             (home_ && (kinship(word.hash).small >> *home_ & 1U) != 0);
    });
  }

  [[nodiscard]] std::span<const std::string> strings(std::string_view key) const {
    const auto* list = definition_.option<std::vector<std::string>>(block_.language, key);
    return list == nullptr ? std::span<const std::string>() : std::span<const std::string>(*list);
  }
  [[nodiscard]] bool is_one_of(std::string_view key, const Word& word) const {
    const auto* list = definition_.option<std::vector<std::string>>(block_.language, key);
    return list != nullptr &&
           std::ranges::any_of(*list, [&](const std::string& each) { return hash_word(each) == word.hash; });
  }
  [[nodiscard]] bool is_name(const Word& word) const {
    if (!is_capitalised(word_text(block_, word)) || !home_) return false;
    const WordKinship& kin = kinship(word.hash);
    return ((capital_nouns_ ? kin.own() : kin.small) >> *home_ & 1U) == 0;
  }

  void read_year(Origin& origin) const {
    const auto take = [&](TextSpan span, CivilDate date) {
      if (!sentence_.contains(span) || date.year < kFirstYear) return;
      if (distance(origin.cue, span) > kFarthestYear) return;
      const bool nearer = !origin.year_span || distance(origin.cue, span) < distance(origin.cue, *origin.year_span);
      const bool fuller =
          origin.year_span && origin.year_span->begin <= span.begin && span.end <= origin.year_span->end;
      if (nearer && !fuller) {
        origin.year_span = span;
        origin.date = date;
      }
    };
    for (const DateFact& date : facts_.time().dates) {
      if (date.block == number_ && date.year_source == YearSource::kText && !date.before_christ)
        take(date.span, date.date);
    }
    for (const YearMention& year : facts_.time().years) {
      const TextSpan span{year.begin, year.begin + 4};
      const bool dated = std::ranges::any_of(facts_.time().dates, [&](const DateFact& date) {
        return date.block == number_ && date.span.begin <= span.begin && span.end <= date.span.end;
      });
      if (year.block == number_ && !dated) take(span, {year.year, 0, 0});
    }
  }

  // "Born in Leith", "in Köln geboren", "a native of Ohio", "gebürtige Kölnerin".
  void read_place(const Hit& cue, Origin& origin) const {
    if (cue.key == kOriginNative) {
      const auto word = std::ranges::lower_bound(words_, cue.span.end, {}, &Word::begin);
      // "Su Toledo natal": within the cue.
      for (auto inside = std::ranges::lower_bound(words_, cue.span.begin + 1, {}, &Word::begin);
           inside != words_.end() && inside->end <= cue.span.end; ++inside) {
        if (!is_capitalised(word_text(block_, *inside)) || !take_place(inside, origin)) continue;
        origin.place->span.end = std::min(origin.place->span.end, inside->end);
        return;
      }
      if (word == words_.end() || word->begin > cue.span.end + kBeforeCue || !take_place(word, origin)) {
        // "Béthune, sa ville natale", "Suzzara, che gli diede i natali"
        take_before_comma(cue.span.begin, origin);
        return;
      }
      origin.place->people = has_inhabitants_ending({word->begin, word->end});
      if (origin.place->people) take_word(*word, origin);
      return;
    }
    // "The Brazilian-born conductor"
    if (cue.span.begin > 0 && block_.text[cue.span.begin - 1] == '-') {
      const auto word = std::ranges::lower_bound(words_, cue.span.begin - 1, {}, &Word::end);
      if (word == words_.end() || word->end != cue.span.begin - 1 || !take_place(word, origin)) return;
      take_word(*word, origin);
      origin.place->people = true;
      return;
    }
    // "Gründungsort Köln"
    const auto next = std::ranges::lower_bound(words_, cue.span.end, {}, &Word::begin);
    const bool noun = capital_nouns_ && is_upper(decode_at(block_.text, cue.span.begin).value);
    if (noun && next != words_.end() && next->begin <= cue.span.end + 2 && take_place(next, origin)) return;
    for (auto word = next;
         word != words_.end() && word->end <= sentence_.end && word->begin <= cue.span.end + kFarthestPlace; ++word) {
      const std::string_view between = block_.text.substr(cue.span.end, word->begin - cue.span.end);
      if (between.find_first_of(";:()") != std::string_view::npos) break;
      if (!is_one_of("in", *word)) continue;
      if (word + 1 != words_.end() && take_place(word + 1, origin)) return;
    }
    // "Back to Llanelli, where he was born"
    for (const Word& where : words_in(words_, {sentence_.begin, cue.span.begin})) {
      if (is_one_of("where", where) && where.end + kFarthestWhere > cue.span.begin &&
          take_before_comma(where.begin, origin))
        return;
    }
    // Before the cue: "in Köln geboren", "1968 in Köln zur Welt gekommen".
    auto word = std::ranges::lower_bound(words_, cue.span.begin, {}, &Word::begin);
    for (std::size_t back = 0; word != words_.begin() && back < kMostPlaceParts; ++back) {
      --word;
      if (word->begin < sentence_.begin || cue.span.begin - word->end > kFarthestPlace) return;
      if (is_one_of("in", *word) && word + 1 != words_.end() && (word + 1)->begin < cue.span.begin) {
        if (take_place(word + 1, origin) && origin.place->span.end + kBeforeCue + 30 < cue.span.begin)
          origin.place.reset();
        return;
      }
    }
  }

  // The name that a comma parts from what stands at `pos`, an article between: "Matera, la sua città natale".
  bool take_before_comma(std::uint32_t pos, Origin& origin) const {
    constexpr std::size_t kArticle = 5;  // bytes of ", la "
    const std::size_t comma = block_.text.substr(0, pos).rfind(',');
    if (comma == std::string_view::npos || comma < sentence_.begin || pos - comma > kArticle) return false;
    auto word = std::ranges::lower_bound(words_, comma, {}, &Word::begin);
    auto first = words_.end();
    while (
        word != words_.begin() && (word - 1)->begin >= sentence_.begin &&
        (first == words_.end() ? (word - 1)->end == comma : is_adjacent(block_.text, (word - 1)->end, word->begin)) &&
        is_capitalised(word_text(block_, *(word - 1))) && is_name(*(word - 1)))
      first = --word;
    return first != words_.end() && take_place(first, origin);
  }

  bool take_place(std::span<const Word>::iterator first, Origin& origin) const {
    if (first == words_.end() || first->end > sentence_.end) return false;
    const auto places = find_places(block_.text, words_, {first->begin, sentence_.end});
    const bool known = !places.empty() && places.front().span.begin == first->begin;
    if (!is_name(*first) && !known) return false;
    auto last = first;
    for (std::size_t i = 1; i < kMostPlaceParts && last + 1 != words_.end(); ++i) {
      const std::string_view gap = block_.text.substr(last->end, (last + 1)->begin - last->end);
      if (gap != " " && gap != "-" && gap != "'" && gap != "’") break;
      const bool particle = gap == "-" || gap == "'" || gap == "’";
      if (!is_capitalised(word_text(block_, *(last + 1))) && !particle) break;
      ++last;
    }
    OriginPlace place{{first->begin, last->end}, {}, 0, PlaceSort::kTown, false};
    if (known) {
      place.id = places.front().id;
      place.sort = places.front().sort;
      place.span.end = std::max(places.front().span.end, first->end);
    }
    for (const Word& word : words_in(words_, place.span)) place.form += plain_form(word_text(block_, word)) + " ";
    origin.place = std::move(place);
    return true;
  }

  void take_word(const Word& word, Origin& origin) const {
    origin.place->span = {word.begin, word.end};
    origin.place->form = plain_form(word_text(block_, word)) + " ";
  }

  // "Kölnerin", but not "Köln": the word's last letters are a rule's.
  [[nodiscard]] bool has_inhabitants_ending(TextSpan span) const {
    if (!capital_nouns_) return false;
    const std::string_view text = block_.text.substr(span.begin, span.size());
    return text.ends_with("er") || text.ends_with("erin") || text.ends_with("ern");
  }

  // "Founded by Ada Stone"
  void read_makers(TextSpan cue, Origin& origin) const {
    for (auto word = std::ranges::lower_bound(words_, cue.end, {}, &Word::begin);
         word != words_.end() && word->end <= sentence_.end && word->begin <= cue.end + kFarthestPlace; ++word) {
      if (!is_one_of("by", *word)) continue;
      read_founder(word->end, origin);
      return;
    }
    if (read_founder_before(cue, origin)) return;
    // "La fundó Ada Stone"
    const auto next = std::ranges::lower_bound(words_, cue.end, {}, &Word::begin);
    const auto own = std::ranges::lower_bound(words_, cue.begin, {}, &Word::begin);
    if (own != words_.begin() && is_one_of("clitics", *(own - 1)) && next != words_.end() && may_be_named(next) &&
        next->begin <= cue.end + 1)
      return read_founder(cue.end, origin);
    // "Von Ada Stone gegründet"
    auto word = std::ranges::lower_bound(words_, cue.begin, {}, &Word::begin);
    for (std::size_t back = 0; capital_nouns_ && word != words_.begin() && back < kMostFounderWords; ++back) {
      --word;
      if (word->begin < sentence_.begin) return;
      if (is_one_of("by", *word)) return read_founder(word->end, origin);
    }
  }

  // "Ada Stone, who founded it", "Ada Stone, qui la créa"
  bool read_founder_before(TextSpan cue, Origin& origin) const {
    constexpr std::size_t kMostBetween = 1;  // words between "who" and the cue
    auto who = std::ranges::lower_bound(words_, cue.begin, {}, &Word::begin);
    for (std::size_t back = 0; who != words_.begin() && back <= kMostBetween; ++back) {
      --who;
      if (who->begin < sentence_.begin || who == words_.begin()) return false;
      if (!is_one_of("who", *who)) continue;
      auto last = who - 1;
      if (last == words_.begin() || block_.text.substr(last->end, who->begin - last->end) != ", ") return false;
      if (last->begin < sentence_.begin || !may_be_named(last - 1)) return false;
      auto first = last - 1;
      origin.founder = TextSpan{first->begin, last->end};
      origin.founder_names.insert(plain_form(word_text(block_, *last)));
      origin.founder_first = plain_form(word_text(block_, *first));
      return true;
    }
    return false;
  }

  // Two words with capitals of which one is no other word: "Otto Schmied".
  [[nodiscard]] bool may_be_named(std::span<const Word>::iterator word) const {
    if (word + 1 == words_.end() || !is_capitalised(word_text(block_, *word))) return false;
    if (!is_capitalised(word_text(block_, *(word + 1))) || !is_adjacent(block_.text, word->end, (word + 1)->begin))
      return false;
    return is_name(*word) || is_name(*(word + 1));
  }

  // A full name, behind small words and titles.
  void read_founder(std::uint32_t from, Origin& origin) const {
    auto word = std::ranges::lower_bound(words_, from, {}, &Word::begin);
    std::uint32_t end = from;
    std::size_t small = 0;
    while (word != words_.end() && !may_be_named(word)) {
      const bool title = is_one_of("before-names", *word);
      const bool minor = home_ && (kinship(word->hash).small >> *home_ & 1U) != 0 && !is_one_of("in", *word);
      // "By vet Ada Stone": one word may say what somebody is, right before the name.
      const bool trade = !minor && !capital_nouns_ && word + 1 != words_.end() && may_be_named(word + 1) &&
                         is_adjacent(block_.text, word->end, (word + 1)->begin);
      if (is_one_of("of", *word) && small > 0) return;
      if (word->begin > end + kGap || (!title && !minor && !trade && !is_capitalised(word_text(block_, *word))) ||
          ++small > 3)
        return;
      end = word->end;
      ++word;
    }
    const auto first = word;
    while (word != words_.end() && word->end <= sentence_.end && is_capitalised(word_text(block_, *word)) &&
           (word == first || is_adjacent(block_.text, (word - 1)->end, word->begin))) {
      ++word;
    }
    if (first == words_.end() || first->begin > end + kGap || word - first < 2) return;
    origin.founder = TextSpan{first->begin, (word - 1)->end};
    origin.founder_first = plain_form(word_text(block_, *first));
    origin.founder_names.insert(plain_form(word_text(block_, *(word - 1))));
    // "… and Bo Reed"
    while (word != words_.end() && word->end <= sentence_.end && word->begin < first->begin + 120) {
      if (is_name(*word) && is_name(*(word - 1)) && is_adjacent(block_.text, (word - 1)->end, word->begin))
        origin.founder_names.insert(plain_form(word_text(block_, *word)));
      ++word;
    }
  }

  // "The club was founded", "founded in 1934, the club", "started the club", "der 1921 gegründete Verein": the first
  // noun with an article in the clause of the cue, or behind it.
  void read_head(TextSpan cue, Origin& origin) const {
    const auto behind = std::ranges::lower_bound(words_, cue.end, {}, &Word::begin);
    auto first = std::ranges::lower_bound(words_, cue.begin, {}, &Word::begin);
    if (capital_nouns_ && is_upper(decode_at(block_.text, cue.begin).value)) origin.noun = true;
    for (auto word = first; word != behind; ++word) {
      // "Since its foundation", "dalla fondazione"
      if (is_one_of("its", *word) || (word == first && is_one_of("definite", *word))) origin.noun = true;
    }
    if (first != words_.begin() && (first - 1)->begin >= sentence_.begin && cue.begin - (first - 1)->end <= kGap &&
        (is_one_of("definite", *(first - 1)) || is_one_of("its", *(first - 1)) || is_one_of("in", *(first - 1)))) {
      origin.noun = true;
    }
    // "Suite à sa création, le 3 mars 1932": the year of a noun stands behind it.
    if (origin.noun && origin.year_span && origin.year_span->end <= cue.begin) origin.year_span.reset();
    // "Die Gründung des Kirchenchors"
    const bool of = origin.noun && behind != words_.end() && behind->begin <= cue.end + kGap &&
                    (is_one_of("definite", *behind) || is_one_of("of", *behind));
    if (of) take_head(behind, std::min(words_.end(), behind + 4), origin);
    if (origin.noun || block_.role == Role::kTableCell) return;
    std::uint32_t from = sentence_.begin;
    const std::uint32_t until = cue.begin > from + 2 ? cue.begin - 2 : from;
    const auto comma = block_.text.substr(from, until - from).find_last_of(",;:(");
    if (comma != std::string_view::npos) from += static_cast<std::uint32_t>(comma);
    if (cue.begin > from + kHeadReach) from = cue.begin - kHeadReach;
    const auto begin = std::ranges::lower_bound(words_, from, {}, &Word::begin);
    if (take_head(begin, first, origin)) {
      origin.head_before = true;
      return;
    }
    // "Started the club", "founded after the war by Ada Stone, the club".
    auto end = behind;
    while (end != words_.end() && end->end <= sentence_.end && end->begin < cue.end + 2 * kHeadReach) ++end;
    if (behind != end && behind->begin <= cue.end + kGap && take_head(behind, std::min(end, behind + 3), origin))
      return;
    for (auto word = behind; word != end; ++word) {
      if (word->begin > 1 && block_.text[word->begin - 2] == ',' && take_head(word, std::min(end, word + 3), origin))
        return;
    }
    // "Gegründete Zeitung"
    if (capital_nouns_ && behind != end && is_capitalised(word_text(block_, *behind)) && behind->begin == cue.end + 1)
      origin.head = context_form(word_text(block_, *behind));
  }

  bool take_head(std::span<const Word>::iterator begin, std::span<const Word>::iterator end, Origin& origin) const {
    for (auto word = begin; word != end; ++word) {
      const bool part = is_one_of("its", *word);
      if (!part && !is_one_of("definite", *word)) continue;
      for (auto noun = word + 1; noun != end && noun->begin - (noun - 1)->end <= kGap; ++noun) {
        const std::string_view text = word_text(block_, *noun);
        if (text.size() < 3 || (capital_nouns_ && !is_capitalised(text))) continue;
        origin.head = context_form(text);
        origin.head_named = !capital_nouns_ && is_capitalised(text);
        const std::string_view rest = block_.text.substr(noun->end);
        origin.part = part || rest.starts_with("'s ") || rest.starts_with("’s ");
        return true;
      }
    }
    return false;
  }

  // Where nouns have capitals, a name is one by the name beside it, here or elsewhere in the article.
  [[nodiscard]] bool stands_in_name(const Word& own) const { return named_.contains(own.hash); }

  const Facts& facts_;
  const Definition& definition_;
  std::uint32_t number_;
  const Block& block_;
  std::span<const Word> words_;
  TextSpan sentence_;
  const std::set<std::uint32_t>& named_;
  std::optional<unsigned> home_;
  bool capital_nouns_;
};

// "His son was born", "né en 1950, son fils"; but "was born on 4 June 1931, the son of a lamplighter".
bool is_subject(std::string_view text, TextSpan relative, const Origin& birth) {
  if (relative.begin < birth.cue.end || birth.opens) return true;
  return text.substr(birth.cue.end, relative.begin - birth.cue.end).find(',') == std::string_view::npos;
}

// The words of full names: two with capitals side by side, one of which is no other word.
std::set<std::uint32_t> words_of_names(const Document& document) {
  std::set<std::uint32_t> named;
  for (const Block& block : document.blocks()) {
    const auto home = table_number(block.language);
    if (!is_prose(block.role) || !home) continue;
    const auto words = document.words(block);
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!is_capitalised(word_text(block, words[i])) || !is_capitalised(word_text(block, words[i - 1]))) continue;
      if (!is_adjacent(block.text, words[i - 1].end, words[i].begin)) continue;
      const WordKinship& one = kinship(words[i - 1].hash);
      const WordKinship& two = kinship(words[i].hash);
      if (((one.small | two.small | (one.own() & two.own())) >> *home & 1U) != 0) continue;
      named.insert({words[i - 1].hash, words[i].hash});
    }
  }
  return named;
}

}  // namespace

std::vector<Origin> read_origins(const Document& document, const Facts& facts, const Definition& definition) {
  std::vector<Origin> origins;
  QuotedBlocks quoted(document);
  const std::set<std::uint32_t> named = words_of_names(document);
  const std::span<const Hit> hits = facts.matches().of(definition.slot);
  for (std::size_t i = 0; i < hits.size();) {
    const std::uint32_t number = hits[i].block;
    const Block& block = document.block(number);
    const TextSpan sentence = block.role == Role::kTableCell
                                  ? TextSpan{0, static_cast<std::uint32_t>(block.text.size())}
                                  : sentence_at(block.text, hits[i].span.begin);
    std::vector<Origin> own;
    bool silent = !definition.looks_at(block.role);
    bool generic = false;
    std::array<std::size_t, 3> count{};
    std::vector<TextSpan> relatives;
    bool is_part = false;
    const SentenceReader reader(document, facts, definition, number, sentence, named);
    for (; i < hits.size() && hits[i].block == number && hits[i].span.begin < sentence.end; ++i) {
      if (hits[i].key == kOriginUnless || (hits[i].key == kOriginBorn && reader.is_of_other(hits[i].span)))
        silent = true;
      if (hits[i].key == kOriginGeneric) generic = true;
      if (hits[i].key == kOriginUnlessFounded) is_part = true;
      if (hits[i].key == kOriginUnlessSubject) relatives.push_back(hits[i].span);
      if (silent || hits[i].key >= kOriginGeneric || quoted.hold(number, hits[i].span)) continue;
      Origin origin = reader.read(hits[i]);
      // "His native Portugal, where he was born"
      if (origin.sort == Origin::kBirth && origin.place && !origin.year_span &&
          std::ranges::any_of(own, [&](const Origin& other) {
            return other.sort == origin.sort && other.place && other.place->span.begin == origin.place->span.begin;
          }))
        continue;
      // Of one sort the longer cue counts: "née" is of a birth, "née en" perhaps of a foundation.
      const auto inside = std::ranges::find_if(
          own, [&](const Origin& other) { return other.sort == origin.sort && other.cue.overlaps(origin.cue); });
      if (inside == own.end()) {
        own.push_back(std::move(origin));
      } else if (inside->cue.size() < origin.cue.size()) {
        *inside = std::move(origin);
      }
    }
    if (silent) continue;
    std::erase_if(own, [&](const Origin& origin) {
      if (origin.sort != Origin::kBirth) return is_part || !relatives.empty();
      // "His native Portugal, where he was born": a birth without a value tells nothing.
      return (!origin.year_span && !origin.place) ||
             std::ranges::any_of(relatives, [&](TextSpan span) { return is_subject(block.text, span, origin); });
    });
    for (Origin& origin : own) {
      origin.with_kin = !relatives.empty();
      if (origin.with_kin) reader.read_names(origin, relatives.front().begin);
    }
    // "Desde su fundación": beside a word that is sure.
    std::erase_if(own, [&](const Origin& origin) {
      return origin.weak &&
             std::ranges::any_of(own, [&](const Origin& other) { return other.sort == origin.sort && !other.weak; });
    });
    for (Origin& origin : own) {
      ++count[origin.sort];
      // "Le club est né en 1921", "La Unión nació en 1912": people have no article before their names.
      origin.perhaps_birth = origin.weak && !(origin.club && origin.head_before) && !(generic && origin.head_before) &&
                             !reader.names_with_article(origin.cue) &&
                             std::ranges::any_of(own, [&](const Origin& other) {
                               return other.sort == Origin::kBirth && other.cue.overlaps(origin.cue);
                             });
    }
    for (Origin& origin : own) {
      origin.generic = generic;
      if (count[origin.sort] == 1) origins.push_back(std::move(origin));
    }
  }
  return origins;
}

}  // namespace stet

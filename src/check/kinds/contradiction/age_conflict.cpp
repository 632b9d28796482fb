// Kind `age-conflict`: one person of whom an article gives two ages: "the driver, a 58-year-old man", "the 68-year-old
// driver"; died at 81 and "was 83 years old". Known by name alone: kind age-mismatch.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/age_support.h"
#include "check/kinds/contradiction/brief_age_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/namesake_support.h"
#include "check/kinds/slip_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"people", KeyType::kStrings, "words for one person, those for one sort parted by |: \"driver\""},
    {"generic", KeyType::kStrings, "those that fit anybody: \"man\""},
    {"plurals", KeyType::kStrings, "irregular plurals beside their singular: \"man|men\""},
    {"plural-ends", KeyType::kStrings, "with what plurals end: \"s\""},
    {"definite", KeyType::kStrings, "stand before a person that the reader knows: \"the\""},
    {"indefinite", KeyType::kStrings, "stand before a person that the reader does not know: \"a\""},
    {"several", KeyType::kStrings, "stand before one of several: \"second\""},
    {"another", KeyType::kStrings, "tell before an age that it is of somebody else: \"the second car\""},
    {"of", KeyType::kStrings, "stand behind a person and tell which one: \"of\""},
    {"aged", KeyType::kStrings, "stand before an age: \"aged\""},
    {"old", KeyType::kStrings, "stand behind an age, before the person: \"old\""},
    {"is", KeyType::kStrings, "join a person and what it is: \"is\""},
    {"has", KeyType::kStrings, "stand between a person and the years: \"ha\""},
    {"died", KeyType::kStrings, "tell of a death: \"died\""},
    {"died-at", KeyType::kStrings, "stand before the age at a death: \"at the age of\""},
    {"became", KeyType::kStrings, "stand before the age that somebody reached: \"wurde\""},
    {"relatives", KeyType::kStrings, "tell of somebody else's death: \"brother\""},
    {"unless", KeyType::kStrings, "silence the ages of their sentence: \"then\""},
    {"begins-with", KeyType::kStrings, "before a number at a sentence's begin make an age of it: \"At 64, she\""},
    {"with", KeyType::kStrings, "the same anywhere: \"a sus\""},
    {"age-words", KeyType::kStrings,
     "words that hold an age: \"trentenne=30\", \"octogenarian=80-89\"; 0: its digits stand before them"},
    {"birthday", KeyType::kStrings, "stand behind the number of a birthday: \"Geburtstag\""},
    {"own", KeyType::kStrings, "stand before the birthday of somebody told of: \"her\""},
    {"of-women", KeyType::kStrings, "articles of women alone: \"eine\""},
    {"of-men", KeyType::kStrings, "the same of men"},
    {"generations", KeyType::kStrings, "relatives who are many years older or younger: \"mother\""},
    {"officials", KeyType::kStrings, "stand before the name of somebody who speaks for an office: \"spokesman\""},
    {"courtesy", KeyType::kStrings, "stand before a surname: \"Mrs\""},
    {"is-aged", KeyType::kStrings, "stand between a name and an age without a unit: \"is\""},
    {"inhabitants", KeyType::kStrings, "where nouns have capitals: end words for whence somebody is: \"er\""},
    {"turned", KeyType::kStrings, "stand before an age without a unit: \"turned\""},
    {"hypothetical", KeyType::kStrings, "tell near an age that nobody has it: \"would be\""},
    {"one", KeyType::kStrings, "stand before somebody who is no relative of anybody told of: \"a\""},
    {"is-now", KeyType::kStrings, "tell that an age at the begin of a sentence is that of today: \"is\""},
    {"stated", KeyType::kStrings, "at a sentence's begin, before the age of somebody told of: \"She is\""},
    {"for-one", KeyType::kStrings, "compare somebody told of with the age behind: \"for a\""},
    {"turned-lately", KeyType::kStrings, "before an age that somebody reached lately: \"turned\""},
    {"turning", KeyType::kStrings, "before one that comes: \"turns\""},
    {"decades", KeyType::kStrings, "words for the decades of a life from the third on, those for one parted by |"},
    {"decade-parts", KeyType::kStrings, "stand before these: \"in her mid\""},
    {"behind-decades", KeyType::kStrings, "stand behind such a word that counts something: \"dozen of\""},
    {"arrested", KeyType::kStrings, "tell that somebody was taken by the police: \"arrested\""},
    {"accused", KeyType::kStrings, "tell of somebody who was, with the name: \"is due before magistrates\""},
    {"harmed", KeyType::kStrings, "whom a deed harmed, and who is not whom it has got arrested: \"victim\""},
    {"victims", KeyType::kStrings, "people who were told of, whosever they are: \"victim\""},
    kNamesakesKey,
});
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {
    {"people", kForward, true}, {"people", kBackward, true}, {"generic", kForward},       {"plurals", kForward, true},
    {"definite", kBackward},    {"indefinite", kBackward},   {"several", kBackward},      {"of", kForward},
    {"aged", kBackward},        {"old", kForward},           {"is", kBackward},           {"died", kForward},
    {"died-at", kBackward},     {"became", kBackward},       {"relatives", kForward},     {"unless", kForward},
    {"another", kForward},      {"has", kBackward},          {"begins-with", kBackward},  {"with", kBackward},
    {"birthday", kForward},     {"own", kBackward},          {"of-women", kForward},      {"of-men", kForward},
    {"generations", kForward},  {"officials", kForward},     {"turned", kBackward},       {"hypothetical", kForward},
    {"one", kBackward},         {"is-now", kForward},        {"victims", kForward},       {"is-aged", kBackward},
    {"courtesy", kForward},     {"stated", kBackward},       {"for-one", kBackward},      {"turned-lately", kBackward},
    {"turning", kBackward},     {"decades", kForward, true}, {"decade-parts", kBackward}, {"behind-decades", kForward},
    {"arrested", kForward},     {"accused", kForward},       {"harmed", kForward}};
constexpr double kYoungest = 11;
constexpr double kOldest = 110;
constexpr std::size_t kMostLooks = 8;  // through the article, for other people of a sort
constexpr std::size_t kMostAges = 60;  // of an article; one with more is a list of people
constexpr double kNearAges = 3;        // at a death: the year of birth was forgotten, or a birthday

struct Mention {
  std::uint32_t block = 0;
  TextSpan span;
  double age = 0;
  std::vector<Person> people;
  std::string name;  // "Tom Reed", where its age stands behind it
  bool definite = false;
  bool death = false;
  bool apposed = false;  // "the driver (45)": may bring in somebody whom the reader does not know
};

class AgeConflict final : public Check {
 public:
  explicit AgeConflict(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& all) const override {
    NamesakeGuard sink(document, facts, *definition_, std::size(kSectionKeys) - 1, all);
    if (find_ages(document, facts, sink)) return;
    if (const auto ages = ages_told_again(document, facts, *definition_, words_, worded_)) {
      Finding finding = clash_of(document, ages->first, ages->second);
      if (ages->worded) finding.wording = "words";
      if (!ages->sure) finding.severity = Severity::kInfo;
      finding.covers = true;
      sink.report(std::move(finding));
    }
  }

 private:
  // Whether somebody with two ages was found.
  bool find_ages(const Document& document, const Facts& facts, Sink& sink) const {
    std::vector<const Quantity*> ages;
    for (const Quantity& q : facts.quantities()) {
      const Block& block = document.block(q.block);
      if (!is_age(q, block.text) || !definition_->looks_at(block.role)) continue;
      ages.push_back(&q);
      if (ages.size() > kMostAges) return false;
    }
    if (std::ranges::none_of(ages, [&](const Quantity* q) { return q->value != ages.front()->value; })) return false;
    std::vector<Mention> mentions;
    QuotedBlocks quoted(document);
    for (const Quantity* q : ages) {
      if (auto mention = read(document, *q); mention && !quoted.hold(q->block, q->span)) {
        mentions.push_back(std::move(*mention));
      }
    }
    bool found = compare_deaths(document, mentions, sink);
    std::size_t looks = 0;
    for (std::size_t j = 1; j < mentions.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (!are_one(document, ages, mentions, mentions[i], mentions[j], looks)) continue;
        report(document, mentions[i], mentions[j], sink);
        return true;
      }
    }
    return found;
  }

  // Years, or a bare number set apart: "(45)", ", 45,", "aged 45".
  static bool is_age(const Quantity& q, std::string_view text) {
    if (q.spelled || q.fraction || q.article || q.decimals != 0 || q.value < kYoungest || q.value > kOldest)
      return false;
    if (q.range != Quantity::Range::kSingle || q.hedge != Hedge::kExact || q.scale != 1) return false;
    if (q.dimension_of() == Dimension::kTime) return unit_of(q.unit).key == "year";
    if (q.unit != kNoUnit || q.span.begin < 2 || q.span.end >= text.size()) return false;
    return text[q.span.begin - 1] == ' ' || text[q.span.begin - 1] == '(';
  }

  // "(45)", ", 45,"
  static bool is_set_apart(std::string_view text, TextSpan span) {
    const char after = text[span.end];
    if (text[span.begin - 1] == '(') return after == ')';
    const std::size_t before = skip_blanks_back(text, span.begin);
    return before > 0 && text[before - 1] == ',' && (after == ',' || after == '.' || after == ';' || after == ')');
  }

  std::optional<Mention> read(const Document& document, const Quantity& q) const {
    const Block& block = document.block(q.block);
    const RuleWords::Tries* const lists = words_.in(block.language);
    if (lists == nullptr) return std::nullopt;
    const PersonReader reader(document, q.block, *lists);
    const TextSpan sentence = sentence_at(block.text, q.span.begin);
    if (holds((*lists)[kUnless], block.text, sentence)) return std::nullopt;
    Mention mention{q.block, q.number, q.value, {}, {}, false, false, false};
    read_death(block.text, q, sentence, *lists, mention);
    if (mention.death) return mention;

    const auto aged = (*lists)[kAged].longest(block.text, skip_blanks_back(block.text, q.span.begin));
    const bool bare = q.unit == kNoUnit;
    const std::size_t begin = aged ? aged.position : q.span.begin;
    const char mark = begin > 0 ? block.text[skip_blanks_back(block.text, begin) - 1] : ' ';
    if (bare && !aged && !is_set_apart(block.text, q.span)) return std::nullopt;
    mention.name = reader.name_before(begin);
    std::size_t from = q.span.begin;
    const auto old = old_behind(block.text, q, *lists);
    if (old) {
      if (const auto person = reader.behind(*old)) mention.people.push_back(*person);
    }
    if (mention.people.empty()) {
      const bool apart = aged || mark == ',' || mark == '(';
      const auto person = apart ? reader.before(begin) : std::nullopt;
      if (!person && !old && mention.name.empty()) return std::nullopt;
      if (person) {
        mention.people.push_back(*person);
        mention.apposed = true;
        from = person->span.begin;
      }
    }
    const PersonReader::Article article = reader.article(from, kMostAdjectives);
    mention.definite = article.definite && !article.several;
    if (article.indefinite) {
      if (const auto person = reader.apposed(article.begin)) mention.people.push_back(*person);
    }
    if (mention.people.empty() && mention.name.empty()) return std::nullopt;
    return mention;
  }

  // Where "58-year-old" ends, if a person may stand behind it.
  static std::optional<std::size_t> old_behind(std::string_view text, const Quantity& q,
                                               const RuleWords::Tries& lists) {
    if (q.unit == kNoUnit) return std::nullopt;
    std::size_t pos = skip_blanks(text, q.span.end);
    if (pos < text.size() && text[pos] == '-') ++pos;
    if (const auto match = lists[kOld].longest(text, pos)) return match.position;
    // "74-jährige": one word with its unit.
    const std::string_view written = text.substr(q.span.begin, q.span.size());
    if (written.find(' ') == std::string_view::npos && written.find("hrig") != std::string_view::npos)
      return q.span.end;
    return std::nullopt;
  }

  static void read_death(std::string_view text, const Quantity& q, TextSpan sentence, const RuleWords::Tries& lists,
                         Mention& mention) {
    if (holds(lists[kRelatives], text, sentence)) return;
    const std::size_t before = skip_blanks_back(text, q.span.begin);
    mention.death = (lists[kDiedAt].longest(text, before) && holds(lists[kDied], text, sentence)) ||
                    (lists[kBecame].longest(text, before) && old_behind(text, q, lists));
  }

  // Whether the paragraph of the second age begins with somebody whom the text up to the first one does not know:
  // "The singer Ruth Olsen has died. She …"
  static bool names_another(const Document& document, const Mention& first, const Mention& other) {
    if (other.block == first.block) return false;
    const auto is_known = [&](std::uint32_t hash) {
      for (std::uint32_t b = 0; b <= first.block; ++b) {
        const auto words = document.words(document.block(b));
        if (std::ranges::find(words, hash, &Word::hash) != words.end()) return true;
      }
      return false;
    };
    const Block& block = document.block(other.block);
    const auto words = words_in(document.words(block), {0, other.span.begin});
    const auto home = table_number(block.language);
    const auto is_small = [&](const Word& word) { return home && (kinship(word.hash).small >> *home & 1U) != 0; };
    for (std::size_t i = 1; i < words.size(); ++i) {
      const bool is_name = is_capitalised(word_text(block, words[i - 1])) &&
                           is_capitalised(word_text(block, words[i])) &&
                           is_adjacent(block.text, words[i - 1].end, words[i].begin);
      if (is_name && !is_small(words[i - 1]) && !is_known(words[i].hash)) return true;
    }
    return false;
  }

  // All ages at a death are two: of one person.
  bool compare_deaths(const Document& document, const std::vector<Mention>& mentions, Sink& sink) const {
    const Mention* first = nullptr;
    const Mention* other = nullptr;
    for (const Mention& mention : mentions) {
      if (!mention.death) continue;
      if (first == nullptr) {
        first = &mention;
      } else if (mention.age != first->age) {
        if (other != nullptr && other->age != mention.age) return false;
        if (other == nullptr) other = &mention;
      }
    }
    if (other == nullptr || names_another(document, *first, *other)) return false;
    const std::string_view text = document.block(first->block).text;
    const RuleWords::Tries& lists = *words_.in(document.block(first->block).language);
    // One of them tells of the death itself.
    if (!holds(lists[kDied], text, sentence_at(text, first->span.begin))) return false;
    const bool near = std::abs(first->age - other->age) <= kNearAges;
    if (!near && !is_slip(first->age, other->age)) return false;
    report(document, *first, *other, sink);
    return true;
  }

  bool are_one(const Document& document, const std::vector<const Quantity*>& ages, const std::vector<Mention>& mentions,
               const Mention& a, const Mention& b, std::size_t& looks) const {
    // Of a full name: 62 and 26, but not 26 and 27, which it may be at two times.
    if (!a.name.empty() && a.name == b.name) return are_swapped(a.age, b.age) && !is_sentence(document, a, b);
    if (!b.definite || b.people.empty() || a.death || b.death || !is_slip(a.age, b.age)) return false;
    const Language language = document.block(b.block).language;
    if (document.block(a.block).language != language) return false;
    const Person& person = b.people.front();
    const auto same = std::ranges::find(a.people, person.sort, &Person::sort);
    const RuleWords::Tries& lists = *words_.in(language);
    const std::string_view text_b = document.block(b.block).text;
    const std::string form = form_of(text_b, person.span);
    if (same == a.people.end() && !is_sentenced(document, a, form, lists)) return false;
    // The age was given before: to another person.
    const bool known = std::ranges::any_of(ages, [&](const Quantity* q) {
      return q->value == b.age && std::pair(q->block, q->span.begin) < std::pair(b.block, b.span.begin);
    });
    const bool third = std::ranges::any_of(mentions, [&](const Mention& other) {
      return other.age != a.age && other.age != b.age && !other.death &&
             std::ranges::find(other.people, person.sort, &Person::sort) != other.people.end();
    });
    if (known || third || is_sentence(document, a, b)) return false;
    // "The second car belongs to a doctor; the driver (47)"
    const TextSpan before{a.block == b.block ? a.span.end : 0, b.span.begin};
    if (b.apposed && holds(lists[kOneOf], text_b, before)) return false;
    return ++looks <= kMostLooks && is_only(document, language, a, b, person, form, lists);
  }

  static bool is_sentence(const Document& document, const Mention& a, const Mention& b) {
    return a.block == b.block && sentence_at(document.block(a.block).text, a.span.begin).contains(b.span);
  }

  static std::string form_of(std::string_view text, TextSpan span) {
    return context_form(text.substr(span.begin, span.size()));
  }

  // "Has sentenced a man of 36": the sentenced man.
  static bool is_sentenced(const Document& document, const Mention& a, std::string_view form,
                           const RuleWords::Tries& lists) {
    const Block& block = document.block(a.block);
    const bool generic = std::ranges::any_of(
        a.people, [&](const Person& person) { return lists[kGeneric].longest(block.text, person.span.begin).found; });
    if (!generic) return false;
    const std::span<const Word> words = words_in(document.words(block), sentence_at(block.text, a.span.begin));
    return std::ranges::any_of(words, [&](const Word& word) {
      return word.end <= a.span.begin && is_same_word(context_form(word_text(block, word)), form);
    });
  }

  // Whether the article knows only one person of the sort.
  bool is_only(const Document& document, Language language, const Mention& a, const Mention& b, const Person& person,
               std::string_view form, const RuleWords::Tries& lists) const {
    const std::string_view own = document.block(b.block).text;
    const bool generic = lists[kGeneric].longest(own, person.span.begin).found;
    const auto irregular = lists[kPlurals].longest(own, person.span.begin);
    const auto* ends = definition_->option<std::vector<std::string>>(language, "plural-ends");
    std::size_t introduced = 0;
    std::string_view complement;
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      if (!definition_->looks_at(block.role) || block.language != language) continue;
      const PersonReader reader(document, i, lists);
      for (const Word& word : reader.words()) {
        const auto match = lists[kPeople].longest(block.text, word.begin);
        const bool is_sort = match && match.payload == person.sort && match.position <= word.end;
        if (!is_sort) {
          if (match && generic && is_between(i, word.begin, a, b)) {
            const PersonReader::Article article = reader.article(word.begin, kMostAdjectives);
            if (article.any() && !article.counted) return false;
          }
          if (is_plural(block, word, form, irregular, ends, lists)) return false;
          continue;
        }
        const PersonReader::Article article = reader.article(word.begin, kMostAdjectives + 2);
        if (article.several || (article.indefinite && ++introduced > 1)) return false;
        const std::string_view which = reader.complement(word.end);
        if (which.empty()) continue;
        if (!complement.empty() && which != complement) return false;
        complement = which;
        // "The driver of the lorry" beside "a driver".
        if (i == b.block && person.span.begin == word.begin && !generic) return false;
      }
    }
    return true;
  }

  static bool is_between(std::uint32_t block, std::uint32_t pos, const Mention& a, const Mention& b) {
    const std::pair place(block, pos);
    return place > std::pair(a.block, a.span.end) && place < std::pair(b.block, b.span.begin) &&
           std::ranges::none_of(a.people, [&](const Person& p) { return block == a.block && p.span.begin == pos; });
  }

  static bool is_plural(const Block& block, const Word& word, std::string_view form, PhraseTrie::Match irregular,
                        const std::vector<std::string>* ends, const RuleWords::Tries& lists) {
    if (irregular) {
      const auto match = lists[kPlurals].longest(block.text, word.begin);
      if (match && match.payload == irregular.payload) return true;
    }
    if (ends == nullptr || form.size() < 3 || word.end - word.begin <= form.size()) return false;
    const std::string other = context_form(word_text(block, word));
    if (other.substr(0, 3) != form.substr(0, 3) || other == form || !is_same_word(other, form)) return false;
    return std::ranges::any_of(*ends, [&](const std::string& end) { return other.ends_with(end); });
  }

  static void report(const Document& document, const Mention& first, const Mention& second, Sink& sink) {
    Finding finding = clash_of(document, {first.block, first.span}, {second.block, second.span});
    finding.covers = true;  // what kind age-mismatch says of the name
    sink.report(std::move(finding));
  }

  const Definition* definition_;
  RuleWords words_;
  WordedAges worded_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) { return std::make_unique<AgeConflict>(definition); }

}  // namespace

namespace kinds {
extern const Kind age_conflict;
const Kind age_conflict{"age-conflict", "one person with two ages", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

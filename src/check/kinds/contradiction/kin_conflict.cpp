// Kind `kin-conflict`: somebody who is one's wife here and his sister there; who is Mr here and Mrs there; the only
// child of a short article, who is a boy and then a girl.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/kin_owner_support.h"
#include "check/kinds/contradiction/kin_reader_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kShort = 320;   // words of an article about few people
constexpr std::size_t kMostKin = 24;  // of an article; one with more is a family's history
constexpr KinSet kSameHouse =
    kin_of(KinSort::kSpouse) | kin_of(KinSort::kChild) | kin_of(KinSort::kSibling) | kin_of(KinSort::kParent);

class KinConflict final : public Check {
 public:
  explicit KinConflict(const Definition& definition)
      : definition_(definition), kin_(definition_), words_(definition_, kKinLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (words_looked_at(document, definition_) > kShort) return;
    std::vector<Kin> kin;
    for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
      const Block& block = document.block(number);
      const RuleWords::Tries* lists = definition_.looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (lists == nullptr) continue;
      for (Kin& each : read_kin(document, number, kin_.in(block.language), *lists, facts.numbers(block).capital_nouns))
        kin.push_back(std::move(each));
      if (kin.size() > kMostKin) return;
    }
    if (find_named(document, facts, kin, sink) || find_taken_up(document, kin, sink)) return;
    if (find_titles(document, kin, sink)) return;
    find_child(document, facts, kin, sink);
  }

 private:
  // "His wife, Carol, … his sister Carol"
  bool find_named(const Document& document, const Facts& facts, const std::vector<Kin>& kin, Sink& sink) const {
    for (std::size_t j = 1; j < kin.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        const Kin& a = kin[i];
        const Kin& b = kin[j];
        if (a.first.empty() || b.first.empty() || (a.kin & b.kin) != 0 || is_one_sentence(a, b)) continue;
        if (document.block(a.block).language != document.block(b.block).language) continue;
        if (!is_one_name(a, b) || may_be_of_two(a, b) || may_be_title(a) || may_be_title(b)) continue;
        if (are_generations_apart(a.kin, b.kin) || tells_of_others(document, kin, a, b)) continue;
        const bool told = !a.owner.empty() || !b.owner.empty();
        if (told ? !share_owner(document, facts, a, b)
                 : names_another(document, a, b, facts.numbers(document.block(b.block)).capital_nouns))
          continue;
        if (tells(document, kKinNamesakes) || are_told_apart(document, a.first)) return false;
        report(document, a, b, false, sink);
        return true;
      }
    }
    return false;
  }

  static bool is_one_sentence(const Kin& a, const Kin& b) {
    return a.block == b.block && a.sentence.begin == b.sentence.begin;
  }
  bool share_owner(const Document& document, const Facts& facts, const Kin& a, const Kin& b) const {
    const Block& block = document.block(a.block);
    const RuleWords::Tries* lists = words_.in(block.language);
    if (lists == nullptr) return false;
    const bool capital_nouns = facts.numbers(block).capital_nouns;
    return is_one_owner(owner_of(document, a, *lists, capital_nouns), owner_of(document, b, *lists, capital_nouns));
  }
  // "Carol", "Carol Reed"; but "Carol Reed", "Carol Hale".
  static bool is_one_name(const Kin& a, const Kin& b) {
    if (a.first != b.first) {
      if (a.names.size() == 1) return b.names.front() == a.first;
      if (b.names.size() == 1) return a.names.front() == b.first;
      return a.names == b.names;
    }
    return a.names.size() == 1 || b.names.size() == 1 || a.names.back() == b.names.back();
  }
  // "Her son Tom", "his brother Tom": of a mother and of his brother.
  static bool may_be_of_two(const Kin& a, const Kin& b) {
    using Whose = Kin::Whose;
    return (a.whose == Whose::kHis && b.whose == Whose::kHers) || (a.whose == Whose::kHers && b.whose == Whose::kHis);
  }
  // "Big Lars and little Lars"
  bool are_told_apart(const Document& document, std::string_view name) const {
    std::size_t times = 0;
    for (const Block& block : document.blocks()) {
      const RuleWords::Tries* lists = words_.in(block.language);
      if (lists == nullptr) continue;
      const auto words = document.words(block);
      const auto tells_apart = [&](std::size_t i) {
        return i < words.size() && (*lists)[kKinToldApart].longest(block.text, words[i].begin);
      };
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (context_form(word_text(block, words[i])) != name) continue;
        if ((i > 0 && tells_apart(i - 1)) || tells_apart(i + 1) || tells_apart(i + 2)) ++times;
      }
    }
    return times > 1;
  }
  // "Brother Kevin", "Uncle Bob": what all call him.
  static bool may_be_title(const Kin& kin) {
    constexpr KinSet kTitles =
        kin_of(KinSort::kSibling) | kin_of(KinSort::kParent) | kin_of(KinSort::kUncle) | kin_of(KinSort::kGrandparent);
    return kin.whose == Kin::Whose::kNobodys && !kin.definite && !kin.complement && (kin.kin & kTitles) != 0;
  }
  // Father and son, uncle and nephew: a name is handed down.
  static bool are_generations_apart(KinSet a, KinSet b) {
    constexpr auto kGeneration = std::to_array<int>({0, -1, 0, 1, -2, 2, -1, 1, 0, 0, -1, 1});
    static_assert(kGeneration.size() == static_cast<std::size_t>(KinSort::kCount));
    for (std::size_t i = 0; i < kGeneration.size(); ++i) {
      for (std::size_t j = 0; j < kGeneration.size(); ++j) {
        if ((a & kin_of(static_cast<KinSort>(i))) == 0 || (b & kin_of(static_cast<KinSort>(j))) == 0) continue;
        if (std::abs(kGeneration[i] - kGeneration[j]) < 2) return false;
      }
    }
    return true;
  }
  // "Her daughter Ann and her son Tom … Ann says that her brother Tom": another relative is named near the later one.
  static bool tells_of_others(const Document& document, const std::vector<Kin>& kin, const Kin& a, const Kin& b) {
    const Block& block = document.block(b.block);
    const std::size_t end = skip_blanks_back(block.text, b.sentence.begin);
    const std::uint32_t from =
        end == 0 ? b.sentence.begin : sentence_at(block.text, static_cast<std::uint32_t>(end - 1)).begin;
    for (const Word& word : words_in(document.words(block), {from, b.sentence.end})) {
      if (!is_capitalised(word_text(block, word))) continue;
      const std::string form = context_form(word_text(block, word));
      if (std::ranges::find(b.owner, form) != b.owner.end()) continue;
      const auto is_other = [&](const Kin& other) {
        return !other.first.empty() && other.first != a.first &&
               std::ranges::find(other.names, form) != other.names.end() &&
               std::ranges::find(a.names, form) == a.names.end();
      };
      if (std::ranges::any_of(kin, is_other)) return true;
    }
    return false;
  }

  // "In company of his brother … the brother-in-law": told of before, in a language that says "his".
  bool find_taken_up(const Document& document, const std::vector<Kin>& kin, Sink& sink) const {
    for (std::size_t j = 1; j < kin.size(); ++j) {
      const Kin& b = kin[j];
      if (!b.definite || b.complement || !b.first.empty()) continue;
      const bool* taken_up = definition_.option<bool>(document.block(b.block).language, "taken-up");
      if (taken_up == nullptr || !*taken_up) continue;
      const auto is_told = [&](const Kin& other) { return &other != &b && (other.kin & b.kin) != 0; };
      if (std::ranges::any_of(kin, is_told)) continue;
      for (std::size_t i = 0; i < j; ++i) {
        const Kin& a = kin[i];
        if (a.whose == Kin::Whose::kNobodys || is_one_sentence(a, b) || !are_near(a.kin, b.kin)) continue;
        report(document, a, b, true, sink);
        return true;
      }
    }
    return false;
  }
  // Of one sex, and nearly the same: a brother and a brother-in-law, a son and a nephew.
  static bool are_near(KinSet a, KinSet b) {
    if ((a & kKinWomen) == 0 && (b & kKinMen) == 0) return false;
    if ((a & kKinMen) == 0 && (b & kKinWomen) == 0) return false;
    constexpr KinSet kSiblings = kin_of(KinSort::kSibling) | kin_of(KinSort::kSiblingInLaw) | kin_of(KinSort::kCousin);
    constexpr KinSet kChildren = kin_of(KinSort::kChild) | kin_of(KinSort::kNephew) | kin_of(KinSort::kChildInLaw) |
                                 kin_of(KinSort::kGrandchild);
    return ((a & kSiblings) == a && (b & kSiblings) == b) || ((a & kChildren) == a && (b & kChildren) == b);
  }

  // A title before a name: "Mrs Reed".
  struct Titled {
    TextPlace place;
    bool woman = false;
    std::string surname;
    std::string first;
  };

  // "Mr Reed … Mrs Reed": nobody of one house is told of besides.
  bool find_titles(const Document& document, const std::vector<Kin>& kin, Sink& sink) const {
    std::vector<Titled> titles;
    for (std::uint32_t number = 0; number < document.blocks().size(); ++number) read_titles(document, number, titles);
    for (std::size_t j = 1; j < titles.size(); ++j) {
      const Titled& b = titles[j];
      const auto a =
          std::find_if(titles.begin(), titles.begin() + static_cast<std::ptrdiff_t>(j),
                       [&](const Titled& each) { return each.surname == b.surname && each.woman != b.woman; });
      if (a == titles.begin() + static_cast<std::ptrdiff_t>(j)) continue;
      if (!a->first.empty() && !b.first.empty() && a->first != b.first) continue;
      // "Frau Reed" is nobody's wife.
      const auto shares_house = [](const Kin& each) {
        return (each.kin & kSameHouse) != 0 && (each.definite || each.whose != Kin::Whose::kNobodys);
      };
      if (std::ranges::any_of(kin, shares_house)) return false;
      if (tells(document, kKinCouples) || is_one_sentence(document, titles) || is_apposed(document, b)) return false;
      Finding finding = clash_of(document, a->place, b.place);
      finding.wording = "sex";
      finding.severity = Severity::kInfo;
      sink.report(std::move(finding));
      return true;
    }
    return false;
  }

  void read_titles(const Document& document, std::uint32_t number, std::vector<Titled>& titles) const {
    const Block& block = document.block(number);
    const RuleWords::Tries* lists = definition_.looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (lists == nullptr) return;
    const auto words = document.words(block);
    const auto home = table_number(block.language);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto he = (*lists)[kKinHe].longest(block.text, words[i].begin);
      const auto she = (*lists)[kKinShe].longest(block.text, words[i].begin);
      if (!he && !she) continue;
      std::size_t end = (he.found && (!she.found || he.position > she.position) ? he : she).position;
      const bool woman = !(he.found && (!she.found || he.position > she.position));
      if (end < block.text.size() && block.text[end] == '.') ++end;
      auto next = static_cast<std::size_t>(std::ranges::lower_bound(words, end, {}, &Word::begin) - words.begin());
      if (next >= words.size() || words[next].begin > end + 2 || !is_capitalised(word_text(block, words[next])))
        continue;
      const std::size_t last = end_of_name(block, words, next);
      // "Frau und", "Mrs Reed's", "La Regione"
      if (home && (kinship(words[last].hash).small >> *home & 1U) != 0) continue;
      Titled title;
      title.place = {number, {words[i].begin, words[last].end}};
      title.woman = woman;
      title.surname = context_form(word_text(block, words[last]));
      if (last > next) title.first = context_form(word_text(block, words[next]));
      titles.push_back(std::move(title));
    }
  }

  // "Mr Reed and Mrs Reed", of one surname
  static bool is_one_sentence(const Document& document, const std::vector<Titled>& titles) {
    for (std::size_t i = 1; i < titles.size(); ++i) {
      const Titled& a = titles[i - 1];
      const Titled& b = titles[i];
      if (a.surname != b.surname || a.woman == b.woman || a.place.block != b.place.block) continue;
      if (sentence_at(document.block(a.place.block).text, a.place.span.begin).end > b.place.span.begin) return true;
    }
    return false;
  }
  // "Mr Reed, a patient": brought in.
  static bool is_apposed(const Document& document, const Titled& title) {
    return document.block(title.place.block).text.substr(title.place.span.end).starts_with(", ");
  }

  // Whether a phrase of the list stands anywhere.
  bool tells(const Document& document, KinList list) const {
    return std::ranges::any_of(document.blocks(), [&](const Block& block) {
      const RuleWords::Tries* lists = words_.in(block.language);
      return lists != nullptr && holds((*lists)[list], block.text, {0, static_cast<std::uint32_t>(block.text.size())});
    });
  }

  // "Her son was hurt … the girl"
  void find_child(const Document& document, const Facts& facts, const std::vector<Kin>& kin, Sink& sink) const {
    struct Child {
      TextPlace place;
      KinSet sex = 0;
      bool known = false;  // "the girl"
      bool brought_in = false;
      bool theirs = false;  // "their daughter"
    };
    std::vector<Child> children;
    for (const Kin& each : kin) {
      const KinSet child = each.kin & kin_of(KinSort::kChild);
      if (child == 0) continue;
      children.push_back({{each.block, each.span}, child == each.kin ? each.kin : 0, false, true, is_theirs(each)});
    }
    for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
      const Block& block = document.block(number);
      const RuleWords::Tries* lists = definition_.looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (lists == nullptr) continue;
      const auto words = document.words(block);
      const auto quoted = quoted_passages(block.text);
      for (std::size_t i = 0; i < words.size(); ++i) {
        const std::uint32_t begin = words[i].begin;
        if ((*lists)[kKinChildren].longest(block.text, begin)) return;
        const auto boy = (*lists)[kKinBoys].longest(block.text, begin);
        const auto girl = (*lists)[kKinGirls].longest(block.text, begin);
        if (!boy && !girl) {
          const auto child = kin_.in(block.language).longest(block.text, begin);
          if (child && (child.payload & kin_of(KinSort::kChild)) == child.payload && i > 0 &&
              (*lists)[kKinIndefinite].longest(block.text, words[i - 1].begin)) {
            const TextSpan span{begin, static_cast<std::uint32_t>(child.position)};
            if (!is_quoted(quoted, span)) children.push_back({{number, span}, child.payload, false, true, false});
          }
          continue;
        }
        if (facts.numbers(block).capital_nouns && !is_capitalised(word_text(block, words[i]))) continue;
        const TextSpan span{begin, static_cast<std::uint32_t>((boy ? boy : girl).position)};
        if (is_quoted(quoted, span)) continue;
        Child child{{number, span}, kin_of(KinSort::kChild) & (boy ? kKinMen : kKinWomen), false, false, false};
        for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
          const Word& word = words[i - back];
          if ((*lists)[kKinDefinite].longest(block.text, word.begin)) child.known = true;
          if ((*lists)[kKinIndefinite].longest(block.text, word.begin)) child.brought_in = true;
          if (child.known || child.brought_in) break;
        }
        if (!child.known && !child.brought_in) return;
        children.push_back(child);
      }
    }
    std::ranges::stable_sort(children, {},
                             [](const Child& child) { return std::pair(child.place.block, child.place.span.begin); });
    if (children.size() < 2 || !children.front().brought_in || children.front().sex == 0) return;
    const KinSet sex = children.front().sex;
    const auto is_other = [&](const Child& child) { return child.sex != sex; };
    // Nobody else is brought in, but "their daughter" where they have one child.
    const bool only = is_only_child(document, children.front().place);
    if (std::ranges::any_of(children.begin() + 1, children.end(), [&](const Child& child) {
          return is_other(child) && !child.known && !(only && child.theirs);
        }))
      return;
    const auto other = std::ranges::find_if(children, is_other);
    if (other == children.end()) return;
    Finding finding = clash_of(document, children.front().place, other->place);
    finding.wording = "sex";
    finding.severity = Severity::kInfo;
    sink.report(std::move(finding));
  }

  // "They had one child, a boy"
  bool is_only_child(const Document& document, TextPlace place) const {
    const Block& block = document.block(place.block);
    const RuleWords::Tries* lists = words_.in(block.language);
    return lists != nullptr && holds((*lists)[kKinOnlyChild], block.text, sentence_at(block.text, place.span.begin));
  }
  // "Their daughter"
  static bool is_theirs(const Kin& kin) {
    if (kin.complement || !kin.first.empty() || kin.whose == Kin::Whose::kNamed) return false;
    return kin.definite || kin.whose != Kin::Whose::kNobodys;
  }

  static void report(const Document& document, const Kin& a, const Kin& b, bool doubtful, Sink& sink) {
    Finding finding = clash_of(document, {a.block, a.span}, {b.block, b.span});
    if (doubtful) finding.severity = Severity::kInfo;
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  KinWords kin_;
  RuleWords words_;
};

constexpr auto make_section_keys() {
  std::array<Key, std::size(kKinKeys) + 1> keys{};
  std::ranges::copy(kKinKeys, keys.begin());
  keys.back() = {"taken-up", KeyType::kBool, "a relative behind \"the\" was told of before"};
  return keys;
}
constexpr auto kSectionKeys = make_section_keys();

std::unique_ptr<Check> make(const Definition& definition, Errors&) { return std::make_unique<KinConflict>(definition); }

}  // namespace

namespace kinds {
extern const Kind kin_conflict;
const Kind kin_conflict{"kin-conflict", "somebody with two sorts of kinship, or of two sexes", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

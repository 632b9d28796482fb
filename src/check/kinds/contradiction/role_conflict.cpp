// Kind `role-conflict`: one person with two offices that nobody holds at a time, of two countries, or of two parties.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/lazy.h"
#include "check/check.h"
#include "check/kinds/contradiction/namesake_support.h"
#include "check/kinds/contradiction/post_conflict_support.h"
#include "check/kinds/contradiction/role_rules_support.h"
#include "check/kinds/word_support.h"
#include "facts/roles.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/plain_form.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"exclusive", KeyType::kStrings, "offices that nobody holds two of at a time: \"finance foreign\""},
    {"exclusive-in-country", KeyType::kStrings, "the same, where both are said to be of one country"},
    {"of-state", KeyType::kStrings, "offices whose country tells two people from each other"},
    {"named-in-full", KeyType::kStrings, "offices that need the person's first name: many people hold them"},
    {"always", KeyType::kStrings, "offices that exclude each other whenever they were held: \"elder younger\""},
    {"single", KeyType::kStrings, "offices that one person holds: two holders are reported"},
    {"one-party", KeyType::kStrings, "parties that somebody may be said to be of both: \"cdu csu\""},
    {"female-endings", KeyType::kStrings, "with which only the words for a woman's office end"},
    kPostBodyKeys[0],
    kPostBodyKeys[1],
    kNamesakesKey,
});
constexpr std::size_t kMostMentions = 400;   // of an article: more are a list
constexpr std::size_t kMostPeople = 20;      // that are looked at closely
constexpr std::size_t kMostSentences = 200;  // that name one person

// A sentence that names somebody.
struct Naming {
  std::uint32_t block = 0;
  TextSpan sentence;
};

class RoleConflict final : public Check {
 public:
  explicit RoleConflict(const Definition& definition)
      : definition_(definition), languages_(definition_), bodies_(definition_) {}

  void run(const Document& document, const Facts& facts, Sink& all) const override {
    NamesakeGuard sink(document, facts, definition_, kSectionKeys.size() - 1, all);
    if (!report_post_conflict(document, facts, definition_, languages_, bodies_, sink))
      find_offices(document, facts, sink);
  }

 private:
  using Pair = std::pair<const RoleMention*, const RoleMention*>;

  void find_offices(const Document& document, const Facts& facts, Sink& sink) const {
    std::vector<RoleMention> mentions = read_roles(document, facts, definition_.roles, kMostMentions);
    if (mentions.size() < 2) return;
    std::map<std::string_view, std::vector<const RoleMention*>> people;
    for (const RoleMention& mention : mentions) {
      if (definition_.sections.count(document.block(mention.block).language) != 0) {
        people[mention.surname].push_back(&mention);
      }
    }
    find_two_holders(document, facts, mentions, sink);
    find_impossible(document, facts, people, sink);
    std::size_t looked_at = 0;
    for (const auto& [surname, named] : people) {
      const RoleMention& first = *named.front();
      const bool agree = std::ranges::all_of(named, [&first](const RoleMention* mention) {
        return mention->role == first.role && mention->nation == first.nation;
      });
      if (agree) continue;
      if (++looked_at > kMostPeople) return;
      judge(document, facts, named, sink);
    }
  }

  // "Fire Chief Dana Ruiz … Tom Hale, the city's fire chief": both named in full, and nothing tells of a change.
  void find_two_holders(const Document& document, const Facts& facts, const std::vector<RoleMention>& mentions,
                        Sink& sink) const {
    const Cues cues = facts.cues("role");
    QuotedBlocks quoted(document);
    std::map<std::uint8_t, const RoleMention*> holders;
    for (const RoleMention& mention : mentions) {
      const Language language = document.block(mention.block).language;
      if (mention.party || mention.first.empty() || !definition_.sections.contains(language)) continue;
      if (!rules_of(facts, language).single.contains(mention.role)) continue;
      const TextSpan sentence = sentence_at(document.block(mention.block).text, mention.span.begin);
      if (mention.owned && !is_of_common(document, mention)) continue;
      if (mention.past || mention.joined || is_changed(cues, mention.block, sentence) ||
          quoted.hold(mention.block, mention.span)) {
        return;
      }
      const auto [holder, is_new] = holders.emplace(mention.role, &mention);
      const RoleMention& other = *holder->second;
      if (is_new || other.surname == mention.surname || other.block == mention.block) continue;
      report_holders(document, mention, other, sink);
      return;
    }
  }

  // "Alec, the elder … the younger of the brothers, Alec"; "a former mayor, Jane Doe … Doe, who never held office".
  void find_impossible(const Document& document, const Facts& facts,
                       const std::map<std::string_view, std::vector<const RoleMention*>>& people, Sink& sink) const {
    QuotedBlocks quoted(document);
    for (const auto& [surname, named] : people) {
      const RoleRules& rules = rules_of(facts, document.block(named.front()->block).language);
      for (std::size_t j = 1; j < named.size(); ++j) {
        const auto excludes = [&, &here = *named[j]](const RoleMention* other) {
          if (!rules.always.contains(std::minmax(here.role, other->role)) || here.party || other->party) return false;
          if (!here.first.empty() && !other->first.empty() && !is_one_first(here.first, other->first)) return false;
          if (quoted.hold(here.block, here.span) || quoted.hold(other->block, other->span)) return false;
          return here.block != other->block ||
                 !sentence_at(document.block(here.block).text, here.span.begin).contains(other->span);
        };
        const auto other = std::find_if(named.begin(), named.begin() + static_cast<std::ptrdiff_t>(j), excludes);
        if (other == named.begin() + static_cast<std::ptrdiff_t>(j)) continue;
        report(document, *named[j], **other, sink);
        return;
      }
    }
  }

  // "The treasurer of the club", but not "the fire chief of Kirkby"; where nouns have capitals, neither.
  static bool is_of_common(const Document& document, const RoleMention& mention) {
    constexpr std::size_t kReach = 4;  // words
    const Block& block = document.block(mention.block);
    const std::span<const Word> all = document.words(block);
    auto word = std::ranges::lower_bound(all, mention.span.end, {}, &Word::begin);
    for (std::size_t i = 0; i < kReach && word != all.end(); ++i, ++word) {
      if (is_capitalised(word_text(block, *word))) return false;
      if (word->end < block.text.size() && block.text[word->end] != ' ') return true;
    }
    return true;
  }

  static bool is_changed(const Cues& cues, std::uint32_t block, TextSpan sentence) {
    const auto first = std::ranges::lower_bound(cues.hits, block, {}, &Hit::block);
    const auto last = std::ranges::upper_bound(cues.hits, block, {}, &Hit::block);
    return std::any_of(first, last, [&](const Hit& hit) {
      const RoleCue cue = role_cue(*cues.source, hit.key);
      return sentence.contains(hit.span) && (cue == RoleCue::kChange || cue == RoleCue::kTime);
    });
  }

  static void report_holders(const Document& document, const RoleMention& here, const RoleMention& other, Sink& sink) {
    const auto written = [&](const RoleMention& mention, TextSpan span) {
      return std::string(document.block(mention.block).text.substr(span.begin, span.size()));
    };
    Finding finding;
    finding.place = {here.block, here.name};
    finding.wording = "holder";
    finding.values = {{"name", written(here, here.name)},
                      {"office", written(here, here.span)},
                      {"other", written(other, other.name)}};
    finding.related.push_back({{other.block, other.name}, "other", {{"other", written(other, other.name)}}});
    sink.report(std::move(finding));
  }

  // Reports the first two of a person's mentions that contradict each other; of the two, the one that stands alone.
  void judge(const Document& document, const Facts& facts, const std::vector<const RoleMention*>& named,
             Sink& sink) const {
    const RoleRules& rules = rules_of(facts, document.block(named.front()->block).language);
    std::vector<Pair> pairs;
    for (std::size_t j = 1; j < named.size() && pairs.empty(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (!excludes(document, rules, *named[i], *named[j])) continue;
        pairs.emplace_back(named[i], named[j]);
        break;
      }
    }
    if (pairs.empty()) return;
    auto [other, here] = pairs.front();
    if (!is_one_person(document, facts, named, *other, *here)) return;
    const auto count = [&](const RoleMention& of) {
      return std::ranges::count_if(
          named, [&](const RoleMention* mention) { return mention->role == of.role && mention->nation == of.nation; });
    };
    if (count(*other) < count(*here)) std::swap(other, here);
    report(document, *here, *other, sink);
  }

  [[nodiscard]] bool excludes(const Document& document, const RoleRules& rules, const RoleMention& a,
                              const RoleMention& b) const {
    if (a.past || b.past || a.joined || b.joined || a.party != b.party) return false;
    if (document.block(a.block).language != document.block(b.block).language) return false;
    if (!a.first.empty() && !b.first.empty() && !is_one_first(a.first, b.first)) return false;
    const std::pair roles = std::minmax(a.role, b.role);
    if (a.party) {
      return a.role != b.role && !rules.one_party.contains(roles) && (!a.first.empty() || !b.first.empty());
    }
    if (is_female(document, a) != is_female(document, b)) return false;
    const bool in_full = rules.in_full.contains(a.role) || rules.in_full.contains(b.role);
    if (in_full && a.first.empty() && b.first.empty()) return false;
    constexpr std::uint8_t kNoNation = RoleMention::kNoNation;
    const bool two_nations = a.nation != b.nation && a.nation != kNoNation && b.nation != kNoNation;
    if (two_nations) return rules.of_state.contains(a.role) && rules.of_state.contains(b.role);
    if (a.role == b.role) return false;
    if (rules.exclusive.contains(roles)) return true;
    return rules.in_country.contains(roles) && a.nation != kNoNation && a.nation == b.nation;
  }

  // "J." and "Jan" are one; "Jan" and "Hans" are not.
  static bool is_one_first(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return a == b || (a.size() == 1 && b.starts_with(a));
  }

  [[nodiscard]] bool is_female(const Document& document, const RoleMention& mention) const {
    const Block& block = document.block(mention.block);
    const auto* endings = definition_.option<std::vector<std::string>>(block.language, "female-endings");
    if (endings == nullptr) return false;
    const std::string_view text = block.text.substr(mention.span.begin, mention.span.size());
    std::vector<Word> words;
    cut_words(text, words);
    return std::ranges::any_of(words, [&](const Word& word) {
      const std::string_view form = text.substr(word.begin, word.end - word.begin);
      return std::ranges::any_of(*endings, [&](const std::string& ending) { return form.ends_with(ending); });
    });
  }

  // Whether nothing says that they are two people of one name, or one who has changed the office or holds both.
  [[nodiscard]] bool is_one_person(const Document& document, const Facts& facts,
                                   const std::vector<const RoleMention*>& named, const RoleMention& a,
                                   const RoleMention& b) const {
    std::set<std::string_view> firsts;
    for (const RoleMention* mention : named) {
      if (mention->joined || (mention->past && !a.party)) return false;
      if (!mention->first.empty()) firsts.insert(mention->first);
    }
    for (const std::string_view one : firsts) {
      for (const std::string_view other : firsts) {
        if (!is_one_first(one, other)) return false;
      }
    }
    QuotedBlocks quoted(document);
    if (quoted.hold(a.block, a.span) || quoted.hold(b.block, b.span)) return false;
    const Cues cues = facts.cues("role");
    if (a.party && tells_of_change(cues)) return false;
    const std::vector<Naming> namings = find_namings(document, cues, a, b);
    if (namings.empty()) return false;
    for (const Naming& naming : namings) {
      if (!fits(document, facts, cues, naming, a, b)) return false;
    }
    return true;
  }

  // Whether anything tells of somebody who changed the party: "She defected in May."
  static bool tells_of_change(const Cues& cues) {
    return std::ranges::any_of(
        cues.hits, [&](const Hit& hit) { return role_cue(*cues.source, hit.key) == RoleCue::kPartyChange; });
  }

  // The sentences with the person's surname; none when there are too many to look at, or when somebody of another
  // first name is mentioned.
  static std::vector<Naming> find_namings(const Document& document, const Cues& cues, const RoleMention& a,
                                          const RoleMention& b) {
    const std::string& first = a.first.empty() ? b.first : a.first;
    std::vector<Word> of_name;
    cut_words(document.block(a.block).text.substr(a.name.begin, a.name.size()), of_name);
    const std::uint32_t hash = of_name.back().hash;
    std::vector<Naming> namings;
    for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
      const Block& block = document.block(number);
      if (!is_prose(block.role)) continue;
      const std::span<const Word> words = document.words(block);
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].hash != hash) continue;
        if (namings.size() >= kMostSentences) return {};
        if (!first.empty() && i > 0 && is_other_first(block, words[i - 1], words[i], first) &&
            !is_marked(cues, number, words[i - 1])) {
          return {};
        }
        const bool inside =
            !namings.empty() && namings.back().block == number && words[i].begin < namings.back().sentence.end;
        if (!inside) namings.push_back({number, sentence_at(block.text, words[i].begin)});
      }
    }
    return namings;
  }

  // "Hans" in "Hans Meier", where he is Jan elsewhere. No word that is listed as a common one, and no long one: nouns
  // stand before names too.
  static bool is_other_first(const Block& block, const Word& word, const Word& surname, std::string_view first) {
    constexpr std::size_t kLongest = 10;
    if (!is_adjacent(block.text, word.end, surname.begin) || word.end - word.begin > kLongest) return false;
    const std::string_view text = word_text(block, word);
    if (!is_capitalised(text)) return false;
    const auto home = table_number(block.language);
    const WordKinship& kin = kinship(word.hash);
    if (home && ((kin.small | kin.common) >> *home & 1U) != 0) return false;
    return !is_one_first(plain_form(text), first);
  }

  // Whether the word is part of an office or the like.
  static bool is_marked(const Cues& cues, std::uint32_t block, const Word& word) {
    auto hit = std::ranges::lower_bound(cues.hits, std::pair(block, word.begin > 60 ? word.begin - 60 : 0), {},
                                        [](const Hit& each) { return std::pair(each.block, each.span.begin); });
    for (; hit != cues.hits.end() && hit->block == block && hit->span.begin <= word.begin; ++hit) {
      if (hit->span.end >= word.end) return true;
    }
    return false;
  }

  // Whether a sentence leaves the two offices as they are: no change, no second office, no other time.
  [[nodiscard]] static bool fits(const Document& document, const Facts& facts, const Cues& cues, const Naming& naming,
                                 const RoleMention& a, const RoleMention& b) {
    const auto holds = [&](const RoleMention& mention) {
      return mention.block == naming.block && naming.sentence.contains(mention.span);
    };
    if (holds(a) && holds(b)) return false;
    const bool mentions_one = holds(a) || holds(b);
    const auto& years = facts.time().years;
    if (mentions_one) {
      auto year = std::ranges::lower_bound(years, std::pair(naming.block, naming.sentence.begin), {},
                                           [](const YearMention& each) { return std::pair(each.block, each.begin); });
      if (year != years.end() && year->block == naming.block && year->begin < naming.sentence.end) return false;
      if (document.block(naming.block).text.substr(naming.sentence.begin, naming.sentence.size()).ends_with('?')) {
        return false;
      }
    }
    bool has_a = false;
    bool has_b = false;
    bool besides = false;
    auto hit = std::ranges::lower_bound(cues.hits, std::pair(naming.block, naming.sentence.begin), {},
                                        [](const Hit& each) { return std::pair(each.block, each.span.begin); });
    // "She defected in May." may stand behind it.
    const std::string_view text = document.block(naming.block).text;
    const std::uint32_t next =
        sentence_at(text, std::min(naming.sentence.end + 1, static_cast<std::uint32_t>(text.size()))).end;
    for (; hit != cues.hits.end() && hit->block == naming.block && hit->span.begin < next; ++hit) {
      const RoleCue cue = role_cue(*cues.source, hit->key);
      if (hit->span.begin >= naming.sentence.end && cue != RoleCue::kChange) continue;
      if (cue == RoleCue::kChange || (cue == RoleCue::kTime && mentions_one)) return false;
      besides = besides || cue == RoleCue::kBesides;
      if (hit->key == a.role) has_a = true;
      if (hit->key == b.role) has_b = true;
    }
    if (a.role != b.role && has_a && has_b) return false;
    // "Doe was also mayor": an office that stands apart from the name.
    return mentions_one || !(besides && (has_a || has_b));
  }

  void report(const Document& document, const RoleMention& here, const RoleMention& other, Sink& sink) const {
    const auto written = [&](const RoleMention& mention, TextSpan span) {
      return std::string(document.block(mention.block).text.substr(span.begin, span.size()));
    };
    Finding finding;
    finding.place = {here.block, here.span};
    finding.wording = here.party ? "party" : "";
    finding.values = {{"name", written(here, here.name)},
                      {"office", written(here, here.span)},
                      {"other", written(other, other.span)}};
    finding.related.push_back({{other.block, other.span}, "other", {{"other", written(other, other.span)}}});
    sink.report(std::move(finding));
  }

  [[nodiscard]] const RoleRules& rules_of(const Facts& facts, Language language) const {
    return rules_.get(language, [&] { return read_role_rules(definition_, facts, language); });
  }

  const Definition& definition_;
  LazyMap<Language, RoleRules> rules_;
  PostLanguages languages_;
  PostBodies bodies_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<RoleConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind role_conflict;
const Kind role_conflict{.name = "role-conflict",
                         .doc = "one person with two offices or parties in one article",
                         .keys = kPostKeys,
                         .section_keys = kSectionKeys,
                         .make = make,
                         .tables = &kPostTables};
}  // namespace kinds
}  // namespace stet

// Kind `name-variant`: one person's name spelled in two ways.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "check/check.h"
#include "check/kinds/consistency/brief_spellings_support.h"
#include "check/kinds/consistency/name_support.h"
#include "check/kinds/consistency/people_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"spellings", KeyType::kStrings, "what transliterations write in several ways, \"dsch=j\""},
    {"endings", KeyType::kStrings, "what inflection and the names of women add to a name"},
    {"no-first", KeyType::kStrings, "stand before a name and are no first names or titles"},
    {"no-names", KeyType::kStrings, "words of names that may be spelled in two ways: \"Centre\""},
    {"introduces", KeyType::kStrings, "stand behind a full name and a comma where it is somebody new: \"a\""},
    {"relatives", KeyType::kStrings, "tell in a sentence that somebody else of the family is meant: \"sister\""},
    {"only-names", KeyType::kBool, "true where only names are written with a capital in mid-sentence"},
    {"unless", KeyType::kPhrases, "silence both names in whose sentence they stand: \"not related\"", true},
});

// Letters of a surname, and of what two spellings have in common, that make it one.
constexpr std::size_t kLeastTitle = 5;  // bytes of a title or office before a name
constexpr std::size_t kLeastName = 4;
constexpr std::size_t kLeastKey = 3;
// The same of a surname by itself, in bytes, and of one that differs by any letter.
constexpr std::size_t kLeastSingle = 5;
constexpr std::size_t kLeastSingleKey = 4;
constexpr std::size_t kLeastSure = 6;
// More surnames behind one word: it is a title in a long list, or no first name at all.
constexpr std::size_t kMostNames = 64;
constexpr std::size_t kMostCandidates = 500;
// More surnames are a book's or a register's, where some are alike by chance.
constexpr std::size_t kMostSurnames = 3000;
// Places of a name that are remembered.
constexpr std::size_t kMostUses = 30;

// Two capitalised words side by side.
struct Pair {
  std::uint32_t given = 0;   // hash of the word that both spellings share
  std::uint32_t varied = 0;  // hash of the other
  std::uint32_t block = 0;
  std::uint32_t word = 0;  // number of the first in the block
};

// A capitalised word with no capitalised word before it: perhaps a surname by itself.
struct Single {
  std::uint32_t hash = 0;
  std::uint32_t block = 0;
  std::uint32_t word = 0;
  bool is_sure = false;  // capitalised in mid-sentence, where only names are
  bool opens = false;    // begins a sentence, as any word may
};

struct Names {
  std::vector<Pair> pairs;
  std::vector<Single> singles;
  std::unordered_set<std::uint32_t> nouns;  // stand behind an article
};

// Two names that may be one.
struct Candidate {
  Pair one;
  Pair two;
  bool last_varies = false;  // the surname, not the first name
  bool same_key = false;
  bool is_single = false;   // `two` is a surname by itself
  bool same_title = false;  // "Einsatzleiter" stands before both
};

// A name as it is compared.
struct Spelled {
  std::u32string letters;
  std::string key;
};

struct Uses {
  std::vector<TextPlace> capitalised;  // the first ones
  std::size_t count = 0;               // of all that are capitalised
  std::size_t lower = 0;
};
using UsesByWord = std::unordered_map<std::uint32_t, Uses>;

class NameVariant final : public Check {
 public:
  NameVariant(const Definition& definition, Errors& errors) : definition_(definition) {
    std::vector<std::string> bad;
    for (const auto& [language, section] : definition.sections) {
      if (const auto* list = definition.option<std::vector<std::string>>(language, "spellings")) {
        for (const std::string& entry : *list) key_.add(entry, bad);
      }
      for (const auto& [key, words] : {std::pair("no-first", &no_first_), std::pair("no-names", &no_names_)}) {
        if (const auto* list = definition.option<std::vector<std::string>>(language, key)) {
          for (const std::string& word : *list) words->insert(hash_word(word));
        }
      }
      if (const auto* list = definition.option<std::vector<std::string>>(language, "endings")) {
        for (const std::string& ending : *list) endings_.push_back(fold(ending));
      }
    }
    for (const std::string& entry : bad) {
      errors.push_back({.message = "spellings must be \"LETTERS=LETTERS\", not \"" + entry + "\""});
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    Names names;
    collect(document, names);
    std::vector<Pair>& pairs = names.pairs;
    std::vector<Candidate> candidates;
    compare(document, pairs, true, candidates);
    compare_singles(document, names, candidates);
    // The same with the second word shared: "Sergej Lawrow", "Sergei Lawrow".
    for (Pair& pair : pairs) std::swap(pair.given, pair.varied);
    compare(document, pairs, false, candidates);
    bool found = false;
    if (!candidates.empty()) {
      const UsesByWord uses = find_uses(document, candidates);
      std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
      for (const Candidate& candidate : candidates) {
        if (!seen.insert(std::minmax(candidate.one.varied, candidate.two.varied)).second) continue;
        if (judge(document, facts, candidate, uses, sink)) found = true;
      }
    }
    if (!found) check_brief(document, facts, sink);
  }

 private:
  void collect(const Document& document, Names& names) const {
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      if (!definition_.looks_at(block.role) || !definition_.sections.contains(block.language)) continue;
      const auto words = document.words(block);
      const bool* only_names = definition_.option<bool>(block.language, "only-names");
      bool last = false;
      for (std::uint32_t i = 0; i < words.size(); ++i) {
        const bool now = is_capitalised(word_text(block, words[i]));
        const bool was = last;
        last = now;
        if (!now) continue;
        const bool follows = i > 0 && is_adjacent(block.text, words[i - 1].end, words[i].begin);
        if (was && follows) {
          names.pairs.push_back({words[i - 1].hash, words[i].hash, b, i - 1});
        } else if (words[i].end - words[i].begin >= kLeastSingle) {
          if (follows && no_first_.contains(words[i - 1].hash)) names.nouns.insert(words[i].hash);
          const bool opens = opens_clause(block.text, words[i].begin);
          names.singles.push_back({words[i].hash, b, i, !opens && only_names != nullptr && *only_names, opens});
        }
      }
    }
  }

  void compare(const Document& document, std::vector<Pair>& pairs, bool last_varies,
               std::vector<Candidate>& candidates) const {
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
      return std::pair(a.given, a.varied) < std::pair(b.given, b.varied);
    });
    for (auto group = pairs.begin(); group != pairs.end();) {
      auto end = group;
      std::vector<const Pair*> different;
      for (; end != pairs.end() && end->given == group->given; ++end) {
        if (different.empty() || different.back()->varied != end->varied) different.push_back(&*end);
      }
      if (different.size() > 1 && different.size() <= kMostNames && !no_first_.contains(group->given)) {
        compare(document, different, last_varies, candidates);
      }
      group = end;
    }
  }

  void compare(const Document& document, const std::vector<const Pair*>& names, bool last_varies,
               std::vector<Candidate>& candidates) const {
    std::vector<Spelled> spelled;
    for (const Pair* pair : names) spelled.push_back(spell(varied(document, *pair, last_varies)));
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (std::size_t j = i + 1; j < names.size(); ++j) {
        const auto& [a, key_a] = spelled[i];
        const auto& [b, key_b] = spelled[j];
        if (a.size() < kLeastName || b.size() < kLeastName) continue;
        const bool same_key = key_a == key_b && key_a.size() >= kLeastKey;
        const bool same_title = last_varies && have_one_title(document, *names[i], *names[j]);
        const bool is_slip = last_varies && (is_misspelled(a, b) || (same_title && is_cut_short(a, b)));
        if ((!same_key && !is_slip) || is_inflected(a, b, endings_)) continue;
        if (no_names_.contains(names[i]->varied) || no_names_.contains(names[j]->varied)) continue;
        if (candidates.size() < kMostCandidates)
          candidates.push_back({*names[i], *names[j], last_varies, same_key, false, same_title});
      }
    }
  }

  // A surname that stands with a first name or title somewhere, and by itself in another spelling.
  void compare_singles(const Document& document, Names& names, std::vector<Candidate>& candidates) const {
    if (names.pairs.empty()) return;
    std::unordered_set<std::uint32_t> surnames;
    std::unordered_map<const Pair*, Spelled> spelled;
    std::unordered_multimap<std::uint32_t, const Pair*> by_skeleton;
    std::vector<std::pair<std::uint64_t, const Pair*>> by_rest;
    std::array<std::uint64_t, 64> filed{};
    for (const Pair& pair : names.pairs) {
      if (no_first_.contains(pair.given) || !surnames.insert(pair.varied).second) continue;
      if (surnames.size() > kMostSurnames) return;
      const std::string_view text = varied(document, pair, true);
      if (text.size() < kLeastSingle) continue;
      spelled.emplace(&pair, spell(text));
      by_skeleton.emplace(consonant_hash(text), &pair);
      for_each_rest(text, [&](std::uint64_t hash) {
        filed[hash >> 58U] |= std::uint64_t{1} << (hash >> 52U & 63U);
        by_rest.emplace_back(hash, &pair);
      });
    }
    // Of one rest, the name that stands last comes first.
    std::ranges::sort(by_rest, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
    std::unordered_set<std::uint32_t> seen;
    for (const Single& single : names.singles) {
      if (names.nouns.contains(single.hash) || surnames.contains(single.hash)) continue;
      if (!seen.insert(single.hash).second) continue;
      const Block& block = document.blocks()[single.block];
      const std::string_view text = word_text(block, document.words(block)[single.word]);
      std::optional<Spelled> own;
      const auto try_pair = [&](const Pair& pair) {
        if (candidates.size() >= kMostCandidates || pair.varied == single.hash) return;
        if (!own) own = spell(text);
        const auto& [a, known_key] = spelled.at(&pair);
        const auto& [b, key] = *own;
        if (is_inflected(a, b, endings_) || no_names_.contains(single.hash) || no_names_.contains(pair.varied)) return;
        if (are_words(block.language, single.hash, pair.varied)) return;
        // "Passerà" may be a verb.
        const auto edit = single_edit(a, b);
        if (single.opens && edit && edit->kind == SingleEdit::kOther && edit->at + 1 == a.size()) return;
        const bool same_key = key.size() >= kLeastSingleKey && key == known_key;
        if (!same_key && !(single.is_sure && std::min(a.size(), b.size()) >= kLeastSure && is_misspelled(a, b))) return;
        // Its "first" is the word before, which varied() steps over.
        candidates.push_back({pair, {pair.given, single.hash, single.block, single.word - 1}, true, same_key, true});
      };
      const auto [first, last] = by_skeleton.equal_range(consonant_hash(text));
      for (auto it = first; it != last; ++it) try_pair(*it->second);
      if (!single.is_sure) continue;
      std::vector<const Pair*> near;
      for_each_rest(text, [&](std::uint64_t hash) {
        if ((filed[hash >> 58U] >> (hash >> 52U & 63U) & 1U) == 0) return;
        for (auto it = std::ranges::lower_bound(by_rest, hash, {}, [](const auto& entry) { return entry.first; });
             it != by_rest.end() && it->first == hash; ++it) {
          near.push_back(it->second);
        }
      });
      for (const Pair* pair : near) try_pair(*pair);
    }
  }

  [[nodiscard]] Spelled spell(std::string_view name) const { return {folded_letters(name), key_.of(name)}; }

  static std::string_view varied(const Document& document, const Pair& pair, bool last_varies) {
    const Block& block = document.blocks()[pair.block];
    return word_text(block, document.words(block)[pair.word + (last_varies ? 1 : 0)]);
  }

  // Two words of the language: "Bruder", "Brüder".
  static bool are_words(Language language, std::uint32_t a, std::uint32_t b) {
    const auto home = table_number(language);
    const auto is_word = [&](std::uint32_t hash) { return (kinship(hash).common >> *home & 1U) != 0; };
    return home && is_word(a) && is_word(b);
  }

  // One letter in the midst of the name: not the first, which is another name, nor the last, which is inflection.
  static bool is_misspelled(std::u32string_view a, std::u32string_view b) {
    constexpr std::size_t kLeast = 5;
    if (std::min(a.size(), b.size()) < kLeast) return false;
    const auto edit = single_edit(a, b);
    return edit && edit->at > 0 && edit->at + 1 < std::max(a.size(), b.size());
  }

  // The last letter lost: "Brandt", "Brand".
  static bool is_cut_short(std::u32string_view a, std::u32string_view b) {
    constexpr std::size_t kLeast = 5;
    const auto edit = single_edit(a, b);
    return std::min(a.size(), b.size()) >= kLeast && edit && edit->at > 0;
  }

  // Whether the same word, a title or an office, stands right before both full names.
  bool have_one_title(const Document& document, const Pair& one, const Pair& two) const {
    const auto title = [&](const Pair& pair) -> std::uint32_t {
      const Block& block = document.blocks()[pair.block];
      const auto words = document.words(block);
      if (pair.word == 0) return 0;
      const Word& before = words[pair.word - 1];
      const bool stands = is_adjacent(block.text, before.end, words[pair.word].begin) &&
                          before.end - before.begin >= kLeastTitle && !no_first_.contains(before.hash);
      return stands ? before.hash : 0;
    };
    const std::uint32_t hash = title(one);
    return hash != 0 && hash == title(two);
  }

  // Where the words of the candidates stand in the article.
  static UsesByWord find_uses(const Document& document, const std::vector<Candidate>& candidates) {
    UsesByWord uses;
    for (const Candidate& each : candidates) {
      for (const std::uint32_t hash : {each.one.given, each.one.varied, each.two.varied}) uses.emplace(hash, Uses());
    }
    const auto blocks = document.blocks();
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      if (!is_prose(blocks[b].role)) continue;
      for (const Word& word : document.words(blocks[b])) {
        const auto found = uses.find(word.hash);
        if (found == uses.end()) continue;
        Uses& use = found->second;
        if (begins_lower(word_text(blocks[b], word))) {
          ++use.lower;
        } else {
          ++use.count;
          if (use.capitalised.size() < kMostUses) use.capitalised.push_back({b, {word.begin, word.end}});
        }
      }
    }
    return uses;
  }

  // In a short article a name that stands once has one spelling, too.
  void check_brief(const Document& document, const Facts& facts, Sink& sink) const {
    const auto guards = [&](Language language) {
      const auto* endings = definition_.option<std::vector<std::string>>(language, "endings");
      return SpellingGuards{endings == nullptr ? std::span<const std::string>() : *endings,
                            [&](std::uint32_t hash) { return no_names_.contains(hash) || no_first_.contains(hash); },
                            definition_.option<bool>(language, "only-names") == nullptr};
    };
    const auto two = find_two_spellings(document, definition_, guards);
    if (!two) return;
    const auto sentence = [&](const TextPlace& place) {
      return sentence_at(document.block(place.block).text, place.span.begin);
    };
    for (const TextPlace* place : {&two->written, &two->other}) {
      if (!facts.matches().in(definition_.slot, place->block, sentence(*place)).empty()) return;
    }
    const auto text = [&](const TextPlace& place) {
      return std::string(document.block(place.block).text.substr(place.span.begin, place.span.size()));
    };
    Finding finding;
    finding.place = two->written;
    finding.wording = "brief";
    finding.severity = Severity::kInfo;
    finding.values = {{"name", text(two->written)}, {"other", text(two->other)}};
    finding.related.push_back({two->other, "elsewhere", {{"other", text(two->other)}}});
    sink.report(std::move(finding));
  }

  // Whether it is one name.
  bool judge(const Document& document, const Facts& facts, const Candidate& candidate, const UsesByWord& uses,
             Sink& sink) const {
    const auto& [one, two, last_varies, same_key, is_single, same_title] = candidate;
    const Uses& a = uses.at(one.varied);
    const Uses& b = uses.at(two.varied);
    if (a.lower + b.lower + uses.at(one.given).lower > 0) return false;
    const bool is_two_rarer = b.count < a.count || (b.count == a.count && comes_before(one, two));
    const Uses& rare = is_two_rarer ? b : a;
    const Uses& frequent = is_two_rarer ? a : b;
    const Pair& wrong = is_two_rarer ? two : one;
    const Pair& right = is_two_rarer ? one : two;
    // Two people are both spoken of; a slip of the pen is made once.
    if (!same_key && !same_title && (rare.count * 2 > frequent.count || (is_single && b.count > 1))) return false;
    if (are_told_apart(document, facts, a, b)) return false;
    // "Anja Weber, a baker", behind Anna Weber
    const TextPlace later = place_of(document, comes_before(one, two) ? two : one, true);
    const Language language = document.block(later.block).language;
    if (!last_varies && (is_brought_in(document, later.block, later.span.end,
                                       definition_.option<std::vector<std::string>>(language, "introduces")) ||
                         tells_of_relative(document, later)))
      return false;

    const std::string written(varied(document, wrong, last_varies));
    const std::string other(varied(document, right, last_varies));
    Finding finding;
    finding.place = place_of(document, wrong, last_varies);
    finding.values = {{"name", written},
                      {"count", NumberValue{static_cast<double>(rare.count)}},
                      {"other", other},
                      {"other-count", NumberValue{static_cast<double>(frequent.count)}}};
    finding.related.push_back({place_of(document, right, last_varies), "elsewhere", {{"other", other}}});
    ProposedFix fix{"write", {{"other", other}}, false, {}};
    for (const TextPlace& place : rare.capitalised) fix.edits.push_back({place, other});
    finding.covers = true;  // what `person-name` says of the same
    if (rare.count == rare.capitalised.size()) finding.fixes.push_back(std::move(fix));
    sink.report(std::move(finding));
    return true;
  }

  // "Her sister Anja Lenz", "her mother, Anne Lenz"
  [[nodiscard]] bool tells_of_relative(const Document& document, const TextPlace& name) const {
    const Block& block = document.block(name.block);
    const auto* relatives = definition_.option<std::vector<std::string>>(block.language, "relatives");
    const TextSpan sentence = sentence_at(block.text, name.span.begin);
    return relatives != nullptr &&
           std::ranges::any_of(words_in(document.words(block), sentence), [&](const Word& word) {
             return std::ranges::find(*relatives, word_text(block, word)) != relatives->end();
           });
  }

  static bool comes_before(const Pair& a, const Pair& b) {
    return std::pair(a.block, a.word) < std::pair(b.block, b.word);
  }

  static TextPlace place_of(const Document& document, const Pair& pair, bool last_varies) {
    const Block& block = document.blocks()[pair.block];
    const Word& word = document.words(block)[pair.word + (last_varies ? 1 : 0)];
    return {pair.block, {word.begin, word.end}};
  }

  // Whether both stand in one sentence, or a guard in a sentence of either.
  bool are_told_apart(const Document& document, const Facts& facts, const Uses& a, const Uses& b) const {
    for (const TextPlace& place : a.capitalised) {
      const TextSpan sentence = sentence_at(document.block(place.block).text, place.span.begin);
      for (const TextPlace& other : b.capitalised) {
        if (other.block == place.block && other.span.begin >= sentence.begin && other.span.end <= sentence.end) {
          return true;
        }
      }
    }
    for (const Uses* uses : {&a, &b}) {
      for (const TextPlace& place : uses->capitalised) {
        const TextSpan sentence = sentence_at(document.block(place.block).text, place.span.begin);
        if (!facts.matches().in(definition_.slot, place.block, sentence).empty()) return true;
      }
    }
    return false;
  }

  const Definition& definition_;
  SpellingKey key_;
  std::unordered_set<std::uint32_t> no_first_;
  std::unordered_set<std::uint32_t> no_names_;
  std::vector<std::string> endings_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<NameVariant>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind name_variant;
const Kind name_variant{"name-variant", "a name that is spelled in two ways", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

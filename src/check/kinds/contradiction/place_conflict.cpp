// Kind `place-conflict`: one birth, foundation, seat or event at two places.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/whereabouts_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/word_support.h"
#include "facts/places.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    {"born", KeyType::kPhrases, "tell of a birth"},
    {"died", KeyType::kPhrases, "tell of a death"},
    {"founded", KeyType::kPhrases, "tell of a foundation"},
    {"based", KeyType::kPhrases, "tell where a seat is"},
    {"events", KeyType::kPhrases, "events that have one place: \"summit\""},
    {"days", KeyType::kPhrases, "days by which two mentions of an event are of one: \"Monday\""},
    {"refers", KeyType::kStrings, "words for somebody or something named before: \"she\", \"the company\""},
    {"breaks", KeyType::kStrings, "words that part two statements: \"and\""},
    {"indefinite", KeyType::kStrings, "words before an event that was not told of before: \"a\""},
    {"by-somebody", KeyType::kStrings, "words with which somebody founds, who may found several things: \"hat\""},
    {"passive", KeyType::kStrings, "words behind those with which nobody founds: \"a été\""},
    {"owners", KeyType::kStrings, "words that make of \"the company\" whose something is: \"of\""},
    PlaceReader::kMatchedKeys[0],
    PlaceReader::kMatchedKeys[1],
    Whereabouts::kMatchedKeys[0],
    Whereabouts::kMatchedKeys[1],
    PlaceReader::kKeys[0],
    PlaceReader::kKeys[1],
    PlaceReader::kKeys[2],
    PlaceReader::kKeys[3],
    Whereabouts::kKeys[0],
    Whereabouts::kKeys[1],
    Whereabouts::kKeys[2],
    Whereabouts::kKeys[3],
    Whereabouts::kKeys[4],
    Whereabouts::kKeys[5],
    Whereabouts::kKeys[6],
    Whereabouts::kKeys[7],
});
constexpr std::uint8_t kFirstWhereabouts = 17;
static_assert(kSectionKeys[kFirstWhereabouts].name == PlaceReader::kMatchedKeys[0].name);
enum List : std::uint8_t { kBorn = 5, kDied, kFounded, kBased, kEvents, kDays };
constexpr std::string_view kWordings[] = {"", "died", "founded", "based", "event"};
constexpr std::size_t kMostMentions = 60;  // of one kind in an article: more are a list
constexpr std::uint32_t kFarthest = 60;    // bytes between a cue and its place
constexpr std::uint32_t kBeside = 12;      // bytes between two places of one list
constexpr std::size_t kPlaceReach = 4;     // words between "in" and the place: "in the old city of"
constexpr std::size_t kContextReach = 14;  // words to each side
constexpr std::size_t kSmallLabel = 4;     // bytes of a word that tells no event from another
constexpr int kSentencesBack = 3;          // in which somebody may have been named

struct Words {
  std::vector<std::string> places_after;
  std::vector<std::string> refers;
  std::vector<std::string> breaks;
  std::vector<std::string> indefinite;
  std::vector<std::string> by_somebody;
  std::vector<std::string> passive;
  std::vector<std::string> owners;
};

struct Mention {
  const Hit* cue = nullptr;
  TextSpan sentence;
  NamedPlace place;
  std::string form;     // the cue's word
  Forms names;          // what the sentence names beside the place
  std::string subject;  // the last of them before the cue
  std::string first;    // and the one right before that
  Forms days;
  bool indefinite = false;  // "a meeting": one that was not told of before
  std::string label;        // "la finale juniores"
  bool refers = false;      // "she", "the company"
  Forms antecedent;         // what the sentences before it name
  std::optional<Context> context;
};

class PlaceConflict final : public Check {
 public:
  explicit PlaceConflict(const Definition& definition)
      : definition_(definition), small_(small_words(definition)), whereabouts_(definition, kDays, kFirstWhereabouts) {
    for (const auto& [language, section] : definition.sections) {
      words_[language] = {places_after(definition, language),
                          forms_of(definition, language, "refers"),
                          forms_of(definition, language, "breaks"),
                          forms_of(definition, language, "indefinite"),
                          forms_of(definition, language, "by-somebody"),
                          forms_of(definition, language, "passive"),
                          forms_of(definition, language, "owners")};
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    run_fixed(document, facts, sink);
    for (const PlaceClash& clash : whereabouts_.find(document, facts)) {
      Finding finding =
          clash_of(document, {clash.first.block, clash.first.span}, {clash.second.block, clash.second.span});
      finding.wording = "event";
      finding.severity = Severity::kInfo;
      sink.report(std::move(finding));
    }
  }

 private:
  static std::vector<std::string> places_after(const Definition& definition, Language language) {
    std::vector<std::string> forms = forms_of(definition, language, "located");
    const std::vector<std::string> away = forms_of(definition, language, "away");
    forms.insert(forms.end(), away.begin(), away.end());
    std::ranges::sort(forms);
    return forms;
  }

  void run_fixed(const Document& document, const Facts& facts, Sink& sink) const {
    const std::span<const Hit> hits = facts.matches().of(definition_.slot);
    if (std::ranges::count_if(hits, [](const Hit& hit) { return hit.key >= kBorn && hit.key < kDays; }) < 2) return;
    QuotedBlocks quoted(document);
    std::map<std::uint8_t, std::vector<Mention>> mentions;
    TextSpan sentence;
    std::uint32_t block = kNone;
    for (const Hit& hit : hits) {
      if (hit.key < kBorn || hit.key >= kDays) continue;
      const Block& in = document.block(hit.block);
      if (!definition_.looks_at(in.role) || words_.count(in.language) == 0) continue;
      if (hit.block != block || hit.span.begin >= sentence.end) {
        block = hit.block;
        sentence = sentence_at(in.text, hit.span.begin);
      }
      std::vector<Mention>& known = mentions[hit.key];
      if (known.size() > kMostMentions) continue;
      if (auto mention = read(document, facts, quoted, hit, sentence)) known.push_back(std::move(*mention));
    }
    for (auto& [key, known] : mentions) {
      if (known.size() <= kMostMentions) compare_all(document, facts, known, sink);
    }
  }

  std::optional<Mention> read(const Document& document, const Facts& facts, QuotedBlocks& quoted, const Hit& hit,
                              TextSpan sentence) const {
    const Block& block = document.block(hit.block);
    const Words& words = words_.at(block.language);
    if (block.text.substr(sentence.begin, sentence.size()).ends_with('?')) return std::nullopt;
    if (is_repeated_cue(facts, hit, sentence)) return std::nullopt;
    const std::vector<NamedPlace> places = places_in(document, block, words, sentence);
    if (places.empty()) return std::nullopt;
    const NamedPlace* place = place_of(document, block, words, hit.span, places);
    if (place == nullptr || quoted.hold(hit.block, hit.span)) return std::nullopt;
    if (is_guarded(document, facts, definition_.slot, hit.block, hit.span)) return std::nullopt;
    SentenceName before;
    Mention mention;
    mention.cue = &hit;
    mention.sentence = sentence;
    mention.place = *place;
    mention.form = context_form(block.text.substr(hit.span.begin, hit.span.size()));
    for (const SentenceName& name : people_in(document, block, sentence, hit.span, places)) {
      if (!name.common && name.span.begin < hit.span.begin) {
        mention.first = before.form.empty() || !is_adjacent(block.text, before.span.end, name.span.begin)
                            ? std::string()
                            : before.form;
        mention.subject = name.form;
      }
      if (!name.common) mention.names.insert(name.form);
      before = name;
    }
    mention.refers = refers(document, block, words, sentence);
    if (hit.key == kFounded && is_by_somebody(document, block, words, sentence, hit.span)) return std::nullopt;
    mention.indefinite = hit.key == kEvents && is_indefinite(document, block, words, hit.span);
    if (hit.key == kEvents) mention.label = label_of(document, block, words, hit.span);
    read_days(document, facts, mention);
    return mention;
  }

  // "She", "the company", but not "the label of the company".
  static bool refers(const Document& document, const Block& block, const Words& words, TextSpan sentence) {
    std::string last;
    std::string before;
    for (const Word& word : words_in(document.words(block), sentence)) {
      std::string form = context_form(word_text(block, word));
      const bool owned =
          std::ranges::binary_search(words.owners, last) || std::ranges::binary_search(words.owners, before);
      if (!owned && std::ranges::binary_search(words.refers, form)) return true;
      before = std::move(last);
      last = std::move(form);
    }
    return false;
  }

  // "Ha fondato", but neither "è stato fondato" nor "fondato a Roma, ha".
  static bool is_by_somebody(const Document& document, const Block& block, const Words& words, TextSpan sentence,
                             TextSpan cue) {
    const std::span<const Word> all = words_in(document.words(block), sentence);
    for (auto word = all.begin(); word != all.end(); ++word) {
      if (!is_one_of(words.by_somebody, word_text(block, *word))) continue;
      const TextSpan own{word->begin, word->end};  // minmax() gives references
      const auto [left, right] = std::minmax(own, cue);
      if (left.end < right.begin &&
          block.text.substr(left.end, right.begin - left.end).find(',') != std::string_view::npos)
        continue;
      const bool passive = word + 1 != all.end() &&
                           std::ranges::binary_search(words.passive, context_form(word_text(block, *(word + 1))));
      if (!passive) return true;
    }
    return false;
  }

  // "The final juniors", as Italian and Spanish say it: the word right behind the event.
  std::string label_of(const Document& document, const Block& block, const Words& words, TextSpan cue) const {
    const std::span<const Word> all = document.words(block);
    const auto word = std::ranges::lower_bound(all, cue.end, {}, &Word::begin);
    if (word == all.end() || word->begin > cue.end + 1) return {};
    std::string form = context_form(word_text(block, *word));
    const bool small = form.size() <= kSmallLabel ||
                       std::ranges::binary_search(small_.at(block.language).plain, form) ||
                       std::ranges::binary_search(words.places_after, form);
    return small || is_capitalised(word_text(block, *word)) ? std::string() : form;
  }

  // The places of a sentence that stand behind "in", or before a hyphen: "Graz-born". Others may be people.
  static std::vector<NamedPlace> places_in(const Document& document, const Block& block, const Words& words,
                                           TextSpan sentence) {
    std::vector<NamedPlace> places = find_places(block.text, document.words(block), sentence);
    std::erase_if(places, [&](const NamedPlace& place) {
      const bool glued = place.span.end < block.text.size() && block.text[place.span.end] == '-';
      return !glued && !stands_behind_in(document, block, words, place.span);
    });
    return places;
  }

  // The one place that belongs to the cue: behind "in", near, and in its clause.
  [[nodiscard]] static const NamedPlace* place_of(const Document& document, const Block& block, const Words& words,
                                                  TextSpan cue, const std::vector<NamedPlace>& places) {
    const NamedPlace* found = nullptr;
    for (const NamedPlace& place : places) {
      if (place.span.overlaps(cue)) continue;
      const TextSpan gap = place.span.end <= cue.begin ? TextSpan{place.span.end, cue.begin}
                                                       : TextSpan{cue.end, std::max(cue.end, place.span.begin)};
      if (gap.size() > kFarthest) continue;
      if (block.text.substr(gap.begin, gap.size()).find_first_of(",;:()") != std::string_view::npos) continue;
      if (std::ranges::any_of(places, [&](const NamedPlace& other) { return gap.contains(other.span); })) continue;
      if (has_break(document, block, words, gap)) continue;
      if (found != nullptr) return nullptr;
      found = &place;
    }
    // "In Bonn and in Cologne": which of the two is of whom?
    const auto is_beside = [&](const NamedPlace& other) {
      if (found == nullptr || other.id == found->id || other.sort != found->sort) return false;
      const auto [left, right] = std::minmax(found->span, other.span);
      return right.begin >= left.end && right.begin - left.end <= kBeside;
    };
    return std::ranges::any_of(places, is_beside) ? nullptr : found;
  }

  static bool has_break(const Document& document, const Block& block, const Words& words, TextSpan gap) {
    const std::span<const Word> all = document.words(block);
    for (auto word = std::ranges::lower_bound(all, gap.begin, {}, &Word::begin);
         word != all.end() && word->end <= gap.end; ++word) {
      if (is_one_of(words.breaks, word_text(block, *word))) return true;
    }
    return false;
  }

  // Italian "è" is no "e".
  static bool is_one_of(const std::vector<std::string>& forms, std::string_view word) {
    const std::string form = context_form(word);
    return (form.size() > 1 || word.size() == 1) && std::ranges::binary_search(forms, form);
  }

  static bool stands_behind_in(const Document& document, const Block& block, const Words& words, TextSpan place) {
    const std::span<const Word> all = document.words(block);
    auto word = std::ranges::lower_bound(all, place.begin, {}, &Word::begin);
    std::uint32_t end = place.begin;
    for (std::size_t back = 0; back <= kPlaceReach && word != all.begin(); ++back) {
      --word;
      if (block.text.substr(word->end, end - word->end).find_first_of(",.;:()\n") != std::string_view::npos)
        return false;
      if (std::ranges::binary_search(words.places_after, context_form(word_text(block, *word)))) return true;
      end = word->begin;
    }
    return false;
  }

  // "A meeting", "a short meeting".
  static bool is_indefinite(const Document& document, const Block& block, const Words& words, TextSpan cue) {
    const std::span<const Word> all = document.words(block);
    auto word = std::ranges::lower_bound(all, cue.begin, {}, &Word::begin);
    for (std::size_t back = 0; back < 3 && word != all.begin(); ++back) {
      --word;
      if (std::ranges::binary_search(words.indefinite, context_form(word_text(block, *word)))) return true;
    }
    return false;
  }

  // "One was born in Graz, the other one was born in Linz."
  [[nodiscard]] bool is_repeated_cue(const Facts& facts, const Hit& hit, TextSpan sentence) const {
    const auto hits = facts.matches().in(definition_.slot, hit.block, sentence);
    return std::ranges::count(hits, hit.key, &Hit::key) > 1;
  }

  // The names of a sentence that are no places and not the cue.
  std::vector<SentenceName> people_in(const Document& document, const Block& block, TextSpan sentence, TextSpan cue,
                                      const std::vector<NamedPlace>& places) const {
    std::vector<SentenceName> names =
        names_in(document, block, sentence, !small_.at(block.language).names_after.empty());
    std::erase_if(names, [&](const SentenceName& name) {
      const auto holds = [&](const NamedPlace& place) { return place.span.contains(name.span); };
      return name.span.overlaps(cue) || std::ranges::any_of(places, holds);
    });
    return names;
  }

  void read_days(const Document& document, const Facts& facts, Mention& mention) const {
    const std::uint32_t number = mention.cue->block;
    const std::string_view text = document.block(number).text;
    for (const Hit& hit : facts.matches().in(definition_.slot, number, mention.sentence)) {
      if (hit.key == kDays) mention.days.insert(context_form(text.substr(hit.span.begin, hit.span.size())));
    }
    const auto& dates = facts.time().dates;
    auto date = std::ranges::lower_bound(dates, std::pair(number, mention.sentence.begin), {},
                                         [](const DateFact& each) { return std::pair(each.block, each.span.begin); });
    for (; date != dates.end() && date->block == number && date->span.begin < mention.sentence.end; ++date) {
      if (date->date.day != 0)
        mention.days.insert(std::to_string(date->date.month) + "-" + std::to_string(date->date.day));
    }
  }

  void compare_all(const Document& document, const Facts& facts, std::vector<Mention>& mentions, Sink& sink) const {
    if (std::ranges::all_of(mentions, [&](const Mention& m) { return m.place.id == mentions.front().place.id; }))
      return;
    for (Mention& mention : mentions) {
      if (mention.refers && mention.cue->key != kEvents) mention.antecedent = antecedent_of(document, facts, mention);
    }
    std::set<std::size_t> reported;
    for (std::size_t j = 1; j < mentions.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (reported.count(i) != 0 || reported.count(j) != 0) continue;
        if (!is_one_thing(document, facts, mentions[i], mentions[j])) continue;
        reported.insert({i, j});
        report(document, mentions[i], mentions[j], sink);
      }
    }
  }

  // What the sentences before one with "she" name, back to the first that names anything.
  [[nodiscard]] Forms antecedent_of(const Document& document, const Facts& facts, const Mention& mention) const {
    std::uint32_t number = mention.cue->block;
    std::uint32_t begin = mention.sentence.begin;
    for (int back = 0; back < kSentencesBack; ++back) {
      while (document.block(number).text.substr(0, begin).find_first_not_of(" \n") == std::string_view::npos) {
        if (number == 0 || document.block(number - 1).role != Role::kParagraph) return {};
        --number;
        begin = static_cast<std::uint32_t>(document.block(number).text.size());
        if (begin == 0) return {};
      }
      const Block& block = document.block(number);
      const std::size_t last = block.text.substr(0, begin).find_last_not_of(" \n");
      const TextSpan sentence = sentence_at(block.text, static_cast<std::uint32_t>(last));
      if (words_.count(block.language) == 0 || is_guarded(document, facts, definition_.slot, number, sentence))
        return {};
      const std::vector<NamedPlace> places = places_in(document, block, words_.at(block.language), sentence);
      Forms forms;
      for (SentenceName& name : people_in(document, block, sentence, {}, places)) {
        if (!name.common) forms.insert(std::move(name.form));
      }
      if (!forms.empty()) return forms;
      begin = sentence.begin;
    }
    return {};
  }

  bool is_one_thing(const Document& document, const Facts& facts, Mention& a, Mention& b) const {
    if (a.place.id == b.place.id || a.place.sort != b.place.sort) return false;
    const Language language = document.block(a.cue->block).language;
    if (document.block(b.cue->block).language != language) return false;
    if (a.cue->block == b.cue->block && a.sentence == b.sentence) return false;
    const bool two_names = has_own(a.names, b.names) && has_own(b.names, a.names);
    if (a.cue->key == kEvents) {
      if (!is_same_word(a.form, b.form) || two_names || b.indefinite || has_other_owners(document, facts, a, b))
        return false;
      if (!a.label.empty() && !b.label.empty() && a.label != b.label && a.days == b.days) return false;
      if (!a.days.empty() && a.days == b.days) return true;
      return a.days == b.days && is_same_sentence(document, facts, a, b);
    }
    if (!a.subject.empty() && a.subject == b.subject) return a.first.empty() || b.first.empty() || a.first == b.first;
    // "Doe was born in Leeds", "born in York, Doe …"
    if (a.subject.empty() != b.subject.empty() && (a.names.contains(b.subject) || b.names.contains(a.subject)))
      return true;
    if (!a.subject.empty() && !b.subject.empty()) return false;
    if (intersects(a.names, b.names)) return !two_names;
    if (a.names.empty() && b.names.empty() && !intersects(a.antecedent, b.antecedent)) {
      return is_same_sentence(document, facts, a, b);
    }
    if (!a.names.empty() && !b.names.empty()) return false;
    const Forms& one = a.names.empty() ? a.antecedent : a.names;
    const Forms& other = b.names.empty() ? b.antecedent : b.names;
    return intersects(one, other);
  }

  // "The final of the women", "the final of the men".
  bool has_other_owners(const Document& document, const Facts& facts, Mention& a, Mention& b) const {
    const auto has_own_attribute = [](const Context& of, const Context& other) {
      return std::ranges::any_of(of.words, [&](const ContextWord& word) { return word.attribute && !other.has(word); });
    };
    const Context& one = context(document, facts, a);
    const Context& other = context(document, facts, b);
    return has_own_attribute(one, other) && has_own_attribute(other, one);
  }

  const Context& context(const Document& document, const Facts& facts, Mention& mention) const {
    if (!mention.context) {
      const Language language = document.block(mention.cue->block).language;
      mention.context =
          context_of(document, facts, mention.cue->block, mention.place.span, kContextReach, small_.at(language));
    }
    return *mention.context;
  }

  // Word for word the same but for the place, as far as that can be no accident.
  bool is_same_sentence(const Document& document, const Facts& facts, Mention& a, Mention& b) const {
    const Likeness likeness = compare(context(document, facts, a), context(document, facts, b));
    return is_repeated(likeness) && !likeness.other_names && a.cue->block != b.cue->block;
  }

  static void report(const Document& document, const Mention& first, const Mention& second, Sink& sink) {
    Finding finding = clash_of(document, {first.cue->block, first.place.span}, {second.cue->block, second.place.span});
    finding.wording = kWordings[second.cue->key - kBorn];
    sink.report(std::move(finding));
  }

  Definition definition_;
  std::map<Language, SmallWords> small_;
  std::map<Language, Words> words_;
  Whereabouts whereabouts_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<PlaceConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind place_conflict;
const Kind place_conflict{
    "place-conflict", "one birth, foundation, seat or event at two places", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `fate-conflict`: a victim is dead in one sentence and alive in another one.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"dead", KeyType::kPhrases, "say that somebody died: \"starb\""},
    {"alive", KeyType::kPhrases, "say that somebody lives: \"out of danger\""},
    {"survived", KeyType::kPhrases, "say that somebody lived on; of a person with a name they may tell of other years"},
    kSmallWordKeys[2],
    {"people", KeyType::kStrings, "words for one person: \"driver\""},
    {"indefinite", KeyType::kStrings, "words before somebody who was not told of before: \"a\""},
});
enum List : std::uint8_t { kDead = 2, kAlive, kSurvived };
constexpr std::size_t kMostMentions = 60;  // in an article: more are a chronicle
constexpr std::size_t kBefore = 2;         // words in which "a" stands before "young driver"

struct Mention {
  const Hit* hit = nullptr;
  TextSpan sentence;
  Forms people;
  Forms names;
  Forms apart;  // those that part two people of a kind: where all nouns have a capital, not any of them
  bool indefinite = false;
};

class FateConflict final : public Check {
 public:
  explicit FateConflict(const Definition& definition) : definition_(definition) {
    for (const auto& [language, section] : definition.sections) {
      people_[language] = forms_of(definition, language, "people");
      names_after_[language] = forms_of(definition, language, "names-after");
      indefinite_[language] = forms_of(definition, language, "indefinite");
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::vector<Mention> mentions = read_all(document, facts);
    for (std::size_t j = 1; j < mentions.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (!conflict(document, mentions[i], mentions[j])) continue;
        Finding finding;
        finding.place = {mentions[j].hit->block, mentions[j].hit->span};
        finding.wording = mentions[j].hit->key == kDead ? "dead" : "";
        finding.related.push_back({{mentions[i].hit->block, mentions[i].hit->span}, "other", {}});
        sink.report(std::move(finding));
        return;
      }
    }
  }

 private:
  std::vector<Mention> read_all(const Document& document, const Facts& facts) const {
    std::vector<Mention> mentions;
    const std::span<const Hit> hits = facts.matches().of(definition_.slot);
    const auto is_dead = [](const Hit& hit) { return hit.key == kDead; };
    const auto lives = [](const Hit& hit) { return hit.key == kAlive || hit.key == kSurvived; };
    if (std::ranges::none_of(hits, is_dead) || std::ranges::none_of(hits, lives)) return mentions;
    QuotedBlocks quoted(document);
    for (const Hit& hit : hits) {
      const Block& block = document.block(hit.block);
      if (hit.key < kDead || !definition_.looks_at(block.role) || people_.count(block.language) == 0) continue;
      if (quoted.hold(hit.block, hit.span) || is_guarded(document, facts, definition_.slot, hit.block, hit.span))
        continue;
      Mention mention = read(document, hit);
      const std::string_view sentence = block.text.substr(mention.sentence.begin, mention.sentence.size());
      if (sentence.ends_with('?') || names_year(facts.time(), hit.block, mention.sentence)) continue;
      if (mention.people.size() + mention.names.size() > 0) mentions.push_back(std::move(mention));
      if (mentions.size() > kMostMentions) return {};
    }
    return mentions;
  }

  Mention read(const Document& document, const Hit& hit) const {
    const Block& block = document.block(hit.block);
    Mention mention{&hit, sentence_at(block.text, hit.span.begin), {}, {}, {}};
    const auto& people = people_.at(block.language);
    const auto& indefinite = indefinite_.at(block.language);
    const std::span<const Word> words = words_in(document.words(block), mention.sentence);
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string form = context_form(word_text(block, words[i]));
      if (!std::ranges::binary_search(people, form)) continue;
      mention.people.insert(std::move(form));
      for (std::size_t back = 1; back <= std::min(i, kBefore); ++back) {
        const std::string before = context_form(word_text(block, words[i - back]));
        mention.indefinite = mention.indefinite || std::ranges::binary_search(indefinite, before);
      }
    }
    for (SentenceName& name : names_in(document, block, mention.sentence, true)) {
      const bool person = std::ranges::binary_search(people, name.form);
      if (name.common || person || name.span.overlaps(hit.span)) continue;
      if (is_apart(block, words, name)) mention.apart.insert(name.form);
      mention.names.insert(std::move(name.form));
    }
    return mention;
  }

  bool is_apart(const Block& block, std::span<const Word> words, const SentenceName& name) const {
    const auto& after = names_after_.at(block.language);
    if (after.empty()) return true;
    const auto own = std::ranges::lower_bound(words, name.span.begin, {}, &Word::begin);
    if (own == words.begin()) return false;
    const std::string before = context_form(word_text(block, *(own - 1)));
    return std::ranges::binary_search(after, before) || std::ranges::binary_search(people_.at(block.language), before);
  }

  bool conflict(const Document& document, const Mention& a, const Mention& b) const {
    if ((a.hit->key == kDead) == (b.hit->key == kDead) || b.indefinite) return false;
    if (a.hit->block == b.hit->block && a.sentence == b.sentence) return false;
    if (document.block(a.hit->block).language != document.block(b.hit->block).language) return false;
    if (has_own(a.apart, b.apart) && has_own(b.apart, a.apart)) return false;
    // "The driver and the cyclist": which of the two?
    if (a.people.size() > 1 || b.people.size() > 1) return false;
    if (!a.people.empty() && !b.people.empty()) {
      return a.people == b.people && introductions(document, a) < 2;
    }
    const bool survived = a.hit->key == kSurvived || b.hit->key == kSurvived;
    return !survived && intersects(a.names, b.names) && !(has_own(a.names, b.names) && has_own(b.names, a.names));
  }

  // How often somebody of this kind is told of for the first time: in a roundup, several are.
  std::size_t introductions(const Document& document, const Mention& mention) const {
    std::size_t count = 0;
    for (const Block& block : document.blocks()) {
      const auto indefinite = indefinite_.find(block.language);
      if (!definition_.looks_at(block.role) || indefinite == indefinite_.end()) continue;
      const std::span<const Word> words = document.words(block);
      for (std::size_t i = 1; i < words.size(); ++i) {
        if (!mention.people.contains(context_form(word_text(block, words[i])))) continue;
        for (std::size_t back = 1; back <= std::min(i, kBefore); ++back) {
          if (std::ranges::binary_search(indefinite->second, context_form(word_text(block, words[i - back])))) ++count;
        }
      }
    }
    return count;
  }

  Definition definition_;
  std::map<Language, std::vector<std::string>> people_;
  std::map<Language, std::vector<std::string>> names_after_;
  std::map<Language, std::vector<std::string>> indefinite_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<FateConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind fate_conflict;
const Kind fate_conflict{
    "fate-conflict", "a victim dead in one sentence, alive in another one", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

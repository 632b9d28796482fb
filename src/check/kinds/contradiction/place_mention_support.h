// Sentences that say where somebody was born or died, something was founded, sits or takes place.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/place_reader_support.h"
#include "facts/places.h"
#include "facts/speech.h"

namespace stet {

// The rule's lists that begin them, by their key.
enum PlaceCue : std::uint8_t { kBorn = 5, kDied, kFounded, kBased, kEvents, kDays };

struct PlaceMention {
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
  bool guessed = false;     // the place stands in no gazetteer: what it is a part of is not known
  bool definite = false;    // "the headquarters", "its seat"
  bool led = false;         // "at the headquarters"
  Forms antecedent;         // what the sentences before it name
  std::optional<Context> context;
};

class PlaceMentionReader {
 public:
  static constexpr Key kKeys[] = {
      {"refers", KeyType::kStrings, "words for somebody or something named before: \"she\", \"the company\""},
      {"breaks", KeyType::kStrings, "words that part two statements: \"and\""},
      {"indefinite", KeyType::kStrings, "words before an event that was not told of before: \"a\""},
      {"by-somebody", KeyType::kStrings, "words with which somebody founds, who may found several things: \"hat\""},
      {"passive", KeyType::kStrings, "words behind those with which nobody founds: \"a été\""},
      {"owners", KeyType::kStrings, "words that make of \"the company\" whose something is: \"of\""},
  };

  explicit PlaceMentionReader(const Definition& definition);

  [[nodiscard]] bool looks_at(const Block& block) const {
    return definition_.looks_at(block.role) && words_.contains(block.language);
  }
  [[nodiscard]] const SmallWords& small(Language language) const { return small_.at(language); }

  [[nodiscard]] std::optional<PlaceMention> read(const Document& document, const Facts& facts, QuotedBlocks& quoted,
                                                 const Hit& hit, TextSpan sentence) const;
  // What the sentences before one with "she" name, back to the first that names anything.
  [[nodiscard]] Forms antecedent_of(const Document& document, const Facts& facts, const PlaceMention& mention) const;

 private:
  struct Words {
    std::vector<std::string> refers;
    std::vector<std::string> breaks;
    std::vector<std::string> indefinite;
    std::vector<std::string> by_somebody;
    std::vector<std::string> passive;
    std::vector<std::string> owners;
    std::vector<std::string> definite;
  };

  // The places of a sentence that stand behind "in", beside the cue, or before a hyphen: "Graz-born". Others may be
  // people.
  [[nodiscard]] std::vector<NamedPlace> places_in(const Document& document, std::uint32_t number, TextSpan sentence,
                                                  TextSpan cue) const;
  [[nodiscard]] std::optional<NamedPlace> guessed_place(const Document& document, const Block& block,
                                                        TextSpan cue) const;
  static const NamedPlace* place_of(const Document& document, const Block& block, const Words& words, TextSpan cue,
                                    const std::vector<NamedPlace>& places);
  static bool refers(const Document& document, const Block& block, const Words& words, TextSpan sentence, bool plain);
  static bool is_owned(const Document& document, const Block& block, const Words& words, TextSpan cue,
                       std::size_t reach);
  [[nodiscard]] bool is_led(const Document& document, const Block& block, TextSpan cue) const;
  static bool is_by_somebody(const Document& document, const Block& block, const Words& words, TextSpan sentence,
                             TextSpan cue);
  static bool is_indefinite(const Document& document, const Block& block, const Words& words, TextSpan cue);
  static bool has_break(const Document& document, const Block& block, const Words& words, TextSpan gap);
  [[nodiscard]] std::string label_of(const Document& document, const Block& block, TextSpan cue) const;
  [[nodiscard]] std::vector<SentenceName> people_in(const Document& document, const Block& block, TextSpan sentence,
                                                    TextSpan cue, const std::vector<NamedPlace>& places) const;
  void read_days(const Document& document, const Facts& facts, PlaceMention& mention) const;

  const Definition& definition_;
  BySection<SmallWords> small_;
  PlaceReader reader_;
  static Words read_words(const Definition& definition, Language language);
  BySection<Words> words_;
};

}  // namespace stet

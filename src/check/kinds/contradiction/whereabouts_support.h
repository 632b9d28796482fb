// Where the one thing of a short article is: its begin puts it in one town, a later sentence takes up the same thing
// and puts it in another: "a mill in Oldham", "the gutted building, in the middle of Burnley".
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/by_section.h"
#include "check/check.h"
#include "check/kinds/contradiction/place_reader_support.h"
#include "check/kinds/contradiction/route_support.h"
#include "facts/concepts.h"

namespace stet {

class Whereabouts {
 public:
  static constexpr Key kKeys[] = {
      {"definite", KeyType::kStrings, "words before what the reader knows: \"the\", \"his\""},
      {"not-known", KeyType::kStrings, "words before what the reader does not know: \"another\""},
      {"glue", KeyType::kStrings, "words that may stand between a thing and its place: \"middle\""},
      {"relatives", KeyType::kStrings, "words that begin a clause on a place: \"where\""},
      {"clauses", KeyType::kStrings, "words that begin a clause"},
      {"sites", KeyType::kStrings, "words for wherever it was: \"the scene\""},
      {"bodies", KeyType::kStrings, "who may be elsewhere: \"police\", \"hospital\""},
      {"takes-place", KeyType::kStrings, "verbs that say no more than that something is there: \"stattfand\""},
      {"traffic", KeyType::kStrings, "words that tell of the road or line that something happened on: \"reopened\""},
      {"afloat", KeyType::kStrings, "words that tell of the water that something happened on: \"drowned\""},
  };
  // Matched lists, which a rule has in this order, behind those of PlaceReader.
  static constexpr Key kMatchedKeys[] = {
      {"elsewhere", KeyType::kPhrases, "tell in a sentence that something else is meant", true},
      {"elsewhere-near", KeyType::kPhrases, "tell it of a place right beside them", true},
  };

  Whereabouts() = default;
  // `days` is the key of the rule's list of days, `first_matched` that of its first list of ours.
  Whereabouts(const Definition& definition, std::uint8_t days, std::uint8_t first_matched);

  // Of the places of an article, in its order.
  [[nodiscard]] std::vector<PlaceClash> find(const Document& document, const Facts& facts,
                                             const std::vector<SeenPlace>& all) const;

 private:
  struct Words {
    std::vector<std::string> definite;
    std::vector<std::string> not_known;
    std::vector<std::string> glue;
    std::vector<std::string> relatives;
    std::vector<std::string> clauses;
    std::vector<std::string> sites;
    std::vector<std::string> bodies;
    std::vector<std::string> takes_place;
    std::vector<std::string> traffic;
    std::vector<std::string> afloat;
    std::vector<std::string> small;
    std::vector<std::string> located;
    std::vector<std::string> had;
    bool compounds = false;  // its nouns are put together: "Familienbetrieb"
  };
  // A word of the article with what it names.
  struct Thing {
    TextSpan span;
    std::string form;
    ConceptSet wide;
    ConceptSet happening;
    bool beside = false;   // a place
    bool defined = false;  // "the meeting in Paris"
  };
  struct Lead {
    std::uint32_t end = 0;  // the block behind it
    std::vector<Thing> things;
    std::vector<SeenPlace> places;
    std::vector<std::string> days;
  };
  enum class Proof : std::uint8_t { kLacking, kSite, kSame };
  // That of a place, with its words from `first` to `last`.
  struct Sentence {
    const Block& block;
    const Words& own;
    std::span<const Word> words;
    std::vector<std::string> forms;
    std::size_t first = 0;
    std::size_t last = 0;
    bool guessed = false;
    // What a word proves; `retold` when nothing there tells it from another of its name.
    std::function<Proof(std::size_t at, bool retold)> proof_by;

    [[nodiscard]] std::string_view gap(std::size_t at) const;  // before a word
    [[nodiscard]] bool has_comma(std::size_t at) const;
    // Whether an article or the like tells that the reader knows it.
    [[nodiscard]] bool is_definite(std::size_t at) const;
  };

  [[nodiscard]] Lead read_lead(const Document& document, const Facts& facts, const std::vector<SeenPlace>& all) const;
  [[nodiscard]] Thing thing_at(const Facts& facts, const Block& block, const Word& word, const Words& words) const;
  void look(const Document& document, const Facts& facts, const std::vector<SeenPlace>& all, const Lead& lead,
            SeenSort sort, std::vector<PlaceClash>& clashes) const;
  [[nodiscard]] bool is_guarded(const Document& document, const Facts& facts, const SeenPlace& place, bool near) const;
  // "She had won the race in": of an earlier one.
  [[nodiscard]] bool tells_of_before(const Document& document, const SeenPlace& place) const;
  [[nodiscard]] std::vector<std::string> days_in(const Document& document, const Facts& facts, std::uint32_t block,
                                                 TextSpan span) const;
  [[nodiscard]] bool has_other_time(const Document& document, const Facts& facts, const Lead& lead,
                                    const SeenPlace& place) const;
  [[nodiscard]] Proof proof_of(const Document& document, const Facts& facts, const Lead& lead,
                               const SeenPlace& place) const;
  [[nodiscard]] static Proof proof_before(const Sentence& sentence);
  [[nodiscard]] static Proof proof_behind(const Sentence& sentence);
  [[nodiscard]] static Proof proof_beside(const Sentence& sentence);
  [[nodiscard]] static Proof proof_in_relative(const Sentence& sentence);
  [[nodiscard]] static Proof proof_by_words(const Sentence& sentence, const std::vector<std::string>& words);
  [[nodiscard]] static Proof proof_by(const Thing& thing, const Lead& lead, const Words& words, bool retold);

  const Definition& definition_;
  std::uint8_t days_ = 0;
  std::uint8_t first_matched_ = 0;
  Routes routes_;
  static Words read(const Definition& definition, Language language);
  BySection<Words> words_;
};

}  // namespace stet

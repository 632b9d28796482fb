// What an article says, extracted once and shared by all checks.
#pragma once

#include <vector>

#include "document/document.h"
#include "facts/block_sentences.h"
#include "facts/concepts.h"
#include "facts/cues.h"
#include "facts/lexicon.h"
#include "facts/made_once.h"
#include "facts/matcher.h"
#include "facts/number_language.h"
#include "facts/quantities.h"
#include "facts/time_facts.h"
#include "facts/topic_words.h"
#include "facts/word_tables.h"
#include "text/dictionary.h"

namespace stet {

// What extraction needs to know of the world. Immutable, shared by threads.
struct Knowledge {
  Lexicon lexicon;
  Matcher matcher;
  std::vector<CueSource> cues{};  // by name
  // By slot: what a rule's hits say of a page.
  struct Furniture {
    bool is = false;               // the rule looks for what stands around articles
    std::uint8_t opener = kNoKey;  // the list of the headings of such sections
    static constexpr std::uint8_t kNoKey = 0xFF;
  };
  std::vector<Furniture> furniture{};
  ConceptLexicons concepts{};
  WordTables tables{};
  NumberLanguages numbers{};
  CalendarCache calendars{};  // filled as languages are met
  TopicWordsCache topic_words{};
  Dictionaries dictionaries{};  // this machine's
};

class Facts {
 public:
  // Everything that the checks may ask of the document. Both must outlive the facts.
  static Facts extract(const Document& document, const Knowledge& knowledge);

  [[nodiscard]] const Knowledge& knowledge() const { return *knowledge_; }
  [[nodiscard]] const Matches& matches() const { return matches_; }
  // The hits of a cue lexicon; none when there is no such lexicon.
  [[nodiscard]] Cues cues(std::string_view lexicon) const;
  // Dates and what else is said of time.
  [[nodiscard]] const TimeFacts& time() const { return time_; }

  // The quantities of all prose blocks, by block, then begin.
  [[nodiscard]] std::span<const Quantity> quantities() const { return quantities_; }
  [[nodiscard]] std::span<const Quantity> quantities(std::uint32_t block) const;
  // Those that begin in a span of a block.
  [[nodiscard]] std::span<const Quantity> quantities(std::uint32_t block, TextSpan span) const;
  // How the block's language writes numbers.
  [[nodiscard]] const NumberLanguage& numbers(const Block& block) const {
    return knowledge_->numbers.get(knowledge_->lexicon, block.language);
  }

  [[nodiscard]] const BlockSentences& sentences() const { return sentences_; }
  // What checks make of the document and share.
  [[nodiscard]] const MadeOnce& made_once() const { return made_once_; }

 private:
  Facts(const Document& document, const Knowledge& knowledge) : knowledge_(&knowledge), sentences_(document) {}

  const Knowledge* knowledge_;
  BlockSentences sentences_;
  MadeOnce made_once_;
  Matches matches_;
  std::vector<Quantity> quantities_;
  TimeFacts time_;
};

}  // namespace stet

// The words of a block as the reader of people sees them: what list they are on, whether they may be a name or name a
// trade.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/contradiction/cast_reader_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {

class CastWords {
 public:
  // The lists of kCastLists.
  enum CastList : std::uint8_t {
    kMen,
    kWomen,
    kPeople,
    kManWords,
    kWomanWords,
    kPersonWords,
    kHe,
    kShe,
    kPossessives,
    kPluralVerbs,
    kIndefinite,
    kAnother,
    kRelatives,
    kDefinite,
    kSeveral,
    kOf,
    kBelonging,
    kNamedAs,
    kEstates,
    kIn,
    kAnd,
    kSir,
    kMadam,
    kTitles,
    kYearsOld,
    kNoPeople
  };

  CastWords(const Document& document, std::uint32_t number, const RuleWords::Tries& words, const Endings& endings)
      : block_(document.block(number)),
        lists_(words),
        endings_(endings),
        all_(document.words(block_)),
        home_(table_number(block_.language)) {}

  std::string_view text(std::size_t i) const { return word_text(block_, all_[i]); }
  bool is(CastList list, std::size_t i) const { return static_cast<bool>(at(list, i)); }
  PhraseTrie::Match at(CastList list, std::size_t i) const { return lists_[list].longest(block_.text, all_[i].begin); }
  bool upper(std::size_t i) const { return is_upper(decode_at(block_.text, all_[i].begin).value); }
  bool noun_capitals() const { return endings_.noun_capitals; }
  // No mark between the word and the next one.
  bool beside(std::size_t i) const {
    return i + 1 < all_.size() &&
           block_.text.substr(all_[i].end, all_[i + 1].begin - all_[i].end).find_first_of(",;:.()\"!?\n") ==
               std::string_view::npos;
  }
  bool is_small(std::size_t i) const { return home_ && (kinship(all_[i].hash).small >> *home_ & 1U) != 0; }
  bool is_common(std::size_t i) const { return home_ && (kinship(all_[i].hash).common >> *home_ & 1U) != 0; }
  bool is_number(std::size_t i) const { return is_digit(decode_at(block_.text, all_[i].begin).value); }
  bool is_title(std::size_t i) const { return is(kSir, i) || is(kMadam, i) || is(kTitles, i); }
  bool is_name_word(std::size_t i) const;

  struct Trade {
    bool found = false;
    bool generic = false;
    bool several = false;
    Sex sex = Sex::kUnknown;
    std::uint32_t number = CastMention::kNone;
    std::size_t end = 0;
  };
  // The trade that begins there.
  Trade trade_in(std::string_view text, std::size_t begin) const;
  // The same of a word, in any case.
  Trade trade(std::size_t i) const;

  std::size_t word_behind(std::size_t end) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(all_, end, {}, &Word::begin) - all_.begin());
  }

 protected:
  const Block& block_;
  const RuleWords::Tries& lists_;
  const Endings& endings_;
  std::span<const Word> all_;
  std::optional<unsigned> home_;
  TextSpan sentence_;  // that is read
};

}  // namespace stet

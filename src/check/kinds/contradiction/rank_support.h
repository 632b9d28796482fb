// The rank that somebody has: "sit third in the league", "auf Platz vier". A short article gives its side one rank of a
// sort.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "check/check.h"
#include "check/kinds/consistency/name_support.h"
#include "check/kinds/contradiction/ordinal_reader_support.h"
#include "check/kinds/number/number_support.h"

namespace stet {

class Ranks {
 public:
  static constexpr Key kKeys[] = {
      {"rank-nouns", KeyType::kStrings, "stand behind the ordinal of a rank: \"place\""},
      {"rank-labels", KeyType::kStrings, "stand before its number: \"Platz\""},
      {"rank-verbs", KeyType::kStrings, "words behind which an ordinal is a rank: \"finished\""},
      {"rank-tables", KeyType::kStrings, "stand behind an ordinal that is one: \"in the table\""},
      {"rank-heads", KeyType::kStrings, "make a rank of an ordinal in one word: \"tabellen\""},
      {"rank-follow", KeyType::kStrings, "may stand behind a rank without a noun: \"behind\""},
      {"rank-away", KeyType::kStrings, "before another's rank or one that is left: \"from\""},
      {"rank-scopes", KeyType::kStrings, "what it is a rank of: \"overall\""},
      {"rank-ends", KeyType::kStrings, "make a rank of an ordinal alone that has a capital: \"geworden\""},
      {"rank-never", KeyType::kStrings, "before such an ordinal: it is no rank: \"an Dritte\""},
      {"rank-unless", KeyType::kStrings, "tell of another's rank, or of another time: \"previously\""},
  };
  static constexpr std::size_t kKeyCount = std::size(kKeys);

  // The definition must outlive it.
  Ranks(const Definition& definition, const OrdinalReader& ordinals);

  // Of a short article.
  void find(const Document& document, const Facts& facts, Sink& sink) const;

 private:
  struct Rank {
    std::uint32_t block = 0;
    TextSpan span;
    TextSpan sentence;
    std::uint32_t number = 0;
    std::set<std::uint32_t> scopes;
    bool head = false;  // "der Tabellendritte": calls a side so
    Forms subject;      // names before it in its sentence
    Forms names;        // all of its sentence
    Forms people;       // those that stand behind another: "Kern" of "Ida Kern"
  };
  [[nodiscard]] std::optional<Rank> read_at(const Document& document, const Facts& facts, std::uint32_t number,
                                            const Word& word, const RuleWords::Tries& words,
                                            const OrdinalReader::Number* ordinal) const;

  [[nodiscard]] static bool is_behind_name(const Document& document, const Block& block, const Word& word);
  [[nodiscard]] static bool is_capital_rank(const Document& document, const Block& block, const Word& word,
                                            TextSpan sentence, const RuleWords::Tries& words);

  const Definition* definition_;
  const OrdinalReader* ordinals_;
  RuleWords words_;
};

}  // namespace stet

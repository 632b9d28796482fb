// Two people of one name: "their son, also Derek", "Max Ammann junior", "there are two Margaret Bells".
#pragma once

#include <cstdint>

#include "check/check.h"
#include "document/document.h"

namespace stet {

// The key of a section that tells of them.
inline constexpr Key kNamesakesKey = {"namesakes", KeyType::kPhrases,
                                      "tell, in a sentence with the name, that two people have it: \"junior\""};

// Passes on what it is given, but for findings about a name that the article says two people have: one of the words
// stands in a sentence with a word in capitals that the sentence of a finding's place and that of its related one
// share, or with its plural.
class NamesakeGuard final : public Sink {
 public:
  // `key`: the number of kNamesakesKey among the rule's.
  NamesakeGuard(const Document& document, const Facts& facts, const Definition& definition, std::size_t key, Sink& sink)
      : document_(document), facts_(facts), slot_(definition.slot), key_(key), sink_(sink) {}

  void report(Finding finding) override;

 private:
  [[nodiscard]] bool is_of_two(const Finding& finding) const;

  const Document& document_;
  const Facts& facts_;
  std::uint32_t slot_;
  std::size_t key_;
  Sink& sink_;
};

}  // namespace stet

// What somebody died of, told in two ways in a short article: "died of pneumonia", "had died of a heart attack".
#pragma once

#include <optional>
#include <utility>

#include "check/check.h"
#include "check/kinds/number/number_support.h"

namespace stet {

// The keys of a section that it is read by.
inline constexpr Key kCauseKeys[] = {
    {"causes", KeyType::kStrings,
     "what people die of, words for one thing parted by |: \"heart attack|cardiac arrest\""},
    {"dying", KeyType::kStrings, "tell of a death, beside its cause: \"died\""},
    {"kin", KeyType::kStrings, "tell that somebody else died: \"wife\""},
    {"spared", KeyType::kStrings, "tell, beside a death, that nobody died then: \"almost\""},
};
extern const std::span<const WordList> kCauseLists;

// The two places; nothing where the article tells of a relative's death, of two dead by name, or of more than two
// causes. `words`: of kCauseLists.
std::optional<std::pair<TextPlace, TextPlace>> two_causes_of_death(const Document& document,
                                                                   const Definition& definition,
                                                                   const RuleWords& words);

}  // namespace stet

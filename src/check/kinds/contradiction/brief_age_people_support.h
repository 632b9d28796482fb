// Who is told of in a short article besides whoever has an age, and whom the text told of last.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include "check/check.h"
#include "check/kinds/contradiction/brief_age_reader_support.h"

namespace stet::brief_ages {

// Of whom a determiner or an article tells.
enum class Sex : std::uint8_t { kUnknown, kWoman, kMan };

Sex sex_at(std::string_view text, std::size_t pos, const RuleWords::Tries& lists);
Sex sex_of(const Document& document, const RuleWords& words, const BriefAge& age);

// Who may be told of besides whoever has the first age.
struct Others {
  std::span<const BriefAge> ages{};  // those of others: who has one of them is not meant
  bool near = false;  // the two ages are: who is a generation apart is not meant, nor who speaks for an office

  [[nodiscard]] bool has_age(std::uint32_t block, std::uint32_t pos) const {
    constexpr std::uint32_t kBesideAge = 40;  // bytes
    return std::ranges::any_of(ages, [&](const BriefAge& age) {
      return age.block == block && age.sentence.begin <= pos && pos < age.sentence.end &&
             pos < age.span.end + kBesideAge && age.span.begin < pos + kBesideAge;
    });
  }
};

// "Police spokeswoman Ann", "Bürgermeister Karl"
bool is_official(const Block& block, const Word& before, const Word& name, const RuleWords::Tries& lists);

// Whom the text told of last before a place.
enum class Last : std::uint8_t { kNobody, kOwner, kOther };

// Whether it is whoever has the first age; `b` takes up whom the text told of last.
Last told_last(const Document& document, const Definition& definition, const RuleWords& words, const BriefAge& a,
               const BriefAge& b, const Others& others);

}  // namespace stet::brief_ages

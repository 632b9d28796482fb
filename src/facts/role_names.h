// Reads the names around offices and parties in one block.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "facts/roles.h"

namespace stet {

// A word of a name.
struct NameToken {
  TextSpan span;
  bool initial = false;
};
using NameTokens = std::vector<NameToken>;

// A hit of rules/lexicon/role.toml.
struct RoleMark {
  TextSpan span;
  RoleCue cue = RoleCue::kOther;
  std::uint8_t key = 0;
};

// Positions in bytes: behind the blanks at `pos`, and before those that end there; line feeds are none.
std::uint32_t behind_blanks(std::string_view text, std::size_t pos);
std::uint32_t before_blanks(std::string_view text, std::size_t pos);
bool is_upper_at(std::string_view text, std::size_t pos);
// The bytes of a hyphen or apostrophe inside of a name; 0 when there is none.
std::uint32_t joint(std::string_view text, std::size_t pos);

class RoleNames {
 public:
  // The document must outlive it.
  RoleNames(const Document& document, const Block& block, std::vector<RoleMark> marks);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<RoleMark>& marks() const { return marks_; }  // by begin, then end
  using MarkAt = std::vector<RoleMark>::const_iterator;
  // The first mark that begins at or behind `pos`.
  [[nodiscard]] MarkAt from(std::uint32_t pos) const;
  // The mark of this sort that begins (ends) at `pos`, or nullptr.
  [[nodiscard]] const RoleMark* begins_at(std::uint32_t pos, RoleCue cue) const;
  [[nodiscard]] const RoleMark* ends_at(std::uint32_t pos, RoleCue cue) const;
  // The word that begins (ends) at `pos`, or nullptr.
  [[nodiscard]] const Word* word_from(std::uint32_t pos) const;
  [[nodiscard]] const Word* word_to(std::uint32_t pos) const;

  // The name that begins at `pos`; `end` is set behind it.
  [[nodiscard]] NameTokens name_from(std::uint32_t pos, std::uint32_t& end) const;
  // The name that ends at `pos`.
  [[nodiscard]] NameTokens name_to(std::uint32_t pos) const;

 private:
  [[nodiscard]] bool is_no_name(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool is_small(std::uint32_t begin) const;

  std::string_view text_;
  std::span<const Word> words_;
  std::vector<RoleMark> marks_;
  std::uint32_t home_ = 0;  // the bit of the block's language among those of kinship()
};

}  // namespace stet

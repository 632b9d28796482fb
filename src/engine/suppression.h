// The comments that let a passage stand:
//
//   <!-- stet RULE[, RULE…][: reason] -->         the block that it stands in, or else the next one
//   <!-- stet-begin RULE … --> … <!-- stet-end -->  what lies between; the end may name the rules again
//   <!-- stet-file RULE … -->                       the whole file
//
// RULE is a rule's name or one of its former names, a group, or a pattern ("date/*").
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "engine/permission_index.h"
#include "rule/ruleset.h"

namespace stet {

// A rule named in a comment, and the stretch of the source where its findings may stand.
struct Permission {
  std::string_view rule;  // as written
  SourceSpan name;        // where it is written
  SourceSpan reach;
  bool used = false;
};

class Suppressions {
 public:
  // Reads the comments of a document, which must outlive them. Comments in code do not count.
  explicit Suppressions(const Document& document);

  [[nodiscard]] bool empty() const { return comments_.empty(); }

  // Whether a comment lets the finding stand; marks every permission that does as used.
  bool allows(const Rule& rule, SourceSpan finding);

  // Whether the finding begins or ends in one of the comments themselves.
  [[nodiscard]] bool inside_comment(SourceSpan finding) const;

  [[nodiscard]] std::span<const Permission> permissions() const { return permissions_; }
  // Comments that can't do anything: without a rule, or an end without a begin.
  [[nodiscard]] std::span<const SourceSpan> idle() const { return idle_; }

 private:
  enum class Word : std::uint8_t { kBlock, kBegin, kEnd, kFile };
  struct Comment {
    Word word = Word::kBlock;
    SourceSpan span;
    std::vector<SourceSpan> names;
    bool leads = false;      // nothing but comments of ours and white space stands before it in its line
    std::uint32_t rest = 0;  // where something else stands behind it
  };
  // Permissions between a begin and its end.
  struct Open {
    std::vector<std::size_t> all;  // some may be closed
    std::vector<bool> closed;      // by permission
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_name;
  };

  void find_comments(const Document& document);
  void read_comment(SourceSpan span);
  void drop_those_in_code(const Document& document);
  void look_around_comments();
  void find_next(const Document& document);
  void sort_permissions();
  // The permissions that name the rule; rules that the same names name share them.
  PermissionIndex& permissions_for(const Rule& rule);
  // To be asked in the order of the comments.
  [[nodiscard]] SourceSpan next_block(const Document& document, const Comment& asked);
  // The comment that holds a source byte, or null.
  [[nodiscard]] const Comment* comment_at(std::uint32_t at) const;
  // Whether there is nothing but comments of ours and white space in it.
  [[nodiscard]] bool only_comments(SourceSpan span) const;
  void permit(const Comment& comment, SourceSpan reach);
  void close(const Comment& end, Open& opened);

  std::string_view source_;
  std::vector<Comment> comments_;  // in order
  std::vector<Permission> permissions_;
  std::vector<SourceSpan> idle_;

  // For each block the first, from it on, that is more than comments.
  std::vector<std::uint32_t> next_;
  std::size_t passed_ = 0;  // the blocks that end before the comment that was looked at last
  struct Order {
    std::size_t permission = 0;
    std::size_t name = 0;  // in names_
  };
  std::vector<Order> by_begin_;
  std::vector<std::string_view> names_;                    // of rules, each once
  std::map<std::vector<bool>, PermissionIndex> by_names_;  // for each of names_, whether it is among them
  std::unordered_map<const Rule*, PermissionIndex*> by_rule_;
};

}  // namespace stet

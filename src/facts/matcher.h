// All phrases and patterns of all rules, found in one pass over a document.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/result.h"
#include "base/span.h"
#include "document/document.h"

namespace stet {

// What an entry is to its rule. kPhrase stands at word edges; kLine fills a line; kPattern is a free
// regular expression. See docs/rules.md for the syntax.
enum class PatternType : std::uint8_t { kPhrase, kLine, kPattern };

struct PatternSpec {
  std::string text;
  PatternType type = PatternType::kPhrase;
  Language language;        // Language::any() for every language; lines ignore it
  std::uint32_t slot = 0;   // whose it is: the rule's number
  std::uint8_t key = 0;     // which of the rule's lists
  std::uint32_t roles = 0;  // block roles to look at, a bit each: 1 << int(Role)
  bool case_sensitive = false;
  bool guard = false;  // looked for only in blocks where a pattern of the same slot that is no guard hits
};

struct Hit {
  std::uint32_t slot = 0;
  std::uint32_t block = 0;  // a block number or Document::kRawBlock
  TextSpan span;
  std::uint32_t pattern = 0;  // number of the PatternSpec, in the order added
  std::uint8_t key = 0;
};

// The hits of one document, by slot, then block, begin, end. Hits of one list in a block never overlap: the
// earliest and longest stands.
class Matches {
 public:
  [[nodiscard]] std::span<const Hit> of(std::uint32_t slot) const;
  // Those that begin in a span of a block.
  [[nodiscard]] std::span<const Hit> in(std::uint32_t slot, std::uint32_t block, TextSpan span) const;
  [[nodiscard]] std::span<const Hit> all() const { return hits_; }

 private:
  friend class Matcher;
  std::vector<Hit> hits_;
};

// Immutable and shared by threads. Phrases live in an index over words and word pairs, those with alternatives and gaps
// as programs; a regular expression runs only over a block in which a word (or character) that it requires occurs.
class Matcher {
 public:
  Matcher();
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  [[nodiscard]] Matches find(const Document& document) const;

  // The slots of expressions that run over every block of their roles, because nothing calls for them: slow.
  [[nodiscard]] std::vector<std::uint32_t> uncalled() const;

  // The language of the hit's pattern: Language::any() for patterns of every language.
  [[nodiscard]] Language language(const Hit& hit) const;

  // Whether the hit is one of a guard's: it says nothing of its own.
  [[nodiscard]] bool is_guard(const Hit& hit) const;

  // The named groups of a pattern hit, matched again over its block. Empty for phrases without groups.
  [[nodiscard]] std::vector<std::pair<std::string, TextSpan>> groups(const Document& document, const Hit& hit) const;

 private:
  friend class MatcherBuilder;
  struct State;
  std::unique_ptr<State> state_;
};

class MatcherBuilder {
 public:
  MatcherBuilder();
  ~MatcherBuilder();
  // Lets phrases use {name}: what `words` gives for a name and language.
  using LexiconLookup = std::vector<std::string> (*)(const void* context, std::string_view name, Language language);
  void set_lexicon(LexiconLookup lookup, const void* context);

  // Fails on a pattern that can't be read; the error's column counts code points of `spec.text`.
  [[nodiscard]] Result<std::uint32_t> add(PatternSpec spec);

  // Takes over what another builder has serialized, under other slots: `slots[old]` is the new one; kNone leaves
  // its patterns out.
  void take(std::string_view image, std::span<const std::uint32_t> slots);

  // A flat image of everything added, to be embedded in the binary and viewed without copying.
  [[nodiscard]] std::string serialize() const;
  // A matcher over such an image, which must outlive it (or own it: the second form).
  static Matcher view(std::string_view image);
  static Matcher own(std::string image);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stet

// The flat image that a matcher works on: arrays of plain records behind one header, valid wherever it lies in
// memory at an alignment of 8. Private to matcher*.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/phrase_program.h"
#include "text/scan_program.h"

namespace stet::matcher_image {

inline constexpr std::uint32_t kMagic = 0x53544D38;  // "STM8"; raise it when a record changes

struct Range {
  std::uint32_t offset = 0;  // bytes from the image's begin
  std::uint32_t count = 0;
};

// A bit for each key, asked before the table; wrong for a few.
struct FilterRecord {
  Range words;  // uint64
  std::uint32_t shift = 0;
};

struct Header {
  std::uint32_t magic = kMagic;
  std::uint32_t size = 0;  // of the whole image
  std::uint32_t key_bits = 0;
  std::uint32_t regexes = 0;
  std::uint32_t raw_roles = 0;  // 1 when some pattern looks at the raw view
  std::uint32_t roles = 0;      // of all patterns
  std::uint32_t slots = 0;      // one more than the highest
  Range patterns;               // PatternRecord
  Range entries;                // EntryRecord, by key
  Range table;                  // uint32: the first entry of a key, plus one; open addressing
  FilterRecord lines;           // of all keys
  FilterRecord running;         // without those of whole lines, for text that has no short line
  FilterRecord raw;             // of the patterns that look at the raw view
  Range characters;             // CharacterRecord: regexes that only a character calls for, by character
  Range always;                 // uint32: patterns with regexes that nothing calls for
  Range programs;               // PhraseInstruction, ScanWord
  Range needs;                  // uint32: word hashes or, below kFirstHash, CharSet buckets; each set ended by a 0
  Range strings;                // bytes
};

struct StringRef {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

struct PatternRecord {
  StringRef regex;  // empty: only phrases or a program
  StringRef names;  // of the regex's groups, in their order, a line each
  std::uint32_t regex_number = 0;
  Range needs;    // the sets of which every match holds one word or character each: index and length in Header::needs
  Range program;  // index and length in Header::programs
  Range scan;     // likewise: the program for ScanMachine, of a regex; none for what only RE2 knows
  std::array<std::uint32_t, 2> first = {};  // first_characters() of the program
  std::uint32_t slot = 0;
  std::uint32_t roles = 0;
  std::array<char, 4> language = {};
  std::uint8_t key = 0;
  std::uint8_t type = 0;        // PatternType
  std::uint8_t guard = 0;       // PatternSpec::guard
  std::uint8_t leading = 0;     // program: characters that may stand before its first word
  std::uint8_t most_words = 0;  // Pattern::most_words()
  std::uint8_t unused[3] = {};
};

// A phrase in normal form, found under a key made of its word `anchor`, or of that and the next. Or (empty) a word
// that calls for a pattern's program or regex.
struct EntryRecord {
  std::uint32_t key = 0;
  std::uint32_t pattern = 0;
  StringRef form;
  std::uint16_t anchor = 0;  // words before the anchor; for a program or a regex as many at most
  std::uint16_t lead = 0;    // characters before the first word
  // Of the pattern, so that most entries of a frequent word need no look at theirs.
  std::array<char, 3> language = {};
  std::uint8_t type = 0;
};

// A language in one number, to compare with those of entries.
inline std::uint32_t language_number(const char* code) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(code[0])) |
         static_cast<std::uint32_t>(static_cast<unsigned char>(code[1])) << 8U |
         static_cast<std::uint32_t>(static_cast<unsigned char>(code[2])) << 16U;
}

struct CharacterRecord {
  std::uint8_t character = 0;         // a CharSet bucket
  std::array<char, 3> language = {};  // and type: as those of entries
  std::uint8_t type = 0;
  std::array<std::uint8_t, 3> unused = {};
  std::uint32_t pattern = 0;
};

inline constexpr std::uint32_t kFirstHash = 256;

inline std::uint32_t word_key(std::uint32_t hash) { return hash * 0x85EBCA6BU ^ 0x27D4EB2FU; }
inline std::uint32_t pair_key(std::uint32_t first, std::uint32_t second) {
  const std::uint32_t h = (first ^ (second << 13U | second >> 19U)) * 0xC2B2AE35U;
  return h ^ h >> 15U;
}
inline std::uint32_t slot_of(std::uint32_t key, std::uint32_t bits) { return (key * 0x9E3779B1U) >> (32U - bits); }

struct Filter {
  std::span<const std::uint64_t> words;
  std::uint32_t shift = 0;
  [[nodiscard]] bool passes(std::uint32_t key) const {
    const std::uint32_t bit = key >> shift;
    return (words[bit / 64] >> bit % 64 & 1U) != 0;
  }
};

// The parts of an image.
class View {
 public:
  View() = default;
  explicit View(const char* data) : data_(data) {}

  [[nodiscard]] const Header& header() const { return *reinterpret_cast<const Header*>(data_); }
  [[nodiscard]] std::span<const PatternRecord> patterns() const { return records<PatternRecord>(header().patterns); }
  [[nodiscard]] std::span<const EntryRecord> entries() const { return records<EntryRecord>(header().entries); }
  [[nodiscard]] std::span<const std::uint32_t> table() const { return records<std::uint32_t>(header().table); }
  [[nodiscard]] Filter filter(const FilterRecord& record) const {
    return {records<std::uint64_t>(record.words), record.shift};
  }
  [[nodiscard]] std::span<const CharacterRecord> characters() const {
    return records<CharacterRecord>(header().characters);
  }
  [[nodiscard]] std::span<const std::uint32_t> always() const { return records<std::uint32_t>(header().always); }
  [[nodiscard]] std::span<const PhraseInstruction> program(const PatternRecord& pattern) const {
    return records<PhraseInstruction>(header().programs).subspan(pattern.program.offset, pattern.program.count);
  }
  [[nodiscard]] std::span<const ScanWord> scan(const PatternRecord& pattern) const {
    return records<ScanWord>(header().programs).subspan(pattern.scan.offset, pattern.scan.count);
  }
  [[nodiscard]] std::span<const std::uint32_t> all_programs() const {
    return records<std::uint32_t>(header().programs);
  }
  [[nodiscard]] std::span<const std::uint32_t> all_needs() const { return records<std::uint32_t>(header().needs); }
  [[nodiscard]] std::span<const std::uint32_t> needs(const PatternRecord& pattern) const {
    return records<std::uint32_t>(header().needs).subspan(pattern.needs.offset, pattern.needs.count);
  }
  [[nodiscard]] std::string_view string(StringRef ref) const {
    return {data_ + header().strings.offset + ref.offset, ref.size};
  }

 private:
  template <class T>
  [[nodiscard]] std::span<const T> records(Range range) const {
    return {reinterpret_cast<const T*>(data_ + range.offset), range.count};
  }
  const char* data_ = nullptr;
};

}  // namespace stet::matcher_image

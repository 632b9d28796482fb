// A check: immutable, compiled from a rule, shared by threads.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/language.h"
#include "base/lazy.h"
#include "base/result.h"
#include "check/finding.h"
#include "document/document.h"
#include "facts/facts.h"

namespace stet {

class LineCounts;
struct Elsewhere;
struct Trace;

// Where checks put their findings.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void report(Finding finding) = 0;
  // Leaves something for the other files of the run.
  virtual void leave(const Trace& /*trace*/) {}
  // How often the lines of the run's files stand in them; null when the file is checked by itself. Then nothing needs
  // to be left.
  [[nodiscard]] virtual const LineCounts* lines_of_run() const { return nullptr; }
};

class Check {
 public:
  virtual ~Check() = default;
  // Reports what is wrong. Must not keep anything between calls.
  virtual void run(const Document& document, const Facts& facts, Sink& sink) const = 0;
  // Of a check that leaves traces: whether two values under one key call for a closer look. Both may be equal.
  [[nodiscard]] virtual bool may_clash(std::uint64_t /*mine*/, std::uint64_t /*other*/) const { return false; }
  // That closer look: what to report in this document, with related places that are `elsewhere`. Nothing when both
  // files are right.
  [[nodiscard]] virtual std::optional<Finding> judge(const Document& /*document*/, const Facts& /*facts*/,
                                                     const Trace& /*mine*/, const Elsewhere& /*other*/) const {
    return std::nullopt;
  }
};

// The value of a key in a rule file.
using Option = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;
using Options = std::map<std::string, Option, std::less<>>;

// The options of a language section. Those of the built-in rules lie in an image, and are read when they are first
// asked for: a run over one draft asks for one language or two. Copies share what was read; so do threads.
class Section {
 public:
  Section() : Section(Options()) {}
  Section(Options options) : options_(std::move(options)) {}  // NOLINT: they are one
  using Read = Unread<Options>::Read;
  // What `read` makes of the bytes, which must outlive the section.
  Section(std::string_view bytes, Read read) : options_(bytes, read) {}

  [[nodiscard]] const Options& options() const { return options_.get(); }
  [[nodiscard]] auto find(std::string_view key) const { return options().find(key); }
  [[nodiscard]] auto begin() const { return options().begin(); }
  [[nodiscard]] auto end() const { return options().end(); }

 private:
  Unread<Options> options_;
};

// What a check is compiled from: a rule without its wording and examples.
struct Definition {
  std::string rule;         // its name
  std::uint32_t slot = 0;   // under which the matcher keeps its hits
  std::uint32_t roles = 0;  // block roles it looks at, a bit each: 1 << int(Role)
  Options options;          // the kind's own keys at the top
  std::map<Language, Section> sections;

  [[nodiscard]] bool looks_at(Role role) const { return (roles >> static_cast<unsigned>(role) & 1U) != 0; }
  // The option, or nothing when the rule does not set it. The loader has checked the type.
  template <class T>
  [[nodiscard]] const T* option(std::string_view key) const {
    const auto it = options.find(key);
    return it == options.end() ? nullptr : std::get_if<T>(&it->second);
  }
  template <class T>
  [[nodiscard]] const T* option(Language language, std::string_view key) const {
    const auto section = sections.find(language);
    if (section == sections.end()) return nullptr;
    const auto it = section->second.find(key);
    return it == section->second.end() ? nullptr : std::get_if<T>(&it->second);
  }
};

// What a key of a kind may hold. kPhrases, kLines and kPatterns are lists of strings that the loader gives to
// the matcher; their hits carry the key's index in Kind::section_keys.
// Of such a list a definition tells only whether the rule has it: in the built-in rules it is empty.
enum class KeyType : std::uint8_t { kBool, kInteger, kNumber, kString, kStrings, kPhrases, kLines, kPatterns };
constexpr bool is_matched(KeyType type) { return type >= KeyType::kPhrases; }
struct Key {
  std::string_view name;
  KeyType type = KeyType::kString;
  std::string_view doc;
  // A guard: its phrases are looked for in every prose block, whatever roles the rule itself looks at.
  bool guard = false;
};

// A kind of check. Each file below check/kinds/ defines one, as `const Kind stet::kinds::FILE_NAME`; CMake
// gathers them into all_kinds().
struct Kind {
  std::string_view name;  // as rules write it: "weekday-mismatch"
  std::string_view doc;
  std::span<const Key> keys;          // at the top of the rule
  std::span<const Key> section_keys;  // in a language section
  // Compiles a rule. Adds to `errors` what is wrong with the options, beyond their types.
  std::unique_ptr<Check> (*make)(const Definition& definition, Errors& errors) = nullptr;
  // False when what it reports can't stand in a rule file, which is UTF-8: then no bad example is asked for.
  bool needs_bad_example = true;
  // True when every finding is a hit of one of its lists: then guards are looked for only where there is one.
  bool reports_hits = false;
  // True when it compares the files of a run: it finds nothing in a file that is checked by itself.
  bool across_files = false;
  // What it makes of the lexicon with the rules; null for none. Several kinds may share one.
  const TableMaker* tables = nullptr;
};

std::span<const Kind* const> all_kinds();
const Kind* find_kind(std::string_view name);
// Those of all kinds, each once.
std::vector<const TableMaker*> table_makers();

}  // namespace stet

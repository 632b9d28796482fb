#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

#include "facts/matcher.h"
#include "facts/matcher_image.h"
#include "text/pattern.h"
#include "text/phrase_form.h"
#include "text/regex.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {

namespace mi = matcher_image;

namespace {
// A phrase with more variants than this becomes a program.
constexpr std::size_t kMostVariants = 24;
// A program is tried from at most so many words before the one that calls for it.
constexpr std::size_t kMostBefore = 15;
}  // namespace

struct MatcherBuilder::State {
  LexiconLookup lookup = nullptr;
  const void* context = nullptr;
  std::vector<mi::PatternRecord> patterns;
  std::vector<mi::EntryRecord> entries;
  std::vector<mi::CharacterRecord> characters;
  std::vector<std::uint32_t> always;
  std::vector<PhraseInstruction> programs;
  std::vector<std::uint32_t> needs;
  std::string strings;
  std::uint32_t regexes = 0;

  mi::StringRef keep(std::string_view text) {
    const mi::StringRef ref{static_cast<std::uint32_t>(strings.size()), static_cast<std::uint32_t>(text.size())};
    strings += text;
    return ref;
  }

  mi::Range keep(const std::vector<PhraseInstruction>& program) {
    const mi::Range range{static_cast<std::uint32_t>(programs.size()), static_cast<std::uint32_t>(program.size())};
    programs.insert(programs.end(), program.begin(), program.end());
    return range;
  }

  bool add_phrases(const Pattern& pattern, std::uint32_t number);
  bool add_program(const Pattern& pattern, std::uint32_t number);
  Result<bool> add_regex(const Pattern& pattern, const PatternSpec& spec, std::uint32_t number);
};

MatcherBuilder::MatcherBuilder() : state_(std::make_unique<State>()) {}
MatcherBuilder::~MatcherBuilder() = default;

void MatcherBuilder::set_lexicon(LexiconLookup lookup, const void* context) {
  state_->lookup = lookup;
  state_->context = context;
}

// Every variant becomes an entry under its rarest pair of words, taken to be the longest, or its only word.
// False when the variants are too many or one has no word.
bool MatcherBuilder::State::add_phrases(const Pattern& pattern, std::uint32_t number) {
  const auto texts = pattern.expand(kMostVariants);
  if (!texts) return false;
  std::vector<std::string> forms;
  for (const std::string& text : *texts) {
    std::string form = phrase_form(text);
    while (!form.empty() && form.front() == ' ') form.erase(0, 1);
    while (!form.empty() && form.back() == ' ') form.pop_back();
    forms.push_back(std::move(form));
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  std::vector<mi::EntryRecord> made;
  std::vector<Word> words;
  for (const std::string& form : forms) {
    words.clear();
    cut_words(form, words);
    if (words.empty() || words.size() > 60) return false;
    mi::EntryRecord entry;
    entry.pattern = number;
    entry.lead = static_cast<std::uint16_t>(count_code_points(std::string_view(form).substr(0, words[0].begin)));
    entry.key = mi::word_key(words[0].hash);
    std::uint32_t longest = 0;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const std::uint32_t length = words[i + 1].end - words[i].begin;
      if (length <= longest) continue;
      longest = length;
      entry.anchor = static_cast<std::uint16_t>(i);
      entry.key = mi::pair_key(words[i].hash, words[i + 1].hash);
    }
    entry.form = keep(form);
    made.push_back(entry);
  }
  entries.insert(entries.end(), made.begin(), made.end());
  return true;
}

// False for what only a regular expression can find.
bool MatcherBuilder::State::add_program(const Pattern& pattern, std::uint32_t number) {
  const Requirement requirement = pattern.requirement();
  if (requirement.words.empty()) return false;
  if (*std::max_element(requirement.before.begin(), requirement.before.end()) > kMostBefore) return false;
  const auto program = pattern.to_program();
  if (!program) return false;
  mi::PatternRecord& record = patterns[number];
  record.program = keep(program->instructions);
  const std::uint64_t first = first_characters(program->instructions);
  record.first = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first >> 32U)};
  record.leading = static_cast<std::uint8_t>(program->most_leading);
  for (std::size_t i = 0; i < requirement.words.size(); ++i) {
    mi::EntryRecord entry;
    entry.key = mi::word_key(hash_word(requirement.words[i]));
    entry.pattern = number;
    entry.anchor = static_cast<std::uint16_t>(requirement.before[i]);
    entries.push_back(entry);
  }
  return true;
}

Result<bool> MatcherBuilder::State::add_regex(const Pattern& pattern, const PatternSpec& spec, std::uint32_t number) {
  const std::string expression = pattern.to_regex(spec.case_sensitive);
  auto regex = Regex::compile(expression);
  if (!regex.ok()) return regex.error();
  mi::PatternRecord& record = patterns[number];
  record.regex = keep(expression);
  record.regex_number = regexes++;
  std::string names;
  for (const auto& [group, name] : regex->names()) names += name + '\n';
  record.names = keep(names);
  record.scan = keep(pattern.to_scan_program(spec.case_sensitive));
  const Requirement requirement = pattern.requirement();
  record.needs.offset = static_cast<std::uint32_t>(needs.size());
  for (const auto& set : requirement.all) {
    for (const std::string& word : set) needs.push_back(std::max(hash_word(word), mi::kFirstHash));
    needs.push_back(0);
  }
  for (const std::string& set : requirement.all_characters) {
    for (const char c : set) needs.push_back(static_cast<unsigned char>(c));
    needs.push_back(0);
  }
  record.needs.count = static_cast<std::uint32_t>(needs.size()) - record.needs.offset;
  if (!requirement.words.empty()) {
    for (std::size_t i = 0; i < requirement.words.size(); ++i) {
      mi::EntryRecord entry;
      entry.key = mi::word_key(hash_word(requirement.words[i]));
      entry.pattern = number;
      entry.anchor = static_cast<std::uint16_t>(std::min(requirement.before[i], Pattern::kAnyWords));
      entries.push_back(entry);
    }
  } else if (!requirement.characters.empty()) {
    std::string needed = requirement.characters;
    std::sort(needed.begin(), needed.end());
    needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
    for (const char c : needed) {
      mi::CharacterRecord& called = characters.emplace_back();
      called.character = static_cast<unsigned char>(c);
      called.pattern = number;
    }
  } else {
    always.push_back(number);
  }
  return true;
}

Result<std::uint32_t> MatcherBuilder::add(PatternSpec spec) {
  State& state = *state_;
  const LexiconWords lexicon = [&](std::string_view name) -> std::optional<std::vector<std::string>> {
    if (state.lookup == nullptr) return std::nullopt;
    auto words = state.lookup(state.context, name, spec.language);
    if (words.empty()) return std::nullopt;
    return words;
  };
  const auto syntax = spec.type == PatternType::kPattern ? PatternSyntax::kPattern : PatternSyntax::kPhrase;
  auto pattern = Pattern::parse(spec.text, syntax, lexicon);
  if (!pattern.ok()) return pattern.error();
  const auto number = static_cast<std::uint32_t>(state.patterns.size());
  mi::PatternRecord& record = state.patterns.emplace_back();
  record.slot = spec.slot;
  record.roles = spec.roles;
  record.key = spec.key;
  record.guard = spec.guard ? 1 : 0;
  record.type = static_cast<std::uint8_t>(spec.type);
  record.most_words = static_cast<std::uint8_t>(pattern->most_words());
  const std::string_view code = spec.language.code();
  std::copy(code.begin(), code.end(), record.language.begin());
  // An expression that says no more than a phrase could is found like one.
  if (!spec.case_sensitive && (state.add_phrases(*pattern, number) || state.add_program(*pattern, number)))
    return number;
  const auto added = state.add_regex(*pattern, spec, number);
  if (!added.ok()) {
    state.patterns.pop_back();
    return Error{.message = added.error().message, .column = 1};
  }
  return number;
}

void MatcherBuilder::take(std::string_view image, std::span<const std::uint32_t> slots) {
  State& state = *state_;
  const mi::View view(image.data());
  const auto first_pattern = static_cast<std::uint32_t>(state.patterns.size());
  const mi::Range strings = view.header().strings;
  const mi::StringRef kept = state.keep(image.substr(strings.offset, strings.count));
  const auto left_out = [&](std::uint32_t pattern) { return slots[view.patterns()[pattern].slot] == kNone; };
  const auto first_need = static_cast<std::uint32_t>(state.needs.size());
  state.needs.insert(state.needs.end(), view.all_needs().begin(), view.all_needs().end());
  const auto first_instruction = static_cast<std::uint32_t>(state.programs.size());
  state.programs.insert(state.programs.end(), view.all_programs().begin(), view.all_programs().end());
  for (mi::PatternRecord record : view.patterns()) {
    record.regex.offset += kept.offset;
    record.names.offset += kept.offset;
    record.needs.offset += first_need;
    record.program.offset += first_instruction;
    record.scan.offset += first_instruction;
    record.regex_number += state.regexes;
    record.slot = slots[record.slot];
    state.patterns.push_back(record);
  }
  for (mi::EntryRecord entry : view.entries()) {
    if (left_out(entry.pattern)) continue;
    entry.pattern += first_pattern;
    entry.form.offset += kept.offset;
    state.entries.push_back(entry);
  }
  for (const mi::CharacterRecord& record : view.characters()) {
    if (left_out(record.pattern)) continue;
    state.characters.push_back(record);
    state.characters.back().pattern += first_pattern;
  }
  for (const std::uint32_t pattern : view.always()) {
    if (!left_out(pattern)) state.always.push_back(pattern + first_pattern);
  }
  state.regexes += view.header().regexes;
}

namespace {

std::uint32_t bits_for(std::size_t count) {
  std::uint32_t bits = 4;
  while ((std::size_t{1} << bits) < count) ++bits;
  return bits;
}

template <class T>
mi::Range append(std::string& image, const std::vector<T>& records) {
  image.resize((image.size() + 7) / 8 * 8);
  const mi::Range range{static_cast<std::uint32_t>(image.size()), static_cast<std::uint32_t>(records.size())};
  if (!records.empty()) image.append(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(T));
  return range;
}

template <class Wanted>
mi::FilterRecord append_filter(std::string& image, const std::vector<mi::EntryRecord>& entries, Wanted wanted) {
  const auto count = static_cast<std::size_t>(std::ranges::count_if(entries, wanted));
  const std::uint32_t bits = std::min<std::uint32_t>(std::max<std::uint32_t>(bits_for(count * 16), 6), 22);
  std::vector<std::uint64_t> words((std::size_t{1} << bits) / 64);
  for (const mi::EntryRecord& entry : entries) {
    if (!wanted(entry)) continue;
    const std::uint32_t bit = entry.key >> (32U - bits);
    words[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  return {append(image, words), 32U - bits};
}

}  // namespace

std::string MatcherBuilder::serialize() const {
  std::vector<mi::EntryRecord> entries = state_->entries;
  for (mi::EntryRecord& entry : entries) {
    const mi::PatternRecord& pattern = state_->patterns[entry.pattern];
    std::copy_n(pattern.language.begin(), entry.language.size(), entry.language.begin());
    entry.type = pattern.type;
  }
  // Of one key, those of whole lines stand last.
  const auto is_line = [](const auto& entry) { return static_cast<PatternType>(entry.type) == PatternType::kLine; };
  std::stable_sort(entries.begin(), entries.end(), [&](const auto& a, const auto& b) {
    return std::pair(a.key, is_line(a)) < std::pair(b.key, is_line(b));
  });
  mi::Header header;
  header.key_bits = bits_for(entries.size() * 2);
  header.regexes = state_->regexes;
  for (const mi::PatternRecord& pattern : state_->patterns) {
    header.roles |= pattern.roles;
    if (pattern.slot != kNone) header.slots = std::max(header.slots, pattern.slot + 1);
    if ((pattern.roles >> static_cast<unsigned>(Role::kRaw) & 1U) != 0) header.raw_roles = 1;
  }
  std::vector<std::uint32_t> table(std::size_t{1} << header.key_bits);
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && entries[i].key == entries[i - 1].key) continue;
    std::uint32_t slot = mi::slot_of(entries[i].key, header.key_bits);
    while (table[slot] != 0) slot = (slot + 1) & (static_cast<std::uint32_t>(table.size()) - 1);
    table[slot] = i + 1;
  }
  std::string image(sizeof(mi::Header), '\0');
  header.patterns = append(image, state_->patterns);
  header.entries = append(image, entries);
  header.table = append(image, table);
  const auto patterns = std::span(state_->patterns);
  const auto is_raw = [&](const auto& entry) {
    return (patterns[entry.pattern].roles >> static_cast<unsigned>(Role::kRaw) & 1U) != 0;
  };
  header.lines = append_filter(image, entries, [](const auto&) { return true; });
  header.running = append_filter(image, entries, [&](const auto& entry) { return !is_line(entry); });
  header.raw = append_filter(image, entries, is_raw);
  std::vector<mi::CharacterRecord> characters = state_->characters;
  for (mi::CharacterRecord& record : characters) {
    std::ranges::copy_n(patterns[record.pattern].language.begin(), 3, record.language.begin());
    record.type = patterns[record.pattern].type;
  }
  std::ranges::stable_sort(characters, {}, &mi::CharacterRecord::character);
  header.characters = append(image, characters);
  header.always = append(image, state_->always);
  header.programs = append(image, state_->programs);
  header.needs = append(image, state_->needs);
  header.strings = append(image, std::vector<char>(state_->strings.begin(), state_->strings.end()));
  image.resize((image.size() + 7) / 8 * 8);
  header.size = static_cast<std::uint32_t>(image.size());
  std::memcpy(image.data(), &header, sizeof header);
  return image;
}

}  // namespace stet

#include "facts/concepts.h"

#include <algorithm>
#include <cstring>
#include <set>
#include <span>
#include <tuple>

#include "facts/spelled_out.h"
#include "facts/table_image.h"

namespace stet {
namespace {

using table_image::append;
using table_image::ImageRange;
using table_image::TableRecord;
using table_image::viewed;

bool is_of(std::string_view lexicon, ConceptFamily family) {
  switch (family) {
    case ConceptFamily::kConcepts:
      return lexicon == "concept";
    case ConceptFamily::kOccurrences:
      return lexicon == "occurrence";
    case ConceptFamily::kThesaurus:
      return lexicon == "concept" || lexicon.starts_with("thesaurus-");
  }
  return false;
}

// Calls `use` with the language, the name and the words of each list of the family.
template <class Use>
void for_each_list(const Lexicon& lexicon, ConceptFamily family, Use use) {
  for (const auto& [where, part] : lexicon.parts()) {
    if (!is_of(where.first, family)) continue;
    for (const auto& [list, words] : part.get()) use(where.second, std::string_view(list), words);
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace

void ConceptSet::add(std::uint16_t number) {
  if (size_ < numbers_.size() && !has(number)) numbers_[size_++] = number;
}

bool ConceptSet::has(std::uint16_t number) const {
  return std::find(numbers_.begin(), numbers_.begin() + size_, number) != numbers_.begin() + size_;
}

bool ConceptSet::meets(const ConceptSet& other) const {
  return std::any_of(numbers_.begin(), numbers_.begin() + size_, [&](std::uint16_t n) { return other.has(n); });
}

Concepts::Found Concepts::at(std::string_view text, std::size_t begin, std::size_t end) const {
  Found found{{}, begin, begin};
  const auto keep_longest = [&](std::size_t position, std::uint32_t number) {
    if (position > found.end) found = {{}, begin, position};
    found.concepts.add(static_cast<std::uint16_t>(number));
  };
  whole_.walk(text, begin, keep_longest);
  if (!found.concepts.empty()) {
    // A word that one list has as a whole and another as the head of compounds is in both.
    if (found.end == end) {
      heads_.walk(text, end, [&](std::size_t position, std::uint32_t number) {
        if (position == begin) found.concepts.add(static_cast<std::uint16_t>(number));
      });
    }
    found.end = std::max(found.end, end);
    return found;
  }
  std::size_t longest = 0;
  heads_.walk(text, end, [&](std::size_t position, std::uint32_t number) {
    if (position < begin || end - position < longest) return;
    if (end - position > longest) found.concepts = {};
    longest = end - position;
    found.head = position;
    found.concepts.add(static_cast<std::uint16_t>(number));
  });
  found.end = end;
  return found;
}

void ConceptLexicon::Tries::add(std::string_view word, std::uint16_t number) {
  if (!word.starts_with('*')) return whole.add(word, number);
  word.remove_prefix(1);
  heads.add(word, number, false);
}

ConceptLexicon::ConceptLexicon(const Lexicon& lexicon, ConceptFamily family) {
  std::set<std::string_view> names;
  for_each_list(lexicon, family, [&](Language, std::string_view name, const auto&) { names.insert(name); });
  text_ = std::make_unique<std::string>();
  for (const std::string_view name : names) text_->append(name).push_back('\n');
  names_ = lines_of(*text_);
  for_each_list(lexicon, family, [&](Language language, std::string_view name, const auto& words) {
    auto& tries = tries_[language];
    if (tries == nullptr) tries = std::make_unique<Tries>();
    for (const std::string_view word : words) {
      spell_out(std::string(word), [&](std::string_view form) { tries->add(form, number(name)); });
    }
  });
  for (const auto& [language, tries] : tries_) {
    concepts_.emplace(language, Concepts(tries->whole.table(), tries->heads.table()));
  }
}

const Concepts& ConceptLexicon::of(Language language) const {
  static const Concepts kNone;
  const auto it = concepts_.find(language);
  return it == concepts_.end() ? kNone : it->second;
}

std::uint16_t ConceptLexicon::number(std::string_view name) const {
  const auto it = std::ranges::lower_bound(names_, name);
  return it != names_.end() && *it == name ? static_cast<std::uint16_t>(it - names_.begin()) : kUnknown;
}

namespace {

struct LanguageRecord {
  std::array<char, 8> code{};
  TableRecord whole, heads;
};
struct ImageHeader {
  ImageRange names;      // bytes
  ImageRange languages;  // LanguageRecord
};

}  // namespace

std::string ConceptLexicon::image() const {
  ImageHeader header;
  std::string image(sizeof header, '\0');
  if (text_ != nullptr) header.names = append(image, std::span<const char>(*text_));
  std::vector<LanguageRecord> records;
  for (const auto& [language, tries] : tries_) {
    LanguageRecord& record = records.emplace_back();
    language.code().copy(record.code.data(), record.code.size() - 1);
    record.whole = append(image, tries->whole);
    record.heads = append(image, tries->heads);
  }
  header.languages = append(image, std::span<const LanguageRecord>(records));
  std::memcpy(image.data(), &header, sizeof header);
  return image;
}

ConceptLexicon ConceptLexicon::view(std::string_view image) {
  ConceptLexicon lexicon;
  ImageHeader header;
  if (image.size() < sizeof header) return lexicon;
  std::memcpy(&header, image.data(), sizeof header);
  lexicon.names_ = lines_of(image.substr(header.names.offset, header.names.count));
  for (const LanguageRecord& record : viewed<LanguageRecord>(image, header.languages)) {
    lexicon.concepts_.emplace(Language(record.code.data()),
                              Concepts(viewed(image, record.whole), viewed(image, record.heads)));
  }
  return lexicon;
}

ConceptLexicons::ConceptLexicons(const Lexicon& lexicon) {
  for (std::size_t i = 0; i < kConceptFamilies; ++i) {
    families_[i] = ConceptLexicon(lexicon, static_cast<ConceptFamily>(i));
  }
}

bool ConceptLexicons::is_part(std::string_view name) {
  return is_of(name, ConceptFamily::kOccurrences) || is_of(name, ConceptFamily::kThesaurus);
}

std::string ConceptLexicons::image() const {
  std::array<ImageRange, kConceptFamilies> ranges;
  std::string image(sizeof ranges, '\0');
  for (std::size_t i = 0; i < kConceptFamilies; ++i) {
    const std::string one = families_[i].image();
    ranges[i] = append(image, std::span<const char>(one));
  }
  std::memcpy(image.data(), &ranges, sizeof ranges);
  return image;
}

ConceptLexicons ConceptLexicons::view(std::string_view image) {
  ConceptLexicons lexicons;
  std::array<ImageRange, kConceptFamilies> ranges;
  if (image.size() < sizeof ranges) return lexicons;
  std::memcpy(&ranges, image.data(), sizeof ranges);
  for (std::size_t i = 0; i < kConceptFamilies; ++i) {
    lexicons.families_[i] = ConceptLexicon::view(image.substr(ranges[i].offset, ranges[i].count));
  }
  return lexicons;
}

}  // namespace stet

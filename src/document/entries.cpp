#include "document/entries.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Fewer are an enumeration inside an article.
constexpr std::size_t kFewestTimes = 3;
constexpr std::size_t kFewestTowns = 3;
constexpr std::size_t kFewestLabels = 4;
constexpr std::size_t kFewestSections = 3;
constexpr std::size_t kMostParagraphs = 2;  // of one of these
constexpr std::size_t kLongestLabel = 100;
constexpr std::size_t kLongestTown = 40;
constexpr std::uint32_t kFewestWords = 8;  // of an entry: "Ort – Palencia" is a line of a box

// What the begin of a block says of it.
enum class Opener : std::uint8_t { kNone, kTime, kTown, kLabel, kSection };

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What stands before a time in a ticker: "+++ 14.05 Uhr".
std::size_t skip_marks(std::string_view text) { return std::min(text.find_first_not_of(" +*-|[(\n\t"), text.size()); }

// The digits at `at`, two at most; none is -1.
int read_number(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  int value = 0;
  while (at < text.size() && is_digit(text[at]) && at - begin < 2) value = value * 10 + (text[at++] - '0');
  const bool more = at < text.size() && is_digit(text[at]);
  return at == begin || more ? -1 : value;
}

// "14.05", "6:31 p.m.", "20 h 30", "8h", "17 Uhr"
bool begins_with_time(std::string_view text) {
  std::size_t at = skip_marks(text);
  const int hour = read_number(text, at);
  if (hour < 0 || hour > 24) return false;
  const std::string_view rest = text.substr(at);
  for (const std::string_view part : {":", ".", "h", " h "}) {
    if (!rest.starts_with(part)) continue;
    std::size_t behind = at + part.size();
    const std::size_t begin = behind;
    const int minute = read_number(text, behind);
    if (behind == begin + 2 && minute >= 0 && minute < 60) return true;
  }
  for (const std::string_view word : {" Uhr", "h ", "h:", " h ", "am ", "pm ", " am", " pm", " a.m.", " p.m."}) {
    if (rest.starts_with(word)) return true;
  }
  return false;
}

bool begins_with_capital(std::string_view text) { return !text.empty() && is_upper(decode_at(text, 0).value); }

// "OXFORD – Two men", "Bad Homburg — Ein": up to four words that begin with capitals, before a spaced dash.
std::string_view town_of(std::string_view text) {
  if (!begins_with_capital(text)) return {};
  std::size_t end = std::string_view::npos;
  for (const std::string_view dash : {" – ", " — ", " - ", " | "}) end = std::min(end, text.find(dash));
  if (end == std::string_view::npos || end > kLongestTown) return {};
  const std::string_view town = text.substr(0, end);
  if (std::any_of(town.begin(), town.end(), is_digit) || std::count(town.begin(), town.end(), ' ') > 3) return {};
  for (std::size_t at = town.find(' '); at != std::string_view::npos; at = town.find(' ', at + 1)) {
    // "Les Baux de Provence": a small word of a name is short.
    const std::string_view word = town.substr(at + 1, town.find(' ', at + 1) - at - 1);
    if (word.size() > 4 && !begins_with_capital(word)) return {};
  }
  return town;
}

// Bold type at the begin of a text that goes on: "**Dole.** Un motard". A question is that of an interview.
std::string_view label_of(const Document& document, std::uint32_t number) {
  const auto inlines = document.inlines();
  const auto first = std::lower_bound(inlines.begin(), inlines.end(), number,
                                      [](const Inline& a, std::uint32_t block) { return a.block < block; });
  if (first == inlines.end() || first->block != number) return {};
  if (first->kind != InlineKind::kStrong || first->span.begin != 0) return {};
  const std::string_view text = document.blocks()[number].text;
  const std::string_view label = text.substr(0, first->span.end);
  if (label.empty() || label.size() > kLongestLabel || 2 * label.size() > text.size()) return {};
  return label.ends_with('?') ? std::string_view() : label;
}

struct Begins {
  std::vector<Opener> of;  // by block
  std::set<std::string_view> times;
  std::set<std::string_view> towns;
  std::set<std::string_view> labels;
};

bool may_stand_in_entry(const Block& block) {
  return block.role == Role::kParagraph || block.role == Role::kListItem || block.role == Role::kHeading ||
         block.role == Role::kQuote;
}

Begins begins_of(const Document& document) {
  Begins begins;
  begins.of.resize(document.blocks().size(), Opener::kNone);
  for (std::uint32_t i = 0; i < begins.of.size(); ++i) {
    const Block& block = document.blocks()[i];
    if (!may_stand_in_entry(block)) continue;
    const bool is_brief = block.word_count < kFewestWords;
    const std::string_view label = is_brief ? std::string_view() : label_of(document, i);
    const std::string_view town = is_brief ? std::string_view() : town_of(block.text);
    if (begins_with_time(block.text)) {
      begins.of[i] = Opener::kTime;
      begins.times.insert(block.text.substr(0, 12));
    } else if (!town.empty()) {
      begins.of[i] = Opener::kTown;
      begins.towns.insert(town);
    } else if (!label.empty()) {
      begins.of[i] = Opener::kLabel;
      begins.labels.insert(label);
    }
  }
  return begins;
}

// Short news under subheadings, one of which stands right under the headline: an article begins with a paragraph, and
// questions are answered.
std::size_t count_sections(const Document& document, Begins& begins) {
  const auto blocks = document.blocks();
  const auto title = std::ranges::find(blocks, Role::kTitle, &Block::role);
  if (title == blocks.end() || title + 1 == blocks.end() || (title + 1)->role != Role::kHeading) return 0;
  const std::uint8_t level = (title + 1)->level;
  std::size_t count = 0;
  std::size_t paragraphs = 0;
  for (auto block = title + 1; block != blocks.end(); ++block) {
    if (block->role == Role::kParagraph && ++paragraphs > kMostParagraphs) return 0;
    if (block->role != Role::kHeading) continue;
    if (block->level != level || block->text.ends_with('?')) return 0;
    paragraphs = 0;
    ++count;
  }
  if (count < kFewestSections) return 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    begins.of[i] = blocks[i].role == Role::kHeading ? Opener::kSection : Opener::kNone;
  }
  return count;
}

}  // namespace

std::vector<std::uint32_t> entries_of(const Document& document) {
  Begins begins = begins_of(document);
  const bool has_sections = count_sections(document, begins) > 0;
  const bool has_times = begins.times.size() >= kFewestTimes;
  const bool has_towns = begins.towns.size() >= kFewestTowns;
  const bool has_labels = begins.labels.size() + begins.towns.size() >= kFewestLabels;
  if (!has_times && !has_towns && !has_labels && !has_sections) return {};

  std::vector<std::uint32_t> entries(begins.of.size(), 0);
  std::uint32_t last = 0;                  // the number of the last entry
  bool goes_on = false;                    // whether what follows may belong to it
  std::size_t heading = begins.of.size();  // right before this block
  std::size_t inside = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Block& block = document.blocks()[i];
    if (!may_stand_in_entry(block)) continue;
    const Opener opener = begins.of[i];
    const bool opens = (opener == Opener::kTime && has_times) ||
                       (opener == Opener::kTown && (has_towns || has_labels)) ||
                       (opener == Opener::kLabel && has_labels) || opener == Opener::kSection;
    if (opens) {
      entries[i] = ++last;
      // A report under an hour may be long; short news are one paragraph.
      goes_on = opener == Opener::kTime || opener == Opener::kSection;
      if (heading + 1 == i) {
        entries[heading] = last;
        inside += document.blocks()[heading].word_count;
      }
    } else if (goes_on) {
      entries[i] = last;
    }
    all += block.word_count;
    if (entries[i] != 0) inside += block.word_count;
    if (block.role == Role::kHeading && !opens && !has_sections) {
      heading = i;
      if (entries[i] != 0) inside -= block.word_count;
      entries[i] = 0;
    }
  }
  // Three words of five.
  return 5 * inside >= 3 * all ? entries : std::vector<std::uint32_t>();
}

}  // namespace stet

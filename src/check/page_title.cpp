#include "check/page_title.h"

#include <string_view>
#include <unordered_set>

#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::uint32_t kFewestWords = 2;
// Letters of a word that tell of a topic: the first ones, so that endings make no difference.
constexpr std::uint32_t kStem = 5;
// A line of the first three that shares one word with the body, over so many known lines and a line that shares more,
// is the site's slogan.
constexpr std::uint32_t kTop = 3;
constexpr std::uint32_t kMenu = 2;

using Stems = std::unordered_set<std::uint32_t>;

// 0 for a word that is too short.
std::uint32_t stem_of(std::string_view text, const Word& word) {
  std::uint32_t end = word.begin;
  for (std::uint32_t letters = 0; letters < kStem; ++letters) {
    if (end >= word.end) return 0;
    end += decode_at(text, end).length;
  }
  return hash_word(text.substr(word.begin, end - word.begin));
}

Stems stems_of_body(const Document& document, const PageLines& lines) {
  Stems stems;
  for (std::uint32_t i = lines.first_body(); i <= lines.last_body(); ++i) {
    if (!lines[i].body) continue;
    const Block& block = document.block(i);
    for (const Word& word : document.words(block)) {
      if (const std::uint32_t stem = stem_of(block.text, word); stem != 0) stems.insert(stem);
    }
  }
  return stems;
}

std::uint32_t shared_stems(const Document& document, std::uint32_t line, const Stems& stems) {
  const Block& block = document.block(line);
  Stems shared;
  for (const Word& word : document.words(block)) {
    if (const std::uint32_t stem = stem_of(block.text, word); stems.contains(stem)) shared.insert(stem);
  }
  return static_cast<std::uint32_t>(shared.size());
}

bool comes_again(const Document& document, std::uint32_t line, std::uint32_t end) {
  const std::string_view text = document.block(line).text;
  for (std::uint32_t i = line + 1; i < end; ++i) {
    const std::string_view other = document.block(i).text;
    if (document.block(i).word_count >= kFewestWords && text.find(other) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::uint32_t find_title(const Document& document, const PageLines& lines) {
  const std::uint32_t body = lines.first_body();
  if (body == kNone) return kNone;
  const Stems stems = stems_of_body(document, lines);
  std::uint32_t slogan = kNone;
  std::uint32_t known_below = 0;
  for (std::uint32_t i = 0; i < body; ++i) {
    if (slogan != kNone && lines[i].known) ++known_below;
    if (lines[i].known || lines[i].prose || lines[i].words < kFewestWords) continue;
    const std::uint32_t shared = shared_stems(document, i, stems);
    if (shared == 0 || (shared == 1 && lines[i].words == kFewestWords) || comes_again(document, i, body)) continue;
    if (shared > 1) return slogan == kNone || known_below >= kMenu ? i : slogan;
    if (slogan != kNone) continue;
    if (i >= kTop) return i;
    slogan = i;
  }
  return slogan;
}

}  // namespace stet

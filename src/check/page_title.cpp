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
// One of the first three lines may be the site's slogan.
constexpr std::uint32_t kTop = 3;

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

struct Shared {
  std::uint32_t stems = 0;
  bool most = false;  // at least half of the line's
};

Shared shared_with(const Stems& body, const Document& document, std::uint32_t line) {
  const Block& block = document.block(line);
  Stems all;
  Stems shared;
  for (const Word& word : document.words(block)) {
    const std::uint32_t stem = stem_of(block.text, word);
    if (stem != 0) all.insert(stem);
    if (body.contains(stem)) shared.insert(stem);
  }
  return {static_cast<std::uint32_t>(shared.size()), shared.size() * 2 >= all.size()};
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
  std::uint32_t doubtful = kNone;
  std::uint32_t menu = 0;  // known lines that make the doubtful one an entry of a menu
  for (std::uint32_t i = 0; i < body; ++i) {
    if (doubtful != kNone && lines[i].known && menu > 0) --menu;
    if (lines[i].known || lines[i].prose || lines[i].words < kFewestWords) continue;
    const Shared shared = shared_with(stems, document, i);
    if (shared.stems == 0 || (shared.stems == 1 && lines[i].words == kFewestWords)) continue;
    if (comes_again(document, i, body)) continue;
    if (shared.stems > 1) return doubtful == kNone || menu == 0 ? i : doubtful;
    if (doubtful != kNone) continue;
    if (i >= kTop) return i;
    doubtful = i;
    menu = shared.most ? 2 : 1;
  }
  return doubtful;
}

}  // namespace stet

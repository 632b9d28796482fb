// UTF-8 that was read as a single-byte code page and saved again ("fÃ¼r" for "für"), once or several times over.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/span.h"
#include "text/code_pages.h"

namespace stet {

// A stretch that was misread, without undamaged characters inside.
struct Misread {
  TextSpan span;
  std::string text;  // what stood there; empty when that is lost
  CodePage page = CodePage::kWindows1252;
  std::uint8_t times = 1;  // how often it was misread
  bool whole = true;       // false: one of its bytes is lost and was guessed
  bool sure = true;        // no other code page gives another plausible text
};

// [a][b]: how many places page a explains better than page b.
using PageContest = std::array<std::array<std::uint32_t, kMisreadPages>, kMisreadPages>;

// How much of a document is misread beyond doubt as which page.
struct MisreadRound {
  std::array<std::uint32_t, kMisreadPages> certain{};
  PageContest better{};
};

// What the rest of a document tells: where much is misread, what could be damaged probably is. What comes out of the
// first repair may have been misread before, as another page.
struct MisreadCounts {
  MisreadRound first;
  MisreadRound later;
};

// A cheap look: false when nothing in the text can be misread, which is nearly always.
bool may_be_misread(std::string_view text);

// The misread stretches of a text, in order. Each character read differently must make sense, and what stands there
// must not: an odd character behind a letter ("Ã¼", "â€™"), a capital behind a small letter ("dÃ©jà"), a
// script within another. What correct text may hold ("CAFÉ…", "é »", "AMANHÔ) stands. The idea that improbable
// sequences tell is that of R. Speer's ftfy; the judgement here looks at the neighbours instead of a list.
std::vector<Misread> find_misread(std::string_view text, Language language, const MisreadCounts& elsewhere);

// Counts what find_misread() would find by itself.
void count_misread(std::string_view text, Language language, MisreadCounts& counts);

}  // namespace stet

#include "text/misread.h"

#include <algorithm>
#include <optional>

#include "text/language_model.h"
#include "text/misread_sequences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Misread more often than this is no accident but an attack on our time.
constexpr int kMostTimes = 4;

bool one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// A first half whose second half was lost on the way: the no-break space in "Ã " for à and in "Â " became a space, the
// unassigned byte of "â€" for ” was dropped.
std::optional<MisreadSequence> half_sequence(std::string_view text, std::size_t begin) {
  const CodePoint first = decode_at(text, begin);
  std::size_t end = begin + first.length;
  const char32_t before = begin > 0 ? decode_before(text, begin).value : 0;
  const auto at = [&](std::size_t pos) { return pos < text.size() ? decode_at(text, pos).value : U'\0'; };
  char32_t next = at(end);
  MisreadSequence s;
  s.kin = Kin::kLatin;
  s.size = 1;
  s.whole = false;
  s.accepted = true;
  s.begin = static_cast<std::uint32_t>(begin);
  const bool blank = next == 0 || next == ' ' || next == '\n';
  if (first.value == U'â' && next == U'€') {
    end += 3;
    next = at(end);
    if (next == 0xFFFD) end += 3;
    s.read = U'”';
  } else if (first.value == U'Ã' && is_letter(before) && next == '?' && is_lower(at(end + 1))) {
    end += 1;
    s.read = 0;
  } else if (first.value == U'Ã' && is_letter(before) && next == 0xFFFD) {
    end += 3;
    s.read = 0;
  } else if (first.value == U'Ã' && is_lower(before)) {
    if (is_lower(next)) {
      s.read = U'í';
    } else if (blank || one_of(next, U".,;:!?)")) {
      s.read = U'à';
    } else {
      return std::nullopt;
    }
  } else if (first.value == U'Ã' && next == ' ' && (before == 0 || before == ' ' || before == '\n')) {
    s.read = U'à';
    s.accepted = false;
  } else if (first.value == U'Â' && blank && next != 0) {
    if (!(before >= '0' && before <= '9') && !is_lower(before) && !one_of(before, U".,;:!?)»”")) return std::nullopt;
    ++end;
    s.read = 0xA0;
  } else {
    return std::nullopt;
  }
  s.end = static_cast<std::uint32_t>(end);
  return s;
}

// Adds the halves to the whole sequences of Windows-1252.
void add_halves(std::string_view text, std::vector<PageSequences>& pages, std::uint32_t known) {
  std::vector<MisreadSequence> halves;
  static constexpr std::string_view kLeads[] = {"Ã", "Â", "â€"};
  for (const std::string_view lead : kLeads) {
    for (std::size_t pos = text.find(lead); pos != std::string_view::npos; pos = text.find(lead, pos + 1)) {
      if (auto half = half_sequence(text, pos)) halves.push_back(*half);
    }
  }
  if (halves.empty()) return;
  if (pages.empty() || pages.front().page != CodePage::kWindows1252) pages.insert(pages.begin(), PageSequences{});
  PageSequences& western = pages.front();
  std::erase_if(western.all, [](const MisreadSequence& sequence) { return !sequence.accepted; });
  const auto by_begin = [](const MisreadSequence& a, const MisreadSequence& b) { return a.begin < b.begin; };
  std::erase_if(halves, [&](const MisreadSequence& half) {
    const auto next = std::lower_bound(western.all.begin(), western.all.end(), half, by_begin);
    const bool taken = (next != western.all.end() && next->begin < half.end) ||
                       (next != western.all.begin() && std::prev(next)->end > half.begin);
    return taken || (!half.accepted && western.certain == 0 && known < 2);
  });
  for (MisreadSequence& half : halves) half.accepted = true;
  western.all.insert(western.all.end(), halves.begin(), halves.end());
  std::sort(western.all.begin(), western.all.end(), by_begin);
}

struct Piece {
  MisreadSequence sequence;
  CodePage page;
  std::uint32_t certain = 0;  // of that page
  std::int64_t weight = 0;    // likewise
  bool sure = true;
};

// The accepted sequences, of pages that disagree those of the one that explains more.
std::vector<Piece> choose(std::vector<PageSequences>& pages, const PageContest& contest) {
  const auto weight = [&](const PageSequences& page) {
    std::int64_t sum = std::int64_t{2} * page.certain - page.doubtful + page.native;
    const auto a = static_cast<std::size_t>(page.page);
    for (const PageSequences& other : pages) {
      const auto b = static_cast<std::size_t>(other.page);
      sum += std::int64_t{contest[a][b]} - contest[b][a];
    }
    return sum;
  };
  // Of two that explain as much, the one that leaves less: "‚Ä¶" is "…", and not "‚" and "Ķ".
  const auto covered = [](const PageSequences& page) {
    std::size_t bytes = 0;
    for (const MisreadSequence& s : page.all) bytes += s.accepted ? s.end - s.begin : 0;
    return bytes;
  };
  std::stable_sort(pages.begin(), pages.end(), [&](const PageSequences& a, const PageSequences& b) {
    return std::pair(weight(a), covered(a)) > std::pair(weight(b), covered(b));
  });
  std::vector<Piece> chosen;
  for (const PageSequences& page : pages) {
    std::vector<Piece> merged;
    auto other = chosen.begin();
    for (const MisreadSequence& s : page.all) {
      if (!s.accepted) continue;
      while (other != chosen.end() && other->sequence.end <= s.begin) merged.push_back(*other++);
      bool free = true;
      for (auto rival = other; rival != chosen.end() && rival->sequence.begin < s.end; ++rival) {
        free = false;
        const bool same = rival->sequence.read == s.read && rival->sequence.begin == s.begin;
        // The old pages must explain more than the rival does.
        const bool old = page.page == CodePage::kLatin2 || page.page == CodePage::kLatin9;
        const bool plausible = (s.kin == Kin::kLatin || s.kin == Kin::kScript) &&
                               (old ? weight(page) > rival->weight : page.certain * 2 > rival->certain);
        if (!same && plausible && s.oddity >= 2) rival->sure = false;
      }
      if (free) merged.push_back({s, page.page, page.certain, weight(page)});
    }
    merged.insert(merged.end(), other, chosen.end());
    chosen = std::move(merged);
  }
  return chosen;
}

std::vector<PageSequences> judged(std::string_view text, Language language, const MisreadRound& elsewhere,
                                  bool repaired) {
  std::vector<PageSequences> pages = misread_sequences(text);
  for (PageSequences& page : pages) {
    judge(text, language, page, elsewhere.certain[static_cast<std::size_t>(page.page)], repaired);
  }
  doubt_old_pages(pages, elsewhere);
  return pages;
}

// The misread stretches of a text, each misread once.
std::vector<Misread> once(std::string_view text, Language language, const MisreadRound& elsewhere, bool repaired) {
  std::vector<PageSequences> pages = judged(text, language, elsewhere, repaired);
  add_halves(text, pages, elsewhere.certain[0]);
  PageContest contest{};
  count_better(text, language, pages, contest);
  for (std::size_t a = 0; a < kMisreadPages; ++a) {
    for (std::size_t b = 0; b < kMisreadPages; ++b) contest[a][b] = std::max(contest[a][b], elsewhere.better[a][b]);
  }
  std::vector<Misread> result;
  for (const Piece& piece : choose(pages, contest)) {
    const MisreadSequence& s = piece.sequence;
    if (result.empty() || result.back().span.end != s.begin) {
      result.push_back({{s.begin, s.begin}, {}, piece.page, 1, true, true});
    }
    Misread& stretch = result.back();
    stretch.span.end = s.end;
    if (s.read != 0) append_utf8(stretch.text, s.read);
    if (s.read == 0xFFFD) stretch.whole = false;
    stretch.whole = stretch.whole && s.whole;
    stretch.sure = stretch.sure && piece.sure && is_beyond_doubt(s, piece.page, pages, contest);
    if (s.read == 0) stretch.text.clear();
  }
  return result;
}

std::string repaired_text(std::string_view text, const std::vector<Misread>& edits) {
  std::string out;
  std::size_t pos = 0;
  for (const Misread& edit : edits) {
    out += text.substr(pos, edit.span.begin - pos);
    out += edit.text;
    pos = edit.span.end;
  }
  out += text.substr(pos);
  return out;
}

// Both rounds as one: `later` counts bytes of what `earlier` makes of the text. Where edits of both overlap, they
// become one.
std::vector<Misread> joined(std::string_view text, const std::vector<Misread>& earlier,
                            const std::vector<Misread>& later) {
  const std::string between = repaired_text(text, earlier);
  std::vector<Misread> result;
  std::size_t e = 0;
  std::size_t l = 0;
  std::uint32_t shift = 0;  // from `between` to `text`, which is the longer one
  const auto begin_of = [&](const Misread& edit) { return edit.span.begin - shift; };
  while (e < earlier.size() || l < later.size()) {
    const bool starts_early = l == later.size() || (e < earlier.size() && begin_of(earlier[e]) <= later[l].span.begin);
    std::uint32_t from = starts_early ? begin_of(earlier[e]) : later[l].span.begin;
    std::uint32_t to = from;
    Misread both = starts_early ? earlier[e] : later[l];
    both.times = 0;
    both.text.clear();
    both.span.begin = from + shift;
    bool again = false;
    std::uint32_t written = from;
    while (true) {
      if (e < earlier.size() && (begin_of(earlier[e]) < to || begin_of(earlier[e]) == from)) {
        const Misread& inner = earlier[e++];
        to = std::max(to, inner.span.begin - shift + static_cast<std::uint32_t>(inner.text.size()));
        shift += inner.span.size() - static_cast<std::uint32_t>(inner.text.size());
        both.times = std::max(both.times, inner.times);
        both.whole = both.whole && inner.whole;
        both.sure = both.sure && inner.sure;
      } else if (l < later.size() && (later[l].span.begin < to || later[l].span.begin == from)) {
        const Misread& outer = later[l++];
        both.text += between.substr(written, outer.span.begin - written);
        both.text += outer.text;
        written = outer.span.end;
        to = std::max(to, outer.span.end);
        again = true;
        both.whole = both.whole && outer.whole;
        both.sure = both.sure && outer.sure;
      } else {
        break;
      }
    }
    both.text += between.substr(written, to - written);
    both.span.end = to + shift;
    both.times = static_cast<std::uint8_t>(both.times + (again ? 1 : 0));
    result.push_back(std::move(both));
  }
  return result;
}

bool has_control(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    if (c.value >= 0x80 && c.value < 0xA0) return true;
    pos += c.length;
  }
  return false;
}

}  // namespace

std::vector<Misread> find_misread(std::string_view text, Language language, const MisreadCounts& elsewhere) {
  std::vector<Misread> found = once(text, language, elsewhere.first, false);
  for (int times = 1; times < kMostTimes && !found.empty(); ++times) {
    const std::string repaired = repaired_text(text, found);
    const std::vector<Misread> again = once(repaired, language, elsewhere.later, true);
    if (again.empty()) break;
    found = joined(text, found, again);
  }
  std::erase_if(found, [](const Misread& m) { return has_control(m.text); });
  return found;
}

void count_misread(std::string_view text, Language language, MisreadCounts& counts) {
  const auto count = [&](std::string_view part, bool repaired, MisreadRound& round) {
    const std::vector<PageSequences> pages = judged(part, language, {}, repaired);
    for (const PageSequences& page : pages) round.certain[static_cast<std::size_t>(page.page)] += page.certain;
    count_better(part, language, pages, round.better);
  };
  count(text, false, counts.first);
  const std::vector<Misread> found = once(text, language, {}, false);
  if (!found.empty()) count(repaired_text(text, found), true, counts.later);
}

}  // namespace stet

#include "engine/glob.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace stet {
namespace {

using Bytes = std::string_view;

// As in wildmatch.c: the two aborts keep a pattern of many stars from trying every split.
enum class Match : std::uint8_t { kYes, kNo, kAbortAll, kAbortToStarStar };

bool in_posix_class(Bytes name, unsigned char c) {
  using Test = int (*)(int);
  static constexpr std::array<std::pair<Bytes, Test>, 12> kClasses{{{"alnum", std::isalnum},
                                                                    {"alpha", std::isalpha},
                                                                    {"blank", std::isblank},
                                                                    {"cntrl", std::iscntrl},
                                                                    {"digit", std::isdigit},
                                                                    {"graph", std::isgraph},
                                                                    {"lower", std::islower},
                                                                    {"print", std::isprint},
                                                                    {"punct", std::ispunct},
                                                                    {"space", std::isspace},
                                                                    {"upper", std::isupper},
                                                                    {"xdigit", std::isxdigit}}};
  for (const auto& [known, test] : kClasses) {
    if (known == name) return c < 0x80 && test(c) != 0;
  }
  return false;
}

bool is_posix_class(Bytes name) {
  static constexpr std::array<Bytes, 12> kNames{"alnum", "alpha", "blank", "cntrl", "digit", "graph",
                                                "lower", "print", "punct", "space", "upper", "xdigit"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// A [class] that begins at `p` (on the bracket). Leaves `p` on the closing bracket. Malformed: kAbortAll.
Match match_class(Bytes pattern, std::size_t& p, char text_char) {
  const auto at = [&](std::size_t i) { return i < pattern.size() ? pattern[i] : '\0'; };
  const auto c = static_cast<unsigned char>(text_char);
  ++p;
  const bool negated = at(p) == '!' || at(p) == '^';
  if (negated) ++p;
  bool matched = false;
  unsigned char previous = 0;
  bool first = true;
  for (; first || at(p) != ']'; ++p) {
    first = false;
    if (p >= pattern.size()) return Match::kAbortAll;
    auto current = static_cast<unsigned char>(at(p));
    if (current == '\\') {
      if (++p >= pattern.size()) return Match::kAbortAll;
      current = static_cast<unsigned char>(at(p));
      matched = matched || c == current;
    } else if (current == '-' && previous != 0 && p + 1 < pattern.size() && at(p + 1) != ']') {
      current = static_cast<unsigned char>(at(++p));
      if (current == '\\') {
        if (++p >= pattern.size()) return Match::kAbortAll;
        current = static_cast<unsigned char>(at(p));
      }
      matched = matched || (c <= current && c >= previous);
      current = 0;
    } else if (current == '[' && at(p + 1) == ':') {
      const std::size_t begin = p + 2;
      const std::size_t end = pattern.find(']', begin);
      if (end == Bytes::npos) return Match::kAbortAll;
      if (end == begin || pattern[end - 1] != ':') {
        matched = matched || c == '[';  // no class after all: a bracket and what follows
      } else {
        const Bytes name = pattern.substr(begin, end - 1 - begin);
        if (!is_posix_class(name)) return Match::kAbortAll;
        matched = matched || in_posix_class(name, c);
        p = end;
        current = 0;
      }
    } else {
      matched = matched || c == current;
    }
    previous = current;
  }
  return matched == negated || c == '/' ? Match::kNo : Match::kYes;
}

Match wildmatch(Bytes pattern, std::size_t p, Bytes text);

// A star at `p`, followed by what has to match somewhere in the text.
Match match_star(Bytes pattern, std::size_t p, Bytes text) {
  const std::size_t star = p++;
  bool spans_slash = false;
  if (p < pattern.size() && pattern[p] == '*') {
    while (p < pattern.size() && pattern[p] == '*') ++p;
    const Bytes rest = pattern.substr(p);
    const bool whole_part =
        (star == 0 || pattern[star - 1] == '/') && (rest.empty() || rest[0] == '/' || rest.starts_with("\\/"));
    if (whole_part) {
      if (!rest.empty() && rest[0] == '/' && wildmatch(pattern, p + 1, text) == Match::kYes) return Match::kYes;
      spans_slash = true;
    }
  }
  if (p == pattern.size()) {
    return !spans_slash && text.find('/') != Bytes::npos ? Match::kAbortToStarStar : Match::kYes;
  }
  if (!spans_slash && pattern[p] == '/') {
    const std::size_t slash = text.find('/');
    if (slash == Bytes::npos) return Match::kAbortAll;
    return wildmatch(pattern, p + 1, text.substr(slash + 1));
  }
  for (; !text.empty(); text.remove_prefix(1)) {
    const Match match = wildmatch(pattern, p, text);
    if (match != Match::kNo && (!spans_slash || match != Match::kAbortToStarStar)) return match;
    if (match == Match::kNo && !spans_slash && text[0] == '/') return Match::kAbortToStarStar;
  }
  return Match::kAbortAll;
}

Match wildmatch(Bytes pattern, std::size_t p, Bytes text) {
  for (; p < pattern.size(); ++p) {
    char c = pattern[p];
    if (c == '*') return match_star(pattern, p, text);
    if (text.empty()) return Match::kAbortAll;
    if (c == '[') {
      const Match match = match_class(pattern, p, text[0]);
      if (match != Match::kYes) return match;
    } else if (c == '?') {
      if (text[0] == '/') return Match::kNo;
    } else {
      if (c == '\\') c = ++p < pattern.size() ? pattern[p] : '\0';
      if (c != text[0]) return Match::kNo;
    }
    text.remove_prefix(1);
  }
  return text.empty() ? Match::kYes : Match::kNo;
}

}  // namespace

bool matches_path(std::string_view pattern, std::string_view path) {
  return wildmatch(pattern, 0, path) == Match::kYes;
}

IgnoreList IgnoreList::from_file(std::string_view content) {
  IgnoreList list;
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  while (!content.empty()) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.starts_with('#')) list.add(line);
  }
  return list;
}

void IgnoreList::add(std::string_view line) {
  // Spaces at the end count only behind a backslash.
  std::size_t end = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      end = ++i + 1;
    } else if (line[i] != ' ') {
      end = i + 1;
    }
  }
  line = line.substr(0, end);
  Pattern pattern;
  if (line.starts_with('!')) {
    pattern.keep = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.directory_only = true;
    line.remove_suffix(1);
  }
  pattern.base_name = line.find('/') == std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  pattern.text = std::string(line);
  patterns_.push_back(std::move(pattern));
}

IgnoreList::Verdict IgnoreList::verdict(std::string_view path, bool is_directory) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (auto it = patterns_.rbegin(); it != patterns_.rend(); ++it) {
    if (it->directory_only && !is_directory) continue;
    if (matches_path(it->text, it->base_name ? name : path)) {
      return it->keep ? Verdict::kKept : Verdict::kIgnored;
    }
  }
  return Verdict::kUnsaid;
}

bool IgnoreList::ignores_file(std::string_view path) const {
  if (patterns_.empty()) return false;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    if (verdict(path.substr(0, slash), true) == Verdict::kIgnored) return true;
  }
  return verdict(path, false) == Verdict::kIgnored;
}

}  // namespace stet

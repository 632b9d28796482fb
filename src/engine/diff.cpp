#include "engine/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "text/source_text.h"

namespace stet {
namespace {

constexpr int kContext = 3;
constexpr int kMostDifferences = 1000;

using Lines = std::vector<std::string_view>;

// Each with its line feed.
Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// Lines before[a0, a1) become after[b0, b1).
struct Change {
  int a0 = 0, a1 = 0, b0 = 0, b1 = 0;
};

// The changes between two texts that differ in their first and in their last line.
std::vector<Change> find_changes(std::span<const std::string_view> before, std::span<const std::string_view> after) {
  const int n = static_cast<int>(before.size());
  const int m = static_cast<int>(after.size());
  const int limit = std::min(n + m, kMostDifferences);
  // reach[k]: how far before goes on diagonal k with d differences; one row kept for each d to walk back.
  std::vector<std::vector<int>> rows;
  std::vector<int> reach(static_cast<std::size_t>(2 * limit + 3), 0);
  const auto at = [limit](int k) { return static_cast<std::size_t>(k + limit + 1); };
  int found = -1;
  for (int d = 0; d <= limit && found < 0; ++d) {
    rows.emplace_back(reach.begin() + static_cast<std::ptrdiff_t>(at(-d - 1)),
                      reach.begin() + static_cast<std::ptrdiff_t>(at(d + 1)) + 1);
    for (int k = -d; k <= d; k += 2) {
      int x = k == -d || (k != d && reach[at(k - 1)] < reach[at(k + 1)]) ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
      while (x < n && x - k < m && before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(x - k)]) ++x;
      reach[at(k)] = x;
      if (x >= n && x - k >= m) {
        found = d;
        break;
      }
    }
  }
  if (found < 0) return {{0, n, 0, m}};

  std::vector<Change> changes;  // backwards
  int x = n;
  int y = m;
  for (int d = found; d > 0; --d) {
    const std::vector<int>& row = rows[static_cast<std::size_t>(d)];  // diagonals -d-1 to d+1
    const auto in_row = [&row, d](int k) { return row[static_cast<std::size_t>(k + d + 1)]; };
    const int k = x - y;
    const bool inserted = k == -d || (k != d && in_row(k - 1) < in_row(k + 1));
    const int from_k = inserted ? k + 1 : k - 1;
    const int from_x = in_row(from_k);
    const int from_y = from_x - from_k;
    const Change step{from_x, from_x + (inserted ? 0 : 1), from_y, from_y + (inserted ? 1 : 0)};
    if (!changes.empty() && changes.back().a0 == step.a1 && changes.back().b0 == step.b1) {
      changes.back().a0 = step.a0;
      changes.back().b0 = step.b0;
    } else {
      changes.push_back(step);
    }
    x = from_x;
    y = from_y;
  }
  std::reverse(changes.begin(), changes.end());
  return changes;
}

std::string range(int begin, int end) {
  const int count = end - begin;
  if (count == 1) return fmt::format("{}", begin + 1);
  return fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
}

void append_lines(std::string& out, char sign, const Lines& lines, int from, int to) {
  for (int i = from; i < to; ++i) {
    const std::string_view line = lines[static_cast<std::size_t>(i)];
    out += sign;
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

// UTF-16 as UTF-8; everything else as it lies on disk, so that the patch fits.
std::string readable(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    const Result<SourceText> source = SourceText::from_bytes(std::string(bytes));
    if (source) return std::string(source->utf8());
  }
  return std::string(bytes);
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::string text_a = readable(before);
  const std::string text_b = readable(after);
  const Lines a = split(text_a);
  const Lines b = split(text_b);
  const int size_a = static_cast<int>(a.size());
  const int size_b = static_cast<int>(b.size());
  const int same_begin = static_cast<int>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  int same_end = 0;
  while (same_end < std::min(size_a, size_b) - same_begin &&
         a[static_cast<std::size_t>(size_a - 1 - same_end)] == b[static_cast<std::size_t>(size_b - 1 - same_end)]) {
    ++same_end;
  }
  std::vector<Change> changes =
      find_changes(std::span(a).subspan(static_cast<std::size_t>(same_begin),
                                        static_cast<std::size_t>(size_a - same_begin - same_end)),
                   std::span(b).subspan(static_cast<std::size_t>(same_begin),
                                        static_cast<std::size_t>(size_b - same_begin - same_end)));
  for (Change& change : changes) {
    change.a0 += same_begin;
    change.a1 += same_begin;
    change.b0 += same_begin;
    change.b1 += same_begin;
  }

  std::string out = fmt::format("--- {}\n+++ {}\n", path, path);
  for (std::size_t first = 0; first < changes.size();) {
    std::size_t last = first;
    while (last + 1 < changes.size() && changes[last + 1].a0 - changes[last].a1 <= 2 * kContext) ++last;
    const int a_begin = std::max(0, changes[first].a0 - kContext);
    const int a_end = std::min(size_a, changes[last].a1 + kContext);
    const int b_begin = std::max(0, changes[first].b0 - kContext);
    const int b_end = std::min(size_b, changes[last].b1 + kContext);
    out += fmt::format("@@ -{} +{} @@\n", range(a_begin, a_end), range(b_begin, b_end));
    int at = a_begin;
    for (std::size_t i = first; i <= last; ++i) {
      append_lines(out, ' ', a, at, changes[i].a0);
      append_lines(out, '-', a, changes[i].a0, changes[i].a1);
      append_lines(out, '+', b, changes[i].b0, changes[i].b1);
      at = changes[i].a1;
    }
    append_lines(out, ' ', a, at, a_end);
    first = last + 1;
  }
  return out;
}

}  // namespace stet

#include "text/scan_automaton.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace stet {
namespace {

// An automaton that needs more is begun anew.
constexpr std::size_t kMostEntries = std::size_t{1} << 16U;

}  // namespace

void ScanAutomaton::Marks::clear(std::size_t size) {
  if (stamps.size() < size) stamps.resize(size);
  if (++stamp == 0) {
    stamps.assign(stamps.size(), 0);
    stamp = 1;
  }
}

bool ScanAutomaton::Marks::add(std::uint32_t at) {
  if (stamps[at] == stamp) return false;
  stamps[at] = stamp;
  return true;
}

ScanAutomaton::ScanAutomaton(ScanProgram program) : program_(program), stride_(program.header().classes + 1) {
  reset();
}

void ScanAutomaton::reset() {
  next_.clear();
  rows_.clear();
  keys_.clear();
  for (const Before before : {kText, kNewline, kOther}) row(before, {0});
}

std::uint32_t ScanAutomaton::row(Before before, std::vector<std::uint32_t> instructions) {
  const auto [at, is_new] =
      rows_.emplace(Key(before, std::move(instructions)), static_cast<std::uint32_t>(next_.size()));
  if (is_new) {
    keys_.push_back(&at->first);
    next_.resize(next_.size() + stride_, kUnknown);
  }
  return at->second;
}

// What can be reached from a state's instructions without a character, before one of class `over`. True when it is the
// match.
bool ScanAutomaton::close(std::uint32_t from, std::uint32_t over) {
  const auto& [before, begun] = *keys_[from / stride_];
  const auto code = program_.instructions();
  const bool at_end = over == program_.header().classes;
  reached_.clear();
  marks_.clear(code.size());
  stack_.assign(begun.begin(), begun.end());
  while (!stack_.empty()) {
    const std::uint32_t at = stack_.back();
    stack_.pop_back();
    if (!marks_.add(at)) continue;
    bool passes = false;
    switch (scan_op(code[at])) {
      case ScanOp::kSet:
        reached_.push_back(at);
        break;
      case ScanOp::kSplit:
      case ScanOp::kSplitLate:
        stack_.push_back(scan_argument(code[at]));
        passes = true;
        break;
      case ScanOp::kJump:
        stack_.push_back(scan_argument(code[at]));
        break;
      case ScanOp::kSave:
        passes = true;
        break;
      case ScanOp::kTextBegin:
        passes = before == kText;
        break;
      case ScanOp::kTextEnd:
        passes = at_end;
        break;
      case ScanOp::kLineBegin:
        passes = before != kOther;
        break;
      case ScanOp::kLineEnd:
        passes = at_end || over == program_.header().newline;
        break;
      case ScanOp::kMatch:
        return true;
    }
    if (passes) stack_.push_back(at + 1);
  }
  return false;
}

std::uint32_t ScanAutomaton::step(std::uint32_t from, std::uint32_t over) {
  std::uint32_t next = kOther * stride_;
  if (close(from, over)) {
    next = kAccept;
  } else if (over != program_.header().classes) {
    std::vector<std::uint32_t> begun{0};
    for (const std::uint32_t at : reached_) {
      if (program_.has(scan_argument(program_.instructions()[at]), over)) begun.push_back(at + 1);
    }
    std::sort(begun.begin(), begun.end());
    const Before before = over == program_.header().newline ? kNewline : kOther;
    if (next_.size() > kMostEntries) {
      reset();
      return row(before, std::move(begun));
    }
    next = row(before, std::move(begun));
  }
  next_[from + over] = next;
  return next;
}

std::optional<std::size_t> ScanAutomaton::find(std::string_view text, std::size_t from, std::size_t last) {
  const std::uint32_t idle = kIdle * stride_;
  std::uint32_t now = (from == 0 ? kText : text[from - 1] == '\n' ? kNewline : kOther) * stride_;
  std::size_t begin = from;
  for (std::size_t pos = from; now >= idle || pos <= last;) {
    std::uint32_t over = program_.header().classes;
    std::size_t length = 0;
    if (pos < text.size()) {
      const auto byte = static_cast<unsigned char>(text[pos]);
      const CodePoint c = byte < 128 ? CodePoint{byte, 1} : decode_at(text, pos);
      over = byte < 128 ? program_.ascii_class(byte) : program_.class_of(c.value);
      length = c.length;
    }
    std::uint32_t next = next_[now + over];
    if (next == kUnknown) next = step(now, over);
    if (next == kAccept) return begin;
    if (length == 0) break;
    now = next;
    pos += length;
    if (now < idle) begin = pos;
  }
  return std::nullopt;
}

}  // namespace stet

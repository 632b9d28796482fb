#include "text/scan_automaton.h"

#include <algorithm>

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
  states_.clear();
  pool_.clear();
  slots_.assign(16, 0);
  constexpr std::uint32_t kBegin[] = {0};
  for (const Before before : {kText, kNewline, kOther}) row(before, kBegin);
  for (std::size_t byte = 0; byte < quiet_.size(); ++byte) quiet_[byte] = byte < 128 ? kNotKnown : kNo;
  spaced_ = kUnknown;
}

std::uint32_t ScanAutomaton::row(Before before, std::span<const std::uint32_t> instructions) {
  std::uint32_t hash = before;
  for (const std::uint32_t at : instructions) hash = (hash ^ at) * 0x9E3779B1U ^ hash >> 15U;
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    const State& known = states_[slots_[slot] - 1];
    if (known.hash == hash && known.before == before && std::ranges::equal(instructions_of(known), instructions)) {
      return (slots_[slot] - 1) * stride_;
    }
  }
  states_.push_back(
      {before, static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(instructions.size()), hash});
  pool_.insert(pool_.end(), instructions.begin(), instructions.end());
  next_.resize(next_.size() + stride_, kUnknown);
  slots_[slot] = static_cast<std::uint32_t>(states_.size());
  if (states_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(states_.size() - 1) * stride_;
}

void ScanAutomaton::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::uint32_t i = 0; i < states_.size(); ++i) {
    std::size_t slot = states_[i].hash & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = i + 1;
  }
}

// What can be reached from a state's instructions without a character, before one of class `over`. True when it is the
// match.
bool ScanAutomaton::close(std::uint32_t from, std::uint32_t over) {
  const State& state = states_[from / stride_];
  const Before before = state.before;
  const auto begun = instructions_of(state);
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
    begun_.assign(1, 0);
    for (const std::uint32_t at : reached_) {
      if (program_.has(scan_argument(program_.instructions()[at]), over)) begun_.push_back(at + 1);
    }
    std::sort(begun_.begin(), begun_.end());
    const Before before = over == program_.header().newline ? kNewline : kOther;
    if (next_.size() > kMostEntries) {
      reset();
      return row(before, begun_);
    }
    next = row(before, begun_);
  }
  next_[from + over] = next;
  return next;
}

void ScanAutomaton::learn_quiet(unsigned char c) {
  quiet_[c] = kNo;
  if (next_.size() + std::size_t{4} * stride_ > kMostEntries) return;  // no step may begin the automaton anew
  const std::uint32_t other = kOther * stride_;
  const auto next_of = [&](std::uint32_t from, unsigned char by) {
    const std::uint32_t over = program_.ascii_class(by);
    const std::uint32_t known = next_[from + over];
    return known == kUnknown ? step(from, over) : known;
  };
  if (spaced_ == kUnknown) {
    spaced_ = next_of(other, ' ');
    if (spaced_ == kAccept) spaced_ = other;
  }
  const std::uint32_t next = next_of(other, c);
  const bool one = (next == other || next == spaced_) && next_of(spaced_, c) == next;
  if (one) quiet_[c] = next == other ? kToOther : kToSpaced;
}

std::optional<std::size_t> ScanAutomaton::find(std::string_view text, std::size_t from, std::size_t last) {
  const std::uint32_t idle = kIdle * stride_;
  const std::uint32_t other = kOther * stride_;
  const std::uint8_t* const classes = program_.ascii_classes();
  std::uint32_t now = (from == 0 ? kText : text[from - 1] == '\n' ? kNewline : kOther) * stride_;
  std::size_t begin = from;
  const std::size_t end = std::min(text.size(), last);
  for (std::size_t pos = from; now >= idle || pos <= last;) {
    // Where nothing has begun, which is most of a text, and no line begins, most characters change nothing.
    if (now == other) {
      const std::size_t first = pos;
      while (pos < end) {
        const auto byte = static_cast<unsigned char>(text[pos]);
        if (quiet_[byte] > kNo) {
          ++pos;
        } else if (quiet_[byte] == kNo) {
          break;
        } else {
          learn_quiet(byte);
        }
      }
      begin = pos;
      while (begin > first && quiet_[static_cast<unsigned char>(text[begin - 1])] == kToSpaced) --begin;
      if (begin < pos) now = spaced_;
    }
    const std::uint32_t* const rows = next_.data();
    // ASCII that leads to known states, until nothing has begun again.
    while (pos < text.size()) {
      const auto byte = static_cast<unsigned char>(text[pos]);
      if (byte >= 128) break;
      const std::uint32_t next = rows[now + classes[byte]];
      if (next >= kAccept) break;
      now = next;
      ++pos;
      if (now < idle) break;
    }
    if (now < idle && pos > begin) {
      begin = pos;
      continue;
    }
    std::uint32_t over = program_.header().classes;
    std::size_t length = 0;
    if (pos < text.size()) {
      const CodePoint c = decode_at(text, pos);
      over = program_.class_of(c.value);
      length = c.length;
    }
    std::uint32_t next = rows[now + over];
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

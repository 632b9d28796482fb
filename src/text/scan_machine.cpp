#include "text/scan_machine.h"

#include <algorithm>
#include <utility>

#include "text/phrase_form.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kAsciiWords = 4;

bool set_has(std::span<const PhraseInstruction> program, std::uint32_t set, char32_t c) {
  const auto words = program.subspan(set);
  if (c < 128) return (words[c / 32] >> c % 32 & 1U) != 0;
  const auto* begin = words.data() + kAsciiWords + 1;
  std::size_t low = 0;
  std::size_t high = words[kAsciiWords];
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (c > begin[2 * middle + 1]) {
      low = middle + 1;
    } else if (c < begin[2 * middle]) {
      high = middle;
    } else {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<PhraseInstruction> scan_set(std::span<const std::pair<char32_t, char32_t>> ranges) {
  std::vector<PhraseInstruction> words(kAsciiWords + 1);
  for (const auto& [first, last] : ranges) {
    for (char32_t c = first; c <= last && c < 128; ++c) words[c / 32] |= std::uint32_t{1} << c % 32;
    if (last < 128) continue;
    words.push_back(std::max<char32_t>(first, 128));
    words.push_back(last);
    ++words[kAsciiWords];
  }
  return words;
}

void ScanMachine::States::clear(std::size_t size) {
  list.clear();
  if (stamps.size() < size) stamps.resize(size);
  if (++stamp == 0) {
    stamps.assign(stamps.size(), 0);
    stamp = 1;
  }
}

bool ScanMachine::add(States& states, std::uint32_t at, Place place) {
  stack_.assign(1, at);
  while (!stack_.empty()) {
    at = stack_.back();
    stack_.pop_back();
    if (states.stamps[at] == states.stamp) continue;
    states.stamps[at] = states.stamp;
    const std::uint32_t argument = phrase_argument(program_[at]);
    switch (phrase_op(program_[at])) {
      case PhraseOp::kJump:
        stack_.push_back(argument);
        break;
      case PhraseOp::kSplit:
        stack_.push_back(argument);
        stack_.push_back(at + 1);
        break;
      case PhraseOp::kAfterSet:
        if (place.before < 0 || set_has(program_, argument, static_cast<char32_t>(place.before))) {
          stack_.push_back(at + 1);
        }
        break;
      case PhraseOp::kLineBegin:
        if (place.before < 0 || place.before == '\n') stack_.push_back(at + 1);
        break;
      case PhraseOp::kLineEnd:
        if (place.after < 0 || place.after == '\n') stack_.push_back(at + 1);
        break;
      case PhraseOp::kMatch:
        return true;
      default:
        states.list.push_back(at);
    }
  }
  return false;
}

// From now_ over the character `c` to next_.
bool ScanMachine::step(char32_t c, Place behind) {
  next_.clear(program_.size());
  const Folding folded = phrase_form(c);
  for (const std::uint32_t at : now_.list) {
    const std::uint32_t argument = phrase_argument(program_[at]);
    const bool passes = phrase_op(program_[at]) == PhraseOp::kSet ? set_has(program_, argument, c)
                                                                  : folded.size == 1 && argument == folded.to[0];
    if (passes && add(next_, at + 1, behind)) return true;
  }
  if (folded.size == 0) {  // no part of any literal text
    for (const std::uint32_t at : now_.list) add(next_, at, behind);
  }
  if (folded.size < 2) return false;
  // A character that folds to several is compared with as many.
  for (unsigned i = 0; i < folded.size; ++i) {
    const bool last = i + 1 == folded.size;
    if (!last) between_.clear(program_.size());
    for (const std::uint32_t at : now_.list) {
      if (program_[at] != phrase_instruction(PhraseOp::kChar, folded.to[i])) continue;
      if (add(last ? next_ : between_, at + 1, behind)) return true;
    }
    if (!last) std::swap(now_, between_);
  }
  return false;
}

bool ScanMachine::may_match(std::span<const PhraseInstruction> program, std::string_view text) {
  program_ = program;
  now_.clear(program.size());
  Place place;
  CodePoint c = text.empty() ? CodePoint{} : decode_at(text, 0);
  for (std::size_t pos = 0;;) {
    place.after = pos < text.size() ? static_cast<std::int32_t>(c.value) : -1;
    if (add(now_, 0, place)) return true;
    if (pos >= text.size()) return false;
    pos += c.length;
    const char32_t value = c.value;
    if (pos < text.size()) c = decode_at(text, pos);
    const Place behind{static_cast<std::int32_t>(value), pos < text.size() ? static_cast<std::int32_t>(c.value) : -1};
    if (step(value, behind)) return true;
    std::swap(now_, next_);
    place.before = behind.before;
  }
}

}  // namespace stet

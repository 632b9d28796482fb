#include "text/phrase_program.h"

#include <utility>

#include "text/phrase_form.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool is_in(PhraseOp op, char32_t c) {
  switch (op) {
    case PhraseOp::kWord:
      return is_word_char(c);
    case PhraseOp::kDigit:
      return is_digit(c);
    case PhraseOp::kNoWord:
      return !is_word_char(c);
    case PhraseOp::kNoSpace:
      return !is_space(c);
    default:
      return false;
  }
}

}  // namespace

std::uint64_t first_characters(std::span<const PhraseInstruction> program) {
  std::uint64_t first = 0;
  std::vector<bool> seen(program.size());
  std::vector<std::uint32_t> open = {0};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    switch (phrase_op(program[at])) {
      case PhraseOp::kChar:
        first |= std::uint64_t{1} << (phrase_argument(program[at]) & 63U);
        break;
      case PhraseOp::kJump:
        open.push_back(phrase_argument(program[at]));
        break;
      case PhraseOp::kSplit:
        open.push_back(phrase_argument(program[at]));
        open.push_back(at + 1);
        break;
      case PhraseOp::kSpace:
        open.push_back(at + 1);
        break;
      default:
        return ~std::uint64_t{0};
    }
  }
  return first;
}

bool may_begin(std::uint64_t first, std::string_view text, std::size_t pos) {
  const Folding folded = phrase_form(decode_at(text, pos).value);
  return folded.size == 0 || (first >> (folded.to[0] & 63U) & 1U) != 0;
}

void PhraseMachine::States::clear(std::size_t size) {
  list.clear();
  matched = false;
  if (stamps.size() < size) stamps.resize(size);
  if (++stamp == 0) {
    stamps.assign(stamps.size(), 0);
    stamp = 1;
  }
}

void PhraseMachine::add(States& states, std::uint32_t at, bool after_space) {
  stack_.push_back(at);
  while (!stack_.empty()) {
    at = stack_.back();
    stack_.pop_back();
    if (states.stamps[at] == states.stamp) continue;
    states.stamps[at] = states.stamp;
    switch (phrase_op(program_[at])) {
      case PhraseOp::kJump:
        stack_.push_back(phrase_argument(program_[at]));
        break;
      case PhraseOp::kSplit:
        stack_.push_back(phrase_argument(program_[at]));
        stack_.push_back(at + 1);
        break;
      case PhraseOp::kMatch:
        states.matched = true;
        break;
      case PhraseOp::kSpace:
        if (after_space) {
          stack_.push_back(at + 1);
          break;
        }
        states.matched = states.matched || phrase_op(program_[at + 1]) == PhraseOp::kMatch;
        states.list.push_back(at);
        break;
      default:
        states.list.push_back(at);
    }
  }
}

std::size_t PhraseMachine::match(std::span<const PhraseInstruction> program, std::string_view text, std::size_t begin) {
  program_ = program;
  now_.clear(program.size());
  add(now_, 0, true);
  std::size_t found = std::string_view::npos;
  std::size_t pos = begin;
  while (!now_.list.empty() && pos < text.size()) {
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    if (is_space(c.value)) {
      const std::size_t before = pos - c.length;
      pos = skip_spaces(text, pos);
      next_.clear(program.size());
      for (const std::uint32_t at : now_.list) {
        if (phrase_op(program[at]) == PhraseOp::kSpace) add(next_, at + 1, true);
      }
      std::swap(now_, next_);
      if (now_.matched && !word_char_at(text, pos)) found = before;
      continue;
    }
    const Folding folded = phrase_form(c.value);
    if (folded.size == 0) continue;
    behind_.clear(program.size());
    for (const std::uint32_t at : now_.list) {
      if (is_in(phrase_op(program[at]), c.value)) add(behind_, at + 1, false);
    }
    for (unsigned i = 0; i < folded.size; ++i) {
      const bool last = i + 1 == folded.size;
      States& to = last ? behind_ : next_;
      if (!last) next_.clear(program.size());
      for (const std::uint32_t at : now_.list) {
        if (program[at] == phrase_instruction(PhraseOp::kChar, folded.to[i])) add(to, at + 1, false);
      }
      std::swap(now_, to);
    }
    if (now_.matched && !(is_word_char(c.value) && word_char_at(text, pos))) found = pos;
  }
  return found;
}

}  // namespace stet

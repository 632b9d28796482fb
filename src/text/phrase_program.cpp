#include "text/phrase_program.h"

#include <algorithm>
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
  stack_.clear();
  for (;;) {
    // Most instructions go on in one way only, or not at all: the stack holds the others.
    while (states.stamps[at] != states.stamp) {
      states.stamps[at] = states.stamp;
      const PhraseOp op = phrase_op(program_[at]);
      if (op == PhraseOp::kJump) {
        at = phrase_argument(program_[at]);
      } else if (op == PhraseOp::kSplit) {
        stack_.push_back(phrase_argument(program_[at]));
        ++at;
      } else if (op == PhraseOp::kMatch) {
        states.matched = true;
        break;
      } else if (op == PhraseOp::kSpace && after_space) {
        ++at;
      } else {
        if (op == PhraseOp::kSpace && phrase_op(program_[at + 1]) == PhraseOp::kMatch) states.matched = true;
        states.list.push_back(at);
        break;
      }
    }
    if (stack_.empty()) return;
    at = stack_.back();
    stack_.pop_back();
  }
}

const PhraseMachine::Beginning& PhraseMachine::beginning_of(std::span<const PhraseInstruction> program) {
  const auto [entry, is_new] = beginnings_.try_emplace(program.data());
  Beginning& beginning = entry->second;
  if (!is_new) return beginning;
  now_.clear(program.size());
  add(now_, 0, true);
  for (const std::uint32_t at : now_.list) {
    if (phrase_op(program[at]) == PhraseOp::kChar) {
      beginning.characters.emplace_back(program[at], at);
    } else {
      beginning.others.push_back(at);
    }
  }
  std::ranges::sort(beginning.characters);
  return beginning;
}

std::size_t PhraseMachine::match(std::span<const PhraseInstruction> program, std::string_view text, std::size_t begin) {
  if (begin >= text.size()) return std::string_view::npos;
  program_ = program;
  std::size_t found = std::string_view::npos;
  std::size_t pos = begin;
  const CodePoint first = decode_at(text, begin);
  const Folding folded_first = is_space(first.value) ? Folding() : phrase_form(first.value);
  if (folded_first.size == 1) {
    const Beginning& beginning = beginning_of(program);
    now_.clear(program.size());
    const PhraseInstruction same = phrase_instruction(PhraseOp::kChar, folded_first.to[0]);
    for (auto it = std::ranges::lower_bound(beginning.characters, std::pair(same, 0U));
         it != beginning.characters.end() && it->first == same; ++it) {
      add(now_, it->second + 1, false);
    }
    for (const std::uint32_t at : beginning.others) {
      if (is_in(phrase_op(program[at]), first.value)) add(now_, at + 1, false);
    }
    pos += first.length;
    if (now_.matched && !(is_word_char(first.value) && word_char_at(text, pos))) found = pos;
  } else {
    now_.clear(program.size());
    add(now_, 0, true);
  }
  while (!now_.list.empty() && pos < text.size()) {
    // Mostly one way is left, and its letters follow one another.
    if (now_.list.size() == 1) {
      std::uint32_t at = now_.list.front();
      const std::size_t from = pos;
      for (; pos < text.size() && phrase_op(program[at]) == PhraseOp::kChar; ++at, ++pos) {
        const auto byte = static_cast<unsigned char>(text[pos]);
        if (byte <= ' ' || byte >= 0x80 || byte == '`') break;
        if (phrase_argument(program[at]) != (byte >= 'A' && byte <= 'Z' ? byte | 0x20U : byte)) return found;
        if (phrase_op(program[at + 1]) != PhraseOp::kChar) break;
      }
      if (pos != from) {
        now_.list.front() = at;
        now_.matched = false;
        if (pos == text.size()) break;
      }
    }
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
    if (folded.size == 1) {
      const PhraseInstruction same = phrase_instruction(PhraseOp::kChar, folded.to[0]);
      next_.clear(program.size());
      for (const std::uint32_t at : now_.list) {
        if (program[at] == same || is_in(phrase_op(program[at]), c.value)) add(next_, at + 1, false);
      }
      std::swap(now_, next_);
      if (now_.matched && !(is_word_char(c.value) && word_char_at(text, pos))) found = pos;
      continue;
    }
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

#include "text/scan_machine.h"

#include <utility>

#include "text/utf8.h"

namespace stet {

void ScanMachine::Threads::clear(std::size_t size) {
  list.clear();
  places.clear();
  if (stamps.size() < size) stamps.resize(size);
  if (++stamp == 0) {
    stamps.assign(stamps.size(), 0);
    stamp = 1;
  }
}

bool ScanMachine::find(std::span<const ScanWord> program, std::uint32_t number, std::string_view text, std::size_t from,
                       std::size_t last) {
  if (automata_.size() <= number) automata_.resize(std::size_t{number} + 1);
  std::unique_ptr<ScanAutomaton>& automaton = automata_[number];
  if (!automaton) automaton = std::make_unique<ScanAutomaton>(ScanProgram(program));
  const std::optional<std::size_t> begin = automaton->find(text, from, last);
  return begin && run(ScanProgram(program), text, *begin);
}

// Follows one thread, whose places are in places_, to all instructions that it reaches without a character.
void ScanMachine::add(const ScanProgram& program, Threads& threads, std::uint32_t at, const Place& place) {
  const auto code = program.instructions();
  stack_.assign(1, {.at = at});
  while (!stack_.empty()) {
    const Entry entry = stack_.back();
    stack_.pop_back();
    if (entry.restored != Entry::kNothing) {
      places_[entry.restored] = entry.value;
      continue;
    }
    at = entry.at;
    if (threads.stamps[at] == threads.stamp) continue;
    threads.stamps[at] = threads.stamp;
    const std::uint32_t argument = scan_argument(code[at]);
    bool passes = false;
    switch (scan_op(code[at])) {
      case ScanOp::kSet:
      case ScanOp::kMatch:
        threads.list.push_back({at, threads.places.size()});
        threads.places.insert(threads.places.end(), places_.begin(), places_.end());
        break;
      case ScanOp::kSplit:
        stack_.push_back({.at = argument});
        passes = true;
        break;
      case ScanOp::kSplitLate:
        stack_.push_back({.at = at + 1});
        stack_.push_back({.at = argument});
        break;
      case ScanOp::kJump:
        stack_.push_back({.at = argument});
        break;
      case ScanOp::kSave:
        stack_.push_back({.at = 0, .restored = argument, .value = places_[argument]});
        places_[argument] = place.pos;
        passes = true;
        break;
      case ScanOp::kTextBegin:
        passes = place.before < 0;
        break;
      case ScanOp::kTextEnd:
        passes = place.after < 0;
        break;
      case ScanOp::kLineBegin:
        passes = place.before < 0 || place.before == '\n';
        break;
      case ScanOp::kLineEnd:
        passes = place.after < 0 || place.after == '\n';
        break;
    }
    if (passes) stack_.push_back({.at = at + 1});
  }
}

bool ScanMachine::run(const ScanProgram& program, std::string_view text, std::size_t from) {
  const auto code = program.instructions();
  const std::size_t saves = program.header().saves;
  const auto value_at = [&](std::size_t pos) {
    return pos < text.size() ? static_cast<std::int32_t>(decode_at(text, pos).value) : -1;
  };
  Place place{from, from == 0 ? -1 : static_cast<std::int32_t>(decode_before(text, from).value), value_at(from)};
  found_.clear();
  now_.clear(code.size());
  for (;;) {
    // A match may begin here only while none was found farther left.
    if (found_.empty()) {
      places_.assign(saves, kNone);
      add(program, now_, 0, place);
    }
    if (now_.list.empty() && (!found_.empty() || place.after < 0)) return !found_.empty();
    const std::uint32_t over = place.after < 0 ? 0 : program.class_of(static_cast<char32_t>(place.after));
    Place behind{place.pos, place.after, -1};
    if (place.after >= 0) {
      behind.pos += decode_at(text, place.pos).length;
      behind.after = value_at(behind.pos);
    }
    next_.clear(code.size());
    for (const Thread& thread : now_.list) {
      const auto places = now_.places.begin() + static_cast<std::ptrdiff_t>(thread.places);
      if (scan_op(code[thread.at]) == ScanOp::kMatch) {
        found_.assign(places, places + static_cast<std::ptrdiff_t>(saves));
        break;  // those behind it are liked less
      }
      if (place.after < 0 || !program.has(scan_argument(code[thread.at]), over)) continue;
      places_.assign(places, places + static_cast<std::ptrdiff_t>(saves));
      add(program, next_, thread.at + 1, behind);
    }
    if (place.after < 0) return !found_.empty();
    std::swap(now_, next_);
    place = behind;
  }
}

}  // namespace stet

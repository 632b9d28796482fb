#include "engine/across_files.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace stet {
namespace {

constexpr std::uint32_t kMostValues = 64;  // of one key: more say nothing of what is right
constexpr std::size_t kMostFiles = 3;      // that are looked at for one place

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t hash = (a ^ b * 0x9E3779B97F4A7C15ULL) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ hash >> 31U) * 0x94D049BB133111EBULL;
  return hash ^ hash >> 29U;
}

// Rules are known by their names: folders may be configured with different ones.
std::uint64_t rule_key(std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

// A rule and a place: what several traces may stand for.
using Spot = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
struct Candidate {
  Clash clash;
  std::uint32_t file = 0;
  std::uint32_t votes = 1;
};

}  // namespace

template <class Action>
void AcrossFiles::for_each(std::uint64_t key, Action action) {
  if (slots_.empty()) return;
  for (std::size_t at = slot_of(key, slots_.size()); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    Entry& entry = entries_[slots_[at] - 1];
    if (entry.key == key) action(entry);
  }
}

std::vector<Clash> AcrossFiles::meet(std::string_view path, const std::vector<LeftTrace>& traces,
                                     const RuleSet& rules) {
  // What a file says twice it says once.
  std::map<std::tuple<std::uint64_t, std::uint64_t>, std::size_t> said;
  for (std::size_t i = 0; i < traces.size(); ++i) {
    said.emplace(std::tuple(mixed(traces[i].key, rule_key(rules.rules()[traces[i].rule].name)), traces[i].value), i);
  }
  std::map<Spot, std::vector<Candidate>> candidates;
  for (const auto& [what, number] : said) {
    const auto [key, value] = what;
    const LeftTrace& trace = traces[number];
    const Check& check = rules.check(trace.rule);
    std::uint32_t own = 0;
    for_each(key, [&, said_here = value](const Entry& entry) { own = entry.value == said_here ? entry.files : own; });
    const Entry* best = nullptr;
    for_each(key, [&, said_here = value](const Entry& entry) {
      if (entry.value != said_here && entry.files <= own) return;
      if (best != nullptr && std::pair(best->files, entry.file) >= std::pair(entry.files, best->file)) return;
      if (check.may_clash(said_here, entry.value)) best = &entry;
    });
    if (best == nullptr) continue;
    std::vector<Candidate>& at_place = candidates[{trace.rule, trace.span.begin, trace.span.end}];
    const auto same = std::ranges::find(at_place, best->file, &Candidate::file);
    if (same != at_place.end()) {
      ++same->votes;
      continue;
    }
    const SourceSpan span{best->begin, best->begin + best->size};
    at_place.push_back({{number, std::string(paths_[best->file]), span, best->value, best->files}, best->file});
  }
  std::vector<Clash> clashes;
  for (auto& [spot, at_place] : candidates) {
    std::ranges::sort(at_place, [](const Candidate& a, const Candidate& b) {
      return std::pair(b.votes, a.file) < std::pair(a.votes, b.file);
    });
    if (at_place.size() > kMostFiles) at_place.resize(kMostFiles);
    // One trace stands for all at its place, so that the file with most votes is judged first.
    std::size_t first = traces.size();
    for (const Candidate& each : at_place) first = std::min(first, each.clash.trace);
    for (Candidate& each : at_place) {
      each.clash.trace = first;
      clashes.push_back(std::move(each.clash));
    }
  }
  paths_.push_back(path);
  for (const auto& [what, number] : said) remember(std::get<0>(what), traces[number]);
  return clashes;
}

void AcrossFiles::remember(std::uint64_t key, const LeftTrace& trace) {
  std::uint32_t values = 0;
  bool known = false;
  for_each(key, [&](Entry& entry) {
    ++values;
    if (entry.value != trace.value) return;
    ++entry.files;
    known = true;
  });
  if (known || values >= kMostValues) return;
  if ((entries_.size() + 1) * 4 > slots_.size() * 3) grow();
  entries_.push_back(
      {key, trace.value, static_cast<std::uint32_t>(paths_.size() - 1), trace.span.begin, trace.span.size()});
  std::size_t at = slot_of(key, slots_.size());
  while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = static_cast<std::uint32_t>(entries_.size());
}

std::size_t AcrossFiles::slot_of(std::uint64_t key, std::size_t slots) { return (key >> 17U) & (slots - 1); }

void AcrossFiles::grow() {
  slots_.assign(std::max<std::size_t>(1024, slots_.size() * 2), 0);
  std::uint32_t number = 0;
  for (const Entry& entry : entries_) {
    std::size_t at = slot_of(entry.key, slots_.size());
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = ++number;
  }
}

}  // namespace stet

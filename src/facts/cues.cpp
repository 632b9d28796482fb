#include "facts/cues.h"

#include <algorithm>
#include <set>

namespace stet {

std::uint8_t CueSource::key(std::string_view wanted) const {
  return static_cast<std::uint8_t>(std::lower_bound(keys.begin(), keys.end(), wanted) - keys.begin());
}

std::vector<CueSource> cue_sources(const Lexicon& lexicon, std::uint32_t first_slot) {
  std::vector<CueSource> sources;
  for (const auto& [name, calls] : lexicon.cues()) {
    std::set<std::string> keys;
    for (const auto& [where, words] : lexicon.lists()) {
      if (std::get<0>(where) == name) keys.insert(std::get<2>(where));
    }
    sources.push_back({name, first_slot++, {keys.begin(), keys.end()}});
  }
  return sources;
}

std::vector<PatternSpec> cue_patterns(const Lexicon& lexicon, const CueSource& source) {
  PatternSpec spec;
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    if (is_prose(static_cast<Role>(i))) spec.roles |= 1U << i;
  }
  const std::vector<std::string>& calls = lexicon.cues().at(source.name);
  std::vector<PatternSpec> specs;
  for (const auto& [where, words] : lexicon.lists()) {
    const auto& [name, language, key] = where;
    if (name != source.name) continue;
    spec.slot = source.slot;
    spec.language = language;
    spec.key = source.key(key);
    spec.guard = std::find(calls.begin(), calls.end(), key) == calls.end();
    for (const std::string_view word : words) {
      spec.text = word;
      specs.push_back(spec);
    }
  }
  return specs;
}

}  // namespace stet

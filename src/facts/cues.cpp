#include "facts/cues.h"

#include <algorithm>

namespace stet {

std::uint8_t CueSource::key(std::string_view wanted) const {
  return static_cast<std::uint8_t>(std::lower_bound(keys.begin(), keys.end(), wanted) - keys.begin());
}

std::vector<CueSource> cue_sources(const Lexicon& lexicon, std::uint32_t first_slot) {
  std::vector<CueSource> sources;
  for (const auto& [name, cues] : lexicon.cues()) {
    sources.push_back({name, first_slot++, {cues.keys.begin(), cues.keys.end()}});
  }
  return sources;
}

std::vector<PatternSpec> cue_patterns(const Lexicon& lexicon, const CueSource& source) {
  PatternSpec spec;
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    if (is_prose(static_cast<Role>(i))) spec.roles |= 1U << i;
  }
  const std::vector<std::string>& calls = lexicon.cues().find(source.name)->second.calls;
  std::vector<PatternSpec> specs;
  lexicon.for_each_list(source.name, [&](Language language, const std::string& key, const Lexicon::Words& words) {
    spec.slot = source.slot;
    spec.language = language;
    spec.key = source.key(key);
    spec.guard = std::find(calls.begin(), calls.end(), key) == calls.end();
    for (const std::string_view word : words) {
      spec.text = word;
      specs.push_back(spec);
    }
  });
  return specs;
}

}  // namespace stet

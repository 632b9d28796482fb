// Kind `scene-conflict`: one happening, house or school in two towns, regions or on two roads, told in other words: "a
// mill in Oldham", "the gutted building, in the middle of Burnley".
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/kinds/contradiction/attached_check_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/word_support.h"
#include "facts/places.h"

namespace stet {
namespace {

constexpr auto kKeys =
    std::to_array<Key>({Happenings::kKeys[0], Happenings::kKeys[1], Happenings::kKeys[2], Happenings::kKeys[3]});
constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"regions", KeyType::kPhrases, "regions of which none lies in another: \"Kansas\", \"Tirol\""},
    {"roads", KeyType::kPhrases, "roads by number: \"A 7\""},
    {"places-after", KeyType::kStrings, "words behind which a place is where something is: \"in\""},
    {"place-adjectives", KeyType::kStrings, "endings of what makes a town's name an adjective: \"er\""},
    {"value-first", KeyType::kBool, "whether a town's name may stand before what is there: \"his Leeds home\""},
    AttachedWords::kKeys[0],
    AttachedWords::kKeys[1],
    AttachedWords::kKeys[2],
    AttachedWords::kKeys[3],
    AttachedWords::kKeys[4],
    AttachedWords::kKeys[5],
    AttachedWords::kKeys[6],
    AttachedWords::kKeys[7],
    AttachedWords::kKeys[8],
    AttachedWords::kKeys[9],
});
constexpr std::uint8_t kRegions = 2;
constexpr std::uint8_t kRoads = 3;
enum Sort : std::uint32_t { kTown, kRegion, kRoad };
constexpr std::size_t kReach = 3;  // words between "in" and a place: "in the middle of Burnley"

class SceneConflict final : public AttachedCheck {
 public:
  explicit SceneConflict(const Definition& definition) : AttachedCheck(definition) {
    for (const auto& [language, section] : definition.sections) {
      after_[language] = forms_of(definition, language, "places-after");
    }
  }

 private:
  std::vector<AttachedValue> find_values(const Document& document, const Facts& facts) const override {
    std::vector<AttachedValue> values;
    for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
      const Block& block = document.block(number);
      if (looks_at(block)) add_towns(document, number, values);
    }
    for (const Hit& hit : facts.matches().of(definition().slot)) {
      if (hit.key != kRegions && hit.key != kRoads) continue;
      const Block& block = document.block(hit.block);
      if (!looks_at(block)) continue;
      const std::string_view text = block.text.substr(hit.span.begin, hit.span.size());
      if (hit.key == kRegions && !is_capitalised(text)) continue;
      AttachedValue value{hit.block, hit.span, hit.key == kRegions ? kRegion : kRoad, form_number(text), false, false};
      value.linked = stands_behind_in(document, block, hit.span);
      value.before = hit.key == kRegions && is_before_noun(block, hit.span);
      if (value.linked || value.before) values.push_back(value);
    }
    return values;
  }

  bool differ(const AttachedValue& /*a*/, const AttachedValue& /*b*/) const override { return true; }

  void add_towns(const Document& document, std::uint32_t number, std::vector<AttachedValue>& values) const {
    const Block& block = document.block(number);
    const std::span<const Word> words = document.words(block);
    const auto end = static_cast<std::uint32_t>(block.text.size());
    for (const NamedPlace& place : find_places(block.text, words, {0, end})) {
      if (place.country) continue;
      AttachedValue value{number, place.span, kTown, place.id, false, false};
      value.linked = stands_behind_in(document, block, place.span);
      value.before = !value.linked && is_before_noun(block, place.span);
      if (value.linked || value.before || begins_relative(block, place.span)) values.push_back(value);
    }
    const auto* endings = definition().option<std::vector<std::string>>(block.language, "place-adjectives");
    if (endings == nullptr) return;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const std::string_view word = word_text(block, words[i]);
      if (!is_capitalised(word) || !is_adjacent(block.text, words[i].end, words[i + 1].begin)) continue;
      for (const std::string& ending : *endings) {
        if (!word.ends_with(ending)) continue;
        const std::optional<std::uint16_t> town = town_of(word.substr(0, word.size() - ending.size()));
        if (!town) continue;
        values.push_back({number, {words[i].begin, words[i].end}, kTown, *town, true, false});
        break;
      }
    }
  }

  static std::optional<std::uint16_t> town_of(std::string_view name) {
    std::vector<Word> words;
    cut_words(name, words);
    const auto places = find_places(name, words, {0, static_cast<std::uint32_t>(name.size())});
    if (places.size() != 1 || places[0].country || places[0].span.size() != name.size()) return std::nullopt;
    return places[0].id;
  }

  // "A 7" is "A7".
  static std::uint32_t form_number(std::string_view text) {
    std::string form;
    for (const char c : text) {
      if (c != ' ' && c != '\n' && c != '-') form += c;
    }
    return hash_word(form);
  }

  [[nodiscard]] bool stands_behind_in(const Document& document, const Block& block, TextSpan place) const {
    const std::vector<std::string>& after = after_.at(block.language);
    const std::span<const Word> all = document.words(block);
    auto word = std::ranges::lower_bound(all, place.begin, {}, &Word::begin);
    std::uint32_t end = place.begin;
    for (std::size_t back = 0; back <= kReach && word != all.begin(); ++back) {
      --word;
      if (block.text.substr(word->end, end - word->end).find_first_of(",.;:()\n") != std::string_view::npos)
        return false;
      const std::string form = context_form(word_text(block, *word));
      if (std::ranges::binary_search(after, form)) return true;
      // "In Hebden Square Halifax": another name between
      if (is_capitalised(word_text(block, *word))) return false;
      end = word->begin;
    }
    return false;
  }

  [[nodiscard]] bool is_before_noun(const Block& block, TextSpan place) const {
    const bool* first = definition().option<bool>(block.language, "value-first");
    if (first == nullptr || !*first) return false;
    const std::string_view rest = block.text.substr(place.end);
    return rest.starts_with(" ") || rest.starts_with("'s ") || rest.starts_with("\u2019s ");
  }

  // "Bonn, where"
  static bool begins_relative(const Block& block, TextSpan place) {
    return block.text.substr(place.end).starts_with(", ");
  }

  std::map<Language, std::vector<std::string>> after_;  // sorted
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<SceneConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind scene_conflict;
const Kind scene_conflict{"scene-conflict", "one happening or house at two places", kKeys, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

// Kind `first-name-conflict`: somebody in office whose first name changes in the course of an article.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "check/kinds/consistency/brief_names_support.h"
#include "check/kinds/consistency/people_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/group_values.h"
#include "facts/roles.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"people", KeyType::kPatterns, "somebody in office, with the groups office, first and last"},
    kBriefNameKeys[0],
    kBriefNameKeys[1],
    kBriefNameKeys[2],
    kBriefNameKeys[3],
    kBriefNameKeys[4],
    kBriefNameKeys[5],
});
constexpr std::uint8_t kPeople = 2;
constexpr std::size_t kMostMentions = 400;  // of an article: more are a list

class FirstNameConflict final : public Check {
 public:
  explicit FirstNameConflict(const Definition& definition) : definition_(definition), brief_(definition_) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    Places reported;
    // By the office and the last name.
    std::map<std::pair<std::string, std::string_view>, std::pair<std::string_view, TextPlace>> known;
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key != kPeople || !definition_.looks_at(document.block(hit.block).role)) continue;
      if (is_guarded(facts, definition_.slot, hit.block, hit.span)) continue;
      const GroupValues groups(document, facts, hit);
      const auto place = groups.span("first");
      const std::string_view first = groups.text("first");
      if (!place || !has_capital_initials(first) || !has_capital_initials(groups.text("last"))) continue;
      const auto [entry, is_new] = known.emplace(std::pair(context_form(groups.text("office")), groups.text("last")),
                                                 std::pair(first, TextPlace{hit.block, *place}));
      const Language language = document.block(hit.block).language;
      if (is_new || may_be_one(facts, language, first, entry->second.first)) continue;
      reported.insert({hit.block, place->begin});
      report(document, {hit.block, *place}, entry->second.second, groups.text("last"), groups.text("office"), sink);
    }
    check_roles(document, facts, reported, sink);
    if (reported.empty()) check_brief(document, facts, sink);
  }

 private:
  using Places = std::set<std::pair<std::uint32_t, std::uint32_t>>;

  // "Chief executive Martin Doyle … Michael Doyle, the chief executive": offices that one person holds.
  void check_roles(const Document& document, const Facts& facts, Places& reported, Sink& sink) const {
    std::map<std::tuple<std::uint8_t, std::uint8_t, std::string_view>, const RoleMention*> known;
    const std::vector<RoleMention> mentions = read_roles(document, facts, definition_.roles, kMostMentions);
    for (const RoleMention& mention : mentions) {
      if (mention.party || mention.past || mention.joined || mention.first.size() < 2) continue;
      const Block& block = document.block(mention.block);
      if (definition_.sections.count(block.language) == 0) continue;
      if (is_guarded(facts, definition_.slot, mention.block, mention.name)) continue;
      const auto [entry, is_new] =
          known.emplace(std::tuple(mention.role, mention.nation, std::string_view(mention.surname)), &mention);
      const RoleMention& other = *entry->second;
      if (is_new || reported.contains({mention.block, mention.name.begin})) continue;
      const TextSpan first = first_of(block.text, mention.name);
      const TextPlace other_first{other.block, first_of(document.block(other.block).text, other.name)};
      if (may_be_one(facts, block.language, text_of(document, {mention.block, first}), text_of(document, other_first)))
        continue;
      reported.insert({mention.block, first.begin});
      report(document, {mention.block, first}, other_first,
             text_of(document, {mention.block, last_of(block.text, first.end, mention.name.end)}),
             text_of(document, {mention.block, mention.span}), sink);
    }
  }

  // In a short article a surname has one first name, whatever somebody is.
  void check_brief(const Document& document, const Facts& facts, Sink& sink) const {
    const auto two = brief_.find(document, facts);
    if (!two) return;
    const Block& block = document.block(two->other.block);
    const TextSpan clause = clause_of(block.text, sentence_at(block.text, two->other.span.begin), two->other.span);
    if (std::ranges::any_of(facts.matches().in(definition_.slot, two->other.block, clause),
                            [](const Hit& hit) { return hit.key < kPeople; }))
      return;
    const Language language = document.block(two->other.block).language;
    if (may_be_one(facts, language, text_of(document, two->first), text_of(document, two->other))) return;
    Finding finding;
    finding.place = two->other;
    if (!two->sure) finding.severity = Severity::kInfo;
    finding.wording = "brief";
    const std::string first(text_of(document, two->first));
    finding.values = {{"first", std::string(text_of(document, two->other))}, {"other", first}, {"last", two->surname}};
    finding.related.push_back({two->first, "other", {{"other", first}}});
    sink.report(std::move(finding));
  }

  static void report(const Document& document, TextPlace first, TextPlace other, std::string_view last,
                     std::string_view office, Sink& sink) {
    const std::string other_name(text_of(document, other));
    Finding finding;
    finding.place = first;
    finding.values = {{"first", std::string(text_of(document, first))},
                      {"other", other_name},
                      {"last", std::string(last)},
                      {"office", std::string(office)}};
    finding.related.push_back({other, "other", {{"other", other_name}}});
    sink.report(std::move(finding));
  }

  static TextSpan first_of(std::string_view text, TextSpan name) {
    std::uint32_t end = name.begin;
    while (end < name.end && !is_space(decode_at(text, end).value)) end += decode_at(text, end).length;
    return {name.begin, end};
  }

  // What follows the first name.
  static TextSpan last_of(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    while (begin < end && is_space(decode_at(text, begin).value)) begin += decode_at(text, begin).length;
    return {begin, end};
  }

  static std::string_view text_of(const Document& document, TextPlace place) {
    return document.block(place.block).text.substr(place.span.begin, place.span.size());
  }

  // An initial, "Marc" and "Marc-Antoine", or "Bill" and "William", if the lexicon knows them.
  static bool may_be_one(const Facts& facts, Language language, std::string_view a, std::string_view b) {
    if (a.starts_with(std::string(b) + "-") || b.starts_with(std::string(a) + "-")) return true;
    const std::string one = context_form(a);
    const std::string other = context_form(b);
    if (one == other || (std::min(one.size(), other.size()) == 1 && one.front() == other.front())) return true;
    return are_nicknames(facts, language, a, b);
  }

  const Definition& definition_;
  BriefNames brief_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<FirstNameConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind first_name_conflict;
const Kind first_name_conflict{.name = "first-name-conflict",
                               .doc = "somebody in office with two first names",
                               .keys = {},
                               .section_keys = kSectionKeys,
                               .make = make,
                               .tables = &kFirstNames};
}  // namespace kinds
}  // namespace stet

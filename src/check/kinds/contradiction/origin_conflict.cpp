// Kind `origin-conflict`: somebody born, or something founded or built, in two years, at two places, or by two people,
// in a short article that tells of one: "born in 1926", "Gallant, born in 1931"; "founded in Dayton", "started the
// company in Columbus".
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/origin_reader_support.h"
#include "text/plain_form.h"

namespace stet {
namespace {

constexpr std::size_t kShort = 320;    // words of an article about one person or thing
constexpr std::size_t kMostTold = 5;   // mentions of a sort; an article with more tells of several
constexpr std::size_t kLeastStem = 3;  // letters that the name of a place and of its people share
constexpr std::size_t kLongStem = 4;
constexpr std::size_t kSameCue = 6;  // letters that "inaugurated" and "inauguration" share

class OriginConflict final : public Check {
 public:
  explicit OriginConflict(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto hits = facts.matches().of(definition_.slot);
    const auto is_cue = [](const Hit& hit) { return hit.key < kOriginGeneric; };
    if (std::ranges::count_if(hits, is_cue) < 2 || words_looked_at(document, definition_) > kShort) return;
    const std::vector<Origin> all = read_origins(document, facts, definition_);
    for (const Origin::Sort sort : {Origin::kBirth, Origin::kFoundation, Origin::kBuilding}) {
      std::vector<const Origin*> told;
      for (const Origin& origin : all) {
        if (origin.sort == sort) told.push_back(&origin);
      }
      const bool strong = std::ranges::any_of(told, [](const Origin* origin) { return !origin->weak; });
      if (told.size() < 2 || told.size() > kMostTold) continue;
      if (report_first(document, told, strong, sink)) return;
    }
    report_opened_early(document, all, sink);
  }

 private:
  // "Opened in 1955 … built in 1965": the same house.
  static void report_opened_early(const Document& document, const std::vector<Origin>& all, Sink& sink) {
    const auto openings = std::ranges::count_if(all, [](const Origin& each) { return each.opening && each.year_span; });
    const auto built =
        std::ranges::count_if(all, [](const Origin& each) { return each.sort == Origin::kBuilding && each.year_span; });
    if (openings != 1 || built != 1) return;
    const auto opening = std::ranges::find_if(all, [](const Origin& each) { return each.opening && each.year_span; });
    const auto building =
        std::ranges::find_if(all, [](const Origin& each) { return each.sort == Origin::kBuilding && each.year_span; });
    if (opening->date.year >= building->date.year || opening->part || building->part) return;
    const bool other_name = !opening->names.empty() && !building->names.empty() && !share_name(*opening, *building);
    const bool other_head =
        !opening->head.empty() && !building->head.empty() && !is_same_word(opening->head, building->head);
    if (opening->block == building->block || other_name || other_head) return;
    if (!takes_up(*opening) && !takes_up(*building) && opening->head.empty() && building->head.empty()) return;
    const bool first = opening->block < building->block;
    const Origin& a = first ? *opening : *building;
    const Origin& b = first ? *building : *opening;
    Finding finding = clash_of(document, {a.block, *a.year_span}, {b.block, *b.year_span});
    finding.wording = "built";
    finding.severity = Severity::kInfo;
    sink.report(std::move(finding));
  }

  // Where no cue is sure, the two must be of one word: "inaugurated", "its inauguration".
  static bool report_first(const Document& document, const std::vector<const Origin*>& told, bool strong, Sink& sink) {
    for (std::size_t j = 1; j < told.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        const Origin& a = *told[i];
        const Origin& b = *told[j];
        const auto spans = clash(a, b);
        if (!spans || !are_of_one(document, a, b) || (!strong && !are_of_one_word(document, a, b))) continue;
        // A third value: several are told of.
        if (std::ranges::any_of(told,
                                [&](const Origin* c) { return c != &a && c != &b && clash(*c, a) && clash(*c, b); }))
          continue;
        Finding finding = clash_of(document, {a.block, spans->first}, {b.block, spans->second});
        finding.wording = wording(a, b);
        if (!is_sure(a, b)) finding.severity = Severity::kInfo;
        sink.report(std::move(finding));
        return true;
      }
    }
    return false;
  }

  // What the two tell otherwise.
  static std::optional<std::pair<TextSpan, TextSpan>> clash(const Origin& a, const Origin& b) {
    if (a.year_span && b.year_span) {
      const bool days = a.date.day != 0 && b.date.day != 0 && a.date.month != 0 && b.date.month != 0;
      const bool other_day = days && (a.date.day != b.date.day || a.date.month != b.date.month);
      if (a.date.year != b.date.year || other_day) return std::pair(*a.year_span, *b.year_span);
    }
    if (a.sort != Origin::kBuilding && a.place && b.place && are_two_places(*a.place, *b.place))
      return std::pair(a.place->span, b.place->span);
    if (a.founder && b.founder) {
      const bool share =
          std::ranges::any_of(a.founder_names, [&](const std::string& name) { return b.founder_names.contains(name); });
      const bool namesakes = share && a.founder_names.size() == 1 && b.founder_names.size() == 1 &&
                             !a.founder_first.empty() && !b.founder_first.empty() &&
                             a.founder_first != b.founder_first && !a.founder_names.contains(a.founder_first) &&
                             a.founder_first.size() > 2 && b.founder_first.size() > 2;
      if (!share || namesakes) return std::pair(*a.founder, *b.founder);
    }
    return std::nullopt;
  }

  // Two towns or two countries, as far as is known; "Köln" and "Kölnerin" are one.
  static bool are_two_places(const OriginPlace& a, const OriginPlace& b) {
    if (a.form == b.form || (a.id != 0 && a.id == b.id)) return false;
    if (a.id != 0 && b.id != 0 && a.sort != b.sort) return false;
    // An unknown place may lie in a known country.
    const auto is_land = [](const OriginPlace& place) { return place.id != 0 && place.sort != PlaceSort::kTown; };
    if ((is_land(a) && b.id == 0 && !b.people) || (is_land(b) && a.id == 0 && !a.people)) return false;
    if (a.people != b.people && is_land(a.people ? b : a) && a.form.size() + b.form.size() == 0) return false;
    const std::size_t least = a.people || b.people ? kLeastStem : kLongStem;
    const auto same = static_cast<std::size_t>(std::ranges::mismatch(a.form, b.form).in1 - a.form.begin());
    if (a.people || b.people) return same < least;
    // "Biel", "Biel/Bienne"; "Frankfurt", "Frankfurt am Main".
    return !a.form.starts_with(b.form) && !b.form.starts_with(a.form) && a.form.find(b.form) == a.form.npos &&
           b.form.find(a.form) == b.form.npos;
  }

  static bool share_name(const Origin& a, const Origin& b) {
    return std::ranges::any_of(a.names, [&](const std::string& name) { return b.names.contains(name); });
  }

  // "Emil Rast was born in 1902", "Paul Rast was born in 1912": one surname behind two first names.
  static bool are_relatives(const Document& document, const Origin& a, const Origin& b) {
    return std::ranges::any_of(a.names, [&](const std::string& name) {
      if (!b.names.contains(name)) return false;
      const std::string one = first_before(document, a, name);
      const std::string other = first_before(document, b, name);
      return !one.empty() && !other.empty() && one != other && a.names.contains(one) && b.names.contains(other);
    });
  }

  // The word with a capital before a name.
  static std::string first_before(const Document& document, const Origin& origin, const std::string& name) {
    const Block& block = document.block(origin.block);
    const std::span<const Word> words = words_in(document.words(block), origin.sentence);
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (plain_form(word_text(block, words[i])) != name || !is_capitalised(word_text(block, words[i - 1]))) continue;
      if (is_adjacent(block.text, words[i - 1].end, words[i].begin)) return plain_form(word_text(block, words[i - 1]));
    }
    return {};
  }

  static bool are_of_one(const Document& document, const Origin& a, const Origin& b) {
    if (document.block(a.block).language != document.block(b.block).language) return false;
    if (a.block == b.block && a.sentence == b.sentence && document.block(a.block).role != Role::kTableCell)
      return false;
    if (a.sort == Origin::kBirth) {
      // A sentence of several people is not about whoever another one leaves unnamed.
      const auto of_several = [](const Origin& origin) { return origin.with_kin && !origin.names.empty(); };
      if (are_relatives(document, a, b)) return false;
      return share_name(a, b) || (a.names.empty() && !of_several(b)) || (b.names.empty() && !of_several(a));
    }
    if (a.part || b.part) return false;
    // "The club", "the school of the club"; "the company" may be either.
    const bool generic = a.generic || b.generic;
    const bool told = !a.head.empty() && !b.head.empty();
    // "Der Turnverein", "der Verein"
    const auto ends_with = [](const Origin& one, const Origin& other) {
      return other.club && one.head.size() > other.head.size() && one.head.ends_with(other.head);
    };
    const bool same = told && (is_same_word(a.head, b.head) || ends_with(a, b) || ends_with(b, a));
    // "Soest Harriers was founded", "the club was founded"
    const auto is_named = [](const Origin& origin) {
      return !origin.perhaps_birth && (origin.head_named || (!origin.names.empty() && origin.head.empty()));
    };
    const bool club = (a.club && is_named(b)) || (b.club && is_named(a));
    if (club && !a.perhaps_birth && !b.perhaps_birth) return true;
    if (told && !same && (a.sort == Origin::kBuilding || (!generic && !share_name(a, b)))) return false;
    if (same || share_name(a, b)) return true;
    if (a.perhaps_birth || b.perhaps_birth) return false;
    if (generic) return true;
    const auto apart = [&](const Origin& origin) {
      return origin.noun || document.block(origin.block).role != Role::kParagraph;
    };
    if (!a.names.empty() && !b.names.empty()) return false;
    return apart(a) || apart(b) || takes_up(a) || takes_up(b);
  }

  // "Formed in 1923, it has", "Levantado en 1929, pesa": a clause that opens its sentence says nothing of what, because
  // it is what the article is about; "its founder" is the same.
  static bool takes_up(const Origin& origin) {
    return origin.head.empty() && !origin.perhaps_birth && (origin.opens || origin.noun || origin.founder_alone);
  }

  static bool are_of_one_word(const Document& document, const Origin& a, const Origin& b) {
    const auto form = [&](const Origin& origin) {
      const std::string_view text = document.block(origin.block).text;
      const std::string_view cue = text.substr(origin.cue.begin, origin.cue.size());
      return context_form(cue.substr(0, cue.find(' ')));
    };
    const std::string one = form(a);
    const std::string other = form(b);
    const auto same =
        static_cast<std::size_t>(std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first - one.begin());
    const bool told = takes_up(a) || takes_up(b) || share_name(a, b) || a.generic || b.generic || a.club || b.club;
    return told && ((a.opening && b.opening) || one == other || same >= kSameCue);
  }

  static bool is_sure(const Origin& a, const Origin& b) {
    return share_name(a, b) && !a.weak && !b.weak && !a.founder && (!a.place || a.year_span);
  }

  static std::string_view wording(const Origin& a, const Origin& b) {
    const bool year = a.year_span && b.year_span &&
                      (a.date.year != b.date.year || (a.date.day != 0 && b.date.day != 0 && a.date.day != b.date.day));
    switch (a.sort) {
      case Origin::kBirth:
        return year ? "" : "born-at";
      case Origin::kBuilding:
        return "built";
      default:
        return year ? "founded" : a.founder && b.founder ? "founder" : "founded-at";
    }
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<OriginConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind origin_conflict;
const Kind origin_conflict{
    "origin-conflict", "somebody's birth or something's foundation told in two ways", {}, kOriginKeys, make};
}  // namespace kinds
}  // namespace stet

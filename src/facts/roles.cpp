#include "facts/roles.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "facts/role_names.h"
#include "text/plain_form.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint32_t kNearFormer = 16;     // bytes between "former" and the office: "the former Polish …"
constexpr std::uint32_t kFarthestName = 24;   // bytes between a name and the office behind it: "Doe, the firm's CFO"
constexpr std::uint32_t kLongestClause = 90;  // bytes between a name and an office in its relative clause

// A mention with the words of its name.
struct Named {
  RoleMention mention;
  NameTokens tokens;
};

// Reads the mentions of one block.
class BlockRoles : private RoleNames {
 public:
  BlockRoles(const Document& document, std::uint32_t number, std::vector<RoleMark> marks, const CueSource& source,
             std::vector<Named>& out)
      : RoleNames(document, document.block(number), std::move(marks)),
        number_(number),
        text_(text()),
        marks_(this->marks()),
        elder_(source.key("office-elder")),
        younger_(source.key("office-younger")),
        out_(out) {}

  void read() {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i].cue == RoleCue::kOffice && !is_inside_longer(i)) read_office(marks_[i]);
      if (marks_[i].cue == RoleCue::kParty) read_party(marks_[i]);
      if (marks_[i].cue == RoleCue::kMember) read_member(marks_[i]);
    }
  }

 private:
  // "minister of health" inside of "minister of health and sports".
  [[nodiscard]] bool is_inside_longer(std::size_t at) const {
    const TextSpan span = marks_[at].span;
    for (std::size_t i = at; i-- > 0 && marks_[i].span.begin + 80 > span.begin;) {
      if (marks_[i].cue == RoleCue::kOffice && marks_[i].span.end >= span.end) return true;
    }
    for (std::size_t i = at + 1; i < marks_.size() && marks_[i].span.begin == span.begin; ++i) {
      if (marks_[i].cue == RoleCue::kOffice && marks_[i].span.end > span.end) return true;
    }
    return false;
  }

  void add(NameTokens tokens, RoleMention mention) {
    if (tokens.empty() || tokens.back().initial) return;
    mention.block = number_;
    out_.push_back({std::move(mention), std::move(tokens)});
  }

  // The country that stands before, inside or behind the office; `span` grows by it.
  void read_nation(RoleMention& mention, std::uint32_t& behind) const {
    const TextSpan office = mention.span;
    for (auto it = from(office.begin); it != marks_.end() && it->span.begin < office.end; ++it) {
      if (it->cue == RoleCue::kNation && it->span.end <= office.end) mention.nation = it->key;
    }
    std::uint32_t before = before_blanks(text_, office.begin);
    if (before == office.begin && before > 0 && text_[before - 1] == '-') --before;
    for (const std::string_view possessive : {"'s", "’s"}) {
      if (text_.substr(0, before).ends_with(possessive)) before -= static_cast<std::uint32_t>(possessive.size());
    }
    if (const RoleMark* nation = ends_at(before, RoleCue::kNation)) {
      mention.nation = nation->key;
      mention.span.begin = nation->span.begin;
    }
    std::uint32_t at = behind_blanks(text_, office.end);
    for (int links = 0; links < 2; ++links) {
      const RoleMark* link = begins_at(at, RoleCue::kOfCountry);
      if (link == nullptr) break;
      at = behind_blanks(text_, link->span.end);
      if (joint(text_, at) != 0) at += joint(text_, at);
    }
    if (const RoleMark* nation = begins_at(at, RoleCue::kNation)) {
      mention.nation = nation->key;
      mention.span.end = nation->span.end;
      behind = nation->span.end;
    }
  }

  // Whether "former" or its like belongs to the office.
  [[nodiscard]] bool is_past(TextSpan office) const {
    const std::uint32_t reach = office.begin > 80 ? office.begin - 80 : 0;
    for (auto it = from(reach); it != marks_.end() && it->span.begin <= office.end + 2; ++it) {
      if (it->cue != RoleCue::kFormer) continue;
      if (it->span.end <= office.begin) {
        const std::string_view gap = text_.substr(it->span.end, office.begin - it->span.end);
        if (gap.size() <= kNearFormer && gap.find_first_of(".,;:()") == std::string_view::npos) return true;
      } else if (it->span.begin >= office.end) {
        return true;
      }
    }
    return false;
  }

  // "Finanz- und Außenminister", "foreign and finance minister".
  [[nodiscard]] bool is_joined(TextSpan office) const {
    const std::uint32_t end = before_blanks(text_, office.begin);
    const Word* word = end < office.begin ? word_to(end) : nullptr;
    if (word == nullptr || is_upper_at(text_, word->begin)) return false;
    const std::uint32_t before = before_blanks(text_, word->begin);
    if (before > 0 && text_[before - 1] == '-') return true;
    return begins_at(word->begin, RoleCue::kAnd) != nullptr;
  }

  void read_office(const RoleMark& office) {
    RoleMention mention;
    mention.span = office.span;
    mention.role = office.key;
    std::uint32_t behind = office.span.end;
    read_nation(mention, behind);
    mention.past = is_past(mention.span);
    mention.joined = is_joined(mention.span);
    std::uint32_t end = behind;
    const std::uint32_t at = behind_blanks(text_, behind);
    mention.owned = begins_at(at, RoleCue::kOfCountry) != nullptr;
    const bool relation = office.key == elder_ || office.key == younger_;
    // "The younger Bush" is told from the elder one.
    if (at > behind && !relation) {
      const NameTokens name = name_from(at, end);
      if (!name.empty()) return add(name, std::move(mention));
    }
    if (const NameTokens name = name_of_clause(mention.span.begin); !name.empty()) {
      return add(name, std::move(mention));
    }
    const std::size_t least = relation ? 1 : 2;
    if (behind < text_.size() && text_[behind] == ',' && has_determiner(mention.span.begin)) {
      const NameTokens name = name_from(behind_blanks(text_, behind + 1), end);
      const bool closed = end >= text_.size() || text_[end] == ',' || text_[end] == '.' || text_[end] == ';';
      if (name.size() >= least && closed) return add(name, std::move(mention));
    }
    if (ends_apposition(behind)) add(name_before(mention.span.begin), std::move(mention));
  }

  // "el ministro", "le nouveau président"
  [[nodiscard]] bool has_determiner(std::uint32_t begin) const {
    const std::uint32_t end = before_blanks(text_, begin);
    if (end == begin) return begin > 0 && joint(text_, begin - decode_before(text_, begin).length) != 0;
    return ends_at(end, RoleCue::kBetween) != nullptr;
  }

  // Behind "Doe, mayor" and "Doe, mayor of Leeds" nobody else is named.
  [[nodiscard]] bool ends_apposition(std::uint32_t behind) const {
    if (behind >= text_.size()) return true;
    if (std::string_view(",.;:)!?").find(text_[behind]) != std::string_view::npos) return true;
    const std::uint32_t at = behind_blanks(text_, behind);
    return at > behind && begins_at(at, RoleCue::kOfCountry) != nullptr;
  }

  // The name in "Jane Doe, the company's", "Jane Doe (".
  [[nodiscard]] NameTokens name_before(std::uint32_t begin) const {
    const std::uint32_t reach = begin > kFarthestName ? begin - kFarthestName : 0;
    const std::size_t found = text_.substr(reach, begin - reach).find_last_of(",(");
    if (found == std::string_view::npos) return {};
    const std::size_t open = reach + found;
    // Between them only a determiner and small words.
    for (std::uint32_t pos = static_cast<std::uint32_t>(open) + 1; pos < begin; ++pos) {
      if (is_upper_at(text_, pos) || text_[pos] == '.') return {};
      if ((static_cast<unsigned char>(text_[pos]) & 0xC0U) == 0xC0U) pos += decode_at(text_, pos).length - 1;
    }
    return name_to(before_blanks(text_, open));
  }

  // The name in "Jane Doe, whom the court made the only administrator".
  [[nodiscard]] NameTokens name_of_clause(std::uint32_t begin) const {
    if (ends_at(before_blanks(text_, begin), RoleCue::kAs) == nullptr) return {};
    const std::uint32_t reach = begin > kLongestClause ? begin - kLongestClause : 0;
    const std::size_t found = text_.substr(reach, begin - reach).find_last_of(",.;:()");
    if (found == std::string_view::npos || text_[reach + found] != ',') return {};
    const std::size_t comma = reach + found;
    const std::uint32_t at = behind_blanks(text_, comma + 1);
    if (begins_at(at, RoleCue::kRelative) == nullptr) return {};
    return name_to(before_blanks(text_, comma));
  }

  // "The Republican Jane Doe".
  void read_member(const RoleMark& member) {
    if (!is_upper_at(text_, member.span.begin) && !has_determiner(member.span.begin)) return;
    RoleMention mention;
    mention.span = member.span;
    mention.role = member.key;
    mention.party = true;
    mention.past = is_past(mention.span);
    std::uint32_t at = member.span.end;
    if (at < text_.size() && text_[at] == ',' && has_determiner(member.span.begin)) ++at;
    const bool comma = at != member.span.end;
    std::uint32_t end = at;
    const NameTokens name = name_from(behind_blanks(text_, at), end);
    if (behind_blanks(text_, at) == at || (comma && name.size() < 2)) return;
    add(name, std::move(mention));
  }

  void read_party(const RoleMark& party) {
    const auto [begin, end] = std::pair(party.span.begin, party.span.end);
    if (!is_upper_at(text_, begin)) return;
    RoleMention mention;
    mention.span = party.span;
    mention.role = party.key;
    mention.party = true;
    if (begin > 0 && text_[begin - 1] == '(' && end < text_.size() &&
        std::string_view("),-–;").find(text_[end]) != std::string_view::npos) {
      return add(name_to(before_blanks(text_, begin - 1)), std::move(mention));
    }
    // "Sen. Jane Doe, D-Ohio,"
    if (party.span.size() == 1) {
      if (end < text_.size() && text_[end] == '-' && begin > 2 && text_.substr(begin - 2, 2) == ", ") {
        add(name_to(begin - 2), std::move(mention));
      }
      return;
    }
    if (end >= text_.size() || (text_[end] != '-' && text_[end] != ' ')) return;
    const RoleMark* noun = begins_at(end + 1, RoleCue::kPartyNoun);
    if (noun == nullptr) return;
    mention.past = is_past(mention.span);
    const std::uint32_t behind = noun->span.end;
    const bool comma = behind < text_.size() && text_[behind] == ',';
    const std::uint32_t at = behind_blanks(text_, behind + (comma ? 1 : 0));
    std::uint32_t stop = at;
    if (at == behind) return;
    const NameTokens name = name_from(at, stop);
    // "Said the Labour councillor, Jane Doe."
    const bool closed = stop >= text_.size() || std::string_view(",.;").find(text_[stop]) != std::string_view::npos;
    if (!comma || (name.size() > 1 && closed)) add(name, std::move(mention));
  }

  std::uint32_t number_;
  std::string_view text_;
  const std::vector<RoleMark>& marks_;
  std::uint8_t elder_;
  std::uint8_t younger_;
  std::vector<Named>& out_;
};

// Cuts the names: "Meier Versagen" is Meier, if he is mentioned elsewhere and nobody is called Versagen.
std::vector<RoleMention> with_names(const Document& document, std::vector<Named> named) {
  const auto form = [&](const Named& of, std::size_t i) {
    const TextSpan span = of.tokens[i].span;
    return plain_form(document.block(of.mention.block).text.substr(span.begin, span.size()));
  };
  std::map<std::string, int> surnames;
  for (const Named& each : named) ++surnames[form(each, each.tokens.size() - 1)];
  std::vector<RoleMention> mentions;
  for (Named& each : named) {
    std::size_t last = each.tokens.size() - 1;
    if (last > 0 && surnames[form(each, last)] == 1 && surnames.contains(form(each, last - 1))) --last;
    each.mention.name = {each.tokens.front().span.begin, each.tokens[last].span.end};
    each.mention.surname = form(each, last);
    if (last > 0) each.mention.first = form(each, 0);
    if (each.mention.surname.size() > 2) mentions.push_back(std::move(each.mention));
  }
  return mentions;
}

}  // namespace

RoleCue role_cue(const CueSource& source, std::uint8_t key) {
  static constexpr std::pair<std::string_view, RoleCue> kCues[] = {
      {"former", RoleCue::kFormer},
      {"change", RoleCue::kChange},
      {"party-change", RoleCue::kPartyChange},
      {"besides", RoleCue::kBesides},
      {"time", RoleCue::kTime},
      {"title", RoleCue::kTitle},
      {"particle", RoleCue::kParticle},
      {"party-noun", RoleCue::kPartyNoun},
      {"between", RoleCue::kBetween},
      {"of-country", RoleCue::kOfCountry},
      {"and", RoleCue::kAnd},
      {"as", RoleCue::kAs},
      {"relative", RoleCue::kRelative},
  };
  const std::string_view name = key < source.keys.size() ? std::string_view(source.keys[key]) : std::string_view();
  for (const auto& [known, cue] : kCues) {
    if (name == known) return cue;
  }
  if (name.starts_with("office-")) return RoleCue::kOffice;
  if (name.starts_with("party-")) return RoleCue::kParty;
  if (name.starts_with("member-")) return RoleCue::kMember;
  return name.starts_with("nation-") ? RoleCue::kNation : RoleCue::kOther;
}

namespace {

// What the keys of hits stand for, looked up when they occur.
class RoleKeys {
 public:
  struct Known {
    RoleCue cue = RoleCue::kOther;
    std::uint8_t key = 0;  // that of the party for its members
  };
  explicit RoleKeys(const CueSource& source) : source_(source), known_(source.keys.size()) {}

  Known operator[](std::uint8_t key) {
    std::optional<Known>& known = known_[key];
    if (!known) {
      constexpr std::string_view kMember = "member-";
      known = Known{role_cue(source_, key), key};
      if (known->cue == RoleCue::kMember) known->key = source_.key("party-" + source_.keys[key].substr(kMember.size()));
    }
    return *known;
  }

 private:
  const CueSource& source_;
  std::vector<std::optional<Known>> known_;
};

}  // namespace

std::vector<RoleMention> read_roles(const Document& document, const Facts& facts, std::uint32_t roles,
                                    std::size_t most) {
  const Cues cues = facts.cues("role");
  if (cues.hits.empty()) return {};
  RoleKeys keys(*cues.source);
  std::vector<Named> named;
  for (std::size_t i = 0; i < cues.hits.size();) {
    const std::uint32_t block = cues.hits[i].block;
    std::vector<RoleMark> marks;
    for (; i < cues.hits.size() && cues.hits[i].block == block; ++i) {
      const RoleKeys::Known known = keys[cues.hits[i].key];
      marks.push_back({cues.hits[i].span, known.cue, known.key});
    }
    if ((roles >> static_cast<unsigned>(document.block(block).role) & 1U) == 0) continue;
    std::ranges::sort(marks, {}, [](const RoleMark& mark) { return std::pair(mark.span.begin, mark.span.end); });
    BlockRoles(document, block, std::move(marks), *cues.source, named).read();
    if (named.size() > most) return {};
  }
  return with_names(document, std::move(named));
}

}  // namespace stet

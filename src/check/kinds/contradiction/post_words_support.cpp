#include "check/kinds/contradiction/post_words_support.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "check/kinds/word_support.h"
#include "facts/role_names.h"
#include "facts/spelled_out.h"

namespace stet {
namespace {

constexpr std::string_view kLexicon = "post";
constexpr std::string_view kRoles = "role";  // the lexicon that has the parties
constexpr std::string_view kParty = "party-";
constexpr std::string_view kLead = "lead-";  // posts that are told apart by their bodies alone
constexpr std::string_view kMember = "member-";
constexpr std::string_view kPartyChange = "party-change";
constexpr std::string_view kPartyLinks = "party-links";
constexpr std::string_view kPartyBehind = "party-behind";
constexpr std::string_view kNoChange = "no-change";

// The tables behind those of PostWords::Around.
enum Table : std::size_t {
  kWhole = static_cast<std::size_t>(PostWords::Around::kCount),
  kHeads,
  kJoined,   // what stands behind a party: "-Abgeordnete", " MP"
  kOpening,  // what stands before one: "députée ", "diputada del "
  kTables,
};

// The payload of a word.
struct Entry {
  static constexpr unsigned kPostBits = 12;
  std::uint16_t post = 0;
  bool behind = false;   // tells of the name before it only
  bool bracket = false;  // a party: in brackets behind the name, "(SPD)", or joined with a noun
  bool capital = false;
  bool joins = false;

  [[nodiscard]] std::uint32_t payload() const {
    const unsigned flags = (behind ? 1U : 0U) | (bracket ? 2U : 0U) | (capital ? 4U : 0U) | (joins ? 8U : 0U);
    return flags << kPostBits | post;
  }
  static Entry of(std::uint32_t payload) {
    const std::uint32_t flags = payload >> kPostBits;
    return {static_cast<std::uint16_t>(payload & ((1U << kPostBits) - 1)), (flags & 1U) != 0, (flags & 2U) != 0,
            (flags & 4U) != 0, (flags & 8U) != 0};
  }
};

constexpr std::pair<std::string_view, PostWords::Around> kAround[] = {
    {"was", PostWords::Around::kWas},
    {"next", PostWords::Around::kNext},
    {"under", PostWords::Around::kUnder},
    {"change", PostWords::Around::kChange},
    {"title", PostWords::Around::kTitle},
    {"particle", PostWords::Around::kParticle},
    {"becomes", PostWords::Around::kBecomes},
    {"of", PostWords::Around::kOf},
    {"and", PostWords::Around::kAnd},
    {"he", PostWords::Around::kHe},
    {kPartyChange, PostWords::Around::kPartyChange},
    {"she", PostWords::Around::kShe},
    {"definite", PostWords::Around::kDefinite},
    {"clause", PostWords::Around::kClause},
    {"deputy", PostWords::Around::kDeputy},
    {"settled", PostWords::Around::kSettled},
    {"as", PostWords::Around::kAs},
    {"relative", PostWords::Around::kRelative},
};

template <class Use>
void for_each_list(const Lexicon& lexicon, std::string_view name, Language language, Use use) {
  lexicon.for_each_list(name, [&](Language of, std::string_view list, const Lexicon::Words& words) {
    if (of == language) use(list, words);
  });
}

bool is_party_list(std::string_view list) {
  if (list == kPartyChange || list == kPartyLinks || list == kPartyBehind || list == "party-noun") return false;
  return list.starts_with(kParty) || list.starts_with(kMember);
}

// A list whose name has a hyphen is a post; but for these.
bool is_post(std::string_view list) {
  return list.find('-') != std::string_view::npos && list != kPartyChange && list != kPartyLinks &&
         list != kPartyBehind && list != kNoChange && !is_party_list(list);
}

// Those of the lexicon of roles that are plain enough: no repetitions, no classes of characters.
template <class Use>
void spell_plain(std::string_view word, Use use) {
  if (word.find_first_of("\\{[+") == std::string_view::npos) spell_out(std::string(word), use);
}

template <class Use>
void for_each_name(std::string_view names, Use use) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (end > 0) use(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

// Makes the tables of a language.
class Maker {
 public:
  Maker(const Lexicon& lexicon, Language language) : lexicon_(lexicon), language_(language) {
    for (std::size_t i = 0; i < kTables; ++i) {
      made_.tables.emplace_back(i == kHeads ? PhraseTrie::Direction::kBackward : PhraseTrie::Direction::kForward);
    }
  }

  MadeTables make() {
    name_posts();
    read_lists();
    read_parties();
    return std::move(made_);
  }

 private:
  template <class Use>
  void for_each_party(Use use) const {
    for (const std::string_view lexicon : {kRoles, kLexicon}) {
      for_each_list(lexicon_, lexicon, language_, [&](std::string_view list, const auto& words) {
        if (!is_party_list(list)) return;
        const bool member = list.starts_with(kMember);
        use(member ? std::string(kParty) + std::string(list.substr(kMember.size())) : std::string(list), member, words);
      });
    }
  }

  // Sorted, so that those of a family stand together.
  void name_posts() {
    std::set<std::string> names;
    for_each_list(lexicon_, kLexicon, language_, [&](std::string_view list, const auto&) {
      if (is_post(list)) names.emplace(list);
    });
    for_each_party([&](const std::string& post, bool, const auto&) { names.insert(post); });
    made_.texts.assign(names.begin(), names.end());
  }
  [[nodiscard]] std::uint16_t number_of(std::string_view post) const {
    return static_cast<std::uint16_t>(std::ranges::lower_bound(made_.texts, post) - made_.texts.begin());
  }

  void add(std::string_view word, Entry entry) {
    entry.behind = word.starts_with('~') || entry.bracket;
    if (word.starts_with('~')) word.remove_prefix(1);
    entry.capital = is_upper_at(word, 0);
    if (!word.starts_with('*')) return made_.tables[kWhole].add(word, entry.payload());
    made_.tables[kHeads].add(word.substr(1), entry.payload(), false);
  }
  PhraseTrie& around(PostWords::Around list) { return made_.tables[static_cast<std::size_t>(list)]; }

  void read_lists() {
    for_each_list(lexicon_, kLexicon, language_, [&](std::string_view list, const auto& words) {
      const auto* known = std::ranges::find(kAround, list, [](const auto& each) { return each.first; });
      const bool post = is_post(list);
      for (const std::string_view word : words) {
        spell_out(std::string(word), [&](std::string_view form) {
          if (known != std::end(kAround)) around(known->second).add(form, 0);
          if (post) add(form, {.post = number_of(list)});
        });
      }
    });
    const std::span<const std::string_view> loose = lexicon_.find(kLexicon, language_, kNoChange);
    using Around = PostWords::Around;
    for (const auto& [name, list] : {std::pair<std::string_view, Around>("change", Around::kChange),
                                     {"title", Around::kTitle},
                                     {kPartyChange, Around::kPartyChange},
                                     {"particle", Around::kParticle},
                                     {"and", Around::kAnd}}) {
      for (const std::string_view word : lexicon_.find(kRoles, language_, name)) {
        if (std::ranges::find(loose, word) != loose.end()) continue;
        spell_plain(word, [this, list = list](std::string_view form) { around(list).add(form, 0); });
      }
    }
  }

  // A letter is none that a noun is joined to, and a member's noun neither: but its adjective is.
  static bool may_join(std::string_view party, bool member) {
    return party.size() > 1 && (!member || !is_upper_at(party, 0));
  }

  // "SPD-Abgeordnete", "Labour MP", "députée LR", "diputada del PP", "(SPD)"; "Sozialdemokratin", "député socialiste";
  // "Lledó, elected for the PP".
  void read_parties() {
    for_each_party([&](const std::string& post, bool member, const auto& words) {
      for (const std::string_view word : words) {
        spell_plain(word, [&](std::string_view party) {
          add(party, {.post = number_of(post), .bracket = !member, .joins = may_join(party, member)});
        });
      }
    });
    for (const std::string_view opening : lexicon_.find(kLexicon, language_, kPartyBehind)) {
      const Entry entry{.behind = true};
      spell_plain(opening, [&](std::string_view form) {
        made_.tables[kOpening].add(std::string(form) + " ", entry.payload(), false);
      });
    }
    for (const std::string_view word : lexicon_.find(kRoles, language_, "party-noun")) {
      spell_plain(word, [&](std::string_view noun) {
        for (const std::string_view joint : {"-", " "}) {
          made_.tables[kJoined].add(std::string(joint) + std::string(noun), 0);
        }
        const Entry entry{.capital = is_upper_at(noun, 0)};
        for (const std::string_view link : lexicon_.find(kLexicon, language_, kPartyLinks)) {
          made_.tables[kOpening].add(std::string(noun) + std::string(link), entry.payload(), false);
        }
      });
    }
  }

  const Lexicon& lexicon_;
  Language language_;
  MadeTables made_;
};

MadeTables make_tables(const Lexicon& lexicon, Language language) { return Maker(lexicon, language).make(); }

}  // namespace

const TableMaker kPostTables{"posts", [](std::string_view lexicon) { return lexicon == kLexicon; },
                             [](std::string_view lexicon) { return lexicon == kLexicon || lexicon == kRoles; },
                             make_tables};

PostWords::PostWords(const Definition& definition, const WordTable& made)
    : definition_(&definition), made_(&made), posts_(made.texts.size()) {
  std::string_view last;
  for (std::size_t i = 0; i < posts_.size(); ++i) {
    posts_[i].party = made.texts[i].starts_with(kParty);
    // Those of one family stand together.
    const std::string_view family = made.texts[i].substr(0, made.texts[i].find('-'));
    families_.push_back(i == 0 ? 0 : static_cast<std::uint16_t>(families_.back() + (family == last ? 0 : 1)));
    last = family;
  }
  mark_posts(definition);
}

// The posts of names, each a post's or a family's.
std::vector<std::uint16_t> PostWords::posts_of(std::string_view names) const {
  std::vector<std::uint16_t> found;
  for_each_name(names, [&](std::string_view name) {
    const auto& all = made_->texts;
    const bool family = name.find('-') == std::string_view::npos;
    for (auto it = std::ranges::lower_bound(all, name); it != all.end() && it->starts_with(name); ++it) {
      if (family ? (*it)[name.size()] == '-' : *it == name) {
        found.push_back(static_cast<std::uint16_t>(it - all.begin()));
      }
    }
  });
  return found;
}

namespace {

void for_each_line(const Definition& definition, std::string_view key, auto use) {
  const auto* lines = definition.option<std::vector<std::string>>(key);
  if (lines == nullptr) return;
  for (const std::string& line : *lines) use(std::string_view(line));
}

}  // namespace

std::vector<PostWords::Clash> PostWords::exclude_families() const {
  const Definition& definition = *definition_;
  std::vector<Clash> clashes(posts_.size() * posts_.size(), Clash::kNever);
  const auto set = [&](std::string_view names, Clash clash, bool families) {
    const std::vector<std::uint16_t> posts = posts_of(names);
    for (const std::uint16_t a : posts) {
      for (const std::uint16_t b : posts) {
        if (a == b || (families && families_[a] == families_[b])) continue;
        clashes[a * posts_.size() + b] = clash;
      }
    }
  };
  for_each_line(definition, "apart", [&](std::string_view line) { set(line, Clash::kAlways, true); });
  for_each_line(definition, "one-post-of", [&](std::string_view line) {
    for_each_name(line, [&](std::string_view family) { set(family, Clash::kAlways, false); });
  });
  for_each_line(definition, "together", [&](std::string_view line) { set(line, Clash::kNever, false); });
  for_each_line(definition, "seldom", [&](std::string_view line) {
    const bool within = line.starts_with('=');
    const std::vector<std::uint16_t> posts = posts_of(within ? line.substr(1) : line);
    for (const std::uint16_t a : posts) {
      const bool is_named = line.find(made_->texts[a]) != line.npos;
      for (const std::uint16_t b : posts) {
        if (a == b || (!within && families_[a] == families_[b] && !is_named)) continue;
        Clash& clash = clashes[a * posts_.size() + b];
        clash = std::max(clash, Clash::kSeldom);
      }
    }
  });
  return clashes;
}

void PostWords::mark_posts(const Definition& definition) {
  const auto mark = [&](std::string_view key, auto use) {
    for_each_line(definition, key, [&](std::string_view line) {
      for (const std::uint16_t post : posts_of(line)) use(posts_[post]);
    });
  };
  mark("taken-up", [](Post& post) { post.takes_up = true; });
  mark("closed", [](Post& post) { post.closed = true; });
  mark("by-body", [](Post& post) { post.by_body = true; });
  mark("by-name", [](Post& post) { post.by_name = true; });
  for (std::size_t i = 0; i < posts_.size(); ++i) posts_[i].lead = made_->texts[i].starts_with(kLead);
  mark("one-holder-each", [](Post& post) { post.holders = Holders::kOneEach; });
  mark("one-holder", [](Post& post) { post.holders = Holders::kOne; });
}

bool PostWords::tells_of_change(const Document& document, const Block& block, TextSpan span) const {
  std::size_t settled = 0;
  for (const Word& word : words_in(document.words(block), span)) {
    if (const auto match = around(Around::kSettled).longest(block.text, word.begin)) {
      settled = std::max(settled, match.position);
    }
    const auto change = around(Around::kChange).longest(block.text, word.begin);
    if (change && change.position > settled) return true;
  }
  return false;
}

// A word of a list in the text.
struct PostWords::Match {
  std::uint32_t end = 0;
  Entry entry;
};

// Those that begin where the word does, shorter ones first.
void PostWords::match_at(std::string_view text, const Word& word, std::vector<Match>& found) const {
  const auto& tables = made_->tables;
  const bool opened = word.begin > 0 && text[word.begin - 1] == '(';
  const auto add = [&](std::size_t end, const Entry& entry) {
    if (!entry.capital || is_upper_at(text, word.begin)) found.push_back({static_cast<std::uint32_t>(end), entry});
  };
  tables[kWhole].walk(text, word.begin, [&](std::size_t end, std::uint32_t payload) {
    Entry entry = Entry::of(payload);
    const bool closed = end < text.size() && std::string_view("),-/").find(text[end]) != std::string_view::npos;
    if (!entry.bracket || (opened && closed)) add(end, entry);
    if (!entry.joins) return;
    entry.behind = entry.bracket = false;
    tables[kJoined].walk(text, end, [&](std::size_t joined, std::uint32_t) { add(joined, entry); });
  });
  tables[kOpening].walk(text, word.begin, [&](std::size_t opening, std::uint32_t payload) {
    tables[kWhole].walk(text, opening, [&](std::size_t end, std::uint32_t party) {
      const Entry noun = Entry::of(payload);
      if (Entry::of(party).joins)
        add(end, {.post = Entry::of(party).post, .behind = noun.behind, .capital = noun.capital});
    });
  });
  if (found.size() > 1) std::ranges::stable_sort(found, {}, &Match::end);
}

std::vector<PostWord> PostWords::find(const Document& document, const Block& block) const {
  std::vector<PostWord> found;
  std::vector<Match> matches;
  for (const Word& word : document.words(block)) {
    PostWord best;
    const auto take = [&](std::uint32_t end, const Entry& entry) {
      if (end < best.span.end) return;
      if (end > best.span.end || best.behind) best = {{word.begin, end}, {}, entry.behind};
      best.posts.push_back(entry.post);
    };
    matches.clear();
    match_at(block.text, word, matches);
    for (const Match& match : matches) take(match.end, match.entry);
    made_->tables[kHeads].walk(block.text, word.end, [&](std::size_t begin, std::uint32_t payload) {
      if (begin >= word.begin && best.span.end <= word.end && (best.posts.empty() || best.span.end < word.end)) {
        take(word.end, Entry::of(payload));
      }
    });
    if (best.posts.empty()) continue;
    if (!found.empty() && best.span.begin < found.back().span.end) {
      // "SPD-Landrat" is both.
      if (is_party(found.back()) && best.span.end == found.back().span.end) {
        found.back().posts.insert(found.back().posts.end(), best.posts.begin(), best.posts.end());
        continue;
      }
      if (best.span.size() <= found.back().span.size() || !found.back().behind) continue;
      found.pop_back();
    }
    found.push_back(std::move(best));
  }
  return found;
}

PostWords::Clash PostWords::clash(const PostWord& a, const PostWord& b) const {
  const std::vector<Clash>& clashes = clashes_.get([&] { return exclude_families(); });
  Clash most = Clash::kNever;
  for (const std::uint16_t one : a.posts) {
    for (const std::uint16_t other : b.posts) {
      // "Rektor" heads a school or a university.
      if (one == other) return Clash::kNever;
      most = std::max(most, clashes[one * posts_.size() + other]);
    }
  }
  return most;
}

PostWords::Holders PostWords::holders(const PostWord& a, const PostWord& b) const {
  Holders most = Holders::kMany;
  for (const std::uint16_t post : a.posts) {
    if (std::ranges::find(b.posts, post) != b.posts.end()) most = std::max(most, posts_[post].holders);
  }
  return most;
}

bool PostWords::are_by_body(const PostWord& a, const PostWord& b) const {
  return std::ranges::any_of(a.posts, [&](std::uint16_t post) {
    return posts_[post].by_body && std::ranges::find(b.posts, post) != b.posts.end();
  });
}

bool PostWords::are_by_name(const PostWord& a, const PostWord& b) const {
  return std::ranges::any_of(a.posts, [&](std::uint16_t post) {
    return posts_[post].by_name && std::ranges::find(b.posts, post) != b.posts.end();
  });
}

bool PostWords::is_lead(const PostWord& word) const {
  return std::ranges::all_of(word.posts, [&](std::uint16_t post) { return posts_[post].lead; });
}

bool PostWords::takes_up(const PostWord& word) const {
  return std::ranges::any_of(word.posts, [&](std::uint16_t post) { return posts_[post].takes_up; });
}

bool PostWords::is_closed(const PostWord& word) const {
  return std::ranges::any_of(word.posts, [&](std::uint16_t post) { return posts_[post].closed; });
}

bool PostWords::share_family(const PostWord& a, const PostWord& b) const {
  return std::ranges::any_of(a.posts, [&](std::uint16_t post) {
    return std::ranges::any_of(b.posts, [&](std::uint16_t other) { return families_[post] == families_[other]; });
  });
}

bool PostWords::share_post(const PostWord& a, const PostWord& b) const {
  return std::ranges::any_of(a.posts,
                             [&](std::uint16_t post) { return std::ranges::find(b.posts, post) != b.posts.end(); });
}

bool PostWords::is_party(const PostWord& word) const { return posts_[word.posts.front()].party; }

const PostWords* PostLanguages::in(Language language, const WordTables& tables) const {
  const auto& words = languages_.get(language, [&] {
    const WordTable* made = tables.find(kPostTables, language);
    return made == nullptr ? std::nullopt : std::optional<PostWords>(std::in_place, *definition_, *made);
  });
  return words ? &*words : nullptr;
}

}  // namespace stet

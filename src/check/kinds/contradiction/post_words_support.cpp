#include "check/kinds/contradiction/post_words_support.h"

#include <algorithm>
#include <mutex>

#include "check/kinds/word_support.h"
#include "facts/role_names.h"
#include "facts/spelled_out.h"

namespace stet {
namespace {

constexpr std::string_view kLexicon = "post";
constexpr std::string_view kRoles = "role";  // the lexicon that has the parties
constexpr std::string_view kParty = "party-";
constexpr std::string_view kMember = "member-";

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
    {"party-change", PostWords::Around::kPartyChange},
    {"she", PostWords::Around::kShe},
    {"definite", PostWords::Around::kDefinite},
    {"settled", PostWords::Around::kSettled},
    {"as", PostWords::Around::kAs},
    {"relative", PostWords::Around::kRelative},
};

template <class Use>
void for_each_list(const Lexicon& lexicon, std::string_view name, Language language, Use use) {
  for (auto it = lexicon.lists().lower_bound({std::string(name), language, ""}); it != lexicon.lists().end(); ++it) {
    const auto& [file, of, list] = it->first;
    if (file != name || of != language) return;
    use(std::string_view(list), it->second);
  }
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

}  // namespace

PostWords::PostWords(const Definition& definition, const Lexicon& lexicon, Language language, bool joined) {
  read_lists(lexicon, language);
  add_parties(lexicon, language, joined);
  exclude_families(definition);
}

std::uint16_t PostWords::number_of(std::string_view name) {
  const auto known = std::ranges::find(posts_, name, &Post::name);
  if (known != posts_.end()) return static_cast<std::uint16_t>(known - posts_.begin());
  posts_.push_back({std::string(name), std::string(name.substr(0, name.find('-'))), Holders::kMany, false});
  return static_cast<std::uint16_t>(posts_.size() - 1);
}

void PostWords::add(std::string_view word, std::uint16_t post, bool bracket) {
  Entry entry{post, word.starts_with('~') || bracket, bracket, false};
  if (word.starts_with('~')) word.remove_prefix(1);
  entry.capital = is_upper_at(word, 0);
  entries_.push_back(entry);
  const auto payload = static_cast<std::uint32_t>(entries_.size() - 1);
  if (!word.starts_with('*')) return whole_.add(word, payload);
  heads_.add(word.substr(1), payload, false);
}

void PostWords::read_lists(const Lexicon& lexicon, Language language) {
  for_each_list(lexicon, kLexicon, language, [&](std::string_view list, const auto& words) {
    const auto* around = std::ranges::find(kAround, list, [](const auto& each) { return each.first; });
    for (const std::string_view word : words) {
      spell_out(std::string(word), [&](std::string_view form) {
        if (around != std::end(kAround)) {
          around_[static_cast<std::size_t>(around->second)].add(form, 0);
        } else if (list.find('-') != std::string_view::npos) {
          add(form, number_of(list));
        }
      });
    }
  });
  const std::span<const std::string_view> loose = lexicon.find(kLexicon, language, "no-change");
  for (const auto& [name, around] : {std::pair("change", Around::kChange), std::pair("title", Around::kTitle),
                                     std::pair("party-change", Around::kPartyChange),
                                     std::pair("particle", Around::kParticle), std::pair("and", Around::kAnd)}) {
    for (const std::string_view word : lexicon.find(kRoles, language, name)) {
      if (std::ranges::find(loose, word) != loose.end()) continue;
      spell_plain(word, [&](std::string_view form) { around_[static_cast<std::size_t>(around)].add(form, 0); });
    }
  }
}

// "SPD-Abgeordnete", "Labour MP", "députée LR", "diputada del PP", "(SPD)"; "Sozialdemokratin".
void PostWords::add_parties(const Lexicon& lexicon, Language language, bool joined) {
  std::vector<std::string> nouns;
  for (const std::string_view noun : lexicon.find(kRoles, language, "party-noun")) {
    spell_plain(noun, [&](std::string_view form) { nouns.emplace_back(form); });
  }
  const std::span<const std::string_view> links = lexicon.find(kLexicon, language, "party-links");
  for_each_list(lexicon, kRoles, language, [&](std::string_view list, const auto& words) {
    const bool member = list.starts_with(kMember);
    if (list == "party-change" || list == "party-noun" || (!member && !list.starts_with(kParty))) return;
    const std::uint16_t post =
        number_of(member ? std::string(kParty) + std::string(list.substr(kMember.size())) : std::string(list));
    for (const std::string_view word : words) {
      spell_plain(word, [&](std::string_view party) {
        if (member) return add(party, post);
        add(party, post, true);
        if (!joined || party.size() < 2) return;
        for (const std::string& noun : nouns) {
          for (const std::string_view joint : {"-", " "}) add(std::string(party) + std::string(joint) + noun, post);
          for (const std::string_view link : links) add(noun + std::string(link) + std::string(party), post);
        }
      });
    }
  });
}

// The posts of names, each a post's or a family's.
std::vector<std::uint16_t> PostWords::posts_of(std::string_view names) const {
  std::vector<std::uint16_t> found;
  for_each_name(names, [&](std::string_view name) {
    for (std::uint16_t i = 0; i < posts_.size(); ++i) {
      if (posts_[i].name == name || posts_[i].family == name) found.push_back(i);
    }
  });
  return found;
}

void PostWords::exclude_families(const Definition& definition) {
  const auto for_each_line = [&](std::string_view key, auto use) {
    const auto* lines = definition.option<std::vector<std::string>>(key);
    if (lines == nullptr) return;
    for (const std::string& line : *lines) use(std::string_view(line));
  };
  for_each_line("apart", [&](std::string_view line) {
    const std::vector<std::uint16_t> posts = posts_of(line);
    for (const std::uint16_t a : posts) {
      for (const std::uint16_t b : posts) {
        if (a != b && posts_[a].family != posts_[b].family) excluding_.insert({a, b});
      }
    }
  });
  for_each_line("one-post-of", [&](std::string_view line) {
    for_each_name(line, [&](std::string_view family) {
      const std::vector<std::uint16_t> posts = posts_of(family);
      for (const std::uint16_t a : posts) {
        for (const std::uint16_t b : posts) {
          if (a != b) excluding_.insert({a, b});
        }
      }
    });
  });
  for_each_line("together", [&](std::string_view line) {
    const std::vector<std::uint16_t> posts = posts_of(line);
    for (const std::uint16_t a : posts) {
      for (const std::uint16_t b : posts) excluding_.erase({a, b});
    }
  });
  const auto mark = [&](std::string_view key, Holders holders) {
    for_each_line(key, [&](std::string_view line) {
      for (const std::uint16_t post : posts_of(line)) posts_[post].holders = holders;
    });
  };
  for_each_line("taken-up", [&](std::string_view line) {
    for (const std::uint16_t post : posts_of(line)) posts_[post].takes_up = true;
  });
  mark("one-holder-each", Holders::kOneEach);
  mark("one-holder", Holders::kOne);
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

std::vector<PostWord> PostWords::find(const Document& document, const Block& block) const {
  std::vector<PostWord> found;
  for (const Word& word : document.words(block)) {
    PostWord best;
    const auto take = [&](std::size_t end, std::uint32_t payload) {
      const Entry& entry = entries_[payload];
      const bool opened = word.begin > 0 && block.text[word.begin - 1] == '(';
      if (entry.bracket && (!opened || end >= block.text.size() || block.text.find_first_of("),-/", end) != end))
        return;
      if (entry.capital && !is_upper_at(block.text, word.begin)) return;
      if (end < best.span.end) return;
      if (end > best.span.end || best.behind) best = {{word.begin, static_cast<std::uint32_t>(end)}, {}, entry.behind};
      best.posts.push_back(entry.post);
    };
    whole_.walk(block.text, word.begin, take);
    heads_.walk(block.text, word.end, [&](std::size_t begin, std::uint32_t payload) {
      if (begin >= word.begin && best.span.end <= word.end && (best.posts.empty() || best.span.end < word.end)) {
        take(word.end, payload);
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

bool PostWords::exclude(const PostWord& a, const PostWord& b) const {
  return std::ranges::any_of(a.posts, [&](std::uint16_t one) {
    return std::ranges::any_of(b.posts, [&](std::uint16_t other) { return excluding_.contains({one, other}); });
  });
}

PostWords::Holders PostWords::holders(const PostWord& a, const PostWord& b) const {
  Holders most = Holders::kMany;
  for (const std::uint16_t post : a.posts) {
    if (std::ranges::find(b.posts, post) != b.posts.end()) most = std::max(most, posts_[post].holders);
  }
  return most;
}

bool PostWords::takes_up(const PostWord& word) const {
  return std::ranges::any_of(word.posts, [&](std::uint16_t post) { return posts_[post].takes_up; });
}

bool PostWords::is_party(const PostWord& word) const { return posts_[word.posts.front()].family == "party"; }

bool PostWords::names_party(const Document& document, Language language) const {
  return std::ranges::any_of(document.blocks(), [&](const Block& block) {
    if (block.language != language) return false;
    return std::ranges::any_of(document.words(block), [&](const Word& word) {
      bool party = false;
      whole_.walk(block.text, word.begin, [&](std::size_t, std::uint32_t payload) {
        party = party || posts_[entries_[payload].post].name.starts_with(kParty);
      });
      return party;
    });
  });
}

const PostWords& PostLanguages::made(Language language, const Lexicon& lexicon, bool joined) const {
  const std::pair key(language, joined);
  {
    const std::shared_lock lock(mutex_);
    const auto it = languages_.find(key);
    if (it != languages_.end()) return *it->second;
  }
  auto fresh = std::make_unique<const PostWords>(*definition_, lexicon, language, joined);
  const std::unique_lock lock(mutex_);
  return *languages_.try_emplace(key, std::move(fresh)).first->second;
}

const PostWords& PostLanguages::in(Language language, const Lexicon& lexicon, const Document& document) const {
  const PostWords& plain = made(language, lexicon, false);
  return plain.names_party(document, language) ? made(language, lexicon, true) : plain;
}

}  // namespace stet

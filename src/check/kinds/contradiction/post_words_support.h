// Words for what people are: rules/lexicon/post.toml. Which of them one person may not be at a time, and which of them
// one person alone may be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/lazy.h"
#include "check/check.h"
#include "facts/lexicon.h"
#include "facts/phrase_trie.h"
#include "facts/word_tables.h"

namespace stet {

// The keys at the top of a rule.
inline constexpr Key kPostKeys[] = {
    {"one-post-of", KeyType::kStrings, "families of posts (rules/lexicon/post.toml) of which nobody has two"},
    {"apart", KeyType::kStrings, "families and posts of which nobody has two: \"trade court police\""},
    {"together", KeyType::kStrings,
     "posts that somebody may have both all the same: \"portfolio-finance "
     "portfolio-economy\""},
    {"seldom", KeyType::kStrings,
     "families and posts of which hardly anybody has two in a short article; \"=sport\": posts of one family, too"},
    {"taken-up", KeyType::kStrings, "posts by which somebody named before may be called without the name"},
    {"closed", KeyType::kStrings,
     "posts by which nobody is called who is called by another sort of them: \"position\""},
    {"one-holder", KeyType::kStrings, "posts that one person holds in an article"},
    {"by-body", KeyType::kStrings, "posts that somebody has of one body: \"lead-head\""},
    {"by-name", KeyType::kStrings, "the same, where bodies are told apart by their names: \"town-mayor\""},
    {"one-holder-each", KeyType::kStrings, "posts that one person holds of a body: \"town-mayor\""},
};

// A word for a post in a text.
struct PostWord {
  TextSpan span;
  std::vector<std::uint16_t> posts;
  bool behind = false;  // tells of the name before it only: "who trains the horse"
};

// Makes their tables, with the words that names of parties are joined to: "SPD-Abgeordnete".
extern const TableMaker kPostTables;

class PostWords {
 public:
  // Views what kPostTables made. The definition must outlive the words.
  PostWords(const Definition& definition, const WordTable& made);

  // What stands around such words, as lists of the lexicon.
  enum class Around : std::uint8_t {
    kWas,          // before a post that somebody has no more: "former"
    kNext,         // or will have: "designate"
    kUnder,        // makes it another post: "deputy"
    kChange,       // silences a sentence: "succeeded"
    kTitle,        // before a name: "Mrs"
    kParticle,     // inside of a name: "van"
    kBecomes,      // between a post and who has it: "will be"
    kOf,           // between a post and its body: "of"
    kAnd,          // joins two posts
    kHe,           // titles of men
    kShe,          // of women
    kPartyChange,  // silences an article for parties: "defected"
    kSettled,      // holds such a word and tells of none: "no successor"
    kAs,           // before what somebody is: "as"
    kRelative,     // begins a clause about the name before it: "who"
    kDefinite,     // before somebody told of before: "the"
    kDeputy,       // of these words, those for who stands in for somebody: "vice"
    kClause,       // begins a clause: "that"
    kCount,
  };
  [[nodiscard]] const PhraseTable& around(Around list) const { return made_->tables[static_cast<std::size_t>(list)]; }

  // Whether the stretch tells of a change, of another one, of a part in a play.
  [[nodiscard]] bool tells_of_change(const Document& document, const Block& block, TextSpan span) const;

  // The words of a block, by place, the longest of those that overlap.
  [[nodiscard]] std::vector<PostWord> find(const Document& document, const Block& block) const;

  // Whether nobody, or hardly anybody, has both.
  enum class Clash : std::uint8_t { kNever, kSeldom, kAlways };
  [[nodiscard]] Clash clash(const PostWord& a, const PostWord& b) const;
  enum class Holders : std::uint8_t { kMany, kOneEach, kOne };
  // How many people have a post that both words are for.
  [[nodiscard]] Holders holders(const PostWord& a, const PostWord& b) const;
  [[nodiscard]] bool takes_up(const PostWord& word) const;
  [[nodiscard]] bool is_party(const PostWord& word) const;
  // Whether nobody is called by it who is called by a post of another family.
  [[nodiscard]] bool is_closed(const PostWord& word) const;
  [[nodiscard]] bool share_family(const PostWord& a, const PostWord& b) const;
  [[nodiscard]] bool share_post(const PostWord& a, const PostWord& b) const;
  // Whether both words are for one post of which somebody has one body; and whether nothing else is known of a post.
  [[nodiscard]] bool are_by_body(const PostWord& a, const PostWord& b) const;
  [[nodiscard]] bool are_by_name(const PostWord& a, const PostWord& b) const;
  [[nodiscard]] bool is_lead(const PostWord& word) const;

 private:
  struct Post {
    bool party = false;
    Holders holders = Holders::kMany;
    bool takes_up = false;
    bool by_body = false;
    bool by_name = false;
    bool closed = false;
    bool lead = false;
  };
  struct Match;
  void match_at(std::string_view text, const Word& word, std::vector<Match>& found) const;
  [[nodiscard]] std::vector<Clash> exclude_families() const;
  void mark_posts(const Definition& definition);
  [[nodiscard]] std::vector<std::uint16_t> posts_of(std::string_view names) const;

  const Definition* definition_;
  const WordTable* made_;
  std::vector<Post> posts_;
  std::vector<std::uint16_t> families_;  // of each post
  Lazy<std::vector<Clash>> clashes_;     // a row a post
};

// Those of all languages, each made ready when first asked for; shared by threads.
class PostLanguages {
 public:
  // The definition must outlive it.
  explicit PostLanguages(const Definition& definition) : definition_(&definition) {}
  // Null where no words for posts are known.
  const PostWords* in(Language language, const WordTables& tables) const;

 private:
  const Definition* definition_;
  LazyMap<Language, std::optional<PostWords>> languages_;
};

}  // namespace stet

// Words for what people are: rules/lexicon/post.toml. Which of them one person may not be at a time, and which of them
// one person alone may be.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/check.h"
#include "facts/lexicon.h"
#include "facts/phrase_trie.h"

namespace stet {

// The keys at the top of a rule.
inline constexpr Key kPostKeys[] = {
    {"one-post-of", KeyType::kStrings, "families of posts (rules/lexicon/post.toml) of which nobody has two"},
    {"apart", KeyType::kStrings, "families and posts of which nobody has two: \"trade court police\""},
    {"together", KeyType::kStrings,
     "posts that somebody may have both all the same: \"portfolio-finance "
     "portfolio-economy\""},
    {"taken-up", KeyType::kStrings, "posts by which somebody named before may be called without the name"},
    {"one-holder", KeyType::kStrings, "posts that one person holds in an article"},
    {"one-holder-each", KeyType::kStrings, "posts that one person holds of a body: \"town-mayor\""},
};

// A word for a post in a text.
struct PostWord {
  TextSpan span;
  std::vector<std::uint16_t> posts;
  bool behind = false;  // tells of the name before it only: "who trains the horse"
};

class PostWords {
 public:
  // `joined`: with the words that names of parties are joined to, "SPD-Abgeordnete"; they are many.
  PostWords(const Definition& definition, const Lexicon& lexicon, Language language, bool joined);

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
    kCount,
  };
  [[nodiscard]] const PhraseTrie& around(Around list) const { return around_[static_cast<std::size_t>(list)]; }

  // Whether the stretch tells of a change, of another one, of a part in a play.
  [[nodiscard]] bool tells_of_change(const Document& document, const Block& block, TextSpan span) const;

  // The words of a block, by place, the longest of those that overlap.
  [[nodiscard]] std::vector<PostWord> find(const Document& document, const Block& block) const;

  // Whether nobody has both.
  [[nodiscard]] bool exclude(const PostWord& a, const PostWord& b) const;
  enum class Holders : std::uint8_t { kMany, kOneEach, kOne };
  // How many people have a post that both words are for.
  [[nodiscard]] Holders holders(const PostWord& a, const PostWord& b) const;
  [[nodiscard]] bool takes_up(const PostWord& word) const;
  [[nodiscard]] bool is_party(const PostWord& word) const;
  // Whether some block of the language names a party.
  [[nodiscard]] bool names_party(const Document& document, Language language) const;

 private:
  struct Post {
    std::string name;
    std::string family;
    Holders holders = Holders::kMany;
    bool takes_up = false;
  };
  struct Entry {
    std::uint16_t post = 0;
    bool behind = false;
    bool bracket = false;  // in brackets behind the name: "(SPD)"
    bool capital = false;
  };
  void read_lists(const Lexicon& lexicon, Language language);
  void add_parties(const Lexicon& lexicon, Language language, bool joined);
  void add(std::string_view word, std::uint16_t post, bool bracket = false);
  std::uint16_t number_of(std::string_view name);
  void exclude_families(const Definition& definition);
  [[nodiscard]] std::vector<std::uint16_t> posts_of(std::string_view names) const;

  std::vector<Post> posts_;
  std::vector<Entry> entries_;
  PhraseTrie whole_;
  PhraseTrie heads_{PhraseTrie::Direction::kBackward};
  std::set<std::pair<std::uint16_t, std::uint16_t>> excluding_;
  std::array<PhraseTrie, static_cast<std::size_t>(Around::kCount)> around_;
};

// Those of all languages, each made ready when first asked for; shared by threads.
class PostLanguages {
 public:
  // The definition must outlive it.
  explicit PostLanguages(const Definition& definition) : definition_(&definition) {}
  // Those that a document needs.
  const PostWords& in(Language language, const Lexicon& lexicon, const Document& document) const;

 private:
  const PostWords& made(Language language, const Lexicon& lexicon, bool joined) const;

  const Definition* definition_;
  mutable std::shared_mutex mutex_;
  mutable std::map<std::pair<Language, bool>, std::unique_ptr<const PostWords>> languages_;
};

}  // namespace stet

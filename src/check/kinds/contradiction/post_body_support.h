// Of what somebody is the head, the speaker, the mayor: "head of the museum", "head of the library" are two posts,
// though the word is one.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/by_section.h"
#include "check/check.h"
#include "check/kinds/contradiction/post_reader_support.h"

namespace stet {

inline constexpr Key kPostBodyKeys[] = {
    {"bodies", KeyType::kStrings,
     "what has a head, a chair or a speaker of its own, words for one parted by |; also as the end of a compound where "
     "all nouns have a capital: \"museum|gallery\""},
    {"subjects", KeyType::kStrings, "the same of what is taught: \"physics\""},
};

class PostBodies {
 public:
  explicit PostBodies(const Definition& definition);

  // Whether two posts of one word are of two bodies, each of which is told. `named`: whose names tell them apart, a
  // town's or a club's.
  [[nodiscard]] bool differ(const Document& document, const Facts& facts, const PostWords& words, const Holding& a,
                            const Holding& b, bool named) const;

  // The post with its body.
  [[nodiscard]] static TextSpan span_of(const Document& document, const PostWords& words, const Holding& holding);

 private:
  // The words that tell of what: behind "of", before the word, or in it.
  static std::vector<std::string> words_of(const Document& document, const PostWords& words, const Holding& holding,
                                           bool names, bool compounds, TextSpan* span = nullptr);
  [[nodiscard]] std::set<std::size_t> bodies_in(Language language, const std::vector<std::string>& forms,
                                                bool compounds) const;

  using Entries = std::vector<std::pair<std::string, std::size_t>>;  // a word, and the number of its body
  struct Words {
    Entries bodies;
    Entries subjects;
  };
  BySection<Words> words_;
};

}  // namespace stet

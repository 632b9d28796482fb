#include "check/kinds/contradiction/post_loose_support.h"

#include <algorithm>

#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/role_names.h"
#include "text/language_model.h"
#include "text/plain_form.h"

namespace stet {
namespace {

using Around = PostWords::Around;

constexpr std::uint32_t kFarthestPost =
    55;  // bytes between "the" and a clause: "the politician, who sits in the House"
constexpr std::size_t kLongestOpening = 45;    // bytes of "After the match,"
constexpr std::size_t kLongestAdjective = 16;  // bytes between "the" and a post without a name
constexpr std::size_t kMostSaying = 3;         // words between a quotation and who says it: "s'est réjouie"
constexpr std::uint32_t kMostSayingBytes = 120;

class Reader {
 public:
  Reader(const Document& document, const Block& block, const PostWords& words, TextSpan sentence)
      : all_(document.words(block)), text_(block.text), words_(words), sentence_(sentence) {}

  // "The goalkeeper", "Der 27-jährige Torwart", "After the match, the goalkeeper", "The politician, who sits in the
  // House", "As a goalkeeper"
  [[nodiscard]] bool begins_with(const PostWord& post) const {
    std::uint32_t begin = sentence_.begin;
    if (const std::size_t mark = text_.substr(0, sentence_.end).find_first_of(",:", begin);
        !post.behind && mark < post.span.begin && mark - begin < kLongestOpening) {
      begin = behind_blanks(text_, mark + 1);
    }
    if (const auto as = words_.around(Around::kAs).longest(text_, begin)) {
      return between(static_cast<std::uint32_t>(as.position), post.span.begin).size() <= kLongestAdjective;
    }
    const auto definite = words_.around(Around::kDefinite).longest(text_, begin);
    if (!definite) return false;
    const std::string_view gap = between(static_cast<std::uint32_t>(definite.position), post.span.begin);
    if (post.behind) return gap.size() <= kFarthestPost && gap.find(", ") != std::string_view::npos;
    return is_short(gap);
  }

  // "»Never«, sagte der junge Torwart", "“Never,” the goalkeeper said": right behind a quotation.
  [[nodiscard]] bool says(const PostWord& post) const {
    std::size_t end = std::string_view::npos;
    const std::uint32_t first =
        std::max(sentence_.begin, post.span.begin - std::min(post.span.begin, kMostSayingBytes));
    const std::string_view near = text_.substr(0, post.span.begin);
    for (const std::string_view mark : {"»", "«", "“", "”", "\"", "’", "'"}) {
      const std::size_t behind = near.substr(first).rfind(mark);
      if (behind == std::string_view::npos) continue;
      const std::size_t found = first + behind;
      // "L'attaquant"
      if ((mark == "’" || mark == "'") && found > 0 && text_[found - 1] != ',' && text_[found - 1] != '.') continue;
      if (end == std::string_view::npos || found + mark.size() > end) end = found + mark.size();
    }
    if (end == std::string_view::npos) return false;
    auto begin = static_cast<std::uint32_t>(end);
    if (begin < text_.size() && text_[begin] == ',') ++begin;
    begin = behind_blanks(text_, begin);
    std::size_t words = 0;
    for (const Word& word : words_in(all_, {begin, post.span.begin})) {
      const auto definite = words_.around(Around::kDefinite).longest(text_, word.begin);
      if (definite.found && definite.position <= post.span.begin)
        return is_short(between(static_cast<std::uint32_t>(definite.position), post.span.begin));
      if (++words > kMostSaying || between(begin, word.begin).find_first_of(",;:().") != std::string_view::npos)
        return false;
    }
    return false;
  }

  // "Said that the striker", "…, and the striker"; but "the striker of Wigan", "the striker Joe Hale", "beat the
  // striker".
  [[nodiscard]] bool is_inside(const PostWord& post) const {
    if (post.behind || words_at(words_.around(Around::kOf), text_, post.span.end).found) return false;
    if (const std::uint32_t next = behind_blanks(text_, post.span.end);
        next > post.span.end && is_upper_at(text_, next) && !words_.around(Around::kClause).longest(text_, next).found)
      return false;
    const auto inside = words_in(all_, {sentence_.begin, post.span.begin});
    for (auto word = inside.rbegin(); word != inside.rend(); ++word) {
      const auto definite = words_.around(Around::kDefinite).longest(text_, word->begin);
      if (!definite.found) {
        if (between(word->begin, post.span.begin).size() > kLongestAdjective) return false;
        continue;
      }
      if (!is_short(between(static_cast<std::uint32_t>(definite.position), post.span.begin))) return false;
      const std::uint32_t before = before_blanks(text_, word->begin);
      if (before <= sentence_.begin) return false;
      if (std::string_view(",:").find(text_[before - 1]) != std::string_view::npos) return true;
      return word + 1 != inside.rend() &&
             words_.around(Around::kClause).longest(text_, (word + 1)->begin).position == (word + 1)->end;
    }
    return false;
  }

 private:
  [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return begin < end ? text_.substr(begin, end - begin) : std::string_view();
  }
  static bool is_short(std::string_view gap) {
    return gap.size() <= kLongestAdjective && gap.find_first_of(",;:().") == std::string_view::npos;
  }

  std::span<const Word> all_;
  std::string_view text_;
  const PostWords& words_;
  TextSpan sentence_;
};

}  // namespace

Loose loose_post(const Document& document, const Block& block, const PostWords& words, const PostWord& post,
                 TextSpan sentence) {
  const Reader reader(document, block, words, sentence);
  if (reader.begins_with(post) || (!post.behind && reader.says(post))) return Loose::kSubject;
  return reader.is_inside(post) ? Loose::kInside : Loose::kNo;
}

bool names_others(const Document& document, const PostWords& words, TextPlace from, TextPlace to,
                  std::string_view surname) {
  for (std::uint32_t number = from.block; number <= to.block; ++number) {
    const Block& block = document.block(number);
    const auto home = table_number(block.language);
    if (!is_prose(block.role) || !home) continue;
    const auto all = document.words(block);
    const auto is_name = [&](const Word& word) {
      const WordKinship& kin = kinship(word.hash);
      return is_upper_at(block.text, word.begin) && word.end - word.begin > 2 &&
             ((kin.small | kin.common) >> *home & 1U) == 0 &&
             !words.around(Around::kTitle).longest(block.text, word.begin).found;
    };
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (number == from.block && all[i].begin <= from.span.end) continue;
      if (number == to.block && all[i].end >= to.span.begin) break;
      if (!is_adjacent(block.text, all[i - 1].end, all[i].begin) || !is_name(all[i - 1]) || !is_name(all[i])) continue;
      const auto is_known = [&](const Word& word) { return (kinship(word.hash).own() >> *home & 1U) != 0; };
      if (is_known(all[i - 1]) || plain_form(word_text(block, all[i])) == surname) continue;
      return true;
    }
  }
  return false;
}

}  // namespace stet

#include "check/kinds/contradiction/post_reader_support.h"

#include <algorithm>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/post_loose_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/role_names.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/plain_form.h"
#include "text/sentences.h"

namespace stet {
namespace {

using Around = PostWords::Around;

constexpr std::uint32_t kNearFormer = 18;    // bytes between "former" and the post
constexpr std::uint32_t kNearUnder = 8;      // between "deputy" and the post
constexpr std::uint32_t kFarthestName = 70;  // between a post and the name behind its body: "mayor of Leeds, Jane Doe,"
constexpr std::uint32_t kFarthestPost = 55;  // between a name and the post behind it: "Doe, who in May became mayor"
constexpr std::uint32_t kMostBecoming = 60;  // between "will be" and the name
constexpr std::size_t kMostBody = 6;         // words of a post's body

// Marks by which RoleNames knows what is no name.
std::vector<RoleMark> marks_of(const Document& document, const Block& block, const PostWords& words,
                               const std::vector<PostWord>& posts) {
  std::vector<RoleMark> marks;
  for (const PostWord& post : posts) {
    if (!post.behind) marks.push_back({post.span, RoleCue::kOffice, 0});
  }
  for (const Word& word : document.words(block)) {
    if (const auto title = words.around(Around::kTitle).longest(block.text, word.begin)) {
      marks.push_back({{word.begin, static_cast<std::uint32_t>(title.position)}, RoleCue::kTitle, 0});
    }
    if (const auto particle = words.around(Around::kParticle).longest(block.text, word.begin)) {
      marks.push_back({{word.begin, static_cast<std::uint32_t>(particle.position)}, RoleCue::kParticle, 0});
    }
  }
  std::ranges::sort(marks, {}, [](const RoleMark& mark) { return std::pair(mark.span.begin, mark.span.end); });
  return marks;
}

class BlockReader {
 public:
  // `posts` are those of the block.
  BlockReader(const Document& document, std::uint32_t number, const PostWords& words, std::vector<PostWord> posts)
      : document_(document),
        number_(number),
        block_(document.block(number)),
        text_(block_.text),
        words_(words),
        posts_(std::move(posts)),
        names_(document, block_, marks_of(document, block_, words, posts_)) {}

  std::vector<Holding> read() {
    const std::vector<TextSpan> quoted = quoted_passages(text_);
    for (const PostWord& post : posts_) {
      if (is_quoted(quoted, post.span)) continue;
      sentence_ = sentence_at(text_, post.span.begin);
      Holding holding;
      holding.word = post;
      holding.block = number_;
      holding.sentence = sentence_;
      if (!post.behind && find_name_behind(holding)) {
        add(std::move(holding));
      } else if (find_name_before(holding)) {
        add(std::move(holding));
      } else if (const Loose loose =
                     words_.takes_up(post) ? loose_post(document_, block_, words_, post, sentence_) : Loose::kNo;
                 loose != Loose::kNo) {
        holding.loose = true;
        holding.inside = loose == Loose::kInside;
        holding.name = post.span;
        add(std::move(holding));
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return begin < end ? text_.substr(begin, end - begin) : std::string_view();
  }
  [[nodiscard]] bool is_open(std::uint32_t pos) const { return pos >= sentence_.end || pos >= text_.size(); }
  // The text up to the end of the sentence.
  [[nodiscard]] std::string_view in_sentence() const { return text_.substr(0, sentence_.end); }
  [[nodiscard]] char at(std::uint32_t pos) const { return pos < text_.size() ? text_[pos] : '\0'; }

  bool take(Holding& holding, const NameTokens& name, std::size_t least) const {
    if (name.size() < least || name.empty() || name.back().initial) return false;
    const auto form = [&](const NameToken& token) { return plain_form(between(token.span.begin, token.span.end)); };
    holding.name = {name.front().span.begin, name.back().span.end};
    holding.surname = form(name.back());
    if (name.size() > 1) holding.first = form(name.front());
    return holding.surname.size() > 2 && holding.name.begin >= sentence_.begin;
  }

  // "Mayor Jane Doe", "the mayor, Jane Doe,", "the mayor of Leeds, Jane Doe,", "mayor will be Jane Doe".
  bool find_name_behind(Holding& holding) const {
    const std::uint32_t behind = holding.word.span.end;
    std::uint32_t end = behind;
    const std::uint32_t next = behind_blanks(text_, behind);
    if (next > behind && take(holding, names_.name_from(next, end), 1)) return true;
    std::uint32_t comma = behind;
    if (at(behind) != ',') {
      // The body.
      const auto of = words_at(words_.around(Around::kOf), text_, behind);
      if (!of.found) return find_name_becoming(holding);
      if (find_name_behind_body(holding, static_cast<std::uint32_t>(of.position))) return true;
      const std::size_t stop = text_.substr(behind, kFarthestName + 1).find_first_of(",.;:()?!\n") + behind;
      if (stop < behind || stop >= text_.size() || text_[stop] != ',') return false;
      comma = static_cast<std::uint32_t>(stop);
    }
    std::uint32_t begin = behind_blanks(text_, comma + 1);
    if (begin == comma + 1 || is_open(begin)) return false;
    // "The vicar, the Rev Jane Doe,"
    if (const auto title = words_.around(Around::kTitle).longest(text_, begin); title && !is_upper_at(text_, begin)) {
      begin = behind_blanks(text_, title.position);
    }
    if (!take(holding, names_.name_from(begin, end), 2)) return false;
    // "The mayor, Jane Doe said": no apposition, but in a list another one.
    return at(end) == ',' || at(end) == '.' || at(end) == ';' || at(end) == ')' || is_open(end);
  }

  // "Professor of physics Jane Doe": the name follows small letters.
  bool find_name_behind_body(Holding& holding, std::uint32_t begin) const {
    std::size_t words = 0;
    std::uint32_t last = begin;
    for (const Word& word : words_in(document_.words(block_), {begin, sentence_.end})) {
      if (++words > kMostBody || between(last, word.begin).find_first_of(",.;:()?!\n\"") != std::string_view::npos)
        return false;
      last = word.end;
      if (!is_upper_at(text_, word.begin)) continue;
      std::uint32_t end = word.begin;
      return words > 1 && take(holding, names_.name_from(word.begin, end), 2);
    }
    return false;
  }

  bool find_name_becoming(Holding& holding) const {
    const auto becomes = words_at(words_.around(Around::kBecomes), text_, holding.word.span.end);
    if (!becomes.found) return false;
    if (words_at(words_.around(Around::kNext), text_, holding.word.span.end).found) holding.tense = Tense::kNext;
    const auto stop = static_cast<std::uint32_t>(std::min<std::size_t>(
        {in_sentence().find_first_of(",;:()?!\n", becomes.position), becomes.position + kMostBecoming, sentence_.end}));
    for (const Word& word : words_in(document_.words(block_), {static_cast<std::uint32_t>(becomes.position), stop})) {
      if (!is_capitalised(word_text(block_, word))) continue;
      std::uint32_t end = word.begin;
      if (take(holding, names_.name_from(word.begin, end), 2)) {
        return at(end) == ',' || at(end) == '.' || is_open(end);
      }
    }
    return false;
  }

  // "Jane Doe, the mayor of Leeds", "Jane Doe (SPD)", "Doe is mayor", "Doe, who trains the horse".
  bool find_name_before(Holding& holding) const {
    const std::uint32_t begin = holding.word.span.begin;
    const std::uint32_t reach = std::max(sentence_.begin, begin > kFarthestPost ? begin - kFarthestPost : 0);
    // "(SPD)"
    if (begin > sentence_.begin && text_[begin - 1] == '(') {
      return take(holding, names_.name_to(before_blanks(text_, begin - 1)), 1);
    }
    if (!holding.word.behind && !ends_apposition(holding.word.span.end)) return false;
    const std::size_t found = text_.substr(reach, begin - reach).find_last_of(",(–—");
    if (found == std::string_view::npos || text_[reach + found] != ',') return false;
    const std::size_t mark = reach + found;
    const bool relative = words_at(words_.around(Around::kRelative), text_, mark + 1).found;
    if (!(relative && holding.word.behind) && has_names(static_cast<std::uint32_t>(mark) + 1, begin)) return false;
    std::uint32_t name_end = before_blanks(text_, static_cast<std::uint32_t>(mark));
    name_end = before_age(name_end);
    return take(holding, names_.name_to(name_end), 1);
  }

  // "Jane Doe, 44": the end of the name.
  [[nodiscard]] std::uint32_t before_age(std::uint32_t end) const {
    std::uint32_t pos = end;
    while (pos > sentence_.begin && text_[pos - 1] >= '0' && text_[pos - 1] <= '9') --pos;
    if (pos == end || end - pos > 2) return end;
    const std::uint32_t mark = before_blanks(text_, pos);
    if (mark == pos || mark == 0 || (text_[mark - 1] != ',' && text_[mark - 1] != '(')) return end;
    return before_blanks(text_, mark - 1);
  }

  // Whether a name stands there, other than one that has the post: "Britain's", "the Herald's".
  [[nodiscard]] bool has_names(std::uint32_t begin, std::uint32_t end) const {
    const std::span<const Word> inside = words_in(document_.words(block_), {begin, end});
    for (std::size_t i = 0; i < inside.size(); ++i) {
      const Word& word = inside[i];
      if (!is_upper_at(text_, word.begin)) continue;
      const bool first = begin == word.begin || text_[word.begin - 1] == ' ';
      const bool owner = at(word.end) == '\'' || text_.substr(word.end).starts_with("’") || at(word.end) == '-';
      const bool beside = word.end + 1 >= end && first;
      if (!owner && !beside && word.end - word.begin > 1 && i + 2 < inside.size()) return true;
    }
    return false;
  }

  // Nobody else is named behind it.
  [[nodiscard]] bool ends_apposition(std::uint32_t end) const {
    if (is_open(end) || std::string_view(",.;:)!?").find(at(end)) != std::string_view::npos) return true;
    const std::uint32_t next = behind_blanks(text_, end);
    if (next == end) return false;
    if (!is_upper_at(text_, next)) return true;
    std::uint32_t stop = next;
    return names_.name_from(next, stop).size() < 2;
  }

  void add(Holding holding) {
    read_status(holding);
    read_body(holding);
    found_.push_back(std::move(holding));
  }

  [[nodiscard]] bool stands_near(Around list, TextSpan post, std::size_t most = kNearFormer) const {
    const std::uint32_t reach = std::max(sentence_.begin, post.begin > 40 ? post.begin - 40 : 0);
    for (const Word& word : words_in(document_.words(block_), {reach, post.end})) {
      if (word.begin < reach) continue;
      const auto match = words_.around(list).longest(text_, word.begin);
      if (!match.found) continue;
      const auto end = static_cast<std::uint32_t>(match.position);
      if (end > post.begin) continue;
      const std::string_view gap = between(end, post.begin);
      if (gap.size() <= most && gap.find_first_of(".,;:()") == std::string_view::npos &&
          !(list == Around::kWas && is_led_to({end, post.begin})) &&
          !(list == Around::kUnder && is_definite({end, post.begin})))
        return true;
    }
    return false;
  }

  // "Secondo il direttore"
  [[nodiscard]] bool is_definite(TextSpan gap) const {
    return std::ranges::any_of(words_in(document_.words(block_), gap), [&](const Word& word) {
      return words_.around(Around::kDefinite).longest(text_, word.begin).found;
    });
  }

  // "Was handed to the minister", "fue recibido por el alcalde": behind other words a preposition ends the gap.
  [[nodiscard]] bool is_led_to(TextSpan gap) const {
    std::span<const Word> words = words_in(document_.words(block_), gap);
    if (!words.empty() && words_.around(Around::kDefinite).longest(text_, words.back().begin).found)
      words = words.first(words.size() - 1);
    return words.size() > 1 && is_small(words.back());
  }

  void read_status(Holding& holding) const {
    const TextSpan post = holding.word.span;
    if (!holding.word.behind && stands_near(Around::kWas, post)) holding.tense = Tense::kWas;
    if (stands_near(Around::kNext, post)) holding.tense = Tense::kNext;
    // "Il portiere improvvisato"; but "a Republican first elected in 2018"
    const bool unsure_behind =
        !words_.is_party(holding.word) && words_at(words_.around(Around::kUnder), text_, post.end).found;
    holding.deputy = stands_near(Around::kDeputy, post, kNearUnder);
    holding.under = unsure_behind || stands_near(Around::kUnder, post, kNearUnder) || is_joined(post);
    holding.change = words_.tells_of_change(document_, block_, sentence_);
  }

  // "The prosecutor and thus", not "the prosecutor and writer".
  [[nodiscard]] bool is_small_behind(std::size_t end) const {
    const Word* word = names_.word_from(behind_blanks(text_, end));
    return word != nullptr && is_small(*word);
  }
  [[nodiscard]] bool is_small(const Word& word) const {
    const auto home = table_number(block_.language);
    return home && (kinship(word.hash).small >> *home & 1U) != 0;
  }

  // "Owner and chef", "Arzt und Autor", "Finanz- und Außenminister", "Vizepräsident"
  [[nodiscard]] bool is_joined(TextSpan post) const {
    const auto behind = words_at(words_.around(Around::kAnd), text_, post.end);
    if (behind.found && behind.position > post.end && !is_small_behind(behind.position)) return true;
    if (at(post.end) == '-' || at(post.end) == '/') return true;
    const std::uint32_t end = before_blanks(text_, post.begin);
    if (end == post.begin) return end > 0 && text_[end - 1] == '/';
    const Word* word = names_.word_to(end);
    if (word == nullptr) return false;
    const auto and_ = words_.around(Around::kAnd).longest(text_, word->begin);
    return and_.found && and_.position == end;
  }

  // The names beside the post: "Rovers head coach", "mayor of Leeds", "Elmsbüttels Bürgermeister".
  void read_body(Holding& holding) const {
    const TextSpan post = holding.word.span;
    const auto add = [&](const Word& word) {
      if (word.end <= holding.name.begin || word.begin >= holding.name.end) {
        holding.body.insert(context_form(word_text(block_, word)));
      }
    };
    std::uint32_t begin = post.begin;
    for (int words = 0; words < 3; ++words) {
      std::uint32_t end = before_blanks(text_, begin);
      if (end == begin && end > 0 && (text_[end - 1] == '-' || text_[end - 1] == '\'')) --end;
      if (text_.substr(0, end).ends_with("'s")) end -= 2;
      if (text_.substr(0, end).ends_with("’s")) end -= 4;
      const Word* word = names_.word_to(end);
      if (word == nullptr || word->begin < sentence_.begin || !is_upper_at(text_, word->begin)) break;
      if (word->begin == sentence_.begin && is_small(*word)) break;
      if (words_.around(Around::kDefinite).longest(text_, word->begin).position == word->end ||
          word->end - word->begin < 2)
        break;
      if (word->begin > sentence_.begin || end + 1 < post.begin || text_[word->end] != ' ') add(*word);
      if (word->begin == sentence_.begin && end + 1 == post.begin) add(*word);
      begin = word->begin;
    }
    const auto of = words_at(words_.around(Around::kOf), text_, post.end);
    if (const Word* word = names_.word_from(behind_blanks(text_, post.end));
        holding.word.behind && word != nullptr && is_upper_at(text_, word->begin)) {
      return add(*word);  // "captaining Wigan"
    }
    if (!of.found) return read_bracket(holding, add);
    const std::size_t stop = std::min<std::size_t>(in_sentence().find_first_of(",.;:()?!\n", post.end), sentence_.end);
    std::size_t count = 0;
    for (const Word& word : words_in(document_.words(block_),
                                     {static_cast<std::uint32_t>(of.position), static_cast<std::uint32_t>(stop)})) {
      if (++count > kMostBody) break;
      if (is_upper_at(text_, word.begin)) add(word);
    }
  }

  // "Mayor Jane Doe (Leeds)", "Jane Doe of Leeds"
  template <class Add>
  void read_bracket(const Holding& holding, Add add) const {
    const std::uint32_t end = behind_blanks(text_, std::max(holding.name.end, holding.word.span.end));
    if (at(end) != '(') {
      const auto of = words_at(words_.around(Around::kOf), text_, holding.name.end);
      const Word* word = of.found ? names_.word_from(behind_blanks(text_, of.position)) : nullptr;
      if (word != nullptr && is_upper_at(text_, word->begin)) add(*word);
      return;
    }
    const std::size_t stop = std::min<std::size_t>(in_sentence().find(')', end), sentence_.end);
    std::size_t count = 0;
    for (const Word& word : words_in(document_.words(block_), {end, static_cast<std::uint32_t>(stop)})) {
      if (is_upper_at(text_, word.begin)) add(word);
      if (++count > 2) break;
    }
  }

  const Document& document_;
  std::uint32_t number_;
  const Block& block_;
  std::string_view text_;
  const PostWords& words_;
  std::vector<PostWord> posts_;
  RoleNames names_;
  TextSpan sentence_;
  std::vector<Holding> found_;
};

}  // namespace

std::vector<Holding> read_holdings(const Document& document, std::uint32_t block, const PostWords& words) {
  std::vector<PostWord> posts = words.find(document, document.block(block));
  if (posts.empty()) return {};
  return BlockReader(document, block, words, std::move(posts)).read();
}

}  // namespace stet

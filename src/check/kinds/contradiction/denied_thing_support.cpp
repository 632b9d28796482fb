#include "check/kinds/contradiction/denied_thing_support.h"

#include <algorithm>
#include <string>
#include <vector>

#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kNounReach = 3;     // words behind "no" in which its noun stands
constexpr std::size_t kShortest = 4;      // letters of a noun
constexpr std::size_t kTail = 5;          // letters that a compound and its last part share
constexpr std::size_t kMostDenials = 20;  // of a short article
constexpr std::size_t kBehind = 4;        // words behind the noun that say of which it is

// "Keine Zeugen", with the words between.
struct Denial {
  Said said;
  WideWord noun;
  std::vector<WideWord> before;  // "no serious injuries"
  std::vector<WideWord> behind;  // "no school in the village"
};

class DeniedThings {
 public:
  explicit DeniedThings(const ShortArticle& article) : article_(article), words_(article.words()) {}

  [[nodiscard]] std::optional<std::pair<TextPlace, TextPlace>> find() const {
    const std::vector<Denial> denials = read_denials();
    for (const Denial& denial : denials) {
      if (const std::optional<Said> told = told_elsewhere(denial)) {
        const TextPlace here{denial.said.block, denial.said.span};
        const TextPlace there{told->block, told->span};
        return is_before(*told, denial.said) ? std::pair(there, here) : std::pair(here, there);
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::vector<Denial> read_denials() const {
    std::vector<Denial> found;
    const Document& document = article_.document();
    for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
      const Block& block = document.block(number);
      if (!article_.looks_at(block) || block.language != document.language()) continue;
      for (const Word& word : document.words(block)) {
        const auto none = words_.none.longest(block.text, word.begin);
        if (none && found.size() < kMostDenials)
          read_denial(number, {word.begin, static_cast<std::uint32_t>(none.position)}, found);
      }
    }
    return found;
  }

  // One for each noun that may be meant: "no fire victims".
  void read_denial(std::uint32_t number, TextSpan none, std::vector<Denial>& found) const {
    const Block& block = article_.document().block(number);
    const TextSpan sentence = article_.facts().sentences().at(number, none.begin);
    const TextSpan clause = clause_of(block.text, sentence, none);
    const std::span<const Word> words = words_in(article_.document().words(block), {none.end, clause.end});
    std::vector<WideWord> before;
    for (std::size_t i = 0; i < std::min(words.size(), kNounReach); ++i) {
      const std::string_view text = word_text(block, words[i]);
      if (words_.emphatic.longest(block.text, words[i].begin).found) continue;
      if (words_.idle.longest(block.text, words[i].begin).found) return;
      std::optional<WideWord> noun = article_.word_at(number, sentence, words[i]);
      if (!noun) return;  // a small word
      const bool is_noun = !article_.has_noun_capitals() || is_capitalised(text);
      if (is_noun && noun->form.size() >= kShortest) {
        const Said said = article_.said_at(number, sentence, {none.begin, words[i].end});
        const std::size_t last = std::min(words.size(), i + 1 + kBehind);
        const TextSpan rest{words[i].end, last > i + 1 ? words[last - 1].end : words[i].end};
        std::vector<WideWord> behind;
        if (i + 1 < words.size() && words_.leading.longest(block.text, words[i + 1].begin).found) {
          behind = article_.words_in_part(number, sentence, rest);
        }
        if (!said.unreal && !said.quoted) found.push_back({said, *noun, before, std::move(behind)});
      }
      if (article_.has_noun_capitals() ? is_noun : article_.has_postposed()) return;
      before.push_back(std::move(*noun));
    }
  }

  static bool is_one(const WideWord& denied, const WideWord& told) {
    if (is_same_word(denied.form, told.form) || denied.concepts.meets(told.concepts)) return true;
    return denied.form.size() >= kTail && told.form.ends_with(denied.form);
  }

  [[nodiscard]] std::optional<Said> told_elsewhere(const Denial& denial) const {
    const Document& document = article_.document();
    for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
      const Block& block = document.block(number);
      if (number == denial.said.block || !article_.looks_at(block) || block.language != document.language()) continue;
      for (const TextSpan sentence : article_.facts().sentences().of(number)) {
        for (const Word& word : words_in(document.words(block), sentence)) {
          const std::string_view text = word_text(block, word);
          if (article_.has_noun_capitals() && !is_capitalised(text)) continue;
          const std::optional<WideWord> noun = article_.word_at(number, sentence, word);
          if (!noun || !is_one(denial.noun, *noun)) continue;
          const Said told = article_.said_at(number, sentence, {word.begin, word.end});
          if (tells_of(denial, told)) return Said(told);
        }
      }
    }
    return std::nullopt;
  }

  // "The doctor takes no new patients": there is one, for all that is denied behind a verb of its own.
  [[nodiscard]] bool is_presupposed(const Said& told) const {
    constexpr std::size_t kOpening = 2;  // words: "the village doctor"
    const Block& block = article_.document().block(told.block);
    const TextSpan clause = clause_of(block.text, told.sentence, told.span);
    const auto before = words_in(article_.document().words(block), {clause.begin, told.span.begin});
    if (before.empty() || before.size() > kOpening) return false;
    if (!words_.definite.longest(block.text, before.front().begin).found) return false;
    const std::vector<WideWord> all = article_.all_words_in(told.block, told.sentence);
    return std::ranges::any_of(all, [&](const WideWord& word) {
      return word.span.begin > told.span.end && clause.contains(word.span) &&
             article_.stands_before(block, told.sentence, word.span.begin, 3, words_.none);
    });
  }

  // Counted, or taken as known; and of the same.
  [[nodiscard]] bool tells_of(const Denial& denial, const Said& told) const {
    const Block& block = article_.document().block(told.block);
    const bool some = article_.stands_before(block, told.sentence, told.span.begin, 2, words_.some);
    // "The village pub"
    const bool known = article_.stands_before(block, told.sentence, told.span.begin, 2, words_.definite);
    if (!(told.definite || told.counted || some || known) || told.unreal || told.quoted) return false;
    if (article_.is_denied_at(told) && !is_presupposed(told)) return false;
    if (article_.is_changed(told, denial.said)) return false;
    // "No weapons, unlike the castle"
    if (holds(words_.unlike, article_.document().block(denial.said.block).text, denial.said.sentence)) return false;
    if (article_.is_changed(denial.said, told) || article_.has_other_time(told, denial.said)) return false;
    if (article_.has_other_day(told, denial.said)) return false;
    const std::vector<WideWord> around = article_.words_in_part(told.block, told.sentence, told.sentence);
    const auto is_around = [&](const WideWord& word) {
      return std::ranges::any_of(around,
                                 [&](const WideWord& other) { return is_one(word, other) || is_one(other, word); });
    };
    // "No serious injuries": of those alone.
    if (!std::ranges::all_of(denial.before, is_around)) return false;
    if (!denial.behind.empty() && std::ranges::none_of(denial.behind, is_around)) return false;
    // Where both name somebody or some place, they share one.
    const Forms here = article_.names_of(article_.document().block(denial.said.block), denial.said.sentence);
    const Forms there = article_.names_of(block, told.sentence);
    return here.empty() || there.empty() || share_name(here, there);
  }

  const ShortArticle& article_;
  const RetoldWords& words_;
};

}  // namespace

std::optional<std::pair<TextPlace, TextPlace>> find_denied_thing(const ShortArticle& article) {
  return DeniedThings(article).find();
}

}  // namespace stet

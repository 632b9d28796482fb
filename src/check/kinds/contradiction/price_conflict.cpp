// Kind `price-conflict`: what a visit costs, told with two prices: "admission is 6 euros", "tickets are 8 euros at the
// door".
//
// Only where the article knows of no other price but the two: where there are more, they are of several things.
#include <algorithm>
#include <array>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/limit_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"tickets", KeyType::kStrings, "words for what is paid to get in: \"admission\""},
    {"events", KeyType::kStrings, "what people pay to go to, words for one thing parted by |: \"concert|concerts\""},
    {"costs", KeyType::kStrings, "stand beside its price: \"costs\""},
    {"event-costs", KeyType::kStrings, "stand between an event and its price: \"costs\""},
    {"apart", KeyType::kStrings, "tell a price from others: \"children\""},
    {"unless", KeyType::kStrings, "silence a price in whose sentence they stand: \"instead of\""},
    {"openers", KeyType::kStrings, "begin what a price is limited by: \"in\", \"after\", \"if\""},
    {"for", KeyType::kStrings, "those of them that say what a ticket is for"},
    {"and", KeyType::kStrings, "join two clauses: \"and\""},
    {"known", KeyType::kStrings, "words beside a price that limit it to nothing: \"visitors\", \"box office\""},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
});
constexpr WordList kLists[] = {{"tickets"}, {"events", PhraseTrie::Direction::kForward, true},
                               {"costs"},   {"event-costs"},
                               {"apart"},   {"unless"},
                               {"openers"}, {"for"},
                               {"and"},     {"known"}};
enum List : std::uint8_t { kTickets, kEvents, kCosts, kEventCosts, kApart, kUnless, kOpeners, kFor, kAnd, kKnown };
constexpr double kFarthest = 2.2;   // times as much: farther off, the prices are of different things
constexpr std::size_t kReach = 12;  // words around a price that tell whose it is
constexpr std::size_t kMostPrices = 8;
constexpr std::ptrdiff_t kMostSums = 80;  // of money in an article; one with more is a list
constexpr std::size_t kShortWord = 3;     // bytes: such a word tells nothing
constexpr std::size_t kMostBetween = 4;   // words between a ticket and its price: "entry to the fair is"
constexpr std::size_t kMostBehind = 5;    // words of what limits a price from behind
constexpr std::uint32_t kAnyEvent = 0;    // the first group of events: "show" may be any of them
constexpr double kMostTickets = 12;       // "two tickets cost 14 euros", but also "300 tickets at 14 euros"

struct Price {
  const Quantity* quantity = nullptr;
  TextSpan sentence;
  TextSpan scope;  // of the sentence, what speaks of this price
  bool apart = false;
  std::vector<std::uint32_t> events{};  // that are named in the scope
};

class PriceConflict final : public Check {
 public:
  explicit PriceConflict(const Definition& definition)
      : definition_(&definition), words_(definition, kLists), small_(small_words(definition)) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto is_sum = [](const Quantity& q) { return q.dimension_of() == Dimension::kCurrency && q.scale == 1; };
    if (std::ranges::count_if(facts.quantities(), is_sum) > kMostSums) return;
    std::vector<Price> prices;
    QuotedBlocks quoted(document);
    for (const Quantity& q : facts.quantities()) {
      if (!is_sum(q)) continue;
      const Block& block = document.block(q.block);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr) continue;
      const TextSpan sentence = facts.sentences().at(q.block, q.span.begin).joined(q.span);
      const Scope scope(document, q, sentence, *words);
      if (!scope.is_of_ticket()) continue;
      // "More than", "per hour", "4 to 6": no one price; but "6 euros per ticket".
      Quantity one = q;
      one.rate = q.rate && !scope.is_per_ticket();
      if (!is_usable_part(one) || prices.size() == kMostPrices || quoted.hold(q.block, q.span)) return;
      prices.push_back({&q, sentence, scope.span(), scope.is_apart() || is_of_several(facts, q, scope.span())});
      scope.add_events(prices.back().events);
    }
    std::erase_if(prices, [](const Price& price) { return price.apart; });
    if (prices.size() < 2 || std::ranges::all_of(prices, [&](const Price& price) {
          return price.quantity->value == prices.front().quantity->value;
        })) {
      return;
    }
    // What the first is of, the article need not have told.
    if (is_limited(document, facts, prices.front(), true)) return;
    const Price& first = prices.front();
    const Price* other = nullptr;
    for (const Price& price : prices) {
      if (price.quantity->value == first.quantity->value || is_limited(document, facts, price, false)) continue;
      if (other != nullptr && other->quantity->value != price.quantity->value) return;
      if (other == nullptr) other = &price;
    }
    if (other != nullptr && are_of_one(document, facts, first, *other)) report(document, first, *other, sink);
  }

 private:
  // Calls `found(begin, end, payload)` for the words of the list in the span.
  template <class Found>
  static void each(const PhraseTable& list, std::string_view text, TextSpan span, Found found) {
    for (std::uint32_t pos = span.begin; pos < span.end; ++pos) {
      if (!list.may_match(text, pos) || word_char_before(text, pos)) continue;
      const auto match = list.longest(text, pos);
      if (!match || match.position > span.end) continue;
      found(TextSpan{pos, static_cast<std::uint32_t>(match.position)}, match.payload);
      pos = static_cast<std::uint32_t>(match.position) - 1;
    }
  }

  // What a sentence says of a price in it.
  class Scope {
   public:
    Scope(const Document& document, const Quantity& q, TextSpan sentence, const RuleWords::Tries& words)
        : document_(&document), q_(&q), text_(document.block(q.block).text), sentence_(sentence), words_(&words) {
      // From mark to mark, and from the begin of the sentence where that limits it: "In the gallery, tickets are".
      constexpr std::string_view kMarks = ",;:()";
      const std::string_view before = text_.substr(sentence.begin, q.span.begin - sentence.begin);
      const std::string_view behind = text_.substr(0, sentence.end);
      const std::size_t mark = before.find_last_of(kMarks);
      const bool opened = static_cast<bool>(words_at(words[kOpeners], text_, sentence.begin));
      span_.begin = sentence.begin;
      if (mark != std::string_view::npos && !opened) span_.begin += static_cast<std::uint32_t>(mark + 1);
      // "The lido reopens on Saturday and admission is 5 euros"
      if (!opened) {
        std::uint32_t joint = span_.begin;
        each(words[kAnd], text_, {span_.begin, q.span.begin}, [&](TextSpan word, std::uint32_t) { joint = word.end; });
        if (holds(words[kTickets], text_, {joint, q.span.begin})) span_.begin = joint;
      }
      span_.end =
          static_cast<std::uint32_t>(std::min<std::size_t>(behind.find_first_of(kMarks, q.span.end), sentence.end));
      // "12 euros and are sold out"
      bool cut = false;
      each(words[kAnd], text_, {q.span.end, span_.end}, [&](TextSpan word, std::uint32_t) {
        if (!cut && !holds(words[kTickets], text_, {word.end, span_.end})) {
          cut = true;
          span_.end = word.begin;
        }
      });
      // "Tickets for the night, by lamplight, cost"
      if (!holds(words[kTickets], text_, span_)) {
        each(words[kTickets], text_, {sentence.begin, span_.begin},
             [&](TextSpan word, std::uint32_t) { span_.begin = word.begin; });
      }
    }

    [[nodiscard]] TextSpan span() const { return span_; }

    [[nodiscard]] bool is_of_ticket() const {
      bool ticket = false;
      bool attached = false;
      each((*words_)[kTickets], text_, sentence_, [&](TextSpan word, std::uint32_t) {
        ticket = true;
        attached = attached || stands_by(word);
      });
      if (ticket) return attached || holds((*words_)[kCosts], text_, sentence_);
      bool event = false;
      each((*words_)[kEvents], text_, {span_.begin, q_->span.begin}, [&](TextSpan word, std::uint32_t) {
        const TextSpan between{word.end, q_->span.begin};
        event = event || (words_between(word) <= kMostBetween && holds((*words_)[kEventCosts], text_, between));
      });
      return event;
    }

    [[nodiscard]] bool is_per_ticket() const {
      bool found = false;
      each((*words_)[kTickets], text_, {q_->span.end, span_.end},
           [&](TextSpan word, std::uint32_t) { found = found || words_between(word) <= 2; });
      return found;
    }

    [[nodiscard]] bool is_apart() const {
      return text_.substr(sentence_.begin, sentence_.size()).find('?') != std::string_view::npos ||
             holds((*words_)[kApart], text_, span_) || holds((*words_)[kUnless], text_, sentence_);
    }

    void add_events(std::vector<std::uint32_t>& events) const {
      each((*words_)[kEvents], text_, span_, [&](TextSpan, std::uint32_t event) {
        if (event != kAnyEvent) events.push_back(event);
      });
    }

   private:
    [[nodiscard]] std::size_t words_between(TextSpan word) const {
      const TextSpan gap = word.end <= q_->span.begin ? TextSpan{word.end, q_->span.begin}
                                                      : TextSpan{q_->span.end, std::max(word.begin, q_->span.end)};
      return words_in(document_->words(document_->block(q_->block)), gap).size();
    }

    // "Eintritt: 3 Euro", "18 euros la place", "the £5 admission".
    [[nodiscard]] bool stands_by(TextSpan word) const {
      const bool before = word.end <= q_->span.begin;
      const std::string_view gap = before
                                       ? text_.substr(word.end, q_->span.begin - word.end)
                                       : text_.substr(q_->span.end, std::max(word.begin, q_->span.end) - q_->span.end);
      return gap.find_first_of(";()") == std::string_view::npos && words_between(word) <= 1;
    }

    const Document* document_;
    const Quantity* q_;
    std::string_view text_;
    TextSpan sentence_;
    TextSpan span_;
    const RuleWords::Tries* words_;
  };

  // "Two tickets cost 14 euros", "entry for two".
  static bool is_of_several(const Facts& facts, const Quantity& price, TextSpan scope) {
    return std::ranges::any_of(facts.quantities(), [&](const Quantity& q) {
      return q.block == price.block && q.unit == kNoUnit && q.value >= 2 && q.value <= kMostTickets &&
             scope.contains(q.span);
    });
  }

  // Whether its sentence limits the price by something that the article has not told of: "in the box", "ringside
  // tickets". Of the first price only what stands before its ticket does, and not what that is for.
  bool is_limited(const Document& document, const Facts& facts, const Price& price, bool first) const {
    const Block& block = document.block(price.quantity->block);
    const RuleWords::Tries& words = *words_.in(block.language);
    const std::uint32_t begin = static_cast<std::uint32_t>(skip_blanks(block.text, price.scope.begin));
    const TextSpan before{begin, price.quantity->span.begin};
    if (first) {
      if (!words_at(words[kOpeners], block.text, begin) || words_at(words[kFor], block.text, begin)) return false;
      TextSpan opening = before;
      for (const List list : {kTickets, kCosts}) {
        each(words[list], block.text, opening,
             [&](TextSpan word, std::uint32_t) { opening.end = std::min(opening.end, word.begin); });
      }
      return has_news(document, facts, price, opening, true);
    }
    // "After 18"
    const auto is_number = [&](const Word& word) {
      return block.text[word.begin] >= '0' && block.text[word.begin] <= '9';
    };
    if (words_at(words[kOpeners], block.text, begin) &&
        std::ranges::any_of(words_in(document.words(block), before), is_number)) {
      return true;
    }
    if (has_news(document, facts, price, before, false)) return true;
    // "8 euros in the gallery", "18 euros la place au parterre".
    std::size_t pos = skip_blanks(block.text, price.quantity->span.end);
    each(words[kTickets], block.text, {price.quantity->span.end, price.scope.end}, [&](TextSpan word, std::uint32_t) {
      if (words_in(document.words(block), {price.quantity->span.end, word.begin}).size() <= 1)
        pos = skip_blanks(block.text, word.end);
    });
    if (pos >= price.scope.end || !words_at(words[kOpeners], block.text, pos)) return false;
    TextSpan behind{static_cast<std::uint32_t>(pos), price.scope.end};
    const auto limit = words_in(document.words(block), behind);
    if (limit.size() > kMostBehind) behind.end = limit[kMostBehind].begin;
    return has_news(document, facts, price, behind, false);
  }

  // Whether a word of the span is neither one of those that go with every price nor told elsewhere: before the sentence
  // of the price, or anywhere.
  bool has_news(const Document& document, const Facts& facts, const Price& price, TextSpan span, bool anywhere) const {
    const Block& block = document.block(price.quantity->block);
    const RuleWords::Tries& words = *words_.in(block.language);
    const SmallWords& small = small_.at(block.language);
    std::uint32_t known_to = span.begin;
    bool names = false;  // "the bookshop Miller on Mill Street": names behind what is known
    for (const Word& word : words_in(document.words(block), span)) {
      if (word.begin < known_to) continue;
      bool behind_known = false;
      for (const List list : {kTickets, kEvents, kCosts, kEventCosts, kKnown}) {
        const auto match = words[list].longest(block.text, word.begin);
        if (!match) continue;
        known_to = std::max(known_to, static_cast<std::uint32_t>(match.position));
        behind_known = behind_known || list == kKnown;
      }
      const bool name = is_capitalised(word_text(block, word));
      if (word.begin < known_to || (names && name)) {
        names = names || behind_known;
        continue;
      }
      const std::string form = context_form(word_text(block, word));
      const auto in_number = [&](const Quantity& q) { return q.number.contains(TextSpan{word.begin, word.end}); };
      if (std::ranges::any_of(facts.quantities(price.quantity->block, span), in_number)) continue;
      if (form.size() <= kShortWord || is_in(small.plain, form)) continue;
      names = false;
      if (!is_told(document, price.quantity->block, price.sentence, form, anywhere)) return true;
    }
    return false;
  }

  bool are_of_one(const Document& document, const Facts& facts, const Price& a, const Price& b) const {
    const auto [low, high] = std::minmax(a.quantity->value, b.quantity->value);
    if (a.quantity->unit != b.quantity->unit || high > low * kFarthest) return false;
    if (a.quantity->block == b.quantity->block && a.sentence == b.sentence) return false;
    const Language language = document.block(a.quantity->block).language;
    if (document.block(b.quantity->block).language != language || !small_.contains(language)) return false;
    // "The concert costs 12 euros, the reading 8".
    if (!a.events.empty() && !b.events.empty() && std::ranges::none_of(a.events, [&](std::uint32_t event) {
          return std::ranges::find(b.events, event) != b.events.end();
        })) {
      return false;
    }
    const auto context = [&](const Price& price) {
      Context around =
          context_of(document, facts, price.quantity->block, price.quantity->span, kReach, small_.at(language));
      // The sentence's first word has its capital for that.
      std::erase_if(around.words, [&](const ContextWord& word) { return word.span.begin == price.sentence.begin; });
      return around;
    };
    const auto years = [&](const Price& price) {
      return std::ranges::any_of(facts.time().years, [&](const YearMention& year) {
        return year.block == price.quantity->block && year.begin >= price.sentence.begin &&
               year.begin < price.sentence.end;
      });
    };
    return !years(a) && !years(b) && !compare(context(a), context(b)).other_names &&
           !are_set_apart(document, facts, {a.quantity->block, a.sentence, a.quantity->span},
                          {b.quantity->block, b.sentence, b.quantity->span});
  }

  static void report(const Document& document, const Price& there, const Price& here, Sink& sink) {
    Finding finding =
        clash_of(document, {there.quantity->block, there.quantity->span}, {here.quantity->block, here.quantity->span});
    finding.covers = true;
    sink.report(std::move(finding));
  }

  const Definition* definition_;
  RuleWords words_;
  BySection<SmallWords> small_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<PriceConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind price_conflict;
const Kind price_conflict{"price-conflict", "an admission with two prices in one article", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

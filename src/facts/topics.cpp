#include "facts/topics.h"

#include <algorithm>
#include <optional>

namespace stet {
namespace {

constexpr std::size_t kMostWords = 12;  // of a topic that is open to the right

class TopicReader {
 public:
  TopicReader(const SentenceView& sentence, TopicSide side) : sentence_(sentence), side_(side) {}

  std::vector<Topic> read(TextSpan span, const std::vector<TextSpan>& passed_over) {
    const auto [first, last] = sentence_.range(span);
    for (std::size_t i = first; i < last; ++i) {
      const SentenceWord& token = sentence_.tokens()[i];
      if (side_ == TopicSide::kRight && i - first >= kMostWords) break;
      const bool is_other = std::any_of(passed_over.begin(), passed_over.end(),
                                        [&](TextSpan other) { return other.contains(token.span); });
      if (is_other) continue;
      const bool is_inside = token.is(kDeterminer | kLightWord | kPreposition) || sentence_.is_content(token);
      if (topic_.stems.empty() && !is_inside) begin_.reset();
      if (!begin_ && (token.is(kDeterminer | kLightWord))) begin_ = token.span.begin;
      if (token.is(kConjunction)) {
        finish();
      } else if (token.is(kPreposition) && !topic_.core.empty()) {
        core_ends_ = true;
      } else if (side_ == TopicSide::kRight && token.is(kStopWord)) {
        if (!topic_.stems.empty()) break;
      } else if (sentence_.is_content(token)) {
        if (is_verb(i, last)) {
          if (side_ == TopicSide::kRight) break;
          continue;
        }
        add(token);
        // "Ukraine-Konflikt".
        const bool is_tail = i > first && sentence_.tokens()[i - 1].hyphen && !topic_.stems.empty();
        if (is_tail) topic_.span.end = token.span.end;
      }
    }
    finish();
    return std::move(topics_);
  }

 private:
  // Where nouns have capitals, a small word that no noun follows is a verb or an adverb.
  bool is_verb(std::size_t i, std::size_t last) const {
    if (!sentence_.words().noun_capitals()) return false;
    for (; i < last; ++i) {
      const SentenceWord& token = sentence_.tokens()[i];
      if (token.upper || token.hyphen) return false;
      if (!sentence_.is_content(token)) return true;
    }
    return true;
  }

  void add(const SentenceWord& token) {
    if (token.is(kLightWord | kDayWord)) return;
    std::string stem = sentence_.stem(token);
    if (stem.empty()) return;
    const bool is_core = !core_ends_ && (token.upper || !sentence_.words().noun_capitals());
    if (is_core) insert(topic_.core, stem);
    if (topic_.stems.empty()) topic_.span = {begin_.value_or(token.span.begin), token.span.end};
    topic_.span = topic_.span.joined(token.span);
    const bool opens = token.span.begin == sentence_.tokens().front().span.begin;
    const bool is_name = sentence_.words().noun_capitals()
                             ? sentence_.words().is_country(stem) || !sentence_.is_listed(token)
                             : token.upper && !opens;
    if (is_name) insert(topic_.names, stem);
    insert(topic_.stems, std::move(stem));
  }

  void finish() {
    if (!topic_.core.empty()) topics_.push_back(std::move(topic_));
    topic_ = {};
    begin_.reset();
    core_ends_ = false;
  }

  const SentenceView& sentence_;
  TopicSide side_;
  Topic topic_;
  std::optional<std::uint32_t> begin_;  // of the article or light word before the topic
  bool core_ends_ = false;
  std::vector<Topic> topics_;
};

}  // namespace

bool is_about(const Topic& whole, const Topic& part) {
  return !whole.core.empty() && is_subset(part.stems, whole.stems) &&
         (is_subset(whole.core, part.stems) ||
          !(intersects(part.stems, whole.names) || intersects(part.stems, part.names)));
}

std::vector<Topic> read_topics(const SentenceView& sentence, TextSpan span, TopicSide side,
                               const std::vector<TextSpan>& passed_over) {
  return TopicReader(sentence, side).read(span, passed_over);
}

}  // namespace stet

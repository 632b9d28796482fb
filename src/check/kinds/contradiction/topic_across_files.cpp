// Kind `topic-across-files`: an event that two files of a run tell of, one saying that it is about a topic, the other
// that it is not. Both must name the place, and the participants or the day.
#include <algorithm>
#include <cstdlib>

#include "check/across_files.h"
#include "check/check.h"
#include "facts/statements.h"

namespace stet {
namespace {

constexpr std::int64_t kSameWeek = 6;  // days between two articles in which "Thursday" is one day

std::uint64_t add_text(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return (hash ^ 0xFFU) * 0x100000001B3ULL;
}

class TopicAcrossFiles final : public Check {
 public:
  explicit TopicAcrossFiles(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (sink.lines_of_run() == nullptr) return;
    for (const Statement& statement : explicit_statements(document, facts)) {
      std::uint64_t key = add_text(0xCBF29CE484222325ULL, document.block(statement.block).language.code());
      key = (key ^ statement.event.kind) * 0x100000001B3ULL;
      for (const std::string& stem : statement.topic.core) key = add_text(key, stem);
      for (const std::string& place : statement.event.places) {
        sink.leave({add_text(key, place), statement.denied ? 1U : 0U, {statement.block, statement.span}});
      }
    }
  }

  [[nodiscard]] bool may_clash(std::uint64_t mine, std::uint64_t other) const override { return mine != other; }

  [[nodiscard]] std::optional<Finding> judge(const Document& document, const Facts& facts, const Trace& mine,
                                             const Elsewhere& other) const override {
    const Facts other_facts = Facts::extract(other.document, facts.knowledge());
    const std::vector<Statement> here = explicit_statements(document, facts);
    const std::vector<Statement> there = explicit_statements(other.document, other_facts);
    for (const Statement& a : here) {
      if (a.block != mine.place.block || a.span != mine.place.span) continue;
      for (const Statement& b : there) {
        if (a.denied == b.denied || other.document.block(b.block).map.to_source(b.span) != other.span) continue;
        if (!denies(a.denied ? a : b, a.denied ? b : a) || !is_same_voice(a.voice, b.voice)) continue;
        const bool same_day = !a.event.days.empty() && !b.event.days.empty() && is_same_week(facts, other_facts);
        const bool same_parties = !a.event.participants.empty() && !b.event.participants.empty();
        if (!same_day && !same_parties) continue;
        Finding finding;
        finding.place = mine.place;
        const std::string_view text = other.document.block(b.block).text;
        finding.values = {{"there", std::string(text.substr(b.span.begin, b.span.size()))},
                          {"path", other.document.path()}};
        finding.related.push_back({{}, "there", {{"path", document.path()}}, true});
        return finding;
      }
    }
    return std::nullopt;
  }

 private:
  std::vector<Statement> explicit_statements(const Document& document, const Facts& facts) const {
    std::vector<Statement> statements = statements_of(document, facts);
    std::erase_if(statements, [&](const Statement& s) {
      const Event& event = s.event;
      return !definition_.looks_at(document.block(s.block).role) || event.labelled || event.is_new ||
             event.places.empty() || (event.participants.empty() && event.days.empty()) || s.topic.core.empty();
    });
    return statements;
  }

  static bool is_same_week(const Facts& a, const Facts& b) {
    const auto& one = a.time().context.reference;
    const auto& two = b.time().context.reference;
    if (!one || !two || !exists(*one) || !exists(*two)) return false;
    return std::abs(to_days(*one) - to_days(*two)) <= kSameWeek;
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<TopicAcrossFiles>(definition);
}

}  // namespace

namespace kinds {
extern const Kind topic_across_files;
const Kind topic_across_files{.name = "topic-across-files",
                              .doc = "an event that is about a topic in one file of the run and not in another",
                              .keys = {},
                              .section_keys = {},
                              .make = make,
                              .needs_bad_example = false,
                              .across_files = true};
}  // namespace kinds
}  // namespace stet

// Kind `topic-contradiction`: an event that the article says to be about a topic, and not to be about it.
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "check/check.h"
#include "facts/statements.h"

namespace stet {
namespace {

// A denial, with what contradicts it and other denials of the same.
struct Cluster {
  std::vector<const Statement*> denials;
  std::vector<const Statement*> affirmed;  // in the order of the text
  const Statement* first = nullptr;        // of those, what the first denial denies
};

// An article that denies more is none.
constexpr unsigned kMostDenials = 200;

// Whether two lists in the order of the text share a statement.
bool share(const std::vector<const Statement*>& a, const std::vector<const Statement*>& b) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return true;
    *i < *j ? ++i : ++j;
  }
  return false;
}

class TopicContradiction final : public Check {
 public:
  explicit TopicContradiction(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (!may_deny_topics(facts)) return;
    std::vector<Statement> statements = statements_of(document, facts);
    std::erase_if(statements, [&](const Statement& s) { return !definition_.looks_at(document.block(s.block).role); });
    for (const Cluster& cluster : clusters(statements)) report(document, cluster, sink);
  }

 private:
  static std::vector<Cluster> clusters(const std::vector<Statement>& statements) {
    std::vector<Cluster> clusters;
    unsigned denials = 0;
    for (const Statement& denial : statements) {
      if (!denial.denied) continue;
      if (++denials > kMostDenials) break;
      std::vector<const Statement*> against;
      bool one_voice = false;
      for (const Statement& other : statements) {
        if (other.denied || !denies(denial, other)) continue;
        against.push_back(&other);
        one_voice = one_voice || is_one_voice(denial, other);
      }
      if (!one_voice) continue;
      auto cluster = std::ranges::find_if(clusters, [&](const Cluster& c) { return share(c.affirmed, against); });
      if (cluster == clusters.end()) {
        cluster = clusters.emplace(clusters.end());
        cluster->first = against.front();
      }
      cluster->denials.push_back(&denial);
      std::vector<const Statement*> affirmed;
      std::ranges::set_union(cluster->affirmed, against, std::back_inserter(affirmed));
      cluster->affirmed = std::move(affirmed);
    }
    return clusters;
  }

  static std::string text(const Document& document, const Statement& statement, TextSpan span) {
    return std::string(document.block(statement.block).text.substr(span.begin, span.size()));
  }

  static void report(const Document& document, const Cluster& cluster, Sink& sink) {
    const Statement& denial = *cluster.denials.front();
    const Statement& affirmed = *cluster.first;
    Finding finding;
    finding.place = {denial.block, denial.span};
    finding.values = {{"denied", text(document, denial, denial.span)},
                      {"affirmed", text(document, affirmed, affirmed.span)},
                      {"topic", text(document, denial, denial.topic.span)}};
    for (const Statement* other : cluster.affirmed) {
      finding.related.push_back({{other->block, other->span}, "affirmed", {}});
    }
    for (const Statement* other : cluster.denials) {
      if (other != &denial) finding.related.push_back({{other->block, other->span}, "denied-too", {}});
    }
    std::stable_sort(finding.related.begin(), finding.related.end(), [](const RelatedPlace& a, const RelatedPlace& b) {
      return std::pair(a.place.block, a.place.span) < std::pair(b.place.block, b.place.span);
    });
    sink.report(std::move(finding));
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<TopicContradiction>(definition);
}

}  // namespace

namespace kinds {
extern const Kind topic_contradiction;
const Kind topic_contradiction{
    "topic-contradiction", "an event said to be about a topic, and not to be about it", {}, {}, make};
}  // namespace kinds
}  // namespace stet

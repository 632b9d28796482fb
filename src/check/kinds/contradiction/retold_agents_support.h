// Who did it to whom, told the other way round in a short article: "Fisk is suing Amory", "Amory, the plaintiff".
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "check/kinds/contradiction/retold_sides_support.h"
#include "check/kinds/contradiction/short_article_support.h"

namespace stet {

// The values of such a slot, by rules/lexicon/class-agent.toml.
enum class AgentWord : std::uint8_t {
  kDone,      // the subject did it: "sued"
  kSuffered,  // it was done to the subject: "lost to"
  kBy,        // a noun with "of" before who did it: "the accusations of"
  kTo,        // a noun with "of" before whom it was done to: "the purchase of"
  kDoer,      // "the plaintiff"
  kTarget     // "the defendant"
};

class RetoldAgents {
 public:
  explicit RetoldAgents(const ShortArticle& article) : article_(article), sides_(article) {}

  struct Clash {
    Said first;
    Said second;
    bool sure = false;  // both name the two
  };
  // The first two places of a slot that tell it the other way round; nothing where the article says that both did it.
  // `told`: all words of the slot.
  [[nodiscard]] std::optional<Clash> clash(const std::vector<const Said*>& told) const;

 private:
  // Who is named together, and by what the sentence leads to them.
  struct Party {
    enum Mark : std::uint8_t { kPlain, kAgent, kOwner, kTarget, kOther, kOwning };
    TextSpan span;
    Forms names;
    Mark mark = kPlain;
  };
  struct Told {
    Forms agents;
    Forms targets;
  };
  [[nodiscard]] bool is_told(const Said& said) const;
  [[nodiscard]] bool is_of_another(const Said& first, const Said& second) const;
  // "Webb attacked him first, the defence said"
  [[nodiscard]] bool is_claimed(const Said& said) const;
  [[nodiscard]] bool is_mutual() const;
  [[nodiscard]] std::vector<Party> parties_of(const Said& said) const;
  [[nodiscard]] Party::Mark mark_before(const Block& block, TextSpan between, bool before) const;
  [[nodiscard]] Told read(const Said& said) const;
  [[nodiscard]] Told read_title(const Said& said, const std::vector<Party>& parties) const;
  [[nodiscard]] Told read_verb(const Said& said, const std::vector<Party>& parties) const;
  [[nodiscard]] Told read_noun(const Said& said, const std::vector<Party>& parties, AgentWord word) const;
  [[nodiscard]] bool is_passive(const Said& said) const;

  const ShortArticle& article_;
  RetoldSides sides_;
};

}  // namespace stet

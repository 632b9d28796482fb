// What the kinds share that compare the values which sentences attach to one thing.
#pragma once

#include <map>
#include <vector>

#include "base/lazy.h"
#include "check/by_section.h"
#include "check/check.h"
#include "check/kinds/contradiction/attached_support.h"

namespace stet {

// The rule's first two section keys must be kDateGuardKeys.
class AttachedCheck : public Check {
 public:
  explicit AttachedCheck(const Definition& definition);
  void run(const Document& document, const Facts& facts, Sink& sink) const final;

 protected:
  // The values of an article, in whatever order.
  [[nodiscard]] virtual std::vector<AttachedValue> find_values(const Document& document, const Facts& facts) const = 0;
  // Whether a headline tells by it when, and not only of what: its weekday is that of the text.
  [[nodiscard]] virtual bool dates_headline(const AttachedValue& value) const = 0;
  // Whether two values of one sort can't both be true.
  [[nodiscard]] virtual bool differ(const AttachedValue& a, const AttachedValue& b) const = 0;

  [[nodiscard]] const Definition& definition() const { return definition_; }
  [[nodiscard]] bool looks_at(const Block& block) const {
    return definition_.looks_at(block.role) && words_.contains(block.language);
  }

 private:
  [[nodiscard]] std::vector<Telling> find_tellings(const Document& document, const Facts& facts,
                                                   const std::vector<AttachedValue>& values,
                                                   const Happenings& happenings) const;
  [[nodiscard]] bool clash(const AttachedValue& a, const AttachedValue& b) const {
    return a.sort == b.sort && a.number != b.number && differ(a, b);
  }
  void compare_headline(const Document& document, const Facts& facts, const std::vector<AttachedValue>& heads,
                        const std::vector<AttachedValue>& values, const Happenings& happenings, Sink& sink) const;
  [[nodiscard]] bool is_guarded(const Document& document, const Facts& facts, const Telling& telling,
                                const ToldThing* thing) const;
  [[nodiscard]] bool contradict(const Document& document, const Facts& facts, const Happenings& happenings,
                                const std::vector<Telling>& all, const Telling& a, const Telling& b) const;

  const Definition& definition_;
  BySection<AttachedWords> words_;
  Lazy<Happenings> happenings_;
};

}  // namespace stet

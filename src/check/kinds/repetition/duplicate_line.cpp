// Kind `duplicate-line`: a line that stands twice in a row.
#include "check/check.h"
#include "text/phrase_form.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Letters of a line that says anything. Rows of dashes and of numbers repeat rightly.
constexpr std::size_t kFewest = 2;

class DuplicateLineCheck final : public Check {
 public:
  explicit DuplicateLineCheck(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto blocks = document.blocks();
    for (std::uint32_t i = 1; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      const Block& before = blocks[i - 1];
      if (!definition_.looks_at(block.role) || !definition_.looks_at(before.role)) continue;
      if (!same(document, before, block) || count_letters(block.text, kFewest) < kFewest) continue;
      Finding finding;
      finding.place = whole(i, block);
      finding.related.push_back({whole(i - 1, before), "first", {}});
      sink.report(std::move(finding));
    }
  }

 private:
  static TextPlace whole(std::uint32_t number, const Block& block) {
    return {number, {0, static_cast<std::uint32_t>(block.text.size())}};
  }

  // By the words first: nearly all neighbours differ there.
  static bool same(const Document& document, const Block& a, const Block& b) {
    if (a.word_count != b.word_count || a.text.empty()) return false;
    const auto words_a = document.words(a);
    const auto words_b = document.words(b);
    for (std::size_t i = 0; i < words_a.size(); ++i) {
      if (words_a[i].hash != words_b[i].hash) return false;
    }
    return phrase_form(a.text) == phrase_form(b.text);
  }

  Definition definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<DuplicateLineCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind duplicate_line;
const Kind duplicate_line{"duplicate-line", "a line that stands twice in a row", {}, {}, make};
}  // namespace kinds
}  // namespace stet

// Kind `repeated-line`: a line that stands in several files of a run.
#include "check/across_files.h"
#include "check/check.h"

namespace stet {
namespace {

class RepeatedLine final : public Check {
 public:
  explicit RepeatedLine(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const LineCounts* lines = sink.lines_of_run();
    if (lines == nullptr) return;
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      if (!definition_.looks_at(blocks[i].role)) continue;
      const std::uint64_t key = line_key(blocks[i].text, document.words(blocks[i]));
      const std::uint32_t files = key == 0 ? 0 : lines->files(key);
      if (files < 2) continue;
      Finding finding;
      finding.place = {i, {0, static_cast<std::uint32_t>(blocks[i].text.size())}};
      finding.values = {{"files", NumberValue{static_cast<double>(files)}}};
      sink.report(std::move(finding));
    }
  }

 private:
  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<RepeatedLine>(definition);
}

}  // namespace

namespace kinds {
extern const Kind repeated_line;
const Kind repeated_line{.name = "repeated-line",
                         .doc = "a line that stands in several files of one run",
                         .keys = {},
                         .section_keys = {},
                         .make = make,
                         .needs_bad_example = false,
                         .across_files = true};
}  // namespace kinds
}  // namespace stet

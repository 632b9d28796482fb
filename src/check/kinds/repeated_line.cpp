// Kind `repeated-line`: a line that stands in several files of a run. Only the engine sees more than one file, so it
// reports these findings itself; the kind gives them a rule, to be worded, configured and explained like any other.
#include "check/check.h"

namespace stet {
namespace {

class NoCheck final : public Check {
 public:
  void run(const Document& /*document*/, const Facts& /*facts*/, Sink& /*sink*/) const override {}
};

std::unique_ptr<Check> make(const Definition& /*definition*/, Errors& /*errors*/) {
  return std::make_unique<NoCheck>();
}

}  // namespace

namespace kinds {
extern const Kind repeated_line;
const Kind repeated_line{"repeated-line", "a line that stands in several files of one run", {}, {}, make, false};
}  // namespace kinds
}  // namespace stet

// Kind `suppression`: what is wrong with a <!-- stet … --> comment. Only the engine knows which comments were
// needed, so it reports these findings itself; the kind gives them a rule, to be worded, configured and explained
// like any other.
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
extern const Kind suppression;
const Kind suppression{"suppression", "a comment for stet that does nothing", {}, {}, make};
}  // namespace kinds
}  // namespace stet

#include "document/builder.h"

namespace stet {

std::uint32_t read_front_matter(DocumentBuilder&) { return 0; }

}  // namespace stet

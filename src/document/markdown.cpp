#include "document/builder.h"

namespace stet {

void read_markdown(DocumentBuilder& builder, std::uint32_t begin) { read_plain(builder, begin); }

}  // namespace stet

// Links of an article, whatever its format, and the parts of their addresses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "document/document.h"

namespace stet {

struct LinkPlace {
  std::uint32_t block = 0;
  TextSpan whole;      // with the brackets that a plain text shows
  TextSpan label;      // what is read as the link's text; the address itself when it has none
  TextPlace address;   // where the address is written: in the source, or in the block when readers see it
  std::string target;  // where it leads
};

// Links of the markup, "[text](address)" in plain text, and addresses that stand in the text; by block, then begin
// within each of the two sorts.
std::vector<LinkPlace> find_links(const Document& document);
// Only those whose text is not the address itself.
std::vector<LinkPlace> find_labelled_links(const Document& document);

struct Address {
  std::string host;       // in lower case, without "www." and port
  std::string_view path;  // from the first slash behind the host on; a view of what was given
  bool has_scheme = false;
  bool has_www = false;
};
// The parts of a web address; the host is empty when it is none: http, https or nothing stands before the host.
Address parse_address(std::string_view text);

// Whether the address leads to a site's first page, perhaps of a language.
bool is_homepage(const Address& address);

}  // namespace stet

#include "document/html_tree.h"

namespace stet {
namespace {

constexpr std::size_t kBase = std::size_t{64} << 20U;
constexpr std::size_t kForEachByte = 256;

}  // namespace

std::unique_ptr<HtmlTree> HtmlTree::parse(std::string_view html) {
  std::unique_ptr<HtmlTree> tree(new HtmlTree(kBase + kForEachByte * html.size()));
  return tree->build(html) ? std::move(tree) : nullptr;
}

// Gumbo does not look whether it is given memory, so that there is no way back but a jump. Between here and allocate()
// there is nothing but its C code, and what that has half done lies in memory_.
bool HtmlTree::build(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &HtmlTree::allocate;
  options.deallocator = [](void* tree, void* piece) { static_cast<HtmlTree*>(tree)->memory_.release(piece); };
  options.userdata = this;
  // Each parse error would keep a copy of all open elements.
  options.max_errors = 0;
  if (setjmp(give_up_) != 0) return false;  // NOLINT(cert-err52-cpp)
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
  return true;
}

void* HtmlTree::allocate(void* tree, std::size_t size) {
  auto* self = static_cast<HtmlTree*>(tree);
  void* piece = self->memory_.take(size);
  if (piece == nullptr) std::longjmp(self->give_up_, 1);  // NOLINT(cert-err52-cpp)
  return piece;
}

}  // namespace stet

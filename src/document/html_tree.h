// A page as the tree that gumbo makes of it.
#pragma once

#include <gumbo.h>

#include <csetjmp>
#include <cstddef>
#include <memory>
#include <string_view>

#include "document/html_memory.h"

namespace stet {

class HtmlTree {
 public:
  // Null when the tree takes more memory than that of any page: HTML opens unclosed marks again in each block, so that
  // a hundred kilobytes can become gigabytes. The page must outlive the tree.
  static std::unique_ptr<HtmlTree> parse(std::string_view html);

  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  [[nodiscard]] const GumboOutput& output() const { return *output_; }

 private:
  explicit HtmlTree(std::size_t most) : memory_(most) {}

  bool build(std::string_view html);
  static void* allocate(void* tree, std::size_t size);

  HtmlMemory memory_;
  const GumboOutput* output_ = nullptr;
  std::jmp_buf give_up_ = {};
};

}  // namespace stet

// The memory of one tree, given back as a whole.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace stet {

class HtmlMemory {
 public:
  explicit HtmlMemory(std::size_t most) : most_(most) {}

  // A piece of `size` bytes, for objects of up to 8 bytes' alignment, or null when `most` bytes are taken.
  void* take(std::size_t size);
  // Keeps a piece, or null, for the next that is as large.
  void release(void* piece);

 private:
  struct Free {
    Free* next = nullptr;
  };
  static constexpr std::size_t kKinds = 32 + 64;  // steps of 16 bytes, then powers of two

  std::byte* carve(std::size_t size);

  std::size_t most_;
  std::size_t taken_ = 0;  // by chunks
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* at_ = nullptr;  // in the last chunk of small pieces
  std::size_t left_ = 0;
  std::array<Free*, kKinds> free_ = {};
};

}  // namespace stet

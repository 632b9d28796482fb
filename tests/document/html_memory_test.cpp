#include "document/html_memory.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <vector>

namespace stet {
namespace {

TEST(HtmlMemory, PiecesLieApart) {
  HtmlMemory memory(std::size_t{8} << 20U);
  std::vector<unsigned char*> pieces;
  std::vector<std::size_t> sizes;
  for (std::size_t size = 0; size < 900; ++size) sizes.push_back(size);
  for (const std::size_t size : {4096U, 100'000U, 300'000U, 1'000'000U}) sizes.push_back(size);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    auto* piece = static_cast<unsigned char*>(memory.take(sizes[i]));
    ASSERT_NE(piece, nullptr);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(piece) % alignof(void*), 0U);
    std::memset(piece, static_cast<int>(i % 251), sizes[i]);
    pieces.push_back(piece);
  }
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    for (std::size_t k = 0; k < sizes[i]; ++k) ASSERT_EQ(pieces[i][k], i % 251) << i;
  }
}

TEST(HtmlMemory, AReleasedPieceIsTakenAgain) {
  HtmlMemory memory(std::size_t{1} << 20U);
  void* piece = memory.take(40);
  void* other = memory.take(40);
  memory.release(piece);
  memory.release(nullptr);
  EXPECT_EQ(memory.take(48), piece);
  EXPECT_NE(memory.take(48), other);
  for (int i = 0; i < 100'000; ++i) {
    void* large = memory.take(200'000);
    ASSERT_NE(large, nullptr);
    memory.release(large);
  }
}

TEST(HtmlMemory, NoMoreThanAllowed) {
  HtmlMemory memory(100'000);
  EXPECT_EQ(memory.take(200'000), nullptr);
  EXPECT_EQ(memory.take(static_cast<std::size_t>(-1)), nullptr);
  std::size_t taken = 0;
  while (memory.take(1000) != nullptr) taken += 1000;
  EXPECT_GT(taken, 50'000U);
  EXPECT_LT(taken, 100'000U);
}

}  // namespace
}  // namespace stet

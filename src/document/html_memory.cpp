#include "document/html_memory.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <new>

namespace stet {
namespace {

constexpr std::size_t kStep = 16;
constexpr std::size_t kLargestStepped = 32 * kStep;
constexpr std::size_t kFirstChunk = std::size_t{16} << 10U;
constexpr std::size_t kLargestChunk = std::size_t{1} << 20U;
constexpr std::size_t kHead = sizeof(std::uint64_t);  // before each piece: its kind

std::size_t kind_of(std::size_t size) {
  if (size <= kLargestStepped) return size == 0 ? 0 : (size - 1) / kStep;
  return 32 + static_cast<std::size_t>(std::bit_width(size - 1));
}

std::size_t size_of(std::size_t kind) { return kind < 32 ? (kind + 1) * kStep : std::size_t{1} << (kind - 32); }

}  // namespace

void* HtmlMemory::take(std::size_t size) {
  if (size > most_) return nullptr;
  const std::size_t kind = kind_of(size);
  if (Free* piece = free_[kind]) {
    free_[kind] = piece->next;
    return piece;
  }
  std::byte* place = carve(kHead + size_of(kind));
  if (place == nullptr) return nullptr;
  new (place) std::uint64_t(kind);
  return place + kHead;
}

void HtmlMemory::release(void* piece) {
  if (piece == nullptr) return;
  const std::uint64_t kind = static_cast<const std::uint64_t*>(piece)[-1];
  free_[kind] = new (piece) Free{free_[kind]};
}

// A large piece has a chunk of its own.
std::byte* HtmlMemory::carve(std::size_t size) {
  if (size > left_) {
    const bool large = size > kLargestChunk / 4;
    const std::size_t grown = std::clamp(taken_, kFirstChunk, kLargestChunk);
    const std::size_t length = large ? size : std::max(size, grown);
    if (length > most_ - taken_) return nullptr;
    taken_ += length;
    chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(length));
    if (large) return chunks_.back().get();
    at_ = chunks_.back().get();
    left_ = length;
  }
  std::byte* place = at_;
  at_ += size;
  left_ -= size;
  return place;
}

}  // namespace stet

// Work on several threads, results in order.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace stet {

// Calls work(i) for each i below `count` on up to `threads` threads, and deliver(i, result) on the calling
// thread in the order of i. Only a bounded number of results waits, so that memory does not grow with the
// run. With one thread (or one piece of work) everything happens here. Neither function may throw.
template <class Work, class Deliver>
void run_ordered(std::size_t count, std::size_t threads, Work work, Deliver deliver) {
  threads = std::min(threads, count);
  if (threads <= 1) {
    for (std::size_t i = 0; i < count; ++i) deliver(i, work(i));
    return;
  }
  using Item = decltype(work(std::size_t{}));
  const std::size_t window = threads * 64;
  std::vector<std::optional<Item>> slots(window);
  std::mutex mutex;
  std::condition_variable ready;
  std::condition_variable room;
  std::size_t next = 0;
  std::size_t delivered = 0;

  const auto worker = [&] {
    std::unique_lock lock(mutex);
    for (;;) {
      room.wait(lock, [&] { return next >= count || next < delivered + window; });
      if (next >= count) return;
      const std::size_t i = next++;
      lock.unlock();
      Item item = work(i);
      lock.lock();
      slots[i % window].emplace(std::move(item));
      if (i == delivered) ready.notify_one();
    }
  };
  std::vector<std::jthread> pool;
  for (std::size_t t = 0; t < threads; ++t) pool.emplace_back(worker);

  std::unique_lock lock(mutex);
  while (delivered < count) {
    ready.wait(lock, [&] { return slots[delivered % window].has_value(); });
    Item item = std::move(*slots[delivered % window]);
    slots[delivered % window].reset();
    const std::size_t i = delivered++;
    room.notify_one();
    lock.unlock();
    deliver(i, std::move(item));
    lock.lock();
  }
  lock.unlock();
  room.notify_all();
}

}  // namespace stet

// Values made when they are first asked for.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

namespace stet {

// One value, shared by threads.
template <class T>
class Lazy {
 public:
  // What `make` gives; it is called once.
  template <class Make>
  const T& get(Make&& make) const {
    std::call_once(state_->once, [&] { state_->value.emplace(make()); });
    return *state_->value;
  }
  // The value to be changed, when it is there; not while other threads look.
  [[nodiscard]] std::optional<T>& made() { return state_->value; }

 private:
  struct State {
    std::once_flag once;
    std::optional<T> value;
  };
  std::unique_ptr<State> state_ = std::make_unique<State>();
};

// What is made of bytes when it is first asked for. Copies share it; so do threads.
template <class T>
class Unread {
 public:
  using Read = T (*)(std::string_view bytes);
  Unread(T value) : state_(std::make_shared<State>()) {  // NOLINT: they are one
    state_->value.get([&] { return std::move(value); });
  }
  // What `read` makes of the bytes, which must outlive it.
  Unread(std::string_view bytes, Read read) : state_(std::make_shared<State>()) {
    state_->bytes = bytes;
    state_->read = read;
  }

  [[nodiscard]] const T& get() const {
    return state_->value.get([&] { return state_->read(state_->bytes); });
  }
  // To be changed, apart from copies made before; not while other threads look.
  [[nodiscard]] T& edit() {
    const T& value = get();
    if (state_.use_count() > 1) *this = Unread(T(value));
    return *state_->value.made();
  }

 private:
  struct State {
    std::string_view bytes;
    Read read = nullptr;
    Lazy<T> value;
  };
  std::shared_ptr<State> state_;
};

// A value for each of a few keys, shared by threads. Reading takes no lock.
template <class Key, class T>
class LazyMap {
 public:
  LazyMap() = default;
  ~LazyMap() {
    if (!state_) return;
    for (const Node* node = state_->first.load(); node != nullptr;) delete std::exchange(node, node->next);
  }
  LazyMap(LazyMap&&) noexcept = default;
  LazyMap& operator=(LazyMap&&) noexcept = default;

  // What `make` gives for the key. Two threads may call it at a time, but one value stays.
  template <class Make>
  const T& get(const Key& key, Make&& make) const {
    if (const Node* known = find(key)) return known->value;
    auto fresh = std::make_unique<Node>(Node{key, make(), nullptr});
    const std::lock_guard lock(state_->mutex);
    if (const Node* known = find(key)) return known->value;
    fresh->next = state_->first.load(std::memory_order_relaxed);
    state_->first.store(fresh.get(), std::memory_order_release);
    return fresh.release()->value;
  }

 private:
  struct Node {
    Key key;
    T value;
    const Node* next = nullptr;
  };
  struct State {
    std::atomic<const Node*> first = nullptr;
    std::mutex mutex;
  };

  const Node* find(const Key& key) const {
    const Node* node = state_->first.load(std::memory_order_acquire);
    while (node != nullptr && !(node->key == key)) node = node->next;
    return node;
  }

  std::unique_ptr<State> state_ = std::make_unique<State>();
};

}  // namespace stet

// What checks make of one document and share, so that each thing is made once.
#pragma once

#include <memory>
#include <utility>
#include <vector>

namespace stet {

// Things of any type, made when they are first asked for. Of one thread, as the facts of a document are.
class MadeOnce {
 public:
  // The T for the key, which is an address that stays: of a rule's words, of a table. `make` gives it, and is called
  // once for each T and key; it may ask for other things.
  template <class T, class Make>
  const T& get(const void* key, Make&& make) const {
    for (const Thing& thing : things_) {
      if (thing.type == &kType<T> && thing.key == key) return *static_cast<const T*>(thing.value.get());
    }
    auto value = std::make_shared<const T>(make());
    const T& made = *value;
    things_.push_back({&kType<T>, key, std::move(value)});
    return made;
  }

 private:
  template <class T>
  static constexpr char kType = 0;  // its address tells types apart

  struct Thing {
    const void* type = nullptr;
    const void* key = nullptr;
    std::shared_ptr<const void> value;
  };
  mutable std::vector<Thing> things_;
};

}  // namespace stet

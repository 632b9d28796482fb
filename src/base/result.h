// Expected failures: a value, or what went wrong and where.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace stet {

// What went wrong, for a person to read. `line` and `column` count from 1 (columns in code points);
// 0 means that there is no place. `excerpt` is the offending line, `hint` a probable remedy.
struct Error {
  std::string message = {};
  std::string path = {};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string excerpt = {};
  std::string hint = {};
};

using Errors = std::vector<Error>;

// Either a T or an E (one Error, or all Errors of a file). Ask ok() first.
template <class T, class E = Error>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

  E& error() & { return *std::get_if<1>(&state_); }
  const E& error() const& { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, E> state_;
};

}  // namespace stet

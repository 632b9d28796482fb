// Values written to bytes and read back, by one function for both directions: `archive(value)`.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace stet {

// Appends to `bytes`. Numbers have a variable length: most are small.
class ArchiveWriter {
 public:
  static constexpr bool kReads = false;
  void number(std::uint64_t& value) {
    std::uint64_t rest = value;
    for (; rest >= 0x80; rest >>= 7) bytes.push_back(static_cast<char>((rest & 0x7F) | 0x80));
    bytes.push_back(static_cast<char>(rest));
  }
  void text(std::string& value) {
    std::uint64_t size = value.size();
    number(size);
    bytes += value;
  }
  std::string bytes;
};

// Reads what a writer has written; anything else gives empty values, never a read beyond the end.
class ArchiveReader {
 public:
  static constexpr bool kReads = true;
  explicit ArchiveReader(std::string_view bytes) : rest_(bytes) {}
  void number(std::uint64_t& value) {
    value = 0;
    for (unsigned shift = 0; !rest_.empty() && shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return;
    }
  }
  void text(std::string& value) { value = view(); }
  // A text as it lies in the bytes.
  std::string_view view() {
    std::uint64_t size = 0;
    number(size);
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  // How many items follow; never more than there are bytes.
  [[nodiscard]] std::size_t count(std::uint64_t claimed) const {
    return claimed <= rest_.size() ? static_cast<std::size_t>(claimed) : 0;
  }

 private:
  std::string_view rest_;
};

template <class A, class T>
requires(std::is_integral_v<T> || std::is_enum_v<T>) void archive(A& a, T& value) {
  // Signed numbers go as two's complement: long when negative, which none of ours is as a rule.
  auto raw = static_cast<std::uint64_t>(value);
  a.number(raw);
  value = static_cast<T>(raw);
}

template <class A>
void archive(A& a, double& value) {
  std::uint64_t raw = 0;
  std::memcpy(&raw, &value, sizeof raw);
  a.number(raw);
  std::memcpy(&value, &raw, sizeof raw);
}

template <class A>
void archive(A& a, std::string& value) {
  a.text(value);
}

template <class A, class T>
void archive(A& a, std::vector<T>& values) {
  std::uint64_t count = values.size();
  a.number(count);
  if constexpr (A::kReads) values.resize(a.count(count));
  for (T& value : values) archive(a, value);
}

template <class A, class T, class U>
void archive(A& a, std::pair<T, U>& value) {
  archive(a, value.first);
  archive(a, value.second);
}

template <class A, class T>
void archive(A& a, std::optional<T>& value) {
  bool there = value.has_value();
  archive(a, there);
  if (A::kReads && there) value.emplace();
  if (there) archive(a, *value);
}

template <class A, class K, class V, class C>
void archive(A& a, std::map<K, V, C>& values) {
  std::uint64_t count = values.size();
  a.number(count);
  if constexpr (A::kReads) {
    for (std::size_t i = a.count(count); i > 0; --i) {
      std::pair<K, V> entry;
      archive(a, entry.first);
      archive(a, entry.second);
      values.insert_or_assign(values.end(), std::move(entry.first), std::move(entry.second));
    }
  } else {
    for (auto& [key, value] : values) {
      K copy = key;
      archive(a, copy);
      archive(a, value);
    }
  }
}

template <class A, class... T>
void archive(A& a, std::variant<T...>& value) {
  std::uint64_t index = value.index();
  a.number(index);
  if constexpr (A::kReads) {
    std::uint64_t i = 0;
    (void)((i++ == index && (value.template emplace<T>(), true)) || ...);
  }
  std::visit([&](auto& held) { archive(a, held); }, value);
}

}  // namespace stet

#include "base/lazy.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace stet {
namespace {

TEST(Lazy, AValueIsMadeOnce) {
  const Lazy<std::string> lazy;
  int made = 0;
  const auto make = [&] {
    ++made;
    return std::string("lilac");
  };
  EXPECT_EQ(&lazy.get(make), &lazy.get(make));
  EXPECT_EQ(lazy.get(make), "lilac");
  EXPECT_EQ(made, 1);
}

TEST(LazyMap, EachKeyHasItsOwnValueThatStays) {
  LazyMap<int, std::string> map;
  const std::string& one = map.get(1, [] { return std::string("one"); });
  const std::string& two = map.get(2, [] { return std::string("two"); });
  EXPECT_EQ(one, "one");
  EXPECT_EQ(two, "two");
  EXPECT_EQ(&one, &map.get(1, [] { return std::string("other"); }));
  const LazyMap<int, std::string> moved = std::move(map);
  EXPECT_EQ(&two, &moved.get(2, [] { return std::string("other"); }));
}

TEST(LazyMap, ThreadsGetOneValue) {
  const LazyMap<int, std::string> map;
  std::vector<const std::string*> got(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < got.size(); ++i) {
    threads.emplace_back([&, i] { got[i] = &map.get(7, [&] { return std::to_string(i); }); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string* each : got) EXPECT_EQ(each, got.front());
}

}  // namespace
}  // namespace stet

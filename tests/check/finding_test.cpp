#include "check/finding.h"

#include <gtest/gtest.h>

namespace stet {
namespace {

TEST(Severity, NamesGoThereAndBack) {
  EXPECT_EQ(severity_from_name("error"), Severity::kError);
  EXPECT_EQ(severity_from_name("warning"), Severity::kWarning);
  EXPECT_EQ(severity_from_name("info"), Severity::kInfo);
  for (const Severity severity : {Severity::kInfo, Severity::kWarning, Severity::kError}) {
    EXPECT_EQ(severity_from_name(severity_name(severity)), severity);
  }
  EXPECT_EQ(severity_from_name("Error"), std::nullopt);
  EXPECT_EQ(severity_from_name(""), std::nullopt);
}

TEST(Severity, IsOrderedByWeight) {
  EXPECT_LT(Severity::kInfo, Severity::kWarning);
  EXPECT_LT(Severity::kWarning, Severity::kError);
}

}  // namespace
}  // namespace stet

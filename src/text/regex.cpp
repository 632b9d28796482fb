#include "text/regex.h"

#include <re2/re2.h>

#include <array>

namespace stet {

Regex::Regex(std::unique_ptr<re2::RE2> re) : re_(std::move(re)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<Regex> Regex::compile(std::string_view expression, std::size_t max_memory) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(static_cast<std::int64_t>(max_memory));
  auto re = std::make_unique<re2::RE2>(re2::StringPiece(expression.data(), expression.size()), options);
  if (!re->ok()) return Error{.message = re->error()};
  return Regex(std::move(re));
}

bool Regex::find(std::string_view text, std::size_t from, std::vector<std::string_view>& groups) const {
  constexpr std::size_t kMost = 16;
  std::array<re2::StringPiece, kMost> pieces;
  const std::size_t wanted = std::min(groups.size(), kMost);
  if (!re_->Match({text.data(), text.size()}, from, text.size(), re2::RE2::UNANCHORED, pieces.data(),
                  static_cast<int>(wanted))) {
    return false;
  }
  for (std::size_t i = 0; i < wanted; ++i) groups[i] = {pieces[i].data(), pieces[i].size()};
  return true;
}

std::vector<std::pair<int, std::string>> Regex::names() const {
  const auto& named = re_->CapturingGroupNames();
  return {named.begin(), named.end()};
}

int Regex::group_count() const { return re_->NumberOfCapturingGroups(); }

}  // namespace stet

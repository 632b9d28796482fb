#include "document/document.h"

#include <algorithm>
#include <array>
#include <utility>

#include "document/builder.h"

namespace stet {
namespace {

constexpr std::array<std::string_view, kRoleCount> kRoleNames = {
    "title",      "heading", "paragraph", "list-item", "table-cell", "quote",        "caption",
    "navigation", "aside",   "footer",    "code",      "raw-html",   "front-matter", "raw"};

constexpr std::array<std::string_view, 3> kFormatNames = {"markdown", "html", "plain"};

constexpr std::pair<std::string_view, Format> kSuffixes[] = {
    {"md", Format::kMarkdown},  {"markdown", Format::kMarkdown}, {"mdx", Format::kMarkdown},
    {"mkd", Format::kMarkdown}, {"mdown", Format::kMarkdown},    {"html", Format::kHtml},
    {"htm", Format::kHtml},     {"xhtml", Format::kHtml},        {"txt", Format::kPlain},
    {"text", Format::kPlain}};

}  // namespace

std::string_view role_name(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

std::optional<Role> role_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
    if (kRoleNames[i] == name) return static_cast<Role>(i);
  }
  return std::nullopt;
}

std::string_view format_name(Format format) { return kFormatNames[static_cast<std::size_t>(format)]; }

std::optional<Format> format_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kFormatNames.size(); ++i) {
    if (kFormatNames[i] == name) return static_cast<Format>(i);
  }
  return std::nullopt;
}

std::optional<Format> format_of_path(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  std::string suffix(path.substr(dot + 1));
  for (char& c : suffix) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const auto& [name, format] : kSuffixes) {
    if (suffix == name) return format;
  }
  return std::nullopt;
}

Document read_document(std::string path, SourceText source, const ReadOptions& options) {
  const Format format = options.format.value_or(format_of_path(path).value_or(Format::kPlain));
  DocumentBuilder builder(std::move(path), std::move(source), format);
  const std::uint32_t begin = read_front_matter(builder);
  switch (format) {
    case Format::kMarkdown:
      read_markdown(builder, begin);
      break;
    case Format::kHtml:
      read_html(builder, begin);
      break;
    case Format::kPlain:
      read_plain(builder, begin);
      break;
  }
  return std::move(builder).finish(options);
}

bool Document::is_set_aside(std::uint32_t block, TextSpan span) const {
  const auto first = std::ranges::partition_point(set_aside_, [&](const auto& aside) {
    return aside.first != block ? aside.first < block : aside.second.end <= span.begin;
  });
  return first != set_aside_.end() && first->first == block && first->second.overlaps(span);
}

}  // namespace stet

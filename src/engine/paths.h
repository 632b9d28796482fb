// Paths as text, with / between their parts. Nothing here looks at the disk.
#pragma once

#include <string>
#include <string_view>

namespace stet {

// Without "." parts, doubled and trailing slashes: "./a//b/" is "a/b", "." is ".". ".." stays where it is, since
// what it leads to depends on links.
std::string tidy_path(std::string_view path);

// `base`/`path`; the path itself when it is absolute or the base is ".".
std::string join_path(std::string_view base, std::string_view path);

// The folder that holds it: "a" of "a/b", "." of "a", "/" of "/a".
std::string parent_path(std::string_view path);

// From the root, with ".." taken away by name. `working_directory` must be absolute.
std::string absolute_path(std::string_view path, std::string_view working_directory);

// `path` as seen from `directory`, when it lies below it, both absolute and tidy; else the path itself.
std::string_view path_below(std::string_view path, std::string_view directory);

// Part by part, so that "a/b" stands before "a-b/c": the order of a walk that sorts each folder.
bool path_less(std::string_view a, std::string_view b);

}  // namespace stet

#include "engine/baseline.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/file_io.h"
#include "engine/paths.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr int kVersion = 1;

// Case folded, white space collapsed.
std::string normalised(std::string_view text) {
  const std::string folded = fold(text);
  std::string out;
  bool space = false;
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint c = decode_at(folded, i);
    if (is_space(c.value)) {
      space = !out.empty();
    } else {
      if (space) out += ' ';
      space = false;
      out.append(folded, i, c.length);
    }
    i += c.length;
  }
  return out;
}

Error broken(const std::string& file, std::string why) {
  Error error;
  error.path = file;
  error.message = "this is no baseline: " + std::move(why);
  error.hint = "`stet check --write-baseline FILE` writes a new one";
  return error;
}

}  // namespace

Result<Baseline> Baseline::read(const std::string& file) {
  const Result<std::string> text = read_file(file);
  if (!text) return text.error();
  const nlohmann::json root = nlohmann::json::parse(*text, nullptr, false);
  if (root.is_discarded()) return broken(file, "not JSON");
  if (!root.is_object() || !root.contains("version") || !root.contains("findings") || !root["findings"].is_array()) {
    return broken(file, "it has no \"version\" and \"findings\"");
  }
  if (root["version"] != kVersion) return broken(file, "its version is not " + std::to_string(kVersion));
  Baseline baseline;
  baseline.directory_ = parent_path(file);
  for (const nlohmann::json& entry : root["findings"]) {
    const auto text_of = [&entry](const char* key) -> const std::string* {
      const auto it = entry.is_object() ? entry.find(key) : entry.end();
      return entry.is_object() && it != entry.end() ? it->get_ptr<const std::string*>() : nullptr;
    };
    const std::string* path = text_of("path");
    const std::string* rule = text_of("rule");
    const std::string* excerpt = text_of("text");
    const std::string* around = text_of("around");
    if (path == nullptr || rule == nullptr || excerpt == nullptr || around == nullptr) {
      return broken(file, "a finding lacks \"path\", \"rule\", \"text\" or \"around\"");
    }
    ++baseline.entries_[*path][{*rule, *excerpt, *around}];
  }
  return baseline;
}

Baseline::Key Baseline::key_of(const Diagnostic& diagnostic) {
  return {diagnostic.rule, normalised(diagnostic.excerpt), fmt::format("{:016x}", diagnostic.surroundings)};
}

// JSON holds no other bytes than UTF-8.
std::string Baseline::name_of(const std::string& path) const { return valid_utf8(path_below(path, directory_)); }

std::size_t Baseline::filter(const std::string& path, std::vector<Diagnostic>& diagnostics) const {
  const auto known = entries_.find(name_of(path));
  if (known == entries_.end() || diagnostics.empty()) return 0;
  std::map<Key, std::size_t> left = known->second;
  return std::erase_if(diagnostics, [&left](const Diagnostic& diagnostic) {
    const auto it = left.find(key_of(diagnostic));
    if (it == left.end() || it->second == 0) return false;
    --it->second;
    return true;
  });
}

void Baseline::add(const std::string& path, const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    ++entries_[name_of(path)][key_of(diagnostic)];
  }
}

std::string Baseline::to_json() const {
  std::string out = fmt::format("{{\n  \"version\": {},\n  \"findings\": [", kVersion);
  const auto quoted = [](const std::string& text) { return nlohmann::json(text).dump(); };
  const char* separator = "\n";
  for (const auto& [path, findings] : entries_) {
    for (const auto& [key, count] : findings) {
      const auto& [rule, text, around] = key;
      for (std::size_t i = 0; i < count; ++i) {
        out += fmt::format("{}    {{\"path\": {}, \"rule\": {}, \"text\": {}, \"around\": {}}}", separator,
                           quoted(path), quoted(rule), quoted(text), quoted(around));
        separator = ",\n";
      }
    }
  }
  return out + "\n  ]\n}\n";
}

std::size_t Baseline::size() const {
  std::size_t total = 0;
  for (const auto& [path, findings] : entries_) {
    for (const auto& [key, count] : findings) total += count;
  }
  return total;
}

}  // namespace stet

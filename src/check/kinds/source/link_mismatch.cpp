// Kind `link-mismatch`: a link whose text names one site, while it leads to another.
#include <algorithm>

#include "check/check.h"
#include "check/kinds/source/link_support.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr Key kSectionKeys[] = {
    {"endings", KeyType::kStrings, "top-level domains by which a name without http or www is known as a site"},
    {"second-level", KeyType::kStrings, "names under a country under which sites are registered: co, com, ac"},
    {"redirectors", KeyType::kStrings, "sites that only lead elsewhere"},
    {"same", KeyType::kStrings, "domains of one owner, parted by spaces"},
};

using Words = std::vector<std::string>;

bool has(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) result.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

// In lower case, without hyphens: "n-tv" and "NTV" are one name.
std::string plain_name(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != '-') result += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return result;
}

// Without quotes, brackets and arrows around it.
std::string_view bare_label(std::string_view label) {
  while (!label.empty()) {
    const CodePoint c = decode_at(label, 0);
    if (is_word_char(c.value)) break;
    label.remove_prefix(c.length);
  }
  while (!label.empty()) {
    const CodePoint c = decode_before(label, label.size());
    if (is_word_char(c.value) || c.value == '/') break;
    label.remove_suffix(c.length);
  }
  return label;
}

class LinkMismatchCheck final : public Check {
 public:
  explicit LinkMismatchCheck(const Definition& definition) : definition_(definition) {
    const auto list = [&](std::string_view key) {
      const auto* words = definition.option<Words>(Language::any(), key);
      return words != nullptr ? *words : Words();
    };
    endings_ = list("endings");
    second_level_ = list("second-level");
    redirectors_ = list("redirectors");
    same_ = list("same");
  }

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    for (const LinkPlace& link : find_labelled_links(document)) {
      const Block& block = document.block(link.block);
      if (!definition_.looks_at(block.role)) continue;
      const std::string_view label = bare_label(block.text.substr(link.label.begin, link.label.size()));
      const Address shown = parse_address(label);
      if (!names_site(shown, label)) continue;
      const Address target = parse_address(link.target);
      if (!target.has_scheme || target.host.empty() || may_be_same(shown, target, link.target)) continue;
      Finding finding;
      finding.place = {link.block, link.label};
      finding.values = {{"shown", shown.host}, {"target", target.host}};
      finding.related.push_back({link.address, "target", {}});
      sink.report(std::move(finding));
    }
  }

 private:
  // "Node.js" and "README.md" name no sites, "Booking.com" and "ASP.NET" are names that people write large.
  bool names_site(const Address& shown, std::string_view label) const {
    if (shown.host.empty()) return false;
    if (shown.has_scheme || shown.has_www) return true;
    const bool capitals = std::any_of(label.begin(), label.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return !capitals && has(endings_, split(shown.host, '.').back());
  }

  // "bbc.co.uk" of "news.bbc.co.uk".
  std::string registered(std::string_view host) const {
    const auto labels = split(host, '.');
    std::size_t count = std::min<std::size_t>(labels.size(), 2);
    if (labels.size() > 2 && labels.back().size() == 2 && has(second_level_, labels[labels.size() - 2])) count = 3;
    return std::string(host.substr(static_cast<std::size_t>(labels[labels.size() - count].data() - host.data())));
  }

  // Silent where one owner has several domains, where a redirector hides the target, and where the address names the
  // site: an archived copy, a page about it.
  bool may_be_same(const Address& shown, const Address& target, std::string_view written) const {
    const std::string a = registered(shown.host);
    const std::string b = registered(target.host);
    if (a == b || has(redirectors_, a) || has(redirectors_, b) || has(redirectors_, target.host)) return true;
    // Whether "bücher.de" is "xn--bcher-kva.de" is not for us to say.
    if (shown.host.find("xn--") != std::string::npos || target.host.find("xn--") != std::string::npos) return true;
    if (plain_name(written).find(plain_name(a.substr(0, a.find('.')))) != std::string::npos) return true;
    return std::any_of(same_.begin(), same_.end(), [&](const std::string& group) {
      const auto names = split(group, ' ');
      return std::find(names.begin(), names.end(), a) != names.end() &&
             std::find(names.begin(), names.end(), b) != names.end();
    });
  }

  const Definition& definition_;
  Words endings_;
  Words second_level_;
  Words redirectors_;
  Words same_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<LinkMismatchCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind link_mismatch;
const Kind link_mismatch{
    "link-mismatch", "a link whose text names one site, while it leads to another", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

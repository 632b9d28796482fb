// Kind `bare-homepage`: a report that is cited by the home page of whoever published it.
#include <algorithm>
#include <array>

#include "check/guards.h"
#include "check/kinds/source/link_support.h"
#include "text/phrase_form.h"

namespace stet {
namespace {

enum List : std::uint8_t { kBefore, kDirectly, kAfter, kListing, kHeadings };
constexpr auto kSectionKeys = std::to_array<Key>({
    {"before", KeyType::kPhrases, "what cites the source that follows, two words at most between"},
    {"directly", KeyType::kPhrases, "what cites the source right behind it"},
    {"after", KeyType::kPhrases, "what cites the source before it, one word at most between"},
    {"listing", KeyType::kPhrases, "what stands before one or several sources, in the same sentence"},
    {"headings", KeyType::kLines, "what stands over a list of sources"},
    kGuardKeys[0],
    kGuardKeys[1],
    kGuardKeys[2],
    kGuardKeys[3],
});
constexpr std::uint8_t kFirstGuard = 5;
// "laut dem Portal X", "X heute berichtete".
constexpr std::size_t kMostBefore = 2;
constexpr std::size_t kMostAfter = 1;
constexpr std::uint32_t kWidestGap = 64;  // bytes
constexpr std::uint32_t kWidestListing = 256;

class BareHomepageCheck final : public Check {
 public:
  BareHomepageCheck(const Definition& definition, Errors& errors)
      : definition_(definition), guards_(definition, kFirstGuard, errors) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::vector<Hit> hits = guards_.standing(document, facts);
    if (hits.empty()) return;
    for (const LinkPlace& link : find_links(document)) {
      const Block& block = document.block(link.block);
      if (!definition_.looks_at(block.role)) continue;
      const Address address = parse_address(link.target);
      if (!is_homepage(address) || is_subject(document, address)) continue;
      if (!is_cited(document, block, link, hits) && !is_listed(document, link, hits)) continue;
      Finding finding;
      finding.place = link.address;
      finding.values = {{"host", address.host}};
      sink.report(std::move(finding));
    }
  }

 private:
  // The title names the site's owner: what they say of themselves stands on their own site.
  static bool is_subject(const Document& document, const Address& address) {
    constexpr std::size_t kShortestName = 4;
    const std::string name = address.host.substr(0, address.host.find('.'));
    if (name.size() < kShortestName) return false;
    for (const Block& block : document.blocks()) {
      if (block.role == Role::kTitle) return phrase_form(block.text).find(phrase_form(name)) != std::string::npos;
    }
    return false;
  }

  static bool is_cited(const Document& document, const Block& block, const LinkPlace& link,
                       const std::vector<Hit>& hits) {
    constexpr std::uint32_t kLongestHit = 128;  // bytes
    const std::uint32_t from = link.whole.begin - std::min(link.whole.begin, kLongestHit + kWidestListing);
    for (auto hit = first_of(hits, link.block, from); hit != hits.end(); ++hit) {
      if (hit->block != link.block || hit->span.begin > link.whole.end + kWidestGap) return false;
      const TextSpan ahead{hit->span.end, link.whole.begin};
      const TextSpan behind{link.whole.end, hit->span.begin};
      if (hit->key == kListing && ahead.begin <= ahead.end && is_one_sentence(block, ahead)) return true;
      if (hit->key == kBefore && is_gap(document, block, ahead, kMostBefore)) return true;
      if (hit->key == kDirectly && is_gap(document, block, ahead, 0)) return true;
      if (hit->key == kAfter && is_gap(document, block, behind, kMostAfter)) return true;
    }
    return false;
  }

  static std::vector<Hit>::const_iterator first_of(const std::vector<Hit>& hits, std::uint32_t block,
                                                   std::uint32_t begin) {
    return std::lower_bound(hits.begin(), hits.end(), begin, [&](const Hit& hit, std::uint32_t pos) {
      return hit.block < block || (hit.block == block && hit.span.begin < pos);
    });
  }

  static bool is_one_sentence(const Block& block, TextSpan gap) {
    return gap.size() <= kWidestListing &&
           block.text.substr(gap.begin, gap.size()).find(". ") == std::string_view::npos;
  }

  // Whether one lies behind the other, no more than so many words of the same clause between.
  static bool is_gap(const Document& document, const Block& block, TextSpan gap, std::size_t most) {
    if (gap.begin > gap.end || gap.size() > kWidestGap) return false;
    if (block.text.substr(gap.begin, gap.size()).find_first_of(".;!?\n") != std::string_view::npos) return false;
    const auto all = document.words(block);
    const auto first = std::lower_bound(all.begin(), all.end(), gap.begin,
                                        [](const Word& word, std::uint32_t pos) { return word.begin < pos; });
    const auto last = std::find_if(first, all.end(), [&](const Word& word) { return word.end > gap.end; });
    return static_cast<std::size_t>(last - first) <= most;
  }

  // Under a heading such as "Sources", in the items of the list there or in the next cell.
  static bool is_listed(const Document& document, const LinkPlace& link, const std::vector<Hit>& hits) {
    const Block& block = document.block(link.block);
    std::uint32_t first = link.block;
    if (block.list != kNone) {
      const std::vector<std::uint32_t>& item = document.lists()[block.list].items.front().blocks;
      if (item.empty()) return false;
      first = item.front();
    }
    if (first == 0 || document.block(first - 1).table != block.table) return false;
    const auto hit = std::find_if(first_of(hits, first - 1, 0), hits.end(),
                                  [&](const Hit& h) { return h.block != first - 1 || h.key == kHeadings; });
    return hit != hits.end() && hit->block == first - 1;
  }

  const Definition& definition_;
  Guards guards_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<BareHomepageCheck>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind bare_homepage;
const Kind bare_homepage{
    "bare-homepage", "a report that is cited by the home page of its publisher", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

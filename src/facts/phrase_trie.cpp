#include "facts/phrase_trie.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace stet {

Folding PhraseTable::fold_plain(char32_t c) {
  if (c < 0x80) {
    const char32_t lower = c >= 'A' && c <= 'Z' ? c + 32 : c == '\t' || c == '\r' ? U' ' : c;
    return {{lower}, 1};
  }
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return {{U'\''}, 1};
    case 0x2010:
    case 0x2011:
      return {{U'-'}, 1};
    default:
      break;
  }
  if (is_space(c)) return {{U' '}, 1};
  return fold_char(c);
}

PhraseTable::Step PhraseTable::next(std::string_view text, std::size_t pos) {
  const auto byte = static_cast<unsigned char>(text[pos]);
  if (byte > ' ' && byte < 0x80) return {pos + 1, {{byte >= 'A' && byte <= 'Z' ? byte + 32U : byte}, 1}};
  const CodePoint c = decode_at(text, pos);
  Step step{pos + c.length, fold_plain(c.value)};
  if (step.folding.size != 1 || step.folding.to[0] != ' ') return step;
  while (step.position < text.size()) {
    const CodePoint more = decode_at(text, step.position);
    if (more.value == '\n' || !is_space(more.value)) break;
    step.position += more.length;
  }
  return step;
}

PhraseTable::Step PhraseTable::previous(std::string_view text, std::size_t pos) {
  const auto byte = static_cast<unsigned char>(text[pos - 1]);
  if (byte > ' ' && byte < 0x80) return {pos - 1, {{byte >= 'A' && byte <= 'Z' ? byte + 32U : byte}, 1}};
  const CodePoint c = decode_before(text, pos);
  Step step{pos - c.length, fold_plain(c.value)};
  if (step.folding.size != 1 || step.folding.to[0] != ' ') return step;
  while (step.position > 0) {
    const CodePoint more = decode_before(text, step.position);
    if (more.value == '\n' || !is_space(more.value)) break;
    step.position -= more.length;
  }
  return step;
}

PhraseTable::Match PhraseTable::longest_on(std::string_view text, std::size_t pos) const {
  Match best;
  walk_on(text, pos, [&](std::size_t position, std::uint32_t payload) { best = {position, payload, true}; });
  return best;
}

void PhraseTrie::insert(std::vector<PhraseTable::Edge>& edges, PhraseTable::Edge edge) {
  std::size_t slot = PhraseTable::slot_of(edge >> PhraseTable::kNodeBits, edges.size());
  while (edges[slot] != 0) {
    if (++slot == edges.size()) slot = 0;
  }
  edges[slot] = edge;
}

std::vector<PhraseTable::Edge> PhraseTrie::packed_edges() const {
  if (edge_count_ == 0) return {};
  std::vector<PhraseTable::Edge> packed(edge_count_ + edge_count_ / 4 + 1);
  for (const PhraseTable::Edge edge : edges_) {
    if (edge != 0) insert(packed, edge);
  }
  return packed;
}

std::uint32_t PhraseTrie::make_child(std::uint32_t node, std::uint32_t unit) {
  const std::uint64_t key = PhraseTable::key_of(node, unit);
  PhraseTable::Edge* const edges = edges_.data();
  const std::size_t size = edges_.size();
  std::size_t slot = PhraseTable::slot_of(key, size);
  for (; edges[slot] != 0; slot = slot + 1 == size ? 0 : slot + 1) {
    const PhraseTable::Edge edge = edges[slot];
    if (edge >> PhraseTable::kNodeBits == key) return static_cast<std::uint32_t>(edge & (PhraseTable::kMostNodes - 1));
  }
  if (nodes_.size() >= PhraseTable::kMostNodes) throw std::length_error("too many phrases");
  const auto fresh = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back(PhraseTable::kNowhere);
  edges[slot] = key << PhraseTable::kNodeBits | fresh;
  ++edge_count_;
  return fresh;
}

// Space for so many edges more, half of it free.
void PhraseTrie::reserve_edges(std::size_t more) {
  if ((edge_count_ + more) * 2 <= edges_.size()) return;
  std::size_t size = edges_.empty() ? 64 : edges_.size() * 4;
  while ((edge_count_ + more) * 2 > size) size *= 2;
  std::vector<PhraseTable::Edge> edges(size);
  for (const PhraseTable::Edge edge : edges_) {
    if (edge != 0) insert(edges, edge);
  }
  edges_ = std::move(edges);
}

// The first characters of a phrase as classes, as long as they are ASCII: only what ASCII characters may begin is asked
// for, and those match one unit each.
struct PhraseTrie::Opening {
  PhraseTable::FiveClasses classes{};
  std::array<bool, 5> blank{};
  std::size_t count = 0;
  bool plain = true;  // as far as it was looked at

  [[nodiscard]] bool is_full() const { return !plain || count == classes.size(); }
  void add(char32_t unit) {
    plain = unit < 0x80;
    if (!plain) return;
    blank[count] = unit == ' ';
    classes[count++] = PhraseTable::kBeginClasses[unit];
  }

  // "de" of a phrase that ends there goes on with the end of a word.
  [[nodiscard]] bool ends_word(bool edges) const { return plain && count > 0 && edges && classes[count - 1] != 0; }
  [[nodiscard]] bool has_word_end() const {
    const auto end = classes.begin() + static_cast<std::ptrdiff_t>(count);
    return std::find(classes.begin(), end, 0) != end;
  }
  // A short one that may go on as a word in any way.
  [[nodiscard]] bool is_open(bool edges) const {
    return plain && count < classes.size() && !ends_word(edges) && !has_word_end();
  }

  // Calls `use` with each three classes that may come first.
  template <class Use>
  void each_three(bool edges, Use&& use) const {
    constexpr unsigned kAll = 1U << PhraseTable::kBeginClass;
    const unsigned behind = ends_word(edges) ? 1 : kAll;  // of classes that may follow it
    switch (plain || count > 2 ? count : 0) {
      case 0:
        break;
      case 1:
        for (unsigned second = 0; second < behind; ++second) {
          for (unsigned third = 0; third < kAll; ++third) use(classes[0], second, third);
        }
        break;
      case 2:
        for (unsigned third = 0; third < behind; ++third) use(classes[0], classes[1], third);
        break;
      default:
        use(classes[0], classes[1], classes[2]);
        break;
    }
    // A blank matches several.
    if (blank[1]) use(classes[0], 0, 0);
    if (blank[0]) {
      if (plain || count > 1) use(0, 0, classes[1]);
      use(0, 0, 0);
    }
  }
};

// Sets the bits of the keys that are new, or of all in a larger table.
void PhraseTrie::admit_keys() {
  constexpr std::size_t kBitsEach = 16;
  const std::size_t known = admitted_;
  const std::size_t most = (std::size_t{1} << PhraseTable::kBeginBits) / 64;
  std::size_t words = begins_.empty() ? 1 : begins_.size();
  while (words < most && words * 64 < begin_keys_.size() * kBitsEach) words *= 2;
  const bool grown = words != begins_.size();
  if (grown) begins_.assign(words, 0);
  const std::uint8_t shift = PhraseTable::shift_for(words, PhraseTable::kBeginBits);
  for (std::size_t i = grown ? 0 : known; i < begin_keys_.size(); ++i) {
    const std::size_t bit = PhraseTable::three_bit(0, 0, begin_keys_[i], shift);
    begins_[bit >> 6U] |= std::uint64_t{1} << (bit & 63U);
  }
  admitted_ = begin_keys_.size();
}

void PhraseTrie::admit_begin(std::string_view phrase, bool edges) {
  const bool forward = direction_ == Direction::kForward;
  Opening opening;
  for (std::size_t pos = forward ? 0 : phrase.size();
       !opening.is_full() && (forward ? pos < phrase.size() : pos > 0);) {
    const PhraseTable::Step step = forward ? PhraseTable::next(phrase, pos) : PhraseTable::previous(phrase, pos);
    pos = step.position;
    for (unsigned i = 0; i < step.folding.size && !opening.is_full(); ++i) {
      opening.add(step.folding.to[forward ? i : step.folding.size - 1U - i]);
    }
  }
  opening.each_three(edges, [&](unsigned first, unsigned second, unsigned third) {
    begin_keys_.push_back(
        static_cast<std::uint16_t>((first << PhraseTable::kBeginClass | second) << PhraseTable::kBeginClass | third));
  });
}

PhraseTrie::WordBegins PhraseTrie::word_begins() const {
  constexpr std::size_t kBitsEach = 16;
  constexpr std::uint64_t kNode = PhraseTable::kMostNodes - 1;
  struct Step {
    std::uint32_t from = 0;
    std::uint32_t unit = 0;
  };
  std::vector<Step> steps(nodes_.size());
  for (const PhraseTable::Edge edge : edges_) {
    if (edge == 0) continue;
    const std::uint64_t key = edge >> PhraseTable::kNodeBits;
    steps[edge & kNode] = {static_cast<std::uint32_t>(key & kNode),
                           static_cast<std::uint32_t>(key >> PhraseTable::kNodeBits)};
  }
  WordBegins begins;
  begins.open.resize(begins_.size());
  std::size_t words = 1;
  while (words * 64 < entries_.size() * kBitsEach) words *= 2;
  begins.five.resize(words);
  const auto set = [](std::vector<std::uint64_t>& bits, std::size_t bit) {
    bits[bit >> 6U] |= std::uint64_t{1} << (bit & 63U);
  };
  const std::uint8_t three_shift = PhraseTable::shift_for(begins.open.size(), PhraseTable::kBeginBits);
  const std::uint8_t five_shift = PhraseTable::shift_for(words, PhraseTable::kFiveBits);
  std::vector<std::uint32_t> units;
  for (std::uint32_t node = 1; node < nodes_.size(); ++node) {
    if (nodes_[node] == PhraseTable::kNowhere) continue;
    units.clear();
    for (std::uint32_t at = node; at != 0; at = steps[at].from) units.push_back(steps[at].unit);
    Opening opening;
    for (auto unit = units.rbegin(); unit != units.rend() && !opening.is_full(); ++unit) opening.add(*unit);
    for (std::uint32_t entry = nodes_[node]; entry != PhraseTable::kNowhere; entry = entries_[entry].next) {
      const bool edges = entries_[entry].edges != 0;
      if (!opening.is_open(edges)) {
        if (opening.plain || opening.has_word_end())
          set(begins.five, PhraseTable::five_bit(opening.classes, five_shift));
        continue;
      }
      opening.each_three(edges, [&](unsigned first, unsigned second, unsigned third) {
        set(begins.open, PhraseTable::three_bit(first, second, third, three_shift));
      });
    }
  }
  return begins;
}

void PhraseTrie::add(std::string_view phrase, std::uint32_t payload, bool edges) {
  if (!phrase.empty() && phrase.back() == '*') {
    phrase.remove_suffix(1);
    edges = false;
  }
  if (phrase.empty()) return;
  if (nodes_.empty()) nodes_.push_back(PhraseTable::kNowhere);
  constexpr std::size_t kMostUnits = 2;  // for a byte: a character of two bytes may fold to four
  reserve_edges(phrase.size() * kMostUnits);
  const bool forward = direction_ == Direction::kForward;
  const auto admit = [&](char32_t c) {
    if (c < 0x80) first_[c >> 6U] |= std::uint64_t{1} << (c & 63U);
  };
  const Folding first = (forward ? PhraseTable::next(phrase, 0) : PhraseTable::previous(phrase, phrase.size())).folding;
  const char32_t edge = first.to[forward ? 0 : first.size - 1U];
  admit(edge);
  if (edge >= 'a' && edge <= 'z') admit(edge - 32);
  if (edge == ' ') admit('\t');
  std::uint32_t node = 0;
  for (std::size_t pos = forward ? 0 : phrase.size(); forward ? pos < phrase.size() : pos > 0;) {
    const auto byte = static_cast<unsigned char>(phrase[forward ? pos : pos - 1]);
    if (byte > ' ' && byte < 0x80) {
      pos = forward ? pos + 1 : pos - 1;
      node = make_child(node, byte >= 'A' && byte <= 'Z' ? byte + 32U : byte);
      continue;
    }
    const PhraseTable::Step step = forward ? PhraseTable::next(phrase, pos) : PhraseTable::previous(phrase, pos);
    pos = step.position;
    for (unsigned i = 0; i < step.folding.size; ++i) {
      PhraseTable::for_each_unit(step.folding.to[forward ? i : step.folding.size - 1U - i],
                                 [&](std::uint32_t unit) { node = make_child(node, unit); });
    }
  }
  const auto entry = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({payload, nodes_[node], edges ? 1U : 0U});
  nodes_[node] = entry;
  admit_begin(phrase, edges);
  admit_keys();
  table_ = {direction_, first_, {begins_, {}, {}}, nodes_, entries_, edges_};
}

}  // namespace stet

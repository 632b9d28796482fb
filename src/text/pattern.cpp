#include "text/pattern.h"

#include <algorithm>

#include "text/pattern_node.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace pattern_detail {

using Node = Pattern::Node;
using Type = Node::Type;
using Texts = std::optional<std::vector<std::string>>;

Texts expand(const Node* nodes, std::size_t count, std::size_t limit) {
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < count; ++i) {
    const Texts next = expand(nodes[i], limit);
    if (!next || texts.size() * next->size() > limit) return std::nullopt;
    std::vector<std::string> joined;
    joined.reserve(texts.size() * next->size());
    for (const std::string& head : texts) {
      for (const std::string& tail : *next) joined.push_back(head + tail);
    }
    texts = std::move(joined);
  }
  return texts;
}

Texts expand(const Node& node, std::size_t limit) {
  switch (node.type) {
    case Type::kText:
      return std::vector<std::string>{node.text};
    case Type::kClass: {
      if (node.members.empty() || node.members.size() > limit) return std::nullopt;
      std::vector<std::string> texts;
      for (const char32_t c : node.members) append_utf8(texts.emplace_back(), c);
      return texts;
    }
    case Type::kAnchor:
    case Type::kGroup:
      return std::nullopt;
    case Type::kConcat:
      return expand(node.children.data(), node.children.size(), limit);
    case Type::kAlternatives: {
      std::vector<std::string> texts;
      for (const Node& child : node.children) {
        Texts own = expand(child, limit);
        if (!own || texts.size() + own->size() > limit) return std::nullopt;
        texts.insert(texts.end(), own->begin(), own->end());
      }
      return texts;
    }
    case Type::kRepeat: {
      if (node.max < 0 || node.max > 4) return std::nullopt;
      const Texts one = expand(node.children[0], limit);
      if (!one) return std::nullopt;
      std::vector<std::string> texts;
      std::vector<std::string> power = {""};
      for (int n = 0; n <= node.max; ++n) {
        if (n >= node.min) texts.insert(texts.end(), power.begin(), power.end());
        if (n == node.max) break;
        std::vector<std::string> next;
        for (const std::string& head : power) {
          for (const std::string& tail : *one) next.push_back(head + tail);
        }
        power = std::move(next);
        if (texts.size() + power.size() > limit) return std::nullopt;
      }
      return texts;
    }
  }
  return std::nullopt;
}

bool can_be_empty(const Node& node) {
  switch (node.type) {
    case Type::kText:
      return node.text.empty();
    case Type::kClass:
      return false;
    case Type::kAnchor:
      return true;
    case Type::kConcat:
    case Type::kGroup:
      return std::all_of(node.children.begin(), node.children.end(), can_be_empty);
    case Type::kAlternatives:
      return std::any_of(node.children.begin(), node.children.end(), can_be_empty);
    case Type::kRepeat:
      return node.min == 0 || can_be_empty(node.children[0]);
  }
  return true;
}

namespace {

constexpr std::size_t kLargestSet = 200;

End join(End a, End b) { return a == b ? a : End::kMaybeWord; }

End end_of(char32_t c) { return is_word_char(c) ? End::kOnlyWord : End::kOnlyOther; }

std::optional<End> outer(const Node& node, bool front) {
  switch (node.type) {
    case Type::kText:
      if (node.text.empty()) return std::nullopt;
      return end_of(front ? decode_at(node.text, 0).value : decode_before(node.text, node.text.size()).value);
    case Type::kClass:
      return node.end;
    case Type::kAnchor:
      return std::nullopt;
    case Type::kConcat:
    case Type::kGroup: {
      std::optional<End> end;
      const std::size_t n = node.children.size();
      for (std::size_t i = 0; i < n; ++i) {
        const Node& child = node.children[front ? i : n - 1 - i];
        if (const auto own = outer(child, front)) end = end ? join(*end, *own) : own;
        if (!can_be_empty(child)) break;
      }
      return end;
    }
    case Type::kAlternatives: {
      std::optional<End> end;
      for (const Node& child : node.children) {
        if (const auto own = outer(child, front)) end = end ? join(*end, *own) : own;
      }
      return end;
    }
    case Type::kRepeat:
      return outer(node.children[0], front);
  }
  return std::nullopt;
}

// Whether the text before children[i] surely ends with no word character (after children[i], for after).
bool edge_at(const std::vector<Node>& children, std::size_t i, bool before, bool outside) {
  while (true) {
    if (before ? i == 0 : i + 1 >= children.size()) return outside;
    const Node& neighbour = children[before ? i - 1 : i + 1];
    if (neighbour.type == Type::kAnchor) return true;
    const auto end = outer(neighbour, !before);
    if (end && *end != End::kOnlyOther) return false;
    if (!can_be_empty(neighbour)) return true;
    before ? --i : ++i;
  }
}

// The longest whole word of each text, or nothing when one has none. Before the texts `offset` words may begin.
std::optional<Requirement> whole_words(const std::vector<std::string>& texts, bool before, bool after,
                                       std::size_t offset) {
  Requirement result;
  for (const std::string& text : texts) {
    std::vector<Word> words;
    cut_words(text, words);
    std::string best;
    std::size_t index = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Word& word = words[i];
      if ((word.begin == 0 && !before) || (word.end == text.size() && !after)) continue;
      if (word.end - word.begin <= best.size()) continue;
      best = fold(text.substr(word.begin, word.end - word.begin));
      index = i;
    }
    if (best.empty()) return std::nullopt;
    const auto at = std::find(result.words.begin(), result.words.end(), best);
    if (at == result.words.end()) {
      result.words.push_back(best);
      result.before.push_back(offset + index);
    } else {
      std::size_t& known = result.before[static_cast<std::size_t>(at - result.words.begin())];
      known = std::max(known, offset + index);
    }
  }
  result.all.push_back(result.words);
  return result;
}

// Long words are rare words; many alternatives weigh against them.
int score(const std::vector<std::string>& words) {
  std::size_t shortest = 12;
  for (const std::string& word : words) shortest = std::min(shortest, word.size());
  return static_cast<int>(shortest) * 8 - static_cast<int>(words.size());
}

// How frequent the most frequent of some characters is.
int frequency(const std::string& characters) {
  int most = 0;
  for (const char c : characters) {
    const bool frequent = c == '.' || c == ',' || c == '-' || c == static_cast<char>(CharSet::bucket(U'–'));
    const bool usual =
        c == static_cast<char>(CharSet::kDigit) || c == ':' || c == '(' || c == ')' || c == '"' || c == '\'';
    most = std::max(most, frequent ? 3 : usual ? 2 : 1);
  }
  return most;
}

void prefer(Requirement& best, Requirement candidate) {
  best.all_characters.insert(best.all_characters.end(), candidate.all_characters.begin(),
                             candidate.all_characters.end());
  for (auto& set : candidate.all) {
    if (std::find(best.all.begin(), best.all.end(), set) == best.all.end()) best.all.push_back(std::move(set));
  }
  if (!candidate.words.empty()) {
    if (best.words.empty() || score(candidate.words) > score(best.words)) {
      best.words = std::move(candidate.words);
      best.before = std::move(candidate.before);
    }
  }
  if (candidate.characters.empty()) return;
  if (best.characters.empty() || frequency(candidate.characters) < frequency(best.characters)) {
    best.characters = std::move(candidate.characters);
  }
}

std::string text_characters(const std::string& text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    if (char_class(c.value) == CharClass::kOther) return {static_cast<char>(CharSet::bucket(c.value))};
  }
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })
             ? std::string(1, static_cast<char>(CharSet::kDigit))
             : std::string();
}

void set_characters(Requirement& requirement, std::string characters) {
  if (!characters.empty()) requirement.all_characters.push_back(characters);
  requirement.characters = std::move(characters);
}

// Whether the node begins with a digit.
bool begins_with_digit(const Node& node) {
  if (node.type == Type::kRepeat) return node.min > 0 && begins_with_digit(node.children[0]);
  return node.type == Type::kClass && node.text == class_regex(kDigitSet);
}

Requirement require_row(const std::vector<Node>& children, bool edge_before, bool edge_after) {
  Requirement best;
  std::size_t offset = 0;
  for (std::size_t from = 0; from < children.size(); ++from) {
    const Node& node = children[from];
    if (from + 1 < children.size() && node.type == Type::kText && begins_with_digit(children[from + 1]) &&
        is_letter(decode_before(node.text, node.text.size()).value)) {
      Requirement mixed;
      set_characters(mixed, std::string(1, static_cast<char>(CharSet::kMixedWord)));
      prefer(best, std::move(mixed));
    }
    const bool before = edge_at(children, from, true, edge_before);
    for (std::size_t to = from; to < children.size() && to < from + 8; ++to) {
      const auto texts = expand(&children[from], to - from + 1, 256);
      if (!texts) break;
      const bool after = edge_at(children, to, false, edge_after);
      if (auto words = whole_words(*texts, before, after, offset)) prefer(best, std::move(*words));
    }
    const bool after = edge_at(children, from, false, edge_after);
    Requirement own = require(children[from], before, after);
    for (std::size_t& n : own.before) n += offset;
    prefer(best, std::move(own));
    offset = std::min(offset + most_words(children[from]), Pattern::kAnyWords);
  }
  return best;
}

}  // namespace

bool has_anchor(const Node& node, bool front) {
  switch (node.type) {
    case Type::kAnchor:
      return true;
    case Type::kConcat:
    case Type::kGroup:
      return !node.children.empty() && has_anchor(front ? node.children.front() : node.children.back(), front);
    case Type::kAlternatives:
      return std::all_of(node.children.begin(), node.children.end(),
                         [&](const Node& child) { return has_anchor(child, front); });
    default:
      return false;
  }
}

std::optional<End> first_of(const Node& node) { return outer(node, true); }
std::optional<End> last_of(const Node& node) { return outer(node, false); }

Requirement require(const Node& node, bool edge_before, bool edge_after) {
  switch (node.type) {
    case Type::kText: {
      Requirement result;
      if (auto words = whole_words({node.text}, edge_before, edge_after, 0)) result = std::move(*words);
      set_characters(result, text_characters(node.text));
      return result;
    }
    case Type::kClass: {
      Requirement result;
      set_characters(result, node.characters);
      return result;
    }
    case Type::kAnchor:
      return {};
    case Type::kConcat:
    case Type::kGroup:
      return require_row(node.children, edge_before, edge_after);
    case Type::kAlternatives: {
      Requirement all;
      bool words = true;
      bool characters = true;
      for (const Node& child : node.children) {
        Requirement own = require(child, edge_before, edge_after);
        words = words && !own.words.empty();
        characters = characters && !own.characters.empty();
        all.words.insert(all.words.end(), own.words.begin(), own.words.end());
        all.before.insert(all.before.end(), own.before.begin(), own.before.end());
        all.characters += own.characters;
      }
      if (!words) {
        all.words.clear();
        all.before.clear();
      }
      if (words && all.words.size() <= kLargestSet) all.all.push_back(all.words);
      if (!characters) all.characters.clear();
      set_characters(all, std::move(all.characters));
      return all;
    }
    case Type::kRepeat:
      if (node.min == 0) return {};
      // In a repetition the last round's word is as good as the first's; the first has fewer before it.
      return require(node.children[0], edge_before && node.max == 1, edge_after && node.max == 1);
  }
  return {};
}

}  // namespace pattern_detail

std::optional<std::vector<std::string>> Pattern::expand(std::size_t limit) const {
  auto texts = pattern_detail::expand(*root_, limit);
  if (!texts) return std::nullopt;
  std::sort(texts->begin(), texts->end());
  texts->erase(std::unique(texts->begin(), texts->end()), texts->end());
  return texts;
}

Requirement Pattern::requirement() const { return pattern_detail::require(*root_, edge_before_, edge_after_); }

}  // namespace stet

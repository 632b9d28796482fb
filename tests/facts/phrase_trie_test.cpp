#include "facts/phrase_trie.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "text/words.h"

namespace stet {
namespace {

// As it lies in an image, which tells more of the begins.
struct Packed {
  explicit Packed(const PhraseTrie& trie)
      : begins(trie.word_begins()),
        edges(trie.packed_edges()),
        table(trie.direction(), trie.first(), {trie.begins(), begins.five, begins.open}, trie.nodes(), trie.entries(),
              edges) {}
  PhraseTrie::WordBegins begins;
  std::vector<PhraseTable::Edge> edges;
  PhraseTable table;
};

TEST(PhraseTrie, LooksForwardsAndBackwards) {
  PhraseTrie forward;
  forward.add("Große Straße", 1);
  forward.add("gross", 2);
  const std::string text = "GROSSE  STRASSE";
  EXPECT_EQ(forward.longest(text, 0).position, text.size());
  EXPECT_EQ(forward.longest(text, 0).payload, 1U);
  EXPECT_FALSE(forward.longest("große Straßenbahn", 0).found);  // goes on as a word
  EXPECT_FALSE(forward.longest("grossen", 0).found);

  PhraseTrie backward(PhraseTrie::Direction::kBackward);
  backward.add("anwalt", 3, false);
  EXPECT_EQ(backward.longest("Staatsanwalt", 12).position, 6U);
}

TEST(PhraseTrie, CharactersBeyondTheFirstPlane) {
  for (const auto direction : {PhraseTrie::Direction::kForward, PhraseTrie::Direction::kBackward}) {
    PhraseTrie trie(direction);
    const std::string smile = "\U0001F600 ja";
    trie.add(smile, 1);
    const bool forward = direction == PhraseTrie::Direction::kForward;
    EXPECT_TRUE(trie.longest(smile, forward ? 0 : smile.size()).found);
    const std::string other = "\U0001F601 ja";
    EXPECT_FALSE(trie.longest(other, forward ? 0 : other.size()).found);
  }
}

TEST(PhraseTrie, PackedEdgesLeadToTheSamePhrases) {
  PhraseTrie trie;
  std::vector<std::string> phrases;
  for (int i = 0; i < 2000; ++i) phrases.push_back("w" + std::to_string(i * i));
  for (std::uint32_t i = 0; i < phrases.size(); ++i) trie.add(phrases[i], i);
  const Packed packed(trie);
  EXPECT_LT(packed.edges.size(), trie.nodes().size() * 4 / 3);
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    EXPECT_EQ(packed.table.longest(phrases[i], 0).payload, i);
    EXPECT_FALSE(packed.table.longest(phrases[i] + "x", 0).found);
  }
}

TEST(PhraseTrie, ManyBlanksBeforeALetterBeyondAscii) {
  PhraseTrie trie;
  trie.add("a \u00e9t\u00e9", 1);
  const Packed packed(trie);
  for (std::size_t blanks = 1; blanks < 9; ++blanks) {
    const std::string text = "A" + std::string(blanks, ' ') + "\u00e9t\u00e9";
    EXPECT_TRUE(trie.longest(text, 0).found) << blanks;
    EXPECT_TRUE(packed.table.longest(text, 0).found) << blanks;
  }
}

// The places and phrases that a comparison of every phrase with every stretch finds.
using Found = std::set<std::tuple<std::size_t, std::size_t, std::uint32_t>>;
struct Phrase {
  std::string text;
  bool edges = true;
};

bool is_begin(std::string_view text, std::size_t pos) {
  return pos == text.size() || (static_cast<unsigned char>(text[pos]) & 0xC0U) != 0x80;
}

Found compare_all(const std::vector<Phrase>& phrases, std::string_view text, bool forward) {
  Found found;
  for (std::size_t begin = 0; begin <= text.size(); ++begin) {
    for (std::size_t end = begin + 1; end <= text.size(); ++end) {
      if (!is_begin(text, begin) || !is_begin(text, end)) continue;
      const std::size_t edge = forward ? end : begin;
      const bool at_edge = !word_char_at(text, edge) || !word_char_before(text, edge);
      std::string stretch = fold(text.substr(begin, end - begin));
      while (stretch.find("  ") != std::string::npos) stretch.erase(stretch.find("  "), 1);
      for (std::uint32_t i = 0; i < phrases.size(); ++i) {
        if (stretch != fold(phrases[i].text) || (phrases[i].edges && !at_edge)) continue;
        found.emplace(forward ? begin : end, edge, i);
      }
    }
  }
  return found;
}

Found walk_all(const PhraseTable& table, std::string_view text) {
  Found found;
  for (std::size_t pos = 0; pos <= text.size(); ++pos) {
    if (!is_begin(text, pos)) continue;
    table.walk(text, pos, [&](std::size_t position, std::uint32_t payload) { found.emplace(pos, position, payload); });
  }
  return found;
}

TEST(PhraseTrie, FindsWhatAPlainComparisonFinds) {
  const std::vector<std::string> letters = {"a", "b", "A", "s", "\u00e9", "e\u0301", "\u00df",
                                            "1", " ", " ", " ", "-",      "."};
  std::mt19937 random(7);
  const auto any = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random); };
  const auto written = [&](std::size_t length) {
    std::string text;
    while (length-- > 0) text += letters[any(letters.size() - 1)];
    return text;
  };
  std::size_t matches = 0;
  for (int round = 0; round < 600; ++round) {
    const bool forward = round % 2 == 0;
    PhraseTrie trie(forward ? PhraseTrie::Direction::kForward : PhraseTrie::Direction::kBackward);
    std::vector<Phrase> phrases;
    for (std::size_t i = any(round % 3 == 0 ? 40 : 4); i-- > 0;) {
      Phrase phrase{written(1 + any(6)), any(2) != 0};
      // A blank matches several of the text; one at an edge is no phrase.
      if (phrase.text.find("  ") != std::string::npos || phrase.text.front() == ' ' || phrase.text.back() == ' ')
        continue;
      trie.add(phrase.text, static_cast<std::uint32_t>(phrases.size()), phrase.edges);
      phrases.push_back(std::move(phrase));
    }
    const std::string text = written(80);
    const Found all = compare_all(phrases, text, forward);
    EXPECT_EQ(walk_all(trie.table(), text), all) << text;
    EXPECT_EQ(walk_all(Packed(trie).table, text), all) << text;
    matches += all.size();
  }
  EXPECT_GT(matches, 2000U);
}

}  // namespace
}  // namespace stet

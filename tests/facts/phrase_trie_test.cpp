#include "facts/phrase_trie.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stet {
namespace {

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
  const std::vector<PhraseTable::Edge> packed = trie.packed_edges();
  EXPECT_LT(packed.size(), trie.nodes().size() * 4 / 3);
  const PhraseTable table(PhraseTable::Direction::kForward, trie.first(), trie.begins(), trie.nodes(), trie.entries(),
                          packed);
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    EXPECT_EQ(table.longest(phrases[i], 0).payload, i);
    EXPECT_FALSE(table.longest(phrases[i] + "x", 0).found);
  }
}

}  // namespace
}  // namespace stet

// Which lines of a page are furniture: those known by their wording, and others by their shape and neighbours.
#pragma once

#include <cstdint>
#include <vector>

#include "check/page_lines.h"

namespace stet {

// What rules/boilerplate/block.toml sets; its keys tell what each is for.
struct PageWeights {
  double threshold = 1;
  double beside = 0;
  double brief = 0;
  double word = 0;
  double stop = 0;
  double figures = 0;
  double links = 0;
  double enclosed = 0;
  double before = 0;
  double menu = 0;
  double within = 0;
  double behind = 0;
};

class PageJudge {
 public:
  // `kept` are lines that are the article's own, by block.
  PageJudge(const Document& document, const PageLines& lines, const PageWeights& weights, std::vector<bool> kept);

  [[nodiscard]] bool furniture(std::uint32_t i) const { return furniture_[i]; }
  // Whether it belongs to a box or to the menu of a whole page: one known line is enough there.
  [[nodiscard]] bool boxed(std::uint32_t i) const { return boxed_[i]; }

 private:
  enum class Region : std::uint8_t { kBefore, kWithin, kBehind };

  [[nodiscard]] bool is_site_name() const;
  void find_menu();
  [[nodiscard]] std::uint32_t above_longer_line() const;
  [[nodiscard]] bool in_menu(std::uint32_t i) const;
  void find_boxes();
  [[nodiscard]] bool is_spaced() const;
  [[nodiscard]] bool is_box(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] Region region(std::uint32_t i) const;
  [[nodiscard]] bool may_be(std::uint32_t i) const;
  [[nodiscard]] bool between_known(std::uint32_t i) const;
  [[nodiscard]] bool is_knob(std::uint32_t i) const;
  [[nodiscard]] bool known_near(std::uint32_t i, bool above) const;
  [[nodiscard]] double beside(std::uint32_t i, bool above) const;
  [[nodiscard]] double score(std::uint32_t i) const;

  const Document& document_;
  const PageLines& lines_;
  const PageWeights& weights_;
  std::vector<bool> kept_;
  std::vector<bool> furniture_;
  std::vector<bool> boxed_;
  std::uint32_t title_ = kNone;
  std::uint32_t menu_end_ = 0;
  bool is_page_ = false;    // many lines are known: it was copied whole
  bool is_spaced_ = false;  // blank lines part its paragraphs
};

}  // namespace stet

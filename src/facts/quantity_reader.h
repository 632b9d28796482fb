// Reads one quantity at a place of a text: number, scale, unit, and what stands around them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "facts/number_language.h"
#include "facts/numerals.h"
#include "facts/quantities.h"

namespace stet {

class QuantityReader {
 public:
  // `previous` is the quantity read before in the same text, or null.
  QuantityReader(std::string_view text, const NumberLanguage& language, std::uint32_t block, const Quantity* previous)
      : text_(text), language_(language), previous_(previous) {
    quantity_.block = block;
  }

  // Whether a quantity was read at `pos`, where a word that begins with an ASCII digit begins.
  bool read_at_digit(std::size_t pos);
  // The same where a word of letters begins.
  bool read_at_word(std::size_t pos);

  [[nodiscard]] const Quantity& quantity() const { return quantity_; }
  // Where reading goes on, whether there was a quantity or not.
  [[nodiscard]] std::size_t end() const { return end_; }

 private:
  enum class Sign : std::uint8_t { kPlus, kMinus, kInvalid };

  Sign sign_before(std::size_t pos);
  bool is_labelled(std::size_t pos) const;
  bool is_date_or_time(const Numeral& numeral) const;
  // "At seven", "um sieben", where nothing follows that would be counted.
  bool is_spelled_hour(const Numeral& numeral) const;
  bool is_hour_of_clock(const Numeral& numeral) const;
  bool is_minute_of_clock() const;
  bool is_ordinal(const Numeral& numeral) const;
  bool joins_more_digits(const Numeral& numeral) const;
  bool is_year(const Numeral& numeral) const;
  bool is_count(const Numeral& numeral);
  // "More than 1200": no year.
  [[nodiscard]] bool is_counted(std::size_t pos) const;

  void take_number(std::size_t begin, const Numeral& numeral);
  bool read_fraction(const Numeral& numeral);
  bool read_one_in(std::size_t begin, const Numeral& numeral);
  void read_half();
  void read_scale();
  bool read_unit();
  void read_compound();
  void read_currency_before();
  void read_hedges();
  void read_rate();
  void read_noun();
  bool finish();

  // Behind white space (no line feed) or one hyphen, where a word may follow.
  [[nodiscard]] std::size_t behind_gap(std::size_t pos) const;
  [[nodiscard]] std::size_t skip_spaces(std::size_t pos) const;
  [[nodiscard]] std::size_t skip_spaces_back(std::size_t pos) const;
  [[nodiscard]] std::optional<std::pair<std::size_t, UnitId>> unit_at(std::size_t pos) const;
  [[nodiscard]] bool same_case(std::size_t begin, std::size_t end, std::string_view symbol) const;

  std::string_view text_;
  const NumberLanguage& language_;
  const Quantity* previous_;
  Quantity quantity_;
  std::size_t end_ = 0;    // of what has been read
  std::size_t begin_ = 0;  // of the number with its sign
  bool needs_unit_ = false;
  bool glued_ = false;  // a letter or hyphen follows the digits: a unit must
};

}  // namespace stet

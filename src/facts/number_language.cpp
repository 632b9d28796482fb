#include "facts/number_language.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <utility>

#include "text/words.h"

namespace stet {
namespace {

constexpr std::string_view kNumbers = "numbers";
constexpr std::string_view kUnits = "units";

// A list of [any] followed by that of the language.
template <class F>
void each_word(const Lexicon& lexicon, Language language, std::string_view key, F&& use) {
  for (const std::string_view word : lexicon.find(kNumbers, Language::any(), key)) use(word);
  for (const std::string_view word : lexicon.find(kNumbers, language, key)) use(word);
}

// "quatre vingts 80": a phrase and its value.
std::pair<std::string_view, double> split_value(std::string_view entry) {
  const std::size_t space = entry.rfind(' ');
  if (space == std::string_view::npos) return {entry, 0};
  return {entry.substr(0, space), std::strtod(std::string(entry.substr(space + 1)).c_str(), nullptr)};
}

// Of what only begins like a rate.
constexpr std::uint32_t kNoRate = 1;
// Payload of `labels`: the number behind is an hour, if nothing follows that would be counted.
constexpr std::uint32_t kHour = 1;

}  // namespace

NumberLanguage::NumberLanguage(const Lexicon& lexicon, Language language) {
  const auto decimals = lexicon.find(kNumbers, language, "decimal");
  if (!decimals.empty() && decimals.front() == ",") decimal = ',';
  for (const std::string_view group : lexicon.find(kNumbers, language, "group")) {
    group_dot = group_dot || group == ".";
    group_comma = group_comma || group == ",";
    group_space = group_space || group == " ";
  }
  if (decimals.empty()) loose = true;
  for (const std::string_view style : lexicon.find(kNumbers, language, "style")) {
    compound = compound || style == "compound";
    spaced = spaced || style == "spaced";
    hyphen = hyphen || style == "hyphen";
    inverted = inverted || style == "inverted";
    vigesimal = vigesimal || style == "vigesimal";
    loose = loose || style == "loose";
    dotted_ordinals = dotted_ordinals || style == "dotted-ordinals";
    capital_nouns = capital_nouns || style == "capital-nouns";
  }
  add_cardinals(lexicon, language);

  const auto words = [&](std::string_view key, PhraseTrie& trie, std::uint32_t payload = 0) {
    each_word(lexicon, language, key, [&](std::string_view word) { trie.add(word, payload); });
  };
  const auto valued = [&](std::string_view key, PhraseTrie& trie) {
    each_word(lexicon, language, key, [&](std::string_view entry) {
      const auto [phrase, value] = split_value(entry);
      second_words_.add(phrase);
      trie.add(phrase, static_cast<std::uint32_t>(values.size()));
      values.push_back(value);
    });
  };
  const auto inside = [&](std::string_view key, PhraseTrie& trie) {
    each_word(lexicon, language, key, [&](std::string_view word) { trie.add(word, 0, false); });
  };
  inside("join-inside", join_inside);
  inside("join-hundreds-inside", join_hundreds_inside);
  words("join-tens", join_tens);
  words("join-hundreds", join_hundreds);
  valued("scales", scales);
  valued("scales-money", scales_money);
  valued("fractions", fractions);
  valued("portions", portions);
  valued("ordinals", ordinals);
  each_word(lexicon, language, "portions", [&](std::string_view entry) { first_words_.add(split_value(entry).first); });
  each_word(lexicon, language, "each", [&](std::string_view word) { first_words_.add(word); });
  // An elided "d'" touches what follows it.
  each_word(lexicon, language, "of", [&](std::string_view word) { of.add(word, 0, !word.ends_with('\'')); });
  words("half-after", half_after);
  words("each", each);
  words("out-of", out_of);
  each_word(lexicon, language, "out-of", [&](std::string_view word) { second_words_.add(word); });

  constexpr std::pair<std::string_view, Hedge> kHedges[] = {{"about", Hedge::kAbout},
                                                            {"over", Hedge::kOver},
                                                            {"under", Hedge::kUnder},
                                                            {"up-to", Hedge::kUpTo},
                                                            {"at-least", Hedge::kAtLeast}};
  for (const auto& [key, hedge] : kHedges) words(key, hedges_before, static_cast<std::uint32_t>(hedge));
  words("about-after", hedges_after, static_cast<std::uint32_t>(Hedge::kAbout));
  words("skip", skip_before);
  words("labels", labels);
  words("hour-before", labels, kHour);
  words("months", months_before);
  words("months", months_after);
  words("clock", clock);
  words("year-before", year_before);
  words("counted", counted);
  words("count-before", count_before);
  words("per", per);
  words("not-per", per, kNoRate);
  words("range", range);
  words("minus", minus);
  words("no-noun", no_noun);
  add_units(lexicon, language);
}

void NumberLanguage::add_cardinals(const Lexicon& lexicon, Language language) {
  std::vector<std::string> initial;
  std::vector<std::string> all;
  const auto add = [&](std::string_view phrase, Atom atom) {
    if (phrase.ends_with('-')) {
      atom.final = false;
      phrase.remove_suffix(1);
    } else if (phrase.starts_with('-')) {
      atom.initial = false;
      phrase.remove_prefix(1);
    }
    cardinals.add(phrase, static_cast<std::uint32_t>(atoms.size()), false);
    atoms.push_back(atom);
    all.emplace_back(phrase);
    if (atom.initial) initial.emplace_back(phrase);
  };
  each_word(lexicon, language, "cardinals", [&](std::string_view entry) {
    const auto [phrase, value] = split_value(entry);
    add(phrase, {.value = value});
    if (const std::size_t space = phrase.find(' '); space != std::string_view::npos) {  // "a hundred"
      second_words_.add(phrase.substr(space + 1));
    }
  });
  each_word(lexicon, language, "articles", [&](std::string_view entry) {
    const auto [phrase, value] = split_value(entry);
    const std::string_view article = value > 0 ? phrase : entry;
    add(article, {.value = value > 0 ? value : 1, .article = true});
    const std::size_t space = article.find(' ');
    if (space == std::string_view::npos) {
      article_hashes_.push_back(hash_word(article));
    } else {  // "eine halbe"
      second_words_.add(article.substr(space + 1));
    }
  });
  for (const std::string& phrase : initial) {
    first_words_.add(phrase);
    // A short word's third byte comes from what it is compounded with.
    if (!compound || phrase.size() >= 3) continue;
    for (const std::string& next : all) first_words_.add(phrase + next);
  }
}

void NumberLanguage::add_units(const Lexicon& lexicon, Language language) {
  const auto add = [&](PhraseTrie& trie, std::string_view phrase, UnitId unit, bool exact) {
    trie.add(phrase, static_cast<std::uint32_t>(unit_names.size()));
    unit_names.push_back({unit, exact, exact ? std::string(phrase) : std::string()});
  };
  for (const std::string_view entry : lexicon.find(kUnits, Language::any(), "before")) {
    const std::size_t space = entry.rfind(' ');
    if (space == std::string_view::npos) continue;
    add(currency_before, entry.substr(0, space), find_unit(entry.substr(space + 1)), true);
  }
  for (std::size_t id = 1; id < all_units().size(); ++id) {
    const std::string_view key = all_units()[id].key;
    for (const std::string_view symbol : lexicon.find(kUnits, Language::any(), key)) {
      add(units, symbol, static_cast<UnitId>(id), true);
    }
    for (const std::string_view name : lexicon.find(kUnits, language, key)) {
      add(units, name, static_cast<UnitId>(id), false);
      second_words_.add(name);
    }
  }
}

void NumberLanguage::Prefixes::add(std::string_view phrase) {
  const auto add_form = [&](std::string_view form) {
    const std::uint32_t key = key_of(form, 0);
    bits_[key >> 6U] |= std::uint64_t{1} << (key & 63U);
  };
  add_form(phrase);
  add_form(fold(phrase));
  // Beyond ASCII a capital has other bytes than its small letter: É, Ö. Only Latin-1 letters begin number words.
  std::string upper(phrase);
  for (std::size_t i = 0; i + 1 < upper.size() && i < 2; ++i) {
    const auto lead = static_cast<unsigned char>(upper[i]);
    const auto trail = static_cast<unsigned char>(upper[i + 1]);
    if (lead == 0xC3 && trail >= 0xA0) upper[i + 1] = static_cast<char>(trail - 0x20);
  }
  add_form(upper);
}

}  // namespace stet

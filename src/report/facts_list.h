// What `stet facts` prints: the checkable facts of an article, with their values and places.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "engine/diagnostic.h"
#include "facts/facts.h"

namespace stet {

struct FactRow {
  std::string kind;     // "quantity", "share", "date" …
  std::string text;     // as it stands in the article
  std::string value;    // resolved: "1234.5 EUR", "2025-04-08"
  std::string known;    // how it is known, or how exactly: "about", "year from front matter"
  std::string noun;     // what is counted; the topic of a statement, as stems
  std::string event;    // of a statement: what is (not) about the topic
  std::string voice;    // of a statement: who says so
  std::string weekday;  // of a whole date: "Tuesday"
  // Of a quantity.
  std::optional<double> number;
  std::optional<Interval> range;
  std::string unit;
  Place place;
};

// In the order of the text. The rows own everything.
std::vector<FactRow> list_facts(const Document& document, const Facts& facts);

// path:line:column, kind, text, value and how it is known, in aligned columns.
std::string facts_as_table(const std::vector<FactRow>& rows);

// {"version": 1, "facts": [{"path", "kind", "text", "value", "known", "noun", "event", "voice", "weekday", "number",
// "low", "high", "unit", "span", "start", "end"}]}; what a fact does not have is left out.
std::string facts_as_json(const std::vector<FactRow>& rows);

}  // namespace stet

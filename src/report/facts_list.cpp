#include "report/facts_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/placement.h"
#include "facts/statements.h"
#include "report/json_text.h"
#include "text/utf8.h"

namespace stet {
namespace {

// A number without noise: 1234.5, 4100000, 0.333.
std::string plain_number(double value) {
  if (std::abs(value) >= 1e15 || value == std::floor(value)) return fmt::format("{:.0f}", value);
  return fmt::format("{:.10g}", value);
}

std::string_view hedge_name(Hedge hedge) {
  constexpr std::string_view kNames[] = {"", "about", "more than", "less than", "up to", "at least"};
  return kNames[static_cast<std::size_t>(hedge)];
}

FactRow quantity_row(const Document& document, const Quantity& q, Placement& placement) {
  FactRow row;
  const Unit& unit = unit_of(q.unit);
  row.kind = q.dimension_of() == Dimension::kPlain ? "number" : std::string(dimension_name(q.dimension_of()));
  const std::string_view text = document.block(q.block).text;
  row.text = std::string(text.substr(q.span.begin, q.span.size()));
  row.noun = std::string(text.substr(q.noun.begin, q.noun.size()));
  row.unit = std::string(unit.symbol);
  row.number = q.value;
  row.range = q.interval(Rounding::kPrinted);
  row.value = plain_number(q.value);
  if (!row.unit.empty()) row.value += " " + row.unit;
  row.known = hedge_name(q.hedge);
  row.place = placement.place(source_of(document, {q.block, q.span}));
  row.place.path = document.path();
  return row;
}

// "2025-04-08"; "2025-04" and "--04-08" where the day or the year is not known.
std::string iso_text(const DateFact& date) {
  std::string text = date.has_year() ? fmt::format("{}{:04}", date.before_christ ? "-" : "", date.date.year) : "-";
  text += fmt::format("-{:02}", date.date.month);
  if (!date.day.empty()) text += fmt::format("-{:02}", date.date.day);
  return text;
}

std::string year_text(YearSource source) {
  if (source == YearSource::kText) return "year in the text";
  if (source == YearSource::kUnknown) return "year unknown";
  return fmt::format("year from {}", year_source_name(source));
}

FactRow date_row(const Document& document, const DateFact& date, Placement& placement) {
  constexpr std::string_view kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                            "Friday", "Saturday", "Sunday"};
  FactRow row;
  row.kind = "date";
  const std::string_view text = document.block(date.block).text;
  row.text = std::string(text.substr(date.span.begin, date.span.size()));
  row.value = iso_text(date);
  if (!exists(date.date) && !date.day.empty() && date.has_year()) row.value += " (no such day)";
  if (exists(date.date) && !date.day.empty() && date.has_year() && !date.swapped && !date.before_christ) {
    row.weekday = kWeekdays[static_cast<std::size_t>(weekday_of(date.date)) - 1];
  }
  row.known = date.swapped ? "day and month in either order" : year_text(date.year_source);
  row.place = placement.place(source_of(document, {date.block, date.span}));
  row.place.path = document.path();
  return row;
}

std::string joined(const Stems& stems) {
  std::string text;
  for (const std::string& stem : stems) text += (text.empty() ? "" : " ") + stem;
  return text;
}

// What is known of an event: "talks in istanbul, between russland usa".
std::string event_text(const Event& event) {
  std::string text = event.name;
  if (!event.special.empty()) text += fmt::format(" ({})", event.special);
  if (!event.places.empty()) text += fmt::format(" in {}", joined(event.places));
  if (!event.participants.empty()) text += fmt::format(" between {}", joined(event.participants));
  if (!event.days.empty()) text += fmt::format(" on {}", joined(event.days));
  if (event.labelled) text += ", another one";
  return text.starts_with(' ') ? text.substr(1) : text;
}

FactRow statement_row(const Document& document, const Statement& statement, Placement& placement) {
  FactRow row;
  row.kind = "topic";
  const std::string_view text = document.block(statement.block).text;
  row.text = std::string(text.substr(statement.span.begin, statement.span.size()));
  row.value = statement.denied ? "not about" : "about";
  row.noun = joined(statement.topic.stems);
  row.event = event_text(statement.event);
  row.voice = statement.voice.is_article      ? "the article"
              : statement.voice.names.empty() ? "somebody"
                                              : joined(statement.voice.names);
  row.known = fmt::format("{}; says {}", row.event.empty() ? "event at hand" : row.event, row.voice);
  row.place = placement.place(source_of(document, {statement.block, statement.span}));
  row.place.path = document.path();
  return row;
}

// One line, with its width in code points.
std::string cell(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    if (++count > most) return out + "…";
    if (c.value < 0x20) {
      out += ' ';
    } else {
      out += text.substr(pos, c.length);
    }
    pos += c.length;
  }
  return out;
}

void append_field(std::string& out, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  out += fmt::format(", \"{}\": ", key);
  append_json(out, text);
}

}  // namespace

std::vector<FactRow> list_facts(const Document& document, const Facts& facts) {
  std::vector<FactRow> rows;
  Placement placement(document);
  for (const Quantity& q : facts.quantities()) rows.push_back(quantity_row(document, q, placement));
  for (const DateFact& date : facts.time().dates) rows.push_back(date_row(document, date, placement));
  for (const Statement& statement : extract_statements(document, facts)) {
    rows.push_back(statement_row(document, statement, placement));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const FactRow& a, const FactRow& b) { return a.place.span.begin < b.place.span.begin; });
  return rows;
}

namespace {
std::string value_text(const FactRow& row) {
  const std::string& more = row.weekday.empty() ? row.noun : row.weekday;
  return more.empty() ? row.value : row.value + " " + more;
}
}  // namespace

std::string facts_as_table(const std::vector<FactRow>& rows) {
  constexpr std::size_t kColumns = 5;
  std::vector<std::array<std::string, kColumns>> cells;
  std::array<std::size_t, kColumns> width{};
  for (const FactRow& row : rows) {
    cells.push_back({fmt::format("{}:{}:{}", row.place.path, row.place.start.line, row.place.start.column), row.kind,
                     cell(row.text, 40), cell(value_text(row), 48), row.known});
    for (std::size_t i = 0; i < kColumns; ++i) width[i] = std::max(width[i], count_code_points(cells.back()[i]));
  }
  std::string out;
  for (const auto& line : cells) {
    std::string text;
    for (std::size_t i = 0; i < kColumns; ++i) {
      text += line[i];
      text.append(width[i] - count_code_points(line[i]) + 2, ' ');
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + "\n";
  }
  return out;
}

std::string facts_as_json(const std::vector<FactRow>& rows) {
  std::string out = "{\"version\": 1, \"facts\": [";
  const char* separator = "\n";
  for (const FactRow& row : rows) {
    out += separator;
    separator = ",\n";
    out += "{\"path\": ";
    append_json(out, row.place.path);
    append_field(out, "kind", row.kind);
    append_field(out, "text", row.text);
    append_field(out, "value", row.value);
    append_field(out, "known", row.known);
    append_field(out, "noun", row.noun);
    append_field(out, "event", row.event);
    append_field(out, "voice", row.voice);
    append_field(out, "weekday", row.weekday);
    if (row.number) out += ", \"number\": " + plain_number(*row.number);
    if (row.range) {
      out += ", \"low\": " + plain_number(row.range->low) + ", \"high\": " + plain_number(row.range->high);
    }
    append_field(out, "unit", row.unit);
    out += ", ";
    append_place(out, row.place);
    out += "}";
  }
  out += rows.empty() ? "]}\n" : "\n]}\n";
  return out;
}

}  // namespace stet

#include "support/reading.h"

#include <fmt/format.h>

#include <utility>

#include "text/utf8.h"

namespace stet {

Document read_text(std::string_view text, Format format, const ReadOptions& options) {
  ReadOptions all = options;
  all.format = format;
  return read_document("test", std::move(SourceText::from_bytes(std::string(text))).value(), all);
}

std::string outline(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks()) {
    out += fmt::format("{}: ", role_name(block.role));
    for (const char c : block.text) {
      if (c == '\n') {
        out += "⏎";
      } else {
        out += c;
      }
    }
    out += '\n';
  }
  return out;
}

namespace {

void write_list(const Document& document, std::uint32_t number, std::string& out) {
  const List& list = document.lists()[number];
  out += list.ordered ? "ol[" : "ul[";
  const char* item_gap = "";
  for (const ListEntry& item : list.items) {
    out += std::exchange(item_gap, "|");
    const char* gap = "";
    for (const std::uint32_t block : item.blocks) out += fmt::format("{}{}", std::exchange(gap, " "), block);
    for (const std::uint32_t sublist : item.sublists) {
      out += std::exchange(gap, " ");
      write_list(document, sublist, out);
    }
  }
  out += ']';
}

std::string_view inline_name(InlineKind kind) {
  constexpr std::string_view kNames[] = {"emphasis", "strong", "strikethrough", "code", "quote", "link", "language"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string list_tree(const Document& document) {
  std::string out;
  for (std::uint32_t i = 0; i < document.lists().size(); ++i) {
    if (document.lists()[i].parent != kNone) continue;
    if (!out.empty()) out += ' ';
    write_list(document, i, out);
  }
  return out;
}

std::string table_rows(const Document& document) {
  std::string out;
  for (std::size_t t = 0; t < document.tables().size(); ++t) {
    for (const TableRow& row : document.tables()[t].rows) {
      out += fmt::format("T{}{}:", t, row.header ? " H" : "");
      const char* gap = " ";
      for (const std::uint32_t cell : row.cells) {
        out += fmt::format("{}{}", std::exchange(gap, " | "), document.blocks()[cell].text);
      }
      out += '\n';
    }
  }
  return out;
}

std::string inline_list(const Document& document) {
  std::string out;
  for (const Inline& mark : document.inlines()) {
    const Block& block = document.blocks()[mark.block];
    out += fmt::format("{} '{}'", inline_name(mark.kind), block.text.substr(mark.span.begin, mark.span.size()));
    if (mark.kind == InlineKind::kLink) out += fmt::format(" -> {}", mark.target);
    if (mark.kind == InlineKind::kLanguage) out += fmt::format(" {}", mark.language.code());
    out += '\n';
  }
  return out;
}

}  // namespace stet

#include <fmt/format.h>

#include "support/reading.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool lies_in(std::string_view text, SourceSpan span) {
  return span.begin <= span.end && span.end <= text.size() && is_boundary(text, span.begin) &&
         is_boundary(text, span.end);
}

// What the runs of a block say about a stretch of it, byte for byte.
std::string broken_run(std::string_view source, const Block& block) {
  std::uint32_t last = 0;
  std::uint32_t text = 0;
  for (const SourceMap::Run& run : block.map.runs()) {
    if (run.text < text) return "runs of text go back";
    if (!lies_in(source, run.source)) return "a run lies outside of the file or inside a code point";
    if (run.source.begin < last) return "runs of source go back";
    if (run.copied &&
        source.substr(run.source.begin, run.source.size()) != block.text.substr(run.text, run.source.size())) {
      return fmt::format("a copied run is no copy: '{}'", block.text.substr(run.text, run.source.size()));
    }
    last = run.source.end;
    text = run.text;
  }
  return "";
}

std::string broken_block(const Document& document, const Block& block) {
  const std::string_view source = document.source().utf8();
  if (block.map.text_size() != block.text.size()) return "text and map differ in size";
  if (find_invalid_utf8(block.text).begin != block.text.size()) return "text is no UTF-8";
  if (!lies_in(source, block.source)) return "the block lies outside of the file";
  std::string wrong = broken_run(source, block);
  if (!wrong.empty()) return wrong;
  if (!block.text.empty()) {
    const SourceSpan whole = block.map.to_source({0, static_cast<std::uint32_t>(block.text.size())});
    if (!block.source.contains(whole))
      return fmt::format("the text lies outside of its block: {}-{} in {}-{}", whole.begin, whole.end,
                         block.source.begin, block.source.end);
  }
  for (const Word& word : document.words(block)) {
    const TextSpan span{word.begin, word.end};
    const SourceSpan there = block.map.to_source(span);
    if (!lies_in(source, there) || there.empty()) return "a word maps outside of the file";
    const std::string_view text = block.text.substr(word.begin, word.end - word.begin);
    if (block.map.is_verbatim(span)) {
      if (source.substr(there.begin, there.size()) != text) return fmt::format("'{}' maps to other bytes", text);
      if (block.map.to_text(there.begin) != word.begin) return fmt::format("'{}' does not map back", text);
    }
    const DiskSpan disk = document.source().to_disk(there);
    if (disk.end > document.source().bytes().size() || disk.empty()) return "a word lies outside of the disk file";
  }
  return "";
}

}  // namespace

std::string broken_law(const Document& document) {
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.blocks()[i];
    const std::string wrong = broken_block(document, block);
    if (!wrong.empty()) return fmt::format("block {} ({}): {}", i, role_name(block.role), wrong);
    if (block.text.empty() && block.role != Role::kTableCell) return fmt::format("block {} is empty", i);
    if (block.list != kNone && block.list >= document.lists().size()) return "no such list";
    if (block.table != kNone && block.table >= document.tables().size()) return "no such table";
  }
  std::uint32_t last_block = 0;
  std::uint32_t last_begin = 0;
  for (const Inline& mark : document.inlines()) {
    if (mark.block >= document.blocks().size()) return "an inline without a block";
    const std::string_view text = document.blocks()[mark.block].text;
    if (mark.block < last_block || (mark.block == last_block && mark.span.begin < last_begin)) return "inlines go back";
    if (mark.span.end > text.size() || mark.span.begin > mark.span.end || !is_boundary(text, mark.span.begin) ||
        !is_boundary(text, mark.span.end)) {
      return "an inline lies outside of its text";
    }
    if (!lies_in(document.source().utf8(), mark.target_source)) return "a link's target lies outside of the file";
    last_block = mark.block;
    last_begin = mark.span.begin;
  }
  for (std::uint32_t i = 0; i < document.lists().size(); ++i) {
    const List& list = document.lists()[i];
    if (!lies_in(document.source().utf8(), list.source)) return "a list lies outside of the file";
    for (const ListEntry& item : list.items) {
      if (!lies_in(document.source().utf8(), item.source)) return "a list item lies outside of the file";
      for (const std::uint32_t block : item.blocks) {
        if (block >= document.blocks().size() || document.blocks()[block].list != i)
          return "a list has a strange block";
      }
      for (const std::uint32_t sublist : item.sublists) {
        if (sublist <= i || document.lists()[sublist].parent != i) return "a list has a strange sublist";
      }
    }
  }
  for (std::uint32_t i = 0; i < document.tables().size(); ++i) {
    if (!lies_in(document.source().utf8(), document.tables()[i].source)) return "a table lies outside of the file";
    for (const TableRow& row : document.tables()[i].rows) {
      if (!lies_in(document.source().utf8(), row.source)) return "a row lies outside of the file";
      for (const std::uint32_t cell : row.cells) {
        if (cell >= document.blocks().size() || document.blocks()[cell].table != i) return "a table has a strange cell";
      }
    }
  }
  for (const FrontMatterEntry& entry : document.front_matter()) {
    if (!lies_in(document.source().utf8(), entry.source)) return "front matter lies outside of the file";
  }
  return "";
}

}  // namespace stet

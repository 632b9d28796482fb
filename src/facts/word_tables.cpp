#include "facts/word_tables.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <set>

#include "facts/table_image.h"

namespace stet {
namespace {

using table_image::ImageRange;

struct Record {
  std::array<char, 8> language{};
  ImageRange maker;   // bytes
  ImageRange tables;  // an image of its own
};
struct TablesHeader {
  ImageRange tables;  // TableRecord
  ImageRange texts;   // bytes, a line each
};

void for_each_line(std::string_view text, auto use) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    use(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
}

std::string image_of(const MadeTables& made) {
  TablesHeader header;
  std::string image(sizeof header, '\0');
  std::vector<table_image::TableRecord> tables;
  for (const PhraseTrie& trie : made.tables) tables.push_back(table_image::append(image, trie));
  header.tables = table_image::append(image, std::span<const table_image::TableRecord>(tables));
  std::string texts;
  for (const std::string& text : made.texts) texts.append(text).push_back('\n');
  header.texts = table_image::append(image, std::span<const char>(texts));
  std::memcpy(image.data(), &header, sizeof header);
  return image;
}

WordTable table_in(std::string_view image) {
  WordTable table;
  TablesHeader header;
  std::memcpy(&header, image.data(), sizeof header);
  for (const auto& each : table_image::viewed<table_image::TableRecord>(image, header.tables)) {
    table.tables.push_back(table_image::viewed(image, each));
  }
  for_each_line(image.substr(header.texts.offset, header.texts.count),
                [&](std::string_view line) { table.texts.push_back(line); });
  return table;
}

}  // namespace

WordTables::WordTables(std::span<const TableMaker* const> makers, const Lexicon& lexicon) {
  for (const TableMaker* maker : makers) {
    std::set<Language> languages;
    for (const auto& [where, part] : lexicon.parts()) {
      if (maker->owns(where.first)) languages.insert(where.second);
    }
    for (const Language language : languages) {
      const MadeTables& made = made_.emplace(Key(maker->name, language), maker->make(lexicon, language)).first->second;
      WordTable table;
      for (const PhraseTrie& trie : made.tables) table.tables.push_back(trie.table());
      table.texts.assign(made.texts.begin(), made.texts.end());
      tables_.emplace(Key(maker->name, language), std::move(table));
    }
  }
}

std::string WordTables::image() const {
  ImageRange all;
  std::string image(sizeof all, '\0');
  std::vector<Record> records;
  for (const auto& [key, made] : made_) {
    Record& record = records.emplace_back();
    key.second.code().copy(record.language.data(), record.language.size() - 1);
    record.maker = table_image::append(image, std::span<const char>(key.first));
    const std::string tables = image_of(made);
    record.tables = table_image::append(image, std::span<const char>(tables));
  }
  all = table_image::append(image, std::span<const Record>(records));
  std::memcpy(image.data(), &all, sizeof all);
  return image;
}

WordTables WordTables::view(std::string_view image) {
  WordTables found;
  ImageRange all;
  if (image.size() < sizeof all) return found;
  std::memcpy(&all, image.data(), sizeof all);
  const auto text = [&](ImageRange range) { return image.substr(range.offset, range.count); };
  for (const Record& record : table_image::viewed<Record>(image, all)) {
    found.tables_.emplace(Key(text(record.maker), Language(record.language.data())),
                          Unread<WordTable>(text(record.tables), table_in));
  }
  return found;
}

const WordTable* WordTables::find(const TableMaker& maker, Language language) const {
  const auto it = tables_.find(std::pair(maker.name, language));
  return it == tables_.end() ? nullptr : &it->second.get();
}

}  // namespace stet

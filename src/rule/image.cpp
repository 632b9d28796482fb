#include "rule/image.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

#include "rule/archive.h"
#include "rule/compile.h"
#include "rule/pattern_specs.h"

namespace stet {

// The functions that archive a type, found by its namespace.
template <class A>
void archive(A& a, Language& language) {
  std::string code(language.code());
  archive(a, code);
  if constexpr (A::kReads) language = Language(code);
}

template <class A>
void archive(A& a, CivilDate& date) {
  archive(a, date.year);
  archive(a, date.month);
  archive(a, date.day);
}

namespace {

Options options_of(std::string_view bytes) {
  Options options;
  ArchiveReader reader(bytes);
  archive(reader, options);
  return options;
}

}  // namespace

// As a text of its own, so that a reader can leave it for later.
template <class A>
void archive(A& a, Section& section) {
  if constexpr (A::kReads) {
    section = Section(a.view(), options_of);
  } else {
    ArchiveWriter own;
    Options options = section.options();
    archive(own, options);
    archive(a, own.bytes);
  }
}

template <class A>
void archive(A& a, Wording& wording) {
  for (std::string& text : wording.text) archive(a, text);
}

template <class A>
void archive(A& a, FixTemplate& fix) {
  archive(a, fix.title);
  archive(a, fix.text);
  archive(a, fix.safe);
}

template <class A>
void archive(A& a, Example& example) {
  archive(a, example.bad);
  archive(a, example.language);
  archive(a, example.format);
  archive(a, example.as_of);
  archive(a, example.text);
  archive(a, example.message);
  archive(a, example.fixed);
  archive(a, example.line);
}

namespace {

struct Header {
  char magic[8] = {'s', 't', 'e', 't', 'r', 'u', 'l', '2'};
  std::uint64_t hot_size = 0;       // from the header's end
  std::uint64_t matcher_begin = 0;  // from the image's begin; aligned to 16
  std::uint64_t matcher_size = 0;
  std::uint64_t concepts_begin = 0;  // likewise
  std::uint64_t concepts_size = 0;
  std::uint64_t tables_begin = 0;  // likewise
  std::uint64_t tables_size = 0;
  std::uint64_t cold_begin = 0;
  std::uint64_t cold_size = 0;
};

// What a check and its findings need.
template <class A>
void archive_hot(A& a, Rule& rule) {
  archive(a, rule.name);
  std::string kind(rule.kind == nullptr ? "" : rule.kind->name);
  archive(a, kind);
  archive(a, rule.severity);
  archive(a, rule.messages);
  archive(a, rule.was);
  archive(a, rule.formats);
  archive(a, rule.limit);
  archive(a, rule.same_entry);
  archive(a, rule.covers);
  archive(a, rule.fix);
  archive(a, rule.definition.roles);
  archive(a, rule.definition.options);
  archive(a, rule.definition.sections);
  if constexpr (A::kReads) {
    rule.kind = find_kind(kind);
    rule.definition.rule = rule.name;
  }
}

// The rest.
template <class A>
void archive_cold(A& a, Rule& rule) {
  archive(a, rule.why);
  archive(a, rule.file);
  archive(a, rule.examples);
  archive(a, rule.definition.sections);
}

Lexicon::Part part_of(std::string_view bytes) {
  ArchiveReader reader(bytes);
  Lexicon::Part part;
  std::uint64_t count = 0;
  reader.number(count);
  for (std::size_t i = reader.count(count); i > 0; --i) {
    std::string key(reader.view());
    std::uint64_t size = 0;
    reader.number(size);
    Lexicon::Words words(reader.count(size));
    for (std::string_view& word : words) word = reader.view();
    part.insert_or_assign(part.end(), std::move(key), std::move(words));
  }
  return part;
}

// As a text of its own, so that a reader can leave it for later.
std::string bytes_of(const Lexicon::Part& part) {
  ArchiveWriter own;
  std::map<std::string, std::vector<std::string>> copy;
  for (const auto& [key, words] : part) copy.emplace(key, std::vector<std::string>(words.begin(), words.end()));
  archive(own, copy);
  return own.bytes;
}

// The lists of which there are tables, or the others.
template <class A>
void archive_lexicon(A& a, Lexicon& lexicon, bool tabled) {
  const auto is_meant = [tabled](const Lexicon::Parts::value_type& part) {
    return is_tabled(part.first.first) == tabled;
  };
  auto count = static_cast<std::uint64_t>(std::ranges::count_if(lexicon.parts(), is_meant));
  a.number(count);
  if constexpr (A::kReads) {
    for (std::size_t i = a.count(count); i > 0; --i) {
      const std::string_view name = a.view();
      Language language;
      archive(a, language);
      lexicon.add(name, language, {a.view(), part_of});
    }
  } else {
    for (const auto& part : lexicon.parts()) {
      if (!is_meant(part)) continue;
      auto [name, language] = part.first;
      archive(a, name);
      archive(a, language);
      std::string bytes = bytes_of(part.second.get());
      archive(a, bytes);
    }
  }
}

template <class A>
void archive_cues(A& a, Lexicon& lexicon) {
  std::map<std::string, std::pair<std::vector<std::string>, std::vector<std::string>>> copy;  // calls, keys
  if constexpr (!A::kReads) {
    for (const auto& [name, cues] : lexicon.cues()) copy[name] = {cues.calls, {cues.keys.begin(), cues.keys.end()}};
  }
  archive(a, copy);
  if constexpr (A::kReads) {
    for (auto& [name, cues] : copy) {
      lexicon.set_cues(name, {std::move(cues.first), {cues.second.begin(), cues.second.end()}});
    }
  }
}

// The rule as a check needs it: phrases are the matcher's.
Rule without_phrases(Rule rule) {
  for (const Key& key : rule.kind->section_keys) {
    if (!is_matched(key.type)) continue;
    for (auto& [language, section] : rule.definition.sections) {
      Options options = section.options();
      const auto it = options.find(key.name);
      if (it == options.end()) continue;
      it->second = std::vector<std::string>();
      section = std::move(options);
    }
  }
  return rule;
}

void align(std::string& bytes) { bytes.resize((bytes.size() + 15) / 16 * 16); }

struct Parts {
  std::string_view hot;
  std::string_view matcher;
  std::string_view concepts;
  std::string_view tables;
  std::string_view cold;
};

Parts parts_of(std::string_view image) {
  Header header;
  if (image.size() < sizeof header || std::memcmp(image.data(), header.magic, sizeof header.magic) != 0) return {};
  std::memcpy(&header, image.data(), sizeof header);
  return {image.substr(sizeof header, header.hot_size), image.substr(header.matcher_begin, header.matcher_size),
          image.substr(header.concepts_begin, header.concepts_size),
          image.substr(header.tables_begin, header.tables_size), image.substr(header.cold_begin, header.cold_size)};
}

RuleSource read_hot(std::string_view hot) {
  RuleSource source;
  ArchiveReader reader(hot);
  std::uint64_t count = 0;
  reader.number(count);
  source.rules.resize(reader.count(count));
  for (Rule& rule : source.rules) archive_hot(reader, rule);
  archive_lexicon(reader, source.lexicon, false);
  archive_cues(reader, source.lexicon);
  return source;
}

}  // namespace

bool is_tabled(std::string_view lexicon) {
  return ConceptLexicons::is_part(lexicon) ||
         std::ranges::any_of(table_makers(), [&](const TableMaker* maker) { return maker->owns(lexicon); });
}

Result<std::string, Errors> write_image(RuleSource source) {
  number_rules(source.rules);
  const auto matcher = matcher_image(source);
  if (!matcher.ok()) return matcher.error();
  ArchiveWriter hot;
  ArchiveWriter cold;
  std::uint64_t count = source.rules.size();
  hot.number(count);
  for (Rule& rule : source.rules) {
    Rule lean = without_phrases(rule);
    archive_hot(hot, lean);
    archive_cold(cold, rule);
  }
  archive_lexicon(hot, source.lexicon, false);
  archive_lexicon(cold, source.lexicon, true);
  archive_cues(hot, source.lexicon);

  Header header;
  std::string image(sizeof header, '\0');
  image += hot.bytes;
  header.hot_size = hot.bytes.size();
  align(image);
  header.matcher_begin = image.size();
  header.matcher_size = matcher->size();
  image += *matcher;
  align(image);
  const std::string concepts = ConceptLexicons(source.lexicon).image();
  header.concepts_begin = image.size();
  header.concepts_size = concepts.size();
  image += concepts;
  align(image);
  const std::string tables = WordTables(table_makers(), source.lexicon).image();
  header.tables_begin = image.size();
  header.tables_size = tables.size();
  image += tables;
  align(image);
  header.cold_begin = image.size();
  header.cold_size = cold.bytes.size();
  image += cold.bytes;
  std::memcpy(image.data(), &header, sizeof header);
  return image;
}

RuleSource read_image(std::string_view image) {
  const Parts parts = parts_of(image);
  RuleSource source = read_hot(parts.hot);
  ArchiveReader cold(parts.cold);
  for (Rule& rule : source.rules) {
    rule.definition.sections.clear();
    archive_cold(cold, rule);
  }
  archive_lexicon(cold, source.lexicon, true);
  return source;
}

RuleSet RuleSet::view(std::string_view image) {
  const Parts parts = parts_of(image);
  RuleSource source = read_hot(parts.hot);
  number_rules(source.rules);
  Matcher matcher;
  if (!parts.matcher.empty()) matcher = MatcherBuilder::view(parts.matcher);
  Errors none;  // the rules were compiled before they were written
  return assemble(std::move(source.rules), std::move(source.lexicon), std::move(matcher),
                  ConceptLexicons::view(parts.concepts), WordTables::view(parts.tables), none);
}

Result<RuleSet, Errors> RuleSet::extend(std::string_view image, RuleSource more) {
  const Parts parts = parts_of(image);
  RuleSource all = read_hot(parts.hot);
  std::vector<std::string> image_names;  // by slot
  for (const Rule& rule : all.rules) image_names.push_back(rule.name);
  const std::vector<CueSource> image_cues = cue_sources(all.lexicon, static_cast<std::uint32_t>(all.rules.size()));
  std::set<std::string, std::less<>> new_names;
  for (const Rule& rule : more.rules) new_names.insert(rule.name);
  std::set<std::string, std::less<>> new_cues;
  for (const auto& [name, calls] : more.lexicon.cues()) new_cues.insert(name);
  std::erase_if(all.rules, [&](const Rule& rule) { return new_names.count(rule.name) != 0; });
  const std::vector<const TableMaker*> makers = table_makers();
  const bool new_words = std::ranges::any_of(more.lexicon.parts(), [&](const auto& part) {
    const std::string& name = part.first.first;
    return is_tabled(name) || std::ranges::any_of(makers, [&](const TableMaker* maker) { return maker->reads(name); });
  });
  if (new_words) all.lexicon = read_image(image).lexicon;
  all.add(std::move(more));
  number_rules(all.rules);
  Errors errors = check_names(all.rules);
  if (!errors.empty()) return errors;

  MatcherBuilder builder;
  builder.set_lexicon(lexicon_words, &all.lexicon);
  std::map<std::string_view, std::uint32_t> slots;
  for (const Rule& rule : all.rules) {
    if (new_names.count(rule.name) != 0) {
      add_patterns(rule, builder, errors);
    } else {
      slots[rule.name] = rule.definition.slot;
    }
  }
  std::vector<std::uint32_t> moved;
  for (const std::string& name : image_names) {
    const auto it = slots.find(name);
    moved.push_back(it == slots.end() ? kNone : it->second);
  }
  std::map<std::string_view, std::uint32_t> cue_slots;
  const std::vector<CueSource> sources = cue_sources(all.lexicon, static_cast<std::uint32_t>(all.rules.size()));
  for (const CueSource& cues : sources) {
    if (new_cues.count(cues.name) != 0) {
      add_cues(all.lexicon, cues, builder, errors);
    } else {
      cue_slots[cues.name] = cues.slot;
    }
  }
  for (const CueSource& cues : image_cues) {
    const auto it = cue_slots.find(cues.name);
    moved.push_back(it == cue_slots.end() ? kNone : it->second);
  }
  if (!parts.matcher.empty()) builder.take(parts.matcher, moved);
  if (!errors.empty()) return errors;
  ConceptLexicons concepts = new_words ? ConceptLexicons(all.lexicon) : ConceptLexicons::view(parts.concepts);
  WordTables tables = new_words ? WordTables(makers, all.lexicon) : WordTables::view(parts.tables);
  RuleSet set = assemble(std::move(all.rules), std::move(all.lexicon), MatcherBuilder::own(builder.serialize()),
                         std::move(concepts), std::move(tables), errors);
  if (!errors.empty()) return errors;
  return set;
}

}  // namespace stet

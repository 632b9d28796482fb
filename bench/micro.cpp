// What each part of a check costs, on one core, over texts that lie in memory.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "drafts.h"
#include "engine/check_file.h"
#include "facts/facts.h"
#include "rule/ruleset.h"
#include "text/sentences.h"
#include "text/words.h"

namespace stet::bench {
namespace {

// The two sets of texts, each written once.
const std::vector<Draft>& one_long() {
  static const std::vector<Draft> drafts = {long_draft()};
  return drafts;
}
const std::vector<Draft>& many() {
  static const std::vector<Draft> drafts = many_drafts();
  return drafts;
}
const std::vector<Draft>& one_html() {
  static const std::vector<Draft> drafts = {long_draft(Format::kHtml)};
  return drafts;
}
const std::vector<Draft>& one_plain() {
  static const std::vector<Draft> drafts = {long_draft(Format::kPlain)};
  return drafts;
}

const RuleSet& rules() {
  static const RuleSet set = RuleSet::builtin();
  return set;
}

SourceText source_of(const Draft& draft) {
  auto source = SourceText::from_bytes(draft.text);
  return std::move(source).value();
}
Document read(const Draft& draft) { return read_document(draft.path, source_of(draft), {}); }

std::vector<Document> read_all(const std::vector<Draft>& drafts) {
  std::vector<Document> documents;
  documents.reserve(drafts.size());
  for (const Draft& draft : drafts) documents.push_back(read(draft));
  return documents;
}

void set_bytes(benchmark::State& state, const std::vector<Draft>& drafts) {
  std::size_t bytes = 0;
  for (const Draft& draft : drafts) bytes += draft.text.size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

using Drafts = const std::vector<Draft>& (*)();

void reading(benchmark::State& state, Drafts drafts) {
  for (auto _ : state) {
    for (const Draft& draft : drafts()) benchmark::DoNotOptimize(read(draft));
  }
  set_bytes(state, drafts());
}

void words(benchmark::State& state, Drafts drafts) {
  std::vector<Word> out;
  for (auto _ : state) {
    for (const Draft& draft : drafts()) {
      out.clear();
      cut_words(draft.text, out);
      benchmark::DoNotOptimize(out.data());
    }
  }
  set_bytes(state, drafts());
}

void sentences(benchmark::State& state, Drafts drafts) {
  const std::vector<Document> documents = read_all(drafts());
  for (auto _ : state) {
    for (const Document& document : documents) {
      for (const Block& block : document.blocks()) benchmark::DoNotOptimize(cut_sentences(block.text));
    }
  }
  set_bytes(state, drafts());
}

void matching(benchmark::State& state, Drafts drafts) {
  const std::vector<Document> documents = read_all(drafts());
  for (auto _ : state) {
    for (const Document& document : documents) benchmark::DoNotOptimize(rules().knowledge().matcher.find(document));
  }
  set_bytes(state, drafts());
}

void facts(benchmark::State& state, Drafts drafts) {
  const std::vector<Document> documents = read_all(drafts());
  for (auto _ : state) {
    for (const Document& document : documents) benchmark::DoNotOptimize(Facts::extract(document, rules().knowledge()));
  }
  set_bytes(state, drafts());
}

void whole_check(benchmark::State& state, Drafts drafts) {
  for (auto _ : state) {
    for (const Draft& draft : drafts())
      benchmark::DoNotOptimize(check_source(draft.path, source_of(draft), rules(), {}));
  }
  set_bytes(state, drafts());
}

void loading_rules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(RuleSet::builtin());
}

#define STET_BENCHMARK(function, texts) \
  BENCHMARK_CAPTURE(function, texts, texts)->Unit(benchmark::kMillisecond)->MinTime(1.0)

STET_BENCHMARK(reading, one_long);
STET_BENCHMARK(reading, many);
STET_BENCHMARK(reading, one_html);
STET_BENCHMARK(reading, one_plain);
STET_BENCHMARK(words, one_long);
STET_BENCHMARK(words, many);
STET_BENCHMARK(sentences, one_long);
STET_BENCHMARK(sentences, many);
STET_BENCHMARK(matching, one_long);
STET_BENCHMARK(matching, many);
STET_BENCHMARK(facts, one_long);
STET_BENCHMARK(facts, many);
STET_BENCHMARK(whole_check, one_long);
STET_BENCHMARK(whole_check, many);
BENCHMARK(loading_rules)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace stet::bench

BENCHMARK_MAIN();

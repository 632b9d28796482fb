#include "engine/check_file.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "document/entries.h"
#include "engine/file_io.h"
#include "engine/one_fault.h"
#include "engine/placement.h"
#include "engine/rule_glob.h"
#include "engine/suppression.h"
#include "rule/message.h"

namespace stet {
namespace {

constexpr std::string_view kUnused = "stet/unused-suppression";
constexpr std::string_view kUnknown = "stet/unknown-rule";

struct Found {
  Finding finding;
  SourceSpan span;
  std::optional<Place> elsewhere = std::nullopt;  // the place in another file that it is about
};

// The findings of one rule, and its traces.
class Collector : public Sink {
 public:
  Collector(const Document& document, const AcrossFiles* across) : document_(document), across_(across) {}

  void report(Finding finding) override {
    const SourceSpan span = source_of(document_, finding.place);
    found_.push_back({std::move(finding), span});
  }
  void leave(const Trace& trace) override {
    if (across_ != nullptr) traces_.push_back(trace);
  }
  [[nodiscard]] const LineCounts* lines_of_run() const override {
    return across_ == nullptr ? nullptr : &across_->lines();
  }
  std::vector<Found>& found() { return found_; }
  [[nodiscard]] const std::vector<Trace>& traces() const { return traces_; }

 private:
  const Document& document_;
  const AcrossFiles* across_;
  std::vector<Found> found_;
  std::vector<Trace> traces_;
};

// By place; of findings that overlap the longest stands, the first of equally long ones.
void merge_overlapping(std::vector<Found>& found) {
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.span < b.span; });
  std::vector<Found> kept;
  for (Found& next : found) {
    if (kept.empty() || !(kept.back().span.overlaps(next.span) || kept.back().span == next.span)) {
      kept.push_back(std::move(next));
    } else if (next.span.size() > kept.back().span.size()) {
      kept.back() = std::move(next);
    }
  }
  found = std::move(kept);
}

// A fix's text: unlike a message it takes every value whole.
std::string fill_fix(std::string_view text, const Values& values, Locale locale) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const std::size_t close = c == '{' ? text.find('}', at) : std::string_view::npos;
    if ((c == '{' || c == '}') && text.substr(at + 1).starts_with(c)) {
      out += c;
      at += 2;
    } else if (close == std::string_view::npos) {
      out += c;
      ++at;
    } else {
      const std::string_view name = text.substr(at + 1, close - at - 1);
      const auto it = std::find_if(values.begin(), values.end(), [name](const auto& v) { return v.first == name; });
      if (it != values.end()) {
        const auto* whole = std::get_if<std::string>(&it->second);
        out += whole != nullptr ? *whole : value_text(it->second, locale);
      }
      at = close + 1;
    }
  }
  return out;
}

class FileCheck {
 public:
  FileCheck(const Document& document, const RuleSet& rules, const CheckOptions& options)
      : document_(document), rules_(rules), options_(options), placement_(document) {}

  FileReport run() {
    const Facts facts = Facts::extract(document_, rules_.knowledge());
    if (options_.suppressions) suppressions_.emplace(document_);
    for (std::size_t i = 0; i < rules_.rules().size(); ++i) {
      if (!options_.runs(i) || !applies(rules_.rules()[i])) continue;
      Collector collector(document_, options_.across);
      rules_.check(i).run(document_, facts, collector);
      if (!collector.traces().empty()) take_traces(i, facts, collector);
      if (!collector.found().empty()) take(i, collector.found());
    }
    drop_covered();
    if (suppressions_ && !suppressions_->empty()) report_comments();
    std::sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::tie(a.place.span, a.rule) < std::tie(b.place.span, b.rule);
    });
    keep_one_of_each_fault(diagnostics_, rules_);
    return {document_.path(), std::move(diagnostics_), std::move(traces_)};
  }

 private:
  [[nodiscard]] bool applies(const Rule& rule) const {
    return (rule.formats >> static_cast<unsigned>(document_.format()) & 1U) != 0;
  }

  // Keeps the traces of what no comment lets stand, and has the rule judge those that clash.
  void take_traces(std::size_t number, const Facts& facts, Collector& collector) {
    for (const Trace& trace : collector.traces()) {
      const SourceSpan span = source_of(document_, trace.place);
      if (suppressions_ && (suppressions_->inside_comment(span) || suppressions_->allows(rules_.rules()[number], span)))
        continue;
      if (options_.clashes != nullptr) {
        for (const Clash& clash : *options_.clashes) {
          if (clash.trace == traces_.size()) judge(number, facts, trace, clash, collector);
        }
      }
      traces_.push_back({static_cast<std::uint32_t>(number), trace.key, trace.value, span});
    }
  }

  void judge(std::size_t number, const Facts& facts, const Trace& trace, const Clash& clash, Collector& collector) {
    const Document* other = other_file(clash.path);
    if (other == nullptr || clash.span.end > other->source().utf8().size()) return;
    const Elsewhere elsewhere{*other, clash.span, options_.across->lines(), clash.value, clash.files};
    std::optional<Finding> finding = rules_.check(number).judge(document_, facts, trace, elsewhere);
    if (!finding) return;
    Found found{std::move(*finding), {}, Placement(*other).place(clash.span)};
    found.span = source_of(document_, found.finding.place);
    collector.found().push_back(std::move(found));
  }

  // Of the files that clash with this one, the last that was read.
  const Document* other_file(const std::string& path) {
    if (other_ && other_->path() == path) return &*other_;
    Result<std::string> bytes = read_file(path);
    if (!bytes) return nullptr;
    Result<SourceText> source = SourceText::from_bytes(std::move(*bytes));
    if (!source) return nullptr;
    other_.emplace(read_document(path, std::move(*source), options_.read));
    return &*other_;
  }

  void take(std::size_t number, std::vector<Found>& found) {
    const Rule& rule = rules_.rules()[number];
    merge_overlapping(found);
    std::uint32_t taken = 0;
    for (Found& one : found) {
      if (rule.same_entry && names_two_entries(one.finding)) continue;
      if (suppressions_ && (suppressions_->inside_comment(one.span) || suppressions_->allows(rule, one.span))) continue;
      if (rule.limit != 0 && taken == rule.limit) continue;  // later ones may still use a permission
      ++taken;
      diagnostics_.push_back(diagnose(number, one));
      if (one.finding.covers) covering_.push_back({number, diagnostics_.back().place.span});
    }
  }

  // Whether a live blog tells one thing at two hours, or short news tell of two towns.
  [[nodiscard]] bool names_two_entries(const Finding& finding) {
    const auto entry_of = [this](const TextPlace& place) {
      if (!entries_) entries_ = entries_of(document_);
      return place.block < entries_->size() ? (*entries_)[place.block] : 0;
    };
    const auto is_other = [&](const RelatedPlace& related) {
      return !related.elsewhere && related.place.block != finding.place.block &&
             entry_of(related.place) != entry_of(finding.place);
    };
    return std::any_of(finding.related.begin(), finding.related.end(), is_other);
  }

  Diagnostic diagnose(std::size_t number, Found& found) {
    const Rule& rule = rules_.rules()[number];
    Finding& finding = found.finding;
    const auto has_match = [](const auto& value) { return value.first == "match"; };
    if (std::none_of(finding.values.begin(), finding.values.end(), has_match)) {
      finding.values.emplace_back("match", text_of(finding.place));
    }
    Diagnostic result;
    result.rule = rule.name;
    result.severity = severity(number, finding);
    result.message = worded(rule, finding.wording, finding.values);
    result.place = placement_.place(found.span);
    result.excerpt = placement_.excerpt(found.span);
    if (options_.fingerprints) result.surroundings = placement_.surroundings(finding.place);
    for (const RelatedPlace& related : finding.related) {
      Place place = related.elsewhere && found.elsewhere ? *found.elsewhere
                                                         : placement_.place(source_of(document_, related.place));
      result.related.push_back({std::move(place), worded(rule, related.wording, related.values)});
    }
    for (const ProposedFix& proposed : finding.fixes) {
      add_fix(result, worded(rule, proposed.wording, proposed.values), proposed.safe, proposed.edits);
    }
    if (rule.fix) {
      add_fix(result, fill_template(rule.fix->title.in(options_.locale), finding.values, options_.locale),
              rule.fix->safe, {{finding.place, fill_fix(rule.fix->text, finding.values, options_.locale)}});
    }
    return result;
  }

  [[nodiscard]] std::string text_of(const TextPlace& place) const {
    const std::string_view text = document_.block(place.block).text;
    const std::size_t begin = std::min<std::size_t>(place.span.begin, text.size());
    return std::string(text.substr(begin, place.span.end - begin));
  }

  [[nodiscard]] std::string worded(const Rule& rule, std::string_view wording, const Values& values) const {
    const auto it = rule.messages.find(wording);
    if (it == rule.messages.end()) return std::string(wording);
    return fill_template(it->second.in(options_.locale), values, options_.locale);
  }

  [[nodiscard]] Severity severity(std::size_t number, const Finding& finding) const {
    Severity result = rules_.rules()[number].severity;
    if (!options_.severity.empty() && options_.severity[number]) result = *options_.severity[number];
    return finding.severity ? std::min(result, *finding.severity) : result;
  }

  void add_fix(Diagnostic& diagnostic, std::string title, bool safe, const std::vector<TextEdit>& edits) {
    Fix fix{std::move(title), safe, {}};
    for (const TextEdit& wanted : edits) {
      std::optional<Edit> edit = placement_.edit(wanted);
      if (!edit) return;
      fix.edits.push_back(std::move(*edit));
    }
    if (!fix.edits.empty()) diagnostic.fixes.push_back(std::move(fix));
  }

  // Leaves out what lies wholly inside a section that stands for it.
  void drop_covered() {
    if (covering_.empty()) return;
    std::sort(covering_.begin(), covering_.end(), [](const Covering& a, const Covering& b) { return a.span < b.span; });
    std::erase_if(diagnostics_, [this](const Diagnostic& diagnostic) { return is_covered(diagnostic); });
  }

  [[nodiscard]] bool is_covered(const Diagnostic& diagnostic) const {
    // Sections of one rule never overlap, so that few can hold one place.
    constexpr int kMostNested = 8;
    const Rule* rule = rules_.find(diagnostic.rule);
    if (rule == nullptr) return false;
    const DiskSpan place = diagnostic.place.span;
    auto section = std::upper_bound(covering_.begin(), covering_.end(), place.begin,
                                    [](std::uint64_t begin, const Covering& c) { return begin < c.span.begin; });
    for (int i = 0; i < kMostNested && section != covering_.begin(); ++i) {
      --section;
      const Rule& by = rules_.rules()[section->rule];
      if (rule == &by || place.end > section->span.end) continue;
      const auto names = [rule](const std::string& glob) { return names_rule(glob, *rule); };
      if (std::any_of(by.covers.begin(), by.covers.end(), names)) return true;
    }
    return false;
  }

  // Permissions that nothing needed, rules that do not exist.
  void report_comments() {
    std::vector<Found> unused;
    std::vector<Found> unknown;
    for (const Permission& permission : suppressions_->permissions()) {
      const std::string name(permission.rule);
      if (!names_any_rule(permission.rule, rules_)) {
        const std::string hint = probable_rule(permission.rule, rules_);
        unknown.push_back(at(permission.name, "", {{"rule", name}, {"hint", hint}}));
      } else if (!permission.used && !name.starts_with("stet") && all_ran(permission.rule)) {
        unused.push_back(at(permission.name, "", {{"rule", name}}));
      }
    }
    for (const SourceSpan comment : suppressions_->idle()) unused.push_back(at(comment, "idle", {}));
    take_own(kUnused, unused);
    take_own(kUnknown, unknown);
  }

  // The number of a rule that the engine itself reports for, when it runs.
  [[nodiscard]] std::optional<std::size_t> running(std::string_view name) const {
    const std::vector<Rule>& all = rules_.rules();
    const auto rule = std::find_if(all.begin(), all.end(), [name](const Rule& r) { return r.name == name; });
    if (rule == all.end() || !options_.runs(static_cast<std::size_t>(rule - all.begin()))) return std::nullopt;
    return static_cast<std::size_t>(rule - all.begin());
  }

  static Found at(SourceSpan span, std::string_view wording, Values values) {
    Finding finding;
    finding.place = {Document::kRawBlock, {span.begin, span.end}};
    finding.wording = wording;
    finding.values = std::move(values);
    return {std::move(finding), span};
  }

  void take_own(std::string_view name, std::vector<Found>& found) {
    const std::optional<std::size_t> number = running(name);
    if (!number) return;
    for (Found& one : found) {
      if (!suppressions_->allows(rules_.rules()[*number], one.span)) diagnostics_.push_back(diagnose(*number, one));
    }
  }

  // A rule that was switched off for this run, or had nothing to compare, can't show that its permission is needed.
  [[nodiscard]] bool all_ran(std::string_view glob) const {
    for (std::size_t i = 0; i < rules_.rules().size(); ++i) {
      const bool ran = options_.runs(i) && (options_.across != nullptr || !rules_.rules()[i].kind->across_files);
      if (!ran && names_rule(glob, rules_.rules()[i])) return false;
    }
    return true;
  }

  const Document& document_;
  const RuleSet& rules_;
  const CheckOptions& options_;
  Placement placement_;
  std::optional<Suppressions> suppressions_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<LeftTrace> traces_;
  std::optional<std::vector<std::uint32_t>> entries_;  // found when first asked for
  std::optional<Document> other_;
  struct Covering {
    std::size_t rule = 0;
    DiskSpan span;
  };
  std::vector<Covering> covering_;
};

}  // namespace

FileReport check_source(std::string path, SourceText source, const RuleSet& rules, const CheckOptions& options) {
  const Document document = read_document(std::move(path), std::move(source), options.read);
  return FileCheck(document, rules, options).run();
}

}  // namespace stet

#include "engine/suppression.h"

#include <algorithm>
#include <optional>

#include "engine/rule_glob.h"

namespace stet {
namespace {

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kSpace = " \t\r\n";

std::string_view cut(std::string_view source, SourceSpan span) { return source.substr(span.begin, span.size()); }

// The span without white space at its ends.
SourceSpan trimmed(std::string_view source, SourceSpan span) {
  while (span.begin < span.end && kSpace.find(source[span.begin]) != std::string_view::npos) ++span.begin;
  while (span.begin < span.end && kSpace.find(source[span.end - 1]) != std::string_view::npos) --span.end;
  return span;
}

}  // namespace

Suppressions::Suppressions(const Document& document) : source_(document.source().utf8()) {
  find_comments(document);
  if (comments_.empty()) return;
  const SourceSpan whole{0, static_cast<std::uint32_t>(source_.size())};
  look_around_comments();
  find_next(document);
  Open opened;
  for (const Comment& comment : comments_) {
    if (comment.names.empty() && comment.word != Word::kEnd) idle_.push_back(comment.span);
    switch (comment.word) {
      case Word::kBlock:
        permit(comment, next_block(document, comment));
        break;
      case Word::kFile:
        permit(comment, whole);
        break;
      case Word::kBegin:
        for (std::size_t i = 0; i < comment.names.size(); ++i) {
          opened.by_name[cut(source_, comment.names[i])].push_back(permissions_.size() + i);
          opened.all.push_back(permissions_.size() + i);
        }
        permit(comment, {comment.span.end, whole.end});
        break;
      case Word::kEnd:
        close(comment, opened);
        break;
    }
  }
  sort_permissions();
}

// From comment to comment, so that a line of thousands is read once.
void Suppressions::look_around_comments() {
  std::uint32_t behind = 0;  // where the comment before ends
  bool leads = true;         // whether it does, or has a line break
  for (Comment& comment : comments_) {
    const std::string_view gap = source_.substr(behind, comment.span.begin - behind);
    const std::size_t line = gap.find_last_of("\r\n");
    const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
    comment.leads =
        gap.find_first_not_of(kSpace, begin) == std::string_view::npos && (line != std::string_view::npos || leads);
    leads = comment.leads || cut(source_, comment.span).find_first_of("\r\n") != std::string_view::npos;
    behind = comment.span.end;
  }
  std::uint32_t next = static_cast<std::uint32_t>(source_.size());  // where the comment behind begins
  std::uint32_t rest = next;                                        // what is behind that one
  for (auto comment = comments_.rbegin(); comment != comments_.rend(); ++comment) {
    const std::size_t other = source_.find_first_not_of(kSpace, comment->span.end);
    comment->rest = rest = other < next ? static_cast<std::uint32_t>(other) : rest;
    next = comment->span.begin;
  }
}

void Suppressions::find_next(const Document& document) {
  const std::span<const Block> blocks = document.blocks();
  next_.resize(blocks.size() + 1, static_cast<std::uint32_t>(blocks.size()));
  for (std::size_t i = blocks.size(); i-- > 0;) {
    next_[i] = only_comments(blocks[i].source) ? next_[i + 1] : static_cast<std::uint32_t>(i);
  }
}

void Suppressions::sort_permissions() {
  for (const Permission& permission : permissions_) names_.push_back(permission.rule);
  std::ranges::sort(names_);
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  for (std::size_t i = 0; i < permissions_.size(); ++i) {
    const auto name = std::ranges::lower_bound(names_, permissions_[i].rule);
    by_begin_.push_back({i, static_cast<std::size_t>(name - names_.begin())});
  }
  std::ranges::stable_sort(by_begin_, {}, [&](const Order& o) { return permissions_[o.permission].reach.begin; });
}

void Suppressions::find_comments(const Document& document) {
  for (std::size_t at = source_.find(kOpen); at != std::string_view::npos; at = source_.find(kOpen, at)) {
    const std::size_t word = source_.find_first_not_of(kSpace, at + kOpen.size());
    if (word == std::string_view::npos) break;
    if (!source_.substr(word).starts_with("stet")) {
      at += kOpen.size();
      continue;
    }
    const std::size_t close = source_.find(kClose, word);
    if (close == std::string_view::npos) break;
    const std::size_t end = close + kClose.size();
    read_comment({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
  if (!comments_.empty()) drop_those_in_code(document);
}

void Suppressions::read_comment(SourceSpan span) {
  SourceSpan inner = trimmed(source_, {span.begin + static_cast<std::uint32_t>(kOpen.size()),
                                       span.end - static_cast<std::uint32_t>(kClose.size())});
  const std::string_view text = cut(source_, inner);
  const std::size_t word_end = std::min(text.find_first_of(" \t\r\n:"), text.size());
  const std::string_view word = text.substr(0, word_end);
  Comment comment;
  comment.span = span;
  if (word == "stet-begin") {
    comment.word = Word::kBegin;
  } else if (word == "stet-end") {
    comment.word = Word::kEnd;
  } else if (word == "stet-file") {
    comment.word = Word::kFile;
  } else if (word != "stet") {
    return;  // "stetig", "stet-something": an ordinary comment
  }
  const auto names_end = static_cast<std::uint32_t>(std::min(text.find(':', word_end), text.size()));
  for (std::uint32_t at = static_cast<std::uint32_t>(word_end); at < names_end;) {
    const auto comma = static_cast<std::uint32_t>(std::min<std::size_t>(text.find(',', at), names_end));
    const SourceSpan name = trimmed(source_, {inner.begin + at, inner.begin + comma});
    if (!name.empty()) comment.names.push_back(name);
    at = comma + 1;
  }
  comments_.push_back(std::move(comment));
}

void Suppressions::drop_those_in_code(const Document& document) {
  std::vector<SourceSpan> code;
  for (const Block& block : document.blocks()) {
    if (block.role == Role::kCode || block.role == Role::kFrontMatter) code.push_back(block.source);
  }
  for (const Inline& mark : document.inlines()) {
    if (mark.kind == InlineKind::kCode) code.push_back(document.block(mark.block).map.to_source(mark.span));
  }
  std::sort(code.begin(), code.end());
  std::erase_if(comments_, [&code](const Comment& comment) {
    const auto after = std::partition_point(code.begin(), code.end(),
                                            [&comment](SourceSpan span) { return span.begin <= comment.span.begin; });
    return after != code.begin() && std::prev(after)->contains(comment.span);
  });
}

const Suppressions::Comment* Suppressions::comment_at(std::uint32_t at) const {
  const auto after = std::partition_point(comments_.begin(), comments_.end(),
                                          [at](const Comment& comment) { return comment.span.begin <= at; });
  return after != comments_.begin() && at < std::prev(after)->span.end ? &*std::prev(after) : nullptr;
}

bool Suppressions::only_comments(SourceSpan span) const {
  for (std::uint32_t at = span.begin; at < span.end;) {
    if (kSpace.find(source_[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    const Comment* comment = comment_at(at);
    if (comment == nullptr) return false;
    at = comment->span.end;
  }
  return true;
}

SourceSpan Suppressions::next_block(const Document& document, const Comment& asked) {
  const SourceSpan comment = asked.span;
  const std::span<const Block> blocks = document.blocks();
  while (passed_ < blocks.size() && blocks[passed_].source.end <= comment.begin) ++passed_;
  for (std::size_t i = next_[passed_]; i < blocks.size(); i = next_[i + 1]) {
    const Block& block = blocks[i];
    if (block.source.end <= comment.begin) continue;
    const bool inside = block.source.begin < comment.end;
    // At the end of a paragraph, on a line of its own, it means what follows.
    if (inside && asked.leads && asked.rest >= block.source.end) continue;
    SourceSpan reach{std::min(block.source.begin, comment.end), block.source.end};
    if (block.table != kNone) {
      const SourceSpan table = document.tables()[block.table].source;
      if (table.begin >= comment.end) reach = reach.joined(table);
    }
    for (std::uint32_t list = block.list; list != kNone; list = document.lists()[list].parent) {
      const SourceSpan source = document.lists()[list].source;
      if (source.begin >= comment.end) reach = reach.joined(source);
    }
    return reach;
  }
  return {comment.end, comment.end};
}

void Suppressions::permit(const Comment& comment, SourceSpan reach) {
  for (const SourceSpan name : comment.names) permissions_.push_back({cut(source_, name), name, reach});
}

void Suppressions::close(const Comment& end, Open& opened) {
  opened.closed.resize(permissions_.size());
  const auto stop = [&](std::size_t permission) {
    permissions_[permission].reach.end = end.span.begin;
    opened.closed[permission] = true;
  };
  const auto last = [&opened](std::vector<std::size_t>& some) -> std::optional<std::size_t> {
    while (!some.empty() && opened.closed[some.back()]) some.pop_back();
    return some.empty() ? std::nullopt : std::optional(some.back());
  };
  const std::optional<std::size_t> innermost = last(opened.all);
  if (!innermost) {
    idle_.push_back(end.span);
    return;
  }
  if (end.names.empty()) {
    // All that the last begin opened: its permissions stand side by side, with the same reach.
    const std::uint32_t begin = permissions_[*innermost].reach.begin;
    for (auto at = innermost; at && permissions_[*at].reach.begin == begin; at = last(opened.all)) stop(*at);
  }
  for (const SourceSpan name : end.names) {
    const auto same = opened.by_name.find(cut(source_, name));
    const auto at = same == opened.by_name.end() ? std::nullopt : last(same->second);
    if (at) {
      stop(*at);
    } else {
      idle_.push_back(end.span);
    }
  }
}

PermissionIndex& Suppressions::permissions_for(const Rule& rule) {
  PermissionIndex*& known = by_rule_[&rule];
  if (known != nullptr) return *known;
  std::vector<bool> named(names_.size());
  for (std::size_t i = 0; i < names_.size(); ++i) named[i] = names_rule(names_[i], rule);
  const auto [index, fresh] = by_names_.try_emplace(named);
  if (fresh) {
    for (const Order& order : by_begin_) {
      if (named[order.name]) index->second.add(order.permission, permissions_[order.permission].reach);
    }
  }
  known = &index->second;
  return *known;
}

bool Suppressions::allows(const Rule& rule, SourceSpan finding) {
  return permissions_for(rule).touches(finding,
                                       [this](std::size_t permission) { permissions_[permission].used = true; });
}

bool Suppressions::inside_comment(SourceSpan finding) const {
  return comment_at(finding.begin) != nullptr || (!finding.empty() && comment_at(finding.end - 1) != nullptr);
}

}  // namespace stet

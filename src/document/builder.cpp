#include "document/builder.h"

#include <algorithm>
#include <cstring>

#include "document/usual_text.h"
#include "text/language_id.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kStoreChunk = 65536;
constexpr std::size_t kSampleSize = 8192;

// White space at the edge of a block, which no block keeps.
bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// What leaves no mark on the page either: soft hyphens, joiners, directional marks, variation selectors.
bool is_invisible(char32_t c) {
  return is_blank(c) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c < 0x20;
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string path, SourceText source, Format format) {
  document_.path_ = std::move(path);
  document_.format_ = format;
  document_.source_ = std::make_unique<SourceText>(std::move(source));
  source_ = document_.source_->utf8();
  has_nul_ = source_.find('\0') != std::string_view::npos;
  // Pages that are never written to are never resident: a generous guess costs no memory.
  document_.blocks_.reserve(source_.size() / 128 + 4);
}

void DocumentBuilder::open_block(Role role, std::uint8_t level, std::uint32_t source_begin) {
  close_block(source_begin);
  open_ = true;
  if (role == Role::kHeading && level == 1 && !has_title_) role = Role::kTitle;
  block_ = Block{};
  block_.role = role;
  block_.level = level;
  block_.source = {source_begin, source_begin};
  if (!languages_.empty()) block_.language = languages_.back();
  text_.clear();
}

char DocumentBuilder::last_char() const {
  if (const auto copied = block_.map.whole_copy()) return source_[*copied + block_.map.text_size() - 1];
  return text_.empty() ? '\0' : text_.back();
}

void DocumentBuilder::copy(SourceSpan source) {
  while (has_nul_) {
    const std::size_t length = source_.substr(source.begin, source.size()).find('\0');
    if (length == std::string_view::npos) break;
    const std::uint32_t nul = source.begin + static_cast<std::uint32_t>(length);
    copy_bytes({source.begin, nul});
    replace("\uFFFD", {nul, nul + 1});
    source.begin = nul + 1;
  }
  copy_bytes(source);
}

void DocumentBuilder::copy_bytes(SourceSpan source) {
  if (source.empty()) return;
  const bool was_copy = block_.map.whole_copy().has_value();
  const std::string_view before = was_copy ? block_text() : std::string_view();
  const bool first = block_.map.text_size() == 0;
  block_.map.copy(source.size(), source.begin);
  if (block_.map.whole_copy() && (first || was_copy)) return;
  if (was_copy) text_.assign(before);
  text_.append(source_.substr(source.begin, source.size()));
}

void DocumentBuilder::replace(std::string_view text, SourceSpan source) {
  if (text.empty()) return;
  if (source_.substr(source.begin, source.size()) == text) {
    copy_bytes(source);
    return;
  }
  if (block_.map.whole_copy()) text_.assign(block_text());
  text_.append(text);
  block_.map.replace(static_cast<std::uint32_t>(text.size()), source);
}

std::string_view DocumentBuilder::block_text() {
  if (const auto copied = block_.map.whole_copy()) return source_.substr(*copied, block_.map.text_size());
  return text_;
}

TextSpan DocumentBuilder::visible_part(std::string_view text) const {
  std::size_t begin = 0;
  std::size_t end = text.size();
  while (begin < end) {
    const CodePoint c = decode_at(text, begin);
    if (!is_blank(c.value)) break;
    begin += c.length;
  }
  while (end > begin) {
    const CodePoint c = decode_before(text, end);
    if (!is_blank(c.value)) break;
    end -= c.length;
  }
  std::size_t pos = begin;
  while (pos < end) {
    const CodePoint c = decode_at(text, pos);
    if (!is_invisible(c.value)) break;
    pos += c.length;
  }
  if (pos == end) return {};
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void DocumentBuilder::close_block(std::uint32_t source_end) {
  if (!open_) return;
  open_ = false;
  while (!open_inlines_.empty()) end_inline(open_inlines_.back().mark.kind);
  std::string_view text = block_text();
  const TextSpan kept = visible_part(text);
  if (kept.empty() && block_.role != Role::kTableCell) {
    block_inlines_.clear();
    return;
  }
  text = text.substr(kept.begin, kept.size());
  if (kept.size() != block_.map.text_size()) block_.map.trim(kept);
  const UsualText usual(text, block_.map);
  if (!usual.is_same()) {
    text = usual.text();
    block_.map = usual.map();
  }
  if (text.empty()) {
    block_.text = {};
    block_.map = {};
    block_.map.start(block_.source.begin);
  } else if (const auto copied = block_.map.whole_copy()) {
    block_.text = source_.substr(*copied, text.size());
  } else {
    block_.text = keep(text);
  }
  block_.source.end = std::max(source_end, block_.source.begin);
  if (block_.role == Role::kTitle) has_title_ = true;
  const auto number = static_cast<std::uint32_t>(document_.blocks_.size());
  if (!open_lists_.empty()) {
    const OpenList& list = open_lists_.back();
    block_.list = list.number;
    if (list.in_item) document_.lists_[list.number].items.back().blocks.push_back(number);
  }
  if (block_.role == Role::kTableCell && in_row_) {
    block_.table = static_cast<std::uint32_t>(document_.tables_.size() - 1);
    document_.tables_.back().rows.back().cells.push_back(number);
  }
  close_inlines(kept, usual);
  text_total_ += text.size();
  document_.blocks_.push_back(std::move(block_));
}

void DocumentBuilder::close_inlines(TextSpan kept, const UsualText& usual) {
  const auto number = static_cast<std::uint32_t>(document_.blocks_.size());
  for (Inline& mark : block_inlines_) {
    mark.block = number;
    mark.span = {usual.moved(std::clamp(mark.span.begin, kept.begin, kept.end) - kept.begin),
                 usual.moved(std::clamp(mark.span.end, kept.begin, kept.end) - kept.begin)};
  }
  // A link without text is worth knowing of; other markup around nothing is not.
  std::erase_if(block_inlines_, [](const Inline& m) { return m.span.empty() && m.kind != InlineKind::kLink; });
  // They come in the order in which they end: of two over the same text the outer one is the later.
  std::reverse(block_inlines_.begin(), block_inlines_.end());
  std::stable_sort(block_inlines_.begin(), block_inlines_.end(), [](const Inline& a, const Inline& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  auto& aside = document_.set_aside_;
  for (const Inline& mark : block_inlines_) {
    if (mark.kind != InlineKind::kCode && mark.kind != InlineKind::kStrikethrough) continue;
    if (!aside.empty() && aside.back().first == number && mark.span.begin < aside.back().second.end) {
      aside.back().second.end = std::max(aside.back().second.end, mark.span.end);
    } else {
      aside.emplace_back(number, mark.span);
    }
  }
  std::move(block_inlines_.begin(), block_inlines_.end(), std::back_inserter(document_.inlines_));
  block_inlines_.clear();
}

void DocumentBuilder::begin_inline(InlineKind kind, Language language, std::string target, SourceSpan target_source) {
  Inline mark;
  mark.kind = kind;
  mark.language = language;
  mark.target = std::move(target);
  mark.target_source = target_source;
  open_inlines_.push_back({std::move(mark), text_size()});
}

void DocumentBuilder::end_inline(InlineKind kind, SourceSpan target_source) {
  const auto it = std::find_if(open_inlines_.rbegin(), open_inlines_.rend(),
                               [kind](const OpenInline& open) { return open.mark.kind == kind; });
  if (it == open_inlines_.rend()) return;
  it->mark.span = {it->begin, text_size()};
  if (!target_source.empty()) it->mark.target_source = target_source;
  block_inlines_.push_back(std::move(it->mark));
  open_inlines_.erase(std::next(it).base());
}

std::string_view DocumentBuilder::keep(std::string_view text) {
  if (store_size_ - store_used_ < text.size()) {
    store_size_ = std::max(kStoreChunk, text.size());
    store_used_ = 0;
    document_.store_.push_back(std::make_unique_for_overwrite<char[]>(store_size_));
  }
  char* at = document_.store_.back().get() + store_used_;
  std::memcpy(at, text.data(), text.size());
  store_used_ += text.size();
  return {at, text.size()};
}

void DocumentBuilder::begin_list(bool ordered, std::uint32_t source_begin) {
  close_block(source_begin);
  const auto number = static_cast<std::uint32_t>(document_.lists_.size());
  List list;
  list.ordered = ordered;
  list.source = {source_begin, source_begin};
  if (!open_lists_.empty()) {
    // HTML knows lists directly inside lists: they belong to the item before, or to one of their own.
    List& parent = document_.lists_[open_lists_.back().number];
    if (parent.items.empty()) parent.items.push_back({{source_begin, source_begin}, {}, {}});
    parent.items.back().sublists.push_back(number);
    list.parent = open_lists_.back().number;
  }
  document_.lists_.push_back(std::move(list));
  open_lists_.push_back({number, false});
}

void DocumentBuilder::begin_item(std::uint32_t source_begin) {
  close_block(source_begin);
  if (open_lists_.empty()) return;
  document_.lists_[open_lists_.back().number].items.push_back({{source_begin, source_begin}, {}, {}});
  open_lists_.back().in_item = true;
}

void DocumentBuilder::end_item(std::uint32_t source_end) {
  close_block(source_end);
  if (open_lists_.empty() || !open_lists_.back().in_item) return;
  document_.lists_[open_lists_.back().number].items.back().source.end = source_end;
  open_lists_.back().in_item = false;
}

void DocumentBuilder::end_list(std::uint32_t source_end) {
  close_block(source_end);
  if (open_lists_.empty()) return;
  document_.lists_[open_lists_.back().number].source.end = source_end;
  open_lists_.pop_back();
}

void DocumentBuilder::begin_table(std::uint32_t source_begin) {
  close_block(source_begin);
  document_.tables_.push_back({{source_begin, source_begin}, {}});
  in_table_ = true;
  in_row_ = false;
}

void DocumentBuilder::begin_row(bool header, std::uint32_t source_begin) {
  close_block(source_begin);
  if (!in_table_) return;
  document_.tables_.back().rows.push_back({header, {source_begin, source_begin}, {}});
  in_row_ = true;
}

void DocumentBuilder::end_row(std::uint32_t source_end) {
  close_block(source_end);
  if (in_row_) document_.tables_.back().rows.back().source.end = source_end;
  in_row_ = false;
}

void DocumentBuilder::end_table(std::uint32_t source_end) {
  end_row(source_end);
  if (in_table_) document_.tables_.back().source.end = source_end;
  in_table_ = false;
}

void DocumentBuilder::set_reference_date(ReferenceDate date) {
  if (!exists(date.date)) return;
  if (!document_.reference_date_ || date.origin < document_.reference_date_->origin) document_.reference_date_ = date;
}

void DocumentBuilder::discard_blocks(std::size_t kept) {
  open_ = false;
  open_inlines_.clear();
  block_inlines_.clear();
  open_lists_.clear();
  languages_.clear();
  in_row_ = false;
  in_table_ = false;
  has_title_ = false;
  document_.blocks_.erase(document_.blocks_.begin() + static_cast<std::ptrdiff_t>(kept), document_.blocks_.end());
  document_.lists_.clear();
  document_.tables_.clear();
  document_.inlines_.clear();
  document_.set_aside_.clear();
}

// The beginning of the running text; headings, menus and cells only when there is nothing else.
std::string DocumentBuilder::language_sample() const {
  std::string sample;
  const auto add = [&](auto wanted) {
    for (const Block& block : document_.blocks_) {
      if (sample.size() >= kSampleSize) return;
      if (!wanted(block.role)) continue;
      std::size_t length = std::min(block.text.size(), kSampleSize);
      while (!is_boundary(block.text, length)) --length;
      sample.append(block.text.substr(0, length)).append("\n");
    }
  };
  const auto is_running = [](Role role) {
    return role == Role::kParagraph || role == Role::kListItem || role == Role::kQuote;
  };
  add(is_running);
  if (sample.size() < 256) add([&](Role role) { return is_prose(role) && !is_running(role); });
  constexpr std::string_view kSoftHyphen = "\u00AD";
  for (std::size_t at = sample.find(kSoftHyphen); at != std::string::npos; at = sample.find(kSoftHyphen, at)) {
    sample.erase(at, kSoftHyphen.size());
  }
  return sample;
}

Document DocumentBuilder::finish(const ReadOptions& options) && {
  close_block(static_cast<std::uint32_t>(source_.size()));
  Document& d = document_;
  if (options.as_of) set_reference_date({*options.as_of, DateOrigin::kOption});
  if (options.language.known()) d.language_ = options.language;
  // More words than this are rare, and pages that are not needed are not resident.
  d.words_.reserve(text_total_ / 4 + 16);
  LanguageVote vote;
  for (Block& block : d.blocks_) {
    block.first_word = static_cast<std::uint32_t>(d.words_.size());
    block.others = cut_words(block.text, d.words_);
    block.word_count = static_cast<std::uint32_t>(d.words_.size()) - block.first_word;
    if (is_prose(block.role) && vote.words() < LanguageVote::kEnough) vote.add(block.text, d.words(block));
  }
  if (!d.language_.known()) d.language_ = vote.winner();
  if (!d.language_.known()) d.language_ = detect_language(language_sample());
  if (!d.language_.known()) d.language_ = options.default_language;
  for (Block& block : d.blocks_) {
    if (!block.language.known()) block.language = d.language_;
  }
  d.raw_.role = Role::kRaw;
  d.raw_.language = d.language_;
  d.raw_.text = source_;
  d.raw_.map.copy(static_cast<std::uint32_t>(source_.size()), 0);
  d.raw_.source = {0, static_cast<std::uint32_t>(source_.size())};
  return std::move(document_);
}

}  // namespace stet

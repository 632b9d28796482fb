#include "document/front_matter.h"

#include <algorithm>
#include <array>

#include "document/builder.h"
#include "document/date_text.h"
#include "document/markdown_source.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLongestHeader = 65536;

// Keys that say when an article was published, the surest first; compared without case, '-' and '_'.
constexpr std::array<std::string_view, 16> kDateKeys = {
    "date",    "datum",       "published",       "publishedat",   "publishedon", "datepublished",
    "pubdate", "publishdate", "publicationdate", "publishedtime", "fecha",       "data",
    "posted",  "postedat",    "created",         "createdat"};
constexpr std::array<std::string_view, 3> kLanguageKeys = {"lang", "language", "locale"};

struct Header {
  std::uint32_t begin = 0;  // behind the opening line
  std::uint32_t end = 0;    // before the closing one
  std::uint32_t behind = 0;
};

std::string_view without_trailing_blanks(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t");
  return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

Header find_header(std::string_view source, std::string_view fence) {
  if (without_trailing_blanks(source.substr(0, line_end(source, 0))) != fence) return {};
  Header header;
  header.begin = next_line(source, 0);
  for (std::uint32_t pos = header.begin; pos < source.size() && pos < kLongestHeader;) {
    const std::uint32_t next = next_line(source, pos);
    const std::string_view line = without_trailing_blanks(source.substr(pos, line_end(source, pos) - pos));
    if (line == fence || (fence == "---" && line == "...")) {
      header.end = pos;
      header.behind = next;
      return header;
    }
    pos = next;
  }
  return {};
}

struct Piece {
  SourceSpan source;
  std::string text;  // empty: a copy
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The character that an escape in double quotes stands for, and its length in the source.
std::string unescape(std::string_view source, std::uint32_t& length) {
  constexpr std::string_view kFrom = "ntr\"\\/0abefv";
  constexpr std::string_view kTo{"\n\t\r\"\\/\0\a\b\x1B\f\v", 12};
  length = 2;
  if (source.size() < 2) return {};
  if (const std::size_t i = kFrom.find(source[1]); i != std::string_view::npos) return std::string(1, kTo[i]);
  const std::size_t digits = source[1] == 'x' ? 2 : source[1] == 'u' ? 4 : source[1] == 'U' ? 8 : 0;
  if (digits == 0 || source.size() < 2 + digits) return {};
  char32_t c = 0;
  for (const char digit : source.substr(2, digits)) {
    const std::size_t value = std::string_view("0123456789abcdef").find(static_cast<char>(digit | 0x20));
    c = c * 16 + static_cast<char32_t>(digit >= '0' && digit <= '9' ? digit - '0' : value & 15);
  }
  length = static_cast<std::uint32_t>(2 + digits);
  std::string out;
  if (c <= 0x10FFFF) append_utf8(out, c);
  return out;
}

// Sets a value beside its notation: what is equal is a copy; folded line breaks and escapes are replacements. Empty
// when they do not agree.
std::vector<Piece> align(std::string_view source, std::uint32_t at, std::uint32_t end, std::string_view value) {
  std::vector<Piece> pieces;
  const char quote = at < end && (source[at] == '"' || source[at] == '\'') ? source[at] : '\0';
  while (quote != '\0' && at < end && source[at] == quote && !value.starts_with(quote)) ++at;
  if (quote == '\0' && at < end && (source[at] == '|' || source[at] == '>') && !value.starts_with(source[at])) {
    at = next_line(source, at);
  }
  for (std::size_t done = 0; done < value.size();) {
    if (at >= end) return {};
    std::uint32_t length = 1;
    if (quote == '"' && source[at] == '\\') {
      std::string text = unescape(source.substr(at, end - at), length);
      if (!text.empty() && value.substr(done).starts_with(text)) {
        done += text.size();
        pieces.push_back({{at, at + length}, std::move(text)});
      } else if (at + 1 >= end || !is_space(source[at + 1])) {
        return {};
      }
    } else if (source[at] == value[done]) {
      if (!pieces.empty() && pieces.back().text.empty() && pieces.back().source.end == at) {
        ++pieces.back().source.end;
      } else {
        pieces.push_back({{at, at + 1}, {}});
      }
      ++done;
      if (quote == '\'' && source[at] == '\'' && source.substr(at + 1, 1) == "'") ++length;
    } else if (is_space(source[at])) {
      if (value[done] == ' ') {
        while (at + length < end && is_space(source[at + length])) ++length;
        pieces.push_back({{at, at + length}, " "});
        ++done;
      }
    } else {
      return {};
    }
    at += length;
  }
  return pieces;
}

std::string normal_key(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c != '-' && c != '_') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

// Words for a reader: more than one of them, or the title.
bool is_text(const HeaderValue& value) {
  if (normal_key(value.key) == "title") return !value.value.empty();
  return value.value.find_first_of(" \n") != std::string::npos && !parse_machine_date(value.value);
}

void add_value(DocumentBuilder& builder, const Header& header, HeaderValue value) {
  const std::uint32_t begin = header.begin + value.begin;
  const std::vector<Piece> pieces = align(builder.source(), begin, header.end, value.value);
  SourceSpan span{begin, std::max(begin, std::min(line_end(builder.source(), begin), header.end))};
  if (!pieces.empty()) span = {pieces.front().source.begin, pieces.back().source.end};
  if (is_text(value)) {
    builder.open_block(Role::kFrontMatter, 0, span.begin);
    if (pieces.empty()) builder.replace(value.value, span);
    for (const Piece& piece : pieces) {
      if (piece.text.empty()) {
        builder.copy(piece.source);
      } else {
        builder.replace(piece.text, piece.source);
      }
    }
    builder.close_block(span.end);
  }
  builder.add_front_matter({std::move(value.key), std::move(value.value), span});
}

}  // namespace

std::uint32_t read_front_matter(DocumentBuilder& builder) {
  const std::string_view source = builder.source();
  const bool toml = source.starts_with("+++");
  if (!toml && !source.starts_with("---")) return 0;
  const Header header = find_header(source, toml ? "+++" : "---");
  if (header.behind == 0) return 0;
  const std::string_view text = source.substr(header.begin, header.end - header.begin);
  std::optional<std::vector<HeaderValue>> values = toml ? parse_toml_header(text) : parse_yaml_header(text);
  if (!values) return 0;
  std::size_t best = kDateKeys.size();
  for (HeaderValue& value : *values) {
    const std::string key = normal_key(value.key);
    if (std::find(kLanguageKeys.begin(), kLanguageKeys.end(), key) != kLanguageKeys.end()) {
      if (const Language language(value.value); language.known()) builder.set_language(language);
    }
    best = std::min(best,
                    static_cast<std::size_t>(std::find(kDateKeys.begin(), kDateKeys.end(), key) - kDateKeys.begin()));
  }
  for (const HeaderValue& value : *values) {
    if (best == kDateKeys.size() || normal_key(value.key) != kDateKeys[best]) continue;
    if (const auto date = parse_machine_date(value.value))
      builder.set_reference_date({*date, DateOrigin::kFrontMatter});
  }
  for (HeaderValue& value : *values) add_value(builder, header, std::move(value));
  return header.behind;
}

}  // namespace stet

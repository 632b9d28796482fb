#include "drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace stet::bench {
namespace {

constexpr std::size_t kLongBytes = 10'000'000;
constexpr std::size_t kManyFiles = 2000;
constexpr std::size_t kManyBytes = 5000;

// Writes the same article as Markdown, HTML or plain text.
class Writer {
 public:
  Writer(const Grammar& grammar, Format format, std::uint64_t seed) : grammar_(grammar), format_(format), dice_(seed) {}

  std::string write(std::size_t bytes) {
    const std::string title = grammar_.write("title", dice_);
    if (format_ == Format::kHtml) {
      out_ += fmt::format(
          "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n"
          "<body>\n<article>\n<h1>{}</h1>\n",
          grammar_.language().code(), title, title);
    } else {
      out_ += (format_ == Format::kMarkdown ? "# " : "") + title + "\n\n";
    }
    while (out_.size() < bytes) section();
    if (dice_.one_in(5)) element("p", "", grammar_.write("furniture", dice_));
    if (format_ == Format::kHtml) out_ += "</article>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void section() {
    for (std::int32_t i = dice_.between(2, 5); i > 0; --i) paragraph();
    if (dice_.one_in(4)) list();
    if (dice_.one_in(20)) table();
    element("h2", "## ", grammar_.write("heading", dice_));
  }

  void paragraph() {
    std::string text;
    for (std::int32_t i = dice_.between(2, 6); i > 0; --i) {
      if (!text.empty()) text += ' ';
      text += grammar_.write("paragraph-sentence", dice_);
    }
    element("p", "", mark_up(text));
  }

  void list() {
    if (format_ == Format::kHtml) out_ += "<ul>\n";
    for (std::int32_t i = dice_.between(3, 7); i > 0; --i) {
      const std::string item = grammar_.write("list-item", dice_);
      out_ += format_ == Format::kHtml ? fmt::format("<li>{}</li>\n", item) : fmt::format("- {}\n", item);
    }
    out_ += format_ == Format::kHtml ? "</ul>\n" : "\n";
  }

  void table() {
    if (format_ == Format::kPlain) return;
    out_ += format_ == Format::kHtml ? "<table>\n" : "";
    for (std::int32_t i = 0; i < 5; ++i) {
      const std::string name = grammar_.write("city", dice_);
      const std::int32_t first = dice_.between(2, 900);
      const std::int32_t second = dice_.between(2, 900);
      if (format_ == Format::kHtml) {
        out_ += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n", name, first, second);
      } else {
        out_ += fmt::format("| {} | {} | {} |\n{}", name, first, second, i == 0 ? "|---|---|---|\n" : "");
      }
    }
    out_ += format_ == Format::kHtml ? "</table>\n" : "\n";
  }

  void element(std::string_view tag, std::string_view marker, std::string_view text) {
    if (format_ == Format::kHtml) {
      out_ += fmt::format("<{}>{}</{}>\n", tag, text, tag);
    } else {
      out_ += fmt::format("{}{}\n\n", format_ == Format::kMarkdown ? marker : "", text);
    }
  }

  // Turns the grammar's *…* and [[…]] into the format's own marks.
  std::string mark_up(std::string_view text) {
    std::string marked;
    bool emphasis = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '*') {
        emphasis = !emphasis;
        if (format_ == Format::kHtml) marked += emphasis ? "<strong>" : "</strong>";
        if (format_ == Format::kMarkdown) marked += "**";
      } else if (text.substr(i, 2) == "[[" || text.substr(i, 2) == "]]") {
        const bool opens = text[i++] == '[';
        const std::string target = fmt::format("https://www.example.org/{}/artikel-{}.html", dice_.between(2001, 2024),
                                               dice_.between(100, 99999));
        if (format_ == Format::kHtml) marked += opens ? fmt::format("<a href=\"{}\">", target) : "</a>";
        if (format_ == Format::kMarkdown) marked += opens ? "[" : fmt::format("]({})", target);
      } else if (text[i] == ' ' && format_ != Format::kPlain && dice_.one_in(400)) {
        marked += format_ == Format::kHtml ? "&nbsp;" : "\n";
      } else {
        marked += text[i];
      }
    }
    return marked;
  }

  const Grammar& grammar_;
  Format format_;
  Dice dice_;
  std::string out_;
};

std::string_view suffix(Format format) {
  return format == Format::kMarkdown ? "md" : format == Format::kHtml ? "html" : "txt";
}

}  // namespace

std::string write_draft(const Grammar& grammar, Format format, std::size_t bytes, std::uint64_t seed) {
  return Writer(grammar, format, seed).write(bytes);
}

std::vector<Draft> many_drafts() {
  const Grammar german(Language("de"));
  const Grammar english(Language("en"));
  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < kManyFiles; ++i) {
    const Format format = i % 10 < 7 ? Format::kMarkdown : i % 10 < 9 ? Format::kHtml : Format::kPlain;
    drafts.push_back({fmt::format("{:04}.{}", i, suffix(format)),
                      write_draft(i / 10 % 5 < 3 ? german : english, format, kManyBytes * 9 / 10, i + 1)});
  }
  return drafts;
}

Draft long_draft(Format format) {
  return {fmt::format("long.{}", suffix(format)), write_draft(Grammar(Language("de")), format, kLongBytes, 0)};
}

}  // namespace stet::bench

// Kind `invalid-utf8`: bytes that are no text in the file's encoding.
#include <fmt/format.h>

#include <string>

#include "check/check.h"
#include "text/code_pages.h"
#include "text/utf8.h"

namespace stet {
namespace {

// A file in another encoding, or no text at all, is told soon enough.
constexpr std::size_t kMostReports = 100;

// The bytes read as Windows-1252 (of which Latin-1 is a part, but for controls); empty when they are no text there.
std::string as_windows1252(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) {
    const auto b = static_cast<unsigned char>(byte);
    const char32_t c = code_page_char(CodePage::kWindows1252, b);
    if (c >= 0x80 && c < 0xA0) return {};
    append_utf8(out, c);
  }
  return out;
}

class InvalidUtf8Check final : public Check {
 public:
  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const SourceText& source = document.source();
    const std::vector<SourceSpan>& broken = source.broken();
    std::size_t reports = 0;
    for (std::size_t i = 0; i < broken.size() && reports < kMostReports; ++reports) {
      SourceSpan run = broken[i++];
      while (i < broken.size() && broken[i].begin == run.end) run = run.joined(broken[i++]);
      report(source, run, sink);
    }
  }

 private:
  static void report(const SourceText& source, SourceSpan run, Sink& sink) {
    const DiskSpan on_disk = source.to_disk(run);
    const std::string_view bytes = source.bytes().substr(on_disk.begin, on_disk.size());
    constexpr std::size_t kMostBytes = 8;
    std::string hex;
    for (std::size_t i = 0; i < std::min(bytes.size(), kMostBytes); ++i) {
      hex += fmt::format("{}{:02X}", i == 0 ? "" : " ", static_cast<unsigned char>(bytes[i]));
    }
    if (bytes.size() > kMostBytes) hex += " …";

    Finding finding;
    finding.place = {Document::kRawBlock, {run.begin, run.end}};
    finding.values = {{"bytes", hex}};
    const bool utf8 = source.encoding() == Encoding::kUtf8 || source.encoding() == Encoding::kUtf8Bom;
    if (!utf8) {
      finding.wording = "utf16";
    } else if (std::string text = as_windows1252(bytes); !text.empty()) {
      finding.fixes.push_back({"windows-1252", {{"text", text}}, false, {{finding.place, std::move(text)}}});
    }
    sink.report(std::move(finding));
  }
};

std::unique_ptr<Check> make(const Definition& /*definition*/, Errors& /*errors*/) {
  return std::make_unique<InvalidUtf8Check>();
}

}  // namespace

namespace kinds {
extern const Kind invalid_utf8;
const Kind invalid_utf8{"invalid-utf8", "bytes that are no text in the file's encoding", {}, {}, make, false};
}  // namespace kinds
}  // namespace stet

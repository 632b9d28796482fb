// Kind `button-row`: a line that is nothing but the words of buttons, with or without spaces between them.
#include <algorithm>
#include <array>

#include "check/check.h"
#include "text/plain_form.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t kLongest = 200;  // bytes
constexpr std::uint32_t kMostWords = 24;
constexpr std::size_t kFewestApart = 3;  // buttons, where spaces stand between all of them
constexpr std::size_t kFewestGlued = 2;

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

class ButtonRowCheck final : public Check {
 public:
  explicit ButtonRowCheck(const Definition& definition) : roles_(definition) {
    for (const auto& [language, options] : definition.sections) {
      const auto* words = definition.option<std::vector<std::string>>(language, "buttons");
      if (words == nullptr) continue;
      for (const std::string& word : *words) {
        std::string form = plain_form(word);
        if (!form.empty()) buttons_[static_cast<unsigned char>(form[0])].push_back(std::move(form));
      }
    }
    for (auto& bucket : buttons_) {
      std::sort(bucket.begin(), bucket.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    }
  }

  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    const auto blocks = document.blocks();
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      if (!roles_.looks_at(block.role) || block.text.size() > kLongest || block.word_count > kMostWords) continue;
      std::string form;
      std::vector<bool> begins;  // a word, by byte of the form
      for (const Word& word : document.words(block)) {
        begins.resize(form.size());
        begins.push_back(true);
        form += plain_form(block.text.substr(word.begin, word.end - word.begin));
        if (!may_be_row(form)) break;
      }
      if (!may_be_row(form)) continue;
      begins.resize(form.size() + 1);
      if (form.empty() || !is_row(form, begins)) continue;
      sink.report({.place = {i, {0, static_cast<std::uint32_t>(block.text.size())}},
                   .wording = {},
                   .values = {},
                   .related = {},
                   .fixes = {},
                   .severity = {}});
    }
  }

 private:
  // Whether it may begin with a button or a figure: most lines do not.
  [[nodiscard]] bool may_be_row(const std::string& form) const {
    if (form.empty() || is_digit_byte(form[0])) return true;
    return std::ranges::any_of(buttons_[static_cast<unsigned char>(form[0])], [&](const std::string& button) {
      return button.starts_with(form) || form.starts_with(button);
    });
  }

  // Whether the form is made of buttons, figures between them aside: of two with no space between, or of three.
  [[nodiscard]] bool is_row(const std::string& form, const std::vector<bool>& begins) const {
    struct Most {  // buttons up to a byte, one more than there are; 0 where none ends
      std::size_t apart = 0;
      std::size_t glued = 0;
      void take(const Most& other, bool is_glued) {
        apart = std::max(apart, other.apart == 0 || is_glued ? 0 : other.apart + 1);
        const std::size_t before = is_glued ? std::max(other.apart, other.glued) : other.glued;
        glued = std::max(glued, before == 0 ? 0 : before + 1);
      }
    };
    std::vector<Most> most(form.size() + 1);
    most[0].apart = 1;
    for (std::size_t pos = 0; pos < form.size(); ++pos) {
      if (most[pos].apart == 0 && most[pos].glued == 0) continue;
      if (is_digit_byte(form[pos])) {
        const std::size_t behind = pos + (form[pos + 1] == 'k' ? 2 : 1);  // "14K"; the form ends with a NUL
        most[behind].apart = std::max(most[behind].apart, most[pos].apart);
        most[behind].glued = std::max(most[behind].glued, most[pos].glued);
      }
      for (const std::string& button : buttons_[static_cast<unsigned char>(form[pos])]) {
        if (form.compare(pos, button.size(), button) == 0) most[pos + button.size()].take(most[pos], !begins[pos]);
      }
    }
    return most.back().glued > kFewestGlued - (has_figures(form) ? 1 : 0) || most.back().apart > kFewestApart;
  }

  static bool has_figures(const std::string& form) { return std::any_of(form.begin(), form.end(), is_digit_byte); }

  const Definition roles_;
  std::array<std::vector<std::string>, 256> buttons_;  // plain forms by their first byte
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<ButtonRowCheck>(definition);
}

constexpr Key kSectionKeys[] = {
    {"buttons", KeyType::kStrings, "what stands on buttons; marks, case and spaces make no difference"},
};

}  // namespace

namespace kinds {
extern const Kind button_row;
const Kind button_row{"button-row", "a line that is nothing but the words of buttons", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet

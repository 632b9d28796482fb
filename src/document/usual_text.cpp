#include "document/usual_text.h"

#include <algorithm>

namespace stet {
namespace {

// Takes a map's runs over, from the first byte of its text on.
class Runs {
 public:
  explicit Runs(const SourceMap& from) : from_(from), runs_(from.runs()) {}

  // Whether a run that stands for its source as a whole goes on over `pos`.
  bool cuts(std::uint32_t pos) {
    while (at_ + 1 < runs_.size() && runs_[at_ + 1].text <= pos) ++at_;
    return !runs_[at_].copied && runs_[at_].text < pos && pos < end_of(at_);
  }

  void copy(std::uint32_t begin, std::uint32_t end, SourceMap& to) {
    for (; taken_ < runs_.size() && begin < end; ++taken_) {
      const SourceMap::Run& run = runs_[taken_];
      if (end_of(taken_) <= begin) continue;
      const std::uint32_t until = std::min(end, end_of(taken_));
      if (run.copied) {
        to.copy(until - begin, run.source.begin + (begin - run.text));
      } else {
        to.replace(until - begin, run.source);
      }
      begin = until;
      if (until < end_of(taken_)) return;
    }
  }

 private:
  [[nodiscard]] std::uint32_t end_of(std::size_t run) const {
    return run + 1 < runs_.size() ? runs_[run + 1].text : from_.text_size();
  }

  const SourceMap& from_;
  std::span<const SourceMap::Run> runs_;
  std::size_t at_ = 0;     // of cuts()
  std::size_t taken_ = 0;  // of copy()
};

}  // namespace

UsualText::UsualText(std::string_view text, const SourceMap& map) : forms_(usual_forms(text)) {
  if (forms_.empty()) return;
  Runs runs(map);
  std::erase_if(forms_, [&](const UsualForm& form) { return runs.cuts(form.begin) || runs.cuts(form.end); });
  std::uint32_t done = 0;
  const auto copy_until = [&](std::uint32_t end) {
    runs.copy(done, end, map_);
    text_.append(text.substr(done, end - done));
  };
  for (const UsualForm& form : forms_) {
    copy_until(form.begin);
    map_.replace(static_cast<std::uint32_t>(form.text.size()), map.to_source({form.begin, form.end}));
    text_ += form.text;
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    done = form.end;
  }
  if (!forms_.empty()) copy_until(static_cast<std::uint32_t>(text.size()));
}

std::uint32_t UsualText::moved(std::uint32_t pos) const {
  // The last form that begins before `pos`.
  const auto behind = std::ranges::lower_bound(forms_, pos, {}, &UsualForm::begin);
  if (behind == forms_.begin()) return pos;
  const auto form = static_cast<std::size_t>(behind - forms_.begin()) - 1;
  if (pos < forms_[form].end) return ends_[form] - static_cast<std::uint32_t>(forms_[form].text.size());
  return ends_[form] + (pos - forms_[form].end);
}

}  // namespace stet

#include "engine/starter_config.h"

namespace stet {

std::string_view starter_config() {
  return R"(# What stet checks in this folder and below it, and how. Every key may be left out; those behind # are examples.

# The language of messages: "en" or "de".
#locale = "de"

# The language of drafts that do not say it themselves.
#language = "de"

# From which severity on `stet check` exits with 1: "error", "warning" (when not said) or "info".
#fail-on = "warning"

# Only these rules: names, groups, or patterns. `stet rules` lists them all.
#select = ["boilerplate", "source/*"]

# Not these.
#ignore = ["tone/filler"]

# Files and folders to leave out, written as in .gitignore.
#exclude = ["archive/", "*.min.html"]

# Folders with rules of your own.
#rules = ["house-rules"]

# Findings that may stand; `stet check --write-baseline stet-baseline.json` writes them.
#baseline = "stet-baseline.json"

# How files are read whose suffix does not tell: "markdown", "html" or "plain".
#[formats]
#"*.article" = "html"

# What a rule weighs here: "error", "warning" or "info".
#[severity]
#"ad/promo" = "error"

# Other settings for some files, written as in .gitignore.
#[[paths]]
#files = ["press-releases/"]
#ignore = ["ad"]
#language = "en"
)";
}

}  // namespace stet

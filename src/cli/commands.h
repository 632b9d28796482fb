// The commands of the command line. Each adds itself to the app; when it runs, it leaves its exit status in
// `exit_code`: 0 nothing found, 1 findings, 2 usage, configuration or reading error.
#pragma once

namespace CLI {
class App;
}

namespace stet {

inline constexpr int kExitClean = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitError = 2;

}  // namespace stet

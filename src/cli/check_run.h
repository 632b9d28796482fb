// What `stet check` does once its command line is read.
#pragma once

#include "cli/check_arguments.h"

namespace stet {

// Gives the exit status.
int run_check(const CheckArguments& arguments);

}  // namespace stet

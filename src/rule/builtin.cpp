// The rules embedded in the binary.
#include "rule/ruleset.h"

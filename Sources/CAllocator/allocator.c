#include "allocator.h"

// Threads share two arenas. With four a core, which is the default, a check of 10,000 pages holds 10 %
// more memory and is no faster.
const char *malloc_conf = "narenas:2";

#ifndef RUNBOOKGEN_TEMPLATES_H
#define RUNBOOKGEN_TEMPLATES_H

#include <stddef.h>

/// A file of the folder `templates`, as it was when the program was built.
struct builtin_template {
  /// The path from that folder, with `/`.
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// All of them; their number goes to `count`. They live as long as the program.
const struct builtin_template *builtin_templates(size_t *count);

#endif

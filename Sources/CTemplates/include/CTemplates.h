#ifndef RUNBOOKGEN_TEMPLATES_H
#define RUNBOOKGEN_TEMPLATES_H

#include <stddef.h>

/// A file as it was when the program was built.
struct builtin_file {
  /// The path from its folder, with `/`; of a topic, the name without its ending; of a pipeline, from the
  /// repository.
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// All files of the folder `templates`; their number goes to `count`. They live as long as the program.
const struct builtin_file *builtin_templates(size_t *count);

/// All pages of the folder `manual/reference`, in the same way.
const struct builtin_file *builtin_topics(size_t *count);

/// What checks runbooks in a pipeline, in the same way.
const struct builtin_file *builtin_pipelines(size_t *count);

/// What a preview adds to pages, in the same way.
const struct builtin_file *builtin_preview(size_t *count);

#endif

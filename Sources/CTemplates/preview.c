// What a preview adds to pages; it is never published.
#include "CTemplates.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char patch_js[] = {
#embed "preview/patch.js"
};
static const unsigned char preview_css[] = {
#embed "preview/preview.css"
};
static const unsigned char preview_js[] = {
#embed "preview/preview.js"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}

static const struct builtin_file files[] = {
    FILE("patch.js", patch_js),
    FILE("preview.css", preview_css),
    FILE("preview.js", preview_js),
};

const struct builtin_file *builtin_preview(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}

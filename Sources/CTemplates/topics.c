// The reference of the manual is part of the program, which prints it: `runbookgen help TOPIC`.
// One line for each file of the folder; a test compares the two.
#include "CTemplates.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char blocks[] = {
#embed "../../manual/reference/blocks.md"
};
static const unsigned char configuration[] = {
#embed "../../manual/reference/configuration.md"
};
static const unsigned char exit_status[] = {
#embed "../../manual/reference/exit-status.md"
};
static const unsigned char front_matter[] = {
#embed "../../manual/reference/front-matter.md"
};
static const unsigned char limits[] = {
#embed "../../manual/reference/limits.md"
};
static const unsigned char output[] = {
#embed "../../manual/reference/output.md"
};
static const unsigned char programs[] = {
#embed "../../manual/reference/programs.md"
};
static const unsigned char raw_html[] = {
#embed "../../manual/reference/raw-html.md"
};
static const unsigned char rules[] = {
#embed "../../manual/reference/rules.md"
};
static const unsigned char tables[] = {
#embed "../../manual/reference/tables.md"
};
static const unsigned char templates[] = {
#embed "../../manual/reference/templates.md"
};
static const unsigned char values[] = {
#embed "../../manual/reference/values.md"
};
static const unsigned char words[] = {
#embed "../../manual/reference/words.md"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}

static const struct builtin_file files[] = {
    FILE("blocks", blocks),
    FILE("configuration", configuration),
    FILE("exit-status", exit_status),
    FILE("front-matter", front_matter),
    FILE("limits", limits),
    FILE("output", output),
    FILE("programs", programs),
    FILE("raw-html", raw_html),
    FILE("rules", rules),
    FILE("tables", tables),
    FILE("templates", templates),
    FILE("values", values),
    FILE("words", words),
};

const struct builtin_file *builtin_topics(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}

// The templates and their assets are part of the program: a copy of it alone can build a wiki.
// One line for each file of the folder; a test compares the two.
#include "CTemplates.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char assets_addresses_js[] = {
#embed "../../templates/assets/addresses.js"
};
static const unsigned char assets_bundle_css[] = {
#embed "../../templates/assets/bundle.css"
};
static const unsigned char assets_bundle_js[] = {
#embed "../../templates/assets/bundle.js"
};
static const unsigned char assets_commands_js[] = {
#embed "../../templates/assets/commands.js"
};
static const unsigned char assets_confluence_css[] = {
#embed "../../templates/assets/confluence.css"
};
static const unsigned char assets_confluence_js[] = {
#embed "../../templates/assets/confluence.js"
};
static const unsigned char assets_icon_svg[] = {
#embed "../../templates/assets/icon.svg"
};
static const unsigned char assets_incident_js[] = {
#embed "../../templates/assets/incident.js"
};
static const unsigned char assets_lists_css[] = {
#embed "../../templates/assets/lists.css"
};
static const unsigned char assets_lists_js[] = {
#embed "../../templates/assets/lists.js"
};
static const unsigned char assets_not_found_js[] = {
#embed "../../templates/assets/not-found.js"
};
static const unsigned char assets_paste_back_js[] = {
#embed "../../templates/assets/paste-back.js"
};
static const unsigned char assets_paste_blocks_js[] = {
#embed "../../templates/assets/paste-blocks.js"
};
static const unsigned char assets_paste_box_js[] = {
#embed "../../templates/assets/paste-box.js"
};
static const unsigned char assets_paste_compare_js[] = {
#embed "../../templates/assets/paste-compare.js"
};
static const unsigned char assets_paste_shapes_js[] = {
#embed "../../templates/assets/paste-shapes.js"
};
static const unsigned char assets_paste_tables_js[] = {
#embed "../../templates/assets/paste-tables.js"
};
static const unsigned char assets_paste_units_js[] = {
#embed "../../templates/assets/paste-units.js"
};
static const unsigned char assets_paste_words_js[] = {
#embed "../../templates/assets/paste-words.js"
};
static const unsigned char assets_run_bar_js[] = {
#embed "../../templates/assets/run-bar.js"
};
static const unsigned char assets_run_cards_js[] = {
#embed "../../templates/assets/run-cards.js"
};
static const unsigned char assets_run_log_js[] = {
#embed "../../templates/assets/run-log.js"
};
static const unsigned char assets_run_sheets_js[] = {
#embed "../../templates/assets/run-sheets.js"
};
static const unsigned char assets_run_css[] = {
#embed "../../templates/assets/run.css"
};
static const unsigned char assets_run_js[] = {
#embed "../../templates/assets/run.js"
};
static const unsigned char assets_search_dialog_js[] = {
#embed "../../templates/assets/search-dialog.js"
};
static const unsigned char assets_search_index_js[] = {
#embed "../../templates/assets/search-index.js"
};
static const unsigned char assets_search_css[] = {
#embed "../../templates/assets/search.css"
};
static const unsigned char assets_search_js[] = {
#embed "../../templates/assets/search.js"
};
static const unsigned char assets_site_css[] = {
#embed "../../templates/assets/site.css"
};
static const unsigned char assets_site_js[] = {
#embed "../../templates/assets/site.js"
};
static const unsigned char assets_tables_js[] = {
#embed "../../templates/assets/tables.js"
};
static const unsigned char assets_theme_js[] = {
#embed "../../templates/assets/theme.js"
};
static const unsigned char assets_to_do_js[] = {
#embed "../../templates/assets/to-do.js"
};
static const unsigned char assets_values_js[] = {
#embed "../../templates/assets/values.js"
};
static const unsigned char confluence_mustache[] = {
#embed "../../templates/confluence.mustache"
};
static const unsigned char footer_mustache[] = {
#embed "../../templates/footer.mustache"
};
static const unsigned char head_end_mustache[] = {
#embed "../../templates/head-end.mustache"
};
static const unsigned char header_end_mustache[] = {
#embed "../../templates/header-end.mustache"
};
static const unsigned char index_mustache[] = {
#embed "../../templates/index.mustache"
};
static const unsigned char navigation_mustache[] = {
#embed "../../templates/navigation.mustache"
};
static const unsigned char not_found_mustache[] = {
#embed "../../templates/not-found.mustache"
};
static const unsigned char page_mustache[] = {
#embed "../../templates/page.mustache"
};
static const unsigned char search_mustache[] = {
#embed "../../templates/search.mustache"
};
static const unsigned char words_de_yml[] = {
#embed "../../templates/words/de.yml"
};
static const unsigned char words_en_yml[] = {
#embed "../../templates/words/en.yml"
};
static const unsigned char words_es_yml[] = {
#embed "../../templates/words/es.yml"
};
static const unsigned char words_ja_yml[] = {
#embed "../../templates/words/ja.yml"
};
static const unsigned char words_pt_yml[] = {
#embed "../../templates/words/pt.yml"
};
static const unsigned char words_zh_yml[] = {
#embed "../../templates/words/zh.yml"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}

static const struct builtin_file files[] = {
    FILE("assets/addresses.js", assets_addresses_js),
    FILE("assets/bundle.css", assets_bundle_css),
    FILE("assets/bundle.js", assets_bundle_js),
    FILE("assets/commands.js", assets_commands_js),
    FILE("assets/confluence.css", assets_confluence_css),
    FILE("assets/confluence.js", assets_confluence_js),
    FILE("assets/icon.svg", assets_icon_svg),
    FILE("assets/incident.js", assets_incident_js),
    FILE("assets/lists.css", assets_lists_css),
    FILE("assets/lists.js", assets_lists_js),
    FILE("assets/not-found.js", assets_not_found_js),
    FILE("assets/paste-back.js", assets_paste_back_js),
    FILE("assets/paste-blocks.js", assets_paste_blocks_js),
    FILE("assets/paste-box.js", assets_paste_box_js),
    FILE("assets/paste-compare.js", assets_paste_compare_js),
    FILE("assets/paste-shapes.js", assets_paste_shapes_js),
    FILE("assets/paste-tables.js", assets_paste_tables_js),
    FILE("assets/paste-units.js", assets_paste_units_js),
    FILE("assets/paste-words.js", assets_paste_words_js),
    FILE("assets/run-bar.js", assets_run_bar_js),
    FILE("assets/run-cards.js", assets_run_cards_js),
    FILE("assets/run-log.js", assets_run_log_js),
    FILE("assets/run-sheets.js", assets_run_sheets_js),
    FILE("assets/run.css", assets_run_css),
    FILE("assets/run.js", assets_run_js),
    FILE("assets/search-dialog.js", assets_search_dialog_js),
    FILE("assets/search-index.js", assets_search_index_js),
    FILE("assets/search.css", assets_search_css),
    FILE("assets/search.js", assets_search_js),
    FILE("assets/site.css", assets_site_css),
    FILE("assets/site.js", assets_site_js),
    FILE("assets/tables.js", assets_tables_js),
    FILE("assets/theme.js", assets_theme_js),
    FILE("assets/to-do.js", assets_to_do_js),
    FILE("assets/values.js", assets_values_js),
    FILE("confluence.mustache", confluence_mustache),
    FILE("footer.mustache", footer_mustache),
    FILE("head-end.mustache", head_end_mustache),
    FILE("header-end.mustache", header_end_mustache),
    FILE("index.mustache", index_mustache),
    FILE("navigation.mustache", navigation_mustache),
    FILE("not-found.mustache", not_found_mustache),
    FILE("page.mustache", page_mustache),
    FILE("search.mustache", search_mustache),
    FILE("words/de.yml", words_de_yml),
    FILE("words/en.yml", words_en_yml),
    FILE("words/es.yml", words_es_yml),
    FILE("words/ja.yml", words_ja_yml),
    FILE("words/pt.yml", words_pt_yml),
    FILE("words/zh.yml", words_zh_yml),
};

const struct builtin_file *builtin_templates(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}

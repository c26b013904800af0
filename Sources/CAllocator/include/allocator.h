/// Settings of jemalloc, as its manual page describes them under TUNING.
extern const char *malloc_conf;

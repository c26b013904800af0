// What checks runbooks in a pipeline is part of the program, which writes it: `runbookgen init --ci SYSTEM`.
#include "CTemplates.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char action_yml[] = {
#embed "../../action.yml"
};
static const unsigned char github_yml[] = {
#embed "../../ci/github.yml"
};
static const unsigned char gitlab_yml[] = {
#embed "../../ci/gitlab.yml"
};
static const unsigned char jenkinsfile[] = {
#embed "../../ci/Jenkinsfile"
};
static const unsigned char pre_commit_hooks_yaml[] = {
#embed "../../.pre-commit-hooks.yaml"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}

static const struct builtin_file files[] = {
    FILE(".pre-commit-hooks.yaml", pre_commit_hooks_yaml),
    FILE("action.yml", action_yml),
    FILE("ci/Jenkinsfile", jenkinsfile),
    FILE("ci/github.yml", github_yml),
    FILE("ci/gitlab.yml", gitlab_yml),
};

const struct builtin_file *builtin_pipelines(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}

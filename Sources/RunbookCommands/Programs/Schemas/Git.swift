enum Git {
  static let entry = ProgramEntry("git") { _ in program }

  private static let program = Program.shipped(
    .gnu, "git -h of 2.39",
    """
    git {plugins}
      -C=DIR:path...
      -c=NAME...
      --config-env=NAME...
      --exec-path[=DIR:path]
      --html-path {alone}
      --man-path {alone}
      --info-path {alone}
      -p --paginate
      -P --no-pager
      --no-replace-objects
      --bare
      --git-dir=DIR:path
      --work-tree=DIR:path
      --namespace=NAME
      --super-prefix=PATH
      --literal-pathspecs
      --glob-pathspecs
      --noglob-pathspecs
      --icase-pathspecs
      --no-optional-locks
      --list-cmds=GROUPS
      -h --help {alone}
      -v --version {alone}
      @local
      @shared
      @others
      @rare
    """.including(["local": local, "shared": shared, "others": others, "rare": rare]))

  /// Verbs whose further options are those of diff and rev-list: not all of them are listed.
  private static let others = """
    log [WORDS...] {open}
      -n=COUNT
      --max-count=COUNT:integer
      --skip=COUNT:integer
      --since=DATE
      --after=DATE
      --until=DATE
      --before=DATE
      --author=PATTERN
      --committer=PATTERN
      --grep=PATTERN
      -S=STRING
      -G=PATTERN
      -L=RANGE...
      --format=FORMAT
      -O=FILE:path
    show [WORDS...] {open}
      --format=FORMAT
      -O=FILE:path
    diff [WORDS...] {open}
      -S=STRING
      -G=PATTERN
      -O=FILE:path
    grep [WORDS...] {open}
      -e=PATTERN...
      -f=FILE:path
      -A=COUNT:integer
      -B=COUNT:integer
      -C=COUNT:integer
      -m --max-count=COUNT:integer
      -O[=PAGER]
    blame [WORDS...] {open}
      -L=RANGE...
      -S=FILE:path
      --contents=FILE:path
      --date=FORMAT
    shortlog [WORDS...] {open}
    rev-parse [WORDS...] {open}
    rev-list [WORDS...] {open}
    reflog [WORDS...] {open}
    cat-file [WORDS...] {open}
    ls-tree [WORDS...] {open}
    merge-base [WORDS...] {open}
    symbolic-ref [WORDS...] {open}
    for-each-ref [WORDS...] {open}
      --format=FORMAT
      --sort=KEY...
      --count=COUNT:integer
    archive [WORDS...] {open}
      -o --output=FILE:path
      --format=FORMAT
      --prefix=PREFIX
    bisect [WORDS...] {write} {open}
    bundle [WORDS...] {open}
    filter-branch [WORDS...] {destructive} {open}
    format-patch [WORDS...] {write} {open}
      -o --output-directory=DIR:path
    fsck [WORDS...] {open}
    gc {write} {open}
    lfs [WORDS:tail...] {open} {write}
    notes [WORDS...] {write} {open}
    sparse-checkout [WORDS...] {write} {open}
    submodule [WORDS...] {write} {open}
    update-index [WORDS...] {write} {open}
    update-ref [WORDS...] {write} {open}
    worktree {open}
      list {open}
      add PATH [COMMIT] {write} {open}
        -b=BRANCH
        -B=BRANCH
      move WORKTREE PATH {write} {open}
      prune {write} {open}
      remove WORKTREE {destructive} {open}
        -f --force
    stash [PATH...] {write} {open}
      -m --message=MESSAGE
      list {open}
      show [STASH] {open}
      push [PATH...] {write} {open}
        -m --message=MESSAGE
      pop [STASH] {write} {open}
      apply [STASH] {write} {open}
      branch NAME [STASH] {write}
      drop [STASH] {destructive} {open}
      clear {destructive}
    remote {alone}
      -v --verbose
      add NAME URL {write}
        -t --track=BRANCH...
        -m --master=BRANCH
        -f --fetch
        --tags {negatable}
        --mirror[=KIND(fetch|push)]
      rename OLD NEW {write}
        --progress {negatable}
      remove|rm NAME {destructive}
      set-head NAME [BRANCH] {write}
        -a --auto
        -d --delete
      get-url NAME
        --push
        --all
      set-url NAME NEW [OLD] {write}
        --push
        --add
        --delete
      show [NAME...]
        -n
      prune NAME... {write}
        -n --dry-run {dry}
      update [GROUP...] {write}
        -p --prune
    version
      --build-options
    help [COMMAND]
      -a --all
      -g --guides
      -v --verbose
      -c --config
      -i --info
      -m --man
      -w --web
      --aliases
      --config-for-completion
      --config-sections-for-completion
      --developer-interfaces
      --exclude-guides
      --external-commands
      --user-interfaces
    """
}

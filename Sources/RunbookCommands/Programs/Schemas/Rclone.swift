/// Not every verb and option is listed; the options are those of all verbs together.
enum Rclone {
  static let entry = ProgramEntry("rclone") { _ in program }

  private static let program = Program.shipped(
    .pflag, "rclone, from its documentation",
    """
    rclone {open}
      -n {dry}
      --dry-run {dry}
      -i
      --interactive
      -P
      --progress
      -v
      --verbose
      -q
      --quiet
      -u
      --update
      -c
      --checksum
      -L
      --copy-links
      --config=VALUE...
      --transfers=VALUE...
      --checkers=VALUE...
      --bwlimit=VALUE...
      --exclude=VALUE...
      --include=VALUE...
      --filter=VALUE...
      --filter-from=VALUE...
      --exclude-from=VALUE...
      --include-from=VALUE...
      --files-from=VALUE...
      --max-age=VALUE...
      --min-age=VALUE...
      --max-size=VALUE...
      --min-size=VALUE...
      --log-file=VALUE...
      --log-level=VALUE...
      --stats=VALUE...
      --stats-one-line
      --retries=VALUE...
      --low-level-retries=VALUE...
      --fast-list
      --size-only
      --ignore-existing
      --ignore-times
      --ignore-errors
      --delete-excluded
      --delete-after
      --delete-before
      --delete-during
      --backup-dir=VALUE...
      --suffix=VALUE...
      --max-delete=VALUE...
      --max-depth=VALUE...
      --no-traverse
      --metadata
      --create-empty-src-dirs
      --rmdirs
      --vfs-cache-mode=VALUE...
      --allow-other
      --daemon
      --use-json-log
      --json
      -R
      --recursive
      --dirs-only
      --files-only
      --format=VALUE...
      --separator=VALUE...
      --absolute
      --human-readable
      --one-way
      --combined=VALUE...
      --download
      --multi-thread-streams=VALUE...
      --s3-no-check-bucket
      --immutable
      --inplace
      --track-renames
      --order-by=VALUE...
      --max-transfer=VALUE...
      --max-duration=VALUE...
      --tpslimit=VALUE...
      --user-agent=VALUE...
      --timeout=VALUE...
      --contimeout=VALUE...
      --check-first
      --no-check-certificate
      --ca-cert=VALUE...
      --password-command=VALUE...
      --ask-password
      --links
      -l
      --leave-root
      --min-free-space=VALUE...
      --addr=VALUE...
      --user=VALUE...
      --pass=VALUE...
      --rc
      --rc-addr=VALUE...
      --rc-user=VALUE...
      --rc-pass=VALUE...
      --resync
      --read-only
      -h
      --help
      -V
      --version
      about [WORDS...] {open}
      archive [WORDS...] {open}
      authorize [WORDS...] {open}
      backend [WORDS...] {write} {open}
      bisync [WORDS...] {write} {open}
      cat [WORDS...] {open}
      check [WORDS...] {open}
      checksum [WORDS...] {open}
      cleanup [WORDS...] {destructive} {open}
      completion [WORDS...] {open}
      config [WORDS...] {write} {open}
      convmv [WORDS...] {write} {open}
      copy [WORDS...] {write} {open}
      copyto [WORDS...] {write} {open}
      copyurl [WORDS...] {write} {open}
      cryptcheck [WORDS...] {open}
      cryptdecode [WORDS...] {open}
      dedupe [WORDS...] {destructive} {open}
      delete [WORDS...] {destructive} {open}
      deletefile [WORDS...] {destructive} {open}
      gendocs [WORDS...] {open}
      genautocomplete [WORDS...] {open}
      gitannex [WORDS...] {open}
      hashsum [WORDS...] {open}
      help [WORDS...] {open}
      link [WORDS...] {open}
      listremotes [WORDS...] {open}
      ls [WORDS...] {open}
      lsd [WORDS...] {open}
      lsf [WORDS...] {open}
      lsjson [WORDS...] {open}
      lsl [WORDS...] {open}
      md5sum [WORDS...] {open}
      mkdir [WORDS...] {write} {open}
      mount [WORDS...] {write} {open}
      move [WORDS...] {write} {open}
      moveto [WORDS...] {write} {open}
      ncdu [WORDS...] {open}
      nfsmount [WORDS...] {write} {open}
      obscure [WORDS...] {open}
      purge [WORDS...] {destructive} {open}
      rc [WORDS...] {write} {open}
      rcat [WORDS...] {write} {open}
      rcd [WORDS...] {write} {open}
      reveal [WORDS...] {open}
      rmdir [WORDS...] {destructive} {open}
      rmdirs [WORDS...] {destructive} {open}
      selfupdate [WORDS...] {write} {open}
      serve [WORDS...] {open}
      settier [WORDS...] {write} {open}
      sha1sum [WORDS...] {open}
      size [WORDS...] {open}
      sync [WORDS...] {destructive} {open}
      test [WORDS...] {open}
      touch [WORDS...] {write} {open}
      tree [WORDS...] {open}
      version [WORDS...] {open}
    """)
}

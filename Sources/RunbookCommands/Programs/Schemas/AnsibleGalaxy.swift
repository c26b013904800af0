/// Not every verb and option is listed; the options are those of all verbs together.
enum AnsibleGalaxy {
  static let entry = ProgramEntry("ansible-galaxy") { _ in program }

  private static let program = Program.shipped(
    .argparse, "ansible-galaxy --help, ansible-core 2.14",
    """
    ansible-galaxy {open}
      -h
      --help
      --version
      -v
      --verbose
      -s=VALUE...
      --server=VALUE...
      --token=VALUE...
      --api-key=VALUE...
      -c
      --ignore-certs
      --timeout=VALUE...
      -p=VALUE...
      --collections-path=VALUE...
      --roles-path=VALUE...
      -r=VALUE...
      --requirements-file=VALUE...
      --role-file=VALUE...
      -f
      --force
      --force-with-deps
      --no-deps
      -n
      --pre
      -U
      --upgrade
      --keyring=VALUE...
      --offline
      -i
      --ignore-errors
      -g
      --keep-scm-meta
      --init-path=VALUE...
      --type=VALUE...
      --role-skeleton=VALUE...
      --collection-skeleton=VALUE...
      --format=VALUE...
      --no-cache
      --clear-response-cache
      --disable-gpg-verify
      --signature=VALUE...
      --output-path=VALUE...
      --author=VALUE...
      --galaxy-tags=VALUE...
      --platforms=VALUE...
      --page=VALUE...
      --page_size=VALUE...
      --required-valid-signature-count=VALUE...
      --ignore-signature-status-code=VALUE...
      collection {open}
        build [WORDS...] {write} {open}
        download [WORDS...] {write} {open}
        init [WORDS...] {write} {open}
        install [WORDS...] {write} {open}
        list [WORDS...] {open}
        publish [WORDS...] {write} {open}
        verify [WORDS...] {open}
      role {open}
        delete [WORDS...] {destructive} {open}
        import [WORDS...] {write} {open}
        info [WORDS...] {open}
        init [WORDS...] {write} {open}
        install [WORDS...] {write} {open}
        list [WORDS...] {open}
        remove [WORDS...] {destructive} {open}
        search [WORDS...] {open}
        setup [WORDS...] {write} {open}
      install [WORDS...] {write} {open}
      list [WORDS...] {open}
      init [WORDS...] {write} {open}
      info [WORDS...] {open}
      search [WORDS...] {open}
      remove [WORDS...] {destructive} {open}
      import [WORDS...] {write} {open}
      delete [WORDS...] {destructive} {open}
      login [WORDS...] {write} {open}
      setup [WORDS...] {write} {open}
    """)
}

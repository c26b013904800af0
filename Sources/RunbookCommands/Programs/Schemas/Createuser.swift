enum Createuser {
  static let entry = ProgramEntry("createuser") { _ in program }

  private static let program = Program.shipped(
    .gnu, "createuser(1), PostgreSQL 18 and 15",
    """
    createuser [ROLE] {write}
      -a --with-admin=VALUE...
      -c --connection-limit=VALUE...
      -d --createdb
      -D --no-createdb
      -e --echo
      -g --member-of=VALUE...
      --role=VALUE...
      -i --inherit
      -I --no-inherit
      -l --login
      -L --no-login
      -m --with-member=VALUE...
      -P --pwprompt
      -r --createrole
      -R --no-createrole
      -s --superuser
      -S --no-superuser
      -v --valid-until=VALUE...
      -V --version {alone}
      --interactive
      --bypassrls
      --no-bypassrls
      --replication
      --no-replication
      -? --help {alone}
      -h --host=VALUE...
      -p --port=VALUE...
      -U --username=VALUE...
      -w --no-password
      -W --password
      -E
      --encrypted
    """)
}

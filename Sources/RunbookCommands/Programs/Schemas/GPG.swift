enum GPG {
  static let entry = ProgramEntry("gpg", "gpg2") { _ in program }

  private static let program = Program.shipped(
    .gnu, "gpg --dump-options, GnuPG 2.2",
    """
    gpg [FILE...] {open}
      -a --armor
      -o --output=FILE:path
      -r --recipient=USER...
      -u --local-user=USER...
      -b --detach-sign
      -s --sign
      -e --encrypt
      -c --symmetric
      -d --decrypt
      -k --list-keys --list-public-keys
      -K --list-secret-keys
      -v --verbose
      -q --quiet
      -n --dry-run
      --verify
      --import {write}
      --export
      --export-secret-keys
      --keyserver=URL
      --recv-keys --receive-keys {write}
      --send-keys {write}
      --delete-keys --delete-key {destructive}
      --delete-secret-keys --delete-secret-key {destructive}
      --gen-key --generate-key {write} {interactive}
      --full-gen-key --full-generate-key {write} {interactive}
      --edit-key {write} {interactive}
      --batch
      --yes
      --no-tty
      --homedir=DIR:path
      --keyring=FILE:path...
      --no-default-keyring
      --passphrase=TEXT
      --passphrase-file=FILE:path
      --pinentry-mode=MODE
      --trust-model=MODEL
      --fingerprint
      --with-fingerprint
      --with-colons
      --show-keys
      --dearmor
      --version {alone}
      -h --help {alone}
    """)
}

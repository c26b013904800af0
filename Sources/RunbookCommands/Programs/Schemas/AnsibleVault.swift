/// Not every verb and option is listed; the options are those of all verbs together.
enum AnsibleVault {
  static let entry = ProgramEntry("ansible-vault") { _ in program }

  private static let program = Program.shipped(
    .argparse, "ansible-vault --help, ansible-core 2.14",
    """
    ansible-vault {open}
      -h
      --help
      --version
      -v
      --verbose
      --vault-id=VALUE...
      --ask-vault-password
      --ask-vault-pass
      -J
      --vault-password-file=VALUE...
      --vault-pass-file=VALUE...
      --encrypt-vault-id=VALUE...
      --output=VALUE...
      --new-vault-id=VALUE...
      --new-vault-password-file=VALUE...
      --skip-tty-check
      -p
      --prompt
      --show-input
      -n=VALUE...
      --name=VALUE...
      --stdin-name=VALUE...
      create [WORDS...] {write} {open}
      decrypt [WORDS...] {write} {open}
      edit [WORDS...] {write} {open}
      view [WORDS...] {open}
      encrypt [WORDS...] {write} {open}
      encrypt_string [WORDS...] {open}
      rekey [WORDS...] {write} {open}
    """)
}

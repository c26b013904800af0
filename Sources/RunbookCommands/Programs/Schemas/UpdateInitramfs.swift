enum UpdateInitramfs {
  static let entry = ProgramEntry("update-initramfs") { _ in program }

  private static let program = Program.shipped(
    .gnu, "update-initramfs(8), initramfs-tools",
    """
    update-initramfs {write}
      -k=VALUE...
      -c
      -u
      -d {destructive}
      -b=VALUE...
      -v
      -s=VALUE...
      --version {alone}
      -h --help {alone}
    """)
}

enum Useradd {
  static let entry = ProgramEntry("useradd") { _ in program }

  private static let program = Program.shipped(
    .gnu, "useradd(8), passwd 4.13",
    """
    useradd [LOGIN] {write} {open}
      --badname
      -b --base-dir=BASE_DIR
      --btrfs-subvolume-home
      -c --comment=COMMENT
      -d --home-dir=HOME_DIR
      -D --defaults
      -e --expiredate=EXPIRE_DATE
      -f --inactive=INACTIVE
      -F --add-subids-for-system
      -g --gid=GROUP
      -G --groups=GROUPS
      -h --help {alone}
      -k --skel=SKEL_DIR
      -l --no-log-init
      -m --create-home
      -M --no-create-home
      -N --no-user-group
      -o --non-unique
      -p --password=PASSWORD
      -r --system
      -R --root=CHROOT_DIR
      -P --prefix=PREFIX_DIR
      -s --shell=SHELL
      -u --uid=UID
      -U --user-group
      -Z --selinux-user=SEUSER
      --key=VALUE
      -O=VALUE
      -K=VALUE
    """)
}

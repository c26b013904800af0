private import Synchronization

/// A program that comes with the tool. Its synopsis is read when a command first names it.
package struct ProgramEntry: Sendable {
  /// The program's name and its aliases.
  package let names: [String]
  /// The schema for a command; the words are those of the command after its name that are known.
  /// A program of many services reads only the one that the command names.
  package let load: @Sendable (_ words: [String]) -> Program?
  /// Whether the schema depends on the words.
  let readsWords: Bool

  package init(
    _ names: String..., readsWords: Bool = false,
    load: @escaping @Sendable (_ words: [String]) -> Program?
  ) {
    self.names = names
    self.readsWords = readsWords
    self.load = load
  }
}

/// All programs that come with the tool, sorted by file. A test compares this list with the files in
/// `Programs/Schemas/`, and reads every synopsis.
package enum ProgramCatalog {
  package static let all: [ProgramEntry] = [
    AWS.entry,
    Amtool.entry,
    Apiclient.entry,
    Apt.entry,
    AptGet.entry,
    Awk.entry,
    Azure.entry,
    Base64.entry,
    Basename.entry,
    Bash.entry,
    Blkid.entry,
    BreakCommand.entry,
    Cat.entry,
    Cd.entry,
    Ceph.entry,
    Chgrp.entry,
    Chmod.entry,
    Chown.entry,
    Chroot.entry,
    Cmp.entry,
    Column.entry,
    Comm.entry,
    CommandCommand.entry,
    ContinueCommand.entry,
    Cp.entry,
    Crictl.entry,
    Crontab.entry,
    Ctr.entry,
    Curl.entry,
    Cut.entry,
    DateCommand.entry,
    Dd.entry,
    Df.entry,
    Diff.entry,
    Dig.entry,
    Dirname.entry,
    DisableAdminContainer.entry,
    Dmesg.entry,
    Dnf.entry,
    Docker.entry,
    Dpkg.entry,
    Du.entry,
    Echo.entry,
    Eksctl.entry,
    EnableAdminContainer.entry,
    EnterAdminContainer.entry,
    EnvCommand.entry,
    Etcdctl.entry,
    Ethtool.entry,
    EvalCommand.entry,
    ExecCommand.entry,
    ExitCommand.entry,
    ExportCommand.entry,
    Fallocate.entry,
    FalseCommand.entry,
    Find.entry,
    Findmnt.entry,
    Flock.entry,
    Fold.entry,
    Free.entry,
    Fuser.entry,
    GCloud.entry,
    GPG.entry,
    Getent.entry,
    Git.entry,
    Grep.entry,
    Gunzip.entry,
    Gzip.entry,
    HashCommand.entry,
    Head.entry,
    Helm.entry,
    Hexdump.entry,
    HostCommand.entry,
    Hostname.entry,
    Hostnamectl.entry,
    Id.entry,
    Ionice.entry,
    Iostat.entry,
    Ip.entry,
    Iptables.entry,
    Join.entry,
    Journalctl.entry,
    Jq.entry,
    Kill.entry,
    Killall.entry,
    Kubeadm.entry,
    Kubectl.entry,
    Less.entry,
    Ln.entry,
    LocalCommand.entry,
    Logdog.entry,
    Logger.entry,
    Loginctl.entry,
    Ls.entry,
    Lsblk.entry,
    Lscpu.entry,
    Lsmod.entry,
    Lsns.entry,
    Lsof.entry,
    Make.entry,
    Md5sum.entry,
    Mkdir.entry,
    Mkfs.entry,
    Mktemp.entry,
    Modprobe.entry,
    More.entry,
    Mount.entry,
    Mv.entry,
    MySQL.entry,
    Nano.entry,
    Nc.entry,
    Netstat.entry,
    Nginx.entry,
    Nice.entry,
    Nl.entry,
    Nohup.entry,
    Nproc.entry,
    Nsenter.entry,
    Nslookup.entry,
    Oc.entry,
    Od.entry,
    OpenSSL.entry,
    Paste.entry,
    Patronictl.entry,
    PgBasebackup.entry,
    PgCtl.entry,
    PgDump.entry,
    PgDumpall.entry,
    PgIsready.entry,
    PgRestore.entry,
    Pgrep.entry,
    Pidof.entry,
    Ping.entry,
    Pip.entry,
    Pkill.entry,
    Popd.entry,
    Printenv.entry,
    Printf.entry,
    Promtool.entry,
    Ps.entry,
    Psql.entry,
    Pushd.entry,
    Pwd.entry,
    Python.entry,
    ReadCommand.entry,
    Readlink.entry,
    Realpath.entry,
    Reboot.entry,
    RedisCLI.entry,
    ReturnCommand.entry,
    Rev.entry,
    Rm.entry,
    Rmdir.entry,
    Rpm.entry,
    Rsync.entry,
    SCP.entry,
    SSH.entry,
    SSHKeygen.entry,
    Sar.entry,
    Sed.entry,
    Seq.entry,
    SessionManagerPlugin.entry,
    SetCommand.entry,
    Setsid.entry,
    Sha1sum.entry,
    Sha256sum.entry,
    Sha512sum.entry,
    Sheltie.entry,
    ShiftCommand.entry,
    Shuf.entry,
    Shutdown.entry,
    Signpost.entry,
    Sleep.entry,
    Sort.entry,
    SourceCommand.entry,
    Split.entry,
    Ss.entry,
    Stat.entry,
    Stdbuf.entry,
    Strace.entry,
    Strings.entry,
    Su.entry,
    Sudo.entry,
    Swapoff.entry,
    Swapon.entry,
    Sync.entry,
    Sysctl.entry,
    Systemctl.entry,
    Tac.entry,
    Tail.entry,
    Tar.entry,
    Tcpdump.entry,
    Tee.entry,
    Terraform.entry,
    TestCommand.entry,
    TimeCommand.entry,
    Timedatectl.entry,
    Timeout.entry,
    Top.entry,
    Touch.entry,
    Tr.entry,
    Traceroute.entry,
    TrapCommand.entry,
    Tree.entry,
    TrueCommand.entry,
    Truncate.entry,
    TypeCommand.entry,
    Ulimit.entry,
    Umask.entry,
    Umount.entry,
    Uname.entry,
    Uniq.entry,
    Unset.entry,
    Unzip.entry,
    Uptime.entry,
    Useradd.entry,
    Vacuumdb.entry,
    Vault.entry,
    Vi.entry,
    Virtctl.entry,
    Vmstat.entry,
    WaitCommand.entry,
    Watch.entry,
    Wc.entry,
    Wget.entry,
    Which.entry,
    Whoami.entry,
    Xargs.entry,
    Xxd.entry,
    Yq.entry,
    Zcat.entry,
  ]
}

/// The programs that a site's commands are held against: the catalog, and what the site adds.
package struct ProgramLibrary: Sendable {
  private let entries: [String: ProgramEntry]

  /// - Parameter added: programs of the site; they come before those of the catalog.
  package init(adding added: [ProgramAddition] = []) {
    var entries: [String: ProgramEntry] = [:]
    for entry in ProgramCatalog.all {
      for name in entry.names { entries[name] = entry }
    }
    for addition in added {
      let program = addition.program
      let base = addition.extendsCatalog ? entries[program.name] : nil
      let entry = base?.extended(by: program) ?? ProgramEntry(program.name) { _ in program }
      for name in [program.name] + program.aliases { entries[name] = entry }
    }
    self.entries = entries
  }

  /// The programs of the catalog alone.
  package static let shipped = ProgramLibrary()

  /// Every name, sorted.
  package var names: [String] { entries.keys.sorted() }

  package func contains(_ name: String) -> Bool { entries[name] != nil }

  /// The schema of a program as it is without any word behind its name.
  package func program(named name: String, _ words: [String] = []) -> Program? {
    entries[name]?.load(words)
  }

  /// The schema of the program that a command names; a path such as `/usr/bin/openssl` names the
  /// program in it.
  package func program(for words: ArraySlice<ShellWord>) -> Program? {
    guard let name = words.first?.literal else { return nil }
    let rest = words.dropFirst().prefix(12).compactMap(\.literal)
    return (entries[name] ?? entries[name.lastPathComponent])?.load(rest)
  }
}

extension ProgramEntry {
  /// The same program with more verbs and options. It is put together when a command first names it,
  /// and only once unless its schema depends on the command.
  fileprivate func extended(by program: Program) -> ProgramEntry {
    let known = Once()
    return ProgramEntry(program.name, readsWords: readsWords) { words in
      if readsWords { return load(words)?.extended(by: program) }
      return known.program { load(words)?.extended(by: program) }
    }
  }

  private final class Once: Sendable {
    private let known = Mutex<Program??>(nil)

    func program(_ make: () -> Program?) -> Program? {
      known.withLock { known in
        if let known { return known }
        let made = make()
        known = .some(made)
        return made
      }
    }
  }
}

extension Program {
  /// A schema of the catalog; nil if its synopsis is not well-formed, which a test excludes.
  static func shipped(_ dialect: Dialect, _ source: String, _ synopsis: String) -> Program? {
    try? Synopsis.read(synopsis, dialect: dialect, source: source)
  }
}

extension String {
  /// What stands behind the last `/` that something stands behind; the whole text without one.
  package var lastPathComponent: String {
    guard utf8.contains(UInt8(ascii: "/")) else { return self }
    return split(separator: "/").last.map(String.init) ?? self
  }
}

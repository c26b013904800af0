enum Systemctl {
  static let entry = ProgramEntry("systemctl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "systemctl(1), systemd 252.39",
    """
    systemctl {alone}
      -h --help {alone}
      --version {alone}
      --system
      --user
      -H --host=USERHOST
      -t --type=TYPE
      --state=STATE
      --failed
      -p --property=NAME
      -P=NAME
      -a --all
      -l --full
      -r --recursive
      --reverse
      --job-mode=MODE
      -T --show-transaction
      --show-types
      --value
      --check-inhibitors=MODE
      -i
      --kill-whom=WHOM
      -s --signal=SIGNAL
      --what=RESOURCES
      --now
      --dry-run {dry}
      -q --quiet
      --wait
      --no-block
      --no-wall
      --no-reload
      --legend=BOOL
      --no-pager
      --no-ask-password
      --global
      --runtime
      -f --force
      --root=PATH:path
      --image=PATH:path
      -n --lines=INTEGER
      -o --output=STRING
      --firmware-setup
      --boot-loader-menu=TIME
      --boot-loader-entry=NAME
      --plain
      --timestamp=FORMAT
      --read-only
      --mkdir
      --marked
      --after
      --before
      --with-dependencies
      --fail
      --show
      --no-sync
      --unix
      --irreversible
      --ignore-dependencies
      --ignore-inhibitors
      --no-legend
      --machine=VALUE
      --preset-mode=VALUE
      --message=VALUE
      --reboot-argument=VALUE
      -M=VALUE
      -.[=VALUE]
      list-units [PATTERN...]
      list-automounts [PATTERN...]
      list-paths [PATTERN...]
      list-sockets [PATTERN...]
      list-timers [PATTERN...]
      is-active PATTERN...
      is-failed [PATTERN...]
      status [PATTERN...]
      show [PATTERN...]
      cat PATTERN...
      help [PATTERN...]
      list-dependencies [UNIT...]
      start UNIT... {write}
      stop UNIT... {write}
      reload UNIT... {write}
      restart UNIT... {write}
      try-restart|condrestart UNIT... {write}
      reload-or-restart|force-reload UNIT... {write}
      try-reload-or-restart|condreload|reload-or-try-restart UNIT... {write}
      isolate UNIT {write}
      kill UNIT... {write}
      clean UNIT... {destructive}
      freeze PATTERN... {write}
      thaw PATTERN... {write}
      set-property UNIT PROPERTY=VALUE... {write}
      bind UNIT PATH:path [PATH:path] {write}
      mount-image UNIT PATH:path [PATH:path] [OPTIONS] {write}
      service-log-level SERVICE [LEVEL]
      service-log-target SERVICE [TARGET]
      reset-failed [PATTERN...] {write}
      list-unit-files [PATTERN...]
      enable [UNIT...] {write}
      disable UNIT... {write}
      reenable UNIT... {write}
      preset UNIT... {write}
      preset-all {write}
      is-enabled UNIT...
      mask UNIT... {write}
      unmask UNIT... {write}
      link PATH:path... {write}
      revert UNIT... {write}
      add-wants TARGET UNIT... {write}
      add-requires TARGET UNIT... {write}
      edit UNIT... {write} {interactive}
      get-default
      set-default TARGET {write}
      list-machines [PATTERN...]
      list-jobs [PATTERN...]
      cancel [JOB...] {write}
      show-environment
      set-environment VARIABLE=VALUE... {write}
      unset-environment VARIABLE... {write}
      import-environment [VARIABLE...] {write}
      daemon-reload {write}
      daemon-reexec {write}
      log-level [LEVEL]
      log-target [TARGET]
      service-watchdogs [BOOL]
      is-system-running
      default {destructive}
      rescue {destructive}
      emergency {destructive}
      halt {destructive}
      poweroff {destructive}
      reboot {destructive}
      soft-reboot {destructive}
      kexec {destructive}
      exit [EXIT_CODE] {destructive}
      switch-root [ROOT:path] [INIT:path] {destructive}
      suspend {write}
      hibernate {write}
      hybrid-sleep {write}
      suspend-then-hibernate {write}
    """)
}

enum Ethtool {
  static let entry = ProgramEntry("ethtool") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ethtool(8), ethtool 6.1",
    """
    # The option is the command; the interface and its settings follow.
    ethtool [WORD:tail...]
      -h --help {alone}
      --version {alone}
      --debug=MASK
      --json
      -I --include-statistics
      -a --show-pause
      -A --pause {write}
      -c --show-coalesce
      -C --coalesce {write}
      -g --show-ring
      -G --set-ring {write}
      -i --driver
      -d --register-dump
      -e --eeprom-dump
      -E --change-eeprom {destructive}
      -k --show-features --show-offload
      -K --features --offload {write}
      -p --identify
      -P --show-permaddr
      -r --negotiate {write}
      -S --statistics
      --phy-statistics
      -t --test {write}
      -s --change {write}
      -n -u --show-nfc --show-ntuple
      -N -U --config-nfc --config-ntuple {write}
      -w --get-dump
      -W --set-dump {write}
      -T --show-time-stamping
      -x --show-rxfh-indir --show-rxfh
      -X --set-rxfh-indir --rxfh {write}
      -f --flash {destructive}
      -l --show-channels
      -L --set-channels {write}
      -m --dump-module-eeprom --module-info
      --show-priv-flags
      --set-priv-flags {write}
      --show-eee
      --set-eee {write}
      --set-phy-tunable {write}
      --get-phy-tunable
      --get-tunable
      --set-tunable {write}
      --reset {write}
      --show-fec
      --set-fec {write}
      -Q --per-queue
      --cable-test {write}
      --cable-test-tdr {write}
      --monitor {endless}
      --show-tunnels
      --show-module
      --set-module {write}
    """)
}

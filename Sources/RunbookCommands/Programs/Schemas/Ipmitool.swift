/// Its verbs are all that `ipmitool help` lists; those below them are not.
enum Ipmitool {
  static let entry = ProgramEntry("ipmitool") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ipmitool help, 1.8.19",
    """
    ipmitool
      -h {alone}
      -V {alone}
      -v
      -c
      -d=NUMBER
      -I=INTERFACE
      -H=HOST
      -p=PORT
      -U=USER
      -f=FILE
      -z=SIZE
      -S=FILE
      -D=DEVICE
      -4
      -6
      -a
      -Y
      -e=CHARACTER
      -C=SUITE
      -k=KEY
      -y=KEY
      -L=LEVEL
      -A=TYPE
      -P=PASSWORD
      -E
      -K
      -m=ADDRESS
      -b=CHANNEL
      -t=ADDRESS
      -B=CHANNEL
      -T=ADDRESS
      -l=LUN
      -o=TYPE
      -O=FILE
      -N=SECONDS
      -R=COUNT
      -s
      -g
      -F=FILE
      -Z
      raw [WORDS:tail...] {write}
      i2c|spd|sdr|fru|gendev|pef|session|sensor|event|nm|dcmi [WORDS:tail...] {open}
      lan|lan6|channel|user {open}
        print|info|list|summary|getaccess|getciphers|stats|alert|test [WORDS...] {open}
        set|setaccess|enable|disable|priv|setkg [WORDS...] {write} {open}
      chassis {open}
        status|poh|restart_cause|selftest {open}
        identify|bootparam|bootdev|policy|acpi [WORDS...] {write} {open}
        power {open}
          status {open}
          on {write} {open}
          off|cycle|reset|soft {destructive} {open}
          diag {write} {open}
      power {open}
        status {open}
        on {write} {open}
        off|cycle|reset|soft {destructive} {open}
        diag {write} {open}
      mc|bmc {open}
        info|guid|selftest|getenables|watchdog|getsysinfo [WORDS...] {open}
        reset [WORDS...] {destructive} {open}
        setenables|setsysinfo [WORDS...] {write} {open}
      sel {open}
        info|list|elist|get|time|save|writeraw|interpret [WORDS...] {open}
        clear|delete [WORDS...] {destructive} {open}
        add [WORDS...] {write} {open}
      sol {open}
        info|looptest [WORDS...] {open}
        set|payload|deactivate [WORDS...] {write} {open}
        activate [WORDS...] {interactive} {open}
      tsol|isol [WORDS:tail...] {interactive}
      sunoem|kontronoem|picmg|delloem|ekanalyzer|vita|firewall [WORDS:tail...] {open}
      fwum|hpm|ime [WORDS:tail...] {write} {open}
      shell {interactive}
      exec FILE:path {write}
      set [WORDS:tail...]
      help [WORDS...]
    """)
}

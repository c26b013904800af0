/// Options may follow the destination; the first other word starts the command.
enum SSH {
  static let entry = ProgramEntry("ssh") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ssh(1), OpenSSH 9.2",
    """
    ssh DESTINATION [COMMAND:command(elsewhere)...]
      -4
      -6
      -A
      -a
      -B=INTERFACE
      -b=ADDRESS
      -C
      -c=CIPHERS
      -D=ADDRESS...
      -E=FILE:path
      -e=CHARACTER
      -F=FILE:path
      -f
      -G
      -g
      -I=PKCS11
      -i=FILE:path...
      -J=DESTINATION
      -K
      -k
      -L=ADDRESS...
      -l=LOGIN
      -M
      -m=MACS
      -N {endless}
      -n
      -O=COMMAND(check|forward|cancel|exit|stop|proxy)
      -o=OPTION...
      -P=TAG
      -p=PORT:integer
      -Q=QUERY {alone}
      -q
      -R=ADDRESS...
      -S=PATH:path
      -s
      -T
      -t {interactive}
      -V {alone}
      -v
      -W=ADDRESS
      -w=TUNNEL
      -X
      -x
      -Y
      -y
    """)
}

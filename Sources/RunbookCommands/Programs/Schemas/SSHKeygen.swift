enum SSHKeygen {
  static let entry = ProgramEntry("ssh-keygen") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ssh-keygen(1), OpenSSH 9.2",
    """
    ssh-keygen [FILE...]
      -A {write}
      -a=ROUNDS:integer
      -B
      -b=BITS:integer
      -C=COMMENT
      -c {write}
      -D=PKCS11
      -E=HASH
      -e
      -F=HOST
      -f=FILE:path
      -g
      -H {write}
      -h
      -I=IDENTITY
      -i
      -K
      -k {write}
      -L
      -l
      -M=WHAT(generate|screen)
      -m=FORMAT
      -N=PASSPHRASE
      -n=PRINCIPALS
      -O=OPTION...
      -P=PASSPHRASE
      -p {write}
      -Q
      -q
      -R=HOST {write}
      -r=HOST
      -s=KEY
      -t=TYPE(dsa|ecdsa|ecdsa-sk|ed25519|ed25519-sk|rsa) {write}
      -U
      -u {write}
      -V=INTERVAL
      -v
      -w=PROVIDER
      -Y=WHAT(find-principals|match-principals|check-novalidate|sign|verify)
      -y
      -Z=CIPHER
      -z=NUMBER
    """)
}

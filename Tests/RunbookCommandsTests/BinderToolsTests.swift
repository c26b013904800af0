import RunbookCommands
import RunbookModel
import Testing

/// Commands of the tools of networks, clouds and services.
@Suite struct BinderToolsTests {
  static let cases: [(command: String, result: String)] = [
    ("openssl x509 -in cert.pem -noout -text", "read x509 -in=cert.pem -noout -text"),
    (
      "openssl x509 --noout -enddate -in /var/lib/kubelet/pki/kubelet-client-current.pem",
      "read x509 --noout -enddate -in=/var/lib/kubelet/pki/kubelet-client-current.pem"
    ),
    ("openssl x509 -noout -foo", "read x509 -noout ! unknown option -foo"),
    ("openssl x509 -in", "read x509 -in ! missing value of -in"),
    ("openssl x509 cert.pem", "read x509 | cert.pem ! surplus operand cert.pem"),
    ("openssl x509 -checkend soon", "read x509 -checkend=soon ! soon is not a whole number"),
    (
      #"openssl s_client -connect <host>:443 -servername "$HOST" -showcerts"#,
      "read s_client -connect=<host>:443 -servername=$HOST -showcerts"
    ),
    (
      "openssl s_client -verify_return_error api:6443",
      "read s_client -verify_return_error | api:6443"
    ),
    (
      "openssl req -new -newkey rsa:2048 -nodes -keyout k -out c -subj /CN=x -sha256",
      "read req -new -newkey=rsa:2048 -nodes -keyout=k -out=c -subj=/CN=x -sha256"
    ),
    ("openssl verify -CAfile ca.pem a.pem b.pem", "read verify -CAfile=ca.pem | a.pem b.pem"),
    ("openssl rsa -in k -noout -modulus", "read rsa -in=k -noout -modulus"),
    ("openssl pkcs12 -in a.p12 -nokeys", "read pkcs12 -in=a.p12 -nokeys"),
    ("openssl dgst -sha256 -sign k file", "read dgst -sha256 -sign=k | file"),
    ("openssl sha256 file", "read sha256 | file"),
    ("openssl enc -aes-256-cbc -d -in x -pbkdf2", "read enc -aes-256-cbc -d -in=x -pbkdf2"),
    ("openssl rand -hex 16", "read rand -hex | 16"),
    ("openssl rand -hex", "read rand -hex ! missing operand BYTES"),
    ("openssl x590 -in a", "read | a ! unknown verb x590"),
    (
      "openssl s_server -port 8443 -cert c -key k",
      "read s_server endless -port=8443 -cert=c -key=k"
    ),
    ("openssl version -a", "read version -a"),
    ("openssl genrsa -out k 2048", "read genrsa -out=k | 2048"),
    ("curl -sSfL -o out https://x", "read -s -S -f -L -o=out | https://x"),
    ("curl -X POST -d @body https://x", "write -X=POST -d=@body | https://x"),
    ("curl -XDELETE https://x/index", "destructive -X=DELETE | https://x/index"),
    ("curl -X GET https://x", "read -X=GET | https://x"),
    (
      #"curl -k -H 'A: b' -H "C: $D" https://x -w '%{http_code}' --no-progress-meter"#,
      "read -k -H=A: b -H=C: $D -w=%{http_code} --no-progress-meter | https://x"
    ),
    (
      "curl --retry three https://x",
      "read --retry=three | https://x ! three is not a whole number"
    ),
    ("curl", "read ! missing operand URL"),
    ("curl --version", "read --version"),
    (
      "curl --no-alpn --no-keepalive --no-verbose https://x",
      "read --no-alpn --no-keepalive --no-verbose | https://x"
    ),
    ("curl --foo https://x", "read | https://x ! unknown option --foo"),
    ("wget -qO- https://x", "read -q -O=- | https://x"),
    (
      "wget -q -O - https://x --no-check-certificate",
      "read -q -O=- --no-check-certificate | https://x"
    ),
    ("wget --no-verbose --tries=3 https://x", "read --no-verbose --tries=3 | https://x"),
    ("ssh -i key core@<node-ip>", "read -i=key | core@<node-ip>"),
    (
      "ssh host -p 22 sudo journalctl -u kubelet",
      "read -p=22 | host -> elsewhere: sudo journalctl -u kubelet"
    ),
    ("ssh -L 8080:localhost:80 -N host", "read endless -L=8080:localhost:80 -N | host"),
    (
      "ssh -o StrictHostKeyChecking=no core@host -- uptime",
      "read -o=StrictHostKeyChecking=no | core@host -> elsewhere: uptime"
    ),
    ("ssh -p ssh host", "read -p=ssh | host ! ssh is not a whole number"),
    ("ssh", "read ! missing operand DESTINATION"),
    ("scp -r a host:/b", "write -r | a host:/b"),
    ("scp a", "write | a ! missing operand TARGET"),
    ("rsync -avz --delete a/ host:b/", "destructive -a -v -z --delete | a/ host:b/"),
    ("rsync -e 'ssh -p 22' a b", "write -e=ssh -p 22 | a b"),
    ("rsync --no-perms --no-p a b", "write --no-perms --no-p | a b"),
    ("jq -r '.items[].metadata.name'", "read -r | .items[].metadata.name"),
    ("jq --arg name value '.[$name]' file -c", "read --arg=name --arg=value -c | .[$name] file"),
    ("jq --arg name", "read --arg=name ! missing value of --arg"),
    ("jq -rf filter.jq data.json", "read -r -f | filter.jq data.json"),
    ("jq --raw '.a'", "read | .a ! unknown option --raw"),
    ("yq e '.a' file", "read | e .a file"),
    ("yq -i '.a = 1' file", "write -i | .a = 1 file"),
    ("ssh-keygen -t ed25519 -C me -f k", "write -t=ed25519 -C=me -f=k"),
    ("ssh-keygen -lf k", "read -l -f=k"),
    (
      "ssh-keygen -t dss",
      "write -t=dss ! dss is not one of dsa, ecdsa, ecdsa-sk, ed25519, ed25519-sk, rsa"
    ),
    ("python3 -m json.tool --indent 2", "read -m | json.tool --indent 2"),
    ("python3 -c 'import x' -foo", "read -c | import x -foo"),
    ("python3 script.py --option", "read | script.py --option"),
    ("pip install -r requirements.txt --quiet", "write install -r=requirements.txt --quiet"),
    ("make -j4 deploy ENV=prod", "write -j=4 | deploy ENV=prod"),
    ("make -j deploy", "write -j | deploy"),
    ("make -j 4 -C dir", "write -j=4 -C=dir"),
    ("make --foo", "write ! unknown option --foo"),
    ("psql -h host -U user -d db -c 'select 1'", "read -h=host -U=user -d=db -c=select 1"),
    ("psql -Atc 'select 1' db", "read -A -t -c=select 1 | db"),
    (
      "mysql -uroot -psecret -e 'show processlist' db",
      "read -u=root -p=secret -e=show processlist | db"
    ),
    ("redis-cli -h host -p 6379 info replication", "read -h=host -p=6379 | info replication"),
    ("redis-cli --latency", "read endless --latency"),
    ("ceph osd tree", "read osd tree"),
    ("ceph -s", "read -s"),
    ("ceph osd purge 1 --yes-i-really-mean-it", "destructive osd purge | 1"),
    ("ceph auth get client.admin", "read auth get | client.admin"),
    ("ceph health detail", "read health | detail"),
    ("vault kv get secret/x", "read kv get | secret/x"),
    ("vault kv destroy -versions=1 secret/x", "destructive kv destroy | secret/x"),
    ("gcloud compute instances list", "read compute instances list"),
    ("az vm list -o table", "read vm list -o=table"),
    ("session-manager-plugin", "read"),
    ("eksctl create cluster -f c.yaml", "write create cluster | c.yaml"),
    ("eksctl delete nodegroup --cluster c --name n", "destructive delete nodegroup | c n"),
    ("eksctl delet nodegroup", "read | nodegroup ! unknown verb delet"),
    ("promtool check rules a.yaml b.yaml", "read check rules | a.yaml b.yaml"),
    ("promtool chek rules", "read | rules ! unknown verb chek"),
    (
      "promtool query instant http://localhost:9090 'up'",
      "read query instant | http://localhost:9090 up"
    ),
    ("promtool tsdb analyze --limit=5 /prometheus", "read tsdb analyze --limit=5 | /prometheus"),
    (
      "promtool tsdb create-blocks-from rules --start 1 r.yaml",
      "write tsdb create-blocks-from rules --start=1 | r.yaml"
    ),
    ("amtool alert query -o extended", "read alert query -o=extended"),
    (
      "amtool --alertmanager.url=http://x silence add alertname=x -c why -d 2h",
      "write silence add --alertmanager.url=http://x -c=why -d=2h | alertname=x"
    ),
    ("amtool silence expire abc", "destructive silence expire | abc"),
    ("amtool alert alertname=foo", "read alert | alertname=foo"),
    ("gpg --verify a.sig a", "read --verify | a.sig a"),
    ("gpg --armor --export-secret-keys me", "read --armor --export-secret-keys | me"),
  ]

  @Test(arguments: cases) func binds(_ command: String, _ result: String) throws {
    #expect(try bound(command) == result)
  }
}

/// What the binder makes of a command, in a line; nil when nothing is known about its program.
func bound(_ command: String) throws -> String? {
  let script = ShellScript.parse(ShellSource(inline: command, at: 0))
  let words = try #require(script.simpleCommands.first?.words)[...]
  return ProgramLibrary().program(for: words).map { summary(Binder.bind(words, to: $0)) }
}

/// What an option may say about its values, read and printed again.
@Suite struct ValueAttributeTests {
  static let synopsis = """
    tool [FILE...]
      -X --request=VALUE {write=POST|PUT} {destructive=DELETE}
      --arg=VALUE... {two}
      --ids=VALUE {many} {required}
      --tags[=VALUE] {many}

    """

  @Test func survivesPrinting() throws {
    let program = try Synopsis.read(Self.synopsis, dialect: .argparse, source: "a test")
    #expect(Synopsis.text(program) == Self.synopsis)
  }
}

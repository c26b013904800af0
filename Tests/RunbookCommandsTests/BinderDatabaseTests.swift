import RunbookCommands
import RunbookModel
import Testing

/// Commands of PostgreSQL, Patroni, nginx and kubeadm.
@Suite struct BinderDatabaseTests {
  static let cases: [(command: String, result: String)] = [
    ("pg_dump -h db -Fc -f x.dump app", "read -h=db -F=c -f=x.dump | app"),
    ("pg_dump --no-acl -t 'public.*' -t a app", "read --no-acl -t=public.* -t=a | app"),
    (
      "pg_dump -F zip app",
      "read -F=zip | app ! zip is not one of c, d, t, p, custom, directory, tar, plain"
    ),
    ("pg_dumpall --globals-only", "read --globals-only"),
    ("pg_restore -l x.dump", "read -l | x.dump"),
    ("pg_restore -d app x.dump", "write -d=app | x.dump"),
    ("pg_restore -d app --clean x.dump", "destructive -d=app --clean | x.dump"),
    (
      "pg_basebackup -h a -D /d -U r -P -R -X stream",
      "read -h=a -D=/d -U=r -P -R -X=stream"
    ),
    ("pg_isready -h db -t 5", "read -h=db -t=5"),
    ("vacuumdb -a -z", "write -a -z"),
    ("pg_ctl promote -D /data", "write promote -D=/data"),
    ("pg_ctl -D /data status", "read status -D=/data"),
    (
      "pg_ctl stop -m imediate",
      "write stop -m=imediate ! imediate is not one of smart, fast, immediate, s, f, i"
    ),
    ("nginx -t", "read -t"),
    ("nginx -s reload", "write -s=reload"),
    ("nginx -s restart", "write -s=restart ! restart is not one of stop, quit, reopen, reload"),
    ("patronictl -c /etc/p.yml list", "read list -c=/etc/p.yml"),
    ("patronictl list -W", "read list endless -W"),
    (
      "patronictl switchover --candidate b --force",
      "write switchover --candidate=b --force"
    ),
    ("patronictl reinit pg node-2", "destructive reinit | pg node-2"),
    ("patronictl fail-over", "read ! unknown verb fail-over"),
    ("kubeadm certs renew all", "write certs renew | all"),
    ("kubeadm alpha certs renew all", "read | certs renew all ! unknown verb alpha"),
    ("kubeadm upgrade apply v1.32.1 -y", "write upgrade apply -y | v1.32.1"),
    (
      "kubeadm init phase upload-certs --upload-certs",
      "write init phase | upload-certs --upload-certs"
    ),
    ("kubeadm reset -f -v=5", "destructive reset -f -v=5"),
    ("kubeadm join k:6443 --token a.b", "write join --token=a.b | k:6443"),
    ("kubeadm kubeconfig user", "read kubeconfig user ! missing option --client-name"),
  ]

  @Test(arguments: cases) func binds(_ command: String, _ result: String) throws {
    #expect(try bound(command) == result)
  }
}

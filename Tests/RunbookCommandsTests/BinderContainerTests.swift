import RunbookCommands
import RunbookModel
import Testing

/// Commands for hosts, containers and releases; a case is a command and what the binder makes of it.
@Suite struct BinderContainerTests {
  static let bottlerocket: [(command: String, result: String)] = [
    ("sheltie", "read"), ("sheltie ip a", "read -> entered: ip a"),
    ("enter-admin-container", "write interactive"),
    ("enter-admin-container x", "write interactive | x ! surplus operand x"),
    ("apiclient get settings.kernel", "read get | settings.kernel"),
    ("apiclient set a.b=c", "write set | a.b=c"),
    ("apiclient set -j '{}'", "write set -j={}"),
    (
      "apiclient exec -t admin sheltie df -h",
      "read exec interactive -t | admin -> in admin: sheltie df -h"
    ),
    ("apiclient exec admin", "read exec | admin ! missing operand COMMAND"),
    ("apiclient update check", "read update check"),
    ("apiclient update apply --check --reboot", "destructive update apply --check --reboot"),
    ("apiclient update", "read update ! missing verb"), ("apiclient reboot", "destructive reboot"),
    ("apiclient -u /settings", "read -u=/settings"),
    ("apiclient raw -m PATCH -u /x -d '{}'", "write raw -m=PATCH -u=/x -d={}"),
    ("apiclient report cis -l 2", "read report cis -l=2"),
    (
      "apiclient ephemeral-storage init -t xfs --disks a b",
      "destructive ephemeral-storage init -t=xfs --disks=a --disks=b"
    ),
    ("logdog --output /tmp/x", "write --output=/tmp/x"), ("signpost status", "read status"),
    ("signpost rollback-to-inactive", "destructive rollback-to-inactive"),
  ]

  static let containers: [(command: String, result: String)] = [
    ("docker ps -a --filter name=x", "read ps -a --filter=name=x"),
    (
      "docker run --rm -it -v /a:/b img sh -c 'x'",
      "write run interactive --rm -i -t -v=/a:/b | img -> elsewhere: sh -c x"
    ),
    ("docker run -d img --config.file=x", "write run -d | img -> elsewhere: --config.file=x"),
    ("docker exec -it c bash", "read exec interactive -i -t | c -> elsewhere: bash"),
    ("docker logs c -f --tail 5", "read logs endless -f --tail=5 | c"),
    ("docker stats", "read stats endless"), ("docker stats --no-stream", "read stats --no-stream"),
    ("docker rm -f c", "destructive rm -f | c"),
    ("docker rm", "destructive rm ! missing operand CONTAINER"),
    ("docker system prune -af", "destructive system prune -a -f"),
    ("docker container ls", "read container ls"), ("docker image rm x", "destructive image rm | x"),
    ("docker images --foo", "read images ! unknown option --foo"),
    ("docker run --net=host x", "write run --net=host | x"),
    ("docker top c -x -o pid", "read top | c -x -o pid"),
    ("docker volume create --name v", "write volume create --name=v"),
    ("docker build --progress=plain -o out .", "write build --progress=plain -o=out | ."),
    (
      "docker service create --name s --replicas 3 x --flag",
      "write service create --name=s --replicas=3 | x --flag"
    ),
    ("docker service create --nam s x", "write service create | s x ! unknown option --nam"),
    (
      "docker service update --image a:2",
      "write service update --image=a:2 ! missing operand SERVICE"
    ),
    ("docker plugin install --alias a b", "write plugin | install --alias a b"),
    ("docker trust --foo sign", "write trust | sign"),
    ("etcdctl compact 5", "destructive compact | 5"),
    ("ctr plugins ls -d id==a", "read plugins ls -d | id==a"),
    ("kubectl convert -f a.yaml --output-version v1", "read convert | a.yaml --output-version v1"),
    ("docker inspect -f '{{.State}}' c", "read inspect -f={{.State}} | c"),
    ("docker compose -f c.yml up -d", "write compose up -f=c.yml -d"),
    ("docker kil c", "read | c ! unknown verb kil"),
    ("ctr -n k8s.io images ls -q", "read images ls -n=k8s.io -q"),
    ("ctr --namespace k8s.io i rm a b", "destructive i rm --namespace=k8s.io | a b"),
    ("ctr -namespace=k8s.io c ls", "read c ls -namespace=k8s.io"),
    (
      "ctr task exec --exec-id 1 -t c sh",
      "read task exec interactive --exec-id=1 -t | c -> elsewhere: sh"
    ),
    ("ctr images pul x", "read images | x ! unknown verb pul"),
    ("crictl ps -a", "read ps -a"), ("crictl logs -f c", "read logs endless -f | c"),
    ("crictl exec -it c sh -l", "read exec interactive -i -t | c -> elsewhere: sh -l"),
    ("crictl -r unix:///x pods --name x", "read pods -r=unix:///x --name=x"),
    ("crictl rmi --prune", "destructive rmi --prune"),
  ]

  static let releases: [(command: String, result: String)] = [
    (
      "helm upgrade --install r c -n x --set a=b -f v.yaml",
      "write upgrade --install -n=x --set=a=b -f=v.yaml | r c"
    ),
    ("helm install c --generate-name", "write install --generate-name | c"),
    ("helm uninstall r", "destructive uninstall | r"), ("helm ls -A", "read ls -A"),
    ("helm rollback r 2 --wait", "write rollback --wait | r 2"),
    ("helm rollback r two", "write rollback | r two ! two is not a whole number"),
    ("helm get values r -a", "read get values -a | r"), ("helm get r", "read get ! unknown verb r"),
    ("helm repo add a https://a", "write repo add | a https://a"),
    ("helm upgrade r", "write upgrade | r ! missing operand CHART"),
    ("terraform apply -auto-approve", "destructive apply -auto-approve"),
    ("terraform plan -var 'a=b' -out=p", "read plan -var=a=b -out=p"),
    ("terraform plan --target=x.y", "read plan --target=x.y"),
    ("terraform -chdir=d destroy", "destructive destroy -chdir=d"),
    ("terraform workspace select x", "write workspace select | x"),
    ("terraform aply", "read ! unknown verb aply"),
    (
      "etcdctl --endpoints=e endpoint health -w table",
      "read endpoint health --endpoints=e -w=table"
    ),
    ("etcdctl snapshot save f", "read snapshot save | f"),
    ("etcdctl del /a --prefix", "destructive del --prefix | /a"),
    ("etcdctl watch a", "read watch endless | a"),
    ("git clone --depth 1 u d", "write clone --depth=1 | u d"),
    ("git -C d log --oneline -5", "read log -C=d"),
    ("git commit -am m", "write commit -a -m=m"),
    ("git commit --allow-empty --verify -m m", "write commit --allow-empty --verify -m=m"),
    ("git --amend commit", "write commit ! --amend before git commit"),
    ("git reset --hard o/m", "destructive reset --hard | o/m"),
    ("git push --force origin main", "destructive push --force | origin main"),
    ("git branch", "read branch"), ("git branch x", "write branch | x"),
    ("git checkout --foo", "write checkout ! unknown option --foo"),
    ("git remote -v", "read remote -v"), ("git stash drop", "destructive stash drop"),
    ("git statsu", "read ! unknown verb statsu"),
    ("virtctl restart vm -n x", "write restart -n=x | vm"),
    ("virtctl console vm", "read console interactive | vm"),
  ]

  @Test(arguments: bottlerocket + containers + releases)
  func binds(_ command: String, _ result: String) throws {
    let found = try boundLine(command)
    #expect(found == result)
  }
}

import RunbookCommands
import RunbookModel
import Testing

/// What is said of words that a schema does not list.
@Suite struct OpenSchemaTests {
  private func bind(_ command: String) throws -> Invocation {
    let script = ShellScript.parse(ShellSource(inline: command, at: 0))
    let words = try #require(script.simpleCommands.first?.words)[...]
    return Binder.bind(words, to: try #require(ProgramLibrary().program(for: words)))
  }

  /// Real verbs, plugins, and words that are no verbs at all.
  @Test(arguments: [
    "git check-ignore -v .DS_Store", "git show-ref", "git repack -a -d", "git verify-tag v1",
    "git count-objects -vH", "git lfs pull", "git filter-repo --force", "git town sync",
    "kubectl neat", "kubectl ctx", "docker scout cves x", "helm secrets view x", "ip 10.0.0.1",
    "ip prefix-list A permit any", "systemctl ... x", "systemctl VERB x", "az datafactory list",
    "gcloud beta run deploy x", "openstack loadbalancer list", "etcdutl snapshot status x.db",
    "rabbitmqctl list_queues", "argocd app list", "velero backup get", "mongosh --quiet",
    "flux get sources git", "minikube kubectl -- get pods", "userdel -r bob",
    "kubectl logs --tail=COUNT x", "helm rollback x {{n}}", "kubectl get --[no-]watch pods",
    "rclone label x", "s3cmd --labels x", "istioctl x precheck",
    "kafka-topics.sh --bootstrap-server k:9092 --describe --under-replicated-partitions",
  ])
  func saysNothing(_ command: String) throws {
    #expect(try bind(command).findings.map(\.kind) == [])
  }

  /// One slip of the finger away from something that exists: said, but not as certain.
  @Test(arguments: [
    ("git chekout main", "chekout"), ("kubectl gt pods", ""), ("kubectl delte pod x", "delte"),
    ("docker imagse ls", "imagse"), ("az grop list", "grop"), ("az vm strat -n x", "strat"),
    ("gcloud compute instnces list", "instnces"), ("openstack server lsit", "lsit"),
    ("argocd app sycn x", "sycn"), ("useradd --shlel /bin/sh x", "--shlel"),
    ("az vm create --resorce-group x", "--resorce-group"),
    ("kafka-topics.sh --bootstrap-servr k:9092 --list", "--bootstrap-servr"),
    ("git log --max-cuont=3", "--max-cuont"),
  ])
  func doubts(_ command: String, _ word: String) throws {
    let findings = try bind(command).findings
    let said = findings.map { finding -> String in
      switch finding.kind {
      case .unknownVerb(let name, _), .unknownOption(let name, _): name
      default: "?"
      }
    }
    #expect(said == (word.isEmpty ? [] : [word]))
    let mayBeSure = command.hasPrefix("useradd") || command.hasPrefix("git log")
    #expect(findings.allSatisfy { !$0.isCertain || mayBeSure })
  }

  /// A verb of another place, and a closed schema: certain.
  @Test(arguments: ["systemctl restrat kubelet", "openssl x590 -in a"])
  func isSure(_ command: String) throws {
    #expect(try bind(command).findings.map(\.isCertain).first == true)
  }

  @Test func optionsOfAnotherSystem() throws {
    for (command, name) in [
      ("date -v-1d +%F", "-v"), ("xargs -J % echo", "-J"), ("sed -I x", "-I"),
    ] {
      let finding = try #require(try bind(command).findings.first)
      #expect(finding.kind == .unknownOption(name, known: []))
      #expect(ForeignOption.system(of: name, in: String(command.prefix { $0 != " " })) != nil)
    }
  }

  @Test func verbsOfAnotherPlace() throws {
    #expect(
      try bind("oc top pods").findings.map(\.kind) == [.unknownVerb("top", known: ["adm top"])])
    #expect(
      try bind("kubectl rsh x").findings.map(\.kind) == [.unknownVerb("rsh", known: ["exec"])])
  }

  @Test(arguments: [
    ("psql -c 'DROP TABLE users'", Effect.destructive), ("psql -c 'select 1'", .read),
    ("psql -c \"UPDATE t SET a = 1; SELECT 2\"", .write),
    ("psql -c 'ALTER TABLE t DROP COLUMN c'", .destructive),
    ("psql -c 'SELECT pg_drop_replication_slot($$a$$)'", .destructive),
    ("psql -c 'explain analyze delete from t'", .destructive),
    ("psql -c 'WITH x AS (SELECT 1) SELECT * FROM x'", .read),
    ("mysql -e 'TRUNCATE t'", .destructive), ("mysql -e 'show processlist'", .read),
    ("mysql --execute='GRANT ALL ON a TO b'", .write),
    ("redis-cli FLUSHALL", .destructive), ("redis-cli -h x get k", .read),
    ("redis-cli -n 2 config set maxmemory 1", .write), ("redis-cli config get maxmemory", .read),
    ("redis-cli cluster nodes", .read), ("redis-cli cluster forget x", .destructive),
    ("mongosh --eval 'db.a.deleteMany({})'", .destructive), ("mongosh --eval 'rs.status()'", .read),
    ("mongosh --eval 'rs.stepDown()'", .write),
    ("az group delete --name prod --yes", .destructive), ("az vm list-ip-addresses", .read),
    ("gcloud compute instances delete db1", .destructive), ("gcloud projects list", .read),
    ("openstack server delete x", .destructive), ("openstack server show x", .read),
    ("gsutil -m rm -r gs://b", .destructive), ("cf delete app", .destructive),
    ("eksctl delete nodegroup -f c.yaml", .read),
    ("eksctl delete nodegroup -f c.yaml --approve", .destructive),
    ("eksctl delete nodegroup --cluster c --name n", .destructive),
    ("kubectl delete pod x --dry-run=client", .read),
    ("kubectl delete ns x --dry-run=none", .destructive),
    ("rsync -an --delete a/ b/", .read), ("git clean -n", .read), ("apt-get -s remove x", .read),
    ("ansible-playbook --check site.yml", .read), ("ansible-playbook site.yml", .write),
    ("aws ec2 terminate-instances --instance-ids i-1 --dry-run", .read),
    ("aws ec2 terminate-instances --instance-ids i-1 --no-dry-run", .destructive),
    ("curl -X DELETE https://x/index", .destructive),
  ])
  func effects(_ command: String, _ effect: Effect) throws {
    #expect(try bind(command).effect == effect)
  }

  /// Of a program that only the completions know, nobody knows what it does.
  @Test func witnessTellsNoEffects() throws {
    let invocation = try bind("grpck --root /mnt")
    #expect(invocation.isJudged && !invocation.program.tellsEffects)
    #expect(try bind("groupmems --no-such-option x").isJudged == false)
  }

  /// They are found by bisection.
  @Test func factsAreSorted() {
    for names in [ProgramWitness.programs] + CommandTree.groupsOfAll {
      #expect(names.count > 50)
      #expect(
        zip(names, names.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
    #expect(ProgramWitness.programs.allSatisfy { ProgramWitness.of($0) != nil })
  }
}

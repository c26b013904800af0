import RunbookCommands
import RunbookModel
import Testing

/// Commands for clusters and containers; a case is a command and what the binder makes of it.
@Suite struct BinderKubernetesTests {
  static let kubectl: [(command: String, result: String)] = [
    ("kubectl get pods", "read get | pods"),
    ("kubectl -n x get po", "read get -n=x | po"),
    ("kubectl get po -n x", "read get -n=x | po"),
    ("kubectl get po -nkube-system", "read get -n=kube-system | po"),
    ("kubectl --context=prod get nodes", "read get --context=prod | nodes"),
    ("kubectl get pods,svc -A", "read get -A | pods,svc"),
    ("kubectl get node -o=json", "read get -o=json | node"),
    ("kubectl get node -ojsonpath='{.items}'", "read get -o=jsonpath={.items} | node"),
    ("kubectl get pods --watch=false", "read get --watch=false | pods"),
    ("kubectl attach --tty=false web", "read attach endless --tty=false | web"),
    ("kubectl attach --tty web", "read attach endless interactive --tty | web"),
    ("kubectl get pods -w", "read get endless -w | pods"),
    ("kubectl get --raw /healthz", "read get --raw=/healthz"),
    ("kubectl get", "read get ! missing operand TYPE"),
    ("kubectl get pods --selectr a=b", "read get | pods a=b ! unknown option --selectr"),
    ("kubectl get pods -n", "read get -n | pods ! missing value of -n"),
    ("kubectl gett pods", "read | pods ! unknown verb gett"),
    ("kubectl logs -f --tail=10 p", "read logs endless -f --tail=10 | p"),
    ("kubectl logs --tail ten p", "read logs --tail=ten | p ! ten is not a whole number"),
    ("kubectl logs -l app=x", "read logs -l=app=x"),
    ("kubectl logs p c more", "read logs | p c more ! surplus operand more"),
    ("kubectl logs -n x", "read logs -n=x ! missing operand POD"),
    ("kubectl logs $PODS -n x", "read logs -n=x | $PODS"),
    (
      "kubectl exec -it pod -c c -- sh -c 'x'",
      "read exec interactive -i -t -c=c | pod -> elsewhere: sh -c x"
    ),
    ("kubectl exec pod -- ls -la", "read exec | pod -> elsewhere: ls -la"),
    ("kubectl exec pod ls", "read exec | pod ls ! missing operand COMMAND"),
    (
      "kubectl debug node/N -it --image=x -- chroot /host journalctl",
      "write debug interactive -i -t --image=x | node/N -> elsewhere: chroot /host journalctl"
    ),
    ("kubectl delete pod p --force", "destructive delete --force | pod p"),
    ("kubectl delete -f a.yaml", "destructive delete -f=a.yaml"),
    (
      "kubectl delete pod --all --cascade=orphan", "destructive delete --all --cascade=orphan | pod"
    ),
    ("kubectl apply -f - --dry-run", "read apply -f=- --dry-run"),
    ("kubectl apply -f a -f b --dry-run=client", "read apply -f=a -f=b --dry-run=client"),
    (
      "kubectl apply -f a --dry-run=yes",
      "write apply -f=a --dry-run=yes ! yes is not one of none, server, client, unchanged, true, false"
    ),
    ("kubectl apply -k ./base --prune", "destructive apply -k=./base --prune"),
    ("kubectl create ns x", "write create ns | x"),
    ("kubectl create job j --from=cronjob/c", "write create job --from=cronjob/c | j"),
    (
      "kubectl create secret generic s --from-literal=a=b",
      "write create secret generic --from-literal=a=b | s"
    ),
    ("kubectl scale deploy/x", "write scale | deploy/x ! missing option --replicas"),
    ("kubectl scale deploy x --replicas=0", "write scale --replicas=0 | deploy x"),
    ("kubectl rollout restart deploy/x -n y", "write rollout restart -n=y | deploy/x"),
    ("kubectl rollout status deploy/x --timeout=5m", "read rollout status --timeout=5m | deploy/x"),
    ("kubectl rollout", "read rollout ! missing verb"),
    ("kubectl drain n --ignore-daemonsets", "destructive drain --ignore-daemonsets | n"),
    ("kubectl drain --selector a=b", "destructive drain --selector=a=b"),
    ("kubectl cordon", "write cordon ! missing operand NODE"),
    ("kubectl taint nodes n k=v:NoSchedule-", "write taint | nodes n k=v:NoSchedule-"),
    ("kubectl label node n a=b --overwrite", "write label --overwrite | node n a=b"),
    ("kubectl patch pv p -p '{\"a\":1}'", "write patch -p={\"a\":1} | pv p"),
    ("kubectl top pod --containers", "read top pod --containers"),
    ("kubectl port-forward svc/x 8080:80", "read port-forward endless | svc/x 8080:80"),
    (
      "kubectl run t --rm -it --image=busybox --restart=Never -- sh",
      "write run interactive --rm -i -t --image=busybox --restart=Never | t -> elsewhere: sh"
    ),
    ("kubectl cp p:/a b", "write cp | p:/a b"),
    ("kubectl wait pod/p --for=condition=Ready", "read wait --for=condition=Ready | pod/p"),
    ("kubectl auth can-i --list", "read auth can-i --list"),
    ("kubectl config use-context c", "write config use-context | c"),
    ("kubectl edit cm c", "write edit interactive | cm c"),
    ("kubectl cluster-info", "read cluster-info"),
    ("kubectl version --client -o yaml", "read version --client -o=yaml"),
    ("kubectl -v6 get po", "read get -v=6 | po"),
    ("kubectl krew install ctx", "write krew | install ctx"),
    ("kubectl --help", "read --help"),
  ]

  static let openshift: [(command: String, result: String)] = [
    ("oc get po -A", "read get -A | po"),
    ("oc adm node-logs n -u kubelet", "read adm node-logs -u=kubelet | n"),
    ("oc adm node-logs --role master --path=/", "read adm node-logs --role=master --path=/"),
    (
      "oc adm must-gather -- gather_audit_logs",
      "write adm must-gather -> elsewhere: gather_audit_logs"
    ),
    ("oc adm top nodes", "read adm top nodes"), ("oc top nodes", "read | nodes ! unknown verb top"),
    ("oc adm drain n --force", "destructive adm drain --force | n"),
    (
      "oc debug node/n -- chroot /host df -h",
      "write debug | node/n -> elsewhere: chroot /host df -h"
    ),
    ("oc debug node/n -it", "write debug | node/n ! unknown option -i"),
    ("oc rsh -n x pod ls -la", "read rsh -n=x | pod -> elsewhere: ls -la"),
    ("oc exec pod -c c -- ls", "read exec -c=c | pod -> elsewhere: ls"),
    ("oc exec pod ls", "read exec | pod -> elsewhere: ls"),
    ("oc whoami -t", "read whoami -t"), ("oc project x", "write project | x"),
    ("oc project", "read project"),
    ("oc login --token=t --server=s", "write login --token=t --server=s"),
    ("oc rollout latest dc/x", "write rollout latest | dc/x"),
    ("oc create route edge --service=s", "write create route edge --service=s"),
    ("oc adm upgrade --to=4.16.1", "write adm upgrade --to=4.16.1"),
    ("oc adm upgrade", "read adm upgrade"),
    ("oc extract secret/s -n x --to=-", "write extract -n=x --to=- | secret/s"),
    ("oc set volume dc/x --remove --name=v", "destructive set volume --remove --name=v | dc/x"),
  ]

  @Test(arguments: kubectl + openshift) func binds(_ command: String, _ result: String) throws {
    let found = try boundLine(command)
    #expect(found == result)
  }

  @Test("A command whose last words xargs puts there misses none") func openEnded() throws {
    let outer = try invocation("xargs -r sudo kubectl delete --foo")
    let sudo = try #require(outer.nested)
    #expect(sudo.isOpenEnded)
    let words = sudo.words.dropFirst()
    let program = try #require(ProgramLibrary().program(for: words))
    let inner = summary(Binder.bind(words, to: program, isOpenEnded: true))
    #expect(inner == "destructive delete ! unknown option --foo")
  }

  @Test("What is wrong is marked where it stands") func ranges() throws {
    let cases = [
      ("kubectl gett pods", 8..<12), ("kubectl get po --al=x", 15..<19),
      ("kubectl logs p --tail ten", 22..<25), ("oc debug node/n -it", 16..<18),
    ]
    for (command, range) in cases {
      let found = try invocation(command).findings.map(\.range)
      #expect(found == [range], "\(command)")
    }
  }
}

func invocation(_ command: String) throws -> Invocation {
  let script = ShellScript.parse(ShellSource(inline: command, at: 0))
  let words = try #require(script.simpleCommands.first?.words)[...]
  return Binder.bind(words, to: try #require(ProgramLibrary().program(for: words)))
}

func boundLine(_ command: String) throws -> String { summary(try invocation(command)) }

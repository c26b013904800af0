"""The commands of the runbooks. `%(svc)s` and the like are filled in page by page.

A command is (task, command, expected text or None). `<name>` is an input from INPUTS.
"""

# name: (type, example, description)
INPUTS = {
    "node-name": ("k8s-name", "ip-192-0-2-17.eu-central-1.compute.internal", "Name of the node"),
    "namespace": ("k8s-name", "checkout", "Namespace of the workload"),
    "pod-name": ("k8s-name", "ingest-0", "Pod that misbehaves"),
    "aws-region": ("aws-region", "eu-central-1", "Region of the cluster"),
    "instance-id": ("instance-id", "i-0a1b2c3d4e5f67890", "EC2 instance id of the node"),
    "unit": ("string", "kubelet.service", "Unit of the service manager"),
    "since": ("string", "1h", "How far to look back"),
    "endpoint": ("string", "api.example.com", "Host name of the endpoint"),
    "replicas": ("integer", "3", "Number of replicas wanted"),
    "log-path": ("path", "/var/log/messages", "File to read"),
}

CONTEXTS = {
    "workstation": [
        ("List the pods of %(svc)s", "kubectl get pods -n %(ns)s -l app=%(svc)s -o wide", "Running"),
        ("Describe the pod of %(svc)s", "kubectl describe pod <pod-name> -n <namespace>", "Conditions:"),
        ("Read the last lines of %(svc)s",
         "kubectl logs deployment/%(svc)s -n %(ns)s --since=<since> --tail=%(n)s | grep -i %(word)s", None),
        ("Show events of %(ns)s", "kubectl get events -n %(ns)s --sort-by=.lastTimestamp", "LAST SEEN"),
        ("Find the node of a pod",
         "kubectl get pod <pod-name> -n <namespace> -o jsonpath='{.spec.nodeName}'", None),
        ("Show the image of %(svc)s",
         "kubectl get deployment %(svc)s -n %(ns)s -o json | jq -r '.spec.template.spec.containers[].image'",
         "%(word)s"),
        ("Watch the rollout of %(svc)s",
         "kubectl rollout status deployment/%(svc)s -n %(ns)s --timeout=%(n)ss", "successfully rolled out"),
        ("Show the use of the nodes", "kubectl top nodes --sort-by=memory", "MEMORY"),
        ("Find the instance by its name",
         "aws ec2 describe-instances --filters \"Name=private-dns-name,Values=<node-name>\""
         " --region <aws-region> --query 'Reservations[].Instances[].InstanceId' --output text", "i-0"),
        ("Ask the load balancer of %(svc)s",
         "aws elbv2 describe-load-balancers --names %(svc)s-%(ns)s --region <aws-region>", "active"),
        ("List the objects of %(word)s",
         "aws s3 ls s3://%(word)s-%(ns)s/%(svc)s/ --recursive --human-readable", "KiB"),
        ("Probe %(svc)s",
         "curl -sS -o /dev/null -w '%%{http_code}' --max-time %(small)s https://<endpoint>/%(word)s/healthz",
         "200"),
        ("Read the metrics of %(svc)s",
         "curl -fsS https://<endpoint>/metrics | grep '^%(word)s_' | sort | head -n %(small)s", "%(word)s_"),
        ("Check the certificate of the endpoint",
         "openssl s_client -connect <endpoint>:443 -servername <endpoint> </dev/null"
         " | openssl x509 -noout -subject -enddate", "notAfter="),
        ("Resolve the endpoint", "dig +short <endpoint> | sort -u", None),
        ("List the releases in %(ns)s", "helm list -n %(ns)s --filter %(svc)s", "deployed"),
        ("Compare the values of %(svc)s",
         "helm get values %(svc)s -n %(ns)s -o yaml > /tmp/%(svc)s-%(word)s.yaml", None),
        ("Show what changed in %(svc)s",
         "git log --oneline --since=%(small)s.days -- deploy/%(ns)s/%(svc)s | head -n %(small)s", None),
    ],
    "node": [
        ("Read the log of %(unit)s", "journalctl -u %(unit)s -n %(n)s --no-pager", None),
        ("Read what a unit said", "journalctl -u <unit> --since \"<since> ago\" --no-pager | tail -n %(n)s",
         None),
        ("Check %(unit)s", "systemctl status %(unit)s --no-pager", "active (running)"),
        ("List failed units", "systemctl list-units --failed --no-pager", "UNIT"),
        ("Show free space below %(path)s", "df -h %(path)s", "Filesystem"),
        ("Find large files below %(path)s",
         "find %(path)s -xdev -type f -size +%(n)sM -mtime -%(small)s | head -n %(small)s", None),
        ("Count %(word)s in a log", "grep -c %(word)s <log-path>", None),
        ("List the sockets of %(port)s", "ss -tlnp 'sport = :%(port)s'", "LISTEN"),
        ("Show the busiest processes", "ps aux --sort=-%%mem | head -n %(small)s", "PID"),
        ("Show memory", "free -m", "Mem:"),
        ("Show kernel messages of %(word)s", "dmesg -T | grep -i %(word)s | tail -n %(small)s", None),
        ("Show the routes", "ip route show table all", "default"),
        ("Check a certificate on disk",
         "openssl x509 -in %(path)s/%(svc)s.pem -noout -subject -enddate -checkend 86400", "notAfter="),
        ("Ask the local endpoint",
         "curl -fsS --max-time %(small)s http://127.0.0.1:%(port)s/%(word)s | jq '.%(word)s.status'", "ok"),
    ],
    "toolbox": [
        ("Look up %(svc)s", "dig +short %(svc)s.%(ns)s.svc.cluster.local", None),
        ("Reach %(svc)s from inside",
         "curl -sv --connect-timeout %(small)s http://%(svc)s.%(ns)s:%(port)s/%(word)s", "200 OK"),
        ("Ask the queue of %(svc)s",
         "curl -fsS http://%(svc)s.%(ns)s:%(port)s/queues/%(word)s | jq -r '.depth, .oldest'", None),
        ("Check that the port is open", "nc -zv -w %(small)s %(svc)s.%(ns)s %(port)s", "succeeded"),
        ("Read the handshake of %(svc)s",
         "openssl s_client -connect %(svc)s.%(ns)s:%(port)s -showcerts </dev/null | head -n %(n)s",
         "Certificate chain"),
        ("List the environment of the container", "env | grep -i %(word)s | sort", None),
        ("Show the resolver", "cat /etc/resolv.conf", "nameserver"),
        ("Copy the trace aside", "tar -czf /tmp/%(word)s.tar.gz %(path)s/%(svc)s", None),
        ("Show the age of the files", "ls -lt %(path)s | head -n %(small)s", None),
        ("Count the lines of a log", "wc -l <log-path>", None),
    ],
}

# How a context is entered from the workstation; must agree with the configuration.
ENTER = {
    "node": ("Open a session on the node",
             "aws ssm start-session --target <instance-id> --region <aws-region>", "Starting session"),
    "toolbox": ("Open a shell in the pod", "kubectl exec -it -n <namespace> <pod-name> -- bash", "$"),
}

# (task, command, expected, its rollback); run on the workstation, they change something.
CHANGES = [
    ("Scale %(svc)s", "kubectl scale deployment/%(svc)s -n %(ns)s --replicas=<replicas>", "scaled",
     "kubectl scale deployment/%(svc)s -n %(ns)s --replicas=%(small)s"),
    ("Restart %(svc)s", "kubectl rollout restart deployment/%(svc)s -n %(ns)s", "restarted",
     "kubectl rollout undo deployment/%(svc)s -n %(ns)s"),
    ("Take the node out of service", "kubectl drain <node-name> --ignore-daemonsets --timeout=%(n)ss",
     "drained", "kubectl uncordon <node-name>"),
    ("Set the image of %(svc)s",
     "kubectl set image deployment/%(svc)s -n %(ns)s %(svc)s=registry.example.com/%(ns)s/%(svc)s:v%(small)s",
     "image updated", "kubectl rollout undo deployment/%(svc)s -n %(ns)s"),
    ("Roll %(svc)s back", "helm rollback %(svc)s %(small)s -n %(ns)s --wait --timeout %(n)ss",
     "Rollback was a success", "helm history %(svc)s -n %(ns)s"),
    ("Delete the stuck pod", "kubectl delete pod <pod-name> -n <namespace> --grace-period=%(n)s", "deleted",
     "kubectl get pods -n <namespace> -o wide"),
]

extension Kubectl {
  /// `create` and its kinds.
  static let creating = """
    create {write}
      --record {deprecated=1.25}
      @create
      @manifests
      --edit
      --raw=RAW
      -l --selector=LABELS
      --windows-line-endings
      clusterrole NAME {write}
        @create
        --aggregation-rule=RULE
        --non-resource-url=URL...
        --resource=RESOURCE...
        --resource-name=NAME...
        --verb=VERB...
      clusterrolebinding NAME {write}
        @create
        --clusterrole=CLUSTERROLE
        --group=GROUP...
        --serviceaccount=SERVICEACCOUNT...
        --user=USER...
      configmap|cm NAME {write}
        @config-source
        @create
        --append-hash
      cronjob|cj NAME -- [COMMAND:command(elsewhere)...] {write}
        @create
        --image=IMAGE
        --restart=RESTART
        --schedule=SCHEDULE
      deployment|deploy NAME -- [COMMAND:command(elsewhere)...] {write}
        @create
        --image=IMAGE...
        --port=PORT:integer
        -r --replicas=COUNT:integer
      ingress|ing NAME {write}
        @create
        --annotation=ANNOTATION...
        --class=CLASS
        --default-backend=BACKEND
        --rule=RULE...
      job NAME -- [COMMAND:command(elsewhere)...] {write}
        @create
        --from=FROM
        --image=IMAGE
      namespace|ns NAME {write}
        @create
      poddisruptionbudget|pdb NAME {write}
        @create
        --max-unavailable=UNAVAILABLE
        --min-available=AVAILABLE
        --selector=LABELS
      priorityclass|pc NAME {write}
        @create
        --description=DESCRIPTION
        --global-default
        --preemption-policy=POLICY
        --value=VALUE:integer
      quota|resourcequota NAME {write}
        @create
        --hard=HARD
        --scopes=SCOPES
      role NAME {write}
        @create
        --resource=RESOURCE...
        --resource-name=NAME...
        --verb=VERB...
      rolebinding NAME {write}
        @create
        --clusterrole=CLUSTERROLE
        --group=GROUP...
        --role=ROLE
        --serviceaccount=SERVICEACCOUNT...
        --user=USER...
      secret
        docker-registry NAME {write}
          @create
          --append-hash
          --docker-email=EMAIL
          --docker-password=PASSWORD
          --docker-server=SERVER
          --docker-username=USERNAME
          --from-file=FILE:path...
        generic NAME {write}
          @config-source
          @create
          --append-hash
          --type=TYPE
        tls NAME {write}
          @create
          --append-hash
          --cert=CERT
          --key=KEY
      service|svc
        clusterip NAME {write}
          @create
          --clusterip=CLUSTERIP
          --tcp=TCP...
        externalname NAME {write}
          @create
          --external-name=NAME
          --tcp=TCP...
        loadbalancer NAME {write}
          @create
          --tcp=TCP...
        nodeport NAME {write}
          @create
          --node-port=PORT:integer
          --tcp=TCP...
      serviceaccount|sa NAME {write}
        @create
      token SERVICEACCOUNT {write}
        @print
        --audience=AUDIENCE...
        --bound-object-kind=KIND
        --bound-object-name=NAME
        --bound-object-uid=UID
        --duration=DURATION:duration
    """
}

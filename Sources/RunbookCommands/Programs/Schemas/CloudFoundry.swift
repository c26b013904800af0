/// Not every verb and option is listed; the options are those of all verbs together.
enum CloudFoundry {
  static let entry = ProgramEntry("cf") { _ in program }

  private static let program = Program.shipped(
    .gnu, "cf help -a, from its documentation",
    """
    cf {open}
      -h
      --help
      -v
      -f
      -r
      -s=VALUE...
      -o=VALUE...
      -p=VALUE...
      -b=VALUE...
      -c=VALUE...
      -d=VALUE...
      -i=VALUE...
      -k=VALUE...
      -m=VALUE...
      -n=VALUE...
      -t=VALUE...
      -u=VALUE...
      -g=VALUE...
      -q
      --force
      --strategy=VALUE...
      --no-start
      --no-route
      --no-manifest
      --var=VALUE...
      --vars-file=VALUE...
      --hostname=VALUE...
      --path=VALUE...
      --port=VALUE...
      --random-route
      --task
      --recent
      --guid
      --wait
      -y
      api [WORDS...] {write} {open}
      app [WORDS...] {open}
      apply-manifest [WORDS...] {write} {open}
      apps [WORDS...] {open}
      auth [WORDS...] {write} {open}
      bind-route-service [WORDS...] {write} {open}
      bind-security-group [WORDS...] {write} {open}
      bind-service [WORDS...] {write} {open}
      bind-staging-security-group [WORDS...] {write} {open}
      buildpacks [WORDS...] {open}
      buildpack [WORDS...] {open}
      cancel-deployment [WORDS...] {write} {open}
      check-route [WORDS...] {open}
      config [WORDS...] {write} {open}
      continue-deployment [WORDS...] {write} {open}
      copy-source [WORDS...] {write} {open}
      create-app [WORDS...] {write} {open}
      create-app-manifest [WORDS...] {open}
      create-buildpack [WORDS...] {write} {open}
      create-domain [WORDS...] {write} {open}
      create-isolation-segment [WORDS...] {write} {open}
      create-org [WORDS...] {write} {open}
      create-org-quota [WORDS...] {write} {open}
      create-package [WORDS...] {write} {open}
      create-private-domain [WORDS...] {write} {open}
      create-quota [WORDS...] {write} {open}
      create-route [WORDS...] {write} {open}
      create-security-group [WORDS...] {write} {open}
      create-service [WORDS...] {write} {open}
      create-service-broker [WORDS...] {write} {open}
      create-service-key [WORDS...] {write} {open}
      create-shared-domain [WORDS...] {write} {open}
      create-space [WORDS...] {write} {open}
      create-space-quota [WORDS...] {write} {open}
      create-user [WORDS...] {write} {open}
      create-user-provided-service|cups [WORDS...] {write} {open}
      curl [WORDS...] {write} {open}
      delete|d [WORDS...] {destructive} {open}
      delete-buildpack [WORDS...] {destructive} {open}
      delete-domain [WORDS...] {destructive} {open}
      delete-isolation-segment [WORDS...] {destructive} {open}
      delete-org [WORDS...] {destructive} {open}
      delete-org-quota [WORDS...] {destructive} {open}
      delete-orphaned-routes [WORDS...] {destructive} {open}
      delete-private-domain [WORDS...] {destructive} {open}
      delete-quota [WORDS...] {destructive} {open}
      delete-route [WORDS...] {destructive} {open}
      delete-security-group [WORDS...] {destructive} {open}
      delete-service|ds [WORDS...] {destructive} {open}
      delete-service-broker [WORDS...] {destructive} {open}
      delete-service-key [WORDS...] {destructive} {open}
      delete-shared-domain [WORDS...] {destructive} {open}
      delete-space [WORDS...] {destructive} {open}
      delete-space-quota [WORDS...] {destructive} {open}
      delete-user [WORDS...] {destructive} {open}
      disable-feature-flag [WORDS...] {write} {open}
      disable-org-isolation [WORDS...] {write} {open}
      disable-service-access [WORDS...] {write} {open}
      disable-ssh [WORDS...] {write} {open}
      disallow-space-ssh [WORDS...] {write} {open}
      allow-space-ssh [WORDS...] {write} {open}
      domains [WORDS...] {open}
      download-droplet [WORDS...] {open}
      droplets [WORDS...] {open}
      enable-feature-flag [WORDS...] {write} {open}
      enable-org-isolation [WORDS...] {write} {open}
      enable-service-access [WORDS...] {write} {open}
      enable-ssh [WORDS...] {write} {open}
      env|e [WORDS...] {open}
      events [WORDS...] {open}
      feature-flag [WORDS...] {open}
      feature-flags [WORDS...] {open}
      get-health-check [WORDS...] {open}
      help|h [WORDS...] {open}
      install-plugin [WORDS...] {write} {open}
      isolation-segments [WORDS...] {open}
      list-plugin-repos [WORDS...] {open}
      login|l [WORDS...] {write} {open}
      logout|lo [WORDS...] {write} {open}
      logs [WORDS...] {open}
      map-route [WORDS...] {write} {open}
      marketplace|m [WORDS...] {open}
      move-route [WORDS...] {write} {open}
      network-policies [WORDS...] {open}
      oauth-token [WORDS...] {open}
      org [WORDS...] {open}
      org-quota [WORDS...] {open}
      org-quotas [WORDS...] {open}
      org-users [WORDS...] {open}
      orgs|o [WORDS...] {open}
      packages [WORDS...] {open}
      passwd [WORDS...] {write} {open}
      plugins [WORDS...] {open}
      add-network-policy [WORDS...] {write} {open}
      add-plugin-repo [WORDS...] {write} {open}
      purge-service-instance [WORDS...] {destructive} {open}
      purge-service-offering [WORDS...] {destructive} {open}
      push|p [WORDS...] {write} {open}
      quotas [WORDS...] {open}
      quota [WORDS...] {open}
      remove-network-policy [WORDS...] {write} {open}
      remove-plugin-repo [WORDS...] {write} {open}
      rename [WORDS...] {write} {open}
      rename-buildpack [WORDS...] {write} {open}
      rename-org [WORDS...] {write} {open}
      rename-service [WORDS...] {write} {open}
      rename-space [WORDS...] {write} {open}
      repo-plugins [WORDS...] {open}
      reset-org-default-isolation-segment [WORDS...] {write} {open}
      reset-space-isolation-segment [WORDS...] {write} {open}
      restage|rg [WORDS...] {write} {open}
      restart|rs [WORDS...] {write} {open}
      restart-app-instance [WORDS...] {write} {open}
      revisions [WORDS...] {open}
      revision [WORDS...] {open}
      rollback [WORDS...] {write} {open}
      rotate-droplet [WORDS...] {write} {open}
      route [WORDS...] {open}
      route-policies [WORDS...] {open}
      router-groups [WORDS...] {open}
      routes|r [WORDS...] {open}
      run-task|rt [WORDS...] {write} {open}
      running-environment-variable-group|revg [WORDS...] {open}
      running-security-groups [WORDS...] {open}
      scale [WORDS...] {write} {open}
      security-group [WORDS...] {open}
      security-groups [WORDS...] {open}
      service [WORDS...] {open}
      service-access [WORDS...] {open}
      service-brokers [WORDS...] {open}
      service-key|sk [WORDS...] {open}
      service-keys [WORDS...] {open}
      services|s [WORDS...] {open}
      set-droplet [WORDS...] {write} {open}
      set-env|se [WORDS...] {write} {open}
      set-health-check [WORDS...] {write} {open}
      set-label [WORDS...] {write} {open}
      set-org-default-isolation-segment [WORDS...] {write} {open}
      set-org-quota [WORDS...] {write} {open}
      set-org-role [WORDS...] {write} {open}
      set-quota [WORDS...] {write} {open}
      set-running-environment-variable-group [WORDS...] {write} {open}
      set-space-isolation-segment [WORDS...] {write} {open}
      set-space-quota [WORDS...] {write} {open}
      set-space-role [WORDS...] {write} {open}
      set-staging-environment-variable-group [WORDS...] {write} {open}
      share-private-domain [WORDS...] {write} {open}
      share-route [WORDS...] {write} {open}
      share-service [WORDS...] {write} {open}
      space [WORDS...] {open}
      space-quota [WORDS...] {open}
      space-quotas [WORDS...] {open}
      space-ssh-allowed [WORDS...] {open}
      space-users [WORDS...] {open}
      spaces [WORDS...] {open}
      ssh [WORDS...] {open}
      ssh-code [WORDS...] {open}
      ssh-enabled [WORDS...] {open}
      stack [WORDS...] {open}
      stacks [WORDS...] {open}
      stage [WORDS...] {write} {open}
      stage-package [WORDS...] {write} {open}
      staging-environment-variable-group|sevg [WORDS...] {open}
      staging-security-groups [WORDS...] {open}
      start|st [WORDS...] {write} {open}
      stop|sp [WORDS...] {write} {open}
      target|t [WORDS...] {write} {open}
      task [WORDS...] {open}
      tasks [WORDS...] {open}
      terminate-task [WORDS...] {write} {open}
      unbind-route-service [WORDS...] {write} {open}
      unbind-running-security-group [WORDS...] {write} {open}
      unbind-security-group [WORDS...] {write} {open}
      unbind-service|us [WORDS...] {write} {open}
      unbind-staging-security-group [WORDS...] {write} {open}
      uninstall-plugin [WORDS...] {write} {open}
      unmap-route [WORDS...] {write} {open}
      unset-env [WORDS...] {write} {open}
      unset-label [WORDS...] {write} {open}
      unset-org-role [WORDS...] {write} {open}
      unset-space-quota [WORDS...] {write} {open}
      unset-space-role [WORDS...] {write} {open}
      unshare-private-domain [WORDS...] {write} {open}
      unshare-route [WORDS...] {write} {open}
      unshare-service [WORDS...] {write} {open}
      update-buildpack [WORDS...] {write} {open}
      update-destination [WORDS...] {write} {open}
      update-org-quota [WORDS...] {write} {open}
      update-quota [WORDS...] {write} {open}
      update-security-group [WORDS...] {write} {open}
      update-service [WORDS...] {write} {open}
      update-service-broker [WORDS...] {write} {open}
      update-space-quota [WORDS...] {write} {open}
      update-user-provided-service|uups [WORDS...] {write} {open}
      upgrade-service [WORDS...] {write} {open}
      v3-push [WORDS...] {write} {open}
      version [WORDS...] {open}
    """)
}

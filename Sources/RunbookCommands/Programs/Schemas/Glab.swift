/// Not every verb and option is listed; the options are those of all verbs together.
enum Glab {
  static let entry = ProgramEntry("glab") { _ in program }

  private static let program = Program.shipped(
    .pflag, "glab, from its documentation",
    """
    glab {open}
      -h
      --help
      -v
      --version
      -R=VALUE...
      --repo=VALUE...
      -g=VALUE...
      --group=VALUE...
      -a=VALUE...
      --assignee=VALUE...
      -l=VALUE...
      --label=VALUE...
      -m=VALUE...
      --milestone=VALUE...
      -t=VALUE...
      --title=VALUE...
      -d=VALUE...
      --description=VALUE...
      -y
      --yes
      -w
      --web
      -b=VALUE...
      --branch=VALUE...
      --source-branch=VALUE...
      --target-branch=VALUE...
      --draft
      --wip
      --fill
      --squash
      --squash-before-merge
      --remove-source-branch
      -s=VALUE...
      --sha=VALUE...
      --when-pipeline-succeeds
      --rebase
      --message=VALUE...
      --per-page=VALUE...
      -P=VALUE...
      --page=VALUE...
      -F=VALUE...
      --output=VALUE...
      --all
      --closed
      --merged
      --opened
      --author=VALUE...
      --search=VALUE...
      --comments
      --system-logs
      --hostname=VALUE...
      --token=VALUE...
      --stdin
      --variables=VALUE...
      --ref=VALUE...
      --key=VALUE...
      --value=VALUE...
      --masked
      --protected
      --scope=VALUE...
      --type=VALUE...
      --field=VALUE...
      -X=VALUE...
      --method=VALUE...
      --input=VALUE...
      --paginate
      --silent
      --include
      --header=VALUE...
      --name=VALUE...
      --notes=VALUE...
      --notes-file=VALUE...
      --asset-name=VALUE...
      --assets-links=VALUE...
      --tag-name=VALUE...
      --unlabel=VALUE...
      --unassign
      --reviewer=VALUE...
      --push
      --related-issue=VALUE...
      --recover
      --no-editor
      --live
      --status=VALUE...
      --job=VALUE...
      --artifact-path=VALUE...
      --path=VALUE...
      --public
      --private
      --internal
      --clone
      --due-date=VALUE...
      --weight=VALUE...
      --confidential
      --linked-issues=VALUE...
      --copy-issue-labels
      --create-source-branch
      --allow-collaboration
      --auto-merge
      --dry-run {dry}
      alias {open}
        delete [WORDS...] {destructive} {open}
        list [WORDS...] {open}
        set [WORDS...] {write} {open}
      api [WORDS...] {write} {open}
      auth {open}
        configure-docker [WORDS...] {write} {open}
        docker-helper [WORDS...] {open}
        login [WORDS...] {write} {open}
        logout [WORDS...] {write} {open}
        status [WORDS...] {open}
      changelog {open}
        generate [WORDS...] {open}
      check-update [WORDS...] {open}
      ci|pipe|pipeline {open}
        artifact [WORDS...] {open}
        cancel [WORDS...] {write} {open}
        config [WORDS...] {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        lint [WORDS...] {open}
        list [WORDS...] {open}
        retry [WORDS...] {write} {open}
        run [WORDS...] {write} {open}
        run-trig [WORDS...] {write} {open}
        status [WORDS...] {open}
        trace [WORDS...] {open}
        trigger [WORDS...] {write} {open}
        view [WORDS...] {open}
      cluster {open}
        agent [WORDS...] {open}
      completion [WORDS...] {open}
      config {open}
        edit [WORDS...] {write} {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      deploy-key {open}
        add [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
      duo {open}
        ask [WORDS...] {open}
      gpg-key {open}
        add [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
      incident {open}
        close [WORDS...] {write} {open}
        list [WORDS...] {open}
        note [WORDS...] {write} {open}
        reopen [WORDS...] {write} {open}
        subscribe [WORDS...] {write} {open}
        unsubscribe [WORDS...] {write} {open}
        view [WORDS...] {open}
      issue {open}
        board [WORDS...] {open}
        close [WORDS...] {write} {open}
        create|new [WORDS...] {write} {open}
        delete|del [WORDS...] {destructive} {open}
        list|ls [WORDS...] {open}
        note|comment [WORDS...] {write} {open}
        reopen|open [WORDS...] {write} {open}
        subscribe [WORDS...] {write} {open}
        unsubscribe [WORDS...] {write} {open}
        update [WORDS...] {write} {open}
        view|show [WORDS...] {open}
      iteration {open}
        list [WORDS...] {open}
      job {open}
        artifact [WORDS...] {open}
      label {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        edit [WORDS...] {write} {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
      mr {open}
        approve [WORDS...] {write} {open}
        approvers [WORDS...] {open}
        checkout [WORDS...] {write} {open}
        close [WORDS...] {write} {open}
        create|new [WORDS...] {write} {open}
        delete|del [WORDS...] {destructive} {open}
        diff [WORDS...] {open}
        for [WORDS...] {write} {open}
        issues [WORDS...] {open}
        list|ls [WORDS...] {open}
        merge|accept [WORDS...] {write} {open}
        note|comment [WORDS...] {write} {open}
        rebase [WORDS...] {write} {open}
        reopen [WORDS...] {write} {open}
        revoke [WORDS...] {write} {open}
        subscribe [WORDS...] {write} {open}
        todo [WORDS...] {write} {open}
        unsubscribe [WORDS...] {write} {open}
        update [WORDS...] {write} {open}
        view|show [WORDS...] {open}
      opentofu [WORDS...] {open}
      release {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        download [WORDS...] {open}
        list [WORDS...] {open}
        upload [WORDS...] {write} {open}
        view [WORDS...] {open}
      repo|project {open}
        archive [WORDS...] {open}
        clone [WORDS...] {open}
        contributors [WORDS...] {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        fork [WORDS...] {write} {open}
        list [WORDS...] {open}
        mirror [WORDS...] {write} {open}
        search [WORDS...] {open}
        transfer [WORDS...] {write} {open}
        update [WORDS...] {write} {open}
        view [WORDS...] {open}
      schedule {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        list [WORDS...] {open}
        run [WORDS...] {write} {open}
        update [WORDS...] {write} {open}
      securefile {open}
        create [WORDS...] {write} {open}
        download [WORDS...] {open}
        list [WORDS...] {open}
        remove [WORDS...] {destructive} {open}
      snippet {open}
        create [WORDS...] {write} {open}
        snippets [WORDS...] {open}
      ssh-key {open}
        add [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
      stack {open}
        amend [WORDS...] {write} {open}
        create [WORDS...] {write} {open}
        diff [WORDS...] {open}
        first [WORDS...] {open}
        last [WORDS...] {open}
        list [WORDS...] {open}
        move [WORDS...] {write} {open}
        next [WORDS...] {open}
        prev [WORDS...] {open}
        reorder [WORDS...] {write} {open}
        save [WORDS...] {write} {open}
        switch [WORDS...] {write} {open}
        sync [WORDS...] {write} {open}
      token {open}
        create [WORDS...] {write} {open}
        list [WORDS...] {open}
        revoke [WORDS...] {destructive} {open}
        rotate [WORDS...] {write} {open}
      user {open}
        events [WORDS...] {open}
      variable {open}
        delete|remove [WORDS...] {destructive} {open}
        export [WORDS...] {open}
        get [WORDS...] {open}
        list|ls [WORDS...] {open}
        set|create [WORDS...] {write} {open}
        update [WORDS...] {write} {open}
      version [WORDS...] {open}
    """)
}

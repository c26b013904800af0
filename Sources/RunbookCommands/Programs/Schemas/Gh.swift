/// Not every verb and option is listed; the options are those of all verbs together.
enum Gh {
  static let entry = ProgramEntry("gh") { _ in program }

  private static let program = Program.shipped(
    .pflag, "gh, from its documentation",
    """
    gh {plugins} {open}
      -h
      --help
      --version
      -R=VALUE...
      --repo=VALUE...
      -a=VALUE...
      --assignee=VALUE...
      -b=VALUE...
      --body=VALUE...
      -F=VALUE...
      --body-file=VALUE...
      -B=VALUE...
      --base=VALUE...
      -d
      --draft
      --dry-run {dry}
      -e
      --editor
      -f
      --fill
      --fill-first
      --fill-verbose
      -H=VALUE...
      --head=VALUE...
      -l=VALUE...
      --label=VALUE...
      -m=VALUE...
      --milestone=VALUE...
      --no-maintainer-edit
      -p=VALUE...
      --project=VALUE...
      --recover=VALUE...
      -r=VALUE...
      --reviewer=VALUE...
      -T=VALUE...
      --template=VALUE...
      -t=VALUE...
      --title=VALUE...
      -w
      --web
      -L=VALUE...
      --limit=VALUE...
      -s=VALUE...
      --state=VALUE...
      -S=VALUE...
      --search=VALUE...
      -q=VALUE...
      --jq=VALUE...
      --json=VALUE...
      --author=VALUE...
      --admin
      --auto
      --delete-branch
      --disable-auto
      --match-head-commit=VALUE...
      --merge
      --rebase
      --squash
      --subject=VALUE...
      --comments
      -c=VALUE...
      --comment=VALUE...
      --approve
      --request-changes
      --color=VALUE...
      --name-only
      --patch
      --watch
      --required
      --fail-fast
      -i=VALUE...
      --interval=VALUE...
      --branch=VALUE...
      --detach
      --force
      --recurse-submodules
      --add-assignee=VALUE...
      --add-label=VALUE...
      --add-project=VALUE...
      --add-reviewer=VALUE...
      --remove-assignee=VALUE...
      --remove-label=VALUE...
      --remove-project=VALUE...
      --remove-reviewer=VALUE...
      --app=VALUE...
      --mention=VALUE...
      --reason=VALUE...
      --public
      --private
      --internal
      --clone
      --source=VALUE...
      --remote=VALUE...
      --push
      --description=VALUE...
      --disable-issues
      --disable-wiki
      -g=VALUE...
      --gitignore=VALUE...
      --license=VALUE...
      --homepage=VALUE...
      --include-all-branches
      --team=VALUE...
      --add-readme
      --fork
      --fork-name=VALUE...
      --default-branch-only
      --org=VALUE...
      --remote-name=VALUE...
      --upstream-remote-name=VALUE...
      --visibility=VALUE...
      --yes
      --archived
      --no-archived
      --language=VALUE...
      --topic=VALUE...
      --log
      --log-failed
      --exit-status
      --job=VALUE...
      --attempt=VALUE...
      -v
      --verbose
      -u=VALUE...
      --user=VALUE...
      -C=VALUE...
      --commit=VALUE...
      --created=VALUE...
      --event=VALUE...
      --workflow=VALUE...
      -D=VALUE...
      --dir=VALUE...
      -n=VALUE...
      --name=VALUE...
      --pattern=VALUE...
      --ref=VALUE...
      --raw-field=VALUE...
      --field=VALUE...
      -X=VALUE...
      --method=VALUE...
      --paginate
      --slurp
      --input=VALUE...
      --hostname=VALUE...
      --preview=VALUE...
      --cache=VALUE...
      --silent
      --include
      --header=VALUE...
      -k=VALUE...
      --key=VALUE...
      --skip-existing
      --clobber
      --archive=VALUE...
      --notes=VALUE...
      --notes-file=VALUE...
      --notes-from-tag
      --notes-start-tag=VALUE...
      --generate-notes
      --prerelease
      --latest
      --target=VALUE...
      --verify-tag
      --discussion-category=VALUE...
      --cleanup-tag
      --tag=VALUE...
      --output=VALUE...
      -O=VALUE...
      --exclude-drafts
      --exclude-pre-releases
      --scopes=VALUE...
      --git-protocol=VALUE...
      --with-token
      --insecure-storage
      --skip-ssh-key
      --show-token
      --secure-storage
      --reset
      --remove
      --env=VALUE...
      --repos=VALUE...
      --no-store
      --env-file=VALUE...
      --type=VALUE...
      --pin
      --interactive=VALUE...
      --idle-timeout=VALUE...
      --retention-period=VALUE...
      --all
      --sort=VALUE...
      alias {open}
        delete [WORDS...] {destructive} {open}
        import [WORDS...] {write} {open}
        list [WORDS...] {open}
        set [WORDS...] {write} {open}
      api [WORDS...] {write} {open}
      attestation {open}
        download [WORDS...] {open}
        inspect [WORDS...] {open}
        verify [WORDS...] {open}
        trusted-root [WORDS...] {open}
      auth {open}
        login [WORDS...] {write} {open}
        logout [WORDS...] {write} {open}
        refresh [WORDS...] {write} {open}
        setup-git [WORDS...] {write} {open}
        status [WORDS...] {open}
        switch [WORDS...] {write} {open}
        token [WORDS...] {open}
      browse [WORDS...] {open}
      cache {open}
        delete [WORDS...] {destructive} {open}
        list [WORDS...] {open}
      codespace|cs {open}
        code [WORDS...] {open}
        cp [WORDS...] {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        edit [WORDS...] {write} {open}
        jupyter [WORDS...] {open}
        list [WORDS...] {open}
        logs [WORDS...] {open}
        ports [WORDS...] {open}
        rebuild [WORDS...] {write} {open}
        ssh [WORDS...] {open}
        stop [WORDS...] {write} {open}
        view [WORDS...] {open}
      completion [WORDS...] {open}
      config {open}
        clear-cache [WORDS...] {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        set [WORDS...] {write} {open}
      copilot [WORDS...] {open}
      extension|extensions|ext {open}
        browse [WORDS...] {open}
        create [WORDS...] {write} {open}
        exec [WORDS...] {open}
        install [WORDS...] {write} {open}
        list [WORDS...] {open}
        remove [WORDS...] {destructive} {open}
        search [WORDS...] {open}
        upgrade [WORDS...] {write} {open}
      gist {open}
        clone [WORDS...] {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        edit [WORDS...] {write} {open}
        list [WORDS...] {open}
        rename [WORDS...] {write} {open}
        view [WORDS...] {open}
      gpg-key {open}
        add [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        list [WORDS...] {open}
      issue {open}
        close [WORDS...] {write} {open}
        comment [WORDS...] {write} {open}
        create|new [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        develop [WORDS...] {write} {open}
        edit [WORDS...] {write} {open}
        list|ls [WORDS...] {open}
        lock [WORDS...] {write} {open}
        pin [WORDS...] {write} {open}
        reopen [WORDS...] {write} {open}
        status [WORDS...] {open}
        transfer [WORDS...] {write} {open}
        unlock [WORDS...] {write} {open}
        unpin [WORDS...] {write} {open}
        view [WORDS...] {open}
      label {open}
        clone [WORDS...] {write} {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        edit [WORDS...] {write} {open}
        list [WORDS...] {open}
      org {open}
        list [WORDS...] {open}
      pr {open}
        checkout|co [WORDS...] {write} {open}
        checks [WORDS...] {open}
        close [WORDS...] {write} {open}
        comment [WORDS...] {write} {open}
        create|new [WORDS...] {write} {open}
        diff [WORDS...] {open}
        edit [WORDS...] {write} {open}
        list|ls [WORDS...] {open}
        lock [WORDS...] {write} {open}
        merge [WORDS...] {write} {open}
        ready [WORDS...] {write} {open}
        reopen [WORDS...] {write} {open}
        review [WORDS...] {write} {open}
        revert [WORDS...] {write} {open}
        status [WORDS...] {open}
        unlock [WORDS...] {write} {open}
        update-branch [WORDS...] {write} {open}
        view [WORDS...] {open}
      preview [WORDS...] {open}
      project {open}
        close [WORDS...] {write} {open}
        copy [WORDS...] {write} {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        edit [WORDS...] {write} {open}
        field-create [WORDS...] {write} {open}
        field-delete [WORDS...] {destructive} {open}
        field-list [WORDS...] {open}
        item-add [WORDS...] {write} {open}
        item-archive [WORDS...] {write} {open}
        item-create [WORDS...] {write} {open}
        item-delete [WORDS...] {destructive} {open}
        item-edit [WORDS...] {write} {open}
        item-list [WORDS...] {open}
        link [WORDS...] {write} {open}
        list [WORDS...] {open}
        mark-template [WORDS...] {write} {open}
        unlink [WORDS...] {write} {open}
        view [WORDS...] {open}
      release {open}
        create|new [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        delete-asset [WORDS...] {destructive} {open}
        download [WORDS...] {open}
        edit [WORDS...] {write} {open}
        list|ls [WORDS...] {open}
        upload [WORDS...] {write} {open}
        view [WORDS...] {open}
        verify [WORDS...] {open}
        verify-asset [WORDS...] {open}
      repo {open}
        archive [WORDS...] {write} {open}
        autolink [WORDS...] {open}
        clone [WORDS...] {open}
        create|new [WORDS...] {write} {open}
        credits [WORDS...] {open}
        delete [WORDS...] {destructive} {open}
        deploy-key [WORDS...] {open}
        edit [WORDS...] {write} {open}
        fork [WORDS...] {write} {open}
        garden [WORDS...] {open}
        gitignore [WORDS...] {open}
        license [WORDS...] {open}
        list|ls [WORDS...] {open}
        rename [WORDS...] {write} {open}
        set-default [WORDS...] {write} {open}
        sync [WORDS...] {write} {open}
        unarchive [WORDS...] {write} {open}
        view [WORDS...] {open}
      ruleset|rs {open}
        check [WORDS...] {open}
        list [WORDS...] {open}
        view [WORDS...] {open}
      run {open}
        cancel [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        download [WORDS...] {open}
        list|ls [WORDS...] {open}
        rerun [WORDS...] {write} {open}
        view [WORDS...] {open}
        watch [WORDS...] {open}
      search {open}
        code [WORDS...] {open}
        commits [WORDS...] {open}
        issues [WORDS...] {open}
        prs [WORDS...] {open}
        repos [WORDS...] {open}
      secret {open}
        delete|remove [WORDS...] {destructive} {open}
        list|ls [WORDS...] {open}
        set [WORDS...] {write} {open}
      ssh-key {open}
        add [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        list [WORDS...] {open}
      status [WORDS...] {open}
      variable {open}
        delete|remove [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        list|ls [WORDS...] {open}
        set [WORDS...] {write} {open}
      workflow {open}
        disable [WORDS...] {write} {open}
        enable [WORDS...] {write} {open}
        list|ls [WORDS...] {open}
        run [WORDS...] {write} {open}
        view [WORDS...] {open}
    """)
}

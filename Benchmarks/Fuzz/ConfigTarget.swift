import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookParsing

/// `runbookgen.yml` and the YAML of a site's own programs.
enum ConfigTarget {
  static let target = FuzzTarget(
    name: "config", seeds: texts.map { Array($0.utf8) },
    tokens: [
      "\n", "  ", "- ", ": ", "{", "}", "[", "]", "\"", "'", "&a ", "*a", "<<: ", "|\n", ">-\n",
      "? ",
      "!!str ", "---\n", "...\n", "%YAML 1.2\n", "# ", "\t", "rules:", "overrides:", "contexts:",
      "tables:",
      "synopsis: |\n", "extends: kubectl", "{required}", "{write}", "[--wait[=TIME:duration]]",
      "**/*.md",
    ]
  ) { input in
    let file = SourceFile(path: "runbookgen.yml", bytes: input)
    let (root, problems) = YAMLReader.read(0..<input.count, of: file, idPrefix: "config")
    let (config, more) = SiteConfigSchema.read(root, in: file)
    require(problems + more, pointInto: file)
    let (addition, rest) = ProgramFileSchema.read(root, in: file, library)
    require(rest, pointInto: file)
    if let addition {
      let programs = ProgramLibrary(adding: [addition])
      for text in ["deployctl rollout api --wait=3m", "kubectl rollout api --wait"] {
        let script = ShellScript.parse(ShellSource(inline: text, at: 0))
        for command in script.simpleCommands {
          let words = command.words[...]
          if let program = programs.program(for: words) { _ = Binder.bind(words, to: program) }
        }
      }
    }
    _ = Checker.report(problems + more, config, isStrict: true)
  }

  private static let library = ProgramLibrary()

  private static let texts = [
    """
    site: {title: Runbooks, language: en, base_url: https://wiki.example.com/, edit_link: "https://x/{path}"}
    directories: {content: content, templates: templates, output: site}
    review_every: P6M
    raw_html: escape
    defaults:
      - {paths: "legacy/**", values: {owner: Platform, kind: runbook}}
    rules: {todo-left: error}
    overrides:
      - {paths: "legacy/**", rules: {review-overdue: off}}
    tables:
      - {name: our-comparison, schema: comparison, required: [Access, Updates]}
    confluence: {target: cloud, space: OPS, parent: Runbooks}
    contexts:
      workstation: {title: Your workstation, programs: [kubectl, aws]}
      host:
        title: The node
        prompt: "bash-5.2# "
        entered_by: {from: workstation, command: ssh}
    """,
    """
    dialect: pflag
    source: deployctl --help, 2.3
    synopsis: |
      deployctl
        -e --env=ENV(staging|prod) {required}
        status [SERVICE]
        rollout SERVICE {write}
          --wait[=TIME:duration]
        destroy SERVICE... {destructive}
    """,
    "extends: kubectl\nsynopsis: |\n  kubectl\n    rollout SERVICE {write}\n      --wait[=TIME:duration]\n",
  ]
}

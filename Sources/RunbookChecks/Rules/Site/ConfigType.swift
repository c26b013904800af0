import RunbookModel

enum ConfigType {
  static let rule = Rule(
    "config-type", .error, "a setting has a value of the wrong type",
    rationale: """
      Each setting has one type, and names in it have to exist: a context is entered from another
      context of the configuration, a folder lies inside the project.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        (
          "runbookgen.yml",
          """
          directories: {content: content, output: site}
          rules: {link-broken: warning}
          contexts:
            workstation: {title: Your machine}
            host: {entered_by: {from: workstation, command: ssh}}
          """
        ),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "rules: {link-broken: ▸fatal}\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "contexts:\n  host: {entered_by: {from: ▸workstation}}\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        ("runbookgen.yml", "directories: {content: content, output: ▸content}\n"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "Text."),
        (
          "runbookgen.yml",
          """
          contexts:
            admin: {entered_by: {from: ▸host, command: exit}}
            host: {entered_by: {from: ▸admin, command: sheltie}}
          """
        ),
      ]),
    ],
    check: .reading)
}

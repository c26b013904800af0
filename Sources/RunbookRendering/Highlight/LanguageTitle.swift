/// The language of a block as its caption says it.
enum LanguageTitle {
  /// - Parameter word: the language word of a fence, in lower case.
  static func of(_ word: String, _ words: Words) -> String {
    diagrams[word].map { words.say(.diagramAsText, ["name": $0]) } ?? titles[word] ?? word
  }

  /// Nobody draws what stays a block of code: there is no program for it on this site.
  private static let diagrams = [
    "dot": "Graphviz", "graphviz": "Graphviz", "mermaid": "Mermaid", "plantuml": "PlantUML",
    "puml": "PlantUML",
  ]

  private static let titles = [
    "bash": "Shell", "cpp": "C++", "cs": "C#", "csharp": "C#", "console": "Terminal", "css": "CSS",
    "csv": "CSV", "diff": "Diff", "docker": "Dockerfile", "dockerfile": "Dockerfile", "go": "Go",
    "golang": "Go", "graphql": "GraphQL", "groovy": "Groovy", "hcl": "HCL", "html": "HTML",
    "http": "HTTP", "ini": "INI", "java": "Java", "javascript": "JavaScript", "js": "JavaScript",
    "json": "JSON", "json5": "JSON5", "jsonc": "JSON", "kotlin": "Kotlin", "kql": "KQL",
    "logql": "LogQL", "lua": "Lua", "make": "Makefile", "makefile": "Makefile",
    "markdown": "Markdown", "md": "Markdown",
    "perl": "Perl", "php": "PHP",
    "powershell": "PowerShell", "promql": "PromQL", "properties": "Properties",
    "ps1": "PowerShell", "py": "Python", "python": "Python",
    "rb": "Ruby", "ruby": "Ruby", "rust": "Rust", "sh": "Shell", "shell": "Shell", "sql": "SQL",
    "swift": "Swift", "terraform": "Terraform", "tf": "Terraform", "toml": "TOML",
    "ts": "TypeScript", "typescript": "TypeScript", "xml": "XML", "yaml": "YAML", "yml": "YAML",
    "zsh": "Shell",
  ]
}

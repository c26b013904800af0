import RunbookChecks
import RunbookModel

/// A system that runs checks on a repository.
package enum CISystem: String, Sendable, CaseIterable {
  case github, gitlab, jenkins
  case preCommit = "pre-commit"

  /// The files by which it checks the runbooks of a project, at the root of the repository.
  package func files(_ options: BuildOptions) -> [NewFile] {
    let prefix = GitHistory(options.project)?.prefix ?? ""
    let parts = prefix.split(separator: "/")
    let root = ([options.project] + parts.map { _ in ".." }).joined(separator: "/")
    return files(for: parts.joined(separator: "/")).map { file in
      NewFile(file.path, at: root == "." ? file.path : root + "/" + file.path, file.text)
    }
  }

  /// - Parameter project: the way from the root of the repository to the project folder; empty for the root.
  private func files(for project: String) -> [(path: String, text: [UInt8])] {
    let folder = YAMLText.scalar(project)
    let command = ("runbookgen check", "runbookgen check --project \(Self.word(project))")
    func text(_ name: String, _ change: (old: String, new: String) = ("", "")) -> [UInt8] {
      let bytes = BuiltinPipelines.files.first { $0.name == name }?.bytes ?? []
      guard !project.isEmpty, !change.old.isEmpty else { return bytes }
      return Array(
        String(decoding: bytes, as: UTF8.self)
          .replacing(change.old, with: change.new, maxReplacements: 1).utf8)
    }
    switch self {
    case .github:
      return [
        (".github/actions/runbookgen/action.yml", text("action.yml")),
        (
          ".github/workflows/runbooks.yml",
          text("ci/github.yml", ("project: .", "project: \(folder)"))
        ),
      ]
    case .gitlab:
      let variable = "RUNBOOKGEN_PROJECT: "
      return [(".gitlab-ci.yml", text("ci/gitlab.yml", (variable + ".", variable + folder)))]
    case .jenkins:
      return [("Jenkinsfile", text("ci/Jenkinsfile", command))]
    case .preCommit:
      let entry = text(".pre-commit-hooks.yaml", ("entry: \(command.0)", "entry: \(command.1)"))
      let lines = entry.split(separator: 0x0A).map { Array("      ".utf8) + $0 + [0x0A] }
      return [
        (
          ".pre-commit-config.yaml",
          Array("repos:\n  - repo: local\n    hooks:\n".utf8) + lines.flatMap(\.self)
        )
      ]
    }
  }

  /// A path as a word of a command.
  private static func word(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0.isOne(of: "._/-")
    }
    guard !isPlain else { return path }
    return "\"" + path.reduce(into: "") { $0 += ("\"\\$`".contains($1) ? "\\" : "") + String($1) }
      + "\""
  }
}

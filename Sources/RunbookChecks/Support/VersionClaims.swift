import RunbookCommands
import RunbookModel

/// The versions that a page says it is about, for the programs of its commands.
struct VersionClaims {
  private let entries: [RunbookMetadata.AppliesTo]

  init(_ metadata: RunbookMetadata) { entries = metadata.appliesTo }

  var isEmpty: Bool { entries.allSatisfy { $0.versions == nil } }

  /// What the page says of a program: of itself, else of a product whose versions are the program's.
  func fields(of program: Program) -> [(product: String, versions: Field<String>)] {
    let own = fields(named: [program.name] + program.aliases)
    return own.isEmpty ? fields(named: program.history.products) : own
  }

  private func fields(named names: [String]) -> [(product: String, versions: Field<String>)] {
    entries.compactMap { entry in
      guard let versions = entry.versions, names.contains(entry.product.lowercased()) else {
        return nil
      }
      return (entry.product, versions)
    }
  }

  /// - Returns: nil when the page says nothing of the program, or nothing that can be read.
  func claim(of program: Program) -> (claim: VersionClaim, field: Field<String>)? {
    let fields = fields(of: program)
    guard let first = fields.first else { return nil }
    var range: VersionRange?
    for field in fields {
      guard let read = try? VersionRange(reading: field.versions.value) else { return nil }
      range = range?.union(read) ?? read
    }
    guard let range else { return nil }
    return (
      VersionClaim(product: first.product, versions: range, program: program), first.versions
    )
  }
}

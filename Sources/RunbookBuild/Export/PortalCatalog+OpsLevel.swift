extension PortalCatalog {
  /// Whose pages there are, in the order of their names.
  package var owners: [String] { teams.map(\.name) }

  /// `opslevel.yml` for OpsLevel, which holds one component: that of an owner's pages, with each page as a tool.
  ///
  /// Members are those of OpsLevel's "Config as Code (opslevel.yml)" and of the files that OpsLevel's own repositories hold;
  /// the categories of tools are `ToolCategory` of its API. `lifecycle` and `tier` are aliases that each account
  /// chooses for itself, so they are left out.
  ///
  /// - Returns: nil when no page is this owner's.
  package func opsLevel(owner: String) -> String? {
    guard let team = teams.first(where: { $0.name == owner }) else { return nil }
    var text = """
      version: 1
      component:
        name: \(Self.quoted("\(site): \(team.name)"))
        type: "service"

      """
    if let alias = Self.alias(team.name) { text += "  owner: \(Self.quoted(alias))\n" }
    text += "  tools:\n"
    for page in team.pages {
      text += """
          - name: \(Self.quoted(page.title))
            category: \(Self.quoted(page.isRunbook ? "runbooks" : "wiki"))
            url: \(Self.quoted(page.address))

        """
    }
    return text
  }

  /// The alias that OpsLevel makes of a team's name: `orders_team` of `Orders Team`.
  ///
  /// - Returns: nil for names with other letters, of which it is not known what OpsLevel makes.
  private static func alias(_ team: String) -> String? {
    guard team.allSatisfy(\.isASCII) else { return nil }
    let words = team.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? nil : words.joined(separator: "_")
  }
}

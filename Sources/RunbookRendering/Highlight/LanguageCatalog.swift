/// The languages that are painted from a table, sorted by their first name.
package enum LanguageCatalog {
  package static let all: [Language] = [
    CLikeLanguages.c, DataLanguages.diff, CommandLanguages.dockerfile, CLikeLanguages.go,
    CommandLanguages.hcl, DataLanguages.http, DataLanguages.ini, CLikeLanguages.java,
    CLikeLanguages.javascript, DataLanguages.json, CommandLanguages.makefile,
    CommandLanguages.nginx, CommandLanguages.powershell, QueryLanguages.promql,
    CLikeLanguages.python, CLikeLanguages.rust, QueryLanguages.sql, CLikeLanguages.swift,
    DataLanguages.toml, DataLanguages.xml, DataLanguages.yaml,
  ]

  /// The language of a fence's language word, in lower case.
  static func language(_ name: String) -> Language? { byName[name] }

  private static let byName = Dictionary(
    all.flatMap { language in language.names.map { ($0, language) } },
    uniquingKeysWith: { first, _ in first })
}

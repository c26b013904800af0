/// A value that a template is filled with, as Mustache knows them.
package enum TemplateValue: Sendable {
  /// UTF-8.
  case text([UInt8])
  case flag(Bool)
  case list([TemplateValue])
  case table([String: TemplateValue])

  /// What a section goes by: nothing, false and an empty list leave it out. Empty text does not.
  var isShown: Bool {
    switch self {
    case .text, .table: true
    case .flag(let flag): flag
    case .list(let list): !list.isEmpty
    }
  }
}

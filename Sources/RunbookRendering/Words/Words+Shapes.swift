import RunbookChecks

extension Words {
  /// What a value has to look like.
  func say(_ shape: ValueShape) -> String {
    switch shape {
    case .integer: self[.shapeInteger]
    case .ip: self[.shapeIP]
    case .awsRegion: self[.shapeRegion]
    case .instanceID: self[.shapeInstance]
    case .characters(let kinds): listed(kinds.map(name))
    }
  }

  /// "a, b and c", as the language lists things.
  func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return say(.and, ["first": names.dropLast().joined(separator: self[.comma]), "last": last])
  }

  private func name(_ kind: ValueShape.Characters) -> String {
    switch kind {
    case .lowerCase: self[.lowerCase]
    case .upperCase: self[.upperCase]
    case .digits: self[.digits]
    case .spaces: self[.spaces]
    case .plus: "`+`"
    case .commas: self[.commas]
    case .hyphens: self[.hyphens]
    case .dots: self[.dots]
    case .slashes: self[.slashes]
    case .colons: self[.colons]
    case .equals: "`=`"
    case .at: "`@`"
    case .underscores: self[.underscores]
    }
  }
}

extension InputDeclaration.ValueType {
  /// What every value of the type matches, as the pattern of an input is written; nil for a type that
  /// takes any text. Of addresses it is less than the whole truth: numbers above 255 pass.
  package var pattern: String? {
    switch self {
    case .integer: "^[+-]?[0-9]+$"
    case .ip: "^([0-9]{1,3}([.][0-9]{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)$"
    case .awsRegion: "^[a-z]{2}(-[a-z]+)+-[0-9]+$"
    case .instanceID: "^m?i-[0-9a-f]{8,17}$"
    case .k8sName: "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"
    case .string, .enum, .duration, .path: nil
    }
  }
}

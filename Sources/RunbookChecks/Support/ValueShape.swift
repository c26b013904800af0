/// What a value has to look like, as far as that can be said in a few words.
package enum ValueShape: Sendable, Equatable {
  case integer, ip, awsRegion, instanceID
  /// Any number of these and no others.
  case characters([Characters])

  /// Kinds of characters, in the order in which they are named.
  package enum Characters: Sendable, CaseIterable {
    case lowerCase, upperCase, digits
    case spaces, plus, commas, hyphens, dots, slashes, colons, equals, at, underscores

    init?(_ range: ClosedRange<UInt32>) {
      switch range {
      case 0x61...0x7A: self = .lowerCase
      case 0x41...0x5A: self = .upperCase
      case 0x30...0x39: self = .digits
      case 0x20...0x20: self = .spaces
      case 0x2B...0x2B: self = .plus
      case 0x2C...0x2C: self = .commas
      case 0x2D...0x2D: self = .hyphens
      case 0x2E...0x2E: self = .dots
      case 0x2F...0x2F: self = .slashes
      case 0x3A...0x3A: self = .colons
      case 0x3D...0x3D: self = .equals
      case 0x40...0x40: self = .at
      case 0x5F...0x5F: self = .underscores
      default: return nil
      }
    }
  }
}

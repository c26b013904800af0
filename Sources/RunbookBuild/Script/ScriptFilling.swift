import RunbookChecks
import RunbookCommands

/// Puts variables of the script in the places of values. What the page's own script does to a value for
/// each reading, the script does when it starts; the outermost reading is that of bash itself, where a
/// variable in double quotes is always one text.
struct ScriptFilling {
  /// By the name of the input: the readings that a value goes through before bash gets it, the innermost first;
  /// none where bash is the only reader.
  private(set) var forms: [String: [[ValueLayer]]] = [:]
  let options: [String: String]
  let secrets: Set<String>

  static func variable(_ option: String, _ form: [ValueLayer] = []) -> String {
    let name = ([option] + (form.isEmpty ? [] : [""]) + form.map(\.rawValue)).joined(separator: "_")
    return "in_" + String(name.map { $0 == "-" ? "_" : $0 })
  }

  private mutating func expansion(_ name: String, _ form: [ValueLayer]) -> String {
    if forms[name]?.contains(form) != true { forms[name, default: []].append(form) }
    return "${\(Self.variable(options[name] ?? name, form))}"
  }

  /// What stands in the command in the place of the placeholder.
  mutating func run(_ place: ValuePlace) -> String {
    let (form, outer, isEscaped) = Self.readings(place)
    let value = expansion(place.name, place.limit == nil ? form : [])
    let quote = isEscaped ? "\\\"" : "\""
    // Digits need no quotes, and arithmetic takes none in every version of bash.
    if place.limit?.kind == .digits, outer == .bare { return value }
    switch outer {
    case .bare, .quoted: return quote + value + quote
    case .single: return "'" + quote + value + quote + "'"
    case .ansi: return "'" + quote + value + quote + "$'"
    default: return value
    }
  }

  /// What a reader sees in its place.
  mutating func shown(_ place: ValuePlace) -> String {
    if secrets.contains(place.name) { return "<\(place.name)>" }
    // What no quoting is needed for is shown as it is.
    let layers = place.layers.allSatisfy { $0 == .text } ? [] : place.layers
    return expansion(place.name, place.limit == nil ? layers : [])
  }

  /// The readings before that of bash, that of bash, and whether it reads backticks in double quotes.
  static func readings(_ place: ValuePlace) -> ([ValueLayer], ValueLayer?, Bool) {
    var layers = place.layers
    var isEscaped = false
    // Backticks are read together with the command in them: a variable in them is read once.
    while let last = layers.last, last == .backtick || last == .backtickInDouble {
      isEscaped = isEscaped || last == .backtickInDouble
      layers.removeLast()
    }
    let outer = layers.popLast()
    return (layers, outer, isEscaped)
  }
}

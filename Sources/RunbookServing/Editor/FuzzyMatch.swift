/// How editors compare what somebody types with names.
enum FuzzyMatch {
  /// Whether the characters of a query stand in a name, in their order; neither spaces nor case count.
  static func holds(_ name: String, _ query: String) -> Bool {
    var rest = query.lowercased().unicodeScalars.filter { $0 != " " }[...]
    for scalar in name.lowercased().unicodeScalars where scalar == rest.first {
      rest = rest.dropFirst()
    }
    return rest.isEmpty
  }
}

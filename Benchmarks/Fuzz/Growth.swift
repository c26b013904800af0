import RunbookCommands

/// Inputs of one shape in two sizes.
enum Growth {
  static func report() {
    let growth = worst(ContinuousClock())
    print(
      "growth of time when the size doubles, worst of \(growth.shapes) shapes: \(growth.factor)"
        + " (\(growth.shape))")
    if growth.factor > 3.2 { print("superlinear") }
  }

  private static func worst(_ clock: ContinuousClock) -> (
    factor: Double, shape: String, shapes: Int
  ) {
    let shapes = [
      "$(", "`", "\"", "'", "<a>", "<", "((", "{ ", "a|", "if x;", "<<E\n", "\\\n", "${", "a ",
      "'a' ",
    ]
    var worst = (factor: 0.0, shape: "")
    for shape in shapes {
      let factor =
        (0..<3).map { _ in
          time(shape, 40_000, clock) / max(time(shape, 20_000, clock), 1e-9)
        }.min() ?? 0
      if factor > worst.factor { worst = (factor, shape) }
    }
    return (worst.factor, String(reflecting: worst.shape), shapes.count)
  }

  private static func time(_ shape: String, _ count: Int, _ clock: ContinuousClock) -> Double {
    let source = ShellSource(inline: String(repeating: shape, count: count), at: 0)
    let time = clock.measure { _ = ShellScript.parse(source) }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}

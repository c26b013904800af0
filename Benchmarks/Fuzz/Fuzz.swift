import RunbookBuild

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Feeds mutated text to one part of the program. A crash ends the run; the input that caused it is
/// in `fuzz-TARGET.input` then, and can be given as a file to see the crash again.
///
///     fuzz TARGET [--seconds N] [--count N] [--seed N] [--corpus FOLDER]
///     fuzz TARGET FILE…                  runs these inputs and no others
///     fuzz growth                        how time grows when an input doubles
///     fuzz TARGET --libfuzzer ARGUMENTS  with libFuzzer, if the program was linked with it
@main struct Fuzz {
  static func main() async throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    guard let name = arguments.first else { return usage() }
    arguments.removeFirst()
    if name == "growth" { return Growth.report() }
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else { return usage() }
    if arguments.first == "--libfuzzer" {
      guard LibFuzzer.run(target, Array(arguments.dropFirst())) else {
        print("this program was not linked with libFuzzer; see Scripts/fuzz")
        exit(64)
      }
      return
    }
    var settings = Settings()
    guard settings.read(arguments) else { return usage() }
    if settings.files.isEmpty {
      try await mutate(target, settings)
    } else {
      for file in settings.files {
        await target.run(try Disk.read(file))
        print("\(file): fine")
      }
    }
  }

  private static func usage() {
    let names = FuzzTarget.all.map(\.name).joined(separator: "|")
    print(
      "usage: fuzz \(names)|growth [--seconds N] [--count N] [--seed N] [--corpus FOLDER] [FILE…]")
    exit(64)
  }

  private static func mutate(_ target: FuzzTarget, _ settings: Settings) async throws {
    var corpus: [[UInt8]] = []
    for folder in settings.corpora {
      let tree = try FileTree(folder)
      for file in tree.files { corpus.append(try tree.read(file)) }
    }
    var mutator = Mutator(target, seed: settings.seed, moreSeeds: corpus)
    let record = try InputRecord("fuzz-\(target.name).input")
    let clock = ContinuousClock()
    let start = clock.now
    var (count, slowest) = (0, (number: 0, bytes: 0, time: Duration.zero))
    while count < settings.count && start.duration(to: clock.now) < .seconds(settings.seconds) {
      let input = mutator.next()
      record.keep(input)
      let time = await clock.measure { await target.run(input) }
      if time > slowest.time { slowest = (count, input.count, time) }
      count += 1
    }
    record.remove()
    print(
      "\(target.name): \(count) inputs with seed \(settings.seed) in \(start.duration(to: clock.now))"
    )
    print("slowest: input \(slowest.number), \(slowest.bytes) bytes in \(slowest.time)")
  }
}

/// What the command line says.
private struct Settings {
  var seconds = 60
  var count = Int.max
  var seed: UInt64 = 1
  var corpora: [String] = []
  var files: [String] = []

  mutating func read(_ arguments: [String]) -> Bool {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        files.append(argument)
        continue
      }
      guard let value = rest.popFirst() else { return false }
      switch (argument, UInt64(value)) {
      case ("--seconds", let number?): seconds = Int(clamping: number)
      case ("--count", let number?): count = Int(clamping: number)
      case ("--seed", let number?): seed = number
      case ("--corpus", _): corpora.append(value)
      default: return false
      }
    }
    return true
  }
}

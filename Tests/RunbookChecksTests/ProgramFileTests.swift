import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookParsing
import Testing

@Suite struct ProgramFileTests {
  private func read(_ text: String) -> (ProgramAddition?, [String]) {
    let file = SourceFile(path: "programs/x.yml", text: text)
    let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
    let (addition, more) = ProgramFileSchema.read(root, in: file, ProgramLibrary())
    let places = (problems + more).map { diagnostic in
      let place = file.position(at: diagnostic.range.bytes.lowerBound)
      return "\(place.line):\(place.column) \(diagnostic.id) \(diagnostic.summary)"
    }
    return (addition, places)
  }

  @Test func describesAProgram() throws {
    let (addition, problems) = read(
      "source: x --help\ndialect: posix\nsynopsis: |\n  x [FILE...]\n    -v\n")
    #expect(problems == [])
    #expect(try #require(addition).program.name == "x")
  }

  /// What a site adds is put to the program's own verbs once, not for each command that names it.
  @Test func extendsAProgramOnce() throws {
    let (addition, _) = read("extends: kubectl\nsynopsis: |\n  kubectl\n    restart-all [NAME]\n")
    let library = ProgramLibrary(adding: [try #require(addition)])
    func storage(_ words: [String]) throws -> UnsafePointer<Verb>? {
      let program = try #require(library.program(named: "kubectl", words))
      #expect(program.root.verbs.contains { $0.names == ["restart-all"] })
      return program.root.verbs.withUnsafeBufferPointer(\.baseAddress)
    }
    #expect(try storage(["get"]) == storage(["restart-all", "x"]))
  }

  @Test func verbsHaveALimit() {
    let lines = (0..<40).map { String(repeating: " ", count: $0 + 2) + "v\($0)\n" }
    let (_, problems) = read("synopsis: |\n" + lines.joined())
    #expect(problems.count == 1 && problems[0].contains("verbs nest more than 16 levels deep"))
  }

  @Test(arguments: [
    ("a: 1", "1:1 config-missing `synopsis` is missing; it takes the program's synopsis"),
    ("[1]", "1:1 config-type a program is described by a mapping such as `synopsis: …`"),
    (
      "synopsis: |\n  x\n    -a=B:colour\n",
      "3:5 config-type the synopsis cannot be read: `B:colour` names no kind of value"
    ),
    (
      "name: y\nsynopsis: x",
      "1:7 config-type the synopsis describes `x`, not `y`"
    ),
    (
      "extends: nothing\nsynopsis: x",
      "1:10 config-type `extends` is `nothing`; it takes the name of a program that is known"
    ),
  ])
  func saysWhatIsWrong(_ text: String, _ problem: String) {
    #expect(read(text).1.contains(problem))
  }

  @Test func extendsAProgram() throws {
    let (addition, problems) = read(
      "extends: journalctl\nsynopsis: |\n  journalctl\n    --house-special=X {destructive}\n")
    #expect(problems == [])
    let library = ProgramLibrary(adding: [try #require(addition)])
    let script = ShellScript.parse(
      ShellSource(inline: "journalctl --house-special=1 -u kubelet", at: 0))
    let words = try #require(script.simpleCommands.first?.words)[...]
    let invocation = Binder.bind(words, to: try #require(library.program(for: words)))
    #expect(invocation.findings.isEmpty)
    #expect(invocation.effect == .destructive)
  }
}

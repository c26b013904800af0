import RunbookCommands
import RunbookModel

enum LiteralIp {
  static let rule = Rule(
    "literal-ip", .info, "a command has the address of one machine",
    rationale: """
      The address was right on the day when the page was written. Machines come and go, and a command
      that reaches the wrong one does harm or says nothing. Ask for the address with an input, or look
      it up in a step. Addresses that mean the same everywhere, such as `127.0.0.1`, `0.0.0.0` and
      those of RFC 5737 for documentation, stay. Each address is told once for a page.
      """,
    strict: .warning,
    passing: [
      Rule.Example("```bash\ncurl http://127.0.0.1:80/ 0.0.0.0 192.0.2.7 169.254.169.254\n```"),
      Rule.Example("```bash\ndig @8.8.8.8 x; curl http://<ip>/ http://$IP/\n```"),
      Rule.Example(
        "```bash\nrun image:10.2.3.4 v10.2.3.4 pkg-10.2.3.4 --version=10.2.3.4 1.2.3\n```"),
      Rule.Example("```bash\nwalk 1.3.6.1.4.1 10.0.0.0/8 999.1.1.1 01.2.3.4\n```"),
      Rule.Example("```console\n$ ping here # 10.1.2.3\n64 bytes from 10.1.2.3\n```"),
    ],
    failing: [
      Rule.Example("```bash\nssh ▸10.66.2.102\nssh root@10.66.2.102 ping ▸10.66.2.103\n```"),
      Rule.Example("```bash\ncurl \"http://▸172.16.3.4:8080/x\"\nip route add ▸10.3.0.0/16\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var seen: Set<String> = []
    for range in context.literalRanges {
      for place in addresses(in: range, context.file.bytes) {
        let text = context.file.text(place)
        guard seen.insert(text).inserted else { continue }
        diagnostics.append(
          context.finding(
            rule, at: place, "the command has the address `\(text)`",
            explanation: "It will belong to something else one day. Declare an input of the type "
              + "`ip`, or find the address in a step."))
      }
    }
  }

  private static func addresses(in range: ByteRange, _ bytes: [UInt8]) -> [ByteRange] {
    let runs = DigitRuns.find(in: range, of: bytes)
    var found: [ByteRange] = []
    var index = 0
    while index + 3 < runs.count {
      let parts = runs[index..<index + 4]
      guard isJoined(parts, bytes) else {
        index += 1
        continue
      }
      let place = runs[index].lowerBound..<runs[index + 3].upperBound
      if let octets = octets(parts, bytes), isWhole(place, in: range, bytes),
        !isCommon(octets, behind: place.upperBound, bytes)
      {
        found.append(place)
      }
      index += 4
    }
    return found
  }

  private static func isJoined(_ parts: ArraySlice<ByteRange>, _ bytes: [UInt8]) -> Bool {
    zip(parts, parts.dropFirst()).allSatisfy {
      $0.upperBound + 1 == $1.lowerBound && bytes[$0.upperBound] == UInt8(ascii: ".")
    }
  }

  private static func octets(_ parts: ArraySlice<ByteRange>, _ bytes: [UInt8]) -> [Int]? {
    let numbers = parts.compactMap { part -> Int? in
      guard part.count <= 3, part.count == 1 || bytes[part.lowerBound] != 0x30 else { return nil }
      let number = bytes[part].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return number < 256 ? number : nil
    }
    return numbers.count == 4 ? numbers : nil
  }

  /// Neither a part of a name, nor a version, nor the tag of an image.
  private static func isWhole(_ place: ByteRange, in range: ByteRange, _ bytes: [UInt8]) -> Bool {
    if let next = bytes.at(place.upperBound) {
      let joins = next.isAlphanumeric || next == UInt8(ascii: "_") || next == UInt8(ascii: "-")
      let goesOn = bytes.at(place.upperBound + 1).map(\.isAlphanumeric) ?? false
      if joins || next == UInt8(ascii: ".") && goesOn { return false }
    }
    guard place.lowerBound > range.lowerBound else { return true }
    let previous = bytes[place.lowerBound - 1]
    if previous.isAlphanumeric || previous.isOne(of: "_-.:") { return false }
    let before = bytes[max(range.lowerBound, place.lowerBound - 24)..<place.lowerBound]
    let word = before.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.last ?? []
    return !String(decoding: word, as: UTF8.self).lowercased().contains("version")
  }

  /// Loopback, link-local, broadcast, multicast, documentation, public resolvers, and the blocks of
  /// private addresses as a whole.
  private static func isCommon(_ octets: [Int], behind end: Int, _ bytes: [UInt8]) -> Bool {
    switch (octets[0], octets[1], octets[2], octets[3]) {
    case (0, _, _, _), (127, _, _, _), (169, 254, _, _), (224..., _, _, _): true
    case (192, 0, 2, _), (198, 51, 100, _), (203, 0, 113, _): true
    case (8, 8, 8, 8), (8, 8, 4, 4), (1, 1, 1, 1), (1, 0, 0, 1), (9, 9, 9, 9): true
    case (10, 0, 0, 0), (172, 16, 0, 0), (192, 168, 0, 0), (100, 64, 0, 0):
      bytes.at(end) == UInt8(ascii: "/")
    default: false
    }
  }
}

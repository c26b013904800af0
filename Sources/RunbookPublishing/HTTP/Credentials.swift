package import RunbookBuild
import RunbookModel

/// What a user is known by to Confluence. There is no way to print it.
package struct Credentials: Sendable {
  /// The variables that hold it, which no other program gets.
  package static let variables = ["CONFLUENCE_EMAIL", "CONFLUENCE_TOKEN"]

  /// The value of the header `Authorization`.
  let authorization: String
  /// Texts that no message may hold.
  private let secrets: [String]

  /// - Parameters:
  ///   - email: the account of a token of Cloud; nil for a personal access token of Data Center.
  /// - Returns: nil for what no header can hold.
  package init?(email: String?, token: String) {
    let texts = [email, token].compactMap(\.self)
    guard texts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }) else {
      return nil
    }
    let encoded = email.map { Base64.encode(Array("\($0):\(token)".utf8)) }
    authorization = encoded.map { "Basic \($0)" } ?? "Bearer \(token)"
    secrets = [encoded, token].compactMap(\.self)
  }

  /// The text without anything secret that it may quote.
  func redacted(_ text: String) -> String {
    var text = text
    for secret in secrets {
      while let range = text.firstRange(of: secret) { text.replaceSubrange(range, with: "…") }
    }
    return text
  }

  /// The token in a file, which only its owner may read.
  package static func token(in path: String) throws(FileProblem) -> String {
    let mode = try Disk.mode(of: path)
    guard mode & 0o077 == 0 else {
      throw FileProblem(
        path: path, operation: "take a token from",
        reason: "others than its owner may read or change it (mode \(String(mode, radix: 8)))",
        advice: "run 'chmod 600' on it")
    }
    let text = String(decoding: try Disk.read(path, limit: 1 << 16), as: UTF8.self)
    let blanks: Set<Character> = [" ", "\t", "\n", "\r\n", "\r"]
    let token = text.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed()
    return String(token)
  }
}

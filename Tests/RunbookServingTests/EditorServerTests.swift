import RunbookBuild
import RunbookModel
import RunbookServing
import Testing

/// How a session is kept, whatever an editor sends.
@Suite struct EditorServerTests {
  /// What the server says to messages that come at once.
  private func answers(
    _ messages: [String], to server: inout EditorServer
  ) async throws -> [JSONNode] {
    await server.receive(messages.map { Array($0.utf8) })
    return try server.takeOutgoing().map { try JSONReader.read($0) }
  }

  private func server() throws -> EditorServer {
    let today = try #require(CalendarDate(iso: "2026-11-02"))
    return EditorServer(version: "1") { _ in BuildOptions(today: today) }
  }

  private func message(_ id: Int?, _ method: String, _ params: String = "{}") -> String {
    let id = id.map { "\"id\":\($0)," } ?? ""
    return "{\"jsonrpc\":\"2.0\",\(id)\"method\":\"\(method)\",\"params\":\(params)}"
  }

  @Test func aSessionHasItsOrder() async throws {
    var server = try server()
    let early = try await answers([message(1, "textDocument/hover")], to: &server)
    #expect(early.map { $0["error"]?["code"]?.text } == ["-32002"])
    let begun = try await answers([message(2, "initialize")], to: &server)
    #expect(begun.first?["result"]?["serverInfo"]?["name"]?.string == "runbookgen")
    let again = try await answers([message(3, "initialize")], to: &server)
    #expect(again.map { $0["error"]?["code"]?.text } == ["-32600"])
    let unknown = try await answers([message(4, "textDocument/nothing")], to: &server)
    #expect(unknown.map { $0["error"]?["code"]?.text } == ["-32601"])
    _ = try await answers([message(5, "shutdown")], to: &server)
    let late = try await answers([message(6, "textDocument/hover")], to: &server)
    #expect(late.map { $0["error"]?["code"]?.text } == ["-32600"])
    _ = try await answers([message(nil, "exit")], to: &server)
    #expect(server.exitStatus == 0)
  }

  @Test func anExitWithoutAShutdownIsAFailure() async throws {
    var server = try server()
    _ = try await answers([message(1, "initialize"), message(nil, "exit")], to: &server)
    #expect(server.exitStatus == 1)
  }

  @Test func aRequestThatIsCancelledIsNotAnswered() async throws {
    var server = try server()
    _ = try await answers([message(1, "initialize")], to: &server)
    let said = try await answers(
      [
        message(2, "workspace/symbol", "{\"query\":\"\"}"),
        message(nil, "$/cancelRequest", "{\"id\":2}"),
        message(3, "workspace/symbol", "{\"query\":\"\"}"),
      ], to: &server)
    #expect(said.map { $0["error"]?["code"]?.text } == ["-32800", nil])
  }

  @Test(arguments: [
    "", "{", "[]", "1", "{\"jsonrpc\":\"2.0\"}", "{\"id\":1,\"method\":7}", "\u{0}",
  ]) func whatIsNoMessageIsAnsweredByAnError(_ text: String) async throws {
    var server = try server()
    _ = try await answers([message(1, "initialize")], to: &server)
    let said = try await answers([text], to: &server)
    #expect(said.count == 1 && said.first?["error"] != nil)
  }

  @Test(arguments: [
    "textDocument/codeAction", "textDocument/completion", "textDocument/definition",
    "textDocument/hover",
    "textDocument/documentSymbol", "textDocument/formatting", "textDocument/rename",
    "textDocument/semanticTokens/full", "textDocument/codeLens", "textDocument/references",
  ]) func aRequestWithoutWhatItNeedsIsRefused(_ method: String) async throws {
    var server = try server()
    _ = try await answers([message(1, "initialize")], to: &server)
    for params in ["{}", "[]", "null", "{\"textDocument\":{\"uri\":4},\"position\":{\"line\":-1}}"]
    {
      let said = try await answers([message(2, method, params)], to: &server)
      #expect(said.map { $0["error"]?["code"]?.text } == ["-32602"], "\(params)")
    }
  }
}

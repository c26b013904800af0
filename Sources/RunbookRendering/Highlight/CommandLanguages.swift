/// Languages whose lines open with what they do.
enum CommandLanguages {
  static let dockerfile = Language("dockerfile", "containerfile", "docker").with {
    $0.comments = [Array("#".utf8)]
    $0.commentsFollowBlanks = true
    $0.quotes = [.init("\""), .init("'")]
    $0.keywords = WordTable(
      """
      ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL
      STOPSIGNAL USER VOLUME WORKDIR
      """, ignoresCase: true)
    $0.keywordsOpenLines = true
    $0.keys = .equalsAnywhere
    $0.sigils = Array("$".utf8)
  }

  static let hcl = Language("hcl", "terraform", "tf", "tfvars").with {
    $0.comments = [Array("#".utf8), Array("//".utf8)]
    $0.quotes = [.init("\""), .init("/*", "*/", spansLines: true, style: .comment)]
    $0.keywords = WordTable(
      """
      data for for_each if in locals module moved output provider resource terraform variable
      dynamic import check
      """)
    $0.constants = WordTable("true false null")
    $0.keys = .equalsAnywhere
    $0.wordBytes = Array("-".utf8)
  }

  static let makefile = Language("makefile", "make", "mk").with {
    $0.comments = [Array("#".utf8)]
    $0.quotes = [.init("\""), .init("'")]
    $0.keywords = WordTable(
      "define else endef endif export ifdef ifeq ifndef ifneq include override")
    $0.keys = .equals
    $0.sigils = Array("$".utf8)
  }

  static let nginx = Language("nginx", "caddyfile", "haproxy").with {
    $0.comments = [Array("#".utf8)]
    $0.commentsFollowBlanks = true
    $0.quotes = [.init("\""), .init("'")]
    $0.keywords = WordTable(
      """
      backend bind default defaults events frontend global http include listen location log map mode
      option proxy_pass return rewrite server server_name ssl_certificate stream timeout upstream
      """)
    $0.keywordsOpenLines = true
    $0.constants = WordTable("on off")
    $0.sigils = Array("$".utf8)
    $0.wordBytes = Array("-".utf8)
  }

  static let powershell = Language("powershell", "ps", "ps1", "pwsh").with {
    $0.comments = [Array("#".utf8)]
    $0.quotes = [
      .init("<#", "#>", hasEscapes: false, spansLines: true, style: .comment),
      .init("\"", hasEscapes: false, spansLines: true),
      .init("'", hasEscapes: false, spansLines: true),
    ]
    $0.keywords = WordTable(
      """
      begin break catch continue do else elseif end exit filter finally for foreach function if in
      param process return switch throw trap try until while
      """, ignoresCase: true)
    $0.sigils = Array("$".utf8)
    $0.wordBytes = Array("-".utf8)
  }
}

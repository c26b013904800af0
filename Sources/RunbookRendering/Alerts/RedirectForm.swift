package import RunbookChecks
import RunbookModel

/// A form in which redirects are written for a server or host.
package struct RedirectForm: Sendable {
  /// As it is named on the command line.
  package let name: String
  /// Whether it is a folder of files; else it is one file.
  package let isFolder: Bool
  /// The files, by their paths in the folder; the one file has none.
  let write: @Sendable (AlertRedirects, SiteConfig) -> [OutputFile]

  package func files(_ redirects: AlertRedirects, _ config: SiteConfig) -> [OutputFile] {
    write(redirects, config)
  }

  private init(
    file name: String,
    _ text: @escaping @Sendable (AlertRedirects, _ base: String) -> String
  ) {
    self.name = name
    isFolder = false
    write = { redirects, config in
      [OutputFile(path: "", bytes: Array(text(redirects, config.basePath ?? "/").utf8))]
    }
  }

  private init(
    folder name: String, _ write: @escaping @Sendable (AlertRedirects, SiteConfig) -> [OutputFile]
  ) {
    (self.name, self.write) = (name, write)
    isFolder = true
  }

  package static let all = [caddy, html, netlify, nginx, s3]

  // MARK: Servers

  /// For a `server` block. What is a file of the site is served; any other alert leads to the index.
  private static let nginx = RedirectForm(file: "nginx") { redirects, base in
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    // A dollar sign would begin a variable.
    func target(_ path: String) -> String { quoted(base + path.replacing("$", with: "%24")) }
    // Locations are compared with addresses that are decoded.
    let root = PercentEncoding.decode(base)
    var lines = ["# Written by runbookgen; include it in the server block of the wiki."]
    for entry in redirects.entries {
      for end in ["", "/"] {
        lines.append(
          "location = \(quoted(root + entry.from + end)) { return 302 \(target(entry.to)); }")
      }
    }
    lines += [
      "location \(quoted(root + redirects.folder + "/")) {",
      "  try_files $uri $uri/ $uri.html @runbook_of_no_alert;", "}",
      "location @runbook_of_no_alert { return 302 \(target(redirects.rest)); }",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// For a site block with `root` and `file_server`.
  private static let caddy = RedirectForm(file: "caddy") { redirects, base in
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    // What a matcher takes for any text, and what begins a placeholder.
    func path(_ text: String) -> String { RelativeURL.encodePath(text, besides: "*{}") }
    var lines = ["# Written by runbookgen; import it into the site block of the wiki."]
    for (number, entry) in redirects.entries.enumerated() {
      let from = base + path(entry.from)
      lines.append("@alert\(number) path \(quoted(from)) \(quoted(from + "/"))")
      lines.append("redir @alert\(number) \(quoted(base + entry.to)) 302")
    }
    let folder = base + path(redirects.folder)
    lines += [
      "@alert_of_no_page {", "  path \(quoted(folder + "/*"))",
      "  not file {path} {path}/ {path}.html", "}",
      "redir @alert_of_no_page \(quoted(base + redirects.rest)) 302",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// `_redirects`, which Cloudflare Pages reads as well. The first line that fits holds.
  private static let netlify = RedirectForm(file: "netlify") { redirects, base in
    func path(_ text: String) -> String { RelativeURL.encodePath(text, besides: "*:") }
    var lines = ["# Written by runbookgen."]
    lines += redirects.entries.map { "\(base + path($0.from)) \(base)\($0.to) 302" }
    lines.append("\(base + path(redirects.folder))/* \(base)\(redirects.rest) 302")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Objects with `x-amz-website-redirect-location`, as rules of a bucket are limited to 50, and one rule
  /// for what is none of them.
  private static let s3 = RedirectForm(file: "s3") { redirects, base in
    let root = String(base.dropFirst())
    var json = JSONWriter()
    json.object { json in
      json.member("Objects") { json in
        json.array(redirects.entries) { json, entry in
          json.object { json in
            json.member("Key") { $0.string(root + entry.from) }
            json.member("WebsiteRedirectLocation") { $0.string(base + entry.to) }
          }
        }
      }
      json.member("RoutingRules") { json in
        json.array([redirects.rest]) { json, rest in
          json.object { json in
            json.member("Condition") { json in
              json.object { json in
                json.member("HttpErrorCodeReturnedEquals") { $0.string("404") }
                json.member("KeyPrefixEquals") { $0.string(root + redirects.folder + "/") }
              }
            }
            json.member("Redirect") { json in
              json.object { json in
                json.member("HttpRedirectCode") { $0.string("302") }
                json.member("ReplaceKeyWith") { $0.string(root + rest) }
              }
            }
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  /// A page at each address, for hosts without redirects. An address that is none of them is left to the
  /// host's page for what is missing.
  private static let html = RedirectForm(folder: "html") { redirects, config in
    redirects.entries.map { entry in
      let path = entry.from + "/index.html"
      return OutputFile(
        path: path,
        bytes: Redirects.markup(path, to: entry.path, entry.fragment, title: entry.title, config))
    }
  }
}

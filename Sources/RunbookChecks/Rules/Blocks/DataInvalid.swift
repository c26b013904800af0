import RunbookModel

enum DataInvalid {
  static let rule = Rule(
    "data-invalid", .warning, "a block that is labelled as data does not parse",
    rationale: """
      A manifest is copied into a file and applied. Where a program cannot read it, its reader learns
      that at the worst time. Blocks with `...`, with placeholders or template text, and JSON with
      comments are taken for excerpts and left alone. YAML and JSON are read whole. Of TOML, INI, XML and
      HCL only what is certain is reported: a header without its bracket, a value that is none, a tag or a
      bracket without its partner, a text that is not closed.
      """,
    passing: [
      Rule.Example(
        #"""
        ```toml
        [[a.b]] # one
        "x y" = [
          "[", # two
        ]
        t = '''
        no = text
        '''
        d = 1979-05-27
        u = { a = true }
        ```

        ```ini
        [mysqld]
        skip-name-resolve
        list =
          [a
        ```
        """#),
      Rule.Example(
        #"""
        ```xml
        <?xml version="1.0"?>
        <a x=">"><!-- <b> --><c/><name></a>
        <b/>
        ```

        ```hcl
        a = "${f("}")}" # {
        b = <<-EOT
          {
        EOT
        /* ( */
        ```
        """#),
      Rule.Example(
        "```yaml\na: 1\n---\nb: [x, y]\n```\n\n```json\n{\"a\": [1, true, null]}\n{\"b\": -2e3}\n```"
      ),
      Rule.Example(
        "```json\n\"a\": 1,\n```\n\n```json\n{\"a\": 1, ...}\n```\n\n```yaml\n{{ if }}\n```"),
    ],
    failing: [
      Rule.Example("```toml\n▸[server\nport = 1\n```"),
      Rule.Example("```toml\nlevel = ▸debug\n```\n\n```toml\n▸port: 8080\n```"),
      Rule.Example("```ini\n▸[mysqld\nport=1\n```"),
      Rule.Example("```xml\n<server><port>1▸</prt></port></server>\n```"),
      Rule.Example(
        "```hcl\njob \"web\" ▸{\n  group \"a\" {\n  }\n```\n\n```terraform\nname = ▸\"x\n```"),
      Rule.Example("```yaml\nservices:\n  mail: {}\n▸\train:\n    image: x\n```"),
      Rule.Example("```json\n{\"a\": 1,▸}\n```"),
      Rule.Example("```json\n{\n  \"a\": \"x\"\n  ▸\"b\": 2\n}\n```"),
    ],
    check: .reading)
}

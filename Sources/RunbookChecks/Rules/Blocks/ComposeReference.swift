import RunbookModel

enum ComposeReference {
  static let rule = Rule(
    "compose-reference", .error,
    "a service of a Compose file names what is not declared, or reaches no other",
    rationale: """
      Compose refuses a file in which a service names a network or volume that no `networks:` or
      `volumes:` at the top declares. A service that names no network is on `default` alone: where all others
      name theirs and a declared one is used by nobody, it was forgotten and reaches none of them. A
      file without the part at the top is taken for an excerpt.
      """,
    passing: [
      Rule.Example(
        """
        ```yaml
        services:
          web: {image: web, networks: [front, default], volumes: ["data:/data", "./a:/a", "/b:/b"]}
          job: {image: job, network_mode: host}
        networks:
          front:
        volumes: {data: {}}
        ```

        ```yaml
        services:
          web: {image: web, networks: [proxy], volumes: ["data:/data"]}
          db: {image: db}
        ```
        """)
    ],
    failing: [
      Rule.Example(
        "```yaml\nservices:\n  web:\n    image: web\n    networks:\n      - ▸frnt\nnetworks:\n  front: {}\n```"
      ),
      Rule.Example(
        "```yaml\nservices:\n  web:\n    image: web\n    volumes:\n      - ▸dta:/data\nvolumes:\n  data:\n```"
      ),
      Rule.Example(
        """
        ```yaml
        services:
          db: {image: db, networks: [internal]}
          ▸app: {image: app}
        networks:
          proxy: {external: true}
          internal:
        ```
        """),
    ],
    check: .reading)
}

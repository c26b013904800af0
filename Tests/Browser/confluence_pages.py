"""Sites for the Copy pages: a small one, one with all that pastes badly, and a hostile one."""


def front_matter(title, more=""):
    quoted = title.replace("'", "''")
    return (
        f"---\nkind: concept\ntitle: '{quoted}'\nowner: Ops\nreviewed: 2026-11-01\n"
        f"review_every: P1Y\n{more}---\n"
    )


CONFIG = """site: {title: Ops, base_url: "https://wiki.example/"}
confluence: {parent: Runbooks, space: OPS}
rules: {link-unsafe: warning, placeholder-undeclared: off, html-unknown-tag: info}
"""

SMALL = {
    "runbookgen.yml": CONFIG,
    "content/plan.png": b"picture",
    "content/index.md": front_matter("Small", "tags: [aws]\n")
    + """![Plan](plan.png)

## Steps

3. Look at `<name>` & co
   ```text
   kubectl get po > x
     two
   ```
4. Then
   - this
   - that

| Key | Value |
|---|---|
| `a\\|b` | one<br>two |

---

End.
""",
}

HARD = {
    "runbookgen.yml": CONFIG,
    "content/hard.md": front_matter("Hard")
    + """## First

1. one

   ```bash
   echo "a > b" && cat <<'X'
     indented ]]> &nbsp; <cluster-name>
   X
   ```

   - a
     - b
       - c
         - d
           - e
2. two

   > [!WARNING]
   > careful

3. three

```text

starts with an empty line
```

### Second

- [x] done
- [ ] open

| A | B |
|:--|--:|
| `x \\| y` | one<br>two |
| <cluster-name> | **bold** |

<details><summary>More</summary>

Hidden.

```json
{"a": 1}
```

</details>

Ünïcode 🚀 &nbsp; x.[^1]

[^1]: A note.
""",
}

HOSTILE = {
    "runbookgen.yml": CONFIG,
    "content/a%2e&'b.md": front_matter("<img src=x onerror=alert(1)></script> \"q\" 'r'")
    + """## </textarea><script>alert(3)</script> heading

[click](javascript:alert(4)) and [data](<data:text/html,<script>alert(5)</script>>)

![x](javascript:alert(6))

<img src=x onerror=alert(7)> <svg onload=alert(8)> text \u2028 line \u2029 end

```text {title="\\"><script>alert(9)</script>"}
</pre><script>alert(2)</script> ${1} `x` \\u0041 */ ]]> --> \u2028
```

| <b onclick=alert(10)> | b |
|---|---|
| </td></table><script>alert(11)</script> | c |
""",
}

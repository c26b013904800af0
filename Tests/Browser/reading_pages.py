"""A page with steps of every kind, and the widths that it is read at."""

WIDTHS = [(390, 844), (1440, 900)]

CONFIG = """
site: {title: Test wiki}
contexts:
  ws: {title: Workstation, prompt: "$ "}
rules: {quickref-drift: off}
"""

LINES = "\n\n".join(f"Line {number} of some text." for number in range(1, 31))

STEPS = f"""---
kind: runbook
title: Drain
owner: Team
reviewed: 2026-11-01
review_every: P6M
context: ws
inputs:
  host: {{type: k8s-name, example: a, description: Node, from: "step:list"}}
---

Before.

## Procedure

{LINES}

### Step 1: Near

> [!CAUTION]
> Near caution.

```bash {{step=near}}
kubectl drain <host> --ignore-daemonsets
```

> [!WARNING]
> Second warning.

```bash {{step=second}}
kubectl uncordon <host>
```

### Step 2: Far

{LINES}

> [!WARNING]
> Far warning.

Then run it.

```bash {{step=far}}
kubectl delete node <host>
```

### Step 3: Parted

> [!CAUTION]
> Parted caution.

{LINES}

```bash {{step=parted}}
kubectl delete pod <host>
```

### Step 4: Several

> [!NOTE]
> First of several.

> [!WARNING]
> Second of several.

> [!CAUTION]
> Third of several.

```bash {{step=several}}
kubectl delete pod a
```

### Step 5: Folded

> [!CAUTION]
> Caution before the fold.

<details><summary>More</summary>

> [!WARNING]
> Warning in the fold.

```bash {{step=folded}}
kubectl delete pod b
```

</details>

### Step 6: Listed

1. Look.

   > [!CAUTION]
   > Listed caution.

   ```bash {{step=listed}}
   kubectl delete pod c
   ```

### Step 7: Inside

> [!CAUTION]
> Inside caution.
>
> ```bash {{step=inside}}
> kubectl delete pod d
> ```

### Step 8: Plain

```bash {{step=list}}
kubectl get nodes
```

{LINES}

{LINES}
"""


def values(page):
    """The form, opened where it is folded."""
    form = page.locator(".inputs")
    if form.get_attribute("popover") is not None:
        form.evaluate("(sheet) => sheet.showPopover()")
    elif form.get_attribute("open") is None:
        form.locator("summary").click()
    return form

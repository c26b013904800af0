"""Pages that nobody wrote for this project: the editor makes of each what its ADF file says."""

from __future__ import annotations

import outline


def test_the_editor_makes_of_each_page_what_its_adf_file_says(corpora, editor):
    assert corpora.pages
    different, pictures = [], 0
    for name, page in corpora.pages.items():
        pasted, written = editor.paste(page.cloud), page.adf
        pictures += sum(node["type"] == "media" for node in outline.walk(pasted))
        if outline.lines(pasted) != outline.lines({"type": "doc", "content": written["content"]}):
            different.append(name)
    assert different == []
    print(f"{len(corpora.pages)} pages with {pictures} pictures")

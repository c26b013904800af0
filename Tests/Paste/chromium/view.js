// `dataCenterView(html)` draws a page of Data Center's editor as its view does, `cloudView(html)` what
// Cloud's editor copies as its view does. Shapes of the views: of pages that Data Center rendered, and
// of @atlaskit/renderer (src/react/nodes, src/ui/Expand.tsx). Around the text stands what a page of
// Confluence has around it.

const macros = {
  code(table, { language, title }) {
    const lines = table.querySelector("pre").textContent.replaceAll("\t", "    ").split("\n");
    return box("code panel pdl", "code", `
      ${title ? `<div class="codeHeader panelHeader pdl"><b>${escape(title)}</b></div>` : ""}
      <div class="codeContent panelContent pdl"><div><div class="syntaxhighlighter sh-confluence nogutter ${language}">
      <div class="toolbar"><span><a href="#" class="toolbar_item command_help help">?</a></span></div>
      <table><tbody><tr><td class="code"><div class="container" title="Hint: double-click to select code">${
        lines.map((line, index) => `<div class="line number${index + 1} index${index} alt2">${line
          ? line.split(/( +)/).filter(Boolean).map((part) =>
            part.trim() ? `<code class="${language} plain">${escape(part)}</code>` : part.replaceAll(" ", "&nbsp;")).join("")
          : "&nbsp;"}</div>`).join("")
      }</div></td></tr></tbody></table></div></div></div>`);
  },
  expand(table, { title }) {
    return box("expand-container", "expand", `
      <div class="expand-control"><span class="expand-icon aui-icon">&nbsp;</span>
      <span class="expand-control-text conf-macro-render">${escape(title ?? "Click here to expand...")}</span></div>
      <div class="expand-content">${body(table)}</div>`);
  },
  details: (table) => box("plugin-tabmeta-details", "details", body(table)),
  panel: (table, { title }) => box("panel", "panel", `
    <div class="panelHeader"><b>${escape(title ?? "")}</b></div><div class="panelContent">${body(table)}</div>`),
};
for (const [name, kind] of [["info", "information"], ["tip", "tip"], ["note", "note"], ["warning", "warning"]]) {
  macros[name] = (table) => box(`confluence-information-macro confluence-information-macro-${kind}`, name, `
    <span class="aui-icon aui-icon-small confluence-information-macro-icon"></span>
    <div class="confluence-information-macro-body">${body(table)}</div>`);
}

const inline = {
  status: ({ title }) => `<span class="status-macro aui-lozenge aui-lozenge-success conf-macro output-inline"
    data-hasbody="false" data-macro-name="status">${escape(title)}</span>`,
  anchor: (_, name) => `<span class="confluence-anchor-link conf-macro output-inline" id="Page-${escape(name)}"
    data-hasbody="false" data-macro-name="anchor"> </span>`,
  toc: () => `<div class="toc-macro client-side-toc-macro conf-macro output-block" data-hasbody="false"
    data-macro-name="toc"><ul><li><a href="#Page-A">A heading</a></li></ul></div>`,
  children: () => `<ul class="childpages-macro conf-macro output-block" data-hasbody="false"
    data-macro-name="children"><li><a href="/display/OPS/A">A page</a></li></ul>`,
};

const escape = (text) => text.replace(/[&<>"]/g, (it) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[it]);
const body = (table) => table.querySelector(".wysiwyg-macro-body").innerHTML;
const box = (classes, name, content) =>
  `<div class="${classes} conf-macro output-block" data-hasbody="true" data-macro-name="${name}">${content}</div>`;

function parametersOf(element) {
  const found = {};
  for (const pair of (element.dataset.macroParameters ?? "").match(/(?:\\.|[^|\\])+/gs) ?? []) {
    const [name, value] = pair.split(/(?<!\\)=/);
    found[name] = value.replace(/\\(.)/gs, "$1");
  }
  return found;
}

window.dataCenterView = (html) => {
  const { body: page } = new DOMParser().parseFromString(html, "text/html");
  const tables = () => [...page.querySelectorAll("table.wysiwyg-macro")];
  // The innermost first, as the others take what is in them along.
  for (const table of tables().reverse()) {
    table.outerHTML = macros[table.dataset.macroName](table, parametersOf(table));
  }
  for (const image of page.querySelectorAll("img.editor-inline-macro")) {
    image.outerHTML = inline[image.dataset.macroName](parametersOf(image), image.dataset.macroDefaultParameter);
  }
  for (const heading of page.querySelectorAll("h1,h2,h3,h4,h5,h6")) heading.id = `Page-${heading.textContent}`;
  for (const table of page.querySelectorAll("table:not(.syntaxhighlighter table)")) {
    table.classList.add("confluenceTable");
    const wrap = document.createElement("div");
    wrap.className = "table-wrap";
    table.replaceWith(wrap);
    wrap.append(table);
  }
  page.querySelectorAll("td,th").forEach((cell) => cell.classList.add(`confluenceT${cell.tagName[1].toLowerCase()}`));
  page.querySelectorAll("ul.inline-task-list").forEach((list) => { list.dataset.inlineTasksContentId = "98307"; });
  for (const image of page.querySelectorAll("img.confluence-embedded-image")) {
    image.outerHTML = `<span class="confluence-embedded-file-wrapper">${image.outerHTML}</span>`;
  }
  for (const link of page.querySelectorAll("a[href^='#']")) link.setAttribute("href", `#Page-${link.dataset.anchor}`);
  return `<div id="header"><ul><li><a href="/spacedirectory">Spaces</a></li></ul></div>
    <h1 id="title-text"><a href="/display/OPS/Page">The page</a></h1>
    <div id="main-content" class="wiki-content">${page.innerHTML}</div>
    <div id="comments-section"><h2>Comments</h2><div class="wiki-content"><p>A comment.</p></div></div>`;
};

window.cloudView = (html) => {
  const { body: page } = new DOMParser().parseFromString(html, "text/html");
  for (const panel of page.querySelectorAll("[data-panel-type]")) {
    panel.className = "ak-editor-panel";
    panel.innerHTML = `<div class="ak-editor-panel__icon"><span role="img">i</span></div>
      <div class="ak-editor-panel__content">${panel.firstElementChild.innerHTML}</div>`;
  }
  for (const expand of page.querySelectorAll("[data-node-type=expand],[data-node-type=nestedExpand]")) {
    const { nodeType, title } = expand.dataset;
    expand.innerHTML = `<button type="button" aria-expanded="true"><span>\u203a</span>
      <span>${escape(title || "Click here to expand\u2026")}</span></button>
      <div><div class="${nodeType}-content-wrapper">${expand.innerHTML}</div></div>`;
  }
  for (const code of page.querySelectorAll("pre")) {
    const lines = code.textContent.split("\n").map(() => "<span></span>").join("");
    code.outerHTML = `<div class="light-weight-code-block"><div class="code-block"><div>
      <div class="line-number-gutter">${lines}</div>
      <div class="code-content"><code style="white-space: pre">${escape(code.textContent)}</code></div></div></div></div>`;
  }
  for (const macro of page.querySelectorAll("[data-node-type=extension],[data-node-type=bodied-extension]")) {
    const drawn = macro.dataset.extensionKey === "toc" ? '<ul><li><a href="#A">A heading</a></li></ul>' : macro.innerHTML;
    macro.outerHTML = `<div class="ak-renderer-extension"><div>${drawn}</div></div>`;
  }
  for (const heading of page.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    heading.id = heading.textContent.replaceAll(" ", "-");
    heading.innerHTML += `<span class="heading-anchor-wrapper"><button aria-label="Copy link">#</button></span>`;
  }
  for (const table of page.querySelectorAll("table")) {
    const isNumbered = table.dataset.numberColumn === "true";
    const rows = isNumbered ? [...table.querySelectorAll("tr")] : [];
    rows.filter((row) => row.closest("table") === table).forEach((row, index) =>
      row.insertAdjacentHTML("afterbegin", `<td class="ak-renderer-table-number-column">${index || ""}</td>`));
    const wrap = document.createElement("div");
    wrap.className = "pm-table-container";
    table.replaceWith(wrap);
    wrap.append(table);
  }
  return `<nav><ul><li><a href="/wiki/spaces/OPS">Operations</a></li></ul></nav><h1>The page</h1>
    <div class="ak-renderer-wrapper"><div class="ak-renderer-document">${page.innerHTML}</div></div>
    <div><h2>Comments</h2><div class="ak-renderer-document"><p>A comment.</p></div></div>`;
};

// "Check this page": how its boxes and buttons are built, for a report. The popup asks for it and shows it; it goes
// nowhere by itself. No text, no value, no label, no address: only tags, names of attributes, and letters for what may
// name a person. Its last value is the answer.
(() => {
  const BOXES = "textarea, input:not([type]), input[type='text'], [contenteditable]:not([contenteditable='false'])";
  const BUTTONS = "button, [role='button'], input[type='submit']";
  // Values that the web itself defines, and so say nothing of anybody.
  const SAID = { role: /^[a-z]{1,20}$/, type: /^[a-z-]{1,20}$/, contenteditable: /^[a-z-]{0,20}$/, "aria-multiline": /^(true|false)$/ };
  const SHOWN = ["id", "class", "name", "aria-label", "placeholder", "data-testid", "aria-disabled", "disabled", "aria-haspopup"];
  // How a name is built, not the name: letters a, figures 9, at most 24.
  const shape = (value) => value.slice(0, 24).replace(/[0-9]/g, "9").replace(/\p{L}/gu, "a").replace(/\s+/g, " ");
  const line = (it) => {
    const said = Object.keys(SAID).filter((name) => SAID[name].test(it.getAttribute(name) ?? "\n")).map((name) => `${name}=${it.getAttribute(name)}`);
    const shown = SHOWN.filter((name) => it.hasAttribute(name))
      .map((name) => (name === "id" || name === "data-testid" ? `${name}~${shape(it.getAttribute(name))}` : name));
    const kind = ["lexical-editor", "slate-editor"].filter((name) => it.hasAttribute(`data-${name}`))
      .concat(["ProseMirror", "ql-editor", "public-DraftEditor-content"].filter((name) => it.classList.contains(name)));
    const tag = /^[a-z0-9]+$/.test(it.localName) ? it.localName : "custom-element";
    return [tag, ...said, ...shown, ...kind].join(" ") + (it.shadowRoot ? " (open shadow root)" : "");
  };
  const drawn = (it) => it.getClientRects().length > 0;
  const found = (css, root = document) => [...root.querySelectorAll(css)].filter(drawn);
  const lines = [`frames ${document.querySelectorAll("iframe").length}`];
  for (const box of found(BOXES).slice(0, 12)) {
    lines.push(`box: ${line(box)}`);
    let up = box.parentElement;
    for (let step = 1; up && up !== document.documentElement && step <= 12; step += 1, up = up.parentElement) {
      lines.push(`${"  ".repeat(Math.min(step, 4))}in ${line(up)}`);
      const buttons = found(BUTTONS, up);
      if (!buttons.length) continue;
      for (const button of buttons.slice(0, 12)) {
        const after = box.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING;
        const content = button.querySelector("svg, img, i") ? "icon" : button.textContent.trim() ? "text" : "empty";
        lines.push(`    button ${after ? "after" : "before"}, ${content}: ${line(button)}`);
      }
      break;
    }
  }
  return lines.join("\n").slice(0, 12000);
})();

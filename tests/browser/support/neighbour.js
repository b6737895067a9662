// Test only: another extension in the same page, as checkers of grammar, password managers and highlighters are. It listens
// where we listen, puts elements beside the editor, follows every change, and draws highlights of its own.
(() => {
  const types = "pointerdown mousedown pointerup mouseup click dblclick keydown keypress keyup beforeinput input change " +
    "focusin focusout compositionstart compositionend selectionchange submit paste scroll";
  const told = () => document.documentElement.setAttribute("data-neighbour", `${heard} ${attached.size}`);
  const attached = new Map();
  let heard = 0;

  const element = (name, place) => {
    const host = document.createElement(name);
    const root = host.attachShadow({ mode: "closed" });
    const button = document.createElement("div");
    button.setAttribute("role", "button");
    button.textContent = "3";
    root.append(button);
    host.setAttribute("style", "position: absolute; width: 0; height: 0; overflow: visible; pointer-events: none");
    place(host);
    return root;
  };
  const draw = (editor, layer) => {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    const ranges = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = new Range();
      range.selectNodeContents(node);
      ranges.push(range);
    }
    layer.querySelectorAll("span").forEach((old) => old.remove());
    for (const box of ranges.flatMap((range) => [...range.getClientRects()])) {
      const line = document.createElement("span");
      line.style.cssText = `position: fixed; left: ${box.x}px; top: ${box.bottom}px; width: ${box.width}px; height: 2px`;
      layer.append(line);
    }
    globalThis.CSS?.highlights?.set("neighbour", new Highlight(...ranges));
  };
  const attach = (editor) => {
    if (attached.has(editor)) return;
    editor.setAttribute("data-gramm", "true");
    editor.setAttribute("data-lt-tmp-id", "lt-1");
    editor.setAttribute("spellcheck", "false");
    const layer = element("lt-highlighter", (host) => editor.parentNode.insertBefore(host, editor));
    const watch = new MutationObserver(() => draw(editor, layer));
    watch.observe(editor, { childList: true, characterData: true, subtree: true });
    new ResizeObserver(() => draw(editor, layer)).observe(editor);
    attached.set(editor, watch);
  };
  const hear = (event) => {
    heard += 1;
    const path = event.composedPath();
    const editor = path.find((it) => it.matches?.("textarea, [contenteditable='true']"));
    if (editor && event.isTrusted && event.type === "focusin") attach(editor);
    told();
  };
  for (const target of [window, document]) {
    for (const type of types.split(" ")) target.addEventListener(type, hear, true);
  }
  addEventListener("DOMContentLoaded", () => element("grammarly-desktop-integration", (host) => document.documentElement.append(host)));
})();

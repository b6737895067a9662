// A person points at a text box and then at the button that posts. Put into the page by the background when the popup
// asks for it, and gone when it is done. It reads no text: tags, numbers and the names in the page's code.
(() => {
  if (globalThis.nunchiPicking) return;
  globalThis.nunchiPicking = true;

  const MARKS = ["id", "data-testid", "data-test", "data-qa", "data-cy", "name", "aria-label", "placeholder", "role", "type"];
  const BOXES = "textarea, input:not([type]), input[type='text'], [contenteditable]:not([contenteditable='false'])";
  const BUTTONS = "button, [role='button'], input[type='submit'], input[type='button'], a[href]";
  const SWALLOWED = "pointerdown pointerup mousedown mouseup touchstart touchend click dblclick contextmenu submit keyup keypress beforeinput";
  const ask = (message) => chrome.runtime.sendMessage({ picker: message });

  // Above everything, an open dialog included; in a shadow root of its own, styled by script: pages forbid style sheets.
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  const bar = document.createElement("div");
  const frame = document.createElement("div");
  host.popover = "manual";
  host.dataset.nunchi = "picker";
  // It lies over the page and takes every press itself: no element of the page is ever pressed while one points.
  host.tabIndex = -1;
  Object.assign(host.style, { position: "fixed", inset: "0", width: "100vw", height: "100vh", margin: "0", padding: "0",
    border: "0", outline: "0", background: "transparent", cursor: "crosshair", overflow: "visible", zIndex: "2147483647" });
  Object.assign(bar.style, { position: "fixed", left: "50%", top: "12px", transform: "translateX(-50%)", maxWidth: "90vw",
    boxSizing: "border-box", padding: "10px 16px", borderRadius: "10px", background: "#1d2433", color: "#ffffff",
    font: "15px/1.4 system-ui, sans-serif", boxShadow: "0 2px 12px rgb(0 0 0 / 40%)", border: "1px solid #ffffff" });
  Object.assign(frame.style, { position: "fixed", display: "none", border: "3px solid #3b6fe0", borderRadius: "6px",
    outline: "2px solid #ffffff", boxSizing: "border-box" });
  bar.setAttribute("role", "status");
  root.append(frame, bar);

  let words = {};
  let step = "box";
  let box = null;
  let at = null;
  let before = null;

  const drawn = (element) => element.getClientRects().length > 0;
  const climb = (element, css) => {
    const found = element?.closest?.(css);
    // The outermost editable is the editor; what stands inside it belongs to it.
    if (css !== BOXES || !found) return found ?? null;
    let outer = found;
    for (let up = found.parentElement?.closest(BOXES); up; up = up.parentElement?.closest(BOXES)) outer = up;
    return outer;
  };
  const css = () => (step === "box" ? BOXES : BUTTONS);
  const all = () => [...document.querySelectorAll(css())].filter((it) => drawn(it) && climb(it, css()) === it && it !== box);

  const show = (element) => {
    at = element;
    frame.style.display = element ? "block" : "none";
    if (!element) return;
    const place = element.getBoundingClientRect();
    Object.assign(frame.style, { left: `${place.left - 4}px`, top: `${place.top - 4}px`, width: `${place.width + 8}px`,
      height: `${place.height + 8}px` });
  };
  const say = (text) => { bar.textContent = text; };
  const stop = () => {
    for (const type of SWALLOWED.split(" ")) window.removeEventListener(type, swallow, true);
    window.removeEventListener("keydown", key, true);
    window.removeEventListener("mousemove", move, true);
    window.removeEventListener("scroll", follow, true);
    show(null);
    globalThis.nunchiPicking = false;
  };
  const leave = () => {
    stop();
    host.remove();
    before?.focus?.({ preventScroll: true });
  };

  const seen = (element) => {
    const steps = [];
    for (let it = element; it && it !== document.documentElement; it = it.parentElement) {
      let index = 1;
      for (let before = it.previousElementSibling; before; before = before.previousElementSibling) {
        if (before.localName === it.localName) index += 1;
      }
      const marks = MARKS.filter((name) => it.hasAttribute(name)).map((name) => [name, it.getAttribute(name)]);
      steps.push({ tag: it.localName, index, marks });
    }
    return steps;
  };
  const only = (selectors, element) => selectors.filter((selector) => {
    const found = document.querySelectorAll(selector);
    return found.length === 1 && found[0] === element;
  });

  const finish = async (button) => {
    stop();
    try {
      const [editor, submit] = [seen(box), seen(button)];
      const { candidates } = await ask({ candidates: { editor, submit } });
      const unique = [...only(candidates.editor, box), ...only(candidates.submit, button)];
      const dialog = box.closest("dialog, [role='dialog']") !== null;
      const answer = await ask({ learn: { editor, submit, unique, path: location.pathname, dialog } });
      say(answer === "done" ? words.done : answer?.refused?.message ?? words.failed);
    } catch {
      say(words.failed);
    }
    // The word stays for a while; the page is the person's again at once.
    host.style.pointerEvents = "none";
    before?.focus?.({ preventScroll: true });
    setTimeout(() => host.remove(), 6000);
  };
  const pick = () => {
    if (!at) return;
    if (step === "box") {
      box = at;
      step = "button";
      show(null);
      say(words.button);
    } else {
      finish(at);
    }
  };

  const under = (event) => document.elementsFromPoint(event.clientX, event.clientY).find((it) => it !== host);
  const swallow = (event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // With the last event of a press, so that none of it is left for the page.
    if (event.type === "keyup" && event.key === "Enter" && !event.isComposing) pick();
    if (event.type !== "click") return;
    // Of an open shadow root this is the host: selectors do not reach inside.
    show(climb(under(event), css()));
    if (at === null || at === box) say(step === "box" ? words.no_box : words.no_button);
    else pick();
  };
  const move = (event) => {
    const over = climb(under(event), css());
    show(over === box ? null : over);
  };
  const follow = () => show(at);
  const key = (event) => {
    if (!event.isTrusted || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === "Escape") leave();
    else if (event.key === "Tab") {
      const list = all();
      const now = list.indexOf(at);
      const next = list[event.shiftKey ? (now < 0 ? list.length : now) - 1 : now + 1] ?? list[event.shiftKey ? list.length - 1 : 0];
      if (!next) return say(step === "box" ? words.no_box : words.no_button);
      next.scrollIntoView({ block: "nearest" });
      show(next);
      // Spoken: which one it is. It is shown to this person only and goes nowhere.
      say(`${step === "box" ? words.box : words.button} (${list.indexOf(next) + 1}/${list.length})`);
    }
  };

  ask("begin").then((answer) => {
    if (!answer?.picker) return leave();
    words = answer.picker.words;
    // Outside of an open modal dialog nothing can be pressed or focused.
    before = document.activeElement;
    ([...document.querySelectorAll("dialog:modal")].at(-1) ?? document.documentElement).append(host);
    host.showPopover();
    host.focus({ preventScroll: true });
    say(words.box);
    for (const type of SWALLOWED.split(" ")) window.addEventListener(type, swallow, { capture: true, passive: false });
    window.addEventListener("keydown", key, true);
    window.addEventListener("mousemove", move, true);
    window.addEventListener("scroll", follow, true);
  }, leave);
})();

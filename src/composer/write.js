// Puts words into an editor, once, as typing or as pasting would: whichever the editor takes into its own model. Written by
// hand: the program that calls it is lowered, and every step here would be a call through its glue.

// Editors hear of a selection after the task that made it, and one of them only every 100 ms; then they draw anew. In ms.
const HEARD = 120;
const DRAWN = 250;

// What `ask` is asked: the draft as it is now; where the words stand; and what it is told in the end.
const TEXT = 0;
const RANGE = 1;
const WRITTEN = 2;
const COPIED = 3;
const FAILED = 4;

const later = (ms) => new Promise((done) => setTimeout(done, ms));

function select(element, range, start, end) {
  if (!range) return element.setSelectionRange(start, end);
  const selection = element.getRootNode().getSelection?.() ?? getSelection();
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

// Puts the caret behind a range, or at an offset of a field.
export function caret(element, range, at) {
  range?.collapse(false);
  try {
    select(element, range, at, at);
  } catch {
    // A field of a type without a caret: the focus is all there is.
  }
}

function paste(element, text) {
  // Firefox lets a page read only data that its own world has put there, and knows the text by names of its own.
  const page = window.wrappedJSObject ?? window;
  const init = new page.Object();
  init.clipboardData = new page.DataTransfer();
  init.clipboardData.setData("text/plain", text);
  init.dataType = "text/plain";
  init.data = text;
  init.bubbles = init.cancelable = init.composed = true;
  element.dispatchEvent(new page.ClipboardEvent("paste", init));
}

// `start`, `end`: in the draft, which this element is in from `from` on. Nothing is ever tried a second time: what an editor
// took in half would be doubled.
export async function write(element, pasted, from, start, end, text, ask) {
  const before = ask(TEXT);
  const wanted = before.slice(0, start) + text + before.slice(end);
  try {
    element.focus({ preventScroll: true });
    select(element, ask(RANGE), start - from, end - from);
    await later(HEARD);
    if (ask(TEXT) === before) {
      if (pasted) paste(element, text);
      else document.execCommand("insertText", false, text);
      await later(DRAWN);
    }
  } catch {
    // What the page throws in its own listeners: the draft tells below.
  }
  if (ask(TEXT) === wanted) return ask(WRITTEN);
  try {
    await navigator.clipboard.writeText(wanted.trim());
    ask(COPIED);
  } catch {
    ask(FAILED);
  }
}

// On a host where a person pointed at a composer, and nowhere else: tells the content script where it is, once box and
// button are both there, and tells the background when the page has changed. It reads no text.
(async () => {
  // A page that builds itself has done so by then, in ms; and a button that appears by typing, too.
  const BUILT = 5000;
  const TYPED = 1500;
  const { settings } = await chrome.storage.local.get("settings");
  const learned = settings?.learned?.[location.hostname];
  if (!learned || learned.changed || !settings.enabled) return;
  const [editor, submit] = [learned.editor, learned.submit].map((list) => list.join(", "));
  const first = (css) => document.querySelector(css);
  const later = (wait) => new Promise((done) => setTimeout(done, wait));

  let told = false;
  const look = () => {
    if (!first(editor) || !first(submit)) return false;
    // Firefox has two globals here, and the page sees neither of ours.
    const composers = [{ id: "post", kind: "post", editor, submit }];
    globalThis.nunchiSites = window.nunchiSites = [{ id: "learned", detect: "html", composers }];
    return true;
  };
  const changed = () => {
    if (told) return;
    told = true;
    removeEventListener("focusin", entered, true);
    removeEventListener("input", typed, true);
    chrome.runtime.sendMessage({ picker: "changed" }).catch(() => {});
  };
  const known = () => {
    removeEventListener("focusin", entered, true);
    removeEventListener("input", typed, true);
  };
  const inside = (event) => event.isTrusted && event.target?.closest?.(editor);
  const entered = (event) => {
    if (inside(event) && look()) known();
  };
  const typed = async (event) => {
    if (!inside(event)) return;
    if (look()) return known();
    await later(TYPED);
    if (look()) known();
    else if (first(editor)) changed();
  };
  addEventListener("focusin", entered, true);
  addEventListener("input", typed, true);
  if (document.readyState === "loading") await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
  if (look()) return known();
  await later(BUILT);
  // A page that asks who one is has not changed, and a box in a dialog is not there from the start.
  const due = !learned.dialog && learned.path === location.pathname && !first("input[type='password']");
  if (look()) known();
  else if (due && !first(editor)) changed();
})();

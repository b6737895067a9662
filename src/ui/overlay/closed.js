// Closed shadow roots, which only extensions may see: Firefox has them on the element, Chromium in `chrome.dom`. Written by
// hand, as every step of the lowered program would be a call through its glue.

export function closedRoot(host) {
  try {
    // Named apart: the rules of Firefox's store refuse what Firefox does not have, also where it is never asked for.
    const { dom } = chrome;
    return host.openOrClosedShadowRoot ?? dom.openOrClosedShadowRoot(host);
  } catch {
    return null;
  }
}

// The path of an event, into closed shadow roots too, where it begins at the host: under the pointer, else at what has the
// focus. What stands in our own root is never the page's.
export function steps(event) {
  const path = event.composedPath();
  const { clientX: x, clientY: y } = event;
  let at = path[0];
  for (let root; (root = closedRoot(at)) && !root.querySelector("[data-part]"); ) {
    const inner = x || y ? root.elementFromPoint(x, y) : root.activeElement;
    if (!inner || inner === at) break;
    at = inner;
  }
  if (at === path[0]) return path;
  const inner = [];
  for (; at; at = at.parentElement ?? at.getRootNode().host) inner.push(at);
  return inner;
}

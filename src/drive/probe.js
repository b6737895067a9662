// Test only: added to the manifest of a copied package, never shipped. It stands in the same isolated world as the
// content script and tells what stands in the extension's closed shadow root, because WebDriver cannot look there.
(() => {
  const open = (host) => {
    try {
      return host.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot(host);
    } catch {
      return null;
    }
  };
  // In an open modal dialog the extension stands inside it, and that may be in a shadow root of the page's.
  const roots = (from) => [from, ...[...from.querySelectorAll('*')].flatMap((it) => ((inner) => (inner && !inner.querySelector('[data-part]') ? roots(inner) : []))(it.shadowRoot ?? (it.id ? open(it) : null)))];
  const hosts = () => roots(document).flatMap((it) => [...it.querySelectorAll('html > div, dialog > div, dialog div')]);
  const root = () => hosts().map(open).find((found) => found?.querySelector('[data-part]'));
  // A part that is to be pressed is shown once the pointer would meet it: something may lie over it still.
  let pressed = null;
  const meets = (root, part, { x, y, width, height }) => part.contains(root.elementFromPoint(x + width / 2, y + height / 2));
  const tell = () => {
    const found = root();
    const wanted = document.documentElement.getAttribute('data-probe-part');
    pressed = wanted || pressed;
    if (wanted) found?.querySelector(`[data-part="${wanted}"]`)?.scrollIntoView({ block: 'nearest' });
    document.documentElement.removeAttribute('data-probe-part');
    const parts = found ? [...found.querySelectorAll('[data-part]')] : [];
    const list = parts.map((part) => {
      const box = part.getBoundingClientRect();
      return {
        part: part.dataset.part, level: part.dataset.level ?? '', check: part.dataset.check ?? '',
        text: part.textContent, role: part.getAttribute('role') ?? '', label: part.getAttribute('aria-label') ?? '',
        shown: box.width > 0 && box.height > 0 && getComputedStyle(part).visibility === 'visible'
          && (part.dataset.part !== pressed || meets(found, part, box)),
        open: part.open === true, focused: found.activeElement === part,
        x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height,
      };
    });
    document.documentElement.setAttribute('data-probe', JSON.stringify(list));
  };
  document.addEventListener('nunchi-probe', tell);
  document.addEventListener('nunchi-markup', () => {
    document.documentElement.setAttribute('data-probe-markup', root()?.innerHTML ?? '');
  });
})();
